"""The driver of encrypted files under the names of sqlite3: whatever goes wrong is told as of any other file."""

from __future__ import annotations

import sqlite3

import pytest

from hrdesk.models import cipher_key

cipher_driver = pytest.importorskip("hrdesk.models.cipher_driver", reason="the extra `encryption` is not installed")
KEY = cipher_key.Key(b"k" * 32, b"salt of the test")


@pytest.fixture
def path(tmp_path):
    """An encrypted file of one table, `post`, with one row."""
    made = tmp_path / "office.db"
    connection = cipher_driver.connect(str(made), key=KEY, isolation_level=None)
    connection.executescript("CREATE TABLE post (id INTEGER PRIMARY KEY, name TEXT NOT NULL); INSERT INTO post VALUES (1, 'ปลัด');")
    connection.close()
    return made


@pytest.fixture
def connection(path):
    found = cipher_driver.connect(str(path), key=KEY, isolation_level=None, timeout=0)
    yield found
    found.close()


def closed(connection, _path):
    connection.close()
    return connection.in_transaction


def closed_and_asked(connection, _path):
    connection.close()
    return connection.execute("SELECT 1")


def twice_the_same(connection, _path):
    return connection.executemany("INSERT INTO post VALUES (?, ?)", [(1, "รองปลัด")])


def without_a_name(connection, _path):
    return connection.cursor().execute("INSERT INTO post VALUES (2, NULL)")


def no_such_table(connection, _path):
    return connection.executescript("SELECT * FROM nothing;")


def locked(connection, path):
    other = cipher_driver.connect(str(path), key=KEY, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        return connection.execute("BEGIN IMMEDIATE")
    finally:
        other.close()


def another_key(_connection, path):
    return cipher_driver.connect(str(path), key=cipher_key.Key(b"x" * 32, KEY.salt)).execute("SELECT * FROM post")


def no_such_folder(_connection, path):
    return cipher_driver.connect(str(path.parent / "none" / "office.db"), key=KEY)


def read_only(_connection, path):
    return cipher_driver.connect(f"{path.as_uri()}?mode=ro", key=KEY, uri=True).execute("DELETE FROM post")


WRONG = {
    closed: (sqlite3.ProgrammingError, None),
    closed_and_asked: (sqlite3.ProgrammingError, None),
    twice_the_same: (sqlite3.IntegrityError, "SQLITE_CONSTRAINT"),
    without_a_name: (sqlite3.IntegrityError, "SQLITE_CONSTRAINT"),
    no_such_table: (sqlite3.OperationalError, "SQLITE_ERROR"),
    locked: (sqlite3.OperationalError, "SQLITE_BUSY"),
    another_key: (sqlite3.DatabaseError, "SQLITE_NOTADB"),
    no_such_folder: (sqlite3.OperationalError, "SQLITE_CANTOPEN"),
    read_only: (sqlite3.OperationalError, "SQLITE_READONLY"),
}


@pytest.mark.parametrize("done", WRONG, ids=lambda done: done.__name__)
def test_what_goes_wrong_is_an_error_of_sqlite3(done, connection, path):
    kind, name = WRONG[done]
    with pytest.raises(kind) as caught:
        done(connection, path)
    assert type(caught.value) is kind
    assert name is None or caught.value.sqlite_errorname == name


def test_a_turn_is_known_while_it_lasts(connection):
    assert connection.in_transaction is False
    connection.execute("BEGIN")
    assert connection.in_transaction is True
    connection.execute("COMMIT")
    assert connection.in_transaction is False


def test_what_is_written_comes_back_and_is_not_in_the_file_s_bytes(connection, path):
    assert connection.execute("SELECT * FROM post").fetchall() == [(1, "ปลัด")]
    assert "ปลัด".encode() not in path.read_bytes()
    assert path.read_bytes()[:16] == KEY.salt
