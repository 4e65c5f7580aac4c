"""A stored plan being edited: every edit is saved a moment later, in the order made."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from shiboken6 import isValid

from hrdesk.domain.plan import with_project_ids
from hrdesk.lazy_dataclass import replace
from hrdesk.ui.kit.banner import Notice
from hrdesk.ui.plan.draft import DraftHolder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.office import Office
    from hrdesk.domain.plan import PlanDraft
    from hrdesk.services import Area
    from hrdesk.services.records import Record
    from hrdesk.ui.kit.desk import Desk

DELAY = 400  # milliseconds, so that quick edits are saved together


def _chosen_from(office: Office) -> set[tuple[str, int]]:
    """Whatever a plan may name: by its kind and id."""
    catalogue = office.catalogue
    lists: dict[str, Iterable[Record]] = {
        "methods": catalogue.methods, "organizers": catalogue.organizers, "targets": catalogue.targets, "units": office.units,
        "evaluations": catalogue.evaluations, "courses": catalogue.courses, "funds": catalogue.funds, "lines": office.lines,
    }  # fmt: skip
    found = {(kind, one.id) for kind, entries in lists.items() for one in entries}
    return found | {("staff", post.staff_id) for post in office.positions if post.staff_id is not None}


def tell_what_stayed_away(desk: Desk) -> None:
    """After projects may have come back: what they could not bring along, until the officer closes the line."""
    if text := desk.services.planning.told():
        go = partial(desk.went.emit, "monitoring", "")
        desk.noticed.emit(Notice("stayed-away", text, verb="ไปที่ติดตามประเมินผล", act=go))


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
        self._ids: dict[int, int] = {}  # of projects: what edits call them → what the database calls them
        self._unstored = 0  # the last number given to a project that the database does not know yet
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

    def named(self, draft: PlanDraft) -> PlanDraft:
        """New projects get a number below 0 of their own, so that undo and redo know them when they are stored."""
        projects = []
        for project in draft.projects:
            if not project.id:
                self._unstored -= 1
            projects.append(project if project.id else replace(project, id=self._unstored))
        whole = replace(draft, projects=tuple(projects)) if tuple(projects) != draft.projects else draft
        return with_project_ids(whole, self._ids)

    def renew(self, office: Office, standard_texts: Mapping[str, str]) -> None:
        """What the plan chooses from was changed elsewhere. Undo stays, unless it could bring back what is gone."""
        if office == self.office and standard_texts == self.standard_texts:
            return
        if _chosen_from(self.office) - _chosen_from(office):
            self.stack.clear()
        self.office, self.standard_texts = office, dict(standard_texts)
        self._check()
        self.changed.emit()

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
        tell_what_stayed_away(self.desk)
        if stored is None or not isValid(self):  # another plan is shown by now
            return
        self._saving = False
        self._stored = stored
        pairs = zip(sent.projects, stored.projects, strict=True)
        given = {old.id: new.id for old, new in pairs if old.id != new.id}  # the ids that the database gave
        self._ids = {old: given.get(new, new) for old, new in self._ids.items()} | given
        if self.draft is not sent:
            self.draft = self.named(self.draft)
        elif stored != sent:
            self.put(stored)
        self.told.emit(f"บันทึกแล้ว {datetime.now().strftime('%H:%M')} น.")  # noqa: DTZ005 - the officer's clock
        if self.draft != self._stored:
            self.save()

    def _failed(self, error: Exception) -> None:
        if isValid(self):
            self._saving = False
            self.told.emit("ยังไม่ได้บันทึก")
        self.desk.complain(self._page, error)
