"""แผนพัฒนา: choose a plan, edit its projects, texts and committees, see its problems, send it on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from hrdesk.domain.life import FROZEN, NEXT
from hrdesk.domain.plan_terms import PlanStatus
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services import Area
from hrdesk.ui.kit.keys import keys
from hrdesk.ui.kit.messages import UndoBar, ask
from hrdesk.ui.kit.moments import period_word
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.widgets import button, choose, column, combo, empty_state, frame, label, row, tool
from hrdesk.ui.plan.budget_grid import FIRST_YEAR
from hrdesk.ui.plan.columns_mend import of_catalogue, open_entry
from hrdesk.ui.plan.editor import PlanEditor
from hrdesk.ui.plan.life_section import PlanRecord, read_record
from hrdesk.ui.plan.step import VERBS, StepDialog
from hrdesk.ui.plan.tabs import PlanTabs

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.domain.office import Office
    from hrdesk.domain.plan import PlanDraft
    from hrdesk.errors import Problem
    from hrdesk.services.plan.planning import DeletedPlan
    from hrdesk.services.values import PlanSummary
    from hrdesk.ui.kit.desk import Desk


@dataclass(frozen=True)
class PlanData:
    plans: tuple[PlanSummary, ...]
    draft: PlanDraft | None
    office: Office
    texts: dict[str, str]
    record: PlanRecord


class PlanPage(Page):
    areas = Area.PLAN | Area.CURRICULUM | Area.STAFF | Area.ORGANIZATION

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.editor: PlanEditor | None = None
        self.tabs: PlanTabs | None = None
        self.record = PlanRecord()
        self._wanted = 0  # id of the plan to show
        self.chooser = combo("แผนที่แสดง")
        self.chooser.setSizeAdjustPolicy(self.chooser.SizeAdjustPolicy.AdjustToContents)
        self.chooser.activated.connect(self._plan_chosen)
        self.status = label("", "muted")
        self.saved = label("", "small")
        self.undo_button = tool(theme, "undo", "เลิกทำ (Ctrl+Z)", self._undo)
        self.redo_button = tool(theme, "redo", "ทำซ้ำ (Ctrl+Y)", self._redo)
        self.delete_button = tool(theme, "delete", "ลบแผนนี้", self._delete)
        self.new_button = button("จัดทำแผนใหม่…", self.new_plan)
        self.book_button = button("ตัวอย่างเล่ม", partial(desk.went.emit, "reports", "plan-book"))
        self.next_button = button("", self._advance, kind="primary", name="ขั้นตอนถัดไปของแผน")
        bar = row(theme, self.chooser, self.status, self.saved, 1, self.undo_button, self.redo_button,
                  self.delete_button, self.new_button, self.book_button, self.next_button)  # fmt: skip
        self.undo = UndoBar(theme, self)
        self._place_for_tabs = column(theme, gap="")
        self._either = QStackedLayout()
        self._either.addWidget(frame(column(theme, frame(bar), self._place_for_tabs, gap="s")))
        first = button("จัดทำแผนพัฒนา 3 ปี", self.new_plan, kind="primary")
        self._either.addWidget(empty_state(theme, "ยังไม่มีแผนพัฒนา", first))
        self.pad(column(theme, self._either, self.undo))  # a plan can be brought back when none is left
        keys(self, {"Ctrl+Z": self._undo, "Ctrl+Y": self._redo, "Ctrl+S": self._save}, within=True)

    # reading

    def reader(self) -> Callable[[], PlanData]:
        services, wanted = self.services, self._wanted

        def work() -> PlanData:
            from hrdesk.reports.forms.formspec import standard_texts  # noqa: PLC0415 - reads the forms' files

            plans = services.planning.plans()
            ids = [plan.id for plan in plans]
            chosen = wanted if wanted in ids else ids[0] if ids else 0
            draft = services.planning.load(chosen) if chosen else None
            record = read_record(services, chosen) if chosen else PlanRecord()
            return PlanData(plans, draft, services.register.office(), dict(standard_texts()), record)

        return work

    def show_data(self, data: PlanData) -> None:
        self.chooser.clear()
        for plan in data.plans:
            self.chooser.addItem(period_word(plan.period), plan.id)
        self._either.setCurrentIndex(0 if data.draft else 1)
        if data.draft is None:
            self._drop()
            return
        self._wanted = data.draft.id
        choose(self.chooser, data.draft.id)
        if not self._goes_on(data.draft, data):
            self._show_plan(data.draft, data)

    def _goes_on(self, draft: PlanDraft, data: PlanData) -> bool:
        """What was read is the plan being edited: it stays with its undo, and only what lies around it is shown anew."""
        editor, tabs = self.editor, self.tabs
        if editor is None or tabs is None or editor.draft.id != draft.id or not (editor.unsaved or editor.draft == draft):
            return False
        if editor.office.organization == data.office.organization:
            editor.renew(data.office, data.texts)
        elif not editor.unsaved:
            return False  # words of the sections are the office's
        self.record = data.record
        tabs.show_record(data.record)
        self._refresh_bar()
        return True

    def _drop(self) -> None:
        if self.tabs is not None:
            self.tabs.deleteLater()
            self.tabs = None
        if self.editor is not None:
            self.editor.deleteLater()
            self.editor = None

    def _show_plan(self, draft: PlanDraft, data: PlanData) -> None:
        tab, cell = self.tabs.currentIndex() if self.tabs is not None else 0, (0, FIRST_YEAR)
        if self.tabs is not None and self.editor is not None and self.editor.draft.id == draft.id:
            here = self.tabs.projects.grid.table.currentIndex()
            cell = here.row(), here.column()
        self._drop()
        self.editor = PlanEditor(self.desk, draft, data.office, data.texts, self)
        self.editor.told.connect(self.saved.setText)
        self.editor.changed.connect(self._refresh_bar)
        self.editor.stack.indexChanged.connect(self._refresh_bar)
        self.record = data.record
        self.tabs = PlanTabs(self.desk, self.editor, data.record, self)
        self.tabs.jump.connect(self._jump)
        self._place_for_tabs.addWidget(self.tabs)
        self.tabs.setCurrentIndex(tab)
        self.tabs.projects.grid.table.choose_row(*cell)
        self.saved.setText("")
        self._refresh_bar()

    def _refresh_bar(self) -> None:
        if self.editor is None:
            return
        draft, stack = self.editor.draft, self.editor.stack
        self.status.setText(term(draft.status))
        self.undo_button.setEnabled(stack.canUndo())
        self.redo_button.setEnabled(stack.canRedo())
        self.undo_button.setToolTip(f"เลิกทำ {stack.undoText()} (Ctrl+Z)")
        self.redo_button.setToolTip(f"ทำซ้ำ {stack.redoText()} (Ctrl+Y)")
        self.delete_button.setEnabled(draft.status not in FROZEN and draft.status is not PlanStatus.REVISING)
        steps = NEXT[draft.status]
        verb = f"{VERBS[steps[0]]}…" if steps else ""
        self.next_button.setText(verb)
        self.next_button.setAccessibleName(verb)
        self.next_button.setVisible(bool(verb))

    # doing

    def _plan_chosen(self, _index: int) -> None:
        self.closing()
        self._wanted = self.chooser.currentData()
        self.refresh()

    def _undo(self) -> None:
        self._commit()
        if self.editor is not None and not self.editor.frozen:
            self.editor.stack.undo()

    def _redo(self) -> None:
        self._commit()
        if self.editor is not None and not self.editor.frozen:
            self.editor.stack.redo()

    def _commit(self) -> None:
        """What is still being typed is an edit too."""
        if self.tabs is not None:
            self.tabs.commit()

    def _save(self) -> None:
        self._commit()
        if self.editor is not None:
            self.editor.save()

    def _advance(self) -> None:
        """The plan's next stage, with its day and papers."""
        editor = self.editor
        if editor is None:
            return
        self._save()
        dialog = StepDialog(self.desk, editor.draft, self.record.meetings, editor.problems, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(lambda _value: self.refresh())
        dialog.open()

    def _delete(self) -> None:
        editor = self.editor
        if editor is None:
            return
        planning, draft = self.services.planning, editor.draft

        def done(deleted: Any) -> None:
            self._drop()
            self._wanted = 0
            self.undo.offer(f"ลบแผน {period_word(draft.period)} แล้ว", partial(restore, deleted))
            self.refresh()

        def restore(deleted: DeletedPlan) -> None:
            self.desk.change(self, lambda: planning.put_back(deleted), self._restored)

        text = f"แผน {period_word(draft.period)} มี {len(draft.projects)} โครงการ"
        if kept := len(self.record.history) + len(self.record.meetings):
            text += f" ประวัติและการประชุม {kept} รายการจะหายไปด้วย"
        if ask(self.window(), "ลบแผน", f"{text} นำกลับคืนได้ด้วยปุ่ม “เลิกทำ” ที่ขึ้นหลังลบเท่านั้น", "ลบแผนนี้"):
            self._save()
            self.desk.change(self, lambda: planning.delete(draft.id), done)

    def _restored(self, plan_id: int | None) -> None:
        self._wanted = plan_id or 0
        self.refresh()

    def new_plan(self, *, resume: bool = False) -> None:
        from hrdesk.ui.plan.wizard import open_wizard  # noqa: PLC0415 - its pages are needed here only

        self.closing()
        open_wizard(self.desk, self, self._made, resume=resume)

    def _made(self, plan_id: int) -> None:
        self._wanted = plan_id
        self.stale = True
        self.refresh()

    def _jump(self, problem: Problem) -> None:
        """Places of the plan are shown here; those of the catalogue on its page."""
        if problem.field.startswith("course:"):
            self.desk.went.emit("courses", problem.field)
        elif of_catalogue(problem.field) and self.editor is not None:
            open_entry(self.desk, self.editor.office, problem.field, self.window())
        elif self.tabs is not None:
            self.tabs.show_place(problem.field)

    def show_place(self, place: str) -> None:
        """`plan:3/project:12`, `project:12.title`, `resume`, `new` or a Problem's field."""
        if place in ("resume", "new"):
            self.new_plan(resume=place == "resume")
            return
        if place.startswith("plan:"):
            number, _, place = place.removeprefix("plan:").partition("/")
            if number.isdigit() and int(number) != self._wanted:
                self.closing()
                self._wanted, self._place = int(number), place
                self.refresh()
                return
        if self.tabs is not None and place:
            self.tabs.show_place(place)

    def closing(self) -> None:
        self._save()
