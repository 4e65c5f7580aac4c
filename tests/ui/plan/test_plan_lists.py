"""The lists of a plan and the dialogs of their items, each alone on the sample's plan: add, mend, move, delete, undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from hrdesk.domain.plan import CostLine, MonitoringRound, Responsible, YearBudget
from hrdesk.domain.plan_parts import AcceptedWarning, Indicator, OwnStrategy, Reach, SwotEntry
from hrdesk.domain.plan_terms import PlanStatus, ReachKind, SwotKind
from hrdesk.domain.reach import reach_choices, reach_name
from hrdesk.domain.terms import CommitteeKind, CommitteeRole, Level
from hrdesk.ui.kit.list_section import ListSection
from hrdesk.ui.kit.reach_list import ReachDialog
from hrdesk.ui.kit.widgets import choose
from hrdesk.ui.plan.aim_lists import INDICATORS, STRATEGIES, SWOT
from hrdesk.ui.plan.cost_list import COSTS
from hrdesk.ui.plan.draft import DraftHolder, with_budget
from hrdesk.ui.plan.links import link_choices
from hrdesk.ui.plan.plan_lists import RESPONSIBLE, ROUNDS, committee_kind
from hrdesk.ui.plan.problem_actions import AcceptedDialog
from hrdesk.ui.plan.project_funds import FundsPart
from sample import sample
from ui.window_support import CTRL, click, modal, press, retype, texts

PLANNING = CommitteeKind.PLANNING


@pytest.fixture
def parent(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    return made


@pytest.fixture
def holder(qapp, parent) -> DraftHolder:
    office, draft = sample()
    return DraftHolder(draft, office, {}, parent)


@pytest.fixture
def shown(theme, holder, parent):
    """A list of the plan, or of its first project's costs, ready for the keyboard."""

    def show(kind) -> ListSection:
        section = ListSection(theme, holder, kind, parent)
        section.resize(860, 460)
        section.show()
        QApplication.processEvents()
        return section

    return show


class Fields:
    """Puts values into an item's dialog by the kind of the field."""

    def __init__(self, dialog) -> None:
        self.dialog = dialog

    def fill(self, **values) -> Fields:
        for name, value in values.items():
            field = getattr(self.dialog, name)
            if hasattr(field, "setPlainText"):
                field.setPlainText(value)
            elif hasattr(field, "setValue"):
                field.setValue(value)
            elif hasattr(field, "currentData"):
                choose(field, value)
            elif hasattr(field, "edit"):
                retype(field.edit, value)
            else:
                field.setText(value)
        return self

    def ok(self) -> None:
        click(self.dialog.ok)


ITEMS = [
    (committee_kind, {"position": " ปลัดเทศบาล ", "name": "", "role": CommitteeRole.CHAIR}, "ปลัดเทศบาล"),
    (committee_kind, {"position": "", "name": "นายสมชาย  ใจดี"}, "–"),
    (RESPONSIBLE, {"title": "งานการเจ้าหน้าที่", "duties": "ข้อหนึ่ง\n\n ข้อสอง "}, "งานการเจ้าหน้าที่"),
    (ROUNDS, {"year": 2566, "number": 4, "due": "30/9/2566"}, "2566"),
    (INDICATORS, {"name": "ผู้ผ่านการอบรม\nร้อยละ", "quantity": "๘๐", "unit": "ร้อยละ"}, "ผู้ผ่านการอบรม ร้อยละ"),
    (STRATEGIES, {"code": "ย.9", "name": "การพัฒนาคน"}, "ย.9"),
    (SWOT, {"kind": SwotKind.THREAT, "text": "งบประมาณลดลง"}, "อุปสรรค"),
]
EMPTY = [
    (committee_kind, {"position": "  ", "name": ""}, "กรุณากรอกตำแหน่งหรือชื่อ"),
    (RESPONSIBLE, {"title": "", "duties": "ข้อหนึ่ง"}, "กรุณากรอกผู้รับผิดชอบ"),
    (ROUNDS, {"due": "31/2/2566"}, "31/2/2566"),
    (INDICATORS, {"name": " \n "}, "กรุณากรอกตัวชี้วัด"),
    (STRATEGIES, {"code": "", "name": "การพัฒนาคน"}, "กรุณากรอกรหัส"),
    (STRATEGIES, {"code": "1", "name": ""}, "กรุณากรอกรหัส"),
    (SWOT, {"text": ""}, "กรุณากรอกข้อความ"),
    (COSTS, {"name": ""}, "กรุณากรอกรายการ"),
    (COSTS, {"name": "ค่าวิทยากร", "price": "หกร้อย"}, "“หกร้อย” ไม่ใช่จำนวนเงิน"),
    (COSTS, {"name": "ค่าวิทยากร", "price": "-600"}, "“-600” ไม่ใช่จำนวนเงิน"),
    (COSTS, {"name": "ค่าวิทยากร", "price": "600", "stated": "1,2,3"}, "“1,2,3” ไม่ใช่จำนวนเงิน"),
    (COSTS, {"name": "ค่าวิทยากร", "price": "600", "stated": "-1"}, "“-1” ไม่ใช่จำนวนเงิน"),
]


def kind_of(kind, holder):
    return kind(PLANNING, holder) if kind is committee_kind else kind


def dialog_of(section: ListSection):
    click(section.add_button)
    return Fields(modal())


@pytest.mark.parametrize(("kind", "values", "first"), ITEMS)
def test_an_item_is_added_found_deleted_and_brought_back(shown, holder, kind, values, first) -> None:
    section = shown(kind_of(kind, holder))
    before = section.items()
    dialog_of(section).fill(**values).ok()
    assert len(section.items()) == len(before) + 1
    assert section.table.current_record() not in before
    assert section.table.currentIndex().siblingAtColumn(0).data() == first
    assert section.heading.text() == f"{section.kind.title} ({len(before) + 1})"
    press(section.table, Qt.Key.Key_Delete)
    assert section.items() == before
    holder.stack.undo()
    holder.stack.undo()
    assert section.items() == before
    holder.stack.redo()
    assert len(section.items()) == len(before) + 1


@pytest.mark.parametrize(("kind", "values", "why"), EMPTY)
def test_what_is_missing_is_told_and_the_dialog_waits(shown, holder, qtbot, theme, parent, kind, values, why, boxes) -> None:  # noqa: PLR0917 - fixtures
    before = holder.draft
    if kind is COSTS:
        dialog = kind.dialog(theme, None, CostLine("", 0, 1), parent)
        dialog.open()
    else:
        click(shown(kind_of(kind, holder)).add_button)
        dialog = modal()
    QApplication.processEvents()
    Fields(dialog).fill(**values).ok()
    assert dialog.isVisible()
    assert dialog.wrong.isVisible()
    assert why in dialog.wrong.text()
    assert dialog.focusWidget() is not dialog.ok, "the cursor goes to what is to be mended"
    boxes.answers = ["ปิดโดยไม่บันทึก"]
    press(dialog, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    assert holder.draft is before


def test_escape_leaves_the_list_as_it_was(shown, holder, boxes) -> None:
    section = shown(RESPONSIBLE)
    before = section.items()
    dialog = dialog_of(section).fill(title="อย่างอื่น").dialog
    boxes.answers = ["ปิดโดยไม่บันทึก"]
    press(dialog, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    assert section.items() == before
    assert not holder.stack.canUndo()


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_an_item_is_mended_where_it_stands(shown, holder, key) -> None:
    section = shown(RESPONSIBLE)
    before = section.items()
    assert len(before) > 1
    section.table.choose_row(1)
    press(section.table, key)
    dialog = Fields(modal())
    assert dialog.dialog.title.text() == before[1].title
    assert dialog.dialog.duties.toPlainText().split("\n") == list(before[1].duties)
    dialog.fill(note="ปรับปรุง").ok()
    assert section.items() == (before[0], replace(before[1], note="ปรับปรุง"), *before[2:])
    assert section.table.currentIndex().row() == 1
    assert holder.stack.undoText() == "แก้ไขผู้รับผิดชอบ"


def test_an_item_opened_and_closed_unchanged_is_no_edit(shown, holder) -> None:
    section = shown(RESPONSIBLE)
    section.table.choose_row(0)
    press(section.table, Qt.Key.Key_F2)
    Fields(modal()).ok()
    assert not holder.stack.canUndo()


def test_ctrl_n_adds_and_the_order_is_the_officers(shown, holder) -> None:
    section = shown(committee_kind(PLANNING, holder))
    before = ["นายกเทศมนตรี", "ปลัดเทศบาล"]
    for position in before:
        dialog_of(section).fill(position=position).ok()
    press(section.table, Qt.Key.Key_N, CTRL)
    Fields(modal()).fill(position="ผู้ทรงคุณวุฒิ").ok()
    click(section.up_button)
    assert [m.position for m in section.items()] == [*before[:-1], "ผู้ทรงคุณวุฒิ", before[-1]]
    click(section.down_button)
    click(section.down_button)
    assert [m.position for m in section.items()] == [*before, "ผู้ทรงคุณวุฒิ"]
    section.table.choose_row(0)
    click(section.up_button)
    assert [m.position for m in section.items()] == [*before, "ผู้ทรงคุณวุฒิ"], "nothing lies above the first"


def test_the_two_committees_keep_apart(shown, holder) -> None:
    one = shown(committee_kind(PLANNING, holder))
    other = shown(committee_kind(CommitteeKind.MONITORING, holder))
    others = other.items()
    dialog_of(one).fill(position="ผู้ทรงคุณวุฒิ").ok()
    assert other.items() == others
    assert {m.committee for m in one.items()} == {PLANNING}
    dialog_of(other).fill(position="ผู้ตรวจ").ok()
    assert [m.position for m in one.items()][-1] == "ผู้ทรงคุณวุฒิ"
    assert [m.position for m in other.items()][-1] == "ผู้ตรวจ"


def test_rounds_order_themselves_by_year_and_number(shown, holder) -> None:
    holder.put(replace(holder.draft, rounds=()))
    section = shown(ROUNDS)
    assert section.buttons == [section.add_button, section.edit_button, section.delete_button]
    for _ in range(4):
        dialog_of(section).ok()
    assert [(r.year, r.number) for r in section.items()] == [(2564, 1), (2564, 2), (2565, 1), (2566, 1)]
    dialog_of(section).fill(year=2564, number=3, due="30 ก.ย. 2564").ok()
    assert section.items()[2] == MonitoringRound(2564, 3, date(2021, 9, 30))
    assert texts(section.table, 2)[2] == "30 ก.ย. 2564"


def test_an_announced_plan_is_only_read(shown, holder) -> None:
    holder.put(replace(holder.draft, status=PlanStatus.ANNOUNCED))
    section = shown(RESPONSIBLE)
    before = section.items()
    assert not any(one.isEnabled() for one in section.buttons)
    section.table.choose_row(0)
    for key, modifier in ((Qt.Key.Key_Delete, None), (Qt.Key.Key_F2, None), (Qt.Key.Key_N, CTRL)):
        press(section.table, key, *([modifier] if modifier else []))
    assert QApplication.activeModalWidget() is None
    assert section.items() == before


# ------------------------------------------------------------------ single dialogs


def test_somebody_of_the_register_brings_post_and_name(shown, holder) -> None:
    office, _ = sample()
    post = next(p for p in office.positions if p.holder)
    held = replace(post, staff_id=7)
    holder.office = replace(office, positions=(held,))
    section = shown(committee_kind(PLANNING, holder))
    dialog = dialog_of(section).dialog
    press(dialog.person, Qt.Key.Key_Down)
    dialog._picked(dialog.person.currentIndex())
    assert (dialog.position.text(), dialog.name.text()) == (held.title, held.holder)
    dialog.position.setText("ประธานสภา")
    click(dialog.ok)
    member = section.items()[-1]
    assert (member.position, member.name, member.staff) == ("ประธานสภา", held.holder, 7)


@pytest.mark.parametrize(
    ("values", "line", "shown_amount"),
    [
        ({"price": "7,500", "quantity": 80}, CostLine("ค่าลงทะเบียน", 750_000, 80, 1, None), "600,000"),
        ({"price": "๖๐๐", "quantity": 6, "times": 2}, CostLine("ค่าลงทะเบียน", 60_000, 6, 2, None), "7,200"),
        ({"price": "7500", "quantity": 8000, "stated": "600,000"}, CostLine("ค่าลงทะเบียน", 750_000, 8000, 1, 60_000_000), "60,000,000"),
        ({"price": "", "quantity": 5}, CostLine("ค่าลงทะเบียน", 0, 5, 1, None), "–"),
        ({"price": "10.25", "quantity": 4, "stated": "0"}, CostLine("ค่าลงทะเบียน", 1_025, 4, 1, 0), "41"),
    ],
)  # fmt: skip
def test_costs_are_multiplied_and_what_a_paper_states_stands_beside(theme, parent, values, line, shown_amount) -> None:
    dialog = COSTS.dialog(theme, None, CostLine("", 0, 1), parent)
    dialog.open()
    QApplication.processEvents()
    Fields(dialog).fill(name="ค่าลงทะเบียน", **values).ok()
    assert dialog.item == line
    amount, stated = COSTS.columns[3], COSTS.columns[4]
    assert amount.text(line) == shown_amount
    assert stated.tone is not None
    assert bool(stated.tone(line)) is (line.stated not in (None, line.amount))
    again = COSTS.dialog(theme, None, line, parent)
    assert again.value() == line, "opened again it says the same"


def test_the_audience_is_found_by_any_part_and_an_unknown_one_is_told(theme, parent) -> None:
    office, _ = sample()
    line = office.lines[0].id
    office = replace(office, positions=tuple(replace(post, line_id=line) for post in office.positions))
    choices = reach_choices(office)
    assert {one.kind for one in choices} >= {ReachKind.LEVEL, ReachKind.LINE, ReachKind.UNIT}
    assert choices == {one: reach_name(one, office) for one in choices}, "called in the list as on paper"
    assert Level.NONE not in {one.level for one in choices if one.kind is ReachKind.LEVEL}
    nobody = ReachDialog(theme, replace(office, positions=(), units=()), Reach(ReachKind.LEVEL), parent)
    nobody.open()
    click(nobody.ok)
    assert nobody.isVisible()
    assert "ไม่พบรายการ" in nobody.wrong.text()
    dialog = ReachDialog(theme, office, Reach(ReachKind.LEVEL), parent)
    dialog.open()
    unit = next(one for one in choices if one.kind is ReachKind.UNIT)
    choose(dialog.choice, unit)
    click(dialog.ok)
    assert dialog.item == unit


def test_links_offer_the_offices_own_strategies_first_and_each_once() -> None:
    own = (OwnStrategy("1", "การพัฒนาคน"), OwnStrategy("2", "การบริหาร"))
    found = link_choices(own)
    assert [text for _link, text in found[:2]] == ["ยุทธศาสตร์ของหน่วยงาน: 1 การพัฒนาคน", "ยุทธศาสตร์ของหน่วยงาน: 2 การบริหาร"]
    assert len({link for link, _text in found}) == len(found)
    assert len(found) - 2 == len(link_choices(()))
    kinds = [link.kind for link, _text in found]
    assert kinds == sorted(kinds, key=kinds.index), "each kind stands together"


def test_each_years_money_has_its_source_and_one_button_gives_all_the_first(qtbot, theme) -> None:
    office, draft = sample()
    project = next(p for p in draft.projects if len(p.budgets) == 3)
    funds = office.catalogue.funds
    part = FundsPart(theme, project.budgets, funds)
    qtbot.addWidget(part)
    part.show()
    assert part.budgets() == project.budgets
    choose(part.boxes[0], funds[1].id)
    click(part.same_button)
    assert [b.fund for b in part.budgets()] == [funds[1].id] * 3
    assert [b.amount for b in part.budgets()] == [b.amount for b in project.budgets]


@pytest.mark.parametrize("count", [0, 1])
def test_without_several_years_there_is_no_such_button(qtbot, theme, count: int) -> None:
    office, draft = sample()
    budgets = draft.projects[0].budgets[:count]
    part = FundsPart(theme, budgets, office.catalogue.funds)
    qtbot.addWidget(part)
    part.show()
    assert part.same_button.isHidden()
    assert part.budgets() == budgets


# ------------------------------------------------------------------ the draft under them


def test_money_makes_a_project_run_in_a_year_and_none_lets_it_be() -> None:
    _, draft = sample()
    project = next(p for p in draft.projects if p.budgets and not p.no_budget)
    year = project.budgets[0].year
    without = with_budget(project, year, 0)
    assert year not in without.years
    assert without.budget(year) == 0
    again = with_budget(without, year, 5_000_00)
    assert year in again.years
    assert again.budget(year) == 5_000_00
    assert list(again.years) == sorted(again.years)
    assert [b.year for b in again.budgets] == sorted(b.year for b in again.budgets)


def test_a_project_without_a_budget_keeps_its_years() -> None:
    _, draft = sample()
    project = replace(draft.projects[0], no_budget=True, budgets=(), years=(2564, 2565))
    assert with_budget(project, 2565, 0).years == (2564, 2565)
    assert with_budget(project, 2566, 1_00).years == (2564, 2565, 2566)


def test_new_money_comes_from_the_source_of_its_year_or_the_projects_first() -> None:
    _, draft = sample()
    project = next(p for p in draft.projects if len(p.budgets) > 1)
    first, *_, last = (replace(b, fund=number) for number, b in enumerate(project.budgets, 1))
    two = replace(project, budgets=(first, last))
    assert {b.year: b.fund for b in with_budget(two, last.year, 9_00).budgets}[last.year] == last.fund
    free = next(y for y in range(2600, 2601))
    assert {b.year: b.fund for b in with_budget(two, free, 9_00).budgets}[free] == first.fund


@pytest.mark.parametrize(
    ("before", "amount", "after"),
    [
        (((1, 75_00), (2, 25_00)), 200_00, ((1, 150_00), (2, 50_00))),
        (((1, 2_00), (2, 1_00)), 1_00, ((1, 67), (2, 33))),  # to the satang
        (((1, 1_00), (2, 1_00), (None, 1_00)), 1_00, ((1, 34), (2, 33), (None, 33))),
        (((1, 0), (2, 0)), 10_00, ((1, 10_00),)),  # shares of nothing
        (((None, 5_00), (None, 5_00)), 10_00, ((3, 10_00),)),  # nobody said: the source that the project has elsewhere
    ],
)
def test_a_changed_sum_stays_shared_among_its_sources(before, amount, after) -> None:
    _, draft = sample()
    lines = [YearBudget(2564, part, fund) for fund, part in before]
    project = replace(draft.projects[0], budgets=(*lines, YearBudget(2565, 9_00, 3)), years=(2564, 2565))
    found = with_budget(project, 2564, amount)
    assert tuple((b.fund, b.amount) for b in found.budgets if b.year == 2564) == after
    assert found.budget(2564) == amount
    assert [b for b in found.budgets if b.year == 2565] == [YearBudget(2565, 9_00, 3)]


def test_a_year_without_money_takes_the_shares_of_the_first() -> None:
    _, draft = sample()
    lines = (YearBudget(2564, 30_00, 1), YearBudget(2564, 10_00, 2))
    found = with_budget(replace(draft.projects[0], budgets=lines, years=(2564,)), 2565, 80_00)
    assert [(b.year, b.fund, b.amount) for b in found.budgets][2:] == [(2565, 1, 60_00), (2565, 2, 20_00)]


@pytest.fixture
def shared(qtbot, theme):
    """The part for the money of a project whose first year two sources share, and the sources."""
    office, _ = sample()
    one, other = office.catalogue.funds[:2]
    lines = (YearBudget(2564, 60_00, one.id), YearBudget(2564, 40_00, other.id), YearBudget(2565, 5_00, other.id))
    part = FundsPart(theme, lines, office.catalogue.funds)
    qtbot.addWidget(part)
    part.show()
    return part, one, other


def test_shares_of_one_year_are_settled_by_hand(shared) -> None:
    part, *_ = shared
    lines = part.budgets()
    assert ([b.amount for b in lines], list(part.amounts)) == ([60_00, 40_00, 5_00], [0, 1])
    assert part.sums.text() == "รวมปี 2564 100 บาท"
    part.amounts[0].setText("๗๐")
    assert "110 บาท (ในตารางโครงการ 100 บาท)" in part.sums.text()
    part.amounts[1].setText("")
    assert part.budgets() == (replace(lines[0], amount=70_00), lines[2]), "a source that gives nothing is gone"
    part.amounts[1].setText("มาก")
    assert part.wrong() is part.amounts[1]
    assert part.sums.text().startswith("ปี 2564 มีจำนวนเงินที่อ่านไม่ได้"), "no sum that leaves it out"


def test_shares_that_are_given_one_source_become_one_sum(shared) -> None:
    """Else the year would still be one that several sources share."""
    part, one, other = shared
    click(part.same_button)
    assert part.budgets() == (YearBudget(2564, 100_00, one.id), YearBudget(2565, 5_00, one.id))
    choose(part.boxes[1], other.id)
    part.amounts[0].setText("")
    assert part.budgets() == (YearBudget(2564, 40_00, other.id), YearBudget(2565, 5_00, one.id))


def test_warnings_are_asked_about_again_one_after_the_other(qtbot, theme, holder) -> None:
    """Pressed twice it takes the one chosen and the one that took its place, not the first of the list."""
    owner = QWidget()
    qtbot.addWidget(owner)
    holder.put(replace(holder.draft, accepted=tuple(AcceptedWarning("c", "f", text, "เหตุผล", date(2024, 1, 2)) for text in "กขคง")))
    dialog = AcceptedDialog(theme, holder, owner)
    assert dialog.table.currentIndex().row() == 0
    dialog.table.choose_row(1)
    click(dialog.again_button)
    click(dialog.again_button)
    assert [one.text for one in holder.draft.accepted] == ["ก", "ง"]


def test_the_holder_names_each_edit_and_checks_after_it(holder) -> None:
    told: list[int] = []
    holder.changed.connect(lambda: told.append(len(holder.problems)))
    holder.set_projects(holder.draft.projects[1:], "ลบโครงการ")
    holder.set_budgets({(0, 2564): 1_00, (1, 2564): 2_00})
    assert [holder.stack.command(n).text() for n in range(holder.stack.count())] == ["ลบโครงการ", "แก้ไขงบประมาณ"]
    holder.apply("ไม่มีอะไรเปลี่ยน", holder.draft)
    assert holder.stack.count() == 2
    assert len(told) == 2
    holder.stack.undo()
    holder.stack.undo()
    assert holder.draft == sample()[1]


def test_values_of_the_lists_say_what_they_are() -> None:
    """What stands in a column is what the dialog took."""
    for kind, value, row in (
        (INDICATORS, Indicator("ผู้ผ่าน", "80", "ร้อยละ"), ["ผู้ผ่าน", "80", "ร้อยละ"]),
        (STRATEGIES, OwnStrategy("1", "คน"), ["1", "คน"]),
        (SWOT, SwotEntry(SwotKind.STRENGTH, "ทีมงาน"), ["จุดแข็ง", "ทีมงาน"]),
        (RESPONSIBLE, Responsible("งาน", "", ("ก", "ข")), ["งาน", "ก; ข"]),
        (RESPONSIBLE, Responsible("งาน"), ["งาน", "–"]),
    ):
        assert [column.text(value) for column in kind.columns] == row
