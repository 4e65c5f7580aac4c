"""Bytes of the same paper as PDF: plan book, prose and register, against LibreOffice and Typst."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from fictional_papers import plan_book, prose, register, sample_office
from interleave import judge
from print_peers import fonts_in, printers

from hrdesk.reports.document import Document


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plan = sample_office(folder / "office.db")
        papers: Mapping[str, Document] = {
            "plan book": plan_book(folder / "office.db", plan),
            "prose": prose(30),
            "register": register(600),
        }
        for title, document in papers.items():
            _compare(title, document, folder / title)


def _compare(title: str, document: Document, folder: Path) -> None:
    folder.mkdir()
    found = printers(document, folder)
    print(f"\n{title}")
    sizes = {}
    for each, printer in found.items():
        printer.run()
        sizes[each] = printer.target.stat().st_size
        print(f"  {each:<12} {printer.facts()}  {fonts_in(printer.target)}")
    if "typst" in sizes:
        print(f"  hrdesk / typst: {sizes['hrdesk'] / sizes['typst']:.2f} ×")
    if "libreoffice" in sizes:
        judge("hrdesk / libreoffice", sizes["hrdesk"] / sizes["libreoffice"], 0.85)


if __name__ == "__main__":
    main()
