"""A page's tables may be imported by the window's thread while the worker's query ties those known so far."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from sqlalchemy.orm import configure_mappers

import hrdesk
from hrdesk.models import core_tables, tables
from hrdesk.models.base import Base
from hrdesk.services import Services
from small_database import own_process

LATE = """
from __future__ import annotations
import __main__
from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship
from hrdesk.models.base import Base, Id

class Whole(Base):
    __tablename__ = "whole"
    id: Mapped[Id]
    parts: Mapped[list[Part]] = relationship(back_populates="whole")

__main__.half_made.set()
assert __main__.asked.wait(30)

class Part(Base):
    __tablename__ = "part"
    id: Mapped[Id]
    whole_id: Mapped[int] = mapped_column(ForeignKey("whole.id"))
    whole: Mapped[Whole] = relationship(back_populates="parts")
"""
QUERIES = """
import sys, threading
from pathlib import Path
from sqlalchemy import select
from sqlalchemy.orm import class_mapper
from hrdesk.models.organization import OrgUnit
from hrdesk.services import Services

half_made, asked = threading.Event(), threading.Event()
with Services.open(Path(sys.argv[1])) as services, services.database.read() as session:
    importing = threading.Thread(target=__import__, args=("late",))
    importing.start()
    assert half_made.wait(30)
    print(len(session.scalars(select(OrgUnit)).first().children) >= 0)
    asked.set()
    importing.join()
    import late
    str(select(late.Whole).join(late.Whole.parts))
    print(class_mapper(late.Whole).configured, class_mapper(late.Part).configured)
    print(late.Part(whole=late.Whole()).whole.parts[0].whole_id)
"""


@own_process
def test_a_query_made_while_tables_are_half_imported_succeeds_and_so_does_every_later_one(tmp_path):
    Services.create_sample(tmp_path / "office.db").close()
    (tmp_path / "late.py").write_text(LATE, encoding="utf-8")
    source = str(Path(hrdesk.__file__).parents[1])
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((source, str(tmp_path)))}
    done = subprocess.run(
        [sys.executable, "-c", QUERIES, tmp_path / "office.db"], env=environment, capture_output=True, text=True, check=False
    )
    assert not done.returncode, done.stderr
    assert done.stdout.splitlines() == ["True", "True True", "None"]


def test_tables_are_tied_only_within_their_module_the_core_or_to_what_is_imported_first():
    """What is tied to a module that may come later would be found half made; the core is there before any query."""
    configure_mappers()
    core = {f"hrdesk.models.{name}" for name in (*core_tables.__all__, "plan_parts")}
    assert tables.METADATA is Base.metadata
    for mapper in Base.registry.mappers:
        home = mapper.class_.__module__
        if not home.startswith("hrdesk.models."):
            continue
        for tie in mapper.relationships:
            target = tie.mapper.class_.__module__
            assert target in {home, *core} or target.rpartition(".")[2] in vars(sys.modules[home]), tie
            assert home in core or target == home or not tie.back_populates, tie


def test_the_core_brings_all_it_is_tied_to():
    source = "import sys, hrdesk.models.core_tables; from sqlalchemy.orm import configure_mappers; configure_mappers()"
    environment = {**os.environ, "PYTHONPATH": str(Path(hrdesk.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", source], env=environment, capture_output=True, text=True, check=False)
    assert not done.returncode, done.stderr
