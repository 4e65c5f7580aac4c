"""Whose work hrdesk carries, and under which terms: every library with its licence, as its own package states it.

A frozen program has no packages any more; its build writes what it found into `resources/licences/notices.json`.
"""

from __future__ import annotations

import json
import os
import platform
import re
import sys
from dataclasses import asdict
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from hrdesk.config import resource_path
from hrdesk.lazy_dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Notice", "notices", "notices_json"]

OURS = "hrdesk"
QT = ("pyside6", "pyside6-essentials", "pyside6-addons", "shiboken6")
CIPHER = "sqlcipher3"  # not needed, but a build takes it along where it is installed
OF_A_BUILD = ("pyinstaller", CIPHER)  # a part of the first starts every frozen program
_UNSTATED = {CIPHER: "Zlib"}  # its package brings the text and does not name it
_LICENCE_FILE = re.compile(r"\.dist-info/(licenses/.*|[^/]*(LICEN[CS]E|COPYING|NOTICE)[^/]*)$", re.IGNORECASE)
_REQUIREMENT = re.compile(r"^([A-Za-z0-9._-]+)")


@dataclass(frozen=True, slots=True)
class Notice:
    """One library. `licence` is an SPDX expression where the package gives one, else its own words."""

    name: str
    version: str
    licence: str
    url: str
    text: str


def notices() -> tuple[Notice, ...]:
    """Python first, then by name. In a source tree they are those of the installed packages, in a bundle those of its build."""
    written = resource_path("licences", "notices.json")
    if written.exists():
        return tuple(Notice(**entry) for entry in json.loads(written.read_text(encoding="utf-8")))
    packages = sorted({*_needed(OURS), *(name for name in OF_A_BUILD if _installed(name))})
    ciphers = (_cipher_engine(),) if CIPHER in packages else ()
    return (_python(), *(_notice(name) for name in packages), *ciphers, _places())


def notices_json() -> str:
    """What a build keeps for its bundle."""
    return json.dumps([asdict(notice) for notice in notices()], ensure_ascii=False, indent=1)


def _needed(name: str, seen: set[str] | None = None) -> set[str]:
    """The distributions that `name` needs to run, with theirs in turn; those not installed here are not in a build."""
    seen = set() if seen is None else seen
    for requirement in metadata.requires(name) or ():
        if "extra ==" in requirement:
            continue
        needed = _canonical(requirement)
        if needed in seen or not _installed(needed):
            continue
        seen.add(needed)
        _needed(needed, seen)
    return seen


def _canonical(requirement: str) -> str:
    found = _REQUIREMENT.match(requirement)
    return re.sub(r"[-_.]+", "-", found[1]).lower() if found else ""


def _installed(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _python() -> Notice:
    """Its licence text lies beside its library, on Windows in the folder above."""
    library = Path(os.__file__).parent
    places = [folder / "LICENSE.txt" for folder in (library, library.parent, Path(sys.base_prefix))]
    text = next((path.read_text(encoding="utf-8") for path in places if path.exists()), "")
    return Notice("Python", platform.python_version(), "PSF-2.0", "https://www.python.org/", text.strip())


def _places() -> Notice:
    """The list of districts and sub-districts; its terms ask that it is named."""
    text = resource_path("reference", "places-notice.txt").read_text(encoding="utf-8").strip()
    return Notice("geothai", "3.2.1", "CC-BY-4.0 AND MIT", "https://github.com/GeoThai/data", text)


def _cipher_engine() -> Notice:
    """What lies inside the package: its terms ask for their text wherever the program goes."""
    text = resource_path("licences", "sqlcipher.txt").read_text(encoding="utf-8").strip()
    return Notice("SQLCipher", "4", "BSD-3-Clause", "https://github.com/sqlcipher/sqlcipher", text)


def _notice(name: str) -> Notice:
    package = metadata.distribution(name)
    about = package.metadata
    stated = (about["License"] or "").split("\n")[0].split(" (")[0]
    licence = about["License-Expression"] or stated or _classified(package) or _UNSTATED.get(name, "")
    text = _lesser_general_public() if name in QT else "\n\n".join(_texts(package))
    return Notice(about["Name"], package.version, licence, _home(package), text)


def _classified(package: metadata.Distribution) -> str:
    found = package.metadata.get_all("Classifier") or ()
    return ", ".join(one.rsplit(" :: ", 1)[-1] for one in found if one.startswith("License ::"))


def _home(package: metadata.Distribution) -> str:
    """Where its source is offered: the repository if it is named, else the home page."""
    named = dict(
        line.split(", ", 1) for line in package.metadata.get_all("Project-URL") or () if ", " in line
    )
    folded = {label.lower(): address for label, address in named.items()}
    for label in ("repository", "source", "source code", "homepage", "home"):
        if label in folded:
            return str(folded[label])
    return str(package.metadata["Home-page"] or "")


def _texts(package: metadata.Distribution) -> Iterator[str]:
    for path in package.files or ():
        if _LICENCE_FILE.search(path.as_posix()):
            yield Path(path.locate()).read_bytes().decode("utf-8", errors="replace").strip()


def _lesser_general_public() -> str:
    """Qt's packages name this licence; on Windows they bring the text of another offer of theirs, the bought one."""
    names = ("LGPL-3.0.txt", "GPL-3.0.txt")
    return "\n\n".join(resource_path("licences", name).read_text(encoding="utf-8") for name in names)
