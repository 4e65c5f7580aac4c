"""The development guide in the window: ways for everything that can be a gap, and the plans drafted by them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from hrdesk.domain.competency import OWN
from hrdesk.domain.framework_parts import judgeables
from hrdesk.domain.skill_terms import CompetencyKind, LearningWay, SkillKind
from hrdesk.domain.terms import term
from hrdesk.services.skills.frameworks import shipped
from hrdesk.ui.kit.widgets import choose
from hrdesk.ui.skills.standards import NEW
from skill_office import FRAMEWORK, grouped_office, judge
from ui.window_support import click, modal, page, press, settle, texts, type_text

YEAR = 2568


@pytest.fixture
def templates(tmp_path_factory):
    return {"grouped": grouped_office(tmp_path_factory.mktemp("grouped"))}


@pytest.fixture
def window(open_window):
    return open_window("grouped")


@pytest.fixture
def guide(window):
    own = replace(NEW, code="CC-01", name="การมุ่งผลสัมฤทธิ์", kind=CompetencyKind.CORE)
    window.desk.services.skills.save_own(own)
    shown = page(window, "skills")
    shown.go_to("guide")
    settle(window)
    return shown.section("guide")


def listed(guide):
    return [guide.list.item(n).data(Qt.ItemDataRole.UserRole) for n in range(guide.list.count())]


def choose_place(guide, word):
    place = next(n for n in range(guide.list.count()) if guide.list.item(n).text().strip().startswith(word))
    guide.list.setCurrentRow(place)


def write_way(window, guide, text, way=LearningWay.OTHERS):
    """A way of one's own in the dialog of a new one, by keys."""
    click(guide.add_button)
    dialog = modal()
    choose(dialog.way, way)
    type_text(dialog.activity, text)
    click(dialog.ok)
    settle(window)


def test_all_that_can_be_a_gap_is_in_the_list_once(guide):
    keys = listed(guide)
    assert len(keys) == len(set(keys))
    wanted = {(FRAMEWORK, part.code) for part in judgeables(shipped())} | {(OWN, "CC-01"), (OWN, "own"), (OWN, "")}
    assert wanted <= set(keys)
    heads = {(FRAMEWORK, kind.value) for kind in SkillKind if kind not in (SkillKind.UNIT, SkillKind.OWN)}
    assert set(keys) - wanted == heads | {(FRAMEWORK, area.code) for area in shipped().areas}


@pytest.mark.parametrize(
    ("word", "kind", "inherits"),
    [
        ("KN06", SkillKind.KNOWLEDGE, "knowledge"),
        ("EN06", SkillKind.EXPERIENCE, "experience"),
        ("T1", SkillKind.TRAIT, "trait"),
        ("M1", SkillKind.COMPETENCY, "competency"),
    ],
)
def test_a_way_for_an_entry_of_the_lists_is_written_kept_and_drafted_from(window, guide, word, kind, inherits):
    services = window.desk.services
    choose_place(guide, word)
    key = guide.place()
    assert key == (FRAMEWORK, word)
    assert f"ใช้วิธีของ “{term(kind)}”" in guide.origin.text()
    assert [way.code for way in guide.table.rows.rows] == [inherits] * 3
    write_way(window, guide, "ทำแฟ้มตัวอย่างเรื่อง {ชื่อสมรรถนะ}")
    assert guide.place() == key, "the place stays chosen"
    assert guide.origin.text() == "วิธีที่หน่วยงานกำหนด"
    assert len(services.skills.guide().at(*key)) == 4
    stands = ((profile, each) for profile in services.skills.overview().profiles for each in profile.standings)
    profile, asked = next((profile, each.requirement) for profile, each in stands if each.requirement.key == key)
    judge(services, profile.person.id, **{word: 0})
    items = [item for item in services.development.draft(profile.person.id, YEAR).items if item.code == word]
    assert len(items) == 4
    assert f"ทำแฟ้มตัวอย่างเรื่อง {asked.name}" in [item.activity for item in items]


def test_ways_of_a_kind_hold_for_all_below_it_that_have_none(window, guide):
    choose_place(guide, term(SkillKind.TRAIT))
    assert guide.origin.text() == "วิธีของโปรแกรม"
    write_way(window, guide, "เล่าเรื่อง {name} ให้ทีมฟัง")
    for code in ("T1", "T5"):
        choose_place(guide, code)
        assert "เล่าเรื่อง {ชื่อสมรรถนะ} ให้ทีมฟัง" in texts(guide.table, 1)


def test_ways_of_the_offices_own_competencies_stand_apart_from_what_holds_for_all(window, guide):
    choose_place(guide, "CC-01")
    assert "ใช้วิธีของ “ทุกสมรรถนะที่ไม่มีวิธีเฉพาะ”" in guide.origin.text()
    choose_place(guide, term(SkillKind.OWN))
    write_way(window, guide, "ทำโครงการจริงเรื่อง {name}")
    choose_place(guide, "CC-01")
    assert f"ใช้วิธีของ “{term(SkillKind.OWN)}”" in guide.origin.text()
    assert "ทำโครงการจริงเรื่อง {ชื่อสมรรถนะ}" in texts(guide.table, 1)
    choose_place(guide, "ทุกสมรรถนะ")
    assert "ทำโครงการจริงเรื่อง {name}" not in texts(guide.table, 1)


def test_a_word_finds_entries_with_what_they_lie_under(window, guide):
    type_text(guide.search, "KN06")
    assert listed(guide) == [(FRAMEWORK, "knowledge"), (FRAMEWORK, "KN06")]
    choose_place(guide, "KN06")
    write_way(window, guide, "อ่านและสรุป")
    assert guide.place() == (FRAMEWORK, "KN06")
    guide.search.clear()
    type_text(guide.search, "ไม่มีคำนี้แน่")
    assert (listed(guide), guide.table.rows.rowCount()) == ([], 0)
    assert guide.heading.text() == "ไม่พบรายการที่มีคำนี้"
    assert not guide.add_button.isEnabled()
    press(guide.search, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(guide.search, Qt.Key.Key_Delete)
    assert len(listed(guide)) > 100
    assert guide.add_button.isEnabled()


def test_the_guide_is_changed_for_one_unit_and_taken_back(window, guide):
    choose_place(guide, "DLit100")
    assert "ใช้วิธีของ “DLit " in guide.origin.text()
    assert guide.table.rows.rowCount() == 3
    guide.edit()
    dialog = modal()
    dialog.activity.setPlainText("")
    dialog.accept()
    assert dialog.isVisible()
    dialog.activity.setPlainText("ฝึกกับรุ่นพี่เรื่อง {name}")
    dialog.accept()
    settle(window)
    assert guide.origin.text() == "วิธีที่หน่วยงานกำหนด"
    assert texts(guide.table, 1)[0] == "ฝึกกับรุ่นพี่เรื่อง {ชื่อสมรรถนะ}"
    guide.table.choose_row(2)
    click(guide.delete_button)
    settle(window)
    assert guide.table.rows.rowCount() == 2
    click(guide.reset_button)
    settle(window)
    assert guide.table.rows.rowCount() == 3
    click(guide.undo.undo_button)
    settle(window)
    assert guide.table.rows.rowCount() == 2


def test_the_way_one_stands_on_stays_and_a_new_one_is_stood_on(window, guide):
    choose_place(guide, "KN06")
    for text in ("อ่านคู่มือของงาน", "ฝึกกับผู้รู้", "ทำงานร่วมกับผู้รู้"):
        write_way(window, guide, text)
        assert guide.table.current_record().activity == text
    place = guide.table.currentIndex().row() - 1
    guide.table.choose_row(place)
    guide.refresh()
    settle(window)
    assert guide.table.current_record().activity == "ฝึกกับผู้รู้"
    click(guide.delete_button)
    settle(window)
    assert (guide.table.currentIndex().row(), guide.table.current_record().activity) == (place, "ทำงานร่วมกับผู้รู้")
    choose_place(guide, "EN06")
    assert guide.table.currentIndex().row() == 0, "another competency begins at its first way"
