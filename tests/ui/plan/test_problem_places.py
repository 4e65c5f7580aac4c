"""Problems of the catalogue and of costs lead to where they are mended, and go away in one click."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton

from hrdesk.domain.plan import CostLine
from hrdesk.ui.courses.lists_dialog import ListEntryDialog
from hrdesk.ui.plan.columns_mend import MEND
from ui.window_support import click, modal, page, retype, settle, texts, type_text

NO_COLUMN = ("method.no-monitoring-column", "organizer.no-monitoring-column")


@pytest.fixture
def plan(window):
    return page(window, "plan")


def problems(plan, code):
    return [one for one in plan.editor.problems if one.code == code]


def links(plan, text):
    found = plan.tabs.problems.list.findChildren(QPushButton)
    return [one for one in found if one.text() == text and not one.isHidden()]


@pytest.mark.parametrize(("code", "entries"), [(NO_COLUMN[0], "methods"), (NO_COLUMN[1], "organizers")])
def test_a_missing_column_is_given_where_the_entry_is(window, plan, code, entries) -> None:
    first, *others = problems(plan, code)
    plan._jump(first)
    dialog = modal()
    assert isinstance(dialog, ListEntryDialog)
    box = dialog.inputs["in_monitoring_table"]
    assert not box.isChecked()
    box.click()
    click(dialog.save_button)
    settle(window)
    assert [one.field for one in problems(plan, code)] == [one.field for one in others]
    found = getattr(window.desk.services.curriculum.catalogue(), entries)
    assert next(one for one in found if first.field.endswith(f":{one.id}")).in_monitoring_table


def test_one_click_gives_a_column_and_both_tables_show_it(window, plan) -> None:
    before = sum(len(problems(plan, code)) for code in NO_COLUMN)
    assert len(links(plan, MEND)) == before > 1
    while left := links(plan, MEND):
        click(left[0])
        settle(window)
    assert not any(problems(plan, code) for code in NO_COLUMN)
    catalogue = window.desk.services.curriculum.catalogue()
    assert all(one.in_monitoring_table for one in (*catalogue.methods, *catalogue.organizers))


def test_the_wizard_leads_to_the_entry_too(window, plan) -> None:
    plan.new_plan()
    settle(window)
    wizard = modal()
    problem = next(one for one in wizard.problems if one.code == NO_COLUMN[0])
    wizard.jump(problem)
    dialog = modal()
    assert isinstance(dialog, ListEntryDialog)
    dialog.inputs["in_monitoring_table"].click()
    click(dialog.save_button)
    settle(window)
    assert problem.field not in [one.field for one in wizard.problems], "the wizard knows of it at once"
    wizard.reject()
    settle(window)


def test_a_wrong_product_of_seed_003_is_shown_beside_the_line_and_mended(window, plan) -> None:
    holder = plan.editor
    first = holder.draft.projects[0]
    wrong = CostLine("ค่าจ้างเหมา", 7_500_00, 8_000, stated=6_000_000_00)
    holder.set_project(0, replace(first, costs=(wrong,), stated_total=12_000_000_00), "ใส่ค่าใช้จ่าย")
    (product,), (total,) = problems(plan, "cost.product"), problems(plan, "cost.sum")
    for problem in (product, total):
        plan._jump(problem)
        dialog = modal()
        assert dialog.costs.isVisible()
        assert texts(dialog.costs.table, 3) == ["60,000,000"]
        assert texts(dialog.costs.table, 4) == ["6,000,000"]
        assert dialog.stated_total.text() == "12,000,000"
        dialog.reject()
        settle(window)
    plan.tabs.problems.quick.mend(product)
    assert not problems(plan, "cost.product")
    (total,) = problems(plan, "cost.sum")
    plan.tabs.problems.quick.mend(total)
    assert not problems(plan, "cost.sum")
    assert holder.draft.projects[0].stated_total == 60_000_000_00


def test_costs_are_typed_in_the_project(window, plan) -> None:
    plan.tabs.projects.grid.table.choose_row(0)
    click(plan.tabs.projects.edit_button)
    dialog = modal()
    dialog.show_part("costs")
    click(dialog.costs.add_button)
    line = modal()
    type_text(line.name, "ค่าวิทยากร")
    type_text(line.price, "หก")
    click(line.ok)
    assert "ไม่ใช่จำนวนเงิน" in line.wrong.text()
    retype(line.price, "๖๐๐")
    line.quantity.setValue(6)
    line.times.setValue(2)
    click(line.ok)
    assert texts(dialog.costs.table, 2) == ["6 × 2"]
    assert texts(dialog.costs.table, 3) == ["7,200"]
    retype(dialog.stated_total, "x")
    click(dialog.ok)
    assert dialog.isVisible()
    assert dialog.stated_total.isVisible()
    retype(dialog.stated_total, "7,200")
    click(dialog.ok)
    kept = plan.editor.draft.projects[0]
    assert (kept.costs, kept.stated_total) == ((CostLine("ค่าวิทยากร", 600_00, 6, 2),), 7_200_00)
