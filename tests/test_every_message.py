"""Every sentence the program raises for its officer stands in `approved_messages.txt`, which was read by eye once.

`python tests/test_every_message.py` writes the list anew; read what changed before it is committed.
"""

from __future__ import annotations

import ast
import re
from datetime import timedelta
from pathlib import Path

import pytest

import message_finder
from hrdesk.errors import Problem
from hrdesk.models.location import Risk, RiskyPlace
from hrdesk.reports.forms.markup import UnknownFieldError
from hrdesk.reports.forms.toml_table import FormError
from hrdesk.services.area import InvalidRecord
from hrdesk.services.office_workbook.records import CellFault, InvalidWorkbook
from hrdesk.services.reference.file import ReferenceDataError
from hrdesk.services.safety.clock import EARLIEST, clock_trouble
from message_finder import Module, Said, every_message, without_fillings

APPROVED = Path(__file__).parent / "approved_messages.txt"
SAFE = re.compile(
    "ครบ|ไม่ได้เปลี่ยนแปลง|ไม่ถูกเปลี่ยนแปลง|ไม่เปลี่ยนแปลง|ไม่ได้สร้าง|ไม่เสียหาย|ไม่ได้รับผลกระทบ|เก็บแฟ้มนี้ไว้|เหมือนเดิม"
    "|ยังไม่ได้|ยังไม่มีการ|ไม่ได้เขียน|จึงไม่ได้"
)  # fmt: skip
WHAT_TO_DO = re.compile("กรุณา|โปรด")
TECHNICAL = re.compile(r"Traceback|Errno|sqlalche|Exception|\bNone\b|0x[0-9a-f]{4}|\n\s*\n\s*\n", re.IGNORECASE)
# Words that are not Thai: names of programs and files the officer sees, and what is typed on the command line or in files.
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]+")
KNOWN = set(re.findall(
    r"\S+",
    "Excel Word PDF PNG JPEG CSV UTF JSON MB xlsx xls ods csv db hrdesk FILE SHA IDP IT Non UTC base64 libegl1"
    " forms restore plain kind name plan map PART HEADING stage group header row columns sheet"
    " table courses projects committee correction lines stood reason key id role issue strategy",
))
# A part of a sentence: the class or the list that shows it says that nothing was saved, and what to do.
PARTS = {"Problem", "Unreadable", "ReferenceDataError", "FormError"}
WHOLE = {  # how such a part is said
    "Problem": InvalidRecord((Problem("field", "กรุณากรอกชื่อ"),)),
    "ReferenceDataError": ReferenceDataError("file", "ขาดรายการ"),
    "FormError": FormError("plan-book.toml", "ไม่รู้จักคีย์ “titel”"),
    "InvalidWorkbook": InvalidWorkbook("office.xlsx", [CellFault("บุคลากร", "B7", "ต้องไม่ว่าง")]),
    "UnknownFieldError": UnknownFieldError("nonsense"),
}
NO_ADVICE = {  # what the officer asked for was done; the words handed on say what to do
    "progress.Stopped.__init__", "services.training.class_columns._demand",
}  # fmt: skip


class NoBackups:
    def listed(self):
        return ()


def also_said():
    """What is put together from words of a table, or shown as a banner."""
    place = Path("/home/somsri/hrdesk.db")
    yield from (f"{risk}: {RiskyPlace(place, risk)}".replace("\\", "/") for risk in Risk)
    yield f"clock: {re.sub(r'[0-9]{2}:[0-9]{2}', '00:00', clock_trouble(NoBackups(), EARLIEST - timedelta(hours=36)))}"


def listed():
    return sorted({*(one.line.replace("\n", " ⏎ ") for one in every_message()), *also_said()})


def test_the_list_is_the_one_that_was_read():
    approved = APPROVED.read_text(encoding="utf-8").splitlines()
    assert listed() == sorted(approved), "read what changed, then: python tests/test_every_message.py"


def test_the_list_holds_what_is_known_to_be_raised():
    """The finder sees plain texts, f-strings, constants, variables, parameters, functions and classes of errors."""
    lines = "\n".join(listed())
    for known in (
        "UserError: --name ต้องไม่ว่าง",
        "UserError: พื้นที่ว่างในไดรฟ์ {drive} ไม่พอ (เหลือ {left} MB) รายการล่าสุดยังไม่ได้บันทึก",
        "UserError: แฟ้มจับคู่คอลัมน์ใช้ไม่ได้: sheet ต้องเป็นข้อความ",
        "UserError: ไม่พบไฟล์แบบอักษร {path.name}",
        "FormError: {self.where} | ไม่มีคีย์ “{key}”",
        "Stopped: หยุดงานตามที่สั่งแล้ว",
        "Unreadable: Excel ตัดเลขท้าย",
    ):
        assert known in lines, known
    assert len(listed()) > 400


@pytest.mark.parametrize("said", every_message(), ids=lambda one: f"{one.place}: {one.text[:30]}")
def test_each_says_what_happened_whether_the_data_are_safe_and_what_to_do(said: Said):
    own = without_fillings(said.text)
    assert re.search("[ก-๙]{2}", own), "it is told in Thai"
    assert set(LATIN.findall(own)) <= KNOWN
    assert not TECHNICAL.search(own)
    if said.kind not in PARTS:
        assert SAFE.search(own), "whether the data are safe"
        assert WHAT_TO_DO.search(own) or said.place in NO_ADVICE, "what to do"


@pytest.mark.parametrize("kind", WHOLE)
def test_what_is_told_in_parts_is_whole_when_it_is_said(kind):
    said = str(WHOLE[kind])
    assert SAFE.search(said)
    assert WHAT_TO_DO.search(said)
    assert not TECHNICAL.search(said)


RAISED = """
from hrdesk.errors import UserError
SAFE = "ยังครบ"
class Mine(UserError):
    def __init__(self, name):
        super().__init__(f"ของฉัน {name}")
def plain(path):
    raise UserError(f"ไม่พบ {path.name} {SAFE}")
def told(bad):
    text = "หนึ่ง" if bad else f"สอง {bad}"
    raise UserError(text)
def helper(why, *, do):
    return UserError(f"{why} แล้ว {do}")
def calls():
    raise helper("เสียหาย", do="แก้")
def words(error):
    raise UserError("ก" + _of(error)) from error
def _of(error):
    return "ค่าผิด" if error else f"อื่น {error}"
def handed_on(error):
    raise Mine(error.name) from UserError(str(error))
"""


def test_the_finder_reads_every_way_of_raising(monkeypatch):
    monkeypatch.setattr(message_finder, "modules", lambda: [Module("m", ast.parse(RAISED))])
    assert [f"{one.place} {one.line}" for one in every_message()] == [
        "m.Mine.__init__ Mine: ของฉัน {name}",
        "m.helper UserError: เสียหาย แล้ว แก้",
        "m.plain UserError: ไม่พบ {path.name} ยังครบ",
        "m.told UserError: สอง {bad}",
        "m.told UserError: หนึ่ง",
        "m.words UserError: กค่าผิด",
        "m.words UserError: กอื่น {error}",
    ]


if __name__ == "__main__":
    APPROVED.write_text("".join(f"{line}\n" for line in listed()), encoding="utf-8")
