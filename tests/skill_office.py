"""The sample office with everybody in the group that the post suggests, and a quick way to judge people."""

from __future__ import annotations

import shutil
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from hrdesk.domain.skill_terms import Rater
from hrdesk.services import Services
from hrdesk.services.skills.assessing import Entry, Occasion

AGREED = Occasion(Rater.AGREED, date(2024, 9, 1), "หัวหน้าสำนักปลัด")
FRAMEWORK = "digital-2560"


@cache
def _template() -> Path:
    path = Path(mkdtemp()) / "office.db"
    with Services.create_sample(path) as services:
        suggested = {each.person.id: (each.group,) for each in services.skills.suggested_groups()}
        services.skills.assign_groups(suggested, "ปลัดเทศบาล", date(2024, 6, 1))
    return path


def grouped_office(folder: Path) -> Path:
    return Path(shutil.copy(_template(), folder / "office.db"))


def judge(services, person, occasion=AGREED, **levels):
    """Of one person, by unit code; how many judgements were new."""
    entries = [Entry(person, FRAMEWORK, code, level) for code, level in levels.items()]
    return services.skills.record(entries, occasion)[0]


def first(services, group):
    """The first person of a group, as a profile."""
    return next(p for p in services.skills.overview().profiles if group in p.person.groups)
