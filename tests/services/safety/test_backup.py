"""Backups as the window and the command line make them, on the sample office."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import timedelta

import pytest

from hrdesk import cli_common
from hrdesk.cli import main
from hrdesk.domain.backup import Reason
from hrdesk.domain.staff import PersonRecord
from hrdesk.errors import UserError
from hrdesk.models.manifest import manifest_path, write_manifest
from hrdesk.services import Area, Services
from hrdesk.services.safety.backup import BackupFailed, compare


@pytest.fixture
def path(sample, tmp_path):
    return shutil.copy(sample, tmp_path / "office.db")


@pytest.fixture
def services(path):
    with Services.open(path) as services:
        yield services


def add(services, name):
    return services.register.save_person(PersonRecord(0, "นาย", name, "ทดสอบ"))


def people(services):
    return services.database.counts()["staff"]


def backups(path):
    return sorted(one.name for one in path.parent.glob("*-backups/*.db"))


def test_the_first_change_of_a_day_is_backed_up_and_the_next_are_not(services, path):
    add(services, "หนึ่ง")
    first = services.backup.after_change()
    assert first.backup.manifest.reason is Reason.FIRST_CHANGE
    assert first.backup.manifest.office == services.register.organization().name
    add(services, "สอง")
    assert services.backup.after_change().backup is None
    with_new_start = type(services.backup)(services.database)
    assert with_new_start.after_change().backup is None
    paper = first.backup.manifest
    write_manifest(manifest_path(first.backup.path), replace(paper, created=paper.created - timedelta(days=1)))
    assert type(services.backup)(services.database).after_change().backup.manifest.serial == 2
    assert len(backups(path)) == 2


def test_closing_backs_up_what_changed_even_in_an_earlier_start(path):
    with Services.open(path) as services:
        assert services.backup.at_close().backup.manifest.serial == 1
        add(services, "ก่อนไฟดับ")
    with Services.open(path) as services:
        assert services.backup.at_close().backup.manifest.serial == 2
        assert services.backup.at_close().backup is None


def test_before_an_action_it_is_made_or_the_action_does_not_go_on(services):
    outcome = services.backup.before(Reason.BEFORE_IMPORT)
    assert outcome.backup.path.name == "office-000001-before-import.db"
    shutil.rmtree(services.backup.folder)
    services.backup.folder.write_text("in the way")
    with pytest.raises(BackupFailed):
        services.backup.before(Reason.BEFORE_IMPORT)
    assert "ไม่สำเร็จ" in services.backup.at_close().trouble  # by itself it only reports
    assert "ไม่สำเร็จ" in type(services.backup)(services.database).after_change().trouble


def test_the_second_folder_gets_a_copy_and_may_be_missing(services, tmp_path):
    services.backup.second = tmp_path / "usb"
    away = services.backup.make()
    assert away.backup is not None
    assert "ไม่พบโฟลเดอร์" in away.trouble
    services.backup.second.mkdir()
    there = services.backup.make()
    assert there.trouble == ""
    assert sorted(one.name for one in services.backup.second.iterdir()) == [
        "office-000002-manual.db", "office-000002-manual.json",
    ]  # fmt: skip


def test_comparing_and_restoring_show_the_same(services):
    backup = services.backup.make().backup
    before = people(services)
    add(services, "ภายหลัง")
    staff = services.backup.compare(backup.path)[0]
    assert (staff.name, staff.now, staff.then) == ("บุคลากร", before + 1, before)
    register = services.register  # pages keep their services; these go on with the restored data
    done, area = services.backup.restore(backup.path)
    assert area == ~Area(0)
    assert people(services) == before
    assert register.organization().name
    assert [one.manifest.reason for one in services.backup.listed()] == [Reason.BEFORE_RESTORE, Reason.MANUAL]
    services.backup.restore(done.before.path)
    assert people(services) == before + 1


def test_tables_that_cannot_be_read_are_not_shown_as_empty():
    counts = {count.name: count for count in compare({"staff": 3}, {"staff": 5, "plan": 1, "project_year": 9})}
    assert (counts["บุคลากร"].now, counts["บุคลากร"].then) == (3, 5)
    assert counts["แผนพัฒนา"].now is None
    assert counts["รายละเอียดประกอบอื่น ๆ"].now is None
    assert counts["รายละเอียดประกอบอื่น ๆ"].then == 9


def run(capsys, *arguments):
    code = main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    assert err.count("\n") <= 1
    return code, out, err


def test_what_a_restore_put_aside_goes_when_its_backup_is_thinned(services, path):
    backup = services.backup
    restored = backup.restore(backup.make().backup.path)[0]
    now = restored.before.manifest.created

    def made(one, days):
        write_manifest(manifest_path(one.path), replace(one.manifest, created=now - timedelta(days=days)))

    made(restored.before, 400)
    made(backup.listed()[-1], 401)
    for days in range(30, 0, -1):  # the newest of twelve days, ten weeks and nine months: none of them 400 days ago
        made(backup.make().backup, days * 30)
        assert restored.aside.exists() or days < 25
    assert not restored.aside.exists()
    assert not restored.before.path.exists()
    with Services.open(backup.listed()[0].path) as newest:
        assert people(newest) == 51


def test_the_command_line_from_backup_to_restore(path, tmp_path, capsys):
    usb = tmp_path / "usb"
    code, _, err = run(capsys, "--db", path, "backup", "--plain", "--to", usb)
    assert code == 2
    assert "ไม่พบโฟลเดอร์" in err
    usb.mkdir()
    code, out, _ = run(capsys, "--db", path, "backup", "--plain", "--to", usb)
    assert code == 0
    copy = usb / "office-000002-manual.db"
    assert f"{copy}  " in out
    code, out, _ = run(capsys, "verify", copy)
    assert (code, "ชุดสำรองสมบูรณ์" in out, "ชุดที่ 2" in out) == (0, True, True)
    code, out, _ = run(capsys, "verify", copy, "--json")
    assert json.loads(out)["sound"] is True
    assert json.loads(out)["counts"]["staff"] == 51

    with Services.open(path) as services:
        add(services, "ภายหลัง")
    code, out, _ = run(capsys, "--db", path, "restore", copy, "--dry-run")
    assert (code, "* บุคลากร: ปัจจุบัน 52 · ในชุดสำรอง 51" in out) == (0, True)
    with Services.open(path) as services:
        assert people(services) == 52
        code, _, err = run(capsys, "--db", path, "restore", copy)
        assert (code, "อีกหน้าต่างหนึ่ง" in err) == (2, True)
    code, out, _ = run(capsys, "--db", path, "restore", copy)
    assert (code, "กลับมาใช้แล้ว" in out) == (0, True)
    with Services.open(path) as services:
        assert people(services) == 51

    content = bytearray(copy.read_bytes())
    content[20000] ^= 4
    copy.write_bytes(content)
    code, _, err = run(capsys, "verify", copy)
    assert (code, "SHA-256" in err) == (2, True)
    code, out, _ = run(capsys, "verify", copy, "--json")
    assert (code, json.loads(out)["sound"]) == (2, False)
    assert run(capsys, "--db", path, "restore", copy)[0] == 2
    assert run(capsys, "verify", tmp_path / "nothing.db")[0] == 2


def test_a_pc_without_the_office_begins_with_the_backup_on_the_command_line(path, tmp_path, capsys, monkeypatch):
    usb, new = tmp_path / "usb", tmp_path / "new" / "office.db"
    usb.mkdir()
    monkeypatch.setenv(cli_common.PASSPHRASE, "ลับเฉพาะสำนักปลัด")
    run(capsys, "--db", path, "backup", "--to", usb)
    (copy,) = usb.iterdir()
    code, out, _ = run(capsys, "--db", new, "restore", copy, "--dry-run")
    assert (code, "* บุคลากร: ปัจจุบัน 0 · ในชุดสำรอง 51" in out, new.parent.exists()) == (0, True, False)
    code, out, _ = run(capsys, "--db", new, "restore", copy)
    assert (code, "เริ่มหน่วยงาน “หนองป่าครั่ง” จากชุดสำรองชุดที่ 1" in out) == (0, True)
    with Services.open(new) as services:
        assert people(services) == 51
    monkeypatch.setenv(cli_common.PASSPHRASE, "อีกอย่างหนึ่ง")
    code, _, err = run(capsys, "--db", tmp_path / "other.db", "restore", copy)
    assert (code, "รหัสผ่านไม่ถูกต้อง" in err, (tmp_path / "other.db").exists()) == (2, True, False)


def test_recovering_on_the_command_line_acts_only_when_told(path, capsys):
    run(capsys, "--db", path, "backup")
    code, _, err = run(capsys, "--db", path, "recover")
    assert (code, "ไม่ต้องกู้คืน" in err) == (2, True)
    path.write_bytes(path.read_bytes()[:90_000])
    harmed = path.read_bytes()
    code, out, _ = run(capsys, "--db", path, "recover")
    assert code == 1
    assert "ยังไม่ได้เปลี่ยนแปลง" in out
    assert "ทำเมื่อ" in out
    assert "ในชุดสำรอง 51" in out
    assert path.read_bytes() == harmed
    code, out, _ = run(capsys, "--db", path, "recover", "--yes")
    assert (code, "กู้คืนจากชุดสำรองชุดที่ 1" in out) == (0, True)
    (aside,) = path.parent.glob("office.db-replaced-*")
    assert aside.read_bytes() == harmed
    with Services.open(path) as services:
        assert people(services) == 51


def test_an_encrypted_copy_on_the_command_line(path, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv(cli_common.PASSPHRASE, "short")
    code, _, err = run(capsys, "--db", path, "backup", "--to", tmp_path)
    assert (code, "อย่างน้อย 8" in err, backups(path)) == (2, True, [])
    monkeypatch.setenv(cli_common.PASSPHRASE, "ลับเฉพาะสำนักปลัด")
    assert run(capsys, "--db", path, "backup", "--to", tmp_path)[0] == 0
    sealed = tmp_path / "office-000001-manual.zip"
    assert run(capsys, "verify", sealed)[0] == 0
    assert run(capsys, "--db", path, "restore", sealed)[0] == 0
    monkeypatch.setenv(cli_common.PASSPHRASE, "อีกอย่างหนึ่ง")
    code, _, err = run(capsys, "verify", sealed)
    assert (code, "รหัสผ่านไม่ถูกต้อง" in err) == (2, True)
    monkeypatch.setenv(cli_common.PASSPHRASE, "")
    assert run(capsys, "verify", sealed)[0] == 2
    assert run(capsys, "--db", path, "backup", "--to", tmp_path)[0] == 2
    assert run(capsys, "--db", path, "backup")[0] == 0, "what stays beside the database needs no password"


def test_a_backup_that_is_not_sound_cannot_be_compared(services):
    backup = services.backup.make().backup
    manifest_path(backup.path).unlink()
    with pytest.raises(UserError, match="ไม่พบใบกำกับ"):
        services.backup.compare(backup.path)
