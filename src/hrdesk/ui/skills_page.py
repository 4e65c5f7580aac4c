"""ทักษะและ IDP: from the organisation's stage over who holds what to each person's plan of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.ui.sections import Section, SectionsPage

if TYPE_CHECKING:
    from hrdesk.ui.desk import Desk
    from hrdesk.ui.page import Page


def _stage(desk: Desk) -> Page:
    from hrdesk.ui.skills_stage import StageSection  # noqa: PLC0415

    return StageSection(desk)


def _grid(desk: Desk) -> Page:
    from hrdesk.ui.skills_grid import GridSection  # noqa: PLC0415

    return GridSection(desk)


def _needs(desk: Desk) -> Page:
    from hrdesk.ui.skills_needs import NeedsSection  # noqa: PLC0415

    return NeedsSection(desk)


def _idp(desk: Desk) -> Page:
    from hrdesk.ui.idp_section import IdpSection  # noqa: PLC0415

    return IdpSection(desk)


class SkillsPage(SectionsPage):
    SECTIONS = (
        Section("stage", "ระยะและกลุ่ม", _stage),
        Section("grid", "ประเมินและช่องว่าง", _grid),
        Section("needs", "ความจำเป็น", _needs),
        Section("idp", "แผนรายบุคคล", _idp),
    )
    TABS = "หมวดของทักษะและ IDP"
