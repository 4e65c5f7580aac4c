"""The frame every wizard stands in: steps, marks, jumps, a draft at each step, and what closing keeps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from hrdesk.errors import Problem, Severity
from hrdesk.ui.kit.desk import Desk
from hrdesk.ui.kit.step_wizard import NARROW, StepPage, StepWizard
from ui.window_support import CTRL, click, press, retype

ALT = Qt.KeyboardModifier.AltModifier


class Step(StepPage):
    def __init__(self, key: str, title: str, fields: tuple[str, ...] = (), *, idle: bool = False) -> None:
        super().__init__()
        self.key, self.title, self.fields, self._idle = key, title, fields, idle
        self.field = QLineEdit()
        self.field.setAccessibleName(title)
        QVBoxLayout(self).addWidget(self.field)
        self.committed: list[str] = []
        self.shown: list[str] = []

    @property
    def idle(self) -> bool:
        return self._idle

    def entered(self) -> None:
        self.field.setFocus()

    def commit(self) -> None:
        self.committed.append(self.field.text())

    def show_field(self, path: str) -> None:
        self.shown.append(path)


class Wizard(StepWizard):
    TITLE, HEAD, STEPS, VERB = "ทดสอบ", "แผน", "ขั้นของการทดสอบ", "สร้างแผน"

    def __init__(self, desk: Desk, parent: QWidget, pages: list[Step], page: str = "") -> None:
        super().__init__(desk, parent)
        self.found: list[Problem] = []
        self.stored: list[tuple[str, ...]] = []
        self.ended: list[str] = []
        self.build(pages, page)

    @property
    def problems(self) -> list[Problem]:
        return self.found

    def about(self) -> str:
        return "พ.ศ. 2570–2572"

    def draft_writer(self):
        taken = tuple(page.field.text() for page in self.pages)
        return lambda: self.stored.append(taken)

    def finish(self) -> None:
        self.ended.append("finished")
        self.task_done()
        self.accept()

    def left(self) -> None:
        self.ended.append("left")


@pytest.fixture
def make(desk, parent):
    def made(page: str = "", *, idle: bool = False) -> Wizard:
        pages = [
            Step("period", "ช่วงเวลา", ("first", "count")),
            Step("needs", "ความจำเป็น", ("needs",), idle=idle),
            Step("projects", "โครงการ", ("projects",)),
        ]
        wizard = Wizard(desk, parent, pages, page)
        wizard.resize(1200, 700)
        wizard.show()
        QApplication.processEvents()  # its parent is made active a turn later, which would take the keys
        return wizard

    return made


def settled(wizard: Wizard) -> Wizard:
    assert wizard.desk.worker.settle()
    return wizard


def marks(wizard: Wizard) -> list[str]:
    """The names of the pictures beside the steps."""
    theme = wizard.theme
    kinds = {
        "now": theme.icon("now", "accent", "accent"), "open": theme.icon("open", "muted", "muted"),
        "error": theme.icon("error", "error", "error"), "warning": theme.icon("warning", "warn", "warn"),
        "check": theme.icon("check", "ok", "ok"),
    }  # fmt: skip

    def picture(icon) -> object:
        return icon.pixmap(16, 16).toImage()

    return [next(name for name, one in kinds.items() if picture(one) == picture(wizard.steps.item(n).icon())) for n in range(3)]


def test_it_begins_at_the_first_page_or_where_it_was_left(make) -> None:
    assert make().page().key == "period"
    assert make("projects").page().key == "projects"
    assert make("a page of an older version").page().key == "period"


def test_forward_by_button_and_by_key_stores_the_draft_each_time(make) -> None:
    wizard = make()
    retype(wizard.page().field, "2570")
    click(wizard.next_button)
    assert settled(wizard).stored == [("2570", "", "")]
    assert wizard.pages[0].committed[0] == "2570"
    retype(wizard.page().field, "แบบสำรวจ")
    press(wizard.page().field, Qt.Key.Key_Return, CTRL)
    assert settled(wizard).stored[-1] == ("2570", "แบบสำรวจ", "")
    assert wizard.place.text() == "ขั้นที่ 3 จาก 3"
    assert wizard.next_button.text() == wizard.next_button.accessibleName() == "สร้างแผน"
    assert wizard.saved.text().startswith("บันทึกร่างแล้ว")
    assert wizard.ended == []


def test_the_last_step_finishes_and_closing_then_keeps_no_draft(make) -> None:
    wizard = make("projects")
    press(wizard.page().field, Qt.Key.Key_Return, CTRL)
    assert wizard.ended == ["finished"]
    wizard.close()
    assert wizard.ended == ["finished"]


@pytest.mark.parametrize("way", ["escape", "close", "reject twice"])
def test_leaving_tells_once_that_the_draft_stands(make, way: str) -> None:
    wizard = make()
    if way == "escape":
        press(wizard.page().field, Qt.Key.Key_Escape)
    elif way == "close":
        wizard.close()
    else:
        wizard.reject()
        wizard.reject()
    assert wizard.ended == ["left"]


def test_back_by_button_and_key_ends_at_the_first(make) -> None:
    wizard = make("projects")
    click(wizard.back_button)
    press(wizard.page().field, Qt.Key.Key_Left, ALT)
    assert wizard.current == 0
    assert not wizard.back_button.isEnabled()
    press(wizard.page().field, Qt.Key.Key_Left, ALT)
    assert wizard.current == 0
    press(wizard.page().field, Qt.Key.Key_Right, ALT)
    assert settled(wizard).current == 1


def test_a_step_with_nothing_to_do_is_passed_over_both_ways_but_may_be_chosen(make) -> None:
    wizard = make(idle=True)
    assert wizard.next_button.accessibleName() == "ถัดไป: โครงการ"
    click(wizard.next_button)
    assert settled(wizard).page().key == "projects"
    click(wizard.back_button)
    assert wizard.page().key == "period"
    wizard.steps.setCurrentRow(1)
    assert settled(wizard).page().key == "needs"


def test_the_list_of_steps_is_walked_by_keys_and_keeps_the_focus(make) -> None:
    wizard = make()
    press(wizard.steps, Qt.Key.Key_Down)
    assert settled(wizard).page().key == "needs"
    assert wizard.steps.hasFocus()
    press(wizard.steps, Qt.Key.Key_Down)
    assert settled(wizard).page().key == "projects"
    assert len(wizard.stored) == 2


def test_marks_tell_what_was_seen_and_what_is_wrong(make) -> None:
    wizard = make()
    assert marks(wizard) == ["now", "open", "open"]
    click(wizard.next_button)
    settled(wizard)
    assert marks(wizard) == ["check", "now", "open"]
    wizard.found = [Problem("first", "ปีแรกเลยมาแล้ว", Severity.WARNING), Problem("projects.0", "ไม่มีงบประมาณ")]
    wizard.refresh()
    assert marks(wizard) == ["warning", "now", "open"], "a page not seen yet is not reproached"
    wizard.found.append(Problem("count", "แผนต้องมี 3 ปี"))
    click(wizard.next_button)
    settled(wizard)
    assert marks(wizard) == ["error", "check", "now"]


def test_the_page_says_its_worst_problem_and_how_many_more(make) -> None:
    wizard = make()
    assert wizard.page_problems.text() == ""
    wizard.found = [
        Problem("first", "ปีแรกเลยมาแล้ว", Severity.WARNING),
        Problem("count", "แผนต้องมี 3 ปี"),
        Problem("needs.0", "ของหน้าอื่น"),
    ]
    wizard.refresh()
    assert "แผนต้องมี 3 ปี" in wizard.page_problems.text()
    assert "(และอีก 1 รายการ)" in wizard.page_problems.text()
    assert "ของหน้าอื่น" not in wizard.page_problems.text()
    wizard.found = []
    wizard.refresh()
    assert wizard.page_problems.text() == ""


@pytest.mark.parametrize(
    ("field", "page"), [("projects.3.title", "projects"), ("needs", "needs"), ("count", "period"), ("nowhere", "period")]
)
def test_a_problem_leads_to_its_page_and_field(make, field: str, page: str) -> None:
    wizard = make("needs")
    wizard.jump(Problem(field, "ตรวจ"))
    assert wizard.page().key == page
    assert wizard.page().shown == ([field] if field != "nowhere" else [])


def test_a_narrow_window_keeps_the_marks_and_drops_the_names(make) -> None:
    wizard = make()
    assert wizard.steps.item(1).text() == "2  ความจำเป็น"
    wizard.resize(wizard.theme.px(NARROW) - 100, 600)
    assert [wizard.steps.item(n).text() for n in range(3)] == ["", "", ""]
    assert wizard._head.isHidden()
    wizard.resize(wizard.theme.px(NARROW) + 100, 600)
    assert wizard.steps.item(0).text() == "1  ช่วงเวลา"


def test_ctrl_s_stores_without_leaving_the_page(make) -> None:
    wizard = make("needs")
    retype(wizard.page().field, "ร่าง")
    press(wizard.page().field, Qt.Key.Key_S, CTRL)
    assert settled(wizard).stored == [("", "ร่าง", "")]
    assert wizard.page().key == "needs"
