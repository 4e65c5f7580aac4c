"""300 pages of justified Thai prose, each program in a process of its own; growth from 3 pages to 300.

The floor is ReportLab with its own paragraphs, unshaped: marks stand wrongly, and words are handed to it already
cut, as it knows no Thai line breaks. It shows what laying out so much text costs at least.
"""

from __future__ import annotations

import json
import tempfile
from itertools import pairwise
from pathlib import Path

from fictional_papers import prose
from interleave import FONTS, interleave, run_child, show_growth
from print_peers import Printer, printers

from hrdesk.reports.document import Document, Paragraph
from hrdesk.thai.linebreak import break_offsets

PAGES = 300
ROUNDS = 3  # several seconds each


def main() -> None:
    document = prose(PAGES)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = printers(document, folder)
        found["reportlab unshaped (floor)"] = _floor(document, folder)
        times = interleave({each: printer.print for each, printer in found.items()}, ROUNDS, warm=0)
        times.show("Thai prose", "reportlab unshaped (floor)")
        for each, printer in found.items():
            print(f"  {each}: {printer.facts()}")
        times.judge("hrdesk", "reportlab unshaped (floor)", 2.0)
        if "libreoffice" in found:
            times.judge("hrdesk", "libreoffice", 1.0)
        sizes = (PAGES // 100, PAGES // 10, PAGES)
        show_growth("pages", sizes, [_processor(pages, folder) for pages in sizes])


def _processor(pages: int, folder: Path) -> float:
    printer = printers(prose(pages), folder, typst=False, libreoffice=False)["hrdesk"]
    return min(printer.print().processor for _ in range(3))


def _floor(document: Document, folder: Path) -> Printer:
    texts, target = folder / "texts.json", folder / "floor.pdf"
    texts.write_text(json.dumps(_cut(document)), encoding="utf-8")
    return Printer(target, lambda: run_child("unshaped_prose", texts, target, FONTS / "Laksaman.ttf"))


def _cut(document: Document) -> list[str]:
    """Each paragraph with a space wherever a line may end."""
    found = []
    for block in document.sections[0].blocks:
        if isinstance(block, Paragraph):
            text = block.runs[0].text
            cuts = [0, *break_offsets(text), len(text)]
            found.append(" ".join(text[a:b].strip() for a, b in pairwise(cuts)))
    return found


if __name__ == "__main__":
    main()
