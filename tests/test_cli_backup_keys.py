"""The backup of an encrypted office on the command line: opened with its own secret, wherever that is told."""

from __future__ import annotations

import getpass
import io
import json
import shutil
import sys

import pytest

pytest.importorskip("sqlcipher3")

from ciphered import no_key_in_use
from command_line import told
from hrdesk.models.beside import begins_plain
from hrdesk.models.cipher_key import IN_USE
from hrdesk.models.key_file import key_path
from hrdesk.services import Services
from small_database import plain_only

pytestmark = plain_only
MINE, THEIRS = "1234" * 12, "9876" * 12
PASSWORD, OTHERS, OF_ZIP = "รหัสผ่านยาวพอ", "รหัสของที่อื่น", "รหัสของซิป"


@pytest.fixture(autouse=True)
def no_secrets(monkeypatch):
    """None told, none in use, and nobody who could be asked for one."""
    for name in ("HRDESK_PASSPHRASE", "HRDESK_KEY", "HRDESK_BACKUP_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    with no_key_in_use():
        yield


@pytest.fixture(scope="module")
def offices(sample, tmp_path_factory):
    """An encrypted one, a plain one, and of a third a backup and a zip."""
    place = tmp_path_factory.mktemp("offices")
    for name, code, password in (("mine", MINE, PASSWORD), ("theirs", THEIRS, OTHERS)):
        (place / name).mkdir()
        with Services.open(shutil.copy(sample, place / name / "office.db")) as services:
            services.encryption.turn_on(code, password)
            services.backup.send(services.backup.make().backup, place / name)
        IN_USE.key = None
    (place / "plain").mkdir()
    shutil.copy(sample, place / "plain" / "office.db")
    return place


@pytest.fixture
def place(offices, tmp_path):
    return shutil.copytree(offices, tmp_path / "offices")


def theirs(place):
    return next((place / "theirs").glob("office-*.db"))


def restore(capsys, place, office, *more):
    IN_USE.key = None  # a start of its own
    return told(capsys, "--db", place / office / "office.db", "restore", theirs(place), *more)


@pytest.mark.parametrize("office", ["mine", "plain", "none"])
def test_without_its_secret_it_is_asked_for_and_the_variable_named(office, place, capsys, monkeypatch):
    if office == "mine":
        monkeypatch.setenv("HRDESK_KEY", PASSWORD)  # opens the office, and this backup not
    code, out, err = restore(capsys, place, office)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "รหัสผ่านของฐานข้อมูลนั้น หรือรหัสกู้คืน 48 หลัก" in err
    assert "HRDESK_BACKUP_KEY" in err
    monkeypatch.setenv("HRDESK_BACKUP_KEY", MINE)
    code, out, err = restore(capsys, place, office)
    assert (code, out) == (2, "")
    assert "ไม่ถูกต้อง" in err
    assert (place / "none").exists() is False


@pytest.mark.parametrize("told_by", ["its own variable", "the keyboard"])
@pytest.mark.parametrize("office", ["mine", "plain", "none"])
def test_with_it_the_backup_comes_back_as_the_office_is(office, told_by, place, capsys, monkeypatch):
    if office == "mine":
        monkeypatch.setenv("HRDESK_KEY", MINE)
    if told_by == "its own variable":
        monkeypatch.setenv("HRDESK_BACKUP_KEY", OTHERS)
    else:
        monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
        monkeypatch.setattr(getpass, "getpass", lambda _asked: THEIRS)
    code, out, err = restore(capsys, place, office, "--dry-run")
    assert (code, err) == (0, "")
    assert "บุคลากร" in out
    assert not (place / "none").exists()
    code, out, err = restore(capsys, place, office)
    assert (code, err) == (0, "")
    path = place / office / "office.db"
    assert begins_plain(path) == (office == "plain")
    if office == "none":
        assert key_path(path).read_bytes() == key_path(place / "theirs" / "office.db").read_bytes()
        monkeypatch.setenv("HRDESK_KEY", OTHERS)
    IN_USE.key = None
    code, out, err = told(capsys, "--db", path, "check")
    assert (code, err) in {(0, ""), (1, "")}


def test_the_one_variable_is_enough_where_there_is_one_office(place, capsys, monkeypatch):
    monkeypatch.setenv("HRDESK_KEY", OTHERS)
    code, _, err = restore(capsys, place, "none")
    assert (code, err) == (0, "")


def test_it_is_verified_with_its_secret_and_without_is_not_said_to_be_spoilt(place, capsys, monkeypatch):
    code, _, err = told(capsys, "verify", theirs(place))
    assert code == 2
    assert "48 หลัก" in err
    assert "ใช้ไม่ได้" not in err
    monkeypatch.setenv("HRDESK_BACKUP_KEY", THEIRS)
    code, out, err = told(capsys, "verify", theirs(place), "--json")
    assert (code, err) == (0, "")
    assert json.loads(out)["sound"] is True
    content = bytearray(theirs(place).read_bytes())
    content[-1] ^= 1
    theirs(place).write_bytes(bytes(content))
    code, _, err = told(capsys, "verify", theirs(place))
    assert code == 2
    assert "SHA-256" in err
