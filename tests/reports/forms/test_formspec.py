from __future__ import annotations

from pathlib import Path
from typing import get_type_hints

import pytest
from form_samples import SAMPLES

from hrdesk.domain.book import CHAPTERS
from hrdesk.reports.document import Align, Format, Orientation
from hrdesk.reports.forms.formcheck import chapter_problems, check_form
from hrdesk.reports.forms.formspec import FormError, form_ids, load_form, read_form, standard_texts
from hrdesk.reports.forms.inserts import INSERTS, built
from hrdesk.reports.snapshots.kinds import SNAPSHOTS
from hrdesk.reports.snapshots.scope import Scope
from small_office import office, plan

SMALL = """
id = "small"
name = "ตาราง"
title = "ตาราง {plan_title}"
snapshot = "plan"
orientation = "landscape"
heading = ["{organization}"]
before = "ข้อความ"

[table]
name = "ตาราง"
rows = "budget_rows"
total = "รวม"

[[table.columns]]
key = "label"
heading = "โครงการ"
width = 60

[[table.columns]]
key = "amounts"
repeat = "budget_columns"
format = "baht"
width = 20
total = true
"""


def read(folder: Path, text: str) -> None:
    path = folder / "small.toml"
    path.write_text(text, encoding="utf-8")
    check_form(read_form(path))


def test_the_forms_of_the_program() -> None:
    assert {"budget-table", "committee", "monitoring-table", "plan-book", "register"} <= set(form_ids())


@pytest.mark.parametrize("form_id", form_ids())
def test_every_form_loads_and_names_the_rule_behind_it(form_id: str) -> None:
    form = load_form(form_id)
    check_form(form)
    assert form.id == form_id
    assert form.legal


def test_the_book_has_every_chapter_in_order() -> None:
    book = load_form("plan-book")
    assert [section.chapter for section in book.sections if section.chapter] == list(CHAPTERS)
    landscape = [section.table for section in book.sections if section.orientation is Orientation.LANDSCAPE]
    assert landscape == ["monitoring-table", "alignment", "coverage"]
    assert {section.each for section in book.sections if section.each} == {
        "alignment_part", "coverage_part", "indicators_part", "swot_part", "digital_part",
    }  # fmt: skip
    assert book.catchwords
    assert list(standard_texts()) == list(CHAPTERS)


def test_a_form_is_read_with_its_defaults(tmp_path: Path) -> None:
    path = tmp_path / "small.toml"
    path.write_text(SMALL, encoding="utf-8")
    form = read_form(path)
    assert form.orientation is Orientation.LANDSCAPE
    assert form.foot == "{foot}"
    assert form.table is not None
    label, amounts = form.table.columns
    assert (label.format, label.align) == (Format.TEXT, Align.LEFT)
    assert (amounts.format, amounts.align, amounts.total) == (Format.BAHT, Align.RIGHT, True)


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ('orientation = "landscape"', 'orientatoin = "landscape"', "“orientatoin” หมายถึง “orientation” หรือไม่"),
        ('heading = "โครงการ"', 'haeding = "โครงการ"', "“haeding”"),
        ("width = 60", "widht = 60", "ไม่มีคีย์ “width” (มี “widht” สะกดผิดหรือไม่)"),
        ('snapshot = "plan"', 'snapshot = "plans"', "“plans” หมายถึง “plan”"),
        ('rows = "budget_rows"', 'rows = "budget_row"', "“budget_row” หมายถึง “budget_rows”"),
        ('key = "label"', 'key = "lable"', "“lable” หมายถึง “label”"),
        ('repeat = "budget_columns"', 'repeat = "budget_colums"', "“budget_colums” หมายถึง “budget_columns”"),
        ('format = "baht"', 'format = "bath"', "ใช้ค่า “bath” ไม่ได้"),
        ("width = 60", 'width = 60\nformat = "tick"', "“label” แสดงเป็น tick ไม่ได้"),
        ("{plan_title}", "{plan_titel}", "ช่องข้อมูล “plan_titel” หมายถึง “plan_title”"),
        ("{organization}", "{budget_rows}", "“budget_rows”"),
        ('before = "ข้อความ"', 'before = "@cuorses 1"', "“@cuorses” หมายถึง “@courses”"),
        ('before = "ข้อความ"', 'before = "@table nowhere"', "ตาราง “nowhere”"),
        ('landscape"', 'upright"', "“upright”"),
        ("width = 20", "width = -1", "“width”"),
        ("width = 20", "width = true", "“width” เป็นคนละชนิด"),
        ("total = true", 'total = "ใช่"', "“total” เป็นคนละชนิด"),
        ('id = "small"', 'id = "other"', "“small” ตามชื่อแฟ้ม"),
        ('heading = "โครงการ"\n', "", "ไม่มีคีย์ “heading”"),
        ("width = 60", "width = 60\ntotal = true", "ได้เฉพาะคอลัมน์ตัวเลข"),
        ('heading = ["{organization}"]', "heading = [1]", "รายการของข้อความ"),
        ("[table]", "[tabel]", "table"),
        ("[[table.columns]]", "[table.columns]", "อ่านไม่ได้"),
        ('id = "small"', 'id = "small', "อ่านไม่ได้"),
    ],
)  # fmt: skip
def test_a_slip_is_refused_by_name(tmp_path: Path, right: str, wrong: str, told: str) -> None:
    assert right in SMALL
    with pytest.raises(FormError) as caught:
        read(tmp_path, SMALL.replace(right, wrong))
    assert told in str(caught.value)
    assert "small" in str(caught.value)


def test_a_missing_file_and_a_missing_passage_are_named(tmp_path: Path) -> None:
    with pytest.raises(FormError, match=r"nothing\.toml"):
        read_form(tmp_path / "nothing.toml")
    book = 'id = "small"\nname = "เล่ม"\ntitle = "เล่ม"\nsnapshot = "plan"\n[[sections]]\nchapter = "preface"'
    with pytest.raises(FormError, match=r"small/preface\.txt"):
        read(tmp_path, book)
    with pytest.raises(FormError, match="เพียงคีย์เดียว"):
        read(tmp_path, book + '\ntext = "ด้วย"')
    with pytest.raises(FormError, match="อย่างใดอย่างหนึ่ง"):
        read(tmp_path, 'id = "small"\nname = "ว่าง"\ntitle = "ว่าง"\nsnapshot = "plan"')


def test_chapters_of_the_officer_are_checked_before_printing() -> None:
    chapters = {
        "scope": "ของ {organisation}\n@nothing\n@table T9",
        "budget": "{organization}\n@table budget-table",
    }
    problems = chapter_problems(load_form("plan-book"), chapters)
    assert [(p.field, p.code) for p in problems] == [
        ("chapter:scope", "chapter.unknown-field"),
        ("chapter:scope", "chapter.unknown-insert"),
        ("chapter:scope", "chapter.unknown-insert"),
    ]
    assert {p.place for p in problems} == {"ส่วนที่ 3 ขอบเขตของการพัฒนา"}


@pytest.mark.parametrize("form_id", sorted({load_form(name).snapshot: name for name in form_ids()}.values()))
def test_of_each_kind_of_data_a_chapter_may_name_the_texts_and_nothing_else(form_id: str) -> None:
    form = load_form(form_id)
    hints = get_type_hints(SNAPSHOTS[form.snapshot].type)
    problems = chapter_problems(form, {"scope": " ".join(f"{{{name}}}" for name in hints)})
    others = sorted(name for name, hint in hints.items() if hint is not str)
    assert [p.code for p in problems] == ["chapter.unknown-field"] * len(others)
    assert all(f"{{{name}}}" in problem.text for name, problem in zip(others, problems, strict=True))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("@โครงการของใคร", "“@โครงการของใคร” ข้อความที่บันทึกไว้ยังอยู่ครบ กรุณาแก้หรือลบ"),
        ("  @หลักสูตรหมวด 9 ", "“@หลักสูตรหมวด 9” ข้อความที่บันทึกไว้ยังอยู่ครบ กรุณาแก้หรือลบ"),
        ("@projects mine", "กรุณาแก้เป็น @โครงการของหน่วยงาน หรือ @โครงการของกรมส่งเสริม หรือ @โครงการของหน่วยอื่น"),
        ("@courses 9", "@หลักสูตรหมวด 1 หรือ"),
        ("@committee", "กรุณาแก้เป็น @รายชื่อคณะกรรมการจัดทำแผน หรือ @รายชื่อคณะกรรมการติดตาม"),
        ("@bullets nothing", "“@bullets nothing” ข้อความที่บันทึกไว้ยังอยู่ครบ กรุณาแก้หรือลบ"),
        ("@numbers", "“@numbers” ข้อความที่บันทึกไว้ยังอยู่ครบ กรุณาแก้หรือลบ"),
        ("@columns budget_rows", "“@columns budget_rows” ข้อความที่บันทึกไว้ยังอยู่ครบ กรุณาแก้หรือลบ"),
        ("@table T9", "กรุณาแก้เป็น @ตารางงบประมาณ หรือ @ตารางติดตามประเมินผล หรือ @ตารางคณะกรรมการ"),
    ],
)
def test_a_mistyped_line_is_found_before_printing_and_told_with_what_can_be_typed(line: str, told: str) -> None:
    """What is not told would be printed as it was typed, in the middle of an official book."""
    (problem,) = chapter_problems(load_form("plan-book"), {"scope": f"ข้อความ\n{line}\nข้อความ"})
    assert told in problem.text
    assert chapter_problems(load_form("plan-book"), {"scope": f"ติดต่อ {line.strip()} ในประโยค"}) == ()


@pytest.mark.parametrize("argument", ["", "4", "own", "planning", "project_titles", "budget_rows", "nothing"])
@pytest.mark.parametrize("name", sorted(INSERTS - {"table"}))
def test_what_is_not_told_of_a_line_can_be_printed(name: str, argument: str) -> None:
    told = chapter_problems(load_form("plan-book"), {"scope": f"@{name} {argument}".rstrip()})
    if not told:
        assert built(Scope.of(SAMPLES["plan"](office(), plan())), name, argument)
