"""Why a paper is no more than a draft: across every page, and in a line at its head, as Word draws watermarks."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from hrdesk.reports.word.markup import align, clean
from hrdesk.reports.word.styles import FONT
from hrdesk.thai.numbers import thai_digits_in_prose

if TYPE_CHECKING:
    from hrdesk.reports.document import Document

_RED, _PALE = "B80D0D", "#f7dada"
_PLACE = (
    "position:absolute;margin-left:0;margin-top:0;width:470pt;height:52pt;rotation:306;z-index:-251658752;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    "mso-position-vertical:center;mso-position-vertical-relative:margin"
)
_KIND = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
    '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>'
    '<v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/>'
    '<v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
    'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
)


def stamp(document: Document) -> str:
    """A paragraph for the header of every page; nothing for an official paper."""
    if not document.stamp:
        return ""
    text = thai_digits_in_prose(document.stamp) if document.thai_digits else document.stamp
    shape = (
        f'<v:shape id="PowerPlusWaterMarkObject" o:spid="_x0000_s2049" type="#_x0000_t136" style="{_PLACE}" '
        f'o:allowincell="f" fillcolor="{_PALE}" stroked="f">'
        f'<v:textpath style="font-family:&quot;{FONT}&quot;;font-weight:bold;font-size:1pt" string={quoteattr(text)}/>'
        "</v:shape>"
    )
    look = f'<w:rPr><w:b/><w:bCs/><w:color w:val="{_RED}"/></w:rPr>'
    said = f'<w:r>{look}<w:t xml:space="preserve">{clean(text)}</w:t></w:r>'
    drawn = f"<w:r><w:pict>{_KIND}{shape}</w:pict></w:r>"
    return f'<w:p><w:pPr><w:pStyle w:val="Header"/>{align("center")}</w:pPr>{said}{drawn}</w:p>'
