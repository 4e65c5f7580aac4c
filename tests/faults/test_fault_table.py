"""docs/faults.md names every fault of the storage contract, and tests that exist."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINE = re.compile(r"^\| ([^|]+) \| `(tests/[^`:]+)::(\w+)` \|$", re.MULTILINE)
# The list of faults that the storage was designed against, in its own words.
FAULTS = (
    "kill -9 in save, import, export, migration, backup, restore",
    "power cut after “saved”",
    "disk full",
    "read-only folder",
    "read-only window",
    "second instance",
    "locked by another tool",
    "a commit that ended half way, encrypted or not",
    "corrupt file",
    "truncated file",
    "0-byte file",
    "foreign file",
    "a backup offered for what does not open",
    "older schema",
    "newer schema",
    "clock wrong",
    "backups under a wrong clock",
    "Thai, space and `#%?` in paths",
    "long paths",
    "network share, USB stick, cloud folder",
    "exception in a slot",
    "typed, not saved, and the power fails",
    "a dialog's table, not saved, and the power fails",
    "backup folder missing",
    "backup with flipped bits",
    "export open in a viewer",
    "export to a full disk",
    "list: malformed",
    "list: password-protected",
    "list: .xls",
    "list: HTML named .xls",
    "list: cp874 CSV",
    "list: zip bomb",
    "list: ghost rows",
    "list: wrong columns",
    "list: merged and two-line headers",
    "list: BE, CE and two-digit years",
    "list: Thai digits, IDs however typed",
    "list: ํา for ำ",
    "list: IDs as numbers, lost zeros",
    "list: duplicate IDs",
    "list: wrong checksum",
    "export: = + - @ stays text",
)


def table() -> dict[str, tuple[str, str]]:
    found = LINE.findall((ROOT / "docs/faults.md").read_text(encoding="utf-8"))
    return {fault: (file, name) for fault, file, name in found}


def test_every_fault_has_its_line_and_no_line_is_of_another() -> None:
    assert tuple(table()) == FAULTS


@pytest.mark.parametrize("fault", FAULTS)
def test_the_test_of_a_fault_exists_and_asserts_something(fault: str) -> None:
    file, name = table()[fault]
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    found = [one for one in tree.body if isinstance(one, ast.FunctionDef) and one.name == name]
    assert len(found) == 1, f"{file} has no {name}"
    asked = [one for one in ast.walk(found[0]) if isinstance(one, ast.Assert | ast.With)]
    assert asked, f"{name} asks nothing"
