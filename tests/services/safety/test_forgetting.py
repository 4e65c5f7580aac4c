"""A forgotten person's name goes from wherever it was typed, and from the file's bytes; nobody else's does."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import sqlalchemy as sa

from furnished_office import furnished_office
from hrdesk.domain.plan_terms import PlanStatus, Presence
from hrdesk.domain.staff import PersonRecord
from hrdesk.models.plan import Plan
from hrdesk.models.plan_life import Meeting, MeetingAttendee
from hrdesk.models.tables import METADATA
from hrdesk.services import Services
from hrdesk.services.area import Area
from hrdesk.services.safety.forgetting import KEPT_WHOLE, NOBODY
from hrdesk.thai.text import name_in_text
from small_database import plain_only

FIRST, LAST = "กุหลาบแดง", "ทดสอบระบบ"
NOW = datetime(2024, 6, 1, 12, 30, tzinfo=UTC)
IN_TEXT = f"ตามที่น.ส.{FIRST}  {LAST}เสนอ"


@pytest.fixture
def services(tmp_path):
    with Services.open(furnished_office(tmp_path)) as services:
        yield services


def leaver(services, title="นางสาว", first=FIRST, last=LAST):
    row, _ = services.register.save_person(PersonRecord(0, title, first, last))
    services.register.retire(row, date(2016, 9, 30), "ลาออก")
    return row


def set_status(services, status):
    with services.database.begin() as session:
        for plan in session.scalars(sa.select(Plan)):
            plan.status = status


def text_columns(table):
    return [one for one in table.columns if type(one.type) in {sa.String, sa.Text} and not one.primary_key and not one.foreign_keys]


def some_value(session, column):
    """Anything a column takes; of a reference the first row there is."""
    for key in column.foreign_keys:
        return session.scalar(sa.select(key.column).limit(1))
    if isinstance(column.type, sa.Enum):
        return next(iter(column.type.enum_class))
    kind = getattr(column.type, "impl", column.type).python_type
    return {datetime: NOW, date: NOW.date(), str: "ก", bytes: b"", bool: False}.get(kind, 1)


def write_everywhere(services):
    """The name within a sentence into every text of one row of every table, made where there was none; returns the tables."""
    took = set()
    with services.database.begin() as session:
        for table in METADATA.sorted_tables:
            if table.name in {*KEPT_WHOLE, "staff"} or not text_columns(table):
                continue
            if session.execute(sa.select(*table.primary_key).limit(1)).first() is None:
                session.execute(sa.insert(table).values({one.name: some_value(session, one) for one in table.columns}))
            row = session.execute(sa.select(*table.primary_key).limit(1)).mappings().first()
            where = sa.and_(*(column == row[column.key] for column in table.primary_key))
            for column in text_columns(table):
                session.execute(sa.update(table).where(where).values({column.name: IN_TEXT}))
            took.add(table.name)
    return took


def naming(services):
    """The tables in which the first name still stands."""
    with services.database.read() as session:
        return {
            table.name
            for table in METADATA.sorted_tables
            for column in text_columns(table)
            if session.scalar(sa.select(sa.func.count()).select_from(table).where(column.contains(FIRST)))
        }


def bytes_of(services):
    services.database.detach()
    content = b"".join(one.read_bytes() for one in services.database.path.parent.glob("office.db*") if one.is_file())
    services.database.attach()
    return content


@plain_only
def test_a_name_typed_anywhere_is_gone_from_the_rows_and_from_every_byte(services):
    set_status(services, PlanStatus.REVISING)
    row = leaver(services)
    took = write_everywhere(services)
    assert {"meeting_attendee", "committee_member", "wizard_draft", "idp", "class_trainer", "organization"} <= took
    assert naming(services) == {*took, "staff"}
    assert FIRST.encode() in bytes_of(services)
    assert services.privacy.anonymise((row,)) == ~Area(0), "every page is read again"
    assert naming(services) == set()
    content = bytes_of(services)
    assert FIRST.encode() not in content
    assert LAST.encode() not in content
    assert NOBODY.encode() in content
    assert services.database.full_check() == ()
    assert FIRST.encode() in services.backup.listed()[0].path.read_bytes(), "the backup made before still knows, as is said"


def test_what_was_announced_stays_whole_and_the_notes_about_it_do_not(services):
    row = leaver(services)
    write_everywhere(services)
    set_status(services, PlanStatus.ANNOUNCED)
    services.privacy.anonymise((row,))
    left = naming(services)
    assert {"plan_chapter", "committee_member", "project", "responsible"} <= left
    assert not left & {"meeting", "meeting_item", "meeting_attendee", "plan_event", "idp", "year_project", "organization", "wizard_draft"}


def set_meeting(services, names, recorder):
    with services.database.begin() as session:
        meeting = session.scalars(sa.select(Meeting)).first()
        meeting.recorder = recorder
        meeting.attendees = [
            MeetingAttendee(place=place, name=name, position=position, substitute=substitute, role=None, presence=Presence.PRESENT)
            for place, (name, position, substitute) in enumerate(names, start=1)
        ]
        session.flush()
        meeting.agenda[0].discussion = f"นางสาว{FIRST} {LAST} เสนอให้เพิ่มหลักสูตร ที่ประชุมเห็นชอบ"
        return meeting.id


def test_in_minutes_the_post_is_left_and_the_talk_says_nobody(services):
    row = leaver(services)
    names = [
        (f"นางสาว{FIRST} {LAST}", "ปลัดเทศบาล", ""),
        (f"น.ส. {FIRST} {LAST}", "", ""),
        ("นายอื่น คนเดิม", "หัวหน้าฝ่าย", f"{FIRST} {LAST}"),
    ]
    meeting_id = set_meeting(services, names, f"นางสาว{FIRST} {LAST}")
    services.privacy.anonymise((row,))
    with services.database.read() as session:
        meeting = session.get(Meeting, meeting_id)
        seats = [(one.name, one.position, one.substitute) for one in meeting.attendees[:3]]
        assert seats == [("", "ปลัดเทศบาล", ""), ("", "ผู้เข้าประชุม", ""), ("นายอื่น คนเดิม", "หัวหน้าฝ่าย", "")]
        assert meeting.recorder == ""
        assert meeting.agenda[0].discussion == f"{NOBODY} เสนอให้เพิ่มหลักสูตร ที่ประชุมเห็นชอบ"


def test_where_another_bears_the_same_name_typed_names_stay_for_nobody_can_tell_whose_they_are(services):
    row = leaver(services)
    services.register.save_person(PersonRecord(0, "นาง", FIRST, LAST))
    meeting_id = set_meeting(services, [(f"นาง{FIRST} {LAST}", "ปลัดเทศบาล", "")], "")
    services.privacy.anonymise((row,))
    with services.database.read() as session:
        assert session.get(Meeting, meeting_id).attendees[0].name == f"นาง{FIRST} {LAST}"


def test_a_name_that_begins_another_name_leaves_that_one_whole(services):
    row = leaver(services, "นาย", "สม", "ใจ")
    services.register.save_person(PersonRecord(0, "นาย", "สม", "ใจดี"))
    meeting_id = set_meeting(services, [("นายสม ใจดี", "ปลัดเทศบาล", "สม ใจ"), ("นายประสม ใจ", "นิติกร", "")], "นายสม ใจ")
    services.privacy.anonymise((row,))
    with services.database.read() as session:
        meeting = session.get(Meeting, meeting_id)
        assert [(one.name, one.substitute) for one in meeting.attendees[:2]] == [("นายสม ใจดี", ""), ("นายประสม ใจ", "")]
        assert meeting.recorder == ""


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("กานดา ใจดี", "×"),
        ("นางสาวกานดา ใจดี", "×"),
        ("โดยน.ส.กานดา ใจดีเสนอ", "โดย×เสนอ"),
        ("ว่าที่ ร.ต.หญิง กานดา   ใจดี", "×"),
        ("ดร.กานดา\nใจดี", "×"),
        ("(กานดา ใจดี)", "(×)"),
        ("สุกานดา ใจดี", "สุกานดา ใจดี"),
        ("กานดา ใจดีงาม", "กานดา ใจดีงาม"),
        ("กานดา ใจดีี", "กานดา ใจดีี"),
        ("กานดาใจดี", "กานดาใจดี"),
        ("กานดา และใจดี", "กานดา และใจดี"),
        ("กานดา ใจดี และนายกานดา ใจดี", "× และ×"),
    ],
)
def test_where_running_text_names_a_person(text, left):
    assert name_in_text("กานดา", "ใจดี", ["ใจดีงาม", "ใจดี", "อื่น"]).sub("×", text) == left
