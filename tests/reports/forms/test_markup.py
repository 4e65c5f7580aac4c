from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hrdesk.errors import UserError
from hrdesk.reports.document import Block, FillIn, Heading, ListItem, PageBreak, Paragraph, Run, Style
from hrdesk.reports.forms.markup import UnknownFieldError, field_names, fill, inline, insert_names, parse

FIELDS = {"organization": "เทศบาลตำบลหนองป่าครั่ง", "period": "2564 - 2566", "stars": "a**b"}


def no_insert(name: str, argument: str) -> tuple[Block, ...]:
    raise AssertionError(f"@{name} {argument}")


def blocks(text: str) -> tuple[Block, ...]:
    return parse(text, FIELDS, no_insert)


def plain(text: str, style: Style = Style.BODY) -> Paragraph:
    return Paragraph((Run(text),), style)


def test_blank_line_separates_paragraphs_and_a_line_end_does_not() -> None:
    assert blocks("หนึ่ง\nต่อ\n\n\nสอง") == (plain("หนึ่ง ต่อ"), plain("สอง"))


def test_headings() -> None:
    text = "# ส่วนที่ 1 | หลักการและเหตุผล\n## 1.1 กฎหมาย\n### ย่อย\nเนื้อความ"
    assert blocks(text) == (
        Heading(("ส่วนที่ 1", "หลักการและเหตุผล"), level=0),
        Heading(("1.1 กฎหมาย",), level=1),
        Heading(("ย่อย",), level=2),
        plain("เนื้อความ"),
    )
    assert blocks("#ไม่ใช่หัวข้อ") == (plain("#ไม่ใช่หัวข้อ"),)


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("- ข้อ", ListItem("-", (Run("ข้อ"),))),
        ("1. ข้อ", ListItem("1.", (Run("ข้อ"),))),
        ("  (12) ข้อ", ListItem("(12)", (Run("ข้อ"),), level=1)),
        ("    3) ข้อ", ListItem("3)", (Run("ข้อ"),), level=2)),
        ("  (๒) ข้อ", ListItem("(2)", (Run("ข้อ"),), level=1)),
        ("\t- ข้อ", ListItem("-", (Run("ข้อ"),), level=1)),
    ],
)
def test_list_items(line: str, item: ListItem) -> None:
    assert blocks(line) == (item,)


def test_an_item_goes_on_until_the_next_mark_or_blank_line() -> None:
    first, second, after = blocks("(1) ต้น\n    ปลาย\n(2) ถัดไป\n\nย่อหน้า")
    assert first == ListItem("(1)", (Run("ต้น ปลาย"),))
    assert second == ListItem("(2)", (Run("ถัดไป"),))
    assert after == plain("ย่อหน้า")


def test_an_article_number_is_no_list_marker() -> None:
    assert blocks("2.1 วัตถุประสงค์") == (plain("2.1 วัตถุประสงค์"),)


def test_styled_lines_stand_alone() -> None:
    assert blocks("> กลาง\n>> ลงนาม\n>> ตำแหน่ง\n= ชิดซ้าย\n! ปก\n!! ปี") == (
        plain("กลาง", Style.CENTERED),
        plain("ลงนาม", Style.SIGNED),
        plain("ตำแหน่ง", Style.SIGNED),
        plain("ชิดซ้าย", Style.PLAIN),
        plain("ปก", Style.COVER_TITLE),
        plain("ปี", Style.COVER_LINE),
    )


def test_bold_and_fields() -> None:
    (paragraph,) = blocks("แผนของ**{organization}** พ.ศ. {period}")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.runs == (
        Run("แผนของ"),
        Run("เทศบาลตำบลหนองป่าครั่ง", bold=True),
        Run(" พ.ศ. 2564 - 2566"),
    )


def test_unpaired_stars_and_stars_in_a_value_are_text() -> None:
    assert inline("5 ** 3", {}) == (Run("5 ** 3"),)
    assert inline("**หนา** แล้ว ** เดี่ยว", {}) == (Run("หนา", bold=True), Run(" แล้ว ** เดี่ยว"))
    assert inline("{stars} **x**", FIELDS) == (Run("a**b "), Run("x", bold=True))


def test_field_in_a_heading() -> None:
    assert blocks("# แผน | ของ{organization}") == (Heading(("แผน", "ของเทศบาลตำบลหนองป่าครั่ง")),)


def test_unknown_field_is_refused_by_name() -> None:
    with pytest.raises(UnknownFieldError, match=r"\{organisation\}"):
        blocks("ของ {organisation}")
    with pytest.raises(UserError):
        fill("{}", FIELDS)


def test_thai_digits_become_arabic_for_the_writer_to_decide() -> None:
    assert blocks("ข้อ ๒๘๘") == (plain("ข้อ 288"),)


def test_inserts_are_called_with_their_argument() -> None:
    calls: list[tuple[str, str]] = []

    def insert(name: str, argument: str) -> tuple[Block, ...]:
        calls.append((name, argument))
        return (PageBreak(),)

    found = parse("ก่อน\n@courses 1\n  @fiscal-years\nหลัง", FIELDS, insert)
    assert calls == [("courses", "1"), ("fiscal-years", "")]
    assert found == (plain("ก่อน"), PageBreak(), PageBreak(), plain("หลัง"))


def test_an_at_sign_inside_prose_is_prose() -> None:
    assert blocks("@ ตลาด\n\nส่งที่ hr@office.go.th") == (plain("@ ตลาด"), plain("ส่งที่ hr@office.go.th"))


def test_names_a_text_asks_for() -> None:
    text = "{organization} และ {period}\n@table budget-table\n@page"
    assert field_names(text) == {"organization", "period"}
    assert insert_names(text) == {("table", "budget-table"), ("page", "")}


LINES = st.lists(st.text("กขค 12(-.)#>=!|*ๆ\t", max_size=12), max_size=8)


@given(LINES)
@example([".. ก1 | 2"])
def test_no_letter_of_a_passage_is_lost(lines: list[str]) -> None:
    found = blocks("\n".join(lines))
    printed = ""
    for block in found:
        if isinstance(block, Heading):
            printed += "".join(block.lines)
        elif isinstance(block, ListItem):
            printed += block.marker + "".join(run.text for run in block.runs)
        elif isinstance(block, Paragraph):
            printed += "".join(run.text for run in block.runs)
        elif isinstance(block, FillIn):
            printed += "".join(part.label + part.text for part in block.parts)
    letters = "กขคๆ12"
    assert [c for c in printed if c in letters] == [c for c in "".join(lines) if c in letters]


@pytest.mark.parametrize("mark", ["#", "##", "###", ">>", ">", "=", "!!", "!", "<", ".."])
def test_a_mark_stands_first_and_has_a_text_after_it(mark: str) -> None:
    marked = blocks(f"{mark} ข้อความ")
    assert marked != (plain(f"{mark} ข้อความ"),)
    assert blocks(f"{mark}   ข้อความ") == marked
    for alone in (mark, f"{mark}ข้อความ", f" {mark} ข้อความ", f"{mark}{mark}{mark}{mark} ข้อความ"):
        assert blocks(alone) == (plain(alone.strip()),)
    assert blocks(f"{mark}  ") == (plain(mark),)
