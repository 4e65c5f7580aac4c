"""Rows of a year's projects and classes, for tests of what is counted from them."""

from __future__ import annotations

from datetime import timedelta

from hrdesk.domain.training_terms import ClassStatus, HalfDay, Result, YearProjectStatus
from hrdesk.models.training import Attendance, Participant, TrainingClass
from hrdesk.models.year_project import YearProject, YearProjectFund
from hrdesk.services.training.candidates import posts_of
from hrdesk.services.training.class_rows import post_columns


def add_project(session, year, title, plan_project, *, status=YearProjectStatus.DONE, reason="", planned=0, used=0):
    project = YearProject(
        year=year, place=0, title=title, plan_project_id=plan_project, outside_reason="",
        status=status, status_reason=reason, responsible="", venue="", starts_on=None, ends_on=None, people=40,
        lecture=600, other=600, memo_number="", memo_date=None, approved_on=None, problems="", suggestions="",
    )  # fmt: skip
    project.funds = [YearProjectFund(place=0, fund_id=None, planned=planned, used=used)]
    session.add(project)
    return project


def add_class(session, project, number, start, people, *, days=1, status=ClassStatus.COMPLETED):
    """`people` are (staff id, result); who is absent has every half-day marked so."""
    end = start + timedelta(days=days - 1)
    project.starts_on, project.ends_on = min(project.starts_on or start, start), max(project.ends_on or end, end)
    held = TrainingClass(
        year_project_id=project.id, number=number, title="", course_id=None, status=status, status_reason="",
        starts_on=start, ends_on=end, venue="", lecture=600, other=600, letter_number="", letter_date=None,
        attendance_percent=80, note="",
    )  # fmt: skip
    session.add(held)
    session.flush()
    posts = posts_of(session, [staff for staff, _ in people])
    for staff, result in people:
        one = Participant(
            class_id=held.id, staff_id=staff, **post_columns(posts[staff]), result=result, order_number="", order_date=None,
            certificate_number="", note="",
        )  # fmt: skip
        session.add(one)
        session.flush()
        for day in range(days):
            for half in HalfDay:
                session.add(
                    Attendance(
                        participant_id=one.id, day=start + timedelta(days=day), half=half,
                        present=result is not Result.ABSENT,
                    )
                )  # fmt: skip
    return held
