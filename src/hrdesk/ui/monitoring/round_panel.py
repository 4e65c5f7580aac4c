"""One monitoring round: its figures, what is still open and why, what was found; saved, closed, opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hrdesk.domain.monitoring import LEAST_ROUNDS
from hrdesk.lazy_dataclass import replace
from hrdesk.thai.dates import short_date
from hrdesk.thai.numbers import format_baht
from hrdesk.ui.kit.chart_view import ChartView
from hrdesk.ui.kit.editors import DateField, Form, TextArea, typed
from hrdesk.ui.kit.widgets import Field, OneLine, button, clear, column, frame, label, panel, row, scroller
from hrdesk.ui.kit.words import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrdesk.domain.monitoring import RoundReport
    from hrdesk.domain.year_figures import YearFigures
    from hrdesk.errors import Problem
    from hrdesk.services.monitoring.rounds import Round
    from hrdesk.ui.kit.theme import Theme

COLUMNS = 3  # of figures beside each other


class FigureGrid(QWidget):
    """The year in a dozen figures."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.space("l"))
        self._grid.setVerticalSpacing(theme.space("m"))
        self._theme = theme

    def show_figures(self, figures: YearFigures) -> None:
        clear(self._grid)
        people, opinions = figures.people, figures.opinions
        percent = figures.whole.percent
        lines = (
            ("โครงการทั้งหมด", f"{len(figures.projects):,}"), ("โครงการที่ดำเนินการแล้ว", f"{figures.done:,}"),
            ("รุ่นที่จัดแล้ว", f"{figures.classes_held:,}"), ("เป้าหมาย (คน)", f"{figures.people_planned:,}"),
            ("เข้าร่วม (คน)", f"{people.attended:,}"), ("ผ่าน (คน)", f"{people.passed:,}"),
            ("งบประมาณตั้งไว้ (บาท)", format_baht(figures.budget_planned)), ("งบประมาณใช้ไป (บาท)", format_baht(figures.budget_used)),
            ("เวลาเข้าอบรม (ร้อยละ)", NOTHING if figures.attendance is None else str(figures.attendance)),
            ("ความพึงพอใจ", f"{opinions.spread.mean} {opinions.word}" if opinions.spread.n else NOTHING),
            ("บุคลากรที่ผ่านการพัฒนา (คน)", f"{figures.whole.developed:,} จาก {figures.whole.people:,}"),
            ("บุคลากรที่ผ่าน (ร้อยละ)", str(percent) if percent is not None else NOTHING),
        )  # fmt: skip
        for place, (name, value) in enumerate(lines):
            self._grid.addLayout(column(self._theme, *row_of(name, value), gap=""), *divmod(place, COLUMNS))
        for side in range(COLUMNS):
            self._grid.setColumnStretch(side, 1)


def row_of(name: str, value: str) -> tuple[QWidget, QWidget]:
    above, below = label(name, "small"), label(value, "strong")
    below.setAccessibleName(f"{name} {value}")
    return above, below


class RoundPanel(QWidget):
    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.round: Round | None = None
        self.explanations: dict[str, Field] = {}
        self._stored: dict[str, str] = {}
        self.as_at = DateField(theme, "ข้อมูล ณ วันที่")
        self.findings = TextArea("ผลการติดตาม", lines=4)
        self.recommendations = TextArea("ข้อเสนอแนะ", lines=3)
        self.form = Form(theme)
        self.form.add("as_at", "ข้อมูล ณ วันที่", self.as_at)
        self.form.add("findings", "ผลการติดตาม", self.findings)
        self.form.add("recommendations", "ข้อเสนอแนะ", self.recommendations)
        self.form.changed.connect(self._changed)
        self.figures = FigureGrid(theme)
        self.chart = ChartView(theme)
        self.items = QGridLayout()
        self.items_note = label("", "small", wrap=True)
        self.items_title = label("เรื่องที่ยังไม่แล้วเสร็จ", "section")
        self.wrong = label("", "", "error", wrap=True)
        self.wrong.hide()
        body = column(
            theme, self.wrong, panel(theme, "ตัวเลขจากข้อมูลจริง", self.figures), panel(theme, "บันทึกผล", self.form),
            panel(theme, self.items_title, self.items_note, self.items),
            panel(theme, "งบประมาณรายโครงการ (บาท)", self.chart), 1, gap="m",
        )  # fmt: skip
        self.state = OneLine("")
        self.state.setProperty("role", "small")
        self.print_button = button("พิมพ์รายงาน…")
        self.close_button = button("ปิดครั้งนี้…")
        self.reopen_button = button("เปิดครั้งนี้ใหม่…")
        self.save_button = button("บันทึก", kind="primary")
        foot = row(
            theme, self.state, self.print_button, self.reopen_button, self.close_button, self.save_button
        )
        foot.setStretch(0, 1)
        whole = column(theme, scroller(frame(body), "การติดตามครั้งนี้"), foot)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def show_round(self, found: Round, svg: bytes, said: str) -> None:
        self.round = None  # what is set below is no edit
        report = found.report
        self.as_at.set_day(report.as_at)
        self.findings.setPlainText(report.findings)
        self.recommendations.setPlainText(report.recommendations)
        self.figures.show_figures(found.figures)
        self.chart.show_chart(svg, said)
        self._show_items(found)
        self.form.show_problems(())
        self.wrong.hide()
        for field in (self.as_at, self.findings, self.recommendations, *self.explanations.values()):
            field.setEnabled(not found.closed)
        self.close_button.setVisible(not found.closed)
        self.save_button.setVisible(not found.closed)
        self.reopen_button.setVisible(found.closed)
        self.round = found
        self._changed()

    def _show_items(self, found: Round) -> None:
        clear(self.items)
        self.explanations, self._stored = {}, {}
        self.items_title.setText(f"เรื่องที่ยังไม่แล้วเสร็จ ({len(found.items)})")
        must = found.report.number >= LEAST_ROUNDS
        ask = "ต้องชี้แจงทุกเรื่องจึงจะปิดครั้งนี้ได้" if must else "ชี้แจงไว้ตั้งแต่ตอนนี้ จะช่วยให้ปิดครั้งที่ 3 ได้ทันที"
        self.items_note.setText(ask if found.items else "ไม่มีเรื่องค้าง ทุกโครงการและทุกรุ่นเป็นไปตามกำหนด")
        for line, item in enumerate(found.items):
            field = Field(f"คำชี้แจง {item.text}", "คำชี้แจง", item.explanation)
            field.textEdited.connect(self._changed)
            self.explanations[item.key] = field
            self._stored[item.key] = item.explanation
            self.items.addWidget(label(item.text, wrap=True), line, 0)
            self.items.addWidget(field, line, 1)
        self.items.setColumnStretch(0, 1)
        self.items.setColumnStretch(1, 1)

    def typed_report(self) -> RoundReport | None:
        if self.round is None:
            return None
        return replace(
            self.round.report,
            as_at=self.as_at.day(),
            findings=self.findings.toPlainText().strip(),
            recommendations=self.recommendations.toPlainText().strip(),
        )

    def typed_explanations(self) -> dict[str, str]:
        return {key: typed(field) for key, field in self.explanations.items()}

    def stored(self, report: RoundReport, said: dict[str, str]) -> None:
        """What is in the database now; whatever was typed since is an edit."""
        if self.round is not None and self.round.report.id == report.id:
            self.round, self._stored = replace(self.round, report=report), said
            self._changed()

    @property
    def dirty(self) -> bool:
        if self.round is None or self.round.closed:
            return False
        return self.typed_report() != self.round.report or self.typed_explanations() != self._stored

    def _changed(self) -> None:
        if self.round is None:
            return
        report = self.round.report
        if self.round.closed:
            told = f"ปิดเมื่อ {short_date(report.closed_on)}" if report.closed_on else "ปิดแล้ว"
            self.state.show_whole(f"{told} ตัวเลขคงเดิมตามวันที่ปิด")
        else:
            self.state.show_whole("● มีการแก้ไขที่ยังไม่ได้บันทึก" if self.dirty else "บันทึกแล้ว")
        self.save_button.setEnabled(self.dirty)
        self.edited.emit()

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Beside the fields; those of open items go to the item's line."""
        problems = tuple(problems)
        items = [p for p in problems if p.field.startswith("item:")]
        homeless = self.form.show_problems([p for p in problems if p not in items], focus=not items)
        for problem in items:
            key = problem.field.removeprefix("item:").rpartition(".")[0]
            if key in self.explanations:
                self.explanations[key].setFocus()
                break
        self.wrong.setText("\n".join([*homeless, *(p.text for p in items)]))
        self.wrong.setVisible(bool(homeless or items))
