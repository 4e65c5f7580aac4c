"""What the grid of skills shows, cell by cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hrdesk.domain.competency import Standing
    from hrdesk.ui.skills.matrix import MatrixModel


def standings(model: MatrixModel) -> list[Standing]:
    """Of every person before every requirement that is asked of her."""
    cells = (model.standing(row, column) for row in range(model.rowCount()) for column in range(len(model.heads)))
    return [standing for standing in cells if standing is not None]
