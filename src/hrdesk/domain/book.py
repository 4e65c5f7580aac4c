"""What the plan book is made of: its chapters, and where a project stands in part 5.1."""

from __future__ import annotations

from hrdesk.domain.office import Catalogue
from hrdesk.domain.plan import PlanProject
from hrdesk.domain.terms import OrganizerKind

CHAPTERS: dict[str, str] = {
    "preface": "คำนำ",
    "principles": "ส่วนที่ 1 หลักการและเหตุผล",
    "objectives": "ส่วนที่ 2 วัตถุประสงค์และเป้าหมาย",
    "scope": "ส่วนที่ 3 ขอบเขตของการพัฒนา",
    "courses": "ส่วนที่ 4 หลักสูตรการพัฒนา",
    "methods": "ส่วนที่ 5 วิธีการและระยะเวลาดำเนินการพัฒนา",
    "budget": "ส่วนที่ 6 งบประมาณ",
    "monitoring": "ส่วนที่ 7 การติดตามและประเมินผล",
    "appendix": "ภาคผนวก",
}


def organizer_kind(project: PlanProject, catalogue: Catalogue) -> OrganizerKind:
    """The heading of part 5.1 a project is listed under.

    Whatever the office holds itself, alone or with others, is its own; the department's heading takes what
    the department holds alone. A project nobody holds yet counts as the office's own, so that it is not
    lost from the list.
    """
    kinds = {o.kind for o in catalogue.organizers if o.id in project.organizers}
    if OrganizerKind.OWN in kinds or not kinds:
        return OrganizerKind.OWN
    return OrganizerKind.DEPARTMENT if kinds == {OrganizerKind.DEPARTMENT} else OrganizerKind.OTHER
