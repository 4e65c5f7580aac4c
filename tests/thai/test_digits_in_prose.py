"""Which numbers of a paper are printed in Thai digits: those that count, never those of a name, code or address."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.thai.numbers import arabic_digits, thai_digits, thai_digits_in_prose

PROSE = st.text(alphabet="กขาปี่ 0123456789.,:/-()%", max_size=40)


@pytest.mark.parametrize(
    ("arabic", "printed"),
    [
        # laws, letters, clauses, numbers of paragraphs
        ("พ.ศ. 2542 (ฉบับที่ 2)", "พ.ศ. ๒๕๔๒ (ฉบับที่ ๒)"),
        ("หนังสือ ที่ มท 0809.2/ว 138", "หนังสือ ที่ มท ๐๘๐๙.๒/ว ๑๓๘"),
        ("หมวด 14 ส่วนที่ 4 ข้อ 288 และข้อ 299", "หมวด ๑๔ ส่วนที่ ๔ ข้อ ๒๘๘ และข้อ ๒๙๙"),
        ("1.2.3 ข้อย่อย", "๑.๒.๓ ข้อย่อย"),
        ("มติ ครั้งที่ 3/2567", "มติ ครั้งที่ ๓/๒๕๖๗"),
        # money, shares, times, telephones
        ("20,000.50 บาท", "๒๐,๐๐๐.๕๐ บาท"),
        ("ร้อยละ 80 (80%)", "ร้อยละ ๘๐ (๘๐%)"),
        ("ภาษี VAT 7%", "ภาษี VAT ๗%"),
        ("ราคา USD 1,000", "ราคา USD ๑,๐๐๐"),
        ("เวลา 08.30 - 16.30 น.", "เวลา ๐๘.๓๐ - ๑๖.๓๐ น."),
        ("ประชุม Zoom 10:30 น.", "ประชุม Zoom ๑๐:๓๐ น."),
        ("ประชุม Zoom 09:00 - 12:00", "ประชุม Zoom ๐๙:๐๐ - ๑๒:๐๐"),
        ("โทร. 0-5324-6253 ต่อ 12", "โทร. ๐-๕๓๒๔-๖๒๕๓ ต่อ ๑๒"),
        # names with a number in them
        ("มาตรฐาน ISO 9001:2015 ปี 2567", "มาตรฐาน ISO 9001:2015 ปี ๒๕๖๗"),
        ("มาตรฐาน ISO 27001", "มาตรฐาน ISO 27001"),
        ("กิจกรรม 5S 2 ครั้ง", "กิจกรรม 5S ๒ ครั้ง"),
        ("ฝุ่น PM2.5 และ PM 2.5", "ฝุ่น PM2.5 และ PM 2.5"),
        ("Excel 2019 จำนวน 3 วัน", "Excel 2019 จำนวน ๓ วัน"),
        ("Windows 11 จำนวน 5 เครื่อง", "Windows 11 จำนวน ๕ เครื่อง"),
        ("Python 3.12 เบื้องต้น", "Python 3.12 เบื้องต้น"),
        ("ทักษะ DLit100 ถึง DLit700 รวม 7 ทักษะ", "ทักษะ DLit100 ถึง DLit700 รวม ๗ ทักษะ"),
        ("แบบ F19 หน้า 2", "แบบ F19 หน้า ๒"),
        # numbers that count what a Latin word names
        ("อบรม e-Learning 12 ชั่วโมง", "อบรม e-Learning ๑๒ ชั่วโมง"),
        ("จัดทำ IDP 60 คน", "จัดทำ IDP ๖๐ คน"),
        ("KPI 3 ข้อ", "KPI ๓ ข้อ"),
        ("แผน HRD 2567", "แผน HRD ๒๕๖๗"),
        ("โครงการ Smart City 2,500 คน", "โครงการ Smart City ๒,๕๐๐ คน"),
        # addresses
        ("https://www.dla.go.th/2567/a?id=7&x=8 ข้อ 3", "https://www.dla.go.th/2567/a?id=7&x=8 ข้อ ๓"),
        ("www.npk1.go.th หน้า 4", "www.npk1.go.th หน้า ๔"),
        ("hr2567@npk.go.th, โทร 1567", "hr2567@npk.go.th, โทร ๑๕๖๗"),
        ("แฟ้ม plan-2567.pdf 21 หน้า", "แฟ้ม plan-2567.pdf ๒๑ หน้า"),
        ("", ""),
        ("ไม่มีตัวเลข", "ไม่มีตัวเลข"),
        ("๑๒๓ 456", "๑๒๓ ๔๕๖"),
    ],
)
def test_as_an_official_paper_prints_it(arabic, printed):
    assert thai_digits_in_prose(arabic) == printed


@given(PROSE)
def test_without_latin_letters_every_digit_is_thai(text):
    printed = thai_digits_in_prose(text)
    assert not re.search("[0-9]", printed)
    assert arabic_digits(printed) == text


@given(st.text(max_size=40))
def test_nothing_but_digits_changes_and_printing_twice_is_printing_once(text):
    printed = thai_digits_in_prose(text)
    assert arabic_digits(printed) == arabic_digits(text)
    assert thai_digits_in_prose(printed) == printed


@given(st.from_regex(r"[A-Za-z]{1,6}-?[0-9]{1,4}(?:\.[0-9]{1,2})?", fullmatch=True), st.integers(0, 9999))
def test_a_code_stays_wherever_it_stands(code, number):
    printed = thai_digits_in_prose(f"รหัส {code} จำนวน {number} รายการ ({code})")
    assert printed == f"รหัส {code} จำนวน {thai_digits(str(number))} รายการ ({code})"


@pytest.mark.parametrize("kept", ["b1,1", "1,1b", "1.1,1b", "b1,1.1", "b1,1,1", "1,2,3b"])
def test_what_a_comma_ties_to_a_code_stays_with_it(kept):
    assert thai_digits_in_prose(f"ก {kept} น") == f"ก {kept} น"


@given(st.text(alphabet="ab1 .:/-,กน", max_size=30))
def test_no_number_is_printed_half_in_each_script(text):
    assert not re.search("[0-9][.,:]?[๐-๙]|[๐-๙][.,:]?[0-9]", thai_digits_in_prose(text))


@given(PROSE)
def test_prose_without_latin_letters_is_printed_alike_beside_a_code(text):
    """It is not looked through for codes; where there is one, it is."""
    assert thai_digits_in_prose(f"{text} กข COVID-19") == f"{thai_digits_in_prose(text)} กข COVID-19"
