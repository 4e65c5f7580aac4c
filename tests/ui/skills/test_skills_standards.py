"""The roadmap, own competencies and framework versions in the window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog

from hrdesk.domain.skill_terms import CompetencyKind
from hrdesk.domain.terms import Level, PositionType
from hrdesk.ui.kit.widgets import choose
from hrdesk.ui.skills.page import SkillsPage
from ui.test_audit import cut
from ui.test_window import nameless
from ui.window_support import click, modal, page, settle, texts

SMALL = (911, 512)


def section(window, key):
    shown = page(window, "skills")
    shown.go_to(key)
    settle(window)
    return shown.section(key)


@pytest.mark.parametrize("key", [one.key for one in SkillsPage.SECTIONS])
def test_every_section_is_named_and_whole_on_a_small_screen(window, key):
    window.resize(*SMALL)
    shown = section(window, key)
    assert (window.width(), window.height()) == SMALL
    assert nameless(shown) == []
    assert cut(shown) == []


def dialogs(window):
    yield section(window, "stage").announce
    yield section(window, "stage").assign
    yield section(window, "stage").suggest
    yield section(window, "idp").open_current
    yield section(window, "guide").edit
    yield section(window, "standards").add


def test_every_dialog_is_named_and_fits(window):
    seen = set()
    for act in dialogs(window):
        act()
        settle(window)
        dialog = modal()
        seen.add(type(dialog).__name__)
        assert nameless(dialog) == [], dialog.windowTitle()
        least = dialog.minimumSizeHint()
        assert least.width() <= SMALL[0], dialog.windowTitle()
        assert least.height() <= SMALL[1], dialog.windowTitle()
        dialog.reject()
        settle(window)
    assert len(seen) == 6


def test_a_competency_of_the_office_is_added_changed_and_deleted(window):
    standards = section(window, "standards")
    assert standards.empty.isVisible()
    click(standards.add_button)
    dialog = modal()
    dialog.save()
    settle(window)
    assert dialog.isVisible(), "what is missing stands beside its field"
    dialog.code.setText("CC-01")
    dialog.name.setText("การมุ่งผลสัมฤทธิ์")
    dialog.levels[PositionType.ACADEMIC, Level.PROFESSIONAL].setValue(3)
    dialog.save()
    settle(window)
    assert texts(standards.table, 0) == ["CC-01"]
    (own,) = window.desk.services.skills.own()
    assert own.expected == {(PositionType.ACADEMIC, Level.PROFESSIONAL): 3}
    standards.edit()
    dialog = modal()
    choose(dialog.kind, CompetencyKind.MANAGERIAL)
    dialog.save()
    settle(window)
    assert texts(standards.table, 2) == ["สมรรถนะประจำผู้บริหาร"]
    click(standards.delete_button)
    settle(window)
    assert standards.table.rows.rowCount() == 0
    click(standards.undo.undo_button)
    settle(window)
    assert texts(standards.table, 0) == ["CC-01"]


def test_a_framework_goes_out_and_a_new_version_comes_in(window, tmp_path, monkeypatch):
    standards, path = section(window, "standards"), tmp_path / "digital-2570.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(path), ""))
    click(standards.sheet_button)
    settle(window)
    assert path.exists()
    click(standards.import_button)
    settle(window)
    dialog = modal()
    assert "39 หน่วย" in dialog.told.text()
    choose(dialog.boxes[next(part for part in dialog.boxes if part.value == "parent")], None)
    dialog._chosen()
    settle(window)
    assert "1 ด้าน" in dialog.told.text(), "the officer's columns are read at once"
    choose(dialog.boxes[next(part for part in dialog.boxes if part.value == "parent")], 2)
    dialog._chosen()
    settle(window)
    dialog.version.setText("2570")
    dialog.save()
    settle(window)
    assert texts(standards.frameworks, 0) == ["digital-2560", "digital-2570"]
    assert texts(standards.frameworks, 3) == ["ใช้อยู่ (ของโปรแกรม)", "นำเข้า"]


def test_the_roadmap_tells_the_whole_of_a_step(window):
    road = section(window, "roadmap")
    row = texts(road.table, 0).index("นักทรัพยากรบุคคล")
    road.table.choose_row(row, 1)
    assert road.heading.full.startswith("นักทรัพยากรบุคคล: ")
    assert "ระดับ: ปฏิบัติการ" in road.detail.text()
    assert "ทักษะดิจิทัลที่เพิ่ม 9 หน่วย" in road.detail.text()
    first = texts(road.table, 0).index("นักบริหารท้องถิ่น")
    road.table.choose_row(first, 1)
    assert road.detail.text() == "สายงานนี้ไม่มีขั้นนี้"
