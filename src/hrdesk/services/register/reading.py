"""The office, its frame and what plans choose from, read by plain SQL: at every start, check and print."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from hrdesk.domain import office, terms
from hrdesk.domain.office import (
    Catalogue,
    Course,
    CourseGroup,
    EvaluationMethod,
    FundSource,
    Law,
    Method,
    Office,
    Organization,
    Organizer,
    OrgUnit,
    Position,
    PositionLine,
    TargetGroup,
)
from hrdesk.domain.signing import Capacity, Signatory, Signer, SigningRole
from hrdesk.domain.terms import Level, OrganizationKind, PersonnelType, PositionType
from hrdesk.errors import UserError
from hrdesk.models.plain import member, rows_of
from hrdesk.thai.text import full_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.domain.register_terms import ImageKind
    from hrdesk.models.plain import Rows, Source

TABLE_NAMES: dict[type[Any], str] = {
    office.CourseGroup: "course_group",
    office.Law: "law",
    office.Course: "course",
    office.Method: "method",
    office.Organizer: "organizer",
    office.EvaluationMethod: "evaluation_method",
    office.FundSource: "fund_source",
    office.OrgUnit: "org_unit",
    office.PositionLine: "position_line",
}
COLUMNS = {"group": "group_id", "law": "law_id", "parent": "parent_id", "replaced_by": "replaced_by_id"}  # attribute → column, where they differ
_BY_NUMBER = {office.CourseGroup}  # the rest by their place
_ROLES = list(SigningRole)
NOBODY = Signer(0, "", "")
R = TypeVar("R")


def read_office(source: Source) -> Office:
    """Everything that plans are checked and printed against, at one moment."""
    rows = rows_of(source)
    return Office(
        organization=read_organization(rows),
        catalogue=read_catalogue(rows),
        units=read_all(rows, OrgUnit),
        lines=read_all(rows, PositionLine),
        positions=read_positions(rows),
        signatories=read_signatories(rows),
    )


def read_organization(source: Source) -> Organization:
    found = rows_of(source)(f"SELECT {', '.join(Organization.__annotations__)} FROM organization")  # noqa: S608
    if not found:
        raise UserError("แฟ้มข้อมูลนี้ยังไม่มีข้อมูลหน่วยงาน ข้อมูลอื่นไม่ถูกเปลี่ยนแปลง กรุณากรอกข้อมูลหน่วยงานก่อน")
    kind, *rest = found[0]
    return Organization(member(OrganizationKind, kind), *rest)


def read_catalogue(source: Source) -> Catalogue:
    rows = rows_of(source)
    return Catalogue(
        course_groups=read_all(rows, CourseGroup),
        courses=read_all(rows, Course),
        laws=read_all(rows, Law),
        methods=read_all(rows, Method),
        organizers=read_all(rows, Organizer),
        targets=_read_targets(rows),
        evaluations=read_all(rows, EvaluationMethod),
        funds=read_all(rows, FundSource),
    )


def read_all(source: Source, kind: type[R]) -> tuple[R, ...]:
    """Every stored value of `kind`, in printing order."""
    shape = kind.__annotations__  # the attributes with their types, as the class writes them
    columns = ", ".join(COLUMNS.get(name, name) for name in shape)
    rank = "number" if kind in _BY_NUMBER else "place"
    found = rows_of(source)(f"SELECT {columns} FROM {TABLE_NAMES[kind]} ORDER BY {rank}, id")  # noqa: S608
    turned = [(place, turn) for place, written in enumerate(shape.values()) if (turn := _turn(written))]
    if not turned:
        return tuple(kind(*row) for row in found)
    values = [list(row) for row in found]
    for row in values:
        for place, turn in turned:
            row[place] = turn(row[place])
    return tuple(kind(*row) for row in values)


def _turn(written: str) -> Callable[[Any], object] | None:
    """From what SQLite stores to an attribute whose type is written so; None where they are the same."""
    if written == "bool":
        return bool
    enum = getattr(terms, written, None)
    return (lambda stored: member(enum, stored)) if isinstance(enum, type) and issubclass(enum, StrEnum) else None


def read_positions(source: Source) -> tuple[Position, ...]:
    """The frame in the order of its units and numbers."""
    found = rows_of(source)(
        "SELECT p.id, p.number, p.title, l.name, l.personnel_type, l.position_type, p.level, u.name, l.id, u.id,"
        " s.id, s.title, s.first_name, s.last_name FROM position p JOIN position_line l ON p.line_id = l.id"
        " LEFT JOIN org_unit u ON p.unit_id = u.id LEFT JOIN staff s ON s.position_id = p.id"
        " ORDER BY u.place NULLS LAST, p.number_key, p.id"
    )
    return tuple(
        Position(
            id_, number, title, line, member(PersonnelType, personnel), member(PositionType, kind), member(Level, level),
            unit or "", full_name(*(part or "" for part in holder)), line_id, unit_id, staff_id,
        )
        for id_, number, title, line, personnel, kind, level, unit, line_id, unit_id, staff_id, *holder in found
    )  # fmt: skip


def read_signatories(source: Source) -> tuple[Signatory, ...]:
    """In the order of their roles, those who sign now first; what was not typed is as the register has it."""
    rows = rows_of(source)
    people = {staff: signer(staff, *rest) for staff, *rest in rows(
        "SELECT s.id, s.title, s.first_name, s.last_name, p.title FROM staff s LEFT JOIN position p ON s.position_id = p.id"
        " WHERE s.id IN (SELECT staff_id FROM signatory)"
    )}  # fmt: skip
    found = []
    for id_, role, name, position, capacity, unit, staff, signs in rows(
        "SELECT id, role, name, position, capacity, unit_id, staff_id, signs FROM signatory ORDER BY place, id"
    ):
        known = people.get(staff, NOBODY)
        found.append(Signatory(
            id_, member(SigningRole, role), name or known.name, position or known.post, member(Capacity, capacity),
            unit, staff, bool(signs),
        ))  # fmt: skip
    return tuple(sorted(found, key=lambda one: (_ROLES.index(one.role), not one.signs)))


def signer(staff: int, title: str, first_name: str, last_name: str, post: str | None) -> Signer:
    """The post as it is signed with: without the line in brackets behind it (ผู้อำนวยการกองคลัง)."""
    return Signer(staff, full_name(title, first_name, last_name), (post or "").partition(" (")[0])


def read_image(source: Source, kind: ImageKind) -> bytes:
    """A PNG, or nothing."""
    found = rows_of(source)("SELECT content FROM office_image WHERE kind = ?", kind.value)
    return bytes(found[0][0]) if found else b""


def _read_targets(rows: Rows) -> tuple[TargetGroup, ...]:
    personnel: dict[int, set[PersonnelType]] = {}
    for target, kind in rows("SELECT target_id, personnel_type FROM target_personnel_type"):
        personnel.setdefault(target, set()).add(member(PersonnelType, kind))
    positions: dict[int, set[PositionType]] = {}
    for target, kind in rows("SELECT target_id, position_type FROM target_position_type"):
        positions.setdefault(target, set()).add(member(PositionType, kind))
    return tuple(
        TargetGroup(id_, name, frozenset(personnel.get(id_, ())), frozenset(positions.get(id_, ())))
        for id_, name in rows("SELECT id, name FROM target_group ORDER BY place, id")
    )
