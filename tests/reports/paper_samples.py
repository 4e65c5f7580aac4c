"""A plan with all its optional parts, a meeting and a needs survey: what its papers are printed from in the tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hrdesk.domain.meeting import Attendee, Meeting, new_meeting
from hrdesk.domain.office import Office
from hrdesk.domain.plan import CommitteeMember, PlanDraft, PlanProject
from hrdesk.domain.plan_parts import Indicator, Link, OwnStrategy, SwotEntry
from hrdesk.domain.plan_terms import LinkKind, NeedSource, OptionalPart, Presence, SwotKind
from hrdesk.domain.survey import NeedsSurvey, SurveyedNeed, heads_of
from hrdesk.domain.terms import CommitteeKind
from hrdesk.domain.training_terms import ClassStatus, YearProjectStatus
from hrdesk.domain.year_program import PlannedClass, YearProgram
from hrdesk.domain.year_project import FundUse, YearProject
from hrdesk.reports.snapshots.meeting_snapshot import MeetingSnapshot, meeting_snapshot
from hrdesk.reports.snapshots.needs_snapshot import NeedsSnapshot, needs_snapshot
from hrdesk.reports.snapshots.plan_year_snapshot import PlanYearSnapshot, plan_year_snapshot
from hrdesk.services.forms.plan_sources import references

LINKS = (
    Link(LinkKind.STRATEGY, "2.1"),
    Link(LinkKind.STRATEGY, "3.1"),
    Link(LinkKind.MINDSET, "growth"),
    Link(LinkKind.SKILL_FAMILY, "practical"),
    Link(LinkKind.DIGITAL_SKILL, "1"),
    Link(LinkKind.OWN, "4"),
)
SWOT = (
    SwotEntry(SwotKind.STRENGTH, "ผู้บริหารสนับสนุนการพัฒนาบุคลากรและตั้งงบประมาณให้ทุกปี"),
    SwotEntry(SwotKind.STRENGTH, "บุคลากรส่วนใหญ่มีวุฒิตรงกับตำแหน่ง"),
    SwotEntry(SwotKind.WEAKNESS, "บางตำแหน่งมีภารกิจหลายด้าน จึงไม่มีเวลาเข้ารับการอบรม"),
    SwotEntry(SwotKind.OPPORTUNITY, "มีหลักสูตรออนไลน์ของภาครัฐให้เรียนโดยไม่มีค่าใช้จ่าย"),
    SwotEntry(SwotKind.THREAT, "กฎหมายและระเบียบเปลี่ยนแปลงบ่อย"),
    SwotEntry(SwotKind.THREAT, "งบประมาณที่รัฐจัดสรรมีแนวโน้มลดลง"),
)
NAMES = ("นายปั้น ฟื้นฟู", "นางสาวน้ำผึ้ง กตัญญู", "", "", "นายชื่น ผู้รู้")
DISCUSSION = "ประธานชี้แจงว่าต้องจัดทำแผนให้แล้วเสร็จก่อนสิ้นปีงบประมาณ และขอให้ทุกส่วนราชการเสนอหลักสูตรที่จำเป็น"
RESOLUTIONS = ("รับทราบ", "ไม่มี", "ไม่มี", "เห็นชอบร่างแผนตามที่เสนอ โดยให้เพิ่มหลักสูตรด้านดิจิทัล", "")


def whole_plan(plan: PlanDraft) -> PlanDraft:
    """With a planning committee, links, indicators, strategies, SWOT and every optional part."""
    passed = (Indicator("ผู้เข้ารับการพัฒนาผ่านการทดสอบหลังการอบรม", "80", "ร้อยละ"),)
    projects = tuple(
        replace(each, links=LINKS, indicators=passed) if place % 3 == 0 else each
        for place, each in enumerate(plan.projects)
    )
    planning = tuple(CommitteeMember(m.position, m.role, CommitteeKind.PLANNING, m.name) for m in plan.committee)
    return replace(
        plan,
        projects=projects,
        committee=plan.committee + planning,
        strategies=(OwnStrategy("4", "การบริหารจัดการองค์กรตามหลักธรรมาภิบาล"),),
        indicators=(Indicator("บุคลากรได้รับการพัฒนาอย่างน้อยหนึ่งหลักสูตรภายในรอบแผน", "100", "ร้อยละ"),),
        swot=SWOT,
        optional=tuple(OptionalPart),
    )


def year_sample(office: Office, plan: PlanDraft) -> PlanYearSnapshot:
    """With a list of the year: one project as planned, one dearer, one put off, one beside the plan, the rest still to come."""
    whole, year = whole_plan(plan), plan.period.first
    whole = replace(whole, projects=tuple(replace(p, id=number) for number, p in enumerate(whole.projects, start=1)))
    running = [p for p in whole.budgeted_projects if year in p.years]
    first, second, third = (running * 3)[:3]  # of a small office some twice
    fund = next((one.id for one in office.catalogue.funds), None)

    def made(number: int, planned: PlanProject, more: int = 0, **changed: object) -> YearProject:
        money = (FundUse(fund, planned.budget(year) + more),)
        return replace(YearProject(number, year, planned.title, planned.id, funds=money), **changed)

    late = made(3, third, status=YearProjectStatus.POSTPONED, status_reason="หน่วยงานผู้จัดเลื่อนหลักสูตรไปปีถัดไป")
    beside = YearProject(
        4, year, "โครงการอบรมการคุ้มครองข้อมูลส่วนบุคคล", None, "กฎหมายมีผลใช้บังคับระหว่างปี", funds=(FundUse(None, 30_000_00),)
    )
    classes = (
        PlannedClass(1, 1, "", date(year - 544, 12, 14), date(year - 544, 12, 15), "ห้องประชุมสภา", 30, ClassStatus.PLANNED),
        PlannedClass(1, 2, "", date(year - 543, 2, 3), date(year - 543, 2, 3), "", 28, ClassStatus.PLANNED),
    )
    program = YearProgram((made(1, first), made(2, second, 5_000_00), late, beside), classes)
    return plan_year_snapshot(office, whole, year, references(), program)


def meeting_of(plan: PlanDraft) -> Meeting:
    """Held on a Monday, with one substitute, one absent and one guest."""
    blank = new_meeting(whole_plan(plan), CommitteeKind.PLANNING, ())
    came = (Presence.PRESENT, Presence.PRESENT, Presence.SUBSTITUTE, Presence.ABSENT, Presence.PRESENT)
    members = tuple(
        replace(each, name=name, presence=presence, substitute="นายแทน มาแทน" if presence is Presence.SUBSTITUTE else "")
        for each, name, presence in zip(blank.attendees, NAMES, came, strict=False)
    )
    agenda = tuple(
        replace(item, discussion=DISCUSSION if place in (0, 3) else "", resolution=RESOLUTIONS[place])
        for place, item in enumerate(blank.agenda)
    )
    guest = Attendee("นายดี มาก", "ท้องถิ่นอำเภอ")
    return replace(
        blank, held_on=date(2020, 9, 7), ends="12.00", place="ห้องประชุมสภา ชั้น 2", recorder="นายชื่น ผู้รู้",
        reviewer="นางสาวน้ำผึ้ง กตัญญู", agenda=agenda, attendees=(*members, guest),
    )  # fmt: skip


def meeting_sample(office: Office, plan: PlanDraft) -> MeetingSnapshot:
    return meeting_snapshot(office, whole_plan(plan), meeting_of(plan))


def needs_of(office: Office, year: int) -> tuple[SurveyedNeed, ...]:
    first, second = office.catalogue.courses[0], office.catalogue.courses[1]
    units = [unit.id for unit in office.units] or [None]
    return (
        SurveyedNeed(1, year, first.title, 21, first.id, units[0]),
        SurveyedNeed(2, year, second.title, 12, second.id, units[-1]),
        SurveyedNeed(3, year, "การใช้โปรแกรมสำนักงานและปัญญาประดิษฐ์ช่วยงานสารบรรณ", 33, source=NeedSource.GAP),
        SurveyedNeed(4, year, second.title, 9, second.id, units[0], NeedSource.SUPERIOR, "เร่งด่วน"),
    )


def needs_sample(office: Office, plan: PlanDraft) -> NeedsSnapshot:
    year = plan.period.first
    summary = "ส่วนใหญ่ต้องการพัฒนาทักษะดิจิทัลและกฎหมายที่ใช้ในงานประจำ เพราะระเบียบหลายฉบับเปลี่ยนไป"
    units = {unit.name: unit.id for unit in office.units}
    posts = tuple(replace(post, unit_id=units.get(post.unit)) for post in office.positions)
    heads = heads_of(replace(office, positions=posts))  # everybody was asked, and one of each ten did not answer
    counts = tuple(replace(one, returned=one.sent - (one.sent + 5) // 10) for one in heads)
    sent, returned = sum(one.sent for one in counts), sum(one.returned for one in counts)
    survey = NeedsSurvey(year, date(2020, 7, 1), date(2020, 7, 31), sent, returned, summary, counts)
    return needs_snapshot(office, survey, needs_of(office, year))
