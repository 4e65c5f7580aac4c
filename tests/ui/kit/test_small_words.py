"""Values as the screens say them: types, levels, periods, money, moments; what this PC remembers of the window."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from hrdesk.domain.fiscal import PlanPeriod
from hrdesk.domain.terms import WORDINGS, Level, OrganizationKind, PersonnelType
from hrdesk.ui.kit import preferences
from hrdesk.ui.kit.moments import ago_word, moment_word, period_word
from hrdesk.ui.kit.theme import LEAST_ZOOM, MOST_ZOOM, Theme
from hrdesk.ui.kit.words import NOTHING, baht, level_word, personnel_word, short_personnel

NOON = datetime(2024, 1, 5, 12, 30).astimezone()


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (OrganizationKind.SUBDISTRICT, "พนักงานเทศบาล"),
        (OrganizationKind.SAO, "พนักงานส่วนตำบล"),
        (OrganizationKind.PAO, "ข้าราชการองค์การบริหารส่วนจังหวัด"),
    ],
)
def test_regular_staff_are_called_as_the_kind_of_office_calls_them(kind: OrganizationKind, word: str) -> None:
    assert personnel_word(PersonnelType.REGULAR, WORDINGS[kind]) == word
    assert short_personnel(PersonnelType.REGULAR, WORDINGS[kind]) == word


def test_the_short_words_differ_from_each_other() -> None:
    said = [short_personnel(kind, WORDINGS[OrganizationKind.TOWN]) for kind in PersonnelType]
    assert len(set(said)) == len(list(PersonnelType))
    assert max(map(len, said)) <= 26


@pytest.mark.parametrize(
    ("period", "word"), [(PlanPeriod(2564, 3), "พ.ศ. 2564–2566"), (PlanPeriod(2570, 1), "พ.ศ. 2570")]
)
def test_periods(period: PlanPeriod, word: str) -> None:
    assert period_word(period) == word


@pytest.mark.parametrize(
    ("satang", "word"), [(0, NOTHING), (40_000_000, "400,000"), (150, "1.50"), (100, "1"), (-100, "-1")]
)
def test_money(satang: int, word: str) -> None:
    assert baht(satang) == word


def test_a_level_that_is_none_is_a_dash() -> None:
    assert level_word(Level.NONE) == NOTHING
    assert level_word(next(level for level in Level if level is not Level.NONE)) != NOTHING


@pytest.mark.parametrize(
    ("back", "word"),
    [
        (timedelta(), "วันนี้ เวลา 12:30 น."),
        (timedelta(hours=12), "วันนี้ เวลา 00:30 น."),
        (timedelta(hours=13), "เมื่อวาน เวลา 23:30 น."),
        (timedelta(days=1), "เมื่อวาน เวลา 12:30 น."),
        (timedelta(days=2), "2 วันก่อน (3 ม.ค. 2567 เวลา 12:30 น.)"),
        (timedelta(days=1000), "1,000 วันก่อน (10 เม.ย. 2564 เวลา 12:30 น.)"),
        (timedelta(days=-1), "6 ม.ค. 2567 เวลา 12:30 น."),
    ],
)
def test_moments_are_told_by_the_calendar_not_by_hours(back: timedelta, word: str) -> None:
    """A clock that was set back gives a moment to come: it is said as it stands."""
    assert ago_word(NOON - back, NOON) == word


def test_a_moment_of_another_zone_is_told_by_this_clock() -> None:
    assert moment_word(NOON.astimezone(UTC)) == "5 ม.ค. 2567 เวลา 12:30 น."


# ------------------------------------------------------------------ what the PC remembers


@pytest.mark.parametrize("zoom", [0.9, 1.25, 2.0])
@pytest.mark.parametrize(("dark", "high"), [(False, False), (True, False), (False, True)])
def test_colours_and_zoom_come_back(zoom: float, dark: bool, high: bool) -> None:
    preferences.save_theme(Theme(dark, zoom, high=high))
    found = preferences.load_theme()
    assert (found.dark, found.high, found.zoom) == (dark, high, zoom)


@pytest.mark.parametrize(
    ("kept", "zoom"), [("", 1.0), ("ใหญ่", 1.0), ("0.1", LEAST_ZOOM), ("99", MOST_ZOOM), ("-3", LEAST_ZOOM), ("1.5", 1.5)]
)
def test_a_zoom_somebody_wrote_into_the_file_is_put_within_bounds(kept: str, zoom: float) -> None:
    preferences._settings().setValue("look/zoom", kept)
    assert preferences.load_theme().zoom == zoom


def test_a_spoiled_file_of_settings_begins_anew(tmp_path) -> None:
    preferences.save_theme(Theme(dark=True, zoom=1.5))
    file = preferences.data_dir() / "window.ini"
    file.write_bytes(b"\x00\xff[look\nzoom=\x80")
    found = preferences.load_theme()
    assert (found.dark, found.zoom) == (False, 1.0)
    assert preferences.load_geometry().isEmpty()
    assert preferences.sample_file() is None


def test_the_folder_of_papers_is_where_they_were_last_saved(tmp_path) -> None:
    folder = tmp_path / "เอกสาร ปี 2567"
    folder.mkdir()
    preferences.remember_folder(folder)
    assert preferences.save_folder() == folder
    folder.rmdir()
    assert preferences.save_folder().is_dir(), "a stick that was pulled out is not offered"


def test_chosen_columns_are_kept_by_table_and_in_their_order() -> None:
    standard = ("number", "title", "name")
    assert preferences.shown_columns("staff", standard) == standard
    preferences.remember_columns("staff", ("name", "number"))
    assert preferences.shown_columns("staff", standard) == ("name", "number")
    assert preferences.shown_columns("courses", standard) == standard
    preferences.remember_columns("staff", ())
    assert preferences.shown_columns("staff", standard) == standard


def test_the_sample_is_remembered_until_an_own_office_begins(tmp_path) -> None:
    preferences.remember_sample(tmp_path / "ตัวอย่าง.db")
    assert preferences.sample_file() == tmp_path / "ตัวอย่าง.db"
    preferences.remember_sample(None)
    assert preferences.sample_file() is None
