"""The passphrase of the copies on this PC: locked with the account's key where there is one, through a seam."""

from __future__ import annotations

import base64
import ctypes
import json
import subprocess
import sys

import pytest

from hrdesk.models.dpapi import Dpapi
from hrdesk.models.pc_settings import PcSettings, load_settings, save_settings, settings_path
from hrdesk.models.profile_secret import PREFIX, kept_form, of_this_system, read_form

SECRET = "รหัสผ่านของสำเนา"


class Account:
    """One user's key: what another account locked does not open."""

    def __init__(self, key: int = 7) -> None:
        self.key = key

    def lock(self, plain: bytes) -> bytes:
        return bytes([self.key]) + bytes(one ^ self.key for one in plain)

    def unlock(self, locked: bytes) -> bytes:
        if not locked or locked[0] != self.key:
            raise OSError("not this account's")
        return bytes(one ^ self.key for one in locked[1:])


class Refusing:
    def lock(self, _plain: bytes) -> bytes:
        raise OSError("no profile is loaded")

    unlock = lock


def test_what_is_kept_does_not_show_it_and_comes_back(tmp_path) -> None:
    path = tmp_path / "office.db"
    save_settings(path, PcSettings(second="E:\\สำรอง", passphrase=SECRET), Account())
    content = settings_path(path).read_text(encoding="utf-8")
    assert SECRET not in content
    assert json.loads(content)["passphrase"].startswith(PREFIX)
    found = load_settings(path, Account())
    assert (found.passphrase, found.second, found.damaged) == (SECRET, "E:\\สำรอง", False)


def test_another_account_makes_no_copies_rather_than_open_ones(tmp_path) -> None:
    path = tmp_path / "office.db"
    save_settings(path, PcSettings(second="E:\\สำรอง", passphrase=SECRET, retention="5"), Account(7))
    found = load_settings(path, Account(8))
    assert (found.second, found.passphrase, found.damaged, found.retention) == ("", "", True, "5")


def test_a_file_from_before_is_read_and_locked_at_the_next_change(tmp_path) -> None:
    path = tmp_path / "office.db"
    settings_path(path).write_text(json.dumps({"second": "E:", "passphrase": SECRET}), encoding="utf-8")
    found = load_settings(path, Account())
    assert found.passphrase == SECRET
    save_settings(path, found, Account())
    assert SECRET not in settings_path(path).read_text(encoding="utf-8")


def test_a_key_that_refuses_is_told_and_keeps_what_was(tmp_path) -> None:
    from hrdesk.errors import UserError

    path = tmp_path / "office.db"
    save_settings(path, PcSettings(second="old"), Account())
    with pytest.raises(UserError, match="กรุณา"):
        save_settings(path, PcSettings(second="new", passphrase=SECRET), Refusing())
    assert load_settings(path, Account()).second == "old"


@pytest.mark.parametrize("kept", ["dpapi:", "dpapi:@@@", "dpapi:AAAA", "dpapi:" + "ก"])
def test_spoilt_words_are_refused(kept: str) -> None:
    with pytest.raises(ValueError):
        read_form(kept, Account())


def test_without_a_key_it_is_as_it_was_typed() -> None:
    assert kept_form(SECRET, None) == SECRET
    assert read_form(SECRET, None) == SECRET
    assert kept_form("", Account()) == ""
    with pytest.raises(ValueError):
        read_form(kept_form(SECRET, Account()), None)


@pytest.mark.skipif(sys.platform == "win32", reason="there it is DPAPI")
def test_elsewhere_there_is_no_such_key() -> None:
    assert of_this_system() is None


class Windows:
    """As crypt32 and kernel32 do it: the answer lies in memory that the caller gives back."""

    def __init__(self, *, works: bool = True) -> None:
        self.works, self.held, self.freed, self.flags = works, [], 0, []

    def _do(self, source, flags, target) -> int:
        self.flags.append(flags)
        if not self.works:
            return 0
        blob = ctypes.cast(source, ctypes.POINTER(type(source._obj))).contents
        turned = bytes(one ^ 0x5A for one in ctypes.string_at(blob.data, blob.size))
        buffer = ctypes.create_string_buffer(turned, len(turned))
        self.held.append(buffer)
        target._obj.size = len(turned)
        target._obj.data = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_char))
        return 1

    def CryptProtectData(self, source, _name, _more, _kept, _asked, flags, target) -> int:
        return self._do(source, flags, target)

    CryptUnprotectData = CryptProtectData

    def LocalFree(self, _memory) -> None:
        self.freed += 1


def test_the_calls_to_windows_hand_bytes_over_and_give_the_memory_back() -> None:
    windows = Windows()
    dpapi = Dpapi(windows, windows)
    locked = dpapi.lock(SECRET.encode())
    assert locked != SECRET.encode()
    assert dpapi.unlock(locked).decode() == SECRET
    assert windows.freed == 2
    assert windows.flags == [1, 1]  # asks the officer nothing


def test_a_refusal_of_windows_is_an_error_of_the_system() -> None:
    windows = Windows(works=False)
    with pytest.raises(OSError, match="refused"):
        Dpapi(windows, windows).lock(b"x")
    assert windows.freed == 0


of_windows = pytest.mark.skipif(sys.platform != "win32", reason="asks Windows itself")


@of_windows
@pytest.mark.parametrize("secret", ["ก", SECRET, "x" * 5_000, "a\0b", " เว้นวรรค "])
def test_windows_locks_it_and_opens_it_again(secret: str) -> None:
    dpapi = of_this_system()
    locked = dpapi.lock(secret.encode())
    assert secret.encode() not in locked
    assert locked != dpapi.lock(secret.encode()), "salted"
    assert dpapi.unlock(locked).decode() == secret
    assert read_form(kept_form(secret, dpapi), dpapi) == secret


@of_windows
@pytest.mark.parametrize("place", [0, 40, -1])
def test_windows_refuses_what_was_changed(place: int) -> None:
    locked = bytearray(of_this_system().lock(SECRET.encode()))
    locked[place] ^= 0x55
    with pytest.raises(ValueError, match="refused"):
        read_form(PREFIX + base64.b64encode(locked).decode(), of_this_system())


READ = """
import sys
from pathlib import Path
from hrdesk.models.pc_settings import load_settings
sys.stdout.reconfigure(encoding="utf-8")
print(load_settings(Path(sys.argv[1])).passphrase)
"""


@of_windows
def test_another_start_of_the_program_reads_what_windows_locked(tmp_path) -> None:
    path = tmp_path / "office.db"
    save_settings(path, PcSettings(second="E:\\สำรอง", passphrase=SECRET))
    content = settings_path(path).read_text(encoding="utf-8")
    assert SECRET not in content
    assert json.loads(content)["passphrase"].startswith(PREFIX)
    done = subprocess.run([sys.executable, "-c", READ, path], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == SECRET
