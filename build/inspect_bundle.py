"""Weigh a frozen folder and look for what must not be in it: python build/inspect_bundle.py FOLDER [--most MB].

Exit 1 when a Qt module is carried that is offered under the GPL alone, or when the folder weighs more than allowed.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from pathlib import Path

# https://doc.qt.io/qt-6/licensing.html: free use under the GPL only; hrdesk uses Qt under the LGPL.
GPL_ONLY = (
    *("Charts", "DataVisualization", "Graphs", "GraphsWidgets", "Quick3D", "Quick3DPhysics", "QuickTimeline"),
    *("VirtualKeyboard", "Lottie", "NetworkAuth", "HttpServer", "Mqtt", "Coap", "WaylandCompositor", "ShaderTools"),
    *("CanvasPainter", "Grpc", "Protobuf"),
)
_LIBRARY = re.compile(r"(?:lib)?Qt6?([A-Za-z0-9]+?)(?:\.abi3)?\.(?:so|dll|pyd|dylib)", re.IGNORECASE)


def gpl_only(names: list[str]) -> list[str]:
    """Those file names that belong to a Qt module under the GPL alone, its plugins and helpers included."""
    found = []
    for name in names:
        library = _LIBRARY.match(Path(name).name)
        if library and any(library[1].lower().startswith(module.lower()) for module in GPL_ONLY):
            found.append(name)
    return found


def weigh(folder: Path) -> Counter[str]:
    """Bytes by part: a package's or library's folder inside `_internal`, single files by themselves."""
    parts: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            place = path.relative_to(folder).parts
            parts["/".join(place[:2]) if len(place) > 1 else place[0]] += path.stat().st_size
    return parts


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=float, default=0, metavar="MB")
    arguments = parser.parse_args()
    parts = weigh(arguments.folder)
    for name, size in parts.most_common(12):
        print(f"{size / 2**20:8.1f} MB  {name}")
    total = sum(parts.values()) / 2**20
    print(f"{total:8.1f} MB  in all")
    wrong = gpl_only([str(path.relative_to(arguments.folder)) for path in arguments.folder.rglob("*")])
    for name in wrong:
        print(f"under the GPL alone: {name}")
    if arguments.most and total > arguments.most:
        print(f"heavier than {arguments.most:g} MB")
    return int(bool(wrong) or bool(arguments.most and total > arguments.most))


if __name__ == "__main__":
    sys.exit(main())
