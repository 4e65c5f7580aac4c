from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QFile, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from hrdesk.app import keep_look
from hrdesk.config import resource_path
from hrdesk.ui.kit.theme import COLORS, HIGH, PAIRS, Theme, contrast
from hrdesk.ui.window.pages import PAGES


def test_contrast_knows_the_ends() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#76838F", "#76838F") == pytest.approx(1)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("pair", PAIRS, ids=" on ".join)
def test_text_is_readable(pair: tuple[str, str], dark: bool) -> None:
    text, back = (COLORS[role][dark] for role in pair)
    assert contrast(text, back) >= 4.5


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("pair", PAIRS, ids=" on ".join)
def test_high_contrast_is_higher(pair: tuple[str, str], dark: bool) -> None:
    high, plain = Theme(dark, high=True), Theme(dark)
    assert contrast(*(high[role] for role in pair)) >= max(7, contrast(*(plain[role] for role in pair)) * 0.99)


def test_high_contrast_colours_everything_and_draws_every_edge() -> None:
    assert HIGH.keys() == COLORS.keys()
    for dark in (False, True):
        look = Theme(dark, high=True)
        assert contrast(look["border"], look["surface"]) == pytest.approx(21)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_edges_of_controls_are_visible(dark: bool) -> None:
    for back in ("surface", "canvas"):
        assert contrast(COLORS["control"][dark], COLORS[back][dark]) >= 3


def test_lines_hold_stacked_marks(theme: Theme) -> None:
    assert theme.line() == 28
    assert theme.row == 32


@pytest.mark.parametrize("zoom", [0.9, 1.5, 2.0])
def test_everything_follows_the_zoom(theme: Theme, zoom: float) -> None:
    larger = Theme(zoom=zoom)
    assert larger.row == pytest.approx(theme.row * zoom, rel=0.08)
    assert larger.space("l") == round(16 * zoom)
    assert larger.font("title").pointSizeF() == pytest.approx(16 * zoom)


def test_the_stylesheet_is_whole(theme: Theme) -> None:
    for look in (theme, Theme(dark=True, zoom=1.5), Theme(high=True)):
        sheet = look.stylesheet()
        assert not re.search(r"\{[a-z_0-9]+\}", sheet), "a token was not filled in"
        for name in re.findall(r"url\((look:[^)]+)\)", sheet):
            assert QFile.exists(name)


OF_WINDOWS = ("QAbstractItemView", "QMenu", "QMenuBar", "QMessageBox", "QStatusBar", "QTipLabel")  # what it has fonts for


@pytest.fixture
def as_windows_does(qapp):
    """Its font for each kind, and its colours: on Windows the first stylesheet brings them."""

    def dress() -> None:
        for kind in OF_WINDOWS:
            qapp.setFont(QFont("Laksaman", 8), kind)
            qapp.setPalette(QPalette(QColor("#010203")), kind)

    qapp.setPalette(QPalette())  # as before a first look
    yield dress
    qapp.setPalette(QPalette())
    Theme().apply(qapp)


def assert_all_is_ours(app: QApplication, look: Theme) -> None:
    for kind in OF_WINDOWS:
        assert app.font(kind) == app.font() == look.font(), kind
        assert app.palette(kind).color(QPalette.ColorRole.Window) == look.color("canvas"), kind
    table = QTableView()
    table.ensurePolished()
    assert (table.font().family(), table.font().pointSizeF()) == (look.font().family(), look.font().pointSizeF())


@pytest.mark.parametrize("look", [Theme(), Theme(dark=True, zoom=1.25)], ids=str)
def test_no_kind_of_widget_keeps_the_font_of_windows(qapp, monkeypatch, as_windows_does, look: Theme) -> None:
    really = qapp.setStyleSheet
    monkeypatch.setattr(qapp, "setStyleSheet", lambda sheet: (really(sheet), as_windows_does()))
    look.apply(qapp)
    assert_all_is_ours(qapp, look)


def test_nor_gets_it_back_when_windows_is_turned_dark(qapp, qtbot, as_windows_does) -> None:
    look = Theme(zoom=1.5)
    look.apply(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    window.theme = look
    keep_look(window)
    as_windows_does()
    assert qapp.font("QMenu") != look.font()
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    QApplication.processEvents()
    assert_all_is_ours(qapp, look)


def test_icons_are_drawn_in_the_colour_asked_for(theme: Theme) -> None:
    for entry in PAGES:
        assert not theme.pixmap(entry.icon).isNull()
    for path in sorted(resource_path("icons").glob("*.svg")):
        assert "currentColor" in path.read_text("utf-8"), path.name
        assert theme["error"] in theme.svg(path.stem, "error").decode()
