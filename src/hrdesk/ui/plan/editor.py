"""A stored plan being edited: every edit is saved a moment later, in the order made."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from shiboken6 import isValid

from hrdesk.ui.plan.draft import DraftHolder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.office import Office
    from hrdesk.domain.plan import PlanDraft
    from hrdesk.services import Area
    from hrdesk.ui.kit.desk import Desk

DELAY = 400  # milliseconds, so that quick edits are saved together


class PlanEditor(DraftHolder):
    """`told` carries what to say about saving."""

    told = Signal(str)

    def __init__(
        self, desk: Desk, draft: PlanDraft, office: Office, standard_texts: Mapping[str, str], parent: QWidget
    ) -> None:
        super().__init__(draft, office, standard_texts, parent)
        self.desk = desk
        self._page = parent
        self._stored = draft
        self._saving = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self.save)
        self.changed.connect(self._later)

    @property
    def frozen(self) -> bool:
        """Nor is it changed where nothing can be written."""
        return super().frozen or self.desk.services.read_only

    def _later(self) -> None:
        if self.draft != self._stored:
            self.told.emit("กำลังบันทึก…")
            self._timer.start()

    @property
    def unsaved(self) -> bool:
        return self._saving or self.draft != self._stored

    def save(self) -> None:
        """Store now; while a save is under way the next one waits for it."""
        self._timer.stop()
        if self._saving or self.draft == self._stored:
            return
        self._saving = True
        draft, planning = self.draft, self.desk.services.planning

        def work() -> tuple[PlanDraft, Area]:
            plan_id, area = planning.save(draft)
            return planning.load(plan_id), area

        self.desk.change(self._page, work, lambda stored: self._saved(draft, stored), self._failed)

    def _saved(self, sent: PlanDraft, stored: PlanDraft | None) -> None:
        if stored is None or not isValid(self):  # another plan is shown by now
            return
        self._saving = False
        self._stored = sent
        if self.draft is sent:
            self.draft = self._stored = stored  # with the ids that the database gave
            self._check()
            self.changed.emit()
        elif len(self.draft.projects) == len(stored.projects):
            pairs = zip(self.draft.projects, stored.projects, strict=True)
            self.draft = replace(
                self.draft, projects=tuple(p if p.id else replace(p, id=s.id) for p, s in pairs)
            )
        self.told.emit(f"บันทึกแล้ว {datetime.now().strftime('%H:%M')} น.")  # noqa: DTZ005 - the officer's clock
        if self.draft != self._stored:
            self.save()

    def _failed(self, error: Exception) -> None:
        if isValid(self):
            self._saving = False
            self.told.emit("ยังไม่ได้บันทึก")
        self.desk.complain(self._page, error)
