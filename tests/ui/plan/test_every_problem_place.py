"""Every problem of a plan that the checks can tell leads to its own place: the wizard's step, the page's tab, the row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

import small_office as small
from domain.test_one_mistake import MISTAKES, OFFICES
from hrdesk.domain.check import RULES, PlanCase, check_plan
from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.plan import MonitoringRound
from hrdesk.domain.plan_parts import Indicator, OwnStrategy
from hrdesk.domain.plan_terms import OptionalPart
from hrdesk.ui.plan import tabs
from hrdesk.ui.plan.draft import DraftHolder
from hrdesk.ui.plan.life_section import PlanRecord
from hrdesk.ui.plan.project_dialog import ProjectDialog
from hrdesk.ui.plan.tabs import PlanTabs
from hrdesk.ui.plan.wizard import PlanWizard, WizardData
from ui.window_support import page, settle

# the beginning of a problem's field → the wizard's step, the page's tab (None: another page or a dialog of its own)
PLACES = {
    "plan.period": ("facts", tabs.FACTS),
    "plan.budget_law": ("facts", tabs.FACTS),
    "plan.committee_announcement_": ("facts", tabs.FACTS),
    "plan.covers_all_positions": ("projects", tabs.FACTS),
    "plan.projects": ("projects", tabs.PROJECTS),
    "plan.year.": ("budget", tabs.PROJECTS),
    "project:": ("budget", tabs.PROJECTS),
    "chapter:": ("chapters", tabs.CHAPTERS),
    "committee:": ("people", tabs.PEOPLE),
    "plan.responsible": ("people", tabs.PEOPLE),
    "rounds.": ("rounds", tabs.ROUNDS_TAB),
    "plan.strategies.": ("aims", tabs.AIMS),
    "plan.indicators": ("aims", tabs.AIMS),
    "plan.swot": ("aims", tabs.AIMS),
    "plan.alignment": ("aims", tabs.AIMS),
    "course:": ("courses", None),
    "method:": ("rounds", None),
    "organizer:": ("rounds", None),
    "copied:": ("confirm", None),
}
FURTHER = {
    "no projects": small.plan(projects=()),
    "an idle year": small.plan(projects=tuple(replace(p, years=small.YEARS[:2], budgets=p.budgets[:2]) for p in small.PROJECTS)),
    "an era long past": small.plan(period=PlanPeriod(2021, 3)),
    "the budget law of another kind in a chapter": small.plan(chapters={"budget": "ข้อบัญญัติงบประมาณรายจ่าย"}),
    "no method, no organiser, no evaluation": small.changed(2, methods=(), organizers=(), evaluations=(), years=()),
    "alignment of nothing": small.plan(optional=(OptionalPart.ALIGNMENT, OptionalPart.INDICATORS)),
}
DRAFTS = {name: draft for name, (draft, _) in MISTAKES.items()} | FURTHER


def expected(problem):
    (place,) = [place for start, place in PLACES.items() if problem.field.startswith(start)]
    return place


@pytest.fixture
def shown(window):
    """The parts of the plan page and of the wizard on a small office, whose draft is put in again and again."""
    owner, holder = page(window, "plan"), DraftHolder(small.plan(), small.office(), {}, window)
    parts = PlanTabs(window.desk, holder, PlanRecord(), owner)
    parts.resize(1100, 700)
    parts.show()
    wizard = PlanWizard(window.desk, WizardData(small.office(), {}, (), (), small.YEARS[0], small.plan()), owner)
    wizard.show()
    settle(window)
    yield parts, wizard
    for one in (parts, wizard):
        one.hide()
        one.deleteLater()


def leave_dialog():
    dialog = QApplication.activeModalWidget()
    found = dialog if isinstance(dialog, ProjectDialog) else None
    if found is not None:
        found.reject()
    return found


def test_the_drafts_reach_every_rule_of_a_plan():
    cases = [(draft, small.office()) for draft in DRAFTS.values()] + [(small.plan(), office) for office, _ in OFFICES.values()]
    silent = {rule.__name__ for rule in RULES if not any(list(rule(PlanCase(*case))) for case in cases)}
    assert silent <= {"organizer_without_budget_column", "unconfirmed_copies"}, "these two have tests of their own"
    fields = {problem.field for case in cases for problem in check_plan(*case)} | {"copied:law"}
    unused = [start for start in PLACES if not any(field.startswith(start) for field in fields)]
    assert unused == []


def test_every_problem_leads_to_its_own_step_and_tab(window, shown):
    parts, wizard = shown
    seen, wrong = set(), []
    for name, draft in DRAFTS.items():
        parts.holder.put(draft)
        wizard.holder.put(draft)
        for problem in check_plan(draft, small.office()):
            if (problem.code, problem.field.partition(".")[2]) in seen:
                continue
            seen.add((problem.code, problem.field.partition(".")[2]))
            step, tab = expected(problem)
            wizard.go(len(wizard.pages) - 1)
            wizard.jump(problem)
            leave_dialog()
            if wizard.page().key != step:
                wrong.append((name, problem.field, wizard.page().key, step))
            if tab is not None:
                parts.setCurrentIndex(tabs.LIFE_TAB)
                parts.show_place(problem.field)
                leave_dialog()
                if parts.currentIndex() != tab:
                    wrong.append((name, problem.field, parts.currentIndex(), tab))
    assert wrong == []
    assert len({code for code, _ in seen}) > 35


@pytest.mark.parametrize("name", OFFICES)
def test_a_fault_of_the_catalogue_leads_away_from_the_first_step(name):
    office, _ = OFFICES[name]
    steps = {expected(problem)[0] for problem in check_plan(small.plan(), office)}
    assert steps <= {"rounds", "courses"}


BAD, GOOD = Indicator("ผู้ผ่าน", "แปดสิบ", "ร้อยละ"), Indicator("ผู้เข้าอบรม", "80", "คน")
ROWS = {
    "an indicator": (small.plan(indicators=(GOOD, BAD, GOOD)), lambda a: a.aims.indicators, BAD),
    "a strategy": (
        small.plan(strategies=(OwnStrategy("1", "ก"), OwnStrategy("2", "ข"), OwnStrategy(" ", "ค"))),
        lambda a: a.aims.strategies,
        OwnStrategy(" ", "ค"),
    ),
    "a round": (
        small.plan(rounds=(*small.plan().rounds, MonitoringRound(2565, 4, date(2022, 10, 1)))),
        lambda a: a.rounds,
        MonitoringRound(2565, 4, date(2022, 10, 1)),
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_the_row_that_is_wrong_is_chosen_on_the_page_and_in_the_wizard(window, shown, name):
    draft, section, wanted = ROWS[name]
    parts, wizard = shown
    parts.holder.put(draft)
    wizard.holder.put(draft)
    (problem,) = check_plan(draft, small.office())
    parts.show_place(problem.field)
    assert section(parts).table.current_record() == wanted
    wizard.jump(problem)
    assert section(wizard.page()).table.current_record() == wanted


def test_the_row_of_a_project_is_chosen_in_its_dialog(window, shown):
    parts, _ = shown
    parts.holder.put(small.changed(5, indicators=(GOOD, BAD)))
    (problem,) = parts.holder.problems
    parts.show_place(problem.field)
    assert parts.projects.place() == 4
    dialog = QApplication.activeModalWidget()
    assert dialog.indicators.isVisible()
    assert dialog.indicators.table.current_record() == BAD
    dialog.reject()


def test_the_part_that_would_be_printed_empty_has_the_focus(window, shown):
    parts, wizard = shown
    draft = small.plan(optional=(OptionalPart.ALIGNMENT,))
    wizard.holder.put(draft)
    (problem,) = wizard.holder.problems
    wizard.jump(problem)
    assert wizard.page().aims.parts[OptionalPart.ALIGNMENT].isChecked()
    assert wizard.focusWidget() is wizard.page().aims.parts[OptionalPart.ALIGNMENT]
    del parts


def test_the_buttons_pass_over_the_aims_unless_something_is_wrong_there(window, shown):
    _, wizard = shown
    keys = [one.key for one in wizard.pages]
    for indicators, follows in (((GOOD,), "chapters"), ((BAD,), "aims")):
        wizard.holder.put(small.plan(indicators=indicators))
        wizard.go(keys.index("evaluation"))
        wizard.go(wizard._next(1))
        assert wizard.page().key == follows
