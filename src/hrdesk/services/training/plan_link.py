"""What a plan owes to the year's projects made from it: they are not taken away under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from hrdesk.errors import UserError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from hrdesk.models.plan import Plan


def demand_not_carried_out(session: Session, plan: Plan | None, kept: set[int]) -> None:
    """UserError when a project of the stored plan that is not `kept` is one of a year's projects."""
    lost = {project.id: project.title for project in plan.projects if project.id not in kept} if plan else {}
    if not lost:
        return
    from hrdesk.models.year_project import YearProject  # noqa: PLC0415 - only when a project leaves the plan

    found = session.scalar(select(YearProject).where(YearProject.plan_project_id.in_(lost)).limit(1))
    if found:
        raise UserError(
            f"ยังไม่ได้บันทึก เพราะ “{lost[found.plan_project_id or 0]}” นำไปดำเนินการในปีงบประมาณ {found.year} แล้ว จึงนำออกจากแผนไม่ได้"
            " แผนที่บันทึกไว้ยังอยู่ครบ กรุณาลบโครงการนี้จากหน้า “โครงการและการอบรม” ก่อน หรือคงไว้ในแผน"
        )
