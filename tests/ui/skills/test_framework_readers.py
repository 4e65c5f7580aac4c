"""The framework to read, its corrections, and the office's own rules for groups, by clicks and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox

from hrdesk.domain.terms import PositionType
from hrdesk.services.reference.corrections import load_corrections
from hrdesk.services.skills.frameworks import shipped
from hrdesk.services.skills.group_rules import GroupRule
from hrdesk.ui.kit.widgets import choose
from skill_office import grouped_office
from ui.window_support import click, click_cell, modal, page, press, settle, texts, type_text


@pytest.fixture
def templates(tmp_path_factory):
    return {"grouped": grouped_office(tmp_path_factory.mktemp("grouped"))}


@pytest.fixture
def window(open_window):
    return open_window("grouped")


@pytest.fixture
def standards(window):
    shown = page(window, "skills")
    shown.go_to("standards")
    settle(window)
    return shown.section("standards")


def test_each_of_the_18_roles_is_read_with_its_words_and_its_whole_set(window, standards):
    click(standards.roles_button)
    dialog = modal()
    assert dialog.table.rows.rowCount() == 18
    for row, role in enumerate(shipped().roles):
        dialog.table.choose_row(row)
        told = dialog.detail.text()
        assert role.name in told
        assert role.description in told
        for code in role.codes:
            assert f"   {code} " in told, (role.key, code)
    choose(dialog.stage, "Mature")
    dialog.stage.activated.emit(dialog.stage.currentIndex())
    assert dialog.table.rows.rowCount() == 6
    assert texts(dialog.table, 3) == ["19", "25", "21", "20", "28", "9"]
    press(dialog, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_every_correction_is_read_with_its_reason_and_found_by_a_word(window, standards):
    corrections = load_corrections()
    click(standards.source_button)
    settle(window)
    dialog = modal()
    assert dialog.fixed.rows.rowCount() == len(corrections) == 81
    for row, one in enumerate(corrections):
        dialog.fixed.choose_row(row)
        assert one.reason in dialog.detail.text()
    type_text(dialog.search, "DTr300")
    assert 0 < dialog.fixed.rows.rowCount() < 10
    assert "DTr300" in dialog.detail.text()
    dialog.search.clear()
    type_text(dialog.search, "ไม่มีคำนี้แน่")
    assert dialog.fixed.rows.rowCount() == 0
    assert "ไม่พบ" in dialog.detail.text()
    dialog.search.clear()
    dialog.tabs.setCurrentIndex(1)
    dialog.read.choose_where(lambda one: "DT400" in one.question)
    assert "บริการเทคโนโลยีดิจิทัล" in dialog.detail.text()


def choose_in(grid, row, column, text):
    """Open the cell's list with F2 and take an entry."""
    click_cell(grid.grid, row, column)
    press(grid.grid, Qt.Key.Key_F2)
    box = next(one for one in grid.grid.viewport().findChildren(QComboBox) if one.isVisible())
    box.setCurrentText(text)
    grid.grid.commitData(box)
    grid.grid.closeEditor(box, grid.grid.itemDelegate().EndEditHint.NoHint)


def test_the_offices_own_rule_goes_before_the_shipped_ones(window, standards):
    services = window.desk.services
    click(standards.mapping_button)
    settle(window)
    dialog = modal()
    assert dialog.tabs.count() == 5
    assert dialog.grid.lines == ()
    choose_in(dialog.grid, 0, 0, "ผู้ปฏิบัติงานเฉพาะด้านเทคโนโลยีดิจิทัล")
    choose_in(dialog.grid, 0, 2, "วิชาการ")
    dialog.grid.model.setData(dialog.grid.model.index(0, 3), "นักวิเคราะห์, นักทรัพยากรบุคคล ,")
    click(dialog.save_button)
    settle(window)
    found = services.skills.taxonomies().own
    assert found == (GroupRule("Technologist", None, PositionType.ACADEMIC, ("นักวิเคราะห์", "นักทรัพยากรบุคคล")),)
    people = {p.person.position: p.person for p in services.skills.overview().profiles}
    for title in ("นักวิเคราะห์นโยบายและแผน", "นักวิชาการคลัง"):
        services.skills.assign_groups({people[title].id: ()}, "", None)
    suggested = {each.person.position: (each.group, each.reason) for each in services.skills.suggested_groups()}
    assert suggested["นักวิเคราะห์นโยบายและแผน"] == ("Technologist", "เกณฑ์ของหน่วยงาน")
    assert suggested["นักวิชาการคลัง"][0] == "Academic", "the shipped rules follow"
    click(standards.mapping_button)
    settle(window)
    again = modal()
    assert again.grid.lines == (("ผู้ปฏิบัติงานเฉพาะด้านเทคโนโลยีดิจิทัล", "", "วิชาการ", "นักวิเคราะห์, นักทรัพยากรบุคคล"),)
    again.grid.grid.choose_row(0)
    click(again.grid.delete_button)
    click(again.save_button)
    settle(window)
    assert services.skills.taxonomies().own == ()


def test_a_rule_without_a_group_is_refused_and_stays_as_typed(window, standards):
    click(standards.mapping_button)
    settle(window)
    dialog = modal()
    dialog.grid.model.setData(dialog.grid.model.index(0, 3), "ครู")
    click(dialog.save_button)
    settle(window)
    assert dialog.isVisible()
    assert "กลุ่ม" in dialog.wrong.text()
    assert dialog.grid.lines == (("", "", "", "ครู"),)
    dialog.grid.model.setData(dialog.grid.model.index(0, 0), "กลุ่มที่ไม่มี")
    assert "กรุณาเลือกจากรายการ" in dialog.grid.wrong.text()


def test_the_corrections_go_to_the_papers_page_to_be_printed(window, standards):
    click(standards.source_button)
    settle(window)
    click(modal().print_button)
    settle(window)
    reports = window.pages["reports"]
    assert reports.isVisible()
    assert reports.form() == "framework-corrections"
    assert reports.preview.page_count() > 5
