"""What names an entry of the catalogue's lists, so that it cannot be deleted; its tables are imported with the first deletion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from hrdesk.models import curriculum, idp, project, training, year_project

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute

_PROJECTS = "โครงการ"
_YEAR_PROJECTS = "โครงการประจำปี"

USES: Mapping[type[Any], tuple[tuple[InstrumentedAttribute[Any], str], ...]] = {  # the reference, and where it stands
    curriculum.Course: (
        (project.ProjectCourse.ref, _PROJECTS),
        (year_project.YearProjectCourse.ref, _YEAR_PROJECTS),
        (training.TrainingClass.course_id, "รุ่น"),
        (idp.IdpItem.course_id, "แผนพัฒนารายบุคคล"),
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
    curriculum.EvaluationMethod: ((project.ProjectEvaluation.ref, _PROJECTS),),
    curriculum.FundSource: (
        (project.ProjectBudget.fund_id, "งบประมาณของโครงการ"),
        (year_project.YearProjectFund.fund_id, _YEAR_PROJECTS),
    ),
}
