import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words
from pythainlp.util import bahttext

from hrdesk.thai.numbers import (
    arabic_digits,
    baht_text,
    format_baht,
    measure_follows,
    parse_baht,
    thai_digits,
    thai_digits_in_prose,
)

# One oracle takes a float, and says ศูนย์บาท below one baht.
AMOUNTS = st.integers(min_value=100, max_value=10**13)


@given(st.text())
def test_digits_of_one_script_come_back_from_the_other(text):
    assert arabic_digits(thai_digits(text)) == arabic_digits(text)


@given(st.text(alphabet="กะ็0๐1๑9๙.,a ", max_size=30))
def test_each_digit_has_its_fellow_and_nothing_else_changes(text):
    assert thai_digits(text) == "".join("๐๑๒๓๔๕๖๗๘๙"[int(sign)] if sign.isdecimal() else sign for sign in text)
    assert arabic_digits(text) == "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)


@pytest.mark.parametrize(
    ("arabic", "printed"),
    [
        ("ปี 2564 - 2566", "ปี ๒๕๖๔ - ๒๕๖๖"),
        ("เลขที่ตำแหน่ง 18-2-01-1101-001", "เลขที่ตำแหน่ง ๑๘-๒-๐๑-๑๑๐๑-๐๐๑"),
        ("งบ 20,000 บาท (ร้อยละ 2.5)", "งบ ๒๐,๐๐๐ บาท (ร้อยละ ๒.๕)"),
        ("หน่วย DLit100 และ DS101.1", "หน่วย DLit100 และ DS101.1"),
        ("COVID-19 ระบาดปี 2563", "COVID-19 ระบาดปี ๒๕๖๓"),
        ("หลักสูตร Office 365 รุ่นที่ 2", "หลักสูตร Office 365 รุ่นที่ ๒"),
        ("กระดาษ A4 จำนวน 10 แผ่น", "กระดาษ A4 จำนวน ๑๐ แผ่น"),
        ("ดู https://www.dla.go.th/หน้า/2566 ข้อ 3", "ดู https://www.dla.go.th/หน้า/2566 ข้อ ๓"),
        ("www.ocsc.go.th/p1 หน้า 5", "www.ocsc.go.th/p1 หน้า ๕"),
        ("ส่ง hr.2566@dla.go.th ภายใน 7 วัน", "ส่ง hr.2566@dla.go.th ภายใน ๗ วัน"),
        ("ทำ IDP 5 คน ใน 3 ปี", "ทำ IDP ๕ คน ใน ๓ ปี"),
        ("แผน HRD 2566", "แผน HRD ๒๕๖๖"),
        ("(Mindset)1", "(Mindset)๑"),
        ("Windows 11", "Windows 11"),
        ("1) ข้อแรก 2/2566", "๑) ข้อแรก ๒/๒๕๖๖"),
    ],
)
def test_prose_prints_numbers_but_not_codes_in_thai_digits(arabic, printed):
    assert thai_digits_in_prose(arabic) == printed


@pytest.mark.parametrize(
    ("satang", "words"),
    [
        (40_000_000, "สี่แสนบาทถ้วน"),
        (0, "ศูนย์บาทถ้วน"),
        (100, "หนึ่งบาทถ้วน"),
        (1_100, "สิบเอ็ดบาทถ้วน"),
        (2_100, "ยี่สิบเอ็ดบาทถ้วน"),
        (10_100, "หนึ่งร้อยเอ็ดบาทถ้วน"),
        (101, "หนึ่งบาทหนึ่งสตางค์"),
        (125, "หนึ่งบาทยี่สิบห้าสตางค์"),
        (21, "ยี่สิบเอ็ดสตางค์"),
        (-50_025, "ลบห้าร้อยบาทยี่สิบห้าสตางค์"),
        (100_000_100, "หนึ่งล้านเอ็ดบาทถ้วน"),
        (1_100_000_000, "สิบเอ็ดล้านบาทถ้วน"),
        (10**14, "หนึ่งล้านล้านบาทถ้วน"),
    ],
)
def test_amounts_in_words(satang, words):
    assert baht_text(satang) == words


@given(AMOUNTS)
def test_words_agree_with_two_other_programs(satang):
    assert baht_text(satang) == bahttext(satang / 100)
    assert baht_text(satang // 100 * 100) == f"{num2words(satang // 100, lang='th')}บาทถ้วน"


@pytest.mark.parametrize(
    ("satang", "shown"),
    [(40_000_000, "400,000"), (123_450, "1,234.50"), (5, "0.05"), (0, "0"), (-123_456, "-1,234.56")],
)
def test_money_is_shown_with_satang_only_when_there_are_any(satang, shown):
    assert format_baht(satang) == shown


@given(st.integers(min_value=-(10**15), max_value=10**15))
def test_shown_money_reads_back(satang):
    assert parse_baht(format_baht(satang)) == satang
    assert parse_baht(thai_digits(format_baht(satang)) + " บาท") == satang


@pytest.mark.parametrize(
    ("typed", "satang"),
    [
        ("400,000", 40_000_000),
        ("๔๐๐,๐๐๐.๕๐ บาท", 40_000_050),
        ("400000", 40_000_000),
        (" 1 234.5 ", 123_450),
        (".5", 50),
        ("฿20,000", 2_000_000),
        ("20,000.-", 2_000_000),
        ("20,000/-", 2_000_000),
        ("5 บาท 25 สตางค์", 525),
        ("100 บาทถ้วน", 10_000),
        ("-", 0),
        ("–", 0),
        ("-500", -50_000),
    ],
)
def test_money_as_people_type_it(typed, satang):
    assert parse_baht(typed) == satang


@pytest.mark.parametrize(
    "typed", ["", " ", "บาท", "ห้าร้อย", "1,23", "1.234", "12,34,567", "1.5 บาท 5 สตางค์", "5-6", "1e5"]
)
def test_what_is_no_amount_is_refused(typed):
    with pytest.raises(ValueError, match="ไม่ใช่จำนวนเงิน"):
        parse_baht(typed)


@pytest.mark.parametrize(("text", "at", "counted"), [
    ("คน", 0, True), ("5 คน", 2, True), ("5 คน", 1, False), ("คนที่", 0, False), ("คนา", 0, False), ("น.", 0, True), ("นา", 0, False), ("นที", 0, True),
    ("ข้อ", 0, True), ("ข้อที่ 2", 0, False), ("กม", 0, True), ("ก", 0, False), ("ปี", 2, False), ("", 0, False),
])  # fmt: skip
def test_what_is_counted_is_a_whole_word_and_not_the_next_in_order(text, at, counted):
    assert measure_follows(text, at) is counted
