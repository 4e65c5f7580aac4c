"""One survey of a fiscal year: when it was held, how many forms went out and came back, and what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from hrdesk.domain.survey import NeedsSurvey, SurveyCount, heads_of, percent_of
from hrdesk.domain.terms import PersonnelType, term
from hrdesk.domain.unit_names import NO_UNIT
from hrdesk.lazy_dataclass import replace
from hrdesk.services.value_json import to_json, tuple_from_json
from hrdesk.thai.numbers import arabic_digits
from hrdesk.thai.text import clean
from hrdesk.ui.kit.editors import DateField, TextArea
from hrdesk.ui.kit.entry_grid import EntryGrid, EntryModel
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.table import Column
from hrdesk.ui.kit.widgets import button, label, row, set_tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.office import Office
    from hrdesk.services import Area
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.entry_grid import Typed

SENT, RETURNED = 2, 3  # columns that are typed
_MOST = 99_999  # forms in a row


class CountsModel(EntryModel[SurveyCount]):
    """A row for each kind of personnel of each unit at the top."""

    def __init__(self, office: Office) -> None:
        units = {unit.id: unit.name for unit in office.units}
        staff = office.organization.wording.staff
        super().__init__((
            Column("ส่วนราชการ", lambda c: units.get(c.unit or 0, NO_UNIT), stretch=True),
            Column("ประเภทบุคลากร", lambda c: staff if c.personnel_type is PersonnelType.REGULAR else term(c.personnel_type),
                   "พนักงานจ้างตามภารกิจ (ผู้มีคุณวุฒิ)"),
            Column("ส่ง (ชุด)", lambda c: f"{c.sent:,}", "ส่ง (ชุด) 9", right=True),
            Column("ได้คืน (ชุด)", lambda c: f"{c.returned:,}", "ได้คืน (ชุด) 9", right=True,
                   tone=lambda c: "error" if c.returned > c.sent else ""),
            Column("ร้อยละ", lambda c: f"{percent_of(c.sent, c.returned):.1f}", "100.0", right=True),
        ))  # fmt: skip

    def can_edit(self, row: int, column: int) -> bool:
        return row < len(self.rows) and column in (SENT, RETURNED)


class SurveyDialog(RecordDialog):
    """The register proposes to whom forms went; what came back is typed, or pasted from a sheet."""

    draft_name = "ผลสำรวจ"

    def __init__(self, desk: Desk, survey: NeedsSurvey, office: Office, parent: QWidget) -> None:
        super().__init__(desk, f"การสำรวจความต้องการ ปีงบประมาณ {survey.year}", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.survey, self.office = survey, office
        self.opened = DateField(self.theme, "วันที่เริ่มสำรวจ", survey.opened_on)
        self.closed = DateField(self.theme, "วันที่สิ้นสุดการสำรวจ", survey.closed_on)
        self.model = CountsModel(office)
        self.model.typed.connect(self._typed)
        self.grid = EntryGrid(self.theme, "จำนวนแบบสำรวจ", self.model)
        self.grid.setMinimumHeight(self.theme.row * 5)
        self.told = label("", wrap=True)
        self.fill_button = button("เติมจำนวนที่ส่งจากทะเบียน", self.fill_sent)
        self.summary = TextArea("สรุปผลการสำรวจ", survey.summary, lines=3)
        self.form.add("opened_on", "เริ่มสำรวจวันที่", self.opened)
        self.form.add("closed_on", "ถึงวันที่", self.closed)
        head = row(self.theme, self.told, self.fill_button)
        head.setStretch(0, 1)
        self.form.add_wide(head)
        self.form.add_wide(self.grid)
        self.form.add("summary", "ข้อค้นพบ", self.summary)
        self.model.set_rows(self._begun())
        self._tell()
        self.fit()
        self.resize(self.theme.px(780), self.height())
        self.grid.choose_row(0, RETURNED)
        self.opened.setFocus()

    def _begun(self) -> tuple[SurveyCount, ...]:
        """What was counted, with rows for everybody else of the register; of a new survey, forms for all of them."""
        heads = heads_of(self.office) or (SurveyCount(None, PersonnelType.REGULAR),)
        kept = {(one.unit, one.personnel_type): one for one in self.survey.counts}
        fresh = not kept and not self.survey.sent
        rows = [kept.pop((one.unit, one.personnel_type), one if fresh else replace(one, sent=0)) for one in heads]
        return (*rows, *kept.values())

    def fill_sent(self) -> None:
        heads = {(one.unit, one.personnel_type): one.sent for one in heads_of(self.office)}
        rows = (replace(one, sent=heads.get((one.unit, one.personnel_type), one.sent)) for one in self.model.rows)
        self.model.set_rows(tuple(rows))
        self._tell()

    def _typed(self, cells: Typed) -> None:
        rows = list(self.model.rows)
        for (at, column), text in cells.items():
            digits = arabic_digits(clean(text)).replace(",", "")
            if digits and not (digits.isdecimal() and int(digits) <= _MOST):
                self._say(f"“{text}” ไม่ใช่จำนวนชุด กรุณากรอกเป็นตัวเลขไม่เกิน {_MOST:,} ข้อมูลเดิมในช่องยังอยู่", "error")
                return
            count, row_now = int(digits or 0), rows[at]
            rows[at] = replace(row_now, sent=count) if column == SENT else replace(row_now, returned=count)
        self.model.set_rows(rows)
        self._tell()

    def _tell(self) -> None:
        sent, returned = sum(c.sent for c in self.model.rows), sum(c.returned for c in self.model.rows)
        before = self.survey
        if not sent and before.sent:
            self._say(f"บันทึกยอดรวมไว้แล้ว ส่ง {before.sent:,} ได้คืน {before.returned:,} ชุด ยังไม่ได้แยกรายส่วนราชการ", "")
            return
        over = any(c.returned > c.sent for c in self.model.rows)
        more = " · มีแถวที่ได้คืนมากกว่าที่ส่ง" if over else ""
        text = f"รวมส่ง {sent:,} ชุด ได้คืน {returned:,} ชุด ร้อยละ {percent_of(sent, returned):.1f}{more}"
        self._say(text, "error" if over else "")

    def _say(self, text: str, tone: str) -> None:
        self.told.setText(text)
        set_tone(self.told, tone)

    # kept as a draft

    def draft_text(self) -> str:
        return to_json(self.model.rows)

    def take_draft(self, text: str) -> None:
        self.model.set_rows(tuple_from_json(SurveyCount, text))
        self._tell()

    def record(self) -> Callable[[], Area]:
        survey = replace(
            self.survey,
            opened_on=self.opened.day(),
            closed_on=self.closed.day(),
            summary=clean(self.summary.toPlainText()),
            counts=tuple(self.model.rows),
        )
        needs = self.desk.services.needs
        return lambda: needs.save_survey(survey)
