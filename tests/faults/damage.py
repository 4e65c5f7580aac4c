"""Files that were changed behind the program's back, given to the command line as an officer would."""

from __future__ import annotations

import io
import shutil
import sqlite3
import zipfile
from contextlib import closing, redirect_stderr, redirect_stdout

from faults.operations import NAME, names
from hrdesk.cli import main
from hrdesk.domain.backup import Reason
from hrdesk.errors import UserError
from hrdesk.models.backup import make, verify
from hrdesk.models.manifest import manifest_path
from hrdesk.services import Services
from hrdesk.services.values import StaffQuery

READ = (("forms",), ("check", "--json"))
PEOPLE = "SELECT count(*) FROM staff"


def prepare(folder):
    Services.create_sample(folder / NAME).close()
    return make(folder / NAME, Reason.MANUAL)


def command(*arguments):
    """(exit code, what was said on the error stream, the exception that got out or None)"""
    out, err = io.StringIO(), io.StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = main([str(argument) for argument in arguments])
    except BaseException as error:  # noqa: BLE001 - what the officer would see as a traceback
        return -1, "", f"{type(error).__name__}: {error}"
    return code, err.getvalue(), None


def flip(path, rng):
    content = bytearray(path.read_bytes())
    bit = rng.randrange(len(content) * 8)
    content[bit // 8] ^= 1 << bit % 8
    path.write_bytes(content)


def cut_short(path, rng):
    content = path.read_bytes()
    path.write_bytes(content[: rng.choice([rng.randrange(len(content)), rng.randrange(len(content) // 4096) * 4096])])


def empty(path, _rng):
    path.write_bytes(b"")


def foreign(path, rng):
    path.unlink()
    kind = rng.choice(["zip", "text", "noise", "database"])
    if kind == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("xl/workbook.xml", "<workbook/>" * rng.randrange(1, 500))
    elif kind == "text":
        path.write_text("ลำดับ,ชื่อ,ตำแหน่ง\n" * rng.randrange(1, 500), encoding=rng.choice(["utf-8", "cp874"]))
    elif kind == "noise":
        path.write_bytes(rng.randbytes(rng.randrange(1, 100_000)))
    else:
        with closing(sqlite3.connect(path)) as other:
            other.execute("CREATE TABLE staff (id INTEGER)")
            other.commit()


def zeros(path, rng):
    """A run of whole sectors that a dying disk gives back as zeros."""
    content = bytearray(path.read_bytes())
    start = rng.randrange(len(content) // 512) * 512
    length = min(512 * rng.randrange(1, 33), len(content) - start)
    content[start : start + length] = bytes(length)
    path.write_bytes(content)


def read_all(path):
    """What the pages of the window read. (what was said, the exception that got out or None)"""
    try:
        with Services.open(path) as services:
            services.register.office()
            services.register.staff_page(StaffQuery())
            for number in range(1, 52):
                services.register.person(number)
            services.planning.problems(1)
            services.reading.wizard()
    except UserError as error:
        return str(error), None
    except Exception as error:  # noqa: BLE001 - what the officer would see as a traceback
        return "", f"{type(error).__name__}: {error}"
    return "", None


DAMAGES = {"bit flip": flip, "cut short": cut_short, "0 bytes": empty, "foreign file": foreign, "zeroed": zeros}
SURE = {"cut short", "0 bytes", "foreign file"}  # a database so damaged is never taken for a sound one


def harm_database(folder, kind, rng, tally):
    """A damaged database is refused or read without a traceback, never written, and recovered from the backup."""
    path = folder / NAME
    DAMAGES[kind](path, rng)
    harmed = path.read_bytes()
    code = 0
    for arguments in READ:
        code, said, raised = command("--db", path, *arguments)
        tally.heard(said if code == 2 else "", raised)
        if path.read_bytes() != harmed:
            tally.lost(f"{kind}: the damaged file was written")
        if code == 2:
            break
    if code != 2:
        tally.heard(*read_all(path))
        if kind in SURE:
            tally.lost(f"{kind}: taken for a sound database")
        return
    code, said, raised = command("--db", path, "recover", "--yes")
    tally.heard(said, raised)
    if code == 0:
        with Services.open(path) as services:
            if names(services) or services.database.counts()["staff"] != 51:
                tally.lost(f"{kind}: recovered something else")
        if not any(aside.read_bytes() == harmed for aside in folder.glob(f"{NAME}-replaced-*")):
            tally.lost(f"{kind}: the damaged file is not kept")
    elif "ไม่ต้องกู้คืน" not in said:  # it opens, but a record in it cannot be understood: restore is the way
        tally.lost(f"{kind}: not recovered: {said} {raised}")


def harm_backup(folder, kind, rng, tally, pristine):
    """A damaged backup, or manifest, is found out and not restored; the present is as it was."""
    path = folder / pristine.path.name
    shutil.copy(pristine.path, path)
    shutil.copy(manifest_path(pristine.path), manifest_path(path))
    target = path if rng.random() < 0.8 else manifest_path(path)
    before = target.read_bytes()
    DAMAGES[kind](target, rng) if target.stat().st_size >= 8192 or kind == "bit flip" else empty(target, rng)
    if target.read_bytes() == before:  # zeros over zeros
        return
    code, said, raised = command("verify", path)
    tally.heard(said, raised)
    if code == 0 and not (target != path and verify(path).manifest == pristine.manifest):
        tally.lost(f"{kind}: a changed {target.suffix} passed as sound")
    if code == 2:
        present = (folder / NAME).read_bytes()
        code, said, raised = command("--db", folder / NAME, "restore", path)
        tally.heard(said, raised)
        if code != 2 or (folder / NAME).read_bytes() != present:
            tally.lost(f"{kind}: an unsound backup was restored")
