"""The fonts a Word file names: their sisters where the PC lacks one, and the Thai figures that the file carries itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from docx.opc.packuri import PackURI
from docx.opc.part import Part

from hrdesk.config import resource_path
from hrdesk.reports.word.styles import FONT, SISTERS, THAI_FIGURES, THAI_SISTERS

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEY = UUID("4e2b1d3a-9c57-4f60-8a21-5d0c7b9e3f14")  # any will do; the same each time, so that reprints are identical
_FIGURES = ("fonts", "figures", "HrdeskThaiFigures.ttf")
_PART = "/word/fonts/figures.odttf"
_CONTENT = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_HIDDEN = 32  # bytes at the beginning of a font that the key covers (ECMA-376, part 4, 8.1)


def set_fonts(made: Any, *, thai: bool) -> None:
    """`thai` carries the figures with which page numbers are counted."""
    table = next(part for part in made.part.package.iter_parts() if str(part.partname) == "/word/fontTable.xml")
    entries = "".join(_entries(made, table, thai=thai))
    table._blob = table.blob.replace(b"</w:fonts>", f"{entries}</w:fonts>".encode())  # noqa: SLF001 - an opaque part to python-docx


def _entries(made: Any, table: Part, *, thai: bool) -> Iterator[str]:
    yield _entry(FONT, SISTERS)
    if thai:
        font = resource_path(*_FIGURES).read_bytes()
        part = Part(PackURI(_PART), _CONTENT, obfuscated(font, _KEY), made.part.package)
        yield _entry(
            THAI_FIGURES, THAI_SISTERS,
            f'<w:embedRegular {_R} r:id="{table.relate_to(part, _RELATION)}" w:fontKey="{{{str(_KEY).upper()}}}"/>',
        )  # fmt: skip


def _entry(name: str, others: str, embedded: str = "") -> str:
    return (
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="DE"/>'
        f'<w:family w:val="swiss"/><w:pitch w:val="variable"/>{embedded}</w:font>'
    )


def obfuscated(font: bytes, key: UUID) -> bytes:
    """As Word keeps a font, and the font again from that."""
    mask = key.bytes[::-1] * 2
    return bytes(one ^ other for one, other in zip(font[:_HIDDEN], mask, strict=True)) + font[_HIDDEN:]
