"""Whom a project of the year is for: its target groups, who is named besides, and how many people that comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrdesk.domain.reach import Reacher
from hrdesk.lazy_dataclass import replace
from hrdesk.ui.kit.checklist import CheckList
from hrdesk.ui.kit.list_section import ListSection
from hrdesk.ui.kit.reach_list import reach_list
from hrdesk.ui.kit.value_holder import ValueHolder
from hrdesk.ui.kit.widgets import button, column, label, row

if TYPE_CHECKING:
    from hrdesk.domain.office import Office
    from hrdesk.domain.year_project import YearProject
    from hrdesk.ui.kit.theme import Theme


class AimPart(QWidget):
    edited = Signal()
    counted = Signal(int)  # people, to be taken as the number the project is meant for

    def __init__(self, theme: Theme, office: Office, project: YearProject) -> None:
        super().__init__()
        self.office = office
        self._reacher = Reacher(office)
        self._holders = frozenset(post.id for post in office.positions if post.staff_id is not None)
        targets = [(target.id, target.name) for target in office.catalogue.targets]
        self.targets = CheckList("กลุ่มเป้าหมาย", targets, project.targets)
        self.holder = ValueHolder(project, self)
        self.reaches = ListSection(theme, self.holder, reach_list(office), self)
        self.reached = label("", "muted", wrap=True)
        self.take = button("ใช้จำนวนนี้เป็นเป้าหมาย", lambda: self.counted.emit(self.people))
        self.people = 0
        self.targets.edited.connect(self._changed)
        self.holder.changed.connect(self._changed)
        sides = row(theme, column(theme, label("กลุ่มเป้าหมาย", "section"), self.targets, gap="xs"), self.reaches, gap="m")
        sides.setStretch(0, 2)
        sides.setStretch(1, 3)
        foot = row(theme, self.reached, self.take)
        foot.setStretch(0, 1)
        self.setLayout(column(theme, sides, foot, gap="s", pad="s"))
        self._count()

    def value(self, project: YearProject) -> YearProject:
        return replace(project, targets=self.targets.chosen(), reaches=self.holder.draft.reaches)

    def _changed(self) -> None:
        self._count()
        self.edited.emit()

    def _count(self) -> None:
        posts = self._reacher.positions(self.value(self.holder.draft))
        self.people = len(posts & self._holders)
        self.reached.setText(
            f"รวมกันถึง {len(posts):,} จาก {len(self.office.positions):,} ตำแหน่ง มีผู้ครองตำแหน่ง {self.people:,} คน"
            if posts else "ยังไม่ได้ระบุผู้รับการพัฒนา เลือกกลุ่มเป้าหมาย หรือเพิ่มระดับ สายงาน ส่วนราชการ หรือบุคคล"
        )  # fmt: skip
        self.take.setEnabled(self.people > 0)
