"""Lies here so that tests in the folders below can import `small_office`.

With HRDESK_TEST_CIPHER=1 every database that a test makes is encrypted: `HRDESK_TEST_CIPHER=1 pytest tests/models`.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from hrdesk.models import cipher, cipher_key

if os.environ.get("HRDESK_TEST_CIPHER"):
    cipher_key.IN_USE.key = cipher_key.Key(b"k" * 32, b"salt of the test")
    cipher_key.IN_USE.for_new = True
    plain_connect = sqlite3.connect

    def connect(database, **options):
        """For tests that look into a file past the program: as the program would open it."""
        name = str(database)
        path = Path(unquote(urlsplit(name).path)) if name.startswith("file:") else Path(name)
        if not cipher.is_encrypted(path):
            return plain_connect(database, **options)
        from hrdesk.models import cipher_driver

        return cipher_driver.connect(name, **options)

    sqlite3.connect = connect


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """The file of the sample office, made once for all who copy it."""
    from hrdesk.services import Services

    path = tmp_path_factory.mktemp("sample") / "office.db"
    Services.create_sample(path).close()
    return path
