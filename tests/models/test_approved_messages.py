"""Every sentence that storage, backups and care of the data can say, in one list that was read once by eye.

`python tests/models/test_approved_messages.py` writes the list anew; read what changed before it is committed.
"""

from __future__ import annotations

import inspect
import re
import typing
from datetime import timedelta
from pathlib import Path

import pytest

from hrdesk.errors import UserError
from hrdesk.models import backup_words, faults, key_file
from hrdesk.models.location import Risk, RiskyPlace
from hrdesk.progress import Stopped
from hrdesk.services.safety.clock import EARLIEST, clock_trouble
from hrdesk.services.sheets import faults as sheet_faults

APPROVED = Path(__file__).parent / "approved_messages.txt"
PLACE = Path("/home/somsri/hrdesk.db")
BY_NAME = {
    "path": PLACE, "folder": Path("/media/usb"), "found": "database disk image is malformed", "schema": 12, "known": 8,
    "length": 512, "most": 508, "problems": ("โครงสร้างภายในเสียหาย 1 แห่ง",), "folders": (Path("/home/somsri/hrdesk.db-backups"),),
    "error": OSError(5, "Input/output error"), "name": "รายชื่อ.xlsx", "sheet": "กรอบ", "cell": "XFD1048576", "row": 7, "kind": "แฟ้มบีบอัด",
}  # fmt: skip
TECHNICAL = re.compile(r"Traceback|Errno|sqlalche|Exception|\bNone\b|0x[0-9a-f]{4}", re.IGNORECASE)


class NoBackups:
    def listed(self):
        return ()


def said():
    """Message by its place, for every public function that makes one from what `BY_NAME` holds."""
    found = {}
    for module in (faults, backup_words, key_file, sheet_faults):
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ != module.__name__ or name.startswith("_") or not _gives_message(function):
                continue
            values = [BY_NAME[one] for one in inspect.signature(function).parameters]
            found[f"{module.__name__.removeprefix('hrdesk.')}.{name}"] = str(function(*values))
    found |= {f"location.{risk}": str(RiskyPlace(PLACE, risk)) for risk in Risk}
    found["clock"] = clock_trouble(NoBackups(), EARLIEST - timedelta(hours=36))
    found["stopped"] = str(Stopped())
    return {name: _steady(text) for name, text in sorted(found.items())}


def _gives_message(function):
    if not set(inspect.signature(function).parameters) <= set(BY_NAME):
        return False
    names = vars(inspect.getmodule(function)) | {"Path": Path, "Iterator": typing.Any}
    kind = typing.get_type_hints(function, names).get("return")
    return inspect.isclass(kind) and issubclass(kind, UserError)


def _steady(text):
    """Without what differs from PC to PC."""
    return re.sub(r"เหลือ \d+ MB", "เหลือ 0 MB", re.sub(r"\d\d:\d\d", "00:00", text)).replace("\\", "/")


def test_the_list_is_the_one_that_was_read():
    lines = APPROVED.read_text(encoding="utf-8").splitlines()
    assert lines == [f"{name}: {text}" for name, text in said().items()]
    assert len(lines) >= 30


@pytest.mark.parametrize(("name", "text"), said().items())
def test_each_says_what_happened_that_the_data_are_safe_and_what_to_do(name, text):
    assert "กรุณา" in text or name in {"stopped", "models.backup_words.nothing_to_recover"}
    assert re.search("ยังอยู่ครบ|ยังครบ|ไม่ได้เปลี่ยนแปลง|ไม่ถูกเปลี่ยนแปลง|ไม่ได้สร้าง|ไม่มีสิ่งใดถูกเปลี่ยน|เก็บแฟ้มนี้ไว้", text), text
    assert not TECHNICAL.search(text)
    assert "\n" not in text


if __name__ == "__main__":
    APPROVED.write_text("".join(f"{name}: {text}\n" for name, text in said().items()), encoding="utf-8")
