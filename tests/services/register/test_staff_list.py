"""The register's pages: order, search and filters, on the sample office and on a very large one."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import insert, text

from hrdesk.domain.office import OrgUnit
from hrdesk.domain.staff import PersonRecord, name_key, number_key
from hrdesk.domain.terms import Level, OrganizationKind, PersonnelType, PositionType
from hrdesk.models.organization import Position
from hrdesk.models.staff import Staff
from hrdesk.services import Services
from hrdesk.services.register.office_rows import write_person
from hrdesk.services.register.service import StaffQuery
from hrdesk.services.register.staff_list import streams
from hrdesk.thai.numbers import thai_digits
from hrdesk.thai.text import search_key, sort_key

PEOPLE = 20_000
PAGE = 2000
SYLLABLES = ("กา", "มา", "เก่ง", "แก้ว", "ไพ", "โร", "จน์", "สม", "หญิง", "เพชร", "ศรี", "ใจ", "ดี", "วงศ์", "ทอง", "ฤทธิ์")
KANDA = PersonRecord(0, "นางสาว", "กานดา", "ใจดี", "1103702071811")


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """20,000 posts, of which every tenth is vacant, and 2,000 people without a post."""
    chance = random.Random(1)

    def name():
        return "".join(chance.choices(SYLLABLES, k=chance.randint(1, 3)))

    with Services.create(tmp_path_factory.mktemp("large") / "office.db", OrganizationKind.CITY, "ใหญ่") as services:
        columns = [column.key for column in Staff.__table__.columns if column.key != "id"]
        posts, people = [], []
        for number in range(1, PEOPLE + 1):
            code = f"{chance.randint(1, 99)}-{number}"
            posts.append({
                "id": number, "number": code, "number_key": number_key(code), "title": "ครู",
                "title_key": sort_key("ครู"), "search_key": search_key(code + "ครู"), "line_id": 1,
                "level": Level.NONE, "unit_id": None,
            })  # fmt: skip
            row = Staff()
            write_person(row, replace(KANDA, national_id="", first_name=name(), last_name=name(),
                                      position_id=number if number % 10 else None))  # fmt: skip
            people.append({key: getattr(row, key) for key in columns})
        with services.database.begin() as session:
            session.execute(insert(Position), posts)
            session.execute(insert(Staff), people)
        yield services


def pages(services, query):
    offset, total = 0, 1
    while offset < total:
        page = services.register.staff_page(replace(query, offset=offset))
        yield from page.rows
        offset, total = offset + PAGE, page.total


def order_of(row):
    first, last = row.name.removeprefix("นางสาว").split(" ")
    return name_key(first, last)


@pytest.mark.parametrize("descending", [False, True])
def test_twenty_thousand_names_come_in_dictionary_order(large, descending):
    rows = list(pages(large, StaffQuery(descending=descending, limit=PAGE)))
    people = [row for row in rows if not row.is_vacant]
    assert len(people) == PEOPLE
    assert len(rows) == PEOPLE + PEOPLE // 10
    keys = [order_of(row) for row in people]
    assert keys == sorted(keys, reverse=descending)
    assert rows[: len(people)] == people, "vacant posts come after the people"
    assert len({(row.position_id, row.staff_id) for row in rows}) == len(rows)


def test_twenty_thousand_numbers_come_in_order(large):
    rows = list(pages(large, StaffQuery(sort="number", limit=PAGE)))
    posts = [row for row in rows if row.position_id]
    assert len(posts) == PEOPLE
    assert [number_key(row.number) for row in posts] == sorted(number_key(row.number) for row in posts)
    assert rows[: len(posts)] == posts
    assert all(not row.number and row.name for row in rows[len(posts) :])


def test_a_page_may_begin_among_people_and_end_among_vacant_posts(large):
    page = large.register.staff_page(StaffQuery(offset=PEOPLE - 3, limit=8))
    assert [row.is_vacant for row in page.rows] == [False] * 3 + [True] * 5
    singly = [large.register.staff_page(StaffQuery(offset=PEOPLE - 3 + i, limit=1)) for i in range(8)]
    assert page.rows == tuple(one.rows[0] for one in singly)
    assert {page.total, *(one.total for one in singly)} == {PEOPLE + PEOPLE // 10}
    assert large.register.staff_page(StaffQuery(offset=page.total)).rows == ()


@pytest.mark.parametrize("sort", ["name", "number", "title"])
def test_a_page_of_the_large_office_is_read_off_an_index(large, sort):
    """No step of the plan sorts the list, so that a page costs its rows."""
    sql = f"EXPLAIN QUERY PLAN {streams(StaffQuery(sort=sort))[0].rows(())} LIMIT {PAGE}"
    with large.database.read() as session:
        plan = [row[3] for row in session.execute(text(sql))]
    assert not [step for step in plan if "TEMP B-TREE" in step], plan
    assert re.search("USING (COVERING )?INDEX ix_", plan[0]), plan


@pytest.fixture
def services(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        yield services


@pytest.fixture
def register(services):
    return services.register


def found(register, **query):
    page = register.staff_page(StaffQuery(**query))
    assert page.total == len(page.rows)
    return page.rows


def test_one_row_for_each_post_and_each_person_without(register):
    everything = found(register)
    positions = {position.id: position for position in register.office().positions}
    assert {row.position_id for row in everything} == set(positions)
    for row in everything:
        position = positions[row.position_id]
        assert (row.number, row.position_title, row.line) == (position.number, position.title, position.line)
        assert (row.level, row.unit, row.name) == (position.level, position.unit, position.holder)
        assert row.is_vacant == (position.holder == "")
    register.save_person(KANDA)
    (added,) = set(found(register)) - set(everything)
    assert (added.name, added.position_id, added.unit, added.is_vacant) == ("นางสาวกานดา ใจดี", None, "", False)
    assert found(register, sort="unit")[-1] == added


def test_search_takes_either_digits_and_any_spaces(register):
    register.save_person(KANDA)
    post = next(row for row in found(register, sort="number") if row.number.count("-") == 4)
    for typed in (post.number, thai_digits(post.number), post.number.replace("-", " "), f" {post.number.replace('-', '')}"):
        assert post in found(register, text=typed)
    for typed in ("กานดา ใจดี", "กานดาใจดี", "นางสาวกานดา", "  ดาใจ "):
        assert [row.name for row in found(register, text=typed)] == ["นางสาวกานดา ใจดี"]
    for typed in ("1103702071811", "๑-๑๐๓๗-๐๒๐๗๑-๘๑-๑"):
        assert [row.name for row in found(register, text=typed)] == ["นางสาวกานดา ใจดี"]
    for typed in ("1103702071", "1-1037-020", "๑๑๐๓๗", "02071 81", "1811"):
        assert "นางสาวกานดา ใจดี" in [row.name for row in found(register, text=typed)], "a part of a national ID"
        assert "นางสาวกานดา ใจดี" in [row.name for row in found(register, text=typed, sort="number", vacant=False)]
    for typed in ("811", "8111103", "11037020718111", "1103702071811x"):
        assert "นางสาวกานดา ใจดี" not in [row.name for row in found(register, text=typed)], "too short, or no part of it"
    number = next(row.staff_id for row in found(register) if row.name == "นางสาวกานดา ใจดี")
    register.retire(number, date(2025, 10, 1), "ลาออก")
    assert [row.staff_id for row in found(register, text="110370207", left=True)] == [number]
    assert found(register, text="110370207") == ()
    register.take_back(number)
    assert found(register, text="%") == found(register, text="_") == ()
    assert found(register, text="ผู้ดูแลเด็ก") == tuple(r for r in found(register) if "ผู้ดูแลเด็ก" in r.position_title)


def test_filters(register):
    everything = found(register)
    vacant = found(register, vacant=True)
    assert vacant
    assert set(vacant) == {row for row in everything if row.is_vacant}
    assert set(found(register, vacant=False)) == {row for row in everything if not row.is_vacant}
    for kind in PersonnelType:
        rows = found(register, personnel_type=kind)
        assert set(rows) == {row for row in everything if row.personnel_type is kind}
    lines = {line.name: line for line in register.lines()}
    for kind in PositionType:
        rows = found(register, position_type=kind)
        assert set(rows) == {row for row in everything if lines[row.line].position_type is kind}
    for level in {row.level for row in everything}:
        assert set(found(register, level=level)) == {row for row in everything if row.level is level}
    for name, line in lines.items():
        assert set(found(register, line=line.id)) == {row for row in everything if row.line == name}
    one = next(row for row in everything if row.level is Level.PROFESSIONAL and not row.is_vacant)
    unit = next(unit.id for unit in register.units() if unit.name == one.unit)
    five = {"unit": unit, "personnel_type": one.personnel_type, "level": one.level, "line": lines[one.line].id, "vacant": False}
    assert one in found(register, **five)
    assert not found(register, **five | {"level": Level.SENIOR})


def test_a_unit_includes_those_below(register):
    units = register.units()
    top = next(unit for unit in units if unit.parent is None and any(u.parent == unit.id for u in units))
    inside = {top.id}
    for unit in units:  # parents come before their children
        if unit.parent in inside:
            inside.add(unit.id)
    names = {unit.name for unit in units if unit.id in inside}
    rows = found(register, unit=top.id)
    assert len({row.unit for row in rows}) > 1
    assert set(rows) == {row for row in found(register) if row.unit in names}


def test_sorting_by_unit_follows_the_tree_and_by_title_the_dictionary(register):
    places = {unit.name: place for place, unit in enumerate(register.units())}
    by_unit = [places[row.unit] for row in found(register, sort="unit")]
    assert by_unit == sorted(by_unit)
    titles = [sort_key(row.position_title) for row in found(register, sort="title")]
    assert titles == sorted(titles)
    downwards = [sort_key(row.position_title) for row in found(register, sort="title", descending=True)]
    assert downwards == titles[::-1]


def test_pages_of_any_size_join_without_gap_or_overlap(register):
    register.save_person(KANDA)
    for sort in ("name", "number", "unit"):
        whole = register.staff_page(StaffQuery(sort=sort)).rows
        for limit in (1, 7, 59):
            joined = []
            for offset in range(0, len(whole), limit):
                page = register.staff_page(StaffQuery(sort=sort, offset=offset, limit=limit))
                assert page.total == len(whole)
                joined += page.rows
            assert tuple(joined) == whole
    assert register.staff_page(StaffQuery(offset=500)).rows == ()


def test_those_who_left_are_a_list_of_their_own(register):
    person = next(row for row in found(register) if not row.is_vacant)
    register.retire(person.staff_id, date(2024, 10, 1), "เกษียณ")
    assert [row.staff_id for row in found(register, left=True)] == [person.staff_id]
    assert person.staff_id not in [row.staff_id for row in found(register)]


def test_a_new_unit_stands_with_its_parent(register):
    units = register.units()
    top = next(unit for unit in units if unit.parent is None)
    unit_id, _ = register.save_unit(OrgUnit(0, "งานใหม่", top.id))
    ids = [unit.id for unit in register.units()]
    following = next(unit.id for unit in units[1:] if unit.parent is None)
    assert ids.index(top.id) < ids.index(unit_id) < ids.index(following)
