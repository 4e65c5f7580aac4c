"""Forms on paper and in Excel: a snapshot, composed once, written by the writer asked for."""

from __future__ import annotations

import io
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from hrdesk.domain.fiscal import FiscalYear, PlanPeriod
from hrdesk.domain.office import Office, Organization
from hrdesk.domain.plan import PlanDraft
from hrdesk.errors import UserError
from hrdesk.services.values import FormInfo
from hrdesk.thai.linebreak import add_words

if TYPE_CHECKING:
    from pathlib import Path

    from hrdesk.reports.document import Document
    from hrdesk.reports.formspec import FormSpec
    from hrdesk.services.planning import PlanningService
    from hrdesk.services.register import RegisterService

__all__ = ["FormInfo", "FormsService"]

PLAN = "plan"  # the snapshot of forms that show a plan
ORDER = ("plan-book", "budget-table", "monitoring-table", "committee")  # as the officer needs them; others follow
_OF_A_PERIOD = (" ประจำปีงบประมาณ พ.ศ. {period}", " พ.ศ. {period}")  # left out where no plan is chosen yet


class FormsService:
    """The writers and the form files are imported when the first form is asked for."""

    def __init__(self, register: RegisterService, planning: PlanningService) -> None:
        self._register = register
        self._planning = planning

    def available(self) -> tuple[FormInfo, ...]:
        from hrdesk.reports.formspec import form_ids, load_form  # noqa: PLC0415 - see the class
        from hrdesk.reports.markup import fill  # noqa: PLC0415
        from hrdesk.reports.snapshot import plan_snapshot, text_fields  # noqa: PLC0415

        no_plan = PlanDraft(PlanPeriod(FiscalYear.of(datetime.now().astimezone().date()).be))
        words = text_fields(plan_snapshot(Office(self._register.organization()), no_plan))
        rank = {form_id: place for place, form_id in enumerate(ORDER)}
        forms = [load_form(form_id) for form_id in sorted(form_ids(), key=lambda i: (rank.get(i, len(ORDER)), i))]
        return tuple(
            FormInfo(form.id, fill(_title(form), words), form.snapshot == PLAN, _formats(form)) for form in forms
        )

    def document(self, form_id: str, plan_id: int | None, *, thai_digits: bool = True) -> Document:
        """UserError when the form needs a plan and none is given."""
        draft = None if plan_id is None else self._planning.load(plan_id)
        return self._composed(form_id, draft, thai_digits=thai_digits)

    def document_from(self, form_id: str, draft: PlanDraft, *, thai_digits: bool = True) -> Document:
        """The form of a plan that may not be stored yet."""
        return self._composed(form_id, draft, thai_digits=thai_digits)

    def print_pdf(self, form_id: str, plan_id: int | None, target: Path, *, thai_digits: bool = True) -> int:
        """Write the form to `target`; returns its pages."""
        from hrdesk.reports.pdf import write_pdf  # noqa: PLC0415

        return write_pdf(self.document(form_id, plan_id, thai_digits=thai_digits), target)

    def print_xlsx(self, form_id: str, plan_id: int | None, target: Path) -> int:
        """Write the form's tables to `target`; returns the rows of data."""
        from hrdesk.reports.xlsx import write_xlsx  # noqa: PLC0415

        return write_xlsx([self.document(form_id, plan_id, thai_digits=False)], target)

    def pdf_bytes(self, document: Document) -> bytes:
        from hrdesk.reports.pdf import write_pdf  # noqa: PLC0415

        written = io.BytesIO()
        write_pdf(document, written)
        return written.getvalue()

    def _composed(self, form_id: str, draft: PlanDraft | None, *, thai_digits: bool) -> Document:
        from hrdesk.reports.compose import compose  # noqa: PLC0415
        from hrdesk.reports.formspec import load_form  # noqa: PLC0415
        from hrdesk.reports.snapshot import plan_snapshot, register_snapshot  # noqa: PLC0415

        form = load_form(form_id)
        office = self._register.office()
        _keep_names_whole(office.organization)
        if form.snapshot != PLAN:
            return compose(form, register_snapshot(office), thai_digits=thai_digits)
        if draft is None:
            raise UserError("แบบฟอร์มนี้พิมพ์จากแผนพัฒนา ยังไม่มีการพิมพ์หรือเปลี่ยนแปลงข้อมูลใด กรุณาเลือกแผนก่อน")
        return compose(form, plan_snapshot(office, draft), thai_digits=thai_digits)


@cache
def _keep_names_whole(office: Organization) -> None:
    """No line ends inside the office's own place names, nor between ตำบล and the name after it."""
    places = (
        (office.wording.kind_name.removeprefix("เทศบาล"), office.name),
        ("ตำบล", office.subdistrict),
        ("อำเภอ", office.district),
        ("จังหวัด", office.province),
    )
    add_words(word for kind, name in places if name for word in (name, kind + name))


def _title(form: FormSpec) -> str:
    title = form.title
    for words in _OF_A_PERIOD:
        title = title.replace(words, "")
    return title


def _formats(form: FormSpec) -> tuple[str, ...]:
    return ("pdf", "xlsx") if form.table else ("pdf",)
