"""Workbooks under a password: read with it, refused without, and told apart from what is merely broken."""

from __future__ import annotations

import io

import pytest
from msoffcrypto import OfficeFile

from hrdesk.errors import UserError
from hrdesk.services.safety.protected import FEWEST_LETTERS, encrypted, protected
from hrdesk.services.sheets.faults import LockedFile
from hrdesk.services.sheets.reader import is_locked, read_sheets, unlocked
from services.sheets import files

PASSWORD = "รหัสผ่าน-2567"
ROWS = (("ตำแหน่ง", "ชื่อ-สกุล"), ("คนงาน", "นายก ข"))
SAFE = "ข้อมูลในโปรแกรมไม่ถูกเปลี่ยนแปลง"


@pytest.fixture(scope="module")
def locked():
    """An .xlsx as Excel locks it."""
    return encrypted(files.xlsx([list(row) for row in ROWS]), PASSWORD)


@pytest.fixture
def path(locked, tmp_path):
    path = tmp_path / "รายชื่อ #1.xlsx"
    path.write_bytes(locked)
    return path


def test_it_opens_with_its_password_only(path):
    assert is_locked(path)
    (sheet,) = read_sheets(path, PASSWORD)
    assert sheet.rows == ROWS
    with pytest.raises(LockedFile, match="ตั้งรหัสผ่านไว้") as without:
        read_sheets(path)
    with pytest.raises(LockedFile, match="ไม่ถูกต้อง") as wrong:
        read_sheets(path, PASSWORD + " ")
    for caught in (without, wrong):
        assert path.name in str(caught.value)
        assert SAFE in str(caught.value)


def test_no_word_of_it_stands_in_the_file(locked):
    assert OfficeFile(io.BytesIO(locked)).is_encrypted()
    for text in ("คนงาน", "ชื่อ-สกุล"):
        assert text.encode() not in locked
        assert text.encode("utf-16-le") not in locked


@pytest.mark.parametrize(
    "data",
    [
        files.xlsx([["ก", "ข"]]),
        files.xls({(0, 0): "ก"}),
        "ก,ข\n".encode(),
        b"%PDF-1.7",
        b"",
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        files.ole({"WordDocument": b"x"}),
    ],
    ids=["xlsx", "xls", "csv", "pdf", "empty", "cut zip", "cut ole", "word"],
)
def test_what_is_not_locked_is_not_said_to_be(data, tmp_path):
    path = tmp_path / "x.xlsx"
    path.write_bytes(data)
    assert not is_locked(path)
    assert not is_locked(tmp_path / "none.xlsx")
    assert not is_locked(tmp_path)


@pytest.mark.parametrize("data", [files.xlsx([["ก", "ข"]]), "ก,ข\n".encode()], ids=["xlsx", "csv"])
def test_a_password_for_a_file_without_one_does_no_harm(data, tmp_path):
    path = tmp_path / "x.xlsx"
    path.write_bytes(data)
    assert read_sheets(path, PASSWORD) == read_sheets(path)
    assert unlocked(data, "x", PASSWORD) == data


def test_a_locked_file_cut_off_is_damaged_whatever_is_typed(locked, tmp_path):
    for size in (len(locked) // 2, 3_000, 600):
        path = tmp_path / "x.xlsx"
        path.write_bytes(locked[:size])
        for password in ("", PASSWORD):
            with pytest.raises(UserError) as caught:
                read_sheets(path, password)
            assert SAFE in str(caught.value)
            assert "x.xlsx" in str(caught.value)


def test_a_locked_file_with_a_flipped_byte_is_never_read_as_something_else(locked, tmp_path):
    path = tmp_path / "x.xlsx"
    for place in range(600, len(locked), len(locked) // 12):
        spoilt = bytearray(locked)
        spoilt[place] ^= 0x55
        path.write_bytes(spoilt)
        try:
            sheets = read_sheets(path, PASSWORD)
        except UserError:
            continue
        assert [sheet.rows for sheet in sheets] == [ROWS], place


@pytest.mark.parametrize("password", ["1234567", "รหัส", " "])
def test_a_short_password_writes_nothing(password, tmp_path):
    with pytest.raises(UserError, match=f"อย่างน้อย {FEWEST_LETTERS} ตัวอักษร"), protected(tmp_path / "x.xlsx", password):
        raise AssertionError("nothing may be written")
    assert list(tmp_path.iterdir()) == []


def test_what_fails_on_the_way_leaves_the_file_that_was_there(tmp_path):
    target = tmp_path / "x.xlsx"
    target.write_bytes(b"of yesterday")
    places = []

    def write():
        with protected(target, PASSWORD) as place:
            places.append(place)
            place.write_bytes(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write()
    assert target.read_bytes() == b"of yesterday"
    assert not places[0].parent.exists(), "the open workbook is gone"
    assert [one.name for one in tmp_path.iterdir()] == ["x.xlsx"]


def test_without_a_password_it_is_written_where_it_belongs(tmp_path):
    with protected(tmp_path / "x.xlsx", "") as place:
        assert place == tmp_path / "x.xlsx"
