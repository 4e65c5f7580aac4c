"""python -m tests.faults [--long]: the fault bench, from the repository's root. Exit 1 when anything was lost or unclear."""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "src")]

from ciphered import ENCRYPTED, encrypt_all  # noqa: E402
from faults.bench import HEADING, LONG, SHORT, Bench, row, total  # noqa: E402
from faults.tracing import SUPPORTED  # noqa: E402


def main():
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--long", action="store_true", help="every step of every operation, not a sample")
    parser.add_argument("--seed", type=int, default=1, help="of what is chosen at random")
    parser.add_argument("--only", metavar="TEXT", default="", help="only the parts with this in their name")
    parser.add_argument("--processes", type=int, default=os.cpu_count())
    parser.add_argument("--messages", action="store_true", help="list every message, to be read by eye")
    # In memory where there is such a folder: nothing here needs a real disk, and its syncs take most of the time.
    memory = Path("/dev/shm")
    parser.add_argument("--folder", type=Path, default=memory if os.access(memory, os.W_OK) else None,
                        help="where the files lie meanwhile; it must exist")
    arguments = parser.parse_args()

    if ENCRYPTED:
        encrypt_all()
        print("Every database is encrypted.")
    started = time.monotonic()
    bench = Bench(LONG if arguments.long else SHORT, arguments.seed, arguments.folder)
    jobs = [job for job in bench.jobs() if arguments.only in " ".join(job)]
    if not SUPPORTED:
        print("Calls are traced on Linux x86-64 only: kills at random times, damage and processes remain.")
    print(HEADING)
    tallies = []
    with multiprocessing.get_context("fork").Pool(arguments.processes, maxtasksperchild=1) as pool:
        for found in pool.imap_unordered(bench.do, jobs, chunksize=1):
            tallies += found
            print("\n".join(map(row, found)), flush=True)
    print(total(tallies))
    print(f"{time.monotonic() - started:.0f} s, seed {arguments.seed}")
    for tally in tallies:
        for what, found in (("lost", tally.losses), ("unclear", tally.unclear)):
            for line, count in Counter(found).most_common(20):
                print(f"{what}: {tally.operation}, {tally.fault}: {line} ({count})")
    if arguments.messages:
        for message, count in sum((tally.messages for tally in tallies), Counter()).most_common():
            print(f"said {count} times: {message}")
    return 1 if any(tally.losses or tally.unclear for tally in tallies) else 0


if __name__ == "__main__":
    sys.exit(main())
