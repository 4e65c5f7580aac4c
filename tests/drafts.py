"""Plan drafts of every shape, for properties that must hold for all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.office import Catalogue
from hrdesk.domain.plan import (
    CommitteeMember,
    CostLine,
    MonitoringRound,
    PlanDraft,
    PlanProject,
    Responsible,
    YearBudget,
)
from hrdesk.domain.plan_parts import AcceptedWarning, Indicator, Link, OwnStrategy, Reach, SwotEntry
from hrdesk.domain.plan_terms import LinkKind, OptionalPart, PlanStatus, ReachKind, SwotKind
from hrdesk.domain.terms import CommitteeKind, CommitteeRole, Level

TEXT = st.text(max_size=12) | st.sampled_from(["โครงการอบรม ๑", "ข้อ 288 และข้อ 299", '"quoted"\n'])
MONEY = st.integers(-(2**62), 2**62)
COUNT = st.integers(0, 10**6)
YEAR = st.integers(2560, 2570)
DAY = st.none() | st.dates(date(2000, 1, 1), date(2060, 12, 31))


def listed(strategy, most=3):
    return st.lists(strategy, max_size=most).map(tuple)


def chosen(entries):
    """Some of the entries' ids, in any order, each once."""
    ids = [entry.id for entry in entries]
    return st.lists(st.sampled_from(ids), max_size=3, unique=True).map(tuple) if ids else st.just(())


def some(enum):
    return st.sampled_from(list(enum))


INDICATORS = listed(st.builds(Indicator, TEXT, TEXT, TEXT))
REACHES = listed(  # levels alone: lines, units and people are those of one office
    st.builds(Reach, st.just(ReachKind.LEVEL), st.just(0), some(Level))
)


def projects(catalogue: Catalogue):
    funds = st.none() | st.sampled_from([fund.id for fund in catalogue.funds])
    return st.builds(
        PlanProject,
        id=st.just(0),
        title=TEXT,
        listed=st.booleans(),
        no_budget=st.booleans(),
        monitoring_title=TEXT,
        methods=chosen(catalogue.methods),
        organizers=chosen(catalogue.organizers),
        targets=chosen(catalogue.targets),
        evaluations=chosen(catalogue.evaluations),
        courses=chosen(catalogue.courses),
        years=listed(YEAR),
        budgets=listed(st.builds(YearBudget, YEAR, MONEY, funds)),
        costs=listed(st.builds(CostLine, TEXT, MONEY, COUNT, COUNT, st.none() | MONEY)),
        stated_total=st.none() | MONEY,
        reaches=REACHES,
        links=listed(st.builds(Link, some(LinkKind), TEXT)),
        indicators=INDICATORS,
    )


def drafts(catalogue: Catalogue):
    return st.builds(
        PlanDraft,
        period=st.builds(PlanPeriod, YEAR, st.integers(1, 5)),
        status=st.sampled_from(list(PlanStatus)),
        budget_law=TEXT,
        covers_all_positions=st.booleans(),
        committee_announcement_date=DAY,
        committee_announcement_clauses=TEXT,
        projects=listed(projects(catalogue)),
        committee=listed(
            st.builds(
                CommitteeMember, TEXT, st.sampled_from(list(CommitteeRole)), st.sampled_from(list(CommitteeKind)), TEXT
            )
        ),
        responsible=listed(st.builds(Responsible, TEXT, TEXT, listed(TEXT))),
        rounds=listed(st.builds(MonitoringRound, YEAR, st.integers(1, 9), DAY)),
        chapters=st.dictionaries(st.sampled_from(["preface", "scope", "methods"]), TEXT),
        indicators=INDICATORS,
        strategies=listed(st.builds(OwnStrategy, TEXT, TEXT)),
        swot=listed(st.builds(SwotEntry, some(SwotKind), TEXT)),
        optional=listed(some(OptionalPart)),
        accepted=listed(st.builds(AcceptedWarning, TEXT, TEXT, TEXT, TEXT, st.dates())),
    )


def without_ids(draft: PlanDraft) -> PlanDraft:
    return replace(draft, id=0, projects=tuple(replace(project, id=0) for project in draft.projects))
