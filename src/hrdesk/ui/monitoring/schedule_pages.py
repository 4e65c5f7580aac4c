"""The steps of the evaluation-schedule wizard; each edits the wizard's one schedule and owns some of its problems."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout, QWidget

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.monitoring import LEAST_ROUNDS, MONTHS, ScheduledRound, ScheduleEntry, proposed_rounds
from hrdesk.lazy_dataclass import replace
from hrdesk.thai.dates import short_date
from hrdesk.ui.kit.checklist import CheckList
from hrdesk.ui.kit.count_box import CountBox
from hrdesk.ui.kit.editors import DateField, Form, typed
from hrdesk.ui.kit.moments import period_word
from hrdesk.ui.kit.step_wizard import StepPage
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import (
    Field,
    button,
    choose,
    clear,
    column,
    combo,
    frame,
    label,
    panel,
    row,
    scroller,
)
from hrdesk.ui.kit.words import NOTHING
from hrdesk.ui.plan.problem_panel import ProblemList, counts

if TYPE_CHECKING:
    from hrdesk.ui.monitoring.schedule_wizard import ScheduleWizard

NO_PROJECTS = "แผนนี้ไม่มีโครงการในปีที่เลือก เลือกปีอื่นที่หน้าแรก หรือเพิ่มปีของโครงการในแผนก่อน"


class SchedulePage(StepPage):
    def __init__(self, wizard: ScheduleWizard) -> None:
        super().__init__(wizard)
        self.wizard = wizard
        self.theme = wizard.theme

    def refresh(self) -> None:
        """Show the schedule as it is now."""


class YearPage(SchedulePage):
    key = "year"
    title = "แผนและปีงบประมาณ"

    def __init__(self, wizard: ScheduleWizard) -> None:
        super().__init__(wizard)
        self.plan = combo("แผนพัฒนา", [(f"แผนพัฒนา {period_word(p.period)}", p.id) for p in wizard.plans])
        self.year = combo("ปีงบประมาณ")
        self.count = CountBox("จำนวนครั้งที่ติดตาม", LEAST_ROUNDS, LEAST_ROUNDS, MONTHS)
        form = Form(self.theme)
        form.add("plan", "แผน", self.plan)
        form.add("year", "ปีงบประมาณ", self.year)
        form.add("count", "ติดตามปีละ (ครั้ง)", self.count)
        hint = label("ต้องติดตามอย่างน้อยปีละ 3 ครั้ง โปรแกรมเสนอวันที่ให้จากปีงบประมาณ ปรับได้ในขั้นถัดไป", "muted", wrap=True)
        self.setLayout(column(self.theme, panel(self.theme, "ตารางของแผนใด ปีใด", form, hint), 1))
        self.plan.activated.connect(self._plan_chosen)
        self.year.activated.connect(self._year_chosen)
        self.count.valueChanged.connect(self._counted)

    def refresh(self) -> None:
        schedule = self.wizard.schedule
        choose(self.plan, schedule.plan)
        period = next(p.period for p in self.wizard.plans if p.id == schedule.plan)
        self.year.clear()
        for year in period.years:
            self.year.addItem(f"พ.ศ. {year.be}", year.be)
        choose(self.year, schedule.year)
        self.count.blockSignals(True)
        self.count.setValue(len(schedule.rounds))
        self.count.blockSignals(False)

    def entered(self) -> None:
        self.plan.setFocus()

    def _plan_chosen(self) -> None:
        period = next(p.period for p in self.wizard.plans if p.id == self.plan.currentData())
        year = self.wizard.schedule.year
        self.wizard.start(self.plan.currentData(), year if year in period else period.first)

    def _year_chosen(self) -> None:
        self.wizard.start(self.wizard.schedule.plan, self.year.currentData())

    def _counted(self, count: int) -> None:
        if count != len(self.wizard.schedule.rounds):
            rounds = proposed_rounds(FiscalYear(self.wizard.schedule.year), count)
            self.wizard.put(replace(self.wizard.schedule, rounds=rounds))


class RoundsPage(SchedulePage):
    key = "rounds"
    title = "กำหนดการติดตาม"
    fields = ("round",)

    def __init__(self, wizard: ScheduleWizard) -> None:
        super().__init__(wizard)
        self.dates: list[DateField] = []
        self.grid = QGridLayout()
        self.grid.setColumnStretch(2, 1)
        again = button("เสนอวันที่ใหม่", self._propose)
        hint = label("รายงานแต่ละครั้งใช้ข้อมูล ณ วันที่กำหนด ครั้งสุดท้ายควรเป็นวันสิ้นปีงบประมาณ", "muted", wrap=True)
        body = frame(column(self.theme, panel(self.theme, "วันที่ของแต่ละครั้ง", hint, self.grid, row(self.theme, 1, again)), 1))
        self.setLayout(column(self.theme, scroller(body)))

    def refresh(self) -> None:
        rounds = self.wizard.schedule.rounds
        if len(rounds) == len(self.dates):
            for field, each in zip(self.dates, rounds, strict=True):
                if not field.wrong:
                    field.set_day(each.as_at)
            return
        clear(self.grid)
        self.dates = []
        for line, each in enumerate(rounds):
            field = DateField(self.theme, f"วันที่ของครั้งที่ {each.number}", each.as_at)
            field.changed.connect(self.commit)
            self.dates.append(field)
            self.grid.addWidget(label(f"ครั้งที่ {each.number}"), line, 0)
            self.grid.addWidget(field, line, 1)

    def entered(self) -> None:
        if self.dates:
            self.dates[0].setFocus()

    def commit(self) -> None:
        days = [field.day() for field in self.dates]
        rounds = tuple(ScheduledRound(number, day) for number, day in enumerate(days, start=1))
        if rounds != self.wizard.schedule.rounds:
            self.wizard.put(replace(self.wizard.schedule, rounds=rounds))

    def show_field(self, path: str) -> None:
        number = path.removeprefix("round:").partition(".")[0]
        if number.isdecimal() and int(number) <= len(self.dates):
            self.dates[int(number) - 1].setFocus()
        else:
            self.wizard.go(0)

    def _propose(self) -> None:
        schedule = self.wizard.schedule
        self.wizard.put(replace(schedule, rounds=proposed_rounds(FiscalYear(schedule.year), len(schedule.rounds))))


class ProjectsPage(SchedulePage):
    key = "projects"
    title = "วิธีประเมินแต่ละโครงการ"
    fields = ("entry:",)

    def __init__(self, wizard: ScheduleWizard) -> None:
        super().__init__(wizard)
        theme = self.theme
        self._shown = 0  # project whose fields are shown
        self.table = Table(theme, "โครงการของปี", RowsModel(wizard.columns()[:1]))
        self.table.explain(NO_PROJECTS)
        self.table.chosen.connect(self._chosen)
        self._choices = tuple((e.id, e.short_name) for e in wizard.office.catalogue.evaluations)
        self.methods = CheckList("วิธีติดตามประเมินผล", self._choices, ())
        self.methods.setFixedHeight(theme.row * 4)
        self.evaluator = Field("ผู้ประเมิน", "เช่น หัวหน้าส่วนราชการ")
        self.due = DateField(theme, "ประเมินแล้วเสร็จภายใน")
        self.months = CountBox("ติดตามผลหลังอบรมกี่เดือน", 0, 0, 24)
        self.note = Field("หมายเหตุ", "เว้นว่างได้")
        self.form = Form(theme)
        for key, text, field in (
            ("evaluations", "วิธีประเมิน", self.methods), ("evaluator", "ผู้ประเมิน", self.evaluator), ("due", "แล้วเสร็จภายใน", self.due),
            ("follow_months", "ติดตามผลหลังอบรม (เดือน)", self.months), ("note", "หมายเหตุ", self.note),
        ):  # fmt: skip
            self.form.add(key, text, field)
        self.form.changed.connect(self.commit)
        self.methods.edited.connect(self.commit)
        self.all_button = button("ใช้ค่าเหล่านี้กับทุกโครงการ", self._to_all)
        side = frame(column(theme, self.form, row(theme, 1, self.all_button), 1))
        both = row(theme, self.table, scroller(side), gap="m")
        both.setStretch(0, 2)
        both.setStretch(1, 3)
        self.setLayout(both)

    def refresh(self) -> None:
        self.table.rows.set_rows(self.wizard.schedule.entries)
        if self.table.currentIndex().row() < 0:
            self.table.choose_row(0)
        self._show(self.table.current_record())

    def entered(self) -> None:
        self.table.setFocus()

    def _chosen(self, entry: Any) -> None:
        self._show(entry)

    def _show(self, entry: ScheduleEntry | None) -> None:
        self.form.setEnabled(entry is not None)
        if entry is None or entry == self._typed():
            return
        self._shown = 0  # what is set below is no edit
        self.methods.refill(self._choices, entry.evaluations)
        self.evaluator.setText(entry.evaluator)
        self.due.set_day(entry.due)
        self.months.setValue(entry.follow_months)
        self.note.setText(entry.note)
        self._shown = entry.project

    def _typed(self) -> ScheduleEntry | None:
        if not self._shown:
            return None
        return ScheduleEntry(
            self._shown, self.methods.chosen(), typed(self.evaluator), self.due.day(), self.months.value(), typed(self.note)
        )  # fmt: skip

    def commit(self) -> None:
        entry, schedule = self._typed(), self.wizard.schedule
        if entry is not None:
            entries = tuple(entry if old.project == entry.project else old for old in schedule.entries)
            if entries != schedule.entries:
                self.wizard.put(replace(schedule, entries=entries))

    def _to_all(self) -> None:
        entry, schedule = self._typed(), self.wizard.schedule
        if entry is not None:
            entries = tuple(replace(entry, project=old.project, note=old.note) for old in schedule.entries)
            self.wizard.put(replace(schedule, entries=entries))

    def show_field(self, path: str) -> None:
        project, _, attribute = path.removeprefix("entry:").partition(".")
        self.table.choose_where(lambda entry: str(entry.project) == project)
        fields: dict[str, QWidget] = {"evaluations": self.methods, "evaluator": self.evaluator, "due": self.due}
        fields.get(attribute, self.table).setFocus()


class ReviewPage(SchedulePage):
    key = "review"
    title = "ตรวจทานและบันทึก"

    def __init__(self, wizard: ScheduleWizard) -> None:
        super().__init__(wizard)
        theme = self.theme
        self.summary = label("", wrap=True)
        self.verdict = label("", "section", wrap=True)
        self.problems = ProblemList(theme)
        self.problems.jump.connect(wizard.jump)
        self.table = Table(theme, "ตารางติดตามประเมินผล", RowsModel(wizard.columns()))
        self.table.setMinimumHeight(theme.row * 4)
        self.table.explain(NO_PROJECTS)
        area = scroller(self.problems, "สิ่งที่ต้องแก้")
        area.setMinimumHeight(theme.row * 2)
        box = column(theme, self.summary, self.table, self.verdict, area)
        box.setStretch(1, 2)
        box.setStretch(3, 1)
        self.setLayout(box)

    def refresh(self) -> None:
        schedule, problems = self.wizard.schedule, self.wizard.problems
        days = " · ".join(f"ครั้งที่ {r.number} {short_date(r.as_at) if r.as_at else NOTHING}" for r in schedule.rounds)
        self.summary.setText(f"ปีงบประมาณ พ.ศ. {schedule.year}: {len(schedule.entries)} โครงการ ติดตาม {len(schedule.rounds)} ครั้ง ({days})")
        self.table.rows.set_rows(schedule.entries)
        self.problems.show_problems(problems)
        self.verdict.setText(counts(problems) if problems else "ครบถ้วน พร้อมบันทึกและพิมพ์")

    def entered(self) -> None:
        self.wizard.next_button.setFocus()


def entry_columns(titles: dict[int, str], methods: dict[int, str]) -> tuple[Column[Any], ...]:
    return (
        Column("โครงการ", lambda e: titles.get(e.project, ""), "โครงการอบรม", stretch=True),
        Column("วิธีประเมิน", lambda e: "; ".join(methods[m] for m in e.evaluations if m in methods) or NOTHING, "ทดสอบตามแบบที่กำหนด"),
        Column("ผู้ประเมิน", lambda e: e.evaluator or NOTHING, "หัวหน้าส่วนราชการ"),
        Column("แล้วเสร็จภายใน", lambda e: short_date(e.due) if e.due else NOTHING, "30 ก.ย. 2567"),
        Column("ติดตามผล", lambda e: f"{e.follow_months} เดือน" if e.follow_months else NOTHING, "12 เดือน"),
    )
