"""More of what is done under faults: drafts, this PC's settings, forgetting a person, encrypting the office, its password, beginning from a backup."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from datetime import date

from faults.operations import NAME, Operation, add, again, names, opened, sample, unsound
from hrdesk.domain.staff import PersonRecord
from hrdesk.errors import UserError
from hrdesk.models.beside import begins_plain, folder_of
from hrdesk.models.cipher_key import IN_USE
from hrdesk.models.encrypting import unlock
from hrdesk.models.key_file import key_files_of, key_path
from hrdesk.models.pc_settings import load_settings
from hrdesk.services import Services
from hrdesk.services.safety.source import Source

SECRET = "กุหลาบแดงลับ"
CODE, PASSWORD = "1234" * 12, "รหัสผ่านยาวพอ"


# -- what is typed and not saved


def draft(folder, acknowledge):
    with Services.open(folder / NAME) as services:
        for number in (1, 2, 3):
            again(lambda number=number: services.drafts.keep("person", "เพิ่มบุคลากร", "people", {"ชื่อ": str(number)}))
            acknowledge(number)


def judge_draft(folder, run):
    losses = []
    found = opened(folder, losses, lambda services: [int(one.values["ชื่อ"]) for one in services.drafts.listed()])
    if found is not None and max(found, default=0) < run.last:
        losses.append(f"drafts {found} after {run.last} acknowledged")
    return losses


# -- the file of settings beside the database


def with_settings(folder):
    sample(folder)
    for name in ("first", "second"):
        (folder.parent / name).mkdir(exist_ok=True)
    with Services.open(folder / NAME) as services:
        services.pc.keep(second="first", retention="7")


def settings(folder, acknowledge):
    with Services.open(folder / NAME) as services:
        again(lambda: services.pc.keep(second="second"))
        acknowledge(1)


def judge_settings(folder, run):
    losses = []
    opened(folder, losses)
    kept = load_settings(folder / NAME)
    if kept.damaged or kept.retention != "7" or kept.second not in ({"second"} if run.last else {"first", "second"}):
        losses.append(f"settings {kept} after {run.last} acknowledged")
    return losses


# -- forgetting a person who left


def with_leaver(folder):
    sample(folder)
    with Services.open(folder / NAME) as services:
        row, _ = services.register.save_person(PersonRecord(0, "นาง", SECRET, "ทดสอบ"))
        services.register.retire(row, date(2010, 9, 30), "ลาออก")


def forget(folder, acknowledge):
    with Services.open(folder / NAME) as services:
        (leaver,) = services.privacy.leavers()
        again(lambda: services.privacy.anonymise((leaver.id,)))
        acknowledge(1)


def judge_forget(folder, run):
    losses = []
    unsound(folder, losses)
    named = opened(folder, losses, lambda services: [one.name for one in services.privacy.leavers()])
    if named is not None and len(named) > 1 - bool(run.last):
        losses.append(f"named {named} after {run.last} acknowledged")
    if run.last and SECRET.encode() in (folder / NAME).read_bytes():
        losses.append("the name still stands in the file")
    return losses


# -- encrypting the office


def encrypt(folder, acknowledge):
    with Services.open(folder / NAME) as services:
        services.encryption.turn_on(CODE, PASSWORD)
        acknowledge(1)


@contextmanager
def next_start(folder, secret=CODE):
    """With the digits or the password, where the file asks for them."""
    IN_USE.key = None
    try:
        if not begins_plain(folder / NAME):
            unlock(folder / NAME, secret)
        yield
    finally:
        IN_USE.key = None


def judge_encrypt(folder, run):
    losses = []
    with next_start(folder):
        if opened(folder, losses, lambda services: services.database.counts()["staff"]) not in (51, None):
            losses.append("people lost")
        if IN_USE.key is not None:
            unsound(folder, losses)
    if run.last and begins_plain(folder / NAME):
        losses.append("not encrypted")
    return losses


# -- a new password of an encrypted office

NEW_PASSWORD = "รหัสใหม่ยาวพอ"


def encrypted(folder):
    sample(folder)
    with next_start(folder):
        encrypt(folder, lambda _: None)


def password(folder, acknowledge):
    with next_start(folder), Services.open(folder / NAME) as services:
        again(lambda: services.encryption.change_password(PASSWORD, NEW_PASSWORD))
        acknowledge(1)


def judge_password(folder, run):
    losses = []
    with next_start(folder):  # by the sheet, whatever happens
        opened(folder, losses)
    opening = []
    for secret in (PASSWORD, NEW_PASSWORD):
        with suppress(UserError), next_start(folder, secret):
            opening.append(secret)
    if opening not in ([[NEW_PASSWORD]] if run.last else [[PASSWORD], [NEW_PASSWORD]]):
        losses.append(f"opened by {opening} after {run.last} acknowledged")
    return losses


# -- an office begun from the backup of an encrypted one, where the key file of another lies

OLD_KEY = b"the key file of another office"


def with_backup_of_encrypted(folder):
    old = folder / "old"
    old.mkdir()
    sample(old)
    with next_start(old):
        encrypt(old, lambda _: None)
        with Services.open(old / NAME) as services:
            services.backup.make()
    key_path(folder / NAME).write_bytes(OLD_KEY)


def source(folder):
    return Source(max(folder_of(folder / "old" / NAME).glob("*.db")), key=PASSWORD)


def begin(folder, acknowledge):
    with Services.create_from_backup(folder / NAME, source(folder)) as services:
        acknowledge(1)
        add(services, "คนแรก")
        acknowledge(2)


def judge_begin(folder, run):
    losses = []
    if OLD_KEY not in [one.read_bytes() for one in key_files_of(folder / NAME)]:
        losses.append("the key file of the other office is gone")
    if not (folder / NAME).exists():
        if run.last:
            losses.append("the office that was begun is not there")
        IN_USE.key = None
        begin(folder, lambda _: None)  # it can still be
    for secret in (PASSWORD, CODE):
        with next_start(folder, secret):
            there = opened(folder, losses, names)
            if there is not None and there not in (([], ["คนแรก"]) if run.last < 2 else (["คนแรก"],)):
                losses.append(f"people {there} after {run.last} acknowledged")
    return losses


MORE = (
    Operation("draft", sample, draft, judge_draft),
    Operation("settings", with_settings, settings, judge_settings),
    Operation("forget", with_leaver, forget, judge_forget),
    Operation("encrypt", sample, encrypt, judge_encrypt),
    Operation("password", encrypted, password, judge_password),
    Operation("begin", with_backup_of_encrypted, begin, judge_begin),
)
