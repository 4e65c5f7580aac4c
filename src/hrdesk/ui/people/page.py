"""บุคลากร: the staffing frame and its people, one row per post, sorted and filtered by the database."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from hrdesk.domain.terms import PersonnelType, PositionType, term
from hrdesk.services import Area
from hrdesk.services.values import StaffQuery
from hrdesk.ui.kit.messages import UndoBar
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.table import Column, Table
from hrdesk.ui.kit.widgets import (
    Field,
    button,
    choose,
    column,
    combo,
    empty_state,
    frame,
    label,
    menu_button,
    row,
)
from hrdesk.ui.kit.words import NOTHING, level_word, personnel_word, short_personnel
from hrdesk.ui.people.person_card import PersonCard
from hrdesk.ui.people.person_dialog import (
    NEW_PERSON,
    NEW_POSITION,
    Frame,
    PersonDialog,
    PositionDialog,
    RetireDialog,
    unit_items,
)
from hrdesk.ui.people.staff_model import StaffModel

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.domain.staff import PersonRecord, PositionRecord
    from hrdesk.services.register.importing import ImportResult
    from hrdesk.services.values import StaffRow
    from hrdesk.ui.kit.desk import Desk

FOLDS = 900  # logical pixels of the page below which the card folds away
WIDE = 1280  # below it the column of types, which the card and the filter show too, is hidden
KIND = 4
LEFT = "left"  # a state of the filter: those who left, instead of the register
SORTS = ("number", "title", "", "name", "", "unit")


class PeoplePage(Page):
    areas = Area.STAFF | Area.ORGANIZATION

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.frame_data: Frame | None = None
        self._select: tuple[str, int] | None = None
        self._shown: tuple[StaffQuery, StaffRow | None] | None = None  # the row that was current, in which list
        self._build_filters()
        self.model = StaffModel(desk, self._columns(), SORTS)
        self.table = Table(self.theme, "ทะเบียนบุคลากร", self.model)
        self.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.model.query = replace(self.model.query, sort="number")
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicatorShown(True)
        self.table.opened.connect(self.open_row)
        self.table.chosen.connect(self._chosen)
        self.model.counted.connect(self._counted)
        self.card = PersonCard(desk, self)
        self.card.edit_asked.connect(self.edit_person)
        self.card.post_asked.connect(self.edit_position)
        self.card.retire_asked.connect(self.retire)
        self.card.fill_asked.connect(self.add_person)
        self.card.return_asked.connect(self.take_back)
        self.card.history_asked.connect(self.open_history)
        self.count = label("", "small")
        self.undo = UndoBar(self.theme, self)
        self._build_body()
        shortcut = QShortcut(QKeySequence("F2"), self)
        shortcut.activated.connect(self._edit_current)
        for key, slot in ((QKeySequence.StandardKey.New, self.add_person), ("Ctrl+I", self.open_import), ("Ctrl+H", self.open_history)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(slot)

    def _build_filters(self) -> None:
        self.filter_field = Field("กรองรายชื่อ", "ชื่อ ตำแหน่ง หรือเลขที่")
        self.filter_field.setMinimumWidth(self.theme.px(150))
        self.filter_field.setMaximumWidth(self.theme.px(260))
        self.filter_field.setClearButtonEnabled(True)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(200)
        self._typing.timeout.connect(self._filter)
        self.filter_field.textChanged.connect(self._typing.start)
        self.unit = combo("กรองตามสังกัด", [("ทุกสังกัด", None)])
        self.kind = combo("กรองตามประเภท", [("ทุกประเภท", None)])
        self.state = combo("กรองตามสถานะ", [("มีคนและว่าง", None), ("มีผู้ครอง", False), ("ว่าง", True), ("พ้นจากตำแหน่งแล้ว", LEFT)])
        for box in (self.unit, self.kind, self.state):
            box.activated.connect(self._filter)
            box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToContents)
        for box in (self.unit, self.kind, self.state):
            box.setMinimumWidth(self.theme.px(84))
            box.setMaximumWidth(self.theme.px(160))
        self.add_button = button("เพิ่มบุคลากร", self.add_person, kind="primary")
        self.add_post_button = button("เพิ่มตำแหน่ง", self.add_position)
        self.tools = menu_button("เครื่องมือ", [
            ("นำเข้าจาก Excel… (Ctrl+I)", self.open_import),
            ("ส่งออก Excel สำหรับจังหวัด…", self.open_province),
        ])

    def _build_body(self) -> None:
        theme = self.theme
        bar = row(theme, self.filter_field, self.unit, self.kind, self.state, 1, self.tools, self.add_post_button, self.add_button)
        first = button("เพิ่มตำแหน่งแรก", self.add_position, kind="primary")
        self._list = frame(column(theme, self.table, self.count, gap="xs"))
        take = button("นำเข้าจาก Excel", self.open_import)
        self._empty = empty_state(theme, "ยังไม่มีตำแหน่งและบุคลากรในกรอบอัตรากำลัง", first, take)
        self._either = QStackedLayout()
        self._either.addWidget(self._list)
        self._either.addWidget(self._empty)
        body = row(theme, self._either, self.card, gap="m")
        body.setStretch(0, 1)
        box = column(theme, bar, body, self.undo, gap="m")
        box.setStretch(1, 1)
        self.pad(box)

    def _columns(self) -> tuple[Column[StaffRow], ...]:
        return (
            Column("เลขที่ตำแหน่ง", lambda r: r.number or NOTHING, "18-2-01-3102-001"),
            Column("ตำแหน่ง", lambda r: r.position_title or NOTHING, "นักวิเคราะห์นโยบาย", stretch=True),
            Column("ระดับ", lambda r: level_word(r.level), "ชำนาญการ "),
            Column("ชื่อ-สกุล", lambda r: "ว่าง" if r.is_vacant else r.name, "นางสาวปิ่นแก้ว ฟ้าใสสว่าง",
                   tone=lambda r: "muted" if r.is_vacant else ""),
            Column("ประเภท", self._kind_of, "จ้างตามภารกิจ (คุณวุฒิ)"),
            Column("สังกัด", lambda r: r.unit or NOTHING, "งานวิเคราะห์นโยบายและแผน"),
        )  # fmt: skip

    def _kind_of(self, record: StaffRow) -> str:
        data = self.frame_data
        return short_personnel(record.personnel_type, data.organization.wording) if data else ""

    # reading

    def reader(self) -> Callable[[], Frame]:
        register = self.services.register
        return lambda: Frame(register.organization(), register.units(), register.lines())

    def show_data(self, data: Frame) -> None:
        self.frame_data = data
        for box, items in (
            (self.unit, [("ทุกสังกัด", None), *unit_items(data.units)]),
            (self.kind, [("ทุกประเภท", None), *self._kinds(data)]),
        ):
            kept = box.currentData()
            box.clear()
            for text, value in items:
                box.addItem(text, value)
            choose(box, kept)
        self._filter()

    @staticmethod
    def _kinds(data: Frame) -> list[tuple[str, object]]:
        wording = data.organization.wording
        kinds: list[tuple[str, object]] = [(personnel_word(kind, wording), kind) for kind in PersonnelType]
        types = [kind for kind in PositionType if kind is not PositionType.NONE]
        return kinds + [(f"ประเภท{term(kind)}", kind) for kind in types]

    def _filter(self) -> None:
        kind = self.kind.currentData()
        self.model.look_for(
            replace(
                self.model.query,
                text=self.filter_field.text(),
                unit=self.unit.currentData(),
                personnel_type=kind if isinstance(kind, PersonnelType) else None,
                position_type=kind if isinstance(kind, PositionType) else None,
                vacant=None if self.state.currentData() == LEFT else self.state.currentData(),
                left=self.state.currentData() == LEFT,
            )
        )

    def _counted(self, total: int) -> None:
        plain = replace(self.model.query, text="", unit=None, personnel_type=None, position_type=None, vacant=None, left=False)
        filtered = plain != self.model.query
        self.count.setText(f"พบ {total:,} รายการ" if filtered else f"ทั้งหมด {total:,} ตำแหน่ง")
        self._either.setCurrentIndex(1 if total == 0 and not filtered else 0)
        self.card.setVisible(total > 0 and self.width() >= self.theme.px(FOLDS))
        wanted, self._select = self._select, None
        number = -1
        if wanted is not None:
            name, value = wanted
            number = self.model.find(lambda record: getattr(record, name) == value)
        elif self._shown is not None and self._shown[0] == self.model.query and (kept := self._shown[1]) is not None:
            same = (kept.staff_id, kept.position_id)  # the same list read again: the officer stays where they are
            number = self.model.find(lambda record: (record.staff_id, record.position_id) == same)
        self.table.choose_row(max(0, number), 3)
        if total == 0:
            self.card.show_row(None, None)

    def _chosen(self, record: StaffRow | None) -> None:
        self._shown = (self.model.query, record)
        self.card.show_row(record, self.frame_data, left=self.model.query.left)

    def show_place(self, place: str) -> None:
        """`staff:12`, `position:7` or `vacant`."""
        kind, _, number = place.partition(":")
        for box in (self.unit, self.kind):
            box.setCurrentIndex(0)
        self.filter_field.blockSignals(True)
        self.filter_field.clear()
        self.filter_field.blockSignals(False)
        choose(self.state, True if kind == "vacant" else None)
        if number:
            self._select = ("staff_id" if kind == "staff" else "position_id", int(number))
        self._filter()
        self.table.setFocus()

    # doing

    def open_row(self, record: StaffRow) -> None:
        if record.staff_id is not None:
            self.edit_person(record.staff_id)
        else:
            self.edit_position(record.position_id)

    def _edit_current(self) -> None:
        record = self.table.current_record()
        if record is not None:
            self.open_row(record)

    def add_person(self, position_id: int | None = None) -> None:
        self._person_dialog(lambda: replace(NEW_PERSON, position_id=position_id))

    def edit_person(self, staff_id: int) -> None:
        register = self.services.register
        self._person_dialog(lambda: register.person(staff_id))

    def _person_dialog(self, person: Callable[[], PersonRecord]) -> None:
        register = self.services.register

        def work() -> tuple[PersonRecord, list[tuple[str, int]]]:
            record = person()
            vacant = register.staff_page(StaffQuery(vacant=True, sort="title", limit=2000)).rows
            posts = [(_post_text(r), r.position_id) for r in vacant if r.position_id is not None]
            if record.position_id is not None and record.id:
                held = register.position(record.position_id)
                posts.insert(0, (f"{held.title}  {held.number}".strip(), held.id))
            return record, posts

        self.desk.read(self, work, self._open_person)

    def _open_person(self, answer: tuple[PersonRecord, list[tuple[str, int]]]) -> None:
        if self.frame_data is None:
            return
        dialog = PersonDialog(self.desk, self.frame_data, *answer, self)
        dialog.saved.connect(self._person_saved)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _person_saved(self, staff_id: object) -> None:
        if isinstance(staff_id, int):
            self._select = ("staff_id", staff_id)
        self.model.reload()

    def add_position(self) -> None:
        self._open_position((NEW_POSITION, False))

    def edit_position(self, position_id: int | None) -> None:
        if position_id is None:
            return
        register = self.services.register
        current = self.table.current_record()
        vacant = bool(current and current.is_vacant)
        self.desk.read(self, lambda: (register.position(position_id), vacant), self._open_position)

    def _open_position(self, answer: tuple[PositionRecord, bool]) -> None:
        if self.frame_data is None:
            return
        record, deletable = answer
        dialog = PositionDialog(self.desk, self.frame_data, record, self, deletable=deletable)
        dialog.saved.connect(self._position_saved)
        dialog.deleted.connect(self._position_deleted)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _position_saved(self, position_id: object) -> None:
        if isinstance(position_id, int):
            self._select = ("position_id", position_id)
        self.model.reload()

    def _position_deleted(self, record: PositionRecord) -> None:
        register, again = self.services.register, replace(record, id=0)
        self.undo.offer(
            f"ลบตำแหน่ง “{record.title}” แล้ว",
            lambda: self.desk.change(self, lambda: register.save_position(again), self._position_saved),
        )
        self.model.reload()

    def retire(self, record: StaffRow) -> None:
        if record.staff_id is None:
            return
        dialog = RetireDialog(self.desk, record.staff_id, record.name, self)
        dialog.saved.connect(lambda _value: self._retired(record))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _retired(self, record: StaffRow) -> None:
        register, staff_id, position_id = self.services.register, record.staff_id or 0, record.position_id
        self._select = ("position_id", position_id or 0)

        def undo() -> None:
            self.desk.change(
                self, lambda: register.undo_retire(staff_id, position_id), lambda _n: self._person_saved(staff_id)
            )

        self.undo.offer(f"บันทึกการพ้นจากตำแหน่งของ{record.name}แล้ว", undo)
        self.model.reload()

    def take_back(self, record: StaffRow) -> None:
        """Somebody who left is here again, for now without a post."""
        register, staff_id = self.services.register, record.staff_id or 0
        choose(self.state, None)

        def done(_none: object) -> None:
            self._select = ("staff_id", staff_id)
            self._filter()
            self.edit_person(staff_id)

        self.desk.change(self, lambda: register.undo_retire(staff_id, None), done)

    def open_history(self, record: StaffRow | None = None) -> None:
        from hrdesk.ui.people.history_dialog import HistoryDialog  # noqa: PLC0415 - not before it is asked for

        record = record or self.table.current_record()
        if record is None or record.staff_id is None:
            return
        dialog = HistoryDialog(self.desk, record.staff_id, record.name, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def open_province(self) -> None:
        from hrdesk.ui.reports.province_dialog import ProvinceDialog  # noqa: PLC0415

        dialog = ProvinceDialog(self.desk, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def open_import(self) -> None:
        from hrdesk.ui.people.import_wizard import ImportWizard  # noqa: PLC0415 - only who imports needs its libraries

        wizard = ImportWizard(self.desk, self)
        wizard.imported.connect(self._imported)
        wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wizard.resize(self.window().size())
        wizard.open()

    def _imported(self, result: ImportResult) -> None:
        from hrdesk.services.register.importing import Status  # noqa: PLC0415
        from hrdesk.ui.people.import_wizard import undo_import  # noqa: PLC0415

        self.refresh()
        if result.batch is None:
            return
        batch, preview = result.batch, result.preview
        made, changed = preview.count(Status.NEW), preview.count(Status.CHANGED)
        self.undo.offer(
            f"นำเข้าแล้ว: ใหม่ {made:,} เปลี่ยน {changed:,} แถว",
            lambda: undo_import(self.desk, self, batch, self.refresh),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self.theme.px(FOLDS)
        self.card.setVisible(wide and self.model.rowCount() > 0)
        self.table.setColumnHidden(KIND, self.width() < self.theme.px(WIDE))


def _post_text(record: Any) -> str:
    return f"{record.position_title}  {record.number}".strip()
