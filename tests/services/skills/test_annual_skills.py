"""The guideline's figures of the annual report, computed again with plain SQL and the reference files alone."""

from __future__ import annotations

import sqlite3
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from hrdesk.domain.subject import Subject
from hrdesk.services import Services
from lived_office import lived_office

SKILLS = Path(__file__).parents[3] / "resources" / "reference" / "skills" / "digital-2560"
YEAR, STAGE = 2565, "Early"
LAST = f"{YEAR - 543}-09-30"
RANK = {"agreed": 0, "superior": 1, "self": 2}


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    place = lived_office(tmp_path_factory.mktemp("annual"))
    with sqlite3.connect(place) as office:  # two people were trained elsewhere within the year, one a day too late
        people = [number for (number,) in office.execute("SELECT id FROM staff WHERE left_on IS NULL ORDER BY id LIMIT 3")]
        columns = [row[1] for row in office.execute("PRAGMA table_info(training_record)")]
        for number, (person, day) in enumerate(zip(people, ("2021-10-01", "2022-09-30", "2022-10-01"), strict=True), 1):
            known = {"id": 9000 + number, "staff_id": person, "course": "หลักสูตรอื่น", "ends_on": day, "result": "passed"}
            filled = {name: known.get(name, None if name.endswith(("_on", "_id")) else "") for name in columns}
            kinds = {row[1]: (row[2], row[3]) for row in office.execute("PRAGMA table_info(training_record)")}
            for name, (kind, needed) in kinds.items():
                if name not in known:
                    filled[name] = (0 if "INT" in kind or "BOOL" in kind or "NUM" in kind else "") if needed else None
            marks = ", ".join("?" * len(columns))
            office.execute(f"INSERT INTO training_record VALUES ({marks})", [filled[name] for name in columns])
    return place


def asked_of():
    """By group, the units and the rest of the set of the early stage, which inherits nothing."""
    framework = tomllib.loads((SKILLS / "framework.toml").read_text(encoding="utf-8"))
    roles = tomllib.loads((SKILLS / "roles.toml").read_text(encoding="utf-8"))["role"]
    basics = {each["code"] for kind in ("knowledge", "experience", "trait", "competency") for each in framework[kind] if each.get("basic")}
    criteria = defaultdict(list)
    of_unit = {each["code"]: each["unit"] for each in framework["element"]}
    for each in framework["criterion"]:
        criteria[of_unit[each["element"]]].append(each["code"])
    parts = ("knowledge", "topics", "experience", "competencies")
    sets = {
        role["group"]: (set(role["units"]), basics | {code for part in parts for code in role.get(part, ())})
        for role in roles if role["stage"] == STAGE
    }  # fmt: skip
    return {group["code"]: group["name"] for group in framework["group"]}, sets, criteria


def ledger(path):
    """Each person who worked here at the year's end: unit, groups, and whether developed, planned, holding the units, holding all."""
    names, sets, criteria = asked_of()
    office = sqlite3.connect(path)
    held = {}
    query = (  # the sample takes no judgement back: the last of the year's end is what counted then
        "SELECT staff_id, code, rater, level FROM assessment a WHERE id = (SELECT max(id) FROM assessment b WHERE"
        " b.staff_id = a.staff_id AND b.framework = a.framework AND b.code = a.code AND b.rater = a.rater AND b.assessed_on <= ?)"
    )
    for person, code, _rater, level in sorted(office.execute(query, [LAST]), key=lambda row: -RANK[row[2]]):
        held[person, code] = level  # the word that counts most comes last
    expected = {}
    wanted = (
        "SELECT c.code, e.position_type, e.level, e.expected FROM competency_expectation e"
        " JOIN own_competency c ON c.id = e.competency_id"
    )
    for code, kind, level, least in office.execute(wanted):
        expected.setdefault((kind, level), {})[code] = least
    groups = defaultdict(list)
    for person, group in office.execute("SELECT staff_id, group_code FROM staff_skill_group ORDER BY staff_id, group_code"):
        groups[person].append(group)
    planned = {person for (person,) in office.execute("SELECT staff_id FROM idp WHERE year = ?", [YEAR])}
    first, last = f"{YEAR - 544}-10-01", LAST
    trained = {
        person for (person,) in office.execute(
            "SELECT staff_id FROM training_record WHERE participant_id IS NULL AND result = 'passed'"
            " AND ends_on BETWEEN ? AND ? UNION SELECT p.staff_id FROM participant p JOIN training_class c ON"
            " p.class_id = c.id WHERE p.result = 'passed' AND c.status = 'completed' AND c.ends_on BETWEEN ? AND ?",
            [first, last, first, last],
        )
    }  # fmt: skip
    staff = (
        "SELECT s.id, u.name, l.position_type, p.level FROM staff s LEFT JOIN position p ON p.id = s.position_id LEFT JOIN"
        " position_line l ON l.id = p.line_id LEFT JOIN org_unit u ON u.id = p.unit_id"
        " WHERE (s.left_on IS NULL OR s.left_on > ?) AND (s.start_date IS NULL OR s.start_date <= ?)"
        " AND s.personnel_type <> 'political'"
    )
    rows = []
    for person, unit, kind, level in office.execute(staff, [LAST, LAST]):
        units = {code for group in groups[person] for code in sets[group][0]}
        rest = {code for group in groups[person] for code in sets[group][1]}
        topics = {code for code in rest if "." in code and code.partition(".")[0] in rest}
        own = expected.get((kind, level), {})
        has_units = all(
            all(held.get((person, each)) == 1 for each in criteria.get(code) or [code]) for code in units
        ) and all(held.get((person, code), -1) >= least for code, least in own.items())
        has_rest = all(held.get((person, code)) == 1 for code in rest - topics)
        flags = (person in trained, person in planned, has_units and bool(units or own), has_units and has_rest)
        rows.append((unit, [names[group] for group in groups[person]], flags))
    office.close()
    return rows


def summed(rows):
    return len(rows), *(sum(flags[n] for _unit, _groups, flags in rows) for n in range(4))


def test_the_ledger_knows_who_did_what(path):
    people, developed, planned, units, whole = summed(ledger(path))
    assert people == 50, "one came later"
    assert developed >= 2
    assert 0 < planned < people
    assert 0 < whole < units < people


@pytest.mark.parametrize(("table", "part"), [("ทักษะตามสังกัด", 0), ("ทักษะตามกลุ่ม", 1)])
def test_the_annual_report_says_of_each_unit_and_group_what_the_ledger_says(path, table, part):
    with Services.open(path) as services:
        subject = Subject(plan=services.planning.plans()[0].id, year=YEAR)
        document = services.forms.document("annual-report", subject)
    blocks = [block for section in document.sections for block in section.blocks]
    (found,) = [block for block in blocks if getattr(block, "name", "") == table]
    parts = defaultdict(list)
    for row in ledger(path):
        for name in [row[0]] if part == 0 else row[1]:
            parts[name].append(row)
    printed = {row.cells[1]: row.cells for row in found.rows}
    assert set(printed) == set(parts)
    for name, rows in parts.items():
        people, *counts = summed(rows)
        assert printed[name][2] == people, name
        assert [printed[name][place] for place in (3, 5, 7, 9)] == counts, name
        for place, count in zip((4, 6, 8, 10), counts, strict=True):
            assert float(printed[name][place]) == pytest.approx(100 * count / people, abs=0.00501), name


def test_the_sentences_of_the_report_bear_the_sums(path):
    with Services.open(path) as services:
        subject = Subject(plan=services.planning.plans()[0].id, year=YEAR)
        document = services.forms.document("annual-report", subject)
    runs = [getattr(block, "runs", ()) for section in document.sections for block in section.blocks]
    words = ["".join(run.text for run in each) for each in runs]
    people, *counts = summed(ledger(path))
    starts = ("ได้รับการพัฒนา", "มีแผนพัฒนารายบุคคล", "ผ่านหน่วยความสามารถครบ", "ผ่านครบทั้งชุด")
    for start, count in zip(starts, counts, strict=True):
        (line,) = [text for text in words if text.startswith(start)]
        assert f"{count} คน (ร้อยละ {100 * count / people:.2f})" in line
