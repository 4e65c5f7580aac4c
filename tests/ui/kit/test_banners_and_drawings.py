"""Lines that stay until what they tell of is over, and the small drawings: in words as in lengths."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton, QToolButton

from hrdesk.reports.charts import Bar, BarChart
from hrdesk.ui.kit.banner import Banners, Notice
from hrdesk.ui.kit.chart_view import WIDEST, ChartView, chart_svg
from hrdesk.ui.kit.drawings import Bars, Stepper
from hrdesk.ui.kit.theme import Theme
from ui.window_support import click

if TYPE_CHECKING:
    from PySide6.QtGui import QColor


@pytest.fixture
def banners(qtbot, theme) -> Banners:
    made = Banners(theme)
    qtbot.addWidget(made)
    return made


def buttons(banners: Banners) -> dict[str, QPushButton | QToolButton]:
    found = [*banners.findChildren(QPushButton), *banners.findChildren(QToolButton)]
    return {one.accessibleName(): one for one in found if one.isVisibleTo(banners)}


def test_nothing_to_tell_takes_no_room(banners) -> None:
    assert banners.isHidden()
    banners.tell(Notice("disk", "ที่ว่างเหลือน้อย"))
    assert not banners.isHidden()
    banners.tell(Notice("disk"))
    assert banners.isHidden()
    banners.tell(Notice("never told of"))
    assert banners.isHidden()


def test_a_later_notice_takes_the_place_of_the_same_key(banners) -> None:
    banners.tell(Notice("backup", "ยังไม่ได้สำรอง"))
    banners.tell(Notice("disk", "ที่ว่างเหลือน้อย", "error"))
    banners.tell(Notice("backup", "สำรองไม่สำเร็จ", "error"))
    assert [notice.text for notice in banners.notices.values()] == ["สำรองไม่สำเร็จ", "ที่ว่างเหลือน้อย"]


def test_its_buttons_say_what_they_act_on(banners) -> None:
    done: list[str] = []
    banners.tell(
        Notice("backup", "ยังไม่ได้สำรอง", "warn", "สำรองเดี๋ยวนี้", lambda: done.append("now"), "ตั้งค่า", lambda: done.append("set"))
    )
    found = buttons(banners)
    assert set(found) == {"สำรองเดี๋ยวนี้: ยังไม่ได้สำรอง", "ตั้งค่า: ยังไม่ได้สำรอง", "ปิดข้อความ: ยังไม่ได้สำรอง"}
    for name in ("สำรองเดี๋ยวนี้: ยังไม่ได้สำรอง", "ตั้งค่า: ยังไม่ได้สำรอง"):
        click(found[name])
    assert done == ["now", "set"]
    click(found["ปิดข้อความ: ยังไม่ได้สำรอง"])
    assert banners.isHidden()


def test_what_lasts_cannot_be_closed_and_a_verb_without_an_act_is_no_button(banners) -> None:
    banners.tell(Notice("readonly", "เปิดแบบอ่านอย่างเดียว", "", "แก้ไข", lasts=True))
    assert buttons(banners) == {}


@pytest.mark.parametrize(("tone", "look"), [("warn", "warned"), ("error", "failed"), ("ok", "fine"), ("", "strip")])
def test_each_tone_has_its_look(banners, tone: str, look: str) -> None:
    banners.tell(Notice("any", "ข้อความ", tone))
    assert banners._box.itemAt(0).widget().objectName() == look


# ------------------------------------------------------------------ drawings


def count_of(widget, color: QColor) -> dict[int, int]:
    """How many pixels of exactly this colour lie on each line of the picture."""
    picture = widget.grab().toImage()
    found: dict[int, int] = {}
    for y in range(picture.height()):
        here = sum(picture.pixelColor(x, y).rgb() == color.rgb() for x in range(picture.width()))
        if here:
            found[y] = here
    return found


def test_the_life_of_a_plan_is_said_in_words(qtbot, theme) -> None:
    stepper = Stepper(theme, "สถานะแผน")
    qtbot.addWidget(stepper)
    stepper.show_steps(("ร่าง", "คณะกรรมการ", "ประกาศ"), 1)
    assert stepper.accessibleName() == "สถานะแผน: คณะกรรมการ (ขั้นที่ 2 จาก 3)"


@pytest.mark.parametrize("dark", [False, True])
def test_each_step_looks_different_done_now_and_later(qtbot, qapp, dark: bool) -> None:
    theme = Theme(dark=dark)
    theme.apply(qapp)
    pictures = []
    for now in range(3):
        stepper = Stepper(theme, "สถานะแผน")
        qtbot.addWidget(stepper)
        stepper.resize(600, 80)
        stepper.show_steps(("ก", "ก", "ก"), now)
        image = stepper.grab().toImage()
        pictures.append(image.copy(200, 0, 200, 80))
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


def test_bars_are_as_long_as_the_money(qtbot, qapp, theme) -> None:
    bars = Bars(theme)
    qtbot.addWidget(bars)
    bars.resize(700, 300)
    bars.show_years((("2564", 400_000, 100_000), ("2565", 200_000, None)))
    planned, used = count_of(bars, theme.color("accent")), count_of(bars, theme.color("ok"))
    longest = max(planned.values())
    second = max(wide for y, wide in planned.items() if y > max(used))
    assert second / longest == pytest.approx(0.5, abs=0.02)
    assert max(used.values()) / longest == pytest.approx(0.25, abs=0.02)
    assert bars.accessibleName() == "งบประมาณแต่ละปี: 2564 400,000 บาท ใช้ไป 100,000 บาท, 2565 200,000 บาท"


@pytest.mark.parametrize("years", [(), (("2564", 0, None),), (("2564", 0, 0), ("2565", 0, None))])
def test_no_money_is_drawn_without_bars(qtbot, theme, years) -> None:
    bars = Bars(theme)
    qtbot.addWidget(bars)
    bars.resize(400, 200)
    bars.show_years(years)
    assert not count_of(bars, theme.color("accent"))


# ------------------------------------------------------------------ charts of the reports


CHART = BarChart(
    "ผู้ผ่านการพัฒนา (คน)",
    ("เป้าหมาย", "ผล"),
    (Bar("2564", (60, 45), ("60", "45")), Bar("2565", (60, 58), ("60", "58"))),
)


def test_a_chart_is_as_high_as_its_width_asks_and_says_itself(qtbot, theme) -> None:
    view = ChartView(theme)
    qtbot.addWidget(view)
    assert view.isHidden()
    view.show_chart(chart_svg(theme, CHART), CHART.said)
    assert not view.isHidden()
    assert view.accessibleName() == CHART.said
    assert "58" in CHART.said
    wide = theme.px(WIDEST)
    assert view.heightForWidth(wide) > view.heightForWidth(wide // 2) > 0
    assert view.heightForWidth(wide * 3) == view.heightForWidth(wide), "beyond that its letters would be huge"


def test_a_chart_without_bars_is_not_shown(qtbot, theme) -> None:
    view = ChartView(theme)
    qtbot.addWidget(view)
    nothing = chart_svg(theme, BarChart("ว่าง", ("ผล",), ()))
    assert nothing == b""
    view.show_chart(nothing, "ไม่มีข้อมูล")
    assert view.isHidden()
    assert view.heightForWidth(500) == 0


def test_the_chart_takes_the_colours_of_the_theme() -> None:
    light, dark = chart_svg(Theme(), CHART), chart_svg(Theme(dark=True), CHART)
    assert light != dark
    assert Theme(dark=True)["accent"].encode() in dark
