"""Training that was passed speaks for what its course serves."""

from __future__ import annotations

from datetime import date

from sqlalchemy import insert, update

from hrdesk.domain.terms import Level, MethodKind, PersonnelType, PositionType
from hrdesk.domain.training_terms import ClassStatus, Result, YearProjectStatus
from hrdesk.models.history import TrainingRecord
from hrdesk.models.training import Participant, TrainingClass
from hrdesk.models.year_project import YearProject
from hrdesk.services.training.developed import developed
from skill_office import FRAMEWORK, first

KEY = (FRAMEWORK, "DLit100")


def hold_class(services, person, course, status=ClassStatus.COMPLETED):
    texts = ("title", "outside_reason", "status_reason", "responsible", "venue", "memo_number", "problems", "suggestions")
    project = dict.fromkeys(texts, "") | {
        "id": 1, "year": 2568, "place": 1, "title": "โครงการดิจิทัล", "status": YearProjectStatus.RUNNING, "people": 1,
        "lecture": 0, "other": 0,
    }  # fmt: skip
    held = dict.fromkeys(("title", "status_reason", "venue", "letter_number", "note"), "") | {
        "id": 1, "year_project_id": 1, "number": 2, "course_id": course, "status": status, "attendance_percent": 80,
        "starts_on": date(2025, 1, 6), "ends_on": date(2025, 1, 7), "lecture": 0, "other": 0,
    }  # fmt: skip
    who = dict.fromkeys(("position", "unit", "bureau", "order_number", "certificate_number", "note"), "") | {
        "id": 1, "class_id": 1, "staff_id": person, "level": Level.NONE, "personnel_type": PersonnelType.REGULAR,
        "position_type": PositionType.NONE, "result": Result.PASSED,
    }  # fmt: skip
    with services.database.begin() as session:
        for table, row in ((YearProject, project), (TrainingClass, held), (Participant, who)):
            session.execute(insert(table), [row])


def test_a_class_passed_is_evidence_for_the_units_of_its_course(services):
    person, course = first(services, "Others").person.id, services.curriculum.catalogue().courses[2]
    services.skills.save_course_units(course.id, [KEY])
    hold_class(services, person, course.id)
    (found,) = services.skills.evidence(person, KEY)
    assert found.text == f"{course.title}: โครงการดิจิทัล รุ่นที่ 2 (7 ม.ค. 2568)"
    assert services.skills.overview().trained == {person: frozenset({KEY})}
    assert services.skills.evidence(person, (FRAMEWORK, "DG100")) == ()
    with services.database.begin() as session:
        assert set(developed(session, 2568, date(2025, 9, 30))) == {person}
        assert developed(session, 2569, date(2026, 9, 30)) == {}
        session.execute(update(Participant).values(result=Result.FAILED))
    assert services.skills.evidence(person, KEY) == (), "a mended result mends it"


def test_a_class_that_is_not_over_is_none(services):
    person, course = first(services, "Others").person.id, services.curriculum.catalogue().courses[2]
    services.skills.save_course_units(course.id, [KEY])
    hold_class(services, person, course.id, ClassStatus.RUNNING)
    assert services.skills.evidence(person, KEY) == ()
    assert not services.skills.overview().trained


def test_training_elsewhere_counts_by_the_very_title_of_a_course(services):
    person, course = first(services, "Others").person.id, services.curriculum.catalogue().courses[2]
    services.skills.save_course_units(course.id, [KEY])
    texts = ("project", "class_number", "organizer", "venue", "country", "fund", "degree", "objective", "letter_number",
             "order_number", "certificate_number", "position", "unit", "note")  # fmt: skip
    row = dict.fromkeys(texts, "") | {
        "id": 1, "staff_id": person, "kind": MethodKind.TRAINING, "course": course.title, "organizer": "สถาบันพัฒนา",
        "ends_on": date(2025, 3, 1), "result": Result.PASSED,
    }  # fmt: skip
    with services.database.begin() as session:
        session.execute(insert(TrainingRecord), [row])
    (found,) = services.skills.evidence(person, KEY)
    assert found.text == f"{course.title}: สถาบันพัฒนา (1 มี.ค. 2568)"
    assert services.skills.overview(staff=[person]).trained == {person: frozenset({KEY})}
    with services.database.begin() as session:
        assert set(developed(session, 2568, date(2025, 9, 30))) == {person}
        session.execute(update(TrainingRecord).values(course="หลักสูตรอื่น"))
    assert services.skills.evidence(person, KEY) == ()
