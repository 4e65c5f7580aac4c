"""Who is covered, who watches over the plan, and how often."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from hrdesk.domain.check.case import PlanCase, chapter_place
from hrdesk.domain.office import Position
from hrdesk.domain.plan import CommitteeMember
from hrdesk.domain.reach import uncovered_positions
from hrdesk.domain.terms import CommitteeKind, CommitteeRole, PersonnelType, PositionType, term
from hrdesk.errors import Problem, Severity

ROUNDS_PER_YEAR = 3  # seed 000, part 7: at least three times a year
COMMITTEE_MINIMUM = 3
PROMISE = "ทุกตำแหน่ง"
_NAMED = 3  # positions named in one message


def uncovered(case: PlanCase) -> Iterator[Problem]:
    """Posts are told by kind, since a target group reaches a kind as a whole."""
    if not case.draft.covers_all_positions:
        return
    kinds: dict[tuple[PersonnelType, PositionType], list[Position]] = defaultdict(list)
    for position in uncovered_positions(case.draft, case.office):
        kinds[position.personnel_type, position.position_type].append(position)
    for (personnel, kind), positions in kinds.items():
        titles = list(dict.fromkeys(p.title for p in positions))
        more = " เป็นต้น" if len(titles) > _NAMED else ""
        text = (
            f"ข้อ 2.2 กำหนดให้พัฒนาทุกตำแหน่ง แต่ไม่มีโครงการใดครอบคลุม{_kind_name(case, personnel, kind)} "
            f"{len(positions):,} ตำแหน่ง ได้แก่ {', '.join(titles[:_NAMED])}{more}"
        )
        yield Problem("plan.covers_all_positions", text, code="plan.uncovered", place="ข้อ 2.2 เป้าหมาย")


def false_promise(case: PlanCase) -> Iterator[Problem]:
    """The book must not say ทุกตำแหน่ง where the plan does not promise it and a post is left out."""
    if case.draft.covers_all_positions:
        return  # told post by post
    claims = [key for key, text in case.texts.items() if PROMISE in text]
    missing = len(uncovered_positions(case.draft, case.office)) if claims else 0
    for key in claims if missing else ():
        text = f"ข้อความใช้คำว่า “{PROMISE}” แต่ยังมี {missing:,} ตำแหน่งที่ไม่มีโครงการใดครอบคลุม"
        yield Problem(f"chapter:{key}", text, code="chapter.false-promise", place=chapter_place(key))


def members_gone(case: PlanCase) -> Iterator[Problem]:
    """Members of the register who hold no post any more."""
    holders = {post.staff_id for post in case.office.positions}
    for member in case.draft.committee:
        if member.staff is not None and member.staff not in holders:
            text = f"“{member.name}” ไม่ได้ดำรงตำแหน่งในหน่วยงานแล้ว ควรแต่งตั้งใหม่"
            place = term(member.committee)
            yield Problem(f"committee:{member.committee}", text, Severity.WARNING, "committee.gone", place)


def _kind_name(case: PlanCase, personnel: PersonnelType, kind: PositionType) -> str:
    name = case.wording.staff if personnel is PersonnelType.REGULAR else term(personnel)
    return name if kind is PositionType.NONE else f"{name}ประเภท{term(kind)}"


def too_few_rounds(case: PlanCase) -> Iterator[Problem]:
    for year in case.draft.period.years:
        rounds = {r.number for r in case.draft.rounds if r.year == year.be}
        if len(rounds) < ROUNDS_PER_YEAR:
            text = (
                f"ปีงบประมาณ พ.ศ. {year} กำหนดการติดตามไว้ {len(rounds)} ครั้ง "
                f"ต้องติดตามอย่างน้อยปีละ {ROUNDS_PER_YEAR} ครั้ง"
            )
            place = f"การติดตาม ปีงบประมาณ พ.ศ. {year}"
            yield Problem(f"rounds.{year}", text, code="rounds.too-few", place=place)


def round_outside_year(case: PlanCase) -> Iterator[Problem]:
    years = {year.be: year for year in case.draft.period.years}
    for r in case.draft.rounds:
        place = f"การติดตามครั้งที่ {r.number} ปีงบประมาณ พ.ศ. {r.year}"
        if r.year not in years:
            text = f"อยู่นอกช่วงของแผน (พ.ศ. {case.draft.period.label})"
        elif r.due is not None and r.due not in years[r.year]:
            text = "กำหนดวันไว้นอกปีงบประมาณ (1 ตุลาคมของปีก่อน ถึง 30 กันยายน)"
        else:
            continue
        yield Problem(f"rounds.{r.year}.{r.number}", text, code="rounds.outside-year", place=place)


def committee(case: PlanCase) -> Iterator[Problem]:
    """The monitoring committee is printed in part 7 and must be there; the planning committee when appointed."""
    for kind in CommitteeKind:
        members = [m for m in case.draft.committee if m.committee is kind]
        if members or kind is CommitteeKind.MONITORING:
            for code, text in _committee_faults(members):
                yield Problem(f"committee:{kind}", text, Severity.ERROR, f"committee.{code}", term(kind))


def _committee_faults(members: list[CommitteeMember]) -> Iterator[tuple[str, str]]:
    chairs = sum(m.role is CommitteeRole.CHAIR for m in members)
    if chairs == 0:
        yield "no-chair", "ยังไม่มีประธานกรรมการ"
    elif chairs > 1:
        yield "many-chairs", f"มีประธานกรรมการ {chairs} คน ต้องมีเพียงคนเดียว"
    if not any(m.role is CommitteeRole.MEMBER_SECRETARY for m in members):
        yield "no-secretary", "ยังไม่มีกรรมการและเลขานุการ"
    if len(members) < COMMITTEE_MINIMUM:
        yield "too-small", f"มีกรรมการ {len(members)} คน ต้องมีอย่างน้อย {COMMITTEE_MINIMUM} คน"
    named = Counter((m.position.strip(), m.name.strip()) for m in members)
    if named[("", "")]:
        yield "no-position", "มีกรรมการที่ยังไม่ได้ระบุตำแหน่ง"
    for (position, name), count in named.items():
        if count > 1 and (position or name):
            yield "duplicate", f"“{name or position}” มีชื่อซ้ำ {count} ครั้ง"
