"""What names a unit, a line, a post or an entry of the catalogue's lists, so that it cannot be deleted.

Its tables are imported with the first deletion.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from hrdesk.models import (
    competency,
    curriculum,
    idp,
    monitoring,
    needs,
    organization,
    project,
    staff,
    training,
    year_project,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute

_PROJECTS = "โครงการ"
_YEAR_PROJECTS = "โครงการประจำปี"
_NEEDS = "ความต้องการพัฒนา"

USES: Mapping[type[Any], tuple[tuple[InstrumentedAttribute[Any], str], ...]] = {  # the reference, and where it stands
    curriculum.Course: (
        (project.ProjectCourse.ref, _PROJECTS),
        (year_project.YearProjectCourse.ref, _YEAR_PROJECTS),
        (training.TrainingClass.course_id, "รุ่น"),
        (idp.IdpItem.course_id, "แผนพัฒนารายบุคคล"),
        (needs.TrainingNeed.course_id, _NEEDS),
    ),
    curriculum.Law: (
        (curriculum.Course.law_id, "หลักสูตร"),
        (curriculum.Law.replaced_by_id, "กฎหมายที่ฉบับนี้ใช้แทน"),
    ),
    curriculum.Method: ((project.ProjectMethod.ref, _PROJECTS), (year_project.YearProjectMethod.ref, _YEAR_PROJECTS)),
    curriculum.Organizer: (
        (project.ProjectOrganizer.ref, _PROJECTS),
        (year_project.YearProjectOrganizer.ref, _YEAR_PROJECTS),
    ),
    curriculum.TargetGroup: (
        (project.ProjectTarget.ref, _PROJECTS),
        (year_project.YearProjectTarget.ref, _YEAR_PROJECTS),
        (curriculum.CourseTarget.target_id, "หลักสูตร"),
    ),
    curriculum.EvaluationMethod: (
        (project.ProjectEvaluation.ref, _PROJECTS),
        (monitoring.ScheduleMethod.evaluation_id, "กำหนดการประเมิน"),
    ),
    curriculum.FundSource: (
        (project.ProjectBudget.fund_id, "งบประมาณของโครงการ"),
        (year_project.YearProjectFund.fund_id, _YEAR_PROJECTS),
    ),
    organization.OrgUnit: (
        (organization.Position.unit_id, "ตำแหน่ง"),
        (organization.OrgUnit.parent_id, "หน่วยย่อย"),
        (project.ProjectReach.unit_id, "โครงการในแผน"),
        (year_project.YearProjectReach.unit_id, _YEAR_PROJECTS),
        (needs.TrainingNeed.unit_id, _NEEDS),
        (needs.SurveyCount.unit_id, "การสำรวจความต้องการ"),
    ),
    organization.PositionLine: (
        (organization.Position.line_id, "ตำแหน่ง"),
        (competency.OwnCompetency.line_id, "สมรรถนะประจำสายงาน"),
        (project.ProjectReach.line_id, "โครงการในแผน"),
        (year_project.YearProjectReach.line_id, _YEAR_PROJECTS),
    ),
    organization.Position: ((staff.Staff.position_id, "ผู้ครองตำแหน่ง"),),
}
