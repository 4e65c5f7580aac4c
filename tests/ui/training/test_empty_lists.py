"""Every list of the year's pages says why it is empty and what to do about it, in words that name what is there to press."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from hrdesk.domain.training import half_days
from hrdesk.ui.kit.checklist import PlainList
from hrdesk.ui.kit.list_grid import ListGrid
from hrdesk.ui.kit.table import Table, TotalRow
from hrdesk.ui.kit.widgets import choose
from training_office import YEAR, the_class
from ui.window_support import click, modal, page, retype, settle


@pytest.fixture
def window(open_window):
    """The training office with a second class in which nobody is yet, and a third of the plan's years without anything."""
    return open_window("training")


def projects(window):
    shown = page(window, "classes").section("projects")
    shown.show_place(f"year:{YEAR}")
    settle(window)
    return shown


def empty_class(window):
    """A class with days and nobody in it, opened."""
    services = window.desk.services
    held = the_class(services)
    day = date(2023, 7, 3)
    made, _ = services.classes.save(
        replace(held, id=0, number=9, starts_on=day, ends_on=day, sessions=half_days(day, day), trainers=())
    )
    page(window, "classes").go_to(f"class:{made}")
    settle(window)
    return page(window, "classes").section("class")


def tab(window, number):
    section = empty_class(window)
    section.tabs.setCurrentIndex(number)
    settle(window)
    return section.pages[number]


def classes_of_another(window):
    shown = projects(window)
    shown.table.choose_row(3)
    settle(window)
    return shown.classes.table


def nobody_found(window):
    tab(window, 0).add()
    settle(window)
    dialog = modal()
    retype(dialog.text, "ไม่มีคนชื่อนี้")
    dialog.look()
    settle(window)
    return dialog.table


def reaches(window):
    projects(window).edit()
    settle(window)
    modal().tabs.setCurrentIndex(2)
    return modal().aims.reaches.table


def sessions(window):
    click(projects(window).classes.add_button)
    settle(window)
    return modal().sessions


def follow_ups(which):
    def opened(window):
        page(window, "classes").go_to("follow-ups")
        settle(window)
        section = page(window, "classes").section("follow-ups")
        choose(section.which, which)
        section.refresh()
        settle(window)
        return section._empty

    return opened


def budget(key):
    def opened(window):
        services = window.desk.services
        for row in services.year_projects.projects(YEAR):
            services.year_projects.save(replace(services.year_projects.load(row.id), funds=()))
        page(window, "classes").go_to("budget")
        settle(window)
        section = page(window, "classes").section("budget")
        return section._either.currentWidget() if key == "whole" else section.tables[key]

    return opened


def no_year(window):
    shown = page(window, "classes").section("projects")
    shown.show_place("year:2560")
    settle(window)
    return shown._empty


def monitoring(window):
    return page(window, "monitoring")._either.currentWidget()


def annual(window):
    services = window.desk.services
    plan = services.planning.plans()[0].id
    proposal = services.schedules.propose(plan, YEAR)
    services.schedules.save(replace(proposal, entries=tuple(replace(e, evaluations=(1,)) for e in proposal.entries)))
    shown = page(window, "monitoring")
    shown.show_place(f"schedule:{plan}:{YEAR}")
    settle(window)
    shown.tabs.setCurrentIndex(2)
    settle(window)
    return shown.annual.table


def schedule_without_projects(window):
    services = window.desk.services
    draft = services.planning.load(services.planning.plans()[0].id)
    bare = replace(draft, id=0, projects=(), period=replace(draft.period, first=2570))
    services.planning.save(bare)
    shown = page(window, "monitoring")
    shown.refresh()
    settle(window)
    shown.make_schedule()
    settle(window)
    return modal().pages[2].table


CASES = {
    "projects of a year": (no_year, "นำโครงการมาจากแผนได้ในครั้งเดียว"),
    "classes of a project": (classes_of_another, "กด “เพิ่มรุ่น”"),
    "people of a class": (lambda w: tab(w, 0)._either.currentWidget(), "เลือกตามกลุ่มเป้าหมาย"),
    "attendance": (lambda w: tab(w, 1)._either.currentWidget(), "เพิ่มรายชื่อที่แท็บ “ผู้เข้าอบรม”"),
    "marks": (lambda w: tab(w, 2)._either.currentWidget(), "เพิ่มรายชื่อที่แท็บ “ผู้เข้าอบรม”"),
    "opinions": (lambda w: tab(w, 3).grid, "เพิ่มรายชื่อที่แท็บ “ผู้เข้าอบรม”"),
    "talks": (lambda w: tab(w, 4).interviews, "กด “เพิ่มการสัมภาษณ์”"),
    "results from outside": (lambda w: tab(w, 4).results, "กด “เพิ่มผลจากหน่วยงานที่จัดอบรม”"),
    "who may take part": (nobody_found, "ลบคำค้น"),
    "whom a project names": (reaches, "กด “เพิ่มผู้รับการพัฒนา”"),
    "half-days of a new class": (sessions, "กด “สร้างจากวันที่”"),
    "follow-ups due": (follow_ups("due"), "เลือก “ยังไม่ได้ติดตามทั้งหมด”"),
    "follow-ups owed": (follow_ups("open"), "เมื่อปิดรุ่น"),
    "follow-ups": (follow_ups("all"), "ยังไม่เคยมีการติดตามผล"),
    "money of no year": (budget("whole"), "ยังไม่มีโครงการที่มีงบประมาณ"),
    "money by project": (budget("project"), "กรอกแหล่งงบประมาณได้ในข้อมูลโครงการ"),
    "rounds of a year": (monitoring, "ยังไม่มีตารางติดตามประเมินผลของปีนี้"),
    "evidence of a year": (annual, "คำสั่ง ใบลงชื่อ"),
    "a schedule's projects": (schedule_without_projects, "แผนนี้ไม่มีโครงการในปีที่เลือก"),
}


def said(shown: QWidget) -> str:
    """What an empty list says by itself, or the sentence that stands in its place."""
    if isinstance(shown, Table):
        assert shown.rows.rowCount() == 0, "the list is empty"
        assert shown.accessibleDescription() == shown.nothing, "read out too"
        return shown.nothing
    if isinstance(shown, PlainList):
        assert shown.count() == 0
        assert shown.accessibleDescription() == shown.nothing
        return shown.nothing
    texts = [shown, *shown.findChildren(QWidget)]
    return " ".join(one.text() for one in texts if hasattr(one, "text") and one.isVisible())


@pytest.mark.parametrize("case", CASES)
def test_an_empty_list_says_why_and_what_to_do(window, case):
    opened, words = CASES[case]
    assert words in said(opened(window))


LISTS_OF = {"classes": ("projects", "class", "follow-ups", "budget"), "monitoring": (None,)}


@pytest.mark.parametrize("key", LISTS_OF)
def test_no_list_of_the_page_is_without_words(window, key):
    shown = page(window, key)
    for name in LISTS_OF[key]:
        if name is not None:
            shown.go_to(name)
            settle(window)
    lists = [one for one in shown.findChildren(Table) if not isinstance(one, TotalRow) and not _within_grid(one)]
    assert len(lists) >= 3
    assert [one.accessibleName() for one in lists if not one.nothing] == []


def _within_grid(table):
    """A typed grid always has a free row."""
    above = table.parentWidget()
    while above is not None and not isinstance(above, ListGrid):
        above = above.parentWidget()
    return above is not None


def test_the_words_name_buttons_that_are_there(window):
    """“…” in the words of the project list and the class list are captions on the same page."""
    shown = projects(window)
    captions = {one.text() for one in shown.findChildren(QPushButton)}
    named = shown.classes.table.nothing.split("“")[1].split("”")[0]
    assert named in captions
    assert "เพิ่มโครงการนอกแผน" in shown.table.nothing
    assert "เพิ่มโครงการนอกแผน" in captions
