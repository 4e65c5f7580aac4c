"""Draw icon.svg as a Windows icon: python build/icon.py OUT.ico (or OUT.png for one picture of 256 pixels)."""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)  # at 100, 125, 150 and 200 %
DRAWING = Path(__file__).with_name("icon.svg")


def png(side: int) -> bytes:
    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(DRAWING.read_bytes())).render(painter)
    painter.end()
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(written, "PNG")
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
    target.write_bytes(png(256) if target.suffix == ".png" else ico({side: png(side) for side in SIZES}))
    del application


if __name__ == "__main__":
    write(Path(sys.argv[1]))
