"""The stored key must order names as ICU does. Qt's collator is ICU on Linux only."""

import random
import sys
from functools import cmp_to_key
from itertools import pairwise

import pytest
from PySide6.QtCore import QCollator, QLocale

from hrdesk.thai.text import sort_key

ONSETS = [*"กขคงจชซดตถทธนบปผพฟภมยรลวศสหอณญฐฎฬ", "กร", "กล", "คร", "พร", "ปร", "ศร", "หน", "หม", "ทร", "อย"]
RIMES = [
    *("ะ", "า", "าน", "ิน", "ี", "ีย์", "ึก", "ือ", "ุ", "ูล", "ำ", "อง", "วง", "ัน", "ัย", "รรณ", "รรม", "ร", "ันต์"),
    *("่า", "้าน", "ี่", "ู่", "้อย", "่อน", "้ำ", "ื่น", "ั้น", "๊ก", "๋อ", "ิทธิ์", "ุญ", "น", ""),
]
LED_RIMES = ["น", "้น", "่ง", "็ก", "็น", "ิด", "ีย", "ือง", "า", "ร์", "ศ", "", "่", "้ว"]
REAL = """
กมล กมลา กัญญา กัญญ์ กันยา กานดา การุณ กิตติ กุ้ง เกรียงไกร เก่ง เก๋ แก้ว แก่น แกะ ไกร ไกรสร ขจร ขวัญ เข็ม ไข่มุก คมสัน ครรชิต
จันทร์ จันทรา จิ๋ว เจริญ เจริญสุข แจ่ม แจ๋ว โจ ใจ ใจดี ชลธิชา ชัย เชาว์ โชติ ไชย ไชยา ญาณี ฐิติ ณรงค์ ณัฐ ณัฏฐ์ ดวง เดช แดง ตุ้ม
ถาวร ทรงพล ทวี ทองคำ เทพ เทิดศักดิ์ ธนา ธรรม นภา นพ นิ่ม นิ้ม น้อย นอ น้ำ น้ำทิพย์ น้ำฝน บัว บุญ บุญมี เบญจ ประเสริฐ ปราณี ป่า
ป้า ปี่ เปรม แป้ง ผ่อง ฝน พร พรรณ พลอย พ่วง เพ็ญ เพชร แพร ไพศาล ฟ้า ภูมิ มณี มานะ มานี มาลี เมตตา ไม้ ยอด ยุพา เยาว์ รัก รักษ์
ฤดี ฤทธิ์ ลลิตา เล็ก วรรณา วันดี วิชัย แวว ศรี ศรีสุข ศักดิ์ สมชาย สมศรี สมหญิง สายฝน เสาวลักษณ์ แสง แสงทอง โสภา ไสว หทัย หนู
หนูนา เหม แหวน อ้อย อัมพร อำนวย อำพล เอก เอื้อ แอ๋ว โอ ไอ ใหม่ ใหญ่ ฮวด เฮง
""".split()  # noqa: SIM905


def made_names(count):
    choose = random.Random(2567)

    def syllable():
        onset = choose.choice(ONSETS)
        if choose.random() < 0.4:
            return choose.choice("เแโไใ") + onset + choose.choice(LED_RIMES)
        return onset + choose.choice(RIMES)

    return ["".join(syllable() for _ in range(choose.randint(1, 4))) for _ in range(count)]


@pytest.fixture(scope="module")
def icu():
    collator = QCollator(QLocale("th_TH"))
    if not sys.platform.startswith("linux") or collator.compare("เก", "ขา") >= 0:
        pytest.skip("Qt's collator is not ICU here")
    return collator


def test_names_stand_in_the_order_of_icu(icu):
    names = sorted(set(made_names(6000)) | set(REAL), key=cmp_to_key(icu.compare))
    keyed = [(name, sort_key(name)) for name in names]
    wrong = [
        (before, after)
        for (before, low), (after, high) in pairwise(keyed)
        if low > high or (low == high and icu.compare(before, after) != 0)
    ]
    assert len(names) > 5000
    assert wrong == []


def test_names_with_spaces_and_marks_stand_in_the_order_of_icu(icu):
    choose = random.Random(7)
    surnames = choose.sample(REAL, len(REAL))
    names = sorted({f"{first} {last}" for first, last in zip(REAL, surnames, strict=True)} | set(REAL))
    by_icu = sorted(names, key=cmp_to_key(icu.compare))
    assert sorted(names, key=sort_key) == by_icu


@pytest.mark.parametrize(
    "ordered",
    [
        ["กา", "ก่า", "ก้า", "ข"],
        ["เก", "แก", "ขา", "เข"],
        ["ปน", "ปลา"],
        ["สม", "สม ใจ", "สมชาย", "สมศรี"],
        ["1", "ก", "a"],
        ["กก", "กํก", "กะ"],
    ],
)
def test_leading_vowels_follow_their_consonant_and_tones_come_last(ordered):
    assert all(sort_key(before) < sort_key(after) for before, after in pairwise(ordered))


def test_marks_and_digits_of_either_script_do_not_disturb_the_order():
    assert sort_key("ณ-อยุธยา") == sort_key("ณ อยุธยา") == sort_key("ณ\u00a0อยุธยา")
    assert sort_key("สาย ๑") == sort_key("สาย 1")
