"""What a part of the kit is put on where no window is needed: a widget to lie on, and a desk with a worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from hrdesk.ui.kit.desk import Desk
from hrdesk.ui.kit.task import Worker

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def desk(qapp, theme) -> Iterator[Desk]:
    made = Desk(Worker(qapp), theme)
    yield made
    made.worker.settle()


@pytest.fixture
def parent(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made
