"""An import that was taken back is made again to the letter, or refused and nothing changed."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from hrdesk.domain.person_history import Education
from hrdesk.domain.staff import PersonRecord
from hrdesk.domain.terms import OrganizationKind
from hrdesk.errors import UserError
from hrdesk.models import organization, staff
from hrdesk.models.base import Base
from hrdesk.services import Services
from hrdesk.services.values import StaffQuery
from services.staffing.lists import IDS

HEAD = "เลขที่ตำแหน่ง\tตำแหน่ง\tสังกัด\tชื่อ-สกุล\tเลขประจำตัวประชาชน\n"
FIRST = f"""{HEAD}12-2-01-3102-001\tนักทรัพยากรบุคคล\tสำนักปลัด\tนางสาวกานดา ใจดี\t{IDS[0]}
12-2-04-3201-001\tนักวิชาการเงินและบัญชี\tกองคลัง\tนายขจร งามดี\t{IDS[1]}
12-2-04-4101-002\tนักดูดาวประจำตำบล\tกองดูดาว\t(ว่าง)\t
"""
SECOND = f"""{HEAD}12-2-01-3102-001\tนักทรัพยากรบุคคล\tกองการเจ้าหน้าที่\tนายขจร งามดี\t{IDS[1]}
12-2-04-3201-001\tนักวิชาการเงินและบัญชี\tกองคลัง\tนางสาวกานดา ใจงาม\t{IDS[0]}
12-2-04-4101-003\tนักดูดาวประจำตำบล\tกองดูดาว\tนายคมสัน มองฟ้า\t{IDS[2]}
"""
TABLES = ("staff", "position", "org_unit", "position_line", "held_position", "import_batch")


@pytest.fixture
def services(tmp_path):
    with Services.create(tmp_path / "office.db", OrganizationKind.SUBDISTRICT, "ตัวอย่าง") as opened:
        yield opened


def imported(services, text):
    importing = services.staff_import
    return importing.apply(importing.read(importing.tables(importing.pasted(text))), "รายการ").batch


def everything(services):
    raw = sqlite3.connect(f"file:{services.database.path}?mode=ro", uri=True)
    found = {table: raw.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in TABLES}
    raw.close()
    return found


def person(services, name):
    (row,) = services.register.staff_page(StaffQuery(text=name)).rows
    return services.register.person(row.staff_id)


def post(services, title):
    (row,) = services.register.staff_page(StaffQuery(text=title)).rows
    return services.register.position(row.position_id)


def test_taken_back_and_made_again_as_often_as_wanted(services):
    """New people, units and lines; changed people and posts who change places; the histories that come of it."""
    first = imported(services, FIRST)
    alone = everything(services)
    second = imported(services, SECOND)
    both = everything(services)
    assert both["held_position"], "people who changed places have a history"
    for _ in range(2):
        services.staff_import.undo(second)
        assert everything(services) == alone
        assert [(batch.id, batch.undone) for batch in services.staff_import.batches()] == [(second, True), (first, False)]
        services.staff_import.redo(second)
        assert everything(services) == both
        assert [(batch.id, batch.undone) for batch in services.staff_import.batches()] == [(second, False), (first, False)]


def test_all_of_them_one_after_the_other(services):
    empty = everything(services)
    batches = [imported(services, FIRST), imported(services, SECOND)]
    done = everything(services)
    for batch in reversed(batches):
        services.staff_import.undo(batch)
    assert everything(services) == empty
    with pytest.raises(UserError, match="นำเข้าอีกครั้งไม่ได้"):  # what it changed is not there
        services.staff_import.redo(batches[1])
    assert everything(services) == empty
    for batch in batches:
        services.staff_import.redo(batch)
    assert everything(services) == done


CHANGES = {
    "นางสาวกานดา ใจดี": lambda s: s.register.save_person(replace(person(s, "กานดา"), note="แก้เอง")),
    "นักทรัพยากรบุคคล": lambda s: s.register.save_position(replace(post(s, "ทรัพยากร"), title="อื่น")),
    "นายคมสัน มองฟ้า": lambda s: s.register.save_person(PersonRecord(0, "นาย", "คมสัน", "มองฟ้า", IDS[2])),
}


@pytest.mark.parametrize("named", CHANGES)
def test_it_is_refused_and_nothing_changes_when_its_records_were_changed_since(services, named):
    imported(services, FIRST)
    batch = imported(services, SECOND)
    services.staff_import.undo(batch)
    CHANGES[named](services)
    before = everything(services)
    with pytest.raises(UserError, match=f"{named}.*ข้อมูลไม่ถูกเปลี่ยนแปลง"):
        services.staff_import.redo(batch)
    assert everything(services) == before
    assert services.staff_import.batches()[0].undone, "it may fit again when that change is taken back"


def test_what_was_never_undone_or_is_forgotten_cannot_be_made_again(services):
    batch = imported(services, FIRST)
    for number in (batch, 99):
        with pytest.raises(UserError, match="ไม่มีการนำเข้าครั้งนี้"):
            services.staff_import.redo(number)
    services.staff_import.undo(batch)
    services.register.changes.clear()  # as when people are anonymised, or another office is shown
    assert services.staff_import.batches() == ()
    with pytest.raises(UserError, match="ไม่มีการนำเข้าครั้งนี้"):
        services.staff_import.redo(batch)


def test_a_later_import_does_not_take_the_number_of_one_taken_back(services):
    first = imported(services, FIRST)
    services.staff_import.undo(first)
    other = imported(services, f"{HEAD}99\tคนงาน\tกองช่าง\tนายงาน ขยัน\t\n")
    assert other > first
    with pytest.raises(UserError, match="นายงาน ขยัน"):  # who stands where those of the first would stand again
        services.staff_import.redo(first)
    services.staff_import.undo(other)
    services.staff_import.redo(first)
    assert [(batch.id, batch.undone) for batch in services.staff_import.batches()] == [(other, True), (first, False)]


def test_the_steps_of_the_register_go_back_and_forth_over_an_import(services):
    """As Ctrl+Z and Ctrl+Y do: an import between two changes made by hand."""
    register, importing = services.register, services.staff_import
    register.save_person(PersonRecord(0, "นาย", "ก่อน", "นำเข้า"))
    batch = imported(services, FIRST)
    register.changes.note("นำเข้า", batch, lambda: importing.undo(batch), lambda: importing.redo(batch))
    register.save_person(replace(person(services, "กานดา"), last_name="หลังนำเข้า"))
    states = [everything(services)]
    while register.changes.undo_text:
        register.changes.undo()
        states.append(everything(services))
    assert len(states) == 4
    assert not states[-1]["staff"]
    for state in reversed(states[:-1]):
        register.changes.redo()
        assert everything(services) == state
    assert not register.changes.redo_text


@pytest.mark.parametrize("way", ["undo", "redo"])
def test_an_import_taken_back_by_itself_leaves_no_step_that_would_do_it_once_more(services, way):
    changes, importing = services.register.changes, services.staff_import
    services.register.save_person(PersonRecord(0, "นาย", "ก่อน", "นำเข้า"))
    mine = changes.undo_text
    batch = imported(services, FIRST)
    changes.note("นำเข้า", batch, lambda: importing.undo(batch), lambda: importing.redo(batch))
    if way == "redo":
        changes.undo()
        assert changes.redo_text == "นำเข้า"
        importing.redo(batch)
        assert changes.redo_text == ""
    importing.undo(batch)
    assert changes.undo_text == mine
    changes.undo()
    assert not everything(services)["staff"]


def test_an_import_is_not_taken_back_over_what_was_entered_for_its_people(services):
    """Histories would go with their people without a word."""
    batch = imported(services, FIRST)
    services.history.save(Education(0, person(services, "กานดา").id, "ปริญญาโท"))
    before = everything(services)
    with pytest.raises(UserError, match="ข้อมูลอื่นที่อ้างถึง"):
        services.staff_import.undo(batch)
    assert everything(services) == before


def test_only_its_holder_refers_to_a_post():
    """So a post deleted and brought back is whole: no target, class or history names it but by line, unit or text."""
    posts = organization.Position.__table__.c.id
    naming = [(table.name, key.ondelete) for table in Base.metadata.tables.values() for key in table.foreign_keys if key.column is posts]
    assert naming == [(staff.Staff.__tablename__, "RESTRICT")]


WORDS = st.sampled_from(["กองคลัง", "กองช่าง", "สำนักปลัด", "กองดูดาว"])
LINE = st.tuples(st.integers(1, 4), st.sampled_from(["คนงาน", "นิติกร", "นักดูดาว"]), WORDS, st.sampled_from(["(ว่าง)", "นายก ข", "นายค ง"]))


@example(  # who holds a post that only changed has a history, too
    [[(1, "นิติกร", "กองดูดาว", "นายก ข")], [(1, "นิติกร", "กองช่าง", "นายก ข")], [(1, "นิติกร", "กองคลัง", "นายค ง")]]
)
@given(st.lists(st.lists(LINE, min_size=1, max_size=4), min_size=1, max_size=4))
@settings(max_examples=10, deadline=None, phases=[Phase.explicit, Phase.generate])
def test_any_imports_go_back_and_forth(tmp_path_factory, lists):
    path = tmp_path_factory.mktemp("office") / "office.db"
    with Services.create(path, OrganizationKind.SUBDISTRICT, "ตัวอย่าง") as services:
        states, batches = [everything(services)], []
        for rows in lists:
            text = HEAD + "".join(f"12-2-01-3102-00{n}\t{title}\t{unit}\t{name}\t\n" for n, title, unit, name in rows)
            batch = imported(services, text)
            if batch is not None:
                batches.append(batch)
                states.append(everything(services))
        for batch, state in zip(reversed(batches), reversed(states[:-1]), strict=True):
            services.staff_import.undo(batch)
            assert everything(services) == state
        for batch, state in zip(batches, states[1:], strict=True):
            services.staff_import.redo(batch)
            assert everything(services) == state
