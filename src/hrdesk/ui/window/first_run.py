"""The first start: a new office, the sample to try with, or the office of another PC by its workbook or a backup."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QFrame, QRadioButton, QWidget

from hrdesk.domain.terms import OrganizationKind, term
from hrdesk.thai.text import clean
from hrdesk.ui.kit.editors import EntryDialog
from hrdesk.ui.kit.passwords import secret
from hrdesk.ui.kit.place_fields import Place, PlaceFields
from hrdesk.ui.kit.preferences import save_folder
from hrdesk.ui.kit.widgets import Field, button, column, combo, form, frame, label, row, rule, set_invalid

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.services import Services
    from hrdesk.ui.kit.theme import Theme


_FIRST = "ฐานข้อมูลยังไม่มี โปรแกรมจะสร้างให้ในเครื่องนี้ ไม่ใช้อินเทอร์เน็ต"
_AFTER_SAMPLE = "ข้อมูลตัวอย่างจะถูกย้ายไปเก็บในโฟลเดอร์ข้าง ๆ ไม่ถูกลบ แล้วเริ่มฐานข้อมูลใหม่ของหน่วยงานท่าน"


class FileChoice(QFrame):
    """The file an office is brought in, and its password; hidden until it is wanted."""

    def __init__(self, theme: Theme, what: str, kind: tuple[str, ...]) -> None:
        """`kind`: a word for files of the kind, then their endings."""
        super().__init__()
        self.what = what
        word, *endings = kind
        self._filter = f"{word} ({' '.join(f'*{ending}' for ending in endings)})"
        self.file = Field(f"แฟ้ม{what}", f"เลือกแฟ้ม {' หรือ '.join(endings)}")
        self.password = secret(f"รหัสผ่านของ{what} ถ้ามี")
        self.browse_button = button("เลือกแฟ้ม…", self._browse, name=f"เลือกแฟ้ม{what}")
        self.browse_button.setAutoDefault(False)
        place = row(theme, self.file, self.browse_button)
        place.setStretch(0, 1)
        self.setLayout(form(theme, [("แฟ้ม", place), ("รหัสผ่าน (ถ้ามี)", self.password)]))
        self.hide()

    @property
    def path(self) -> Path:
        return Path(self.file.text().strip())

    def _browse(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, f"เลือก{self.what}", str(save_folder()), self._filter)
        if name:
            self.file.setText(name)


class FirstRun(EntryDialog):
    """Accepts only when there is enough to make an office from; `maker` then makes it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, after_sample: bool = False) -> None:
        """`after_sample` begins the own office after the sample was tried, and offers no sample again."""
        super().__init__(parent)
        self.setWindowTitle("เริ่มหน่วยงานของตนเอง" if after_sample else "เริ่มใช้งานครั้งแรก")
        self.setMinimumWidth(theme.px(560))
        self.own = QRadioButton("เริ่มจากหน่วยงานของตนเอง")
        self.sample = QRadioButton("ทดลองใช้ด้วยข้อมูลตัวอย่าง (เทศบาลตำบล พร้อมแผน พ.ศ. 2564–2566)")
        self.bring = QRadioButton("รับข้อมูลจากชุดข้อมูลหน่วยงาน (แฟ้ม Excel จากเครื่องเดิม)")
        self.restore = QRadioButton("เริ่มจากชุดสำรอง (แฟ้ม .db หรือ .zip จากเครื่องเดิมหรือแฟลชไดรฟ์)")
        self.workbook = FileChoice(theme, "ชุดข้อมูลหน่วยงาน", ("Excel", ".xlsx"))
        self.backup = FileChoice(theme, "ชุดสำรอง", ("ชุดสำรอง", ".db", ".zip"))
        group = QButtonGroup(self)
        for one in (self.own, self.sample, self.bring, self.restore):
            group.addButton(one)
            one.toggled.connect(self._chosen)
        self.kind = combo("ประเภทหน่วยงาน", [(term(kind), kind) for kind in OrganizationKind])
        self.kind.setCurrentIndex(list(OrganizationKind).index(OrganizationKind.SUBDISTRICT))
        self.name = Field("ชื่อหน่วยงาน", "เฉพาะชื่อ เช่น หนองป่าครั่ง")
        self.places = PlaceFields(self)
        self.wrong = label("", "", "error", wrap=True)
        self.wrong.hide()
        self.own.setChecked(True)
        lines = [("ประเภทหน่วยงาน", self.kind), ("ชื่อ", self.name), ("จังหวัด", self.places.province),
                 ("อำเภอ", self.places.district), ("ตำบล", self.places.subdistrict)]  # fmt: skip
        self._names = frame(form(theme, lines))
        self.own.toggled.connect(self._names.setEnabled)
        self.own.toggled.connect(self._names.setVisible)  # all of the window fits a small screen
        self.bring.toggled.connect(self.workbook.setVisible)
        self.restore.toggled.connect(self.backup.setVisible)
        self.go = button("เริ่มใช้งาน", self.accept, kind="primary")
        self.go.setDefault(True)
        self.save_key.activated.connect(self.accept)
        self.sample.setVisible(not after_sample)
        self.setLayout(
            column(
                theme,
                label(_AFTER_SAMPLE if after_sample else _FIRST, "muted", wrap=True),
                self.own, self._names, self.places.hint, self.sample, self.bring, self.workbook,
                self.restore, self.backup, self.wrong, rule(),
                row(theme, 1, button("ยกเลิก", self.reject), self.go),
                gap="s", pad="xl",
            )
        )  # fmt: skip
        self.name.setFocus()

    def _chosen(self) -> None:
        """What was wrong on another way is not wrong on this one."""
        self.say("")
        set_invalid(self.name, invalid=False)
        QTimer.singleShot(0, self, self.adjustSize)

    def say(self, wrong: str) -> None:
        """Why it cannot go on; empty ends it."""
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))

    def accept(self) -> None:
        chosen = next((one for way, one in ((self.bring, self.workbook), (self.restore, self.backup)) if way.isChecked()), None)
        if self.own.isChecked() and not clean(self.name.text()):
            self.say("กรุณากรอกชื่อหน่วยงาน")
            set_invalid(self.name, invalid=True)
            self.name.setFocus()
        elif chosen is not None and not chosen.path.is_file():
            self.say(f"ไม่พบแฟ้ม{chosen.what} กรุณาเลือกแฟ้ม")
            chosen.file.setFocus()
        else:
            self.say("")
            super().accept()

    def maker(self, path: Path) -> Callable[[], Services]:
        """What the worker runs: make the database at `path` from the answers, taken now; not of a backup, which is looked at first."""
        if self.sample.isChecked():
            return lambda: _sample(path)
        if self.bring.isChecked():
            source, password = self.workbook.path, self.workbook.password.text()
            return lambda: _brought(path, source, password)
        kind: OrganizationKind = self.kind.currentData()
        name, where = clean(self.name.text()), self.places.values()
        return lambda: _own(path, kind, name, where)


def _sample(path: Path) -> Services:
    from hrdesk.services import Services as Real  # noqa: PLC0415 - after the window shows

    path.parent.mkdir(parents=True, exist_ok=True)
    return Real.create_sample(path, year=True)


def _brought(path: Path, source: Path, password: str) -> Services:
    from hrdesk.services import Services as Real  # noqa: PLC0415 - after the window shows

    path.parent.mkdir(parents=True, exist_ok=True)
    return Real.create_from_workbook(path, source, password)


def _own(path: Path, kind: OrganizationKind, name: str, where: Place) -> Services:
    from hrdesk.lazy_dataclass import replace  # noqa: PLC0415
    from hrdesk.services import Services as Real  # noqa: PLC0415 - after the window shows

    path.parent.mkdir(parents=True, exist_ok=True)
    services = Real.create(path, kind, name)
    office = services.register.organization()
    services.register.save_organization(replace(office, **where._asdict()))
    return services
