from __future__ import annotations

from datetime import date

import pytest

from hrdesk.ui.kit.widgets import choose
from ui.window_support import click, modal, page, settle, texts


@pytest.fixture
def stage(window):
    return page(window, "skills").section("stage")


def test_posts_suggest_groups_that_are_stored_after_a_look_and_can_be_taken_back(window, stage):
    assert set(texts(stage.table, 2)) == {"ยังไม่มีกลุ่ม"}
    click(stage.suggest_button)
    dialog = modal()
    assert dialog.table.rows.rowCount() == 51
    dialog.save()
    settle(window)
    assert "ยังไม่มีกลุ่ม" not in texts(stage.table, 2)
    assert not stage.suggest_button.isVisible()
    click(stage.undo.undo_button)
    settle(window)
    assert set(texts(stage.table, 2)) == {"ยังไม่มีกลุ่ม"}


def test_several_people_get_two_groups_at_once(window, stage):
    stage.table.selectAll()
    click(stage.groups_button)
    dialog = modal()
    for code in ("Others", "Service"):
        dialog.boxes[code].setChecked(True)
    dialog.save()
    settle(window)
    assert set(texts(stage.table, 2)) == {"ผู้ปฏิบัติงานอื่น และ ผู้ทำงานด้านบริการ"}
    assert "เห็นชอบโดย" in stage.approved.text()
    choose(stage.group, "Executive")
    stage.group.activated.emit(1)
    assert stage.table.rows.rowCount() == 0


def test_a_stage_is_announced_and_asks_more(window, stage):
    assert "ยังไม่ได้ประกาศ" in stage.source.full
    click(stage.stage_button)
    dialog = modal()
    choose(dialog.stage, "Mature")
    dialog.day.set_day(date(2025, 1, 1))
    dialog.document.setText("ประกาศ ที่ 1/2568")
    dialog.save()
    settle(window)
    assert stage.stage.full == "ระยะสมบูรณ์ ตั้งแต่ 1 มกราคม 2568"
    assert "1/2568" in stage.source.full
    click(stage.undo.undo_button)
    settle(window)
    assert "ยังไม่ได้ประกาศ" in stage.source.full


def test_an_announcement_needs_its_day(window, stage):
    click(stage.stage_button)
    dialog = modal()
    dialog.day.set_day(None)
    dialog.save()
    settle(window)
    assert dialog.isVisible()
    assert dialog.day.wrong
    dialog.reject()
