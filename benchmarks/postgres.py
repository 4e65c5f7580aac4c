"""A PostgreSQL of one's own for a while, as a peer; nothing of it stays."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from interleave import Spent

_TIME = re.compile(r"Time: ([0-9.]+) ms")
_PLACES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


def binaries() -> Path | None:
    """The folder of the newest server on this machine; None without one."""
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else next((place for place in _PLACES if (place / "initdb").exists()), None)


class Postgres:
    """A cluster in `folder` that listens on a socket there; the settings are the standard ones."""

    def __init__(self, folder: Path, bin_folder: Path) -> None:
        self._bin, self._folder = bin_folder, folder
        folder.mkdir()
        if os.geteuid() == 0:  # the server refuses root
            shutil.chown(folder, "postgres")
            for above in folder.parents:
                if str(above).startswith("/tmp/"):
                    above.chmod(above.stat().st_mode | 0o011)
        self._data = folder / "data"
        self._run("initdb", "-D", str(self._data), "-A", "trust", "-U", "postgres", "-E", "UTF8")
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}'"
        self._run("pg_ctl", "-D", str(self._data), "-w", "-l", str(folder / "log"), "-o", options, "start")

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._bin / program), *arguments]
        if os.geteuid() == 0:
            command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *command]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")

    def psql(self, script: str) -> str:
        command = [
            str(self._bin / "psql"), "-h", str(self._folder), "-U", "postgres", "-qAt", "-v", "ON_ERROR_STOP=1", "-f", "-",
        ]  # fmt: skip
        return subprocess.run(command, input=script, check=True, capture_output=True, text=True).stdout

    def timed(self, query: str) -> Spent:
        """By the client's own clock, without its start; the server's processors are not ours to count."""
        milliseconds = float(_TIME.findall(self.psql(f"\\timing on\n{query};\n"))[-1])
        return Spent(milliseconds / 1000, milliseconds / 1000)

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self._data), "-m", "immediate", "stop")
