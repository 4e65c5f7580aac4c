"""Start the window program on Windows as from the Start menu, and see that it comes up and stays:

python build/see_window.py PROGRAM DATABASE PICTURE.png [--seconds 90] [--stay 10] [--log FILE]

Exit 1 and a line for each thing wrong: the program ended, no window bore the office's name in time, another window of it
stands beside (the message of a failure), the picture is of one colour, the log tells of an error, it did not close when
asked. Runs on Windows and under Wine; all that asks Windows is in `Desktop`.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import re
import struct
import subprocess
import sys
import time
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

TITLE = re.compile(r".+ - hrdesk .+")  # the office's name stands before the program's once its data are read
FEWEST_COLOURS = 24
STEP = 0.5  # seconds
DETACHED_PROCESS = 0x00000008


@dataclass(frozen=True)
class Seen:
    """A visible window of the program, and the pixels inside its frame."""

    handle: int
    title: str
    width: int
    height: int


class Screen(Protocol):
    def windows(self, process: int) -> list[Seen]: ...

    def pixels(self, window: Seen) -> bytes:
        """Blue, green, red and nothing of each pixel, row by row."""

    def close(self, handle: int) -> None: ...


def watch(command: list[str], screen: Screen, picture: Path, log: Path, seconds: float = 90, stay: float = 10) -> list[str]:
    """Start it, wait for its window, look at it, close it; what was wrong, a line each."""
    told_before = log.stat().st_size if log.exists() else 0
    began = time.monotonic()
    process = subprocess.Popen(command, creationflags=DETACHED_PROCESS if sys.platform == "win32" else 0)
    try:
        window = wait(process, screen, seconds)
        if window is None:
            return [*unwell(process, screen), f"no window with the office's name after {seconds:g} s", *errors(log, told_before)]
        print(f"window “{window.title}” {window.width}×{window.height} after {time.monotonic() - began:.1f} s")
        time.sleep(stay)
        wrong = [*unwell(process, screen), *look(screen, window, picture)]
        screen.close(window.handle)
        return [*wrong, *ended(process), *errors(log, told_before)]
    finally:
        process.kill()


def wait(process: subprocess.Popen[bytes], screen: Screen, seconds: float) -> Seen | None:
    until = time.monotonic() + seconds
    while time.monotonic() < until and process.poll() is None:
        for window in screen.windows(process.pid):
            if TITLE.fullmatch(window.title):
                return window
        time.sleep(STEP)
    return None


def unwell(process: subprocess.Popen[bytes], screen: Screen) -> list[str]:
    if process.poll() is not None:
        return [f"the program ended with {process.returncode}"]
    return [f"another window: “{one.title}”" for one in screen.windows(process.pid) if not TITLE.fullmatch(one.title)]


def look(screen: Screen, window: Seen, picture: Path) -> list[str]:
    data = screen.pixels(window)
    picture.write_bytes(png(data, window.width, window.height))
    colours = len({data[place : place + 3] for place in range(0, len(data), 4)})
    print(f"picture {picture.name}, {colours} colours")
    return [f"the window is blank: {colours} colours"] if colours < FEWEST_COLOURS else []


def ended(process: subprocess.Popen[bytes]) -> list[str]:
    try:
        code = process.wait(60)
    except subprocess.TimeoutExpired:
        return ["it did not close when asked"]
    return [f"it closed with {code}"] if code else []


def errors(log: Path, start: int) -> list[str]:
    """What the program wrote into its log since, of errors."""
    if not log.exists():
        return []
    told = log.read_bytes()[start:].decode("utf-8", "replace").splitlines()
    return [f"log: {line}" for line in told if " ERROR " in line or line.startswith("Traceback")]


def png(pixels: bytes, width: int, height: int) -> bytes:
    """Without a library: the smoke test's Python has only what the program has."""
    rows = bytearray()
    for row in range(height):
        line = pixels[row * width * 4 : (row + 1) * width * 4]
        colours = bytearray(3 * width)
        colours[0::3], colours[1::3], colours[2::3] = line[2::4], line[1::4], line[0::4]
        rows += b"\0" + colours

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(rows), 6)) + chunk(b"IEND", b"")


class Desktop:
    """The screen of Windows, by user32 and gdi32."""

    WM_CLOSE = 0x0010
    SRCCOPY = 0x00CC0020

    def __init__(self) -> None:
        self.user, self.gdi = ctypes.windll.user32, ctypes.windll.gdi32  # type: ignore[attr-defined]
        pointer = ctypes.c_void_p
        for library, names in ((self.user, ("GetDC",)), (self.gdi, ("CreateCompatibleDC", "CreateCompatibleBitmap", "SelectObject"))):
            for name in names:
                getattr(library, name).restype = pointer

    def windows(self, process: int) -> list[Seen]:
        found: list[Seen] = []

        def each(handle: int, _: int) -> bool:
            owner = ctypes.c_ulong()
            self.user.GetWindowThreadProcessId(ctypes.c_void_p(handle), ctypes.byref(owner))
            if owner.value == process and self.user.IsWindowVisible(ctypes.c_void_p(handle)):
                found.append(Seen(handle, self._title(handle), *self._size(handle)))
            return True

        kind = ctypes.WINFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p)  # type: ignore[attr-defined]
        self.user.EnumWindows(kind(each), None)
        return [one for one in found if one.title and one.width > 1 and one.height > 1]

    def _title(self, handle: int) -> str:
        text = ctypes.create_unicode_buffer(400)
        self.user.GetWindowTextW(ctypes.c_void_p(handle), text, 400)
        return text.value

    def _size(self, handle: int) -> tuple[int, int]:
        corners = (ctypes.c_long * 4)()
        self.user.GetClientRect(ctypes.c_void_p(handle), corners)
        return corners[2], corners[3]

    def pixels(self, window: Seen) -> bytes:
        """From the window itself: Wine gives nothing when the whole screen is asked."""
        shown = ctypes.c_void_p(self.user.GetDC(ctypes.c_void_p(window.handle)))
        memory = ctypes.c_void_p(self.gdi.CreateCompatibleDC(shown))
        bitmap = ctypes.c_void_p(self.gdi.CreateCompatibleBitmap(shown, window.width, window.height))
        self.gdi.SelectObject(memory, bitmap)
        self.gdi.BitBlt(memory, 0, 0, window.width, window.height, shown, 0, 0, self.SRCCOPY)
        head = struct.pack("<IiiHHIIiiII", 40, window.width, -window.height, 1, 32, 0, 0, 0, 0, 0, 0)
        data = ctypes.create_string_buffer(window.width * window.height * 4)
        self.gdi.GetDIBits(memory, bitmap, 0, window.height, data, ctypes.create_string_buffer(head), 0)
        return data.raw

    def close(self, handle: int) -> None:
        self.user.PostMessageW(ctypes.c_void_p(handle), self.WM_CLOSE, None, None)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for name in ("program", "database", "picture"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--seconds", type=float, default=90)
    parser.add_argument("--stay", type=float, default=10)
    parser.add_argument("--log", type=Path, default=Path(os.environ.get("LOCALAPPDATA", "."), "hrdesk", "hrdesk.log"))
    given = parser.parse_args()
    command = [str(given.program), "--db", str(given.database)]
    wrong = watch(command, Desktop(), given.picture, given.log, given.seconds, given.stay)
    for line in wrong:
        print(f"FAIL {line}")
    if not wrong:
        print("the window came up, stayed and closed")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.exit(main())
