"""Every section of the page has something to show of the sample that has lived."""

from __future__ import annotations

import pytest

from hrdesk.domain.skill_terms import SkillKind
from lived_office import lived_office
from ui.skill_cells import standings
from ui.window_support import page, settle, texts


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return lived_office(tmp_path_factory.mktemp("lived"))


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
    assert {grid.model.text(s) for s in standings(grid.model)} >= {"●", "○", "?"}
    needs = section("needs")
    assert needs.table.rows.rowCount() > 20
    assert "ยังไม่มีหลักสูตร" in texts(needs.table, 6)
    assert len(set(texts(needs.table, 6))) > 3
    assert section("standards").table.rows.rowCount() == 5
    assert section("roadmap").table.rows.rowCount() > 20
    assert section("guide").list.count() > 40


def pick(box, value):
    box.setCurrentIndex(next(n for n in range(box.count()) if box.itemData(n) == value))
    box.activated.emit(box.currentIndex())


def test_needs_are_narrowed_to_a_part_of_the_set(section):
    needs = section("needs")
    everything = needs.table.rows.rowCount()
    found = {}
    for kind in SkillKind:
        pick(needs.kind, kind)
        needs.desk.worker.settle()
        found[kind] = texts(needs.table, 0)
    assert sum(map(len, found.values())) == everything
    assert all(code.startswith(("KB", "KN")) for code in found[SkillKind.KNOWLEDGE])
    assert all(code.startswith("CC-") for code in found[SkillKind.OWN])
    pick(needs.view, "unit")
    needs.desk.worker.settle()
    assert not needs.kind.isVisible()
    people, units, whole = (list(map(int, texts(needs.share, n))) for n in (1, 3, 5))
    assert all(w <= u <= p for p, u, w in zip(people, units, whole, strict=True))


def test_the_grid_shows_each_part_of_the_set_and_the_units_first(section):
    grid = section("grid")
    units = [head.key[1] for head in grid.model.heads]
    assert "DLit100" in units
    assert "KB1" not in units
    assert units[-5:] == [f"CC-0{n}" for n in range(1, 6)], "the office's own come along"
    pick(grid.area, "trait")
    assert [head.key[1] for head in grid.model.heads] == ["T1", "T2", "T3", "T4", "T5"]
    pick(grid.area, "everything")
    assert len(grid.model.heads) > 75
    pick(grid.area, "DG")
    assert {head.key[1][:2] for head in grid.model.heads} == {"DG"}


def test_plans_tell_both_mixes_and_the_stage_counts_units(section):
    idp = section("idp")
    shown = [line for line in idp.info.rows if line.idp_id]
    assert {f"{line.stages.current}:{line.stages.future}" for line in shown} <= set(texts(idp.table, 8))
    assert all(line.stages.current + line.stages.future == 100 for line in shown)
    stage = section("stage")
    assert texts(stage.table, 4)[0] == "9", "the chief executive's units of the early stage"
