"""The plan book of three offices, from starting the program to the finished PDF.

hrdesk opens its database, composes and prints; the peers are given the finished text in their own language. What starting
costs weighs on the sample's book of 21 pages more than on the others. The bar was set for a book of 33.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from fictional_papers import large_office, middle_office, plan_book, sample_office
from interleave import interleave, run_process
from print_peers import Printer, printers

ROUNDS = 7
PRINT, READY = "hrdesk print", "hrdesk, text ready as for the peers"
TARGETS = {"typst": 0.8, "libreoffice": 0.5}


def main() -> None:
    compare("plan book", sample_office)
    compare("plan book of a middle office", middle_office)
    compare("plan book of a large office", large_office)


def compare(title: str, made: Callable[[Path], int]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database, target = folder / "office.db", folder / "book.pdf"
        plan = made(database)
        command = [sys.executable, "-m", "hrdesk", "--db", database, "print", "plan-book", "-o", target]
        found = {PRINT: Printer(target, lambda: run_process(command))}
        peers = printers(plan_book(database, plan), folder)
        found[READY] = peers.pop("hrdesk")
        found |= peers
        times = interleave({each: printer.print for each, printer in found.items()}, ROUNDS)
        times.show(f"{title}, process start included", "typst" if "typst" in found else PRINT)
        for each, printer in found.items():
            print(f"  {each}: {printer.facts()}")
        for peer, most in TARGETS.items():
            if peer in found:
                times.judge(PRINT, peer, most)
                times.judge(READY, peer, most)


if __name__ == "__main__":
    main()
