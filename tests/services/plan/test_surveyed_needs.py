"""Surveyed needs of a fiscal year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import Workbook

from hrdesk.domain.plan_terms import NeedSource
from hrdesk.domain.survey import (
    NeedsSurvey,
    SurveyCount,
    SurveyedNeed,
    counts_by_type,
    counts_by_unit,
    heads_of,
    needs_of,
    percent_of,
    ranked_topics,
)
from hrdesk.domain.terms import PersonnelType
from hrdesk.errors import UserError
from hrdesk.services import Services
from hrdesk.services.area import InvalidRecord

YEAR = 2567


@pytest.fixture
def services(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        yield services


def test_a_survey_is_kept_by_its_year(services):
    survey = NeedsSurvey(YEAR, date(2023, 7, 1), date(2023, 7, 31), 80, 72, "ต้องการด้านดิจิทัล")
    services.needs.save_survey(survey)
    assert services.needs.survey(YEAR) == survey
    assert survey.percent_returned == 90.0
    assert services.needs.survey(YEAR + 1) == NeedsSurvey(YEAR + 1)
    with pytest.raises(InvalidRecord, match="มากกว่า"):
        services.needs.save_survey(NeedsSurvey(YEAR, sent=1, returned=2))
    with pytest.raises(InvalidRecord, match="ก่อนวันเริ่ม"):
        services.needs.save_survey(NeedsSurvey(YEAR, date(2023, 7, 2), date(2023, 7, 1)))


def test_a_pasted_block_finds_units_and_courses_and_tells_what_it_refuses(services):
    unit = services.register.office().units[0]
    course = services.curriculum.catalogue().courses[0]
    text = f"{course.title}\t๑๒ คน\t{unit.name}\nทักษะดิจิทัล\t1,200\n\nไม่มีจำนวน\nผิดหน่วย\t5\tกองที่ไม่มี"
    pasted = services.needs.read_pasted(YEAR, text)
    first, second = pasted.needs
    assert (first.course, first.unit, first.people) == (course.id, unit.id, 12)
    assert (second.topic, second.course, second.unit, second.people) == ("ทักษะดิจิทัล", None, None, 1200)
    assert ["ไม่มีจำนวน" in pasted.refused[0], "กองที่ไม่มี" in pasted.refused[1]] == [True, True]
    services.needs.add_all(pasted.needs)
    assert [need.people for need in services.needs.needs(YEAR)] == [12, 1200]
    assert services.needs.years() == (YEAR,)


def test_a_file_of_either_kind_says_what_a_pasted_block_says(services, tmp_path):
    unit = services.register.office().units[0]
    lines = (("หัวข้อ", "จำนวนคน", "ส่วนราชการ"), ("ทักษะดิจิทัล", 12, unit.name), ("ภาษาอังกฤษ", 7.5, ""), ("การเงิน", 3, ""))
    book = Workbook()
    for line in lines:
        book.active.append(line)
    book.save(tmp_path / "survey.xlsx")
    text = "\n".join(",".join(map(str, line)) for line in lines)
    (tmp_path / "survey.csv").write_text(text, encoding="cp874")
    pasted = services.needs.read_pasted(YEAR, text.replace(",", "\t"))
    assert [(need.topic, need.people, need.unit) for need in pasted.needs] == [
        ("ทักษะดิจิทัล", 12, unit.id),
        ("การเงิน", 3, None),
    ]
    assert len(pasted.refused) == 1, "half a person; the headings are passed over"
    for name in ("survey.xlsx", "survey.csv"):
        assert services.needs.read_file(YEAR, tmp_path / name) == pasted
    (tmp_path / "survey.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(UserError, match="PDF"):
        services.needs.read_file(YEAR, tmp_path / "survey.pdf")


def test_a_topic_is_revised_in_all_units_at_once(services):
    course = services.curriculum.catalogue().courses[0]
    unit = services.register.office().units[0].id
    services.needs.add_all([SurveyedNeed(0, YEAR, "หัวข้อ", 3), SurveyedNeed(0, YEAR, "หัวข้อ", 5, unit=unit)])
    both = services.needs.needs(YEAR)
    with pytest.raises(InvalidRecord, match="หัวข้อ"):
        services.needs.revise(replace(need, topic=" ") for need in both)
    assert services.needs.needs(YEAR) == both
    first, second = both
    services.needs.revise([replace(first, topic=course.title, people=0), replace(second, topic=course.title, people=6)])
    (left,) = services.needs.needs(YEAR)
    assert (left.id, left.topic, left.people, left.course, left.unit) == (second.id, course.title, 6, course.id, unit)
    services.needs.revise([replace(left, people=7)])
    services.needs.revise([replace(first, people=9)])  # deleted in the meantime
    assert services.needs.needs(YEAR) == (replace(left, people=7),)
    services.needs.revise([replace(left, topic="อื่น")])
    assert services.needs.needs(YEAR)[0].course is None, "no longer the course"


def test_needs_are_changed_deleted_and_gaps_replaced(services):
    need_id, _ = services.needs.save(SurveyedNeed(0, YEAR, "ภาษาอังกฤษ", 3))
    services.needs.save(SurveyedNeed(need_id, YEAR, "ภาษาอังกฤษ", 5, note="แก้"))
    gap = SurveyedNeed(0, YEAR, "DLit100", 9)
    services.needs.replace_gaps(YEAR, [gap])
    services.needs.replace_gaps(YEAR, [gap])
    assert [(n.topic, n.people, n.source) for n in services.needs.needs(YEAR)] == [
        ("ภาษาอังกฤษ", 5, NeedSource.SURVEY),
        ("DLit100", 9, NeedSource.GAP),
    ]
    services.needs.delete([need_id], "หัวข้อ")
    assert len(services.needs.needs(YEAR)) == 1
    with pytest.raises(InvalidRecord, match="หัวข้อ"):
        services.needs.save(SurveyedNeed(0, YEAR, " ", 1))


def test_topics_are_ranked_by_people_over_all_units():
    needs = [
        SurveyedNeed(1, YEAR, "ก", 2, unit=1),
        SurveyedNeed(2, YEAR, "ข", 4),
        SurveyedNeed(3, YEAR, " ก ", 3, unit=2, source=NeedSource.SUPERIOR),
    ]
    first, second = ranked_topics(needs)
    assert (first.topic, first.people, first.units, first.sources) == ("ก", 5, 2, (NeedSource.SURVEY, NeedSource.SUPERIOR))
    assert second.people == 4
    assert [need.id for need in needs_of(first, needs)] == [1, 3]


def test_forms_are_counted_by_unit_and_kind_of_personnel(services):
    office = services.register.office()
    heads = heads_of(office)
    tops = {unit.id for unit in office.units if unit.parent is None}
    assert {one.unit for one in heads} <= tops, "forms go out by the units at the top"
    assert sum(one.sent for one in heads) == sum(bool(post.holder) for post in office.positions)
    counts = (*(replace(one, returned=one.sent // 2) for one in heads), SurveyCount(None, PersonnelType.POLITICAL))
    services.needs.save_survey(NeedsSurvey(YEAR, sent=1, returned=1, counts=counts))
    kept = services.needs.survey(YEAR)
    assert kept.counts == counts[:-1], "a row of nothing is not kept"
    assert (kept.sent, kept.returned) == (sum(c.sent for c in kept.counts), sum(c.returned for c in kept.counts))
    assert services.needs.survey(YEAR + 1).counts == ()
    services.needs.save_survey(replace(kept, counts=kept.counts[:1]))
    assert services.needs.survey(YEAR).counts == kept.counts[:1]
    assert services.needs.survey(YEAR).sent == kept.counts[0].sent


def test_no_row_gets_more_forms_back_than_went_out(services):
    rows = (SurveyCount(None, PersonnelType.REGULAR, 5, 5), SurveyCount(None, PersonnelType.TEACHER, 5, 6))
    with pytest.raises(InvalidRecord, match="แถวที่ 2 ได้แบบสำรวจคืน 6 ชุด") as refused:
        services.needs.save_survey(NeedsSurvey(YEAR, counts=rows))
    assert refused.value.problems[0].field == "survey.counts"
    assert services.needs.survey(YEAR) == NeedsSurvey(YEAR)


def test_counts_add_up_either_way():
    rows = (
        SurveyCount(1, PersonnelType.TEACHER, 4, 2), SurveyCount(1, PersonnelType.REGULAR, 6, 6),
        SurveyCount(2, PersonnelType.REGULAR, 10, 3),
    )  # fmt: skip
    assert counts_by_unit(rows) == {1: (10, 8), 2: (10, 3)}
    assert list(counts_by_type(rows).items()) == [(PersonnelType.REGULAR, (16, 9)), (PersonnelType.TEACHER, (4, 2))]
    assert (percent_of(16, 9), percent_of(0, 0)) == (Decimal("56.3"), 0)
