"""Shares, sticks and cloud folders, told by names and by what the system says of the drive."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from hrdesk.errors import UserError
from hrdesk.models.location import Risk, drive_kind, risk_of, system_of
from hrdesk.services import Services
from hrdesk.services.safety.place import RiskyPlace, accept_place, demand_safe_place

MOUNTS = """/dev/sda1 / ext4 rw 0 0
server:/home /home/shared nfs4 rw 0 0
//nas/office /mnt/my\\040office cifs rw 0 0
/dev/sdb1 /mnt vfat rw 0 0
"""


@pytest.mark.parametrize(("path", "risk"), [
    ("C:/Users/สมศรี/OneDrive - เทศบาล/hrdesk/hrdesk.db", Risk.CLOUD), ("/home/a/Dropbox/hrdesk.db", Risk.CLOUD),
    ("G:/ไดรฟ์ของฉัน/hrdesk.db", Risk.CLOUD), ("G:/My Drive/x/hrdesk.db", Risk.CLOUD),
    ("/home/a/Google Drive/hrdesk.db", Risk.CLOUD), ("\\\\server\\งานบุคคล\\hrdesk.db", Risk.NETWORK),
    ("/home/a/เอกสาร/hrdesk.db", None), ("/home/a/dropbox.db", None), ("/home/a/งาน onedrive/hrdesk.db", None),
])  # fmt: skip
def test_places_are_known_by_their_names(path, risk):
    assert risk_of(Path(path), lambda _path: None) == risk


def test_the_cloud_s_own_folder_is_known_whatever_it_is_called(monkeypatch, tmp_path):
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path))
    assert risk_of(tmp_path / "งาน" / "hrdesk.db", lambda _path: None) is Risk.CLOUD


@pytest.mark.parametrize("kind", [Risk.NETWORK, Risk.REMOVABLE])
def test_the_drive_is_asked(kind):
    assert risk_of(Path("/somewhere/hrdesk.db"), lambda _path: kind) is kind


@pytest.mark.parametrize("name", ["hrdesk.db", "ข้อมูล/hrdesk.db", "./hrdesk.db"])
def test_a_name_without_a_drive_is_of_the_one_where_one_stands(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    asked = []
    risk_of(Path(name), asked.append)
    assert [one.anchor for one in asked] == [tmp_path.anchor]
    assert asked[0].is_relative_to(tmp_path)


@pytest.mark.skipif(sys.platform != "win32", reason="asks Windows for its drives")
@pytest.mark.parametrize("name", ["hrdesk.db", "not/there/hrdesk.db"])
def test_windows_calls_the_drive_of_its_system_one_of_this_pc(name):
    assert drive_kind(Path(os.environ["SYSTEMDRIVE"] + "\\", name)) is None


@pytest.mark.parametrize(("path", "system"), [
    ("/home/shared/a/b", "nfs4"), ("/mnt/my office/x", "cifs"), ("/mnt/usb", "vfat"), ("/home/me", "ext4"),
])  # fmt: skip
def test_the_deepest_mount_counts(path, system):
    assert system_of(Path(path), MOUNTS) == system


@pytest.mark.skipif(sys.platform == "win32", reason="asks /proc")
def test_the_folder_of_the_tests_is_a_disk_of_this_pc(tmp_path):
    assert drive_kind(tmp_path / "not" / "there") is None


def test_a_risky_place_is_refused_until_the_officer_agrees(tmp_path):
    path = tmp_path / "Dropbox" / "hrdesk.db"
    with pytest.raises(RiskyPlace, match=r"โฟลเดอร์คลาวด์.*ย้ายแฟ้มมาไว้ในเครื่องนี้") as refused:
        Services.create_sample(path)
    assert not path.parent.exists()
    accept_place(path, refused.value.risk)
    demand_safe_place(path)
    Services.create_sample(path).close()
    with Services.open(path) as services:
        services.pc.keep_drill()
    Services.open(path).close()  # the agreement outlives other settings


def test_an_agreement_to_one_risk_is_none_to_another(tmp_path, monkeypatch):
    path = tmp_path / "hrdesk.db"
    accept_place(path, Risk.REMOVABLE)
    monkeypatch.setattr("hrdesk.services.safety.place.risk_of", lambda _path: Risk.NETWORK)
    with pytest.raises(UserError, match="บนเครือข่าย"):
        demand_safe_place(path)
