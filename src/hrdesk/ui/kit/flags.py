"""What the first page needs of Qt's flags, by their numbers, which properties and `drawText` take as well.

To touch `Qt` itself makes Python enums of its hundred lists: an eighth of a bare window's start. So nothing that the first
page is made of imports it; whatever comes after the first paint names its flags by it, as usual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

MIDDLE_RIGHT = 0x82  # alignment
CENTRE = 0x84  # both ways
TOP_CENTRE = 0x24
MIDDLE = 0x80
WRAP = 0x1000  # text flags
DONT_CLIP = 0x200
PLAIN_TEXT = 0
NEVER_SCROLLS = 1
TEXT_BESIDE_ICON = 2
NO_FOCUS, STRONG_FOCUS = 0, 11
USER_ROLE, ACCESSIBLE_TEXT_ROLE = 256, 11


def put(one: QObject, **flags: int) -> None:
    """Set properties of Qt's own: `put(label, alignment=CENTRE)`."""
    for name, number in flags.items():
        if not one.setProperty(name, number):  # a property of that name is not there: a dynamic one would do nothing
            msg = f"{type(one).__name__} has no property {name}"
            raise AttributeError(msg)
