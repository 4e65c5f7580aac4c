"""Read the hand-made list of line-end decisions and compare the breaker with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hrdesk.thai.linebreak import break_offsets, glue

if TYPE_CHECKING:
    from collections.abc import Iterator

GOLD = Path(__file__).with_name("gold_breaks.tsv")


@dataclass(frozen=True)
class Decision:
    phrase: str
    offset: int
    may_end: bool

    def agrees(self) -> bool:
        if self.phrase[self.offset] == " ":
            return (glue(self.phrase)[self.offset] == " ") == self.may_end
        return (self.offset in break_offsets(self.phrase)) == self.may_end

    def __str__(self) -> str:
        mark = "|" if self.may_end else "·"
        return f"{self.phrase[: self.offset]}{mark}{self.phrase[self.offset :]}"


def decisions() -> Iterator[Decision]:
    lines = GOLD.read_text(encoding="utf-8").splitlines()
    for marked in (line.split("\t")[1] for line in lines if not line.startswith("#")):
        phrase = marked.replace("|", "").replace("·", "")
        offset = 0
        for sign in marked:
            if sign in "|·":
                yield Decision(phrase, offset, sign == "|")
            else:
                offset += 1


def disagreements() -> list[Decision]:
    return [decision for decision in decisions() if not decision.agrees()]


if __name__ == "__main__":
    total, wrong = list(decisions()), disagreements()
    print(*wrong, sep="\n")
    print(f"{len(total) - len(wrong)} of {len(total)} agree: {1 - len(wrong) / len(total):.2%}")
