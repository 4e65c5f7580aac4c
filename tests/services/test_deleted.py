"""Whatever is deleted of the catalogue is brought back to the letter, with all that went along with it."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from hrdesk.domain.course_detail import CourseDetail
from hrdesk.domain.office import (
    Course,
    Law,
    TargetGroup,
)
from hrdesk.domain.terms import PersonnelType, PositionType
from hrdesk.errors import UserError
from hrdesk.services import Services

TABLES = (
    "course", "course_detail", "course_target", "course_unit", "law", "method", "organizer", "target_group",
    "target_group_type", "evaluation_method", "fund_source", "position_line",
)  # fmt: skip


@pytest.fixture
def services(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as opened:
        yield opened


def everything(services):
    raw = sqlite3.connect(f"file:{services.database.path}?mode=ro", uri=True)
    there = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    found = {table: sorted(raw.execute(f"SELECT * FROM {table}").fetchall(), key=repr) for table in TABLES if table in there}
    raw.close()
    return found


def course(services):
    """In the middle of its group, with everything a course can have."""
    catalogue = services.register.office().catalogue
    group = catalogue.course_groups[0].id
    detail = CourseDetail(600, 600, "ใช้งานได้", (catalogue.targets[0].id, catalogue.targets[1].id))
    number, _ = services.curriculum.save_course(Course(0, group, "วิชาใหม่", catalogue.laws[0].id), detail)
    unit = services.skills.setting().framework.units[0]
    services.skills.save_course_units(number, [(services.skills.setting().framework.id, unit.code)])
    others = [one for one in services.register.office().catalogue.courses if one.group == group]
    services.curriculum.arrange([others[-1], *others[:-1]])
    assert services.skills.course_units()[number]
    return number, services.curriculum.delete_course


def law(services):
    successor = services.register.office().catalogue.laws[0].id
    return services.curriculum.save_law(Law(0, "ระเบียบเดิม", replaced_by=successor))[0], services.curriculum.delete_law


def target(services):
    group = TargetGroup(0, "กลุ่มใหม่", personnel_types=frozenset({PersonnelType.TEACHER}), position_types=frozenset({PositionType.ACADEMIC}))
    return services.curriculum.save_target(group)[0], services.curriculum.delete_target


def method(services):
    return services.curriculum.save_method(replace(services.register.office().catalogue.methods[0], id=0, name="วิธีใหม่"))[0], services.curriculum.delete_method


def organizer(services):
    one = replace(services.register.office().catalogue.organizers[0], id=0, name="หน่วยใหม่")
    return services.curriculum.save_organizer(one)[0], services.curriculum.delete_organizer


def line(services):
    one = replace(services.register.office().lines[0], id=0, name="สายงานใหม่")
    return services.register.save_line(one)[0], services.register.delete_line


KINDS = (course, law, target, method, organizer, line)
KINDS_MADE = {
    course: lambda services: services.curriculum.save_course(Course(0, 1, "อีกวิชา")),
    law: lambda services: services.curriculum.save_law(Law(0, "อีกระเบียบ")),
    target: lambda services: services.curriculum.save_target(TargetGroup(0, "อีกกลุ่ม")),
    method: lambda services: services.curriculum.save_method(replace(services.register.office().catalogue.methods[0], id=0, name="อีกวิธี")),
    organizer: lambda services: services.curriculum.save_organizer(replace(services.register.office().catalogue.organizers[0], id=0, name="อีกหน่วย")),
    line: lambda services: services.register.save_line(replace(services.register.office().lines[0], id=0, name="อีกสายงาน")),
}  # fmt: skip


@pytest.mark.parametrize("make", KINDS, ids=lambda make: make.__name__)
def test_it_is_brought_back_to_the_letter(services, make):
    number, delete = make(services)
    before = everything(services)
    deleted, _ = delete(number)
    assert everything(services) != before
    services.curriculum.bring_back(deleted)
    assert everything(services) == before


def test_nothing_else_is_touched_by_a_deletion(services):
    before = everything(services)
    number, delete = course(services)
    deleted, _ = delete(number)
    after = everything(services)
    assert after["course_detail"] == before["course_detail"]
    assert {table for table, _ in deleted.rows} == {"course", "course_detail", "course_target", "course_unit"}


@pytest.mark.parametrize("make", KINDS, ids=lambda make: make.__name__)
def test_what_is_made_meanwhile_stands_beside_it(services, make):
    """SQLite would give the highest number again, and what was deleted could not come back."""
    number, delete = make(services)
    deleted, _ = delete(number)
    another, _ = KINDS_MADE[make](services)
    between = everything(services)
    services.curriculum.bring_back(deleted)
    assert another != number
    delete(number)
    assert everything(services) == between


def test_it_is_refused_and_nothing_half_done_when_something_stands_in_its_place(services):
    number, delete = line(services)
    deleted, _ = delete(number)
    services.register.save_line(replace(services.register.office().lines[0], id=0, name="สายงานใหม่"))
    before = everything(services)
    with pytest.raises(UserError, match="ข้อมูลไม่ถูกเปลี่ยนแปลง"):
        services.curriculum.bring_back(deleted)
    assert everything(services) == before


def test_it_is_refused_when_what_it_needs_is_gone(services):
    number, delete = law(services)
    named, _ = services.curriculum.save_course(Course(0, 1, "อ้างระเบียบเดิม", number))
    deleted, _ = services.curriculum.delete_course(named)
    delete(number)
    before = everything(services)
    with pytest.raises(UserError, match="ข้อมูลไม่ถูกเปลี่ยนแปลง"):
        services.curriculum.bring_back(deleted)
    assert everything(services) == before
