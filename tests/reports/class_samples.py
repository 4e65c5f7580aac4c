"""A class of the sample office as values: what the papers of a class are printed from in the tests."""

from __future__ import annotations

from datetime import date
from itertools import islice

from hrdesk.domain.evaluation import Sheet
from hrdesk.domain.office import Office
from hrdesk.domain.plan import PlanDraft
from hrdesk.domain.training import ClassTest, Participant, Post, Presence, Trainer, TrainingClass, half_days
from hrdesk.domain.training_terms import ClassStatus, Result, TestKind
from hrdesk.reports.snapshots.class_snapshot import ClassRecord, class_snapshot
from hrdesk.services.training.opinions import standard_questions

FIRST, LAST = date(2023, 6, 6), date(2023, 6, 7)
PEOPLE = 12


def record(office: Office, draft: PlanDraft) -> ClassRecord:
    """Of twelve people one never came and one did not reach the mark."""
    questions = standard_questions()
    tests = (ClassTest(TestKind.PRE, 2000, 1200), ClassTest(TestKind.POST, 2000, 1200))
    held = TrainingClass(
        1, 1, status=ClassStatus.COMPLETED, starts_on=FIRST, ends_on=LAST, venue="ห้องประชุมเทศบาลตำบลหนองป่าครั่ง",
        lecture=700, other=500, sessions=half_days(FIRST, LAST), trainers=(Trainer("นายวิทยา ใจเย็น"),), tests=tests,
    )  # fmt: skip
    people, scores = [], {}
    for number, post in enumerate(islice((p for p in office.positions if p.holder), PEOPLE), start=1):
        result = {3: Result.FAILED, 7: Result.ABSENT}.get(number, Result.PASSED)
        place = Post(post.title, post.level, post.personnel_type, post.position_type, post.unit, post.unit)
        people.append(Participant(number, 1, number, post.holder, place, result, certificate_number=f"{number}/2566"))
        if result is not Result.ABSENT:
            scores[number, TestKind.PRE] = 600 + 100 * (number % 5)
            scores[number, TestKind.POST] = 1150 if result is Result.FAILED else 1300 + 50 * (number % 4)
    sheets = tuple(
        Sheet(n, n, {q.id: 5 - (n * q.id) % 3 for q in questions}, "ควรจัดทุกปี" if n == 1 else "") for n in range(1, 11)
    )
    presence = {one.id: Presence(4, 4, 0 if one.result is Result.ABSENT else 4) for one in people}
    return ClassRecord(
        questions, held, draft.projects[0].title, 2566, "สถาบันพัฒนาบุคลากรท้องถิ่น", 3, tuple(people), presence, scores,
        sheets, {one.id: date(2023, 9, 7) for one in people},
    )  # fmt: skip


def class_sample(office: Office, draft: PlanDraft):
    return class_snapshot(office, record(office, draft))


def blank_sample(office: Office, _draft: PlanDraft):
    return class_snapshot(office, ClassRecord(standard_questions()))
