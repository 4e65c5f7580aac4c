"""One class at work: its people, attendance, tests, opinions and what comes after, and its closing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QTabWidget, QWidget

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.subject import Subject, place_of
from hrdesk.domain.terms import term
from hrdesk.domain.training_terms import ClassStatus
from hrdesk.domain.year_project import with_origin
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services import Area
from hrdesk.thai.dates import day_span
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.pick import PickBox
from hrdesk.ui.kit.widgets import OneLine, button, choose, column, combo, empty_state, frame, label, row
from hrdesk.ui.kit.words import NOTHING
from hrdesk.ui.training.after_class import AfterTab
from hrdesk.ui.training.attendance_grid import AttendanceTab
from hrdesk.ui.training.class_people import PeopleTab
from hrdesk.ui.training.opinion_grid import OpinionTab
from hrdesk.ui.training.score_grid import ScoreTab

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.services.training.values import ClassRow
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.training.class_tab import ClassTab


@dataclass(frozen=True)
class ClassesOfYear:
    years: tuple[int, ...]
    year: int
    classes: tuple[ClassRow, ...]


PAPERS = (
    ("คำสั่งให้เข้ารับการอบรม", "order-training"),
    ("ใบลงชื่อเข้ารับการอบรม", "attendance-sheet"),
    ("แบบทดสอบ: ใบกรอกคะแนน", "test-sheet"),
    ("สรุปผลการทดสอบ", "test-summary"),
    ("แบบประเมินความพึงพอใจ", "satisfaction-form"),
    ("สรุปความพึงพอใจ", "satisfaction-summary"),
    ("รายงานผลการอบรมรายบุคคล", "training-report"),
    ("แบบติดตามผลโดยผู้บังคับบัญชา", "follow-up-form"),
    ("หนังสือขอผลการอบรม", "result-request"),
    ("วุฒิบัตร", "certificate"),
)


class ClassSection(Page):
    """Places: the id of a class."""

    areas = Area.TRAINING

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.info: ClassesOfYear | None = None
        self.year: int | None = None
        self.class_id: int | None = None
        self.year_box = combo("ปีงบประมาณ")
        self.year_box.activated.connect(self._year_chosen)
        self.pick = PickBox("รุ่น", [])
        self.pick.activated.connect(self._class_chosen)
        self.state = OneLine("")
        self.state.setProperty("role", "small")
        self.papers = combo("พิมพ์แบบของรุ่นนี้", [("พิมพ์…", None), *PAPERS])
        self.papers.setMinimumContentsLength(6)
        self.papers.setSizeAdjustPolicy(self.papers.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.papers.view().setMinimumWidth(theme.px(280))
        self.papers.activated.connect(self._print)
        self.close_button = button("ปิดรุ่น", self.complete, kind="primary")
        self.open_button = button("เปิดรุ่นอีกครั้ง", self.reopen)
        self.told = label("", "", "error", wrap=True)
        self.told.hide()
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("สิ่งที่บันทึกของรุ่น")
        self.pages: list[ClassTab] = []
        for title, page in self._make_tabs():
            self.pages.append(page)
            self.tabs.addTab(page, title)
        self.tabs.currentChanged.connect(lambda _n: self._catch_up())
        bar = row(theme, self.year_box, self.pick, self.state, self.papers, self.open_button, self.close_button, gap="s")
        bar.setStretch(1, 5)
        bar.setStretch(2, 2)
        go = button("ไปที่โครงการของปี", lambda: desk.went.emit("classes", "projects"), kind="primary")
        self._empty = empty_state(theme, "ยังไม่มีรุ่นในปีงบประมาณนี้ เพิ่มรุ่นได้ที่แท็บ “โครงการของปี”", go)
        self._either = QStackedLayout()
        self._either.addWidget(frame(column(theme, self.tabs)))
        self._either.addWidget(self._empty)
        box = column(theme, bar, self.told, self._either, gap="s")
        box.setStretch(2, 1)
        box.setContentsMargins(0, theme.px(10), 0, 0)
        self.setLayout(box)

    def _make_tabs(self) -> tuple[tuple[str, ClassTab], ...]:
        return (
            ("ผู้เข้าอบรม", PeopleTab(self.desk)),
            ("การเข้าอบรม", AttendanceTab(self.desk)),
            ("คะแนนทดสอบ", ScoreTab(self.desk)),
            ("ความพึงพอใจ", OpinionTab(self.desk)),
            ("หลังอบรม", AfterTab(self.desk)),
        )

    # reading

    def reader(self) -> Callable[[], ClassesOfYear]:
        services, wanted, class_id = self.services, self.year, self.class_id

        def work() -> ClassesOfYear:
            years = services.year_projects.years()
            today = FiscalYear.of(date.today()).be  # noqa: DTZ011 - the officer's day
            if class_id is not None and wanted is None:
                year = services.classes.year_of(class_id)
            else:
                with_projects = services.year.budgets_by_year()
                year = wanted or (today if today in with_projects else max(with_projects, default=today))
            return ClassesOfYear(years, year, services.classes.in_year(year))

        return work

    def show_data(self, data: ClassesOfYear) -> None:
        self.info, self.year = data, data.year
        self.year_box.clear()
        for year in sorted({*data.years, data.year}, reverse=True):
            self.year_box.addItem(str(year), year)
        choose(self.year_box, data.year)
        self.pick.clear()
        for one in data.classes:
            self.pick.addItem(with_origin(f"{one.title} รุ่นที่ {one.number}", one.carried_into(data.year)), one.id)
        ids = [one.id for one in data.classes]
        self.class_id = self.class_id if self.class_id in ids else next(iter(ids), None)
        choose(self.pick, self.class_id)
        self._either.setCurrentIndex(0 if ids else 1)
        self.pick.setVisible(bool(ids))
        self.papers.setVisible(bool(ids))
        self._show_class()

    def current(self) -> ClassRow | None:
        rows = self.info.classes if self.info else ()
        return next((one for one in rows if one.id == self.class_id), None)

    def _show_class(self) -> None:
        one = self.current()
        done = one is not None and one.status is ClassStatus.COMPLETED
        self.close_button.setVisible(one is not None and not done)
        self.open_button.setVisible(done)
        self.state.show_whole(f"{term(one.status)} · {day_span(one.starts_on, one.ends_on) or NOTHING}" if one else "")
        if one is not None:
            for page in self.pages:
                page.show_class(one.id, locked=done)
            self._catch_up()

    def _catch_up(self) -> None:
        page = self.pages[self.tabs.currentIndex()]
        if page.stale and page.class_id:
            page.refresh()

    def _year_chosen(self) -> None:
        self.year = self.year_box.currentData()
        self.refresh()

    def _class_chosen(self) -> None:
        self.class_id = self.pick.currentData()
        self.told.hide()
        self._show_class()

    def _print(self) -> None:
        form, one = self.papers.currentData(), self.current()
        self.papers.setCurrentIndex(0)
        if form is not None and one is not None:
            subject = Subject(year=one.year, project=one.project, training_class=one.id)
            self.desk.went.emit("reports", place_of(form, subject))

    def show_place(self, place: str) -> None:
        if place.isdigit():
            self.class_id, self.year = int(place), None
            self.refresh()

    # closing

    def complete(self) -> None:
        classes, class_id = self.services.classes, self.class_id
        if class_id is not None:
            self.desk.change(self, lambda: classes.complete(class_id), self._changed, self._refused)

    def reopen(self) -> None:
        classes, class_id = self.services.classes, self.class_id
        if class_id is not None:
            self.desk.change(self, lambda: classes.reopen(class_id), self._changed)

    def _changed(self, _none: object) -> None:
        self.told.hide()
        self.refresh()

    def _refused(self, error: Exception) -> None:
        problems = getattr(error, "problems", None)
        if problems:
            self.told.setText("ยังปิดรุ่นไม่ได้: " + " ".join(problem.text for problem in problems))
            self.told.show()
        else:
            self.desk.complain(self, error)
