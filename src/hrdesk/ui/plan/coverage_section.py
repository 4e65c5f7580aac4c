"""ความครอบคลุม: posts × projects and people × courses, with what is missing. The row's name stays while scrolling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCheckBox, QTableView, QWidget

from hrdesk.domain.coverage import Coverage, PersonRow, PostRow
from hrdesk.domain.subject import Subject, place_of
from hrdesk.lazy_dataclass import dataclass
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import button, column, combo, label, refill, row, set_tone
from hrdesk.ui.kit.words import NOTHING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.task import Task
    from hrdesk.ui.plan.draft import DraftHolder

Index = QModelIndex | QPersistentModelIndex
TICK, NONE = "✓", "ขาด"
FORM = "coverage"
_NAME_WIDTH = 260  # pixels of the fixed names at 100 %


@dataclass(frozen=True)
class Head:
    """A narrow column of the matrix: its number, and its whole title as the tool tip."""

    number: str
    title: str


class MatrixModel(RowsModel[Any]):
    """Rows are named at the side, so that a name is seen however far the columns are scrolled."""

    def __init__(self) -> None:
        super().__init__(())
        self.heads: tuple[Head, ...] = ()
        self._names: tuple[str, ...] = ()

    def show_matrix(
        self, columns: Sequence[Column[Any]], heads: Sequence[Head], rows: Sequence[Any], names: Sequence[str]
    ) -> None:
        self.beginResetModel()
        self.columns, self.heads, self.rows, self._names = tuple(columns), tuple(heads), tuple(rows), tuple(names)
        self.endResetModel()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical and 0 <= section < len(self._names):
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                return self._names[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return None
        shift = len(self.columns) - len(self.heads)
        if role == Qt.ItemDataRole.ToolTipRole and 0 <= section - shift < len(self.heads):
            return self.heads[section - shift].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return super().headerData(section, orientation, role)

    @staticmethod
    def alignment(_column: Column[Any]) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignCenter

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole:
            shift = len(self.columns) - len(self.heads)
            return self.heads[index.column() - shift].title if index.column() >= shift else None
        return super().data(index, role)


@dataclass(frozen=True)
class Matrix:
    """What one choice of the section's shows: rows and what their names are, with the sums of all posts."""

    of_posts: bool
    cover: Coverage
    heads: tuple[Head, ...]
    rows: tuple[PostRow, ...] | tuple[PersonRow, ...]
    names: tuple[str, ...]


def reckon(cover: Coverage, *, of_posts: bool, missing_only: bool) -> Matrix:
    """For the worker: half a second with twenty thousand posts. All sums that are told are made here, too."""
    cover.by_year, cover.idle  # noqa: B018 - kept by `cover` from now on
    if of_posts:
        posts = tuple(r for r in cover.posts if not (missing_only and r.projects))
        heads = tuple(Head(f"({n})", f"({n}) {p.title}") for n, p in enumerate(cover.projects, start=1))
        cover.missing  # noqa: B018
        return Matrix(of_posts, cover, heads, posts, tuple(f"{r.position.title} · {r.position.holder or 'ว่าง'}" for r in posts))
    people = tuple(r for r in cover.people if not (missing_only and r.courses))
    heads = tuple(Head(f"({n})", f"({n}) {c.title}") for n, c in enumerate(cover.courses, start=1))
    cover.people_without_course  # noqa: B018
    return Matrix(of_posts, cover, heads, people, tuple(f"{r.position.holder} · {r.position.title}" for r in people))


class CoverageSection(QWidget):
    """Counted anew when it is looked at, not while projects are typed on another tab."""

    def __init__(self, desk: Desk, holder: DraftHolder, parent: QWidget) -> None:
        super().__init__(parent)
        theme = desk.theme
        self.desk = desk
        self.holder = holder
        self.theme = theme
        self._shown: object = None  # the draft and the office whose coverage is shown or being reckoned
        self._task: Task | None = None
        self.view = combo("ตารางที่แสดง", [("ตำแหน่ง × โครงการ", "posts"), ("บุคลากร × หลักสูตร", "people")])
        self.year = combo("ปีที่แสดง")
        self.missing_only = QCheckBox("เฉพาะที่ยังขาด")
        self.print_button = button("พิมพ์", self._print, name="พิมพ์ตารางความครอบคลุม")
        self.verdict = label("", "strong", wrap=True)
        self.years = label("", "muted", wrap=True)
        self.model = MatrixModel()
        self.table = Table(theme, "ตารางความครอบคลุม", self.model)
        self._dress()
        for one in (self.view, self.year):
            one.activated.connect(self._again)
        self.missing_only.clicked.connect(self._again)
        head = row(theme, self.view, self.year, self.missing_only, 1, self.print_button)
        box = column(theme, head, self.verdict, self.years, self.table, gap="xs")
        box.setStretch(3, 1)
        self.setLayout(box)
        holder.changed.connect(self._changed)

    def _dress(self) -> None:
        side = self.table.verticalHeader()
        side.show()
        side.setFixedWidth(self.theme.px(_NAME_WIDTH))
        side.setTextElideMode(Qt.TextElideMode.ElideRight)
        side.setHighlightSections(False)
        side.setSectionsClickable(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        self.table.setCornerButtonEnabled(False)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._changed()

    def _changed(self) -> None:
        if self.isVisible() and self._shown != (self.holder.draft, self.holder.office):
            self.refresh()

    def _again(self, _value: object = None) -> None:
        self.refresh()

    def refresh(self) -> None:
        """What is chosen now is reckoned beside the window; an answer to an earlier choice is not shown."""
        self._shown = self.holder.draft, self.holder.office
        years = ((f"ปีงบประมาณ {year.be}", year.be) for year in self.holder.draft.period.years)
        refill(self.year, [("ทุกปีของแผน", None), *years])
        if self._task is not None:
            self._task.cancel()
        if not self.verdict.text():
            self.verdict.setText("กำลังตรวจความครอบคลุม…")
        cover = Coverage(self.holder.office, self.holder.draft, self.year.currentData())
        chosen = {"of_posts": self.view.currentData() == "posts", "missing_only": self.missing_only.isChecked()}
        self._task = self.desk.read(self, lambda: reckon(cover, **chosen), self._show, self._failed)

    def _failed(self, error: Exception) -> None:
        self._shown = None  # tried again when it is looked at again
        self.verdict.setText("")
        self.desk.complain(self, error)

    def _show(self, matrix: Matrix) -> None:
        columns = self._post_columns(matrix) if matrix.of_posts else self._person_columns(matrix)
        self.model.show_matrix(columns, matrix.heads, matrix.rows, matrix.names)
        self._show_verdict(matrix)
        self.table.fit()

    @staticmethod
    def _post_columns(matrix: Matrix) -> list[Column[Any]]:
        columns: list[Column[PostRow]] = [
            Column("โครงการ", lambda r: str(len(r.projects)) if r.projects else NONE, "ขาด 00",
                   tone=lambda r: "" if r.projects else "error"),
            *(Column(head.number, lambda r, place=place: TICK if place in r.projects else "", "(00)")  # type: ignore[misc]
              for place, head in enumerate(matrix.heads)),
        ]  # fmt: skip
        return columns

    @staticmethod
    def _person_columns(matrix: Matrix) -> list[Column[Any]]:
        ids = [course.id for course in matrix.cover.courses]
        columns: list[Column[PersonRow]] = [
            Column("หลักสูตร", lambda r: str(len(r.courses)) if r.courses else NONE, "ขาด 00",
                   tone=lambda r: "" if r.courses else "warn"),
            *(Column(head.number, lambda r, key=key: _years(r.courses.get(key, ())), "64 65 66")  # type: ignore[misc]
              for key, head in zip(ids, matrix.heads, strict=True)),
        ]  # fmt: skip
        return columns

    def _show_verdict(self, matrix: Matrix) -> None:
        cover, total = matrix.cover, len(matrix.cover.posts)
        left = len(cover.missing)
        if not matrix.of_posts:
            without = len(cover.people_without_course)
            text = f"บุคลากร {len(cover.people):,} คน มีหลักสูตรรองรับ {len(cover.people) - without:,} คน"
            text += f" ยังไม่มีหลักสูตรใดรองรับ {without:,} คน" if without else " ครบทุกคน"
            tone = "warn" if without else "ok"
        else:
            text = f"มีโครงการรองรับ {total - left:,} จาก {total:,} ตำแหน่ง"
            text += f" ยังขาด {left:,} ตำแหน่ง" if left else " ครบทุกตำแหน่ง"
            claims = cover.draft.covers_all_positions and cover.year is None
            tone = "ok" if not left else "error" if claims else "warn"
            if left and claims:
                text += " จึงยังใช้ข้อความ “ทุกตำแหน่ง” ในข้อ 2.2 ไม่ได้"
        self.verdict.setText(text)
        set_tone(self.verdict, tone)
        years = (f"ปี {y.year} จำนวน {y.covered:,} ตำแหน่ง" + (f" (ขาด {y.missing:,})" if y.missing else "") for y in cover.by_year)
        idle = f" · โครงการที่ไม่ถึงตำแหน่งใด {len(cover.idle)}" if cover.idle else ""
        self.years.setText("ตำแหน่งที่มีโครงการรองรับ: " + " · ".join(years) + idle if cover.posts else NOTHING)

    def _print(self) -> None:
        subject = Subject(plan=self.holder.draft.id, year=self.year.currentData())
        self.desk.went.emit("reports", place_of(FORM, subject))


def _years(years: Sequence[int]) -> str:
    """64 65 66"""
    return " ".join(str(year)[-2:] for year in years)
