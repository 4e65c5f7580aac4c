"""Whom a project is meant for: by group, level, line, unit and person, offered in the dialog of plan and wizard alike."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from hrdesk.domain.plan_terms import ReachKind
from hrdesk.domain.reach import meant_for
from hrdesk.domain.terms import term
from hrdesk.ui.kit.words import NOTHING
from hrdesk.ui.plan.budget_grid import audience, organized_by
from sample import sample
from ui.window_support import click, modal, page, settle, texts, type_text

PEOPLE = 2  # the dialog's tab


def choose_reach(dialog, kind):
    """By the button of the list: the first entry of that kind."""
    click(dialog.reaches.add_button)
    small = modal()
    names = [small.choice.itemText(n) for n in range(small.choice.count())]
    small.choice.setCurrentIndex(next(n for n, name in enumerate(names) if name.startswith(f"{term(kind)}: ")))
    click(small.ok)


def fill(dialog):
    type_text(dialog.title, "โครงการของบางคน")
    dialog.lists["targets"].item(0).setCheckState(Qt.CheckState.Checked)
    dialog.tabs.setCurrentIndex(PEOPLE)
    before = dialog.reached.text()
    for kind in ReachKind:
        choose_reach(dialog, kind)
    assert dialog.reached.text() != before, "counted at once"
    assert texts(dialog.reaches.table, 0) == [term(kind) for kind in ReachKind]
    click(dialog.ok)


@pytest.mark.parametrize("where", ["plan", "wizard"])
def test_all_five_are_offered_and_kept(window, where) -> None:
    plan = page(window, "plan")
    if where == "plan":
        click(plan.tabs.projects.add_button)
        fill(modal())
        holder, table = plan.editor, plan.tabs.projects.grid.table
    else:
        plan.new_plan()
        settle(window)
        wizard = modal()
        wizard.go([one.key for one in wizard.pages].index("projects"))
        click(wizard.page().add_button)
        fill(modal())
        holder, table = wizard.holder, None
    project = holder.draft.projects[-1]
    assert len(project.targets) == 1
    assert [reach.kind for reach in project.reaches] == list(ReachKind)
    names = meant_for((project,), holder.office)
    assert len(names) == 5
    assert audience(project, holder.office) == f"{names[0]} +4"
    if table is not None:
        assert texts(table, 3)[-1] == f"{names[0]} +4"
        plan.closing()
        settle(window)
        assert window.desk.services.planning.load(holder.draft.id).projects[-1].reaches == project.reaches
    else:
        wizard.reject()
        settle(window)


@pytest.mark.parametrize("count", [0, 1, 2, None])
def test_who_holds_a_project_is_told_by_the_first_and_how_many_more(count: int | None) -> None:
    """All of them are no “ทุกกลุ่ม”, which is what all whom it is meant for are."""
    office, draft = sample()
    held = [one.id for one in office.catalogue.organizers][:count]
    first = next(one.budget_heading or one.name for one in office.catalogue.organizers)
    said = {0: NOTHING, 1: first}.get(len(held), f"{first} +{len(held) - 1}")
    assert organized_by(replace(draft.projects[0], organizers=tuple(held)), office) == said
