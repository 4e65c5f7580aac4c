"""Problems of the catalogue's entries that head columns of both official tables: shown, or given the column in one click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from hrdesk.domain.office import Method, Organizer
from hrdesk.lazy_dataclass import replace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.office import Office
    from hrdesk.ui.courses.reference_lists import ReferenceList
    from hrdesk.ui.kit.desk import Desk

MEND = "เพิ่มช่องในตารางติดตาม"  # what the button of a problem says
KINDS = {"method": Method, "organizer": Organizer}  # of a problem's field: `method:5`


def of_catalogue(path: str) -> bool:
    """A problem's field that is mended in the lists that plans choose from."""
    return path.partition(":")[0] in KINDS


def open_entry(desk: Desk, office: Office, path: str, parent: QWidget) -> None:
    """The dialog of `method:5` or `organizer:2`; nothing for an entry that is gone."""
    from hrdesk.ui.courses.lists_dialog import ListEntryDialog  # noqa: PLC0415 - seldom seen

    found = _entry(office, path)
    if found is not None:
        dialog = ListEntryDialog(desk, *found, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.inputs["in_monitoring_table"].setFocus()
        dialog.open()


def give_column(desk: Desk, office: Office, path: str, owner: QWidget) -> None:
    found = _entry(office, path)
    if found is not None:
        kind, entry = found
        services, shown = desk.services, replace(entry, in_monitoring_table=True)
        desk.change(owner, lambda: kind.save(services, shown))


def _entry(office: Office, path: str) -> tuple[ReferenceList, Any] | None:
    from hrdesk.ui.courses.reference_lists import LISTS  # noqa: PLC0415 - seldom seen

    name, _, key = path.partition(".")[0].partition(":")
    kind = next(one for one in LISTS if isinstance(one.blank, KINDS[name]))
    entry = next((one for one in kind.entries(office) if str(one.id) == key), None)
    return (kind, entry) if entry is not None else None
