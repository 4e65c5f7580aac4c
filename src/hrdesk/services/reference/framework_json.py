"""A framework as plain JSON values and back: for other programs, and to keep an imported version whole."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from hrdesk.domain.framework import Criterion, Element, Framework, Item, Named, Role, Unit
from hrdesk.errors import UserError


def framework_values(framework: Framework) -> dict[str, object]:
    """Its roles as they are, resolved or not; what they inherited from is not told."""
    return {
        "id": framework.id,
        "version": framework.version,
        "title": framework.title,
        "source": framework.source,
        "approved_on": framework.approved_on.isoformat() if framework.approved_on else "",
        "stages": named_values(framework.stages),
        "groups": named_values(framework.groups),
        "areas": named_values(framework.areas),
        "units": [{"code": unit.code, "name": unit.name, "area": unit.area} for unit in framework.units],
        "elements": [
            {"code": each.code, "name": each.name, "unit": each.unit} for each in framework.elements
        ],
        "criteria": [
            {"code": each.code, "name": each.name, "element": each.element} for each in framework.criteria
        ],
        "knowledge": _items(framework.knowledge),
        "experience": _items(framework.experience),
        "traits": _items(framework.traits),
        "competencies": _items(framework.competencies),
        "roles": [_role(role) for role in framework.roles],
    }


def named_values(entries: Iterable[Named]) -> list[dict[str, str]]:
    kept = ("code", "name", "english", "description")
    return [{key: getattr(each, key) for key in kept if getattr(each, key)} for each in entries]


def _items(items: Iterable[Item]) -> list[dict[str, object]]:
    return [
        {
            "code": item.code,
            "name": item.name,
            "basic": item.basic,
            "topics": [
                {"code": code, "name": name} for code, name in zip(item.topic_codes, item.topics, strict=True)
            ],
        }
        for item in items
    ]


def _role(role: Role) -> dict[str, object]:
    return {
        "stage": role.stage,
        "group": role.group,
        "name": role.name,
        "description": role.description,
        "units": role.units,
        "knowledge": role.knowledge,
        "topics": role.topics,
        "experience": role.experience,
        "traits": role.traits,
        "competencies": role.competencies,
    }


def framework_of(values: dict[str, Any]) -> Framework:
    """What `framework_values` gave. UserError when somebody changed it by hand."""
    try:
        day = values["approved_on"]
        return Framework(
            id=values["id"],
            version=values["version"],
            title=values["title"],
            source=values["source"],
            approved_on=date.fromisoformat(day) if day else None,
            stages=_named_of(values["stages"]),
            groups=_named_of(values["groups"]),
            areas=_named_of(values["areas"]),
            units=tuple(Unit(each["code"], each["name"], each["area"]) for each in values["units"]),
            elements=tuple(Element(each["code"], each["name"], each["unit"]) for each in values["elements"]),
            criteria=tuple(Criterion(each["code"], each["name"], each["element"]) for each in values["criteria"]),
            knowledge=_items_of(values["knowledge"]),
            experience=_items_of(values["experience"]),
            traits=_items_of(values["traits"]),
            competencies=_items_of(values["competencies"]),
            roles=tuple(_role_of(each) for each in values["roles"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise UserError(
            f"กรอบทักษะที่บันทึกไว้อ่านไม่ได้ ({error}) ข้อมูลอื่นยังครบ กรุณานำชุดสำรองมาใช้ หรือนำเข้ากรอบทักษะอีกครั้ง"
        ) from error


def _named_of(values: list[dict[str, str]]) -> tuple[Named, ...]:
    return tuple(
        Named(each["code"], each["name"], each.get("english", ""), each.get("description", "")) for each in values
    )


def _items_of(values: list[dict[str, Any]]) -> tuple[Item, ...]:
    return tuple(
        Item(each["code"], each["name"], each["basic"], tuple(topic["name"] for topic in each["topics"]))
        for each in values
    )


def _role_of(values: dict[str, Any]) -> Role:
    return Role(
        stage=values["stage"],
        group=values["group"],
        name=values["name"],
        description=values["description"],
        units=tuple(values["units"]),
        knowledge=tuple(values["knowledge"]),
        topics=tuple(values["topics"]),
        experience=tuple(values["experience"]),
        traits=tuple(values["traits"]),
        competencies=tuple(values["competencies"]),
    )
