"""Random runs, widths and splits: no exception, no character lost, no line too wide without need."""

from __future__ import annotations

import random
import re

from pdf_support import setter
from sample_book import PROSE, WORDS

from hrdesk.reports.document import Align, Run
from hrdesk.reports.typography.paragraph import ThaiParagraph
from hrdesk.reports.typography.style import TextStyle

PARAGRAPHS = 3000
STOCK = (
    *WORDS, *PROSE.split(), "(Globalization)", "โดยต้อง", "ๆ", "ฯลฯ", "1,234,567.89", "๒๕๖๔", "พ.ศ.", "ก.ท.จ.",
    "-", "–", "✓☑☐", "\n", "https://www.dla.go.th/a?b=1", "่", "ำ", "็็", "\u200b", "\u00a0", "\t", "€漢", "a b", "x",
)  # fmt: skip
ALIGNS = tuple(Align)


def random_paragraph(chance, made_by):
    runs = []
    for _ in range(chance.randint(0, 6)):
        words = chance.choices(STOCK, k=chance.randint(0, 8))
        text = chance.choice(("", " ", "  ")).join(words)
        runs.append(Run(text, *(chance.random() < 0.3 for _ in range(3))))
    style = TextStyle(
        chance.choice((10, 14, 16.25, 30)), 1.3, chance.choice(ALIGNS), left=chance.choice((0, 20)),
        first=chance.choice((0, 71, -20)),
    )  # fmt: skip
    return ThaiParagraph.of(made_by, runs, style), "".join(run.text for run in runs)


def written(text):
    """What must be drawn of a text: everything but spaces and what nobody sees."""
    return re.sub("[\\s\u200b\u00a0]", "", text)


def drawn(*paragraphs):
    return "".join(piece.shaped.text for each in paragraphs for line in each.lines for piece in line.pieces)


def test_nothing_is_lost_in_three_thousand_random_paragraphs():
    chance = random.Random(2564)
    made_by = setter()
    for _ in range(PARAGRAPHS):
        made, text = random_paragraph(chance, made_by)
        made.wrap(chance.choice((12, 30, 75, 120, 300, 450)))
        assert written(drawn(made)) == written(text)
        parts = [made]
        while len(parts[-1].lines) > 1 and chance.random() < 0.7:
            head, rest = parts.pop().split_after(
                chance.randint(1, len(made.lines) - 1) % len(made.lines) or 1
            )
            parts += [head, rest]
            made = rest
            if chance.random() < 0.3:
                rest.wrap(chance.choice((20, 200, 451)))
        assert written(drawn(*parts)) == written(text)


def test_lines_are_too_wide_only_for_what_cannot_be_parted():
    chance = random.Random(7)
    made_by = setter()
    for _ in range(300):
        made, _ = random_paragraph(chance, made_by)
        made.wrap(120)
        for line in made.lines:
            if line.width > line.limit + 0.05:
                text = "".join(piece.shaped.text for piece in line.pieces)
                assert len(line.pieces) == 1 or re.fullmatch(r"[-+(]?[\d๐-๙.,:/%)]+|.[ะ-ฺๅ็-๎]*|\W+", text), text
