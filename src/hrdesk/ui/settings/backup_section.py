"""สำรองและกู้คืนข้อมูล: is my data safe, in a few sentences; make, verify, bring back, and try it out."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget

from hrdesk.domain.backup import REASON_TERMS
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services.safety.backup import verify
from hrdesk.services.safety.drill import drill
from hrdesk.services.safety.source import Source
from hrdesk.ui.kit.banner import BACKUP_NOTICE, Notice
from hrdesk.ui.kit.moments import ago_word, moment_word
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.progress import ProgressLine
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import button, clear, column, frame, label, panel, picture, row, scroller, set_tone
from hrdesk.ui.settings.backup_dialogs import RestoreDialog, SecondFolderDialog, asking_again, open_once
from hrdesk.ui.settings.backup_marks import BackupMarks
from hrdesk.ui.settings.backup_secrets import BackupSecrets

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.services import Area
    from hrdesk.services.safety.backup import Backup, Count, Manifest, Outcome, Restored, Verification
    from hrdesk.services.safety.drill import Drill
    from hrdesk.services.safety.health import Health
    from hrdesk.ui.kit.desk import Desk

OLD_DRILL_DAYS = 180


@dataclass(frozen=True)
class BackupState:
    listed: tuple[Backup, ...]  # newest first
    newest: Verification | None
    second: Path | None
    encrypted: bool
    trouble: str  # with the second folder
    copies: tuple[datetime, ...]  # newest first
    drilled: datetime | None
    health: Health
    unlisted: tuple[Path, ...] = ()  # that lost their manifest


COLUMNS: tuple[Column[Backup], ...] = (  # and whether it is whole, after the first three
    Column("ชุดที่", lambda one: f"{one.manifest.serial:,}", "10,000", right=True),
    Column("ทำเมื่อ", lambda one: moment_word(one.manifest.created), "29 พ.ย. 2569 เวลา 00:00 น."),
    Column("เหตุที่สำรอง", lambda one: REASON_TERMS[one.manifest.reason], "ก่อนปรับโครงสร้างข้อมูล", stretch=True),
    Column("บุคลากร", lambda one: f"{one.manifest.counts.get('staff', 0):,}", "10,000", right=True),
    Column("แผน", lambda one: f"{one.manifest.counts.get('plan', 0):,}", "1,000", right=True),
    Column("ขนาด", lambda one: f"{one.manifest.size / 2**20:,.1f} MB", "1,000.0 MB", right=True),
)


class BackupSection(Page):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.state: BackupState | None = None
        self.facts = QGridLayout()
        self.facts.setHorizontalSpacing(theme.space("m"))
        self.facts.setVerticalSpacing(0)
        self.facts.setColumnStretch(1, 1)
        self.make_button = button("สำรองข้อมูลเดี๋ยวนี้", self.make, kind="primary")
        self.second_button = button("ตั้งโฟลเดอร์สำรองที่สอง…", self.set_second)
        self.drill_button = button("ซ้อมกู้คืน", self.drill, name="ซ้อมกู้คืนจากชุดที่เลือก โดยไม่เปลี่ยนข้อมูล")
        self.progress = ProgressLine(theme, desk.worker)
        self.said = label("", wrap=True)
        self.said.hide()
        self.secrets = BackupSecrets(desk, self, self._run)
        self.marks = BackupMarks(desk.worker, self, self._marked)
        condition = Column("สภาพ", self.marks.word, "กำลังตรวจ…", tone=self.marks.tone)
        self.table = Table(theme, "ชุดสำรองในเครื่องนี้", RowsModel((*COLUMNS[:3], condition, *COLUMNS[3:])))
        self.unlisted = label("", "", "warn", wrap=True)
        self.unlisted.hide()
        self.table.explain("ยังไม่มีชุดสำรองในเครื่องนี้")
        self.table.setMinimumHeight(theme.row * 5)
        self.table.opened.connect(self._verify_row)
        self.table.chosen.connect(self._chosen)
        self.verify_button = button("ตรวจชุดที่เลือก", self.verify)
        self.restore_button = button("นำกลับมาใช้…", self.restore)
        self.other_button = button("ใช้ชุดสำรองจากที่อื่น…", self.other)
        self.folder_button = button("เปิดโฟลเดอร์", self._open_folder, kind="link", name="เปิดโฟลเดอร์ของชุดสำรอง")
        tools = row(theme, self.make_button, self.drill_button, self.second_button, 1)
        safe = panel(theme, "ข้อมูลปลอดภัยเพียงใด", self.facts, tools, self.progress, self.said)
        acts = row(theme, self.verify_button, self.restore_button, 1, self.other_button)
        kept = panel(theme, "ชุดสำรองในเครื่องนี้", self.table, self.unlisted, acts, side=self.folder_button)
        whole = column(theme, safe, kept, gap="m")
        whole.setStretch(1, 1)
        whole.setContentsMargins(0, theme.space("m"), 0, 0)
        self.setLayout(column(theme, scroller(frame(whole), "สำรองและกู้คืนข้อมูล"), gap=""))
        self._chosen(None)

    # reading

    def reader(self) -> Callable[[], BackupState]:
        services = self.services

        def work() -> BackupState:
            backup = services.backup
            listed = backup.listed()
            newest = verify(listed[0].path) if listed else None
            encrypted = bool(backup.passphrase)
            trouble, copies = backup.second_trouble(), backup.copies()
            drilled, health = services.pc.drilled_at, services.health.last or services.health.check()
            return BackupState(listed, newest, backup.second, encrypted, trouble, copies, drilled, health, backup.unlisted())

        return work

    def show_data(self, data: BackupState) -> None:
        self.state = data
        clear(self.facts)
        now = datetime.now().astimezone()
        words = (_health_word(data), _newest_word(data, now), _second_word(data, now), _drill_word(data, now))
        for line, (tone, text) in enumerate(words):
            self.facts.addWidget(picture(self.theme, "check" if tone == "ok" else "warning", tone), line, 0)
            self.facts.addWidget(label(text, "", "" if tone == "ok" else tone, wrap=True), line, 1)
        self.second_button.setText("เปลี่ยนโฟลเดอร์สำรองที่สอง…" if data.second else "ตั้งโฟลเดอร์สำรองที่สอง…")
        chosen = self.table.current_record()
        self.table.rows.set_rows(data.listed)
        if chosen is None or not self.table.choose_where(lambda one: one == chosen):
            self.table.choose_row(0)
        self._chosen(self.table.current_record())
        self.unlisted.setText(_unlisted_word(data.unlisted))
        self.unlisted.setVisible(bool(data.unlisted))
        self.marks.look(data.listed)

    def _marked(self) -> None:
        self.table.rows.set_rows(self.table.rows.rows)

    def _chosen(self, backup: object) -> None:
        for one in (self.verify_button, self.restore_button, self.drill_button):
            one.setEnabled(backup is not None)

    def _say(self, text: str, tone: str = "") -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))
        set_tone(self.said, tone)

    # making

    def make(self) -> None:
        backup = self.services.backup
        self._run("กำลังสำรองข้อมูล", backup.make, self._made)

    def _made(self, outcome: Outcome) -> None:
        if outcome.backup is not None:
            copy = f" และทำสำเนาไว้ที่ {outcome.copy.parent}" if outcome.copy else ""
            self._say(f"สำรองชุดที่ {outcome.backup.manifest.serial} แล้ว ตรวจแล้วสมบูรณ์{copy}", "ok")
        self._tell_trouble(outcome.trouble)
        self.refresh()

    def _tell_trouble(self, trouble: str) -> None:
        self.desk.noticed.emit(Notice(BACKUP_NOTICE, trouble))

    def set_second(self) -> None:
        state = self.state
        if state is None:
            return
        locks = self.services.pc.account_locks
        dialog = SecondFolderDialog(self.theme, state.second, state.encrypted, self, account_locks=locks)
        refused = asking_again(self.desk, self, dialog)
        dialog.accepted.connect(lambda: self._keep_second(dialog, refused))
        dialog.open()

    def _keep_second(self, dialog: SecondFolderDialog, refused: Callable[[Exception], None]) -> None:
        services = self.services
        folder, passphrase = dialog.answer()

        def work() -> None:
            services.pc.keep_second(folder, passphrase)
            services.backup.second, services.backup.passphrase = folder, passphrase

        def kept(_none: None) -> None:
            dialog.deleteLater()
            if folder is not None:
                self._run("กำลังทำสำเนาชุดแรก", services.backup.make, self._made)
                return
            self._say("เลิกใช้โฟลเดอร์สำรองที่สองแล้ว สำเนาที่ทำไว้ยังอยู่ที่เดิม")
            self._tell_trouble("")
            self.refresh()

        self.desk.read(self, work, kept, refused)

    # looking

    def verify(self) -> None:
        self._verify_row(self.table.current_record())

    def _verify_row(self, backup: Backup) -> None:
        done = partial(self._verified, backup)
        self.secrets.use(Source(backup.path), "กำลังตรวจทุกหน้าของแฟ้ม", lambda source: source.verified(), done)

    def _verified(self, backup: Backup, _source: Source, found: Verification) -> None:
        self.marks.keep(backup, whole=found.sound)
        name = f"ชุดที่ {found.manifest.serial}" if found.manifest else f"“{found.path.name}”"
        if found.sound:
            self._say(f"{name} สมบูรณ์ อ่านได้ครบ {sum(found.counts.values()):,} รายการ และตรงกับใบกำกับทุกตัวอักษร", "ok")
        else:
            self._say(f"{name} ใช้ไม่ได้: {'; '.join(found.problems)} กรุณาใช้ชุดอื่น ข้อมูลขณะนี้ไม่ถูกกระทบ", "error")

    def drill(self) -> None:
        backup: Backup = self.table.current_record()
        pc = self.services.pc

        def work(source: Source) -> Drill:
            with source.opened() as file:
                found = drill(file)
            pc.keep_drill()
            return found

        self.secrets.use(Source(backup.path), "กำลังซ้อมกู้คืนในที่ชั่วคราว", work, self._drilled)

    def _drilled(self, _source: Source, found: Drill) -> None:
        book = f" พิมพ์เล่มแผนล่าสุดได้ {found.pages:,} หน้า" if found.pages else ""
        self._say(
            f"ซ้อมกู้คืนชุดที่ {found.manifest.serial} สำเร็จ เปิดใช้ได้จริง: {found.office} ตำแหน่ง {found.positions:,} อัตรา "
            f"ผู้ครอง {found.people:,} คน หลักสูตร {found.courses:,} แผน {found.plans:,} ฉบับ{book} "
            "ที่ชั่วคราวลบแล้ว ข้อมูลขณะนี้ไม่ถูกเปลี่ยน",
            "ok",
        )
        self.refresh()

    # bringing back

    def restore(self) -> None:
        backup: Backup = self.table.current_record()
        self._offer(backup.path)

    def other(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, "เลือกชุดสำรอง", str(self.services.backup.folder), "ชุดสำรอง (*.db *.zip)"
        )
        if chosen:
            self._offer(Path(chosen))

    def _offer(self, path: Path) -> None:
        service = self.services.backup

        def work(source: Source) -> tuple[Manifest, tuple[Count, ...]]:
            with source.opened() as backup:
                counts = service.compare(backup)
                manifest = verify(backup).manifest
            if manifest is None:  # never of a sound one
                raise FileNotFoundError(path)
            return manifest, counts

        def ask(source: Source, found: tuple[Manifest, tuple[Count, ...]]) -> None:
            dialog = RestoreDialog(self.theme, *found, self)
            dialog.accepted.connect(lambda: self._restore(source))
            open_once(dialog)

        self.secrets.use(Source(path), "กำลังตรวจและเปรียบเทียบ", work, ask)

    def _restore(self, source: Source) -> None:
        service = self.services.backup

        def work() -> tuple[Restored, Area]:
            with source.opened() as backup:
                return service.restore(backup)

        def done(found: tuple[Restored, Area]) -> None:
            restored = found[0]
            kept = f" แฟ้มก่อนหน้าเก็บไว้ที่ {restored.aside}" if restored.aside else ""
            text = f"นำชุดสำรองที่ {restored.manifest.serial} ({moment_word(restored.manifest.created)}) กลับมาใช้แล้ว{kept}"
            self.desk.replaced.emit(Notice("restored", text, "ok"))

        self._run("กำลังนำชุดสำรองกลับมาใช้", work, done)

    def _run(
        self, title: str, work: Callable[[], object], done: Callable[..., object],
        refused: Callable[[Exception], None] | None = None, cancelled: Callable[[], object] | None = None,
    ) -> None:  # fmt: skip
        """On the worker, with a line that says how far it is; a failure is said here, in its own words, unless `refused` says it."""
        self._say("")
        self._busy(True)

        def arrived(result: object) -> None:
            self._busy(False)
            done(result)

        def failed(error: Exception) -> None:
            self._busy(False)
            (refused or partial(self.desk.complain, self))(error)

        def stopped() -> None:
            self._busy(False)
            if cancelled is not None:
                cancelled()

        task = self.desk.worker.submit(self, work, arrived, failed, title)
        self.progress.follow(task, stopped)

    def _busy(self, busy: bool) -> None:
        for one in (self.make_button, self.second_button, self.other_button):
            one.setEnabled(not busy)
        self._chosen(None if busy else self.table.current_record())

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.services.backup.folder)))


def _health_word(state: BackupState) -> tuple[str, str]:
    when = moment_word(state.health.at)
    if not state.health.faults:
        return "ok", f"แฟ้มข้อมูลปกติ ตรวจทั้งแฟ้มเมื่อ {when}"
    count = len(state.health.faults)
    return "error", f"แฟ้มข้อมูลเสียหาย {count:,} แห่ง (ตรวจเมื่อ {when}) กรุณานำชุดสำรองที่สมบูรณ์กลับมาใช้"


def _unlisted_word(files: tuple[Path, ...]) -> str:
    if not files:
        return ""
    more = f" และอีก {len(files) - 1:,} แฟ้ม" if len(files) > 1 else ""
    return f"แฟ้ม “{files[0].name}”{more} ในโฟลเดอร์นี้ไม่มีใบกำกับที่มีชื่อเดียวกัน หรือใบกำกับเสียหาย จึงใช้กู้คืนไม่ได้และไม่อยู่ในรายการ"


def _newest_word(state: BackupState, now: datetime) -> tuple[str, str]:
    if state.newest is None:
        return "warn", "ยังไม่มีชุดสำรอง โปรแกรมจะสำรองให้เองเมื่อมีการแก้ไขและเมื่อปิดโปรแกรม หรือกดสำรองเดี๋ยวนี้"
    manifest = state.listed[0].manifest
    when = f"สำรองล่าสุด {ago_word(manifest.created, now)} ({REASON_TERMS[manifest.reason]})"
    if state.newest.sound:
        return "ok", f"{when} ตรวจแล้วสมบูรณ์ เก็บไว้ {len(state.listed):,} ชุดที่ {state.listed[0].path.parent}"
    return "error", f"{when} แต่ตรวจไม่ผ่าน กรุณากดสำรองข้อมูลเดี๋ยวนี้"


def _second_word(state: BackupState, now: datetime) -> tuple[str, str]:
    if state.second is None:
        return "warn", "ยังไม่มีสำเนานอกเครื่อง ถ้าเครื่องนี้เสียหรือหาย ข้อมูลจะหายไปด้วย ควรตั้งโฟลเดอร์ที่สองในไดรฟ์อื่น"
    if state.trouble:
        return "warn", state.trouble
    lock = "เข้ารหัสไว้" if state.encrypted else "ไม่ได้เข้ารหัส"
    if not state.copies:
        return "warn", f"สำเนาที่สองอยู่ที่ {state.second} ({lock}) ยังไม่มีสำเนา จะทำเมื่อสำรองครั้งต่อไป"
    return "ok", f"สำเนาที่สองอยู่ที่ {state.second} ({lock}) ล่าสุด {ago_word(state.copies[0], now)}"


def _drill_word(state: BackupState, now: datetime) -> tuple[str, str]:
    if state.drilled is None:
        return "warn", "ยังไม่เคยซ้อมกู้คืน การซ้อมเปิดชุดสำรองในที่ชั่วคราวให้เห็นว่าใช้ได้จริง โดยไม่เปลี่ยนข้อมูล"
    when = f"ซ้อมกู้คืนสำเร็จล่าสุด {ago_word(state.drilled, now)}"
    if (now - state.drilled).days > OLD_DRILL_DAYS:
        return "warn", f"{when} ควรซ้อมใหม่ปีละสองครั้ง"
    return "ok", when
