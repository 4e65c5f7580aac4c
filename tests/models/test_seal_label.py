"""Encrypted copies in a shared folder: counted, thinned, and those of a namesake left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hrdesk.domain.backup import Reason
from hrdesk.models import sealed
from hrdesk.models.backup import make
from hrdesk.models.database import Database
from hrdesk.models.manifest import Backup, manifest_path, next_serial, write_manifest
from hrdesk.models.seal_label import sealed_of, thin_sealed
from small_database import add_draft


@pytest.fixture(scope="module")
def backup(tmp_path_factory):
    path = tmp_path_factory.mktemp("office") / "office.db"
    Database.create(path, add_draft).close()
    return make(path, Reason.MANUAL)


def put(folder, backup, serial, days_ago=0, office=""):
    manifest = replace(backup.manifest, serial=serial, office=office,
                       created=backup.manifest.created - timedelta(days=days_ago))  # fmt: skip
    path = folder / f"office-{serial:06}-manual.db"
    path.write_bytes(backup.path.read_bytes())
    write_manifest(manifest_path(path), manifest)
    target = sealed.seal(Backup(path, manifest), folder, "รหัสผ่านยาวพอ")
    path.unlink()
    manifest_path(path).unlink()
    return target, manifest


def test_the_label_tells_neither_name_nor_counts(backup, tmp_path):
    target, manifest = put(tmp_path, backup, 7, office="ตัวอย่าง")
    content = target.read_bytes()
    assert "ตัวอย่าง".encode() not in content
    assert b"counts" not in content
    path, said = sealed_of(tmp_path, "ตัวอย่าง", "office.db")[7]
    assert (path, said.created) == (target, manifest.created)
    assert next_serial((tmp_path,), "office.db") == 8


def test_old_ones_go_and_those_of_others_stay(backup, tmp_path):
    for serial in range(1, 6):
        put(tmp_path, backup, serial, days_ago=400)  # one day, long ago
    foreign, _ = put(tmp_path, backup, 20, days_ago=400, office="อื่น")
    (tmp_path / "letter.zip").write_bytes(b"PK not a zip")
    _, newest = put(tmp_path, backup, 9)
    put(tmp_path, backup, 8, days_ago=1)
    assert thin_sealed(tmp_path, newest) == 4
    assert set(sealed_of(tmp_path, "", "office.db")) == {5, 8, 9}
    assert foreign.exists()
    assert (tmp_path / "letter.zip").exists()
