"""Every contradiction a plan must not be printed with: one small pure rule each, told in the officer's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from hrdesk.domain.check import aims, money, people, projects, tables, wording
from hrdesk.domain.check.case import PlanCase, Rule, project_index
from hrdesk.domain.check.money import check_costs
from hrdesk.domain.office import Office
from hrdesk.domain.plan import PlanDraft
from hrdesk.errors import Problem, Severity

__all__ = ["BROKEN_PROMISES", "RULES", "PlanCase", "Rule", "check_costs", "check_plan", "not_accepted", "project_index"]

RULES: tuple[Rule, ...] = (
    wording.period_length,
    wording.period_era,
    wording.announcement,
    projects.no_projects,
    projects.idle_years,
    projects.empty_title,
    projects.duplicate_titles,
    projects.listed_without_budget,
    projects.without_budget,
    projects.budgeted_not_listed,
    projects.own_counts_differ,
    projects.without_year,
    projects.without_method,
    projects.without_organizer,
    projects.without_target,
    projects.without_evaluation,
    projects.unknown_choices,
    aims.unknown_reaches,
    aims.unknown_links,
    aims.strategy_codes,
    aims.indicators,
    aims.empty_parts,
    money.year_outside_period,
    money.money_in_idle_year,
    money.running_year_without_money,
    money.money_although_none_needed,
    money.negative_money,
    money.cost_products,
    money.cost_sums,
    money.costs_against_budget,
    wording.budget_law,
    wording.budget_law_in_chapters,
    wording.empty_chapters,
    wording.replaced_laws,
    wording.responsible,
    tables.organizer_without_column,
    tables.organizer_without_budget_column,
    tables.method_without_column,
    people.uncovered,
    people.false_promise,
    people.committee,
    people.members_gone,
    people.too_few_rounds,
    people.round_outside_year,
    wording.unconfirmed_copies,  # of the wizard alone: what is wrong comes first
)

BROKEN_PROMISES = frozenset({"plan.uncovered", "chapter.false-promise"})  # claims that no reason makes true
_NO_TEXTS: Mapping[str, str] = MappingProxyType({})


def check_plan(
    draft: PlanDraft, office: Office, standard_texts: Mapping[str, str] = _NO_TEXTS
) -> tuple[Problem, ...]:
    """All problems in the order of the book; empty for a plan that may be printed as it is.

    `standard_texts` are the passages printed for the chapters the officer left alone, by chapter key.
    """
    case = PlanCase(draft, office, standard_texts)
    return tuple(problem for rule in RULES for problem in rule(case))


def not_accepted(problems: Iterable[Problem], draft: PlanDraft) -> tuple[Problem, ...]:
    """Without the warnings that the officer let pass; errors cannot be accepted."""
    return tuple(
        problem
        for problem in problems
        if problem.severity is Severity.ERROR or not any(accepted.covers(problem) for accepted in draft.accepted)
    )
