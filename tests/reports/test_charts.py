"""Bars as long as their figures, names broken where Thai may end, the same shapes in any colours."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.reports.charts import PAPER, TALLEST, Bar, BarChart, ChartColors, bar_chart, paged_chart, wrapped
from hrdesk.reports.drawing import Anchor, Box, Label, Polyline, Slice
from hrdesk.reports.svg import text_measure, write_svg

MEASURE = text_measure()
MONEY = BarChart(
    "งบประมาณ",
    ("ตั้งไว้", "ใช้ไป"),
    (
        Bar("โครงการอบรมเพิ่มประสิทธิภาพในการปฏิบัติงานของพนักงานเทศบาล", (20_000, 15_500), ("20,000", "15,500")),
        Bar("โครงการคุณธรรม", (40_000, 0), ("40,000", "0")),
        Bar("โครงการที่ไม่ใช้งบ", (None, 1), ("-", "1")),
    ),
)


def bars(drawing, color):
    return [shape.width for shape in drawing.shapes if isinstance(shape, Box) and shape.fill == color][1:]  # after the legend


def test_bars_are_as_long_as_their_figures():
    drawing = bar_chart(MONEY, MEASURE)
    planned, used = bars(drawing, PAPER.series[0]), bars(drawing, PAPER.series[1])
    assert planned[1] == pytest.approx(2 * planned[0])
    assert used[0] == pytest.approx(planned[0] * 15_500 / 20_000)
    assert (len(planned), len(used)) == (2, 2)  # nothing for None and 0
    assert 0.3 < used[1] < 1  # the least of something is still seen


def test_everything_stays_on_the_drawing():
    drawing = bar_chart(MONEY, MEASURE, width=120)
    for shape in drawing.shapes:
        if isinstance(shape, Label):
            width = MEASURE(shape.text, shape.size)
            left = shape.x - (width if shape.anchor is Anchor.END else 0)
            assert left >= -0.01
            assert left + width <= drawing.width + 0.01
            assert 0 < shape.y < drawing.height
        if isinstance(shape, Box):
            assert shape.x + shape.width <= drawing.width


def test_colours_change_nothing_else():
    dark = ChartColors("#E7ECF1", "#7F8E9D", ("#22364D", "#8DBBF0"))
    paper, screen = bar_chart(MONEY, MEASURE), bar_chart(MONEY, MEASURE, dark)
    recoloured = dict(zip((PAPER.text, PAPER.line, *PAPER.series), (dark.text, dark.line, *dark.series), strict=False))

    def told(shape):
        if isinstance(shape, Label):
            return replace(shape, color=recoloured[shape.color])
        if isinstance(shape, Box):
            return replace(shape, fill=recoloured[shape.fill], stroke=recoloured[shape.stroke])
        return replace(shape, stroke=recoloured[shape.stroke])

    assert tuple(told(shape) for shape in paper.shapes) == screen.shapes
    assert MONEY.said.endswith("โครงการที่ไม่ใช้งบ - / 1")


def test_the_greys_of_the_paper_stay_apart():
    light, dark = (int(color[1:3], 16) for color in PAPER.series[:2])
    assert light - dark > 80


def test_an_empty_chart_is_no_error():
    drawing = bar_chart(BarChart("ว่าง", ("จำนวน",), ()), MEASURE)
    assert drawing.shapes == ()
    assert ET.fromstring(write_svg(drawing)).find("{*}title").text == "ว่าง"


@given(st.text("กขคงมนรลเแอ่้ิีู ABC12", max_size=60), st.floats(5, 80))
def test_wrapping_loses_no_letter(text, width):
    lines = wrapped(text, width, 12, MEASURE)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("year", ["2496", "๒๔๙๖"])
def test_a_name_is_not_parted_where_prose_is_not(year):
    text = f"พระราชบัญญัติเทศบาล พ.ศ. {year} และที่แก้ไขเพิ่มเติม"
    room = MEASURE(f"พระราชบัญญัติเทศบาล พ.ศ. {year}", 12.0)
    assert wrapped(text, room, 12.0, MEASURE) == [f"พระราชบัญญัติเทศบาล พ.ศ. {year}", "และที่แก้ไขเพิ่มเติม"]
    assert wrapped(text, room - 1, 12.0, MEASURE) == ["พระราชบัญญัติเทศบาล", f"พ.ศ. {year} และที่แก้ไขเพิ่มเติม"]


def test_a_fixed_scale_is_kept():
    chart = BarChart("ร้อยละ", ("",), (Bar("ก", (50,), ("50.00",)), Bar("ข", (100,), ("100.00",))), most=100)
    first, second = (s.width for s in bar_chart(chart, MEASURE).shapes if isinstance(s, Box))
    assert second == pytest.approx(2 * first)


def test_labels_become_outlines_in_their_colour():
    drawing = bar_chart(MONEY, MEASURE)
    root = ET.fromstring(write_svg(drawing, MONEY.said))
    groups = root.findall("{*}g")
    assert len(groups) == sum(isinstance(shape, Label) for shape in drawing.shapes)
    assert {group.get("fill") for group in groups} == {PAPER.text}
    assert all(path.get("d").startswith("M") for group in groups for path in group)
    assert not root.findall("{*}text")  # nothing that a viewer would have to shape


def test_lines_and_slices_have_their_place():
    drawing = replace(
        bar_chart(BarChart("", ("",), ()), MEASURE),
        shapes=(Slice(10, 10, 5, 0, 270, "#111111"), Polyline(((0, 0), (1, 2)), dashed=True)),
    )
    path, line = ET.fromstring(write_svg(drawing))[1:]
    assert path.get("d") == "M 10 10 L 10.00 5.00 A 5 5 0 1 1 5.00 10.00 Z"
    assert (line.get("points"), line.get("stroke-dasharray")) == ("0.00,0.00 1.00,2.00", "1 1")


def many(count, series=2):
    bars = (Bar(f"โครงการอบรมเพิ่มประสิทธิภาพในการปฏิบัติงานของพนักงานเทศบาล {n}" if n % 3 else f"โครงการ {n}",
                tuple(1000 * (n + 1) for _ in range(series)), ("1,000",) * series) for n in range(count))  # fmt: skip
    return BarChart("งบประมาณ", ("ตั้งไว้", "ใช้ไป")[:series], tuple(bars))


def names(drawing):
    return "".join(shape.text for shape in drawing.shapes if isinstance(shape, Label) and shape.anchor is Anchor.END).replace(" ", "")


@pytest.mark.parametrize("series", [1, 2])
@pytest.mark.parametrize(("count", "parts"), [(0, 0), (1, 1), (5, 1), (10, 1), (40, 4), (120, 12)])
def test_a_chart_of_many_bars_stands_on_several_pages(count, parts, series):
    chart = many(count, series)
    found = paged_chart(chart, MEASURE)
    assert len(found) <= parts, "no more than it takes"
    if len(found) > 1:
        assert sum(drawing.height for drawing in found) > (len(found) - 1) * 0.9 * TALLEST
    assert "".join(map(names, found)) == "".join(bar.name for bar in chart.bars).replace(" ", ""), "all of them, in their order"
    assert all(drawing.height <= TALLEST for drawing in found)
    assert [drawing.caption for drawing in found] == ["งบประมาณ", *["งบประมาณ (ต่อ)"] * (len(found) - 1)][: len(found)]
    if len(found) > 1:
        heights = [drawing.height for drawing in found]
        assert max(heights) - min(heights) < 60, "no last page with one bar"
        for drawing in found:
            assert max(shape.y + shape.height for shape in drawing.shapes if isinstance(shape, Box)) <= drawing.height


def test_the_pages_of_a_chart_have_one_scale_and_each_its_legend():
    found = paged_chart(many(40), MEASURE)
    for drawing in found:
        assert [shape.text for shape in drawing.shapes if isinstance(shape, Label)][:2] == ["ตั้งไว้", "ใช้ไป"]
    widths = [width for drawing in found for width in bars(drawing, PAPER.series[0])]
    assert [width / widths[0] for width in widths] == pytest.approx(list(range(1, 41)))


def test_a_bar_taller_than_a_page_is_still_drawn():
    assert [names(drawing) for drawing in paged_chart(many(3), MEASURE, tallest=5.0)] == [bar.name.replace(" ", "") for bar in many(3).bars]


def test_a_short_chart_is_the_same_for_paper_and_screen():
    assert paged_chart(MONEY, MEASURE) == (bar_chart(MONEY, MEASURE),)
