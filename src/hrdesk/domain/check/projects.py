"""Every project is complete, and stands in part 5.1 as well as in part 6."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hrdesk.domain.book import organizer_kind
from hrdesk.domain.check.case import PlanCase, ProjectPlace, Rule
from hrdesk.domain.terms import OrganizerKind
from hrdesk.errors import Problem


def no_projects(case: PlanCase) -> Iterator[Problem]:
    if not case.draft.projects:
        text = "แผนยังไม่มีโครงการ กรุณาเพิ่มอย่างน้อย 1 โครงการ"
        yield Problem("plan.projects", text, code="plan.no-projects", place="โครงการ")


def listed_without_budget(case: PlanCase) -> Iterator[Problem]:
    """Seed 000: two of the five own projects of part 5.1 have no money in part 6."""
    for at in case.projects():
        if at.project.listed and not at.project.budgeted:
            text = "มีชื่ออยู่ในข้อ 5.1 แต่ไม่มีงบประมาณในส่วนที่ 6 กรุณากำหนดงบประมาณ ระบุว่าไม่ใช้งบประมาณ หรือนำออกจากข้อ 5.1"
            yield at.error("listed-without-budget", "budgets", text)


def without_budget(case: PlanCase) -> Iterator[Problem]:
    for at in case.projects():
        if not at.project.listed and not at.project.budgeted:
            text = "ยังไม่ได้กำหนดงบประมาณ และไม่มีชื่อในข้อ 5.1 จึงไม่ปรากฏในแผนเลย"
            yield at.error("without-budget", "budgets", text)


def budgeted_not_listed(case: PlanCase) -> Iterator[Problem]:
    """Seed 000: the digital skills project of part 6 is not named in part 5.1."""
    for at in case.projects():
        if at.project.budgeted and not at.project.listed:
            text = "มีงบประมาณในส่วนที่ 6 แต่ไม่มีชื่อในข้อ 5.1 กรุณาเพิ่มชื่อโครงการในข้อ 5.1"
            yield at.error("budgeted-not-listed", "listed", text)


def own_counts_differ(case: PlanCase) -> Iterator[Problem]:
    """Seed 000: five own projects in part 5.1, three in part 6."""
    own = [p for p in case.draft.projects if organizer_kind(p, case.catalogue) is OrganizerKind.OWN]
    listed = sum(p.listed for p in own)
    budgeted = sum(p.budgeted for p in own)
    if listed != budgeted:
        text = (
            f"ข้อ 5.1 มีโครงการที่{case.wording.body}ดำเนินการเอง {listed} โครงการ "
            f"แต่ส่วนที่ 6 มี {budgeted} โครงการ กรุณาทำให้ตรงกัน"
        )
        yield Problem("plan.projects", text, code="plan.own-counts", place="ข้อ 5.1 และส่วนที่ 6")


def _needs(attribute: str, code: str, text: str) -> Rule:
    """A rule that no project leaves this choice open."""

    def rule(case: PlanCase) -> Iterator[Problem]:
        for at in case.projects():
            if not getattr(at.project, attribute):
                yield at.error(code, attribute, text)

    return rule


without_year = _needs("years", "no-year", "ยังไม่ได้เลือกปีงบประมาณที่ดำเนินการ")
without_method = _needs("methods", "no-method", "ยังไม่ได้เลือกวิธีการพัฒนา")
without_organizer = _needs("organizers", "no-organizer", "ยังไม่ได้เลือกหน่วยดำเนินการ")
without_evaluation = _needs("evaluations", "no-evaluation", "ยังไม่ได้เลือกวิธีการติดตามประเมินผล")


def without_target(case: PlanCase) -> Iterator[Problem]:
    """Whom a project is meant for may be told by group, or by level, line, unit and person."""
    for at in case.projects():
        if not at.project.targets and not at.project.reaches:
            yield at.error("no-target", "targets", "ยังไม่ได้เลือกกลุ่มเป้าหมายหรือระบุผู้รับการพัฒนา")


def empty_title(case: PlanCase) -> Iterator[Problem]:
    for at in case.projects():
        if not at.project.title.strip():
            yield at.error("no-title", "title", "ยังไม่ได้ระบุชื่อโครงการ")


def duplicate_titles(case: PlanCase) -> Iterator[Problem]:
    places: dict[str, list[ProjectPlace]] = defaultdict(list)
    for at in case.projects():
        if title := " ".join(at.project.title.split()):
            places[title].append(at)
    for first, *others in places.values():
        for at in others:
            yield at.error("duplicate-title", "title", f"ชื่อซ้ำกับโครงการที่ {first.number}")


CHOICES = (  # attribute of a project and of the catalogue, and its name
    ("methods", "วิธีการพัฒนา"),
    ("organizers", "หน่วยดำเนินการ"),
    ("targets", "กลุ่มเป้าหมาย"),
    ("evaluations", "วิธีการติดตามประเมินผล"),
    ("courses", "หลักสูตร"),
)


def unknown_choices(case: PlanCase) -> Iterator[Problem]:
    """A choice that has left the catalogue would vanish from every table without a word."""
    for attribute, name in CHOICES:
        known = {entry.id for entry in getattr(case.catalogue, attribute)}
        for at in case.projects():
            if set(getattr(at.project, attribute)) - known:
                text = f"{name}ที่เลือกไว้บางรายการไม่มีในบัญชีแล้ว กรุณาเลือกใหม่"
                yield at.error("unknown-choice", attribute, text)


def idle_years(case: PlanCase) -> Iterator[Problem]:
    """A fiscal year of the period in which nothing is done."""
    if not case.draft.projects:
        return
    for year in case.draft.period.years:
        if not any(year.be in p.years for p in case.draft.projects):
            place = f"ปีงบประมาณ พ.ศ. {year}"
            text = f"{place} ไม่มีโครงการใดดำเนินการเลย"
            yield Problem(f"plan.year.{year}", text, code="plan.idle-year", place=place)
