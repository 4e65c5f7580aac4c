"""A restore drill uses the restored office for real; the second folder is encrypted unless asked otherwise."""

from __future__ import annotations

import shutil

import pytest

from hrdesk.errors import UserError
from hrdesk.progress import told_to
from hrdesk.services import Services
from hrdesk.services.safety.backup import opened, verify
from hrdesk.services.safety.drill import STEPS, drill


@pytest.fixture
def services(sample, tmp_path):
    with Services.open(shutil.copy(sample, tmp_path / "office.db")) as services:
        yield services


@pytest.mark.parametrize(("kept", "years"), [("", 10), ("5", 5), ("๕", 5), ("²", 10), ("-1", 10), ("ห้า", 10)])
def test_years_that_are_no_number_are_the_usual_ones(services, kept, years):
    services.pc.keep(retention=kept)
    assert services.pc.retention_years == years


def files(folder):
    return {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_a_drill_reads_and_prints_the_restored_office(services, tmp_path):
    backup = services.backup.make().backup
    before, told = files(tmp_path), []
    with told_to(lambda done, of: told.append(done * STEPS / of)):
        found = drill(backup.path)
    assert (found.office, found.positions, found.people) == ("เทศบาลตำบลหนองป่าครั่ง", 60, 51)
    assert (found.plans, found.courses) == (1, 31)
    assert found.pages > 15
    assert set(told) > set(range(STEPS + 1))
    assert told == sorted(told)
    assert files(tmp_path) == before


def test_a_drill_with_a_spoilt_backup_says_so(services):
    backup = services.backup.make().backup
    content = bytearray(backup.path.read_bytes())
    content[5000] ^= 1
    backup.path.write_bytes(content)
    with pytest.raises(UserError, match="ตรวจไม่ผ่าน"):
        drill(backup.path)


def test_progress_is_told_and_can_stop_the_backup(services):
    told = []
    with told_to(lambda done, of: told.append((done, of))):
        services.backup.make()
    assert told[-1][0] == told[-1][1] > 0

    def stop(_done, _of):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), told_to(stop):
        services.backup.make()
    assert len(services.backup.listed()) == 1
    assert not list(services.backup.folder.glob("*.part"))


def test_the_second_folder_is_remembered_and_its_copies_are_encrypted(services, tmp_path_factory):
    usb = tmp_path_factory.mktemp("usb")
    services.pc.keep_second(usb, "รหัสผ่านยาวพอ")
    again = Services(services.database)
    outcome = again.backup.make()
    assert outcome.trouble == ""
    assert outcome.copy.suffix == ".zip"
    with opened(outcome.copy, lambda: "รหัสผ่านยาวพอ") as copy:
        assert verify(copy).sound
    assert again.backup.copies() == (outcome.backup.manifest.created,)
    shutil.rmtree(usb)
    assert "กรุณาเสียบไดรฟ์" in again.backup.second_trouble()
    assert "กรุณาเสียบไดรฟ์" in again.backup.make().trouble


@pytest.mark.parametrize(("place", "passphrase", "said"), [
    ("missing", "รหัสผ่านยาวพอ", "ไม่พบโฟลเดอร์"), ("", "รหัสผ่านยาวพอ", "ที่เดียวกับฐานข้อมูล"),
    ("inner", "", "ที่เดียวกับฐานข้อมูล"), ("/", "สั้น", "อย่างน้อย 8"),
])  # fmt: skip
def test_a_second_folder_that_would_not_help_is_refused(services, tmp_path, place, passphrase, said):
    (tmp_path / "inner").mkdir()
    with pytest.raises(UserError, match=said):
        services.pc.keep_second(tmp_path / place, passphrase)
    assert services.pc.kept.second == ""
