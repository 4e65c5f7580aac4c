"""Make places.txt from the folder of an unpacked or installed GeoThai package: `python make_places.py FOLDER`.

Every province stands on a line of its own, its districts on the lines below it. A district's line is its name, then for
each post code a tab, the code, a colon and the sub-districts that have it, with commas between; a sub-district of two
post codes stands behind both. Provinces, districts and sub-districts are in dictionary order. Names are without the word
before them (อำเภอ, เขต, ตำบล, แขวง) and without another name in brackets.
"""  # noqa: INP001 - a script beside its data, not a package

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

from hrdesk.thai.text import sort_key

HERE = Path(__file__).resolve().parent


def read(folder: Path) -> dict[str, dict[str, dict[str, list[str]]]]:
    """Province → district → post code → sub-districts."""

    def entries(name: str) -> list[list[str]]:
        loaded: list[list[str]] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        return loaded

    provinces = {code: name for code, name, *_ in entries("provinces")}
    districts = {code: name.removeprefix("เขต") for code, name, *_ in entries("districts")}
    found: dict[str, dict[str, dict[str, list[str]]]] = {name: {} for name in provinces.values()}
    for code, name in districts.items():
        found[provinces[code[:2]]][name] = defaultdict(list)
    for code, name, _english, *post in entries("subdistricts"):
        codes = found[provinces[code[:2]]][districts[code[:4]]]
        codes[post[0]].append(name.removeprefix("แขวง").partition(" (")[0])
    return found


def lines(places: dict[str, dict[str, dict[str, list[str]]]]) -> list[str]:
    told = []
    for province in sorted(places, key=sort_key):
        told.append(province)
        for district in sorted(places[province], key=sort_key):
            codes = places[province][district]
            parts = (f"{code}:{','.join(sorted(codes[code], key=sort_key))}" for code in sorted(codes))
            told.append("\t".join((f" {district}", *parts)))
    return told


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    data = next((path.parent for path in folder.rglob("subdistricts.json")), None) if folder else None
    if data is None:
        sys.exit("usage: python make_places.py FOLDER   (an unpacked wheel of geothai)")
    (HERE / "places.txt").write_text("\n".join(lines(read(data))) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
