"""The stored sort key against ICU on Thai surnames: neighbours in our order that ICU would turn round.

ICU is asked through Qt, whose QCollator is ICU on Linux (another implementation on Windows). The surnames are
PyThaiNLP's list where that is installed, composed ones besides.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from functools import cmp_to_key
from itertools import pairwise
from typing import Any

from fictional_people import people
from interleave import interleave, judge, show_growth, skip

from hrdesk.thai.text import clean, sort_key

COMPOSED = 20_000
ROUNDS = 7


def main() -> None:
    if sys.platform != "linux":
        print("QCollator is not ICU on this system; the judgement below is another's")
    from PySide6.QtCore import QCollator, QLocale

    compare = QCollator(QLocale("th_TH")).compare
    lists = {"composed names": sorted({who.last for who in people(COMPOSED)} | {who.first for who in people(COMPOSED)})}
    collate: Callable[[str], str] | None = None
    if importlib.util.find_spec("pythainlp"):
        from pythainlp.corpus import thai_family_names
        from pythainlp.util import collate as pythainlp_collate

        lists["PyThaiNLP's surnames"] = sorted({clean(name) for name in thai_family_names()})  # as they are stored
        collate = pythainlp_collate
    else:
        skip("PyThaiNLP", "pip install pythainlp")
    for title, names in lists.items():
        print(f"\n{len(names):,} {title}")
        judge("inversions of the stored key against ICU", _inversions(sorted(names, key=sort_key), compare), 0, "")
        if collate is not None:
            print(f"  pythainlp.util.collate: {_inversions(collate(names), compare):,} inversions")
    _sorting(max(lists.values(), key=len), compare)


def _sorting(names: list[str], compare: Callable[[str, str], int]) -> None:
    keyed = [(sort_key(name), name) for name in names]
    order = cmp_to_key(compare)
    contestants = {
        "code points (floor, wrong order)": lambda: _drop(sorted(names)),
        "stored keys": lambda: _drop(sorted(keyed)),
        "ICU comparing, through Qt": lambda: _drop(sorted(names, key=order)),
        "making the keys": lambda: _drop([sort_key(name) for name in names]),
    }
    times = interleave(contestants, ROUNDS)
    times.show(f"sorting {len(names):,} names", "ICU comparing, through Qt")
    sizes = (len(names) // 100, len(names) // 10, len(names))
    show_growth("making keys", sizes, [_keys(names[:size]) for size in sizes])


def _keys(names: list[str]) -> float:
    return interleave({"keys": lambda: _drop([sort_key(name) for name in names])}, ROUNDS).processor_median("keys")


def _inversions(ordered: list[str], compare: Callable[[str, str], int]) -> int:
    return sum(compare(one, other) > 0 for one, other in pairwise(ordered))


def _drop(_result: list[Any]) -> None:
    """A contestant returns nothing."""


if __name__ == "__main__":
    main()
