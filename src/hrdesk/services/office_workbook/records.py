"""What is read from an office workbook, and the faults found in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any

from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services.sheets.sheet import cell_name

_MOST_FAULTS = 1000
_MOST_SAID = 10
_MOST_COUNTED = 4
_UNTOUCHED = "ยังไม่ได้นำเข้าข้อมูลใด ข้อมูลในโปรแกรมไม่ถูกเปลี่ยนแปลง"


@dataclass(frozen=True, slots=True)
class CellFault:
    """`cell` as Excel names it; empty when the fault is the sheet's."""

    sheet: str
    cell: str
    text: str

    def __str__(self) -> str:
        place = f" เซลล์ {self.cell}" if self.cell else ""
        return f"แผ่นงาน “{self.sheet}”{place}: {self.text}"


class InvalidWorkbook(UserError):  # noqa: N818 - what it is, not that it went wrong
    """An office workbook that was not imported; `faults` name its cells."""

    def __init__(self, file: str, faults: Sequence[CellFault]) -> None:
        more = f" และอีก {len(faults) - _MOST_SAID} แห่ง" if len(faults) > _MOST_SAID else ""
        said = "; ".join(map(str, faults[:_MOST_SAID]))
        super().__init__(
            f"ชุดข้อมูลหน่วยงาน “{file}” มีข้อผิดพลาด {len(faults)} แห่ง {_UNTOUCHED}"
            f" กรุณาแก้ไขแล้วนำเข้าใหม่: {said}{more}"
        )
        self.faults = tuple(faults)


@dataclass(slots=True)
class Faults:
    """Collects faults, up to a number that nobody mends by hand."""

    file: str
    found: list[CellFault] = field(default_factory=list)

    def say(self, sheet: str, text: str, row: int = -1, column: int = -1) -> None:
        """`row` and `column` from 0; without them the fault is the sheet's."""
        self.found.append(CellFault(sheet, cell_name(row, column) if row >= 0 else "", text))
        if len(self.found) >= _MOST_FAULTS:
            self.stop()

    def stop(self) -> None:
        """Raise InvalidWorkbook when anything was found."""
        if self.found:
            raise InvalidWorkbook(self.file, self.found)


@dataclass(frozen=True, slots=True)
class Record:
    row: int  # of the sheet, from 0
    values: dict[str, Any]  # by column of the table


@dataclass(frozen=True, slots=True)
class SheetRecords:
    places: Mapping[str, int]  # column of the table → column of the sheet, from 0
    records: tuple[Record, ...]


OfficeRecords = Mapping[str, SheetRecords]  # by table


def not_an_office(file: str) -> UserError:
    return UserError(
        f"แฟ้ม “{file}” ไม่ใช่ชุดข้อมูลหน่วยงานของโปรแกรมนี้ (ไม่พบแผ่นงาน “คำอธิบาย” ที่ระบุรูปแบบ) {_UNTOUCHED}"
        " กรุณาเลือกแฟ้มชุดข้อมูลหน่วยงานที่ส่งออกจากโปรแกรมนี้"
    )


def unknown_format(file: str, found: object, known: int) -> UserError:
    return UserError(
        f"ชุดข้อมูลหน่วยงาน “{file}” ใช้รูปแบบรุ่น {found} แต่โปรแกรมนี้รู้จักถึงรุ่น {known} {_UNTOUCHED}"
        " กรุณาใช้โปรแกรมรุ่นใหม่กว่า"
    )


def not_empty(held: Sequence[str]) -> UserError:
    more = " เป็นต้น" if len(held) > _MOST_COUNTED else ""
    return UserError(
        f"ฐานข้อมูลนี้มีข้อมูลอยู่แล้ว ({', '.join(held[:_MOST_COUNTED])}{more}) จึงไม่นำเข้าชุดข้อมูลหน่วยงานทับ ข้อมูลเดิมยังอยู่ครบ"
        " กรุณานำเข้าในแฟ้มข้อมูลใหม่"
    )
