"""What can be done about a problem besides going there: mend it at once, or let a warning pass with a reason."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from hrdesk.domain.mend import mend_of
from hrdesk.domain.plan_parts import AcceptedWarning
from hrdesk.errors import Severity
from hrdesk.lazy_dataclass import replace
from hrdesk.thai.dates import short_date
from hrdesk.thai.text import clean
from hrdesk.ui.kit.editors import EntryDialog, TextArea
from hrdesk.ui.kit.item_dialog import ItemDialog
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import button, column, label, row, rule
from hrdesk.ui.plan.columns_mend import MEND, give_column, of_catalogue

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hrdesk.errors import Problem
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.theme import Theme
    from hrdesk.ui.plan.draft import DraftHolder


class AcceptDialog(ItemDialog):
    """The reason a warning is left as it is; without one it stays a warning."""

    def __init__(self, theme: Theme, problem: Problem, parent: QWidget) -> None:
        super().__init__(theme, "ยอมรับข้อควรตรวจ", parent)
        self.problem = problem
        self.reason = TextArea("เหตุผลที่ยอมรับ", lines=3)
        self.form.add_wide(label(f"{problem.place}\n{problem.text}", wrap=True))
        self.form.add("reason", "เหตุผล", self.reason)
        self.ok.setText("ยอมรับ")
        self.ok.setAccessibleName("ยอมรับข้อควรตรวจ")
        self.reason.setFocus()

    def value(self) -> AcceptedWarning | None:
        reason = clean(self.reason.toPlainText())
        if not reason:
            self.refuse("กรุณากรอกเหตุผล", self.reason)
            return None
        today = date.today()  # noqa: DTZ011 - the officer's day
        return AcceptedWarning(self.problem.code, self.problem.field, self.problem.text, reason, today)


class AcceptedDialog(EntryDialog):
    """The warnings let pass so far; each can be asked about again."""

    def __init__(self, theme: Theme, holder: DraftHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self.holder = holder
        self.setWindowTitle("ข้อควรตรวจที่ยอมรับแล้ว")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        columns: tuple[Column[AcceptedWarning], ...] = (
            Column("ข้อควรตรวจ", lambda a: a.text, stretch=True),
            Column("เหตุผล", lambda a: a.reason, "เหตุผลที่ยาวพอควรสำหรับหนึ่งบรรทัด"),
            Column("ยอมรับเมื่อ", lambda a: short_date(a.accepted_on), "30 พ.ย. 2567"),
        )
        self.table = Table(theme, "ข้อควรตรวจที่ยอมรับแล้ว", RowsModel(columns))
        self.table.explain("ไม่มีข้อควรตรวจที่ยอมรับไว้ ข้อที่ให้ตรวจอีกครั้งกลับไปอยู่ในปัญหาที่พบ")
        self.table.setMinimumHeight(theme.row * 4)
        self.again_button = button("ให้ตรวจอีกครั้ง", self.ask_again)
        self.close_button = button("ปิด", self.accept, kind="primary")
        self.close_button.setDefault(True)
        box = column(theme, self.table, rule(), row(theme, self.again_button, 1, self.close_button), gap="m", pad="l")
        box.setStretch(0, 1)
        self.setLayout(box)
        self.resize(theme.px(760), theme.px(340))
        holder.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        accepted = self.holder.draft.accepted
        self.table.rows.set_rows(accepted)
        if self.table.current_record() is None:
            self.table.choose_row(0)
        self.again_button.setEnabled(bool(accepted) and not self.holder.frozen)

    def ask_again(self) -> None:
        chosen = self.table.current_record()
        kept = tuple(one for one in self.holder.draft.accepted if one is not chosen)
        self.holder.apply("ให้ตรวจอีกครั้ง", replace(self.holder.draft, accepted=kept))


class ProblemActions(QObject):
    """The mends and acceptances of one draft; a list of problems asks it which there are."""

    def __init__(self, desk: Desk, holder: DraftHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._theme = desk, desk.theme
        self._holder = holder
        self._window = parent

    def mend_words(self, problem: Problem) -> str:
        """What the button that mends it says; empty where only the officer can."""
        if self._holder.frozen:
            return ""
        if of_catalogue(problem.field):
            return MEND
        mend = mend_of(problem, self._holder.draft, self._holder.office)
        return mend.words if mend else ""

    def mend(self, problem: Problem) -> None:
        if of_catalogue(problem.field):
            give_column(self._desk, self._holder.office, problem.field, self._window)
            return
        mend = mend_of(problem, self._holder.draft, self._holder.office)
        if mend is not None:
            self._holder.apply(mend.words, mend.draft)

    def may_accept(self, problem: Problem) -> bool:
        return problem.severity is Severity.WARNING and not self._holder.frozen

    def accept(self, problem: Problem) -> None:
        dialog = AcceptDialog(self._theme, problem, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def keep() -> None:
            draft = self._holder.draft  # which may have been stored while the reason was typed
            self._holder.apply("ยอมรับข้อควรตรวจ", replace(draft, accepted=(*draft.accepted, dialog.item)))

        dialog.accepted.connect(keep)
        dialog.open()

    def accepted_count(self) -> int:
        return len(self._holder.draft.accepted)

    def show_accepted(self) -> None:
        AcceptedDialog(self._theme, self._holder, self._window).open()
