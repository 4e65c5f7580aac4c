"""The assessment grid out to Excel and back, with what would change shown before anything is stored."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from hrdesk.domain.terms import term
from hrdesk.ui.kit.locked_export import LockedExport
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import label
from hrdesk.ui.kit.words import NOTHING
from hrdesk.written import Written

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.skill_terms import Rater
    from hrdesk.services import Area
    from hrdesk.services.skills.assessing import Occasion
    from hrdesk.services.skills.sheets import SheetReview
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.page import Page

_READ = "ตาราง (*.xlsx *.xls *.ods *.csv)"


def export_sheet(
    desk: Desk, parent: Page, what: tuple[int | None, Rater | None], tell: Callable[[str], object]
) -> None:
    """`what`: the unit or None for all, and whose word or None for what counts."""
    skills = desk.services.skills

    def done(written: Written[int], lock: str) -> None:
        tell(f"ส่งออก {written.result} คนแล้ว ({lock}): {written.said} ใน {written.path.parent}")

    LockedExport(
        "แบบประเมินทักษะ", "ส่งออกแบบประเมินทักษะ", "แบบประเมินทักษะ.xlsx",
        lambda target, password: skills.export_assessment(*what, target, password), done,
    ).ask(desk, parent)  # fmt: skip


def import_sheet(desk: Desk, parent: Page, unit: int | None, occasion: Occasion) -> None:
    name, _ = QFileDialog.getOpenFileName(parent, "นำเข้าแบบประเมินทักษะ", "", _READ)
    if not name:
        return
    skills = desk.services.skills

    def review(found: SheetReview) -> None:
        dialog = ReviewDialog(desk, found, occasion, parent)
        dialog.saved.connect(lambda _count: parent.refresh())
        dialog.open()

    desk.read(parent, lambda: skills.review_assessment(unit, occasion.rater, Path(name)), review)


def _level(level: int | None) -> str:
    return NOTHING if level is None else str(level)


class ReviewDialog(RecordDialog):
    """Old and new of each change, the cells that could not be read, and one verb that stores them."""

    def __init__(self, desk: Desk, review: SheetReview, occasion: Occasion, parent: QWidget) -> None:
        count = len(review.changes)
        super().__init__(desk, f"ตรวจก่อนนำเข้า: {term(occasion.rater)}", parent, verb=f"บันทึก {count:,} รายการ")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.review, self.occasion = review, occasion
        columns = (
            Column[object]("ชื่อ-สกุล", lambda r: r[1].name, "นางสาวปิ่นแก้ว ฟ้าใสสว่าง"),  # type: ignore[index]
            Column[object]("รหัส", lambda r: r[1].code, "DLit100"),  # type: ignore[index]
            Column[object]("หน่วยความสามารถ", lambda r: r[1].what, "", stretch=True),  # type: ignore[index]
            Column[object]("เดิม", lambda r: _level(r[1].before), "99", right=True),  # type: ignore[index]
            Column[object]("ใหม่", lambda r: _level(r[1].after), "99", right=True),  # type: ignore[index]
        )
        self.table = Table(self.theme, "รายการที่จะเปลี่ยน", RowsModel(columns))
        self.table.rows.set_rows(review.changes)
        self.table.setMinimumHeight(self.theme.row * 6)
        told = f"จะเปลี่ยน {count:,} รายการ เหมือนเดิม {review.same:,} รายการ อ่านไม่ได้ {len(review.wrong):,} ช่อง"
        self.form.add_wide(label(told, "", "warn" if review.wrong else "", wrap=True))
        self.form.add_wide(self.table)
        if review.wrong:
            some = "\n".join(f"{each.cell}: {each.reason}" for each in review.wrong[:8])
            more = f"\nและอีก {len(review.wrong) - 8} ช่อง" if len(review.wrong) > 8 else ""
            self.form.add_wide(label(f"ช่องที่จะไม่นำเข้า\n{some}{more}", "small", "warn", wrap=True))
        self.save_button.setEnabled(count > 0)
        self.setMinimumWidth(self.theme.px(720))
        self.fit()

    def record(self) -> Callable[[], tuple[int, Area]]:
        skills, entries, occasion = self.desk.services.skills, self.review.entries, self.occasion
        return lambda: skills.record(entries, occasion)
