"""The sample office's plan book, from starting the program to the finished PDF.

hrdesk opens its database, composes and prints; the peers are given the finished text in their own language.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from fictional_papers import plan_book, sample_office
from interleave import interleave, run_process
from print_peers import Printer, printers

ROUNDS = 7


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database, target = folder / "office.db", folder / "book.pdf"
        plan = sample_office(database)
        command = [sys.executable, "-m", "hrdesk", "--db", database, "print", "plan-book", "-o", target]
        found = {"hrdesk print": Printer(target, lambda: run_process(command))}
        peers = printers(plan_book(database, plan), folder)
        found["hrdesk, text ready as for the peers"] = peers.pop("hrdesk")
        found |= peers
        times = interleave({each: printer.print for each, printer in found.items()}, ROUNDS)
        floor = "typst" if "typst" in found else "hrdesk print"
        times.show("plan book, process start included", floor)
        for each, printer in found.items():
            print(f"  {each}: {printer.facts()}")
        for peer, most in (("typst", 0.8), ("libreoffice", 0.5)):
            if peer in found:
                times.judge("hrdesk print", peer, most)
                times.judge("hrdesk, text ready as for the peers", peer, most)


if __name__ == "__main__":
    main()
