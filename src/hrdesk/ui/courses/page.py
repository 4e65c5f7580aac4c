"""หลักสูตร: the five statutory groups with their courses, and the laws that courses cite."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from hrdesk.domain.course_detail import CourseDetail, check_detail
from hrdesk.domain.office import Course, CourseGroup, Law, Office, in_force
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.services import Area
from hrdesk.thai.numbers import format_decimal
from hrdesk.ui.courses.course_dialog import CourseDialog, GroupDialog, LawDialog, served_names
from hrdesk.ui.courses.course_facts import CourseFacts, split_word
from hrdesk.ui.kit.keys import keys
from hrdesk.ui.kit.messages import UndoBar
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import button, column, empty_state, frame, label, nav_item, nav_list, row, tool
from hrdesk.ui.kit.words import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from hrdesk.services.deleted import Deleted
    from hrdesk.ui.kit.desk import Desk

REPLACED = "ยกเลิกแล้ว"
NO_DETAIL = CourseDetail()
SPLIT = 4  # the column of lecture to other hours
WIDE = 900  # logical pixels of the page above which it is shown


@dataclass(frozen=True)
class CoursesData:
    office: Office
    details: dict[int, CourseDetail]
    served: Mapping[int, Sequence[str]]  # names of competencies, by course


@dataclass(frozen=True)
class CourseRow:
    """A course of a group, or an entry that comes from the staffing frame (course None)."""

    number: str
    title: str
    law: Law | None = None
    course: Course | None = None
    detail: CourseDetail = NO_DETAIL

    @property
    def id(self) -> int:
        return self.course.id if self.course is not None else 0


class CoursesPage(Page):
    areas = Area.CURRICULUM | Area.STAFF | Area.SKILLS

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, inside_wizard: bool = False) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.office: Office | None = None
        self.details: dict[int, CourseDetail] = {}
        self.served: Mapping[int, Sequence[str]] = {}
        self._made = 0  # the course or law to choose when the lists come again
        self.groups = nav_list(theme, "หมวดหลักสูตร", 44)
        self.groups.currentRowChanged.connect(self._group_chosen)
        self.table = Table(theme, "หลักสูตรในหมวด", RowsModel(self._course_columns()))
        self.laws = Table(theme, "กฎหมายที่หลักสูตรอ้างอิง", RowsModel(self._law_columns()))
        self.table.opened.connect(self._edit_row)
        self.laws.opened.connect(self._edit_law)
        self.table.chosen.connect(self._moved)
        self.heading = label("", "section", wrap=True)
        self.note = label("", "small", wrap=True)
        self.add_button = button("เพิ่มหลักสูตร", self.add, kind="primary")
        self.edit_button = button("แก้ไข (F2)", self.edit, name="แก้ไขรายการที่เลือก")
        self.delete_button = button("ลบ", self.delete, name="ลบรายการที่เลือก")
        self.rename_button = button("เปลี่ยนชื่อหมวด", self.rename_group)
        self.lists_button = button("รายการให้เลือก…", self.open_lists, name="กลุ่มเป้าหมาย วิธีการพัฒนา และรายการอื่นที่ให้เลือก")
        self.up_button = tool(theme, "up", "เลื่อนหลักสูตรขึ้น (Alt+ลูกศรขึ้น)", lambda: self.shift(-1))
        self.down_button = tool(theme, "down", "เลื่อนหลักสูตรลง (Alt+ลูกศรลง)", lambda: self.shift(1))
        self.facts = CourseFacts(theme, self)
        self.facts.mend.connect(self._cite_in_force)
        self.undo = UndoBar(theme, self)
        self._either = QStackedLayout()
        self._either.addWidget(self.table)
        self._either.addWidget(self.laws)
        self._either.addWidget(empty_state(theme, "หมวดนี้ยังไม่มีหลักสูตร กด “เพิ่มหลักสูตร” เพื่อเพิ่มรายการแรก"))
        head = row(theme, self.heading, self.up_button, self.down_button, self.edit_button, self.delete_button, self.add_button)
        head.setStretch(0, 1)
        right = column(theme, head, self.note, self._either, self.facts, self.undo, gap="s")
        right.setStretch(2, 1)
        side = frame(column(theme, self.groups, frame(row(theme, self.rename_button, self.lists_button, 1, pad="s")), gap=""), "panel")
        side.setFixedWidth(theme.px(284))
        both = row(theme, side, right, gap="m")
        both.setStretch(1, 1)
        if inside_wizard:
            for one in (self.up_button, self.down_button):  # its page is narrow; the keys do the same
                one.hide()
            both.setContentsMargins(0, 0, 0, 0)
            self.setLayout(both)
        else:
            self.pad(both)
        moves = {"Alt+Up": lambda: self.shift(-1), "Alt+Down": lambda: self.shift(1)}
        keys(self, {"Ctrl+N": self.add, **moves}, within=True)
        keys(self.groups, {"F2": self.rename_group})
        for table in (self.table, self.laws):
            keys(table, {"F2": self.edit, "Del": self.delete})

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the title needs the room; how the hours are split stands below, with the course chosen."""
        super().resizeEvent(event)
        self.table.setColumnHidden(SPLIT, self.width() < self.theme.px(WIDE))

    @staticmethod
    def _course_columns() -> tuple[Column[CourseRow], ...]:
        return (
            Column("ที่", lambda r: r.number, "999", right=True),
            Column("หลักสูตร", lambda r: r.title, stretch=True),
            Column("กฎหมาย", _law_state, "ยกเลิกแล้ว อยู่",
                   tone=lambda r: "warn" if r.law and r.law.replaced_by is not None else "muted"),
            Column("ชั่วโมง", _hours, "ชั่วโมง", right=True),
            Column("บรรยาย : อื่น", _split, "บรรยาย : อื่น ๆ",
                   tone=lambda r: "warn" if check_detail(r.detail) else "muted"),
        )  # fmt: skip

    def _law_columns(self) -> tuple[Column[Law], ...]:
        return (
            Column("กฎหมายที่อ้างอิง", lambda law: law.title, stretch=True),
            Column("สถานะ", lambda law: REPLACED if law.replaced_by is not None else "ใช้บังคับ", "ยกเลิกแล้ว อยู่",
                   tone=lambda law: "warn" if law.replaced_by is not None else "ok"),
            Column("ปัจจุบันใช้", self._successor,
                   "พ.ร.บ.การจัดซื้อจัดจ้างและการบริหารพัสดุภาครัฐ"),
        )  # fmt: skip

    def reader(self) -> Callable[[], CoursesData]:
        services = self.services
        return lambda: CoursesData(services.register.office(), services.curriculum.course_details(), served_names(services.skills))

    def show_data(self, data: CoursesData) -> None:
        office = self.office = data.office
        self.details, self.served = data.details, data.served
        current = max(0, self.groups.currentRow())
        self.groups.blockSignals(True)
        self.groups.clear()
        for group in office.catalogue.course_groups:
            nav_item(self.theme, self.groups, "courses", f"4.{group.number} {group.name.removeprefix('หลักสูตร')}")
            self.groups.item(self.groups.count() - 1).setToolTip(f"4.{group.number} {group.name}")
        nav_item(self.theme, self.groups, "plan", "กฎหมายที่อ้างอิง")
        self.groups.setCurrentRow(min(current, self.groups.count() - 1))
        self.groups.blockSignals(False)
        self._show_group()
        if made := self._made:
            self._made = 0
            table = self.laws if self.group() is None else self.table
            table.choose_where(lambda one: one.id == made, table.currentIndex().column())

    def group(self) -> CourseGroup | None:
        """The group shown; None for the laws."""
        number = self.groups.currentRow()
        groups = self.office.catalogue.course_groups if self.office else ()
        return groups[number] if 0 <= number < len(groups) else None

    def _rows_of(self, group: CourseGroup) -> tuple[CourseRow, ...]:
        if self.office is None:
            return ()
        laws = {law.id: law for law in self.office.catalogue.laws}
        names = self.office.lines_in_use() if group.from_lines else ()
        rows = [CourseRow("", name) for name in names]
        rows += [CourseRow("", course.title, laws.get(course.law or 0), course, self.details.get(course.id, NO_DETAIL))
                 for course in self.office.catalogue.courses if course.group == group.id]  # fmt: skip
        return tuple(replace(r, number=str(i)) for i, r in enumerate(rows, start=1))

    def _group_chosen(self, _number: int) -> None:
        self.table.rows.set_rows(())  # another list begins at its top
        self._show_group()

    def _show_group(self) -> None:
        if self.office is None:
            return
        group = self.group()
        if group is None:
            self.heading.setText(f"กฎหมายที่หลักสูตรอ้างอิง ({len(self.office.catalogue.laws)})")
            self.note.setText("เมื่อกฎหมายถูกยกเลิก ให้ระบุกฎหมายที่ใช้แทน โปรแกรมจะเตือนในหลักสูตรที่อ้างถึง")
            self.laws.rows.set_rows(self.office.catalogue.laws)
            self.add_button.setText("เพิ่มกฎหมาย")
            self._either.setCurrentIndex(1)
            if self.laws.current_record() is None:
                self.laws.choose_row(0)
        else:
            rows = self._rows_of(group)
            self.heading.setText(f"4.{group.number} {group.name} ({len(rows)})")
            self.note.setText("รายการตำแหน่งมาจากกรอบอัตรากำลังในหน้าบุคลากร" if group.from_lines else "")
            self.table.rows.set_rows(rows)
            self.add_button.setText("เพิ่มหลักสูตร")
            self._either.setCurrentIndex(0 if rows else 2)
            if self.table.current_record() is None:
                self.table.choose_row(0, 1)
        self.rename_button.setEnabled(group is not None)
        self.note.setVisible(bool(self.note.text()))
        self._moved()

    def _moved(self, _record: object = None) -> None:
        able = self.group() is None or self._course() is not None
        self.edit_button.setEnabled(able)
        self.delete_button.setEnabled(able)
        course = self._course() if self.group() is not None else None
        for by, one in ((-1, self.up_button), (1, self.down_button)):
            one.setEnabled(self._shifted(by) is not None)
        if self.office is not None:
            detail = self.details.get(course.id, NO_DETAIL) if course else NO_DETAIL
            self.facts.show_course(course, detail, self.office.catalogue, self.served)

    def _successor(self, law: Law) -> str:
        laws = self.office.catalogue.laws if self.office else ()
        now = in_force(laws, law.id)
        return NOTHING if now is None or law.replaced_by is None else now.title

    def _course(self) -> Course | None:
        record = self.table.current_record()
        return record.course if record is not None else None

    def show_place(self, place: str) -> None:
        """`course:7.law` or `course:7`."""
        number = place.partition(":")[2].partition(".")[0]
        if self.office is None or not number.isdigit():
            return
        course = next((c for c in self.office.catalogue.courses if c.id == int(number)), None)
        for index, group in enumerate(self.office.catalogue.course_groups):
            if course is not None and group.id == course.group:
                self.groups.setCurrentRow(index)
                self.table.choose_where(lambda r: r.course == course, 1)
                self.table.setFocus()

    # doing

    def add(self) -> None:
        group = self.group()
        if group is None:
            self._law_dialog(Law(0, ""))
        else:
            self._course_dialog(Course(0, group.id, ""))

    def edit(self) -> None:
        if self.group() is None:
            if (law := self.laws.current_record()) is not None:
                self._edit_law(law)
        elif (course := self._course()) is not None:
            self._course_dialog(course)

    def _edit_row(self, record: CourseRow) -> None:
        if record.course is not None:
            self._course_dialog(record.course)

    def _edit_law(self, law: Law) -> None:
        self._law_dialog(law)

    def _course_dialog(self, course: Course) -> None:
        if self.office is not None:
            detail = self.details.get(course.id, NO_DETAIL)
            self._open(CourseDialog(self.desk, self.office.catalogue, course, detail, self), self._again)

    def _law_dialog(self, law: Law) -> None:
        if self.office is not None:
            self._open(LawDialog(self.desk, law, self.office.catalogue.laws, self), self._again)

    def open_lists(self) -> None:
        from hrdesk.ui.courses.lists_dialog import ListsDialog  # noqa: PLC0415 - when it is asked for

        dialog = ListsDialog(self.desk, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda _result: self.refresh())
        dialog.open()

    def _shifted(self, by: int) -> list[Course] | None:
        """The courses of the group with the chosen one moved; None where it cannot be."""
        course, group = self._course(), self.group()
        if course is None or group is None or self.office is None:
            return None
        courses = [one for one in self.office.catalogue.courses if one.group == group.id]
        to = courses.index(course) + by
        if not 0 <= to < len(courses):
            return None
        courses.remove(course)
        courses.insert(to, course)
        return courses

    def shift(self, by: int) -> None:
        courses, curriculum = self._shifted(by), self.services.curriculum
        if courses is not None:
            self.desk.change(self, lambda: curriculum.arrange(courses), lambda _none: self.refresh())

    def rename_group(self) -> None:
        if (group := self.group()) is not None:
            self._open(GroupDialog(self.desk, group, self), lambda _group_id: self.refresh())

    def _cite_in_force(self, course_ids: list[int]) -> None:
        curriculum = self.services.curriculum

        def done(changed: tuple[Course, ...] | None) -> None:
            before = changed or ()
            said = f"{len(before)} หลักสูตรอ้างกฎหมายปัจจุบันแล้ว"
            self.undo.offer(said, lambda: self.desk.change(self, lambda: curriculum.put_back(before), lambda _: self.refresh()))
            self.refresh()

        self.desk.change(self, lambda: curriculum.cite_in_force(course_ids), done)

    @staticmethod
    def _open(dialog: Any, saved: Callable[[int], None]) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(saved)
        dialog.open()

    def _again(self, made: int) -> None:
        """Read anew and choose that course or law."""
        self._made = made
        self.refresh()

    def delete(self) -> None:
        curriculum = self.services.curriculum
        law: Law | None = self.laws.current_record() if self.group() is None else None
        course = self._course() if self.group() is not None else None
        if course is not None:
            self._delete(lambda: curriculum.delete_course(course.id), course)
        elif law is not None:
            self._delete(lambda: curriculum.delete_law(law.id), law)

    def _delete(self, work: Callable[[], tuple[Deleted, Area]], gone: Course | Law) -> None:
        curriculum = self.services.curriculum

        def done(deleted: Deleted | None) -> None:
            if deleted is not None:
                back = lambda: curriculum.bring_back(deleted)  # noqa: E731
                again = lambda: self.desk.change(self, back, lambda _none: self._again(gone.id))  # noqa: E731
                self.undo.offer(f"ลบ “{gone.title}” แล้ว", again)
            self.refresh()

        self.desk.change(self, work, done)


def _hours(record: CourseRow) -> str:
    return format_decimal(record.detail.hours) if record.detail.hours else NOTHING


def _split(record: CourseRow) -> str:
    return split_word(record.detail) or NOTHING


def _law_state(record: CourseRow) -> str:
    if record.law is None:
        return NOTHING
    return REPLACED if record.law.replaced_by is not None else "ใช้บังคับ"

