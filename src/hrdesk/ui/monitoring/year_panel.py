"""A year in pictures, and the plan's years beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from hrdesk.ui.kit.chart_view import ChartView
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import column, frame, label, panel, scroller
from hrdesk.ui.kit.words import NOTHING, baht

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrdesk.domain.year_figures import YearFigures
    from hrdesk.ui.kit.theme import Theme

TITLES = ("งบประมาณรายโครงการ (บาท)", "บุคลากรที่ผ่านการพัฒนา ตามส่วนราชการ", "ความพึงพอใจของผู้เข้าอบรม", "งบประมาณรายปี (บาท)")
NOTHING_YET = ("ยังไม่มีโครงการที่มีงบประมาณ", "ยังไม่มีบุคลากรในทะเบียน", "ยังไม่มีแบบประเมินความพึงพอใจ", "ยังไม่มีปีที่เริ่มแล้ว")
COLUMNS: tuple[Column[Any], ...] = (
    Column("ปี พ.ศ.", lambda f: str(f.year), "2567"),
    Column("โครงการ", lambda f: f"{len(f.projects):,}", "999", right=True),
    Column("แล้วเสร็จ", lambda f: f"{f.done:,}", "999", right=True),
    Column("รุ่น", lambda f: f"{f.classes_held:,}", "999", right=True),
    Column("เข้าร่วม (คน)", lambda f: f"{f.people.attended:,}", "9,999", right=True),
    Column("ผ่าน (คน)", lambda f: f"{f.people.passed:,}", "9,999", right=True),
    Column("ตั้งไว้ (บาท)", lambda f: baht(f.budget_planned), "9,999,999", right=True),
    Column("ใช้ไป (บาท)", lambda f: baht(f.budget_used), "9,999,999", right=True),
    Column("บุคลากรที่ผ่าน (ร้อยละ)", lambda f: NOTHING if f.whole.percent is None else str(f.whole.percent), "100.00", right=True, stretch=True),
)


class YearPanel(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = Table(theme, "ปีของแผนเทียบกัน", RowsModel(COLUMNS))
        self.table.setFixedHeight(theme.row * 5)
        self.table.explain("ยังไม่ถึงปีแรกของแผน เมื่อปีงบประมาณแรกเริ่มแล้ว ผลของแต่ละปีจะเทียบกันที่นี่")
        self.charts = [ChartView(theme) for _ in TITLES]
        self.notes = [label(text, "muted") for text in NOTHING_YET]
        parts = [
            panel(theme, title, note, chart)
            for title, note, chart in zip(TITLES, self.notes, self.charts, strict=True)
        ]
        body = column(theme, *parts[:3], panel(theme, "เปรียบเทียบรายปี", self.table), parts[3], 1, gap="m")
        self.setLayout(column(theme, scroller(frame(body), "ภาพรวมของปี")))

    def show_years(self, years: Sequence[YearFigures], year: int, pictures: Sequence[tuple[bytes, str]]) -> None:
        """`pictures` is empty for a year that has not begun."""
        self.table.rows.set_rows(tuple(years))
        self.table.choose_where(lambda figures: figures.year == year)
        shown = [*pictures, *[(b"", "")] * (len(self.charts) - len(pictures))]
        for chart, note, (svg, said) in zip(self.charts, self.notes, shown, strict=True):
            chart.show_chart(svg, said)
            note.setVisible(not svg)
