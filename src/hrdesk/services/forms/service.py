"""Forms on paper, in Word and in Excel: a snapshot, composed once, written by the writer asked for."""

from __future__ import annotations

import io
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from hrdesk.domain.life import IssuedDocument
from hrdesk.domain.register_terms import ImageKind
from hrdesk.domain.subject import Choice, FormGroup, Option, Subject
from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import replace
from hrdesk.services.forms.papers import find_paper, paper_key, paper_words
from hrdesk.services.forms.standing import draft_stamp, errors_in, standing
from hrdesk.services.values import FormInfo
from hrdesk.thai.linebreak import add_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hrdesk.domain.plan import PlanDraft
    from hrdesk.errors import Problem
    from hrdesk.reports.document import Document
    from hrdesk.reports.forms.form_values import FormSpec
    from hrdesk.reports.snapshots.snapshot_values import OfficeSnapshot
    from hrdesk.services import Services

__all__ = ["FormInfo", "FormsService"]


class FormsService:
    """The writers and the form files are imported when the first form is asked for."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def available(self) -> tuple[FormInfo, ...]:
        """Every form, in the order of the office's work. FormError where one asks for what its data do not have."""
        from hrdesk.reports.forms.formcheck import checked_forms  # noqa: PLC0415 - see the class

        groups = list(FormGroup)
        forms = sorted(checked_forms(), key=lambda form: (groups.index(form.group), form.rank))
        return self._infos(forms)

    def info(self, form_id: str) -> FormInfo | None:
        """One form, without reading the others; None when there is none of that name."""
        from hrdesk.reports.forms.formspec import form_ids, load_form  # noqa: PLC0415

        return self._infos([load_form(form_id)])[0] if form_id in form_ids() else None

    def _infos(self, forms: Sequence[FormSpec]) -> tuple[FormInfo, ...]:
        from hrdesk.domain.office import Office  # noqa: PLC0415
        from hrdesk.reports.forms.markup import fill  # noqa: PLC0415
        from hrdesk.reports.snapshots.kinds import SNAPSHOTS  # noqa: PLC0415
        from hrdesk.reports.snapshots.snapshot import office_snapshot, text_fields  # noqa: PLC0415

        words = text_fields(office_snapshot(Office(self._services.reading.organization())))
        return tuple(
            FormInfo(
                id=form.id,
                title=fill(form.name, words),
                group=form.group,
                needs=SNAPSHOTS[form.snapshot].needs,
                offers=SNAPSHOTS[form.snapshot].offers,
                formats=_formats(form),
                issued=form.issued,
            )
            for form in forms
        )

    def options(self, choice: Choice, subject: Subject) -> tuple[Option, ...]:
        """What can be chosen, given what has been chosen so far; empty where there is nothing yet."""
        from hrdesk.services.forms.sources import OPTIONS  # noqa: PLC0415

        return OPTIONS[choice](self._services, subject) if choice in OPTIONS else ()

    def document(
        self, form_id: str, subject: Subject, *, thai_digits: bool = True, standing: Sequence[Problem] | None = None
    ) -> Document:
        """UserError when the form needs what was not chosen, or what was chosen is gone.

        `standing` is what `standing` said of it, for whoever has asked already: else the plan is checked here.
        """
        from hrdesk.reports.forms.formspec import load_form  # noqa: PLC0415
        from hrdesk.reports.snapshots.kinds import SNAPSHOTS  # noqa: PLC0415
        from hrdesk.services.forms.sources import SOURCES, chosen  # noqa: PLC0415

        form = load_form(form_id)
        for choice in SNAPSHOTS[form.snapshot].needs:
            chosen(subject, choice)
        snapshot = SOURCES[form.snapshot](self._services, subject)
        words: dict[str, Any] = paper_words(self.paper(form_id, subject)) if form.issued else {}
        made = self._composed(form, replace(snapshot, **words), thai_digits=thai_digits)
        wrong = self.standing(form_id, subject) if standing is None else standing
        return replace(made, stamp=draft_stamp(len(errors_in(wrong))))

    def standing(self, form_id: str, subject: Subject) -> tuple[Problem, ...]:
        """What is wrong with the plan as far as this form takes from it; empty for what was announced."""
        from hrdesk.reports.forms.formspec import load_form  # noqa: PLC0415

        return standing(self._services, load_form(form_id), subject)

    def paper(self, form_id: str, subject: Subject) -> IssuedDocument | None:
        """The number and date this paper was issued with; None while it has none."""
        return find_paper(self._services, form_id, subject.among(self._choices(form_id)))

    def new_paper(self, form_id: str, subject: Subject) -> IssuedDocument:
        """Without number, dated today; for a form that is issued. Stored by `DocumentsService.issue`."""
        from hrdesk.reports.forms.formspec import load_form  # noqa: PLC0415

        kind = load_form(form_id).issued
        if kind is None:
            raise UserError("แบบฟอร์มนี้ไม่มีเลขที่เอกสาร ข้อมูลไม่ถูกเปลี่ยนแปลง กรุณาพิมพ์โดยไม่ออกเลข")
        chosen = subject.among(self._choices(form_id))
        title = self.document(form_id, subject, standing=()).title  # whatever is wrong with the plan
        return IssuedDocument(0, kind, "", date.today(), title, paper_key(form_id, chosen), chosen.plan)  # noqa: DTZ011

    @staticmethod
    def _choices(form_id: str) -> tuple[Choice, ...]:
        from hrdesk.reports.forms.formspec import load_form  # noqa: PLC0415
        from hrdesk.reports.snapshots.kinds import SNAPSHOTS  # noqa: PLC0415

        kind = SNAPSHOTS[load_form(form_id).snapshot]
        return (*kind.needs, *kind.offers)

    def document_from(self, form_id: str, draft: PlanDraft, *, thai_digits: bool = True) -> Document:
        """The form of a plan that may not be stored yet."""
        from hrdesk.reports.forms.formspec import load_form  # noqa: PLC0415
        from hrdesk.reports.snapshots.snapshot import plan_snapshot  # noqa: PLC0415
        from hrdesk.services.forms.plan_sources import references  # noqa: PLC0415

        snapshot = plan_snapshot(self._services.reading.office(), draft, references(draft))
        return self._composed(load_form(form_id), snapshot, thai_digits=thai_digits)

    def print_pdf(
        self,
        form_id: str,
        subject: Subject,
        target: Path,
        *,
        thai_digits: bool = True,
        standing: Sequence[Problem] | None = None,
    ) -> int:
        """Write the form to `target`; returns its pages."""
        from hrdesk.reports.pdf import write_pdf  # noqa: PLC0415

        return write_pdf(self.document(form_id, subject, thai_digits=thai_digits, standing=standing), target)

    def print_docx(
        self,
        form_id: str,
        subject: Subject,
        target: Path,
        *,
        thai_digits: bool = True,
        standing: Sequence[Problem] | None = None,
    ) -> int:
        """Write the form to `target` for Word; returns its sections."""
        from hrdesk.reports.docx import write_docx  # noqa: PLC0415

        return write_docx(self.document(form_id, subject, thai_digits=thai_digits, standing=standing), target)

    def print_preview(self, form_id: str, data: bytes, target: Path) -> None:  # noqa: ARG002 - the record tells of it
        """The PDF of a preview as it was seen; whole or not at all. UserError when it cannot be written."""
        from hrdesk.reports.atomic import written_whole  # noqa: PLC0415

        with written_whole(target) as part:
            part.write_bytes(data)

    def print_xlsx(self, form_id: str, subject: Subject, target: Path, password: str = "") -> int:
        """Write the form's tables to `target`, locked where there is a password; returns the rows of data."""
        from hrdesk.reports.sheets.xlsx import write_xlsx  # noqa: PLC0415
        from hrdesk.services.safety.protected import protected  # noqa: PLC0415

        document = self.document(form_id, subject, thai_digits=False)
        with protected(target, password) as path:
            return write_xlsx([document], path)

    def pdf_bytes(self, document: Document) -> bytes:
        from hrdesk.reports.pdf import write_pdf  # noqa: PLC0415

        written = io.BytesIO()
        write_pdf(document, written)
        return written.getvalue()

    def _composed(self, form: FormSpec, snapshot: OfficeSnapshot, *, thai_digits: bool) -> Document:
        from hrdesk.reports.forms.compose import compose  # noqa: PLC0415

        _keep_whole(snapshot.own_names)
        if snapshot.emblem is None:
            snapshot = replace(snapshot, emblem=self._services.reading.image(ImageKind.KRUT))
        if snapshot.logo is None:
            snapshot = replace(snapshot, logo=self._services.reading.image(ImageKind.LOGO))
        try:
            return compose(form, snapshot, thai_digits=thai_digits)
        except Exception:
            from hrdesk.reports.forms.formcheck import check_form  # noqa: PLC0415 - a sound form needs no check

            check_form(form)  # says what is wrong, where it is the form itself
            raise


@cache
def _keep_whole(names: tuple[str, ...]) -> None:
    """No line ends inside the office's own place names, nor between ตำบล and the name after it."""
    add_words(names)


def _formats(form: FormSpec) -> tuple[str, ...]:
    return ("pdf", "docx", "xlsx") if form.table or form.grids else ("pdf", "docx")
