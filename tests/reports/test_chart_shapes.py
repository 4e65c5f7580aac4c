"""Charts by arithmetic: lengths in proportion whatever the figures, nothing outside, each name and figure once."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.reports.charts import PAPER, SIZE, Bar, BarChart, bar_chart, wrapped
from hrdesk.reports.drawing import Anchor, Box, Label, Polyline
from hrdesk.reports.svg import text_measure

MEASURE = text_measure()
LEAST = 0.4  # millimetres of a bar of something
LEGEND = 3.4  # of its box
NAMES = st.sampled_from(["กองคลัง", "สำนักปลัดเทศบาล", "โครงการอบรมเพิ่มประสิทธิภาพในการปฏิบัติงานของพนักงานเทศบาลตำบล", "ก", "IT", ""])


@st.composite
def charts(draw):
    series = draw(st.integers(1, 3))
    value = st.none() | st.integers(0, 10**9)
    bars = tuple(
        Bar(draw(NAMES), values, tuple("-" if v is None else f"{v:,}" for v in values))
        for values in draw(st.lists(st.tuples(*[value] * series), min_size=1, max_size=8))
    )
    return BarChart("ภาพ", tuple(f"ชุดที่ {n}" for n in range(series)), bars, draw(st.sampled_from([0, 0, 10**9])))


def lengths(chart, drawing):
    """Of the bars in the order of the figures; the legend's boxes come before them."""
    boxes = [shape for shape in drawing.shapes if isinstance(shape, Box)]
    return boxes[len(chart.series) if len(chart.series) > 1 else 0 :]


@settings(max_examples=40, deadline=None)
@given(charts())
def test_every_bar_is_in_proportion_to_its_figure(chart):
    drawing = bar_chart(chart, MEASURE)
    figures = [value for bar in chart.bars for value in bar.values if value]
    bars = lengths(chart, drawing)
    assert len(bars) == len(figures), "nothing and nil have no bar"
    if not figures:
        return
    whole = max(chart.most, *figures)
    longest = max(zip(figures, bars, strict=True), key=lambda pair: pair[0])
    room = longest[1].width * whole / longest[0] if longest[1].width > LEAST else None
    for figure, bar in zip(figures, bars, strict=True):
        assert bar.width >= LEAST
        if room and bar.width > LEAST:
            assert bar.width == pytest.approx(figure / whole * room, rel=1e-6)


@settings(max_examples=40, deadline=None)
@given(charts(), st.integers(90, 200))
def test_nothing_stands_outside_the_drawing(chart, width):
    drawing = bar_chart(chart, MEASURE, width=width)
    for shape in drawing.shapes:
        match shape:
            case Box():
                assert 0 <= shape.x <= shape.x + shape.width <= width + 0.01
                assert 0 <= shape.y <= shape.y + shape.height <= drawing.height + 0.01
            case Polyline():
                assert all(0 <= x <= width and 0 <= y <= drawing.height + 0.01 for x, y in shape.points)
            case Label() if shape.anchor is Anchor.START and len(chart.series) == 1:
                assert shape.x + MEASURE(shape.text, shape.size) <= width + 0.01


@settings(max_examples=40, deadline=None)
@given(charts())
def test_every_name_and_figure_is_written_once(chart):
    drawing = bar_chart(chart, MEASURE)
    ends = "".join(s.text for s in drawing.shapes if isinstance(s, Label) and s.anchor is Anchor.END)
    assert ends.replace(" ", "") == "".join(bar.name for bar in chart.bars).replace(" ", "")
    starts = [s.text for s in drawing.shapes if isinstance(s, Label) and s.anchor is Anchor.START]
    legend = list(chart.series) if len(chart.series) > 1 else []
    assert starts == [*legend, *(text for bar in chart.bars for text in bar.texts)]


@settings(max_examples=40, deadline=None)
@given(charts())
def test_bars_and_lines_of_text_do_not_lie_on_each_other(chart):
    drawing = bar_chart(chart, MEASURE)
    bars = sorted(lengths(chart, drawing), key=lambda box: box.y)
    for above, below in pairwise(bars):
        assert above.y + above.height <= below.y + 0.01
    downs = [s.y for s in drawing.shapes if isinstance(s, Label) and s.anchor is Anchor.END]
    assert downs == sorted(downs)
    assert all(below - above >= SIZE * 0.352 for above, below in pairwise(downs))


@pytest.mark.parametrize("count", [1, 2, 3])
def test_each_series_has_its_colour_and_a_box_that_says_so(count):
    chart = BarChart("x", tuple("กขค"[:count]), (Bar("ก", (1,) * count, ("1",) * count),))
    boxes = [shape for shape in bar_chart(chart, MEASURE).shapes if isinstance(shape, Box)]
    colours = list(PAPER.series[:count])
    assert [box.fill for box in boxes] == (colours * 2 if count > 1 else colours)
    assert all(box.width == box.height == LEGEND for box in boxes[: count if count > 1 else 0])


def test_figures_all_nil_are_a_chart_without_bars():
    chart = BarChart("x", ("ก",), (Bar("ก", (0,), ("0",)), Bar("ข", (None,), ("-",))))
    drawing = bar_chart(chart, MEASURE)
    assert not [shape for shape in drawing.shapes if isinstance(shape, Box)]
    assert [shape.text for shape in drawing.shapes if isinstance(shape, Label)] == ["ก", "0", "ข", "-"]


@settings(max_examples=60, deadline=None)
@given(st.text("กขคงมนรลเแอ่้ิีู ABC12", max_size=80), st.floats(5, 80))
def test_a_line_is_no_wider_than_its_column_unless_it_is_one_word(text, width):
    for line in wrapped(text, width, SIZE, MEASURE):
        if MEASURE(line, SIZE) > width + 0.02:
            assert len(wrapped(line, 0.1, SIZE, MEASURE)) == len(line.split()) or len(wrapped(line, width, SIZE, MEASURE)) == 1
