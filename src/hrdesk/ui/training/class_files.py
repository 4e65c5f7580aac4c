"""Files of a class brought in: attendance, marks and answered forms, reviewed before anything is stored."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog

from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.services.area import Area
from hrdesk.services.sheets.faults import LockedFile
from hrdesk.services.sheets.sheet import column_letters
from hrdesk.ui.kit.locked_export import LockedExport
from hrdesk.ui.kit.passwords import FilePasswordDialog
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import button, choose, combo, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.services.training.class_columns import ClassColumns
    from hrdesk.services.training.class_sheets import Review
    from hrdesk.services.training.form_export import AnswerReview
    from hrdesk.ui.training.attendance_grid import AttendanceTab
    from hrdesk.ui.training.class_tab import ClassTab
    from hrdesk.ui.training.opinion_grid import OpinionTab
    from hrdesk.ui.training.score_grid import ScoreTab
    from hrdesk.written import Written

    Show = Callable[["_Import", ClassColumns, Any], None]

COMMENT = "comment"  # class_columns.COMMENT, whose module reads files and is not needed to open a class
NOT_TAKEN = "ไม่นำเข้า"
LONGEST = 32  # letters of a heading beside its choice
_READ = "ตาราง (*.xlsx *.xls *.ods *.csv)"


def save_template(tab: ClassTab, what: str, write: Callable[[int, Path, str], int], *, people: bool = True) -> None:
    """The class's own sheet to be filled in: it comes back through the import beside it, unasked."""
    class_id = tab.class_id

    def done(written: Written[int], lock: str) -> None:
        locked = f" ({lock})" if people else ""
        tab.tell(f"บันทึก {written.said} แล้ว{locked} มี {written.result:,} แถวให้กรอก กรอกเสร็จแล้วกด “นำเข้า” ที่แท็บนี้")

    def failed(error: Exception) -> None:
        if isinstance(error, UserError):
            tab.tell(str(error), "warn")
        else:
            tab.desk.complain(tab, error)

    export = LockedExport(
        what, "บันทึกแบบกรอก", f"{what}.xlsx", lambda target, password: write(class_id, target, password), done, failed
    )
    if people:
        export.ask(tab.desk, tab)
    else:
        export.save(tab.desk, tab)


def choose_file(tab: ClassTab, title: str) -> Path | None:
    name, _ = QFileDialog.getOpenFileName(tab, title, "", _READ)
    return Path(name) if name else None


def import_attendance(tab: AttendanceTab) -> None:
    """What the file holds goes through the grid's undo stack."""
    source, class_id = choose_file(tab, "นำเข้าการเข้าอบรม"), tab.class_id
    if source is not None:
        columns = tab.services.class_columns
        _Import(tab, "นำเข้าการเข้าอบรม", columns.review_cells, _show_cells).begin(lambda key: columns.attendance(class_id, source, key))


def import_scores(tab: ScoreTab) -> None:
    """The same for marks."""
    source, class_id = choose_file(tab, "นำเข้าคะแนน"), tab.class_id
    if source is not None:
        columns = tab.services.class_columns
        _Import(tab, "นำเข้าคะแนน", columns.review_cells, _show_cells).begin(lambda key: columns.scores(class_id, source, key))


def import_answers(tab: OpinionTab) -> None:
    """Answered forms: the headings are matched with the questions, then all are stored at once."""
    source, class_id = choose_file(tab, "นำเข้าแบบประเมินที่ตอบแล้ว"), tab.class_id
    if source is not None:
        columns = tab.services.class_columns
        bringing = _Import(tab, "นำเข้าแบบประเมิน", lambda _class, found: columns.review_answers(found), _show_answers)
        bringing.begin(lambda key: columns.answers(class_id, source, key))


class _Import:
    """From a file's columns to its review; the officer may say otherwise what a column holds, now and for the next time."""

    def __init__(self, tab: ClassTab, title: str, review: Callable[[int, ClassColumns], Any], show: Show) -> None:
        self.tab, self.title, self._review, self._show = tab, title, review, show
        self._columns: ClassColumns | None = None
        tab.bringing = self

    def begin(self, read: Callable[[str], ClassColumns], password: str = "") -> None:
        """`read` gets the file's password; a locked file is asked about until it opens or is given up."""

        def work() -> tuple[ClassColumns, Any]:
            columns = read(password)
            return columns, None if columns.problem() else self._review(self.tab.class_id, columns)

        def failed(error: Exception) -> None:
            if not isinstance(error, LockedFile):
                self.tab.desk.complain(self.tab, error)
                return
            dialog = FilePasswordDialog(self.tab.theme, str(error), self.tab)
            dialog.accepted.connect(lambda: self.begin(read, dialog.password()))
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

        self.tab.desk.read(self.tab, work, self._take, failed)

    def _take(self, found: tuple[ClassColumns, Any]) -> None:
        self._columns, review = found
        if review is None:
            self.ask()
        else:
            self._show(self, self._columns, review)

    def ask(self) -> None:
        """What each column holds; taken as said and remembered for files with the same headings."""
        if self._columns is None:
            return
        dialog = ColumnsDialog(self.tab, self.title, self._columns)
        dialog.chosen.connect(self._said)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _said(self, columns: ClassColumns) -> None:
        tab, remember = self.tab, self.tab.services.class_columns.remember
        tab.desk.change(tab, lambda: remember(columns), lambda _none: self.begin(lambda _key: columns))


def _show_answers(bringing: _Import, columns: ClassColumns, review: AnswerReview) -> None:
    tab = bringing.tab
    matched = sum(key not in ("", COMMENT) for key in columns.taken)
    told = f"พบ {len(review.sheets):,} ฉบับ ตรงกับคำถาม {matched} ข้อ"
    if COMMENT in columns.taken:
        told += " และมีคอลัมน์ความคิดเห็น"
    if left := [text for text, key in zip(columns.headings, columns.taken, strict=True) if not key and text]:
        told += f" คอลัมน์ที่ไม่นำเข้า: {', '.join(left)}"
    opinions, class_id = tab.services.opinions, tab.class_id
    found = Found("นำเข้าแบบประเมิน", told, len(review.sheets), review.wrong)
    _open(bringing, found, lambda: opinions.save_sheets(class_id, review.sheets), tab.imported)  # type: ignore[attr-defined]


def _show_cells(bringing: _Import, _columns: ClassColumns, found: Review) -> None:
    tab: Any = bringing.tab
    title = bringing.title
    changed = {key: value for key, value in found.cells.items() if tab.value_of(key) != value}
    same = len(found.cells) - len(changed)
    told = f"จะเปลี่ยน {len(changed):,} ช่อง เหมือนเดิม {same:,} ช่อง อ่านไม่ได้ {len(found.wrong):,} รายการ"
    _open(bringing, Found(title, told, len(changed), found.wrong), lambda: Area(0), lambda _none: tab.edit(title, changed))


@dataclass(frozen=True)
class Found:
    """What a file holds, told before it is stored; `wrong` are places with reasons."""

    title: str
    told: str
    count: int
    wrong: tuple[tuple[str, str], ...]


def _open(bringing: _Import, found: Found, work: Callable[[], Any], done: Callable[[object], object]) -> None:
    dialog = ReviewDialog(bringing.tab, found, work, bringing.ask)
    dialog.saved.connect(done)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


class ReviewDialog(RecordDialog):
    """How much would change and what could not be read; one verb stores it."""

    def __init__(
        self, tab: ClassTab, found: Found, work: Callable[[], Any], remap: Callable[[], None] | None = None
    ) -> None:
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
        if remap is not None:
            self._remap = remap
            self.remap_button = button("จับคู่คอลัมน์…", self._remapped)
            self.remap_button.setAutoDefault(False)
            self.left_box.addWidget(self.remap_button)
        self.fit()

    def _remapped(self) -> None:
        self.reject()
        self._remap()

    def record(self) -> Callable[[], Any]:
        return self._work


class ColumnsDialog(RecordDialog):
    """What each column of a file is taken for: its heading and first cells, and a choice beside them."""

    chosen = Signal(object)  # ClassColumns

    def __init__(self, tab: ClassTab, title: str, columns: ClassColumns) -> None:
        super().__init__(tab.desk, f"จับคู่คอลัมน์ก่อน{title}", tab, verb="ใช้การจับคู่นี้")
        self._columns = columns
        about = "เลือกว่าแต่ละคอลัมน์ของแฟ้มคือข้อมูลใด โปรแกรมจำไว้ใช้กับแฟ้มที่มีหัวคอลัมน์เหมือนกันครั้งต่อไป"
        self.form.add_wide(label(about, "muted", wrap=True))
        self.choices = []
        choices = [(NOT_TAKEN, ""), *((words, key) for key, words in columns.targets.items())]
        for at, heading in enumerate(columns.headings):
            name = heading or f"คอลัมน์ {column_letters(at)}"
            choice = combo(name, choices)
            choose(choice, columns.taken[at])
            choice.setToolTip(heading)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(20)  # a question is a sentence
            self.choices.append(choice)
            self.form.add(f"column:{at}", name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…", choice)
            if text := columns.sample(at):
                self.form.add_wide(label(f"ตัวอย่าง: {text[:80]}", "small"))
        self.fit()

    def value(self) -> ClassColumns:
        return replace(self._columns, taken=tuple(choice.currentData() for choice in self.choices))

    def save(self) -> None:
        said = self.value()
        self.wrong.setText(said.problem())
        self.wrong.setVisible(bool(said.problem()))
        if not said.problem():
            self.accept()
            self.chosen.emit(said)
