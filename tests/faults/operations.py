"""What is done while faults happen, and how to see afterwards that nothing acknowledged is lost and nothing is half done.

Each operation is `prepare(folder)`, once; `act(folder, acknowledge)` in a child process under faults; and
`judge(folder, run)`, which gives what was lost, as sentences. A judge opens the files as the next start would.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import sqlalchemy as sa

from hrdesk.domain.backup import Reason
from hrdesk.domain.staff import PersonRecord
from hrdesk.domain.subject import Subject
from hrdesk.domain.terms import OrganizationKind
from hrdesk.errors import UserError
from hrdesk.models import restore as restoring
from hrdesk.models import sealed
from hrdesk.models.backup import make, verify
from hrdesk.models.beside import folder_of
from hrdesk.models.database import SCHEMA, Database
from hrdesk.models.files import read_header
from hrdesk.models.manifest import backups_in
from hrdesk.models.migrations import REVISIONS
from hrdesk.services import Services

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "office.db"
PEOPLE = 4
PASSPHRASE = "รหัสสำหรับทดสอบ"
PDF_OLD = b"%PDF-1.4 the paper that was there before\n%%EOF\n"


@dataclass(frozen=True)
class Operation:
    name: str
    prepare: Callable
    act: Callable
    judge: Callable


def names(services):
    with services.database.read() as session:
        return list(session.scalars(sa.text("SELECT first_name FROM staff WHERE last_name = 'ทดสอบ' ORDER BY id")))


def add(services, name):
    services.register.save_person(PersonRecord(0, "นาย", name, "ทดสอบ"))


def opened(folder, losses, then=None):
    """Open as the next start does; what it says when it does not is a loss."""
    try:
        with Services.open(folder / NAME) as services:
            losses += [f"unsound: {found}" for found in services.database.full_check()]
            return then(services) if then else None
    except (UserError, sa.exc.SQLAlchemyError) as error:
        losses.append(f"does not open: {error}")
        return None


def unsound(folder, losses, place=None):
    for backup in backups_in(place or folder_of(folder / NAME), NAME):
        if not (found := verify(backup.path)).sound:
            losses.append(f"a backup with its name is not sound: {found.problems}")


# -- save: people one by one, then a whole plan


def sample(folder):
    Services.create_sample(folder / NAME).close()


def save(folder, acknowledge):
    with Services.open(folder / NAME) as services:
        for number in range(1, PEOPLE + 1):
            again(lambda number=number: add(services, f"คนที่{number}"))
            acknowledge(number)
        plan = services.planning.load(services.planning.plans()[0].id)
        projects = tuple(replace(project, title=f"แก้ไข {project.title}") for project in plan.projects)
        again(lambda: services.planning.save(replace(plan, projects=projects)))
        acknowledge(PEOPLE + 1)


def again(action):
    """As an officer who is told to try again."""
    try:
        action()
    except UserError:
        action()


def judge_save(folder, run):
    losses = []

    def look(services):
        there = names(services)
        plan = services.planning.load(services.planning.plans()[0].id)
        return there, {project.title.startswith("แก้ไข ") for project in plan.projects}

    seen = opened(folder, losses, look)
    if seen is None:
        return losses
    there, changed = seen
    if there != [f"คนที่{n}" for n in range(1, len(there) + 1)] or len(there) < min(run.last, PEOPLE):
        losses.append(f"people {there} after {run.last} acknowledged")
    if len(changed) != 1 or (run.last > PEOPLE and changed != {True}):
        losses.append(f"projects changed: {changed} after {run.last} acknowledged")
    return losses


# -- create


def nothing(folder):
    folder.mkdir(exist_ok=True)


def create(folder, acknowledge):
    Services.create(folder / NAME, OrganizationKind.SUBDISTRICT, "ทดสอบ").close()
    acknowledge(1)


def judge_create(folder, run):
    losses = []
    if (folder / NAME).exists():
        if opened(folder, losses, lambda services: services.register.organization().name) != "ทดสอบ":
            losses.append("an office without its name")
    elif run.last:
        losses.append("the new office is not there")
    return losses


# -- backup, with a second folder


def with_second_folder(folder):
    sample(folder)
    (folder / "usb").mkdir()
    make(folder / NAME, Reason.MANUAL)


def backup(folder, acknowledge):
    with Services.open(folder / NAME) as services:
        services.backup.second = folder / "usb"
        for number in (2, 3):
            add(services, f"คนที่{number}")
            serial = services.backup.make().backup.manifest.serial
            acknowledge(serial)


def judge_backup(folder, run):
    losses = []
    opened(folder, losses)
    unsound(folder, losses)
    there = {one.manifest.serial for one in backups_in(folder_of(folder / NAME), NAME)}
    if not there >= {1, *run.acknowledged}:
        losses.append(f"backups {there} after {run.acknowledged} acknowledged")
    unsound(folder, losses, folder / "usb")
    return losses


# -- sealing a backup for a drive


def seal(folder, acknowledge):
    with Services.open(folder / NAME) as services:
        services.backup.send(services.backup.listed()[0], folder / "usb", PASSPHRASE)
        acknowledge(1)


def judge_seal(folder, run):
    losses = []
    opened(folder, losses)
    unsound(folder, losses)
    zips = list((folder / "usb").glob("*.zip"))
    if len(zips) < run.last:
        losses.append("the acknowledged zip is not there")
    for path in zips:
        try:
            with sealed.unsealed(path, PASSPHRASE) as copy:
                losses += verify(copy).problems
        except UserError as error:
            losses.append(f"a zip with its name does not open: {error}")
    return losses


# -- restore


def with_older_backup(folder):
    sample(folder)
    make(folder / NAME, Reason.MANUAL)
    with Services.open(folder / NAME) as services:
        add(services, "ภายหลัง")


def restore(folder, acknowledge):
    with Services.open(folder / NAME) as services:
        services.backup.restore(services.backup.listed()[-1].path)
        acknowledge(1)
        add(services, "หลังคืน")
        acknowledge(2)


def judge_restore(folder, run):
    losses = []
    unsound(folder, losses)
    there = opened(folder, losses, names)
    allowed = {0: (["ภายหลัง"], [], ["หลังคืน"]), 1: ([], ["หลังคืน"]), 2: (["หลังคืน"],)}[run.last]
    if there is not None and there not in allowed:
        losses.append(f"people {there} after {run.last} acknowledged")
    if there is not None and "ภายหลัง" not in there:
        losses += present_is_kept(folder)
    return losses


def present_is_kept(folder):
    """The present before the restore stands in a backup and in a file set aside."""
    losses = []
    before = [one for one in backups_in(folder_of(folder / NAME), NAME) if one.manifest.serial == 2]
    asides = list(folder.glob(f"{NAME}-replaced-*"))
    for path in [*(one.path for one in before), *asides]:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as raw:
            if not raw.execute("SELECT 1 FROM staff WHERE first_name = 'ภายหลัง'").fetchone():
                losses.append(f"{path.name} is not the present before the restore")
    if not before or not asides:
        losses.append(f"the present before the restore is not kept: {len(before)} backups, {len(asides)} aside")
    return losses


# -- recover


def damaged(folder):
    with_older_backup(folder)
    path = folder / NAME
    path.write_bytes(path.read_bytes()[:50_000])
    shutil.copy(path, folder / "damaged")


def recover(folder, acknowledge):
    restoring.recover(folder / NAME, restoring.offer(folder / NAME))
    acknowledge(1)


def judge_recover(folder, run):
    losses = []
    unsound(folder, losses)
    harmed = (folder / "damaged").read_bytes()
    kept = [path for path in folder.glob(f"{NAME}*") if path.is_file() and path.read_bytes() == harmed]
    if not kept:
        losses.append("the damaged file is not kept")
    if (folder / NAME).read_bytes() == harmed:
        if run.last:
            losses.append("not recovered")
        recover(folder, lambda _: None)  # it can still be
    if opened(folder, losses, names) not in ([], None):
        losses.append("something else was recovered")
    return losses


# -- import of people, after a backup of its own

ROWS = 8


def import_staff(folder, acknowledge):
    rows = "".join(f"นาย\tคนที่{n}\tทดสอบ\t\tคนงาน\n" for n in range(1, ROWS + 1))
    with Services.open(folder / NAME) as services:
        imports = services.staff_import
        tables = imports.tables(imports.pasted("คำนำหน้า\tชื่อ\tสกุล\tเลขประจำตัวประชาชน\tตำแหน่ง\n" + rows))
        imports.apply(imports.read(tables), "วาง")
        acknowledge(1)


def judge_import(folder, run):
    losses = []
    unsound(folder, losses)
    there = opened(folder, losses, names)
    if there is not None and len(there) not in ({ROWS} if run.last else {0, ROWS}):
        losses.append(f"half an import: {there} after {run.last} acknowledged")
    if there and not backups_in(folder_of(folder / NAME), NAME):
        losses.append("imported without a backup")
    return losses


# -- migrate


def rebuild_plan(op):
    """A next revision that SQLite can only do by making a table anew, with everything that hangs on it."""
    with op.batch_alter_table("plan") as batch:
        batch.add_column(sa.Column("resolution", sa.String(500), nullable=False, server_default=""))
        batch.alter_column("budget_law", type_=sa.Text, nullable=False)


NEXT = (*REVISIONS, rebuild_plan)


def migrate(folder, acknowledge):
    Database.open(folder / NAME, NEXT).close()
    acknowledge(1)


def judge_migrate(folder, run):
    losses = []
    unsound(folder, losses)
    schema = read_header(folder / NAME).schema
    if schema not in ({SCHEMA + 1} if run.last else {SCHEMA, SCHEMA + 1}):
        losses.append(f"schema {schema} after {run.last} acknowledged")
    try:
        with Database.open(folder / NAME, NEXT) as database:
            losses += database.full_check()
            counts = database.counts()
    except (UserError, sa.exc.SQLAlchemyError) as error:
        return [*losses, f"does not open: {error}"]
    if (counts["plan"], counts["project"], counts["staff"], counts["project_budget"]) != (1, 11, 51, 24):
        losses.append(f"rows lost: {counts}")
    return losses


# -- export


def with_old_paper(folder):
    sample(folder)
    (folder / "paper.pdf").write_bytes(PDF_OLD)


def export(folder, acknowledge):
    with Services.open(folder / NAME) as services:
        plan = Subject(plan=services.planning.plans()[0].id)
        services.forms.print_pdf("budget-table", plan, folder / "paper.pdf")
        acknowledge(1)


def judge_export(folder, run):
    losses = []
    opened(folder, losses)
    paper = (folder / "paper.pdf").read_bytes()
    if paper != PDF_OLD and not (len(paper) > 5000 and paper.startswith(b"%PDF-") and paper.endswith(b"%%EOF\n")):
        losses.append("a torn paper")
    if run.last and paper == PDF_OLD:
        losses.append("the acknowledged paper is not there")
    return losses


OPERATIONS = (
    Operation("save", sample, save, judge_save),
    Operation("create", nothing, create, judge_create),
    Operation("backup", with_second_folder, backup, judge_backup),
    Operation("seal", with_second_folder, seal, judge_seal),
    Operation("restore", with_older_backup, restore, judge_restore),
    Operation("recover", damaged, recover, judge_recover),
    Operation("import", sample, import_staff, judge_import),
    Operation("migrate", sample, migrate, judge_migrate),
    Operation("export", with_old_paper, export, judge_export),
)
