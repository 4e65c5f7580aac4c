"""รายการให้เลือก: the lists that courses, plans and projects choose from, changed where they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import replace
from hrdesk.thai.text import clean
from hrdesk.ui.courses.reference_lists import LISTS, EntryField, ReferenceList
from hrdesk.ui.kit.checklist import CheckList
from hrdesk.ui.kit.editors import EntryDialog, TextArea
from hrdesk.ui.kit.keys import keys
from hrdesk.ui.kit.messages import UndoBar
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.table import RowsModel, Table
from hrdesk.ui.kit.widgets import Field, button, choose, column, combo, label, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.office import Office
    from hrdesk.services import Area
    from hrdesk.services.deleted import Deleted
    from hrdesk.ui.kit.desk import Desk


class ListEntryDialog(RecordDialog):
    """One entry of a list, by its fields."""

    def __init__(self, desk: Desk, kind: ReferenceList, entry: Any, parent: QWidget) -> None:
        super().__init__(desk, f"{'แก้ไข' if entry.id else 'เพิ่ม'}{kind.noun}", parent)
        self.kind, self.entry = kind, entry
        self.inputs: dict[str, QWidget] = {}
        for field in kind.fields:
            made = self.inputs[field.name] = self._input(field, getattr(entry, field.name))
            self.form.add(field.name, "" if field.tick else field.words, made)
        self.fit()
        self.inputs[kind.fields[0].name].setFocus()

    def _input(self, field: EntryField, value: Any) -> QWidget:
        if field.tick:
            box = QCheckBox(field.words)
            box.setChecked(value)
            return box
        if field.choices is None:
            if field.name == "name":
                return TextArea(field.words, value, lines=2, line=True)
            return Field(field.words, field.hint, value)
        known = list(field.choices)
        if field.several:
            chosen = [number for number, one in enumerate(known) if one in value]
            several = CheckList(field.words, [(number, term(one)) for number, one in enumerate(known)], chosen)
            several.setFixedHeight(4 * self.theme.row)
            return several
        one = combo(field.words, [(term(choice), choice) for choice in known])
        choose(one, value)
        return one

    def read(self) -> Any:
        return replace(self.entry, **{field.name: self._value(field) for field in self.kind.fields})

    def _value(self, field: EntryField) -> Any:
        made: Any = self.inputs[field.name]
        if field.tick:
            return made.isChecked()
        if field.choices is None:
            text = made.toPlainText() if isinstance(made, TextArea) else made.text()
            return " ".join(clean(text).split())
        if field.several:
            known = list(field.choices)
            return frozenset(known[number] for number in made.chosen())
        return made.currentData()

    def record(self) -> Callable[[], tuple[int, Area]]:
        services, kind, entry = self.desk.services, self.kind, self.read()
        return lambda: kind.save(services, entry)


class ListsDialog(EntryDialog):
    """Each change is kept at once; what is in use cannot be deleted, and the message says where."""

    keeps_no_draft = True

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.theme = desk, desk.theme
        self.office: Office | None = None
        self._wanted = 0  # the entry to choose when the list comes again
        self.setWindowTitle("รายการให้เลือกในแผนและโครงการ")
        theme = self.theme
        self.which = combo("รายการ", [(one.title, one) for one in LISTS])
        self.about = label("", "small", wrap=True)
        self.table = Table(theme, "รายการให้เลือก", RowsModel[Any](LISTS[0].columns))
        self.add_button = button("เพิ่ม", self.add, kind="primary")
        self.edit_button = button("แก้ไข (F2)", self.edit, name="แก้ไขรายการที่เลือก")
        self.delete_button = button("ลบ", self.delete, name="ลบรายการที่เลือก")
        self.up_button = button("ขึ้น", lambda: self.shift(-1), name="เลื่อนรายการขึ้น")
        self.down_button = button("ลง", lambda: self.shift(1), name="เลื่อนรายการลง")
        self.close_button = button("ปิด", self.reject)
        self.close_button.setDefault(True)
        self.undo = UndoBar(theme, self)
        head = row(theme, label("รายการ"), self.which, 1, self.add_button)
        acts = row(theme, self.edit_button, self.delete_button, self.up_button, self.down_button, 1)
        box = column(
            theme, head, self.about, self.table, self.undo, acts, row(theme, 1, self.close_button), gap="m", pad="l"
        )
        box.setStretch(2, 1)
        self.setLayout(box)
        self.resize(theme.px(880), theme.px(480))
        self._connect()
        self._show()
        self.reload()

    def _connect(self) -> None:
        self.which.currentIndexChanged.connect(self._show)
        self.table.opened.connect(lambda _entry: self.edit())
        self.table.chosen.connect(self._moved)
        keys(self.table, {"F2": self.edit, "Del": self.delete})
        keys(self, {"Ctrl+N": self.add, "Alt+Up": lambda: self.shift(-1), "Alt+Down": lambda: self.shift(1)}, within=True)

    @property
    def kind(self) -> ReferenceList:
        found: ReferenceList = self.which.currentData()
        return found

    def reload(self) -> None:
        self.desk.read(self, self.desk.services.register.office, self._arrived)

    def _arrived(self, office: Office) -> None:
        self.office = office
        self._show()

    def _show(self, *_: object) -> None:
        kind = self.kind
        self.about.setText(kind.about)
        if self.table.rows.columns != kind.columns:
            self.table.rows.set_rows(())
            self.table.rows.set_columns(kind.columns)
            self.table.fit()
        if self.office is not None:
            self.table.rows.set_rows(kind.entries(self.office))
            wanted = self._wanted
            if not (wanted and self.table.choose_where(lambda one: one.id == wanted)) and self.table.current_record() is None:
                self.table.choose_row(0)
            self._wanted = 0
        self._moved()

    def _moved(self, _entry: object = None) -> None:
        number, chosen = self.table.currentIndex().row(), self.table.current_record() is not None
        self.edit_button.setEnabled(chosen)
        self.delete_button.setEnabled(chosen)
        self.up_button.setEnabled(chosen and number > 0)
        self.down_button.setEnabled(chosen and number + 1 < self.table.rows.rowCount())

    # doing

    def add(self) -> None:
        self._open(self.kind.blank)

    def edit(self) -> None:
        if (entry := self.table.current_record()) is not None:
            self._open(entry)

    def _open(self, entry: Any) -> None:
        dialog = ListEntryDialog(self.desk, self.kind, entry, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self._again)
        dialog.open()

    def _again(self, wanted: object = 0) -> None:
        self._wanted = wanted if isinstance(wanted, int) else 0
        self.reload()

    def delete(self) -> None:
        entry, kind, services = self.table.current_record(), self.kind, self.desk.services
        if entry is None:
            return

        def done(deleted: Deleted | None) -> None:
            if deleted is not None:
                back = lambda: services.curriculum.bring_back(deleted)  # noqa: E731
                again = lambda: self.desk.change(self, back, lambda _none: self._again(entry.id))  # noqa: E731
                self.undo.offer(f"ลบ “{entry.name}” แล้ว", again)
            self.reload()

        self.desk.change(self, lambda: kind.delete(services, entry.id), done)

    def shift(self, by: int) -> None:
        entries: Sequence[Any] = self.table.rows.rows
        number = self.table.currentIndex().row()
        to = number + by
        if number < 0 or not 0 <= to < len(entries):
            return
        moved = list(entries)
        moved.insert(to, moved.pop(number))
        curriculum, wanted = self.desk.services.curriculum, entries[number].id
        self.desk.change(self, lambda: curriculum.arrange(moved), lambda _none: self._again(wanted))
