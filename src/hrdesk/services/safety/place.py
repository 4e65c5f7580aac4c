"""Whether the place of a database is safe, and whether the officer agreed to one that is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.models.location import RiskyPlace, risk_of

if TYPE_CHECKING:
    from pathlib import Path

    from hrdesk.models.location import Risk

__all__ = ["RiskyPlace", "accept_place", "demand_safe_place"]


def demand_safe_place(path: Path) -> None:
    """Raises RiskyPlace before the file is touched."""
    risk = risk_of(path)
    if risk is None:
        return
    from hrdesk.models.pc_settings import load_settings  # noqa: PLC0415 - a safe place is agreed to by nobody

    if load_settings(path).accepted_place != risk:
        raise RiskyPlace(path, risk)


def accept_place(path: Path, risk: Risk) -> None:
    """From now on this file is opened where it lies. Raises UserError when even the agreement cannot be kept."""
    from hrdesk.lazy_dataclass import replace  # noqa: PLC0415
    from hrdesk.models.pc_settings import load_settings, save_settings  # noqa: PLC0415

    path.parent.mkdir(parents=True, exist_ok=True)
    save_settings(path, replace(load_settings(path), accepted_place=risk.value))
