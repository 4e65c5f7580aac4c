"""What is typed into a form, by the accessible names of its fields, and how it is put back."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

log = logging.getLogger("hrdesk")
YES, NO = "1", "0"
TABLE = "table "


class Drafted(Protocol):
    """A table, a list of ticks or a whole dialog that tells what it holds as text.

    Where the accessible name is not what it holds, `draft_name` says that.
    """

    def accessibleName(self) -> str: ...

    def draft_text(self) -> str: ...

    def take_draft(self, text: str) -> None:
        """ValueError when the text is not of today's shape; nothing has changed then."""


def drafted(widget: QWidget) -> Drafted | None:
    return cast("Drafted", widget) if hasattr(widget, "draft_text") and hasattr(widget, "take_draft") else None


def fields_of(form: QWidget) -> dict[str, QWidget]:
    """The fields that hold what is typed, in their order; passwords and search fields are none of them.

    Tables come last: what is put back into a field may fill them. They speak for the fields within them, and are told
    apart by name: Qt's order of children changes with the tabs that are looked at.
    """
    found: dict[str, QWidget] = {}
    tables = [one for one in form.findChildren(QWidget) if drafted(one)]
    for kind in (QLineEdit, QComboBox, QPlainTextEdit, QSpinBox, QCheckBox, QRadioButton):
        for widget in form.findChildren(kind):
            inner = isinstance(widget, QLineEdit) and isinstance(widget.parent(), QComboBox | QSpinBox)
            hidden = isinstance(widget, QLineEdit) and widget.echoMode() != QLineEdit.EchoMode.Normal
            name = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
            if name and not inner and not hidden and not any(table.isAncestorOf(widget) for table in tables):
                _put(found, name, widget)
    for table in (*tables, *([form] if drafted(form) else ())):
        _put(found, f"{TABLE}{getattr(table, 'draft_name', '') or table.accessibleName()}", table)
    return found


def _put(found: dict[str, QWidget], name: str, widget: QWidget) -> None:
    number = sum(other.partition("#")[0] == name for other in found)
    found[f"{name}#{number + 1}" if number else name] = widget


def typed_values(form: QWidget) -> dict[str, str]:
    return {name: _read(widget) for name, widget in fields_of(form).items()}


def put_back(form: QWidget, values: Mapping[str, str]) -> int:
    """Fill the fields that are still there, as if they were typed; returns how many changed."""
    changed = 0
    for name, widget in fields_of(form).items():
        if name in values and _read(widget) != values[name]:
            _write(widget, values[name])
            changed += 1
    return changed


def named(form: QWidget, values: Mapping[str, str]) -> list[str]:
    """What `put_back` would change, in the officer's words and in the order of the form; tables come last."""
    found = [_said(name, one) for name, one in fields_of(form).items() if name in values and _read(one) != values[name]]
    return list(dict.fromkeys(found))


def _said(name: str, widget: QWidget) -> str:
    if not name.startswith(TABLE):
        return name.partition("#")[0]
    return str(getattr(widget, "draft_name", "") or widget.accessibleName())


def _read(widget: QWidget) -> str:
    if (table := drafted(widget)) is not None:
        return table.draft_text()
    if isinstance(widget, QLineEdit):
        return widget.text()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QSpinBox):
        return str(widget.value())
    return YES if isinstance(widget, QAbstractButton) and widget.isChecked() else NO


def _write(widget: QWidget, text: str) -> None:
    if (table := drafted(widget)) is None:
        _write_field(widget, text)
        return
    try:
        table.take_draft(text)
    except (ValueError, TypeError, KeyError) as error:  # of another version; what stands there stays
        log.warning("drafts: %s: %s", table.accessibleName(), error)


def _write_field(widget: QWidget, text: str) -> None:
    if isinstance(widget, QLineEdit):
        widget.setText(text)
        widget.textEdited.emit(text)
        widget.editingFinished.emit()
    elif isinstance(widget, QComboBox):
        index = widget.findText(text)
        if index >= 0:
            widget.setCurrentIndex(index)
            widget.activated.emit(index)
        elif widget.isEditable():
            widget.setEditText(text)
    elif isinstance(widget, QPlainTextEdit):
        widget.setPlainText(text)
    elif isinstance(widget, QSpinBox):
        if text.removeprefix("-").isdecimal():
            widget.setValue(int(text))
    elif isinstance(widget, QAbstractButton):
        widget.setChecked(text == YES)
