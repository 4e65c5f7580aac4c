"""A plan's whole life at the window: each stage with its button, a revision compared and printed, and the end."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from announcing import keep_the_promise
from hrdesk.domain.plan_terms import DocumentKind
from hrdesk.domain.plan_terms import PlanStatus as S
from hrdesk.ui.kit.widgets import choose
from hrdesk.ui.kit.words import NOTHING
from hrdesk.ui.plan.tabs import LIFE_TAB
from ui.window_support import click, modal, page, press, retype, settle, texts, type_text


class Officer:
    """Records the plan's stages as the officer does: button, day, paper, resolution, save."""

    def __init__(self, window) -> None:
        self.window = window
        self.plan = page(window, "plan")

    def step(self, verb, day, *, stage=None, number="", resolution="", note=""):
        assert self.plan.next_button.isVisible()
        click(self.plan.next_button)
        settle(self.window)
        dialog = modal()
        if stage is not None:
            choose(dialog.status, stage)
            dialog.status.activated.emit(dialog.status.currentIndex())
            settle(self.window)
        assert dialog.save_button.text() == verb
        retype(dialog.day.edit, day)
        press(dialog.day.edit, Qt.Key.Key_Tab)
        settle(self.window)
        if number:
            retype(dialog.number, number)
        type_text(dialog.resolution, resolution)
        type_text(dialog.note, note)
        hint = dialog.number.hint
        click(dialog.save_button)
        settle(self.window)
        assert QApplication.activeModalWidget() is None, verb
        return hint


@pytest.fixture
def officer(window):
    keep_the_promise(window.desk.services)
    return Officer(window)


def test_from_draft_to_the_end_by_clicks(window, officer, tmp_path, monkeypatch) -> None:
    assert "เลขถัดไปคือ 1 " in officer.step("เสนอคณะกรรมการ", "10/5/2563", number="๑๕")
    officer.step("แก้ไขตามมติ", "10/6/2563", resolution="ให้แก้โครงการที่ 2")
    officer.step("เสนอผู้บริหาร", "20/6/2563")
    officer.step("เสนอคณะกรรมการจังหวัด", "1/7/2563", number="ชม 52001/77")
    hint = officer.step("ประกาศใช้แผน", "30/9/2563", number="3", resolution="ก.ท.จ. ครั้งที่ 8/2563", note="แก้ในฉบับแก้ไข")
    assert "เลขถัดไปคือ 1 " in hint, "announcements have numbers of their own"
    plan = officer.plan
    plan.tabs.setCurrentIndex(LIFE_TAB)
    life = plan.tabs.life
    assert texts(life.events, 2) == ["คำสั่ง 15/2563", NOTHING, NOTHING, "หนังสือภายนอก ชม 52001/77", "ประกาศ 3/2563"]
    # a numbered revision
    officer.step("แก้ไขแผนที่ประกาศใช้", "5/1/2564", stage=S.REVISING, note="ยกเลิกโครงการที่ 4")
    gone = plan.editor.draft.projects[3].title
    plan.tabs.setCurrentIndex(0)
    plan.tabs.projects.grid.table.choose_row(3)
    click(plan.tabs.projects.delete_button)
    plan.closing()
    settle(window)
    hint = officer.step("ประกาศใช้แผน", "1/2/2564", number="1", resolution="ก.ท.จ. ครั้งที่ 1/2564", note="แก้แล้ว")
    assert "เลขถัดไปคือ 1 " in hint, "numbers begin anew with the calendar year"
    plan.tabs.setCurrentIndex(LIFE_TAB)
    life = plan.tabs.life
    assert texts(life.editions, 0) == ["ฉบับแก้ไขครั้งที่ 1", "ฉบับประกาศใช้"]
    assert texts(life.editions, 3)[0] == "ยกเลิกโครงการที่ 4"
    # what it changed: as a screen, then as a paper
    life.editions.choose_row(0)
    click(life.compare_button)
    settle(window)
    dialog = modal()
    assert (texts(dialog.lines, 0)[0], texts(dialog.lines, 1)[0]) == ("ยกเลิก", gone)
    click(dialog.print_button)
    settle(window)
    reports = window.pages["reports"]
    assert reports.isVisible()
    assert reports.form() == "plan-changes"
    target = tmp_path / "เปรียบเทียบ.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    click(reports.pdf_button)
    settle(window)
    words = "".join("".join(one.extract_text() for one in PdfReader(Path(target)).pages).split())
    for told in ("ฉบับแก้ไขครั้งที่ ๑", "ก.ท.จ. ครั้งที่ ๑/๒๕๖๔", "ยกเลิกโครงการที่ ๔", gone[:24]):
        assert "".join(told.split()) in words
    # the end
    window.open_page("plan")
    settle(window)
    officer.step("สิ้นสุดแผน", "30/9/2566")
    assert window.desk.services.planning.load(1).status is S.CLOSED
    assert plan.next_button.isHidden()
    assert not plan.tabs.projects.add_button.isEnabled()
    kinds = [one.kind for one in window.desk.services.documents.issued(1)]
    assert kinds.count(DocumentKind.ANNOUNCEMENT) == 2
