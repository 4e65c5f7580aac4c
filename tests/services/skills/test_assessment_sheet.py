"""The assessment as an Excel sheet: what went out comes back the same, what was filled in is told before it counts."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import date

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrdesk.domain.competency import OWN, OwnCompetency
from hrdesk.domain.skill_terms import CompetencyKind, Rater, SkillKind
from hrdesk.domain.terms import LEVELS_OF, PositionType
from hrdesk.errors import UserError
from hrdesk.services import Services
from hrdesk.services.sheets import faults
from hrdesk.services.skills.assessing import Occasion
from hrdesk.services.skills.overview import everything
from hrdesk.services.skills.sheets import ID, NAME, POSITION, wrong_text
from skill_office import FRAMEWORK, first, grouped_office, judge

SUPERIOR = Rater.SUPERIOR
TODAY = date(2024, 9, 1)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """With one graded competency of the office's own, asked of every academic post."""
    folder = tmp_path_factory.mktemp("skills")
    with Services.open(grouped_office(folder)) as services:
        expected = {(PositionType.ACADEMIC, level): 3 for level in LEVELS_OF[PositionType.ACADEMIC]}
        services.skills.save_own(OwnCompetency(0, CompetencyKind.CORE, "C1", "บริการที่ดี", expected=expected))
        judge(services, first(services, "Others").person.id, Occasion(SUPERIOR, TODAY, "ปลัด"), DLit100=1, DLit200=0)
        yield services


@pytest.fixture
def sheet(office, tmp_path):
    return Filled(office, tmp_path / "แบบประเมิน #1.xlsx")


class Filled:
    """The exported sheet in an officer's hands."""

    def __init__(self, services, path, unit=None, rater=SUPERIOR):
        self.services, self.path, self.unit, self.rater = services, path, unit, rater
        self.people = services.skills.export_assessment(unit, rater, path)
        self.book = openpyxl.load_workbook(path)
        self.cells = self.book.active

    @property
    def heads(self):
        return [cell.value for cell in self.cells[2]]

    def row(self, person):
        return next(cell.row for cell in self.cells["A"] if cell.value == person)

    def cell(self, person, code):
        return self.cells.cell(self.row(person), self.heads.index(code) + 1)

    def review(self):
        self.book.save(self.path)
        return self.services.skills.review_assessment(self.unit, self.rater, self.path)


def test_it_has_a_row_for_each_and_a_column_for_all_that_is_asked(office, sheet):
    overview = office.skills.overview()
    assert sheet.people == len(overview.profiles) == sheet.cells.max_row - 2
    assert sheet.heads[:3] == [ID, NAME, POSITION]
    assert sheet.heads[3:] == [key[1] for key, _ in overview.asked()]
    names = [cell.value for cell in sheet.cells[1]][3:]
    assert names == [part.name for _, part in overview.asked()]
    assert sheet.cells.freeze_panes is not None


@pytest.mark.parametrize("part", ["alone", "with what no group of this office is asked"])
def test_the_sheet_of_twenty_thousand_people_is_not_too_wide_to_be_read_again(office, sheet, part):
    overview = office.skills.overview()
    wide = everything(overview.setting.framework, overview.own) if part != "alone" else overview.asked()
    assert len(wide) >= len(overview.asked()) > 20
    assert (20_000 + 2) * (3 + len(wide)) <= faults.MAX_CELLS


def test_every_cell_says_what_is_held_or_that_it_is_not_asked(office, sheet):
    for profile in office.skills.overview().profiles:
        asked = {standing.requirement.code: standing for standing in profile.standings}
        for code in sheet.heads[3:]:
            value = sheet.cell(profile.person.id, code).value
            if code not in asked:
                assert value == "-"
            else:
                assert value == asked[code].levels.of(SUPERIOR)


def test_what_counts_goes_out_when_no_rater_is_chosen(office, tmp_path):
    profile = first(office, "Others")
    everything = Filled(office, tmp_path / "all.xlsx", rater=None)
    assert everything.cell(profile.person.id, "DLit100").value == 1
    agreed = Filled(office, tmp_path / "agreed.xlsx", rater=Rater.AGREED)
    assert agreed.cell(profile.person.id, "DLit100").value is None


def test_the_sheet_itself_changes_nothing(sheet):
    review = sheet.review()
    assert (review.changes, review.wrong, review.entries) == ((), (), ())
    assert review.same == 2


@pytest.mark.parametrize(
    ("typed", "level"),
    [(1, 1), ("๑", 1), (" 1 ", 1), (1.0, 1), ("ผ่าน", 1), ("✓", 1), ("/", 1), (True, 1), (0, 0), ("๐", 0), ("ไม่ผ่าน", 0), ("X", 0), (False, 0)],
)
def test_what_is_held_is_told_in_many_ways(office, sheet, typed, level):
    person = first(office, "Others").person
    sheet.cell(person.id, "DLit300").value = typed
    review = sheet.review()
    assert review.wrong == ()
    ((framework, change),) = review.changes
    assert (framework, change.staff_id, change.name, change.code) == (FRAMEWORK, person.id, person.name, "DLit300")
    assert (change.before, change.after) == (None, level)
    assert [(entry.staff_id, entry.framework, entry.code, entry.level) for entry in review.entries] == [(person.id, FRAMEWORK, "DLit300", level)]


@pytest.mark.parametrize("typed", [2, -1, "1.5", 0.5, "สูง", "1/2", "10", "=1+", "๙", "ไม่แน่ใจ"])
def test_what_is_no_level_is_told_with_its_cell_and_the_rest_counts(office, sheet, typed):
    person = first(office, "Others").person
    cell = sheet.cell(person.id, "DLit300")
    cell.value = typed
    cell.data_type = "s" if isinstance(typed, str) else cell.data_type
    sheet.cell(person.id, "DLit200").value = 1
    review = sheet.review()
    (wrong,) = review.wrong
    assert wrong.cell == cell.coordinate
    assert "ต้องเป็น 0 ถึง 1" in wrong.reason
    assert wrong_text(review.wrong) == f"{cell.coordinate}: {wrong.reason}"
    assert [change.code for _, change in review.changes] == ["DLit200"]


@pytest.mark.parametrize(("typed", "level"), [(5, 5), ("๓", 3), (0, 0), ("4.0", 4)])
def test_a_competency_of_the_office_has_five_levels(office, sheet, typed, level):
    person = next(p.person for p in office.skills.overview().profiles if any(s.requirement.kind is SkillKind.OWN for s in p.standings))
    sheet.cell(person.id, "C1").value = typed
    ((framework, change),) = sheet.review().changes
    assert (framework, change.code, change.after) == (OWN, "C1", level)


@pytest.mark.parametrize("typed", [6, "ผ่าน", "✓", -1])
def test_and_no_others(office, sheet, typed):
    person = next(p.person for p in office.skills.overview().profiles if any(s.requirement.kind is SkillKind.OWN for s in p.standings))
    sheet.cell(person.id, "C1").value = typed
    (wrong,) = sheet.review().wrong
    assert "ต้องเป็น 0 ถึง 5" in wrong.reason


def test_what_is_not_asked_of_somebody_is_not_judged(office, sheet):
    person, code = next(
        (profile.person, code)
        for profile in office.skills.overview().profiles
        for code in sheet.heads[3:]
        if sheet.cell(profile.person.id, code).value == "-"
    )
    sheet.cell(person.id, code).value = 1
    review = sheet.review()
    assert review.changes == ()
    assert review.wrong[0].reason == f"{code} ไม่อยู่ในชุดทักษะของ{person.name}"


def test_an_emptied_cell_takes_nothing_back(office, sheet):
    person = first(office, "Others").person
    sheet.cell(person.id, "DLit100").value = None
    review = sheet.review()
    assert (review.changes, review.same) == ((), 1)


def test_rows_are_known_by_their_number_not_their_place_or_name(office, sheet):
    person = first(office, "Others").person
    sheet.cell(person.id, "DLit300").value = 1
    rows = [[cell.value for cell in row] for row in sheet.cells.iter_rows(min_row=3)]
    random.Random(3).shuffle(rows)
    for number, row in enumerate(rows, start=3):
        for place, value in enumerate(row, start=1):
            sheet.cells.cell(number, place).value = "คนอื่น" if place == 2 else value
    ((_, change),) = sheet.review().changes
    assert (change.staff_id, change.name) == (person.id, person.name)


def test_columns_may_be_moved_and_taken_out(office, sheet):
    person = first(office, "Others").person
    sheet.cell(person.id, "DLit300").value = 1
    sheet.cells.move_range(f"A1:C{sheet.cells.max_row}", cols=sheet.cells.max_column)
    sheet.cells.delete_cols(1, 3)
    ((_, change),) = sheet.review().changes
    assert (change.staff_id, change.code) == (person.id, "DLit300")


def test_a_title_above_the_headings_and_notes_below_do_no_harm(office, sheet):
    person = first(office, "Others").person
    sheet.cell(person.id, "DLit300").value = 1
    sheet.cells.insert_rows(1, 4)
    sheet.cells["A1"] = "แบบประเมินทักษะ ประจำปี 2567"
    sheet.cells.cell(sheet.cells.max_row + 2, 1).value = "หมายเหตุ"
    review = sheet.review()
    assert [change.code for _, change in review.changes] == ["DLit300"]
    assert [wrong.reason for wrong in review.wrong] == ["ไม่พบรหัสบุคลากรนี้ในสังกัดที่เลือก"]


@pytest.mark.parametrize("number", [999_999, "๙๙๙๙๙๙", "x", "12.5", -3, "1e3"])
def test_somebody_unknown_is_told(sheet, number):
    sheet.cells["A3"] = number
    review = sheet.review()
    assert [wrong.cell for wrong in review.wrong] == ["A3"]


def test_a_number_may_be_in_thai_digits(office, sheet):
    person = first(office, "Others").person
    sheet.cell(person.id, "DLit300").value = 1
    sheet.cells.cell(sheet.row(person.id), 1).value = str(person.id).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
    review = sheet.review()
    assert (len(review.changes), review.wrong) == (1, ())


def test_one_person_on_two_rows_that_disagree_is_asked_about(office, sheet):
    person = first(office, "Others").person
    sheet.cell(person.id, "DLit300").value = 1
    again = sheet.cells.max_row + 1
    for place, cell in enumerate(sheet.cells[sheet.row(person.id)], start=1):
        sheet.cells.cell(again, place).value = cell.value
    agreed = sheet.review()
    assert [(change.code, change.after) for _, change in agreed.changes] == [("DLit300", 1)], "said twice, counted once"
    assert agreed.wrong == ()
    sheet.cells.cell(again, sheet.heads.index("DLit300") + 1).value = 0
    disputed = sheet.review()
    (wrong,) = disputed.wrong
    assert wrong.cell == sheet.cells.cell(again, sheet.heads.index("DLit300") + 1).coordinate
    assert person.name in wrong.reason
    assert "อีกแถวหนึ่ง" in wrong.reason
    assert [change.after for _, change in disputed.changes] == [1]


def test_a_unit_s_sheet_is_of_its_people_alone(office, tmp_path):
    profile = first(office, "Others")
    mine = Filled(office, tmp_path / "unit.xlsx", unit=profile.person.unit_id)
    assert 0 < mine.people < len(office.skills.overview().profiles)
    everybody = Filled(office, tmp_path / "all.xlsx")
    everybody.unit = profile.person.unit_id
    assert len(everybody.review().wrong) == everybody.people - mine.people


def test_a_sheet_without_headings_is_refused_whole(sheet):
    sheet.cells.delete_rows(2)
    with pytest.raises(UserError, match="ไม่พบหัวคอลัมน์ “รหัสบุคลากร”"):
        sheet.review()


def test_the_right_sheet_is_found_among_others(office, sheet):
    person = first(office, "Others").person
    sheet.cell(person.id, "DLit300").value = 1
    cover = sheet.book.create_sheet("คำชี้แจง", 0)
    cover["A1"] = "กรุณากรอก 0 หรือ 1"
    assert len(sheet.review().changes) == 1


def test_reviewed_recorded_and_read_again_nothing_is_left_to_change(tmp_path):
    with Services.open(grouped_office(tmp_path)) as services:
        filled = Filled(services, tmp_path / "x.xlsx")
        choose = random.Random(5)
        for row in filled.cells.iter_rows(min_row=3, min_col=4):
            for cell in row:
                if cell.value != "-":
                    cell.value = choose.choice([0, 1, None])
        review = filled.review()
        assert len(review.changes) > 100
        recorded, _ = services.skills.record(review.entries, Occasion(SUPERIOR, TODAY, "ปลัด"))
        assert recorded >= len(review.changes), "a unit stands for each of its criteria"
        again = filled.review()
        assert (again.changes, again.same, again.wrong) == ((), len(review.changes), ())
        fresh = Filled(services, tmp_path / "y.xlsx")
        for row in filled.cells.iter_rows(min_row=3, min_col=4):
            for cell in row:
                assert fresh.cells[cell.coordinate].value == cell.value


CELL = st.none() | st.integers(-9, 99) | st.booleans() | st.text(max_size=6) | st.sampled_from(["-", "ผ่าน", "๑", "1.0", ID])


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(CELL, min_size=4, max_size=7), min_size=1, max_size=5), st.integers(0, 4))
def test_no_sheet_makes_it_fail_or_judges_more_cells_than_it_has(office, tmp_path, rows, top):
    book = openpyxl.Workbook()
    people = [profile.person.id for profile in office.skills.overview().profiles[:3]]
    for _ in range(top):
        book.active.append(["หัวเรื่อง"])
    book.active.append([ID, NAME, "DLit100", "DLit200", "C1", "DG100", ""])
    with suppress(ValueError, openpyxl.utils.exceptions.IllegalCharacterError):
        for number, row in enumerate(rows):
            book.active.append([people[number % 3], *row[1:]] if number % 2 else row)
    book.save(tmp_path / "x.xlsx")
    review = office.skills.review_assessment(None, SUPERIOR, tmp_path / "x.xlsx")
    assert len(review.changes) + review.same + len(review.wrong) <= 7 * len(rows)
    assert all(change.after in range(6) for _, change in review.changes)
    assert len({(change.staff_id, change.code) for _, change in review.changes}) == len(review.changes)
