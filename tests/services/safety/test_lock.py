"""The lock: the right password opens, wrong ones have to wait, the printed code helps once, hashes alone are kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pypdf
import pytest

from hrdesk.domain.audit import AuditAction, AuditQuery
from hrdesk.domain.terms import OrganizationKind
from hrdesk.errors import UserError
from hrdesk.models.pc_settings import settings_path
from hrdesk.services import Services
from hrdesk.services.safety import lock as lock_module
from hrdesk.services.safety.lock import LONGEST_WAIT, wait_after
from hrdesk.services.safety.recovery import plain_code, write_sheet

PASSWORD = "รหัสผ่านยาวพอ"
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    path = tmp_path_factory.mktemp("office") / "office.db"
    Services.create(path, OrganizationKind.TOWN, "ตัวอย่าง").close()
    return path


@pytest.fixture
def services(office, tmp_path, monkeypatch):
    from argon2 import PasswordHasher

    monkeypatch.setattr(lock_module, "_hasher", lambda: PasswordHasher(time_cost=1, memory_cost=1024))
    (tmp_path / "office.db").write_bytes(office.read_bytes())
    with Services.open(tmp_path / "office.db") as services:
        yield services


def test_the_kept_hash_is_argon2id_and_holds_no_secret(services, monkeypatch):
    monkeypatch.undo()
    code = services.lock.set_password(PASSWORD)
    kept = settings_path(services.database.path).read_text("utf-8")
    assert kept.count("$argon2id$v=19$m=65536") == 2
    assert PASSWORD not in kept
    assert plain_code(code) not in kept.replace(" ", "")
    assert len(plain_code(code)) == 20


def test_only_the_password_opens(services):
    assert not services.lock.state.is_set
    with pytest.raises(UserError, match="อย่างน้อย 8"):
        services.lock.set_password("สั้น")
    services.lock.set_password(PASSWORD)
    services.lock.unlock(PASSWORD)
    with pytest.raises(UserError, match="ไม่ถูกต้อง"):
        services.lock.unlock(PASSWORD + " ")
    assert Services(services.database).lock.state.is_set  # at the next start too
    with pytest.raises(UserError):
        services.lock.remove("ผิดแน่นอน")
    services.lock.remove(PASSWORD)
    assert not services.lock.state.is_set


def test_wrong_tries_wait_longer_each_time_and_across_starts(services):
    services.lock.set_password(PASSWORD)
    now = NOW
    for wrong in range(1, 6):
        with pytest.raises(UserError, match="ไม่ถูกต้อง"):
            services.lock.unlock("ผิด", now)
        again = Services(services.database).lock
        assert again.seconds_to_wait(now) == wait_after(wrong)
        if wait_after(wrong):
            with pytest.raises(UserError, match="กรุณารออีก"):
                again.unlock(PASSWORD, now)
        now += timedelta(seconds=wait_after(wrong))
    services.lock.unlock(PASSWORD, now)
    assert services.lock.seconds_to_wait(now) == 0
    assert [wait_after(n) for n in (0, 2, 3, 4, 5, 50)] == [0, 0, 5, 10, 20, LONGEST_WAIT]
    assert services.audit.page(AuditQuery(AuditAction.SECURITY)).total >= 3


def test_a_clock_set_back_does_not_lock_for_ever(services):
    services.lock.set_password(PASSWORD)
    for _ in range(3):
        with pytest.raises(UserError):
            services.lock.unlock("ผิด", NOW)
    assert services.lock.seconds_to_wait(NOW) == 5
    assert services.lock.seconds_to_wait(NOW - timedelta(days=400)) == 0


def test_the_printed_code_opens_once_and_takes_the_password_away(services):
    code = services.lock.set_password(PASSWORD)
    with pytest.raises(UserError):
        services.lock.unlock_with_code("0" * 20)
    thai = code.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")).replace(" ", "-")
    services.lock.unlock_with_code(thai)
    assert not services.lock.state.is_set
    services.lock.set_password("รหัสผ่านใหม่กว่า")
    with pytest.raises(UserError):
        services.lock.unlock_with_code(code)


def test_minutes_stay_when_the_password_changes(services):
    services.lock.set_password(PASSWORD)
    services.lock.set_idle(3)
    services.lock.set_password("รหัสผ่านใหม่กว่า")
    assert services.lock.state.idle_minutes == 3


def test_the_sheet_is_one_page_with_the_code(tmp_path):
    target = tmp_path / "sheet.pdf"
    assert write_sheet(target, "ใบรหัสกู้คืน", "เทศบาลเมืองตัวอย่าง", "1234 5678 9012", ("เก็บในตู้ที่ล็อก",)) == 1
    text = pypdf.PdfReader(target).pages[0].extract_text()
    assert "1234 5678 9012" in text.replace("\xa0", " ")
    assert "ตู้ที่ล็อก" in text
