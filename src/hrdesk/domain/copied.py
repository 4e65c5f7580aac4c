"""What a plan copied forward took over and somebody must look at: law names first, dates, budgets.

A draft keeps, by key, the value of each fact as it was copied. The fact is confirmed when the key is gone, and
changed when its value is another; a draft that was not copied keeps none. One key that is no fact's stays when all are
confirmed: an unfinished draft is known again as a copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from hrdesk.domain.book import CHAPTERS
from hrdesk.domain.office import Law, Office, in_force
from hrdesk.domain.plan import PlanDraft, project_key
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.thai.dates import short_date
from hrdesk.thai.numbers import format_baht
from hrdesk.thai.patterns import pattern

_YEAR = r"(?<![\d/.])(?<!\d-)2[45]\d\d(?!\d|/|-\d{1,3}(?!\d))"  # of the Buddhist era, in words somebody typed
_NONE = "ยังไม่ได้ระบุ"
_A_COPY = "copy"


class FactKind(StrEnum):
    """The value is what the officer reads."""

    LAW = "ชื่อกฎหมาย"
    DATE = "วันที่และปี"
    MONEY = "งบประมาณ"


@dataclass(frozen=True, slots=True)
class Fact:
    """`value` is compared, `text` is read; `place` is the field of a Problem that leads to where it is changed."""

    key: str
    kind: FactKind
    what: str
    value: str
    text: str
    place: str


def facts(draft: PlanDraft, office: Office) -> tuple[Fact, ...]:
    """Law names first."""
    return (*_laws(draft, office), *_dates(draft), *_money(draft))


def as_copied(draft: PlanDraft, office: Office) -> PlanDraft:
    """The draft with every fact to be confirmed."""
    return replace(draft, copied={_A_COPY: "", **{fact.key: fact.value for fact in facts(draft, office)}})


def unconfirmed(draft: PlanDraft, office: Office) -> tuple[Fact, ...]:
    """Neither ticked nor changed since they were copied."""
    if not draft.copied:
        return ()
    return tuple(fact for fact in facts(draft, office) if draft.copied.get(fact.key) == fact.value)


def confirmed(draft: PlanDraft, *keys: str) -> PlanDraft:
    return replace(draft, copied={key: value for key, value in draft.copied.items() if key not in keys})


def asked_again(draft: PlanDraft, fact: Fact) -> PlanDraft:
    return replace(draft, copied={**draft.copied, fact.key: fact.value})


def _laws(draft: PlanDraft, office: Office) -> Iterator[Fact]:
    name = office.organization.wording.provincial_committee
    law = draft.budget_law
    yield Fact("law", FactKind.LAW, "กฎหมายงบประมาณเรียกว่า", law, law or _NONE, "plan.budget_law")
    clauses = draft.committee_announcement_clauses
    yield Fact(
        "clauses", FactKind.LAW, f"หมวดและข้อของประกาศ {name} ที่อ้าง", clauses, clauses or _NONE,
        "plan.committee_announcement_clauses",
    )  # fmt: skip
    laws = {one.id: one for one in office.catalogue.laws}
    first = {course.law: course.id for course in reversed(office.catalogue.courses) if course.law in laws}
    cited = sorted((laws[law] for law in first if law is not None), key=lambda one: (not one.replaced_by, one.id))
    for one in cited:
        what = "กฎหมายที่ถูกยกเลิกแล้ว" if one.replaced_by else "กฎหมายที่หลักสูตรอ้างถึง"
        yield Fact(
            f"law:{one.id}", FactKind.LAW, what, f"{one.title}|{one.replaced_by}", _law_text(one, office),
            f"course:{first[one.id]}.law",
        )  # fmt: skip


def _law_text(law: Law, office: Office) -> str:
    now = in_force(office.catalogue.laws, law.id)
    return f"{law.title} → {now.title}" if now is not None and now.id != law.id else law.title


def _dates(draft: PlanDraft) -> Iterator[Fact]:
    period, day = draft.period.label, draft.committee_announcement_date
    yield Fact("period", FactKind.DATE, "ปีงบประมาณของแผน", period, f"พ.ศ. {period}", "plan.period")
    yield Fact(
        "announced", FactKind.DATE, "วันที่ของประกาศที่อ้าง", day.isoformat() if day else "", short_date(day) if day else _NONE,
        "plan.committee_announcement_date",
    )  # fmt: skip
    for place, year in enumerate(draft.period.years, start=1):
        rounds = sorted((one for one in draft.rounds if one.year == year.be), key=lambda one: one.number)
        value = ",".join(f"{one.due:%m-%d}" if one.due else "-" for one in rounds)
        text = ", ".join(short_date(one.due) if one.due else _NONE for one in rounds) or _NONE
        yield Fact(f"rounds:{place}", FactKind.DATE, f"วันติดตามประเมินผลปี {year}", value, text, f"rounds.{year}")
    yield from _written_years(draft)


def _written_years(draft: PlanDraft) -> Iterator[Fact]:
    """Years that somebody wrote into a chapter or a title: nothing moves them on."""
    for key, text in draft.chapters.items():
        if found := _years(text):
            yield Fact(f"chapter:{key}", FactKind.DATE, f"ปีที่เขียนไว้ใน{CHAPTERS.get(key, key)}", found, found, f"chapter:{key}")
    for number, project in enumerate(draft.projects, start=1):
        if found := _years(f"{project.title} {project.monitoring_title}"):
            what = f"ปีที่เขียนไว้ในชื่อโครงการที่ {number}"
            place = f"{project_key(project, number)}.title"
            yield Fact(f"title:{number}", FactKind.DATE, what, found, project.title, place)


def _years(text: str) -> str:
    return ", ".join(dict.fromkeys(pattern(_YEAR).findall(text)))


def _money(draft: PlanDraft) -> Iterator[Fact]:
    for place, year in enumerate(draft.period.years, start=1):
        amounts = [project.budget(year.be) for project in draft.projects]
        text = f"{format_baht(sum(amounts))} บาท ({sum(map(bool, amounts))} โครงการ)"
        value = ",".join(map(str, amounts))
        yield Fact(f"money:{place}", FactKind.MONEY, f"งบประมาณปี {year}", value, text, f"plan.year.{year}")
