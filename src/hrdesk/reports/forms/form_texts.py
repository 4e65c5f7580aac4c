"""Every text of a form that may hold `{fields}`."""

from __future__ import annotations

from collections.abc import Iterator

from hrdesk.reports.forms.form_values import (
    FormSpec,
    LetterSpec,
    MemoSpec,
    SectionSpec,
    SignatureSpec,
    TableSpec,
)


def form_texts(form: FormSpec) -> Iterator[str]:
    """Those of the whole paper, without its sections and tables."""
    yield from (form.title, *form.heading, form.before, form.after, form.subject, *form.keywords)
    yield from (form.foot, form.legal, form.nobody)
    yield from _signature_texts(form.signatures)


def section_texts(section: SectionSpec) -> Iterator[str]:
    yield from (section.text, section.after)
    yield from _signature_texts(section.signatures)
    if section.letter:
        yield from _letter_texts(section.letter)
    if section.memo:
        yield from _memo_texts(section.memo)


def table_texts(table: TableSpec) -> Iterator[str]:
    yield from (table.name, table.total, table.words, table.empty, table.group_heading)
    for column in table.columns:
        yield from (column.heading, column.group)


def _signature_texts(signatures: tuple[SignatureSpec, ...]) -> Iterator[str]:
    for signature in signatures:
        yield from (signature.name, *signature.position)


def _letter_texts(letter: LetterSpec) -> Iterator[str]:
    yield from (letter.number, *letter.office, letter.date, letter.subject, letter.to)
    yield from (*letter.references, *letter.enclosures)


def _memo_texts(memo: MemoSpec) -> Iterator[str]:
    yield from (memo.office, memo.number, memo.date, memo.subject, memo.to)
