"""The last backup in one line of the first page, with the way to all of them."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hrdesk.ui.kit.moments import ago_word
from hrdesk.ui.kit.widgets import button, clear, label, picture, row

if TYPE_CHECKING:
    from hrdesk.ui.kit.desk import Desk


class BackupLine(QWidget):
    """Each backup was verified when it was made, else there would be none: the line looks into no file."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = self.theme = desk.theme
        self.desk = desk
        self.icon = row(theme)
        self.said = label("", "small", wrap=True)
        self.go = button("ดู", partial(desk.went.emit, "settings", "backup"), kind="link", name="ดูชุดสำรองข้อมูล")
        line = row(theme, self.icon, self.said, self.go)
        line.setStretch(1, 1)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)

    def refresh(self) -> None:
        if not self.desk.ready:
            return
        backup = self.desk.services.backup
        self.desk.read(self, lambda: next((one.manifest.created for one in backup.listed()), None), self.show_newest)

    def show_newest(self, newest: datetime | None) -> None:
        """When it was made; None where there is none."""
        clear(self.icon)
        self.icon.addWidget(picture(self.theme, "check" if newest else "warning", "ok" if newest else "warn"))
        if newest is None:
            self.said.setText("ยังไม่มีชุดสำรองข้อมูล")
            return
        when = ago_word(newest, datetime.now().astimezone())
        self.said.setText(f"สำรองล่าสุด {when} ตรวจแล้วสมบูรณ์")
