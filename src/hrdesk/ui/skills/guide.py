"""The development guide: for everything that can be a gap the ways to close it, changed where the office wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from hrdesk.domain.competency import OWN
from hrdesk.domain.guide import ANY, Guide, GuideWay, above_of
from hrdesk.domain.idp import RULE
from hrdesk.domain.passage_words import way_in_words
from hrdesk.domain.skill_terms import LearningWay
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services import Area
from hrdesk.ui.kit.messages import UndoBar
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import Field, button, column, frame, label, row, tool
from hrdesk.ui.skills.guide_places import fitting, origin, places

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrdesk.domain.competency import OwnCompetency
    from hrdesk.domain.framework import Framework
    from hrdesk.ui.kit.desk import Desk

_PLACE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class GuideData:
    framework: Framework
    own: tuple[OwnCompetency, ...]
    guide: Guide


class GuideSection(Page):
    areas = Area.SKILLS

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.info: GuideData | None = None
        self._shown: tuple[str, str] | None = None  # the place whose ways are in the table
        self._added: GuideWay | None = None  # to stand on when they are read anew
        self.list = QListWidget()
        self.list.setAccessibleName("สมรรถนะในคู่มือ")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._chosen)
        self.search = Field("ค้นหาในคู่มือ", "พิมพ์บางคำหรือรหัส")
        self.search.textChanged.connect(lambda _text: self._fill())
        left = frame(column(theme, self.search, self.list, gap="xs"))
        left.setFixedWidth(theme.px(290))
        self.heading = label("", "section", wrap=True)
        self.origin = label("", "small", wrap=True)
        self.table = Table(theme, "วิธีการพัฒนา", RowsModel(self._columns()))
        self.table.explain("ยังไม่มีวิธีพัฒนา กดปุ่ม “เพิ่มวิธี…” เพื่อกำหนด")
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
            Column("รูปแบบ", lambda r: f"{RULE[r.way]} {term(r.way)}", "10 ฝึกอบรมและศึกษาตามหลักสูตร"),
            Column("วิธีการพัฒนา", lambda r: way_in_words(r.activity), "", stretch=True),
            Column("เดือน", lambda r: str(r.months), "12", right=True),
        )

    # reading

    def reader(self) -> Callable[[], GuideData]:
        skills = self.services.skills
        return lambda: GuideData(skills.setting().framework, skills.own(), skills.guide())

    def show_data(self, data: GuideData) -> None:
        self.info = data
        self._fill()

    def _fill(self) -> None:
        if self.info is None:
            return
        data, kept = self.info, self.place()
        shown = list(fitting(list(places(data.framework, data.own)), self.search.text()))
        self.list.blockSignals(True)
        self.list.clear()
        for place in shown:
            mark = "  ✎" if data.guide.is_own(*place.key) else ""
            item = QListWidgetItem("    " * place.level + place.text + mark, self.list)
            item.setToolTip(place.text)
            item.setData(_PLACE, place.key)
        self.list.blockSignals(False)
        self.list.setCurrentRow(next((n for n, place in enumerate(shown) if place.key == kept), 0 if shown else -1))
        self._chosen(self.list.currentRow())

    def place(self) -> tuple[str, str]:
        item = self.list.currentItem()
        framework, code = item.data(_PLACE) if item is not None else (OWN, ANY)
        return framework, code

    def _chosen(self, _row: int) -> None:
        if self.info is None:
            return
        found, key = self.list.currentItem() is not None, self.place()
        guide, framework = self.info.guide, self.info.framework
        self.heading.setText(self.list.currentItem().toolTip() if found else "ไม่พบรายการที่มีคำนี้")
        self.origin.setText(origin(guide, framework, key) if found else "")
        self.table.rows.set_rows(guide.ways(*key, above_of(framework, key)) if found else ())
        self._take_place(key)
        self.reset_button.setEnabled(found and guide.is_own(*key))
        self.delete_button.setEnabled(self.table.rows.rowCount() > 1)
        for one in (self.edit_button, self.add_button):
            one.setEnabled(found)

    def _take_place(self, key: tuple[str, str]) -> None:
        """The way just added, or the one that was chosen; the first of another competency."""
        other, self._shown = key != self._shown, key
        added, self._added = self._added, None
        if added is not None and self.table.choose_where(lambda way: _same(way, added)):
            return
        if other or self.table.current_record() is None:
            self.table.choose_row(0)

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
        from hrdesk.ui.skills.way_dialog import WayDialog  # noqa: PLC0415 - seldom

        dialog = WayDialog(self.theme, way, self)

        def put() -> None:
            ways = self.ways()
            if place is None:
                ways.append(dialog.item)
                self._added = dialog.item
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


def _same(one: GuideWay, other: GuideWay) -> bool:
    """Whatever number it was stored under."""
    return (one.way, one.activity, one.indicator, one.months) == (other.way, other.activity, other.indicator, other.months)
