"""An officer at the keyboard who counts: each click, each key command, each burst of typing in one field is one action."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hrdesk.domain.plan import PlanDraft
from ui.window_support import CTRL, click, modal, page, press, retype, settle

SEED = (  # the budgeted projects of seed 000, as the standard list calls them
    "โครงการอบรมเพิ่มประสิทธิภาพในการปฏิบัติงานของพนักงานเทศบาล",
    "โครงการคุณธรรมจริยธรรมของพนักงานเทศบาล",
    "โครงการอบรมทักษะด้านดิจิทัลของข้าราชการและบุคลากรภาครัฐ",
    "โครงการอบรมหลักสูตรนักบริหารท้องถิ่น",
    "โครงการอบรมหลักสูตรอำนวยการท้องถิ่น",
    "โครงการอบรมหลักสูตรสายงานวิชาการ",
    "โครงการอบรมหลักสูตรสายงานทั่วไป",
    "อบรม / ประชุมสัมมนาตามที่ได้รับมอบหมาย",
)


class Officer:
    """Does nothing but what a hand can do, and counts it."""

    def __init__(self, window) -> None:
        self.window = window
        self.actions = 0

    def key(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        self.actions += 1
        press(QApplication.focusWidget(), key, modifier)
        settle(self.window)

    def click(self, button) -> None:
        self.actions += 1
        click(button)
        settle(self.window)

    def type_over(self, field, text: str) -> None:
        self.actions += 1
        retype(field, text)


def build_plan(officer: Officer) -> PlanDraft:
    window = officer.window
    officer.actions += 1
    shown = page(window, "plan")
    officer.click(shown._either.widget(1).findChildren(type(shown.new_button))[0])
    wizard = modal()
    officer.type_over(wizard.pages[0].facts.first, "2564")
    officer.key(Qt.Key.Key_Tab)
    officer.key(Qt.Key.Key_Return, CTRL)  # to the needs
    officer.key(Qt.Key.Key_Return, CTRL)  # to the courses
    officer.key(Qt.Key.Key_Return, CTRL)  # to the projects
    pick = wizard.page()
    while True:
        title = pick.table.current_record().project.title
        if title in SEED and title not in [p.title for p in wizard.holder.draft.projects]:
            officer.key(Qt.Key.Key_Space)
        if len(wizard.holder.draft.projects) == len(SEED):
            break
        before = pick.table.currentIndex().row()
        officer.key(Qt.Key.Key_Down)
        assert pick.table.currentIndex().row() > before, f"not offered: {set(SEED)}"
    while wizard.next_button.text() != "สร้างแผน":
        officer.key(Qt.Key.Key_Return, CTRL)
    officer.key(Qt.Key.Key_Return, CTRL)
    planning = window.desk.services.planning
    return planning.load(planning.plans()[0].id)
