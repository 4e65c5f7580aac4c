"""Rules that suggest: the first that fits, and only from what is known."""

from __future__ import annotations

from hrdesk.domain.taxonomy import Rule, Subject, suggestion
from hrdesk.domain.terms import PersonnelType, PositionType

CLERK = Subject(PersonnelType.REGULAR, PositionType.GENERAL, "เจ้าพนักงานธุรการ", 3)
RULES = (
    Rule("academic", "วิชาการ", position_types=frozenset({PositionType.ACADEMIC})),
    Rule("service", "บริการ", frozenset({PersonnelType.REGULAR}), title_words=("ทะเบียน", "ประชาสัมพันธ์")),
    Rule("new", "บรรจุใหม่", years_below=1),
    Rule("others", "อื่น ๆ", frozenset({PersonnelType.REGULAR})),
)


def suggests(subject: Subject) -> str | None:
    rule = suggestion(RULES, subject)
    return rule and rule.suggests


def test_the_first_rule_that_fits_suggests() -> None:
    assert suggests(CLERK) == "others"
    assert suggests(Subject(PersonnelType.REGULAR, PositionType.ACADEMIC, "นักประชาสัมพันธ์")) == "academic"
    assert suggests(Subject(PersonnelType.REGULAR, PositionType.GENERAL, "เจ้าพนักงานทะเบียน", 0)) == "service"


def test_every_condition_of_a_rule_must_hold() -> None:
    assert suggests(Subject(PersonnelType.PERMANENT, PositionType.NONE, "พนักงานทะเบียน", 9)) is None


def test_years_that_are_not_known_never_count_as_few() -> None:
    assert suggests(Subject(PersonnelType.PERMANENT, PositionType.NONE, "ภารโรง", 0)) == "new"
    assert suggests(Subject(PersonnelType.PERMANENT, PositionType.NONE, "ภารโรง", None)) is None
    assert suggests(Subject(PersonnelType.PERMANENT, PositionType.NONE, "ภารโรง", 1)) is None
