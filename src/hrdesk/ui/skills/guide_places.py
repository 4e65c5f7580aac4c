"""For what the development guide can hold ways, in the order of its list, and where the ways shown come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.competency import OWN
from hrdesk.domain.framework_parts import lists_of
from hrdesk.domain.guide import ANY, above_of
from hrdesk.domain.skill_terms import SkillKind
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hrdesk.domain.competency import OwnCompetency
    from hrdesk.domain.framework import Framework, Item
    from hrdesk.domain.guide import Guide

GENERAL = "ทุกสมรรถนะที่ไม่มีวิธีเฉพาะ"


@dataclass(frozen=True, slots=True)
class Place:
    """`level` is how deep it lies below a heading, which is a place of its own and holds for all below it."""

    framework: str
    code: str
    text: str
    level: int = 0

    @property
    def key(self) -> tuple[str, str]:
        return self.framework, self.code


def places(framework: Framework, own: Sequence[OwnCompetency]) -> Iterator[Place]:
    """Everything that can be a gap, under what it takes its ways from."""
    yield Place(OWN, ANY, GENERAL)
    yield Place(OWN, SkillKind.OWN.value, term(SkillKind.OWN))
    yield from (Place(OWN, each.code, f"{each.code} {each.name}", 1) for each in own)
    for area in framework.areas:
        yield Place(framework.id, area.code, f"{area.code} {area.name}")
        for unit in framework.units:
            if unit.area == area.code:
                yield Place(framework.id, unit.code, f"{unit.code} {unit.name}", 1)
    for kind, items in lists_of(framework):
        if items:
            yield Place(framework.id, kind.value, term(kind))
        for item in items:
            yield from _entry(framework.id, item)


def _entry(framework: str, item: Item) -> Iterator[Place]:
    yield Place(framework, item.code, f"{item.code} {item.name}", 1)
    for code, topic in zip(item.topic_codes, item.topics, strict=True):
        yield Place(framework, code, f"{code} {topic}", 2)


def fitting(found: Sequence[Place], words: str) -> Iterator[Place]:
    """Those with all the words in them, and the headings above them; all where no word is given."""
    wanted = words.lower().split()
    above: list[Place] = []
    told: set[Place] = set()
    for place in found:
        above = [*above[: place.level], place]
        if all(word in place.text.lower() for word in wanted):
            yield from (each for each in above if each not in told)
            told |= set(above)


def origin(guide: Guide, framework: Framework, key: tuple[str, str]) -> str:
    """Whose ways are shown for the key, in the officer's words."""
    found = guide.place(*key, above_of(framework, key))
    if found == key:
        return "วิธีที่หน่วยงานกำหนด" if guide.is_own(*key) else "วิธีของโปรแกรม"
    code = found[1]
    if code == ANY:
        told = f"ใช้วิธีของ “{GENERAL}”"
    elif code == key[1]:
        told = "ใช้วิธีของกรอบทักษะฉบับก่อน"
    else:
        names = {place.code: place.text for place in places(framework, ())}
        told = f"ใช้วิธีของ “{names.get(code, code)}”"
    return f"{told} แก้ไขแล้วจะเป็นวิธีของรายการนี้โดยเฉพาะ"
