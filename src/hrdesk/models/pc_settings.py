"""What this PC keeps about one database, in a file beside it: it must be readable before the database is open."""

from __future__ import annotations

import json
from dataclasses import asdict, field, fields
from typing import TYPE_CHECKING, Any

from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.models import faults
from hrdesk.models.files import replace_file
from hrdesk.models.profile_secret import Protector, kept_form, of_this_system, read_form

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class PcSettings:
    """Everything has a default; what cannot be read counts as not set, and `damaged` says so."""

    second: str = ""  # folder for the second copy of every backup
    passphrase: str = ""  # of those copies; empty: they are not encrypted
    drilled_at: str = ""  # ISO moment of the last restore drill that went well
    accepted_place: str = ""  # the kind of risky place the officer agreed to
    retention: str = ""  # years that data of leavers are kept; empty: as the program proposes
    lock: dict[str, Any] = field(default_factory=dict)  # see services.lock
    damaged: bool = False


def settings_path(database: Path) -> Path:
    return database.with_name(database.name + ".settings.json")


def load_settings(database: Path, protector: Protector | None = None) -> PcSettings:
    """Copies whose passphrase this account cannot read are not made at all, rather than made without it."""
    path = settings_path(database)
    try:
        values = json.loads(path.read_bytes().decode("utf-8"))
        kinds = {one.name: dict if one.name == "lock" else str for one in fields(PcSettings)}
        known: dict[str, Any] = {name: value for name, value in values.items() if type(value) is kinds.get(name)}
        found = PcSettings(**known, damaged=len(known) < len(values))
        return _opened(found, protector) if found.passphrase else found
    except FileNotFoundError:
        return PcSettings()
    except (OSError, ValueError, AttributeError, RecursionError):
        return PcSettings(damaged=True)


def _opened(found: PcSettings, protector: Protector | None) -> PcSettings:
    try:
        return replace(found, passphrase=read_form(found.passphrase, protector or of_this_system()))
    except ValueError:
        return replace(found, second="", passphrase="", damaged=True)


def save_settings(database: Path, settings: PcSettings, protector: Protector | None = None) -> None:
    """To the disk before it returns. Raises UserError with the old settings kept."""
    path = settings_path(database)
    part = path.with_name(path.name + ".part")
    values = {name: value for name, value in asdict(settings).items() if name != "damaged"}
    try:
        values["passphrase"] = kept_form(settings.passphrase, protector or of_this_system())
        part.touch(mode=0o600)
        part.write_text(json.dumps(values, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        replace_file(part, path)
    except OSError as error:
        raise faults.of_system(path, error) from error
    finally:
        part.unlink(missing_ok=True)
