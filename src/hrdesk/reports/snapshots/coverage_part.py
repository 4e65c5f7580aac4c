"""Whom a plan reaches, as a table of its own and as a part of the book."""

from __future__ import annotations

from hrdesk.domain.coverage import Coverage
from hrdesk.domain.office import Office
from hrdesk.domain.plan import PlanDraft
from hrdesk.reports.snapshots.snapshot_values import VACANT, ColumnHead, CoverPart, CoverRow


def cover_part(office: Office, draft: PlanDraft, year: int | None = None) -> CoverPart:
    """Of one fiscal year, or of the whole period."""
    cover = Coverage(office, draft, year)
    total, left = len(cover.posts), len(cover.missing)
    verdict = f"มีโครงการรองรับ {total - left:,} จาก {total:,} ตำแหน่ง"
    if total:
        verdict += f" ยังไม่มีโครงการรองรับ {left:,} ตำแหน่ง" if left else " ครบทุกตำแหน่ง"
    return CoverPart(
        years=draft.period.label if year is None else str(year),
        verdict=verdict,
        by_year=", ".join(f"ปี {each.year} จำนวน {each.covered:,} ตำแหน่ง" for each in cover.by_year),
        project_heads=tuple(ColumnHead(str(n)) for n, _ in enumerate(cover.projects, start=1)),
        project_titles=tuple(project.title for project in cover.projects),
        cover_rows=tuple(
            CoverRow(
                title=row.position.title,
                holder=row.position.holder or VACANT,
                unit=row.position.unit,
                reached=tuple(place in row.projects for place in range(len(cover.projects))),
            )
            for row in cover.posts
        ),
    )
