"""People and staffing frames that never existed, the same in every run: names are composed from syllables."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import interleave  # noqa: F401 - puts the source tree on the path

from hrdesk.domain.office import Office, Organization, Position, PositionLine
from hrdesk.domain.staff import name_key, number_key
from hrdesk.domain.terms import Level, OrganizationKind, PersonnelType, PositionType
from hrdesk.services import Services
from hrdesk.thai.text import search_key, sort_key

_TITLES = ("นาย", "นาง", "นางสาว", "ว่าที่ร้อยตรี", "จ่าเอก")
_FIRST = (
    *("กาน", "ปิ่น", "ชล", "ธน", "สุ", "วิ", "อร", "พิม", "ณัฐ", "ศิริ", "เกต", "เพ็ญ", "โสภ", "ไพ", "แก้ว"),
    *("บุญ", "ฉัตร", "ภัท", "มณี", "รัต", "จัน", "ดวง", "นิภา", "ทิพ", "สม", "ประ", "กมล", "อำ", "น้ำ", "ฝน"),
)
_LAST_PART = (
    *("ดา", "ชัย", "พร", "วัฒน์", "รัตน์", "ทอง", "มาศ", "พงศ์", "ลักษณ์", "นันท์", "วรรณ", "เดช", "ศรี", "ใจ"),
    *("ฤดี", "จันทร์", "สิทธิ์", "ภรณ์", "เพ็ญ", "กุล", "ธิดา", "แสง", "ไล", "นวล", "ญา", "ไพร", "ทิพย์", "ณี"),
)
_SURNAME = (
    *("ศรี", "วงศ์", "ทอง", "แสง", "บุญ", "คำ", "ใจ", "สุข", "เจริญ", "มั่น", "รักษ์", "พันธุ์", "เรือง", "ปัญญา"),
    *("ไชย", "แก้ว", "ธรรม", "กิตติ", "เกษม", "โพธิ์", "อินทร์", "จิตต์", "หาญ", "ภู่", "ม่วง", "น้อย", "ช่าง", "ยิ่ง"),
)
_SURNAME_END = (
    *("สกุล", "วัฒนา", "เจริญ", "พิทักษ์", "ประเสริฐ", "สมบูรณ์", "ดี", "งาม", "รุ่งเรือง", "มงคล", "วิไล", "ไพศาล"),
    *("อุดม", "เลิศ", "ทรัพย์", "ธานี", "ขจร", "นคร", "ป่าครั่ง", "ดอนแก้ว", "ลำพูน", "เมืองใจ", "สว่าง", "ยืนยง"),
)
UNITS = ("สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา", "กองสาธารณสุขและสิ่งแวดล้อม", "กองสวัสดิการสังคม")
LINES = (
    ("นักทรัพยากรบุคคล", PersonnelType.REGULAR, PositionType.ACADEMIC, Level.PROFESSIONAL),
    ("นักวิเคราะห์นโยบายและแผน", PersonnelType.REGULAR, PositionType.ACADEMIC, Level.PRACTITIONER),
    ("เจ้าพนักงานธุรการ", PersonnelType.REGULAR, PositionType.GENERAL, Level.EXPERIENCED),
    ("เจ้าพนักงานป้องกันและบรรเทาสาธารณภัย", PersonnelType.REGULAR, PositionType.GENERAL, Level.OPERATIONAL),
    ("ผู้ช่วยนักวิชาการสาธารณสุข", PersonnelType.MISSION_QUALIFIED, PositionType.NONE, Level.NONE),
    ("พนักงานขับรถยนต์", PersonnelType.MISSION_SKILLED, PositionType.NONE, Level.NONE),
    ("คนงานประจำรถขยะ", PersonnelType.GENERAL_CONTRACT, PositionType.NONE, Level.NONE),
)
_VACANT_EVERY = 12


@dataclass(frozen=True, slots=True)
class Fictional:
    number: str
    post: str
    line: int  # place in the lines of this office
    level: Level
    personnel_type: PersonnelType
    unit: int  # place in the units
    title: str
    first: str
    last: str
    national_id: str  # checks, yet begins with 9, as no real one does


def people(count: int, seed: int = 2567) -> Iterator[Fictional]:
    dice = random.Random(seed)
    for number in range(count):
        line = dice.randrange(len(LINES))
        name, personnel_type, _, level = LINES[line]
        unit = dice.randrange(len(UNITS))
        first = dice.choice(_FIRST) + dice.choice(_LAST_PART) + dice.choice(("", "", dice.choice(_LAST_PART)))
        last = dice.choice(_SURNAME) + dice.choice(_SURNAME) + dice.choice(_SURNAME_END)
        post_number = f"{unit + 1:02}-2-{line + 1:02}-{3100 + line}-{number + 1:06}"
        yield Fictional(
            post_number, name, line, level, personnel_type, unit, dice.choice(_TITLES), first, last, _national_id(number)
        )


def _national_id(number: int) -> str:
    digits = f"9{number:011}"
    weighted = sum(int(digit) * weight for digit, weight in zip(digits, range(13, 1, -1), strict=True))
    return f"{digits}{(11 - weighted % 11) % 10}"


def office(count: int) -> Office:
    """A staffing frame of `count` posts, every twelfth vacant, without a database."""
    positions = tuple(
        Position(
            place + 1, who.number, who.post, who.post, who.personnel_type, LINES[who.line][2], who.level, UNITS[who.unit],
            "" if place % _VACANT_EVERY == 0 else f"{who.title}{who.first} {who.last}",
        )
        for place, who in enumerate(people(count))
    )  # fmt: skip
    lines = tuple(PositionLine(i, name, kind, group) for i, (name, kind, group, _) in enumerate(LINES, 1))
    organization = Organization(OrganizationKind.SUBDISTRICT, "ดอนสมมุติ", "เมืองสมมุติ", "สมมุติ")
    return Office(organization, lines=lines, positions=positions)


STAFF_COLUMNS = (
    *("id", "title", "first_name", "last_name", "sort_key", "search_key", "national_id"),
    *("personnel_type", "position_id", "education", "note", "left_reason"),
)
INSERT_STAFF = f"INSERT INTO staff ({', '.join(STAFF_COLUMNS)}) VALUES ({', '.join('?' * len(STAFF_COLUMNS))})"


def staff_rows(count: int, *, holding: bool) -> list[tuple[object, ...]]:
    """Rows for INSERT_STAFF; `holding` gives all but every twelfth the post of the same number."""
    return [
        (
            place, who.title, who.first, who.last, name_key(who.first, who.last),
            search_key(f"{who.title}{who.first} {who.last}"), who.national_id, who.personnel_type.value,
            place if holding and place % _VACANT_EVERY else None, "", "", "",
        )
        for place, who in enumerate(people(count), 1)
        if not (holding and place % _VACANT_EVERY == 0)
    ]  # fmt: skip


def staff_database(path: Path, count: int) -> Path:
    """A database of hrdesk with `count` posts and their holders."""
    Services.create(path, OrganizationKind.SUBDISTRICT, "ดอนสมมุติ").close()
    with sqlite3.connect(path) as raw:
        raw.execute("DELETE FROM position_line")
        raw.executemany(
            "INSERT INTO position_line (id, name, personnel_type, position_type, place) VALUES (?, ?, ?, ?, ?)",
            [(i, name, kind.value, group.value, i) for i, (name, kind, group, _) in enumerate(LINES, 1)],
        )
        raw.executemany(
            "INSERT INTO org_unit (id, name, place) VALUES (?, ?, ?)",
            [(i, name, i) for i, name in enumerate(UNITS, 1)],
        )
        raw.executemany(
            "INSERT INTO position (id, number, number_key, title, title_key, search_key, line_id, level, unit_id)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    place, who.number, number_key(who.number), who.post, sort_key(who.post),
                    search_key(f"{who.number} {who.post}"), who.line + 1, who.level.value, who.unit + 1,
                )
                for place, who in enumerate(people(count), 1)
            ],
        )  # fmt: skip
        raw.executemany(INSERT_STAFF, staff_rows(count, holding=True))
    raw.close()
    return path
