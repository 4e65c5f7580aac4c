"""Many rows changed at once: a value for all of them, or a block pasted from Excel; old and new are seen first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from hrdesk.domain.terms import LEVELS_OF, Level, PersonnelType, PositionType, term
from hrdesk.domain.unit_names import NO_UNIT
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services.staffing.edits import RowEdit
from hrdesk.services.staffing.fields import Field as ListField
from hrdesk.services.staffing.units import SEPARATOR
from hrdesk.ui.kit.editors import EntryDialog, Form, typed
from hrdesk.ui.kit.pick import PickBox
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import Field, button, column, combo, label, row, rule
from hrdesk.ui.kit.words import personnel_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.office import OrgUnit
    from hrdesk.services.sheets.sheet import Cell
    from hrdesk.services.staffing.edits import EditedRow
    from hrdesk.services.values import StaffRow
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.people.frame import Frame

KEEP = "ไม่เปลี่ยน"
NONE_YET = "เลือกค่าที่จะเปลี่ยนด้านบน รายการจะแสดงค่าเดิมและค่าใหม่ก่อนบันทึก"


@dataclass(frozen=True, slots=True)
class Line:
    """One change of a row, or why the row is left alone."""

    label: str
    what: str
    old: str
    new: str
    wrong: str = ""


def lines_of(rows: Sequence[EditedRow]) -> list[Line]:
    """Rows that are left alone first, then the changes in the order of the list."""
    wrong = [Line(one.label, "ไม่เปลี่ยน", "", "", "; ".join(one.problems)) for one in rows if one.problems]
    return wrong + [Line(one.label, c.label, c.old, c.new) for one in rows if one.is_change for c in one.changes]


class EditReview(EntryDialog):
    """Shows what the edits would do and stores them; who extends it says what they are."""

    applied = Signal(int)  # rows

    def __init__(self, desk: Desk, title: str, action: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.theme, self.action = desk, desk.theme, action
        self.edits: tuple[RowEdit, ...] = ()
        self.setWindowTitle(title)
        self.said = label("", wrap=True)
        self.model: RowsModel[Line] = RowsModel((
            Column("แถว", lambda line: line.label, "", stretch=True),
            Column("ข้อมูล", lambda line: line.what, "เลขประจำตัวประชาชน"),
            Column("เดิม", lambda line: line.old, "นักวิเคราะห์นโยบายและแผน"),
            Column("ใหม่", lambda line: line.wrong or line.new, "นักวิเคราะห์นโยบายและแผน และอื่น ๆ", tone=lambda line: "error" if line.wrong else ""),
        ))  # fmt: skip
        self.table = Table(self.theme, "ค่าเดิมและค่าใหม่", self.model)
        self.detail = label("", wrap=True)  # of the current line, whole: long names are cut in the table
        self.table.chosen.connect(self._show_line)
        self.apply_button = button("บันทึก", self.apply, kind="primary")
        self.apply_button.setEnabled(False)
        self.cancel_button = button("ยกเลิก", self.reject)
        self.cancel_button.setAutoDefault(False)
        self.save_key.activated.connect(self.apply)

    def lay(self, *above: QWidget) -> None:
        foot = row(self.theme, 1, self.cancel_button, self.apply_button)
        box = column(self.theme, *above, self.said, self.table, self.detail, rule(), foot, gap="m", pad="l")
        box.setStretch(len(above) + 1, 1)
        self.setLayout(box)
        self.resize(self.theme.px(900), self.theme.px(560))

    def _show_line(self, line: Line | None) -> None:
        said = line.wrong or f"{line.what} {line.old} → {line.new}" if line else ""
        self.detail.setText(f"{line.label}: {said}" if line else "")

    def review(self, edits: Sequence[RowEdit], nothing: str = "") -> None:
        self.edits = tuple(edits)
        if not edits:
            self._show((), nothing)
            return
        service, asked = self.desk.services.register_edits, self.edits

        def done(rows: tuple[EditedRow, ...]) -> None:
            if asked is self.edits:  # nothing else was chosen meanwhile
                self._show(rows, "")

        self.desk.read(self, lambda: service.review(asked), done)

    def _show(self, rows: Sequence[EditedRow], nothing: str) -> None:
        changed = sum(one.is_change for one in rows)
        wrong = sum(bool(one.problems) for one in rows)
        same = len(rows) - changed - wrong
        counts = [f"เปลี่ยน {changed:,} แถว"] + [f"เหมือนเดิม {same:,}"] * bool(same) + [f"เปลี่ยนไม่ได้ {wrong:,}"] * bool(wrong)
        self.said.setText(nothing or " · ".join(counts))
        self.model.set_rows(lines_of(rows))
        self.table.choose_row(0)
        self.apply_button.setText(f"เปลี่ยน {changed:,} แถว" if changed else "บันทึก")
        self.apply_button.setEnabled(changed > 0)

    def apply(self) -> None:
        if not self.apply_button.isEnabled():
            return
        self.apply_button.setEnabled(False)
        service, edits, action = self.desk.services.register_edits, self.edits, self.action

        def done(count: int | None) -> None:
            self.applied.emit(count or 0)
            self.accept()

        self.desk.change(self, lambda: service.apply(edits, action), done, self._failed)

    def _failed(self, error: Exception) -> None:
        self.apply_button.setEnabled(True)
        self.desk.complain(self, error)


class BulkDialog(EditReview):
    """The same new value in every chosen row."""

    def __init__(self, desk: Desk, frame: Frame, rows: Sequence[StaffRow], parent: QWidget) -> None:
        super().__init__(desk, f"แก้ไขพร้อมกัน {len(rows):,} แถว", "แก้ไขพร้อมกัน", parent)
        self.rows = tuple(rows)
        wording = frame.organization.wording
        levels = [level for kind in PositionType for level in LEVELS_OF[kind] if level is not Level.NONE]
        units = [(path, path) for path in unit_paths(frame.units)]
        kinds = [kind for kind in PersonnelType if kind is not PersonnelType.POLITICAL]
        self.unit = PickBox("สังกัดใหม่", [(KEEP, None), (NO_UNIT, ""), *units])
        self.title = Field("ชื่อตำแหน่งใหม่", KEEP)
        self.line = PickBox("สายงานใหม่", [(KEEP, None), *((line.name, line.name) for line in frame.lines)])
        self.level = combo("ระดับใหม่", [(KEEP, None), ("ไม่มีระดับ", Level.NONE), *((term(one), one) for one in levels)])
        self.kind = combo("ประเภทบุคลากรใหม่", [(KEEP, None), *((personnel_word(kind, wording), kind) for kind in kinds)])
        form = Form(self.theme)
        for key, text, field in (
            ("unit", "สังกัด", self.unit), ("title", "ชื่อตำแหน่ง", self.title), ("line", "สายงาน", self.line),
            ("level", "ระดับ", self.level), ("personnel_type", "ประเภทบุคลากร", self.kind),
        ):  # fmt: skip
            form.add(key, text, field)
        self._typing = QTimer(self)  # thousands of rows are not reviewed at every letter
        self._typing.setSingleShot(True)
        self._typing.setInterval(200)
        self._typing.timeout.connect(self.choose)
        form.changed.connect(self._typing.start)
        form.then(self.apply_button)
        self.lay(form)
        self.choose()
        self.unit.setFocus()

    def choose(self) -> None:
        values: tuple[tuple[ListField, Cell | None], ...] = (
            (ListField.UNIT, self.unit.currentData()), (ListField.TITLE, typed(self.title) or None),
            (ListField.LINE, self.line.currentData()), (ListField.LEVEL, self.level.currentData()),
            (ListField.PERSONNEL_TYPE, self.kind.currentData()),
        )  # fmt: skip
        cells: Mapping[ListField, Cell] = {field: value for field, value in values if value is not None}
        posts: Mapping[ListField, Cell] = {field: value for field, value in cells.items() if field is not ListField.PERSONNEL_TYPE}
        edits = [RowEdit(one.position_id, one.staff_id, posts if one.is_vacant else cells) for one in self.rows]
        self.review([edit for edit in edits if edit.cells], NONE_YET)


class PasteDialog(EditReview):
    def __init__(self, desk: Desk, edits: Sequence[RowEdit], beyond: int, parent: QWidget) -> None:
        """`beyond` lines of the block lie below the last row of the list."""
        super().__init__(desk, "วางข้อมูลจาก Excel", "วางข้อมูล", parent)
        self.beyond = label(f"ข้อมูลที่วางยาวกว่ารายชื่อ {beyond:,} บรรทัดท้ายไม่ถูกใช้", "", "warn", wrap=True)
        self.beyond.setVisible(beyond > 0)
        self.lay(self.beyond)
        self.review(edits)
        self.table.setFocus()


def unit_paths(units: Sequence[OrgUnit]) -> list[str]:
    """สำนักปลัดเทศบาล / งานธุรการ, in the order of the tree."""
    paths: dict[int, str] = {}
    for unit in units:
        above = paths.get(unit.parent or 0, "")
        paths[unit.id] = f"{above}{SEPARATOR}{unit.name}" if above else unit.name
    return list(paths.values())


def pasted_edits(
    block: Sequence[Sequence[Cell]], rows: Sequence[StaffRow], fields: Sequence[ListField | None]
) -> tuple[list[RowEdit], int]:
    """The block laid over rows and fields, both from the current cell on; None is a column that takes nothing.

    Returns the edits, and how many lines find no row.
    """
    edits = [
        RowEdit(record.position_id, record.staff_id, {field: cell for field, cell in zip(fields, line, strict=False) if field is not None})
        for record, line in zip(rows, block, strict=False)
    ]
    return [edit for edit in edits if edit.cells], max(0, len(block) - len(rows))


