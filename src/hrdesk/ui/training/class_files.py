"""Files of a class brought in: attendance, marks and answered forms, reviewed before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from hrdesk.services.area import Area
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.services.training.class_sheets import Review
    from hrdesk.ui.training.attendance_grid import AttendanceTab
    from hrdesk.ui.training.class_tab import ClassTab
    from hrdesk.ui.training.opinion_grid import OpinionTab
    from hrdesk.ui.training.score_grid import ScoreTab

_READ = "ตาราง (*.xlsx *.xls *.ods *.csv)"


def choose_file(tab: ClassTab, title: str) -> Path | None:
    name, _ = QFileDialog.getOpenFileName(tab, title, "", _READ)
    return Path(name) if name else None


def import_attendance(tab: AttendanceTab) -> None:
    """What the file holds goes through the grid's undo stack."""
    source, attendance, class_id = choose_file(tab, "นำเข้าการเข้าอบรม"), tab.services.attendance, tab.class_id

    def work() -> Review:
        from hrdesk.services.training.class_sheets import review_attendance  # noqa: PLC0415 - seldom

        return review_attendance(source, attendance.sheet(class_id))  # type: ignore[arg-type]

    if source is not None:
        tab.desk.read(tab, work, lambda found: _show_cells(tab, "นำเข้าการเข้าอบรม", found))


def import_scores(tab: ScoreTab) -> None:
    """The same for marks."""
    source, services, class_id = choose_file(tab, "นำเข้าคะแนน"), tab.services, tab.class_id

    def work() -> Review:
        from hrdesk.services.training.class_sheets import review_scores  # noqa: PLC0415 - seldom

        people = services.classes.participants(class_id)
        return review_scores(source, services.classes.load(class_id), people)  # type: ignore[arg-type]

    if source is not None:
        tab.desk.read(tab, work, lambda found: _show_cells(tab, "นำเข้าคะแนน", found))


def import_answers(tab: OpinionTab) -> None:
    """Answered forms: the headings are matched with the questions, then all are stored at once."""
    source, services, class_id = choose_file(tab, "นำเข้าแบบประเมินที่ตอบแล้ว"), tab.services, tab.class_id

    def work() -> Any:
        from hrdesk.services.training.form_export import read_answers, review_answers  # noqa: PLC0415 - seldom

        answers = read_answers(source, services.opinions.questions(class_id))  # type: ignore[arg-type]
        return answers, review_answers(answers)

    def show(found: Any) -> None:
        answers, review = found
        matched = sum(one is not None for one in answers.questions)
        left = [h for h, q in zip(answers.headings, answers.questions, strict=True) if q is None and h]
        told = f"พบ {len(review.sheets):,} ฉบับ ตรงกับคำถาม {matched} ข้อ"
        if answers.comment is not None:
            left.remove(answers.headings[answers.comment])
            told += " และมีคอลัมน์ความคิดเห็น"
        if left:
            told += f" คอลัมน์ที่ไม่นำเข้า: {', '.join(left)}"
        opinions = services.opinions
        found_in = Found("นำเข้าแบบประเมิน", told, len(review.sheets), review.wrong)
        _open(tab, found_in, lambda: opinions.save_sheets(class_id, review.sheets), tab.imported)

    if source is not None:
        tab.desk.read(tab, work, show)


def _show_cells(tab: ClassTab, title: str, found: Review) -> None:
    changed = {key: value for key, value in found.cells.items() if tab.value_of(key) != value}
    same = len(found.cells) - len(changed)
    told = f"จะเปลี่ยน {len(changed):,} ช่อง เหมือนเดิม {same:,} ช่อง อ่านไม่ได้ {len(found.wrong):,} รายการ"
    _open(tab, Found(title, told, len(changed), found.wrong), lambda: Area(0), lambda _none: tab.edit(title, changed))


@dataclass(frozen=True)
class Found:
    """What a file holds, told before it is stored; `wrong` are places with reasons."""

    title: str
    told: str
    count: int
    wrong: tuple[tuple[str, str], ...]


def _open(tab: ClassTab, found: Found, work: Callable[[], Any], done: Callable[[object], object]) -> None:
    dialog = ReviewDialog(tab, found, work)
    dialog.saved.connect(done)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


class ReviewDialog(RecordDialog):
    """How much would change and what could not be read; one verb stores it."""

    def __init__(self, tab: ClassTab, found: Found, work: Callable[[], Any]) -> None:
        super().__init__(tab.desk, f"ตรวจก่อน{found.title}", tab, verb=f"บันทึก {found.count:,} รายการ")
        self._work = work
        self.form.add_wide(label(found.told, "", "warn" if found.wrong else "", wrap=True))
        if found.wrong:
            columns = (
                Column[tuple[str, str]]("ช่อง", lambda r: r[0], "AA1000"),
                Column[tuple[str, str]]("สิ่งที่ต้องแก้", lambda r: r[1], stretch=True),
            )
            self.table = Table(self.theme, "รายการที่อ่านไม่ได้", RowsModel(columns))
            self.table.rows.set_rows(found.wrong)
            self.table.setMinimumHeight(self.theme.row * 5)
            self.form.add_wide(self.table)
            self.form.add_wide(label("รายการเหล่านี้จะไม่นำเข้า ข้อมูลที่บันทึกไว้แล้วไม่เปลี่ยน กรุณาแก้ในแฟ้มแล้วนำเข้าอีกครั้ง", "small", wrap=True))
        self.save_button.setEnabled(found.count > 0)
        self.fit()

    def record(self) -> Callable[[], Any]:
        return self._work
