"""ทักษะและ IDP: from the organisation's stage over who holds what to each person's plan of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.ui.kit.sections import Section, SectionsPage

if TYPE_CHECKING:
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.page import Page


def _stage(desk: Desk) -> Page:
    from hrdesk.ui.skills.stage import StageSection  # noqa: PLC0415

    return StageSection(desk)


def _grid(desk: Desk) -> Page:
    from hrdesk.ui.skills.grid import GridSection  # noqa: PLC0415

    return GridSection(desk)


def _needs(desk: Desk) -> Page:
    from hrdesk.ui.skills.needs import NeedsSection  # noqa: PLC0415

    return NeedsSection(desk)


def _idp(desk: Desk) -> Page:
    from hrdesk.ui.skills.idp_section import IdpSection  # noqa: PLC0415

    return IdpSection(desk)


def _roadmap(desk: Desk) -> Page:
    from hrdesk.ui.skills.roadmap import RoadmapSection  # noqa: PLC0415

    return RoadmapSection(desk)


def _guide(desk: Desk) -> Page:
    from hrdesk.ui.skills.guide import GuideSection  # noqa: PLC0415

    return GuideSection(desk)


def _standards(desk: Desk) -> Page:
    from hrdesk.ui.skills.standards import StandardsSection  # noqa: PLC0415

    return StandardsSection(desk)


class SkillsPage(SectionsPage):
    SECTIONS = (
        Section("stage", "ระยะและกลุ่ม", _stage),
        Section("grid", "ประเมินทักษะ", _grid),
        Section("needs", "ความจำเป็น", _needs),
        Section("idp", "แผนรายบุคคล", _idp),
        Section("roadmap", "เส้นทางพัฒนา", _roadmap),
        Section("guide", "คู่มือพัฒนา", _guide),
        Section("standards", "กรอบทักษะ", _standards),
    )
    TABS = "หมวดของทักษะและ IDP"
