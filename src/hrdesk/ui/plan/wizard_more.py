"""The wizard's pages on needs, on the evaluation of each project, on aims, and on the book's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.ui.kit.checklist import CheckList
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import Pair, button, column, frame, label, row, scroller
from hrdesk.ui.plan.aims_section import FIELDS, AimsSection
from hrdesk.ui.plan.chapters_section import ChaptersSection
from hrdesk.ui.plan.needs_section import NeedsSection
from hrdesk.ui.plan.wizard_pages import WizardPage

if TYPE_CHECKING:
    from hrdesk.domain.plan import PlanProject
    from hrdesk.ui.plan.wizard import PlanWizard


class NeedsPage(WizardPage):
    key = "needs"
    title = "ความต้องการพัฒนา"

    def __init__(self, wizard: PlanWizard) -> None:
        super().__init__(wizard)
        self.section = NeedsSection(wizard.desk, self.holder, self)
        hint = label("ข้ามขั้นนี้ได้ถ้ายังไม่ได้สำรวจ แล้วกลับมากรอกภายหลังที่หน้าแผนพัฒนา", "muted", wrap=True)
        box = column(self.theme, hint, self.section, gap="s")
        box.setStretch(1, 1)
        self.setLayout(box)

    def entered(self) -> None:
        self.section.refresh()
        self.section.table.setFocus()


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
        self._known: tuple[tuple[int, str], ...] = ()  # the methods that are offered: id and words
        columns: tuple[Column[_Line], ...] = (
            Column("โครงการ", lambda line: line.project.title, stretch=True),
            Column("วิธี", lambda line: str(len(line.project.evaluations)) if line.project.evaluations else "ขาด", "ขาด 00",
                   tone=lambda line: "" if line.project.evaluations else "error"),
        )  # fmt: skip
        self.table = Table(theme, "โครงการ", RowsModel(columns))
        self.table.chosen.connect(self._chosen)
        self.methods = CheckList("วิธีติดตามประเมินผลของโครงการที่เลือก", (), ())
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
        known = tuple((one.id, one.short_name) for one in self.holder.office.catalogue.evaluations)
        if (known, chosen) != (self._known, self.methods.chosen()):
            self._known = known
            self.methods.refill(known, chosen)

    def _ticked(self) -> None:
        line = self.table.current_record()
        if line is not None:
            project = replace(line.project, evaluations=self.methods.chosen())
            self.holder.set_project(line.place, project, "แก้ไขวิธีติดตามประเมินผล")

    def _all(self) -> None:
        chosen, draft = self.methods.chosen(), self.holder.draft
        projects = tuple(replace(project, evaluations=chosen) for project in draft.projects)
        self.holder.apply("ใช้วิธีประเมินกับทุกโครงการ", replace(draft, projects=projects))

    def entered(self) -> None:
        if self.table.current_record() is None:
            self.table.choose_row(0)
        self.table.setFocus()


class AimsPage(WizardPage):
    """Indicators, own strategies, SWOT and which parts are printed: what most plans come to without, so that the buttons
    lead there only when something of it is to be mended.
    """

    key = "aims"
    title = "เป้าหมายและความสอดคล้อง"
    fields = FIELDS

    def __init__(self, wizard: PlanWizard) -> None:
        super().__init__(wizard)
        self.aims = AimsSection(self.theme, self.holder, self)
        self.setLayout(column(self.theme, scroller(self.aims)))

    @property
    def idle(self) -> bool:
        return not any(map(self.owns, self.holder.problems))

    def entered(self) -> None:
        self.aims.indicators.table.setFocus()

    def show_field(self, path: str) -> None:
        self.aims.show_field(path)


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
