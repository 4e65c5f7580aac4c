"""Whatever is typed into a dialog is stored or refused in Thai: no bug is told, nothing is stored by going away."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
)
from shiboken6 import isValid

from hrdesk.ui.kit import messages
from hrdesk.ui.kit.typed_values import fields_of
from ui.every_dialog import opened
from ui.window_support import settle

if TYPE_CHECKING:
    from collections.abc import Sequence

HOSTILE = (
    '=HYPERLINK("http://x","๑")',
    "ก\u0e48\u0e48\u0e48\x00\x1b[31m\u202e\ufeff\u200d🙂\ud83d\ufffe\t'\";--",
    "-99999999999999999999.999",
    "31/2/2567",
    "นายกเทศมนตรีตำบลหนองป่าครั่ง " * 200,
)


@pytest.fixture
def window(open_window):
    return open_window("furnished")


@pytest.fixture
def bugs(monkeypatch) -> list[str]:
    """What would have been told as a bug; every question is answered by its last button, which gives up."""
    found: list[str] = []
    monkeypatch.setattr(messages, "show_bug", lambda _parent, error: found.append(f"{type(error).__name__}: {error}"))
    monkeypatch.setattr(QDialog, "exec", lambda dialog: dialog.open())
    monkeypatch.setattr(QMessageBox, "exec", lambda box: box.buttons()[-1].click())
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    return found


def type_everywhere(dialog: QDialog, texts: Sequence[str], begin: int = 0) -> None:
    """One after the other into the fields, beginning with that one."""
    for number, field in enumerate(fields_of(dialog).values(), begin):
        text = texts[number % len(texts)]
        edit = field.lineEdit() if isinstance(field, QComboBox) and field.isEditable() else field
        if isinstance(edit, QLineEdit) and edit.isEnabled() and not edit.isReadOnly():
            edit.selectAll()
            edit.insert(text)
            edit.textEdited.emit(edit.text())
            edit.editingFinished.emit()
        elif isinstance(edit, QPlainTextEdit) and edit.isEnabled():
            edit.setPlainText(text)


def say_yes(dialog: QDialog) -> None:
    for button in dialog.findChildren(QPushButton):
        if button.isDefault() and button.isEnabled():
            button.click()
            return


def content(window) -> dict[str, list[tuple[object, ...]]]:
    """Every row of the office; what the program notes of its own use is left out."""
    with sqlite3.connect(window.desk.services.database.path) as connection:
        tables = [name for (name,) in connection.execute("select name from sqlite_master where type='table'")]
        return {
            name: connection.execute(f'select * from "{name}"').fetchall()
            for name in tables
            if not name.startswith(("audit", "draft", "sqlite_", "wizard_draft"))
        }


@pytest.mark.parametrize("texts", [("",), HOSTILE], ids=["nothing", "hostile"])
def test_nothing_typed_is_a_bug(window, bugs, texts: Sequence[str]) -> None:
    told: dict[str, list[str]] = {}
    for number, (known, dialog) in enumerate(opened(window)):
        before = len(bugs)
        type_everywhere(dialog, texts, number)
        say_yes(dialog)
        settle(window)
        if wrong := bugs[before:]:
            told[known.name] = wrong
    assert told == {}
    with sqlite3.connect(window.desk.services.database.path) as connection:
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert connection.execute("pragma foreign_key_check").fetchall() == []


def kept_forms(window) -> list[tuple[object, ...]]:
    with sqlite3.connect(window.desk.services.database.path) as connection:
        return connection.execute("select title from form_draft").fetchall()


def test_escape_stores_nothing(window, bugs, monkeypatch) -> None:
    """Nor does a form stay kept, though the keeper came round while it was filled in."""
    monkeypatch.setattr(QMessageBox, "exec", lambda box: box.buttons()[0].click())  # to close and lose it: yes
    changed, stayed = [], []
    for known, dialog in opened(window):
        before = content(window)
        type_everywhere(dialog, ("พิมพ์แล้วเลิก",))
        window.draft_keeper.save()
        for _ in range(3):  # a list of suggestions may be closed first, a question be answered
            if (shown := QApplication.activeModalWidget()) is not None:
                QTest.keyClick(shown, Qt.Key.Key_Escape)
                QCoreApplication.processEvents()
        settle(window)
        after = content(window)
        after.pop("form_draft")  # the keeper may have come round before, for the dialog below: looked at when all are closed
        changed += [f"{known.name}: {table}" for table in after if after[table] != before.get(table)]
        stayed += [known.name] * (isValid(dialog) and dialog.isVisible())
    assert changed == []
    assert stayed == ["guide", "lock-screen"]  # the one is no dialog to answer, the other lets nobody by
    assert kept_forms(window) == []
    assert bugs == []
