"""Names and figures of printed charts stay on the paper, in whichever digits they are printed."""

from __future__ import annotations

import pytest
from form_samples import composed

from hrdesk.reports.drawing import Anchor, Drawing, Label
from hrdesk.reports.forms.formspec import form_ids
from hrdesk.reports.svg import text_measure
from hrdesk.thai.numbers import thai_digits_in_prose

BEFORE = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}


def charts(form):
    return [block for section in composed(form).sections for block in section.blocks if isinstance(block, Drawing)]


CHARTED = [form for form in form_ids() if charts(form)]


def test_several_forms_have_charts():
    assert {"needs-summary", "annual-report", "monitoring-report"} <= set(CHARTED)


@pytest.mark.parametrize("printed", [str, thai_digits_in_prose])
@pytest.mark.parametrize("form", CHARTED)
def test_no_text_of_a_chart_leaves_it(form, printed):
    measure = text_measure()
    for chart in charts(form):
        for label in (shape for shape in chart.shapes if isinstance(shape, Label)):
            width = measure(printed(label.text), label.size)
            left = label.x - width * BEFORE[label.anchor]
            assert left > -0.1, label.text
            assert left + width < chart.width + 0.1, label.text
