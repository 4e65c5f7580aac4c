"""Build what the forms read from the office and a plan; pure, so that a form can be tried on an unsaved draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from hrdesk.domain.book import organizer_kind
from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.office import CourseGroup, Office, Organization
from hrdesk.domain.plan import CommitteeMember, PlanDraft, Responsible
from hrdesk.domain.signing import Capacity, SigningRole, head_title, signing
from hrdesk.domain.terms import CommitteeKind, OrganizationKind, OrganizerKind, PersonnelType, term
from hrdesk.reports.snapshots.snapshot_parts import NO_REFERENCES, References, part_values
from hrdesk.reports.snapshots.snapshot_tables import PlanTables
from hrdesk.reports.snapshots.snapshot_values import (
    VACANT,
    ColumnHead,
    CommitteeRow,
    CourseEntries,
    OfficeSnapshot,
    PlanSnapshot,
    RegisterRow,
    RegisterSnapshot,
    ResponsibleEntry,
    text_fields,
)
from hrdesk.thai.dates import long_date
from hrdesk.thai.numbers import baht_text, format_baht
from hrdesk.thai.text import written_out

__all__ = [
    "OfficeSnapshot",
    "PlanSnapshot",
    "RegisterSnapshot",
    "office_snapshot",
    "office_words",
    "plan_snapshot",
    "plan_values",
    "register_snapshot",
    "text_fields",
]

UNKNOWN = "." * 20  # what is still to be written in by hand
ROUNDS_PER_YEAR = 3
_SEATS = {OrganizationKind.SAO: "ที่ทำการ"}


def office_snapshot(office: Office) -> OfficeSnapshot:
    return OfficeSnapshot(**office_words(office))


def register_snapshot(office: Office) -> RegisterSnapshot:
    rows = tuple(
        RegisterRow(
            order=order,
            number=position.number,
            title=position.title,
            level=term(position.level),
            holder=position.holder or VACANT,
            unit=position.unit,
            personnel_type=_personnel(office.organization, position.personnel_type),
        )
        for order, position in enumerate(office.positions, start=1)
    )
    return RegisterSnapshot(**office_words(office), register_rows=rows)


def _personnel(organization: Organization, kind: PersonnelType) -> str:
    return organization.wording.staff if kind is PersonnelType.REGULAR else term(kind)


def plan_snapshot(office: Office, draft: PlanDraft, references: References = NO_REFERENCES) -> PlanSnapshot:
    return PlanSnapshot(**plan_values(office, draft, references))


def plan_values(office: Office, draft: PlanDraft, references: References = NO_REFERENCES) -> dict[str, Any]:
    """The attributes of `PlanSnapshot`, with which snapshots about a plan begin."""
    tables = PlanTables(office, draft)
    catalogue = office.catalogue
    return dict(
        **office_words(office),
        **_plan_words(office, draft),
        **_money_words(draft),
        **part_values(office, draft, references),
        year_columns=tuple(ColumnHead(f"ปี {year}") for year in draft.period.years),
        budget_columns=tables.budget_columns(),
        budget_organizers=tuple(ColumnHead(o.budget_heading) for o in tables.budget_organizers),
        monitoring_methods=tuple(
            ColumnHead(m.short_name) for m in catalogue.methods if m.in_monitoring_table
        ),
        monitoring_organizers=tuple(ColumnHead(o.monitoring_heading) for o in tables.monitoring_organizers),
        budget_rows=tables.budget_rows(),
        monitoring_rows=tables.monitoring_rows(),
        monitoring_committee=_committee(draft.committee, CommitteeKind.MONITORING),
        planning_committee=_committee(draft.committee, CommitteeKind.PLANNING),
        **_group_names(catalogue.course_groups),
        course_groups=tuple(_course_entries(group, office) for group in catalogue.course_groups),
        methods=tuple(method.name for method in catalogue.methods),
        evaluations=tuple(evaluation.name for evaluation in catalogue.evaluations),
        fiscal_years=tuple(_fiscal_year(year) for year in draft.period.years),
        own_projects=_listed(office, draft, OrganizerKind.OWN),
        department_projects=_listed(office, draft, OrganizerKind.DEPARTMENT),
        other_projects=_listed(office, draft, OrganizerKind.OTHER),
        responsible=tuple(_responsible(entry) for entry in draft.responsible),
        chapters=dict(draft.chapters),
    )


def office_words(office: Office) -> dict[str, Any]:
    """The attributes of `OfficeSnapshot`, with which every other snapshot begins."""
    organization, words = office.organization, office.organization.wording
    head, chief = (signing(office.signatories, role) for role in (SigningRole.HEAD, SigningRole.CHIEF))
    foot = (organization.hr_unit, words.chief_office, organization.full_name, organization.address)
    return {
        "organization": organization.full_name,
        "seat": _SEATS.get(organization.kind, "สำนักงาน") + organization.full_name,
        "address": organization.address,
        "kind_name": words.kind_name,
        "body": words.body,
        "short_name": words.short_name,
        "staff": words.staff,
        "head": words.head,
        "head_of_office": organization.head_of_office,
        "head_name": written_out(head.name if head else organization.head_name) or UNKNOWN,
        "head_acting": head.own_line if head else "",
        "chief_officer": words.chief_officer,
        "chief_of_office": organization.chief_of_office,
        "chief_name": written_out(chief.name if chief else organization.chief_name) or UNKNOWN,
        "chief_acting": chief.own_line if chief else "",
        "chief_office": words.chief_office,
        "hr_unit": organization.hr_unit,
        "province": organization.province,
        "district": organization.district,
        "subdistrict": organization.subdistrict,
        "provincial_committee": words.provincial_committee + organization.province,
        "provincial_committee_full": words.provincial_committee_full + organization.province,
        "central_committee": words.central_committee,
        **_hr_head(office),
        **_letter_words(organization),
        "foot": " ".join(part for part in foot if part),
        "positions_count": f"{len(office.positions):,}",
        "vacant_count": f"{sum(not position.holder for position in office.positions):,}",
        "own_names": tuple(_own_names(organization)),
    }


def _own_names(office: Organization) -> Iterator[str]:
    """The place names of the office, and each with the word before it: ตำบลหนองป่าครั่ง."""
    places = (
        (office.wording.kind_name.removeprefix("เทศบาล"), office.name),
        ("ตำบล", office.subdistrict),
        ("อำเภอ", office.district),
        ("จังหวัด", office.province),
    )
    for kind, name in places:
        if name:
            yield from (name, kind + name)


def _hr_head(office: Office) -> dict[str, str]:
    signer = signing(office.signatories, SigningRole.HR_HEAD)
    if signer is None:
        return {"hr_head_post": head_title(office.organization.hr_unit)}
    if signer.capacity is Capacity.OWN:
        return {"hr_head_name": written_out(signer.name), "hr_head_post": signer.position}
    post = head_title(office.organization.hr_unit)
    return {"hr_head_name": written_out(signer.name), "hr_head_acting": signer.own_line, "hr_head_post": post}


def _letter_words(organization: Organization) -> dict[str, str]:
    part = f"ตำบล{organization.subdistrict}" if organization.subdistrict else ""
    email = f"ไปรษณีย์อิเล็กทรอนิกส์ {organization.email}" if organization.email else ""
    known = {"phone": organization.phone, "email_line": email}
    return {
        "street": f"{organization.street} {part}".strip() if organization.street else "",
        "letter_district": f"อำเภอ{organization.district}" if organization.district else "",
        "letter_province": f"จังหวัด{organization.province} {organization.postcode}".strip() if organization.province else "",
        **{name: text for name, text in known.items() if text},
    }


def _plan_words(office: Office, draft: PlanDraft) -> dict[str, Any]:
    words, period = office.organization.wording, draft.period
    per_year = [len({r.number for r in draft.rounds if r.year == year.be}) for year in period.years]
    return {
        "plan_title": f"แผนพัฒนา{words.staff} {period.count} ปี",
        "budget_law": draft.budget_law or words.budget_law,
        "period": period.label,
        "first_year": str(period.first),
        "last_year": str(period.last),
        "first_year_starts": str(period.first - 1),
        "province_resolution": f"ในการประชุมครั้งที่ {UNKNOWN} เมื่อวันที่ {UNKNOWN}",
        "years_count": str(period.count),
        "project_count": str(len(draft.budgeted_projects)),
        "rounds_per_year": str(min(per_year, default=0) or ROUNDS_PER_YEAR),
        "announcement_date": _date(draft.committee_announcement_date),
        "announcement_clauses": draft.committee_announcement_clauses or UNKNOWN,
    }


def _date(day: date | None) -> str:
    return UNKNOWN if day is None else long_date(day)


def _money_words(draft: PlanDraft) -> dict[str, Any]:
    years = draft.period.years
    totals = [draft.year_total(year.be) for year in years]
    each = totals[:1] if len(set(totals)) == 1 else totals
    words = _listing([baht_text(total) for total in each])
    yearly = f"{words}ต่อปี" if len(each) == 1 else f"{words} ตามลำดับ"
    grand = f"{format_baht(draft.total)} บาท ({baht_text(draft.total)})"
    return {
        "year_total": _listing([format_baht(total) for total in each]),
        "year_total_words": words,
        "grand_total": format_baht(draft.total),
        "grand_total_words": baht_text(draft.total),
        "total_sentence": f"({yearly}) รวม {len(years)} ปี เป็นเงินทั้งสิ้น {grand}",
    }


def _listing(parts: Sequence[str]) -> str:
    return " ".join(parts) if len(parts) < 2 else f"{' '.join(parts[:-1])} และ {parts[-1]}"


def _fiscal_year(year: FiscalYear) -> str:
    return f"ปีงบประมาณ พ.ศ. {year} ตั้งแต่วันที่ {long_date(year.start)} ถึงวันที่ {long_date(year.last_day)}"


def _committee(members: Iterable[CommitteeMember], kind: CommitteeKind) -> tuple[CommitteeRow, ...]:
    chosen = [member for member in members if member.committee is kind]
    return tuple(
        CommitteeRow(f"{number}.", f"{written_out(member.name)} {member.position}".strip(), term(member.role))
        for number, member in enumerate(chosen, start=1)
    )


def _group_names(groups: Sequence[CourseGroup]) -> dict[str, str]:
    known = {group.number: group.name for group in groups}
    return {f"course_group_{number}": known.get(number, "") for number in range(1, 6)}


def _course_entries(group: CourseGroup, office: Office) -> CourseEntries:
    own = tuple(course.title for course in office.catalogue.courses if course.group == group.id)
    lines = office.lines_in_use() if group.from_lines else ()
    return CourseEntries(group.number, group.name, lines + own)


def _listed(office: Office, draft: PlanDraft, kind: OrganizerKind) -> tuple[str, ...]:
    return tuple(p.title for p in draft.projects if p.listed and organizer_kind(p, office.catalogue) is kind)


def _responsible(entry: Responsible) -> ResponsibleEntry:
    text = f"{entry.title} {entry.note}".strip()
    if entry.duties and "หน้าที่" not in text:
        text = f"{text} มีหน้าที่ดังนี้"
    return ResponsibleEntry(text, entry.duties)
