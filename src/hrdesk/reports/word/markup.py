"""Paragraphs, runs and fields as WordprocessingML text; everything that enters is escaped here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from hrdesk.lazy_dataclass import dataclass
from hrdesk.reports.document import Run
from hrdesk.thai.linebreak import glue_runs

MM = 1440 / 25.4  # twips
SYMBOL_FONT = "Segoe UI Symbol"
_SYMBOLS = re.compile("([✓☐☑☒]+)")
KEEP = "<w:keepNext/>"
_BEGINS = re.compile("<w:p>(?:<w:pPr>(<w:pStyle [^>]*/>)?)?")
_FORBIDDEN = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Look:
    """What a run has beyond its paragraph's style; `size` in points, 0 for the style's."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    size: float = 0.0
    font: str = ""  # empty for the style's


PLAIN = Look()


def without_controls(text: str) -> str:
    """The text without what XML cannot hold."""
    return _FORBIDDEN.sub("", text)


def clean(text: str) -> str:
    return escape(without_controls(text))


def run(text: str, look: Look = PLAIN) -> str:
    """Line feeds and tabs become theirs; signs that Thai fonts lack are set in a font that has them."""
    found = []
    for part in filter(None, _SYMBOLS.split(text)):
        properties = _properties(look, symbol=_SYMBOLS.fullmatch(part) is not None)
        lines = ("<w:tab/>".join(map(_text, line.split("\t"))) for line in part.split("\n"))
        found.append(f"<w:r>{properties}{'<w:br/>'.join(lines)}</w:r>")
    return "".join(found)


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{clean(text)}</w:t>' if text else ""


def _properties(look: Look, *, symbol: bool) -> str:
    """In the order of the schema; whatever Thai letters shall have is said twice, once for complex scripts."""
    font = SYMBOL_FONT if symbol else look.font
    parts = [f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}" w:eastAsia="{font}"/>'] if font else []
    if look.bold:
        parts.append("<w:b/><w:bCs/>")
    if look.italic:
        parts.append("<w:i/><w:iCs/>")
    if look.size:
        parts.append(f'<w:sz w:val="{half_points(look.size)}"/><w:szCs w:val="{half_points(look.size)}"/>')
    if look.underline:
        parts.append('<w:u w:val="single"/>')
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""


def half_points(size: float) -> int:
    return round(size * 2)


def runs(parts: Iterable[Run], size: float = 0.0) -> str:
    """Running text: what prose keeps on one line (ข้อ ๒, ต่าง ๆ, ๕ มกราคม ๒๕๖๗) stays so in Word too."""
    known = tuple(parts)
    glued = zip(known, glue_runs([part.text for part in known]), strict=True)
    return "".join(run(text, Look(part.bold, part.italic, part.underline, size)) for part, text in glued)


def paragraph(content: str, style: str = "", more: str = "") -> str:
    """`content` is runs, `more` further paragraph properties, in the order of the schema."""
    named = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    properties = f"<w:pPr>{named}{more}</w:pPr>" if named or more else ""
    return f"<w:p>{properties}{content}</w:p>"


def kept(made: str) -> str:
    """The paragraph, not to be parted from the next one."""
    if KEEP in made:
        return made
    return _BEGINS.sub(lambda begin: f"<w:p><w:pPr>{begin[1] or ''}{KEEP}{'' if begin[0].count('<w:pPr>') else '</w:pPr>'}", made, count=1)


def align(value: str) -> str:
    return f'<w:jc w:val="{value}"/>'


def spacing(before: float = 0.0, after: float = 0.0) -> str:
    """Points."""
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"/>'


def exact_line(points: float) -> str:
    return f'<w:spacing w:before="0" w:after="0" w:line="{max(round(points * 20), 1)}" w:lineRule="exact"/>'


def indent(left: float = 0.0, hanging: float = 0.0, right: float = 0.0) -> str:
    """Millimetres."""
    return f'<w:ind w:left="{round(left * MM)}" w:right="{round(right * MM)}" w:hanging="{round(hanging * MM)}"/>'


def tabs(*stops: tuple[float, str, str]) -> str:
    """Of (millimetres, left or right, leader: none or dot)."""
    made = (f'<w:tab w:val="{kind}" w:leader="{leader}" w:pos="{round(at * MM)}"/>' for at, kind, leader in stops)
    return f"<w:tabs>{''.join(made)}</w:tabs>"


def field(instruction: str, shown: str, *, look: Look = PLAIN) -> str:
    dressed = _properties(look, symbol=False)  # all of it: Word shows a result anew as its code looks
    return (
        f'<w:r>{dressed}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{dressed}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r>{dressed}<w:fldChar w:fldCharType="separate"/></w:r>{run(shown, look)}'
        f'<w:r>{dressed}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def framed(content: str, width: float, below: float) -> str:
    """A paragraph at the right margin, `below` millimetres under the paper's upper edge, on the page of the next one."""
    frame = (
        f'<w:framePr w:w="{round(width * MM)}" w:hSpace="0" w:wrap="around" w:vAnchor="page" w:hAnchor="margin" '
        f'w:xAlign="right" w:y="{round(below * MM)}"/>'
    )
    return paragraph(content, "", frame + spacing() + align("right"))


def bookmark(name: str, number: int, content: str) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'
