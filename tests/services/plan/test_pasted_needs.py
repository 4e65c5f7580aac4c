"""Needs as offices hand them in: pasted, in a file, in any digits; what cannot be read is told, never stored half."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrdesk.domain.plan_terms import NeedSource
from hrdesk.domain.survey import SurveyedNeed
from hrdesk.services import InvalidRecord, Services
from services.sheets import files

YEAR = 2567


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    with Services.create_sample(tmp_path_factory.mktemp("needs") / "office.db") as services:
        yield services


@pytest.fixture
def needs(office):
    for need in office.needs.needs(YEAR):
        office.needs.delete([need.id], need.topic)
    return office.needs


def read(needs, *lines):
    pasted = needs.read_pasted(YEAR, "\n".join(lines))
    return [(one.topic, one.people, one.unit is not None) for one in pasted.needs], list(pasted.refused)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Excel\t12", 12), ("Excel\t๑๒", 12), ("Excel\t12 คน", 12), ("Excel\t1,200", 1200), ("Excel\t๑,๒๐๐ คน", 1200), (" Excel \t 12 ", 12),
        ("Excel\t0", 0), ("Excel\t012", 12), ("Excel\t12\t", 12), ("Excel\t12\t\tหมายเหตุ", 12), ("Excel\u200b\t12", 12),
    ],
)  # fmt: skip
def test_a_topic_and_how_many_ask_for_it(needs, line, people):
    assert read(needs, line) == ([("Excel", people, False)], [])


@pytest.mark.parametrize(
    "line",
    ["Excel", "Excel\t", "Excel\tหลายคน", "Excel\t-1", "Excel\t1.5", "Excel\t12/40", "\t12", "Excel\t½", "Excel\t²", "Excel\t" + "9" * 25, "Excel\t1000000"],
)
def test_a_line_without_either_is_refused_in_its_own_words(needs, line):
    found, refused = read(needs, line, "Word\t3")
    assert found == [("Word", 3, False)]
    assert refused == [f"{' '.join(line.split())}: ต้องมีหัวข้อในคอลัมน์แรก และจำนวนคนในคอลัมน์ที่สอง"]


def test_a_topic_of_two_lines_in_its_cell_is_one_topic(needs):
    assert read(needs, '"การใช้ Excel\nขั้นสูง"\t5', "Word\t3") == ([("การใช้ Excel ขั้นสูง", 5, False), ("Word", 3, False)], [])


def test_whatever_was_read_can_be_stored(needs):
    pasted = needs.read_pasted(YEAR, "Excel\t999,999\nWord\t" + "9" * 30)
    needs.add_all(pasted.needs)
    assert [(one.topic, one.people) for one in needs.needs(YEAR)] == [("Excel", 999_999)]


def test_a_unit_is_known_by_its_name_in_any_spacing(office, needs):
    unit = office.register.office().units[0]
    pasted = needs.read_pasted(YEAR, f"Excel\t3\t {unit.name}  \nWord\t2\tกองที่ไม่มี")
    assert [one.unit for one in pasted.needs] == [unit.id]
    assert pasted.refused == ("Word 2 กองที่ไม่มี: ไม่พบส่วนราชการ “กองที่ไม่มี”",)


def test_a_course_of_the_catalogue_is_known_by_its_title(office, needs):
    course = office.curriculum.catalogue().courses[3]
    pasted = needs.read_pasted(YEAR, f"{course.title.replace(' ', '  ')}\t3\nอื่น ๆ\t1")
    assert [one.course for one in pasted.needs] == [course.id, None]


@pytest.mark.parametrize("heading", ["หัวข้อ\tจำนวน", "หัวข้อ\tจำนวนคน\tส่วนราชการ", "\tจำนวน (คน)"])
def test_a_heading_is_passed_over_where_it_comes_first(needs, heading):
    assert read(needs, heading, "Excel\t3") == ([("Excel", 3, False)], [])
    found, refused = read(needs, "Excel\t3", heading)
    assert (found, len(refused)) == ([("Excel", 3, False)], 1)


def test_empty_lines_are_nothing(needs):
    assert read(needs, "", "\t\t", "  ", "Excel\t3", "\u200b\t") == ([("Excel", 3, False)], [])


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_file_says_the_same_as_what_is_pasted(needs, tmp_path, ending):
    rows = [["หัวข้อ", "จำนวน", "ส่วนราชการ"], ["Excel", 12.0, ""], ["Word", "๓ คน", ""], ["", "", ""], ["PowerPoint", "มาก", ""]]
    path = tmp_path / f"สำรวจ.{ending}"
    if ending == "xlsx":
        path.write_bytes(files.xlsx(rows))
    else:
        path.write_text("\n".join(",".join("12" if cell == 12.0 else str(cell) for cell in row) for row in rows), encoding="utf-8")
    found = needs.read_file(YEAR, path)
    assert [(one.topic, one.people) for one in found.needs] == [("Excel", 12), ("Word", 3)]
    assert [line.split(":")[0] for line in found.refused] == ["PowerPoint มาก"]
    assert needs.needs(YEAR) == (), "nothing is stored yet"


def test_gaps_taken_over_again_replace_gaps_alone(needs):
    needs.save(SurveyedNeed(0, YEAR, "Excel", 5))
    needs.save(SurveyedNeed(0, YEAR, "ปลัดเสนอ", 1, source=NeedSource.SUPERIOR))
    needs.replace_gaps(YEAR, [SurveyedNeed(0, 1, "DLit100", 7), SurveyedNeed(0, 1, "DLit200", 6)])
    needs.replace_gaps(YEAR, [SurveyedNeed(0, 1, "DLit300", 2)])
    assert [(one.topic, one.source, one.year) for one in needs.needs(YEAR)] == [
        ("Excel", NeedSource.SURVEY, YEAR), ("ปลัดเสนอ", NeedSource.SUPERIOR, YEAR), ("DLit300", NeedSource.GAP, YEAR),
    ]  # fmt: skip


def test_what_nobody_asks_for_any_more_goes(needs):
    ids = [needs.save(SurveyedNeed(0, YEAR, topic, 3))[0] for topic in ("ก", "ข", "ค")]
    first, second, third = needs.needs(YEAR)
    needs.revise([replace(first, people=0), replace(second, topic=" ข  ใหม่ ", people=9), replace(third, id=99_999)])
    assert [(one.id, one.topic, one.people) for one in needs.needs(YEAR)] == [(ids[1], "ข ใหม่", 9), (ids[2], "ค", 3)]


def test_a_need_without_a_topic_changes_nothing(needs):
    needs.save(SurveyedNeed(0, YEAR, "ก", 3))
    (one,) = before = needs.needs(YEAR)
    for change in (lambda: needs.save(SurveyedNeed(0, YEAR, " \u200b", 3)), lambda: needs.revise([replace(one, topic="")])):
        with pytest.raises(InvalidRecord, match="หัวข้อ"):
            change()
    assert needs.needs(YEAR) == before


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="กข \t\n12๓,.-คน\u200b\r", max_size=60))
def test_every_line_with_something_in_it_is_read_or_refused(needs, text):
    pasted = needs.read_pasted(YEAR, text)
    spoken = [line for line in text.splitlines() if any(sign not in " \t\u200b" for sign in line)]
    assert len(pasted.needs) + len(pasted.refused) == len(spoken)
    assert all(one.topic and 0 <= one.people <= 999_999 for one in pasted.needs)
