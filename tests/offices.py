"""Offices of every shape: as records of the tables, and as an officer would make them through the services."""

from __future__ import annotations

from datetime import UTC, date, datetime

import sqlalchemy as sa
from hypothesis import strategies as st

from drafts import drafts
from hrdesk.domain.office import Course, Law, Organization, OrgUnit, PositionLine, TargetGroup
from hrdesk.domain.staff import PersonRecord, PositionRecord
from hrdesk.domain.terms import LEVELS_OF, Level, OrganizationKind, PersonnelType, PositionType
from hrdesk.models.base import MomentType, MoneyType
from hrdesk.models.tables import METADATA
from hrdesk.services.office_workbook.layout import DERIVED, LAYOUT
from hrdesk.services.office_workbook.records import Record, SheetRecords
from hrdesk.thai.text import clean

ODD = [
    "=1+1", "+66 2", "-5", "@SUM(A1)", "'quoted", " ข้าง ๆ  ", "\n", "สอง\nบรรทัด\r\n", "(ต่อ)", "ใช่", "00123", "1/2/2567",
    "#N/A", "TRUE", "_x0041_", "_x005F_x0041_", "\\u{41}", "\x00\x07\t\x85\u2028\ufeff\ufffe", "ํา น้ํา กำ", "😀" * 300,
    "ยาว\n" * 300, "1E5",
]  # fmt: skip
TEXT = st.sampled_from(ODD) | st.text(max_size=12)
NAME = TEXT.filter(clean)
WHOLE = st.integers(-(2**63), 2**63 - 1) | st.integers(0, 9999)
PERSONNEL = st.sampled_from(list(PersonnelType))


@st.composite
def national_ids(draw):
    digits = draw(st.text("0123456789", min_size=12, max_size=12))
    weighted = sum(int(digit) * weight for digit, weight in zip(digits, range(13, 1, -1), strict=True))
    return digits + str((11 - weighted % 11) % 10)


def values(column):
    """What a column of the database may hold, whoever wrote it there."""
    match column.type:
        case sa.Enum():
            found = st.sampled_from(list(column.type.enum_class))
        case MoneyType() | sa.Integer():
            found = WHOLE
        case MomentType():
            found = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC))
        case sa.Date():
            found = st.dates() | st.sampled_from([date(1900, 2, 28), date(1900, 3, 1), date(2400, 1, 1)])
        case sa.LargeBinary():
            found = st.binary(max_size=200)
        case sa.Boolean():
            found = st.booleans()
        case _:
            found = national_ids() if column.name == "national_id" else TEXT
    return st.none() | found if column.nullable else found


@st.composite
def office_records(draw):
    """Rows of every table, at random but for what refers to other rows."""
    names = {layout.table_name for layout in LAYOUT}
    ids: dict[str, list[int]] = {}
    found = {}
    for table in METADATA.sorted_tables:
        if table.name not in names:
            continue
        ids[table.name] = []
        rows = []
        for _ in range(1 if table.name == "organization" else draw(st.integers(0, 3))):
            row = {c.name: draw(_one(c, ids)) for c in table.c if c.name not in DERIVED.get(table.name, ())}
            if table.name == "staff" and row["left_on"]:
                row["position_id"] = None
            if _fits(table, row, rows):
                rows.append(row)
                ids[table.name] += [row["id"]] if "id" in row else []
        found[table.name] = SheetRecords({}, tuple(Record(0, row) for row in rows))
    return found


def _one(column, ids):
    for key in column.foreign_keys:
        known = st.sampled_from(ids[key.column.table.name]) if ids[key.column.table.name] else st.nothing()
        return st.none() | known if column.nullable else known | st.just(None)
    return values(column)


def _fits(table, row, rows):
    """Whether the database would take the row after the others."""
    single = [tuple(column.name for column in table.primary_key)]
    single += [tuple(c.name for c in rule.columns) for rule in table.constraints if isinstance(rule, sa.UniqueConstraint)]
    return all(row[c.name] is not None or c.nullable for c in table.c if c.name in row) and not any(
        other[group[0]] is not None and [row[c] for c in group] == [other[c] for c in group]
        for other in rows
        for group in single
    )


DAY = st.dates(date(1950, 1, 1), date(2010, 12, 31))
LATER = st.dates(date(2011, 1, 1), date(2030, 12, 31))
PERSON = st.fixed_dictionaries(
    {
        "title": TEXT,
        "first_name": NAME,
        "last_name": NAME,
        "birth_date": st.none() | DAY,
        "personnel_type": PERSONNEL,
        "start_date": st.none() | LATER,
        "education": TEXT,
        "note": TEXT,
    }
)


def fill(services, data):
    """An officer's years in an empty office, told by `data` of hypothesis."""
    draw = data.draw
    register, curriculum = services.register, services.curriculum
    texts = {name: draw(TEXT) for name in ("district", "province", "subdistrict", "head_name", "chief_name", "street", "postcode", "phone", "email")}
    register.save_organization(Organization(draw(st.sampled_from(list(OrganizationKind))), draw(NAME), **texts))
    units = [None]
    for _ in range(draw(st.integers(0, 3))):
        units.append(register.save_unit(OrgUnit(0, draw(NAME), draw(st.sampled_from(units))))[0])
    known = {line.name for line in register.lines()}
    own = draw(NAME.filter(lambda name: clean(name) not in known))
    register.save_line(PositionLine(0, own, draw(PERSONNEL), draw(st.sampled_from(list(PositionType)))))
    law, _ = curriculum.save_law(Law(0, draw(NAME)), draw(TEXT))
    curriculum.save_course(Course(0, draw(st.integers(1, 5)), draw(NAME), law))
    sets = draw(st.frozensets(PERSONNEL)), draw(st.frozensets(st.sampled_from(list(PositionType))))
    curriculum.save_target(TargetGroup(0, draw(NAME), *sets))
    posts = [_post(register, draw, units) for _ in range(draw(st.integers(0, 4)))]
    ids = iter(draw(st.lists(national_ids(), min_size=5, max_size=5, unique=True)))
    for post in (*posts, None):
        if draw(st.booleans()):  # else the post stays vacant
            national_id = next(ids) if draw(st.booleans()) else ""
            person = PersonRecord(0, **draw(PERSON), national_id=national_id, position_id=post)
            staff_id, _ = register.save_person(person)
            if draw(st.booleans()):
                register.retire(staff_id, date(2031, 1, 1), draw(TEXT))
    catalogue = curriculum.catalogue()
    for draft in draw(st.lists(drafts(catalogue), max_size=3)):
        services.planning.save(draft)


def _post(register, draw, units):
    line = draw(st.sampled_from(register.lines()))
    level = draw(st.sampled_from((Level.NONE, *LEVELS_OF[line.position_type])))
    return register.save_position(
        PositionRecord(0, draw(TEXT), draw(NAME), line.id, level, draw(st.sampled_from(units)))
    )[0]
