"""A record's dialog between its fields and the services; a page of sections; what a desk tells; forms under the keys."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from hrdesk.errors import Problem, UserError
from hrdesk.progress import Stopped
from hrdesk.services import Area
from hrdesk.ui.kit.banner import Notice
from hrdesk.ui.kit.count_box import YearBox
from hrdesk.ui.kit.desk import Desk
from hrdesk.ui.kit.editors import DateField, Form, TextArea
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.pick import PickBox
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.sections import Section, SectionsPage
from hrdesk.ui.kit.widgets import (
    Field,
    Pair,
    choose,
    clear,
    combo,
    label,
    menu_button,
    refill,
    row,
    set_invalid,
)
from ui.window_support import CTRL, click, press, retype


class RefusedError(UserError):
    def __init__(self, *problems: Problem) -> None:
        super().__init__("ยังบันทึกไม่ได้")
        self.problems = problems


class Person(RecordDialog):
    """A name and a day; what the services answer is set by the test."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, "บุคลากร", parent)
        self.name = Field("ชื่อ", "", "")
        self.day = DateField(self.theme, "วันบรรจุ", None)
        self.form.add("name", "ชื่อ", self.name)
        self.form.add("day", "วันบรรจุ", self.day)
        self.answer: object = (7, Area.STAFF)
        self.asked: list[tuple[str, date | None]] = []
        self.fit()
        self.name.setFocus()

    def record(self):
        taken = self.name.text(), self.day.day()

        def work():
            self.asked.append(taken)
            if isinstance(self.answer, Exception):
                raise self.answer
            return self.answer

        return work


@pytest.fixture
def person(desk, parent) -> Person:
    dialog = Person(desk, parent)
    dialog.open()
    QApplication.processEvents()
    return dialog


def saved(dialog: Person) -> Person:
    assert dialog.desk.worker.settle()
    return dialog


def test_it_closes_when_the_record_was_taken_and_tells_everybody(desk, person) -> None:
    told, changed = [], []
    person.saved.connect(told.append)
    desk.changed.connect(lambda area, origin: changed.append((area, origin)))
    retype(person.name, "สมชาย")
    retype(person.day.edit, "1/10/2566")
    press(person.name, Qt.Key.Key_S, CTRL)
    saved(person)
    assert person.asked == [("สมชาย", date(2023, 10, 1))]
    assert told == [7]
    assert changed == [(Area.STAFF, person)]
    assert person.result() == person.DialogCode.Accepted


def test_each_problem_stands_under_its_field_and_the_rest_below(person) -> None:
    person.answer = RefusedError(Problem("staff:1.name", "กรุณากรอกชื่อ"), Problem("staff:1.salary", "ไม่มีช่องนี้"))
    click(person.save_button)
    saved(person)
    assert person.isVisible()
    assert person.form._wrong["name"].text() == "กรุณากรอกชื่อ"
    assert person.wrong.text() == "ไม่มีช่องนี้"
    assert person.name.hasFocus()
    assert person.save_button.isEnabled(), "to be tried again"
    person.answer = (8, Area.STAFF)
    retype(person.name, "สมหญิง")
    click(person.save_button)
    saved(person)
    assert not person.isVisible()


def test_a_refusal_without_fields_is_said_below(person) -> None:
    person.answer = UserError("ฐานข้อมูลเปิดแบบอ่านอย่างเดียว ข้อมูลไม่ถูกเปลี่ยนแปลง")
    click(person.save_button)
    saved(person)
    assert person.wrong.isVisible()
    assert "อ่านอย่างเดียว" in person.wrong.text()
    assert person.isVisible()


def test_a_bug_is_told_in_a_box_and_the_typed_text_stays(person, boxes) -> None:
    boxes.answers = ["ปิด"]
    retype(person.name, "สมชาย")
    person.answer = ZeroDivisionError("เสีย")
    click(person.save_button)
    saved(person)
    assert "ข้อผิดพลาดที่ไม่คาดคิด" in boxes.seen[0]
    assert person.isVisible()
    assert person.name.text() == "สมชาย"
    assert person.save_button.isEnabled()


def test_a_date_that_is_none_never_reaches_the_services(person) -> None:
    retype(person.day.edit, "31/2/2566")
    click(person.save_button)
    saved(person)
    assert person.asked == []
    assert person.form._wrong["day"].isVisible()
    assert person.isVisible()


def test_pressing_save_twice_saves_once(person) -> None:
    retype(person.name, "สมชาย")
    person.save_button.click()
    person.save_button.click()
    saved(person)
    assert len(person.asked) == 1


def test_enter_walks_to_the_button_and_presses_it(person) -> None:
    press(person.name, Qt.Key.Key_Return)
    assert person.day.edit.hasFocus()
    press(person.day.edit, Qt.Key.Key_Return)
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    if person.isVisible() and not person.asked:  # the calendar's button lies between
        press(QApplication.focusWidget(), Qt.Key.Key_Return)
    saved(person)
    assert len(person.asked) == 1


# ------------------------------------------------------------------ the desk


def test_work_that_was_stopped_is_told_in_a_line_not_in_a_box(desk, parent, boxes) -> None:
    told: list[Notice] = []
    desk.noticed.connect(told.append)
    desk.complain(parent, Stopped())
    assert [one.key for one in told] == ["stopped"]
    assert boxes.seen == []


def test_a_reader_is_answered_and_a_change_tells_its_area(desk, parent) -> None:
    seen, changed = [], []
    desk.changed.connect(lambda area, _origin: changed.append(area))
    desk.read(parent, lambda: 5, seen.append)
    desk.change(parent, lambda: Area.PLAN, seen.append)
    desk.change(parent, lambda: ("ค่า", Area.STAFF), seen.append)
    assert desk.worker.settle()
    assert seen == [5, None, "ค่า"]
    assert changed == [Area.PLAN, Area.STAFF]


# ------------------------------------------------------------------ sections


class Leaf(Page):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.read = 0
        self.places: list[str] = []
        self.leaves = True

    def reader(self):
        return lambda: "ข้อมูล"

    def show_data(self, _data) -> None:
        self.read += 1

    def show_place(self, place: str) -> None:
        self.places.append(place)

    def may_leave(self) -> bool:
        return self.leaves


class Staffish(Leaf):
    areas = Area.STAFF


class Planish(Leaf):
    areas = Area.PLAN


class Whole(SectionsPage):
    SECTIONS = (Section("people", "คน", Staffish), Section("plan", "แผน", Planish))
    TABS = "ส่วนของหน้า"


@pytest.fixture
def whole(desk, qtbot) -> Whole:
    page = Whole(desk)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    assert desk.worker.settle()
    return page


def test_a_section_is_made_and_read_when_its_tab_is_first_shown(whole) -> None:
    assert list(whole.sections) == ["people"]
    assert whole.section("people").read == 1
    whole.tabs.setCurrentIndex(1)
    assert whole.desk.worker.settle()
    assert whole.section("plan").read == 1
    whole.tabs.setCurrentIndex(0)
    whole.tabs.setCurrentIndex(1)
    assert whole.desk.worker.settle()
    assert whole.section("plan").read == 1, "nothing changed meanwhile"


def test_only_what_a_change_touches_is_read_again_and_not_before_it_is_seen(whole) -> None:
    people, plan = whole.section("people"), whole.section("plan")
    whole.desk.changed.emit(Area.PLAN, None)
    assert whole.desk.worker.settle()
    assert (people.read, plan.read) == (1, 0)
    whole.desk.changed.emit(Area.STAFF, None)
    assert whole.desk.worker.settle()
    assert people.read == 2
    whole.desk.changed.emit(Area.STAFF, people)
    assert whole.desk.worker.settle()
    assert people.read == 2, "who made the change shows it already"


def test_a_place_leads_into_a_section_and_on(whole) -> None:
    whole.go_to("plan:project:3")
    assert whole.desk.worker.settle()
    assert whole.current is whole.section("plan")
    assert whole.section("plan").places == ["project:3"]
    whole.go_to("nowhere:1")
    assert whole.current is whole.section("plan")
    whole.go_to("people")
    assert whole.current is whole.section("people")
    assert whole.section("people").places == []


def test_a_section_with_unsaved_work_keeps_the_officer(whole) -> None:
    assert whole.may_leave()
    whole.section("plan").leaves = False
    assert not whole.may_leave()


# ------------------------------------------------------------------ forms and small parts


def test_a_form_tells_of_every_kind_of_change(qtbot, theme) -> None:
    form, told = Form(theme), []
    qtbot.addWidget(form)
    fields = {
        "name": Field("ชื่อ"), "kind": combo("ประเภท", [("ก", 1), ("ข", 2)]), "note": TextArea("หมายเหตุ"),
        "year": YearBox("ปี", 2566), "day": DateField(theme, "วัน", None), "pick": PickBox("เลือก", [("ก", 1), ("ข", 2)], 1),
    }  # fmt: skip
    for key, field in fields.items():
        form.add(key, key, field)
    form.changed.connect(lambda: told.append(1))
    form.show()
    changes = (
        lambda: retype(fields["name"], "ก"),
        lambda: press(fields["kind"], Qt.Key.Key_Down),
        lambda: fields["note"].setPlainText("ข"),
        lambda: press(fields["year"], Qt.Key.Key_Up),
        lambda: retype(fields["day"].edit, "1"),
        lambda: fields["pick"].activated.emit(1),
    )
    for number, change in enumerate(changes):
        told.clear()
        change()
        assert told, list(fields)[number]


def test_a_field_is_judged_when_it_is_left(qtbot, theme) -> None:
    form, name, other = Form(theme), Field("ชื่อ"), Field("สกุล")
    qtbot.addWidget(form)
    form.add("name", "ชื่อ", name)
    form.add("other", "สกุล", other)
    form.check("name", lambda: "" if name.text() else "กรุณากรอกชื่อ")
    form.show()
    QApplication.processEvents()
    press(name, Qt.Key.Key_Tab)
    assert form._wrong["name"].isHidden(), "passing through is no mistake"
    retype(name, "ก")
    press(name, Qt.Key.Key_Backspace)
    press(name, Qt.Key.Key_Tab)
    assert form._wrong["name"].isVisible()
    assert form._wrong["other"].isHidden()
    retype(name, "ก")
    press(name, Qt.Key.Key_Tab)
    assert form._wrong["name"].isHidden()


def test_text_areas_are_left_by_tab_and_lines_by_enter_too(qtbot, theme) -> None:
    form = Form(theme)
    qtbot.addWidget(form)
    several, line, last = TextArea("หลายบรรทัด"), TextArea("บรรทัดเดียว", line=True), Field("ชื่อ")
    for key, field in (("several", several), ("line", line), ("last", last)):
        form.add(key, key, field)
    form.show()
    QApplication.processEvents()
    press(several, Qt.Key.Key_Return)
    assert several.toPlainText() == "\n"
    press(several, Qt.Key.Key_Tab)
    assert line.hasFocus()
    press(line, Qt.Key.Key_Return)
    assert line.toPlainText() == ""
    assert last.hasFocus()


@pytest.mark.parametrize("value", [None, 0, "", Area.STAFF, (1, 2)])
def test_a_choice_gives_back_the_very_object(qtbot, value) -> None:
    box = combo("ค่า", [("อื่น", "อื่น"), ("ค่า", value)])
    qtbot.addWidget(box)
    choose(box, value)
    assert box.currentIndex() == 1
    assert box.currentData() is value
    choose(box, "ไม่มี")
    assert box.currentIndex() == 0


def test_other_entries_keep_the_choice_while_it_is_among_them(qtbot) -> None:
    box = combo("ปี", [("2564", 2564), ("2565", 2565)])
    qtbot.addWidget(box)
    choose(box, 2565)
    refill(box, [("2565", 2565), ("2566", 2566)])
    assert box.currentData() == 2565
    refill(box, [("2570", 2570)])
    assert box.currentData() == 2570
    refill(box, [])
    assert box.currentIndex() == -1


def test_two_parts_stand_under_each_other_where_it_is_narrow(qtbot, theme) -> None:
    first, second = label("ก"), label("ข")
    pair = Pair(theme, first, second, beside=600)
    qtbot.addWidget(pair)
    pair.resize(theme.px(800), 200)
    pair.show()
    QApplication.processEvents()
    assert second.x() > first.x()
    pair.resize(theme.px(400), 200)
    QApplication.processEvents()
    assert (second.x(), second.y() > first.y()) == (first.x(), True)


def test_an_emptied_layout_lets_its_widgets_go(qtbot, theme, qapp) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    gone: list[str] = []
    inner, outer = label("ใน"), label("นอก")
    for one in (inner, outer):
        one.destroyed.connect(lambda _gone: gone.append("ไป"))
    whole.setLayout(row(theme, outer, row(theme, inner, 1)))
    clear(whole.layout())
    qapp.sendPostedEvents(None, 52)  # DeferredDelete
    assert gone == ["ไป", "ไป"]
    assert whole.layout().count() == 0


def test_a_menu_does_what_its_words_say(qtbot) -> None:
    done: list[str] = []
    widget = menu_button("เพิ่มเติม", [("ลบ", lambda: done.append("ลบ")), ("พิมพ์", lambda: done.append("พิมพ์"))], name="การกระทำอื่น")
    qtbot.addWidget(widget)
    assert widget.accessibleName() == widget.menu().accessibleName() == "การกระทำอื่น"
    for action in widget.menu().actions():
        action.trigger()
    assert done == ["ลบ", "พิมพ์"]


def test_the_red_edge_comes_and_goes(qtbot, theme) -> None:
    field = Field("ชื่อ")
    qtbot.addWidget(field)
    field.resize(200, theme.row)
    plain = field.grab().toImage()
    set_invalid(field, invalid=True)
    assert field.grab().toImage() != plain
    set_invalid(field, invalid=False)
    assert field.grab().toImage() == plain


def test_a_hint_is_read_aloud_and_goes_when_something_is_typed(qtbot, theme) -> None:
    field = Field("ชื่อ", "เช่น สมชาย")
    qtbot.addWidget(field)
    field.resize(300, theme.row)
    assert field.accessibleDescription() == "เช่น สมชาย"
    with_hint = field.grab().toImage()
    field.hint = ""
    assert field.grab().toImage() != with_hint
