"""An id that was given up is not given again while the office is open, however the new row is made."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, insert, select

from hrdesk.models.curriculum import Law
from hrdesk.models.database import Database
from hrdesk.models.given_up import give_up, last_id

COUNT = 5
LAST = 40  # that was given up, far above what is there


@pytest.fixture
def database(tmp_path):
    with Database.create(tmp_path / "office.db") as database:
        yield database


def one_by_one(session):
    for number in range(COUNT):
        session.add(Law(title=str(number)))
        session.flush()


def together(session):
    session.add_all(Law(title=str(number)) for number in range(COUNT))


def by_a_statement(session):
    session.execute(insert(Law), [{"title": str(number)} for number in range(COUNT)])


def told_their_ids(session):
    rows = [{"title": str(number)} for number in range(COUNT)]
    ids = list(session.scalars(insert(Law).returning(Law.id, sort_by_parameter_order=True), rows))
    assert ids == list(range(LAST + 1, LAST + 1 + COUNT))


def on_the_table(session):
    for number in range(COUNT):
        made = session.execute(insert(Law.__table__), {"title": str(number)})
        assert made.inserted_primary_key == (LAST + 1 + number,)


WAYS = (one_by_one, together, by_a_statement, told_their_ids, on_the_table)


def stored(database):
    with database.read() as session:
        return [tuple(row) for row in session.execute(select(Law.id, Law.title).order_by(Law.id))]


@pytest.mark.parametrize("make", WAYS, ids=lambda make: make.__name__)
def test_new_rows_stand_above(database, make):
    with database.begin() as session:
        session.add(Law(title="ก่อน"))
    with database.begin() as session:
        give_up(session, "law", [7, LAST, 3])
        give_up(session, "law", [2])
        assert last_id(session, Law) == LAST
    with database.begin() as session:
        make(session)
    assert stored(database) == [(1, "ก่อน"), *((LAST + 1 + number, str(number)) for number in range(COUNT))]


def test_objects_know_their_ids(database):
    with database.begin() as session:
        give_up(session, "law", [LAST])
        laws = [Law(title=str(number)) for number in range(COUNT)]
        session.add_all(laws)
        session.flush()
        assert [law.id for law in laws] == list(range(LAST + 1, LAST + 1 + COUNT))
        laws[0].title = "แก้"
    assert stored(database)[0] == (LAST + 1, "แก้")


def test_what_comes_with_an_id_keeps_it(database):
    with database.begin() as session:
        give_up(session, "law", [LAST])
        session.execute(insert(Law), [{"id": LAST, "title": "กลับมา"}])
        session.add(Law(id=12, title="เลขของตน"))
        session.flush()
        session.add(Law(title="ใหม่"))
    assert stored(database) == [(12, "เลขของตน"), (LAST, "กลับมา"), (LAST + 1, "ใหม่")]


def test_ids_given_up_in_vain_are_left_out_and_other_tables_count_as_ever(database):
    def failing(session):
        give_up(session, "law", [LAST])
        give_up(session, "course", [])
        raise RuntimeError

    with pytest.raises(RuntimeError), database.begin() as session:
        failing(session)
    with database.begin() as session:
        session.add(Law(title="ใหม่"))
    assert stored(database) == [(LAST + 1, "ใหม่")]


def test_they_are_free_again_when_the_office_is_opened_anew(database):
    with database.begin() as session:
        session.add_all([Law(title="หนึ่ง"), Law(title="สอง")])
    with database.begin() as session:
        session.execute(delete(Law).where(Law.id == 2))
        give_up(session, "law", [2])
    database.close()
    with Database.open(database.path) as again:
        with again.begin() as session:
            session.add(Law(title="สาม"))
        assert stored(again) == [(1, "หนึ่ง"), (2, "สาม")]


def test_they_are_kept_when_the_file_is_replaced(database):
    """Pages that can still undo stay open while a file is compacted or encrypted."""
    with database.begin() as session:
        give_up(session, "law", [LAST])
    database.detach()
    database.attach()
    with database.begin() as session:
        session.add(Law(title="ใหม่"))
    assert stored(database) == [(LAST + 1, "ใหม่")]
