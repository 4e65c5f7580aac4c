"""What is still named is not deleted, and the refusal says where it is named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hrdesk.domain.office import OrgUnit
from hrdesk.domain.survey import NeedsSurvey, SurveyCount, SurveyedNeed
from hrdesk.domain.terms import PersonnelType
from hrdesk.errors import UserError
from hrdesk.models.tables import METADATA
from hrdesk.services import Services
from hrdesk.services.register.uses import USES

YEAR = 2565


@pytest.fixture
def services(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        yield services


@pytest.mark.parametrize("table", USES, ids=lambda table: table.__tablename__)
def test_all_that_the_database_holds_fast_is_named(table):
    """A reference that is not told of would be an error of the program instead of a sentence."""
    restricting = {
        (child.name, key.parent.name)
        for child in METADATA.sorted_tables
        for key in child.foreign_keys
        if key.column.table.name == table.__tablename__ and key.ondelete == "RESTRICT"
    }
    columns = [reference.property.columns[0] for reference, _ in USES[table]]
    assert restricting <= {(column.table.name, column.name) for column in columns}
    assert all(said for _, said in USES[table])
    for column in columns:
        assert table.__tablename__ in {key.column.table.name for key in column.foreign_keys}


def named_by_a_need(services, unit, course):
    return services.needs.save(SurveyedNeed(0, YEAR, "หัวข้อ", 3, course, unit))[0]


def test_a_unit_and_a_course_that_people_asked_for_stay(services):
    unit, _ = services.register.save_unit(OrgUnit(0, "กองใหม่"))
    course, _ = services.curriculum.save_course(replace(services.register.office().catalogue.courses[0], id=0, title="ใหม่"))
    need = named_by_a_need(services, unit, course)
    deletions = (
        (lambda: services.register.delete_unit(unit), "ลบ “กองใหม่” ไม่ได้ เพราะยังใช้อยู่ในความต้องการพัฒนา 1 รายการ"),
        (lambda: services.curriculum.delete_course(course), "ลบ “ใหม่” ไม่ได้ เพราะยังใช้อยู่ในความต้องการพัฒนา 1 รายการ"),
    )
    for deed, said in deletions:
        with pytest.raises(UserError, match=said):
            deed()
    services.needs.delete([need], "หัวข้อ")
    for deed, _ in deletions:
        deed()


def test_a_unit_that_was_surveyed_stays(services):
    unit, _ = services.register.save_unit(OrgUnit(0, "กองใหม่"))
    services.needs.save_survey(NeedsSurvey(YEAR, counts=(SurveyCount(unit, PersonnelType.REGULAR, 3, 2),)))
    with pytest.raises(UserError, match="การสำรวจความต้องการ 1 รายการ"):
        services.register.delete_unit(unit)


def test_a_way_to_evaluate_that_a_schedule_has_stays(services):
    way = replace(services.register.office().catalogue.evaluations[0], id=0, name="วิธีใหม่", short_name="วิธีใหม่")
    evaluation, _ = services.curriculum.save_evaluation(way)
    proposed = services.schedules.propose(1, YEAR)
    entry = replace(proposed.entries[0], evaluations=(evaluation,))
    services.schedules.save(replace(proposed, entries=(entry, *proposed.entries[1:])))
    with pytest.raises(UserError, match="กำหนดการประเมิน 1 รายการ"):
        services.curriculum.delete_evaluation(evaluation)
