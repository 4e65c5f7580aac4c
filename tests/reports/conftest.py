"""Lies here so that tests in the folder below can import `pdf_support` and `sample_book`."""

from __future__ import annotations

import pytest
from pdf_support import lexicon_as_shipped


@pytest.fixture(autouse=True, scope="module")
def _shipped_lexicon():
    lexicon_as_shipped()
