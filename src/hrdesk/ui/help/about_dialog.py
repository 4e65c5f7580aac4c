"""What this program is, whose work it carries, and under which terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QPlainTextEdit, QSplitter, QWidget

from hrdesk import __version__
from hrdesk.services.reference.licences import notices
from hrdesk.ui.kit.widgets import button, column, label, row

if TYPE_CHECKING:
    from hrdesk.ui.kit.theme import Theme

_TERMS = (
    "hrdesk เผยแพร่ภายใต้สัญญาอนุญาต MIT ใช้ คัดลอก แก้ไข และแจกจ่ายได้โดยไม่มีค่าใช้จ่าย"
    " โปรแกรมใช้ Qt และ Qt for Python ภายใต้ LGPL รุ่นที่ 3: ท่านเปลี่ยนแฟ้มไลบรารี Qt ในโฟลเดอร์ของโปรแกรม"
    " เป็นรุ่นที่ท่านแก้ไขเองได้ และขอรับต้นฉบับได้ตามที่อยู่ที่แสดงไว้กับแต่ละรายการ"
)


class AboutDialog(QDialog):
    """Every library with its version, terms, the address of its source, and the whole text of its licence."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("เกี่ยวกับโปรแกรม")
        self.resize(theme.px(860), theme.px(560))
        self._notices = notices()
        self.list = QListWidget()
        self.list.setAccessibleName("ส่วนประกอบของโปรแกรม")
        self.list.ensurePolished()  # else its rows keep the height they had before the stylesheet
        self.list.addItems([f"{notice.name} {notice.version}" for notice in self._notices])
        self.list.currentRowChanged.connect(self._show)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName("สัญญาอนุญาตของส่วนประกอบ")
        self.text.setTabChangesFocus(True)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        split.addWidget(self.text)
        split.setStretchFactor(1, 1)
        split.setSizes([theme.px(230), theme.px(600)])
        close = button("ปิด", self.reject, kind="primary")
        close.setDefault(True)
        box = column(
            theme,
            label(f"hrdesk รุ่น {__version__}", "title"),
            label(_TERMS, "muted", wrap=True),
            label("ส่วนประกอบและสัญญาอนุญาต", "section"),
            split,
            row(theme, 1, close),
            gap="m",
            pad="l",
        )
        box.setStretch(3, 1)
        self.setLayout(box)
        self.list.setCurrentRow(0)

    def _show(self, place: int) -> None:
        notice = self._notices[place]
        head = (f"{notice.name} {notice.version}", notice.licence, notice.url)
        self.text.setPlainText("\n".join(line for line in head if line) + "\n\n" + notice.text)
