"""Lies here so that tests in the folders below can import `small_office`.

With HRDESK_TEST_CIPHER=1 every database that a test makes is encrypted (ciphered.py): `HRDESK_TEST_CIPHER=1 pytest`.
"""

from __future__ import annotations

import pytest

from ciphered import ENCRYPTED, encrypt_all

if ENCRYPTED:
    encrypt_all()


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """The file of the sample office, made once for all who copy it."""
    from hrdesk.services import Services

    path = tmp_path_factory.mktemp("sample") / "office.db"
    Services.create_sample(path).close()
    return path
