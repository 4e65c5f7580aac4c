"""One project of the year: facts, whom it is for, money, indicators, the texts of its proposal, what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLayout, QTabWidget, QWidget

from hrdesk.domain.terms import term
from hrdesk.domain.training_terms import YearProjectStatus
from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import replace
from hrdesk.thai.text import clean
from hrdesk.ui.kit.checklist import CheckList
from hrdesk.ui.kit.count_box import CountBox
from hrdesk.ui.kit.editors import DateField, Form, TextArea, side_by_side, typed
from hrdesk.ui.kit.number_field import NumberField
from hrdesk.ui.kit.typed_dialog import TypedDialog
from hrdesk.ui.kit.widgets import Field, button, choose, column, combo, label, row, rule, scroller
from hrdesk.ui.training.year_project_aims import AimPart
from hrdesk.ui.training.year_project_parts import IndicatorPart, MoneyPart, TextPart

if TYPE_CHECKING:
    from hrdesk.domain.office import Office
    from hrdesk.domain.year_project import YearProject
    from hrdesk.ui.kit.desk import Desk

_TABS = {"costs": 3, "funds": 3, "indicators": 4, "texts": 5}  # where a problem of the record stands


class YearProjectDialog(TypedDialog):
    """Stays open until the services take the project."""

    saved = Signal(object)  # the id

    def __init__(self, desk: Desk, office: Office, project: YearProject, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk, self.theme, self.project = desk, desk.theme, project
        outside = "นอกแผน" if project.outside_plan else "ตามแผน"
        self.setWindowTitle(f"{'โครงการ' if project.id else 'เพิ่มโครงการ'}{outside} ปีงบประมาณ {project.year}")
        self.form = Form(self.theme)
        self._build_facts()
        catalogue = office.catalogue
        self.lists = {
            "organizers": CheckList("หน่วยดำเนินการ", [(o.id, o.name) for o in catalogue.organizers], project.organizers),
            "methods": CheckList("วิธีการพัฒนา", [(m.id, m.name) for m in catalogue.methods], project.methods),
            "courses": CheckList("หลักสูตร", [(c.id, c.title) for c in catalogue.courses], project.courses),
        }
        self.aims = AimPart(self.theme, office, project)
        self.money = MoneyPart(self.theme, project, catalogue.funds)
        self.indicators = IndicatorPart(self.theme, project)
        self.texts = TextPart(self.theme, project, self.touch)
        self.problems = TextArea("ปัญหาและอุปสรรค", project.problems, grows=True)
        self.suggestions = TextArea("ข้อเสนอแนะ", project.suggestions, grows=True)
        self._build_tabs()
        self._watch()
        self.title.setFocus()

    def _build_facts(self) -> None:
        project, theme = self.project, self.theme
        self.title = TextArea("ชื่อโครงการ", project.title, lines=2, line=True)
        self.outside = Field("เหตุผลที่ดำเนินการนอกแผน", "เช่น ตามหนังสือสั่งการ", project.outside_reason)
        self.status = combo("สถานะ", [(term(status), status) for status in YearProjectStatus])
        choose(self.status, project.status)
        self.reason = Field("เหตุผลที่เลื่อนหรือยกเลิก", "กรอกเมื่อเลื่อนหรือยกเลิก", project.status_reason)
        self.responsible = Field("ผู้รับผิดชอบ", "เช่น งานการเจ้าหน้าที่", project.responsible)
        self.venue = Field("สถานที่", "", project.venue)
        self.starts = DateField(theme, "วันที่เริ่ม", project.starts_on)
        self.ends = DateField(theme, "วันที่สิ้นสุด", project.ends_on)
        self.people = CountBox("เป้าหมาย (คน)", project.people, 0, 99_999)
        self.lecture = NumberField("ชั่วโมงบรรยาย", "0", project.lecture)
        self.other = NumberField("ชั่วโมงวิธีการอื่น", "0", project.other)
        self.memo = Field("เลขที่บันทึกขออนุมัติ", "เช่น ชม 52401/123", project.memo_number)
        self.memo_date = DateField(theme, "วันที่บันทึกขออนุมัติ", project.memo_date)
        self.approved = DateField(theme, "วันที่อนุมัติ", project.approved_on)
        for key, text, field in (
            ("title", "ชื่อโครงการ", self.title), ("outside_reason", "เหตุผลนอกแผน", self.outside),
            ("status", "สถานะ", self.status),
            ("status_reason", "เหตุผล", self.reason), ("responsible", "ผู้รับผิดชอบ", self.responsible),
            ("venue", "สถานที่", self.venue), ("starts_on", "วันที่เริ่ม", self.starts),
            ("ends_on", "วันที่สิ้นสุด", self.ends), ("people", "เป้าหมาย (คน)", self.people),
            ("hours", "ชั่วโมงบรรยาย / อื่น", side_by_side(theme, self.lecture, self.other)),
            ("memo_number", "บันทึกขออนุมัติที่", self.memo), ("memo_date", "ลงวันที่", self.memo_date),
            ("approved_on", "อนุมัติเมื่อ", self.approved),
        ):  # fmt: skip
            if key != "outside_reason" or project.outside_plan:
                self.form.add(key, text, field)

    def _build_tabs(self) -> None:
        theme = self.theme
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("ส่วนของโครงการ")
        results = column(theme, label("ปัญหาและอุปสรรค"), self.problems, label("ข้อเสนอแนะ"), self.suggestions, gap="xs")
        for title, part in (
            ("ข้อมูลทั่วไป", scroller(self.form)), ("การดำเนินการ", _holding(self._choices())),
            ("ผู้รับการพัฒนา", self.aims),
            ("งบประมาณ", self.money), ("ตัวชี้วัด", self.indicators), ("ข้อความ", self.texts),
            ("ผลและปัญหา", _holding(results)),
        ):  # fmt: skip
            self.tabs.addTab(part, title)
        self.wrong = label("", "", "error", wrap=True)
        self.wrong.hide()
        self.save_button = button("บันทึก", self.save, kind="primary")
        self.save_button.setDefault(True)
        cancel = button("ยกเลิก", self.reject)
        cancel.setAutoDefault(False)
        self.state = label("", "small")
        foot = row(theme, self.state, 1, cancel, self.save_button)
        box = column(theme, self.tabs, self.wrong, rule(), foot, gap="s", pad="m")
        box.setStretch(0, 1)
        self.setLayout(box)
        self.save_key.activated.connect(self.save_button.click)  # which is disabled while it saves
        screen = self.screen().availableGeometry().height() if self.screen() else 700
        self.resize(theme.px(860), min(theme.px(660), screen - 60))

    def _choices(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(self.theme.space("s"))
        heads = {"organizers": "หน่วยดำเนินการ", "methods": "วิธีการพัฒนา", "courses": "หลักสูตร"}
        places = {"organizers": (0, 0), "methods": (0, 1), "courses": (2, 0)}
        for key, (line, place) in places.items():
            width = 2 if key == "courses" else 1
            grid.addWidget(label(heads[key]), line, place, 1, width)
            grid.addWidget(self.lists[key], line + 1, place, 1, width)
        return grid

    def _watch(self) -> None:
        self.form.changed.connect(self.touch)
        for field in (self.lecture, self.other):
            field.textEdited.connect(self.touch)
        for one in (self.money.costs, self.money.sources, self.indicators):
            one.changed.connect(self.touch)
        self.aims.edited.connect(self.touch)
        self.aims.counted.connect(self.people.setValue)
        for chosen in self.lists.values():
            chosen.edited.connect(self.touch)
        for area in (self.problems, self.suggestions):
            area.textChanged.connect(self.touch)

    def touch(self) -> None:
        self.state.setText("● ยังไม่ได้บันทึก")

    def value(self) -> YearProject:
        return replace(
            self.aims.value(self.project),
            title=" ".join(clean(self.title.toPlainText()).split()),
            outside_reason=typed(self.outside),
            status=self.status.currentData(),
            status_reason=typed(self.reason),
            responsible=typed(self.responsible),
            venue=typed(self.venue),
            starts_on=self.starts.day(),
            ends_on=self.ends.day(),
            people=self.people.value(),
            lecture=self.lecture.hundredths() or 0,
            other=self.other.hundredths() or 0,
            memo_number=typed(self.memo),
            memo_date=self.memo_date.day(),
            approved_on=self.approved.day(),
            problems=clean(self.problems.toPlainText()),
            suggestions=clean(self.suggestions.toPlainText()),
            costs=self.money.cost_lines(),
            funds=self.money.fund_uses(),
            indicators=self.indicators.indicators(),
            texts=self.texts.texts(),
            organizers=self.lists["organizers"].chosen(),
            methods=self.lists["methods"].chosen(),
            courses=self.lists["courses"].chosen(),
        )

    def save(self) -> None:
        if self.lecture.wrong or self.other.wrong:
            self._tell(["จำนวนชั่วโมงต้องเป็นตัวเลข เช่น 6 หรือ 6.5"], 0)
            return
        project = self.value()
        if self.form.unreadable():
            self.tabs.setCurrentIndex(0)
            self.form.show_problems(())
            return
        self.save_button.setEnabled(False)
        services = self.desk.services
        self.desk.change(self, lambda: services.year_projects.save(project), self._taken, self._refused)

    def _taken(self, value: object) -> None:
        self.saved.emit(value)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        if not isinstance(error, UserError):
            self.desk.complain(self, error)
            return
        problems = getattr(error, "problems", ())
        homeless = self.form.show_problems(problems) if problems else [str(error)]
        keys = [problem.field.rpartition(".")[2] for problem in problems]
        self._tell(homeless, next((_TABS[key] for key in keys if key in _TABS), 0))

    def _tell(self, sentences: list[str], tab: int) -> None:
        self.wrong.setText("\n".join(sentences))
        self.wrong.setVisible(bool(sentences))
        self.tabs.setCurrentIndex(tab)


def _holding(box: QLayout) -> QWidget:
    widget = QWidget()
    widget.setLayout(box)
    return widget
