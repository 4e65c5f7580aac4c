"""What stands in the preview's place: why there is nothing to see, and where to make it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from hrdesk.domain.subject import CHOICE_WORDS, Choice
from hrdesk.ui.kit.widgets import button, column, label, picture, row

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.ui.kit.desk import Desk

_MADE_AT: dict[Choice, tuple[str, str, str]] = {  # page, place, the button's words
    Choice.PLAN: ("plan", "", "ไปที่แผนพัฒนา"), Choice.REVISION: ("plan", "life", "ไปที่แผนพัฒนา"),
    Choice.YEAR: ("plan", "", "ไปที่แผนพัฒนา"), Choice.MEETING: ("plan", "meetings", "ไปที่การประชุมของแผน"),
    Choice.PROJECT: ("classes", "projects", "ไปที่โครงการของปี"), Choice.CLASS: ("classes", "projects", "ไปที่โครงการของปี"),
    Choice.UNIT: ("office", "", "ไปที่หน่วยงาน"), Choice.PERSON: ("people", "", "ไปที่บุคลากร"),
    Choice.ROUND: ("monitoring", "", "ไปที่ติดตามประเมินผล"), Choice.IDP: ("skills", "idp", "ไปที่แผนรายบุคคล"),
}  # fmt: skip


class Blank(QWidget):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._act: Callable[[], object] = lambda: None
        theme = desk.theme
        self.sentence = label("", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.go_button = button("", self._go, kind="primary", name="ไปยังที่ที่ต้องเพิ่มข้อมูล")
        icon = picture(theme, "empty", "muted", 40)
        icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        icon.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setLayout(column(theme, 1, icon, self.sentence, row(theme, 1, self.go_button, 1), 1, gap="m", pad="xl"))

    def text(self) -> str:
        return self.sentence.text()

    def say(self, text: str) -> None:
        """A sentence alone."""
        self.sentence.setText(text)
        self.go_button.hide()
        self.show()

    def lack(self, choice: Choice) -> None:
        """There is none of that yet."""
        self.say(f"ยังไม่มี{CHOICE_WORDS[choice]}ให้เลือก จึงยังพิมพ์แบบนี้ไม่ได้")
        page, place, words = _MADE_AT[choice]
        self._offer(words, lambda: self.desk.went.emit(page, place))

    def offer(self, text: str, words: str, act: Callable[[], object]) -> None:
        """A sentence with what to do."""
        self.say(text)
        self._offer(words, act)

    def _offer(self, words: str, act: Callable[[], object]) -> None:
        self._act = act
        self.go_button.setText(words)
        self.go_button.setAccessibleName(words)
        self.go_button.show()

    def _go(self) -> None:
        self._act()
