import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hrdesk.thai import text as text_module
from hrdesk.thai.text import PersonName, clean, ends_with_short_title, full_name, search_key, split_name

LETTERS = [chr(code) for code in range(0x0E01, 0x0E5C)] + list(" \u200b\u00a0a1-\n")
THAI = st.text(alphabet=LETTERS, max_size=30)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("น\u0e4d\u0e49\u0e32", "น้ำ"),
        ("น\u0e49\u0e4d\u0e32", "น้ำ"),
        ("ก\u0e4d\u0e32", "กำ"),
        ("น\u0e33\u0e49", "น้ำ"),
        ("เเผน", "แผน"),
        ("ที่่", "ที่"),
        ("ป\u0e48\u0e35", "ปี่"),
        ("\ufeffสมชาย\u200bใจดี", "สมชายใจดี"),
        ("  นาย\u00a0สมชาย   ใจดี\t", "นาย สมชาย ใจดี"),
        ("ข้อ ๑ \r\n  ข้อ ๒", "ข้อ ๑\nข้อ ๒"),
        ("cafe\u0301", "caf\u00e9"),
        ("ต่าง ๆ ½", "ต่าง ๆ ½"),
        ("", ""),
        ("ก\ud83dข\udc00\ufffe\uffff 🙂", "กข 🙂"),  # which no file takes
    ],
)
def test_one_spelling_for_what_looks_the_same(typed, kept):
    assert clean(typed) == kept


@given(st.text() | THAI)
@example("\u0e01\u0e38\u0e3a")
@example("\u0e01\u0e39\u0e3a\u0e48")
def test_cleaning_twice_changes_nothing(text):
    once = clean(text)
    assert clean(once) == once
    assert once == unicodedata.normalize("NFC", once).strip()
    assert "  " not in once


@given(st.text() | THAI | st.text(alphabet="เแกำาํ้่ัิ ็์\n\u200b1a-", max_size=8))
def test_what_looks_clean_is_what_cleaning_leaves_alone(text):
    assert clean(text) == text_module._cleaned(text)


def test_typed_fragments_find_a_name_in_any_spelling():
    stored = search_key("น.ส. น้ำทิพย์ ใจ-ดี DLit100")
    for typed in ("น\u0e4d\u0e49\u0e32ทิพย์", "ทิพย์ใจดี", "ทิพย์ ใจ", "dlit๑๐๐", "DLIT 100"):
        assert search_key(typed) in stored


@pytest.mark.parametrize(
    ("typed", "title", "first", "last"),
    [
        ("นายสมชาย ใจดี", "นาย", "สมชาย", "ใจดี"),
        ("นาย สมชาย  ใจดี", "นาย", "สมชาย", "ใจดี"),
        ("นางสาวมาลี รักงาน", "นางสาว", "มาลี", "รักงาน"),
        ("นางมาลี รักงาน", "นาง", "มาลี", "รักงาน"),
        ("น.ส.มาลี รักงาน", "น.ส.", "มาลี", "รักงาน"),
        ("น. ส. มาลี รักงาน", "น. ส.", "มาลี", "รักงาน"),
        ("น.ส มาลี รักงาน", "น.ส", "มาลี", "รักงาน"),
        ("นส. มาลี รักงาน", "นส.", "มาลี", "รักงาน"),
        ("ว่าที่ ร.ต.สมชาย ใจดี", "ว่าที่ ร.ต.", "สมชาย", "ใจดี"),
        ("ว่าที่ร้อยตรีสมชาย ใจดี", "ว่าที่ร้อยตรี", "สมชาย", "ใจดี"),
        ("ว่าที่ร้อยตรีหญิง มาลี ใจดี", "ว่าที่ร้อยตรีหญิง", "มาลี", "ใจดี"),
        ("ว่าที่ ร.ต.หญิงมาลี ใจดี", "ว่าที่ ร.ต.หญิง", "มาลี", "ใจดี"),
        ("ดร.สมชาย ใจดี", "ดร.", "สมชาย", "ใจดี"),
        ("ดร สมชาย ใจดี", "ดร", "สมชาย", "ใจดี"),
        ("ผศ.ดร.สมชาย ใจดี", "ผศ.ดร.", "สมชาย", "ใจดี"),
        ("นาย ดร.สมชาย ใจดี", "นาย ดร.", "สมชาย", "ใจดี"),
        ("ศาสตราจารย์ นายแพทย์สมชาย ใจดี", "ศาสตราจารย์ นายแพทย์", "สมชาย", "ใจดี"),
        ("นพ.สมชาย ใจดี", "นพ.", "สมชาย", "ใจดี"),
        ("ทพ. สมชาย ใจดี", "ทพ.", "สมชาย", "ใจดี"),
        ("ภญ.มาลี ใจดี", "ภญ.", "มาลี", "ใจดี"),
        ("พ.จ.อ.สมชาย ใจดี", "พ.จ.อ.", "สมชาย", "ใจดี"),
        ("จ.ส.ต. สมชาย ใจดี", "จ.ส.ต.", "สมชาย", "ใจดี"),
        ("จ.อ.สมชาย ใจดี", "จ.อ.", "สมชาย", "ใจดี"),
        ("สิบเอกสมชาย ใจดี", "สิบเอก", "สมชาย", "ใจดี"),
        ("พันจ่าอากาศเอก สมชาย ใจดี", "พันจ่าอากาศเอก", "สมชาย", "ใจดี"),
        ("ม.ล.สมชาย ณ เชียงใหม่", "ม.ล.", "สมชาย", "ณ เชียงใหม่"),
        ("สมชาย ใจดี", "", "สมชาย", "ใจดี"),
        ("นายสมชาย", "นาย", "สมชาย", ""),
        # first names that begin like a title
        ("นายิกา ใจดี", "", "นายิกา", "ใจดี"),
        ("นพ ใจดี", "", "นพ", "ใจดี"),
        ("นายพันตรี ใจดี", "นาย", "พันตรี", "ใจดี"),
        ("นาย", "", "นาย", ""),
        ("", "", "", ""),
    ],
)
def test_titles_are_told_from_names(typed, title, first, last):
    assert split_name(typed) == PersonName(title, first, last)


@pytest.mark.parametrize("name", ["นายสมชาย ใจดี", "ดร.มาลี ณ อยุธยา", "ว่าที่ ร.ต.สมชาย ใจดี", "สมชาย", "นางมาลี"])
def test_a_full_name_splits_and_joins_again(name):
    parts = split_name(name)
    assert full_name(parts.title, parts.first, parts.last) == str(parts) == name


@given(THAI)
def test_no_letter_of_a_name_is_lost(text):
    parts = split_name(text)
    assert "".join((parts.title + parts.first + parts.last).split()) == "".join(clean(text).split())


def test_short_titles_before_a_name():
    assert ends_with_short_title("น.ส.")
    assert ends_with_short_title("เสนอ รศ.ดร.")
    assert not ends_with_short_title("พ.ศ.")
    assert not ends_with_short_title("ก.ท.จ.")


@pytest.mark.parametrize("rank", ["ร.ต.", "พ.ต.อ.", "จ.ส.ท.", "มว.อ.", "ด.ต.", "ส.ต.ต."])
@pytest.mark.parametrize("before", ["", "เสนอ ", "(", "รศ."])
def test_short_ranks_are_titles_however_they_are_dotted(rank, before):
    assert ends_with_short_title(before + rank)
    assert ends_with_short_title(before + rank.replace(".", ". ").strip())
    assert ends_with_short_title(before + rank.replace(".", "") + ".")
    assert not ends_with_short_title(before + rank.replace(".", ""))
