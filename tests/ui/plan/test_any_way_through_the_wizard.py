"""Whatever is typed and chosen in the plan's wizard, in any order: what was shown last is made, and nothing where it is closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from sqlalchemy import select

from hrdesk.models.tables import METADATA
from hrdesk.thai.numbers import format_baht
from hrdesk.ui.plan.budget_grid import FIRST_YEAR, TITLE
from ui.window_support import modal, page, settle

ONCE = settings(max_examples=4, phases=[Phase.generate], deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
MONEY = ("", "0", "๑๒,๕๐๐", "7000.25", "ไม่ใช่เงิน", "99,999,999.99")
WORDS = ("", " เว้น  วรรค ", "ข้อ ๑๒", "น้ำ\u200bมัน", "ชื่อ <b>", "ก" * 300)
LEFT_OUT = {"wizard_draft"}  # what a closed wizard leaves, to be gone on with


def named(wizard: Any, key: str) -> Any:
    return next(one for one in wizard.pages if one.key == key)


def on(wizard: Any, key: str) -> Any:
    wizard.go([one.key for one in wizard.pages].index(key))
    return wizard.page()


def typed_in(field: Any, text: str) -> None:
    """As by hand: the field knows that it was changed."""
    field.selectAll()
    field.insert(text)


def some(rows: Any, number: int) -> int:
    return number % rows if rows else -1


def facts(wizard: Any, number: int) -> None:
    part = on(wizard, "facts").facts
    typed_in((part.law, part.clauses)[number % 2], WORDS[number % len(WORDS)])


def first_year(wizard: Any, number: int) -> None:
    part = on(wizard, "facts").facts
    part.first.setValue(part.first.value() + (1, -1, 2)[number % 3])


def covers(wizard: Any, _number: int) -> None:
    on(wizard, "facts").facts.covers.click()


def base(wizard: Any, number: int) -> None:
    shown = on(wizard, "facts")
    (shown.blank, shown.previous)[number % 2].click()


def confirm(wizard: Any, number: int) -> None:
    model = on(wizard, "confirm").model
    line = some(model.rowCount(), number)
    model.setData(model.index(line, 0), None, Qt.ItemDataRole.CheckStateRole)


def pick(wizard: Any, number: int) -> None:
    model = on(wizard, "projects").model
    model.setData(model.index(some(model.rowCount(), number), 0), None, Qt.ItemDataRole.CheckStateRole)


def pick_all(wizard: Any, _number: int) -> None:
    on(wizard, "projects").all_button.click()


def money(wizard: Any, number: int) -> None:
    model = on(wizard, "budget").section.grid.model
    if model.years and wizard.holder.draft.projects:
        place = number % len(wizard.holder.draft.projects)
        model.setData(model.index(place, FIRST_YEAR + number % len(model.years)), MONEY[number % len(MONEY)])


def title(wizard: Any, number: int) -> None:
    model = on(wizard, "budget").section.grid.model
    if wizard.holder.draft.projects:
        model.setData(model.index(number % len(wizard.holder.draft.projects), TITLE), WORDS[number % len(WORDS)])


def lists(wizard: Any, number: int) -> None:
    people, rounds = on(wizard, "people"), named(wizard, "rounds")
    section = (people.responsible, people.planning, people.monitoring, rounds.rounds)[number % 4]
    if section is rounds.rounds:
        on(wizard, "rounds")
    section.table.choose_row(number % 7)
    (section.delete_button, section.up_button, section.down_button)[number % 3].click()


def evaluation(wizard: Any, number: int) -> None:
    shown = on(wizard, "evaluation")
    shown.table.choose_row(number % 12)
    shown.all_button.click() if number % 5 == 0 else None


def aims(wizard: Any, number: int) -> None:
    parts = list(on(wizard, "aims").aims.parts.values())
    parts[number % len(parts)].click()


def chapter(wizard: Any, number: int) -> None:
    shown = on(wizard, "chapters").section
    shown.list.setCurrentRow(some(shown.list.count(), number))
    shown.text.insertPlainText(WORDS[number % len(WORDS)])


def forward(wizard: Any, _number: int) -> None:
    if wizard.current < len(wizard.pages) - 1:
        wizard.forward()


def back(wizard: Any, _number: int) -> None:
    wizard.back()


def undo(wizard: Any, number: int) -> None:
    (wizard.holder.stack.undo if number % 3 else wizard.holder.stack.redo)()


DEEDS: tuple[Callable[[Any, int], None], ...] = (
    facts, first_year, covers, base, confirm, pick, pick, pick_all, money, money, title, lists, evaluation, aims, chapter, forward, back, undo,
)  # fmt: skip
WAYS = st.lists(st.tuples(st.sampled_from(DEEDS), st.integers(0, 59)), min_size=3, max_size=25)


def office(window: Any) -> dict[str, list[str]]:
    found = {}
    with window.desk.services.database.read() as session:
        for table in METADATA.sorted_tables:
            if not table.name.startswith("audit") and table.name not in LEFT_OUT:
                found[table.name] = sorted(repr(tuple(row)) for row in session.execute(select(table)))
    return found


def walked(window: Any, way: list[tuple[Callable[[Any, int], None], int]]) -> Any:
    page(window, "plan").new_plan()
    settle(window)
    wizard = modal()
    for deed, number in way:
        deed(wizard, number)
        if number % 4 == 0:
            settle(window)
    settle(window)
    return wizard


def without_ids(draft: Any) -> Any:
    projects = tuple(replace(project, id=0) for project in draft.projects)
    return replace(draft, id=0, projects=projects, copied={}, accepted=())


def told(problems: Any) -> list[tuple[str, str]]:
    return sorted((one.code, one.text) for one in problems if not one.field.startswith("copied:"))


@given(WAYS)
@ONCE
def test_what_was_shown_last_is_what_is_made(window, way) -> None:
    planning = window.desk.services.planning
    before = {plan.id for plan in planning.plans()}
    wizard = walked(window, way)
    on(wizard, "confirm").all_button.click()
    review = on(wizard, "review")
    settle(window)
    shown, problems, summary = wizard.holder.draft, wizard.holder.problems, review.summary.text()
    wizard.next_button.click()
    settle(window)
    (made,) = {plan.id for plan in planning.plans()} - before
    stored = planning.load(made)
    assert without_ids(stored) == without_ids(shown)
    assert told(planning.problems_of(stored)) == told(problems), "nothing contradicts that was not told"
    assert f"{len(stored.projects)} โครงการ" in summary
    assert f"รวม {format_baht(stored.total)} บาท" in summary
    assert planning.load_wizard() is None
    planning.delete(made)
    page(window, "plan").refresh()
    settle(window)


@given(WAYS)
@ONCE
def test_closed_it_leaves_the_office_as_it_was_and_what_was_shown_to_go_on_with(window, way) -> None:
    before = office(window)
    wizard = walked(window, way)
    wizard.page().commit()
    shown = wizard.holder.draft
    wizard.reject()
    settle(window)
    assert office(window) == before
    kept = window.desk.services.planning.load_wizard()
    assert kept is not None
    assert kept[0] == shown
