"""What may be parted, and where."""

from __future__ import annotations

import pytest
from pdf_support import setter
from sample_book import PROSE

from hrdesk.reports.document import Run
from hrdesk.reports.typography import units as units_module
from hrdesk.reports.typography.lines import fill, plain_text
from hrdesk.reports.typography.styled import Look, cut, spans, stretch
from hrdesk.reports.typography.units import Typesetter
from hrdesk.thai.linebreak import break_offsets

PLAIN, BOLD = Look(), Look(bold=True)


def units(*runs):
    return setter().units([run if isinstance(run, Run) else Run(run) for run in runs])


def words(*runs):
    """What a line may end after, where no column is too narrow."""
    made_by = setter()
    return [word for unit in units(*runs) for word in made_by.parts(unit, float("inf"))]


def texts(found):
    return [unit.text for unit in found]


def narrowed(text, size_widths):
    """The texts of the parts in a column so many letters of ก wide."""
    made_by = setter()
    limit = made_by.units([Run("ก")])[0].width * size_widths
    parts = [part for unit in made_by.units([Run(text)]) for part in made_by.parts(unit, limit)]
    return [part.text.replace("\u00a0", " ") for part in parts]


def test_units_and_spaces_make_up_the_text():
    assert plain_text(units(PROSE)) == PROSE.replace("\u200b", "")
    assert plain_text(units("  ก  ข \n ค")) == "ก  ข\nค"


def test_a_run_s_look_is_kept_through_cuts():
    found = words("ที่ประชุม", Run("มีมติ", bold=True), "ให้")
    looks = {text: look.bold for unit in found for text, look in unit.source}
    assert looks["ที่ประชุม"] is False
    assert "".join(text for text, bold in looks.items() if bold) == "มีมติ"


def test_cutting_styled_text():
    source = (("กขค", PLAIN), ("งจ", BOLD))
    assert stretch(spans(source), 1, 4) == (("ขค", PLAIN), ("ง", BOLD))
    assert cut(source, (2, 3)) == [(("กข", PLAIN),), (("ค", PLAIN),), (("งจ", BOLD),)]


@pytest.mark.parametrize("invisible", ["\u00ad", "\u200c", "\u200d", "\ufeff", "\u2060", "\r", "\x00"])
def test_what_nobody_sees_never_reaches_a_font(invisible):
    assert plain_text(units(f"ก{invisible}ข")) == "กข"
    assert plain_text(units(Run("ก"), Run(f"{invisible}ข\t{invisible}ค"))) == "กข ค"  # beside a run that has none


def test_a_zero_width_space_is_a_place_to_break_and_nothing_else():
    assert texts(units("หนองป่าครั่ง\u200bใต้"))[-1] == "ใต้"
    assert "\u200b" not in plain_text(units("ก\u200bข"))


def test_wide_words_part_at_the_words_within_them():
    assert narrowed("ปฐมนิเทศ", 5) == ["ปฐม", "นิเทศ"]


@pytest.mark.parametrize("name", ["นายเกษม แก้วเมืองมูล", "(นางสาวเพ็ญศรี อินต๊ะวงศ์)", "นายกิตติศักดิ์ นันทขว้าง"])
def test_a_surname_is_one_unit_after_its_first_name(name):
    assert texts(words(f"เห็นชอบโดย {name}"))[-2:] == name.split(" ")


def test_what_follows_no_name_is_cut_into_words():
    assert texts(words("นายก แก้วเมืองมูล"))[-1] == "มูล"


def test_words_are_looked_for_where_a_line_ends_and_nowhere_else(monkeypatch):
    asked = []
    monkeypatch.setattr(units_module, "break_offsets", lambda text, **how: asked.append(text) or break_offsets(text, **how))
    made_by = Typesetter(setter().fonts)
    found = made_by.units([Run("ที่ประชุม มีมติให้ดำเนินการตามแผน")])
    assert texts(found) == ["ที่ประชุม", "มีมติให้ดำเนินการตามแผน"]
    whole = sum(unit.width for unit in found) + found[0].space.width
    assert len(fill(made_by, found, whole, whole).lines) == 1
    assert asked == []
    first, second = fill(made_by, found, whole - 1, whole).lines
    assert asked == ["มีมติให้ดำเนินการตามแผน"]
    assert texts(first.units)[0] == "ที่ประชุม"
    assert "".join(texts((*first.units, *second.units))[1:]) == asked[0]


@pytest.mark.parametrize("width", [2_000, 5_000, 9_000, 14_000])
def test_lines_are_those_of_who_looks_for_every_word(width):
    """A stretch that is set whole stands where its words would have stood."""
    runs = [Run(PROSE), Run("ตัวหนา กับตัวปกติ", bold=True), Run("ต่อท้าย")]
    made_by = setter()
    every = [word for unit in made_by.units(runs) for word in made_by.parts(unit, float("inf"))]
    assert len(every) > len(made_by.units(runs))
    lines, worded = fill(made_by, made_by.units(runs), width, width).lines, fill(made_by, every, width, width).lines
    assert [line_text(line) for line in lines] == [line_text(line) for line in worded]
    assert [line.width for line in lines] == [line.width for line in worded]


def line_text(line):
    return "".join(piece.shaped.text for piece in line.pieces)


def test_a_unit_tells_its_words():
    (stretched,) = units("มีมติให้", Run("ดำเนินการ", bold=True), "ตามข้อ ๒")
    assert stretched.stretch
    assert list(stretched.words()) == ["มี", "มติ", "ให้", "ดำเนินการ", "ตาม", "ข้อ", " ", "๒"]
    assert list(words("มีมติ")[0].words()) == ["มี"]


def test_glued_words_part_only_when_nothing_else_helps():
    assert narrowed("หน่วยงานอื่น ๆ", 5)[-1] == "อื่น ๆ"


@pytest.mark.parametrize(
    ("text", "room", "parts"),
    [
        ("ปี 2564 - 2566", "2564 - 2566", ["ปี", "2564 - 2566"]),
        ("ปี 2564 - 2566", "ปี 2564 -", ["ปี", "2564 -", "2566"]),
        ("พ.ศ. ๒๕๖๔ – พ.ศ. ๒๕๖๖", "พ.ศ. ๒๕๖๔ –  ", ["พ.ศ. ๒๕๖๔ –", "พ.ศ. ๒๕๖๖"]),
        ("2564 - 2566", "2564", ["2564", "-", "2566"]),  # no dash fits beside its year
    ],
)
def test_a_span_of_years_keeps_its_dash_on_the_first_years_line(text, room, parts):
    made_by = setter()
    (unit,) = made_by.units([Run(text)])
    assert [part.text.replace("\u00a0", " ") for part in made_by.narrowed(unit, made_by.width(room, 1000))] == parts


def test_letters_keep_their_marks_in_the_narrowest_column():
    parts = narrowed("กตัญญู", 0.1)
    assert "".join(parts) == "กตัญญู"
    assert parts == ["ก", "ตั", "ญ", "ญู"]


@pytest.mark.parametrize("number", ["1,234,567.00", "๑๒/๒๕๖๔", "(25)", "-5", "10%"])
def test_numbers_are_never_parted(number):
    assert narrowed(number, 0.5) == [number]


def test_whether_a_column_parts_words():
    made_by = setter()
    found = made_by.units([Run("ปฐมนิเทศ")])
    whole = found[0].width
    assert not made_by.cuts_words(found, whole, inner=False)
    assert made_by.cuts_words(found, whole * 0.8, inner=False)
    assert not made_by.cuts_words(found, whole * 0.8, inner=True)
    assert made_by.cuts_words(found, whole * 0.2, inner=True)


def test_every_word_is_shaped_once():
    made_by = setter()
    first, second = made_by.units([Run("กรรมการ กรรมการ")])
    assert first.pieces is second.pieces


def test_a_missing_character_is_kept_as_text():
    (unit,) = units("漢")
    assert unit.text == "漢"
    assert unit.width > 0


def test_lines_know_their_units():
    made_by = setter()
    filled = fill(made_by, made_by.units([Run(PROSE)]), 9000, 12000)
    assert all(line.units for line in filled.lines)
    assert plain_text(filled.units) == PROSE.replace("\u200b", "")
    assert filled.lines[0].limit == 9000
    assert {line.limit for line in filled.lines[1:]} == {12000}
