"""Papers to print in every benchmark: the sample's plan book, Thai prose of any length, registers, wide sheets."""

from __future__ import annotations

import gzip
import pickle
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import fictional_people

from hrdesk.config import resource_path
from hrdesk.domain.subject import Subject
from hrdesk.reports.document import (
    Align,
    Column,
    Document,
    Format,
    Heading,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
)
from hrdesk.reports.forms.compose import compose
from hrdesk.reports.forms.formspec import load_form, standard_texts
from hrdesk.reports.snapshots.snapshot import register_snapshot
from hrdesk.services import Services

_PHRASES_A_PAGE = 28
_WORDS = 6_000  # the commonest, drawn as often as they are written: a vocabulary as real prose has it


def sample_office(path: Path) -> int:
    """Write the sample office's database; returns the id of its plan."""
    with Services.create_sample(path) as services:
        return services.planning.plans()[0].id


def middle_office(path: Path) -> int:
    """An office whose book has the 33 pages for which the bar was set."""
    return own_office(path, projects=24, paragraphs=2)


def large_office(path: Path) -> int:
    return own_office(path, projects=88, paragraphs=7)


def own_office(path: Path, projects: int, paragraphs: int, seed: int = 2567) -> int:
    """The sample with more projects, no title twice, and as many paragraphs of its own in each chapter."""
    dice = random.Random(seed)
    words, costs = _vocabulary()
    with Services.create_sample(path) as services:
        plan = services.planning.plans()[0].id
        draft = services.planning.load(plan)
        titles = _phrases(words, costs, projects - len(draft.projects), dice)
        more = (replace(draft.projects[n % len(draft.projects)], id=0, title=f"โครงการ{title}") for n, title in enumerate(titles))
        chapters = {
            key: f"{text}\n\n" + "\n\n".join(" ".join(_phrases(words, costs, dice.randint(6, 14), dice)) for _ in range(paragraphs))
            for key, text in standard_texts().items()
        }
        services.planning.save(replace(draft, projects=(*draft.projects, *more), chapters=chapters))
        return plan


def plan_book(database: Path, plan: int) -> Document:
    with Services.open(database) as services:
        return services.forms.document("plan-book", Subject(plan=plan))


def prose(pages: int, seed: int = 2567) -> Document:
    """About `pages` pages of justified paragraphs. Words of the dictionary in no sense, but no paragraph twice."""
    dice = random.Random(seed)
    words, costs = _vocabulary()
    blocks: list[Heading | Paragraph] = []
    phrases = _phrases(words, costs, pages * _PHRASES_A_PAGE, dice)
    while phrases:
        count = dice.randint(6, 14)
        text, phrases = " ".join(phrases[:count]), phrases[count:]
        if dice.random() < 0.08:
            blocks.append(Heading((text[:40].rsplit(" ", 1)[0],), level=1))
        blocks.append(Paragraph((Run(text),)))
    return Document("prose", "ร้อยแก้ว", (Section(tuple(blocks)),))


def _vocabulary() -> tuple[list[str], list[float]]:
    """Words with how often each is written."""
    with gzip.open(resource_path("reference", "words_th.tsv.gz"), "rt", encoding="utf-8") as file:
        counted = [line.rstrip("\n").split("\t") for line in file]
    known = [(word, float(count)) for word, count, *_ in counted if len(word) > 1]
    known.sort(key=lambda pair: (-pair[1], pair[0]))
    return [word for word, _ in known[:_WORDS]], [count for _, count in known[:_WORDS]]


def _phrases(words: list[str], weights: list[float], count: int, dice: random.Random) -> list[str]:
    lengths = [dice.randint(5, 12) for _ in range(count)]
    drawn = iter(dice.choices(words, weights, k=sum(lengths)))
    return ["".join(next(drawn) for _ in range(length)) for length in lengths]


def register(rows: int) -> Document:
    """The staffing frame as the office prints it: 6 columns, landscape."""
    return compose(load_form("register"), register_snapshot(fictional_people.office(rows)))


def wide_sheet(rows: int) -> Document:
    """25 columns of every format, for Excel."""
    kinds = (Format.INTEGER, Format.TEXT, Format.TEXT, Format.DATE, Format.BAHT)
    columns = tuple(
        Column(f"c{place}", f"หัวคอลัมน์ {place + 1}", 25, kinds[place % 5], Align.LEFT) for place in range(25)
    )
    return Document("sheet", "ตารางกว้าง", (Section((Table("ตาราง", columns, tuple(_wide_rows(rows))),)),))


def _wide_rows(count: int) -> Iterator[Row]:
    first = date(2020, 1, 1)
    for number, who in enumerate(fictional_people.people(count)):
        day = first + timedelta(days=number % 1500)
        group = (number, f"{who.title}{who.first} {who.last}", who.post, day, number * 100 + 50)
        yield Row(group * 5)


def keep(document: Document, path: Path) -> Path:
    """For the children, which must not spend their time composing."""
    path.write_bytes(pickle.dumps(document))
    return path
