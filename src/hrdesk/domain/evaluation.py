"""The 5-level form, follow-ups and gains: what an answer means, and what may be asked of whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from hrdesk.domain.training_terms import Result
from hrdesk.domain.year_project import Hundredths
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.thai.numbers import arabic_digits

AnswerCell = tuple[int, int | None]  # number of the sheet, id of the question; None is its comment
LEVEL_WORDS: dict[int, str] = {5: "มากที่สุด", 4: "มาก", 3: "ปานกลาง", 2: "น้อย", 1: "น้อยที่สุด"}
# Other words that forms made with Google Forms and the like use for the same five.
_SYNONYMS = {
    "มากที่สุด": 5, "ดีมาก": 5, "เห็นด้วยอย่างยิ่ง": 5, "พึงพอใจมากที่สุด": 5, "ดีที่สุด": 5,
    "มาก": 4, "ดี": 4, "เห็นด้วย": 4, "พึงพอใจมาก": 4,
    "ปานกลาง": 3, "พอใช้": 3, "เฉยๆ": 3, "ไม่แน่ใจ": 3, "พึงพอใจปานกลาง": 3,
    "น้อย": 2, "ควรปรับปรุง": 2, "ไม่เห็นด้วย": 2, "พึงพอใจน้อย": 2,
    "น้อยที่สุด": 1, "ต้องปรับปรุง": 1, "ไม่เห็นด้วยอย่างยิ่ง": 1, "พึงพอใจน้อยที่สุด": 1,
}  # fmt: skip
_NUMBER = re.compile(r"[1-5](?:\.0+)?")
_NUMBERED = re.compile(r"\(?([1-5])\)?[\s.=:\-–]*(\D+)|(\D+?)[\s(=:\-–]+([1-5])\)?")


@dataclass(frozen=True, slots=True)
class Question:
    """`class_id` None: on every form. A retired one was answered in the past and is no longer asked."""

    id: int
    section: str
    text: str
    class_id: int | None = None
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One form handed in, without a name; `levels` by question id, unanswered ones left out."""

    id: int
    number: int
    levels: dict[int, int]
    comment: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """`done_on` None while it is owed."""

    id: int
    participant: int
    due_on: date
    done_on: date | None = None
    supervisor: str = ""
    supervisor_position: str = ""
    level: int | None = None
    findings: str = ""
    suggestions: str = ""


@dataclass(frozen=True, slots=True)
class Interview:
    """`participant` None: somebody else concerned was asked."""

    id: int
    class_id: int
    participant: int | None = None
    day: date | None = None
    interviewer: str = ""
    findings: str = ""


@dataclass(frozen=True, slots=True)
class OutsideResult:
    """Results asked of the organisation that held the class (F17); `received_on` None while they are owed."""

    id: int
    class_id: int
    organization: str = ""
    letter_number: str = ""
    requested_on: date | None = None
    received_on: date | None = None
    result: str = ""


def level_of(text: str) -> int | None:
    """5 to 1 from a number, a word, or both (`5 - มากที่สุด`); None for what is no level, or two at odds."""
    plain = re.sub(r"\s+", " ", arabic_digits(text)).strip()
    if _NUMBER.fullmatch(plain):
        return int(plain[0])
    if match := _NUMBERED.fullmatch(plain):
        number, word = int(match[1] or match[4]), _word(match[2] or match[3])
        return number if _SYNONYMS.get(word, number) == number else None
    return _SYNONYMS.get(_word(plain))


def _word(text: str) -> str:
    return re.sub(r"[\s()\-–=:.]+", "", text)


def answered(sheets: Iterable[Sheet], cells: Mapping[AnswerCell, int | str | None]) -> tuple[Sheet, ...]:
    """The sheets with the cells written into them, new ones (id 0) among them, by number."""
    found = {one.number: one for one in sheets}
    for (number, question), value in cells.items():
        sheet = found.get(number, Sheet(0, number, {}))
        if question is None:
            found[number] = replace(sheet, comment=str(value or ""))
        else:
            rest = {key: level for key, level in sheet.levels.items() if key != question}
            found[number] = replace(sheet, levels=rest if value is None else rest | {question: int(value)})
    return tuple(found[number] for number in sorted(found))


def gain(before: Hundredths | None, after: Hundredths | None) -> Hundredths | None:
    """None for someone who did not sit both."""
    return None if before is None or after is None else after - before


def owed_sheets(results: tuple[Result, ...]) -> int:
    """How many forms can come in: one of each who was there."""
    return sum(result is not Result.ABSENT for result in results)


def is_due(follow_up: FollowUp, today: date) -> bool:
    return follow_up.done_on is None and follow_up.due_on <= today
