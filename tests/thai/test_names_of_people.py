"""Names as lists of staff have them: titles of every service told from names that only begin like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.thai.text import (
    PersonName,
    civil_title_length,
    clean,
    ends_with_short_title,
    full_name,
    search_key,
    sort_key,
    split_name,
)
from hrdesk.thai.titles import full_title

CIVIL = ["นาย", "นาง", "นางสาว", "น.ส.", "ด.ช.", "ด.ญ.", "เด็กชาย", "เด็กหญิง"]
MILITARY = [
    "พลเอก", "พลโท", "พันเอก", "พันตรี", "ร้อยเอก", "ร้อยตรี", "จ่าสิบเอก", "สิบเอก", "สิบตรี", "นาวาเอก", "เรือตรี", "พันจ่าเอก", "จ่าเอก",
    "นาวาอากาศเอก", "เรืออากาศตรี", "พันจ่าอากาศเอก", "พล.อ.", "พ.อ.", "พ.ต.", "ร.อ.", "ร.ต.", "จ.ส.อ.", "ส.อ.", "พ.จ.อ.", "จ.อ.", "พ.อ.อ.",
]  # fmt: skip
POLICE = ["พลตำรวจเอก", "พันตำรวจโท", "ร้อยตำรวจตรี", "ดาบตำรวจ", "จ่าสิบตำรวจ", "สิบตำรวจเอก", "พ.ต.อ.", "ร.ต.ต.", "ด.ต.", "ส.ต.ท."]
LEARNED = ["ดร.", "ผศ.", "รศ.", "ศ.", "ผศ.ดร.", "รศ.ดร.", "ศาสตราจารย์", "ผู้ช่วยศาสตราจารย์", "นายแพทย์", "แพทย์หญิง", "ทันตแพทย์หญิง", "เภสัชกร", "นพ.", "พญ.", "น.สพ."]
ROYAL = ["หม่อมราชวงศ์", "หม่อมหลวง", "ม.ร.ว.", "ม.ล."]
TITLES = [*CIVIL, *MILITARY, *POLICE, *LEARNED, *ROYAL, "นายกองเอก", "นายหมวดโท", "ก.อ.", "มว.ต."]
FIRST = ["สมชาย", "มาลี", "ณัฐธิดา", "เกรียงศักดิ์", "ไพศาล", "อำพล", "นพ", "พล", "จ่าง", "ศรี", "เอก", "ดรุณี"]
LAST = ["ใจดี", "ณ เชียงใหม่", "ศรีสุข", "แซ่ลี้", "รักษ์ไทย-เจริญ"]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_told_from_the_name_joined_or_apart(title):
    for written in (f"{title}สมชาย ใจดี", f"{title} สมชาย ใจดี", f"  {title}  สมชาย   ใจดี "):
        assert split_name(written) == PersonName(title, "สมชาย", "ใจดี"), written


@pytest.mark.parametrize("title", [*MILITARY, *POLICE])
def test_a_woman_of_rank_and_one_acting(title):
    for whole in (f"{title}หญิง", f"ว่าที่{title}", f"ว่าที่ {title}", f"ว่าที่{title}หญิง"):
        assert split_name(f"{whole} มาลี ใจดี") == PersonName(whole, "มาลี", "ใจดี")


@pytest.mark.parametrize(
    "name",
    [
        "นายิกา ใจดี", "นางามตา ใจดี", "นพ ใจดี", "พลเอกชัย ใจดี", "ศรีสมร ใจดี", "ดรุณี ใจดี", "จ่าง แซ่ลี้", "เอกชัย ศรีสุข", "อารี ใจดี", "สมชาย ใจดี",
        "ณ เชียงใหม่", "Mr. John Smith", "พระมหาสมชาย", "คุณสมชาย ใจดี",
    ],
)  # fmt: skip
def test_names_that_begin_like_a_title_keep_all_their_letters(name):
    parts = split_name(name)
    assert "".join(f"{parts.title}{parts.first}{parts.last}".split()) == "".join(name.split())
    if name != "พลเอกชัย ใจดี":  # which no program can tell from a general named ชัย
        assert parts.title == ""


@given(st.sampled_from(TITLES), st.sampled_from(FIRST), st.sampled_from(LAST))
def test_a_name_written_as_papers_write_it_is_read_again(title, first, last):
    parts = split_name(full_name(title, first, last))
    assert "".join((parts.title + parts.first).split()) == full_title(title) + first
    assert parts.last == clean(last)
    assert str(parts) == full_name(parts.title, parts.first, parts.last)


@given(st.sampled_from(TITLES), st.sampled_from(FIRST), st.sampled_from(LAST))
def test_a_title_written_out_names_the_same_person(title, first, last):
    whole = full_title(title)
    again = split_name(full_name(whole, first, last))
    assert "".join((again.title + again.first).split()) == "".join((whole + first).split())
    assert full_title(whole) == whole


@pytest.mark.parametrize(
    ("name", "title"),
    [("นายสมชาย", "นาย"), ("นางสาวมาลี", "นางสาว"), ("ร้อยตรีหญิงมาลี", "ร้อยตรีหญิง"), ("ว่าที่ร้อยตรีสมชาย", "ว่าที่ร้อยตรี"), ("น.ส.มาลี", ""), ("ดร.มาลี", ""), ("สมชาย", ""), ("", ""),
     ("พันจ่าอากาศเอกสมชาย", "พันจ่าอากาศเอก"), ("พันจ่าตรีอากาศ", "พันจ่าตรี"), ("พันตรีหญิง", "พันตรีหญิง"), ("ดาบตำรวจสมชาย", "ดาบตำรวจ"),
     ("พันธุ์ดี", ""), ("นายา", ""), ("นางา", ""), ("นางสาวัน", "นาง"), ("ว่าที่นายสมชาย", ""), ("ว่าที่", ""), ("พลตรีา", ""), ("นา", "")],
)
def test_how_long_a_title_written_out_is(name, title):
    assert name[: civil_title_length(name)] == title


@given(st.sampled_from(FIRST), st.sampled_from(LAST), st.sampled_from(["\u200b", " ", "  ", "\u00a0", "-", ""]))
def test_a_name_is_found_however_it_is_spaced(first, last, gap):
    assert search_key(f"{first}{gap}{last}") == search_key(f"{first} {last}")
    assert search_key(last) in search_key(f"{first}{gap}{last}")


@given(st.lists(st.tuples(st.sampled_from(FIRST), st.sampled_from(LAST)), min_size=2, max_size=12))
def test_the_order_of_a_list_does_not_depend_on_how_names_were_typed(people):
    plain = [f"{first} {last}" for first, last in people]
    typed = [f" {first}\u00a0\u200b {last} " for first, last in people]
    assert [sort_key(name) for name in typed] == [sort_key(name) for name in plain]
    assert sorted(plain, key=sort_key) == sorted(sorted(plain, reverse=True), key=sort_key)


@given(st.text(alphabet="กขคงจนมรลวสอเแโใไ่้๊๋็์ะาิีึืุูำัๆฯ ", max_size=20))
def test_keys_of_what_looks_the_same_are_the_same(text):
    for key in (sort_key, search_key):
        assert key(clean(text)) == key(text)
        assert key(f"\u200b{text}\ufeff") == key(text)


SHORT = [f"{rank}{grade}." for rank in ("ร.", "พ.", "พล.", "จ.ส.", "พ.จ.", "พ.อ.", "ร.ต.", "พล.ต.", "มว.") for grade in "ตทอ"]


@pytest.mark.parametrize("title", [*SHORT, "ด.ต.", "น.ส.", "ดร.", "ม.ร.ว.", "น.สพ."])
def test_an_abbreviation_leads_a_name_however_its_dots_were_typed(title):
    inner, last = title[:-1].replace(".", ""), f"{title[:-1]} "
    for typed in (title, title[:-1].replace(".", ". ") + ".", f"{inner}."):
        assert split_name(f"{typed}สมชาย ใจดี") == PersonName(typed, "สมชาย", "ใจดี"), typed
        assert ends_with_short_title(f"โดย {typed}")
    assert not ends_with_short_title(f"ก{title}"), "the end of another word"
    if "." in title[:-1]:
        assert split_name(f"{last}สมชาย ใจดี").title == last.strip()


@pytest.mark.parametrize("rank", ["ร้อย", "พลตำรวจ", "พันจ่าอากาศ", "นาวา", "จ่าสิบ", "นายหมวด"])
def test_a_rank_is_told_with_its_grade_alone_and_whole(rank):
    for grade in ("ตรี", "โท", "เอก"):
        assert civil_title_length(f"{rank}{grade}สมชาย") == len(rank + grade)
        assert civil_title_length(f"{rank}{grade}หญิงสมหญิง") == len(f"{rank}{grade}หญิง")
        for letter in "าะำิ่์":
            assert civil_title_length(f"{rank}{grade}{letter}") in (0, len("นาย")), "the syllable goes on"


@pytest.mark.parametrize(("text", "length"), [
    ("ว่าที่ร้อยตรีสมชาย", 13), ("ว่าที่ร้อยตรีหญิงสมหญิง", 17), ("ว่าที่นายก", 0), ("ว่าที่", 0), ("นายก", 3), ("นายะ", 0), ("นางสาวมาลี", 6), ("นางสาวิตรี", 3),
    ("นางสาวามาลี", 3), ("เด็กหญิงหญิง", 8), ("ตรี", 0), ("", 0), ("พันจ่าอากาศเอก", 14), ("จ่าสิบตำรวจหญิง", 15),
])  # fmt: skip
def test_how_long_a_title_is_that_ends_with_its_syllable(text, length):
    assert civil_title_length(text) == length


@pytest.mark.parametrize("word", ["พ.ศ.", "ก.ท.จ.", "อบต.", "พ.ร.บ.", "บจ.", "รพ.สต.", "กศน.", "ทส."])
def test_other_abbreviations_lead_no_name(word):
    assert not ends_with_short_title(f"ของ {word}")
