"""บุคลากร: the staffing frame and its people, one row per post, sorted and filtered by the database."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from hrdesk.services import Area
from hrdesk.services.values import StaffQuery
from hrdesk.ui.kit.messages import UndoBar
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.preferences import remember_columns, shown_columns
from hrdesk.ui.kit.widgets import button, choose, column, empty_state, frame, label, menu_button, row
from hrdesk.ui.people.columns import NAME, STANDARD, ColumnsDialog, known_keys, staff_columns
from hrdesk.ui.people.filters import StaffFilters
from hrdesk.ui.people.many_rows import ManyRows
from hrdesk.ui.people.person_card import PersonCard
from hrdesk.ui.people.person_dialog import (
    NEW_PERSON,
    NEW_POSITION,
    Frame,
    PersonDialog,
    PositionDialog,
    RetireDialog,
)
from hrdesk.ui.people.staff_model import StaffModel
from hrdesk.ui.people.staff_table import StaffTable
from hrdesk.ui.people.steps import RegisterSteps

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrdesk.domain.staff import PersonRecord, PositionRecord
    from hrdesk.services.register.importing import ImportResult
    from hrdesk.services.values import StaffRow
    from hrdesk.ui.kit.desk import Desk

FOLDS = 900  # logical pixels of the page below which the card folds away
WIDE = 1280  # below it the column of types, which the card and the filter show too, is hidden
LIST = "people"  # under which this PC remembers the columns


class PeoplePage(Page):
    areas = Area.STAFF | Area.ORGANIZATION

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.frame_data: Frame | None = None
        self._none = False  # counted, and nothing found
        self._select: tuple[str, int] | None = None
        self._shown: tuple[StaffQuery, StaffRow | None] | None = None  # the row that was current, in which list
        self.columns = staff_columns(lambda: self.frame_data.organization.wording if self.frame_data else None)
        self.shown = known_keys(shown_columns(LIST, STANDARD), self.columns)
        self.filters = StaffFilters(self.theme, self)
        self.filters.changed.connect(self._filter)
        self.model = StaffModel(desk, (), ())
        self.table = StaffTable(self.theme, "ทะเบียนบุคลากร", self.model)
        self._build_tools()
        self._lay_columns()
        self.table.keep_room(for_rows=True)
        self.table.horizontalHeader().setSortIndicator(self._column_of("number"), Qt.SortOrder.AscendingOrder)
        self.model.query = replace(self.model.query, sort="number")
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicatorShown(True)
        self.table.columns_asked.connect(self.choose_columns)
        self.table.opened.connect(self.open_row)
        self.table.chosen.connect(self._chosen)
        self.model.counted.connect(self._counted)
        self._build_card()
        self.count = label("", "small")
        self.bar = UndoBar(self.theme, self)
        self._build_body()
        for keys, slot in (
            ("F2", self._edit_current), (QKeySequence.StandardKey.New, self.add_person), ("Ctrl+I", self.open_import),
            ("Ctrl+H", self.open_history), ("Ctrl+E", lambda: self.many.edit(self.frame_data)), ("Ctrl+Z", self.steps.undo), ("Ctrl+Y", self.steps.redo),
            ("F4", self.table.sort_by_current), ("Ctrl+K", self.choose_columns),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(slot)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.table)
        paste.setContext(Qt.ShortcutContext.WidgetShortcut)  # in the fields above it pastes text
        paste.activated.connect(self.paste)

    def _build_card(self) -> None:
        self.card = PersonCard(self.desk, self)
        self.card.edit_asked.connect(self.edit_person)
        self.card.post_asked.connect(self.edit_position)
        self.card.retire_asked.connect(self.retire)
        self.card.fill_asked.connect(self.add_person)
        self.card.return_asked.connect(self.take_back)
        self.card.history_asked.connect(self.open_history)

    def _build_tools(self) -> None:
        self.add_button = button("เพิ่มบุคลากร", self.add_person, kind="primary")
        self.add_post_button = button("เพิ่มตำแหน่ง", self.add_position)
        self.steps = RegisterSteps(self.desk, self)
        self.steps.stepped.connect(self._stepped)
        self.many = ManyRows(self.desk, self.table, self.model, self)
        self.many.applied.connect(self._applied)
        self.tools = menu_button("เครื่องมือ", [
            ("แก้ไขแถวที่เลือกพร้อมกัน… (Ctrl+E)", lambda: self.many.edit(self.frame_data)),
            ("วางข้อมูลจาก Excel… (Ctrl+V)", self.paste),
            ("เรียงตามคอลัมน์ที่เลือก (F4)", self.table.sort_by_current),
            ("เลือกคอลัมน์… (Ctrl+K)", self.choose_columns),
            ("นำเข้าจาก Excel… (Ctrl+I)", self.open_import),
            ("ส่งออก Excel สำหรับจังหวัด…", self.open_province),
        ])

    def _build_body(self) -> None:
        theme = self.theme
        bar = row(
            theme, self.filters, 1, self.steps, self.tools, self.add_post_button, self.add_button
        )
        first = button("เพิ่มตำแหน่งแรก", self.add_position, kind="primary")
        self._list = frame(column(theme, self.table, self.count, gap="xs"))
        take = button("นำเข้าจาก Excel", self.open_import)
        self._empty = empty_state(theme, "ยังไม่มีตำแหน่งและบุคลากรในกรอบอัตรากำลัง", first, take)
        self._either = QStackedLayout()
        self._either.addWidget(self._list)
        self._either.addWidget(self._empty)
        self.all_button = button("ล้างตัวกรอง", self._show_all, kind="primary")
        self._either.addWidget(empty_state(theme, "ไม่พบรายการที่ตรงกับคำค้นและตัวกรอง", self.all_button))
        body = row(theme, self._either, self.card, gap="m")
        body.setStretch(0, 1)
        box = column(theme, bar, body, self.bar, gap="m")
        box.setStretch(1, 1)
        self.pad(box)

    # columns

    def _lay_columns(self) -> None:
        shown = [self.columns[key] for key in self.shown]
        self.model.set_columns([one.shown for one in shown])
        self.model.set_sorts([one.sort for one in shown])
        self.model.query = replace(self.model.query, details=any(one.detail for one in shown))
        self.table.fit()
        self._hide_narrow()

    def _column_of(self, key: str) -> int:
        return self.shown.index(key) if key in self.shown else -1

    def _hide_narrow(self) -> None:
        """Where room is short the types go, which the card and the filter show too, unless they were asked for."""
        for number, key in enumerate(self.shown):
            narrow = key == "personnel_type" and self.shown == STANDARD and self.width() < self.theme.px(WIDE)
            self.table.setColumnHidden(number, narrow)
        self.table.spread()

    def choose_columns(self) -> None:
        dialog = ColumnsDialog(self.theme, self.columns, self.shown, self)
        dialog.accepted.connect(lambda: self.show_columns(dialog.chosen()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_columns(self, keys: Sequence[str]) -> None:
        """From now on, on this PC."""
        sort, order = self.model.query.sort, self.table.horizontalHeader().sortIndicatorOrder()
        self.shown = known_keys(keys, self.columns)
        remember_columns(LIST, self.shown)
        self._lay_columns()
        head = self.table.horizontalHeader()
        head.blockSignals(True)
        head.setSortIndicator(next((n for n, key in enumerate(self.shown) if self.columns[key].sort == sort), -1), order)
        head.blockSignals(False)
        self.model.reload()

    # reading

    def reader(self) -> Callable[[], Frame]:
        register = self.services.register
        return lambda: Frame(register.organization(), register.units(), register.lines())

    def show_data(self, data: Frame) -> None:
        self.frame_data = data
        self.filters.offer(data)
        self._filter()

    def _filter(self) -> None:
        self.model.look_for(self.filters.asked(self.model.query))

    def _show_all(self) -> None:
        self.filters.reset(vacant=False)
        self._filter()
        self.filters.text.setFocus()

    def _counted(self, total: int) -> None:
        filtered = self.filters.is_narrowed(self.model.query)
        self.count.setText(f"พบ {total:,} รายการ" if filtered else f"ทั้งหมด {total:,} ตำแหน่ง")
        self._either.setCurrentIndex(0 if total else 2 if filtered else 1)
        self._none = not total
        self.table.keep_room(for_rows=False)
        self._show_card()
        self.steps.show_texts()
        wanted, self._select = self._select, None
        number = -1
        if wanted is not None:
            name, value = wanted
            number = self.model.find(lambda record: getattr(record, name) == value)
        elif self._shown is not None and self._shown[0] == self.model.query and (kept := self._shown[1]) is not None:
            same = (kept.staff_id, kept.position_id)  # the same list read again: the officer stays where they are
            number = self.model.find(lambda record: (record.staff_id, record.position_id) == same)
        self.table.choose_row(max(0, number), self.shown.index(NAME))
        if total == 0:
            self.card.show_row(None, None)

    def _chosen(self, record: StaffRow | None) -> None:
        self._shown = (self.model.query, record)
        self.card.show_row(record, self.frame_data, left=self.model.query.left)

    def show_place(self, place: str) -> None:
        """`staff:12`, `position:7` or `vacant`."""
        kind, _, number = place.partition(":")
        self.filters.reset(vacant=kind == "vacant")
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
        self.bar.offer(f"ลบตำแหน่ง “{record.title}” แล้ว", self.steps.undo)
        self.model.reload()

    def retire(self, record: StaffRow) -> None:
        if record.staff_id is None:
            return
        dialog = RetireDialog(self.desk, record.staff_id, record.name, self)
        dialog.saved.connect(lambda _value: self._retired(record))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _retired(self, record: StaffRow) -> None:
        self._select = ("position_id", record.position_id or 0)
        self.bar.offer(f"บันทึกการพ้นจากตำแหน่งของ{record.name}แล้ว", self.steps.undo)
        self.model.reload()

    def take_back(self, record: StaffRow) -> None:
        """Somebody who left is here again, for now without a post."""
        register, staff_id = self.services.register, record.staff_id or 0
        choose(self.filters.state, None)

        def done(_none: object) -> None:
            self._select = ("staff_id", staff_id)
            self._filter()
            self.edit_person(staff_id)

        self.desk.change(self, lambda: register.take_back(staff_id), done)

    def open_history(self, record: StaffRow | None = None) -> None:
        from hrdesk.ui.people.history_dialog import HistoryDialog  # noqa: PLC0415 - not before it is asked for

        record = record or self.table.current_record()
        if record is None or record.staff_id is None:
            return
        dialog = HistoryDialog(self.desk, record.staff_id, record.name, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _stepped(self, said: str) -> None:
        self.bar.tell(said)
        self.refresh()

    def _applied(self, count: int) -> None:
        self.bar.offer(f"เปลี่ยนแล้ว {count:,} แถว", self.steps.undo)
        self.model.reload()

    def paste(self) -> None:
        self.many.paste(self._pasted_fields(self.table.currentIndex().column()))

    def _pasted_fields(self, first: int) -> list[str]:
        """Keys of the columns shown from this one on; empty for one that takes nothing."""
        shown = [self.columns[key] for n, key in enumerate(self.shown) if n >= first and not self.table.isColumnHidden(n)]
        return [one.key if one.pasted else "" for one in shown]

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

        self.refresh()
        if result.batch is None:
            return
        batch, preview = result.batch, result.preview
        made, changed = preview.count(Status.NEW), preview.count(Status.CHANGED)
        said, importing = f"นำเข้าใหม่ {made:,} เปลี่ยน {changed:,} แถว", self.services.staff_import
        self.services.register.changes.note(said, lambda: importing.undo(batch), lambda: importing.redo(batch))
        self.bar.offer(f"{said}แล้ว", self.steps.undo)
        self.steps.show_texts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_card()
        self._hide_narrow()

    def _show_card(self) -> None:
        """It keeps its place until there is known to be nobody: a list that narrowed when its rows came was painted twice."""
        self.card.setVisible(not self._none and self.width() >= self.theme.px(FOLDS))


def _post_text(record: Any) -> str:
    return f"{record.position_title}  {record.number}".strip()
