"""The skills framework shipped with the program, read from `resources/reference/skills` and checked.

Needs no database. Every slip of a file is refused by file and entry (`ReferenceDataError`, a `UserError`).
"""

from __future__ import annotations

from collections.abc import Sequence, Sized
from pathlib import Path

from hrdesk.domain.framework import Criterion, Element, Framework, Item, Named, Role, Unit, resolved
from hrdesk.domain.framework_check import check_framework
from hrdesk.errors import Problem
from hrdesk.services.reference.file import Entry, ReferenceDataError, ReferenceFile

CURRENT_FRAMEWORK = "digital-2560"
NAMED_KEYS = "code name english description"
ITEM_KEYS = "code name basic topics"
FRAMEWORK_TABLES = {
    "framework": "id version title source approved_on",
    "counts": "area unit knowledge experience trait competency stage group role",
    "stage": NAMED_KEYS,
    "group": NAMED_KEYS,
    "area": NAMED_KEYS,
    "unit": "code name area",
    "element": "code name unit",
    "criterion": "code name element",
    "knowledge": ITEM_KEYS,
    "experience": ITEM_KEYS,
    "trait": ITEM_KEYS,
    "competency": ITEM_KEYS,
}
ROLE_TABLES = {
    "role": "stage group name description inherits unit_count units knowledge topics experience competencies",
}


def load_framework(framework_id: str = CURRENT_FRAMEWORK, folder: Path | None = None) -> Framework:
    """One version with its 18 roles, inheritance resolved. `folder` stands in for `resources/reference`."""
    file = ReferenceFile(f"skills/{framework_id}/framework.toml", FRAMEWORK_TABLES, folder)
    roles_file = ReferenceFile(f"skills/{framework_id}/roles.toml", ROLE_TABLES, folder)
    head = file.single("framework")
    if head.text("id") != framework_id:
        raise ReferenceDataError(head.where, f"id = “{head.text('id')}” ไม่ตรงกับชื่อแฟ้ม “{framework_id}”")
    framework = Framework(
        id=framework_id,
        version=head.text("version"),
        title=head.text("title"),
        source=head.text("source"),
        approved_on=head.day("approved_on"),
        stages=named(file, "stage"),
        groups=named(file, "group"),
        areas=named(file, "area"),
        units=tuple(
            Unit(entry.text("code"), entry.text("name"), entry.text("area")) for entry in coded(file, "unit")
        ),
        elements=tuple(
            Element(entry.text("code"), entry.text("name"), entry.text("unit"))
            for entry in coded(file, "element")
        ),
        criteria=tuple(
            Criterion(entry.text("code"), entry.text("name"), entry.text("element"))
            for entry in coded(file, "criterion")
        ),
        knowledge=_items(file, "knowledge"),
        experience=_items(file, "experience"),
        traits=_items(file, "trait"),
        competencies=_items(file, "competency"),
        roles=tuple(_role(roles_file, entry) for entry in roles_file.entries("role")),
    )
    _count(file, framework)
    for problem in check_framework(framework):
        source = roles_file if problem.field.startswith("role:") else file
        raise broken(source.name, problem)
    return resolved(framework)


def _items(file: ReferenceFile, kind: str) -> tuple[Item, ...]:
    return tuple(
        Item(
            entry.text("code"), entry.text("name"), entry.flag("basic", default=False), entry.texts("topics")
        )
        for entry in coded(file, kind)
    )


def _role(file: ReferenceFile, entry: Entry) -> Role:
    """As written: only what the stage adds to the stage it inherits from."""
    role = Role(
        stage=entry.text("stage"),
        group=entry.text("group"),
        name=entry.text("name"),
        description=entry.text("description", ""),
        inherits=entry.text("inherits", ""),
        units=entry.texts("units"),
        knowledge=entry.texts("knowledge"),
        topics=entry.texts("topics"),
        experience=entry.texts("experience"),
        competencies=entry.texts("competencies"),
    )
    require_count(f"{file.name} role:{role.key}", "units", role.units, entry.number("unit_count"))
    return role


def _count(file: ReferenceFile, framework: Framework) -> None:
    held: dict[str, Sequence[object]] = {
        "area": framework.areas,
        "unit": framework.units,
        "knowledge": framework.knowledge,
        "experience": framework.experience,
        "trait": framework.traits,
        "competency": framework.competencies,
        "stage": framework.stages,
        "group": framework.groups,
        "role": framework.roles,
    }
    counts = file.single("counts")
    for kind, entries in held.items():
        require_count(counts.where, kind, entries, counts.number(kind))


# ---- shared with the guideline's reader ----
def coded(file: ReferenceFile, table: str) -> tuple[Entry, ...]:
    """The `[[table]]` blocks, each called by its code in messages."""
    entries = file.entries(table)
    for entry in entries:
        entry.where = f"{file.name} {table}:{entry.text('code')}"
    return entries


def named(file: ReferenceFile, table: str) -> tuple[Named, ...]:
    return tuple(
        Named(
            entry.text("code"), entry.text("name"), entry.text("english", ""), entry.text("description", "")
        )
        for entry in coded(file, table)
    )


def require_count(where: str, kind: str, held: Sized, wanted: int) -> None:
    if len(held) != wanted:
        raise ReferenceDataError(where, f"{kind} ต้องมี {wanted} รายการ แต่มี {len(held)}")


def broken(file_name: str, problem: Problem) -> ReferenceDataError:
    return ReferenceDataError(f"{file_name} {problem.field}", problem.text)
