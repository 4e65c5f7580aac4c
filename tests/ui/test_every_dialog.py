"""Every dialog there is: in the list, named for a screen reader, whole in a small window and when zoomed, in Thai."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QPushButton

import hrdesk.ui
from hrdesk.ui.kit.editors import EntryDialog, Form
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.theme import Theme
from hrdesk.ui.kit.widgets import WrapLabel
from ui.every_dialog import DIALOGS, opened
from ui.test_audit import SMALL, cut
from ui.test_thai_only import english_of, thai_buttons, words
from ui.test_window import nameless

__all__ = ["thai_buttons"]  # Qt's own words, as the program starts
FRAMES = {"EntryDialog", "RecordDialog", "TypedDialog", "ItemDialog", "StepWizard", "EditReview", "ReaderDialog"}  # what dialogs are made of
READ_ONLY = {"GuideWindow"}  # nothing to say yes to
NOTHING_TYPED = {"GuideWindow", "AboutDialog"}
QUOTED = {"AboutDialog", "RolesDialog"}  # libraries by their own names, the official framework in its own words
QUOTED_CELLS = {"MappingDialog", "CorrectionsDialog"}  # the framework's words again, in tables


@pytest.fixture
def window(open_window):
    return open_window("furnished")


def test_every_dialog_of_the_program_is_in_the_list() -> None:
    for module in pkgutil.walk_packages(hrdesk.ui.__path__, "hrdesk.ui."):
        import_module(module.name)
    found, todo = set(), [QDialog]
    while todo:
        todo.extend(todo.pop().__subclasses__())
        found |= {(one.__module__.split(".")[2], one.__name__) for one in todo if one.__module__.startswith("hrdesk.ui.")}
    assert {one for one in found if one[1] not in FRAMES} == {(known.room, known.kind) for known in DIALOGS}
    assert len({known.name for known in DIALOGS}) == len(DIALOGS)


def faults(dialog: QDialog) -> list[str]:
    """What an officer with a small screen, a screen reader or no English would stumble over."""
    found = [f"no name: {one}" for one in nameless(dialog)]
    if type(dialog).__name__ not in QUOTED:
        shown = words(dialog, cells=type(dialog).__name__ not in QUOTED_CELLS)
        found += [f"English: {one[:120]}" for one in english_of(shown)]
    labels = dialog.findChildren(QLabel)
    found += [f"wraps by Qt alone: {one.text()}" for one in labels if isinstance(one, WrapLabel) != one.wordWrap()]
    defaults = [one for one in dialog.findChildren(QPushButton) if one.isDefault()]
    if len(defaults) != 1 and type(dialog).__name__ not in READ_ONLY:
        found.append(f"{len(defaults)} default buttons")
    form = dialog.findChild(Form)
    if isinstance(dialog, RecordDialog) and form is not None and form._fields and dialog.focusWidget() is dialog.save_button:
        found.append("the keyboard is on the button that saves, not in the first field")
    if not dialog.windowTitle():
        found.append("no title")
    if not isinstance(dialog, EntryDialog) and type(dialog).__name__ not in NOTHING_TYPED:
        found.append("Enter does not go from field to field")
    return found


def tight(dialog: QDialog, width: int, height: int) -> list[str]:
    """What has too little room on such a screen."""
    least = dialog.minimumSizeHint()
    found = [f"needs {least.width()}×{least.height()}"] if least.width() > width or least.height() > height else []
    return found + cut(dialog) + [f"rows overlap: {one.accessibleName()}" for one in dialog.findChildren(QListWidget) if overlapping(one)]


def overlapping(shown: QListWidget) -> bool:
    """Lines of a list that lie on each other: laid out before their style was there."""
    rows = [shown.visualItemRect(shown.item(row)) for row in range(shown.count()) if not shown.item(row).isHidden()]
    return shown.isVisible() and any(one.bottom() >= other.top() for one, other in pairwise(rows))


@pytest.mark.parametrize("zoom", [1, 2])
def test_every_dialog_is_named_in_thai_and_whole(window, zoom: int) -> None:
    """On the smallest screen; at 200 % on one twice as large what has a size of its own must follow."""
    size = (SMALL[0] * zoom, SMALL[1] * zoom)
    window.resize(*size)
    window.set_theme(Theme(zoom=float(zoom)))
    judged = ((known, [*(faults(dialog) if zoom == 1 else ()), *tight(dialog, *size)]) for known, dialog in opened(window))
    wrong = {known.name: found for known, found in judged if found}
    assert not wrong, "\n".join(f"{name}: {one}" for name, found in wrong.items() for one in found)
