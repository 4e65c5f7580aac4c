"""Which fonts print: an official TH Sarabun installed on the PC, else the bundled Laksaman."""

from __future__ import annotations

import os
import sys
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import uharfbuzz as hb
from reportlab.pdfbase import pdfmetrics

from hrdesk.config import resource_path
from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.typography.font import ThaiFont, raw_glyphs

if TYPE_CHECKING:
    from collections.abc import Iterator

# In order of preference; the names are those inside the files.
_OFFICIAL = ("TH SarabunIT๙", "TH SarabunIT9", "TH SarabunPSK", "TH Sarabun New")
_STYLES = ("Regular", "Bold", "Italic", "Bold Italic")
_LAKSAMAN = ("Laksaman.ttf", "Laksaman-Bold.ttf", "Laksaman-Italic.ttf", "Laksaman-BoldItalic.ttf")
_LAKSAMAN_SCALE = 16.25 / 16  # its letters are that much smaller than TH Sarabun's at the same size
_SYMBOLS = ("symbols", "HrdeskSymbols.ttf")
_FIGURES = ("figures", "HrdeskThaiFigures.ttf")  # of Word files
_SCREEN = ("Sarabun-Regular.ttf", "Sarabun-SemiBold.ttf", "Sarabun-Bold.ttf")
# ป with an upper vowel and a tone: without shaping the marks stand on its stem and on each other.
_PROOF = "ปี่"


@dataclass(frozen=True, slots=True)
class FontFamily:
    """The files are regular, bold, italic, bold italic.

    `scale` makes a nominal size look as large as in TH Sarabun.
    """

    name: str
    files: tuple[Path, ...]
    scale: float = 1.0


class FontSet:
    """A family for drawing, with the symbols it lacks. Each file is read when its first letter is to be drawn."""

    def __init__(self, family: FontFamily) -> None:
        self.family = family
        self._faces: dict[int, ThaiFont] = {}
        pdfmetrics.registerFont(self.regular)

    @property
    def regular(self) -> ThaiFont:
        return self.face()

    def face(self, *, bold: bool = False, italic: bool = False) -> ThaiFont:
        number = bold + 2 * italic
        found = self._faces.get(number)
        if found is None:
            found = self._faces[number] = ThaiFont(f"{self.family.name}-{number}", self.family.files[number])
        return found

    @cached_property
    def _symbols(self) -> ThaiFont:
        return ThaiFont(f"{self.family.name}-symbols", resource_path("fonts", *_SYMBOLS))

    def by_coverage(self, font: ThaiFont, text: str) -> list[tuple[ThaiFont, str]]:
        """Cut `text` where another font must help out with a character that `font` lacks."""
        if font.has(text):
            return [(font, text)]
        parts: list[tuple[ThaiFont, str]] = []
        for char in text:
            chosen = self._symbols if not font.has(char) and self._symbols.has(char) else font
            if parts and parts[-1][0] is chosen:
                parts[-1] = (chosen, parts[-1][1] + char)
            else:
                parts.append((chosen, char))
        return parts


@cache
def load(family: FontFamily) -> FontSet:
    return FontSet(family)


def bundled_family() -> FontFamily:
    files = tuple(resource_path("fonts", "laksaman", name) for name in _LAKSAMAN)
    return FontFamily("Laksaman", files, _LAKSAMAN_SCALE)


@cache
def installed_family() -> FontFamily | None:
    """The best official family with all four styles on this PC that can be embedded; None if there is none."""
    styles = _installed_styles()
    for name in _OFFICIAL:
        files = [styles.get((name.casefold(), style)) for style in _STYLES]
        complete = tuple(path for path in files if path is not None)
        if len(complete) == len(_STYLES):
            family = FontFamily(name, complete)
            if _loads(family):
                return family
    return None


def default_family() -> FontFamily:
    return installed_family() or bundled_family()


def check_fonts() -> None:
    """At start: raise UserError unless every bundled font is there and Thai is really shaped."""
    bundled = bundled_family()
    screen = [resource_path("fonts", "sarabun", name) for name in _SCREEN]
    for path in (*bundled.files, resource_path("fonts", *_SYMBOLS), resource_path("fonts", *_FIGURES), *screen):
        if not path.is_file():
            message = f"ไม่พบไฟล์แบบอักษร {path.name} ข้อมูลไม่เสียหาย กรุณาติดตั้งโปรแกรมใหม่"
            raise UserError(message)
    if not _shapes(bundled.files[0]):
        message = "ตัวจัดรูปอักษรไทยไม่ทำงาน เอกสารที่พิมพ์จะผิดรูป ข้อมูลไม่เสียหาย กรุณาติดตั้งโปรแกรมใหม่"
        raise UserError(message)


def _shapes(path: Path) -> bool:
    font = hb.Font(hb.Face(hb.Blob(path.read_bytes())))
    shaped = raw_glyphs(font, _PROOF)
    plain = [font.get_nominal_glyph(ord(char)) for char in _PROOF]
    moved = [glyph.gid for glyph in shaped] != plain or any(glyph.x_offset for glyph in shaped)
    return moved and all(glyph.gid for glyph in shaped)


def _loads(family: FontFamily) -> bool:
    try:
        for number in range(len(_STYLES)):
            load(family).face(bold=number % 2 == 1, italic=number > 1)
    except Exception:  # noqa: BLE001 - any defect of a foreign font means: print with ours
        return False
    return True


def _installed_styles() -> dict[tuple[str, str], Path]:
    """(family, style) → file, by the names written inside the installed files that look like TH Sarabun."""
    found: dict[tuple[str, str], Path] = {}
    for path in _installed_files():
        try:
            face = hb.Face(hb.Blob(path.read_bytes()))
            family = face.get_name(hb.OTNameIdPredefined.FONT_FAMILY)
            style = face.get_name(hb.OTNameIdPredefined.FONT_SUBFAMILY)
        except (OSError, ValueError):
            continue
        if family and style:
            found.setdefault((family.casefold(), style.replace("BoldItalic", "Bold Italic")), path)
    return found


def _installed_files() -> Iterator[Path]:
    for folder in _font_folders():
        files = ((place, name) for place, _folders, names in os.walk(folder) for name in names)
        yield from sorted(Path(place, name) for place, name in files if _may_be_official(name.casefold()))


def _may_be_official(name: str) -> bool:
    return "sarabun" in name and name.endswith(".ttf")


def _font_folders() -> list[Path]:
    """The PC's font folder and the user's own (where Windows installs without an administrator)."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
        return [
            Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",
            local / "Microsoft" / "Windows" / "Fonts",
        ]
    return [
        home / ".local" / "share" / "fonts",
        home / ".fonts",
        home / "Library" / "Fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
    ]
