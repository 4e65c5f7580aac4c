"""ติดตามประเมินผล: the rounds of a year, the year in pictures, and its annual report."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QStackedLayout, QTabWidget, QWidget

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.monitoring_terms import RoundStatus
from hrdesk.domain.subject import Subject, place_of
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services import Area
from hrdesk.thai.dates import short_date
from hrdesk.ui.kit.chart_view import chart_svg
from hrdesk.ui.kit.messages import ask
from hrdesk.ui.kit.moments import period_word
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import button, choose, column, combo, empty_state, frame, label, picture, row
from hrdesk.ui.kit.words import NOTHING
from hrdesk.ui.monitoring.annual_panel import AnnualPanel
from hrdesk.ui.monitoring.round_panel import RoundPanel
from hrdesk.ui.monitoring.schedule_wizard import open_schedule_wizard
from hrdesk.ui.monitoring.year_panel import YearPanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.domain.monitoring import RoundReport
    from hrdesk.domain.year_figures import YearFigures
    from hrdesk.services import Services
    from hrdesk.services.monitoring.rounds import AnnualTexts, EvidenceItem, Round
    from hrdesk.services.monitoring.schedules import SavedSchedule
    from hrdesk.services.values import PlanSummary
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.theme import Theme

ROUNDS, YEAR, ANNUAL = range(3)  # tabs


@dataclass(frozen=True)
class MonitoringData:
    """`rounds` is empty while no schedule has been made for the year."""

    plans: tuple[PlanSummary, ...]
    plan: int
    year: int
    rounds: tuple[RoundReport, ...] = ()
    shown: Round | None = None
    pictures: tuple[tuple[bytes, str], ...] = ()  # of the round, then of the year; each with what it says
    years: tuple[YearFigures, ...] = ()
    texts: AnnualTexts | None = None
    evidence: tuple[EvidenceItem, ...] = ()
    draft: SavedSchedule | None = None


COLUMNS: tuple[Column[Any], ...] = (
    Column("ที่", lambda r: str(r.number), "9", right=True),
    Column("ณ วันที่", lambda r: short_date(r.as_at) if r.as_at else NOTHING, "30 พ.ย. 2567", stretch=True),
    Column("สถานะ", lambda r: term(r.status), "กำลังจัดทำ", tone=lambda r: "muted" if r.status is RoundStatus.CLOSED else ""),
)


def read_year(services: Services, theme: Theme, wanted: tuple[int, int, int], today: date) -> MonitoringData:
    """`wanted` are plan, year and the number of a round; what is not there is replaced by the nearest."""
    from hrdesk.reports.snapshots.year_charts import budget_chart, coverage_chart, opinion_chart, years_chart  # noqa: PLC0415

    plans = services.planning.plans()
    if not plans:
        return MonitoringData((), 0, 0)
    plan = next((p for p in plans if p.id == wanted[0]), plans[0])
    this_year = FiscalYear.of(today).be
    year = wanted[1] or min(max(this_year, plan.period.first), plan.period.last)
    year = year if year in plan.period else plan.period.first
    rounds = services.monitoring.rounds(plan.id, year)
    shown = _chosen(rounds, wanted[2])
    found = services.monitoring.round(shown.id, today) if shown else None
    years = services.monitoring.comparison(plan.id, today)
    charts = [budget_chart(found.figures)] if found else [years_chart(())]
    whole = next((figures for figures in years if figures.year == year), None)
    if whole is not None:
        charts += [budget_chart(whole), coverage_chart(whole, whole.by_unit), opinion_chart(whole), years_chart(years)]
    pictures = tuple((chart_svg(theme, chart), chart.said) for chart in charts)
    texts = services.monitoring.annual_texts(plan.id, year)
    evidence = services.monitoring.evidence(plan.id, year)
    draft = services.schedules.load_draft()
    return MonitoringData(plans, plan.id, year, rounds, found, pictures, years, texts, evidence, draft)


def _chosen(rounds: tuple[RoundReport, ...], number: int) -> RoundReport | None:
    """The round asked for, else the first that is still open, else the last."""
    asked = next((r for r in rounds if r.number == number), None)
    first_open = next((r for r in rounds if r.status is RoundStatus.OPEN), None)
    return asked or first_open or (rounds[-1] if rounds else None)


class MonitoringPage(Page):
    areas = Area.MONITORING | Area.PLAN | Area.STAFF | Area.ORGANIZATION | Area.TRAINING

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.data = MonitoringData((), 0, 0)
        self._wanted = (0, 0, 0)
        self.plan = combo("แผนพัฒนา")
        self.year = combo("ปีงบประมาณ")
        for chooser in (self.plan, self.year):
            chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.plan.activated.connect(self._plan_chosen)
        self.year.activated.connect(self._year_chosen)
        self.schedule_button = button("แก้ไขตารางติดตาม…", self.make_schedule)
        self.table_button = button("ตารางประจำปี…", partial(self._print, "evaluation-schedule"), name="พิมพ์ตารางติดตามประเมินผลประจำปี")
        self.plan_table_button = button("ตารางของแผน…", partial(self._print, "monitoring-table"), name="พิมพ์ตารางการติดตามประเมินผลของแผน")
        head = row(theme, self.plan, self.year, 1, self.plan_table_button, self.table_button, self.schedule_button)
        self.strip_text = label("", wrap=True)
        resume = button("ทำต่อ", partial(self.make_schedule, resume=True), name="ทำตารางติดตามที่ค้างไว้ต่อ")
        strip = row(theme, picture(theme, "plan", "accent"), self.strip_text, resume)
        strip.setStretch(1, 1)
        strip.setContentsMargins(theme.px(16), theme.px(4), theme.px(8), theme.px(4))
        self.strip = frame(strip, "strip")
        self.strip.hide()
        self._either = QStackedLayout()
        self._either.addWidget(self._tabs())
        make = button("จัดทำตารางติดตาม", self.make_schedule, kind="primary")
        self._either.addWidget(empty_state(theme, "ยังไม่มีตารางติดตามประเมินผลของปีนี้ โปรแกรมเสนอวันที่และวิธีประเมินจากแผนให้แล้ว", make))
        go = button("ไปที่แผนพัฒนา", partial(desk.went.emit, "plan", ""), kind="primary")
        self._either.addWidget(empty_state(theme, "ยังไม่มีแผนพัฒนา การติดตามประเมินผลเริ่มจากแผน", go))
        self._either.setCurrentIndex(1)
        self._head = frame(head)
        box = column(theme, self._head, self.strip, frame(self._either), gap="s")
        box.setStretch(2, 1)
        self.pad(box)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        shortcut.activated.connect(self.save)

    def _tabs(self) -> QTabWidget:
        theme = self.theme
        self.rounds = Table(theme, "ครั้งที่ติดตาม", RowsModel(COLUMNS))
        self.rounds.setFixedWidth(theme.px(240))
        self.rounds.explain("ยังไม่มีครั้งที่ติดตาม กด “จัดทำตารางติดตาม”")
        self.rounds.chosen.connect(self._round_chosen)
        self.panel = RoundPanel(theme)
        self.panel.save_button.clicked.connect(self.save)
        self.panel.close_button.clicked.connect(self.close_round)
        self.panel.reopen_button.clicked.connect(self.reopen_round)
        self.panel.print_button.clicked.connect(partial(self._print, "monitoring-report"))
        both = row(theme, self.rounds, self.panel, gap="m")
        both.setStretch(1, 1)
        self.year_panel = YearPanel(theme)
        self.annual = AnnualPanel(theme)
        self.annual.saved.connect(self._save_texts)
        self.annual.listed.connect(self._save_evidence)
        self.annual.print_button.clicked.connect(partial(self._print, "annual-report"))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("ส่วนของการติดตามประเมินผล")
        self.tabs.tabBar().setAccessibleName("ส่วนของการติดตามประเมินผล")
        self.tabs.tabBar().setDrawBase(False)
        for part, title in ((frame(both), "ครั้งที่ติดตาม"), (self.year_panel, "ภาพรวมของปี"), (self.annual, "รายงานประจำปี")):
            self.tabs.addTab(part, title)
        return self.tabs

    # reading and showing

    def reader(self) -> Callable[[], MonitoringData]:
        services, theme, wanted = self.services, self.theme, self._wanted
        today = date.today()  # noqa: DTZ011 - the officer's day
        return lambda: read_year(services, theme, wanted, today)

    def show_data(self, data: MonitoringData) -> None:
        keeps = self.panel.dirty and data.shown is not None and self._same(data)
        self.data = data
        self._show_head(data)
        self._either.setCurrentIndex(2 if not data.plans else 0 if data.rounds else 1)
        if data.shown is None or data.texts is None:
            return
        self._wanted = (data.plan, data.year, data.shown.report.number)
        self.rounds.blockSignals(True)
        self.rounds.rows.set_rows(data.rounds)
        self.rounds.choose_where(lambda r: r.number == self._wanted[2])
        self.rounds.blockSignals(False)
        if not keeps:
            self.panel.show_round(data.shown, *data.pictures[0])
        self.year_panel.show_years(data.years, data.year, data.pictures[1:])
        self.annual.show_year(data.texts, data.evidence, (data.plan, data.year))

    def _same(self, data: MonitoringData) -> bool:
        """Whether the round being edited is the one that was read, unchanged: what is typed then stays."""
        mine = self.panel.round
        return mine is not None and data.shown is not None and mine.report == data.shown.report

    def _show_head(self, data: MonitoringData) -> None:
        self.plan.clear()
        self.year.clear()
        for plan in data.plans:
            self.plan.addItem(f"แผน {period_word(plan.period)}", plan.id)
        choose(self.plan, data.plan)
        current = next((p for p in data.plans if p.id == data.plan), None)
        for year in current.period.years if current else ():
            self.year.addItem(f"ปี {year.be}", year.be)
        choose(self.year, data.year)
        self._head.setVisible(bool(data.plans))
        self.schedule_button.setVisible(bool(data.rounds))
        self.table_button.setVisible(bool(data.rounds))
        self.strip.setVisible(data.draft is not None)
        if data.draft is not None:
            self.strip_text.setText(f"ตารางติดตามประเมินผลปี {data.draft.schedule.year} ที่จัดทำค้างไว้")

    def show_place(self, place: str) -> None:
        """`round:PLAN:YEAR:NUMBER`, `schedule:PLAN:YEAR`, `new` or `resume`."""
        kind, *numbers = place.split(":")
        if kind == "resume":
            self.make_schedule(resume=True)
        elif kind == "new":
            self.make_schedule()
        elif kind in ("round", "schedule") and all(number.isdecimal() for number in numbers):
            self.tabs.setCurrentIndex(ROUNDS)
            plan, year, number = (*map(int, numbers), 0, 0, 0)[:3]
            self._want(plan, year, number)

    # choosing

    def _plan_chosen(self) -> None:
        self._want(self.plan.currentData(), 0, 0)

    def _year_chosen(self) -> None:
        self._want(self.data.plan, self.year.currentData(), 0)

    def _round_chosen(self, report: RoundReport | None) -> None:
        if report is not None and report.number != self._wanted[2]:
            self._want(self.data.plan, self.data.year, report.number)

    def _want(self, plan: int, year: int, number: int) -> None:
        if not self.may_leave():
            self.show_data(self.data)
            return
        self._wanted = (plan, year, number)
        self.refresh()

    # doing

    def make_schedule(self, *, resume: bool = False) -> None:
        chosen = (self.data.plan, self.data.year)
        open_schedule_wizard(self.desk, self, chosen, self._made, resume=resume)

    def _made(self, schedule: Any) -> None:
        self._wanted = (schedule.plan, schedule.year, 0)
        self.refresh()

    def save(self) -> None:
        if self.tabs.currentIndex() == ANNUAL:
            self.annual.save()
        elif self.panel.dirty:
            self._store_round(self._saved)

    def _store_round(self, done: Callable[[object], object]) -> None:
        report, said = self.panel.typed_report(), self.panel.typed_explanations()
        if report is None or self.panel.form.unreadable():
            self.panel.form.show_problems(())
            return
        monitoring = self.services.monitoring

        def stored(none: object) -> None:
            self.panel.stored(report, said)
            done(none)

        self.desk.change(self, lambda: monitoring.save_round(report, said), stored)

    def _saved(self, _none: object) -> None:
        self.panel.round = None  # shown anew
        self.refresh()

    def close_round(self) -> None:
        """What is typed is saved first; the services say what stands against closing."""
        if self.panel.dirty:
            self._store_round(self._close)
        else:
            self._close(None)

    def _close(self, _none: object) -> None:
        shown, monitoring = self.data.shown, self.services.monitoring
        if shown is None:
            return
        number, today = shown.report.number, date.today()  # noqa: DTZ011 - the officer's day
        text = f"ปิดการติดตามครั้งที่ {number} ตัวเลขของครั้งนี้จะคงเดิมตามข้อมูลวันนี้ แม้จะแก้ไขข้อมูลภายหลัง"
        if not ask(self.window(), "ปิดการติดตาม", text, "ปิดครั้งนี้"):
            self._saved(None)
            return
        self.desk.change(
            self, lambda: monitoring.close_round(shown.report.id, today), self._saved, self._refused
        )

    def _refused(self, error: Exception) -> None:
        problems = getattr(error, "problems", ())
        if not problems:
            self.desk.complain(self, error)
            return
        self.panel.show_problems(problems)

    def reopen_round(self) -> None:
        shown, monitoring = self.data.shown, self.services.monitoring
        text = "เปิดครั้งนี้ใหม่ ตัวเลขจะนับจากข้อมูลปัจจุบันอีกครั้ง รายงานที่พิมพ์ไว้แล้วอาจไม่ตรงกัน"
        if shown is not None and ask(self.window(), "เปิดการติดตามใหม่", text, "เปิดครั้งนี้ใหม่"):
            self.desk.change(self, lambda: monitoring.reopen_round(shown.report.id), self._saved)

    def _save_texts(self, texts: AnnualTexts) -> None:
        data, monitoring = self.data, self.services.monitoring

        def done(_none: object) -> None:
            self.annual.texts = texts
            self.refresh()

        self.desk.change(self, lambda: monitoring.save_annual_texts(data.plan, data.year, texts), done)

    def _save_evidence(self, items: tuple[EvidenceItem, ...]) -> None:
        data, monitoring = self.data, self.services.monitoring
        self.desk.change(
            self, lambda: monitoring.save_evidence(data.plan, data.year, items), lambda _none: self.refresh()
        )

    def _print(self, form_id: str, _checked: bool = False) -> None:
        data = self.data
        number = data.shown.report.id if data.shown and form_id == "monitoring-report" else None
        self.desk.went.emit("reports", place_of(form_id, Subject(plan=data.plan, year=data.year, round=number)))

    def may_leave(self) -> bool:
        if not (self.panel.dirty or self.annual.dirty):
            return True
        text = "ผลการติดตามหรือข้อความในรายงานที่แก้ไขยังไม่ได้บันทึก ถ้าไปต่อ สิ่งที่แก้ไขจะหายไป"
        if not ask(self.window(), "ยังไม่ได้บันทึก", text, "ไปต่อโดยไม่บันทึก"):
            return False
        self.panel.round = None
        self.annual.texts = self.annual.typed_texts()
        self.stale = True
        return True
