from __future__ import annotations

import pytest

from hrdesk.services import Services
from skill_office import grouped_office


@pytest.fixture
def services(tmp_path):
    with Services.open(grouped_office(tmp_path)) as services:
        yield services
