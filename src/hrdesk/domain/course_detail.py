"""What a course is beside its title: hours by way of teaching, what it is for, whom it is meant for."""

from __future__ import annotations

from hrdesk.domain.statistics import HUNDRED, rounded
from hrdesk.domain.training import MOST_LECTURE, lecture_share
from hrdesk.errors import Problem, Severity
from hrdesk.lazy_dataclass import dataclass

PLACE = "หลักสูตร"


@dataclass(frozen=True, slots=True)
class CourseDetail:
    """Hours are whole hundredths; both 0 while not set. `targets` are ids of target groups."""

    lecture: int = 0
    other: int = 0
    objective: str = ""
    targets: tuple[int, ...] = ()

    @property
    def hours(self) -> int:
        return self.lecture + self.other

    @property
    def lecture_percent(self) -> int:
        """Rounded for showing; `check_detail` judges by the exact share."""
        return int(rounded(HUNDRED * lecture_share(self.lecture, self.other), 0))


def check_detail(detail: CourseDetail) -> tuple[Problem, ...]:
    """Lectures take at most 60 % of a course, other ways at least 40 % (seed 002); a warning, for law may prescribe."""
    found = [
        Problem(f"course.{name}", "จำนวนชั่วโมงต้องไม่ติดลบ", code=f"course-{name}", place=PLACE)
        for name in ("lecture", "other")
        if getattr(detail, name) < 0
    ]
    if not found and lecture_share(detail.lecture, detail.other) > MOST_LECTURE:
        share = rounded(HUNDRED * lecture_share(detail.lecture, detail.other)).normalize()  # 60.04 is more than 60
        text = f"บรรยายร้อยละ {share:f} เกินร้อยละ 60 ควรมีวิธีการอื่นไม่น้อยกว่าร้อยละ 40"
        found.append(Problem("course.lecture", text, Severity.WARNING, "course-lecture-share", PLACE))
    return tuple(found)
