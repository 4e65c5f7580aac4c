"""The links between the taxonomies as lines to type, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.roadmap import DIRECTOR, EXECUTIVE, EXPERIENCED, NEW, SUPERVISOR
from hrdesk.domain.taxonomy import GroupLink, Rule, SkillLink
from hrdesk.domain.terms import PersonnelType, PositionType, term
from hrdesk.services.skills.group_rules import words_of
from hrdesk.thai.numbers import arabic_digits
from hrdesk.ui.kit.list_grid import ListColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from enum import StrEnum

    from hrdesk.domain.framework import Framework
    from hrdesk.domain.guideline import Guideline
    from hrdesk.ui.kit.list_grid import Line

STEPS = {NEW: "แรกบรรจุ", EXPERIENCED: "มีประสบการณ์", SUPERVISOR: "หัวหน้างาน", DIRECTOR: "อำนวยการ", EXECUTIVE: "บริหาร"}
TICK = "✓"
ASKED = [kind for kind in PersonnelType if kind is not PersonnelType.POLITICAL]
WORKING_LIFE = 60  # years
CHOOSE = "กรุณาเลือกจากรายการ"


def chosen_of(known: Iterable[str]) -> Callable[[str], str]:
    """Reads one of these words."""
    words = frozenset(known)

    def read(text: str) -> str:
        if text.strip() not in words:
            raise ValueError(CHOOSE)
        return text.strip()

    return read


def words_among(known: Iterable[str]) -> Callable[[str], str]:
    """Reads several of these words, parted by commas."""
    words = tuple(known)

    def read(text: str) -> str:
        found = words_of(text)
        if strange := [word for word in found if word not in words]:
            raise ValueError(f"ไม่มี “{strange[0]}” ใช้ได้: {', '.join(words)}")
        return ", ".join(found)

    return read


def _tick(text: str) -> str:
    return TICK if text.strip() not in ("", "-", "0") else ""


class GroupLinks:
    """The framework's groups as the guideline sees them."""

    title = "กลุ่มของกรอบทักษะกับแนวทาง"
    note = "แต่ละกลุ่มของกรอบทักษะเป็นกำลังคนด้าน IT หรือไม่ และคนของกลุ่มอยู่กลุ่มใดตามสายอาชีพ"

    def __init__(self, framework: Framework, guideline: Guideline) -> None:
        self.codes = {group.name: group.code for group in framework.groups}
        self.names = {code: name for name, code in self.codes.items()}
        self.workforces = tuple(each.code for each in guideline.workforces)
        self.staff = [group.code for group in guideline.staff_groups]
        short = [STEPS.get(group.code, group.name) for group in guideline.staff_groups]
        self.columns = (
            ListColumn("กลุ่มของกรอบทักษะ", "", stretch=True, choices=tuple(self.codes), read=chosen_of(self.codes)),
            ListColumn("แนวทาง", "Non-IT", choices=self.workforces, read=chosen_of(self.workforces)),
            *(ListColumn(name, TICK, choices=(TICK,), read=_tick) for name in short),
        )

    def lines(self, links: Iterable[GroupLink]) -> list[Line]:
        return [
            (self.names.get(x.group, x.group), x.workforce, *(TICK if code in x.staff_groups else "" for code in self.staff))
            for x in links
        ]  # fmt: skip

    def links(self, lines: Iterable[Line]) -> tuple[GroupLink, ...]:
        found = [
            GroupLink(
                self.codes.get(group, group), workforce,
                tuple(code for code, tick in zip(self.staff, ticks, strict=True) if tick),
            )
            for group, workforce, *ticks in lines
        ]  # fmt: skip
        order = list(self.names)
        return tuple(sorted(found, key=lambda x: order.index(x.group) if x.group in order else len(order)))


class SkillLinks:
    """The units of capability that build each digital skill of the guideline; a unit builds one."""

    title = "หน่วยความสามารถกับทักษะดิจิทัล"
    note = "แต่ละหน่วยความสามารถสร้างทักษะดิจิทัลข้อใดของแนวทาง หน่วยที่ไม่มีแถวไม่นับในข้อใด"

    def __init__(self, framework: Framework, guideline: Guideline) -> None:
        units = {unit.code: unit.name for unit in framework.units}
        self.units = tuple(units)
        self.skills = {skill.name: skill.code for skill in guideline.digital_skills}
        self.columns = (
            ListColumn("รหัส", "DLit100", choices=self.units, read=chosen_of(units)),
            ListColumn("หน่วยความสามารถ", "", stretch=True, shown=lambda line: units.get(line[0], "")),
            ListColumn("ทักษะดิจิทัลของแนวทาง", "การประยุกต์ใช้เทคโนโลยีเพื่อการพัฒนางาน", choices=tuple(self.skills),
                       read=chosen_of(self.skills)),
        )  # fmt: skip

    def lines(self, links: Sequence[SkillLink]) -> list[Line]:
        names = {code: name for name, code in self.skills.items()}
        skills = {code: names[link.digital_skill] for link in links for code in link.units}
        return [(code, "", skills[code]) for code in self.units if code in skills]

    def links(self, lines: Sequence[Line]) -> tuple[SkillLink, ...]:
        """A unit of two rows is in both skills, for the services to refuse; a row without a skill goes to none."""
        order = {code: place for place, code in enumerate(self.units)}
        found = []
        for name, skill in self.skills.items():
            units = [unit for unit, _name, of in lines if of == name]
            found.append(SkillLink(skill, tuple(sorted(units, key=lambda code: order.get(code, len(order))))))
        return tuple(found)


class StepRules:
    """Which posts of the register belong to which step of a career; the first that fits counts."""

    title = "กลุ่มตามสายอาชีพกับทะเบียน"
    note = "คนอยู่ในกลุ่มตามสายอาชีพของแถวแรกที่ตรงกับตำแหน่ง ช่องที่เว้นว่างใช้กับทุกคน หลายคำคั่นด้วยจุลภาค"

    def __init__(self, guideline: Guideline) -> None:
        self.codes = {STEPS.get(group.code, group.name): group.code for group in guideline.staff_groups}
        self.personnel = {term(kind): kind for kind in ASKED}
        self.positions = {term(kind): kind for kind in PositionType}
        self.columns = (
            ListColumn("กลุ่ม", "มีประสบการณ์", choices=tuple(self.codes), read=chosen_of(self.codes)),
            ListColumn("ประเภทบุคลากร", "พนักงานจ้างตามภารกิจ, ครู", read=words_among(self.personnel)),
            ListColumn("ประเภทตำแหน่ง", "อำนวยการท้องถิ่น", read=words_among(self.positions)),
            ListColumn("คำในชื่อตำแหน่ง", "หัวหน้า, ผู้ช่วย", read=lambda text: ", ".join(words_of(text))),
            ListColumn("ไม่ครบ (ปี)", "99", right=True, read=_years),
            ListColumn("เหตุผล", "", stretch=True),
        )

    def lines(self, rules: Iterable[Rule]) -> list[Line]:
        names = {code: name for name, code in self.codes.items()}
        return [
            (
                names.get(rule.suggests, rule.suggests), _several(self.personnel, rule.personnel_types),
                _several(self.positions, rule.position_types), ", ".join(rule.title_words),
                "" if rule.years_below is None else str(rule.years_below), rule.reason,
            )
            for rule in rules
        ]  # fmt: skip

    def rules(self, lines: Iterable[Line]) -> tuple[Rule, ...]:
        return tuple(
            Rule(
                suggests=self.codes.get(step, step),
                reason=reason,
                personnel_types=frozenset(self.personnel[word] for word in words_of(personnel)),
                position_types=frozenset(self.positions[word] for word in words_of(positions)),
                title_words=words_of(words),
                years_below=int(years) if years else None,
            )
            for step, personnel, positions, words, years, reason in lines
        )


def _several(words: Mapping[str, StrEnum], kinds: Iterable[StrEnum]) -> str:
    held = set(kinds)
    return ", ".join(word for word, kind in words.items() if kind in held)


def _years(text: str) -> str:
    number = arabic_digits(text.strip())
    if not number.isdecimal() or not 1 <= int(number) <= WORKING_LIFE:
        raise ValueError(f"กรุณากรอกจำนวนปี 1 ถึง {WORKING_LIFE}")
    return number
