"""Whom a project of a plan or a year names besides its target groups: levels, lines, units and people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.plan_parts import Reach
from hrdesk.domain.plan_terms import ReachKind
from hrdesk.domain.reach import reach_choices, reach_name
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import replace
from hrdesk.ui.kit.item_dialog import ItemDialog
from hrdesk.ui.kit.list_section import ListKind
from hrdesk.ui.kit.pick import PickBox
from hrdesk.ui.kit.table import Column

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.office import Office
    from hrdesk.ui.kit.theme import Theme


class ReachDialog(ItemDialog):
    """One list to type into, since nobody knows beforehand whether a name is a unit or a person."""

    def __init__(self, theme: Theme, office: Office, one: Reach, parent: QWidget) -> None:
        super().__init__(theme, "ผู้รับการพัฒนา", parent)
        names = [(f"{term(reach.kind)}: {name}", reach) for reach, name in reach_choices(office).items()]
        self.choice = PickBox("ระดับ สายงาน ส่วนราชการ หรือบุคคล", names, one)
        self.form.add("choice", "ผู้รับการพัฒนา", self.choice)
        self.choice.setFocus()

    def value(self) -> Reach | None:
        found: Reach | None = self.choice.currentData()
        if found is None:
            self.refuse("ไม่พบรายการที่พิมพ์ กรุณาเลือกจากรายการ", self.choice)
        return found


def reach_list(office: Office) -> ListKind:
    return ListKind(
        title="ผู้รับการพัฒนานอกจากกลุ่มเป้าหมาย",
        noun="ผู้รับการพัฒนา",
        columns=(
            Column("ชนิด", lambda reach: term(reach.kind), "ส่วนราชการ"),
            Column("ผู้รับการพัฒนา", lambda reach: reach_name(reach, office), stretch=True),
        ),
        get=lambda project: project.reaches,
        put=lambda project, items: replace(project, reaches=tuple(dict.fromkeys(items))),
        new=lambda _project: Reach(ReachKind.LEVEL),
        dialog=lambda theme, _project, item, parent: ReachDialog(theme, office, item, parent),
    )
