"""A PC without an office begins with the backup of another: by the file alone, with the secrets it needs, or not at all."""

from __future__ import annotations

import shutil

import pytest

from ciphered import no_key_in_use
from hrdesk.domain.audit import AuditAction
from hrdesk.errors import UserError
from hrdesk.models import restore as restoring
from hrdesk.models.cipher_key import IN_USE
from hrdesk.models.faults import KeyNeeded
from hrdesk.models.key_file import WrongKey, key_path
from hrdesk.models.manifest import manifest_path
from hrdesk.services import Services
from hrdesk.services.safety.audit import AuditQuery
from hrdesk.services.safety.beginning import Source, look, opens_by_digits_alone
from hrdesk.services.safety.encryption import unlock
from small_database import plain_only

PASSWORD = "รหัสผ่านยาวพอ"
CODE = " ".join(["1234"] * 12)
THAI_CODE = " ".join(["๑๒๓๔"] * 12)
OFFICE = "เทศบาลตำบลหนองป่าครั่ง"


@pytest.fixture
def drive(tmp_path):
    """What was carried here from the old PC."""
    folder = tmp_path / "drive"
    folder.mkdir()
    return folder


@pytest.fixture
def new(tmp_path):
    return tmp_path / "new pc" / "data" / "office.db"


@pytest.fixture
def old(sample, tmp_path):
    path = tmp_path / "old" / "office.db"
    path.parent.mkdir()
    return shutil.copy(sample, path)


def carried(old, drive, passphrase=None):
    with Services.open(old) as services:
        return services.backup.send(services.backup.make().backup, drive, passphrase)


@pytest.mark.parametrize("passphrase", ["", PASSWORD], ids=["plain", "zip"])
def test_the_backup_alone_is_enough_and_is_looked_at_first(old, drive, new, passphrase):
    source = Source(carried(old, drive, passphrase), passphrase)
    manifest, counts = look(source)
    assert manifest.database == "office.db"
    figures = {count.name: (count.now, count.then) for count in counts}
    assert figures["บุคลากร"] == (0, 51)
    assert not new.parent.exists()
    before = source.path.read_bytes()
    with Services.create_from_backup(new, source) as services:
        assert services.register.organization().full_name == OFFICE
        assert services.database.counts()["staff"] == 51
        first = services.audit.page(AuditQuery()).lines[0]
        assert first.action is AuditAction.RESTORE
        assert first.detail.startswith("เริ่มจากชุดที่ 1 (")
        assert services.backup.make().backup.manifest.serial == 1  # a PC of its own
    assert source.path.read_bytes() == before
    assert {one.name for one in new.parent.iterdir()} <= {"office.db", "office.db-journal", "office.db.lock", "office.db-backups"}


def spoilt(path):
    content = bytearray(path.read_bytes())
    content[5000] ^= 1
    path.write_bytes(bytes(content))


FAULTS = {
    "not there": (lambda path: path.unlink(), "ไม่พบแฟ้มชุดสำรอง"),
    "a bit": (spoilt, "SHA-256"),
    "no manifest": (lambda path: manifest_path(path).unlink(), "ไม่พบใบกำกับ"),
    "no database": (lambda path: path.write_bytes(b"PK" * 9000), "ตรวจไม่ผ่าน"),
}


@plain_only
@pytest.mark.parametrize("fault", FAULTS)
def test_a_backup_that_is_not_sound_begins_nothing(old, drive, new, fault):
    source = Source(carried(old, drive))
    spoil, told = FAULTS[fault]
    spoil(source.path)
    for begin in (look, lambda one: Services.create_from_backup(new, one)):
        with pytest.raises(UserError, match=told):
            begin(source)
    assert not new.exists()


def test_a_wrong_password_of_the_zip_begins_nothing(old, drive, new):
    source = Source(carried(old, drive, PASSWORD), "อย่างอื่น1")
    for begin in (look, lambda one: Services.create_from_backup(new, one)):
        with pytest.raises(UserError, match="รหัสผ่านไม่ถูกต้อง"):
            begin(source)
    assert not new.exists()


def test_a_backup_of_a_newer_program_is_told_before_anything_is_asked(old, drive, monkeypatch):
    source = Source(carried(old, drive))
    monkeypatch.setattr("hrdesk.services.safety.beginning.SCHEMA", 1)
    with pytest.raises(UserError, match="รุ่นใหม่กว่า"):
        look(source)


def test_an_office_that_is_there_is_never_written_over(old, drive):
    source = Source(carried(old, drive))
    with Services.open(old) as services:
        people = services.database.counts()["staff"]
    with pytest.raises(UserError, match="อยู่แล้ว"):
        Services.create_from_backup(old, source)
    with Services.open(old) as services:
        assert services.database.counts()["staff"] == people


def test_what_does_not_come_whole_leaves_the_place_empty(old, drive, new, monkeypatch):
    source = Source(carried(old, drive))

    def lost(*_arguments):
        raise UserError("หาย")

    monkeypatch.setattr(restoring, "_demand_counts", lost)
    with pytest.raises(UserError, match="หาย"):
        Services.create_from_backup(new, source)
    assert not new.exists()
    assert not [one for one in new.parent.iterdir() if one.name.endswith(".restoring")]


@pytest.fixture
def no_key():
    with no_key_in_use():
        yield


@pytest.fixture
def sealed(no_key, sample, old, drive):
    """The backup of an encrypted office, and its key file beside it as in a folder that was copied whole."""
    pytest.importorskip("sqlcipher3")
    with Services.open(old) as services:
        services.encryption.turn_on(CODE, PASSWORD)
        copy = services.backup.send(services.backup.make().backup, drive)
    shutil.copy(key_path(old), key_path(drive / old.name))
    IN_USE.key = None
    return copy


@plain_only
@pytest.mark.parametrize("typed", [CODE, THAI_CODE, PASSWORD], ids=["digits", "thai digits", "password"])
def test_an_encrypted_office_is_opened_by_its_sheet_or_its_password(sealed, new, typed):
    with pytest.raises(KeyNeeded, match="48 หลัก"):
        look(Source(sealed))
    with pytest.raises(WrongKey):
        look(Source(sealed, key="ผิดแน่นอน"))
    source = Source(sealed, key=typed)
    assert look(source)[0].serial == 2
    with Services.create_from_backup(new, source) as services:
        assert services.encryption.is_on
        assert services.register.organization().full_name == OFFICE
    IN_USE.key = None
    assert not opens_by_digits_alone(new)
    unlock(new, PASSWORD)  # the key file came along
    Services.open(new).close()


@plain_only
def test_without_its_key_file_the_digits_alone_open_it_and_that_is_told(sealed, new):
    key_path(sealed.parent / "office.db").unlink()
    with pytest.raises(KeyNeeded, match="เฉพาะเครื่องเดิม"):
        look(Source(sealed))
    with pytest.raises(WrongKey):
        look(Source(sealed, key=PASSWORD))
    with Services.create_from_backup(new, Source(sealed, key=CODE)):
        assert opens_by_digits_alone(new)
    IN_USE.key = None
    with pytest.raises(WrongKey):
        unlock(new, PASSWORD)
    unlock(new, THAI_CODE)
    Services.open(new).close()


@plain_only
def test_a_look_leaves_the_key_in_use_as_it_was(sealed, sample, tmp_path):
    """Else the next encrypted backup is refused as no database of ours, and an open encrypted office as damaged."""
    look(Source(sealed, key=CODE))
    assert IN_USE.key is None
    drive, other = tmp_path / "second drive", tmp_path / "other" / "another.db"
    drive.mkdir()
    other.parent.mkdir()
    shutil.copy(sample, other)
    with Services.open(other) as services:
        services.encryption.turn_on(" ".join(["9876"] * 12), PASSWORD)
        second = services.backup.send(services.backup.make().backup, drive)
        look(Source(sealed, key=CODE))
        assert services.encryption.is_on
        assert services.backup.make().backup.manifest.serial > 1
    IN_USE.key = None
    look(Source(sealed, key=CODE))
    with pytest.raises(KeyNeeded):
        look(Source(second))
