"""The development guide: for each unit, area or own competency the ways to close a gap, changed where the office wants."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from hrdesk.domain.competency import OWN
from hrdesk.domain.guide import ANY, YEAR_MONTHS, Guide, GuideWay, area_of
from hrdesk.domain.idp import RULE
from hrdesk.domain.skill_terms import LearningWay
from hrdesk.domain.terms import term
from hrdesk.services import Area
from hrdesk.thai.text import clean
from hrdesk.ui.kit.count_box import CountBox
from hrdesk.ui.kit.editors import TextArea, typed
from hrdesk.ui.kit.item_dialog import ItemDialog
from hrdesk.ui.kit.messages import UndoBar
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import Field, button, choose, column, combo, frame, label, row, tool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from hrdesk.domain.competency import OwnCompetency
    from hrdesk.domain.framework import Framework
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.theme import Theme

_PLACE = Qt.ItemDataRole.UserRole
GENERAL = "ทุกสมรรถนะที่ไม่มีวิธีเฉพาะ"


@dataclass(frozen=True)
class GuideData:
    framework: Framework
    own: tuple[OwnCompetency, ...]
    guide: Guide


@dataclass(frozen=True)
class Place:
    """What ways are for."""

    framework: str
    code: str
    text: str
    area: str = ANY
    level: int = 0


class WayDialog(ItemDialog):
    def __init__(self, theme: Theme, way: GuideWay, parent: QWidget) -> None:
        super().__init__(theme, "วิธีการพัฒนา", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.given = way
        self.way = combo("รูปแบบการเรียนรู้", [(f"{term(one)} ({RULE[one]})", one) for one in LearningWay])
        choose(self.way, way.way)
        self.activity = TextArea("วิธีการพัฒนา", way.activity, lines=3)
        self.indicator = Field("ตัวชี้วัด", "สิ่งที่แสดงว่าทำได้แล้ว", way.indicator)
        self.months = CountBox("ระยะเวลาเป็นเดือน", way.months, 1, YEAR_MONTHS, unit="เดือน")
        for key, text, field in (
            ("way", "รูปแบบ", self.way), ("activity", "วิธีการพัฒนา", self.activity),
            ("indicator", "ตัวชี้วัด", self.indicator), ("months", "ระยะเวลา", self.months),
        ):  # fmt: skip
            self.form.add(key, text, field)
        note = "ใน IDP โปรแกรมใส่ชื่อสมรรถนะแทน {name} และชื่อหลักสูตรที่ตรงแทน {course}"
        self.form.add_wide(label(note, "small", wrap=True))
        self.activity.setFocus()

    def value(self) -> GuideWay | None:
        activity = clean(self.activity.toPlainText())
        if not activity:
            self.refuse("กรุณากรอกวิธีการพัฒนา", self.activity)
            return None
        way, months = self.way.currentData(), self.months.value()
        return replace(self.given, way=way, activity=activity, indicator=typed(self.indicator), months=months)


class GuideSection(Page):
    areas = Area.SKILLS

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.info: GuideData | None = None
        self.list = QListWidget()
        self.list.setAccessibleName("สมรรถนะในคู่มือ")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._chosen)
        left = frame(column(theme, label("ด้าน หน่วย และสมรรถนะ", "small"), self.list, gap="xs"))
        left.setFixedWidth(theme.px(290))
        self.heading = label("", "section", wrap=True)
        self.origin = label("", "small", wrap=True)
        self.table = Table(theme, "วิธีการพัฒนา", RowsModel(self._columns()))
        self.table.opened.connect(lambda _way: self.edit())
        self.reset_button = button("ใช้ของโปรแกรม", self.reset, name="เลิกใช้วิธีของหน่วยงานและใช้ของโปรแกรม")
        self.delete_button = tool(theme, "delete", "ลบวิธีที่เลือก", self.delete)
        self.edit_button = button("แก้ไข…", self.edit, name="แก้ไขวิธีที่เลือก")
        self.add_button = button("เพิ่มวิธี…", self.add, kind="primary")
        self.undo = UndoBar(theme, self)
        bar = row(theme, 1, self.reset_button, self.delete_button, self.edit_button, self.add_button, gap="xs")
        right = column(theme, self.heading, self.origin, self.table, bar, self.undo, gap="s")
        right.setStretch(2, 1)
        whole = row(theme, left, right, gap="m")
        whole.setStretch(1, 1)
        whole.setContentsMargins(0, theme.px(10), 0, 0)
        self.setLayout(whole)

    def _columns(self) -> tuple[Column[GuideWay], ...]:
        return (
            Column("รูปแบบ", lambda r: f"{RULE[r.way]} {term(r.way)}", "70 เรียนรู้จากการปฏิบัติงาน"),
            Column("วิธีการพัฒนา", lambda r: r.activity, "", stretch=True),
            Column("เดือน", lambda r: str(r.months), "12", right=True),
        )

    # reading

    def reader(self) -> Callable[[], GuideData]:
        skills = self.services.skills
        return lambda: GuideData(skills.setting().framework, skills.own(), skills.guide())

    def show_data(self, data: GuideData) -> None:
        self.info = data
        kept = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for place in self._places(data):
            item = QListWidgetItem("    " * place.level + place.text, self.list)
            item.setToolTip(place.text)
            item.setData(_PLACE, (place.framework, place.code))
            if data.guide.is_own(place.framework, place.code):
                item.setText(item.text() + "  ✎")
        self.list.blockSignals(False)
        self.list.setCurrentRow(max(0, kept))
        self._chosen(self.list.currentRow())

    @staticmethod
    def _places(data: GuideData) -> Iterable[Place]:
        framework = data.framework
        yield Place(OWN, ANY, GENERAL)
        yield from (Place(OWN, each.code, f"{each.code} {each.name}", level=1) for each in data.own)
        for area in framework.areas:
            yield Place(framework.id, area.code, f"{area.code} {area.name}")
            for unit in framework.units:
                if unit.area == area.code:
                    yield Place(framework.id, unit.code, f"{unit.code} {unit.name}", area.code, 1)

    def place(self) -> tuple[str, str]:
        item = self.list.currentItem()
        framework, code = item.data(_PLACE) if item is not None else (OWN, ANY)
        return framework, code

    def _chosen(self, _row: int) -> None:
        if self.info is None or self.list.currentItem() is None:
            return
        framework, code = self.place()
        guide, own = self.info.guide, self.info.guide.is_own(framework, code)
        area = area_of(self.info.framework, code)
        self.heading.setText(self.list.currentItem().text().replace("✎", "").strip())
        here = bool(guide.at(framework, code))
        told = "วิธีที่หน่วยงานกำหนด" if own else "วิธีของโปรแกรม" if here else "ใช้วิธีของด้านนี้ แก้ไขแล้วจะเป็นของหน่วยนี้โดยเฉพาะ"
        self.origin.setText(told)
        self.table.rows.set_rows(guide.ways(framework, code, area))
        self.table.choose_row(0)
        self.reset_button.setEnabled(own)

    # doing

    def ways(self) -> list[GuideWay]:
        return list(self.table.rows.rows)

    def add(self) -> None:
        framework, code = self.place()
        self._dialog(GuideWay(0, framework, code, LearningWay.OWN_WORK, ""), None)

    def edit(self) -> None:
        way = self.table.current_record()
        if way is not None:
            self._dialog(way, self.table.currentIndex().row())

    def _dialog(self, way: GuideWay, place: int | None) -> None:
        dialog = WayDialog(self.theme, way, self)

        def put() -> None:
            ways = self.ways()
            if place is None:
                ways.append(dialog.item)
            else:
                ways[place] = dialog.item
            self._save(ways, "แก้ไขวิธีการพัฒนาแล้ว")

        dialog.accepted.connect(put)
        dialog.open()

    def delete(self) -> None:
        ways, place = self.ways(), self.table.currentIndex().row()
        if 0 <= place < len(ways) and len(ways) > 1:
            del ways[place]
            self._save(ways, "ลบวิธีการพัฒนาแล้ว")

    def reset(self) -> None:
        self._save([], "กลับไปใช้วิธีของโปรแกรมแล้ว")

    def _save(self, ways: Sequence[GuideWay], told: str) -> None:
        if self.info is None:
            return
        skills, (framework, code) = self.services.skills, self.place()
        before = self.info.guide.at(framework, code) if self.info.guide.is_own(framework, code) else ()

        def saved(_none: object) -> None:
            self.undo.offer(
                told,
                lambda: self.desk.change(
                    self, lambda: skills.save_ways(framework, code, before), lambda _none: self.refresh()
                ),
            )
            self.refresh()

        self.desk.change(self, lambda: skills.save_ways(framework, code, ways), saved)
