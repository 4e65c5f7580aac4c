"""Amounts as people type them: every satang is what was meant, or the amount is asked again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.thai.numbers import baht_text, format_baht, parse_baht, thai_digits

ANY = st.integers(-(10**13), 10**13)


@pytest.mark.parametrize(
    ("typed", "satang"),
    [
        # satang alone are satang, not baht
        ("50 สตางค์", 50), ("5 สตางค์", 5), ("๗๕ สตางค์", 75), ("-25 สตางค์", -25), ("75 สต.", 75), ("0 สตางค์", 0),
        # baht and satang
        ("5 บาท 5 สตางค์", 505), ("5 บาท 50 สตางค์", 550), ("1,000 บาท 75 สต.", 100_075), ("๕ บ. ๕๐ สต.", 550), ("0 บาท 1 สตางค์", 1),
        ("1 บาท 99 สตางค์", 199),
        # the short form of baht
        ("500 บ.", 50_000), ("500บ.", 50_000), ("1,000.5 บ.", 100_050),
        # how a whole amount is closed
        ("500.-", 50_000), ("500,-", 50_000), ("500/-", 50_000), ("500 .-", 50_000), ("500.- บาท", 50_000), ("500.–", 50_000), ("500-", 50_000),
        ("500 บาทถ้วน", 50_000), ("500 ถ้วน", 50_000), ("500.00 บาทถ้วน", 50_000),
        # decimals, zeros, signs, spaces of every kind
        ("0", 0), ("0.00", 0), ("00500", 50_000), (".25", 25), ("-.5", -50), ("1234567.89", 123_456_789), ("1\u00a0000\u202f000", 100_000_000),
        ("฿ 500", 50_000), ("-฿500", -50_000), ("\u2212500", -50_000), ("\u2013500", -50_000), ("500\u200b", 50_000), ("\ufeff500", 50_000),
        # nothing to pay
        ("-", 0), ("\u2013", 0), ("\u2014", 0), (" - ", 0),
    ],
)  # fmt: skip
def test_an_amount_is_what_was_meant(typed, satang):
    assert parse_baht(typed) == satang


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "\u200b", ".", "-.", "฿", "บาท", "สตางค์", "บาทถ้วน", "ถ้วน", "--", "---", "ไม่มี", "ฟรี", "ห้าร้อยบาท",
        "100 สตางค์", "500 สตางค์", "5 บาท 100 สตางค์", "5.50 บาท 50 สตางค์", "5 สตางค์ 5 บาท", "5 50 สตางค์", "5.5 สตางค์", "5-5 สตางค์",
        "5 บาทถ้วน 50 สตางค์",
        "1,23", "12,34,567", "1,2345", "1.000,00", "1.234", "1,234.500", "1.2.3", "1e5", "0x10", "5-6", "500..-", "--500", "(500)", "+500",
        "2 หมื่น", "1 ล้าน", "20,000 บาท/ปี", "THB 500", "500 USD", "50%", "½", "²", "一百", "٥٠٠", "500 บาท 500 บาท", "500 บาท -",
    ],
)  # fmt: skip
def test_what_may_be_another_amount_is_refused_as_typed(typed):
    with pytest.raises(ValueError, match="ไม่ใช่จำนวนเงิน") as caught:
        parse_baht(typed)
    assert f"“{typed}”" in str(caught.value)


@given(ANY)
def test_shown_amounts_come_back_in_every_dress(satang):
    shown = format_baht(satang)
    for text in (shown, f"{shown} บาท", f"{shown} บ.", thai_digits(shown), f" {shown}\u200b", shown.replace(",", "")):
        assert parse_baht(text) == satang
    if satang % 100 == 0:
        for closed in (f"{shown}.-", f"{shown},-", f"{shown}/-", f"{shown} บาทถ้วน", f"{shown}.00"):
            assert parse_baht(closed) == satang


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_baht_and_satang_apart_are_the_decimals_together(baht, rest):
    assert parse_baht(f"{baht:,} บาท {rest} สตางค์") == parse_baht(f"{baht}.{rest:02}") == baht * 100 + rest
    assert parse_baht(f"{rest} สตางค์") == rest


@given(st.text(alphabet="0123456789๕,.-/ ฿บาทสตงค์ถ้วน\u200b", max_size=14))
def test_no_text_is_read_as_more_than_its_digits_say(text):
    try:
        satang = parse_baht(text)
    except ValueError:
        return
    digits = "".join(sign for sign in text.replace("๕", "5") if sign.isdecimal())
    assert abs(satang) <= int(digits or "0") * 100


@given(st.text(max_size=15))
def test_any_text_is_an_amount_or_is_refused(text):
    try:
        found = parse_baht(text)
    except ValueError:
        return
    assert type(found) is int
    assert parse_baht(format_baht(found)) == found


WORDS = {
    0: "ศูนย์บาทถ้วน", 1: "หนึ่งสตางค์", 10: "สิบสตางค์", 11: "สิบเอ็ดสตางค์", 20: "ยี่สิบสตางค์", 99: "เก้าสิบเก้าสตางค์",
    100: "หนึ่งบาทถ้วน", 1_000: "สิบบาทถ้วน", 1_150: "สิบเอ็ดบาทห้าสิบสตางค์", 2_000: "ยี่สิบบาทถ้วน", 10_000: "หนึ่งร้อยบาทถ้วน",
    11_100: "หนึ่งร้อยสิบเอ็ดบาทถ้วน", 100_100: "หนึ่งพันเอ็ดบาทถ้วน", 1_000_000: "หนึ่งหมื่นบาทถ้วน", 2_000_000: "สองหมื่นบาทถ้วน",
    15_000_000: "หนึ่งแสนห้าหมื่นบาทถ้วน", 40_000_000: "สี่แสนบาทถ้วน", 120_000_000: "หนึ่งล้านสองแสนบาทถ้วน",
    100_000_000: "หนึ่งล้านบาทถ้วน", 1_000_000_000: "สิบล้านบาทถ้วน", 2_100_000_000: "ยี่สิบเอ็ดล้านบาทถ้วน",
    10_100_000_000: "หนึ่งร้อยเอ็ดล้านบาทถ้วน", 100_000_001_100: "หนึ่งพันล้านสิบเอ็ดบาทถ้วน", 10**16: "หนึ่งร้อยล้านล้านบาทถ้วน",
    -100: "ลบหนึ่งบาทถ้วน", -1: "ลบหนึ่งสตางค์",
}  # fmt: skip


@pytest.mark.parametrize(("satang", "words"), WORDS.items(), ids=map(str, WORDS))
def test_amounts_in_words_by_hand(satang, words):
    assert baht_text(satang) == words


NUMERALS = {"หนึ่ง": 1, "เอ็ด": 1, "สอง": 2, "ยี่": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9}
PLACES = {"สิบ": 10, "ร้อย": 100, "พัน": 1_000, "หมื่น": 10_000, "แสน": 100_000}


def value_of(words):
    """A reader of number words, written from their grammar: digits times places, ล้าน times all before it."""
    total, digit = 0, 0
    while words:
        for name, worth in (NUMERALS | PLACES | {"ล้าน": 10**6, "ศูนย์": 0}).items():
            if not words.startswith(name):
                continue
            words = words[len(name) :]
            if name == "ล้าน":
                total, digit = (total + digit) * worth, 0
            elif name in PLACES:
                total, digit = total + (digit or 1) * worth, 0
            else:
                digit = worth
            break
        else:
            raise AssertionError(words)
    return total + digit


@given(st.integers(0, 10**15))
def test_words_say_the_amount_and_nothing_else(satang):
    words = baht_text(satang)
    baht, _, rest = words.rpartition("บาท")
    assert words.endswith("ถ้วน") == (satang % 100 == 0)
    satang_words = rest.removesuffix("สตางค์") if rest != "ถ้วน" else ""
    found = (value_of(baht) if baht else 0) * 100 + (value_of(satang_words) if satang_words else 0)
    assert found == satang
    assert baht_text(-satang) == (f"ลบ{words}" if satang else words)


@given(st.lists(ANY, min_size=1, max_size=9))
def test_a_column_of_shown_amounts_adds_up(amounts):
    assert sum(parse_baht(format_baht(amount)) for amount in amounts) == sum(amounts)
