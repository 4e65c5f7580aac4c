"""The wizard's two pages on projects: picking them, and their years and money with the table to be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QSplitter

from hrdesk.domain.next_plan import shift_project
from hrdesk.lazy_dataclass import replace
from hrdesk.reports.document import Table as PrintedTable
from hrdesk.thai.text import search_key
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import button, column, combo, frame, label, row
from hrdesk.ui.kit.words import baht
from hrdesk.ui.plan.budget_grid import FIRST_YEAR, audience, organized_by
from hrdesk.ui.plan.tabs import ProjectsSection
from hrdesk.ui.plan.wizard_pages import WizardPage

if TYPE_CHECKING:
    from hrdesk.domain.plan import PlanProject
    from hrdesk.reports.document import Document
    from hrdesk.ui.kit.task import Task
    from hrdesk.ui.plan.budget_grid import BudgetTable
    from hrdesk.ui.plan.draft import DraftHolder
    from hrdesk.ui.plan.wizard import PlanWizard

Index = QModelIndex | QPersistentModelIndex
ZOOM, MARGIN = 0.9, 60  # of the preview: how large, and how many points of white above the table
TABLES = (("ตารางงบประมาณ", "budget-table"), ("ตารางติดตามประเมินผล", "monitoring-table"))
PREVIEW_DELAY = 500  # milliseconds after the last edit


def tables_alone(document: Document) -> Document:
    """The same paper without headings and page numbers, so that a low preview shows the table itself."""
    sections = tuple(
        replace(s, blocks=tuple(b for b in s.blocks if isinstance(b, PrintedTable)), numbered=False, foot=False)
        for s in document.sections
    )
    return replace(document, sections=tuple(s for s in sections if s.blocks), foot="", catchwords=False)


class Offer:
    """A project that is in the plan, or could be."""

    def __init__(self, project: PlanProject, place: int | None) -> None:
        self.project = project
        self.place = place  # in the draft, None when only offered


class OfferModel(RowsModel[Offer]):
    """A tick puts a project into the plan or takes it out."""

    ticked = True

    def __init__(self, holder: DraftHolder, standard: tuple[PlanProject, ...], first_year: int) -> None:
        super().__init__(
            (
                Column("โครงการ", lambda o: o.project.title, stretch=True),
                Column("ผู้ดำเนินการ", lambda o: organized_by(o.project, holder.office), "กรมส่งเสริม +1"),
                Column("กลุ่มเป้าหมาย", lambda o: audience(o.project, holder.office), "สายงานบริหารท้องถิ่น +2"),
                Column("รวมตลอดแผน (บาท)", lambda o: baht(o.project.total), "99,999,999", right=True),
            )
        )
        self.holder = holder
        self.standard = standard
        self.first_year = first_year
        self._taken_out: dict[str, tuple[PlanProject, int]] = {}  # by name: with its money, and the plan's first year

    def refresh(self) -> None:
        """The plan's own projects first, then those taken out of it and those of the standard list that it lacks."""
        draft = self.holder.draft
        mine = [Offer(project, place) for place, project in enumerate(draft.projects)]
        titles = {search_key(project.title) for project in draft.projects}
        known = {search_key(p.title): (p, self.first_year) for p in self.standard} | self._taken_out
        first = draft.period.first
        more = [shift_project(p, first - then) for title, (p, then) in known.items() if title not in titles]
        self.set_rows(mine + [Offer(project, None) for project in more])

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and index.column() == 0 else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        offer = self.row_at(index)
        if offer is not None and role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Unchecked if offer.place is None else Qt.CheckState.Checked
        return super().data(index, role)

    def setData(self, index: Index, _value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        offer = self.row_at(index)
        if offer is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        projects = list(self.holder.draft.projects)
        if offer.place is None:
            self.holder.set_projects([*projects, offer.project], "เลือกโครงการ")
        else:
            taken = projects.pop(offer.place), self.holder.draft.period.first
            self._taken_out[search_key(offer.project.title)] = taken
            self.holder.set_projects(projects, "ไม่เลือกโครงการ")
        return True


class PickPage(WizardPage):
    key = "projects"
    title = "โครงการ"
    fields = ("plan.projects", "plan.covers_all_positions")

    def __init__(self, wizard: PlanWizard) -> None:
        super().__init__(wizard)
        theme = self.theme
        self.model = OfferModel(self.holder, wizard.data.standard, wizard.data.first_year)
        self.table = Table(theme, "โครงการที่เลือกได้", self.model)
        self.table.opened.connect(self._toggle)
        self.count = label("", "muted")
        self.all_button = button("เลือกทั้งหมด", self._all)
        self.add_button = button("เพิ่มโครงการเอง", wizard.add_project)
        hint = label("กดเว้นวรรคหรือ Enter เพื่อเลือกหรือไม่เลือก", "muted", wrap=True)
        head = row(theme, hint, self.count, self.all_button, self.add_button)
        head.setStretch(0, 1)
        shortcut = QShortcut(QKeySequence.StandardKey.New, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.add_button.click)
        box = column(theme, head, self.table, gap="s")
        box.setStretch(1, 1)
        self.setLayout(box)
        self.holder.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        current = self.table.current_record()
        title = current.project.title if current is not None else ""
        self.model.refresh()
        self.table.choose_where(lambda o: o.project.title == title)
        self.count.setText(f"เลือกแล้ว {len(self.holder.draft.projects)} โครงการ")

    def _toggle(self, offer: Offer) -> None:
        for line, one in enumerate(self.model.rows):
            if one is offer:
                self.model.setData(self.model.index(line, 0), None, Qt.ItemDataRole.CheckStateRole)
                return

    def _all(self) -> None:
        offered = [offer.project for offer in self.model.rows if offer.place is None]
        self.holder.set_projects([*self.holder.draft.projects, *offered], "เลือกโครงการทั้งหมด")

    def entered(self) -> None:
        if self.table.current_record() is None:
            self.table.choose_row(0)
        self.table.setFocus()

    def show_field(self, _path: str) -> None:
        self.table.setFocus()


class BudgetPage(WizardPage):
    key = "budget"
    title = "เวลาและงบประมาณ"
    fields = ("project:", "plan.year")

    def __init__(self, wizard: PlanWizard) -> None:
        from hrdesk.ui.kit.pdf_view import PdfPreview  # noqa: PLC0415 - QtPdf only when it is seen

        super().__init__(wizard)
        theme = self.theme
        self.section = ProjectsSection(theme, self.holder, self, mending=True)
        self.preview = PdfPreview(theme, "ตัวอย่างตารางที่จะพิมพ์", bar=False)
        self.preview.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.told = label("", "small")
        self.shown = combo("ตารางที่ดูตัวอย่าง", TABLES)
        self.shown.activated.connect(lambda _index: self._compose())
        head = row(theme, label("ตัวอย่างตารางที่จะพิมพ์", "section"), self.shown, self.told, 1)
        below = column(theme, head, self.preview, gap="xs")
        below.setStretch(1, 1)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.addWidget(self.section)
        self.split.addWidget(frame(below))
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.split.setSizes([theme.px(330), theme.px(230)])
        box = column(theme, self.split)
        self.setLayout(box)
        self._task: Task | None = None
        self._seen = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PREVIEW_DELAY)
        self._timer.timeout.connect(self._compose)
        self.holder.changed.connect(self._later)

    @property
    def table(self) -> BudgetTable:
        return self.section.grid.table

    def _later(self) -> None:
        if self.isVisible():
            self._timer.start()

    def _compose(self) -> None:
        if self._task is not None:
            self._task.cancel()
        forms, draft, form = self.wizard.desk.services.forms, self.holder.draft, self.shown.currentData()
        self.told.setText("กำลังจัดหน้า…")

        def work() -> bytes:
            return forms.pdf_bytes(tables_alone(forms.document_from(form, draft)))

        self._task = self.wizard.desk.read(self, work, self._show, self._failed)

    def _show(self, data: bytes) -> None:
        self.preview.show_bytes(data, keep_place=self._seen)
        if not self._seen:
            self.preview.show_from_top(ZOOM, MARGIN)
        self._seen = True
        self.told.setText("ปรับตามที่กรอกทันที")

    def _failed(self, error: Exception) -> None:
        self.told.setText("จัดหน้าไม่สำเร็จ")
        self.wizard.desk.complain(self, error)

    def entered(self) -> None:
        if self.table.currentIndex().column() < FIRST_YEAR:
            self.table.choose_row(max(0, self.table.currentIndex().row()), FIRST_YEAR)
        self.table.setFocus()
        self._compose()

    def show_field(self, path: str) -> None:
        self.section.show_field(path)
