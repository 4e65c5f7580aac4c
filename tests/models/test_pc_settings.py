"""The file beside the database: written whole, read with whatever is in it."""

from __future__ import annotations

import os
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrdesk.errors import UserError
from hrdesk.models.pc_settings import PcSettings, load_settings, save_settings, settings_path


def test_what_was_kept_comes_back(tmp_path):
    path = tmp_path / "office.db"
    assert load_settings(path) == PcSettings()
    kept = PcSettings(second="E:\\สำรอง", passphrase="รหัสลับ", lock={"wrong": 3})
    save_settings(path, kept)
    assert load_settings(path) == kept
    assert [one.name for one in tmp_path.iterdir()] == ["office.db.settings.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="the profile's folder protects it there")
def test_only_this_user_reads_it(tmp_path):
    save_settings(tmp_path / "office.db", PcSettings(passphrase="รหัสลับ"))
    assert settings_path(tmp_path / "office.db").stat().st_mode & 0o077 == 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(), st.text().map(str.encode), st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["second", "lock", "x"]), inner), max_leaves=5,
).map(lambda value: __import__("json").dumps(value).encode())))  # fmt: skip
def test_a_spoilt_file_counts_as_not_set(tmp_path, content):
    path = tmp_path / "office.db"
    settings_path(path).write_bytes(content)
    found = load_settings(path)
    assert isinstance(found.second, str)
    assert isinstance(found.lock, dict)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes anywhere")
def test_a_folder_that_takes_no_file_is_told(tmp_path):
    save_settings(tmp_path / "office.db", PcSettings(second="old"))
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(UserError, match="อ่านอย่างเดียว"):
            save_settings(tmp_path / "office.db", PcSettings(second="new"))
        assert load_settings(tmp_path / "office.db").second == "old"
    finally:
        tmp_path.chmod(0o755)
