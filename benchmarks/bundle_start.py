"""The frozen program against the same source: python benchmarks/bundle_start.py BUNDLE_FOLDER [INSTALLER].

The window's start is seen from outside, alike for both: the program opens its database after the window is shown,
and the first thing it does then is to make the lock file beside it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from fictional_papers import sample_office
from interleave import Spent, child_environment, interleave, judge, run_process

ROUNDS = 7
PATIENCE = 60.0


def main(arguments: list[str]) -> int:
    if not arguments or not Path(arguments[0]).is_dir():
        print("give the folder that PyInstaller made (pip install pyinstaller; pyinstaller build/hrdesk.spec)")
        return 2
    bundle = Path(arguments[0])
    program = next(path for path in (bundle / "hrdesk.exe", bundle / "hrdesk") if path.is_file())
    frozen, source = [str(program)], [sys.executable, "-m", "hrdesk"]
    with tempfile.TemporaryDirectory() as name:
        database = Path(name, "office.db")
        sample_office(database)
        times = interleave(
            {"source": lambda: _window(source, database), "bundle": lambda: _window(frozen, database)}, ROUNDS
        )
        times.show("window shown", "source")
        times.judge("bundle", "source", 1.1)
        for option in ("--version", "--self-check"):
            times = interleave(
                {
                    "source": lambda option=option: run_process([*source, option]).spent,
                    "bundle": lambda option=option: run_process([*frozen, option]).spent,
                },
                ROUNDS,
            )
            times.show(option, "source")
    size = sum(path.stat().st_size for path in bundle.rglob("*") if path.is_file() and not path.is_symlink())
    judge("bundle on disk", size / 1e6, 150, "MB")
    if len(arguments) > 1:
        judge("installer", Path(arguments[1]).stat().st_size / 1e6, 48, "MB")
    return 0


def _window(command: list[str], database: Path) -> Spent:
    lock = database.with_name(database.name + ".lock")
    lock.unlink(missing_ok=True)
    began = time.perf_counter()
    process = subprocess.Popen([*command, "--db", str(database)], env=child_environment(), stderr=subprocess.DEVNULL)
    try:
        while not lock.exists():
            if process.poll() is not None or time.perf_counter() - began > PATIENCE:
                msg = f"{command[0]} showed no window"
                raise RuntimeError(msg)
            time.sleep(0.001)
        seconds = time.perf_counter() - began
    finally:
        process.kill()
        process.wait()
    return Spent(seconds, seconds)  # killed: its processor time says nothing


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
