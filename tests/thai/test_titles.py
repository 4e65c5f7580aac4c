"""Which abbreviated titles are written out, and which stay because they may mean several."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.thai.text import split_name, written_out
from hrdesk.thai.titles import full_title


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        *[(typed, "นางสาว") for typed in ("น.ส.", "น. ส.", "น.ส", "นส.", " น.ส. ")],
        ("ด.ต.", "ดาบตำรวจ"),
        ("ร.ต.ต.", "ร้อยตำรวจตรี"),
        ("ร.ต.อ.หญิง", "ร้อยตำรวจเอกหญิง"),
        ("พ.ต.ท. หญิง", "พันตำรวจโทหญิง"),
        ("พ.อ.อ.", "พันจ่าอากาศเอก"),
        ("พ.จ.อ.", "พันจ่าเอก"),
        ("พ.อ.", "พันเอก"),
        ("ส.ต.", "สิบตรี"),
        ("ส.ต.ต.", "สิบตำรวจตรี"),
        ("จ.ส.อ.", "จ่าสิบเอก"),
        ("ว่าที่ พ.ต.", "ว่าที่พันตรี"),
        ("ม.ร.ว.", "หม่อมราชวงศ์"),
        ("พญ.", "แพทย์หญิง"),
    ],
)
def test_what_can_mean_only_one_thing_is_written_out(typed, full):
    assert full_title(typed) == full
    assert full_title(full) == full


@pytest.mark.parametrize(
    "typed", ["", "นาย", "นางสาว", "ว่าที่ ร.ต.", "ว่าที่ร.ต.หญิง", "ร.อ.", "น.ต.", "จ.ต.", "จ.ส.ต.", "ดร.", "ผศ.ดร.", "น.ส.ดร.", "อ.", "นส", "ส"]
)
def test_what_may_mean_several_or_nothing_stays_as_typed(typed):
    assert full_title(typed) == typed


@given(st.text(alphabet="นสดตรพจอว่าที่. ", max_size=12))
def test_writing_out_twice_is_writing_out_once(typed):
    once = full_title(typed)
    assert full_title(once) == once


def test_a_title_written_out_is_still_read_as_one():
    for short in ("น.ส.", "ด.ต.", "พ.จ.อ.", "ม.ล."):
        assert split_name(f"{full_title(short)}กานดา ใจดี").title == full_title(short)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("น.ส.กานดา ใจดี", "นางสาวกานดา ใจดี"), ("น.ส. กานดา ใจดี", "นางสาวกานดา ใจดี"), ("ว่าที่ พ.ต.สมชาย ใจดี", "ว่าที่พันตรีสมชาย ใจดี"),
        ("นางสาวกานดา ใจดี", "นางสาวกานดา ใจดี"), ("ร.ต.สมชาย ใจดี", "ร.ต.สมชาย ใจดี"), ("ดร.สมชาย ใจดี", "ดร.สมชาย ใจดี"),
        ("(..........)", "(..........)"), ("", ""), ("ผู้แทน อบต.", "ผู้แทน อบต."), ("น.ส.", "น.ส."),
    ],
)  # fmt: skip
def test_a_typed_name_has_its_title_written_out(typed, written):
    assert written_out(typed) == written
    assert written_out(written) == written
