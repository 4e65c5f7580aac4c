from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hrdesk.domain.evaluation import FollowUp, Interview, OutsideResult, Sheet
from hrdesk.domain.terms import Level, PersonnelType
from hrdesk.domain.training import ClassTest, Rules, Session, Trainer
from hrdesk.domain.training_terms import ClassStatus, HalfDay, Result, TestKind
from hrdesk.errors import UserError
from hrdesk.services import InvalidRecord
from hrdesk.services.training.values import CandidateQuery
from training_office import FIRST, LAST, YEAR, mark_all, the_class


def results(services, class_id):
    return [one.result for one in services.classes.participants(class_id)]


def test_a_class_is_read_back_as_it_was_saved(services):
    there = the_class(services)
    changed = replace(
        there,
        title="รุ่นผู้บริหาร",
        venue="โรงแรม",
        lecture=600,
        other=1200,
        letter_number="มท 0810/1",
        letter_date=date(2023, 5, 1),
        trainers=(Trainer("นายสมมติ ตัวอย่าง", "วิทยากร", "กฎหมาย"), Trainer("นางสมมุติ ตัวอย่าง")),
        tests=there.tests[:1],
    )
    services.classes.save(changed)
    assert services.classes.load(there.id) == changed


def test_the_next_class_has_the_next_number_and_todays_rules(services):
    project = the_class(services).project
    services.classes.save_rules(Rules(attendance_percent=75, pass_percent=50, follow_up_months=6))
    blank = services.classes.blank(project)
    assert (blank.number, blank.attendance_percent) == (2, 75)
    assert the_class(services).attendance_percent == 80, "a class keeps the rule it was held under"
    with pytest.raises(InvalidRecord, match="มีรุ่นที่ 1 แล้ว"):
        services.classes.save(replace(blank, number=1))


def test_people_are_found_by_target_line_level_unit_and_name(services):
    office = services.register.office()
    found = services.classes.candidates(CandidateQuery())
    assert found == services.classes.candidates(CandidateQuery(targets=tuple(t.id for t in office.catalogue.targets)))
    for target in office.catalogue.targets:
        people = services.classes.candidates(CandidateQuery(targets=(target.id,)))
        held = [p for p in office.positions if p.holder and target.covers(p)]
        assert sorted(p.name for p in people) == sorted(p.holder for p in held)
    practitioners = services.classes.candidates(CandidateQuery(level=Level.PRACTITIONER))
    assert {p.post.level for p in practitioners} == {Level.PRACTITIONER}
    top = next(unit for unit in office.units if unit.parent is None)
    assert {p.post.bureau for p in services.classes.candidates(CandidateQuery(unit=top.id))} == {top.name}
    assert services.classes.candidates(CandidateQuery(text=found[0].name.split()[-1]))[0] in found


def test_the_post_is_that_of_the_day_of_joining(services):
    there = the_class(services)
    one = services.classes.participants(there.id)[0]
    person = services.register.person(one.staff)
    services.register.save_person(replace(person, personnel_type=PersonnelType.POLITICAL, position_id=None))
    assert services.classes.participants(there.id)[0].post == one.post
    added, _ = services.classes.add(there.id, [one.staff])
    assert added == (), "someone in the class is not put in twice"


def test_attendance_decides_and_the_hand_stays(services):
    there = the_class(services)
    sheet = mark_all(services, there.id)
    assert set(results(services, there.id)) == {Result.PENDING}, "the test afterwards is still to be marked"
    services.classes.save(replace(there, tests=()))
    assert set(results(services, there.id)) == {Result.PASSED}
    first, second = sheet.participants[:2]
    services.classes.set_results(there.id, {first.id: Result.ABSENT})
    missed = {(one.id, half.day, half.half): False for one in (first, second) for half in sheet.sessions[:2]}
    services.attendance.mark(there.id, missed)
    assert results(services, there.id)[:2] == [Result.ABSENT, Result.FAILED]
    services.attendance.mark(there.id, dict.fromkeys(missed, True))
    assert results(services, there.id)[:2] == [Result.ABSENT, Result.PASSED], "by hand stays, by rule follows"
    services.classes.apply_rules(there.id)
    assert set(results(services, there.id)) == {Result.PASSED}


def test_marks_are_kept_when_half_days_are_taken_away(services):
    there = the_class(services)
    sheet = mark_all(services, there.id)
    with pytest.raises(InvalidRecord, match=f"{len(sheet.participants)} ช่อง"):
        services.classes.save(replace(there, sessions=there.sessions[:-1]))
    last = there.sessions[-1]
    services.attendance.mark(there.id, {(one.id, last.day, last.half): None for one in sheet.participants})
    services.classes.save(replace(there, sessions=there.sessions[:-1]))
    assert services.attendance.sheet(there.id).presence(sheet.participants[0].id).sessions == 5


def test_a_cell_outside_the_grid_is_refused(services):
    there = the_class(services)
    person = services.classes.participants(there.id)[0].id
    for cell in ((person, date(2023, 6, 9), HalfDay.MORNING), (999_999, FIRST, HalfDay.MORNING)):
        with pytest.raises(UserError, match="เปลี่ยนไปแล้ว"):
            services.attendance.mark(there.id, {cell: True})


def test_scores_are_within_the_test_and_of_those_who_came(services):
    there = the_class(services)
    sheet = mark_all(services, there.id)
    here, away = (one.id for one in sheet.participants[:2])
    services.attendance.mark(there.id, {(away, half.day, half.half): False for half in sheet.sessions})
    services.scores.write(there.id, {(here, TestKind.PRE): 650, (here, TestKind.POST): 1200})
    assert services.scores.sheet(there.id).scores == {(here, TestKind.PRE): 650, (here, TestKind.POST): 1200}
    assert results(services, there.id)[:2] == [Result.PASSED, Result.ABSENT]
    for person, mark, why in ((here, 2001, "เกินคะแนนเต็ม"), (away, 100, "ไม่ได้เข้าอบรม")):
        with pytest.raises(UserError, match=why):
            services.scores.write(there.id, {(person, TestKind.POST): mark})
    services.scores.write(there.id, {(here, TestKind.POST): None})
    assert results(services, there.id)[0] is Result.PENDING


def finished(services):
    """Everybody there but the last, who never came; completed."""
    there = the_class(services)
    services.classes.save(replace(there, tests=()))
    sheet = mark_all(services, there.id)
    away = sheet.participants[-1].id
    services.attendance.mark(there.id, {(away, half.day, half.half): False for half in sheet.sessions})
    services.classes.complete(there.id)
    return there.id, sheet


def test_a_class_is_completed_when_nothing_is_pending_and_then_frozen(services):
    there = the_class(services)
    with pytest.raises(InvalidRecord, match="รอผล"):
        services.classes.complete(there.id)
    class_id, sheet = finished(services)
    person = sheet.participants[0].id
    for change in (
        lambda: services.attendance.mark(class_id, {(person, FIRST, HalfDay.MORNING): False}),
        lambda: services.classes.add(class_id, [1]),
        lambda: services.classes.remove(class_id, [person]),
        lambda: services.classes.delete(class_id),
        lambda: services.classes.save(replace(there, title="อื่น")),
    ):
        with pytest.raises(UserError, match="ปิดแล้ว"):
            change()
    services.classes.reopen(class_id)
    services.attendance.mark(class_id, {(person, FIRST, HalfDay.MORNING): False})
    assert services.classes.load(class_id).status is ClassStatus.RUNNING


def test_saving_never_completes(services):
    there = the_class(services)
    services.classes.save(replace(there, status=ClassStatus.COMPLETED))
    assert services.classes.load(there.id).status is ClassStatus.PLANNED


def test_follow_ups_fall_due_for_those_who_came(services):
    class_id, sheet = finished(services)
    due = services.follow_ups.due(class_id=class_id)
    assert len(due) == len(sheet.participants) - 1
    assert {one.due_on for one in due} == {date(2023, 9, 8)}
    assert services.follow_ups.due(date(2023, 9, 7)) == ()
    first = services.follow_ups.load(due[0].id)
    with pytest.raises(InvalidRecord, match="ผลการติดตาม"):
        services.follow_ups.save(replace(first, done_on=date(2023, 9, 10)))
    services.follow_ups.save(replace(first, done_on=date(2023, 9, 10), level=4, findings="นำไปใช้แล้ว"))
    assert len(services.follow_ups.due()) == len(due) - 1
    services.classes.reopen(class_id)
    assert [one.id for one in services.follow_ups.due(done=True)] == [first.id], "what was made stays"
    services.classes.complete(class_id)
    assert len(services.follow_ups.due()) == len(due) - 1


def test_who_was_absent_is_not_asked_afterwards(services):
    class_id, sheet = finished(services)
    away = sheet.participants[-1].id
    with pytest.raises(UserError, match="ไม่ได้เข้าอบรม"):
        services.follow_ups.save(FollowUp(0, away, LAST))
    with pytest.raises(UserError, match="ไม่ได้เข้าอบรม"):
        services.follow_ups.save_interview(Interview(0, class_id, away))
    asked, _ = services.follow_ups.save_interview(Interview(0, class_id, None, LAST, "ปลัด", "ใช้ได้จริง"))
    assert services.follow_ups.interviews(class_id) == (Interview(asked, class_id, None, LAST, "ปลัด", "ใช้ได้จริง"),)
    letter = OutsideResult(0, class_id, "สถาบันพัฒนาบุคลากรท้องถิ่น", "ชม 1/2566", LAST)
    row, _ = services.follow_ups.save_outside_result(letter)
    removed, _ = services.follow_ups.delete(OutsideResult, row)
    assert services.follow_ups.outside_results(class_id) == ()
    services.follow_ups.put_back(removed)
    assert services.follow_ups.outside_results(class_id) == (replace(letter, id=row),)


def test_a_deleted_class_comes_back_with_all_that_was_recorded(services):
    there = the_class(services)
    sheet = mark_all(services, there.id)
    services.scores.write(there.id, {(sheet.participants[0].id, TestKind.PRE): 1000})
    services.opinions.save_sheets(there.id, [Sheet(0, 0, {1: 5, 2: 4}, "ดี")])
    before = services.attendance.sheet(there.id), services.scores.sheet(there.id), services.opinions.sheets(there.id)
    removed, _ = services.classes.delete(there.id)
    assert services.classes.classes(there.project) == ()
    services.classes.put_back(removed)
    assert services.classes.load(there.id) == there
    assert before == (
        services.attendance.sheet(there.id),
        services.scores.sheet(there.id),
        services.opinions.sheets(there.id),
    )


def added_again(services, class_id, person):
    services.classes.add(class_id, [person.staff])


def class_gone(services, class_id, _person):
    services.classes.delete(class_id)


def class_completed(services, class_id, _person):
    people = services.classes.participants(class_id)
    services.classes.set_results(class_id, {one.id: Result.PASSED for one in people})
    services.classes.complete(class_id)


@pytest.mark.parametrize("meanwhile", [added_again, class_gone, class_completed], ids=lambda one: one.__name__)
def test_people_taken_out_come_back_only_where_there_is_room_for_them(services, meanwhile):
    class_id = the_class(services).id
    person = services.classes.participants(class_id)[0]
    removed, _ = services.classes.remove(class_id, [person.id])
    meanwhile(services, class_id, person)
    before = services.classes.participants(class_id)
    with pytest.raises(UserError, match=r"ไม่พบ|ข้อมูลไม่ถูกเปลี่ยนแปลง"):
        services.classes.put_back(removed)
    assert services.classes.participants(class_id) == before


def test_a_class_whose_project_is_gone_does_not_come_back(services):
    there = the_class(services)
    removed, _ = services.classes.delete(there.id)
    services.year_projects.delete(there.project)
    with pytest.raises(UserError, match="นำ “รุ่นที่ 1” กลับมาไม่ได้"):
        services.classes.put_back(removed)
    assert services.classes.classes(there.project) == ()


def test_no_more_sheets_than_people_who_came(services):
    class_id, sheet = finished(services)
    came = len(sheet.participants) - 1
    ids, _ = services.opinions.save_sheets(class_id, [Sheet(0, 0, {1: 5}) for _ in range(came)])
    assert [one.number for one in services.opinions.sheets(class_id)] == list(range(1, came + 1))
    with pytest.raises(UserError, match=f"เข้าอบรมจริง {came} คน"):
        services.opinions.save_sheets(class_id, [Sheet(0, 0, {1: 5})])
    with pytest.raises(UserError, match="1 ถึง 5"):
        services.opinions.save_sheets(class_id, [Sheet(ids[0], 1, {1: 6})])


def test_an_answered_question_is_retired_an_unanswered_one_deleted(services):
    class_id = the_class(services).id
    standard = services.opinions.questions()
    services.opinions.save_sheets(class_id, [Sheet(0, 0, {standard[0].id: 3})])
    assert services.opinions.questions() == standard, "the same questions, now stored"
    for question in standard[:2]:
        services.opinions.drop_question(question.id)
    assert services.opinions.questions() == standard[2:]
    assert [one.id for one in services.opinions.questions(retired=True)][:2] == [1, 3]
    own, _ = services.opinions.save_question(replace(standard[0], id=0, class_id=class_id, text="อาหารว่าง"))
    assert services.opinions.questions(class_id)[-1].id == own
    assert own not in {one.id for one in services.opinions.questions()}


def test_one_order_for_the_whole_class(services):
    there = the_class(services)
    services.classes.set_order(there.id, " 123/2566 ", date(2023, 5, 20))
    people = services.classes.participants(there.id)
    assert {(one.order_number, one.order_date) for one in people} == {("123/2566", date(2023, 5, 20))}
    services.classes.save_participant(replace(people[0], order_number="9/2566", note="แทน"))
    assert services.classes.participants(there.id)[0] == replace(people[0], order_number="9/2566", note="แทน")


def test_sessions_are_read_in_the_order_of_time(services):
    there = the_class(services)
    turned = replace(there, sessions=(*reversed(there.sessions), Session(FIRST, HalfDay.MORNING)))
    services.classes.save(turned)
    assert services.classes.load(there.id).sessions == there.sessions


def test_a_completed_class_stands_in_its_peoples_history(services):
    services.classes.save(replace(the_class(services), lecture=600, other=1200, venue="ห้องประชุม"))
    class_id, sheet = finished(services)
    here, away = sheet.participants[0], sheet.participants[-1]
    assert services.history.of(away.staff).training == ()
    (record,) = services.history.of(here.staff).training
    project = services.year_projects.projects(YEAR)[0].title
    assert (record.course, record.project, record.class_number) == (project, project, "1")
    assert (record.days, record.hours, record.result, record.starts_on) == (300, 1800, Result.PASSED, FIRST)
    assert (record.position, record.participant_id) == (here.post.position, here.id)
    services.classes.set_order(class_id, "77/2566", FIRST)
    assert services.history.of(here.staff).training[0].order_number == "77/2566"
    services.classes.reopen(class_id)
    assert services.history.of(here.staff).training == ()
    services.classes.complete(class_id)
    assert len(services.history.of(here.staff).training) == 1


@pytest.mark.parametrize(
    ("full", "kinds", "refused"),
    [
        (1500, tuple(TestKind), "สูงสุด 18 ซึ่งเกินคะแนนเต็ม"),
        (1800, tuple(TestKind), ""),
        (2000, (TestKind.POST,), "จึงนำแบบทดสอบนี้ออกไม่ได้"),
        (2000, (), "จึงนำแบบทดสอบนี้ออกไม่ได้"),
    ],
)
def test_marks_that_were_given_stay_within_the_tests(services, full, kinds, refused):
    there = the_class(services)
    mark_all(services, there.id)
    one, two, *_ = services.classes.participants(there.id)
    services.scores.write(there.id, {(one.id, TestKind.PRE): 1800, (two.id, TestKind.PRE): 900})
    changed = replace(there, tests=tuple(ClassTest(kind, full, 900) for kind in kinds))
    if refused:
        with pytest.raises(InvalidRecord, match=refused):
            services.classes.save(changed)
        assert services.classes.load(there.id) == there
    else:
        services.classes.save(changed)
        assert services.classes.load(there.id).tests == changed.tests
