"""The first start: what kind of office, its name, and whether to try with the sample data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from hrdesk.domain.terms import OrganizationKind, term
from hrdesk.thai.text import clean
from hrdesk.ui.kit.editors import EntryDialog
from hrdesk.ui.kit.place_fields import Place, PlaceFields
from hrdesk.ui.kit.widgets import Field, button, column, combo, form, frame, label, row, rule, set_invalid

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from hrdesk.services import Services
    from hrdesk.ui.kit.theme import Theme


_FIRST = "ฐานข้อมูลยังไม่มี โปรแกรมจะสร้างให้ในเครื่องนี้ ไม่ใช้อินเทอร์เน็ต"
_AFTER_SAMPLE = "ข้อมูลตัวอย่างจะถูกย้ายไปเก็บในโฟลเดอร์ข้าง ๆ ไม่ถูกลบ แล้วเริ่มฐานข้อมูลใหม่ของหน่วยงานท่าน"


class FirstRun(EntryDialog):
    """Accepts only when there is enough to make an office from; `maker` then makes it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, after_sample: bool = False) -> None:
        """`after_sample` begins the own office after the sample was tried, and offers no sample again."""
        super().__init__(parent)
        self.setWindowTitle("เริ่มหน่วยงานของตนเอง" if after_sample else "เริ่มใช้งานครั้งแรก")
        self.setMinimumWidth(theme.px(560))
        self.own = QRadioButton("เริ่มจากหน่วยงานของตนเอง")
        self.sample = QRadioButton("ทดลองใช้ด้วยข้อมูลตัวอย่าง (เทศบาลตำบล พร้อมแผน พ.ศ. 2564–2566)")
        group = QButtonGroup(self)
        group.addButton(self.own)
        group.addButton(self.sample)
        self.own.setChecked(True)
        self.kind = combo("ประเภทหน่วยงาน", [(term(kind), kind) for kind in OrganizationKind])
        self.kind.setCurrentIndex(list(OrganizationKind).index(OrganizationKind.SUBDISTRICT))
        self.name = Field("ชื่อหน่วยงาน", "เฉพาะชื่อ เช่น หนองป่าครั่ง")
        self.places = PlaceFields(self)
        self.wrong = label("", "", "error", wrap=True)
        self.wrong.hide()
        lines = [("ประเภทหน่วยงาน", self.kind), ("ชื่อ", self.name), ("จังหวัด", self.places.province),
                 ("อำเภอ", self.places.district), ("ตำบล", self.places.subdistrict)]  # fmt: skip
        self._names = frame(form(theme, lines))
        self.sample.toggled.connect(self._names.setDisabled)
        self.sample.toggled.connect(self._sample_toggled)
        self.go = button("เริ่มใช้งาน", self.accept, kind="primary")
        self.go.setDefault(True)
        self.save_key.activated.connect(self.accept)
        for choice in (self.own, self.sample):
            choice.setVisible(not after_sample)
        self.setLayout(
            column(
                theme,
                label(_AFTER_SAMPLE if after_sample else _FIRST, "muted", wrap=True),
                self.own, self._names, self.places.hint, self.sample, self.wrong, rule(),
                row(theme, 1, button("ยกเลิก", self.reject), self.go),
                gap="m", pad="xl",
            )
        )  # fmt: skip
        self.name.setFocus()

    def _sample_toggled(self, sample: bool) -> None:
        if sample:
            self.wrong.hide()
            set_invalid(self.name, invalid=False)

    def accept(self) -> None:
        if self.own.isChecked() and not clean(self.name.text()):
            self.wrong.setText("กรุณากรอกชื่อหน่วยงาน")
            self.wrong.show()
            set_invalid(self.name, invalid=True)
            self.name.setFocus()
            return
        super().accept()

    def maker(self, path: Path) -> Callable[[], Services]:
        """What the worker runs: make the database at `path` from the answers, taken now."""
        if self.sample.isChecked():
            return lambda: _sample(path)
        kind: OrganizationKind = self.kind.currentData()
        name, where = clean(self.name.text()), self.places.values()
        return lambda: _own(path, kind, name, where)


def _sample(path: Path) -> Services:
    from hrdesk.services import Services as Real  # noqa: PLC0415 - after the window shows

    path.parent.mkdir(parents=True, exist_ok=True)
    return Real.create_sample(path, year=True)


def _own(path: Path, kind: OrganizationKind, name: str, where: Place) -> Services:
    from dataclasses import replace  # noqa: PLC0415

    from hrdesk.services import Services as Real  # noqa: PLC0415 - after the window shows

    path.parent.mkdir(parents=True, exist_ok=True)
    services = Real.create(path, kind, name)
    office = services.register.organization()
    services.register.save_organization(replace(office, **where._asdict()))
    return services
