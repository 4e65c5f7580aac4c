"""Where nothing is known a form leaves room to write, and says nothing that nobody said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from class_samples import blank_sample, class_sample
from documents import to_json
from form_samples import SAMPLES
from paper_samples import meeting_of
from year_samples import year_figures

from hrdesk.domain.office import Office
from hrdesk.domain.plan import PlanDraft
from hrdesk.domain.year_figures import YearFigures
from hrdesk.reports.charts import Bar, BarChart
from hrdesk.reports.document import (
    Drawing,
    FillIn,
    Heading,
    ListItem,
    MemoHead,
    Paragraph,
    Signature,
    Signatures,
)
from hrdesk.reports.drawing import Label
from hrdesk.reports.forms.compose import compose
from hrdesk.reports.forms.formspec import form_ids, load_form
from hrdesk.reports.snapshots.coverage_part import cover_part
from hrdesk.reports.snapshots.meeting_snapshot import meeting_snapshot
from hrdesk.reports.snapshots.year_snapshot import annual_snapshot, round_snapshot
from hrdesk.reports.svg import drawn, text_measure
from hrdesk.thai.numbers import thai_digits
from sample import sample

DAY = date(2021, 9, 30)


def nothing_known() -> tuple[Office, PlanDraft, YearFigures]:
    office, plan = sample()
    return office, plan, replace(year_figures(plan), projects=())


def blocks(document):
    return [block for section in document.sections for block in section.blocks]


def texts(document):
    found = [block for block in blocks(document) if isinstance(block, (Paragraph, ListItem))]
    return ["".join(run.text for run in block.runs).strip() for block in found]


def below(document, heading):
    """The blocks between a heading and the next."""
    found = blocks(document)
    start = next(n for n, block in enumerate(found) if isinstance(block, Heading) and heading in block.text) + 1
    end = next((n for n, block in enumerate(found[start:], start) if not isinstance(block, FillIn)), len(found))
    return found[start:end]


def test_a_report_has_lines_for_what_nobody_has_written_yet():
    office, plan, figures = nothing_known()
    annual = compose(load_form("annual-report"), annual_snapshot(office, plan.period, figures, years=(), texts=("", " \n", ""), evidence=()))
    memo = compose(load_form("monitoring-report"), round_snapshot(office, plan.period, figures, number=1, items=(), texts=("", "")))
    assert "-" not in texts(annual) + texts(memo)
    for document, heading in ((annual, "ปัญหา"), (annual, "ข้อเสนอแนะ"), (memo, "ผลการติดตาม"), (memo, "ข้อเสนอแนะ")):
        assert len(below(document, heading)) == 2


def test_what_was_written_stands_there_without_lines():
    office, plan, figures = nothing_known()
    written = annual_snapshot(office, plan.period, figures, years=(), texts=("สรุป", "ปัญหา 1\n\nปัญหา 2", "เสนอ"), evidence=())
    assert [len(part) for part in (written.summary, written.problems, written.suggestions)] == [1, 2, 1]
    assert not any(isinstance(block, FillIn) for block in (*written.problems, *written.suggestions))


def test_a_committee_resolved_nothing_before_its_minutes_are_written():
    office, plan = sample()
    held = meeting_of(plan)
    planned = replace(held, held_on=None, agenda=tuple(replace(item, discussion="", resolution="") for item in held.agenda))
    unwritten = compose(load_form("meeting-minutes"), meeting_snapshot(office, plan, planned))
    resolutions = [text for text in texts(unwritten) if text.startswith("มติที่ประชุม")]
    assert len(resolutions) == len(held.agenda)
    assert {text.removeprefix("มติที่ประชุม ").strip(".") for text in resolutions} == {""}
    recorded = texts(compose(load_form("meeting-minutes"), meeting_snapshot(office, plan, held)))
    assert "มติที่ประชุม ไม่มี" in recorded
    letter = " ".join(texts(compose(load_form("meeting-invitation"), meeting_snapshot(office, plan, planned))))
    assert "ในวันที่ ..........." in letter


@pytest.mark.parametrize("form", form_ids())
def test_the_line_below_a_signature_is_as_long_whoever_signs(form):
    office, plan = sample()
    nobody = replace(office, organization=replace(office.organization, head_name="", chief_name=""), signatories=())
    snapshot = SAMPLES[load_form(form).snapshot]
    for block in blocks(compose(load_form(form), snapshot(nobody, plan))):
        for each in block.signatures if isinstance(block, Signatures) else [block] if isinstance(block, Signature) else []:
            assert "..." not in each.name


def test_dots_are_not_written_upon_dotted_lines():
    office, plan = sample()
    for form in ("follow-up-form", "training-report"):
        for block in blocks(compose(load_form(form), blank_sample(office, plan))):
            if isinstance(block, FillIn):
                assert all(not part.text.strip(".") for part in block.parts)
            if isinstance(block, MemoHead):
                assert block.subject == "รายงานผลการเข้ารับการอบรม"
    assert "รุ่นที่ 1" in to_json(compose(load_form("training-report"), class_sample(office, plan)))


def test_no_post_at_all_is_not_every_post():
    office, plan = sample()
    assert cover_part(replace(office, positions=()), plan).verdict == "มีโครงการรองรับ 0 จาก 0 ตำแหน่ง"
    assert "ตำแหน่ง " in cover_part(office, plan).verdict


@pytest.mark.parametrize("baht", [1, 150_000, 123_456_789])
def test_figures_behind_the_bars_stay_within_the_page_in_both_digits(baht):
    (chart,) = drawn(BarChart("งบประมาณ", ("ตั้งไว้",), (Bar("โครงการ", (baht,), (f"{baht:,}",)),)))
    assert isinstance(chart, Drawing)
    for label in (shape for shape in chart.shapes if isinstance(shape, Label) and shape.text == f"{baht:,}"):
        for text in (label.text, thai_digits(label.text)):
            assert label.x + text_measure()(text, label.size) <= chart.width + 0.01
