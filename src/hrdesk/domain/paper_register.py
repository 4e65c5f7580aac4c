"""The register of numbered papers of one calendar year: in order, with what was left out and what was given twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from hrdesk.domain.life import IssuedDocument, next_number
from hrdesk.domain.plan_terms import DocumentKind
from hrdesk.lazy_dataclass import dataclass

BY_YEAR = frozenset({DocumentKind.ORDER, DocumentKind.ANNOUNCEMENT})  # numbered anew each calendar year
_MOST_GAPS = 50  # numbers told one by one: a register begun at 900 has no 899 gaps


@dataclass(frozen=True, slots=True)
class PaperLine:
    """`document` is None for a number that was typed elsewhere: with the people of a class, or a project's memorandum."""

    kind: DocumentKind
    number: str
    dated: date
    subject: str
    about: str = ""  # plan, project or class
    document: IssuedDocument | None = None

    @property
    def label(self) -> str:
        return IssuedDocument(0, self.kind, self.number, self.dated, "").label


@dataclass(frozen=True, slots=True)
class KindYear:
    """What the numbers of one kind tell; `following` is the next to be given, `missing` those left out before it."""

    kind: DocumentKind
    count: int
    following: int
    missing: tuple[int, ...]
    twice: tuple[str, ...]


def in_order(lines: Iterable[PaperLine]) -> tuple[PaperLine, ...]:
    """By kind, then by number; numbers that are no plain digits by their day."""
    kinds = list(DocumentKind)

    def rank(line: PaperLine) -> tuple[int, int, date, str]:
        number = plain(line.number)
        counted = line.kind in BY_YEAR and number.isdecimal()
        return kinds.index(line.kind), int(number) if counted else 0, line.dated, line.number

    return tuple(sorted(lines, key=rank))


def plain(number: str) -> str:
    """Without the year behind it."""
    return number.partition("/")[0].strip()


def tell_years(lines: Iterable[PaperLine]) -> tuple[KindYear, ...]:
    """Of the kinds that are numbered by year; of one calendar year."""
    found: dict[DocumentKind, list[str]] = {kind: [] for kind in DocumentKind if kind in BY_YEAR}
    for line in lines:
        if line.kind in found:
            found[line.kind].append(plain(line.number))
    return tuple(_tell(kind, numbers) for kind, numbers in found.items())


def _tell(kind: DocumentKind, numbers: list[str]) -> KindYear:
    given = sorted({int(number) for number in numbers if number.isdecimal()})
    missing = tuple(n for n in range(given[0], given[-1]) if n not in set(given)) if given else ()
    twice = tuple(number for number, times in Counter(numbers).items() if times > 1 and number)
    return KindYear(kind, len(numbers), next_number(numbers), missing[:_MOST_GAPS], twice)


def remark(line: PaperLine, years: Iterable[KindYear]) -> str:
    """What is odd about one line; empty where nothing is."""
    doubled = any(line.kind is year.kind and plain(line.number) in year.twice for year in years)
    return "เลขซ้ำ" if doubled else ""


def sentence(year: KindYear, kind_name: str) -> str:
    """`คำสั่ง 12 ฉบับ เลขถัดไป 13 · เลขที่ข้าม 4, 7`"""
    parts = [f"{kind_name} {year.count:,} ฉบับ เลขถัดไป {year.following}"]
    parts += [f"เลขที่ข้าม {', '.join(map(str, year.missing))}"] if year.missing else []
    parts += [f"เลขซ้ำ {', '.join(year.twice)}"] if year.twice else []
    return " · ".join(parts)
