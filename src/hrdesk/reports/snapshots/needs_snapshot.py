"""What the papers of a needs survey read: the sheet (F3), its summary, the signed analysis and its announcement (F4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from hrdesk.domain.office import Office
from hrdesk.domain.survey import (
    NeedsSurvey,
    RankedTopic,
    SurveyedNeed,
    counts_by_type,
    counts_by_unit,
    percent_of,
    ranked_topics,
)
from hrdesk.domain.terms import PersonnelType, term
from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.charts import Bar, BarChart
from hrdesk.reports.document import Block
from hrdesk.reports.snapshots.snapshot import UNKNOWN, office_words
from hrdesk.reports.snapshots.snapshot_values import OfficeSnapshot
from hrdesk.reports.svg import drawn
from hrdesk.thai.dates import long_date

_SHOWN = 10  # topics in the chart and the announcement
_WHOLE_OFFICE = "ทั้งหน่วยงาน"
_NO_GROUP = "หัวข้ออื่น"
_OF_OWN_LINE = "หลักสูตรของสายงานที่ท่านดำรงตำแหน่งหรือปฏิบัติงานอยู่"
_NOTHING = "-"
_BY_HAND = "." * 10  # what nobody counted is written in
_TOPICS_BY_HAND = (f"{'.' * 48} จำนวน {_BY_HAND} คน",) * 3


@dataclass(frozen=True, slots=True)
class SurveyCourse:
    """A course with the three boxes to tick by hand."""

    course: str
    most: str = ""
    medium: str = ""
    least: str = ""


@dataclass(frozen=True, slots=True)
class SurveyGroup:
    """A course group of the sheet with its courses to be ticked."""

    group_title: str  # 1. หลักสูตรความรู้พื้นฐานในการปฏิบัติราชการ
    courses: tuple[SurveyCourse, ...]


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic of the whole office, most asked for first."""

    topic: str
    course_group: str
    people: int
    units: int
    sources: str


@dataclass(frozen=True, slots=True)
class UnitNeedRow:
    topic: str
    people: int
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class UnitNeeds:
    unit_title: str
    unit_rows: tuple[UnitNeedRow, ...]


@dataclass(frozen=True, slots=True)
class SurveyShareRow:
    """Forms of a unit or of a kind of personnel."""

    share_name: str
    sent: int
    returned: int
    percent: str


@dataclass(frozen=True, slots=True)
class SurveyShares:
    share_title: str
    share_rows: tuple[SurveyShareRow, ...]


@dataclass(frozen=True, slots=True)
class SurveyHandRow:
    """Forms handed to one kind of personnel of a unit; who took and brought them back is written in by hand."""

    hand_unit: str
    hand_type: str
    sent: int
    receiver: str = ""
    back: str = ""
    back_on: str = ""


@dataclass(frozen=True, slots=True)
class SurveyPart:
    """Stands in a list of one where forms were counted."""

    part_shares: tuple[SurveyShares, ...]
    hand_rows: tuple[SurveyHandRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsSnapshot(OfficeSnapshot):
    """One fiscal year's survey."""

    needs_year: str
    survey_opened: str
    survey_closed: str
    survey_sent: str
    survey_returned: str
    survey_percent: str
    survey_summary: str  # the officer's words; empty for none
    topics_count: str
    first_topics: tuple[str, ...]  # the most asked for, with how many people
    survey_groups: tuple[SurveyGroup, ...]
    survey_shares: tuple[SurveyShares, ...]  # none where it was not counted
    survey_told: str  # how many came back of which units, led by a space; empty where it was not counted
    survey_parts: tuple[SurveyPart, ...]  # none where it was not counted
    topic_rows: tuple[TopicRow, ...]
    unit_needs: tuple[UnitNeeds, ...]
    topics_chart: tuple[Block, ...]


def needs_snapshot(office: Office, survey: NeedsSurvey, needs: Sequence[SurveyedNeed]) -> NeedsSnapshot:
    topics = ranked_topics(needs)
    groups = {course.id: course.group for course in office.catalogue.courses}
    names = {group.id: group.name for group in office.catalogue.course_groups}
    by_course = {course: names.get(group, "") for course, group in groups.items()}
    return NeedsSnapshot(
        **office_words(office),
        needs_year=str(survey.year),
        survey_opened=long_date(survey.opened_on) if survey.opened_on else UNKNOWN,
        survey_closed=long_date(survey.closed_on) if survey.closed_on else UNKNOWN,
        survey_sent=f"{survey.sent:,}" if survey.sent else _BY_HAND,
        survey_returned=f"{survey.returned:,}" if survey.sent else _BY_HAND,
        survey_percent=f"{survey.percent_returned:.1f}" if survey.sent else _BY_HAND,
        survey_summary=survey.summary.strip(),
        topics_count=str(len(topics)),
        first_topics=tuple(f"{each.topic} จำนวน {each.people:,} คน" for each in topics[:_SHOWN]) or _TOPICS_BY_HAND,
        survey_groups=tuple(_survey_groups(office)),
        **_counted(office, survey),
        topic_rows=tuple(_topic(each, by_course) for each in topics),
        unit_needs=tuple(_by_unit(needs, office)),
        topics_chart=_chart(topics),
    )


def _counted(office: Office, survey: NeedsSurvey) -> dict[str, Any]:
    """What the head counts say, by unit and by kind of personnel."""
    units = {unit.id: unit.name for unit in office.units}
    by_unit = [_share(units.get(unit or 0, _WHOLE_OFFICE), *sums) for unit, sums in counts_by_unit(survey.counts).items()]
    by_type = [_share(_type_name(office, kind), *sums) for kind, sums in counts_by_type(survey.counts).items()]
    silent = [row.share_name for row in by_unit if not row.returned]
    told = f" จำแนกเป็น {len(by_unit)} ส่วนราชการ บุคลากร {len(by_type)} ประเภท" if by_unit else ""
    if silent and len(silent) < len(by_unit):
        told += f" ยังไม่ได้รับแบบสำรวจคืนจาก {', '.join(silent)}"
    hands = tuple(
        SurveyHandRow(units.get(one.unit or 0, _WHOLE_OFFICE), _type_name(office, one.personnel_type), one.sent)
        for one in survey.counts
    )
    shares = (
        SurveyShares("แบบสำรวจจำแนกตามส่วนราชการ", tuple(by_unit)),
        SurveyShares("แบบสำรวจจำแนกตามประเภทบุคลากร", tuple(by_type)),
    )
    return {
        "survey_shares": shares if survey.counts else (),
        "survey_told": told,
        "survey_parts": (SurveyPart(shares, hands),) if hands else (),
    }


def _share(name: str, sent: int, returned: int) -> SurveyShareRow:
    return SurveyShareRow(name, sent, returned, f"{percent_of(sent, returned):.1f}")


def _type_name(office: Office, kind: PersonnelType) -> str:
    return office.organization.wording.staff if kind is PersonnelType.REGULAR else term(kind)


def _survey_groups(office: Office) -> Iterable[SurveyGroup]:
    """Courses of the catalogue; of the group made from position lines, that of the person's own."""
    for group in office.catalogue.course_groups:
        titles = [course.title for course in office.catalogue.courses if course.group == group.id]
        own = [_OF_OWN_LINE] if group.from_lines else []
        courses = tuple(map(SurveyCourse, [*own, *titles]))
        yield SurveyGroup(f"{group.number}. {group.name}", courses)


def _topic(topic: RankedTopic, groups: Mapping[int, str]) -> TopicRow:
    return TopicRow(
        topic=topic.topic,
        course_group=groups.get(topic.course or 0, "") or _NO_GROUP,
        people=topic.people,
        units=topic.units,
        sources=", ".join(term(source) for source in topic.sources),
    )


def _by_unit(needs: Iterable[SurveyedNeed], office: Office) -> Iterable[UnitNeeds]:
    """In the order of the units; what concerns the whole office comes first."""
    units = {unit.id: unit.name for unit in office.units}
    rows: dict[int | None, list[UnitNeedRow]] = {None: []}
    rows |= {unit: [] for unit in units}
    for need in needs:
        place = need.unit if need.unit in units else None
        rows[place].append(UnitNeedRow(need.topic, need.people, term(need.source), need.note or _NOTHING))
    for unit, found in rows.items():
        if found:
            yield UnitNeeds(units[unit] if unit is not None else _WHOLE_OFFICE, tuple(found))


def _chart(topics: Sequence[RankedTopic]) -> tuple[Block, ...]:
    bars = tuple(Bar(each.topic, (each.people,), (f"{each.people:,} คน",)) for each in topics[:_SHOWN])
    title = "จำนวนผู้ต้องการพัฒนาในแต่ละหัวข้อ"
    return drawn(BarChart(title, ("จำนวนคน",), bars))
