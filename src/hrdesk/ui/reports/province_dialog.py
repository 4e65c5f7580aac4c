"""Excel for the province: which columns, in what order and under which headings, kept as named layouts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.province import COLUMNS, STANDARD, LayoutColumn, ProvinceLayout
from hrdesk.domain.register_terms import ProvinceSheet
from hrdesk.domain.terms import term
from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.ui.kit.editors import EntryDialog, typed
from hrdesk.ui.kit.keys import keys
from hrdesk.ui.kit.locked_export import LockedExport
from hrdesk.ui.kit.messages import ask
from hrdesk.ui.kit.reading import stays
from hrdesk.ui.kit.table import Column, Index, RowsModel, Table
from hrdesk.ui.kit.widgets import Field, button, choose, column, combo, label, row, set_tone
from hrdesk.written import Written

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hrdesk.ui.kit.desk import Desk

YEARS = 6  # offered, back from this one


@dataclass(frozen=True, slots=True)
class Choice:
    """A column that can be had; ticked ones stand first, in their order."""

    key: str
    name: str
    heading: str
    ticked: bool
    value: str = ""  # where the office has nothing to say


class ChoiceModel(RowsModel[Choice]):
    """Heading and constant are typed over in place, the tick set by Space."""

    HEADING, VALUE = 2, 3

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in (self.HEADING, self.VALUE) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.EditRole:
            record = self.row_at(index)
            return (record.value if index.column() == self.VALUE else record.heading) if record else None
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        record = self.row_at(index)
        if role != Qt.ItemDataRole.EditRole or record is None:
            return False
        text = str(value).strip()
        typed_one = {"value": text} if index.column() == self.VALUE else {"heading": text or record.name}
        self.put(index.row(), replace(record, **typed_one, ticked=True))
        return True

    def put(self, number: int, choice: Choice) -> None:
        self.set_rows([*self.rows[:number], choice, *self.rows[number + 1 :]])

    def move(self, number: int, to: int) -> None:
        rows = list(self.rows)
        rows.insert(to, rows.pop(number))
        self.set_rows(rows)


class ProvinceDialog(EntryDialog):
    keeps_no_draft = True  # a layout is kept by its button

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.theme = desk, desk.theme
        self.layouts: tuple[ProvinceLayout, ...] = (STANDARD,)
        self.shown_sheet = ProvinceSheet.REGISTER
        self.columns_of: dict[ProvinceSheet, tuple[Choice, ...]] = {}
        self.setWindowTitle("ส่งออก Excel สำหรับจังหวัด")
        self._build()
        self._connect()
        self.show_layout(STANDARD)
        self.reload()
        self.table.setFocus()

    def _build(self) -> None:
        theme, this = self.theme, FiscalYear.of(date.today()).be  # noqa: DTZ011 - the officer's day
        self.layout_box = combo("รูปแบบ")
        self.layout_box.setSizeAdjustPolicy(self.layout_box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.layout_box.setMinimumContentsLength(24)
        self.name = Field("ชื่อรูปแบบ", "ตั้งชื่อเพื่อเก็บไว้ใช้ครั้งต่อไป")
        self.keep_button = button("เก็บรูปแบบ", self.keep)
        self.delete_button = button("ลบรูปแบบ", self.delete)
        stays(self)  # what is chosen here is for the workbook
        for one in (self.keep_button, self.delete_button, self.save_key):
            stays(one, reads=False)
        self.sheet = combo("แผ่นงาน", [(term(kind), kind) for kind in ProvinceSheet])
        self.year = combo("ปีงบประมาณ", [("ทุกปีงบประมาณ", None), *((f"พ.ศ. {y}", y) for y in range(this + 1, this - YEARS, -1))])
        self.model = ChoiceModel((
            Column("ส่งออก", lambda c: "✓" if c.ticked else "–", "ส่งออก", tone=lambda c: "" if c.ticked else "muted"),
            Column("ข้อมูล", lambda c: c.name, "วันที่หนังสือนำส่งทั้งหมด", tone=lambda c: "" if c.ticked else "muted"),
            Column("หัวคอลัมน์ในแฟ้ม", lambda c: c.heading if c.ticked else "", "", stretch=True),
            Column("ค่าเมื่อไม่มีข้อมูล", lambda c: c.value if c.ticked else "", "ค่าเมื่อไม่มีข้อมูลอยู่"),
        ))  # fmt: skip
        self.table = Table(theme, "คอลัมน์ของแผ่นงาน", self.model)
        self.up_button = button("ขึ้น", lambda: self.shift(-1), name="เลื่อนคอลัมน์ขึ้น (Alt+ขึ้น)")
        self.down_button = button("ลง", lambda: self.shift(1), name="เลื่อนคอลัมน์ลง (Alt+ลง)")
        self.tick_button = button("เลือก/ไม่เลือก", self.tick, name="เลือกหรือไม่เลือกคอลัมน์นี้ (เว้นวรรค)")
        self.rename_button = button("เปลี่ยนหัวคอลัมน์", self.rename, name="เปลี่ยนหัวคอลัมน์ (F2)")
        self.value_button = button("ค่าคงที่", self.set_value, name="ค่าที่ใส่เมื่อไม่มีข้อมูลของคอลัมน์นี้ (F3)")
        self.message = label("", wrap=True)
        self.message.hide()
        self.close_button = button("ปิด", self.reject)
        self.close_button.setAutoDefault(False)
        self.write_button = button("ส่งออก Excel…", self.write, kind="primary")
        self.write_button.setDefault(True)
        head = row(theme, label("รูปแบบ"), self.layout_box, self.name, self.keep_button, self.delete_button)
        head.setStretch(2, 1)
        what = row(theme, label("แผ่นงาน"), self.sheet, label("ผลและประวัติของปี"), self.year, 1)
        side = row(theme, self.tick_button, self.rename_button, self.value_button, self.up_button, self.down_button, 1)
        foot = row(theme, 1, self.close_button, self.write_button)
        box = column(theme, head, what, self.table, side, self.message, foot, gap="m", pad="l")
        box.setStretch(2, 1)
        self.setLayout(box)
        self.resize(theme.px(860), theme.px(480))

    def _connect(self) -> None:
        self.layout_box.activated.connect(lambda _n: self.show_layout(self.layout_box.currentData()))
        self.sheet.activated.connect(lambda _n: self.show_sheet(self.sheet.currentData()))
        self.table.opened.connect(self._opened)
        moves = {"Alt+Up": lambda: self.shift(-1), "Alt+Down": lambda: self.shift(1)}
        keys(self.table, {"Space": self.tick, "F2": self.rename, "F3": self.set_value, **moves})
        self.save_key.activated.connect(self.keep)

    # showing

    def reload(self, chosen: object = STANDARD.id) -> None:
        province = self.desk.services.province

        def show(found: tuple[ProvinceLayout, ...]) -> None:
            self.layouts = found
            self.layout_box.clear()
            for layout in found:
                self.layout_box.addItem(layout.name, layout)
            wanted = next((one for one in found if one.id == chosen), found[0])
            choose(self.layout_box, wanted)
            self.show_layout(wanted)

        self.desk.read(self, province.layouts, show)

    def show_layout(self, layout: ProvinceLayout) -> None:
        self.name.setText("" if layout.is_ready else layout.name)
        self.delete_button.setEnabled(not layout.is_ready)
        self.columns_of = {kind: _choices(layout, kind) for kind in ProvinceSheet}
        if not self.columns_of[self.shown_sheet] or not layout.of(self.shown_sheet):
            self.shown_sheet = next(kind for kind in ProvinceSheet if layout.of(kind))
        choose(self.sheet, self.shown_sheet)
        self._fill()

    def show_sheet(self, kind: ProvinceSheet) -> None:
        self.columns_of[self.shown_sheet] = self.model.rows
        self.shown_sheet = kind
        self._fill()

    def _fill(self) -> None:
        self.model.set_rows(self.columns_of[self.shown_sheet])
        self.table.choose_row(0)

    def current(self) -> ProvinceLayout:
        """As it is shown now, under the typed name; the id of the chosen one where the name is the same."""
        self.columns_of[self.shown_sheet] = self.model.rows
        chosen = self.layout_box.currentData() or STANDARD
        name = typed(self.name)
        known = next((one.id for one in self.layouts if one.name == name and not one.is_ready), 0)
        columns = tuple(
            LayoutColumn(kind, one.key, one.heading, one.value) for kind in ProvinceSheet for one in self.columns_of[kind] if one.ticked
        )
        return ProvinceLayout(known, name or chosen.name, columns)

    def say(self, text: str, tone: str = "error") -> None:
        self.message.setText(text)
        self.message.setVisible(bool(text))
        set_tone(self.message, tone)

    # doing

    def tick(self) -> None:
        number = self.table.currentIndex().row()
        if number >= 0:
            choice = self.model.rows[number]
            self.model.put(number, replace(choice, ticked=not choice.ticked))

    def rename(self) -> None:
        self._type_over(ChoiceModel.HEADING)

    def _opened(self, _choice: object) -> None:
        self._type_over(ChoiceModel.VALUE if self.table.currentIndex().column() == ChoiceModel.VALUE else ChoiceModel.HEADING)

    def set_value(self) -> None:
        self._type_over(ChoiceModel.VALUE)

    def _type_over(self, column: int) -> None:
        index = self.model.index(self.table.currentIndex().row(), column)
        if index.isValid():
            self.table.setCurrentIndex(index)
            self.table.edit(index)

    def shift(self, by: int) -> None:
        number = self.table.currentIndex().row()
        to = number + by
        if number >= 0 and 0 <= to < self.model.rowCount():
            self.model.move(number, to)
            self.table.choose_row(to, self.table.currentIndex().column())

    def keep(self) -> None:
        province, layout = self.desk.services.province, replace(self.current(), name=typed(self.name))

        def kept(layout_id: object) -> None:
            self.say(f"เก็บรูปแบบ “{layout.name}” แล้ว", "ok")
            self.reload(layout_id)

        self.desk.change(self, lambda: province.save(layout), kept, self._failed)

    def delete(self) -> None:
        layout = self.layout_box.currentData()
        if layout is None or layout.is_ready:
            return
        if ask(self, "ลบรูปแบบ", f"รูปแบบ “{layout.name}” จะถูกลบ ข้อมูลบุคลากรและแผนไม่ถูกเปลี่ยนแปลง", "ลบรูปแบบ"):
            province = self.desk.services.province
            self.desk.change(self, lambda: province.delete(layout.id), lambda _n: self.reload(), self._failed)

    def write(self) -> None:
        layout, year = self.current(), self.year.currentData()
        province = self.desk.services.province

        def done(written: Written[int], lock: str) -> None:
            self.say(f"ส่งออก {written.result:,} แถวเป็น {written.said} ใน {written.path.parent} แล้ว ({lock})", "ok")

        LockedExport(
            "แฟ้มสำหรับจังหวัด", "ส่งออก Excel สำหรับจังหวัด", f"ข้อมูลจังหวัด_{year or 'ทุกปี'}.xlsx",
            lambda target, password: province.write(layout, target, year, password), done, self._failed,
        ).ask(self.desk, self)  # fmt: skip

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.say(str(error))
        else:
            self.desk.complain(self, error)


def _choices(layout: ProvinceLayout, kind: ProvinceSheet) -> tuple[Choice, ...]:
    known = COLUMNS[kind]
    ticked = [Choice(one.key, known[one.key], one.heading, ticked=True, value=one.value) for one in layout.of(kind) if one.key in known]
    taken = {one.key for one in ticked}
    return (*ticked, *(Choice(key, name, name, ticked=False) for key, name in known.items() if key not in taken))
