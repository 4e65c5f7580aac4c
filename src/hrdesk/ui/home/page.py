"""หน้าหลัก: where the plan stands in its life, and what to do next.

It is shown before the services are there, so what only they can fill is imported where it is filled.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QProgressBar, QStackedLayout, QWidget

from hrdesk.domain.terms import LIFE, PlanStatus
from hrdesk.services import Area
from hrdesk.ui.kit.drawings import Bars, Stepper
from hrdesk.ui.kit.moments import moment_word
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.widgets import (
    button,
    clear,
    column,
    empty_state,
    frame,
    label,
    one_line,
    panel,
    picture,
    row,
    scroller,
)
from hrdesk.ui.kit.words import period_word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QBoxLayout

    from hrdesk.domain.fiscal import PlanPeriod
    from hrdesk.domain.office import Office
    from hrdesk.domain.plan import PlanDraft
    from hrdesk.domain.year_project import Budget
    from hrdesk.errors import Problem
    from hrdesk.services.first_look import FirstLook
    from hrdesk.services.monitoring.schedules import DueItem
    from hrdesk.ui.home.backup_line import BackupLine
    from hrdesk.ui.home.evidence_panel import EvidencePanel
    from hrdesk.ui.home.next_steps import Step
    from hrdesk.ui.kit.desk import Desk

WAITING = "กำลังตรวจข้อมูล…"
STEPS = ("ร่าง", "คณะกรรมการ", "แก้ไขตามมติ", "ผู้บริหาร", "จังหวัดเห็นชอบ", "ประกาศใช้", "สิ้นสุดแผน")
PROBLEMS_SHOWN = 3


class HomeData(NamedTuple):
    office: Office
    draft: PlanDraft | None
    problems: tuple[Problem, ...]
    people: int
    wizard: tuple[PlanDraft, str, datetime] | None
    due: tuple[DueItem, ...] = ()
    scheduled: frozenset[int] = frozenset()  # years whose monitoring rounds have a schedule of their own
    money: Mapping[int, Budget] = MappingProxyType({})  # of the projects of each year, those outside the plan too


class HomePage(Page):
    areas = (
        Area.PLAN | Area.STAFF | Area.CURRICULUM | Area.ORGANIZATION | Area.MONITORING | Area.TRAINING | Area.NEEDS
    )  # fmt: skip

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.evidence: EvidencePanel | None = None
        self.backup: BackupLine | None = None
        self.strip_text = label("", wrap=True)
        self.resume_button = button("ทำต่อ", partial(desk.went.emit, "plan", "resume"), name="ทำแผนที่ค้างไว้ต่อ")
        strip = row(theme, picture(theme, "plan", "accent"), self.strip_text, self.resume_button)
        strip.setStretch(1, 1)
        strip.setContentsMargins(theme.px(16), theme.px(6), theme.px(8), theme.px(6))
        self.strip = frame(strip, "strip")
        self.life = Stepper(theme, "สถานะของแผน")
        self.open_button = button("เปิดแผน", partial(desk.went.emit, "plan", ""), kind="link")
        self.life_title = label("แผนพัฒนา", "section")
        self.life_panel = panel(theme, self.life_title, self.life, side=self.open_button)
        self._either = QStackedLayout()
        self._either.addWidget(frame(self._boxes()))
        first = button("จัดทำแผนพัฒนา 3 ปี", partial(desk.went.emit, "plan", "new"), kind="primary")
        self.empty = empty_state(theme, "ยังไม่มีแผนพัฒนา โปรแกรมเตรียมหลักสูตร วิธีการ และโครงการมาตรฐานไว้ให้แล้ว", first)
        self.start_box = QGridLayout()
        start = panel(theme, "ก่อนจัดทำแผน", self.start_box)
        self._either.addWidget(frame(column(theme, start, self.empty, gap="m")))
        body = column(theme, self.strip, self._either, gap="m")
        body.setStretch(1, 1)
        inner = frame(body)
        self.pad(column(theme, scroller(inner, "หน้าหลัก")))
        self.strip.hide()

    def _boxes(self) -> QBoxLayout:
        theme = self.theme
        self.next_box = QGridLayout()
        self.problem_box = column(theme, gap="xs")
        self.problem_count = label("", "muted")
        self.bars = Bars(theme)
        self.covered = label("", "figure")
        self.covered_of = label("", "muted", wrap=True)
        self.cover = QProgressBar()
        self.cover.setTextVisible(False)
        self.cover.setFixedHeight(theme.px(8))
        self.uncovered = label("", "small")
        self.facts = QGridLayout()
        self.backup_box = column(theme, gap="")
        figure = row(theme, self.covered, self.covered_of)
        figure.setStretch(1, 1)
        cover = panel(theme, "ความครอบคลุมตำแหน่ง", figure, self.cover, self.uncovered)
        money = panel(theme, "งบประมาณ (บาท)", self.bars)
        found = panel(theme, "ปัญหาที่พบ", self.problem_box, side=self.problem_count, gap="xs")
        inside = panel(theme, "ข้อมูลในโปรแกรม", self.backup_box, self.facts, 1, gap="xs")
        self.evidence_box = column(theme, gap="")
        work = (panel(theme, "ต้องทำต่อไป", self.next_box), found, self.evidence_box)  # what to do, the wider side
        boxes = row(theme, gap="m")
        for parts, share in ((work, 5), ((cover, money, inside), 3)):
            boxes.addLayout(column(theme, *parts, 1, gap="m"), share)
        return column(theme, self.life_panel, boxes, gap="m")

    def reader(self) -> Callable[[], HomeData]:
        services = self.services

        def work() -> HomeData:
            plans = services.planning.plans()
            draft = services.planning.load(plans[0].id) if plans else None
            problems = services.planning.problems_of(draft) if draft else ()
            office = services.register.office()
            people = sum(bool(position.holder) for position in office.positions)
            due = services.schedules.due_items(date.today())  # noqa: DTZ011 - the officer's day
            scheduled = services.schedules.scheduled_years(draft.id) if draft else frozenset()
            money = services.year_projects.budgets_by_year()
            return HomeData(office, draft, problems, people, services.planning.load_wizard(), due, scheduled, money)

        return work

    def preview(self, look: FirstLook) -> None:
        """The figures that need no check, until the services give all of them."""
        plan = look.plan
        self._either.setCurrentIndex(0 if plan else 1)
        if plan is None:
            self.start_box.addWidget(label(WAITING, "muted"))
            return
        self._show_plan(plan.period, plan.status, plan.totals)
        self._show_facts(plan.projects, look.positions, look.people, look.courses)
        self.next_box.addWidget(label(WAITING, "muted"))
        self.problem_box.addWidget(label(WAITING, "muted"))
        self.covered_of.setText(WAITING)

    def show_data(self, data: HomeData) -> None:
        from hrdesk.ui.home.next_steps import next_steps  # noqa: PLC0415

        today = date.today()  # noqa: DTZ011 - the officer's day
        self._show_wizard(data)
        steps = next_steps(data.office, data.draft, data.problems, today, due=data.due, scheduled=data.scheduled)
        self._either.setCurrentIndex(0 if data.draft else 1)
        if data.draft is None:
            self._show_steps(self.start_box, steps)
            return
        self._show_late_parts()
        draft, office = data.draft, data.office
        self._show_plan(draft.period, draft.status, [draft.year_total(year.be) for year in draft.period.years], data.money)
        self._show_steps(self.next_box, steps)
        self._show_cover(data, draft)
        self._show_problems(data.problems)
        self._show_facts(len(draft.projects), len(office.positions), data.people, len(office.catalogue.courses))

    def _show_plan(
        self, period: PlanPeriod, status: PlanStatus, totals: Sequence[int], money: Mapping[int, Budget] | None = None
    ) -> None:
        """`totals` in satang, one of each year of the period; `money` of the years that have projects of their own."""
        self.life_title.setText(f"แผนพัฒนา {period_word(period)}")
        stage = PlanStatus.ANNOUNCED if status is PlanStatus.REVISING else status
        self.life.show_steps(STEPS, LIFE.index(stage))
        used = {year: budget.used // 100 for year, budget in (money or {}).items()}
        planned = zip(period.years, totals, strict=True)
        self.bars.show_years([(f"ปี {year.be}", total // 100, used.get(year.be)) for year, total in planned])

    def _show_wizard(self, data: HomeData) -> None:
        self.strip.setVisible(data.wizard is not None)
        if data.wizard is not None:
            draft, _page, when = data.wizard
            self.strip_text.setText(
                f"แผน {period_word(draft.period)} ที่จัดทำค้างไว้ บันทึกร่างล่าสุด {moment_word(when)}"
            )

    def _show_steps(self, grid: QGridLayout, steps: tuple[Step, ...]) -> None:
        clear(grid)
        grid.setHorizontalSpacing(self.theme.space("m"))
        grid.setVerticalSpacing(self.theme.space("xs"))
        for line, step in enumerate(steps):
            mark = picture(self.theme, step.icon, step.tone)
            grid.addWidget(mark, line, 0)
            grid.addWidget(label(step.text, wrap=True), line, 1)
            go = partial(self.desk.went.emit, step.page, step.place)
            verb = button(step.verb, go, kind="link", name=f"{step.verb}: {step.text}")
            grid.addWidget(verb, line, 2, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(1, 1)

    def _show_late_parts(self) -> None:
        """They ask for themselves; they are made when the services are there."""
        from hrdesk.ui.home.backup_line import BackupLine  # noqa: PLC0415
        from hrdesk.ui.home.evidence_panel import EvidencePanel  # noqa: PLC0415

        if self.evidence is None:
            self.evidence = EvidencePanel(self.desk, self)
            self.evidence_box.addWidget(self.evidence)
        if self.backup is None:
            self.backup = BackupLine(self.desk, self)
            self.backup_box.addWidget(self.backup)
        self.evidence.refresh()
        self.backup.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.backup is not None:
            self.backup.refresh()  # a backup changes no data, so that nothing else tells of it

    def _show_cover(self, data: HomeData, draft: PlanDraft) -> None:
        from hrdesk.domain.reach import uncovered_positions  # noqa: PLC0415

        total = len(data.office.positions)
        covered = total - len(uncovered_positions(draft, data.office))
        self.covered.setText(f"{covered:,}")
        self.covered_of.setText(f"จาก {total:,} ตำแหน่ง มีโครงการรองรับ")
        self.cover.setRange(0, max(1, total))
        self.cover.setValue(covered)
        self.cover.setAccessibleName(f"ตำแหน่งที่มีโครงการรองรับ {covered} จาก {total}")
        left = total - covered
        self.uncovered.setText("ครบทุกตำแหน่งตามเป้าหมายของแผน" if not left else f"ยังไม่มีโครงการรองรับ {left:,} ตำแหน่ง")

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        from hrdesk.ui.plan.problem_panel import counts  # noqa: PLC0415

        clear(self.problem_box)
        self.problem_count.setText(counts(problems) if problems else "")
        if not problems:
            fine = row(self.theme, picture(self.theme, "check", "ok"), label("ไม่พบปัญหา แผนพร้อมพิมพ์"), 1)
            self.problem_box.addLayout(fine)
            return
        for problem in problems[:PROBLEMS_SHOWN]:
            error = problem.severity == "error"
            icon = picture(self.theme, "error" if error else "warning", "error" if error else "warn")
            said = column(self.theme, one_line(problem.place or problem.text, "strong"), gap="")
            if problem.place:
                said.addWidget(one_line(problem.text, "muted"))
            line = row(self.theme, icon, said)
            line.setStretch(1, 1)
            self.problem_box.addLayout(line)
        see = partial(self.desk.went.emit, "plan", problems[0].field)
        more = f"ดูทั้งหมด {len(problems)} รายการ"
        self.problem_box.addLayout(row(self.theme, button(more, see, kind="link"), 1))

    def _show_facts(self, projects: int, positions: int, people: int, courses: int) -> None:
        clear(self.facts)
        rows = (
            ("โครงการในแผน", f"{projects:,}"), ("ตำแหน่ง", f"{positions:,}"), ("ผู้ครองตำแหน่ง", f"{people:,}"),
            ("ว่าง", f"{positions - people:,}"), ("หลักสูตร", f"{courses:,}"),
        )  # fmt: skip
        for line, (name, value) in enumerate(rows):
            self.facts.addWidget(label(name, "muted"), line, 0)
            self.facts.addWidget(label(value), line, 1, Qt.AlignmentFlag.AlignRight)
        self.facts.setColumnStretch(0, 1)
        self.facts.setVerticalSpacing(0)
