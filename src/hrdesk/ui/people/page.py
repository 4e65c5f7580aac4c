"""บุคลากร: the staffing frame and its people, one row per post, sorted and filtered by the database."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QPushButton, QStackedLayout, QWidget

from hrdesk.lazy_dataclass import replace
from hrdesk.services import Area
from hrdesk.services.values import StaffQuery
from hrdesk.ui.kit.messages import UndoBar
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.preferences import remember_columns, shown_columns
from hrdesk.ui.kit.widgets import button, choose, column, empty_state, frame, label, menu_button, row
from hrdesk.ui.people.columns import NAME, STANDARD, known_keys, staff_columns
from hrdesk.ui.people.filters import StaffFilters
from hrdesk.ui.people.frame import Frame
from hrdesk.ui.people.many_rows import ManyRows
from hrdesk.ui.people.person_card import PersonCard
from hrdesk.ui.people.staff_model import StaffModel
from hrdesk.ui.people.staff_table import StaffTable
from hrdesk.ui.people.steps import RegisterSteps

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrdesk.domain.staff import PositionRecord
    from hrdesk.services.register.importing import ImportResult
    from hrdesk.services.values import StaffRow
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.people.dialogs import RegisterDialogs

FOLDS = 900  # logical pixels of the page below which the card folds away
WIDE = 1280  # below it the column of types, which the card and the filter show too, is hidden
ROOMY = 1080  # pixels from where all five filters stand beside the buttons
PATIENCE = 150  # milliseconds in which an officer does not see that the page before still stands
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
        self.model = StaffModel(desk, (), ())
        self._lay_columns()
        self.model.query = replace(self.model.query, sort="number")
        self.model.counted.connect(self._counted)
        self.refresh()  # read while the page is built
        self.setUpdatesEnabled(False)  # until the rows are there: empty and filled, all would be painted twice
        self._paints = QTimer(self, singleShot=True)
        self._paints.timeout.connect(lambda: self.setUpdatesEnabled(True))
        self._paints.start(PATIENCE)
        self.filters = StaffFilters(self.theme, self)
        self.filters.changed.connect(self._filter)
        self._build_table()
        self._build_tools()
        self._build_card()
        self._build_body()
        self._tie_keys()

    def _build_table(self) -> None:
        self.table = StaffTable(self.theme, "ทะเบียนบุคลากร", self.model)
        self.table.keep_room(for_rows=True)
        head = self.table.horizontalHeader()
        head.setSortIndicator(self._column_of("number"), Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        head.setSortIndicatorShown(True)
        self.table.columns_asked.connect(self.choose_columns)
        self.table.opened.connect(self.open_row)
        self.table.chosen.connect(self._chosen)

    def _tie_keys(self) -> None:
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
        self.count = label("", "small")
        self._list = frame(column(theme, self.table, self.count, gap="xs"))
        self._either = QStackedLayout()
        self._either.addWidget(self._list)
        body = row(theme, self._either, self.card, gap="m")
        body.setStretch(0, 1)
        self._box = column(theme, bar, body, gap="m")
        self._box.setStretch(1, 1)
        self.pad(self._box)

    # made when they are needed: each widget of a page costs when it is first shown

    @cached_property
    def bar(self) -> UndoBar:
        made = UndoBar(self.theme, self)
        self._box.addWidget(made)
        return made

    @cached_property
    def dialogs(self) -> RegisterDialogs:
        from hrdesk.ui.people.dialogs import RegisterDialogs  # noqa: PLC0415

        made = RegisterDialogs(self.desk, lambda: self.frame_data, self)
        made.person_saved.connect(self._person_saved)
        made.position_saved.connect(self._position_saved)
        made.position_deleted.connect(self._position_deleted)
        made.retired.connect(self._retired)
        return made

    @cached_property
    def _empty(self) -> QFrame:
        first = button("เพิ่มตำแหน่งแรก", self.add_position, kind="primary")
        take = button("นำเข้าจาก Excel", self.open_import)
        return self._instead(empty_state(self.theme, "ยังไม่มีตำแหน่งและบุคลากรในกรอบอัตรากำลัง", first, take))

    @cached_property
    def _not_found(self) -> QFrame:
        return self._instead(empty_state(self.theme, "ไม่พบรายการที่ตรงกับคำค้นและตัวกรอง", self.all_button))

    @cached_property
    def all_button(self) -> QPushButton:
        return button("ล้างตัวกรอง", self._show_all, kind="primary")

    def _instead(self, state: QFrame) -> QFrame:
        """Shown in the list's place."""
        self._either.addWidget(state)
        return state

    # columns

    def _lay_columns(self) -> None:
        shown = [self.columns[key] for key in self.shown]
        self.model.set_columns([one.shown for one in shown])
        self.model.set_sorts([one.sort for one in shown])
        self.model.query = replace(self.model.query, details=any(one.detail for one in shown))

    def _column_of(self, key: str) -> int:
        return self.shown.index(key) if key in self.shown else -1

    def _hide_narrow(self) -> None:
        """Where room is short the types go, which the card and the filter show too, unless they were asked for."""
        for number, key in enumerate(self.shown):
            narrow = key == "personnel_type" and self.shown == STANDARD and self.width() < self.theme.px(WIDE)
            self.table.setColumnHidden(number, narrow)
        self.filters.make_room(roomy=self.width() >= self.theme.px(ROOMY))
        self.table.spread()

    def choose_columns(self) -> None:
        self.dialogs.columns(self.columns, self.shown, self.show_columns)

    def show_columns(self, keys: Sequence[str]) -> None:
        """From now on, on this PC."""
        sort, order = self.model.query.sort, self.table.horizontalHeader().sortIndicatorOrder()
        self.shown = known_keys(keys, self.columns)
        remember_columns(LIST, self.shown)
        self._lay_columns()
        self.table.fit()
        self._hide_narrow()
        head = self.table.horizontalHeader()
        head.blockSignals(True)
        head.setSortIndicator(next((n for n, key in enumerate(self.shown) if self.columns[key].sort == sort), -1), order)
        head.blockSignals(False)
        self.model.reload()

    # reading

    def reader(self) -> Callable[[], Frame]:
        register = self.services.register
        return lambda: Frame(register.organization(), register.units(), register.lines())

    def refresh(self) -> None:
        """What is chosen from, and then the rows, without waiting for each other."""
        super().refresh()
        self.model.reload()

    def show_data(self, data: Frame) -> None:
        self.frame_data = data
        self.filters.offer(data)
        if self.filters.asked(self.model.query) != self.model.query:  # of a unit that is gone
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
        self._either.setCurrentWidget(self._list if total else self._not_found if filtered else self._empty)
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
        if self._paints.isActive():
            self._paints.start(0)  # after the list's own timers, which lay out what was told it now

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
        self.dialogs.person(position_id=position_id)

    def edit_person(self, staff_id: int) -> None:
        self.dialogs.person(staff_id)

    def _person_saved(self, staff_id: object) -> None:
        if isinstance(staff_id, int):
            self._select = ("staff_id", staff_id)
        self.model.reload()

    def add_position(self) -> None:
        self.dialogs.position()

    def edit_position(self, position_id: int | None) -> None:
        if position_id is not None:
            current = self.table.current_record()
            self.dialogs.position(position_id, vacant=current is not None and current.is_vacant)

    def _position_saved(self, position_id: object) -> None:
        if isinstance(position_id, int):
            self._select = ("position_id", position_id)
        self.model.reload()

    def _position_deleted(self, record: PositionRecord) -> None:
        self.bar.offer(f"ลบตำแหน่ง “{record.title}” แล้ว", self.steps.undo)
        self.model.reload()

    def retire(self, record: StaffRow) -> None:
        self.dialogs.retire(record)

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
        self.dialogs.history(record or self.table.current_record())

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
        self.services.register.changes.note(said, batch, lambda: importing.undo(batch), lambda: importing.redo(batch))
        self.bar.offer(f"{said}แล้ว", self.steps.undo)
        self.steps.show_texts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_card()
        self._hide_narrow()

    def _show_card(self) -> None:
        """It keeps its place until there is known to be nobody: a list that narrowed when its rows came was painted twice."""
        self.card.setVisible(not self._none and self.width() >= self.theme.px(FOLDS))
