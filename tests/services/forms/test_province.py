"""The province's workbook: ready layouts, own ones, and rows that say what the office holds."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest
from sqlalchemy import event

from hrdesk.cli import main
from hrdesk.domain.audit import AuditQuery
from hrdesk.domain.person_history import TrainingRecord
from hrdesk.domain.province import COLUMNS, DPIS, DPIS_COLUMNS, STANDARD, LayoutColumn, ProvinceLayout
from hrdesk.domain.reach import Reach, ReachKind
from hrdesk.domain.register_terms import ProvinceSheet
from hrdesk.domain.terms import Level, MethodKind
from hrdesk.domain.training_terms import Result, TestKind
from hrdesk.errors import UserError
from hrdesk.services import InvalidRecord, Services
from hrdesk.services.forms.province import layout_of
from hrdesk.services.forms.province_rows import rows_of
from hrdesk.services.values import StaffQuery
from training_office import YEAR, mark_all, the_class, training_office
from year_rows import add_class, add_project

OWN = ProvinceLayout(
    0, "จังหวัดเชียงใหม่",
    (LayoutColumn(ProvinceSheet.REGISTER, "name", "=ชื่อ"), LayoutColumn(ProvinceSheet.REGISTER, "number", "เลขที่")),
)  # fmt: skip


@pytest.fixture
def services(tmp_path):
    with Services.open(training_office(tmp_path)) as opened:
        yield opened


def written(services, layout, tmp_path, year=None):
    services.province.write(layout, tmp_path / "out.xlsx", year)
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    return {sheet.title: list(sheet.values) for sheet in book}


def test_the_standard_layout_has_register_plan_and_results(services, tmp_path):
    class_id = the_class(services).id
    sheet = mark_all(services, class_id)
    before = written(services, STANDARD, tmp_path, YEAR)["ผลการดำเนินการ"]
    assert not any(row[before[0].index("จำนวนรุ่น")] for row in before[1:]), "a class that is not over has brought nothing yet"
    services.classes.set_results(class_id, {one.id: Result.PASSED for one in sheet.participants})
    services.classes.complete(class_id)
    found = written(services, STANDARD, tmp_path, YEAR)
    assert list(found) == ["ทะเบียนบุคลากร", "แผนพัฒนา", "ผลการดำเนินการ"]
    people = [dict(zip(found["ทะเบียนบุคลากร"][0], row, strict=True)) for row in found["ทะเบียนบุคลากร"][1:]]
    assert len(people) == 60
    assert sum(one["สถานะ"] == "ว่าง" for one in people) == services.register.staff_page(StaffQuery(vacant=True)).total
    held = next(one for one in people if one["สถานะ"] == "มีผู้ครอง")
    assert len(held["เลขประจำตัวประชาชน"]) == 13
    plan = [dict(zip(found["แผนพัฒนา"][0], row, strict=True)) for row in found["แผนพัฒนา"][1:]]
    assert sum(one["งบประมาณ"] for one in plan) == 400_000
    results = [dict(zip(found["ผลการดำเนินการ"][0], row, strict=True)) for row in found["ผลการดำเนินการ"][1:]]
    assert [one["จำนวนรุ่น"] for one in results if one["จำนวนรุ่น"]] == [1]
    assert sum(one["ผู้เข้ารับการพัฒนา (คน)"] for one in results) == len(sheet.participants)


def test_the_plan_names_everybody_it_is_meant_for(services, tmp_path):
    draft, office = services.planning.load(1), services.register.office()
    person = next(one for one in office.positions if one.staff_id)
    reaches = (
        Reach(ReachKind.LEVEL, level=Level.DIRECTOR_LOW), Reach(ReachKind.LINE, office.lines[0].id),
        Reach(ReachKind.UNIT, office.units[0].id), Reach(ReachKind.PERSON, person.staff_id),
    )  # fmt: skip
    first = draft.projects[0]
    services.planning.save(replace(draft, projects=(replace(first, reaches=reaches), *draft.projects[1:])))
    rows = written(services, STANDARD, tmp_path)["แผนพัฒนา"]
    said = next(dict(zip(rows[0], row, strict=True)) for row in rows[1:] if first.title in row)["กลุ่มเป้าหมาย"]
    groups = [one.name for one in office.catalogue.targets if one.id in first.targets]
    named = ["อำนวยการท้องถิ่นระดับต้น", f"สายงาน{office.lines[0].name}", office.units[0].name, person.holder]
    assert said.split(", ") == [*groups, *named]


def test_dpis_gets_28_columns_in_its_order(services, tmp_path):
    staff = services.register.staff_page(StaffQuery(vacant=False)).rows[0].staff_id
    services.history.save(
        TrainingRecord(0, staff, "ดูงานงานทะเบียน", MethodKind.STUDY_VISIT, starts_on=date(2024, 1, 5), days=150, score=8050)
    )
    services.history.save(TrainingRecord(0, staff, "ปีก่อน", starts_on=date(2022, 1, 5)))
    (rows,) = written(services, DPIS, tmp_path, 2567).values()
    assert len(rows[0]) == DPIS_COLUMNS == 28
    assert rows[0][:5] == ("รหัส", "รหัสบุคลากร", "ประเภท", "หลักสูตร", "รุ่น")
    assert len(rows) == 2
    row = dict(zip(COLUMNS[ProvinceSheet.TRAINING], rows[1], strict=False))
    assert (row["kind"], row["course"], row["starts_on"], row["days"], row["score"], row["passed"]) == (
        2, "ดูงานงานทะเบียน", "5/1/2567", 1.5, 80.5, 1,
    )  # fmt: skip


def test_an_own_layout_is_kept_used_changed_and_deleted(services, tmp_path):
    number, _ = services.province.save(OWN)
    assert services.province.named("จังหวัดเชียงใหม่") == replace(OWN, id=number)
    (rows,) = written(services, services.province.named(OWN.name), tmp_path).values()
    assert rows[0] == ("=ชื่อ", "เลขที่")  # text, never a formula
    services.province.save(replace(OWN, id=number, columns=OWN.columns[::-1]))
    assert services.province.named(OWN.name).columns == OWN.columns[::-1]
    with pytest.raises(InvalidRecord, match="ชื่อนี้แล้ว"):
        services.province.save(OWN)
    services.province.delete(number)
    with pytest.raises(UserError, match="ไม่พบรูปแบบ"):
        services.province.named(OWN.name)


@pytest.mark.parametrize(
    ("layout", "said"),
    [
        (replace(OWN, name=""), "ตั้งชื่อ"),
        (replace(OWN, name=STANDARD.name), "มากับโปรแกรม"),
        (replace(OWN, columns=()), "อย่างน้อยหนึ่ง"),
        (replace(OWN, columns=(LayoutColumn(ProvinceSheet.PLAN, "x", "y"),)), "ไม่มีข้อมูล"),
        (replace(OWN, columns=(LayoutColumn(ProvinceSheet.PLAN, "year", " "),)), "ว่างอยู่"),
    ],
)
def test_a_layout_that_cannot_be_is_refused(services, layout, said):
    with pytest.raises(InvalidRecord, match=said):
        services.province.save(layout)


def test_a_constant_stands_where_the_office_has_nothing_to_say(services, tmp_path):
    staff = services.register.staff_page(StaffQuery(vacant=False)).rows[0].staff_id
    for course, country in (("อบรมในประเทศ", ""), ("ดูงานต่างประเทศ", "ญี่ปุ่น")):
        services.history.save(TrainingRecord(0, staff, course, country=country, starts_on=date(2024, 1, 5)))
    constants = {"country": "ไทย", "fund_country": "ไทย", "audited": "Y"}
    layout = replace(
        DPIS, id=0, name="DPIS ของเรา", columns=tuple(replace(one, value=constants.get(one.key, "")) for one in DPIS.columns)
    )
    number, _ = services.province.save(layout)
    assert services.province.named("DPIS ของเรา") == replace(layout, id=number)
    (rows,) = written(services, services.province.named("DPIS ของเรา"), tmp_path).values()
    found = [dict(zip(COLUMNS[ProvinceSheet.TRAINING], row, strict=False)) for row in rows[1:]]
    assert {row["course"]: (row["country"], row["fund_country"], row["audited"]) for row in found} == {
        "อบรมในประเทศ": ("ไทย", "ไทย", "Y"), "ดูงานต่างประเทศ": ("ญี่ปุ่น", "ไทย", "Y"),
    }  # fmt: skip
    told = json.dumps({"name": "อีกชุด", "columns": [{"sheet": "training", "key": "audited", "heading": "ตรวจ", "value": "N"}]})
    assert layout_of(told).columns == (LayoutColumn(ProvinceSheet.TRAINING, "audited", "ตรวจ", "N"),)


def test_who_changed_an_entry_and_when_is_what_the_record_of_use_says(services, tmp_path, monkeypatch):
    staff = services.register.staff_page(StaffQuery(vacant=False)).rows[0].staff_id
    monkeypatch.setattr("hrdesk.models.audit_line.user_name", lambda: "somsri")
    first, _ = services.history.save(TrainingRecord(0, staff, "ก", starts_on=date(2024, 1, 5)))
    services.history.save(TrainingRecord(0, staff, "ข", starts_on=date(2024, 1, 6)))
    monkeypatch.setattr("hrdesk.models.audit_line.user_name", lambda: "malee")
    services.history.save(TrainingRecord(first, staff, "ก แก้", starts_on=date(2024, 1, 5)))
    (rows,) = written(services, DPIS, tmp_path).values()
    found = {row[3]: dict(zip(COLUMNS[ProvinceSheet.TRAINING], row, strict=False)) for row in rows[1:]}
    assert (found["ก แก้"]["changed_by"], found["ข"]["changed_by"]) == ("malee", "somsri")
    today = datetime.now().astimezone()
    assert found["ข"]["changed_at"].startswith(f"{today.day}/{today.month}/{today.year + 543} ")
    line = services.audit.page(AuditQuery(subject="training_record")).lines[0]
    assert (line.subject_term, line.names) == ("ประวัติการอบรม", services.register.person(staff).name)


def test_an_entry_of_a_class_was_changed_by_who_closed_the_class(services, tmp_path, monkeypatch):
    mark_all(services, the_class(services).id)
    monkeypatch.setattr("hrdesk.models.audit_line.user_name", lambda: "somsri")
    points = {(one.id, kind): 1500 for one in services.attendance.sheet(the_class(services).id).participants for kind in TestKind}
    services.scores.write(the_class(services).id, points)
    services.classes.apply_rules(the_class(services).id)
    services.classes.complete(the_class(services).id)
    (rows,) = written(services, DPIS, tmp_path).values()
    assert len(rows) > 40
    assert {dict(zip(COLUMNS[ProvinceSheet.TRAINING], row, strict=False))["changed_by"] for row in rows[1:]} == {"somsri"}


def test_from_the_command_line(tmp_path, capsys):
    office = training_office(tmp_path)
    layout = tmp_path / "layout.json"
    layout.write_text(
        json.dumps({"name": "ของเรา", "columns": [{"sheet": "register", "key": "title", "heading": "ตำแหน่ง"}]}), encoding="utf-8"
    )
    for _ in range(2):  # the second replaces the first
        assert main(["--db", str(office), "province-layouts", "--save", str(layout)]) == 0
    assert [one["name"] for one in json.loads(capsys.readouterr().out.split("]\n[")[-1].join(["[", ""]) or "[]")][-1] == "ของเรา"
    target = tmp_path / "province.xlsx"
    assert main(["--db", str(office), "export-province", "--plain", str(target), "--layout", "ของเรา"]) == 0
    assert "60 แถว" in capsys.readouterr().out
    assert main(["--db", str(office), "export-province", "--plain", str(target), "--layout", "ไม่มี"]) == 2
    with pytest.raises(UserError, match="แฟ้มรูปแบบ"):
        layout_of('{"name": 1}')


def test_a_class_carried_over_stands_in_its_year_though_nothing_else_does(services):
    """No plan and no project lies in the year in which the last class is over."""
    last = max(plan.period.last for plan in services.planning.plans())
    people = [post.staff_id for post in services.register.office().positions if post.holder][:3]
    with services.database.begin() as session:
        project = add_project(session, last, "โครงการข้ามปี", None, planned=500_00)
        session.flush()
        add_class(session, project, 1, date(last - 543, 9, 29), [(one, Result.PASSED) for one in people], days=4)
    results = [row for row in rows_of(services, ProvinceSheet.RESULTS, None) if row["project"].startswith("โครงการข้ามปี")]
    assert [(row["year"], row["project"], row["status"], row["classes"], row["passed"], row["planned"]) for row in results] == [
        (last, "โครงการข้ามปี", "กำลังดำเนินการ", 0, 0, 500.0),
        (last + 1, f"โครงการข้ามปี (ต่อเนื่องจากปีงบประมาณ พ.ศ. {last})", "ดำเนินการแล้ว", 1, 3, 0.0),
    ]
    assert [row for row in rows_of(services, ProvinceSheet.RESULTS, last + 1) if row["year"] != last + 1] == []
    assert [row["passed"] for row in rows_of(services, ProvinceSheet.RESULTS, last + 1)] == [3]


def test_the_results_of_all_years_are_told_without_reckoning_anybodys_coverage(services):
    asked = []
    with services.database.read() as session:
        event.listen(session.get_bind(), "before_cursor_execute", lambda *said: asked.append(said[2]))
    rows = rows_of(services, ProvinceSheet.RESULTS, None)
    assert {row["year"] for row in rows} >= {YEAR - 2, YEAR - 1, YEAR}, "years of the plan in which nothing was set up too"
    assert any("year_project" in one for one in asked)
    assert not any("held_position" in one or "staff.left_on" in one for one in asked)
