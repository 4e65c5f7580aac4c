"""The lexicon as it is shipped: other tests of the same process print offices, whose place names it then knows."""

from __future__ import annotations

import pytest

from hrdesk.thai import lexicon, linebreak


@pytest.fixture(autouse=True, scope="module")
def _lexicon_as_shipped():
    lexicon.lexicon.cache_clear()
    linebreak.add_words(())  # forgets the breaks found so far
