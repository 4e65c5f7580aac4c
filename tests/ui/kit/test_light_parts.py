"""What the first page is made of without Qt's costly classes does what they do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QListWidget, QToolButton, QWidget

from hrdesk.ui.kit import flags
from hrdesk.ui.kit.eliding import DOTS, elided
from hrdesk.ui.kit.inks import LEFT, MIDDLE, RIGHT, Texts, draw_box, draw_circle, draw_line
from hrdesk.ui.kit.theme import Theme

ALIGN, TEXT = Qt.AlignmentFlag, Qt.TextFlag
NAMES = {
    "MIDDLE": ALIGN.AlignVCenter,
    "MIDDLE_RIGHT": ALIGN.AlignRight | ALIGN.AlignVCenter,
    "CENTRE": ALIGN.AlignCenter,
    "TOP_CENTRE": ALIGN.AlignHCenter | ALIGN.AlignTop,
    "WRAP": TEXT.TextWordWrap,
    "DONT_CLIP": TEXT.TextDontClip,
    "PLAIN_TEXT": Qt.TextFormat.PlainText,
    "NEVER_SCROLLS": Qt.ScrollBarPolicy.ScrollBarAlwaysOff,
    "TEXT_BESIDE_ICON": Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
    "NO_FOCUS": Qt.FocusPolicy.NoFocus,
    "STRONG_FOCUS": Qt.FocusPolicy.StrongFocus,
    "USER_ROLE": Qt.ItemDataRole.UserRole,
    "ACCESSIBLE_TEXT_ROLE": Qt.ItemDataRole.AccessibleTextRole,
}
LETTER = 3  # a consonant with its vowel and tone
THAI = "ผู้ที่ญี่ปุ่นฎู น้ำกำไร เก้าอี้ ฤๅษี ปัญหา 12,345 บาท (ร้อยละ 80) ABC"


def test_every_number_is_qt_s_own():
    ours = {name: value for name, value in vars(flags).items() if name.isupper() and type(value) is int}
    assert ours == {name: getattr(flag, "value", flag) for name, flag in NAMES.items()}


def test_a_property_takes_the_number(qtbot):
    one, listed, pressed = QLabel("ก"), QListWidget(), QToolButton()
    for widget in (one, listed, pressed):
        qtbot.addWidget(widget)
    flags.put(one, alignment=flags.CENTRE, textFormat=flags.PLAIN_TEXT, focusPolicy=flags.STRONG_FOCUS)
    flags.put(listed, horizontalScrollBarPolicy=flags.NEVER_SCROLLS)
    flags.put(pressed, toolButtonStyle=flags.TEXT_BESIDE_ICON)
    assert one.alignment() == ALIGN.AlignCenter
    assert one.textFormat() == Qt.TextFormat.PlainText
    assert one.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert listed.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert pressed.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def test_a_property_that_is_not_there_is_refused(qtbot):
    one = QWidget()
    qtbot.addWidget(one)
    with pytest.raises(AttributeError, match="alignment"):
        flags.put(one, alignment=flags.CENTRE)


@pytest.fixture(scope="module")
def metrics(qapp) -> QFontMetrics:
    theme = Theme()
    theme.apply(qapp)
    return QFontMetrics(theme.font())


@pytest.mark.parametrize("text", [THAI, "ABC def", "", "น้ำใจ", "กำ" * 12])
def test_a_line_is_cut_where_qt_cuts_it(metrics, text):
    whole = metrics.horizontalAdvance(text)
    for width in (*range(0, whole, 3), whole - 1, whole, whole + 1):
        qt = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        ours = elided(metrics, text, width)
        if ours != qt:  # at a hair's breadth: by one letter with its marks, and still within the room
            assert abs(len(ours) - len(qt)) <= LETTER, (width, qt)
            assert QFontMetricsF(metrics).horizontalAdvance(ours) <= width


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet="กขญฎงนมรอาเแโใไะัิีึืุู่้๊๋์ํำ ๑2a", max_size=60), width=st.integers(0, 500))
def test_what_is_cut_fits_and_begins_as_the_whole(metrics, text, width):
    shown = elided(metrics, text, width)
    assert shown == text or not shown or (shown.endswith(DOTS) and text.startswith(shown[:-1]))
    assert metrics.horizontalAdvance(shown) <= max(width, 0)
    if shown.endswith(DOTS) and shown not in {text, DOTS}:
        following = text[len(shown) - 1]
        assert following not in "ัิีึืุู่้๊๋์ํำ"


@pytest.fixture
def sheet(qapp) -> QPixmap:
    made = QPixmap(200, 60)
    made.fill(QColor("#ffffff"))
    return made


def inked(sheet: QPixmap, color: str) -> tuple[int, int, int, int]:
    """The box of the pixels of that very colour: left, top, right, bottom."""
    image = sheet.toImage()
    found = [(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y).name() == color]
    assert found, color
    (left, right), (top, bottom) = ((min(side), max(side)) for side in zip(*found, strict=True))
    return left, top, right, bottom


@pytest.mark.parametrize(("share", "left", "right"), [(LEFT, 10, 70), (MIDDLE, 60, 140), (RIGHT, 130, 190)])
def test_a_line_of_text_stands_where_it_is_told_in_its_colour(sheet, metrics, share, left, right):
    painter, texts = QPainter(sheet), Texts()
    texts.draw(painter, QRectF(10, 0, 180, 60), "<ก&ข>", Theme().font(weight=QFont.Weight.DemiBold), QColor("#a8231c"), share)
    painter.end()
    begin, top, end, bottom = inked(sheet, "#a8231c")
    assert left <= begin < end <= right
    assert 10 < top < bottom < 50
    shown = metrics.horizontalAdvance("<ก&ข>")
    assert end - begin == pytest.approx(shown, abs=8), "letters of a mark-up are letters here"


@pytest.mark.parametrize("draw", [draw_box, draw_circle])
def test_a_shape_has_its_fill_within_its_edge(sheet, draw):
    painter = QPainter(sheet)
    draw(painter, QRectF(20, 10, 40, 40), QColor("#e1ebf6"), QColor("#1b4f8a"), 2)
    draw_line(painter, QPointF(80, 30), QPointF(180, 30), QColor("#d3dae2"), 2)
    painter.end()
    edge, fill = inked(sheet, "#1b4f8a"), inked(sheet, "#e1ebf6")
    assert all(outer < inner for outer, inner in zip(edge[:2], fill[:2], strict=True))
    assert all(outer > inner for outer, inner in zip(edge[2:], fill[2:], strict=True))
    assert edge[0] in range(18, 22)
    left, top, right, bottom = inked(sheet, "#d3dae2")
    assert (left, right) == (pytest.approx(80, abs=2), pytest.approx(180, abs=2))
    assert bottom - top <= 2


def test_a_line_is_laid_out_once_for_each_font_and_colour(sheet):
    painter, texts = QPainter(sheet), Texts()
    plain, strong = Theme().font(), Theme().font(weight=QFont.Weight.DemiBold)
    for color in ("#a8231c", "#1b4f8a", "#a8231c"):
        for box, font in ((QRectF(0, 0, 90, 60), plain), (QRectF(100, 0, 90, 60), strong)):
            texts.draw(painter, box, "ปี 2570", font, QColor(color), LEFT)
    painter.end()
    assert len(texts._laid) == 4
    thin, thick = (inked(sheet.copy(x, 0, 100, 60), "#a8231c") for x in (0, 100))
    assert thick[2] > thin[2], "semi-bold letters are wider"
