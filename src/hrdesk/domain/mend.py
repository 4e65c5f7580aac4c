"""Mends that are safe to make in one click: what is right follows from the plan or the law, nothing is decided."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from hrdesk.domain.check.case import project_index
from hrdesk.domain.check.people import ROUNDS_PER_YEAR
from hrdesk.domain.check.projects import CHOICES
from hrdesk.domain.copied import confirmed
from hrdesk.domain.fiscal import BE_OFFSET
from hrdesk.domain.office import Office
from hrdesk.domain.plan import CommitteeMember, MonitoringRound, PlanDraft, PlanProject
from hrdesk.domain.plan_terms import LinkKind
from hrdesk.domain.reach import GONE, reach_name
from hrdesk.domain.terms import WORDINGS
from hrdesk.errors import Problem
from hrdesk.lazy_dataclass import dataclass, replace

_DUE = ((1, 31), (5, 31), (9, 30))  # month and day by which a round is usually held


@dataclass(frozen=True, slots=True)
class Mend:
    """`words` say on the button what it does; `draft` is the plan after it."""

    words: str
    draft: PlanDraft


def mend_of(problem: Problem, draft: PlanDraft, office: Office) -> Mend | None:
    """None where only the officer can decide, or nothing would change."""
    found = _MENDS.get(problem.code)
    mend = found(problem, draft, office) if found else None
    return mend if mend is not None and mend.draft != draft else None


def _law(_problem: Problem, draft: PlanDraft, office: Office) -> Mend:
    law = office.organization.wording.budget_law
    return Mend(f"แก้เป็น “{law}”", replace(draft, budget_law=law))


def _law_in_chapter(problem: Problem, draft: PlanDraft, office: Office) -> Mend | None:
    """Of a chapter that the officer changed; a standard passage is not the plan's to change."""
    key, right = problem.field.removeprefix("chapter:"), office.organization.wording.budget_law
    text = draft.chapters.get(key, "")
    for wrong in {w.budget_law for w in WORDINGS.values()} - {right}:
        text = text.replace(wrong, right)
    return Mend(f"แก้เป็น “{right}”", replace(draft, chapters=draft.chapters | {key: text})) if text else None


def _standard_chapter(problem: Problem, draft: PlanDraft, _office: Office) -> Mend:
    key = problem.field.removeprefix("chapter:")
    rest = {name: text for name, text in draft.chapters.items() if name != key}
    return Mend("คืนข้อความมาตรฐาน", replace(draft, chapters=rest))


def _rounds(problem: Problem, draft: PlanDraft, _office: Office) -> Mend | None:
    year = int(problem.field.removeprefix("rounds."))
    held = {r.number for r in draft.rounds if r.year == year}
    wanted = [n for n in range(1, ROUNDS_PER_YEAR + 1) if n not in held]
    new = [MonitoringRound(year, n, date(year - BE_OFFSET, *_DUE[n - 1])) for n in wanted]
    rounds = sorted((*draft.rounds, *new), key=lambda r: (r.year, r.number))
    return Mend(f"เพิ่มให้ครบ {ROUNDS_PER_YEAR} ครั้ง", replace(draft, rounds=tuple(rounds)))


def _duplicate_members(_problem: Problem, draft: PlanDraft, _office: Office) -> Mend:
    kept: dict[tuple[object, str, str], CommitteeMember] = {}
    for member in draft.committee:
        kept.setdefault((member.committee, member.position.strip(), member.name.strip()), member)
    return Mend("นำชื่อซ้ำออก", replace(draft, committee=tuple(kept.values())))


def _of_project(
    words: str, change: Callable[[Problem, PlanProject, PlanDraft, Office], PlanProject]
) -> Callable[[Problem, PlanDraft, Office], Mend | None]:
    def mend(problem: Problem, draft: PlanDraft, office: Office) -> Mend | None:
        index = project_index(draft, problem.field)
        if index is None:
            return None
        projects = list(draft.projects)
        projects[index] = change(problem, projects[index], draft, office)
        return Mend(words, replace(draft, projects=tuple(projects)))

    return mend


def _listed(_problem: Problem, project: PlanProject, _draft: PlanDraft, _office: Office) -> PlanProject:
    return replace(project, listed=True)


def _known_choices(_problem: Problem, project: PlanProject, _draft: PlanDraft, office: Office) -> PlanProject:
    known = {name: {entry.id for entry in getattr(office.catalogue, name)} for name, _ in CHOICES}
    kept = {name: tuple(i for i in getattr(project, name) if i in ids) for name, ids in known.items()}
    return replace(project, **kept)  # type: ignore[arg-type]  # every name is one of tuples of ids


def _known_reaches(_problem: Problem, project: PlanProject, _draft: PlanDraft, office: Office) -> PlanProject:
    return replace(project, reaches=tuple(r for r in project.reaches if reach_name(r, office) != GONE))


def _known_links(_problem: Problem, project: PlanProject, draft: PlanDraft, _office: Office) -> PlanProject:
    codes = {strategy.code for strategy in draft.strategies}
    return replace(project, links=tuple(k for k in project.links if k.kind is not LinkKind.OWN or k.code in codes))


def _product(problem: Problem, project: PlanProject, _draft: PlanDraft, _office: Office) -> PlanProject:
    line = int(problem.field.rsplit(".", 2)[1])
    costs = list(project.costs)
    costs[line] = replace(costs[line], stated=costs[line].amount)
    return replace(project, costs=tuple(costs))


def _sum(_problem: Problem, project: PlanProject, _draft: PlanDraft, _office: Office) -> PlanProject:
    total = sum(line.amount if line.stated is None else line.stated for line in project.costs)
    return replace(project, stated_total=total)


def _confirm(problem: Problem, draft: PlanDraft, _office: Office) -> Mend:
    return Mend("ยืนยัน", confirmed(draft, problem.field.removeprefix("copied:")))


_MENDS: dict[str, Callable[[Problem, PlanDraft, Office], Mend | None]] = {
    "plan.unconfirmed": _confirm,
    "plan.budget-law": _law,
    "chapter.budget-law": _law_in_chapter,
    "chapter.empty": _standard_chapter,
    "rounds.too-few": _rounds,
    "committee.duplicate": _duplicate_members,
    "project.budgeted-not-listed": _of_project("ใส่ชื่อในข้อ 5.1", _listed),
    "project.unknown-choice": _of_project("นำที่ไม่มีแล้วออก", _known_choices),
    "project.unknown-reach": _of_project("นำที่ไม่มีแล้วออก", _known_reaches),
    "project.unknown-link": _of_project("นำที่ไม่มีแล้วออก", _known_links),
    "cost.product": _of_project("ใช้ผลคูณที่ถูก", _product),
    "cost.sum": _of_project("ใช้ยอดรวมที่ถูก", _sum),
}
