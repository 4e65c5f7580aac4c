"""Make words_th.graph from words_th.tsv.gz: `python pack_words.py`. What the bytes mean: `hrdesk.thai.lexicon`.

The words share their beginnings and their ends, so that 56,886 of them take 0.8 MB and are ready when they are read.
"""  # noqa: INP001 - a script beside its data, not a package

from __future__ import annotations

import gzip
import sys
from array import array
from pathlib import Path

HERE = Path(__file__).resolve().parent
FREE = 0
LOWEST = 0xA1  # the first Thai letter of TIS-620
WINDOW = 2048  # cells looked at for room: those before are all but full


class State:
    """What may follow some beginning of words: letters, each with the price of the word that it ends (0: none)."""

    def __init__(self) -> None:
        self.prices: dict[int, int] = {}
        self.after: dict[int, State] = {}
        self.base = -1

    def key(self) -> tuple[tuple[int, int, int], ...]:
        """Two states with one key are one."""
        return tuple((letter, self.prices[letter], id(state)) for letter, state in self.after.items())


def graph(costs: dict[str, int]) -> list[State]:
    """The states, the first one first; two from which the same endings follow are one."""
    known: dict[tuple[tuple[int, int, int], ...], State] = {}
    path = [State()]
    before = b""

    def settle(depth: int) -> None:
        while len(path) - 1 > depth:
            state = path.pop()
            path[-1].after[before[len(path) - 1]] = known.setdefault(state.key(), state)

    for word, cost in sorted((word.encode("tis-620"), cost) for word, cost in costs.items()):
        shared = 0
        while shared < min(len(word), len(before)) and word[shared] == before[shared]:
            shared += 1
        settle(shared)
        for letter in word[shared:]:
            path[-1].prices[letter] = 0
            path.append(State())
        path[-2].prices[word[-1]] = cost + 1
        before = word
    settle(0)
    return [path[0], *known.values()]


def pack(costs: dict[str, int]) -> bytes:
    """All letters, then all prices, then all bases in little-endian 32 bits; the first state has base 0. `costs` are 0 to 99."""
    states = graph(costs)
    letters, taken = bytearray(b"\0" * 512), set[int]()
    for state in [states[0], *sorted(states[1:], key=lambda state: -len(state.after))]:
        cells = sorted(state.after) or [LOWEST]  # where words end: a base of its own, from which nothing leads on
        at = letters.find(FREE, max(cells[0], len(letters) - WINDOW))
        while at - cells[0] in taken or any(letters[at - cells[0] + cell] != FREE for cell in cells):
            at = letters.find(FREE, at + 1)
        state.base = at - cells[0]
        taken.add(state.base)
        letters.extend(b"\0" * max(0, at + 512 - len(letters)))
        for cell in state.after:
            letters[state.base + cell] = cell
    prices, bases = bytearray(len(letters)), array("I", bytes(4 * len(letters)))
    for state in states:
        for letter, target in state.after.items():
            prices[state.base + letter] = state.prices[letter]
            bases[state.base + letter] = target.base
    if sys.byteorder == "big":
        bases.byteswap()
    return bytes(letters + prices) + bases.tobytes()


def listed() -> dict[str, int]:
    cells = gzip.decompress((HERE / "words_th.tsv.gz").read_bytes()).decode("utf-8").split()
    return dict(zip(cells[::2], map(int, cells[1::2]), strict=True))


if __name__ == "__main__":
    (HERE / "words_th.graph").write_bytes(pack(listed()))
