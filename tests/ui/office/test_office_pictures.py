"""Pictures of the office and its province, in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
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
    chosen = office.pictures.pictures[ImageKind.KRUT].pixmap().toImage()
    press(office.pictures.remove_buttons[ImageKind.KRUT], Qt.Key.Key_Space)
    settle(window)
    nothing = office.pictures.pictures[ImageKind.KRUT].pixmap().toImage()
    assert not nothing.isNull(), "an empty place is drawn as one"
    assert nothing != chosen
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


def drawn(path, mode, size, colour):
    Image.new(mode, size, colour).save(path)
    return str(path)


@pytest.mark.parametrize(
    ("name", "painted", "seen"),
    [
        ("cmyk.jpg", ("CMYK", (30, 20), (0, 200, 200, 0)), (255, 55, 55, 255)),
        ("half.png", ("RGBA", (30, 20), (120, 20, 20, 180)), (120, 20, 20, 180)),
        ("grey.png", ("L", (30, 20), 100), (100, 100, 100, 255)),
        ("deep.png", ("I;16", (30, 20), 65535), (255, 255, 255, 255)),
        ("line.gif", ("P", (30, 20), 0), (0, 0, 0, 255)),
        ("line.png", ("1", (30, 20), 1), (255, 255, 255, 255)),
    ],
)
def test_pictures_of_every_kind_keep_what_is_seen(qapp, tmp_path, name, painted, seen) -> None:
    image = QImage.fromData(png_of(drawn(tmp_path / name, *painted)))
    assert (image.width(), image.height()) == (30, 20)
    assert all(abs(found - wanted) <= 6 for found, wanted in zip(image.pixelColor(15, 10).getRgb(), seen, strict=True))


def test_an_honest_scan_is_read_and_what_would_fill_the_memory_is_not(qapp, tmp_path) -> None:
    scan = QImage.fromData(png_of(drawn(tmp_path / "scan.jpg", "L", (7000, 9900), 9)))
    assert (scan.width(), scan.height()) == (848, EDGE)
    with pytest.raises(UserError, match="20,000 × 20,000 จุด ใหญ่เกิน"):
        png_of(drawn(tmp_path / "bomb.png", "1", (20_000, 20_000), 0))
    whole = Path(drawn(tmp_path / "whole.png", "RGB", (2000, 2000), "red")).read_bytes()
    (tmp_path / "cut.png").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UserError, match="ไม่ใช่ภาพ"):
        png_of(str(tmp_path / "cut.png"))


def test_a_picture_that_nobody_would_see_is_refused(qapp, tmp_path) -> None:
    with pytest.raises(UserError, match="โปร่งใสทั้งภาพ"):
        png_of(drawn(tmp_path / "clear.png", "RGBA", (30, 20), (200, 0, 0, 0)))


def test_a_drawing_is_as_sharp_as_a_picture(qapp, tmp_path) -> None:
    (tmp_path / "ตรา.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="5"><rect width="10" height="5"/></svg>')
    image = QImage.fromData(png_of(str(tmp_path / "ตรา.svg")))
    assert (image.width(), image.height()) == (EDGE, EDGE // 2)


def test_provinces_are_offered_by_any_part(window) -> None:
    field = page(window, "office").texts["province"]
    field.setFocus()
    field.clear()
    type_text(field, "บัวลำ")
    assert field.completer().currentCompletion() == "หนองบัวลำภู"
    page(window, "office")._revert()
