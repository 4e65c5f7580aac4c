"""Whom a project of the year is for travels from the plan to the year, its papers, its classes and the workbook."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from hrdesk.domain.plan_parts import Reach
from hrdesk.domain.plan_terms import ReachKind
from hrdesk.domain.reach import Reacher, meant_for
from hrdesk.domain.subject import Subject
from hrdesk.domain.terms import Level, OrganizationKind
from hrdesk.domain.year_project import YearProject
from hrdesk.errors import UserError
from hrdesk.models.database import Database
from hrdesk.reports.snapshots.class_snapshot import DOTS
from hrdesk.services import Services
from hrdesk.services.training.papers import project_source
from hrdesk.services.training.values import CandidateQuery
from training_office import YEAR

SAMPLES = Path(__file__).parents[2] / "models" / "samples"


def reaches_of_each_kind(office):
    post = next(p for p in office.positions if p.staff_id is not None and p.level is Level.PROFESSIONAL)
    top = next(unit for unit in office.units if unit.parent is None and any(u.parent == unit.id for u in office.units))
    return {
        "level": Reach(ReachKind.LEVEL, level=Level.PRACTITIONER),
        "line": Reach(ReachKind.LINE, post.line_id),
        "unit with those below": Reach(ReachKind.UNIT, top.id),
        "person": Reach(ReachKind.PERSON, post.staff_id),
    }


KINDS = ("level", "line", "unit with those below", "person")


def saved(services, **aims):
    return services.year_projects.save(YearProject(0, YEAR, "โครงการอบรม", outside_reason="หนังสือสั่งการ", **aims))[0]


def test_a_project_made_from_the_plan_keeps_everybody_it_names(services):
    office = services.register.office()
    named = tuple(reaches_of_each_kind(office).values())
    plan = services.planning.load(services.year_projects.plan_for(YEAR))
    chosen = replace(plan.projects[0], reaches=named)
    services.planning.save(replace(plan, projects=(chosen, *plan.projects[1:])))
    made, _ = services.year_projects.add_from_plan(YEAR - 1)
    projects = [services.year_projects.load(one) for one in made]
    assert next(p.reaches for p in projects if p.plan_project == plan.projects[0].id) == named
    assert all(p.reaches == () for p in projects if p.plan_project != plan.projects[0].id)


@pytest.mark.parametrize("kind", KINDS)
def test_who_may_take_part_is_who_the_plan_counts(services, kind):
    """The list of a class and the coverage of a plan go by the same rule, one in SQL, the other over the office."""
    office = services.register.office()
    project_id = saved(services, reaches=(reaches_of_each_kind(office)[kind],))
    project = services.year_projects.load(project_id)
    posts = Reacher(office).positions(project)
    expected = {post.staff_id for post in office.positions if post.id in posts and post.staff_id is not None}
    found = {one.staff for one in services.classes.candidates(CandidateQuery(project=project_id))}
    assert found == expected
    assert found < {one.staff for one in services.classes.candidates(CandidateQuery())}
    assert found


def test_groups_and_those_named_besides_are_joined(services):
    office = services.register.office()
    named = reaches_of_each_kind(office)

    def asked(**aims):
        return {one.staff for one in services.classes.candidates(CandidateQuery(project=saved(services, **aims)))}

    group = office.catalogue.targets[0].id
    both = asked(targets=(group,), reaches=(named["line"], named["person"]))
    assert both == asked(targets=(group,)) | asked(reaches=(named["line"],)) | asked(reaches=(named["person"],))
    assert asked() == set(), "a project that names nobody is for nobody"


def test_the_proposal_names_them_in_words_and_leaves_a_line_where_there_is_nobody(services):
    office = services.register.office()
    named = tuple(reaches_of_each_kind(office).values())
    project_id = saved(services, targets=(2, 1), reaches=named)
    printed = project_source(services, Subject(year=YEAR, project=project_id)).targets
    targets = {one.id: one.name for one in office.catalogue.targets}
    assert printed[:2] == (targets[1], targets[2]), "in the catalogue's order"
    assert printed == meant_for((services.year_projects.load(project_id),), office)
    assert len(printed) == 6
    assert printed[2] == "ระดับปฏิบัติการ"
    assert printed[3].startswith("สายงาน")
    assert project_source(services, Subject(year=YEAR, project=saved(services))).targets == (DOTS,)


@pytest.mark.parametrize("kind", ["line", "unit"])
def test_what_a_project_names_is_not_deleted_under_it(services, kind):
    register = services.register
    if kind == "unit":
        unit, _ = register.save_unit(replace(register.units()[0], id=0, name="งานใหม่", parent=None))
        project_id = saved(services, reaches=(Reach(ReachKind.UNIT, unit),))
        remove = lambda: register.delete_unit(unit)  # noqa: E731
    else:
        line, _ = register.save_line(replace(register.lines()[0], id=0, name="นักทดลอง"))
        project_id = saved(services, reaches=(Reach(ReachKind.LINE, line),))
        remove = lambda: register.delete_line(line)  # noqa: E731
    with pytest.raises(UserError, match="โครงการประจำปี 1 รายการ"):
        remove()
    services.year_projects.save(replace(services.year_projects.load(project_id), reaches=()))
    remove()


def test_a_deleted_project_comes_back_with_everybody_it_named(services):
    project_id = saved(services, reaches=tuple(reaches_of_each_kind(services.register.office()).values()))
    before = services.year_projects.load(project_id)
    removed, _ = services.year_projects.delete(project_id)
    services.year_projects.put_back(removed)
    assert services.year_projects.load(project_id) == before


def test_the_workbook_carries_them_to_another_file(services, tmp_path):
    project_id = saved(services, reaches=tuple(reaches_of_each_kind(services.register.office()).values()))
    services.office_workbook.export(tmp_path / "a.xlsx")
    with Services.create(tmp_path / "b.db", OrganizationKind.SAO, "ใหม่") as other:
        other.office_workbook.import_from(tmp_path / "a.xlsx")
        assert other.year_projects.load(project_id).reaches == services.year_projects.load(project_id).reaches


def test_a_file_from_before_gets_what_its_plan_says(tmp_path):
    """Schema 12 had nowhere to keep them: projects made from the plan then take them from it now."""
    path = tmp_path / "old.db"
    with sqlite3.connect(path) as raw:
        raw.executescript((SAMPLES / "schema0012.sql").read_text(encoding="utf-8"))
        said = raw.execute("SELECT place, kind, level, line_id, unit_id, staff_id FROM project_reach").fetchall()
    raw.close()
    Database.open(path).close()
    with sqlite3.connect(path) as raw:
        kept = raw.execute("SELECT place, kind, level, line_id, unit_id, staff_id FROM year_project_reach").fetchall()
    raw.close()
    assert kept == said
    assert said
