"""The scripts that take the pictures of the documents work: a page with its dialog, the first window, two sheets."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).parent.parent
SCRIPTS = ROOT / "docs/screens"
TAKE = """
import take
take.main(Path(sys.argv[1]), {"courses", "course", "first-run", "reports"}, ("dark-small",))
"""
DIALOGS = """
import dialogs
from ui.every_dialog import OTHERS, PEOPLE
dialogs.main(Path(sys.argv[1]), ("light",), (PEOPLE[0], *(one for one in OTHERS if one.name == "course")))
"""


def run(script: str, target: Path) -> dict[str, Image.Image]:
    """The pictures that it wrote, by name."""
    start = f"import sys\nfrom pathlib import Path\nsys.path.insert(0, {str(SCRIPTS)!r})\n"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", start + script, str(target)], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return {path.stem: Image.open(path) for path in target.iterdir()}


def colours(picture: Image.Image) -> int:
    return len(picture.convert("RGB").getcolors(1 << 24))


def test_pages_and_their_dialogs_are_taken_in_a_look(tmp_path):
    found = run(TAKE, tmp_path / "pages")
    names = ("courses", "course", "dialog-course", "first-run", "reports")
    assert set(found) == {f"{name}-dark-small" for name in names}
    assert found["courses-dark-small"].size == (911, 512)
    assert all(colours(one) > 16 for one in found.values())
    grey = found["reports-dark-small"].convert("L")
    paper = grey.crop(grey.point(lambda level: 255 * (level > 252)).getbbox())
    assert sum(paper.histogram()[:200]) > 1000, "the paper was drawn, not taken white"


def test_dialogs_are_laid_on_sheets_by_their_room(tmp_path):
    found = run(DIALOGS, tmp_path / "sheets")
    assert set(found) == {"dialogs-people-light", "dialogs-courses-light"}
    assert all(one.width == 1900 and one.height > 200 and 16 < colours(one) <= 256 for one in found.values())


def test_every_picture_that_is_kept_is_one_that_a_script_takes():
    """So that none of a page that is gone stays behind."""
    sys.path.insert(0, str(SCRIPTS))
    take = pytest.importorskip("take")
    sys.path.remove(str(SCRIPTS))
    pages = {f"{name}-{look}" for name, looks in take.SHOWN.items() for look in looks}
    rooms = {path.name for path in (ROOT / "src/hrdesk/ui").iterdir() if path.is_dir()} | {"plan-more"}
    sheets = {f"dialogs-{room}-{look}" for room in rooms for look in take.LOOKS}
    kept = {path.stem for path in SCRIPTS.glob("*.png")}
    assert pages <= kept <= pages | sheets
    assert {re.sub(r"-(light|dark|small|dark-small)$", "", name) for name in kept - pages} >= {"dialogs-plan", "dialogs-people"}
    assert {path.stem for path in (ROOT / "docs/guide/pictures").iterdir()} == set(take.GUIDE)
