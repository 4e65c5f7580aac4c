# ruff: noqa: INP001
"""Makes HrdeskThaiFigures.ttf from Laksaman: `python resources/fonts/figures/make.py`; needs fonttools."""

from __future__ import annotations

from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
NAME, POSTSCRIPT = "Hrdesk Thai Figures", "HrdeskThaiFigures"
ZERO, THAI_ZERO = 0x30, 0xE50
NAMES = {1: NAME, 3: f"{POSTSCRIPT} 1", 4: NAME, 6: POSTSCRIPT}


def make(target: Path) -> None:
    font = TTFont(HERE.parent / "laksaman" / "Laksaman.ttf", recalcTimestamp=False)
    options = subset.Options(
        hinting=False, layout_features=[], name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], notdef_outline=True,
        drop_tables=[*subset.Options().drop_tables, "FFTM"],
    )  # fmt: skip
    wanted = subset.Subsetter(options)
    figures = [*range(ZERO, ZERO + 10), *range(THAI_ZERO, THAI_ZERO + 10)]
    wanted.populate(unicodes=[ord(" "), ord("-"), ord("/"), *figures])
    wanted.subset(font)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update({ZERO + n: table.cmap[THAI_ZERO + n] for n in range(10)})
    for record in font["name"].names:
        record.string = NAMES.get(record.nameID, record.toUnicode())
    font.save(target)


if __name__ == "__main__":
    make(HERE / "HrdeskThaiFigures.ttf")
