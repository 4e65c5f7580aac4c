"""The floors hold: who may import whom, and which library belongs to which floor."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "hrdesk"
BELOW = {
    "thai": set(),
    "domain": {"thai"},
    "models": {"domain", "thai"},
    "reports": {"domain", "thai"},
    "services": {"models", "reports", "domain", "thai"},
    "ui": {"services", "reports", "domain", "thai"},
}
EVERYWHERE = {"errors", "lazy_dataclass", "collecting", "config", "progress", "written", "__version__"}  # of ours these import the first two alone
LIBRARIES = {  # library -> the floors that may import it
    "PySide6": {"ui", "app", "reports"},  # reports: see CHARTS
    "sqlalchemy": {"models", "services"},
    "sqlite3": {"models"},
    "alembic": {"models"},
    "reportlab": {"reports"},
    "uharfbuzz": {"reports"},
    "openpyxl": {"reports"},
    "xlsxwriter": {"reports"},
    "docx": {"reports"},
    "python_calamine": {"services"},
    "pyzipper": {"models"},
    "msoffcrypto": {"services"},
    "argon2": {"services", "models"},
    "sqlcipher3": {"models"},
    "Cryptodome": {"models"},
}
CHARTS = "reports/raster.py"  # the one report that asks Qt, for its reader of PDF, and only when a chart goes to Word
FILES = sorted(SOURCE.rglob("*.py"))


def floor(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """Every absolute module named by an import, `from a import b` as both `a` and `a.b`."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import on line {node.lineno}"
            found.update({node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)})
    return found


def test_there_is_something_to_hold() -> None:
    assert {floor(path) for path in FILES} >= set(BELOW)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_floors_import_only_what_lies_below(path: Path) -> None:
    here = floor(path)
    for module in imports(path):
        top, *rest = module.split(".")
        if top == "hrdesk" and rest and here in BELOW:
            assert rest[0] in BELOW[here] | EVERYWHERE | {here}, f"{here} imports {module}"
        if top == "hrdesk" and rest and here in EVERYWHERE and rest[0] not in ("errors", "lazy_dataclass"):
            pytest.fail(f"{here} is importable by all and imports nothing of ours: {module}")
        if top in LIBRARIES:
            assert here in LIBRARIES[top], f"{here} imports {module}"


def test_no_report_but_a_chart_for_word_asks_qt() -> None:
    asking = {path for path in FILES if floor(path) == "reports" and any("PySide6" in module for module in imports(path))}
    assert {path.relative_to(SOURCE).as_posix() for path in asking} == {CHARTS}


def test_rooms_of_the_window_form_no_circle() -> None:
    """`kit` knows no other room, `window` is known by none, and between two others the imports run one way."""
    ties: set[tuple[str, str]] = set()
    for path in (SOURCE / "ui").rglob("*.py"):
        room = path.relative_to(SOURCE / "ui").parts[0]
        reached = {module.split(".")[2] for module in imports(path) if module.startswith("hrdesk.ui.")}
        ties |= {(room, other) for other in reached - {room}}
    assert not [(room, other) for room, other in ties if room == "kit" or other == "window"]
    assert not [(room, other) for room, other in ties if (other, room) in ties]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_files_stay_small_enough_to_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
    assert path.stem not in {"utils", "util", "helpers", "manager", "misc", "common"}


def test_no_two_test_files_share_a_name() -> None:
    names = [path.name for path in Path(__file__).parent.rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))  # pytest imports them by name
