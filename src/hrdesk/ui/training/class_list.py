"""The classes of a project: a short list with what can be done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hrdesk.domain.terms import term
from hrdesk.thai.dates import day_span
from hrdesk.ui.kit.keys import keys
from hrdesk.ui.kit.messages import ask
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import OneLine, button, column, one_line, row, tool
from hrdesk.ui.kit.words import NOTHING

if TYPE_CHECKING:
    from hrdesk.domain.training import TrainingClass
    from hrdesk.services.deleted import Deleted
    from hrdesk.services.training.values import ClassRow, ProjectRow
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.training.year_projects import ProjectsSection


class ClassList(QWidget):
    def __init__(self, desk: Desk, section: ProjectsSection) -> None:
        super().__init__(section)
        self.desk, self.section = desk, section
        self.project: ProjectRow | None = None
        theme = desk.theme
        self.heading = one_line("รุ่น", "section")
        self.add_button = button("เพิ่มรุ่น", self.add)
        self.open_button = button("บันทึกการอบรม", self.open, name="บันทึกการอบรมของรุ่นที่เลือก")
        self.edit_button = tool(theme, "edit", "แก้ไขรุ่นที่เลือก (F2)", self.edit)
        self.delete_button = tool(theme, "delete", "ลบรุ่นที่เลือก (Delete)", self.delete)
        self.table = Table(theme, "รุ่นของโครงการ", RowsModel(self._columns()))
        self.table.setMinimumHeight(theme.row * 3)
        self.table.explain("ยังไม่มีรุ่นของโครงการนี้ กด “เพิ่มรุ่น” เพื่อกำหนดวันอบรม แล้วเลือกผู้เข้าอบรมที่ “บันทึกการอบรม”")
        self.table.opened.connect(lambda _record: self.open())
        head = row(theme, self.heading, self.edit_button, self.delete_button, self.add_button, self.open_button, gap="xs")
        head.setStretch(0, 1)
        box = column(theme, head, self.table, gap="xs")
        box.setStretch(1, 1)
        self.setLayout(box)
        keys(self.table, {"F2": self.edit, "Del": self.delete})

    @staticmethod
    def _columns() -> tuple[Column[ClassRow], ...]:
        return (
            Column("รุ่นที่", lambda r: str(r.number), "99", right=True),
            Column("ชื่อ", lambda r: r.title, stretch=True),
            Column("วันที่", lambda r: day_span(r.starts_on, r.ends_on) or NOTHING, "29 พ.ย. 2545 - 29 พ.ย. 2545"),
            Column("สถานะ", lambda r: term(r.status), "ยังไม่เริ่ม "),
            Column("คน", lambda r: f"{r.people:,}" if r.people else NOTHING, "9,999", right=True),
            Column("รอผล", lambda r: f"{r.pending:,}" if r.pending else NOTHING, "9,999", right=True,
                   tone=lambda r: "warn" if r.pending else ""),
        )  # fmt: skip

    def show_project(self, project: ProjectRow | None, select: int | None = None) -> None:
        self.project = project
        for one in (self.add_button, self.open_button, self.edit_button, self.delete_button):
            one.setEnabled(project is not None)
        if project is None:
            self.table.rows.set_rows(())
            return
        if isinstance(self.heading, OneLine):
            self.heading.show_whole(f"รุ่นของ{project.title}")
        classes = self.desk.services.classes
        kept = select or getattr(self.table.current_record(), "id", None)
        self.desk.read(self, lambda: classes.classes(project.id), lambda rows: self._arrived(project.id, rows, kept))

    def _arrived(self, project_id: int, rows: tuple[ClassRow, ...], kept: int | None) -> None:
        if self.project is None or self.project.id != project_id:
            return
        self.table.rows.set_rows(rows)
        if not self.table.choose_where(lambda r: r.id == kept):
            self.table.choose_row(0)
        for one in (self.open_button, self.edit_button, self.delete_button):
            one.setEnabled(bool(rows))

    def open(self) -> None:
        record = self.table.current_record()
        if record is not None:
            self.desk.went.emit("classes", f"class:{record.id}")

    def add(self) -> None:
        if self.project is not None:
            classes, project_id = self.desk.services.classes, self.project.id
            self.desk.read_to_open(self, lambda: classes.blank(project_id), self._open)

    def edit(self) -> None:
        record = self.table.current_record()
        if record is not None:
            classes = self.desk.services.classes
            self.desk.read_to_open(self, lambda: classes.load(record.id), self._open)

    def _open(self, value: TrainingClass) -> None:
        from hrdesk.ui.training.class_dialog import ClassDialog  # noqa: PLC0415

        if self.section.info is None:
            return
        dialog = ClassDialog(self.desk, self.section.info.catalogue, value, self.section.info.year, self.section)
        dialog.saved.connect(self._saved)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _saved(self, class_id: object) -> None:
        self.show_project(self.project, class_id if isinstance(class_id, int) else None)
        self.section.refresh()

    def delete(self) -> None:
        record = self.table.current_record()
        if record is None:
            return
        people = f" พร้อมผู้เข้าอบรม {record.people} คนและผลที่บันทึกไว้" if record.people else ""
        text = f"จะลบรุ่นที่ {record.number}{people} กด “เลิกทำ” เพื่อนำกลับมาได้ทันทีหลังลบ"
        if record.people and not ask(self.window(), "ลบรุ่น", text, "ลบรุ่น"):
            return
        classes = self.desk.services.classes
        self.desk.change(self, lambda: classes.delete(record.id), self._deleted)

    def _deleted(self, removed: Deleted | None) -> None:
        if removed is not None:
            classes = self.desk.services.classes
            self.section.undo.offer(
                f"ลบ{removed.name}แล้ว",
                lambda: self.desk.change(self, lambda: classes.put_back(removed), lambda _none: self.section.refresh()),
            )
        self.section.refresh()
