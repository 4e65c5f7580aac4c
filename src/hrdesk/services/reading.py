"""What plans and their papers are printed and checked from. Nothing here loads SQLAlchemy: see `models.plain`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.services.plan.reading import read_plan, read_summaries, read_wizard
from hrdesk.services.register.reading import read_image, read_office, read_organization

if TYPE_CHECKING:
    from datetime import datetime

    from hrdesk.domain.life import Edition, IssuedDocument, PlanEvent, PrintedPlan
    from hrdesk.domain.office import Office, Organization
    from hrdesk.domain.plan import PlanDraft
    from hrdesk.domain.register_terms import ImageKind
    from hrdesk.errors import Problem
    from hrdesk.models.database import Database
    from hrdesk.services.values import PlanSummary


class ReadingService:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._office: tuple[int, Office] | None = None  # as of that many writes
        self._plan: tuple[int, PlanDraft] | None = None  # the same

    def organization(self) -> Organization:
        with self._database.rows() as rows:
            return read_organization(rows)

    def office(self) -> Office:
        """Everything that plans are checked and printed against, at one moment; kept until the next write to the file."""
        written = self._database.writes
        if self._office is None or self._office[0] != written:
            with self._database.rows() as rows:
                self._office = written, read_office(rows)
        return self._office[1]

    def image(self, kind: ImageKind) -> bytes:
        """A PNG, or nothing."""
        with self._database.rows() as rows:
            return read_image(rows, kind)

    def plans(self) -> tuple[PlanSummary, ...]:
        """Newest period first."""
        with self._database.rows() as rows:
            return read_summaries(rows)

    def plan(self, plan_id: int) -> PlanDraft:
        """UserError when it is gone. The last one is kept until the next write to the file: what is printed was checked before."""
        written, kept = self._database.writes, self._plan
        if kept is None or (kept[0], kept[1].id) != (written, plan_id):
            with self._database.rows() as rows:
                self._plan = kept = written, read_plan(rows, plan_id)
        return kept[1]

    def problems_of(self, draft: PlanDraft) -> tuple[Problem, ...]:
        """What contradicts in a plan that may not be stored yet."""
        from hrdesk.reports.forms.formspec import standard_texts  # noqa: PLC0415 - reads the forms' files
        from hrdesk.services.plan.problems import problems_of  # noqa: PLC0415 - an announced edition needs none

        return problems_of(draft, self.office(), standard_texts())

    def wizard(self) -> tuple[PlanDraft, str, datetime] | None:
        """The wizard's unfinished plan, the page it was left on, and when. UserError when another version wrote it."""
        with self._database.rows() as rows:
            return read_wizard(rows)

    def history(self, plan_id: int) -> tuple[PlanEvent, ...]:
        """Oldest first."""
        from hrdesk.services.plan.life_reading import read_history  # noqa: PLC0415 - the first page does without

        with self._database.rows() as rows:
            return read_history(rows, plan_id)

    def editions(self, plan_id: int) -> tuple[Edition, ...]:
        """Newest first; empty before the plan is announced."""
        from hrdesk.services.plan.life_reading import read_editions  # noqa: PLC0415

        with self._database.rows() as rows:
            return read_editions(rows, plan_id)

    def printed(self, plan_id: int, edition_id: int | None = None) -> PrintedPlan:
        """The frozen edition of an announced plan, else today's office and draft."""
        from hrdesk.services.plan.life_reading import read_edition_printed  # noqa: PLC0415

        draft = self.plan(plan_id)
        with self._database.rows() as rows:
            found = read_edition_printed(rows, draft, edition_id)
        if found is not None:
            return found
        from hrdesk.domain.life import PrintedPlan  # noqa: PLC0415

        return PrintedPlan(self.office(), draft)

    def issued(self, plan_id: int | None = None) -> tuple[IssuedDocument, ...]:
        """Numbered papers, newest first; those of one plan, or all."""
        from hrdesk.services.plan.life_reading import read_issued  # noqa: PLC0415

        with self._database.rows() as rows:
            return read_issued(rows, plan_id)
