"""An encrypted office: the same contract, opened by the password or by the printed digits, with nothing plain left."""

from __future__ import annotations

import os
import shutil
import sqlite3
from datetime import date

import pytest

pytest.importorskip("sqlcipher3")
from sqlalchemy import text
from sqlcipher3 import dbapi2

from hrdesk.domain.staff import PersonRecord
from hrdesk.errors import UserError
from hrdesk.models import cipher, encrypting, files
from hrdesk.models.backup import verify
from hrdesk.models.beside import begins_plain
from hrdesk.models.cipher import IN_USE
from hrdesk.models.faults import KeyNeeded
from hrdesk.models.key_file import WrongKey, key_path
from hrdesk.models.plain import PRAGMAS
from hrdesk.services import Services
from hrdesk.services.glance import kept_path
from hrdesk.services.glancing import keep_glance
from hrdesk.services.safety.audit import AuditQuery
from hrdesk.services.safety.backup import folder_of, offered
from hrdesk.services.safety.drill import drill
from hrdesk.services.safety.encryption import unlock
from hrdesk.services.safety.recovery import plain_code
from hrdesk.services.safety.source import Source

PASSWORD, NEW = "รหัสผ่านยาวพอ", "รหัสใหม่ยาวพอ"
CODE = " ".join(["1234"] * 12)
SECRET = "กุหลาบแดงลับมาก"


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    path = tmp_path_factory.mktemp("office") / "office.db"
    with cleared(), Services.create_sample(path) as services:
        services.register.save_person(PersonRecord(0, "นาง", SECRET, "ทดสอบ"))
        services.backup.make()
    return path


def cleared():
    """No key, and none for new files, whichever mode the suite runs in."""
    import contextlib

    @contextlib.contextmanager
    def clear():
        before = IN_USE.key, IN_USE.for_new
        IN_USE.key, IN_USE.for_new = None, False
        try:
            yield
        finally:
            IN_USE.key, IN_USE.for_new = before

    return clear()


@pytest.fixture
def path(office, tmp_path):
    with cleared():
        shutil.copytree(office.parent, tmp_path / "here")
        yield tmp_path / "here" / "office.db"


@pytest.fixture
def encrypted(path):
    with Services.open(path) as services:
        services.encryption.turn_on(CODE, PASSWORD)
    IN_USE.key = None  # the next start
    return path


def plain_bytes(folder):
    return [one.name for one in folder.rglob("*") if one.is_file() and SECRET.encode() in one.read_bytes()]


def test_nothing_plain_is_left_beside_or_in_the_backups(path):
    assert len(plain_bytes(path.parent)) == 2
    with Services.open(path) as services:
        counts = services.database.counts()
        services.encryption.turn_on(CODE, PASSWORD)
        assert services.encryption.is_on
        assert {**services.database.counts(), "audit_entry": 0} == {**counts, "audit_entry": 0}
        assert services.database.full_check() == ()
        assert all(verify(one.path).sound for one in services.backup.listed())
        assert len(services.backup.listed()) == 2
        with services.database.read() as session:
            for name, value in PRAGMAS.items():
                assert str(session.execute(text(f"PRAGMA {name}")).scalar_one()) == str(value), name
    assert plain_bytes(path.parent) == []
    assert not begins_plain(path)
    assert PASSWORD not in key_path(path).read_text()
    assert plain_code(CODE) not in key_path(path).read_text()


@pytest.mark.parametrize("typed", [PASSWORD, CODE, CODE.replace(" ", "-")])
def test_the_password_or_the_digits_open_it(encrypted, typed):
    with pytest.raises(KeyNeeded, match="เข้ารหัสไว้"):
        Services.open(encrypted)
    with pytest.raises(WrongKey):
        unlock(encrypted, "ผิดแน่นอน 999")
    assert IN_USE.key is None
    unlock(encrypted, typed)
    with Services.open(encrypted) as services:
        assert any(SECRET in one.name for one in services.privacy.people())


def test_the_digits_alone_are_enough_where_the_key_file_is_lost(encrypted):
    key_path(encrypted).unlink()
    with pytest.raises(WrongKey):
        unlock(encrypted, PASSWORD)
    with pytest.raises(KeyNeeded):
        Services.open(encrypted)
    unlock(encrypted, CODE)
    Services.open(encrypted).close()


def test_other_programs_that_know_sqlcipher_open_it_with_the_digits(encrypted):
    connection = dbapi2.connect(str(encrypted))
    connection.execute(f"PRAGMA key = '{plain_code(CODE)}'")
    assert connection.execute("SELECT count(*) FROM staff").fetchone() == (52,)
    connection.close()


def test_backups_restores_and_drills_work_as_before(encrypted):
    unlock(encrypted, PASSWORD)
    with Services.open(encrypted) as services:
        backup = services.backup.make().backup
        assert services.backup.at_close().backup is None  # nothing changed, though every page differs
        services.register.save_person(PersonRecord(0, "นาง", "ภายหลัง", "ทดสอบ"))
        assert drill(backup.path).people == 51
        services.backup.restore(backup.path)
        assert services.database.counts()["staff"] == 52
        assert services.encryption.is_on
    assert plain_bytes(encrypted.parent) == []


def test_a_plain_backup_comes_back_encrypted(path):
    with Services.open(path) as services:
        plain = shutil.copytree(folder_of(path), path.parent / "elsewhere")
        services.encryption.turn_on(CODE, PASSWORD)
        services.backup.restore(next(plain.glob("*.db")))
        assert services.encryption.is_on
        assert not begins_plain(path)
        assert services.database.counts()["staff"] == 52


def test_turning_off_wants_the_password_and_gives_the_plain_file_back(encrypted):
    unlock(encrypted, PASSWORD)
    with Services.open(encrypted) as services:
        with pytest.raises(WrongKey):
            services.encryption.turn_off("ผิดแน่นอน 999")
        services.encryption.turn_off(PASSWORD)
        assert services.database.counts()["staff"] == 52
    assert not key_path(encrypted).exists()
    IN_USE.key = None
    Services.open(encrypted).close()


@pytest.mark.parametrize("fails", ["encrypt_copy", "look_into", "replace_file"])
def test_what_fails_on_the_way_leaves_the_plain_office(path, monkeypatch, fails):
    def fail(*_args, **_named):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(encrypting, fails, fail)
    with Services.open(path) as services:
        with pytest.raises(UserError, match="พื้นที่ว่าง"):
            services.encryption.turn_on(CODE, PASSWORD)
        assert services.database.counts()["staff"] == 52
        assert not services.encryption.is_on
    assert not key_path(path).exists()
    assert not list(path.parent.glob("*.converting"))


def test_the_end_of_the_encryption_is_on_record_where_the_key_file_cannot_be_deleted(encrypted):
    unlock(encrypted, PASSWORD)
    with Services.open(encrypted) as services:
        key_path(encrypted).unlink()
        key_path(encrypted).mkdir()  # no `unlink` takes it away, as none does on Windows where a file is read
        with pytest.raises(OSError, match=r"key\.json"):
            services.encryption.turn_off(CODE)
        assert services.audit.page(AuditQuery()).lines[0].detail == "เลิกเข้ารหัสฐานข้อมูล"
    assert begins_plain(encrypted)


def test_a_disk_that_refuses_when_the_encrypted_file_is_in_place_leaves_it_its_password(path, monkeypatch):
    """Its key file was deleted and its key out of use: only the printed digits opened it."""
    whole = files.sync_folder

    def refuse(named):
        whole(named)
        if named == path:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(files, "sync_folder", refuse)
    with Services.open(path) as services:
        with pytest.raises(UserError):
            services.encryption.turn_on(CODE, PASSWORD)
        assert services.database.counts()["staff"] == 52
        assert services.encryption.is_on
    assert not begins_plain(path)
    IN_USE.key = None
    unlock(path, PASSWORD)
    Services.open(path).close()


@pytest.mark.parametrize(("code", "password"), [(CODE, "สั้น"), ("1234", PASSWORD)])
def test_a_weak_beginning_is_refused(path, code, password):
    with Services.open(path) as services, pytest.raises(UserError, match="ยังไม่ได้เข้ารหัส"):
        services.encryption.turn_on(code, password)


def test_damage_is_told_in_the_same_words(encrypted):
    unlock(encrypted, PASSWORD)
    content = bytearray(encrypted.read_bytes())
    content[4096 * 3 + 100] ^= 1
    encrypted.write_bytes(content)
    with pytest.raises(UserError, match="เสียหาย"):
        Services.open(encrypted)


def test_an_encrypted_page_is_known_by_its_bytes(tmp_path):
    (tmp_path / "random").write_bytes(os.urandom(4096 * 3))
    (tmp_path / "words").write_bytes("ข้อความ ".encode() * 4096)
    with cleared():
        assert cipher.looks_encrypted(tmp_path / "random")
        assert not cipher.looks_encrypted(tmp_path / "words")
        assert isinstance(cipher.connect(tmp_path / "new.db", "rwc"), sqlite3.Connection)


def test_plain_copies_in_the_second_folder_are_encrypted_too(path, tmp_path):
    second = tmp_path / "second"
    second.mkdir()
    with Services.open(path) as services:
        services.pc.keep_second(second, "")
        services.backup.second = second
        services.backup.make()
        assert len(plain_bytes(second)) == 1
        services.encryption.turn_on(CODE, PASSWORD)
        assert services.encryption.plain_left() == ()
    assert plain_bytes(tmp_path) == []


def test_what_a_restore_put_aside_is_told_and_removed_on_request(path):
    with Services.open(path) as services:
        services.backup.restore(services.backup.listed()[0].path)
        other = path.with_name(f"{path.name}-2.db")  # another office's, with a name that begins the same
        shutil.copyfile(path, other)
        assert services.encryption.plain_left() == ()  # not encrypted: nothing to tell
        services.encryption.turn_on(CODE, PASSWORD)
        left = services.encryption.plain_left()
        assert [one.name for one in left] == [one.name for one in path.parent.glob("*-replaced-*") if begins_plain(one)]
        assert left
        assert services.encryption.remove_plain() == len(left)
        assert services.encryption.plain_left() == ()
        assert services.encryption.remove_plain() == 0
        assert services.database.counts()["staff"] == 52
    assert plain_bytes(path.parent) == [other.name]


@pytest.mark.skipif(os.name == "nt", reason="an open file keeps its name on Windows")
def test_the_blocks_of_the_former_file_are_written_over(path):
    handle = os.open(path, os.O_RDONLY)
    with Services.open(path) as services:
        services.encryption.turn_on(CODE, PASSWORD)
    former = os.read(handle, 1 << 26)
    os.close(handle)
    assert SECRET.encode() not in former
    assert set(former) == {0}


def test_the_kept_first_page_goes_with_the_plain_file_and_none_is_kept_of_an_encrypted_office(path):
    with Services.open(path) as services:
        keep_glance(services, date(2023, 3, 1))
        assert kept_path(path).exists()
        services.encryption.turn_on(CODE, PASSWORD)
        assert not kept_path(path).exists()
        keep_glance(services, date(2023, 3, 1))
        assert not kept_path(path).exists()


@pytest.mark.parametrize("left", [b"", b"no office"], ids=["empty", "something else"])
def test_where_only_encrypted_backups_are_left_the_way_to_use_them_is_told_and_works(encrypted, left, tmp_path):
    """It was said that there is no sound backup."""
    before = {one.name: one.read_bytes() for one in folder_of(encrypted).iterdir()}
    encrypted.write_bytes(left)
    with pytest.raises(UserError, match="ครบทุกไบต์ แต่เข้ารหัสไว้") as told:
        offered(encrypted)
    named = max(folder_of(encrypted).glob("*.db"))
    assert named.name in str(told.value)
    encrypted.rename(tmp_path / "moved.db")
    with Services.create_from_backup(encrypted, Source(named, key=PASSWORD)) as services:
        assert any(SECRET in one.name for one in services.privacy.people())
        assert services.backup.make().backup.manifest.serial == len(before) // 2 + 1
    assert {name: (folder_of(encrypted) / name).read_bytes() for name in before} == before
    IN_USE.key = None
    unlock(encrypted, PASSWORD)
    Services.open(encrypted).close()


def test_a_spoilt_encrypted_backup_is_not_named_as_one_to_use(encrypted):
    encrypted.write_bytes(b"")
    for one in folder_of(encrypted).glob("*.db"):
        one.write_bytes(one.read_bytes()[:-1] + b"?")
    with pytest.raises(UserError, match="ไม่พบชุดสำรอง"):
        offered(encrypted)


@pytest.mark.parametrize("typed", [PASSWORD, CODE], ids=["password", "digits"])
def test_a_new_password_opens_in_place_of_the_old_one_and_the_sheet_stays_good(encrypted, typed):
    unlock(encrypted, PASSWORD)
    with Services.open(encrypted) as services:
        before = encrypted.read_bytes()
        services.encryption.change_password(typed, NEW)
        assert services.audit.page(AuditQuery()).lines[0].detail == "เปลี่ยนรหัสผ่านฐานข้อมูล"
        assert len(encrypted.read_bytes()) == len(before)  # not written anew
        backup = services.backup.make().backup.path
    IN_USE.key = None
    with pytest.raises(WrongKey):
        unlock(encrypted, PASSWORD)
    for secret in (NEW, CODE):
        IN_USE.key = None
        unlock(encrypted, secret)
        Services.open(encrypted).close()
    IN_USE.key = None
    assert Source(backup, key=NEW).verified().sound  # of before as of after
    assert [one.name for one in encrypted.parent.glob("*key.json*")] == [key_path(encrypted).name]


@pytest.mark.parametrize(
    ("typed", "password", "told"), [("ผิดแน่นอน 999", "รหัสใหม่ยาวพอ", "ไม่ถูกต้อง"), (PASSWORD, "สั้น", "ยังไม่ได้เปลี่ยน")]
)
def test_a_change_of_password_that_is_refused_leaves_the_old_one(encrypted, typed, password, told):
    unlock(encrypted, PASSWORD)
    before = key_path(encrypted).read_bytes()
    with Services.open(encrypted) as services:
        with pytest.raises(UserError, match=told):
            services.encryption.change_password(typed, password)
        assert services.database.counts()["staff"] == 52
    assert key_path(encrypted).read_bytes() == before
    IN_USE.key = None
    unlock(encrypted, PASSWORD)
