"""The register of 3,000 posts, 6 columns: hrdesk against Typst, memory, and growth from 300 rows to 30,000.

LibreOffice takes the better part of a minute; --libreoffice adds one run of it.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from fictional_papers import register
from interleave import interleave, judge, show_growth
from print_peers import libreoffice_printer, printers

ROWS = 3_000
ROUNDS = 5  # some seconds each


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = printers(register(ROWS), folder, libreoffice=False)
        times = interleave({each: printer.print for each, printer in found.items()}, ROUNDS)
        floor = "typst" if "typst" in found else "hrdesk"
        times.show(f"table of {ROWS:,} rows", floor)
        for each, printer in found.items():
            peak = printer.run().said.get("peak")
            print(f"  {each}: {printer.facts()}" + (f", peak {peak:.0f} MB" if peak else ""))
        if "typst" in found:
            times.judge("hrdesk", "typst", 0.5)
        peak = found["hrdesk"].run().said["peak"]
        if peak is not None:
            judge("peak memory of the process", peak, 100, "MB")
        if "--libreoffice" in sys.argv and (slow := libreoffice_printer(register(ROWS), folder)):
            print(f"  libreoffice, one run: {slow.print().seconds:.0f} s, {slow.facts()}")
        _grow(folder)


def _grow(folder: Path) -> None:
    sizes = (ROWS // 10, ROWS, ROWS * 10)
    seconds = []
    for rows in sizes:
        printer = printers(register(rows), folder, typst=False, libreoffice=False)["hrdesk"]
        ended = [printer.run() for _ in range(1 if rows > ROWS else 3)]
        seconds.append(min(each.spent.processor for each in ended))
        print(f"  {rows:,} rows: peak {ended[0].said['peak'] or 0:.0f} MB")
    show_growth("rows", sizes, seconds)


if __name__ == "__main__":
    main()
