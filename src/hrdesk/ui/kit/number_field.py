"""A field for hours and marks: numbers with two decimals at most, in digits of either script."""

from __future__ import annotations

from hrdesk.thai.numbers import format_decimal, parse_baht
from hrdesk.ui.kit.widgets import Field, set_invalid


class NumberField(Field):
    """Whole hundredths; `wrong` says why what stands there is no number."""

    def __init__(self, name: str, hint: str, hundredths: int) -> None:
        super().__init__(name, hint, decimal_text(hundredths))

    def hundredths(self) -> int | None:
        """0 when empty, None when it is no number."""
        try:
            return read_decimal(self.text())
        except ValueError:
            return None

    @property
    def wrong(self) -> bool:
        unreadable = self.hundredths() is None
        set_invalid(self, invalid=unreadable)
        return unreadable


def decimal_text(hundredths: int) -> str:
    """As it is typed: 1234, 6.5 or 6.25; empty for none."""
    return format_decimal(hundredths).replace(",", "") if hundredths else ""


def read_decimal(text: str) -> int:
    """Hundredths, 0 of nothing. ValueError for what is no number, or below 0."""
    found = parse_baht(text) if text.strip() else 0
    if found < 0:
        raise ValueError(text)
    return found
