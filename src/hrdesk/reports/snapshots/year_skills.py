"""The guideline's percentages of the annual report: developed, with an IDP, meeting the set of capability units."""

from __future__ import annotations

from collections.abc import Iterable

from hrdesk.domain.needs import Attainment
from hrdesk.reports.snapshots.year_values import SkillPart, SkillRow


def skill_part(total: Attainment, units: Iterable[Attainment], groups: Iterable[Attainment]) -> SkillPart | None:
    """None while nobody is assessed and nobody has an IDP: zeros would say that it was looked into."""
    if not total.assessed and not total.with_idp:
        return None
    row = _row(total)
    return SkillPart(
        skill_people=f"{row.people:,}",
        skill_assessed=f"{total.assessed:,}",
        skill_developed=f"{row.developed:,}",
        skill_developed_percent=str(row.developed_percent),
        skill_idp=f"{row.with_idp:,}",
        skill_idp_percent=str(row.idp_percent),
        skill_meeting=f"{row.meeting:,}",
        skill_meeting_percent=str(row.meeting_percent),
        skill_whole=f"{row.whole:,}",
        skill_whole_percent=str(row.whole_percent),
        skill_unit_rows=tuple(map(_row, units)),
        skill_group_rows=tuple(map(_row, groups)),
    )


def _row(found: Attainment) -> SkillRow:
    counts = (found.developed, found.with_idp, found.meeting, found.whole)
    developed, with_idp, meeting, whole = ((count, found.percent(count)) for count in counts)
    return SkillRow(found.name, found.people, *developed, *with_idp, *meeting, *whole)
