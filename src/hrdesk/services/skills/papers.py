"""What the forms of skills are printed from."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.needs import CAPABILITY
from hrdesk.domain.subject import Choice, Option, Subject
from hrdesk.errors import UserError
from hrdesk.reports.snapshots.corrections_snapshot import CorrectionRow, CorrectionsSnapshot, ReadingRow
from hrdesk.reports.snapshots.skill_snapshots import (
    IdpSnapshot,
    RoadmapSnapshot,
    SkillsSnapshot,
    attainment_rows,
    idp_snapshot,
    need_rows,
    roadmap_snapshot,
    skill_blocks,
)
from hrdesk.reports.snapshots.snapshot import office_words
from hrdesk.services.reference.corrections import LEFT_OUT, load_corrections, load_readings
from hrdesk.services.skills.frameworks import shipped
from hrdesk.thai.dates import long_date

if TYPE_CHECKING:
    from hrdesk.domain.competency import Key
    from hrdesk.domain.office import Office
    from hrdesk.services import Services
    from hrdesk.services.skills.overview import Overview

_FOREIGN = re.compile("[^\n\u0020-\u007e\u00a0-\u024f\u0e00-\u0e7f\u2000-\u206f]")


def idp_source(services: Services, subject: Subject) -> IdpSnapshot:
    """One plan, or those of the year of a unit or of everybody. UserError where there is none."""
    office, year = services.register.office(), subject.get(Choice.YEAR) or 0
    if subject.idp is not None:
        plan = services.development.load(subject.idp)
        return idp_snapshot(office, plan.year, [plan])
    plans = services.development.load_many(year, subject.unit)
    if not plans:
        raise UserError(
            f"ยังไม่มีแผนพัฒนารายบุคคลปีงบประมาณ {year} ของสังกัดที่เลือก ยังไม่ได้เขียนแฟ้มใด กรุณาสร้างแผนในหน้า “ทักษะและ IDP” ก่อน"
        )
    return idp_snapshot(office, year, plans)


def skills_source(services: Services, subject: Subject) -> SkillsSnapshot:
    """Of the office, or of a unit with those below it. Figures of training and plans are this fiscal year's."""
    today = datetime.now().astimezone().date()
    year = subject.get(Choice.YEAR) or FiscalYear.of(today).be
    overview, figures = services.skills.figures(year, subject.unit)
    setting = overview.setting
    names = {stage.code: stage.name for stage in setting.framework.stages}
    return SkillsSnapshot(
        **office_words(services.register.office()),
        framework=setting.framework.title,
        stage=names[setting.stage],
        announced=long_date(setting.announced[0].announced_on) if setting.is_announced else "",
        year=str(year),
        as_of=long_date(today),
        blocks=skill_blocks(_heads(overview), overview.profiles),
        needs=need_rows(overview.needs(), overview.courses),
        groups=attainment_rows((*figures.by_group, figures.total)),
        units=attainment_rows((*figures.by_unit, figures.total)),
    )


def _heads(overview: Overview) -> list[tuple[Key, str]]:
    """The units and the office's own; of the other lists what somebody was judged by, for paper's sake."""
    judged = {s.requirement.key for profile in overview.profiles for s in profile.standings if s.level is not None}
    return [(key, part.name) for key, part in overview.asked() if part.kind in CAPABILITY or key in judged]


def roadmap_source(services: Services, _subject: Subject) -> RoadmapSnapshot:
    """Of the lines that the staffing frame has."""
    setting, lines = services.skills.roadmap()
    names = {stage.code: stage.name for stage in setting.framework.stages}
    return roadmap_snapshot(services.register.office(), names[setting.stage], lines)


def corrections_source(services: Services, _subject: Subject) -> CorrectionsSnapshot:
    """Of the framework that is shipped: the same for every office."""
    return corrections_snapshot(services.register.office())


def corrections_snapshot(office: Office) -> CorrectionsSnapshot:
    framework, corrections = shipped(), load_corrections()
    return CorrectionsSnapshot(
        **office_words(office),
        framework=framework.title,
        version=framework.version,
        count=str(len(corrections)),
        corrections=tuple(
            CorrectionRow(each.where, each.kind_word, _readable(each.stood.strip()), each.right.strip() or LEFT_OUT, each.reason)
            for each in corrections
        ),
        readings=tuple(ReadingRow(each.place, each.question, each.decision) for each in load_readings()),
    )


def _readable(text: str) -> str:
    """A letter of another script, misread from a scan, is told by its number: no Thai font draws it."""
    return _FOREIGN.sub(lambda letter: f"[U+{ord(letter[0]):04X}]", text)


def idp_options(services: Services, subject: Subject) -> tuple[Option, ...]:
    if subject.year is None:
        return ()
    return tuple(Option(plan.id, plan.name) for plan in services.development.load_many(subject.year, subject.unit))
