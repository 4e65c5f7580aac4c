"""The krut and the office's own emblem: chosen from a file, shown small, taken away with undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from hrdesk.domain.register_terms import ImageKind
from hrdesk.domain.terms import term
from hrdesk.errors import UserError
from hrdesk.ui.kit.messages import UndoBar
from hrdesk.ui.kit.preferences import save_folder
from hrdesk.ui.kit.widgets import button, column, label, row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hrdesk.ui.kit.desk import Desk

EDGE = 1200  # pixels at most: at 3 cm more than a printer shows
SHOWN = 56
_WHERE = {ImageKind.KRUT: "หนังสือ คำสั่ง ประกาศ วุฒิบัตร", ImageKind.LOGO: "ปกแผนและรายงาน"}
FILES = "ภาพ (*.png *.jpg *.jpeg *.bmp *.gif *.webp)"


def png_of(path: str) -> bytes:
    """The picture of a file as PNG, made smaller where it is large. UserError for what is none, and for one nobody would see."""
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    size = reader.size()
    large = max(size.width(), size.height()) > EDGE
    if large or bytes(reader.format().data()) == b"svg":  # drawn at the size it is wanted in
        reader.setScaledSize(size.scaled(EDGE, EDGE, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull() and size.width() * size.height() * 4 > QImageReader.allocationLimit() * 2**20:
        raise UserError(
            f"ภาพนี้มี {size.width():,} × {size.height():,} จุด ใหญ่เกินกว่าจะเปิดได้ ภาพเดิมไม่ถูกเปลี่ยนแปลง"
            " กรุณาย่อภาพหรือสแกนใหม่ให้ละเอียดน้อยลง แล้วเลือกอีกครั้ง"
        )
    if image.isNull():
        raise UserError("แฟ้มนี้ไม่ใช่ภาพ PNG หรือ JPEG ที่อ่านได้ ภาพเดิมไม่ถูกเปลี่ยนแปลง กรุณาเลือกแฟ้มอื่น")
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    if image.hasAlphaChannel() and not any(bytes(plain.constBits())[3::4]):
        raise UserError("ภาพนี้โปร่งใสทั้งภาพ พิมพ์แล้วจะไม่เห็นสิ่งใด ภาพเดิมไม่ถูกเปลี่ยนแปลง กรุณาเลือกแฟ้มอื่น")
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows file names only
    return bytes(data.data())


class OfficePictures(QWidget):
    """One row for each kind; what is changed is kept at once, with undo."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.theme = desk, desk.theme
        self.contents: Mapping[ImageKind, bytes] = {}
        self.pictures: dict[ImageKind, QLabel] = {}
        self.states: dict[ImageKind, QLabel] = {}
        self.choose_buttons = {k: button("เลือกภาพ…", partial(self.choose, k), name=f"เลือก{term(k)}") for k in ImageKind}
        self.remove_buttons = {k: button("นำออก", partial(self.put, k, b""), name=f"นำ{term(k)}ออก") for k in ImageKind}
        self.undo = UndoBar(self.theme, self)
        lines = []
        for kind in ImageKind:
            picture = self.pictures[kind] = QLabel()
            picture.setFixedSize(self.theme.px(SHOWN), self.theme.px(SHOWN))
            picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
            picture.setAccessibleName(term(kind))
            self.states[kind] = label("", "small")
            where = label(_WHERE[kind], "small", wrap=True)
            words = column(self.theme, label(term(kind)), where, self.states[kind], gap="")
            lines.append(row(self.theme, picture, words, 1, self.choose_buttons[kind], self.remove_buttons[kind]))
        box = column(self.theme, *lines, self.undo)
        box.setContentsMargins(0, 0, 0, 0)
        self.setLayout(box)

    def show_images(self, contents: Mapping[ImageKind, bytes]) -> None:
        self.contents = contents
        for kind, picture in self.pictures.items():
            image = QImage.fromData(contents.get(kind, b""))
            size = self.theme.px(SHOWN)
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            nothing = self.theme.pixmap("empty", "muted", SHOWN // 2)
            picture.setPixmap(nothing if image.isNull() else QPixmap.fromImage(image.scaled(size, size, keep, smooth)))
            self.states[kind].setText("ยังไม่มีภาพ" if image.isNull() else f"{image.width()} × {image.height()} จุด")
            self.remove_buttons[kind].setEnabled(not image.isNull())

    def choose(self, kind: ImageKind) -> None:
        path, _ = QFileDialog.getOpenFileName(self, f"เลือก{term(kind)}", str(save_folder()), FILES)
        if not path:
            return
        try:
            self.put(kind, png_of(path))
        except UserError as error:
            self.desk.complain(self, error)

    def put(self, kind: ImageKind, content: bytes, *, undone: bool = False) -> None:
        images, before = self.desk.services.office_images, self.contents.get(kind, b"")

        def done(_none: object) -> None:
            self.show_images({**self.contents, kind: content})
            if not undone:
                said = f"เปลี่ยน{term(kind)}แล้ว" if content else f"นำ{term(kind)}ออกแล้ว"
                self.undo.offer(said, lambda: self.put(kind, before, undone=True))

        self.desk.change(self, lambda: images.put(kind, content), done)
