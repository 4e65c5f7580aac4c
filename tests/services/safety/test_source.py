"""The encrypted backup of another office: asked for its own secret, read with its own key, and none of it in use afterwards."""

from __future__ import annotations

import shutil

import pytest

pytest.importorskip("sqlcipher3")

from ciphered import no_key_in_use
from hrdesk.domain.staff import PersonRecord
from hrdesk.errors import UserError
from hrdesk.models import restore as restoring
from hrdesk.models.audit_line import note
from hrdesk.models.beside import begins_plain, folder_of
from hrdesk.models.cipher_key import IN_USE
from hrdesk.models.faults import KeyNeeded
from hrdesk.models.key_file import WrongKey, key_files_of, key_path
from hrdesk.models.manifest import manifest_path
from hrdesk.services import Services
from hrdesk.services.safety import beginning
from hrdesk.services.safety.audit import AuditQuery
from hrdesk.services.safety.backup import verify
from hrdesk.services.safety.drill import drill
from hrdesk.services.safety.encryption import unlock
from hrdesk.services.safety.source import Source
from small_database import plain_only

pytestmark = plain_only  # where all is encrypted with one key there is no other office's
MINE, THEIRS = " ".join(["1234"] * 12), " ".join(["9876"] * 12)
PASSWORD, OTHERS = "รหัสผ่านยาวพอ", "รหัสของที่อื่น"
TAKEN_IN = {"digits": THEIRS, "password": OTHERS}


@pytest.fixture(autouse=True)
def no_key():
    with no_key_in_use():
        yield


@pytest.fixture(scope="module")
def offices(sample, tmp_path_factory):
    """Two encrypted ones, each with a backup; the key of neither is in use."""
    place = tmp_path_factory.mktemp("offices")
    for name, code, password in (("mine", MINE, PASSWORD), ("theirs", THEIRS, OTHERS)):
        (place / name).mkdir()
        with Services.open(shutil.copy(sample, place / name / "office.db")) as services:
            services.encryption.turn_on(code, password)
            services.backup.make()
        IN_USE.key = None
    return place


def copied(offices, folder, name):
    """The office's path, and its newest backup's."""
    path = shutil.copytree(offices / name, folder) / "office.db"
    return path, max(folder_of(path).glob("*.db"))


@pytest.fixture
def theirs(offices, tmp_path):
    return copied(offices, tmp_path / "theirs", "theirs")[1]


@pytest.fixture(params=["encrypted", "plain"])
def mine(request, offices, sample, tmp_path):
    """Open, with a name that stands in no backup."""
    path = tmp_path / "mine" / "office.db"
    if request.param == "encrypted":
        copied(offices, path.parent, "mine")
        unlock(path, PASSWORD)
    else:
        path.parent.mkdir()
        shutil.copy(sample, path)
    with Services.open(path) as services:
        services.register.save_person(PersonRecord(0, "นาย", "ของเรา", "ทดสอบ"))
        yield services


def has_our_own(services):
    return any("ของเรา" in one.name for one in services.privacy.people())


def goes_on(mine, on):
    """The open office is read, written and backed up as before."""
    mine.register.save_person(PersonRecord(0, "นาย", "ต่อไป", "ทดสอบ"))
    return has_our_own(mine) and mine.encryption.is_on == on and verify(mine.backup.make().backup.path).sound


def test_the_officer_is_asked_for_its_own_secret_and_told_when_it_is_wrong(mine, theirs):
    on = mine.encryption.is_on
    for source, error, told in (
        (Source(theirs), KeyNeeded, "รหัสผ่านของฐานข้อมูลนั้น หรือรหัสกู้คืน 48 หลัก"),
        (Source(theirs, key="ผิดแน่นอน 999"), WrongKey, "ไม่ถูกต้อง"),
        (Source(theirs, key=MINE), WrongKey, "ไม่ถูกต้อง"),
    ):
        with pytest.raises(error, match=told), source.opened():
            pass
    assert goes_on(mine, on)


@pytest.mark.parametrize("typed", TAKEN_IN)
def test_it_is_compared_verified_and_tried_out_without_touching_the_open_office(mine, theirs, typed):
    on = mine.encryption.is_on
    source = Source(theirs, key=TAKEN_IN[typed])
    assert source.verified().sound
    with source.opened() as backup:
        assert {one.name: one.then for one in mine.backup.compare(backup)}["บุคลากร"] == 51
        assert drill(backup).people == 51
        assert goes_on(mine, on)
    assert not verify(theirs).sound  # the key was lent, not given


def test_it_comes_back_as_the_open_office_is_encrypted(mine, theirs):
    on, key = mine.encryption.is_on, IN_USE.key
    before = theirs.read_bytes()
    with Source(theirs, key=THEIRS).opened() as backup:
        done, _ = mine.backup.restore(backup)
    path = mine.database.path
    assert mine.encryption.is_on == on
    assert IN_USE.key is key
    assert begins_plain(path) != on
    assert not has_our_own(mine)
    assert mine.database.full_check() == ()
    assert mine.backup.make().backup is not None
    assert verify(done.before.path).sound
    assert theirs.read_bytes() == before
    mine.close()
    IN_USE.key = None
    if on:
        unlock(path, PASSWORD)
    with Services.open(path) as services:
        assert services.database.counts()["staff"] == 51


def test_what_fails_on_the_way_back_leaves_the_open_office(mine, theirs, monkeypatch):
    def lost(*_arguments):
        raise UserError("หาย")

    monkeypatch.setattr(restoring, "_demand_counts", lost)
    on = mine.encryption.is_on
    with pytest.raises(UserError, match="หาย"), Source(theirs, key=THEIRS).opened() as backup:
        mine.backup.restore(backup)
    assert goes_on(mine, on)


def test_the_own_backup_from_before_the_encryption_was_turned_off_comes_back_plain(offices, tmp_path):
    path, backup = copied(offices, tmp_path / "once", "theirs")
    unlock(path, THEIRS)
    with Services.open(path) as services:
        services.encryption.turn_off(OTHERS)
    IN_USE.key = None
    with Services.open(path) as services:
        with pytest.raises(KeyNeeded, match="48 หลัก"), Source(backup).opened():
            pass
        with Source(backup, key=THEIRS).opened() as found:
            services.backup.restore(found)
        assert not services.encryption.is_on
    Services.open(path).close()


@pytest.mark.parametrize("key", ["", THEIRS])
def test_a_spoilt_one_is_told_as_spoilt_whatever_is_typed(theirs, key):
    content = bytearray(theirs.read_bytes())
    content[3] ^= 1  # of the salt: no key would be its own
    theirs.write_bytes(bytes(content))
    found = Source(theirs, key=key).verified()
    assert any("SHA-256" in one for one in found.problems)


def test_one_without_its_manifest_is_asked_for_and_then_told(theirs):
    manifest_path(theirs).unlink()
    with pytest.raises(KeyNeeded), Source(theirs).opened():
        pass
    assert [one for one in Source(theirs, key=THEIRS).verified().problems if "ไม่พบใบกำกับ" in one]


def test_a_look_without_the_secret_says_that_it_is_encrypted_not_that_it_is_none_of_ours(theirs):
    found = verify(theirs)
    assert "เข้ารหัสไว้ด้วยรหัสอื่น" in "; ".join(found.problems)
    assert "ไม่ใช่ฐานข้อมูล" not in "; ".join(found.problems)


# beginning from it


def refuse(*_arguments, **_named):
    raise UserError("ไม่ยอม")


def not_written(*_arguments, **_named):
    raise OSError(28, "No space left on device")


FAILS = {
    "counted": (restoring, "_demand_counts", refuse, "ไม่ยอม"),
    "noted": (beginning, "note", refuse, "ไม่ยอม"),
    "key file": ("hrdesk.models.key_file._write", not_written, "พื้นที่ว่าง"),
}


@pytest.mark.parametrize("fails", FAILS)
def test_a_beginning_that_fails_after_the_key_was_right_leaves_nothing_of_it(theirs, tmp_path, offices, monkeypatch, fails):
    new = tmp_path / "new" / "office.db"
    *what, told = FAILS[fails]
    with monkeypatch.context() as patch:
        patch.setattr(*what)
        with pytest.raises(UserError, match=told):
            Services.create_from_backup(new, Source(theirs, key=OTHERS))
    assert IN_USE.key is None
    assert not new.exists()
    assert key_files_of(new) == ()
    with pytest.raises(KeyNeeded):
        beginning.look(Source(theirs))
    with Services.create_sample(new) as services:  # neither locked nor with the key of another office
        assert not services.encryption.is_on
    other, _ = copied(offices, tmp_path / "another", "mine")
    unlock(other, PASSWORD)
    Services.open(other).close()


def test_a_beginning_where_an_office_is_leaves_that_ones_key(theirs, mine):
    before, path = IN_USE.key, mine.database.path
    mine.close()
    with pytest.raises(UserError, match="อยู่แล้ว"):
        Services.create_from_backup(path, Source(theirs, key=OTHERS))
    assert IN_USE.key is before
    with Services.open(path) as services:
        assert goes_on(services, services.encryption.is_on)


# the key file


def test_the_key_file_of_another_office_is_put_aside_told_and_goes_on_opening_its_backups(offices, theirs, tmp_path):
    path, backup = copied(offices, tmp_path / "mine", "mine")
    path.unlink()  # lost, but for its backups
    lay = key_path(path).read_bytes()
    with Services.create_from_backup(path, Source(theirs, key=OTHERS)) as services:
        said = services.audit.page(AuditQuery()).lines[0].detail
    IN_USE.key = None
    new, aside = key_files_of(path)
    assert new == key_path(path)
    assert new.read_bytes() == key_path(theirs.parent.parent / "office.db").read_bytes()
    assert aside.read_bytes() == lay
    assert f"แฟ้มกุญแจที่อยู่ก่อนเก็บไว้ที่ {aside.name}" in said
    assert Source(backup, key=PASSWORD).verified().sound
    unlock(path, OTHERS)
    Services.open(path).close()


def test_a_second_one_does_not_write_over_the_first_and_the_same_one_stays(theirs, tmp_path):
    new = tmp_path / "new" / "office.db"
    new.parent.mkdir()
    for words in ("หนึ่ง", "สอง"):
        key_path(new).write_text(words, encoding="utf-8")
        Services.create_from_backup(new, Source(theirs, key=OTHERS)).close()
        new.unlink()
        IN_USE.key = None
    Services.create_from_backup(new, Source(theirs, key=OTHERS)).close()
    assert [one.read_text("utf-8") for one in key_files_of(new)[1:]] == ["หนึ่ง", "สอง"]


def test_without_a_key_file_of_its_own_another_ones_does_not_pass_for_it(theirs, tmp_path):
    key_path(theirs.parent.parent / "office.db").unlink()
    new = tmp_path / "new" / "office.db"
    new.parent.mkdir()
    key_path(new).write_text("ของที่อื่น", encoding="utf-8")
    with Services.create_from_backup(new, Source(theirs, key=THEIRS)):
        assert beginning.opens_by_digits_alone(new)
    assert [one.read_text("utf-8") for one in key_files_of(new)] == ["ของที่อื่น"]


@pytest.mark.parametrize("fails", [False, True])
def test_turning_the_encryption_on_keeps_the_key_file_that_lies_there(sample, tmp_path, monkeypatch, fails):
    path = shutil.copy(sample, tmp_path / "office.db")
    key_path(path).write_text("ของที่อื่น", encoding="utf-8")
    with Services.open(path) as services:
        if fails:
            monkeypatch.setattr("hrdesk.models.encrypting.encrypt_copy", not_written)
            with pytest.raises(UserError, match="พื้นที่ว่าง"):
                services.encryption.turn_on(MINE, PASSWORD)
            assert key_path(path).read_text("utf-8") == "ของที่อื่น"
        else:
            services.encryption.turn_on(MINE, PASSWORD)
        note(services.database, beginning.AuditAction.BACKUP, "database", detail="ใช้ต่อได้")
    assert [one.read_text("utf-8") for one in key_files_of(path)][-1] == "ของที่อื่น"


def test_what_a_source_shows_of_itself_holds_no_secret(tmp_path):
    shown = repr(Source(tmp_path / "office.zip", passphrase=PASSWORD, key=THEIRS))
    assert "office.zip" in shown
    assert PASSWORD not in shown
    assert THEIRS not in shown
