"""Pictures of the office and its province, in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFileDialog

from hrdesk.domain.register_terms import ImageKind
from hrdesk.errors import UserError
from hrdesk.ui.office.pictures import EDGE, png_of
from ui.window_support import page, press, settle, type_text


def picture(path, width=40, height=40):
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor("#7F4D00"))
    assert image.save(str(path))
    return str(path)


def test_a_picture_is_chosen_shown_printed_and_taken_back(window, tmp_path, monkeypatch) -> None:
    office, images = page(window, "office"), window.desk.services.office_images
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (picture(tmp_path / "ครุฑ.jpg"), ""))
    press(office.pictures.choose_buttons[ImageKind.KRUT], Qt.Key.Key_Space)
    settle(window)
    assert images.image(ImageKind.KRUT).startswith(b"\x89PNG")
    assert not office.pictures.pictures[ImageKind.KRUT].pixmap().isNull()
    press(office.pictures.remove_buttons[ImageKind.KRUT], Qt.Key.Key_Space)
    settle(window)
    assert images.image(ImageKind.KRUT) == b""
    press(office.pictures.undo.undo_button, Qt.Key.Key_Space)
    settle(window)
    assert images.image(ImageKind.KRUT).startswith(b"\x89PNG")
    assert office.pictures.states[ImageKind.KRUT].text() == "40 × 40 จุด"


def test_a_large_picture_is_made_smaller_and_another_file_refused(qapp, tmp_path) -> None:
    small = QImage.fromData(png_of(picture(tmp_path / "a.png", 3000, 1500)))
    assert (small.width(), small.height()) == (EDGE, EDGE // 2)
    (tmp_path / "b.png").write_bytes(b"not a picture")
    with pytest.raises(UserError, match="ภาพเดิมไม่ถูกเปลี่ยนแปลง"):
        png_of(str(tmp_path / "b.png"))


def test_provinces_are_offered_by_any_part(window) -> None:
    field = page(window, "office").texts["province"]
    field.setFocus()
    field.clear()
    type_text(field, "บัวลำ")
    assert field.completer().currentCompletion() == "หนองบัวลำภู"
    page(window, "office")._revert()
