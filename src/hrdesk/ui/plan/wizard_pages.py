"""The pages of the plan wizard; each edits the one draft and owns some of its problems."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QRadioButton

from hrdesk.domain.copied import unconfirmed
from hrdesk.domain.terms import CommitteeKind
from hrdesk.thai.numbers import baht_text, format_baht
from hrdesk.ui.kit.list_section import ListSection
from hrdesk.ui.kit.moments import period_word
from hrdesk.ui.kit.step_wizard import StepPage
from hrdesk.ui.kit.widgets import Pair, column, frame, label, panel, scroller
from hrdesk.ui.plan.columns_mend import of_catalogue, open_entry
from hrdesk.ui.plan.facts import PlanFacts
from hrdesk.ui.plan.plan_lists import RESPONSIBLE, ROUNDS, committee_kind, show_round
from hrdesk.ui.plan.problem_actions import ProblemActions
from hrdesk.ui.plan.problem_panel import ProblemList, counts

if TYPE_CHECKING:
    from hrdesk.ui.plan.wizard import PlanWizard


class WizardPage(StepPage):
    def __init__(self, wizard: PlanWizard) -> None:
        super().__init__(wizard)
        self.wizard = wizard
        self.theme = wizard.theme
        self.holder = wizard.holder


class FactsPage(WizardPage):
    key = "facts"
    title = "ข้อมูลแผน"
    fields = ("plan.period", "plan.budget_law", "plan.committee_announcement")

    def __init__(self, wizard: PlanWizard) -> None:
        super().__init__(wizard)
        theme = self.theme
        self.blank = QRadioButton("เริ่มใหม่จากหลักสูตรและโครงการมาตรฐานของโปรแกรม")
        self.previous = QRadioButton("")
        self._group = QButtonGroup(self)
        self._group.addButton(self.blank)
        self._group.addButton(self.previous)
        last = wizard.data.plans[0] if wizard.data.plans else None
        if last is not None:
            self.previous.setText(f"คัดลอกจากแผน {period_word(last.period)} แล้วเลื่อนปีและงบประมาณไปข้างหน้า")
        self.previous.setVisible(last is not None)
        self._show_base()
        self.holder.changed.connect(self._show_base)
        self.blank.clicked.connect(self._base_chosen)
        self.previous.clicked.connect(self._base_chosen)
        base = panel(theme, "ตั้งต้นจาก", self.blank, self.previous, gap="xs")
        self.facts = PlanFacts(theme, self.holder, self, silent=("plan.covers_all_positions",))
        body = frame(column(theme, base, panel(theme, "ข้อมูลของแผน", self.facts), 1, gap="m"))
        self.setLayout(column(theme, scroller(body)))

    def _show_base(self) -> None:
        """What the draft is, also when it was brought back by an undo."""
        (self.previous if self.wizard.from_previous else self.blank).setChecked(True)

    def _base_chosen(self) -> None:
        """The same one pressed again begins nothing anew: all that was entered would be gone."""
        if self.previous.isChecked() == self.wizard.from_previous:
            return
        self.wizard.start_from(previous=self.previous.isChecked())

    def entered(self) -> None:
        self.facts.first.setFocus()
        self.facts.first.selectAll()

    def commit(self) -> None:
        self.facts.commit()

    def show_field(self, path: str) -> None:
        self.facts.show_field(path)


class CoursesWizardPage(WizardPage):
    key = "courses"
    title = "หลักสูตร"
    fields = ("course:",)

    def __init__(self, wizard: PlanWizard) -> None:
        from hrdesk.ui.courses.page import CoursesPage  # noqa: PLC0415

        super().__init__(wizard)
        self.courses = CoursesPage(wizard.desk, self, inside_wizard=True)
        hint = label("หลักสูตรทั้งห้าหมวดเตรียมไว้ให้แล้ว ตรวจดูและปรับให้ตรงกับหน่วยงาน", "muted", wrap=True)
        box = column(self.theme, hint, self.courses)
        box.setStretch(1, 1)
        self.setLayout(box)

    def entered(self) -> None:
        if self.courses.stale:
            self.courses.refresh()
        self.courses.groups.setFocus()

    def show_field(self, path: str) -> None:
        self.courses.go_to(path)


class PeoplePage(WizardPage):
    key = "people"
    title = "ผู้รับผิดชอบและคณะกรรมการ"
    fields = ("committee:", "plan.responsible")

    def __init__(self, wizard: PlanWizard) -> None:
        super().__init__(wizard)
        theme = self.theme
        self.responsible = ListSection(theme, self.holder, RESPONSIBLE, self)
        self.planning = ListSection(theme, self.holder, committee_kind(CommitteeKind.PLANNING, self.holder), self)
        self.monitoring = ListSection(theme, self.holder, committee_kind(CommitteeKind.MONITORING, self.holder), self)
        both = Pair(theme, self.planning, self.monitoring, 1040)
        self.setLayout(column(theme, scroller(frame(column(theme, self.responsible, both, gap="m")))))

    def entered(self) -> None:
        self.responsible.table.setFocus()

    def show_field(self, path: str) -> None:
        sections = {CommitteeKind.PLANNING.value: self.planning, CommitteeKind.MONITORING.value: self.monitoring}
        sections.get(path.partition(":")[2], self.responsible).table.setFocus()


class RoundsPage(WizardPage):
    key = "rounds"
    title = "การติดตามประเมินผล"
    fields = ("rounds", "method:", "organizer:")

    def __init__(self, wizard: PlanWizard) -> None:
        super().__init__(wizard)
        self.rounds = ListSection(self.theme, self.holder, ROUNDS, self)
        hint = label("ต้องติดตามอย่างน้อยปีละ 3 ครั้ง โปรแกรมกำหนดวันไว้ให้แล้ว ปรับได้", "muted", wrap=True)
        box = column(self.theme, hint, self.rounds)
        box.setStretch(1, 1)
        self.setLayout(box)

    def entered(self) -> None:
        self.rounds.table.setFocus()

    def show_field(self, path: str) -> None:
        if of_catalogue(path):
            open_entry(self.wizard.desk, self.holder.office, path, self)
            return
        show_round(self.rounds, path)


class ReviewPage(WizardPage):
    key = "review"
    title = "ตรวจทานและสร้างแผน"

    def __init__(self, wizard: PlanWizard) -> None:
        super().__init__(wizard)
        theme = self.theme
        self.summary = label("", wrap=True)
        self.verdict = label("", "section", wrap=True)
        self.problems = ProblemList(theme, actions=ProblemActions(wizard.desk, self.holder, wizard))
        self.problems.jump.connect(wizard.jump)
        area = scroller(self.problems, "ปัญหาที่พบ")
        area.setMinimumHeight(theme.row * 3)
        whole = panel(theme, "สรุปแผน", self.summary)
        found = panel(theme, "สิ่งที่ต้องตรวจก่อนสร้างแผน", self.verdict, area)
        box = column(theme, whole, found, gap="m")
        box.setStretch(1, 1)
        self.setLayout(box)
        self.holder.changed.connect(self.refresh)
        self.refresh()

    def entered(self) -> None:
        self.refresh()
        self.wizard.next_button.setFocus()

    def refresh(self) -> None:
        draft = self.holder.draft
        years = " · ".join(f"ปี {y.be} {format_baht(draft.year_total(y.be))}" for y in draft.period.years)
        self.summary.setText(
            f"แผนพัฒนา {period_word(draft.period)} มี {len(draft.projects)} โครงการ\n{years}\n"
            f"รวม {format_baht(draft.total)} บาท ({baht_text(draft.total)})"
        )
        problems = self.holder.problems
        self.problems.show_problems(problems)
        more = "ต้องยืนยันสิ่งที่คัดลอกให้ครบก่อนจึงสร้างแผนได้"
        if not unconfirmed(draft, self.holder.office):
            more = "แก้ก่อนหรือสร้างแผนแล้วแก้ต่อในหน้าแผนพัฒนาก็ได้"
        self.verdict.setText(f"{counts(problems)} · {more}" if problems else "ไม่พบปัญหา พร้อมสร้างแผน")
