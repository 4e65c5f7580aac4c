"""นำเข้าบุคลากร: a file or pasted cells, its columns confirmed, each row reviewed, then one transaction."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from hrdesk.errors import UserError
from hrdesk.services.sheets.faults import LockedFile
from hrdesk.ui.kit.editors import EntryDialog
from hrdesk.ui.kit.locked_export import LockedExport
from hrdesk.ui.kit.messages import ask
from hrdesk.ui.kit.passwords import FilePasswordDialog
from hrdesk.ui.kit.preferences import save_folder
from hrdesk.ui.kit.progress import ProgressLine
from hrdesk.ui.kit.widgets import button, column, frame, label, row, set_tone
from hrdesk.ui.people.import_review import ReviewStep
from hrdesk.ui.people.import_row_dialog import RowDialog
from hrdesk.ui.people.import_state import ImportState, Kind
from hrdesk.ui.people.import_steps import ColumnsStep, SourceStep
from hrdesk.written import Written

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from hrdesk.services.area import Area
    from hrdesk.services.register.importing import Batch, ImportResult, Policy
    from hrdesk.services.sheets.sheet import Sheet
    from hrdesk.services.staffing.fields import Field
    from hrdesk.services.staffing.headings import Table
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.people.import_state import Checked, ReviewRow

FILES = "รายการบุคลากร (*.xlsx *.xlsm *.xls *.ods *.csv *.txt *.html *.htm);;ทุกแฟ้ม (*)"
EXCEL = "Excel (*.xlsx)"
SMALL = 2_000  # rows that are looked through again at once when one is mended


class ImportWizard(EntryDialog):
    grows = False
    keeps_no_draft = True  # nothing is typed that the file does not hold
    imported = Signal(object)  # ImportResult

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.theme, self.state = desk, desk.theme, ImportState()
        self._locked = Path()  # the file last chosen
        self.setWindowTitle("นำเข้าบุคลากรและกรอบอัตรากำลัง")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, on=True)
        self.source, self.columns, self.review = SourceStep(self.theme), ColumnsStep(self.theme), ReviewStep(self.theme)
        self.steps = (self.source, self.columns, self.review)
        self._build()
        self._connect()
        self.go(0)
        desk.read(self, desk.services.staff_import.batches, self.source.show_batches)

    def _build(self) -> None:
        theme = self.theme
        self.heading, self.place = label("", "title"), label("", "muted")
        self.message = label("", wrap=True)
        self.stack = QStackedWidget()
        for step in self.steps:
            self.stack.addWidget(step)
        self.progress = ProgressLine(theme, self.desk.worker, self)
        self.back_button = button("ย้อนกลับ", self.back)
        self.next_button = button("ถัดไป", self.forward, kind="primary")
        self.close_button = button("ปิด", self.reject)
        for one in (self.back_button, self.next_button, self.close_button):
            one.setAutoDefault(False)
        title = row(theme, self.heading, 1, self.place)
        inner = column(theme, title, self.message, self.stack, self.progress, gap="s")
        inner.setContentsMargins(theme.px(20), theme.px(10), theme.px(20), theme.px(8))
        inner.setStretch(2, 1)
        foot = row(theme, self.close_button, 1, self.back_button, self.next_button)
        foot.setContentsMargins(theme.px(20), theme.px(8), theme.px(20), theme.px(8))
        whole = column(theme, frame(inner), frame(foot, "foot"), gap="")
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.message.hide()

    def _connect(self) -> None:
        self.source.file_asked.connect(self.choose_file)
        self.source.dropped.connect(lambda name: self.read_file(Path(name)))
        self.source.pasted.connect(self.read_pasted)
        self.source.template_asked.connect(self.save_template)
        self.source.undo_asked.connect(self.undo)
        self.source.redo_asked.connect(self.redo)
        self.columns.placed.connect(self._place)
        self.columns.meant.connect(self._mean)
        self.review.policy_chosen.connect(self._set_policy)
        self.review.left_out.connect(self._leave_out)
        self.review.wrong_asked.connect(self.save_wrong)
        self.review.recheck_asked.connect(self.check)
        self.review.model.mended.connect(self._mend)
        self.review.row_asked.connect(self.edit_row)
        self.review.decided.connect(self._decide)
        for key, slot in (
            ("Ctrl+Return", self.forward), ("Alt+Right", self.forward), ("Alt+Left", self.back), ("F5", self._recheck),
            ("Ctrl+V", self._paste), ("Ctrl+O", self.choose_file), ("Delete", self._delete_key),
            ("Ctrl+E", self._edit_key),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(slot)

    # moving

    @property
    def current(self) -> int:
        return self.stack.currentIndex()

    def go(self, number: int) -> None:
        self.stack.setCurrentIndex(number)
        self.heading.setText(self.steps[number].title)
        self.place.setText(f"ขั้นที่ {number + 1} จาก {len(self.steps)}")
        self.back_button.setEnabled(number > 0)
        self._name_next()
        focus = (self.source.file_button, self.columns.table, self.review.table)[number]
        focus.setFocus()

    def _name_next(self) -> None:
        last = self.current == 2
        wanted = 0
        if last and self.state.preview is not None:
            wanted = self.state.counts[Kind.NEW] + self.state.counts[Kind.CHANGED]
        text = f"นำเข้า {wanted:,} แถว" if last and wanted else "นำเข้า" if last else "ถัดไป"
        self.next_button.setText(text)
        self.next_button.setAccessibleName(text)
        self.next_button.setEnabled(wanted > 0 if last and self.state.preview else self.state.table is not None)

    def back(self) -> None:
        if self.current:
            self.say("")
            self.go(self.current - 1)

    def forward(self) -> None:
        if not self.next_button.isEnabled():
            return
        self.say("")
        if self.current == 0:
            self.go(1)
        elif self.current == 1 or self.state.preview is None:
            self.check()
        else:
            self.do_import()

    def say(self, text: str, tone: str = "error") -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))
        set_tone(self.message, tone)

    # long work

    def _run(self, title: str, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        """On the worker, with progress and cancel; the buttons wait."""
        self._wait(waiting=True)

        def ended(result: Any) -> None:
            self._wait(waiting=False)
            done(result)

        task = self.desk.worker.submit(self, work, ended, self._failed, title)
        self.progress.follow(task, self._cancelled)

    def _wait(self, *, waiting: bool) -> None:
        self.stack.setEnabled(not waiting)
        self.back_button.setEnabled(not waiting and self.current > 0)
        self.next_button.setEnabled(not waiting)

    def _cancelled(self) -> None:
        self._wait(waiting=False)
        self._name_next()
        self.say("ยกเลิกแล้ว ข้อมูลในโปรแกรมไม่ถูกเปลี่ยนแปลง", "muted")

    def _failed(self, error: Exception) -> None:
        self._wait(waiting=False)
        self._name_next()
        if isinstance(error, UserError):
            self.say(str(error))
        else:
            self.desk.complain(self, error)
        if isinstance(error, LockedFile):
            self._ask_password(str(error))

    def _ask_password(self, said: str) -> None:
        dialog = FilePasswordDialog(self.theme, said, self)
        dialog.accepted.connect(lambda: self.read_file(self._locked, dialog.password()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # the list

    def choose_file(self) -> None:
        if self.current:
            return
        name, _ = QFileDialog.getOpenFileName(self, "เลือกรายการบุคลากร", str(save_folder()), FILES)
        if name:
            self.read_file(Path(name))

    def read_file(self, path: Path, password: str = "") -> None:
        staff, self._locked = self.desk.services.staff_import, path

        def work() -> tuple[tuple[Sheet, ...], Table]:
            sheets = staff.sheets(path, password)
            return sheets, staff.proposed(sheets)

        self.say("")
        self._run("กำลังอ่านแฟ้ม", work, lambda found: self._read(found, path.name))

    def read_pasted(self, text: str) -> None:
        staff = self.desk.services.staff_import

        def work() -> tuple[tuple[Sheet, ...], Table]:
            sheets = staff.pasted(text)
            return sheets, staff.proposed(sheets)

        self.say("")
        self._run("กำลังอ่านที่วาง", work, lambda found: self._read(found, "วางจาก Excel"))

    def _paste(self) -> None:
        if self.current == 0:
            self.source.paste()

    def _read(self, found: tuple[tuple[Sheet, ...], Table], source: str) -> None:
        self.state.begin(found[0], source, found[1])
        self.source.show_source(f"รายการ: {source}")
        self.columns.show_state(self.state)
        self.go(1)

    def _place(self, sheet: str, top: int | None, height: int) -> None:
        staff, sheets = self.desk.services.staff_import, self.state.sheets
        self.desk.read(self, lambda: staff.proposed(sheets, sheet, top, height), self._placed, self._failed)

    def _placed(self, table: Table) -> None:
        self.state.set_table(table)
        self.columns.show_state(self.state)

    def _mean(self, column_number: int, known: Field | None) -> None:
        self.state.mean(column_number, known)
        self.columns.show_state(self.state)

    # the review

    def check(self) -> None:
        try:
            work = self.state.checker(self.desk.services)
        except UserError as error:
            self.say(str(error))
            return
        self._run("กำลังตรวจรายการ", work, self._checked)

    def _checked(self, found: Checked) -> None:
        self.state.checked(found)
        self.review.show_state(self.state)
        if self.current != 2:
            self.go(2)
        self._name_next()

    def _recheck(self) -> None:
        if self.current == 2 and self.state.preview is None:
            self.check()

    def _set_policy(self, policy: object) -> None:
        self.state.policy = policy  # type: ignore[assignment]
        self.check()

    def _mend(self, record: ReviewRow, text: str) -> None:
        self.state.mend(record, text)
        self._look_again()

    def _look_again(self) -> None:
        self.review.show_state(self.state)
        self._name_next()
        if len(self.state.rows) <= SMALL:
            self.check()

    def edit_row(self, record: ReviewRow) -> None:
        dialog = RowDialog(self.theme, record, self.state.cells_of(record.place), self)

        def accepted() -> None:
            if texts := dialog.mended():
                self.state.put(record.place, texts)
                self._look_again()

        dialog.accepted.connect(accepted)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _edit_key(self) -> None:
        if self.current == 2:
            self.review.edit_row()

    def _decide(self, record: ReviewRow, policy: Policy | None) -> None:
        self.state.decide(record.place, policy)
        self._look_again()

    def _delete_key(self) -> None:
        if self.current == 2:
            self.review.leave_out()

    def _leave_out(self, record: ReviewRow) -> None:
        self.state.leave_out(record.place)
        self.review.show_state(self.state)
        self._name_next()

    def do_import(self) -> None:
        self._run("กำลังนำเข้า", self.state.importer(self.desk.services), self._done)

    def _done(self, result: ImportResult) -> None:
        self.desk.changed.emit(result.area, self)
        self.imported.emit(result)
        self.accept()

    # files and undo

    def save_template(self) -> None:
        self._save("รายชื่อบุคลากร", "บันทึกแบบกรอก", "แบบกรอกบุคลากร.xlsx", self.desk.services.staff_import.template)

    def save_wrong(self) -> None:
        self._save("แถวที่ต้องแก้", "บันทึกแถวที่ผิด", "แถวที่ต้องแก้.xlsx", self.state.wrong_writer(self.desk.services))

    def _save(self, what: str, title: str, name: str, write: Callable[[Path, str], int]) -> None:
        def done(written: Written[int], lock: str) -> None:
            self.say(f"บันทึก {written.result:,} แถวเป็น {written.said} ใน {written.path.parent} ({lock})", "ok")

        LockedExport(what, title, name, write, done, self._failed).ask(self.desk, self)

    def undo(self, batch: Batch) -> None:
        """Taken back after a backup; only what nobody changed since."""
        text = f"ข้อมูลที่นำเข้าจาก “{batch.source}” ({batch.summary}) จะกลับเป็นเหมือนก่อนนำเข้า โปรแกรมสำรองข้อมูลก่อน"
        if ask(self, "ยกเลิกการนำเข้า", text, "ยกเลิกการนำเข้า"):
            staff = self.desk.services.staff_import
            self._step(lambda: staff.undo(batch.id), "ยกเลิกการนำเข้าแล้ว ข้อมูลกลับเป็นเหมือนก่อนนำเข้า")

    def redo(self, batch: Batch) -> None:
        """Nothing is lost by it: it can be taken back again."""
        staff = self.desk.services.staff_import
        self._step(lambda: staff.redo(batch.id), f"นำเข้าจาก “{batch.source}” อีกครั้งแล้ว ({batch.summary})")

    def _step(self, work: Callable[[], Area], said: str) -> None:
        def done(_none: object) -> None:
            self.say(said, "ok")
            self.desk.read(self, self.desk.services.staff_import.batches, self.source.show_batches)

        self.desk.change(self, work, done, self._failed)

