"""A program that ended in the middle of a commit, or the power: the next start has the state before, encrypted or not."""

from __future__ import annotations

import shutil
from contextlib import closing

import pytest

from hrdesk.errors import UserError
from hrdesk.models import cipher_key
from hrdesk.models.cipher import connect, is_encrypted
from hrdesk.models.database import SCHEMA, Database
from hrdesk.models.files import read_header
from small_database import add_draft, drafts

KEYS = {"plain": None, "encrypted": cipher_key.Key(b"k" * 32, b"salt of the test")}


@pytest.fixture(params=KEYS)
def half(request, tmp_path, monkeypatch):
    """The files as they lay while a transaction had gone to the disk in part; `whole.db` is where it has gone whole."""
    pytest.importorskip("sqlcipher3") if KEYS[request.param] else None
    monkeypatch.setattr(cipher_key.IN_USE, "key", KEYS[request.param])
    monkeypatch.setattr(cipher_key.IN_USE, "for_new", bool(KEYS[request.param]))
    whole, left = tmp_path / "whole.db", tmp_path / "office.db"
    with Database.create(whole) as database, database.begin() as session:
        add_draft(session, "before")
    with closing(connect(whole, "rw", isolation_level=None)) as writer:
        writer.execute("PRAGMA cache_size = 1")  # so that pages are written before the commit
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE wizard_draft SET page = 'after'")
        writer.execute("CREATE TABLE filler AS WITH RECURSIVE n(v) AS (SELECT 1 UNION ALL SELECT v + 1 FROM n WHERE v < 40) "
                       "SELECT hex(randomblob(3000)) AS text FROM n")  # fmt: skip
        for ending in ("", "-journal"):
            shutil.copy(f"{whole}{ending}", f"{left}{ending}")
        writer.execute("COMMIT")
    assert is_encrypted(left) == bool(KEYS[request.param])
    return left


def shorten(path):
    """The first page tells already of pages that never came."""
    with path.open("r+b") as file:
        file.write(path.with_name("whole.db").read_bytes()[:4096])
        file.truncate(path.stat().st_size - 40 * 4096)


def tear_first_page(path):
    """Two of its sectors are of the new state, the others are lost."""
    with path.open("r+b") as file:
        file.seek(1024)
        file.write(bytes(1024))


def leave(_path):
    """All that was written is there."""


@pytest.mark.parametrize("harm", [leave, shorten, tear_first_page], ids=lambda harm: harm.__name__)
def test_the_next_start_has_what_was_saved_before(half, harm):
    harm(half)
    with Database.open(half) as database:
        assert drafts(database) == ["before"]
        assert "filler" not in database.counts()
        assert database.full_check() == ()


def test_a_first_page_that_can_be_read_is_read_without_a_byte_written(half):
    shorten(half)
    before = half.read_bytes()
    header = read_header(half)
    assert header is not None
    assert (header.schema, header.page_size) == (SCHEMA, 4096)
    assert half.read_bytes() == before
    assert half.with_name("office.db-journal").stat().st_size > 0


def test_another_key_says_so_and_costs_nothing(half, monkeypatch):
    """Somebody mistypes the recovery code after a power cut."""
    if not is_encrypted(half):
        pytest.skip("any key opens a file that has none")
    tear_first_page(half)
    right = cipher_key.IN_USE.key
    monkeypatch.setattr(cipher_key.IN_USE, "key", cipher_key.Key(b"w" * 32, right.salt))
    with pytest.raises(UserError):
        Database.open(half)
    monkeypatch.setattr(cipher_key.IN_USE, "key", right)
    with Database.open(half) as database:
        assert drafts(database) == ["before"]
        assert database.full_check() == ()
