"""Which line of work (สายงาน) a post of a list belongs to.

An officer wants every post in: a title that no line fits becomes a line of its own, of the type that the list,
the number and the title suggest.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from hrdesk.domain.office import PositionLine
from hrdesk.domain.terms import LEVELS_OF, PersonnelType, PositionType
from hrdesk.thai.numbers import arabic_digits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hrdesk.services.staffing.entry import Entry

_BRACKET_AT_END = re.compile(r"^(?P<title>.*?)\s*[(\[](?P<line>[^()\[\]]*)[)\]]\s*$")
_SPACES = re.compile(r"\s+")
_MANAGER = re.compile(r"^นักบริหาร(?:งาน)?(?:การ)?")
_NUMBER = re.compile(r"\d{2}-?\d-?\d{2}-?(?P<kind>[1-4])\d{3}-?\d{3}")
_CONTRACT = (PersonnelType.MISSION_QUALIFIED, PersonnelType.MISSION_SKILLED, PersonnelType.GENERAL_CONTRACT)
_OUTSIDE = (*_CONTRACT, PersonnelType.PERMANENT, PersonnelType.POLITICAL, PersonnelType.TEACHER)
_TRANSFERRED = re.compile(r"\(\s*ถ\s*\)|ถ่ายโอน")
_KIND_OF_DIGIT = {
    "1": PositionType.EXECUTIVE,
    "2": PositionType.DIRECTOR,
    "3": PositionType.ACADEMIC,
    "4": PositionType.GENERAL,
}
_PERSONNEL_BY_TITLE = (
    (re.compile(r"^(?:รอง)?นายก|^ประธานสภา|^รองประธานสภา|^สมาชิกสภา|^เลขานุการ(?:นายก|สภา)|^ที่ปรึกษานายก"), PersonnelType.POLITICAL),
    (re.compile(r"^ครู|^ผู้อำนวยการ(?:โรงเรียน|สถานศึกษา|ศูนย์พัฒนาเด็ก)|^รองผู้อำนวยการ(?:โรงเรียน|สถานศึกษา)"), PersonnelType.TEACHER),
    (re.compile(r"^ผู้ช่วย"), PersonnelType.MISSION_QUALIFIED),
    (re.compile(r"^พนักงาน(?:ขับ|ผลิต|สูบ|จด)|^ผู้ดูแลเด็ก|^ช่าง"), PersonnelType.MISSION_SKILLED),
    (re.compile(r"^คน|^ภารโรง|^ยาม|^แม่บ้าน|^พนักงาน"), PersonnelType.GENERAL_CONTRACT),
)  # fmt: skip
_TYPE_BY_TITLE = (
    (re.compile(r"^(?:รอง)?ปลัด"), PositionType.EXECUTIVE),
    (re.compile(r"^ผู้อำนวยการ|^หัวหน้า(?:สำนัก|กอง|ฝ่าย|ส่วน|กลุ่ม)|^นักบริหาร"), PositionType.DIRECTOR),
    (re.compile(r"^เจ้าพนักงาน|^นายช่าง|^เจ้าหน้าที่|^สัตวแพทย์$|^พยาบาลเทคนิค|^โภชนาการ|^ผู้ช่วย(?:พยาบาล|ทันต)"), PositionType.GENERAL),
    (re.compile(r"^นัก|^วิศวกร|^สถาปนิก|แพทย์$|^เภสัชกร|^พยาบาล|^นิติกร|^บรรณารักษ์"), PositionType.ACADEMIC),
)  # fmt: skip
_FIELD_WORDS = (
    (re.compile("คลัง|รายได้|การเงิน|พัสดุ"), "คลัง"),
    (re.compile("ช่าง|โยธา|สาธารณูปโภค|ผังเมือง|แบบแผน"), "ช่าง"),
    (re.compile("สาธารณสุข|สิ่งแวดล้อม|อนามัย"), "สาธารณสุข"),
    (re.compile("การศึกษา|ศาสนา"), "การศึกษา"),
    (re.compile("สวัสดิการ|พัฒนาชุมชน|สังคมสงเคราะห์"), "สวัสดิการ"),
    (re.compile("สำนักปลัด|อำนวยการ$|ปกครอง|ธุรการ|บริหารงานทั่วไป|บริหารทั่วไป"), "ทั่วไป"),
)


@lru_cache(maxsize=1 << 12)
def line_key(name: str) -> str:
    """นักบริหารงานการคลัง, นักบริหารงานคลัง and นักบริหาร คลัง are one."""
    return _MANAGER.sub("นักบริหาร", _SPACES.sub("", arabic_digits(name)))


class Lines:
    """The register's lines, and those that the list adds; new ones have negative ids until stored."""

    def __init__(self, known: Iterable[PositionLine]) -> None:
        self._known = tuple(known)
        self._by_id = {line.id: line for line in self._known}
        self._by_key: dict[str, PositionLine] = {}
        for line in self._by_id.values():
            self._by_key.setdefault(line_key(line.name), line)
        self.added: list[PositionLine] = []

    def __getitem__(self, line_id: int) -> PositionLine:
        return self._by_id[line_id]

    def line_for(self, entry: Entry) -> PositionLine:
        """Never fails: a post without a fitting line gets a new one."""
        if entry.line:
            return self._by_key.get(line_key(entry.line)) or self._add(entry.line, entry)
        bracket = _BRACKET_AT_END.match(entry.title)
        title = bracket["title"] if bracket else entry.title
        inner = bracket["line"] if bracket else ""
        found = (
            self._of_contract(personnel_type_of(entry))
            or self._by_key.get(line_key(inner))
            or self._by_key.get(line_key(entry.title))
            or self._by_key.get(line_key(title))
            or self._by_beginning(line_key(title))
            or self._of_manager(title)
        )
        return found or self._add(inner if inner.startswith("นักบริหาร") else title or entry.number, entry)

    def _of_contract(self, personnel: PersonnelType | None) -> PositionLine | None:
        """Contract staff share one line for each of their types."""
        if personnel not in _CONTRACT:
            return None
        same = [line for line in self._known if line.personnel_type is personnel]
        return same[0] if len(same) == 1 else None

    def _by_beginning(self, key: str) -> PositionLine | None:
        """ครูชำนาญการ is of the line ครู; the longest such line."""
        fitting = [line for line in self._known if key.startswith(line_key(line.name))]
        return max(fitting, key=lambda line: len(line.name), default=None)

    def _of_manager(self, title: str) -> PositionLine | None:
        kind = _type_by(title)
        lines = [line for line in self._known if line.position_type is kind]
        if kind is PositionType.EXECUTIVE:
            return lines[0] if lines else None
        if kind is not PositionType.DIRECTOR:
            return None
        word = next((word for pattern, word in _FIELD_WORDS if pattern.search(title)), None)
        return next((line for line in lines if word and word in line.name), None)

    def _add(self, name: str, entry: Entry) -> PositionLine:
        kind = position_type_of(entry)
        personnel = personnel_type_of(entry) or PersonnelType.REGULAR
        line = PositionLine(-len(self.added) - 1, name, personnel, PositionType.NONE if personnel in _OUTSIDE else kind)
        self.added.append(line)
        self._by_id[line.id] = line
        self._by_key[line_key(name)] = line
        return line


def personnel_type_of(entry: Entry) -> PersonnelType | None:
    """What the list says of the person, or what the title of a post without a number suggests; None otherwise."""
    said = entry.personnel_types
    if len(said) == 1:
        return said[0]
    by_title = next((kind for pattern, kind in _PERSONNEL_BY_TITLE if pattern.search(entry.title)), None)
    if said:
        return by_title if by_title in said else said[-1]
    if _TRANSFERRED.search(entry.number) or _TRANSFERRED.search(entry.title):
        return PersonnelType.TRANSFERRED
    regular = entry.position_type is not None or bool(entry.levels) or _NUMBER.search(entry.number)
    return None if regular and by_title is not PersonnelType.TEACHER else by_title


def position_type_of(entry: Entry) -> PositionType:
    """By what the list says, then the level, the title, and the fourth part of the number."""
    if entry.position_type is not None:
        return entry.position_type
    levels = set(entry.levels)
    fitting = [kind for kind, known in LEVELS_OF.items() if levels and levels & set(known)]
    if len(fitting) == 1:
        return fitting[0]
    if kind := _type_by(entry.title):
        return kind
    number = _NUMBER.search(entry.number)
    return _KIND_OF_DIGIT[number["kind"]] if number else PositionType.NONE


def _type_by(title: str) -> PositionType | None:
    return next((kind for pattern, kind in _TYPE_BY_TITLE if pattern.search(title)), None)
