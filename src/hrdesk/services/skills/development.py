"""Individual development plans: drafted from gaps, edited, agreed by two, followed through the year, closed."""

from __future__ import annotations

from dataclasses import field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from hrdesk.domain.competency import State
from hrdesk.domain.idp import IdpRecord, agreeing_problems, closing_problems, mix, reopened, stages
from hrdesk.domain.idp_draft import TOPICS, chosen_gaps, suggested_items
from hrdesk.domain.skill_terms import IdpItemStatus, IdpStatus
from hrdesk.domain.terms import Level, term
from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.models.idp import Idp
from hrdesk.models.staff import Staff
from hrdesk.progress import counted
from hrdesk.services.area import Area, InvalidRecord
from hrdesk.services.records import take
from hrdesk.services.register.staff_list import full_name
from hrdesk.services.skills.guiding import read_guide
from hrdesk.services.skills.idp_rows import record_of, write_idp
from hrdesk.services.skills.overview import read_overview
from hrdesk.services.skills.superiors import read_ranks, superiors_of, with_superiors

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy.orm import Session

    from hrdesk.domain.competency import Key, Standing
    from hrdesk.domain.guide import Guide
    from hrdesk.domain.idp import Mix, Stages
    from hrdesk.domain.needs import Profile
    from hrdesk.domain.superiors import Ranks, Superior
    from hrdesk.models.database import Database
    from hrdesk.services.skills.overview import Overview


@dataclass(frozen=True, slots=True)
class IdpRow:
    """A line of the list: a person with or without a plan for the year."""

    staff_id: int
    name: str
    position: str
    unit: str
    gaps: int
    unknown: int
    idp_id: int | None = None
    status: IdpStatus | None = None
    items: int = 0
    done: int = 0
    overdue: int = 0
    mix: Mix | None = None
    stages: Stages | None = None
    left: bool = False  # the office; shown with the plan, counted with nobody


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a batch did: plans made, people who have one already, people without a gap to develop."""

    made: tuple[int, ...]
    kept: int
    without_gap: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IdpChoices:
    """What an item may be about and which courses there are: the person's gaps of today, the catalogue by id.

    `above` are the person's superiors, the nearest first; `superiors` everybody who may be one.
    """

    gaps: tuple[Standing, ...] = ()
    courses: Mapping[int, str] = field(default_factory=dict)
    offers: Mapping[Key, tuple[int, ...]] = field(default_factory=dict)
    above: tuple[Superior, ...] = ()
    superiors: tuple[Superior, ...] = ()


@dataclass(frozen=True, slots=True)
class Sources:
    """From what a plan is drafted."""

    overview: Overview
    guide: Guide
    ranks: Ranks


def sources_of(session: Session, overview: Overview) -> Sources:
    return Sources(overview, read_guide(session), read_ranks(session))


class DevelopmentService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def listed(self, year: int, unit: int | None = None) -> tuple[IdpRow, ...]:
        """Everybody who works here, by unit and name; those who left show with the plan they had."""
        today = datetime.now().astimezone().date()
        with self._database.read() as session:
            overview = read_overview(session, unit)
            plans = {plan.staff_id: plan for plan in _plans(session, year)}
            rows = [_row(profile, plans.pop(profile.person.id, None), today) for profile in overview.profiles]
            if unit is None:
                rows += [_left(plan, today) for plan in plans.values()]
        return tuple(rows)

    def years(self) -> tuple[int, ...]:
        """Years that have plans, the latest first."""
        with self._database.read() as session:
            return tuple(session.scalars(select(Idp.year).distinct().order_by(Idp.year.desc())))

    def load(self, idp_id: int) -> IdpRecord:
        with self._database.read() as session:
            return _record(session, take(session, Idp, idp_id))

    def load_many(self, year: int, unit: int | None = None) -> tuple[IdpRecord, ...]:
        """The plans of a year in the order of the list; of a unit, its people's of today."""
        with self._database.read() as session:
            if unit is None:
                return _plans(session, year)
            order = {profile.person.id: place for place, profile in enumerate(read_overview(session, unit).profiles)}
            plans = [plan for plan in _plans(session, year) if plan.staff_id in order]
        return tuple(sorted(plans, key=lambda plan: order[plan.staff_id]))

    def draft(self, staff_id: int, year: int, topics: int = TOPICS) -> IdpRecord:
        """A plan from today's gaps, not yet stored. UserError for somebody who left."""
        with self._database.read() as session:
            overview = read_overview(session, staff=(staff_id,))
            if not overview.profiles:
                raise UserError("ไม่พบบุคลากรผู้นี้ในผู้ปฏิบัติงานปัจจุบัน ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณาเลือกใหม่")
            return drafted(sources_of(session, overview), overview.profiles[0], year, topics)

    def choices(self, staff_id: int) -> IdpChoices:
        """No gaps of somebody who left; the widest first, those of the next stage last."""
        with self._database.read() as session:
            overview, ranks = read_overview(session, staff=(staff_id,)), read_ranks(session)
        above = superiors_of(ranks, overview.profiles[0].person) if overview.profiles else ()
        standings = [each for profile in overview.profiles for each in profile.standings if each.state is State.GAP]
        gaps = sorted(standings, key=lambda each: (each.requirement.future, -each.gap))
        return IdpChoices(tuple(gaps), overview.courses, overview.offers, above, ranks.everybody())

    def draft_all(
        self, year: int, unit: int | None = None, staff: Sequence[int] | None = None, topics: int = TOPICS
    ) -> tuple[Drafted, Area]:
        """A stored draft for everybody with a gap and without a plan for the year."""
        made: list[int] = []
        without: list[str] = []
        now = datetime.now(UTC)
        with self._database.begin() as session:
            overview = read_overview(session, unit, staff)
            have = set(session.scalars(select(Idp.staff_id).where(Idp.year == year)))
            missing = [profile for profile in overview.profiles if profile.person.id not in have]
            sources = sources_of(session, overview)
            for profile in counted(missing, 10):
                record = drafted(sources, profile, year, topics)
                if record.items:
                    row = Idp()
                    write_idp(session, row, record, now)
                    made.append(row.id)
                else:
                    without.append(profile.person.name)
        return Drafted(tuple(made), len(overview.profiles) - len(missing), tuple(without)), Area.SKILLS

    def save(self, record: IdpRecord) -> tuple[int, Area]:
        """Write a plan (id 0 makes a new one). What was agreed goes back to a draft when it changes in substance.

        UserError when the plan is closed, or the person has another for the year.
        """
        with self._database.begin() as session:
            row = _open(session, record.id) if record.id else Idp()
            same = select(Idp.id).where(
                Idp.staff_id == record.staff_id, Idp.year == record.year, Idp.id != record.id
            )
            if session.scalar(same) is not None:
                raise UserError(
                    f"ผู้นี้มีแผนพัฒนารายบุคคลปีงบประมาณ {record.year} อยู่แล้ว ยังไม่ได้บันทึก กรุณาเปิดแผนเดิมแก้ไข"
                )
            status = row.status if record.id else IdpStatus.DRAFT
            record = replace(record, status=status, closed_on=None)
            if status is IdpStatus.AGREED and _substance(record) != _substance(record_of(row, "")):
                record = reopened(record)
            write_idp(session, row, record, datetime.now(UTC))
            return row.id, Area.SKILLS

    def agree(self, idp_id: int) -> Area:
        """Both superiors' names and days stand in the plan; InvalidRecord with what is missing."""
        with self._database.begin() as session:
            row = _open(session, idp_id)
            if problems := agreeing_problems(record_of(row, "")):
                raise InvalidRecord(problems)
            row.status, row.updated_at = IdpStatus.AGREED, datetime.now(UTC)
        return Area.SKILLS

    def close(self, idp_id: int, on: date) -> Area:
        """Frozen from here on. InvalidRecord with what is not yet told."""
        with self._database.begin() as session:
            row = _open(session, idp_id)
            if problems := closing_problems(record_of(row, "")):
                raise InvalidRecord(problems)
            row.status, row.closed_on, row.updated_at = IdpStatus.CLOSED, on, datetime.now(UTC)
        return Area.SKILLS

    def delete(self, idp_id: int) -> Area:
        return self.delete_all((idp_id,))

    def delete_all(self, ids: Sequence[int]) -> Area:
        """Drafts only, and all or none: what was agreed is on record."""
        with self._database.begin() as session:
            for idp_id in ids:
                row = _open(session, idp_id)
                if row.status is not IdpStatus.DRAFT:
                    raise UserError(
                        "แผนนี้เห็นชอบแล้วจึงลบไม่ได้ ข้อมูลไม่ถูกเปลี่ยนแปลง หากจะเปลี่ยน กรุณาแก้ไขแล้วขอความเห็นชอบใหม่"
                    )
                session.delete(row)
        return Area.SKILLS

    def count(self, year: int) -> int:
        with self._database.read() as session:
            return session.scalar(select(func.count()).select_from(Idp).where(Idp.year == year)) or 0


def _plans(session: Session, year: int) -> tuple[IdpRecord, ...]:
    query = (
        select(Idp, Staff.title, Staff.first_name, Staff.last_name)
        .join(Staff, Idp.staff_id == Staff.id)
        .where(Idp.year == year)
        .order_by(Staff.sort_key, Idp.id)
        .options(selectinload(Idp.items))
    )
    return tuple(record_of(row, full_name(name)) for row, *name in session.execute(query))


def _record(session: Session, row: Idp) -> IdpRecord:
    person = take(session, Staff, row.staff_id)
    return record_of(row, full_name((person.title, person.first_name, person.last_name)))


def _open(session: Session, idp_id: int) -> Idp:
    row = take(session, Idp, idp_id)
    if row.status is IdpStatus.CLOSED:
        raise UserError("แผนพัฒนารายบุคคลนี้สิ้นสุดแล้วจึงแก้ไขไม่ได้ แผนที่เก็บไว้ไม่ถูกเปลี่ยนแปลง กรุณาทำแผนของปีใหม่")
    return row


def _substance(record: IdpRecord) -> tuple[object, ...]:
    """What the superiors agreed to; following it up changes nothing of it."""
    plain = {"status": IdpItemStatus.PLANNED, "evidence": "", "result": ""}
    return record.goal, tuple(replace(item, **plain) for item in record.items)  # type: ignore[arg-type]


def drafted(sources: Sources, profile: Profile, year: int, topics: int = TOPICS) -> IdpRecord:
    """A plan of somebody's gaps with the superiors of the register, not stored."""
    person, overview = profile.person, sources.overview
    setting = overview.setting
    serving = {key: [(course, overview.courses[course]) for course in ids] for key, ids in overview.offers.items()}
    items = suggested_items(chosen_gaps(profile.standings, topics), setting.framework, sources.guide, serving, year)
    plan = IdpRecord(
        id=0,
        staff_id=person.id,
        year=year,
        framework=setting.framework.id,
        stage=setting.stage,
        name=person.name,
        position=person.position,
        level="" if person.level is Level.NONE else term(person.level),
        unit=person.unit,
        items=items,
    )
    return with_superiors(plan, superiors_of(sources.ranks, person))


def _row(profile: Profile, plan: IdpRecord | None, today: date) -> IdpRow:
    person = profile.person
    states = [standing.state for standing in profile.current]
    row = IdpRow(person.id, person.name, person.position, person.unit, states.count(State.GAP), states.count(State.UNKNOWN))
    return _with_plan(row, plan, today) if plan else row


def _left(plan: IdpRecord, today: date) -> IdpRow:
    return _with_plan(IdpRow(plan.staff_id, plan.name, plan.position, plan.unit, 0, 0, left=True), plan, today)


def _with_plan(row: IdpRow, plan: IdpRecord, today: date) -> IdpRow:
    return replace(
        row,
        idp_id=plan.id,
        status=plan.status,
        items=len(plan.items),
        done=plan.done,
        overdue=sum(item.overdue(today) for item in plan.items) if plan.status is IdpStatus.AGREED else 0,
        mix=mix(plan.items),
        stages=stages(plan.items),
    )
