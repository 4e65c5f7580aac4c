"""What leaves the PC: an AES zip that opens with its passphrase and with nothing else."""

from __future__ import annotations

import shutil
import zipfile

import pytest
import pyzipper
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrdesk.domain.backup import Reason
from hrdesk.errors import UserError
from hrdesk.models import sealed
from hrdesk.models.backup import make, verify
from hrdesk.models.backup_words import BackupFailed
from hrdesk.models.database import Database
from hrdesk.models.manifest import manifest_path
from small_database import add_draft

PASSPHRASE = "ร้อยแปด พันเก้า 108"


@pytest.fixture(scope="module")
def backup(tmp_path_factory):
    path = tmp_path_factory.mktemp("office") / "office.db"
    Database.create(path, add_draft).close()
    return make(path, Reason.MANUAL)


@pytest.fixture(scope="module")
def pristine(backup, tmp_path_factory):
    return sealed.seal(backup, tmp_path_factory.mktemp("sealed"), PASSPHRASE)


def written(path, files, passphrase=PASSPHRASE):
    with pyzipper.AESZipFile(path, "w", encryption=pyzipper.WZ_AES if passphrase else None) as archive:
        archive.setpassword(passphrase.encode() if passphrase else None)
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def test_what_was_sealed_comes_out_whole(pristine, backup):
    assert pristine.name == "office-000001-manual.zip"
    with sealed.unsealed(pristine, PASSPHRASE) as copy:
        assert copy.read_bytes() == backup.path.read_bytes()
        assert verify(copy).manifest == backup.manifest
    assert not copy.exists()


def test_it_is_really_encrypted(pristine, backup):
    content = pristine.read_bytes()
    assert b"SQLite format 3" not in content
    with zipfile.ZipFile(pristine) as plain:
        assert all(member.compress_type == 99 for member in plain.infolist())  # AE-x of WinZip and 7-Zip
    with pyzipper.AESZipFile(pristine) as archive:
        archive.setpassword(PASSPHRASE.encode())
        assert {member.wz_aes_strength for member in archive.infolist()} == {3}  # 256 bits
        assert archive.read(backup.path.name) == backup.path.read_bytes()


def test_a_wrong_passphrase_is_told(pristine):
    with pytest.raises(UserError, match="รหัสผ่านไม่ถูกต้อง"), sealed.unsealed(pristine, "wrong one"):
        pytest.fail("opened")


def test_accents_typed_in_another_order_are_the_same_passphrase(backup, tmp_path):
    path = sealed.seal(backup, tmp_path, "cafe\u0301 12345")
    with sealed.unsealed(path, "caf\u00e9 12345") as copy:
        assert verify(copy).sound


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_no_flipped_bit_gets_through(pristine, backup, tmp_path, data):
    content = bytearray(pristine.read_bytes())
    bit = data.draw(st.integers(0, len(content) * 8 - 1))
    content[bit // 8] ^= 1 << bit % 8
    harmed = tmp_path / "harmed.zip"
    harmed.write_bytes(content)
    try:
        with sealed.unsealed(harmed, PASSPHRASE) as copy:
            # only what does not matter was hit, such as the time of a member
            assert not verify(copy).sound or copy.read_bytes() == backup.path.read_bytes()
    except UserError:
        pass


@pytest.mark.parametrize(
    "files",
    [
        {"a.db": b"x"},
        {"a.db": b"x", "a.json": b"{}", "b.db": b"y"},
        {"a.db": b"x", "b.json": b"{}"},
        {"../a.db": b"x", "../a.json": b"{}"},
        {"a.db": b"x", "a.txt": b"y"},
    ],
)
def test_another_zip_is_refused(tmp_path, files):
    path = written(tmp_path / "other.zip", files)
    with pytest.raises(UserError, match="ไม่ใช่ชุดสำรองเข้ารหัส"), sealed.unsealed(path, PASSPHRASE):
        pytest.fail("opened")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"x" * 5000])
def test_what_is_no_zip_is_refused(tmp_path, content):
    path = tmp_path / "other.zip"
    path.write_bytes(content)
    with pytest.raises(UserError, match="ไม่ใช่ชุดสำรองเข้ารหัส"), sealed.unsealed(path, PASSPHRASE):
        pytest.fail("opened")


def test_a_bomb_is_refused_from_the_directory(tmp_path, monkeypatch):
    monkeypatch.setattr(sealed, "MOST_BYTES", 1 << 20)
    path = tmp_path / "bomb.zip"
    with pyzipper.AESZipFile(path, "w", zipfile.ZIP_DEFLATED, encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(PASSPHRASE.encode())
        archive.writestr("a.db", bytes(20 << 20))
        archive.writestr("a.json", b"{}")
    assert path.stat().st_size < 100_000
    with pytest.raises(UserError, match="ไม่ใช่ชุดสำรองเข้ารหัส"), sealed.unsealed(path, PASSPHRASE):
        pytest.fail("opened")


def test_sealing_overwrites_nothing_and_leaves_nothing_half_done(backup, tmp_path):
    with pytest.raises(BackupFailed, match="ไม่พบโฟลเดอร์"):
        sealed.seal(backup, tmp_path / "usb", PASSPHRASE)
    there = tmp_path / "office-000001-manual.zip"
    there.write_bytes(b"another")
    with pytest.raises(BackupFailed, match="ไม่ได้เขียนทับ"):
        sealed.seal(backup, tmp_path, PASSPHRASE)
    assert there.read_bytes() == b"another"
    there.unlink()
    damaged = tmp_path / "damaged" / backup.path.name
    damaged.parent.mkdir()
    damaged.write_bytes(backup.path.read_bytes()[:-1])
    shutil.copy(manifest_path(backup.path), manifest_path(damaged))
    with pytest.raises(BackupFailed, match="SHA-256"):
        sealed.seal(type(backup)(damaged, backup.manifest), tmp_path, PASSPHRASE)
    assert [path.name for path in tmp_path.iterdir()] == ["damaged"]
