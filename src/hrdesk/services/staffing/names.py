"""A person's name from whatever cells hold it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hrdesk.lazy_dataclass import replace
from hrdesk.services.staffing.cells import MAX_LINE, Unreadable
from hrdesk.services.staffing.fields import Field
from hrdesk.thai.text import PersonName, split_name
from hrdesk.thai.titles import full_title

if TYPE_CHECKING:
    from collections.abc import Mapping

_REMARK = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*$")
_WRAPPED = re.compile(r"[(\[]\s*(.*?)\s*[)\]]")
_OPENING, _CLOSING = ("(", "["), (")", "]")
_LETTER = re.compile(r"[^\W\d_]")


def read_person_name(said: Mapping[Field, str]) -> tuple[PersonName, str]:
    """The name, its title written out, and a remark in brackets behind it. Raises Unreadable where a first or last name is missing."""
    prefix, first, last = said[Field.PREFIX], said[Field.FIRST], said[Field.LAST]
    whole = said[Field.NAME]
    if not whole and prefix and first and last:
        return _checked(PersonName(prefix, first.removeprefix(prefix).strip() or first, last)), ""
    joined = whole or first
    if last and not joined.endswith(last):
        joined = f"{joined} {last}"
    if joined[:1] in _OPENING and (match := _WRAPPED.fullmatch(joined)):
        joined = match[1]
    remark = _REMARK.search(joined) if joined.endswith(_CLOSING) else None
    if remark:
        joined = joined[: remark.start()]
    if prefix:
        rest, _, family = joined.removeprefix(prefix).strip().partition(" ")
        name = PersonName(prefix, rest, family.strip())
    else:
        name = split_name(joined)
    return _checked(name), remark[1].strip() if remark else ""


def _checked(name: PersonName) -> PersonName:
    if not name.first[:1].isalpha() and not _LETTER.search(name.first):
        raise Unreadable("อ่านเป็นชื่อบุคคลไม่ได้")
    if not name.last:
        raise Unreadable("ไม่มีนามสกุล")
    if max(map(len, (name.title, name.first, name.last))) > MAX_LINE:
        raise Unreadable(f"ข้อความยาวเกิน {MAX_LINE} อักขระ")
    title = full_title(name.title)
    return name if title == name.title else replace(name, title=title)
