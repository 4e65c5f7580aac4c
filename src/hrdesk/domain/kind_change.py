"""An office of another kind or name: the official phrases in what was written for the former one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from hrdesk.domain.office import Organization


def rewording(before: Organization, after: Organization) -> Callable[[str], str]:
    """Turns the phrases of one office into those of the other; the longest first, all at once.

    Only phrases that mean this very office or its kind of staff, committee or budget law: เทศบาล alone stands in the
    titles of laws and in other people's names, and stays.
    """
    pairs = dict(zip(_phrases(before), _phrases(after), strict=True))
    changed = {old: new for old, new in pairs.items() if old and new and old != new}
    if not changed:
        return lambda text: text
    pattern = re.compile("|".join(re.escape(old) for old in sorted(changed, key=len, reverse=True)))
    return lambda text: pattern.sub(lambda found: changed[found[0]], text)


def _phrases(office: Organization) -> Iterator[str]:
    words = office.wording
    yield office.head_of_office
    yield office.chief_of_office
    yield office.full_name
    yield words.chief_office
    yield words.head
    yield words.chief_officer
    yield words.staff
    yield words.budget_law
    yield words.provincial_committee_full
    yield words.provincial_committee
    yield words.central_committee
