"""The parts of a form's file below its tables: sections, the heads of letters and memoranda, signatures."""

from __future__ import annotations

from pathlib import Path

from hrdesk.reports.document import Orientation
from hrdesk.reports.forms.form_values import LetterSpec, MemoSpec, SectionSpec, SignatureSpec
from hrdesk.reports.forms.toml_table import TomlTable

_TEXT_KEYS = ("chapter", "passage", "text", "table")
_OFFICE = ("{seat}", "{street}", "{letter_district}", "{letter_province}")


def read_section(source: TomlTable, passages: Path) -> SectionSpec:
    """`passages` is the folder of the form's longer texts."""
    chapter, passage, text, table = (source.text(key, "") for key in _TEXT_KEYS)
    if [bool(chapter), bool(passage), bool(text), bool(table)].count(True) != 1:
        raise source.error("ต้องมีคีย์ “chapter”, “passage”, “text” หรือ “table” เพียงคีย์เดียว")
    file = chapter or passage
    letter, memo = source.table("letter"), source.table("memo")
    spec = SectionSpec(
        chapter=chapter,
        text=_passage(source, passages / f"{file}.txt") if file else text,
        table=table,
        orientation=source.choice("orientation", Orientation.PORTRAIT),
        numbered=source.flag("numbered", default=True),
        foot=source.flag("foot", default=letter is None and memo is None),
        centred=source.flag("centred", default=False),
        listed=source.flag("listed", default=True),
        each=source.text("each", ""),
        letter=_letter(letter) if letter else None,
        memo=_memo(memo) if memo else None,
        signatures=tuple(read_signature(signature) for signature in source.tables("signatures")),
        after=source.text("after", ""),
    )
    source.close()
    return spec


def read_signature(source: TomlTable) -> SignatureSpec:
    spec = SignatureSpec(
        source.text("name"),
        source.texts("position"),
        source.text("label", "(ลงชื่อ)"),
        source.flag("beside", default=False),
    )
    source.close()
    return spec


def _letter(source: TomlTable) -> LetterSpec:
    spec = LetterSpec(
        number=source.text("number"),
        office=source.texts("office") or _OFFICE,
        date=source.text("date"),
        subject=source.text("subject"),
        to=source.text("to"),
        references=source.texts("references"),
        enclosures=source.texts("enclosures"),
    )
    source.close()
    return spec


def _memo(source: TomlTable) -> MemoSpec:
    spec = MemoSpec(*(source.text(key) for key in ("office", "number", "date", "subject", "to")))
    source.close()
    return spec


def _passage(source: TomlTable, path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise source.error(f"ไม่พบข้อความ {path.parent.name}/{path.name}") from None
