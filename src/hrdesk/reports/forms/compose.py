"""A form and its snapshot make a `Document`; pure, so the same figures reach paper, Word and Excel alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from hrdesk.domain.book import CHAPTERS
from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import replace
from hrdesk.reports.document import (
    Block,
    Document,
    Heading,
    Krut,
    LetterHead,
    LetterItem,
    MemoHead,
    Paragraph,
    Run,
    Section,
    Signature,
    Signatures,
    Space,
    Style,
)
from hrdesk.reports.forms.compose_table import table_blocks
from hrdesk.reports.forms.form_values import FormSpec, LetterSpec, MemoSpec, SectionSpec, SignatureSpec
from hrdesk.reports.forms.inserts import built, unknown_line
from hrdesk.reports.forms.markup import fill, parse
from hrdesk.reports.snapshots.scope import Scope
from hrdesk.reports.snapshots.snapshot_values import OfficeSnapshot, PlanSnapshot

_GAP = Space(6.0)
_SIGNING_GAP = Space(12.0)


def compose(form: FormSpec, snapshot: OfficeSnapshot, *, thai_digits: bool = True) -> Document:
    """UserError, naming the chapter, when a passage the officer changed asks for what is not there."""
    scope = Scope.of(snapshot)
    text = _Composer(form, scope).text
    return Document(
        form=form.id,
        title=text(form.title),
        sections=tuple(_sections(form, scope)) or (_nobody(text(form.title), text(form.nobody)),),
        author=snapshot.organization,
        subject=text(form.subject or form.legal),
        keywords=tuple(text(keyword) for keyword in form.keywords),
        foot=text(form.foot),
        catchwords=form.catchwords,
        thai_digits=thai_digits,
        skip_first_number=form.skip_first_number,
        emblem=snapshot.emblem or b"",
        logo=snapshot.logo or b"",
        kept_since=snapshot.kept_since,
    )


def _nobody(title: str, words: str) -> Section:
    """A form printed for each of none says so: a file without a page opens in no reader."""
    said = (Heading((title,), listed=False), _GAP, Paragraph((Run(words),), Style.CENTERED))
    return Section(said, numbered=False)


def _sections(form: FormSpec, scope: Scope) -> Iterator[Section]:
    if form.table:
        composer = _Composer(form, scope)
        signed = tuple(composer.signatures(form.signatures))
        yield Section(composer.table_form(form) + signed, form.orientation)
    for spec in form.sections:
        for item in scope.find(spec.each) if spec.each else (None,):
            composer = _Composer(form, scope if item is None else scope.inside(item))
            yield Section(
                composer.section_blocks(spec), spec.orientation, spec.numbered, spec.foot, spec.centred
            )


class _Composer:
    """Blocks of one section."""

    def __init__(self, form: FormSpec, scope: Scope) -> None:
        self._form = form
        self._scope = scope

    def text(self, template: str) -> str:
        return fill(template, self._scope.fields)

    def section_blocks(self, spec: SectionSpec) -> tuple[Block, ...]:
        if spec.table:
            return self._other_form(self._form.tables[spec.table])
        changed: Mapping[str, str] = {}
        if isinstance(self._scope.snapshot, PlanSnapshot):
            changed = self._scope.snapshot.chapters
        try:
            blocks = self._parse(changed.get(spec.chapter, spec.text))
        except UserError as error:
            name = CHAPTERS.get(spec.chapter, spec.chapter)
            raise UserError(f"{name}: {error}" if name else str(error)) from error
        listed = (replace(b, listed=spec.listed) if isinstance(b, Heading) and b.listed is not spec.listed else b for b in blocks)
        return (*self._head(spec), *listed, *self.signatures(spec.signatures), *self._parse(spec.after))

    def _head(self, spec: SectionSpec) -> Iterator[Block]:
        if spec.letter:
            yield Krut()
            yield self._letter(spec.letter)
        if spec.memo:
            yield self._memo(spec.memo)

    def _letter(self, letter: LetterSpec) -> LetterHead:
        listed = (
            ("เรื่อง", (letter.subject,)),
            ("เรียน", (letter.to,)),
            ("อ้างถึง", letter.references),
            ("สิ่งที่ส่งมาด้วย", letter.enclosures),
        )
        items = (LetterItem(label, self._filled(texts)) for label, texts in listed)
        return LetterHead(
            number=self.text(letter.number),
            office=self._filled(letter.office),
            date=self.text(letter.date),
            items=tuple(item for item in items if item.texts),
        )

    def _memo(self, memo: MemoSpec) -> MemoHead:
        fields = (memo.office, memo.number, memo.date, memo.subject, memo.to)
        return MemoHead(*(self.text(each).strip() for each in fields))

    def _filled(self, templates: Iterable[str]) -> tuple[str, ...]:
        """Without those that come out empty."""
        return tuple(line for line in (self.text(template).strip() for template in templates) if line)

    def _other_form(self, form: FormSpec) -> tuple[Block, ...]:
        if form.table:
            return self.table_form(form)
        other = _Composer(form, self._scope)
        return tuple(block for section in form.sections for block in other.section_blocks(section))

    def table_form(self, form: FormSpec) -> tuple[Block, ...]:
        """Heading, passage, table, passage; the same alone and inside a book."""
        heading = self._filled(form.heading)
        head: tuple[Block, ...] = (Heading(heading, listed=False),) if heading else ()
        table = table_blocks(form.table, self._scope) if form.table else ()
        return head + self._parse(form.before) + table + self._parse(form.after)

    def signatures(self, specs: Sequence[SignatureSpec]) -> Iterator[Block]:
        """Those beside each other make one row."""
        rows: list[list[Signature]] = []
        for spec in specs:
            name = self.text(spec.name)
            signature = Signature(name if name.strip(".") else "", self._filled(spec.position), spec.label)
            if spec.beside and rows:
                rows[-1].append(signature)
            else:
                rows.append([signature])
        for number, row in enumerate(rows):
            yield _SIGNING_GAP if number == 0 and row[0].label else _GAP
            yield row[0] if len(row) == 1 else Signatures(tuple(row))

    def _parse(self, text: str) -> tuple[Block, ...]:
        return parse(text, self._scope.fields, self._insert)

    def _insert(self, name: str, argument: str) -> tuple[Block, ...]:
        if name != "table":
            return built(self._scope, name, argument)
        if argument in self._form.grids:
            return table_blocks(self._form.grids[argument], self._scope)
        form = self._form.tables.get(argument)
        if form is None or form.table is None:
            raise unknown_line("table", argument)
        return table_blocks(form.table, self._scope)
