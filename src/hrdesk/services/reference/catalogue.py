"""The catalogue every new office starts with: `resources/reference/catalogue.toml` and `laws.toml` as values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from hrdesk.domain.office import (
    Catalogue,
    Course,
    CourseGroup,
    EvaluationMethod,
    FundSource,
    Law,
    Method,
    Organizer,
    PositionLine,
    TargetGroup,
    in_force,
)
from hrdesk.domain.terms import (
    WORDINGS,
    MethodKind,
    OrganizationKind,
    OrganizerKind,
    PersonnelType,
    PositionType,
)
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.services.reference.file import Keys, ReferenceFile

_TABLES = {
    "method": "key kind name short_name in_monitoring_table",
    "organizer": "key kind name budget_heading monitoring_heading in_budget_table in_monitoring_table",
    "fund": "key name",
    "target": "key name personnel_types position_types",
    "evaluation": "key name short_name",
    "course_group": "key number name from_lines",
    "course": "group title law law_by_kind amended",
    "line": "key name personnel_type position_type",
}


@dataclass(frozen=True, slots=True)
class ReferenceCatalogue:
    catalogue: Catalogue
    lines: tuple[PositionLine, ...]


def catalogue_file(folder: Path | None = None) -> ReferenceFile:
    """For those who refer to its keys."""
    return ReferenceFile("catalogue.toml", _TABLES, folder)


def kind_words(kind: OrganizationKind) -> dict[str, str]:
    """The wording profile by word, and `own_column`, the head of the office's own column in T2."""
    wording = WORDINGS[kind]
    own_column = wording.body if kind.is_municipality else wording.short_name
    return {**asdict(wording), "own_column": own_column}


def load_catalogue(
    kind: OrganizationKind, *, laws_in_force: bool = False, folder: Path | None = None
) -> ReferenceCatalogue:
    """The reference catalogue in the wording of `kind`.

    Courses cite the laws that real plans cite, repealed ones among them. With `laws_in_force` a course on a
    repealed law is on the law that replaced it; where two fall together the second is left out, and its id
    stays unused.
    """
    file = catalogue_file(folder)
    words = kind_words(kind)
    laws, law_keys = _laws(folder)
    courses = _courses(file, kind, laws, law_keys)
    catalogue = Catalogue(
        course_groups=tuple(
            CourseGroup(i, e.number("number"), e.text("name"), e.flag("from_lines", default=False))
            for i, e in file.numbered("course_group")
        ),
        courses=_with_laws_in_force(courses, laws) if laws_in_force else courses,
        laws=laws,
        methods=_methods(file),
        organizers=_organizers(file, words),
        targets=_targets(file),
        evaluations=tuple(
            EvaluationMethod(i, e.fill("name", words), e.text("short_name"))
            for i, e in file.numbered("evaluation")
        ),
        funds=tuple(FundSource(i, e.fill("name", words)) for i, e in file.numbered("fund")),
    )
    return ReferenceCatalogue(catalogue, _lines(file))


def _laws(folder: Path | None) -> tuple[tuple[Law, ...], Keys]:
    file = ReferenceFile("laws.toml", {"law": "key title replaced_by"}, folder)
    keys = file.keys("law")
    laws = tuple(
        Law(i, e.text("title"), e.refer("replaced_by", keys) if "replaced_by" in e else None)
        for i, e in file.numbered("law")
    )
    return laws, keys


def _courses(
    file: ReferenceFile, kind: OrganizationKind, laws: Sequence[Law], law_keys: Keys
) -> tuple[Course, ...]:
    family = "municipality" if kind.is_municipality else kind.name.lower()
    groups = file.keys("course_group")
    courses: list[Course] = []
    for i, entry in file.numbered("course"):
        law: int | None = None
        if "law_by_kind" in entry:
            law = entry.table("law_by_kind", "municipality sao pao").refer(family, law_keys)
        elif "law" in entry:
            law = entry.refer("law", law_keys)
        title = entry.text("title") if law is None else laws[law - 1].title
        title = f"{title} {entry.text('amended', '')}".strip()
        courses.append(Course(i, entry.refer("group", groups), title, law))
    return tuple(courses)


def _with_laws_in_force(courses: Sequence[Course], laws: Sequence[Law]) -> tuple[Course, ...]:
    kept: dict[tuple[int, str], Course] = {}
    for course in courses:
        law = in_force(laws, course.law)
        current = course if law is None or law.id == course.law else replace(course, title=law.title, law=law.id)
        kept.setdefault((current.group, current.title), current)
    return tuple(kept.values())


def _methods(file: ReferenceFile) -> tuple[Method, ...]:
    return tuple(
        Method(
            i,
            e.chosen("kind", MethodKind),
            e.text("name"),
            e.text("short_name"),
            e.flag("in_monitoring_table", default=True),
        )
        for i, e in file.numbered("method")
    )


def _organizers(file: ReferenceFile, words: Mapping[str, str]) -> tuple[Organizer, ...]:
    return tuple(
        Organizer(
            i,
            e.chosen("kind", OrganizerKind),
            e.fill("name", words),
            e.fill("budget_heading", words),
            e.fill("monitoring_heading", words),
            e.flag("in_budget_table", default=True),
            e.flag("in_monitoring_table", default=True),
        )
        for i, e in file.numbered("organizer")
    )


def _targets(file: ReferenceFile) -> tuple[TargetGroup, ...]:
    return tuple(
        TargetGroup(
            i,
            e.text("name"),
            e.all_chosen("personnel_types", PersonnelType),
            e.all_chosen("position_types", PositionType),
        )
        for i, e in file.numbered("target")
    )


def _lines(file: ReferenceFile) -> tuple[PositionLine, ...]:
    return tuple(
        PositionLine(
            i,
            e.text("name"),
            e.chosen("personnel_type", PersonnelType),
            e.chosen("position_type", PositionType, PositionType.NONE),
        )
        for i, e in file.numbered("line")
    )
