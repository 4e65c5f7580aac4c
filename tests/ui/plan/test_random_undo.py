"""Whatever was done on the page of the plan: undone, the office is as it was; done again, as it became."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from sqlalchemy import select

from hrdesk.errors import Severity
from hrdesk.models.tables import METADATA
from hrdesk.ui.plan.budget_grid import FIRST_YEAR, TITLE
from ui.window_support import CTRL, click, modal, page, press, retype, settle, type_text

if TYPE_CHECKING:
    from collections.abc import Callable

ACTIONS = 40  # of a run
UNTOLD = {"plan": ("updated_at",), "responsible": ("id",)}


class Officer:
    """Does something on the page, by chance; `say` tells what, for a run that fails."""

    def __init__(self, window, seed: int) -> None:
        self.window = window
        self.page = page(window, "plan")
        self.luck = random.Random(seed)
        self.said: list[str] = []
        self.deeds: tuple[Callable[[], object], ...] = (
            self.add, self.edit, self.delete, self.move, self.budget, self.title, self.paste, self.fill, self.clear,
            self.committee, self.chapter, self.facts, self.years, self.aims, self.accept, self.mend, self.wait, self.wait, self.others,
        )  # fmt: skip

    @property
    def draft(self):
        return self.page.editor.draft

    @property
    def grid(self):
        return self.page.tabs.projects.grid

    def act(self) -> None:
        deed = self.luck.choice(self.deeds)
        self.said.append(deed.__name__)
        deed()

    def place(self) -> int:
        return self.luck.randrange(len(self.draft.projects)) if self.draft.projects else -1

    def _stand(self, column: int = FIRST_YEAR) -> None:
        self.page.tabs.setCurrentIndex(0)
        self.grid.table.choose_row(self.place(), column)

    def add(self) -> None:
        self.page.tabs.setCurrentIndex(0)
        click(self.page.tabs.projects.add_button)
        dialog = modal()
        type_text(dialog.title, f"โครงการใหม่ {len(self.said)}")
        self._choose(dialog)
        click(dialog.ok)

    def edit(self) -> None:
        self._stand()
        if self.draft.projects:
            click(self.page.tabs.projects.edit_button)
            dialog = modal()
            self._choose(dialog)
            click(dialog.ok)

    def _choose(self, dialog) -> None:
        """Targets, methods, organizers, courses or evaluations, by the space bar; the checks of the project, by clicks."""
        part = self.luck.choice(list(dialog.lists.values()))
        part.setCurrentRow(self.luck.randrange(part.count()))
        press(part, Qt.Key.Key_Space)
        click(self.luck.choice((dialog.listed, dialog.no_budget)))

    def delete(self) -> None:
        self._stand()
        click(self.page.tabs.projects.delete_button)

    def move(self) -> None:
        self._stand()
        section = self.page.tabs.projects
        click(self.luck.choice((section.up_button, section.down_button)))

    def budget(self) -> None:
        self._stand()
        model = self.grid.model
        index = model.index(self.place(), FIRST_YEAR + self.luck.randrange(len(model.years)))
        model.setData(index, self.luck.choice(("", "0", "๑๒,๕๐๐", "7000.25", "ไม่ใช่เงิน")))

    def title(self) -> None:
        model = self.grid.model
        model.setData(model.index(self.place(), TITLE), f"ชื่อ {self.luck.randrange(3)}")

    def paste(self) -> None:
        self._stand()
        QGuiApplication.clipboard().setText(self.luck.choice(("1\t2\t3\n4\t5", "-\t9,000", "x\t1")))
        press(self.grid.table, Qt.Key.Key_V, CTRL)

    def fill(self) -> None:
        self._stand()
        click(self.page.tabs.projects.right_button)

    def clear(self) -> None:
        self._stand()
        press(self.grid.table, Qt.Key.Key_Delete)

    def committee(self) -> None:
        self.page.tabs.setCurrentIndex(3)
        section = self.luck.choice((self.page.tabs.planning, self.page.tabs.monitoring, self.page.tabs.responsible))
        section.table.choose_row(self.luck.randrange(9))
        button = self.luck.choice((section.delete_button, section.up_button, section.down_button, section.add_button))
        click(button)
        if button is section.add_button:
            dialog = modal()
            type_text(getattr(dialog, "position", None) or dialog.title, f"ตำแหน่ง {len(self.said)}")
            click(dialog.ok)

    def chapter(self) -> None:
        self.page.tabs.setCurrentIndex(2)
        chapters = self.page.tabs.chapters
        chapters.list.setCurrentRow(self.luck.randrange(chapters.list.count()))
        if chapters.restore_button.isEnabled() and self.luck.random() < 0.5:
            click(chapters.restore_button)
        else:
            chapters.text.setFocus()
            type_text(chapters.text, f"ข้อความ {len(self.said)} ")

    def facts(self) -> None:
        self.page.tabs.setCurrentIndex(1)
        facts = self.page.tabs.facts
        retype(facts.clauses, f"ข้อ {self.luck.randrange(5)}")
        click(facts.covers)

    def years(self) -> None:
        self.page.tabs.facts.first.setValue(self.draft.period.first + self.luck.choice((-1, 1)))

    def aims(self) -> None:
        self.page.tabs.setCurrentIndex(6)
        aims = self.page.tabs.aims
        click(self.luck.choice(list(aims.parts.values())))

    def accept(self) -> None:
        actions = self.page.tabs.problems.quick
        warnings = [p for p in self.page.editor.problems if p.severity is Severity.WARNING]
        if warnings:
            actions.accept(self.luck.choice(warnings))
            dialog = modal()
            type_text(dialog.reason, "ทราบแล้ว")
            click(dialog.ok)

    def mend(self) -> None:
        actions = self.page.tabs.problems.quick
        mended = [p for p in self.page.editor.problems if p.field.startswith(("project:", "plan")) and actions.mend_words(p)]
        if mended:
            actions.mend(self.luck.choice(mended))

    def wait(self) -> None:
        """Until all is stored; now and then the page is read anew."""
        self.page.editor.save()
        if self.luck.random() < 0.7:
            settle(self.window)
        if self.luck.random() < 0.3:
            self.page.refresh()

    def others(self) -> None:
        """Somebody of the register is written down anew, twice, on another page: that is not the plan's to undo."""
        settle(self.window)
        desk = self.window.desk
        register, staff = desk.services.register, next(p.staff_id for p in self.page.editor.office.positions if p.staff_id)
        person = register.person(staff)
        for surname in (f"{person.last_name}ใหม่", person.last_name):
            desk.change(self.window, partial(register.save_person, replace(person, last_name=surname)))
            if self.luck.random() < 0.5:
                settle(self.window)


def office(window) -> dict[str, list[str]]:
    """Every row of every table, but of the record of changes; ids that nobody refers to, and moments, aside."""
    found = {}
    with window.desk.services.database.read() as session:
        for table in METADATA.sorted_tables:
            if table.name.startswith("audit") or table.name == "responsible_duty":
                continue
            shown = [one for one in table.columns if one.name not in UNTOLD.get(table.name, ())]
            found[table.name] = sorted(repr(tuple(row)) for row in session.execute(select(*shown)))
    return found


def kept(window, officer):
    """What is stored, as the plan and as rows."""
    officer.page._save()
    settle(window)
    assert not officer.page.editor.unsaved
    planning = window.desk.services.planning
    return planning.load(officer.draft.id), office(window)


@pytest.mark.parametrize("seed", range(4))
def test_all_that_was_done_is_undone_and_done_again(open_window, seed: int) -> None:
    window = open_window("sample")
    schedules = window.desk.services.schedules
    for year in (2564, 2565):
        schedules.save(schedules.propose(1, year))
    officer = Officer(window, seed)
    before = kept(window, officer)
    for _ in range(ACTIONS):
        officer.act()
    after = kept(window, officer)
    stack = officer.page.editor.stack
    edits = stack.index()
    assert edits > 10, officer.said
    for _ in range(edits):
        officer.page._undo()
        if officer.luck.random() < 0.3:
            kept(window, officer)
    assert kept(window, officer) == before, officer.said
    for _ in range(edits):
        officer.page._redo()
        if officer.luck.random() < 0.3:
            kept(window, officer)
    assert kept(window, officer) == after, officer.said
