"""Every sentence in the window's sources, shown by a test or not: Thai, but for names of products and files."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import hrdesk
from ui.test_thai_only import english_of

UI = Path(hrdesk.__file__).parent / "ui"
THAI = re.compile("[\u0e01-\u0e5b]")
ALLOWED = {
    "pictures.py": {"PNG", "JPEG", "bmp", "gif", "jpeg", "webp"},  # kinds of files
    "import_wizard.py": {"xlsm", "html", "htm"},
    "about_dialog.py": {"MIT", "LGPL", "Qt", "Python", "for"},  # licences, “Qt for Python”
}


def sentences(text: str) -> Iterator[str]:
    """Texts with a Thai letter; what is filled in stands as dots. Docstrings are for developers."""
    tree = ast.parse(text)
    bodies = (node.body for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef))
    passed = {id(body[0].value) for body in bodies if body and isinstance(body[0], ast.Expr)}
    joined = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    passed |= {id(part) for node in joined for part in ast.walk(node) if part is not node}
    for node in ast.walk(tree):
        said = ""
        if isinstance(node, ast.JoinedStr):
            said = "".join(str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed:
            said = node.value
        if THAI.search(said):
            yield said


def english_in(path: Path) -> list[str]:
    allowed = ALLOWED.get(path.name, set())
    found = english_of(sentences(path.read_text(encoding="utf-8")))
    return sorted(one for one in found if one.partition(" ")[0] not in allowed)


@pytest.mark.parametrize("room", sorted(path.name for path in UI.iterdir() if path.is_dir() and path.name != "__pycache__"))
def test_no_sentence_of_a_room_has_an_english_word(room: str) -> None:
    assert {path.name: found for path in sorted((UI / room).rglob("*.py")) if (found := english_in(path))} == {}


def test_sentences_are_found_wherever_they_stand() -> None:
    text = 'def f(n):\n    """Thai ไทย in a docstring."""\n    ask(f"ลบ {n} file แล้ว", "เลือก item", "key", {"a": "กด OK"})\n'
    assert sorted(sentences(text)) == ["กด OK", "ลบ … file แล้ว", "เลือก item"]
    assert {one.partition(" ")[0] for one in english_of(sentences(text))} == {"file", "item", "OK"}


def test_what_is_allowed_is_there() -> None:
    """A name that no sentence has any more goes from the list."""
    for name, words in ALLOWED.items():
        (path,) = UI.rglob(name)
        said = " ".join(sentences(path.read_text(encoding="utf-8")))
        assert {word for word in words if not re.search(rf"\b{word}\b", said)} == set(), name
