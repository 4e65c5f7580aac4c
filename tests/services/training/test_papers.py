"""F10 and F11 from what is stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hrdesk.domain.subject import Choice, Subject
from hrdesk.domain.year_project import ProjectCost
from hrdesk.errors import UserError
from hrdesk.reports.document import ListItem, MemoHead, Paragraph, Table
from training_office import YEAR, the_class

BAHT = 100


def blocks(document):
    return [block for section in document.sections for block in section.blocks]


def words(document):
    told = (block for block in blocks(document) if isinstance(block, Paragraph | ListItem))
    return "\n".join("".join(run.text for run in block.runs) for block in told)


def test_the_proposal_multiplies_and_adds_by_itself(services):
    row = services.year_projects.projects(YEAR)[1]
    project = services.year_projects.load(row.id)
    costs = (ProjectCost("ค่าลงทะเบียน", 7_500 * BAHT, 8_000, "คน"), ProjectCost("ห้อง", 6_000_000 * BAHT))
    services.year_projects.save(replace(project, costs=costs, memo_number="ชม 1/2566"))
    document = services.forms.document("project-proposal", Subject(year=YEAR, project=row.id))
    (memo,) = [block for block in blocks(document) if isinstance(block, MemoHead)]
    assert memo.number == "ชม 1/2566"
    costs_table = next(block for block in blocks(document) if isinstance(block, Table))
    assert [line.cells[-1] for line in costs_table.rows] == [60_000_000 * BAHT, 6_000_000 * BAHT]
    assert costs_table.total.cells[-1] == 66_000_000 * BAHT
    assert "ตามแผนพัฒนาพนักงานเทศบาล 3 ปี พ.ศ. 2564 - 2566" in words(document)


def test_a_project_beside_the_plan_says_why(services):
    row = services.year_projects.projects(YEAR)[1]
    outside = replace(services.year_projects.load(row.id), plan_project=None, outside_reason="มีหนังสือสั่งการ")
    services.year_projects.save(outside)
    document = services.forms.document("project-proposal", Subject(year=YEAR, project=row.id))
    assert "เนื่องจากมีหนังสือสั่งการ" in words(document)


def test_the_order_has_the_number_and_the_people_of_the_class(services):
    there = the_class(services)
    (choice,) = services.forms.options(Choice.CLASS, Subject(year=YEAR, project=there.project))
    assert choice.id == there.id
    services.classes.set_order(there.id, "77/2566", date(2023, 5, 20))
    document = services.forms.document("order-training", Subject(year=YEAR, training_class=there.id))
    assert "ที่ 77/2566" in words(document)
    assert "สั่ง ณ วันที่ 20 พฤษภาคม พ.ศ. 2566" in words(document)
    (table,) = [block for block in blocks(document) if isinstance(block, Table)]
    assert [line.cells[1] for line in table.rows] == [one.name for one in services.classes.participants(there.id)]


def test_nothing_is_printed_without_its_project(services):
    with pytest.raises(UserError, match="ต้องเลือกโครงการ"):
        services.forms.document("project-proposal", Subject(year=YEAR))
