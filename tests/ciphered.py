"""HRDESK_TEST_CIPHER=1: every database that a test or the fault bench makes is encrypted."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit

from hrdesk.models import cipher, cipher_key

ENCRYPTED = bool(os.environ.get("HRDESK_TEST_CIPHER"))


def encrypt_all():
    """With a key that is not derived from digits: to open a file takes no longer than without."""
    cipher_key.IN_USE.key = cipher_key.Key(b"k" * 32, b"salt of the test")
    cipher_key.IN_USE.for_new = True
    plain_connect = sqlite3.connect

    def connect(database, **options):
        """For tests that look into a file past the program: as the program would open it."""
        name = str(database)
        path = Path(unquote(urlsplit(name).path)) if name.startswith("file:") else Path(name)
        key = cipher.key_of_file(path)
        if key is None:
            return plain_connect(database, **options)
        from hrdesk.models import cipher_driver

        return cipher_driver.connect(name, key=key, **options)

    sqlite3.connect = connect


@contextmanager
def no_key_in_use():
    """For tests that encrypt an office themselves; what was in use before is so again."""
    before = cipher_key.IN_USE.key, cipher_key.IN_USE.for_new
    cipher_key.IN_USE.key, cipher_key.IN_USE.for_new = None, False
    yield
    assert cipher_key.IN_USE.lent == (), "a key was lent and not given back"
    cipher_key.IN_USE.key, cipher_key.IN_USE.for_new = before
