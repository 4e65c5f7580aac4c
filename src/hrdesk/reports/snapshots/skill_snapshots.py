"""What the forms of skills and individual plans read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from datetime import date
from decimal import Decimal

from hrdesk.domain.competency import Key, Standing, State
from hrdesk.domain.idp import RULE, IdpItem, IdpRecord, mix, stages
from hrdesk.domain.needs import Attainment, Need, Profile
from hrdesk.domain.office import Office
from hrdesk.domain.roadmap import RoadLine, RoadStep
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.snapshots.snapshot import UNKNOWN, office_words
from hrdesk.reports.snapshots.snapshot_values import ColumnHead, OfficeSnapshot
from hrdesk.thai.dates import long_date, month_span
from hrdesk.thai.text import written_out

NOT_JUDGED = "-"
SIGNS = {State.MET: "●", State.GAP: "○", State.UNKNOWN: "?"}
BLOCK = 13  # units side by side on a landscape page
_DOTS = "." * 40


@dataclass(frozen=True, slots=True)
class IdpLine:
    """A row of T7, and of the result."""

    goal: str
    subject: str
    expected: str
    by_self: str
    superior: str
    agreed: str
    gap: str
    way: str  # 70, 20 or 10 with its word
    period: str
    indicator: str
    status: str
    evidence: str
    result: str


@dataclass(frozen=True, slots=True)
class IdpPaper:
    """One person's plan."""

    person: str
    post: str
    unit: str
    goal: str
    mix: str  # 70 : 20 : 10
    stages: str  # 70 : 30, the present stage and the next
    superior: str
    superior_post: str
    superior_day: str
    upper: str
    upper_post: str
    upper_day: str
    outcome: str
    closed: str
    lines: tuple[IdpLine, ...]


@dataclass(frozen=True, slots=True)
class IdpSnapshot(OfficeSnapshot):
    """One plan, or those of a unit or the office."""

    year: str = ""
    plans: tuple[IdpPaper, ...] = ()


@dataclass(frozen=True, slots=True)
class SkillRow:
    """A person before the units of a block: a sign for each, blank where it is not asked."""

    person: str
    unit: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SkillBlock:
    """Some units side by side, with every person of whom one of them is asked."""

    block_title: str
    heads: tuple[ColumnHead, ...]
    names: tuple[str, ...]  # code and name of each unit
    people: tuple[SkillRow, ...]


@dataclass(frozen=True, slots=True)
class NeedRow:
    code: str
    name: str
    lacking: int
    lacking_later: int
    unknown: int
    met: int
    courses: str


@dataclass(frozen=True, slots=True)
class AttainmentRow:
    name: str
    people: int
    assessed: int
    meeting: int
    meeting_percent: Decimal
    with_idp: int
    idp_percent: Decimal
    developed: int
    developed_percent: Decimal
    whole: int
    whole_percent: Decimal


@dataclass(frozen=True, slots=True)
class SkillsSnapshot(OfficeSnapshot):
    framework: str = ""
    stage: str = ""
    announced: str = ""
    year: str = ""
    as_of: str = ""
    blocks: tuple[SkillBlock, ...] = ()
    needs: tuple[NeedRow, ...] = ()
    groups: tuple[AttainmentRow, ...] = ()
    units: tuple[AttainmentRow, ...] = ()


@dataclass(frozen=True, slots=True)
class RoadRow:
    step: str
    levels: str
    competencies: str
    skills: str
    courses: str


@dataclass(frozen=True, slots=True)
class RoadBlock:
    line: str  # the names of all that share the steps
    steps: tuple[RoadRow, ...]


@dataclass(frozen=True, slots=True)
class RoadmapSnapshot(OfficeSnapshot):
    stage: str = ""
    lines: tuple[RoadBlock, ...] = field(default=())


def idp_snapshot(office: Office, year: int, plans: Iterable[IdpRecord]) -> IdpSnapshot:
    return IdpSnapshot(**office_words(office), year=str(year), plans=tuple(map(_paper, plans)))


def _paper(plan: IdpRecord) -> IdpPaper:
    found, by_stage = mix(plan.items), stages(plan.items)

    def day(value: date | None) -> str:
        return long_date(value) if value else UNKNOWN

    return IdpPaper(
        person=plan.name,
        post=plan.post or NOT_JUDGED,
        unit=plan.unit or NOT_JUDGED,
        goal=plan.goal or _DOTS,
        mix=f"{found.own_work} : {found.others} : {found.course}",
        stages=f"{by_stage.current} : {by_stage.future}",
        superior=written_out(plan.superior_name) or _DOTS,
        superior_post=plan.superior_position,
        superior_day=day(plan.superior_agreed_on),
        upper=written_out(plan.upper_name) or _DOTS,
        upper_post=plan.upper_position,
        upper_day=day(plan.upper_agreed_on),
        outcome=plan.result or _DOTS,
        closed=day(plan.closed_on),
        lines=tuple(map(_line, plan.items)),
    )


def _line(item: IdpItem) -> IdpLine:
    return IdpLine(
        goal=item.goal,
        subject=f"{item.code} {item.name}".strip(),
        expected=str(item.expected),
        by_self=_level(item.self_level),
        superior=_level(item.superior_level),
        agreed=_level(item.agreed_level),
        gap=str(item.gap),
        way=f"({RULE[item.way]}) {item.activity}",
        period=month_span(item.starts_on, item.ends_on) or NOT_JUDGED,
        indicator=item.indicator or NOT_JUDGED,
        status=term(item.status),
        evidence=item.evidence or NOT_JUDGED,
        result=item.result or NOT_JUDGED,
    )


def _level(level: int | None) -> str:
    return NOT_JUDGED if level is None else str(level)


def skill_blocks(heads: Sequence[tuple[Key, str]], profiles: Iterable[Profile]) -> tuple[SkillBlock, ...]:
    """`heads` are keys with names, in their order; every BLOCK of them makes a block."""
    people = [(profile.person, {s.requirement.key: s for s in profile.standings}) for profile in profiles]
    found = []
    for start in range(0, len(heads), BLOCK):
        part = heads[start : start + BLOCK]
        rows = tuple(
            SkillRow(person.name, person.unit, tuple(_sign(standings.get(key)) for key, _name in part))
            for person, standings in people
            if any(key in standings for key, _name in part)
        )
        title = f"{part[0][0][1]} - {part[-1][0][1]}" if len(part) > 1 else part[0][0][1]
        names = tuple(f"{key[1]} {name}" for key, name in part)
        found.append(SkillBlock(title, tuple(ColumnHead(key[1]) for key, _name in part), names, rows))
    return tuple(found)


def _sign(standing: Standing | None) -> str:
    if standing is None:
        return ""
    if standing.requirement.is_graded and standing.level is not None:
        return f"{standing.level}/{standing.requirement.expected}"
    sign = SIGNS[standing.state]
    return f"({sign})" if standing.requirement.future else sign


def need_rows(needs: Iterable[Need], courses: dict[int, str]) -> tuple[NeedRow, ...]:
    return tuple(
        NeedRow(
            code=need.code,
            name=need.name,
            lacking=need.lacking,
            lacking_later=need.lacking_later,
            unknown=need.unknown,
            met=need.met,
            courses="\n".join(courses[course] for course in need.courses if course in courses) or "ยังไม่มีหลักสูตร",
        )
        for need in needs
    )


def attainment_rows(found: Iterable[Attainment]) -> tuple[AttainmentRow, ...]:
    return tuple(
        AttainmentRow(
            name=each.name,
            people=each.people,
            assessed=each.assessed,
            meeting=each.meeting,
            meeting_percent=each.percent(each.meeting),
            with_idp=each.with_idp,
            idp_percent=each.percent(each.with_idp),
            developed=each.developed,
            developed_percent=each.percent(each.developed),
            whole=each.whole,
            whole_percent=each.percent(each.whole),
        )
        for each in found
    )


def roadmap_snapshot(office: Office, stage: str, lines: Iterable[RoadLine]) -> RoadmapSnapshot:
    """Lines of work that lead over the same steps stand together."""
    together: dict[tuple[RoadStep, ...], list[str]] = {}
    for line in lines:
        together.setdefault(line.steps, []).append(line.name)
    blocks = tuple(RoadBlock(", ".join(names), tuple(map(_road, steps))) for steps, names in together.items())
    return RoadmapSnapshot(**office_words(office), stage=stage, lines=blocks)


def _road(step: RoadStep) -> RoadRow:
    kept = len(step.units) - len(step.added)
    skills = " ".join(step.added)
    if kept:
        skills = f"{skills} (ต่อจากเดิม {kept} หน่วย)".strip()
    return RoadRow(
        step=step.name,
        levels="\n".join(step.levels) or NOT_JUDGED,
        competencies="\n".join(step.competencies) or NOT_JUDGED,
        skills=skills or NOT_JUDGED,
        courses="\n".join(step.courses) or NOT_JUDGED,
    )
