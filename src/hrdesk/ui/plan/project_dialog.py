"""One project of a plan: its title, how, by whom, for whom, and how it is followed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QGridLayout, QTabWidget, QWidget

from hrdesk.domain.reach import Reacher
from hrdesk.lazy_dataclass import replace
from hrdesk.thai.text import clean
from hrdesk.ui.kit.checklist import CheckList
from hrdesk.ui.kit.editors import TextArea, typed
from hrdesk.ui.kit.list_section import ListSection
from hrdesk.ui.kit.reach_list import reach_list
from hrdesk.ui.kit.typed_dialog import TypedDialog
from hrdesk.ui.kit.value_holder import ValueHolder
from hrdesk.ui.kit.widgets import Field, button, column, frame, label, row, rule, scroller, set_invalid
from hrdesk.ui.kit.words import baht
from hrdesk.ui.plan.aim_lists import INDICATORS
from hrdesk.ui.plan.cost_list import COSTS, read_amount
from hrdesk.ui.plan.links import link_choices
from hrdesk.ui.plan.project_funds import FundsPart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrdesk.domain.office import Office
    from hrdesk.domain.plan import PlanProject
    from hrdesk.domain.plan_parts import OwnStrategy
    from hrdesk.ui.kit.theme import Theme

_LISTS = (
    ("organizers", "หน่วยดำเนินการ", "organizers"), ("methods", "วิธีการพัฒนา", "methods"),
    ("targets", "กลุ่มเป้าหมาย", "targets"), ("evaluations", "การติดตามประเมินผล", "evaluations"),
)  # fmt: skip


class ProjectDialog(TypedDialog):
    """Returns the project as `project`; the plan's holder stores it."""

    def __init__(
        self,
        theme: Theme,
        office: Office,
        project: PlanProject,
        parent: QWidget,
        strategies: Sequence[OwnStrategy] = (),
    ) -> None:
        super().__init__(parent)
        self.project = project
        self.office = office
        self.setWindowTitle("แก้ไขโครงการ" if project.title else "เพิ่มโครงการ")
        self.title = TextArea("ชื่อโครงการ", project.title, lines=2, line=True)
        self.monitoring = Field(
            "ชื่อรวมในตารางติดตาม", "เว้นว่างไว้ถ้าแสดงด้วยชื่อโครงการ", project.monitoring_title
        )
        self.listed = QCheckBox("แสดงในข้อ 5.1")
        self.listed.setChecked(project.listed)
        self.no_budget = QCheckBox("ไม่ใช้งบประมาณ")
        self.no_budget.setChecked(project.no_budget)
        catalogue = office.catalogue
        self.lists = {
            key: CheckList(text, [(one.id, one.name) for one in getattr(catalogue, attribute)], getattr(project, key))
            for key, text, attribute in _LISTS
        }
        numbers = {group.id: group.number for group in catalogue.course_groups}
        self.lists["courses"] = CheckList(
            "หลักสูตรที่ใช้",
            [(c.id, f"4.{numbers.get(c.group, '')} {c.title}") for c in catalogue.courses],
            project.courses,
        )
        self.wrong = label("กรุณากรอกชื่อโครงการ", "", "error")
        self.wrong.hide()
        self.ok = button("ใช้ข้อมูลนี้", self.accept, kind="primary")
        self.ok.setDefault(True)
        self.save_key.activated.connect(self.ok.click)
        body = frame(column(theme, label("ชื่อโครงการ"), self.title, self.wrong, self._grid(theme), gap="xs"))
        self.tabs = self._more(theme, scroller(body), strategies)
        foot = row(theme, 1, button("ยกเลิก", self.reject), self.ok)
        self.setLayout(column(theme, self.tabs, rule(), foot, gap="m", pad="l"))
        height = self.screen().availableGeometry().height() if self.screen() else 700
        self.resize(theme.px(760), min(theme.px(680), height - 60))
        self.title.setFocus()

    def _more(self, theme: Theme, first: QWidget, strategies: Sequence[OwnStrategy]) -> QTabWidget:
        """The project itself, and what it is meant for besides the usual."""
        self.holder = ValueHolder(self.project, self)
        self.reaches = ListSection(theme, self.holder, reach_list(self.office), self)
        self.indicators = ListSection(theme, self.holder, INDICATORS, self)
        self.costs = ListSection(theme, self.holder, COSTS, self)
        total = self.project.stated_total
        self.stated_total = Field("ยอดรวมตามเอกสาร", "เว้นว่างให้โปรแกรมรวม", "" if total is None else baht(total))
        self._links = link_choices(strategies)
        ticked = [place for place, (link, _) in enumerate(self._links) if link in self.project.links]
        self.links = CheckList("แนวทางและยุทธศาสตร์ที่โครงการสนับสนุน", enumerate(text for _, text in self._links), ticked)
        self.funds = FundsPart(theme, self.project.budgets, self.office.catalogue.funds)
        self.reached = label("", "muted", wrap=True)
        self.holder.changed.connect(self._count)
        self.lists["targets"].edited.connect(self._count)
        self._count()
        tabs = QTabWidget()
        tabs.setAccessibleName("ส่วนของโครงการ")
        tabs.tabBar().setAccessibleName("ส่วนของโครงการ")
        tabs.setDocumentMode(True)
        tabs.tabBar().setDrawBase(False)
        for part, title in (
            (first, "โครงการ"), (self.funds, "งบประมาณ"),
            (frame(column(theme, self.reached, self.reaches)), "ผู้รับการพัฒนา"), (self.links, "ความสอดคล้อง"), (self.indicators, "ตัวชี้วัด"),
            (frame(column(theme, self.costs, row(theme, label("ยอดรวมตามเอกสาร (บาท)"), self.stated_total, 1))), "ค่าใช้จ่าย"),
        ):  # fmt: skip
            held = column(theme, part)
            held.setContentsMargins(0, theme.px(8), 0, 0)
            tabs.addTab(frame(held), title)
        return tabs

    def _count(self) -> None:
        targets = self.lists["targets"].chosen()
        ids = Reacher(self.office).positions(replace(self.holder.draft, targets=targets))
        self.reached.setText(f"กลุ่มเป้าหมายและผู้ที่ระบุเพิ่มรวมกันถึง {len(ids):,} จาก {len(self.office.positions):,} ตำแหน่ง")

    def _grid(self, theme: Theme) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space("l"))
        grid.setVerticalSpacing(0)
        heads = {key: text for key, text, _ in _LISTS} | {"courses": "หลักสูตรที่ใช้"}
        places = {"organizers": (0, 0), "methods": (0, 1), "targets": (2, 0), "evaluations": (2, 1)}
        for key, (line, side) in places.items():
            grid.addWidget(label(heads[key]), line, side)
            self.lists[key].setMinimumHeight(theme.row * 4)
            grid.addWidget(self.lists[key], line + 1, side)
        grid.addWidget(label(heads["courses"]), 4, 0, 1, 2)
        self.lists["courses"].setMinimumHeight(theme.row * 4)
        grid.addWidget(self.lists["courses"], 5, 0, 1, 2)
        grid.addWidget(label("ชื่อรวมในตารางติดตาม (โครงการที่ใช้ชื่อเดียวกันพิมพ์เป็นแถวเดียว)"), 6, 0, 1, 2)
        grid.addWidget(self.monitoring, 7, 0, 1, 2)
        grid.addLayout(row(theme, self.listed, self.no_budget, 1, gap="l"), 8, 0, 1, 2)
        return grid

    def show_part(self, attribute: str) -> None:
        """The tab on which a problem's attribute is mended, and the row of `indicators.1`, counted from 0."""
        places = {"reaches": 2, "links": 3, "indicators": 4, "costs": 5, "stated_total": 5}
        name, _, rest = attribute.partition(".")
        self.tabs.setCurrentIndex(places.get(name, 0))
        number, part = rest.partition(".")[0], {"indicators": self.indicators, "costs": self.costs}.get(name)
        if part is not None and number.isdigit():
            part.table.choose_row(int(number))

    def accept(self) -> None:
        title = " ".join(clean(self.title.toPlainText()).split())
        if not title:
            self.tabs.setCurrentIndex(0)
            self.wrong.show()
            set_invalid(self.title, invalid=True)
            self.title.setFocus()
            return
        if (field := self.funds.wrong()) is not None:
            self.tabs.setCurrentIndex(1)
            field.setFocus()
            return
        try:
            stated = read_amount(typed(self.stated_total))
        except ValueError:
            self.show_part("stated_total")
            set_invalid(self.stated_total, invalid=True)
            self.stated_total.setFocus()
            return
        self.project = replace(
            self.holder.draft,
            stated_total=stated,
            budgets=self.funds.budgets(),
            links=tuple(self._links[place][0] for place in self.links.chosen()),
            title=title,
            monitoring_title=typed(self.monitoring),
            listed=self.listed.isChecked(),
            no_budget=self.no_budget.isChecked(),
            organizers=self.lists["organizers"].chosen(),
            methods=self.lists["methods"].chosen(),
            targets=self.lists["targets"].chosen(),
            evaluations=self.lists["evaluations"].chosen(),
            courses=self.lists["courses"].chosen(),
        )
        super().accept()
