"""The version resource of the Windows programs, in the text format that PyInstaller reads.

`python build/version_info.py` prints the project's version for a shell, as the installer wants it.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parent.parent / "pyproject.toml"
THAI, UNICODE = 0x041E, 1200
TEMPLATE = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable('{table}', [
{strings}
    ])]),
    VarFileInfo([VarStruct('Translation', [{language}, {charset}])]),
  ],
)
"""


def numbers(version: str) -> tuple[int, int, int, int]:
    """`1.2.3.dev4` is (1, 2, 3, 0): Windows compares four numbers and knows no words."""
    parts: list[int] = []
    for part in version.split("+")[0].split("."):
        if not part.isdigit():
            break
        parts.append(int(part))
    first, second, third, fourth = (*parts, 0, 0, 0, 0)[:4]
    return first, second, third, fourth


def version_info(name: str, about: str, version: str) -> str:
    strings = {
        "CompanyName": "hrdesk",
        "FileDescription": about,
        "FileVersion": version,
        "InternalName": name,
        "LegalCopyright": "MIT licence; see LICENSE",
        "OriginalFilename": f"{name}.exe",
        "ProductName": "hrdesk",
        "ProductVersion": version,
    }
    return TEMPLATE.format(
        numbers=numbers(version),
        table=f"{THAI:04X}{UNICODE:04X}",
        strings="\n".join(f"      StringStruct({key!r}, {value!r})," for key, value in strings.items()),
        language=THAI,
        charset=UNICODE,
    )


def write(folder: Path, name: str, about: str, version: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{name}-version.txt"
    target.write_text(version_info(name, about, version), encoding="utf-8")
    return target


def for_a_shell(version: str) -> str:
    return f"VERSION={version}\nNUMBERS={'.'.join(map(str, numbers(version)))}\n"


if __name__ == "__main__":
    # without the carriage returns of Windows, which would end up in the values
    sys.stdout.buffer.write(for_a_shell(tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]).encode())
