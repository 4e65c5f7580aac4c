"""Hours, target groups and competencies of a course, in the window."""

from __future__ import annotations

from PySide6.QtCore import Qt

from hrdesk.domain.course_detail import CourseDetail
from ui.test_audit import SMALL, nameless
from ui.window_support import CTRL, modal, page, press, retype, settle, texts


def test_hours_targets_and_competencies_are_kept_with_the_course(window) -> None:
    courses = page(window, "courses")
    courses.table.choose_row(0)
    press(courses.table, Qt.Key.Key_F2)
    settle(window)
    dialog = modal()
    assert nameless(dialog) == []
    assert dialog.minimumSizeHint().height() <= SMALL[1]
    retype(dialog.lecture, "สิบ")
    press(dialog.lecture, Qt.Key.Key_S, CTRL)
    settle(window)
    assert "ตัวเลข" in dialog.form._wrong["lecture"].text()
    retype(dialog.lecture, "๑๒")
    retype(dialog.other, "6")
    assert "เกินร้อยละ 60" in dialog.share.text()
    retype(dialog.other, "12")
    assert "บรรยายร้อยละ 50" in dialog.share.text()
    press(dialog.targets, Qt.Key.Key_Space)
    press(dialog.served, Qt.Key.Key_Space)
    press(dialog.served, Qt.Key.Key_S, CTRL)
    settle(window)
    course = courses.table.current_record().course
    services = window.desk.services
    target = services.curriculum.catalogue().targets[0].id
    assert services.curriculum.course_details() == {course.id: CourseDetail(1200, 1200, "", (target,))}
    assert [code for _framework, code in services.skills.course_units()[course.id]] == ["DLit100"]
    assert (texts(courses.table, 3)[0], texts(courses.table, 4)[0]) == ("24", "50 : 50")
    window.resize(*SMALL)
    settle(window)
    assert courses.table.isColumnHidden(4), "the title has its room"
    assert "บรรยาย : อื่น: 50 : 50" in courses.facts.rest.text().replace("\u200b", "")
    window.resize(1366, 768)
    settle(window)
    assert not courses.table.isColumnHidden(4)
