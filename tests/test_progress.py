"""Long services say how far they are, and stop where they are told to, leaving everything as it was."""

from __future__ import annotations

import pytest

from hrdesk.domain.subject import Subject
from hrdesk.progress import WHOLE, Stopped, counted, part, tell, told_to
from hrdesk.services import Services


class Listener:
    """Keeps what it is told; from `limit` on it stops the work."""

    def __init__(self, limit: int = WHOLE + 1) -> None:
        self.heard: list[int] = []
        self.limit = limit

    def __call__(self, done: int, of: int) -> None:
        assert of == WHOLE
        self.heard.append(done)
        if done >= self.limit:
            raise Stopped


@pytest.fixture
def services(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        yield services


def plan(services):
    return Subject(plan=services.planning.plans()[0].id)


def test_nobody_needs_to_listen():
    tell(1, 2)
    with part(0.2, 0.3):
        assert list(counted("กขค")) == ["ก", "ข", "ค"]


def test_parts_of_parts_are_told_as_thousandths_of_the_whole():
    listener = Listener()
    with told_to(listener):
        tell(1, 10)
        with part(0.5, 1.0):
            tell(1, 2)
            with part(0.5, 1.0):
                tell(1, 2)
                tell(7, 2)  # more than was thought
        tell(0, 0)
        tell(1, 1)
    assert listener.heard == [100, 500, 750, 750, 875, 1000, 1000]
    tell(1, 1)
    assert listener.heard[-2:] == [1000, 1000]
    assert len(listener.heard) == 7, "nobody is told after the block"


def long_work(services, tmp_path):
    """Name, what does it, and what must be as before when it is stopped."""
    template, workbook = tmp_path / "staff.xlsx", tmp_path / "office.xlsx"
    services.staff_import.template(template)
    services.office_workbook.export(workbook)
    tables = services.staff_import.tables(services.staff_import.sheets(template))
    other = Services.create(tmp_path / "other.db", services.register.organization().kind, "ใหม่")
    reading = services.staff_import.read(tables)
    book = tmp_path / "book.pdf"
    yield "printing", lambda: services.forms.print_pdf("plan-book", plan(services), book), book.exists
    yield "export", lambda: services.office_workbook.export(tmp_path / "out.xlsx"), (tmp_path / "out.xlsx").exists
    yield "backup", services.backup.make, lambda: len(services.backup.listed())
    yield "staff import", lambda: other.staff_import.apply(reading, "staff.xlsx"), other.database.counts
    yield "office import", lambda: other.office_workbook.import_from(workbook), lambda: other.database.counts()["staff"]
    other.close()


def test_each_long_service_tells_how_far_it_is_and_ends_whole(services, tmp_path):
    for name, work, _ in long_work(services, tmp_path):
        if name == "office import":  # wants an office without people, which the import before it has filled
            continue
        listener = Listener()
        with told_to(listener):
            work()
        assert len(set(listener.heard)) > (name != "backup"), name  # a small file is copied in one step
        assert listener.heard == sorted(listener.heard), name
        assert 0 < max(listener.heard) <= WHOLE, name


@pytest.mark.parametrize("limit", [1, 400, 700])
def test_stopped_work_leaves_everything_as_it_was(services, tmp_path, limit):
    for name, work, state in long_work(services, tmp_path):
        before = state()
        with pytest.raises(Stopped), told_to(Listener(limit)):
            work()
        assert state() == before, name
    assert not list(tmp_path.rglob("*.part"))
