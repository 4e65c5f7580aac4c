from __future__ import annotations

from dataclasses import replace

import small_office as small
from hrdesk.domain.check import PlanCase, tables
from hrdesk.domain.office import Organizer
from hrdesk.errors import Severity


def organizers(**without: bool) -> tuple[Organizer, ...]:
    return tuple(replace(o, **without) if o.id == small.DEPARTMENT else o for o in small.ORGANIZERS)


def test_organizer_with_a_column_in_one_table_only() -> None:
    office = small.office(organizers=organizers(in_monitoring_table=False))
    (problem,) = tables.organizer_without_column(PlanCase(small.plan(), office))
    assert problem.severity is Severity.WARNING, "its tick still stands under the others"
    assert problem.field == f"organizer:{small.DEPARTMENT}"
    assert "กรมส่งเสริมการปกครองท้องถิ่น" in problem.text
    assert "“หน่วยงานอื่น ๆ”" in problem.text


def test_organizer_with_nowhere_to_stand_is_an_error() -> None:
    office = small.office(organizers=organizers(in_monitoring_table=False)[:2])
    (problem,) = tables.organizer_without_column(PlanCase(small.plan(), office))
    assert problem.severity is Severity.ERROR


def test_organizer_in_use_without_a_budget_column() -> None:
    office = small.office(organizers=organizers(in_budget_table=False)[:2])
    (problem,) = tables.organizer_without_budget_column(PlanCase(small.plan(), office))
    assert problem.field == f"organizer:{small.DEPARTMENT}"
    full = small.office(organizers=organizers(in_budget_table=False))
    assert not list(tables.organizer_without_budget_column(PlanCase(small.plan(), full)))


def test_method_of_part_5_without_a_column() -> None:
    hidden = {small.VISIT, small.WORKSHOP}
    methods = tuple(replace(m, in_monitoring_table=m.id not in hidden) for m in small.METHODS)
    visit, workshop = tables.method_without_column(PlanCase(small.plan(), small.office(methods=methods)))
    assert (visit.field, visit.severity) == (f"method:{small.VISIT}", Severity.WARNING)
    assert (workshop.field, workshop.severity) == (f"method:{small.WORKSHOP}", Severity.ERROR)
    assert "จะหายไปจากตาราง" in workshop.text
