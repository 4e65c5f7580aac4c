"""Ask the package index, without Windows, whether all that hrdesk needs there comes as a wheel: nothing to compile.

python build/windows_wheels.py [3.12]    prints each package with its version; exit 1 names what is missing.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parent.parent / "pyproject.toml"


def requirements() -> list[str]:
    """Those of the program and of its build. Markers are those of this machine, so Windows' own are named."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    return [*project["dependencies"], *project["optional-dependencies"]["build"], "pefile", "pywin32-ctypes"]


def wheels(python: str) -> list[tuple[str, str]]:
    """(name, version) of every package pip would install. CalledProcessError when one has no wheel."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        command = [
            *(sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed"),
            *("--target", folder, "--report", str(report), "--only-binary=:all:"),
            *("--platform", "win_amd64", "--implementation", "cp", "--python-version", python),
            *requirements(),
        ]
        subprocess.run(command, check=True)
        found = json.loads(report.read_text(encoding="utf-8"))["install"]
    return sorted((entry["metadata"]["name"], entry["metadata"]["version"]) for entry in found)


def main() -> int:
    try:
        for name, version in wheels(sys.argv[1] if len(sys.argv) > 1 else "3.12"):
            print(f"{name} {version}")
    except subprocess.CalledProcessError:
        return 1  # pip has said which
    return 0


if __name__ == "__main__":
    sys.exit(main())
