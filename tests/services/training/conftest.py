from __future__ import annotations

import pytest

from hrdesk.services import Services
from training_office import training_office


@pytest.fixture
def services(tmp_path):
    with Services.open(training_office(tmp_path)) as services:
        yield services
