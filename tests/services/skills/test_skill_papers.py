"""Forms of skills from the database, and the guideline's figures."""

from __future__ import annotations

from decimal import Decimal

import openpyxl
import pytest
from test_evidence import hold_class

from hrdesk.domain.skill_terms import SkillKind
from hrdesk.domain.subject import Choice, Subject
from hrdesk.domain.training_terms import ClassStatus
from hrdesk.errors import UserError
from hrdesk.services.reference.corrections import LEFT_OUT, load_corrections, load_readings
from skill_office import FRAMEWORK, first, judge

YEAR = 2568


@pytest.fixture
def plans(services):
    """One of each of two units."""
    one = first(services, "Others").person
    others = (p.person for p in services.skills.overview().profiles if "Academic" in p.person.groups)
    people = [one, next(person for person in others if person.unit_id != one.unit_id)]
    for person in people:
        judge(services, person.id, DLit100=0, DLit200=0)
    services.development.draft_all(YEAR)
    return people


def tables(document):
    return [block for section in document.sections for block in section.blocks if hasattr(block, "columns")]


def test_plans_are_printed_for_one_for_a_unit_and_for_all(services, plans, tmp_path):
    forms = services.forms
    everybody = forms.document("idp", Subject(year=YEAR))
    assert len(everybody.sections) == 2
    assert [len(table.rows) for table in tables(everybody)] == [6, 6]
    unit = forms.document("idp", Subject(year=YEAR, unit=plans[0].unit_id))
    assert len(unit.sections) == 1
    options = forms.options(Choice.IDP, Subject(year=YEAR))
    assert {option.label for option in options} == {person.name for person in plans}
    assert forms.print_pdf("idp-result", Subject(year=YEAR, idp=options[0].id), tmp_path / "one.pdf") >= 1
    assert forms.print_docx("idp", Subject(year=YEAR), tmp_path / "all.docx") >= 1
    assert forms.print_xlsx("idp", Subject(year=YEAR), tmp_path / "all.xlsx") == 12
    assert YEAR in [option.id for option in forms.options(Choice.YEAR, Subject())]
    with pytest.raises(UserError, match="ยังไม่มีแผนพัฒนารายบุคคล"):
        forms.document("idp", Subject(year=YEAR + 1))


def test_the_map_shows_each_person_before_each_unit(services, plans):
    map_tables = tables(services.forms.document("skills-map", Subject()))
    first_block = map_tables[0]
    assert [column.heading for column in first_block.columns][:4] == ["ที่", "ชื่อ - สกุล", "DLit100", "DLit200"]
    row = next(row for row in first_block.rows if row.cells[1] == plans[0].name)
    assert row.cells[2:4] == ("○", "○")
    asked = {s.requirement for p in services.skills.overview().profiles for s in p.standings}
    units = {each.code for each in asked if each.kind is SkillKind.UNIT}
    assert sum(len(table.columns) - 2 for table in map_tables) == len(units)
    judge(services, plans[0].id, KB2=1)
    more = tables(services.forms.document("skills-map", Subject()))
    assert sum(len(table.columns) - 2 for table in more) == len(units) + 1, "other lists when somebody was judged by them"


def test_the_roadmap_has_every_line_of_the_frame(services):
    _setting, lines = services.skills.roadmap()
    used = services.register.office().lines_in_use()
    assert [line.name for line in lines] == list(used)
    titles = [table.name for table in tables(services.forms.document("roadmap", Subject()))]
    named = [name for title in titles for name in used if name in title]
    assert 1 < len(titles) < len(lines), "lines of the same steps stand together"
    assert set(named) == set(used)


def test_the_guidelines_figures_by_unit_and_group(services, plans):
    course = services.curriculum.catalogue().courses[0]
    hold_class(services, plans[0].id, course.id, ClassStatus.COMPLETED)
    overview, figures = services.skills.figures(YEAR)
    total = figures.total
    assert (total.people, total.with_idp, total.developed, total.meeting) == (51, 2, 1, 0)
    assert total.percent(total.with_idp) == Decimal("3.92")
    assert sum(each.people for each in figures.by_unit) == 51
    group = next(each for each in figures.by_group if each.name == "ผู้ปฏิบัติงานอื่น")
    assert (group.with_idp, group.developed) == (1, 1)
    asked = [each.requirement.code for p in overview.profiles if p.person.id == plans[1].id for each in p.current]
    judge(services, plans[1].id, **dict.fromkeys(asked, 1))
    assert services.skills.figures(YEAR)[1].total.meeting == 1
    assert services.skills.figures(YEAR + 1)[1].total.developed == 0
    assert len(tables(services.forms.document("skills-summary", Subject()))) == 3


def skill_tables(services, year):
    plan = services.planning.plans()[0].id
    found = tables(services.forms.document("annual-report", Subject(plan=plan, year=year)))
    return [table for table in found if table.name.startswith("ทักษะ")]


def test_the_annual_report_shows_the_guidelines_figures(services, plans):
    hold_class(services, plans[0].id, services.curriculum.catalogue().courses[0].id, ClassStatus.COMPLETED)
    figures = services.skills.figures(YEAR)[1]
    units, groups = skill_tables(services, YEAR)
    for table, expected in ((units, figures.by_unit), (groups, figures.by_group)):
        rows = [(*row.cells[1:4], row.cells[5], row.cells[7]) for row in table.rows]
        assert rows == [(e.name, e.people, e.developed, e.with_idp, e.meeting) for e in expected]
        shares = [(float(row.cells[4]), float(row.cells[6]), float(row.cells[8])) for row in table.rows]
        wanted = [tuple(100 * n / e.people for n in (e.developed, e.with_idp, e.meeting)) for e in expected]
        assert shares == [pytest.approx(each, abs=0.00501) for each in wanted]
    assert (units.total.cells[2], units.total.cells[3], units.total.cells[5]) == (51, 1, 2)


def test_without_skills_data_the_annual_report_has_no_such_section(services):
    assert skill_tables(services, YEAR) == []


def test_nothing_is_lost_in_the_office_workbook(services, plans, tmp_path):
    services.skills.save_course_units(services.curriculum.catalogue().courses[0].id, [(FRAMEWORK, "DLit100")])
    services.office_workbook.export(tmp_path / "office.xlsx")
    with type(services).create_from_workbook(tmp_path / "again.db", tmp_path / "office.xlsx") as again:
        assert again.skills.overview() == services.skills.overview()
        assert again.development.load_many(YEAR) == services.development.load_many(YEAR)


def test_every_correction_stands_on_paper_with_its_reason_in_all_three_formats(services, tmp_path):
    corrections = load_corrections()
    document = services.forms.document("framework-corrections", Subject(), thai_digits=False)
    fixed, read = tables(document)
    assert len(fixed.rows) == len(corrections) == 81
    for row, one in zip(fixed.rows, corrections, strict=True):
        stood = one.stood.strip().replace("\u09ce", "[U+09CE]")  # misread, and drawn by no Thai font
        assert row.cells[-3:] == (stood, one.right.strip() or LEFT_OUT, one.reason)
    assert any("[U+09CE]" in row.cells[-3] for row in fixed.rows)
    assert len(read.rows) == len(load_readings())
    sheet = tmp_path / "corrections.xlsx"
    services.forms.print_xlsx("framework-corrections", Subject(), sheet)
    book = openpyxl.load_workbook(sheet)
    cells = {str(cell) for page in book.worksheets for row in page.iter_rows(values_only=True) for cell in row if cell}
    assert {one.reason for one in corrections} <= cells
    for name, write in (("c.pdf", services.forms.print_pdf), ("c.docx", services.forms.print_docx)):
        assert write("framework-corrections", Subject(), tmp_path / name) > 0
