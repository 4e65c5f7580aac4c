"""What people asked for in a fiscal year, most wanted first: entered, pasted, read from a file, or from assessed gaps."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from hrdesk.domain.subject import Subject, place_of
from hrdesk.domain.survey import NeedsSurvey, RankedTopic, SurveyedNeed, needs_of, ranked_topics
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services import Area
from hrdesk.ui.kit.keys import keys
from hrdesk.ui.kit.messages import UndoBar
from hrdesk.ui.kit.preferences import save_folder
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import button, choose, column, combo, label, menu_button, refill, row, tool
from hrdesk.ui.kit.words import NOTHING
from hrdesk.ui.plan.need_dialog import NeedDialog, NewNeedDialog
from hrdesk.ui.plan.survey_dialog import SurveyDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrdesk.services.plan.needs import Pasted
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.plan.draft import DraftHolder

FILES = "ตาราง (*.xlsx *.xls *.ods *.csv *.txt)"
PAPERS = (
    ("แบบสำรวจ", "needs-survey"), ("สรุปผลการสำรวจ", "needs-summary"), ("ผลวิเคราะห์ความต้องการ", "needs-analysis"),
    ("ประกาศผลวิเคราะห์", "needs-announcement"),
)  # fmt: skip
NONE_YET = "ยังไม่มีผลสำรวจของปีนี้ เพิ่ม วาง หรือนำเข้าสามคอลัมน์ คือ หัวข้อ จำนวนคน ส่วนราชการ"


@dataclass(frozen=True)
class NeedsData:
    survey: NeedsSurvey
    needs: tuple[SurveyedNeed, ...]


class NeedsSection(QWidget):
    """Needs are of a fiscal year, not of the plan: they stay open when it is frozen."""

    def __init__(self, desk: Desk, holder: DraftHolder, parent: QWidget, *, prints: bool = False) -> None:
        """`prints` offers the year's papers, where the page can be left for them."""
        super().__init__(parent)
        self.desk, self.holder = desk, holder
        self.survey = NeedsSurvey(0)
        self.needs: tuple[SurveyedNeed, ...] = ()
        self._hint = ""  # to be told once, in the place of the count
        self._build(prints=prints)
        holder.changed.connect(self._show)
        desk.changed.connect(self._data_changed)

    def _data_changed(self, area: Area, _origin: object) -> None:
        """Needs are changed from the page of skills too; a section out of sight reads them when it is shown."""
        if area & Area.NEEDS and self.isVisible():
            self.refresh()

    def _build(self, *, prints: bool) -> None:
        theme = self.desk.theme
        columns: tuple[Column[RankedTopic], ...] = (
            Column("หัวข้อหรือหลักสูตร", lambda t: t.topic, stretch=True),
            Column("จำนวนคน", lambda t: f"{t.people:,}", "99,999", right=True),
            Column("ส่วนราชการ", lambda t: f"{t.units:,}", "9,999", right=True),
            Column("ที่มา", lambda t: ", ".join(term(s) for s in t.sources) or NOTHING, "แบบสำรวจ, ช่องว่างสมรรถนะ"),
            Column("โครงการในแผน", self._answered, "มีแล้ว", tone=lambda t: "" if self._covered(t) else "warn"),
        )
        self.table = Table(theme, "ความต้องการเรียงตามจำนวนคน", RowsModel(columns))
        self.table.explain(NONE_YET)
        self.year = combo("ปีงบประมาณของความต้องการ")
        self.year.activated.connect(lambda _index: self.refresh())
        self.told = label("", "muted", wrap=True)
        self.counted = label("", wrap=True)
        self.survey_button = button("การสำรวจ…", self.edit_survey, name="วันที่และจำนวนแบบสำรวจที่ส่งและได้คืน")
        self.print_button = menu_button("พิมพ์", [(name, partial(self._print, form)) for name, form in PAPERS],
                                        name="พิมพ์เอกสารของการสำรวจ")  # fmt: skip
        self.print_button.setVisible(prints)
        self.add_button = button("เพิ่ม…", self.add, name="เพิ่มความต้องการ")
        self.edit_button = button("แก้ไข…", self.edit, name="แก้ไขหัวข้อที่เลือก")
        self.delete_button = tool(theme, "delete", "ลบหัวข้อที่เลือก (Delete)", self.delete)
        self.undo = UndoBar(theme, self)
        self.paste_button = button("วางจาก Excel", self.paste, name="วางผลสำรวจจาก Excel")
        self.paste_button.setToolTip("สามคอลัมน์ คือ หัวข้อ จำนวนคน ส่วนราชการ (เว้นส่วนราชการได้)")
        self.file_button = button("นำเข้าจากแฟ้ม…", self.choose_file, name="นำเข้าผลสำรวจจากแฟ้ม Excel")
        self.gaps_button = button("จากช่องว่างสมรรถนะ", self.take_gaps, name="นำช่องว่างสมรรถนะที่ประเมินแล้วเป็นความต้องการ")
        self.table.opened.connect(lambda _topic: self.edit())
        self.table.chosen.connect(self._chosen)
        keys(self.table, {"Del": self.delete, "F2": self.edit, "Ctrl+V": self.paste})
        keys(self, {"Ctrl+N": self.add}, within=True)
        top = row(theme, label("ปี"), self.year, self.counted, self.survey_button, self.print_button)
        top.setStretch(2, 1)
        tools = row(theme, self.add_button, self.edit_button, self.paste_button, self.file_button, self.gaps_button,
                    self.delete_button, 1, gap="xs")  # fmt: skip
        box = column(theme, top, tools, self.told, self.table, self.undo, gap="xs")
        box.setStretch(3, 1)
        self.setLayout(box)

    # reading

    def chosen_year(self) -> int:
        chosen: int | None = self.year.currentData()
        return chosen if chosen is not None else self.holder.draft.period.first

    def refresh(self) -> None:
        """Read the year's survey and needs; of a plan moved to other years, its first."""
        chosen, years = self.chosen_year(), [year.be for year in self.holder.draft.period.years]
        refill(self.year, [(f"พ.ศ. {year}", year) for year in years])
        choose(self.year, chosen if chosen in years else years[0])
        needs, year = self.desk.services.needs, self.chosen_year()
        self.desk.read(self, lambda: NeedsData(needs.survey(year), needs.needs(year)), self._read)

    def _read(self, data: NeedsData) -> None:
        self.survey, self.needs = data.survey, data.needs
        self._show()

    def _show(self) -> None:
        topics = ranked_topics(self.needs)
        self.table.rows.set_rows(topics)
        if topics and self.table.current_record() is None:
            self.table.choose_row(0)
        self._chosen(self.table.current_record())
        self.told.setText(self._words(topics))
        survey = self.survey
        counted = f"ส่งแบบสำรวจ {survey.sent:,} ได้คืน {survey.returned:,} ชุด (ร้อยละ {survey.percent_returned:.1f})"
        self.counted.setText(counted if survey.sent else "ยังไม่ได้บันทึกจำนวนแบบสำรวจที่ส่งและได้คืน")

    def _chosen(self, topic: RankedTopic | None) -> None:
        for one in (self.edit_button, self.delete_button):
            one.setEnabled(topic is not None)

    def _words(self, topics: Sequence[RankedTopic]) -> str:
        year, open_ones = self.chosen_year(), sum(not self._covered(t) for t in topics)
        text = f"ปี {year} มี {len(topics)} หัวข้อ ยังไม่มีโครงการรองรับ {open_ones} หัวข้อ"
        if not topics:
            text = f"ยังไม่มีผลสำรวจของปี {year}"
        hint, self._hint = self._hint, ""
        return hint or text

    def _covered(self, topic: RankedTopic) -> bool:
        """Some project of the plan uses the course; a topic that is no course is the officer's to judge."""
        return any(topic.course in project.courses for project in self.holder.draft.projects)

    def _answered(self, topic: RankedTopic) -> str:
        return "มีแล้ว" if self._covered(topic) else "ยังไม่มี"

    # changing

    def edit_survey(self) -> None:
        survey = self.survey if self.survey.year else NeedsSurvey(self.chosen_year())
        self._open(SurveyDialog(self.desk, survey, self.holder.office, self))

    def add(self) -> None:
        self._open(NewNeedDialog(self.desk, self.chosen_year(), self.holder.office, self))

    def edit(self) -> None:
        topic = self.table.current_record()
        if topic is not None:
            units = {unit.id: unit.name for unit in self.holder.office.units}
            self._open(NeedDialog(self.desk, needs_of(topic, self.needs), units, self))

    def delete(self) -> None:
        """The whole topic, at once: what every unit asked for."""
        topic, needs = self.table.current_record(), self.desk.services.needs
        if topic is None or not self.delete_button.isEnabled():
            return
        ids = [one.id for one in needs_of(topic, self.needs)]

        def done(deleted: Any) -> None:
            told = f"ลบ “{topic.topic}” ({topic.people:,} คน) แล้ว"
            self.undo.offer(told, lambda: self.desk.change(self, lambda: needs.put_back(deleted)))

        self.desk.change_once(self, self.delete_button, lambda: needs.delete(ids, topic.topic), done, partial(self._chosen, topic))

    def _open(self, dialog: SurveyDialog | NewNeedDialog | NeedDialog) -> None:
        dialog.open()

    def paste(self) -> None:
        needs, year = self.desk.services.needs, self.chosen_year()
        text = QGuiApplication.clipboard().text()
        self.desk.read(self, lambda: needs.read_pasted(year, text), self._pasted)

    def choose_file(self) -> None:
        needs, year = self.desk.services.needs, self.chosen_year()
        name, _ = QFileDialog.getOpenFileName(self, "เลือกแฟ้มผลสำรวจ", str(save_folder()), FILES)
        if name:
            self.desk.read(self, lambda: needs.read_file(year, Path(name)), self._pasted)

    def _pasted(self, pasted: Pasted) -> None:
        needs = self.desk.services.needs
        if not pasted.needs:
            self.told.setText(f"ไม่มีรายการที่นำเข้าได้ {'; '.join(pasted.refused[:1])}")
            return
        if pasted.refused:
            more = f" และอีก {len(pasted.refused) - 1} บรรทัด" if len(pasted.refused) > 1 else ""
            self._hint = f"เพิ่ม {len(pasted.needs)} รายการ ไม่ได้นำเข้า {pasted.refused[0]}{more}"
        self.desk.change(self, lambda: needs.add_all(pasted.needs))

    def take_gaps(self) -> None:
        """Assessed gaps of today in the place of those taken before; what was surveyed stays."""
        services, year = self.desk.services, self.chosen_year()

        def work() -> tuple[int, Area]:
            gaps = services.skills.gaps_as_needs(year)
            return len(gaps), services.needs.replace_gaps(year, gaps)

        def done(count: int | None) -> None:
            self._hint = "" if count else "ยังไม่มีช่องว่างสมรรถนะที่ประเมินแล้ว ประเมินได้ที่หน้าทักษะและ IDP"

        self.desk.change(self, work, done)

    def _print(self, form: str) -> None:
        self.desk.went.emit("reports", place_of(form, Subject(year=self.chosen_year())))
