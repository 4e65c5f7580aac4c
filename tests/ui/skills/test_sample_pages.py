"""Every section of the page has something to show of the sample that has lived."""

from __future__ import annotations

import pytest

from hrdesk.services import Services
from ui.window_support import page, settle, texts


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    place = tmp_path_factory.mktemp("lived") / "office.db"
    Services.create_sample(place, year=True).close()
    return place


@pytest.fixture
def templates(path):
    return {"lived": path}


@pytest.fixture
def section(open_window):
    window = open_window("lived")

    def show(key):
        shown = page(window, "skills")
        shown.go_to(key)
        settle(window)
        return shown.section(key)

    return show


def test_the_plans_of_the_last_year_that_has_some_stand_open(section):
    idp = section("idp")
    assert idp.year.currentData() == 2566
    assert {"ร่าง", "เห็นชอบแล้ว", "สิ้นสุดแล้ว"} <= set(texts(idp.table, 4))
    assert any("/" in text for text in texts(idp.table, 5))
    idp.year.setCurrentIndex(0)
    idp.refresh()
    assert idp.year.currentIndex() == 0, "a year that was chosen stays"


def test_stage_grid_needs_and_standards_are_filled(section):
    stage = section("stage")
    assert stage.table.rows.rowCount() == 51
    assert not [text for text in texts(stage.table, 2) if text in ("", "–")]
    grid = section("grid")
    assert {grid.model.text(s) for line in grid.model._cells for s in line if s} >= {"●", "○", "?"}
    needs = section("needs")
    assert needs.table.rows.rowCount() > 20
    assert "ยังไม่มีหลักสูตร" in texts(needs.table, 6)
    assert len(set(texts(needs.table, 6))) > 3
    assert section("standards").table.rows.rowCount() == 5
    assert section("roadmap").table.rows.rowCount() > 20
    assert section("guide").list.count() > 40
