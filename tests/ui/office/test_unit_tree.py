"""Units moved by key and by mouse in the window, and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent

from hrdesk.domain.office import OrgUnit
from hrdesk.domain.signing import Signatory, SigningRole
from ui.window_support import CTRL, click, modal, page, press, retype, settle, type_text

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def units(window):
    office = page(window, "office")
    office.tabs.setCurrentIndex(2)
    settle(window)
    return office.tree


def names(window):
    return [unit.name for unit in window.desk.services.register.units()]


def above(window, name):
    units = window.desk.services.register.units()
    unit = next(one for one in units if one.name == name)
    return next((one.name for one in units if one.id == unit.parent), None)


def item(units, name):
    (found,) = units.tree.findItems(name, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    return found


def choose(units, name):
    units.tree.setCurrentItem(item(units, name))
    units.tree.setFocus()


def test_a_bureau_is_moved_by_keys_with_all_below_it_and_back(window, units) -> None:
    before = names(window)
    choose(units, "กองคลัง")
    press(units.tree, Qt.Key.Key_Up, ALT)
    settle(window)
    assert names(window)[:3] == ["กองคลัง", "ฝ่ายบริหารงานคลัง", "งานการเงินและบัญชี"]
    assert units.current().name == "กองคลัง", "it stays chosen, to be moved on"
    assert not units.move_buttons[next(iter(units.move_buttons))].isEnabled(), "nothing is above the first"
    press(units.tree, Qt.Key.Key_Z, CTRL)
    settle(window)
    assert names(window) == before
    press(units.tree, Qt.Key.Key_Y, CTRL)
    settle(window)
    assert names(window)[0] == "กองคลัง"


def test_a_unit_goes_in_and_out_by_keys(window, units) -> None:
    choose(units, "กองช่าง")
    press(units.tree, Qt.Key.Key_Right, ALT)
    settle(window)
    assert above(window, "กองช่าง") == "กองคลัง"
    press(units.tree, Qt.Key.Key_Left, ALT)
    settle(window)
    assert above(window, "กองช่าง") is None
    click(units.undo_button)
    settle(window)
    assert above(window, "กองช่าง") == "กองคลัง"
    click(units.undo_button)
    settle(window)
    assert above(window, "กองช่าง") is None
    assert not units.undo_button.isEnabled()


def drop(units, name, target, height):
    """Let go of a unit over a target, `height` of its row down; over nothing when there is no target."""
    tree = units.tree
    tree.setCurrentItem(item(units, name))
    area = tree.visualItemRect(item(units, target)) if target else tree.viewport().rect().adjusted(0, tree.viewport().height() - 4, 0, 0)
    place = QPointF(area.center().x(), area.top() + area.height() * height)
    data = tree.model().mimeData([tree.currentIndex()])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    tree.dropEvent(QDropEvent(place, Qt.DropAction.MoveAction, data, left, none))  # Qt hands it out only while dragging


@pytest.mark.parametrize(
    ("unit", "drop_at", "meant"),
    [
        ("กองคลัง", ("กองการศึกษา", 0.5), ("กองการศึกษา", "กองการศึกษา", "กองสวัสดิการสังคม")),
        ("กองคลัง", ("กองการศึกษา", 0.02), (None, "กองสาธารณสุขและสิ่งแวดล้อม", "กองการศึกษา")),
        ("กองคลัง", ("กองการศึกษา", 0.97), (None, "กองการศึกษา", "กองสวัสดิการสังคม")),
        ("กองการศึกษา", ("กองช่าง", 0.02), (None, "กองคลัง", "กองช่าง")),
        ("กองคลัง", ("", 0.5), (None, "กองสวัสดิการสังคม", None)),
        ("งานธุรการ", ("งานประชาสัมพันธ์", 0.97), ("ฝ่ายอำนวยการ", "งานประชาสัมพันธ์", "ฝ่ายปกครอง")),
    ],
)
def test_a_unit_is_dropped_into_another_or_beside_it(window, units, unit, drop_at, meant) -> None:
    under, before, after = meant
    was = names(window)
    if unit.startswith("กอง"):
        units.tree.collapseAll()
    drop(units, unit, *drop_at)
    settle(window)
    found = names(window)
    assert above(window, unit) == under
    assert sorted(found) == sorted(was)
    assert found.index(before) < found.index(unit)
    assert after is None or found.index(unit) < found.index(after)
    click(units.undo_button)
    settle(window)
    assert names(window) == was


def test_a_unit_dropped_onto_its_own_part_stays(window, units) -> None:
    was = names(window)
    drop(units, "สำนักปลัดเทศบาล", "งานธุรการ", 0.5)
    settle(window)
    assert names(window) == was
    assert not units.undo_button.isEnabled()


def test_heads_stand_beside_their_units(window, units) -> None:
    services = window.desk.services
    unit = next(one for one in services.register.units() if one.name == "กองช่าง")
    services.signing.save(Signatory(0, SigningRole.UNIT_HEAD, "นายช่าง ก", "ผู้อำนวยการกองช่าง", unit=unit.id))
    page(window, "office").refresh()
    settle(window)
    assert item(units, "กองช่าง").text(1) == "นายช่าง ก"
    assert item(units, "กองคลัง").text(1) == ""


def test_a_deleted_unit_comes_back_to_its_place_with_its_head(window, units) -> None:
    services = window.desk.services
    made, _ = services.register.save_unit(OrgUnit(0, "กองใหม่"))
    services.register.arrange_units(sorted(services.register.units(), key=lambda one: one.id != made))
    services.signing.save(Signatory(0, SigningRole.UNIT_HEAD, "นายใหม่ ก", "ผู้อำนวยการกองใหม่", unit=made))
    page(window, "office").refresh()
    settle(window)
    assert names(window)[0] == "กองใหม่"
    choose(units, "กองใหม่")
    press(units.tree, Qt.Key.Key_Delete)
    settle(window)
    assert "กองใหม่" not in names(window)
    click(units.undo.undo_button)
    settle(window)
    assert names(window)[0] == "กองใหม่"
    assert item(units, "กองใหม่").text(1) == "นายใหม่ ก"


def test_an_order_made_of_units_that_are_gone_is_refused_whole(window, units, boxes) -> None:
    boxes.answers = ["ตกลง"]
    register = window.desk.services.register
    before = register.units()
    units.arrange(before[:-1])
    settle(window)
    assert boxes.seen
    assert register.units() == before


def test_a_head_is_entered_and_changed_from_the_tree(window, units) -> None:
    choose(units, "กองช่าง")
    click(units.head_button)
    dialog = modal()
    assert dialog.unit.currentText() == "กองช่าง"
    type_text(dialog.name, "นายช่าง ก")
    type_text(dialog.position, "ผู้อำนวยการกองช่าง")
    press(dialog.position, Qt.Key.Key_S, CTRL)
    settle(window)
    assert item(units, "กองช่าง").text(1) == "นายช่าง ก"
    click(units.head_button)
    retype(modal().name, "นายช่าง ข")
    click(modal().save_button)
    settle(window)
    assert item(units, "กองช่าง").text(1) == "นายช่าง ข"
    assert len(window.desk.services.signing.signatories()) == 1
