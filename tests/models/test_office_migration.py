"""Schema 10: laws that named their successor in words now refer to it, in the tables and in announced editions."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from hrdesk.models.database import Database

SAMPLE = Path(__file__).parent / "samples" / "schema0008.sql"
OLD, NEW, MISSING = "พระราชบัญญัติภาษีบำรุงท้องที่ พ.ศ. 2508", "พระราชบัญญัติภาษีที่ดิน พ.ศ. 2562", "ระเบียบพัสดุ พ.ศ. 2560"


def edition(laws):
    return json.dumps({"office": {"catalogue": {"laws": laws}}, "draft": {"title": "แผน"}}, ensure_ascii=False)


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "old.db"
    with sqlite3.connect(path) as raw:
        raw.executescript(SAMPLE.read_text(encoding="utf-8"))
        raw.execute("UPDATE course SET law_id = NULL")
        raw.execute("DELETE FROM law")
        raw.executemany(
            "INSERT INTO law (id, title, replaced_by, place) VALUES (?, ?, ?, ?)",
            [(5, OLD, NEW, 0), (7, NEW, "", 1), (9, "ระเบียบพัสดุ พ.ศ. 2535", MISSING, 2), (11, "ซ้ำ", "ซ้ำ", 3)],
        )
        laws = [
            {"id": 5, "title": OLD, "replaced_by": NEW},
            {"id": 7, "title": NEW, "replaced_by": ""},
            {"id": 9, "title": "ระเบียบพัสดุ พ.ศ. 2535", "replaced_by": MISSING},
        ]
        raw.execute("UPDATE plan_edition SET content = ?", (edition(laws),))
        raw.execute("UPDATE signatory SET name = 'นางสาวสมใจ รักงาน', position = 'ผู้อำนวยการกองคลัง', place = 3")
    raw.close()
    return path


def rows(path, query):
    Database.open(path).close()
    with sqlite3.connect(path) as raw:
        found = raw.execute(query).fetchall()
    raw.close()
    return found


def test_a_law_refers_to_the_one_that_took_its_place(path):
    laws = rows(path, "SELECT title, replaced_by_id FROM law ORDER BY place")
    ids = dict(rows(path, "SELECT title, id FROM law"))
    assert laws[:4] == [(OLD, 7), (NEW, None), ("ระเบียบพัสดุ พ.ศ. 2535", ids[MISSING]), ("ซ้ำ", None)]
    assert laws[4:] == [(MISSING, None)], "a successor that was in no list is one now"
    assert (ids[OLD], ids[NEW]) == (5, 7), "what was there keeps its id"


def test_an_announced_edition_is_read_with_the_laws_of_its_day(path):
    ((content,),) = rows(path, "SELECT content FROM plan_edition")
    whole = json.loads(content)
    laws = {law["id"]: (law["title"], law["replaced_by"]) for law in whole["office"]["catalogue"]["laws"]}
    assert laws[5] == (OLD, 7)
    assert laws[7] == (NEW, None)
    assert laws[laws[9][1]] == (MISSING, None)
    assert whole["draft"] == {"title": "แผน"}


def test_an_edition_that_is_no_json_stays_as_it_is(path):
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE plan_edition SET content = 'ข้อความ'")
    raw.close()
    assert rows(path, "SELECT content FROM plan_edition") == [("ข้อความ",)]


def test_who_signed_for_a_unit_is_its_head_and_the_office_has_no_telephone_yet(path):
    (signatory,) = rows(path, "SELECT role, unit_id, staff_id, name, position, capacity, signs, place FROM signatory")
    assert signatory == ("unit-head", 1, None, "นางสาวสมใจ รักงาน", "ผู้อำนวยการกองคลัง", "own", 1, 3)
    assert rows(path, "SELECT street, postcode, phone, email FROM organization") == [("", "", "", "")]
    assert set(rows(path, "SELECT value FROM province_column")) == {("",)}
