"""Whom a project of a plan or a year names besides its target groups: levels, lines, units and people."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hrdesk.domain.plan_parts import Reach
from hrdesk.domain.plan_terms import ReachKind
from hrdesk.domain.reach import reach_name
from hrdesk.domain.terms import LEVELS_OF, Level, term
from hrdesk.ui.kit.item_dialog import ItemDialog
from hrdesk.ui.kit.list_section import ListKind
from hrdesk.ui.kit.pick import PickBox
from hrdesk.ui.kit.table import Column

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.office import Office
    from hrdesk.ui.kit.theme import Theme


def reach_choices(office: Office) -> list[Reach]:
    """Every level in use, line, unit and person of the office, in that order."""
    used = {post.level for post in office.positions}
    levels = dict.fromkeys(level for group in LEVELS_OF.values() for level in group if level is not Level.NONE)
    lines = {post.line_id for post in office.positions}
    return [
        *(Reach(ReachKind.LEVEL, level=level) for level in levels if level in used),
        *(Reach(ReachKind.LINE, line.id) for line in office.lines if line.id in lines),
        *(Reach(ReachKind.UNIT, unit.id) for unit in office.units),
        *(Reach(ReachKind.PERSON, post.staff_id) for post in office.positions if post.staff_id is not None),
    ]


class ReachDialog(ItemDialog):
    """One list to type into, since nobody knows beforehand whether a name is a unit or a person."""

    def __init__(self, theme: Theme, office: Office, one: Reach, parent: QWidget) -> None:
        super().__init__(theme, "ผู้รับการพัฒนา", parent)
        choices = reach_choices(office)
        names = [(f"{term(reach.kind)}: {reach_name(reach, office)}", reach) for reach in choices]
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
