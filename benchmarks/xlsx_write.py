"""20,000 rows of 25 styled columns to Excel: write_xlsx against openpyxl's write_only mode, styled alike."""

from __future__ import annotations

import importlib.util
import tempfile
from pathlib import Path

from fictional_papers import keep, wide_sheet
from interleave import Spent, interleave, judge, run_child, show_growth, skip

ROWS = 20_000
ROUNDS = 3  # half a minute each


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stored, own, other = keep(wide_sheet(ROWS), folder / "sheet.pickle"), folder / "own.xlsx", folder / "peer.xlsx"
        said: dict[str, dict[str, float]] = {}

        def write(child: str, target: Path) -> Spent:
            said[child] = run_child(child, stored, target).said
            return Spent(said[child]["seconds"], said[child]["processor"])

        contestants = {"hrdesk": lambda: write("write_xlsx", own)}
        if importlib.util.find_spec("openpyxl"):
            contestants["openpyxl write_only, styled"] = lambda: write("write_openpyxl", other)
        else:
            skip("openpyxl", "pip install openpyxl")
        times = interleave(contestants, ROUNDS, warm=0)
        peer = list(contestants)[-1]
        times.show(f"{ROWS:,} × 25 to xlsx", peer)
        for child, answer in said.items():
            print(f"  {child}: {answer['growth']:.0f} MB more than before writing, {answer['size'] / 1e6:.1f} MB file")
        times.judge("hrdesk", peer, 0.35)
        judge("memory growth", said["write_xlsx"]["growth"], 10, "MB")
        sizes = (ROWS // 100, ROWS // 10, ROWS)
        spent = []
        for rows in sizes:
            keep(wide_sheet(rows), stored)
            spent.append(min(write("write_xlsx", own).processor for _ in range(3)))
        show_growth("rows", sizes, spent)


if __name__ == "__main__":
    main()
