"""Tables, ticks and texts of a dialog that are not stored yet survive a power cut like its fields."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton

from hrdesk.domain.meeting import AgendaItem
from hrdesk.domain.survey import SurveyCount
from hrdesk.domain.terms import CommitteeKind, PersonnelType
from hrdesk.services.value_json import to_json, tuple_from_json
from hrdesk.ui.kit.checklist import CheckList
from hrdesk.ui.kit.entry_grid import EntryGrid
from hrdesk.ui.kit.list_grid import ListColumn, ListGrid
from hrdesk.ui.kit.list_section import ListSection
from hrdesk.ui.kit.typed_values import TABLE, drafted, fields_of, named, put_back, typed_values
from hrdesk.ui.plan.tabs import MEETINGS
from ui.every_dialog import close_all, opened, section
from ui.window.test_draft_keeper import drafts, keep, next_start, strip_button
from ui.window_support import click, modal, page, settle, type_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

__all__ = ["next_start"]


@pytest.fixture
def window(open_window):
    return open_window("furnished")


def holding(dialog: QWidget) -> list[QWidget]:
    """Every part of a dialog that holds more than a field does."""
    grids = [one for one in dialog.findChildren(EntryGrid) if not isinstance(one.parent(), ListGrid)]
    lists = [one for one in dialog.findChildren(QListWidget) if any(ticked(one))]
    return [*dialog.findChildren(ListGrid), *dialog.findChildren(ListSection), *grids, *lists]


def ticked(one: QListWidget) -> list[bool]:
    return [bool(one.item(n).flags() & Qt.ItemFlag.ItemIsUserCheckable) for n in range(one.count())]


def kept(dialog: QWidget, part: QWidget) -> bool:
    """By itself, or by the dialog that knows what lies in it."""
    at: QWidget | None = part
    while at is not None:
        if drafted(at):
            return True
        at = None if at is dialog else at.parentWidget()
    return False


def test_every_table_of_every_dialog_is_kept_or_the_dialog_says_that_it_keeps_none(window) -> None:
    missing, seen = [], 0
    for known, dialog in opened(window):
        if getattr(dialog, "keeps_no_draft", True):
            continue
        missing += [f"{known.name}: {part.accessibleName()}" for part in holding(dialog) if not kept(dialog, part)]
        tables = {name: "" for name in fields_of(dialog) if name.startswith(TABLE)}
        missing += [f"{known.name}: a table without a name" for one in named(dialog, tables) if not one]
        seen += len(holding(dialog))
        before = typed_values(dialog)
        assert put_back(dialog, before) == 0, known.name  # what it tells of itself changes nothing
        for name, one in fields_of(dialog).items():
            if name.startswith(TABLE):
                one.take_draft(before[name])  # every value of it can be read again
                assert one.draft_text() == before[name], f"{known.name}: {name}"
    assert not missing, "\n".join(missing)
    assert seen >= 20


def meeting(window: Any) -> Any:
    tabs = page(window, "plan").tabs
    tabs.setCurrentIndex(MEETINGS)
    tabs.meetings.add(CommitteeKind.PLANNING)
    settle(window)
    return modal()


def add_agenda(dialog: Any) -> tuple[str, ...]:
    dialog.agenda._store([*dialog.agenda.items(), AgendaItem("เรื่องเพื่อพิจารณา", "ร่างแผน", resolution="เห็นชอบ")], "เพิ่มวาระ")
    return tuple(one.title for one in dialog.agenda.items())


def project(window: Any) -> Any:
    page(window, "plan").tabs.projects.edit()
    settle(window)
    return modal()


def add_cost(dialog: Any) -> tuple[Any, ...]:
    new = replace(dialog.costs.kind.new(dialog.holder.draft), item="ค่าวิทยากร", unit_price=60000, quantity=3)
    dialog.costs._store([*dialog.costs.items(), new], "เพิ่มค่าใช้จ่าย")
    return tuple(dialog.costs.items())


def tick_target(dialog: Any) -> tuple[int, ...]:
    one: CheckList = dialog.lists["targets"]
    for number in range(one.count()):
        one.item(number).setCheckState(Qt.CheckState.Checked)
    return one.chosen()


def year_project(window: Any) -> Any:
    section(window, "classes", "projects").add()
    settle(window)
    return modal()


def type_cost(dialog: Any) -> tuple[Any, ...]:
    grid = dialog.money.costs
    grid.model.typed.emit({(0, 0): "ค่าอาหาร", (0, 1): "120", (0, 2): "๓๐"})
    return grid.lines


def type_text_of_a_hidden_heading(dialog: Any) -> dict[Any, str]:
    part = dialog.texts
    for number, words in ((1, "เพื่อให้บุคลากรมีความรู้"), (2, "บุคลากรทุกคน")):
        part.list.setCurrentRow(number)
        part.area.setPlainText(words)
    part.list.setCurrentRow(0)
    return part.texts()


def new_class(window: Any) -> Any:
    section(window, "classes", "projects").classes.edit()
    settle(window)
    return modal()


def untick_half_day(dialog: Any) -> tuple[Any, ...]:
    dialog.sessions.item(0).setCheckState(Qt.CheckState.Unchecked)
    return dialog.chosen_sessions()


def add_trainer(dialog: Any) -> tuple[Any, ...]:
    dialog.trainers.model.typed.emit({(len(dialog.trainers.lines), 0): "นายวิทยา กร"})
    return dialog.trainers.lines


def idp(window: Any) -> Any:
    shown = section(window, "skills", "idp")
    shown.table.choose_where(lambda row: row.gaps > 0)
    shown.open_current()
    settle(window)
    return modal()


def drop_item(dialog: Any) -> tuple[Any, ...]:
    dialog.items = [replace(dialog.items[0], activity="อ่านคู่มือและทดลองทำ")]
    dialog._show()
    return tuple(dialog.items)


def strip_text(dialog: Any) -> str:
    """What the strip says is waiting, after its time."""
    strip = strip_button(dialog, "นำกลับมา").parentWidget()
    return next(one.text() for one in strip.findChildren(QLabel)).partition(": ")[2]


@pytest.mark.parametrize("case", [
    (meeting, add_agenda, lambda d: tuple(one.title for one in d.agenda.items()), "ระเบียบวาระ"),
    (project, add_cost, lambda d: tuple(d.costs.items()), "ประมาณการค่าใช้จ่าย"),
    (project, tick_target, lambda d: d.lists["targets"].chosen(), "กลุ่มเป้าหมาย"),
    (year_project, type_cost, lambda d: d.money.costs.lines, "รายการค่าใช้จ่าย"),
    (year_project, type_text_of_a_hidden_heading, lambda d: d.texts.texts(), "ข้อความของโครงการ"),
    (new_class, untick_half_day, lambda d: d.chosen_sessions(), "วันอบรม"),
    (new_class, add_trainer, lambda d: d.trainers.lines, "วิทยากร"),
    (idp, drop_item, lambda d: tuple(d.items), "รายการพัฒนา"),
], ids=["agenda", "costs", "ticks", "grid", "texts", "half-days", "trainers", "idp"])  # fmt: skip
def test_what_a_table_held_is_brought_back_after_a_power_cut(
    window, next_start, boxes, case: tuple[Callable[[Any], Any], ...]
) -> None:
    open_it, change, now, says = case
    dialog = open_it(window)
    before = now(dialog)
    wanted = change(dialog)
    assert wanted != before
    keep(window)
    assert len(drafts(window)) == 1
    again = next_start(window)
    boxes.answers = ["ปิดโดยไม่บันทึก"] * 4
    close_all(window)
    dialog = open_it(again)
    assert now(dialog) == before
    assert strip_text(dialog) == says
    click(strip_button(dialog, "นำกลับมา"))
    assert now(dialog) == wanted
    close_all(again)
    boxes.answers = []


def test_a_table_put_back_to_how_it_was_leaves_no_draft(window) -> None:
    dialog = project(window)
    add_cost(dialog)
    keep(window)
    assert len(drafts(window)) == 1
    dialog.costs._store(dialog.costs.items()[:-1], "ลบค่าใช้จ่าย")
    keep(window)
    assert drafts(window) == []
    close_all(window)


def test_a_draft_of_a_table_that_no_longer_fits_leaves_what_stands_there(window) -> None:
    dialog = project(window)
    before = typed_values(dialog)
    name = next(name for name, one in fields_of(dialog).items() if one is dialog.costs)
    for spoilt in ("", "{", '[{"item": 3}]', "[1]", '{"a": 1}', '[{"item": "ก", "unknown": 1}]'):
        put_back(dialog, before | {name: spoilt})
        assert typed_values(dialog) == before
    close_all(window)


def test_fields_still_come_back_beside_tables(window, next_start) -> None:
    dialog = meeting(window)
    type_text(dialog.place, "ห้องประชุมสภา")
    add_agenda(dialog)
    keep(window)
    again = next_start(window)
    close_all(window)
    dialog = meeting(again)
    assert strip_text(dialog) == "สถานที่, ระเบียบวาระ", "fields first, tables last"
    click(strip_button(dialog, "นำกลับมา"))
    assert dialog.place.text().endswith("ห้องประชุมสภา")
    assert dialog.agenda.items()[-1].resolution == "เห็นชอบ"
    assert not any(one.text() == "นำกลับมา" and one.isVisible() for one in dialog.findChildren(QPushButton))
    close_all(again)


@pytest.mark.parametrize("spoilt", ["", "3", '[["สั้น"]]', "{}x"])
def test_a_grid_refuses_lines_of_another_shape(qapp, theme, spoilt) -> None:
    grid = ListGrid(theme, "รายการ", (ListColumn("ก"), ListColumn("ข")), [("1", "2")])
    with pytest.raises((ValueError, TypeError)):
        grid.take_draft(spoilt)
    assert grid.lines == (("1", "2"),)


def test_a_grid_taken_back_can_be_undone(qapp, theme) -> None:
    grid = ListGrid(theme, "รายการ", (ListColumn("ก"), ListColumn("ข")), [("1", "2")])
    grid.take_draft(json.dumps([["3", "4"], ["5", ""]]))
    assert grid.lines == (("3", "4"), ("5", ""))
    grid.stack.undo()
    assert grid.lines == (("1", "2"),)


def test_ticks_of_what_is_no_longer_there_are_passed_over(qapp) -> None:
    one = CheckList("กลุ่ม", [(1, "ก"), (2, "ข")], [1])
    one.take_draft("[2, 99]")
    assert one.chosen() == (2,)


def test_several_values_as_json_and_back() -> None:
    counts = (SurveyCount(None, PersonnelType.REGULAR, 3, 2), SurveyCount(4, list(PersonnelType)[-1]))
    assert tuple_from_json(SurveyCount, to_json(counts)) == counts
    with pytest.raises(ValueError):
        tuple_from_json(SurveyCount, "{}")


def test_many_parts_are_not_all_named(window, next_start) -> None:
    dialog = meeting(window)
    for field in (dialog.place, dialog.recorder, dialog.reviewer):
        type_text(field, "ก")
    add_agenda(dialog)
    keep(window)
    again = next_start(window)
    close_all(window)
    dialog = meeting(again)
    assert strip_text(dialog).endswith(" และอีก 1 รายการ")
    close_all(again)
