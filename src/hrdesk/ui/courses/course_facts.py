"""What the list has no column for: the chosen course's law, target groups, competencies and aim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrdesk.domain.office import in_force
from hrdesk.ui.kit.widgets import button, column, label, row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hrdesk.domain.course_detail import CourseDetail
    from hrdesk.domain.office import Catalogue, Course
    from hrdesk.ui.kit.theme import Theme


def outdated(courses: Sequence[Course], catalogue: Catalogue) -> list[int]:
    """The courses whose law was replaced."""
    replaced = {law.id for law in catalogue.laws if law.replaced_by is not None}
    return [course.id for course in courses if course.law in replaced]


def split_word(detail: CourseDetail) -> str:
    """Lecture to other hours in percent; nothing where none are known."""
    return f"{detail.lecture_percent} : {100 - detail.lecture_percent}" if detail.hours else ""


class CourseFacts(QWidget):
    """Also mends what cites a replaced law: the chosen course, or all courses of the catalogue."""

    mend = Signal(list)  # ids of courses

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.law = label("", "small", wrap=True)
        self.rest = label("", "small", wrap=True)
        self.mend_button = button("อ้างกฎหมายปัจจุบัน", self._mend_one, name="ให้หลักสูตรที่เลือกอ้างกฎหมายปัจจุบัน")
        self.mend_all_button = button("แทนทั้งหมด", self._mend_all)
        self._chosen = 0
        self._all: list[int] = []
        box = column(theme, self.law, self.rest, row(theme, self.mend_button, self.mend_all_button, 1), gap="xs")
        box.setContentsMargins(0, 0, 0, 0)
        self.setLayout(box)

    def show_course(
        self, course: Course | None, detail: CourseDetail, catalogue: Catalogue, served: Mapping[int, Sequence[str]]
    ) -> None:
        self._all = outdated(catalogue.courses, catalogue)
        self._chosen = course.id if course is not None and course.id in self._all else 0
        self.mend_button.setVisible(bool(self._chosen))
        self.mend_all_button.setVisible(len(self._all) > bool(self._chosen))
        words = f"แทนทั้ง {len(self._all)} หลักสูตรที่อ้างกฎหมายเก่า"
        self.mend_all_button.setText(words)
        self.mend_all_button.setAccessibleName(words)
        self.law.setText(_law_words(course, catalogue))
        names = {target.id: target.name for target in catalogue.targets}
        said = (
            ("กลุ่มเป้าหมาย", ", ".join(names[one] for one in detail.targets if one in names)),
            ("สมรรถนะที่ตอบสนอง", ", ".join(served.get(course.id, ()) if course else ())),
            ("บรรยาย : อื่น", split_word(detail)),
            ("วัตถุประสงค์", " ".join(detail.objective.split())),
        )
        self.rest.setText("  ·  ".join(f"{what}: {text}" for what, text in said if text))
        self.rest.setVisible(bool(self.rest.text()))
        self.law.setVisible(bool(self.law.text()))
        self.setVisible(bool(self._all or self.law.text() or self.rest.text()))

    def _mend_one(self) -> None:
        self.mend.emit([self._chosen])

    def _mend_all(self) -> None:
        self.mend.emit(self._all)


def _law_words(course: Course | None, catalogue: Catalogue) -> str:
    cited = next((law for law in catalogue.laws if course and law.id == course.law), None)
    now = in_force(catalogue.laws, course.law) if course else None
    if cited is None or now is None:
        return ""
    return f"อ้าง {cited.title}" if now is cited else f"อ้าง {cited.title} ซึ่งยกเลิกแล้ว ปัจจุบันใช้ {now.title}"
