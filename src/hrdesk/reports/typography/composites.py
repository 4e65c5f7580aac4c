"""New glyphs made of a font's own, displaced: what text operators could only do with jumps of the pen."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    import uharfbuzz as hb

# Flags of a part in a composite outline: its two words are offsets; more parts follow.
_OFFSETS, _MORE_PARTS = 0x0003, 0x0020
_MOST_PARTS = 2
_MAX_POINTS, _MAX_PARTS = 6, 28  # where the `maxp` table has them


class Part(NamedTuple):
    """A glyph of the font, displaced, in font units."""

    gid: int
    dx: int = 0
    dy: int = 0


Parts = tuple[Part, ...]
_Box = tuple[int, int, int, int]  # left, bottom, right, top


class Composites:
    """Adds glyphs to the font data from which ReportLab cuts its subsets."""

    def __init__(self, face: Any, font: hb.Font) -> None:
        self._face = face  # ReportLab's TTFontFace: the tables that makeSubset reads have no public door
        self._font = font
        self._glyf = self._face.get_table_pos("glyf")[0]
        data: bytes = self._face._ttf_data  # noqa: SLF001
        self._end = len(data)
        self._outlines: list[bytes] = []  # that the font data lack yet
        self._gids: dict[tuple[Parts, int], int] = {}
        self._parts: dict[int, Parts] = {}
        self._raise_limits()

    def gid(self, parts: Parts, advance: int) -> int:
        """The number of a glyph that draws `parts` and advances so far; the font's own if it does just that."""
        own = parts[0].gid
        if self._face.hmetrics[own][0] == advance and parts == ((own, 0, 0),):
            return own
        gid = self._gids.get((parts, advance))
        if gid is None:
            if not self._gids:  # one unused number bridges the gap to the end of the file
                self._append(b"", 0, 0)
            boxes = [self._box(part) for part in parts]
            gid = self._append(_outline(parts, boxes), advance, min(box[0] for box in boxes))
            self._gids[parts, advance] = gid
            self._parts[gid] = parts
        return gid

    def parts(self, gid: int) -> Parts:
        return self._parts.get(gid, (Part(gid),))

    def _raise_limits(self) -> None:
        """Strict renderers refuse composites beyond what the `maxp` table announces."""
        face = self._face
        at = face.get_table_pos("maxp")[0]
        data = bytearray(face._ttf_data)  # noqa: SLF001
        points, contours, many_points, many_contours = struct.unpack_from(">4H", data, at + _MAX_POINTS)
        most = max(points, many_points) * _MOST_PARTS, max(contours, many_contours) * _MOST_PARTS
        struct.pack_into(">2H", data, at + _MAX_POINTS + 4, *most)
        parts, depth = struct.unpack_from(">2H", data, at + _MAX_PARTS)
        struct.pack_into(">2H", data, at + _MAX_PARTS, max(parts, _MOST_PARTS), depth + 1)
        face._ttf_data = bytes(data)  # noqa: SLF001

    def write(self) -> None:
        """Put the new outlines into the font data, before a subset is cut from them: all at once, as each time copies the font."""
        if self._outlines:
            self._face._ttf_data += b"".join(self._outlines)  # noqa: SLF001
            self._face.table["glyf"]["length"] = self._end - self._glyf
            self._outlines.clear()

    def _append(self, outline: bytes, advance: int, bearing: int) -> int:
        face = self._face
        self._outlines.append(outline)
        self._end += len(outline)
        face.glyphPos.append(self._end - self._glyf)
        # FreeType moves an outline so that it starts at its side bearing.
        face.hmetrics.append((advance, bearing & 0xFFFF))
        return len(face.glyphPos) - 2

    def _box(self, part: Part) -> _Box:
        extents = self._font.get_glyph_extents(part.gid)
        left, top = extents.x_bearing + part.dx, extents.y_bearing + part.dy
        return left, top + extents.height, left + extents.width, top


def _outline(parts: Parts, boxes: Sequence[_Box]) -> bytes:
    """A TrueType `glyf` entry without instructions."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    outline = struct.pack(">5h", -1, min(lefts), min(bottoms), max(rights), max(tops))
    for number, part in enumerate(parts, 1):
        flags = _OFFSETS | (_MORE_PARTS if number < len(parts) else 0)
        outline += struct.pack(">2H2h", flags, *part)
    return outline
