from __future__ import annotations

import pytest

from hrdesk.domain.course_detail import CourseDetail, check_detail
from hrdesk.errors import Severity


@pytest.mark.parametrize(
    ("lecture", "other", "codes"),
    [
        (0, 0, []),
        (600, 400, []),
        (601, 400, ["course-lecture-share"]),  # 60.04 %: shown as 60, judged exactly
        (300, 0, ["course-lecture-share"]),
        (-1, 0, ["course-lecture"]),
    ],
)
def test_lectures_take_at_most_sixty_percent(lecture, other, codes) -> None:
    found = check_detail(CourseDetail(lecture, other))
    assert [problem.code for problem in found] == codes
    assert all((problem.severity is Severity.WARNING) == problem.code.endswith("share") for problem in found)
