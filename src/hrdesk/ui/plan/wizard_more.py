"""The wizard's pages on needs, on the evaluation of each project, and on the book's words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from hrdesk.domain.survey import RankedTopic, SurveyedNeed, needs_of, ranked_topics
from hrdesk.domain.terms import term
from hrdesk.ui.kit.checklist import CheckList
from hrdesk.ui.kit.preferences import save_folder
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import Pair, button, column, frame, label, row
from hrdesk.ui.kit.words import NOTHING
from hrdesk.ui.plan.chapters_section import ChaptersSection
from hrdesk.ui.plan.need_dialog import NeedDialog
from hrdesk.ui.plan.wizard_pages import WizardPage

if TYPE_CHECKING:
    from hrdesk.domain.plan import PlanProject
    from hrdesk.services.plan.needs import Pasted
    from hrdesk.ui.plan.wizard import PlanWizard

FILES = "ตาราง (*.xlsx *.xls *.ods *.csv *.txt)"


class NeedsPage(WizardPage):
    """What people asked for, most wanted first; the survey's result is pasted from Excel or read from a file, and mended here."""

    key = "needs"
    title = "ความต้องการพัฒนา"

    def __init__(self, wizard: PlanWizard) -> None:
        super().__init__(wizard)
        theme = self.theme
        self.needs: tuple[SurveyedNeed, ...] = ()
        columns: tuple[Column[RankedTopic], ...] = (
            Column("หัวข้อหรือหลักสูตร", lambda t: t.topic, stretch=True),
            Column("จำนวนคน", lambda t: f"{t.people:,}", "99,999", right=True),
            Column("ส่วนราชการ", lambda t: f"{t.units:,}", "9,999", right=True),
            Column("ที่มา", lambda t: ", ".join(term(s) for s in t.sources) or NOTHING, "แบบสำรวจ, ช่องว่างสมรรถนะ"),
            Column("โครงการในแผน", self._answered, "มีแล้ว", tone=lambda t: "" if self._covered(t) else "warn"),
        )
        self.table = Table(theme, "ความต้องการเรียงตามจำนวนคน", RowsModel(columns))
        self.told = label("", "muted", wrap=True)
        self.paste_button = button("วางจาก Excel", self.paste, name="วางผลสำรวจจาก Excel")
        hint = label(
            "คัดลอกหรือนำเข้าสามคอลัมน์ คือ หัวข้อ จำนวนคน ส่วนราชการ (เว้นส่วนราชการได้) ข้ามขั้นนี้ได้ถ้ายังไม่ได้สำรวจ",
            "muted", wrap=True,
        )  # fmt: skip
        self.file_button = button("นำเข้าจากแฟ้ม…", self.choose_file, name="นำเข้าผลสำรวจจากแฟ้ม Excel")
        self.edit_button = button("แก้ไข…", self.edit, name="แก้ไขหัวข้อที่เลือก")
        self.table.opened.connect(lambda _topic: self.edit())
        self.table.chosen.connect(lambda topic: self.edit_button.setEnabled(topic is not None))
        head = row(theme, hint, self.paste_button, self.file_button, self.edit_button)
        head.setStretch(0, 1)
        box = column(theme, head, self.told, self.table, gap="s")
        box.setStretch(2, 1)
        self.setLayout(box)
        self.holder.changed.connect(self._show)

    def entered(self) -> None:
        needs, year = self.wizard.desk.services.needs, self.holder.draft.period.first
        self.wizard.desk.read(self, lambda: needs.needs(year), self._read)
        self.table.setFocus()

    def _read(self, found: tuple[SurveyedNeed, ...]) -> None:
        self.needs = found
        self._show()

    def _show(self) -> None:
        topics = ranked_topics(self.needs)
        self.table.rows.set_rows(topics)
        if topics and self.table.current_record() is None:
            self.table.choose_row(0)
        self.edit_button.setEnabled(self.table.current_record() is not None)
        year, open_ones = self.holder.draft.period.first, sum(not self._covered(t) for t in topics)
        text = f"ปี {year} มี {len(topics)} หัวข้อ ยังไม่มีโครงการรองรับ {open_ones} หัวข้อ"
        self.told.setText(text if topics else f"ยังไม่มีผลสำรวจของปี {year}")

    def _covered(self, topic: RankedTopic) -> bool:
        """Some project of the plan uses the course; a topic that is no course is the officer's to judge."""
        return any(topic.course in project.courses for project in self.holder.draft.projects)

    def _answered(self, topic: RankedTopic) -> str:
        return "มีแล้ว" if self._covered(topic) else "ยังไม่มี"

    def paste(self) -> None:
        needs, year = self.wizard.desk.services.needs, self.holder.draft.period.first
        text = QGuiApplication.clipboard().text()
        self.wizard.desk.read(self, lambda: needs.read_pasted(year, text), self._pasted)

    def choose_file(self) -> None:
        needs, year = self.wizard.desk.services.needs, self.holder.draft.period.first
        name, _ = QFileDialog.getOpenFileName(self, "เลือกแฟ้มผลสำรวจ", str(save_folder()), FILES)
        if name:
            self.wizard.desk.read(self, lambda: needs.read_file(year, Path(name)), self._pasted)

    def edit(self) -> None:
        topic = self.table.current_record()
        if topic is None:
            return
        units = {unit.id: unit.name for unit in self.holder.office.units}
        dialog = NeedDialog(self.wizard.desk, needs_of(topic, self.needs), units, self)
        dialog.saved.connect(lambda _none: self.entered())
        dialog.open()

    def _pasted(self, pasted: Pasted) -> None:
        needs = self.wizard.desk.services.needs

        def done(_none: object) -> None:
            self.entered()
            if pasted.refused:
                more = f" และอีก {len(pasted.refused) - 1} บรรทัด" if len(pasted.refused) > 1 else ""
                self.told.setText(f"เพิ่ม {len(pasted.needs)} รายการ ไม่ได้นำเข้า {pasted.refused[0]}{more}")

        if pasted.needs:
            self.wizard.desk.change(self.wizard, lambda: needs.add_all(pasted.needs), done)
        else:
            self.told.setText(f"ไม่มีรายการที่นำเข้าได้ {'; '.join(pasted.refused[:1])}")


@dataclass(frozen=True)
class _Line:
    place: int
    project: PlanProject


class EvaluationPage(WizardPage):
    """How each project's results are followed up: ticked for one project, or for all at once."""

    key = "evaluation"
    title = "การประเมินแต่ละโครงการ"

    def __init__(self, wizard: PlanWizard) -> None:
        super().__init__(wizard)
        theme = self.theme
        catalogue = self.holder.office.catalogue
        self._names = {one.id: one.short_name for one in catalogue.evaluations}
        columns: tuple[Column[_Line], ...] = (
            Column("โครงการ", lambda line: line.project.title, stretch=True),
            Column("วิธี", lambda line: str(len(line.project.evaluations)) if line.project.evaluations else "ขาด", "ขาด 00",
                   tone=lambda line: "" if line.project.evaluations else "error"),
        )  # fmt: skip
        self.table = Table(theme, "โครงการ", RowsModel(columns))
        self.table.chosen.connect(self._chosen)
        self.methods = CheckList("วิธีติดตามประเมินผลของโครงการที่เลือก", self._names.items(), ())
        self.methods.edited.connect(self._ticked)
        self.all_button = button("ใช้กับทุกโครงการ", self._all, name="ใช้วิธีประเมินนี้กับทุกโครงการ")
        left = column(theme, self.table)
        right = column(theme, label("วิธีติดตามประเมินผล", "section"), self.methods, row(theme, 1, self.all_button), gap="xs")
        self.setLayout(column(theme, Pair(theme, frame(left), frame(right), 700)))
        self.holder.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        lines = [_Line(place, project) for place, project in enumerate(self.holder.draft.projects)]
        self.table.rows.set_rows(lines)
        self._chosen(self.table.current_record())

    def _chosen(self, line: Any) -> None:
        chosen = line.project.evaluations if line is not None else ()
        if self.methods.chosen() != chosen:
            self.methods.refill(self._names.items(), chosen)

    def _ticked(self) -> None:
        line = self.table.current_record()
        if line is not None:
            project = replace(line.project, evaluations=self.methods.chosen())
            self.holder.set_project(line.place, project, "แก้ไขวิธีติดตามประเมินผล")

    def _all(self) -> None:
        chosen = self.methods.chosen()
        self.holder.set_projects(
            [replace(p, evaluations=chosen) for p in self.holder.draft.projects], "ใช้วิธีประเมินกับทุกโครงการ"
        )

    def entered(self) -> None:
        if self.table.current_record() is None:
            self.table.choose_row(0)
        self.table.setFocus()


class ChaptersPage(WizardPage):
    """The standard passages as they will be printed; what is changed here is marked and can be put back."""

    key = "chapters"
    title = "ข้อความในเล่ม"
    fields = ("chapter:",)

    def __init__(self, wizard: PlanWizard) -> None:
        super().__init__(wizard)
        self.section = ChaptersSection(self.theme, self.holder, self)
        self.setLayout(column(self.theme, self.section))

    def entered(self) -> None:
        self.section.list.setFocus()

    def commit(self) -> None:
        self.section.commit()

    def show_field(self, path: str) -> None:
        self.section.show_chapter(path.removeprefix("chapter:"))
