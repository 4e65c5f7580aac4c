"""Place names that are offered while they are typed. Read when the first is asked for; whatever is typed may differ."""

from __future__ import annotations

from functools import cache

from hrdesk.config import resource_path
from hrdesk.thai.text import clean, sort_key


@cache
def _lines() -> dict[str, dict[str, str]]:
    """Province → district → its sub-districts as the file has them."""
    found: dict[str, dict[str, str]] = {}
    districts: dict[str, str] = {}
    for line in resource_path("reference", "places.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            district, _, rest = line[1:].partition("\t")
            districts[district] = rest
        else:
            districts = found[line] = {}
    return found


def provinces() -> tuple[str, ...]:
    """The 77 provinces, in dictionary order."""
    return tuple(_lines())


def districts(province: str) -> tuple[str, ...]:
    """Of the province, in dictionary order; nothing for a province that is not in the list."""
    return tuple(_lines().get(province, ()))


@cache
def subdistricts(province: str, district: str) -> dict[str, tuple[str, ...]]:
    """Of the district, each with its post codes, of which most have one."""
    found: dict[str, tuple[str, ...]] = {}
    for part in _lines().get(province, {}).get(district, "").split("\t"):
        codes, _, names = part.partition(":")
        for name in names.split(",") if names else ():
            found[name] = tuple(codes.split())
    return {name: found[name] for name in sorted(found, key=sort_key)}


_WORDS = {"province": ("จังหวัด", "จ."), "district": ("อำเภอ", "อ.", "เขต"), "subdistrict": ("ตำบล", "ต.", "แขวง")}


def bare_name(part: str, text: str, province: str = "") -> str:
    """What was typed for a `province`, `district` or `subdistrict`, without the word before the name.

    อ.เมือง of a province is the district of its seat, where the list has one: เมืองเชียงใหม่.
    """
    text = clean(text)
    for word in _WORDS[part]:
        if text.startswith(word) and (name := text.removeprefix(word).strip()):
            text = name
            break
    seat = f"เมือง{province}"
    return seat if part == "district" and text == "เมือง" and seat in _lines().get(province, ()) else text


def doubtful(province: str, district: str = "", subdistrict: str = "") -> str:
    """The first name that the list does not have: `province`, `district` or `subdistrict`; empty when all are known.

    What is empty, or below a name that is not known, cannot be told.
    """
    if not province:
        return ""
    if province not in _lines():
        return "province"
    if not district:
        return ""
    if district not in _lines()[province]:
        return "district"
    return "subdistrict" if subdistrict and subdistrict not in subdistricts(province, district) else ""
