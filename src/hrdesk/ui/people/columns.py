"""The columns of the register: which there are, which are shown, and the dialog that chooses and orders them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from hrdesk.ui.kit.editors import EntryDialog
from hrdesk.ui.kit.reading import stays
from hrdesk.ui.kit.table import Column
from hrdesk.ui.kit.widgets import button, column, label, row, rule
from hrdesk.ui.kit.words import NOTHING, level_word, short_personnel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from hrdesk.domain.terms import Wording
    from hrdesk.services.values import StaffRow
    from hrdesk.ui.kit.theme import Theme

STANDARD = ("number", "title", "level", "name", "personnel_type", "unit")
NAME = "name"
_KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class StaffColumn:
    """`key` is that of the field it shows, by which a pasted block is understood; empty `sort`: not sorted by."""

    key: str
    shown: Column[StaffRow]
    sort: str = ""
    detail: bool = False  # asks for rows with details
    pasted: bool = True


def staff_columns(wording: Callable[[], Wording | None]) -> dict[str, StaffColumn]:
    def kind(record: StaffRow) -> str:
        words = wording()
        return short_personnel(record.personnel_type, words) if words else ""

    listed = (
        StaffColumn("number", Column("เลขที่ตำแหน่ง", lambda r: r.number or NOTHING, "18-2-01-3102-001"), "number"),
        StaffColumn("title", Column("ตำแหน่ง", lambda r: r.position_title or NOTHING, "นักวิเคราะห์นโยบาย", stretch=True), "title"),
        StaffColumn("level", Column("ระดับ", lambda r: level_word(r.level), "ชำนาญการ ")),
        StaffColumn("name", Column("ชื่อ-สกุล", lambda r: "ว่าง" if r.is_vacant else r.name, "นางสาวปิ่นแก้ว ฟ้าใสสว่าง",
                                   tone=lambda r: "muted" if r.is_vacant else ""), "name"),
        StaffColumn("personnel_type", Column("ประเภท", kind, "จ้างตามภารกิจ (คุณวุฒิ)")),
        StaffColumn("unit", Column("สังกัด", lambda r: r.unit or NOTHING, "งานวิเคราะห์นโยบายและแผน"), "unit"),
        StaffColumn("line", Column("สายงาน", lambda r: r.line or NOTHING, "นักวิเคราะห์นโยบายและแผน")),
        StaffColumn("birth_date", Column("วันเกิด", _detail("birth_date"), "28 พ.ค. 2530 "), detail=True),
        StaffColumn("retires", Column("เกษียณ", _retires, "30 ก.ย. 2590 "), detail=True, pasted=False),
        StaffColumn("start_date", Column("วันเริ่มปฏิบัติงาน", _detail("start_date"), "28 พ.ค. 2560 "), detail=True),
        StaffColumn("education", Column("วุฒิการศึกษา", _detail("education"), "รัฐประศาสนศาสตรมหาบัณฑิต"), detail=True),
        StaffColumn("note", Column("หมายเหตุ", _detail("note"), "ช่วยราชการกองคลัง"), detail=True),
    )  # fmt: skip
    return {one.key: one for one in listed}


def _detail(name: str) -> Callable[[StaffRow], str]:
    def text(record: StaffRow) -> str:
        value = getattr(record.details, name, None)
        return value if isinstance(value, str) else _day(value)

    return text


def _retires(record: StaffRow) -> str:
    from hrdesk.domain.staff import retirement_date  # noqa: PLC0415 - only who shows this column

    born = record.details.birth_date if record.details else None
    return _day(retirement_date(born) if born else None)


def _day(day: date | None) -> str:
    from hrdesk.thai.dates import short_date  # noqa: PLC0415

    return short_date(day) if day else ""


def known_keys(keys: Sequence[str], columns: dict[str, StaffColumn]) -> tuple[str, ...]:
    """What this version knows of a remembered choice; the standard one where the name would be missing."""
    kept = tuple(dict.fromkeys(key for key in keys if key in columns))
    return kept if NAME in kept else STANDARD


class ColumnsDialog(EntryDialog):
    """Tick with the space bar, move with Alt and the arrows; the name always stays."""

    keeps_no_draft = True

    def __init__(self, theme: Theme, columns: dict[str, StaffColumn], shown: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("คอลัมน์ของทะเบียน")
        stays(self)  # remembered on this PC
        self.columns = columns
        self.list = QListWidget()
        self.list.setAccessibleName("คอลัมน์ที่แสดง ตามลำดับ")
        self.up_button = button("ขึ้น", lambda: self.shift(-1), name="เลื่อนคอลัมน์ขึ้น (Alt+ขึ้น)")
        self.down_button = button("ลง", lambda: self.shift(1), name="เลื่อนคอลัมน์ลง (Alt+ลง)")
        self.standard_button = button("คืนค่าเริ่มต้น", lambda: self.fill(STANDARD))
        self.ok_button = button("ใช้คอลัมน์เหล่านี้", self.accept, kind="primary")
        self.ok_button.setDefault(True)
        cancel = button("ยกเลิก", self.reject)
        for one in (self.up_button, self.down_button, self.standard_button, cancel):
            one.setAutoDefault(False)
        hint = label("ทำเครื่องหมายด้วยเว้นวรรค เลื่อนด้วย Alt กับลูกศร", "muted", wrap=True)
        side = row(theme, self.up_button, self.down_button, 1, self.standard_button)
        foot = row(theme, 1, cancel, self.ok_button)
        self.setLayout(column(theme, hint, self.list, side, rule(), foot, gap="m", pad="l"))
        self.resize(theme.px(380), theme.px(520))
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda by=by: self.shift(by))
        self.fill(shown)
        self.list.setFocus()

    def fill(self, shown: Sequence[str]) -> None:
        self.list.clear()
        for key in (*shown, *(key for key in self.columns if key not in shown)):
            item = QListWidgetItem(self.columns[key].shown.heading, self.list)
            item.setData(_KEY, key)
            flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
            item.setFlags(flags & ~Qt.ItemFlag.ItemIsEnabled if key == NAME else flags)
            item.setCheckState(Qt.CheckState.Checked if key in shown else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)

    def shift(self, by: int) -> None:
        number = self.list.currentRow()
        if 0 <= number + by < self.list.count():
            item = self.list.takeItem(number)
            self.list.insertItem(number + by, item)
            self.list.setCurrentRow(number + by)

    def chosen(self) -> tuple[str, ...]:
        items = [self.list.item(number) for number in range(self.list.count())]
        return tuple(item.data(_KEY) for item in items if item.checkState() == Qt.CheckState.Checked)
