"""The search in memory finds what a scan of the file finds, whatever was written in between."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrdesk.domain.staff import PersonRecord
from hrdesk.services import Services
from hrdesk.services.register import staff_list as listing
from hrdesk.services.register.name_index import NameIndex
from hrdesk.services.register.staff_list import staff_page
from hrdesk.services.values import StaffQuery

KANDA = PersonRecord(0, "นางสาว", "กานดา", "ใจดี", "1103702071811")


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The sample office; tests that use it only read."""
    with Services.create_sample(tmp_path_factory.mktemp("names") / "office.db") as services:
        services.register.save_person(KANDA)
        leaver = services.register.staff_page(StaffQuery(vacant=False)).rows[0].staff_id
        services.register.retire(leaver, date(2024, 10, 1), "เกษียณ")
        yield services


@pytest.fixture
def services(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        yield services


def names(services, text, **query):
    return [row.name for row in services.register.staff_page(StaffQuery(text=text, **query)).rows]


queries = st.builds(
    StaffQuery,
    text=st.sampled_from(("น", "นา", "นักวิชาการ", "001", "18-2-01", "กานดา", "ดา ใจ", "๓๑๐๒", "%", "_", "ไม่มี", "/", "\n",
        "1103", "110370207", "๑-๑๐๓๗", "0001", "100", "1811", "1037-0")),
    vacant=st.sampled_from((None, True, False)),
    unit=st.sampled_from((None, 1, 2)),
    sort=st.sampled_from(("name", "number", "title", "unit")),
    descending=st.booleans(),
    offset=st.sampled_from((0, 3)),
    limit=st.sampled_from((5, 200)),
    left=st.booleans(),
)


@pytest.mark.parametrize("few", [0, 2000])
def test_the_index_finds_what_a_scan_finds(sample, few, monkeypatch):
    monkeypatch.setattr(listing, "FEW", few)  # above it the rows are met on the way through an index

    @settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(query=queries)
    def check(query):
        with sample.database.read() as session:
            scanned = staff_page(session.connection(), query)
        assert sample.register.staff_page(query) == scanned

    check()


def test_a_search_for_letters_inside_a_name_finds_whole_rows_once(services):
    services.register.save_person(replace(KANDA, first_name="นานานา", last_name="นา"))
    found = services.register.staff_page(StaffQuery(text="นานา"))
    assert [row.name for row in found.rows] == ["นางสาวนานานา นา"]
    assert found.total == 1


def test_what_is_changed_is_found_and_what_was_is_not(services):
    assert names(services, "กานดา") == []
    number, _ = services.register.save_person(KANDA)
    assert names(services, "กานดา") == ["นางสาวกานดา ใจดี"]
    services.register.save_person(replace(KANDA, id=number, last_name="มีสุข"))
    assert names(services, "ใจดี") == []
    assert names(services, "กานดา มีสุข") == ["นางสาวกานดา มีสุข"]
    services.register.retire(number, date(2025, 10, 1), "ลาออก")
    assert names(services, "กานดา") == []
    assert names(services, "กานดา", left=True) == ["นางสาวกานดา มีสุข"]
    services.register.take_back(number)
    assert names(services, "กานดา") == ["นางสาวกานดา มีสุข"]


def test_a_restored_office_is_searched_as_it_was(services):
    backup = services.backup.make().backup
    services.register.save_person(KANDA)
    assert names(services, "กานดา")
    services.backup.restore(backup.path)
    assert names(services, "กานดา") == []


def test_a_change_that_was_not_saved_is_not_found(services):
    services.register.save_person(KANDA)
    assert names(services, "ใจดี")
    with services.database.begin() as session:
        session.connection().exec_driver_sql("UPDATE staff SET search_key = 'หายไป'")
        session.rollback()
    assert names(services, "หายไป") == []
    assert names(services, "กานดา")


@given(st.lists(st.text("กข.", max_size=4), max_size=200), st.text("กข.", min_size=1, max_size=3))
def test_many_and_few_rows_are_found_alike(rows, key):
    """However often a row holds it, and whatever the key means in a pattern."""
    starts = [sum(len(row) + 1 for row in rows[:number]) for number in range(len(rows))]
    index = NameIndex("".join(f"{row}\n" for row in rows), starts, range(len(rows)), range(len(rows)), "")
    assert [index.row(place).staff for place in index.places(key)] == [n for n, row in enumerate(rows) if key in row]
    often = NameIndex(f"{key}{key}\n" * 200, [number * (2 * len(key) + 1) for number in range(200)], range(200), range(200), "")
    assert [often.row(place).staff for place in often.places(key)] == list(range(200))


figures = st.text("12กa .", max_size=6)


@given(st.lists(st.tuples(figures, st.text("12", min_size=13, max_size=13) | st.just("")), max_size=60), st.text("12", min_size=4, max_size=13))
def test_digits_are_found_in_posts_and_in_ids_and_not_across_words(rows, key):
    """As a scan of both finds them: `ครู2 1ก` holds no 21."""
    starts, end = [], 0
    for text, _ in rows:
        starts.append(end)
        end += len(text) + 1
    ids = "".join(number.ljust(14) for _, number in rows)
    index = NameIndex("".join(f"{text}\n" for text, _ in rows), starts, range(len(rows)), range(len(rows)), ids)
    expected = [n for n, (text, number) in enumerate(rows) if key in text or key in number]
    assert [index.row(place).staff for place in index.places(key)] == expected


def test_a_post_is_found_by_its_number_among_many(services):
    """Of rows with and without figures, letters and latin beside them, by any part of the number."""
    post = services.register.staff_page(StaffQuery(vacant=True, sort="number")).rows[0]
    unbroken = post.number.replace("-", "")
    for start in range(len(unbroken) - 4):
        part = unbroken[start : start + 5]
        found = services.register.staff_page(StaffQuery(text=part)).rows
        assert post in found
        assert all(part in row.number.replace("-", "") or row.staff_id for row in found)
