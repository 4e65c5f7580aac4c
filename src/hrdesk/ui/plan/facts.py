"""The facts of a plan that are no table: its period, the budget law's name, the announcement it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from hrdesk.domain.next_plan import shift_draft
from hrdesk.errors import Problem
from hrdesk.lazy_dataclass import replace
from hrdesk.ui.kit.count_box import YearBox
from hrdesk.ui.kit.editors import DateField, Form, typed
from hrdesk.ui.kit.moments import period_word
from hrdesk.ui.kit.widgets import Field, button, column, label, row

if TYPE_CHECKING:
    from hrdesk.domain.plan import PlanDraft
    from hrdesk.ui.kit.theme import Theme
    from hrdesk.ui.plan.draft import DraftHolder

_FIELDS = {  # a Problem's field → the key of the form
    "plan.period": "period", "plan.budget_law": "budget_law",
    "plan.committee_announcement_date": "date", "plan.committee_announcement_clauses": "clauses",
    "plan.covers_all_positions": "covers",
}  # fmt: skip


class PlanFacts(QWidget):
    """Edits go to the holder when a field is left; its problems stand under the fields."""

    def __init__(
        self, theme: Theme, holder: DraftHolder, parent: QWidget, *, silent: tuple[str, ...] = ()
    ) -> None:
        super().__init__(parent)
        self.holder = holder
        self._silent = silent  # fields whose problems are shown elsewhere
        self._shown: PlanDraft | None = None  # whose facts stand in the fields
        draft = holder.draft
        wording = holder.office.organization.wording
        self.first = YearBox("ปีงบประมาณแรก", draft.period.first)
        self.period = label("", "muted")
        self.law = Field("ชื่อกฎหมายงบประมาณ", wording.budget_law)
        self.fix_law = button(f"แก้เป็น “{wording.budget_law}”", self._mend_law, kind="link")
        self.date = DateField(theme, f"วันที่ของประกาศ {wording.provincial_committee}")
        self.clauses = Field("หมวดและข้อของประกาศ", "เช่น หมวด 12 ส่วนที่ 4 ข้อ 288–326")
        self.covers = QCheckBox("ทุกตำแหน่งต้องได้รับการพัฒนาภายในระยะเวลาของแผน (ข้อ 2.2)")
        self.form = Form(theme)
        year = QWidget()
        year.setLayout(row(theme, self.first, self.period, 1))
        law = QWidget()
        law.setLayout(row(theme, self.law, self.fix_law))
        self.form.add("period", "ปีงบประมาณแรก", year)
        self.form.add("budget_law", "กฎหมายงบประมาณ", law)
        self.form.add("date", f"ประกาศ {wording.provincial_committee} ลงวันที่", self.date)
        self.form.add("clauses", "หมวดและข้อที่อ้าง", self.clauses)
        self.form.add("covers", "เป้าหมาย", self.covers)
        self.first.valueChanged.connect(self._period_chosen)
        self.law.editingFinished.connect(self.commit)
        self.clauses.editingFinished.connect(self.commit)
        self.date.changed.connect(self.commit)
        self.covers.clicked.connect(self.commit)
        self.setLayout(column(theme, self.form, 1))
        holder.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        draft, law = self.holder.draft, self.holder.office.organization.wording.budget_law
        for field in (self.first, self.law, self.clauses, self.date, self.covers):
            field.blockSignals(True)
        self.first.setValue(draft.period.first)
        self.period.setText(f"แผน {period_word(draft.period)}")
        shown, self._shown = self._shown, draft
        if shown is None or shown.budget_law != draft.budget_law:  # else what is being typed stays
            self.law.setText(draft.budget_law)
        if shown is None or shown.committee_announcement_clauses != draft.committee_announcement_clauses:
            self.clauses.setText(draft.committee_announcement_clauses)
        day = draft.committee_announcement_date
        if not self.date.wrong and (shown is None or shown.committee_announcement_date != day):
            self.date.set_day(day)
        self.covers.setChecked(draft.covers_all_positions)
        for field in (self.first, self.law, self.clauses, self.date, self.covers):
            field.blockSignals(False)
            field.setEnabled(not self.holder.frozen)
        self.fix_law.setVisible(bool(draft.budget_law) and draft.budget_law != law and not self.holder.frozen)
        self._show_problems()

    def _show_problems(self) -> None:
        found = [
            Problem(f"facts.{_FIELDS[p.field]}", p.text, p.severity)
            for p in self.holder.problems
            if p.field in _FIELDS and p.field not in self._silent
        ]
        self.form.show_problems(found, focus=False)  # nothing jumps while typing

    def _period_chosen(self, first: int) -> None:
        """Years and budgets move with the plan."""
        self.holder.apply("เปลี่ยนปีของแผน", shift_draft(self.holder.draft, first))

    def _mend_law(self) -> None:
        law = self.holder.office.organization.wording.budget_law
        self.holder.apply("แก้ชื่อกฎหมายงบประมาณ", replace(self.holder.draft, budget_law=law))

    def commit(self, _checked: bool = False) -> None:
        day, before = self.date.day(), self.holder.draft.committee_announcement_date
        draft = replace(
            self.holder.draft,
            budget_law=typed(self.law) if self.law.isModified() else self.holder.draft.budget_law,
            committee_announcement_date=before if self.date.wrong else day,  # what cannot be read takes nothing away
            committee_announcement_clauses=(
                typed(self.clauses) if self.clauses.isModified() else self.holder.draft.committee_announcement_clauses
            ),
            covers_all_positions=self.covers.isChecked(),
        )
        self.holder.apply("แก้ไขข้อมูลแผน", draft)
        self._show_problems()

    def show_field(self, path: str) -> None:
        field = {
            "plan.period": self.first, "plan.budget_law": self.law, "plan.committee_announcement_date": self.date,
            "plan.committee_announcement_clauses": self.clauses, "plan.covers_all_positions": self.covers,
        }.get(path, self.first)  # fmt: skip
        field.setFocus()

