import re
from itertools import pairwise
from pathlib import Path

import pytest
from gold import decisions, disagreements
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.thai import lexicon, words
from hrdesk.thai.linebreak import (
    add_words,
    between_letters,
    break_offsets,
    glue,
    inside_word,
    parts_of,
    soften,
    surname_follows,
)

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
ALPHABET = [chr(code) for code in range(0x0E01, 0x0E5C)] + list(" \u00a0\u200b0123abc.,-/()“”")


def cut(text, *, fine=False):
    ends = (0, *break_offsets(text, fine=fine), len(text))
    return "|".join(text[start:end] for start, end in pairwise(ends))


def test_the_breaker_agrees_with_the_hand_made_list(record_property):
    total, wrong = len(list(decisions())), disagreements()
    agreement = 1 - len(wrong) / total
    record_property("agreement", f"{agreement:.2%}")
    print(*wrong, f"{total - len(wrong)} of {total} agree: {agreement:.2%}", sep="\n")
    assert total >= 300
    assert agreement >= 0.98


def test_the_list_judges_places_that_exist():
    for decision in decisions():
        assert 0 < decision.offset < len(decision.phrase), decision


@pytest.mark.parametrize(
    "marked",
    [
        "กรรมการ/|เลขานุการ",
        "ก่อน-|หลัง",
        "พ.ศ.๒๕๒๒|และ|ฉบับ|แก้ไข",
        "ก.ท.จ.|เชียงใหม่",
        "อบต.|หนองป่าครั่ง",
        "(Globalization)|โดย|ต้อง",
        "๒๐,๐๐๐บาท",
        "๒๐,๐๐๐|แต่",
        "ต่างๆ|เป็น|แนวทาง",
        "อาคาร|ถนนฯลฯ",
        "ก.ย.๒๕๖๔",
        "E-government",
        "DLit100|และ",
        "18-2-01-1101-001",
        "https://www.dla.go.th/a/b",
        "น.ส.มาลี",
        "รศ.ดร.มาลี",
        "นายมาลี",
        "/ส่วน|ที่",
        "C๒G|ระหว่าง",
        "“คำ|นี้”",
        "ครั้งที่\u00a02",
        "รุ่นที่ ๑",
        "ส่วนที่ 4",
        "ที่|กำหนด|ครั้งที่๓",
        "ลงวันที่ ๒๙",
        "อย่าง|น้อย|ปีละ ๓",
        "ละเว้น|หน้าที่",
        "ระดับต้น",
        "ระดับ|ต้นทาง",
        "ทุกๆ|ด้าน",
        "ก็|ต้อง",
        "ตำแหน่ง|..............................|และ",
        "(..............................)",
        "หมายเหตุ....",
        "",
        " ",
        "ก",
    ],
)
def test_where_lines_may_end(marked):
    assert cut(marked.replace("|", "")) == marked


@pytest.mark.parametrize(
    "marked",
    [
        "(นายเปรมชาย จงเจริญ) เป็น|ประธาน",
        "นางสาวสุภาวดี ศรีสุวรรณ",
        "จ่าเอกสมชาย ใจดี",
        "ว่าที่ ร.ต.เปรมชาย จงเจริญ",
        "นายกเทศมนตรี|ตำบล|หนองป่าครั่ง",
        "นายอำเภอ|เมืองเชียงใหม่",
        "นายจ้าง|และ|ลูกจ้าง",
        "รอง|นายกเทศมนตรี รักษาราชการแทน",
        "รอง|ปลัด ปฏิบัติราชการแทน",
        "ปลัดเทศบาล ปฏิบัติหน้าที่",
    ],
)
def test_names_of_persons_stay_whole_but_posts_do_not(marked):
    assert cut(marked.replace("|", "")) == marked


@pytest.mark.parametrize(
    "marked",
    ["ส่วนตำบล|แม่สาย", "เทศบาล|เมือง|แม่โจ้", "ต.แม่สาย จ.เชียงราย", "อำเภอ|และ|จังหวัด", "ทุก|จังหวัด|ทั่วประเทศ"],
)
def test_short_names_of_places_stay_whole(marked):
    assert cut(marked.replace("|", "")) == marked


def test_fine_breaks_take_compounds_and_addresses_apart():
    assert cut("เศรษฐกิจ|การพัฒนา".replace("|", ""), fine=True) == "เศรษฐกิจ|การ|พัฒนา"
    assert cut("www.dla.go.th/a-b", fine=True) == "www.|dla.|go.|th/|a-|b"


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("ปฐมนิเทศ", ["ปฐม", "นิเทศ"]),
        ("หนองป่าครั่ง", ["หนอง", "ป่า", "ครั่ง"]),
        ("(นายเปรมชาย)", ["(นาย", "เปรม", "ชาย)"]),
        ("หน่วยงาน", ["หน่วย", "งาน"]),
        ("ส่งเสริม", ["ส่ง", "เสริม"]),
        ("เสริม", ["เสริม"]),
        ("ระดับ", ["ระดับ"]),
        ("ประชุม", ["ประชุม"]),
        ("ก", ["ก"]),
    ],
)
def test_a_column_narrower_than_a_word_parts_it_at_its_joints(word, parts):
    assert [word[start:end] for start, end in pairwise((0, *inside_word(word), len(word)))] == parts


def test_an_unknown_word_is_parted_between_clusters_at_worst():
    word = "ฆฌฒฎฏีฐฑ่"
    assert inside_word(word) == ()
    assert between_letters(word)
    assert all(word[offset] not in "ี่" for offset in between_letters(word))


def test_the_words_of_a_heading_are_those_that_a_reader_knows():
    assert parts_of("กรมส่งเสริม") == ["กรม", "ส่ง", "เสริม"]
    assert parts_of("ประชุมเชิงปฏิบัติการ") == ["ประชุม", "เชิง", "ปฏิบัติ", "การ"]
    assert parts_of("(บาท)") == ["(บาท)"]


@pytest.mark.parametrize(
    ("text", "glued"),
    [
        ("ต่าง ๆ ของ", "ต่าง~ๆ ของ"),
        ("พ.ศ. ๒๕๖๔ - ๒๕๖๖ ของ", "พ.ศ.~๒๕๖๔~-~๒๕๖๖ ของ"),
        ("พ.ศ. ๒๕๖๔ – พ.ศ. ๒๕๖๖", "พ.ศ.~๒๕๖๔~–~พ.ศ.~๒๕๖๖"),
        ("ข้อ ๒๘๘ และข้อ 299", "ข้อ~๒๘๘ และข้อ~299"),
        ("ลงวันที่ ๒๙ พฤศจิกายน ๒๕๔๕ เรื่อง", "ลงวันที่~๒๙~พฤศจิกายน~๒๕๔๕ เรื่อง"),
        ("5 ม.ค. 2567", "5~ม.ค.~2567"),
        ("แผน ๓ ปี ของ", "แผน ๓~ปี ของ"),
        ("จำนวน ๕ คน", "จำนวน~๕~คน"),
        ("เวลา 08.30 น. ถึง", "เวลา~08.30~น. ถึง"),
        ("นาย สมชาย ใจดี", "นาย~สมชาย ใจดี"),
        ("ดร. สมชาย", "ดร.~สมชาย"),
        ("ข้อ ก และ", "ข้อ ก และ"),
        ("ลงวันที่ .................... เรื่อง", "ลงวันที่~.................... เรื่อง"),
        ("จำนวน .......... คน ได้แก่", "จำนวน~..........~คน ได้แก่"),
        ("รวม ............ ชั่วโมง", "รวม ............~ชั่วโมง"),
        ("ที่ ..............................", "ที่ .............................."),  # a name's blank begins a line
        ("ดังนี้... 5 คน", "ดังนี้... 5~คน"),
        ("๒ นายก", "๒ นายก"),
    ],
)
def test_what_official_prose_keeps_on_one_line(text, glued):
    assert glue(text) == glued.replace("~", "\u00a0")


@pytest.mark.parametrize(("text", "glued"), [
    ("ข้อ 2", "ข้อ~2"),
    ("ข้อ  ๒", "ข้อ~~๒"),
    ("เข้าข้อ 2", "เข้าข้อ~2"),
    ("ข้อ ก", "ข้อ ก"),
    ("ม.ค. 5", "ม.ค.~5"),
    ("ม.ค. .....", "ม.ค.~....."),
    ("มกราคม .....", "มกราคม~....."),
    ("พ.ศ. .....", "พ.ศ. ....."),
    ("พ.ศ. 2567", "พ.ศ.~2567"),
    ("มท. 5", "มท.~5"),
    ("... 5", "... 5"),
    (".. 5", "..~5"),
    ("ก.. 5", "ก..~5"),
    ("ข้อ ....", "ข้อ ...."),
    ("ข้อ .........................", "ข้อ ........................."),
    ("วันที่ ..... เดือน", "วันที่~.....~เดือน"),
    ("..... คน", ".....~คน"),
    (".... คน", ".... คน"),
    ("5 คน", "5~คน"),
    ("5  คน", "5~~คน"),
    ("5 ที่", "5 ที่"),
    ("5 มกราคม", "5~มกราคม"),
    ("5 คนที่", "5 คนที่"),
    ("5 คนา", "5 คนา"),
    ("๕ ก.ค.", "๕~ก.ค."),
    ("ก 5 คน 6", "ก 5~คน 6"),
    ("ข้อ 2 ปี 3 ข้อ", "ข้อ~2~ปี~3~ข้อ"),
])  # fmt: skip
def test_a_number_or_the_blank_for_one_stays_with_what_it_counts_and_what_has_it(text, glued):
    assert glue(text) == glued.replace("~", "\u00a0")


@given(st.text(alphabet=ALPHABET, max_size=40))
def test_gluing_and_softening_change_nothing_but_spaces(text):
    assert glue(text).replace("\u00a0", " ") == text.replace("\u00a0", " ")
    assert glue(glue(text)) == glue(text)
    assert soften(text).replace("\u200b", "") == text.replace("\u200b", "")
    assert soften(soften(text)) == soften(text)


def broken_rules(text):
    """What no reader may see at a line end, said without the breaker's own tables."""
    for offset in break_offsets(text):
        before, after = text[offset - 1], text[offset]
        if re.match("[ะ-ฺๅ็-๎ๆฯ)\\]}”’.,;:!?%]", after):
            yield offset, "before a dependent sign or closing mark"
        if re.match("[เ-ไ(“‘]", before):
            yield offset, "after a leading vowel or opening mark"
        if re.match("[0-9๐-๙.,:/-]", before) and re.match("[0-9๐-๙]", after):
            yield offset, "inside a number"
        if before.isspace() or after.isspace():
            yield offset, "beside a space"
    for match in re.finditer("(?<![ก-๎])(?:[ก-ฮ]{1,3}\\.)+(?: ?[0-9๐-๙]+)?|[A-Za-z]+", text):
        if any(match.start() < offset < match.end() for offset in break_offsets(text)):
            yield match.start(), "inside an abbreviation or Latin word"


@given(st.text(alphabet=ALPHABET, max_size=40))
def test_no_text_whatever_breaks_a_rule(text):
    assert list(broken_rules(text)) == []
    assert set(break_offsets(text)) <= set(break_offsets(text, fine=True)) | {0}


def seed_lines():
    texts = (path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    return [line for text in texts for line in text.splitlines()]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed texts are not beside the repository")
def test_no_line_of_the_seed_texts_breaks_a_rule():
    lines = seed_lines()
    assert len(lines) > 1000
    assert [(line, *broken) for line in lines for broken in broken_rules(line)] == []
    for line in map(glue, lines):
        assert not re.search(" [ๆฯ]|พ\\.ศ\\. [0-9๐-๙]|[0-9๐-๙] [-–] [0-9๐-๙]", line), line


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed texts are not beside the repository")
def test_no_stretch_of_the_seed_texts_is_too_long_for_a_line():
    """A stretch without a place to end must fit a narrow column of a table (about 30 letters)."""
    pieces = {piece for line in seed_lines() for chunk in line.split() for piece in cut(chunk).split("|")}
    thai = [piece for piece in pieces if re.fullmatch(f"[{words.LETTERS}]+", piece)]
    assert max(map(len, thai)) <= 30


def test_an_office_adds_its_place_names():
    assert "|" in cut("ดอยแม่ตะละเงิน")
    before = lexicon.lexicon()
    try:
        add_words(["ดอยแม่ตะละเงิน"])
        assert cut("เทศบาลดอยแม่ตะละเงิน") == "เทศบาล|ดอยแม่ตะละเงิน"
    finally:
        lexicon.lexicon.cache_clear()
        words.segment.cache_clear()
        break_offsets.cache_clear()
    assert lexicon.lexicon() is not before


@pytest.mark.parametrize(
    ("before", "follows"),
    [("นายเกษม", True), ("(นางสาวเพ็ญศรี", True), ("ว่าที่ร้อยตรีเอก", True), ("นายก", False), ("นายอำเภอ", False), ("โครงการ", False),
     ("นายเกษม,", False), ("", False), ("นาย", False), ("และ/นายเกษมสันติราษฎร์ดำรงสุข", False),
     (f"{'การประชุม' * 9}/นายเกษม", True), (f"{'การประชุม' * 9}นายเกษม", False), ("นายเกษมศักดิ์สันติราษฎร์", True),
     ("นายเกษมศักดิ์สันติราษฎร์ก", False), (f"{'ก' * 5}นายเกษมศักดิ์สันติราษฎร์", False)],
)  # fmt: skip
def test_what_a_surname_follows(before, follows):
    assert surname_follows(before) is follows
