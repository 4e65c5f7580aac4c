"""The sections of one plan, and the panel of its problems under them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QWidget

from hrdesk.domain.check import project_index
from hrdesk.domain.plan import PlanProject
from hrdesk.domain.terms import CommitteeKind
from hrdesk.ui.kit.list_section import ListSection
from hrdesk.ui.kit.widgets import Pair, button, column, frame, label, row, scroller, tool, word_tool
from hrdesk.ui.plan.aims_section import FIELDS, AimsSection
from hrdesk.ui.plan.budget_grid import FIRST_YEAR, TITLE, BudgetGrid
from hrdesk.ui.plan.chapters_section import ChaptersSection
from hrdesk.ui.plan.coverage_section import CoverageSection
from hrdesk.ui.plan.facts import PlanFacts
from hrdesk.ui.plan.life_section import LifeSection
from hrdesk.ui.plan.meetings_section import MeetingsSection
from hrdesk.ui.plan.needs_section import NeedsSection
from hrdesk.ui.plan.plan_lists import RESPONSIBLE, ROUNDS, committee_kind, show_round
from hrdesk.ui.plan.problem_actions import ProblemActions
from hrdesk.ui.plan.problem_panel import ProblemPanel
from hrdesk.ui.plan.project_dialog import ProjectDialog

if TYPE_CHECKING:
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.theme import Theme
    from hrdesk.ui.plan.draft import DraftHolder
    from hrdesk.ui.plan.life_section import PlanRecord

PROJECTS, FACTS, CHAPTERS, PEOPLE, ROUNDS_TAB, COVERAGE, AIMS, MEETINGS, LIFE_TAB, NEEDS = range(10)
DETAILS = (  # of a project, edited in its dialog
    "methods", "organizers", "targets", "evaluations", "courses", "listed", "no_budget", "reaches", "links", "indicators",
    "costs", "stated_total",
)  # fmt: skip


class ProjectsSection(QWidget):
    """The grid with the buttons for whole projects."""

    def __init__(self, theme: Theme, holder: DraftHolder, parent: QWidget, *, mending: bool = False) -> None:
        super().__init__(parent)
        self.theme = theme
        self.holder = holder
        self.grid = BudgetGrid(theme, holder, self, mending=mending)
        self.add_button = button("เพิ่มโครงการ", self.add)
        self.edit_button = button("รายละเอียด…", self.edit, name="รายละเอียดของโครงการที่เลือก")
        self.delete_button = tool(theme, "delete", "ลบโครงการที่เลือก", self.delete)
        self.up_button = tool(theme, "up", "เลื่อนโครงการขึ้น", partial(self._move, -1))
        self.down_button = tool(theme, "down", "เลื่อนโครงการลง", partial(self._move, 1))
        self.right_button = word_tool(
            theme, "next", "เติมปีถัดไป", "เติมงบประมาณไปปีถัดไป", self.grid.table.fill_right
        )
        self.fill_button = word_tool(
            theme, "fill", "เติมลงล่าง", "เติมงบประมาณลงล่าง (Ctrl+D)", self.grid.table.fill_down
        )
        hint = label("พิมพ์ทับในช่องปีได้ทันที เว้นว่างคือไม่ดำเนินการ", "small", wrap=True)
        tools = (self.up_button, self.down_button, self.right_button, self.fill_button, self.delete_button)
        head = row(theme, hint, *tools, self.edit_button, self.add_button, gap="xs")
        head.setStretch(0, 1)
        self._changers = (*tools, self.add_button)
        shortcut = QShortcut(QKeySequence.StandardKey.New, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.add_button.click)
        box = column(theme, head, self.grid, gap="xs")
        box.setStretch(1, 1)
        self.setLayout(box)
        holder.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        for one in self._changers:
            one.setEnabled(not self.holder.frozen)

    def place(self) -> int:
        return self.grid.table.currentIndex().row()

    def add(self) -> None:
        years = tuple(year.be for year in self.holder.draft.period.years)
        self._dialog(PlanProject(0, "", years=years), None)

    def edit(self, attribute: str = "") -> None:
        """`attribute` is what a problem speaks of: its tab is shown first."""
        if 0 <= self.place() < len(self.holder.draft.projects):
            self._dialog(self.holder.draft.projects[self.place()], self.place(), attribute)

    def _dialog(self, project: PlanProject, place: int | None, attribute: str = "") -> None:
        dialog = ProjectDialog(self.theme, self.holder.office, project, self, self.holder.draft.strategies)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.ok.setEnabled(not self.holder.frozen)
        dialog.show_part(attribute)

        def put() -> None:
            if place is None:
                self.holder.set_projects([*self.holder.draft.projects, dialog.project], "เพิ่มโครงการ")
                self.grid.table.choose_row(len(self.holder.draft.projects) - 1, FIRST_YEAR)
            else:
                self.holder.set_project(place, dialog.project, "แก้ไขโครงการ")
            self.grid.table.setFocus()

        dialog.accepted.connect(put)
        dialog.open()

    def delete(self) -> None:
        place, projects = self.place(), list(self.holder.draft.projects)
        if 0 <= place < len(projects):
            del projects[place]
            self.holder.set_projects(projects, "ลบโครงการ")
            self.grid.table.choose_row(min(place, len(projects) - 1), TITLE)

    def _move(self, step: int) -> None:
        place, projects = self.place(), list(self.holder.draft.projects)
        if 0 <= place < len(projects) and 0 <= place + step < len(projects):
            projects[place], projects[place + step] = projects[place + step], projects[place]
            column_now = self.grid.table.currentIndex().column()
            self.holder.set_projects(projects, "ย้ายโครงการ")
            self.grid.table.choose_row(place + step, column_now)

    def show_field(self, path: str) -> None:
        """The cell of `project:12.budget.2565`; a project without a cell for it opens its details."""
        place = project_index(self.holder.draft, path)
        if place is None:
            self.grid.table.setFocus()
            return
        attribute = path.partition(".")[2]
        tail = attribute.rpartition(".")[2]
        years = [year.be for year in self.holder.draft.period.years]
        column_there = FIRST_YEAR + years.index(int(tail)) if tail.isdigit() and int(tail) in years else TITLE
        if attribute == "budgets":
            column_there = FIRST_YEAR
        self.grid.table.choose_row(place, column_there)
        self.grid.table.setFocus()
        if attribute.partition(".")[0] in DETAILS:
            self.edit(attribute)


class PlanTabs(QWidget):
    jump = Signal(object)  # Problem

    def __init__(self, desk: Desk, holder: DraftHolder, record: PlanRecord, parent: QWidget) -> None:
        super().__init__(parent)
        theme = desk.theme
        self.holder = holder
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("ส่วนของแผน")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName("ส่วนของแผน")
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setDrawBase(False)
        self.projects = ProjectsSection(theme, holder, self)
        self.facts = PlanFacts(theme, holder, self)
        self.chapters = ChaptersSection(theme, holder, self)
        self.planning = ListSection(theme, holder, committee_kind(CommitteeKind.PLANNING, holder), self)
        self.monitoring = ListSection(theme, holder, committee_kind(CommitteeKind.MONITORING, holder), self)
        self.responsible = ListSection(theme, holder, RESPONSIBLE, self)
        self.rounds = ListSection(theme, holder, ROUNDS, self)
        self.coverage = CoverageSection(desk, holder, self)
        self.aims = AimsSection(theme, holder, self)
        self.meetings = MeetingsSection(desk, holder.draft.id, record.meetings, self)
        self.life = LifeSection(desk, holder.draft, record, self)
        self.needs = NeedsSection(desk, holder, self, prints=True)
        people = frame(column(theme, Pair(theme, self.planning, self.monitoring, 1040), self.responsible))
        for section, title in (
            (self.projects, "โครงการและงบ"), (scroller(self.facts), "ข้อมูลแผน"), (self.chapters, "ข้อความในเล่ม"),
            (scroller(people), "คณะกรรมการ"), (self.rounds, "การติดตาม"),
            (self.coverage, "ความครอบคลุม"), (scroller(self.aims), "เป้าหมาย"), (scroller(self.meetings), "การประชุม"),
            (scroller(self.life), "ประวัติ"), (self.needs, "ความต้องการ"),
        ):  # fmt: skip
            held = column(theme, section)
            held.setContentsMargins(0, theme.px(6), 0, 0)
            self.tabs.addTab(frame(held), title)
        self.problems = ProblemPanel(theme, self, actions=ProblemActions(desk, holder, self))
        self.problems.jump.connect(self.jump)
        box = column(theme, self.tabs, self.problems, gap="s")
        box.setStretch(0, 2)
        box.setStretch(1, 1)
        self.setLayout(box)
        holder.changed.connect(self.refresh)
        self.tabs.currentChanged.connect(self._shown)
        self.refresh()
        self.projects.grid.table.choose_row(0, FIRST_YEAR)

    def _shown(self, tab: int) -> None:
        """The needs of a year are read when they are looked at."""
        if tab == NEEDS:
            self.needs.refresh()

    def refresh(self) -> None:
        self.problems.show_problems(self.holder.problems)

    def show_record(self, record: PlanRecord) -> None:
        """What was kept of the plan besides itself was read anew."""
        self.meetings.show_meetings(record.meetings)
        self.life.show_record(record)

    def currentIndex(self) -> int:
        return self.tabs.currentIndex()

    def setCurrentIndex(self, index: int) -> None:
        self.tabs.setCurrentIndex(index)

    def commit(self) -> None:
        """Hand in what is still being typed."""
        self.chapters.commit()
        self.facts.commit()

    def show_place(self, path: str) -> None:
        """The tab and field a Problem's path names."""
        kind, _, key = path.partition(":")
        if kind == "project" or path == "plan.projects" or path.startswith("plan.year."):
            self.tabs.setCurrentIndex(PROJECTS)
            self.projects.show_field(path)
        elif kind == "chapter":
            self.tabs.setCurrentIndex(CHAPTERS)
            self.chapters.show_chapter(key)
        elif kind == "committee" or path == "plan.responsible":
            self.tabs.setCurrentIndex(PEOPLE)
            section = {CommitteeKind.PLANNING.value: self.planning, CommitteeKind.MONITORING.value: self.monitoring}
            section.get(key, self.responsible).table.setFocus()
        elif path == "coverage":
            self.tabs.setCurrentIndex(COVERAGE)
            self.coverage.table.setFocus()
        elif path.startswith(FIELDS):
            self.tabs.setCurrentIndex(AIMS)
            self.aims.show_field(path)
        elif path == "meetings":
            self.tabs.setCurrentIndex(MEETINGS)
            self.meetings.table.setFocus()
        elif path == "needs":
            self.tabs.setCurrentIndex(NEEDS)
            self.needs.table.setFocus()
        elif path == "life":
            self.tabs.setCurrentIndex(LIFE_TAB)
            self.life.events.setFocus()
        elif path.startswith("rounds"):
            self.tabs.setCurrentIndex(ROUNDS_TAB)
            show_round(self.rounds, path)
        else:
            self.tabs.setCurrentIndex(FACTS)
            self.facts.show_field(path)
