"""Titles end their lines where a reader pauses, in no more lines than they need."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pdf_support import setter

from hrdesk.reports.document import Align, Run
from hrdesk.reports.typography.lines import fill
from hrdesk.reports.typography.paragraph import ThaiParagraph
from hrdesk.reports.typography.phrases import fill_title
from hrdesk.reports.typography.style import TextStyle
from hrdesk.thai.linebreak import title_break

PAGE = 453.5 * 1000 / 20  # the frame in a title's size
COLUMN = 226 * 1000 / 16
CLASS = "โครงการอบรมเพิ่มประสิทธิภาพในการปฏิบัติงานของพนักงานเทศบาล รุ่นที่ ๑"
WORDS = ("โครงการ", "อบรม", "ของ", "พนักงาน", "เทศบาล", "และ", "การพัฒนา", "พ.ศ.", "๒๕๖๔", "-", "(IDP)", "รุ่นที่", "Massachusetts", " ", " ", "\n")


def lines(text: str, width: float, *, even: bool = True) -> list[str]:
    made_by = setter()
    found = fill_title(made_by, made_by.units((Run(text),), bold=True), width, even=even).lines
    return ["".join(piece.shaped.text for piece in line.pieces) for line in found]


@pytest.mark.parametrize(
    ("title", "width", "parts"),
    [
        (CLASS, PAGE, ["โครงการอบรมเพิ่มประสิทธิภาพ", "ในการปฏิบัติงานของพนักงานเทศบาล รุ่นที่ ๑"]),
        (CLASS, COLUMN, ["โครงการอบรมเพิ่มประสิทธิภาพ", "ในการปฏิบัติงาน", "ของพนักงานเทศบาล รุ่นที่ ๑"]),
        ("ตารางทักษะด้านดิจิทัลรายบุคคล เทศบาลตำบลตัวอย่าง ณ ๒๘ พฤศจิกายน ๒๕๖๙", PAGE,
         ["ตารางทักษะด้านดิจิทัลรายบุคคล", "เทศบาลตำบลตัวอย่าง ณ ๒๘ พฤศจิกายน ๒๕๖๙"]),
        ("ตามแผนพัฒนาพนักงานเทศบาล ๓ ปี พ.ศ. ๒๕๖๔ - ๒๕๖๖", PAGE * 0.8, ["ตามแผนพัฒนาพนักงานเทศบาล ๓ ปี", "พ.ศ. ๒๕๖๔ - ๒๕๖๖"]),
        ("คณะกรรมการติดตามและประเมินผล", COLUMN, ["คณะกรรมการติดตาม", "และประเมินผล"]),
        ("แผนพัฒนาพนักงานเทศบาล ๓ ปี\nเทศบาลตำบลตัวอย่าง", PAGE, ["แผนพัฒนาพนักงานเทศบาล ๓ ปี", "เทศบาลตำบลตัวอย่าง"]),
        ("สั้น", PAGE, ["สั้น"]),
    ],
)  # fmt: skip
def test_a_title_is_parted_by_sense(title, width, parts):
    assert lines(title, width) == parts


def test_no_title_of_a_class_parts_whom_it_is_for():
    for width in range(14_000, 30_000, 700):
        for whom in ("พนักงานเทศบาล", "พนักงานส่วนตำบล", "ลูกจ้างประจำ"):
            found = lines(f"โครงการอบรมเพิ่มประสิทธิภาพในการปฏิบัติงานของ{whom} รุ่นที่ ๑", width)
            assert not any(line.rstrip().endswith(("พนักงาน", "ลูกจ้าง", "ของ")) for line in found), (width, found)


@example("๒๕๖๔๒๕๖๔อบรม", 4_000.0, False)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map("".join), st.sampled_from([4_000.0, COLUMN, PAGE]), st.booleans())
def test_nothing_is_lost_and_no_line_is_more_or_too_wide(text, width, even):
    made_by = setter()
    units = made_by.units((Run(text),))
    plain, title = fill(made_by, units, width, width).lines, fill_title(made_by, units, width, even=even).lines
    assert len(title) == len(plain)
    for one, other in ((plain, title),):
        assert ["".join(p.shaped.text for u in line.units for p in u.pieces) for line in one if line.hard and len(one) == 1] == [
            "".join(p.shaped.text for u in line.units for p in u.pieces) for line in other if line.hard and len(other) == 1
        ]
    said = ["".join(u.text + (u.space.shaped.text if u.space else "") for line in found for u in line.units) for found in (plain, title)]
    assert said[0] == said[1]
    assert [line.hard for line in title].count(True) == [line.hard for line in plain].count(True)
    assert all(a.width <= max(width, *(b.width for b in plain)) + 0.02 for a in title)


@pytest.mark.parametrize(
    ("before", "after", "spaced", "cost"),
    [("ปฏิบัติงาน", "ของ", False, 0.1), ("ของ", "พนักงาน", False, 1.0), ("พนักงาน", "เทศบาล", False, 1.0), ("นายกองค์การ", "บริหาร", False, 1.0),
     ("ความรู้", "ทักษะ", False, 0.4), ("เทศบาล", "รุ่นที่", True, 0.0), ("เทศบาล", "๓ ปี", True, 0.6), ("ณ", "๒๘", True, 1.0)],
)  # fmt: skip
def test_what_the_end_of_a_line_costs(before, after, spaced, cost):
    assert title_break(before, after, spaced=spaced) == cost


def test_only_titles_and_centred_texts_are_set_so():
    made_by = setter()
    text = (Run(CLASS),)
    centred, body = (ThaiParagraph.of(made_by, text, TextStyle(size=20, align=align)) for align in (Align.CENTER, Align.LEFT))
    centred.wrap(453.5)
    body.wrap(453.5)
    assert len(centred.lines) == len(body.lines)
    assert body.lines[0].slack < centred.lines[0].slack
