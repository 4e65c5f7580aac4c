"""Draw icon.svg for Windows: python build/icon.py OUT.ico, OUT.png (256 pixels) or OUT.bmp (the side of the installer)."""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)  # at 100, 125, 150 and 200 %
SIDE = (328, 628)  # twice what the installer's last page shows: sharp on a fine screen
SIDE_COLOUR, SIDE_ICON = "#E8EFF8", 168
DRAWING = Path(__file__).with_name("icon.svg")


def png(side: int) -> bytes:
    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    return saved(picture, QRectF(0, 0, side, side), "PNG")


def side_picture() -> bytes:
    """A quiet field with the icon in its upper part: BMP of 24 bits, the one kind that the installer shows."""
    width, height = SIDE
    picture = QImage(width, height, QImage.Format.Format_RGB888)
    picture.fill(QColor(SIDE_COLOUR))
    return saved(picture, QRectF((width - SIDE_ICON) / 2, height / 6, SIDE_ICON, SIDE_ICON), "BMP")


def saved(picture: QImage, place: QRectF, kind: str) -> bytes:
    """With the icon drawn there."""
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(DRAWING.read_bytes())).render(painter, place)
    painter.end()
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(written, kind)
    return bytes(written.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """The .ico format: a head, an entry of 16 bytes for each picture (side 256 is written as 0), the PNG pictures."""
    place = 6 + 16 * len(pictures)
    entries = b""
    for side, data in pictures.items():
        entries += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(data), place)
        place += len(data)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures.values())


def write(target: Path) -> None:
    application = QGuiApplication.instance() or QGuiApplication([])
    drawn = {".png": lambda: png(256), ".bmp": side_picture, ".ico": lambda: ico({side: png(side) for side in SIZES})}
    target.write_bytes(drawn[target.suffix]())
    del application


if __name__ == "__main__":
    write(Path(sys.argv[1]))
