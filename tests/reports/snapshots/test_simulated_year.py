"""A whole year through the services, and its annual report: every figure worked out again from what was done."""

from __future__ import annotations

import os
import statistics
from collections import defaultdict

import pytest
from pdf_support import APPROVED, difference, lexicon_as_shipped, pictures
from PIL import Image

from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.monitoring_terms import RoundStatus
from hrdesk.domain.subject import Subject
from hrdesk.reports.document import Paragraph, Table
from hrdesk.services import Services
from simulated_year import A_MONTH, IN_CLASS, MONTHS, PEOPLE, YEAR, live_through

TOLERANCE = 25  # grey levels of 255
PAGES = (1, 2, 9, 10, 11)  # summary, T5, budget, organisers and coverage


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    with Services.create_sample(tmp_path_factory.mktemp("year") / "office.db") as services:
        yield services, live_through(services)


@pytest.fixture(scope="module")
def report(lived):
    services, ledger = lived
    return services.forms.document("annual-report", Subject(plan=ledger.plan, year=YEAR))


def table(document, name):
    return next(b for s in document.sections for b in s.blocks if isinstance(b, Table) and b.name == name)


def results(ledger):
    """Every (class, person, result)."""
    return [(held, person, held.result(person)) for held in ledger.classes for person in held.marks]


def test_the_year_was_lived(lived):
    services, ledger = lived
    assert len(ledger.classes) == MONTHS * A_MONTH
    assert len(ledger.staff) == PEOPLE
    assert sum(len(held.marks) for held in ledger.classes) == MONTHS * A_MONTH * IN_CLASS
    assert {result for *_, result in results(ledger)} == {"passed", "failed", "absent"}
    assert [r.status for r in services.monitoring.rounds(ledger.plan, YEAR)] == [RoundStatus.CLOSED] * 3


def test_every_project_has_its_people_and_money(lived, report):
    services, ledger = lived
    rows = {row.cells[1].split("\n")[0]: row.cells for row in table(report, "ผลการดำเนินงาน").rows}
    by_project = defaultdict(list)
    for held, _, result in results(ledger):
        by_project[held.project].append(result)
    for project_id, (planned, used) in ledger.money.items():
        cells = rows[services.year_projects.load(project_id).title]
        assert (cells[6], cells[7]) == (planned, used)
        found = by_project[project_id]
        came, passed = len(found) - found.count("absent"), found.count("passed")
        said = f"{came:,} คน ผ่าน {passed:,}" if found else "-"
        assert said in cells[5]
    total = table(report, "ผลการดำเนินงาน").total
    assert total.cells[6:8] == tuple(sum(amounts) for amounts in zip(*ledger.money.values(), strict=True))


def organizers_of(services, project_id):
    """As the papers name them: the first, ร่วมกับ the next, และ the last."""
    names = {one.id: one.name for one in services.curriculum.catalogue().organizers}
    found = [names[one] for one in services.year_projects.load(project_id).organizers]
    return " ร่วมกับ ".join([found[0], " และ ".join(found[1:])]) if len(found) > 1 else found[0]


def test_who_carried_each_project_out_is_named_and_their_money_adds_up(lived, report):
    services, ledger = lived
    rows = {row.cells[1].split("\n")[0]: row.cells for row in table(report, "ผลการดำเนินงาน").rows}
    money = defaultdict(list)
    for project_id, amounts in ledger.money.items():
        name = organizers_of(services, project_id)
        assert rows[services.year_projects.load(project_id).title][2] == name
        money[name].append(amounts)
    expected = {
        name: (len(found), sum(planned for planned, _ in found), sum(used for _, used in found)) for name, found in money.items()
    }
    printed = table(report, "ตามหน่วยดำเนินการ")
    assert {row.cells[1]: tuple(row.cells[2:5]) for row in printed.rows} == expected
    assert printed.total.cells[2:5] == tuple(sum(column) for column in zip(*expected.values(), strict=True))
    (first, *_) = services.monitoring.rounds(ledger.plan, YEAR)
    progress = table(services.forms.document("monitoring-report", Subject(plan=ledger.plan, year=YEAR, round=first.id)), "ความก้าวหน้า")
    assert {row.cells[1]: row.cells[2] for row in progress.rows} == {
        services.year_projects.load(one).title: organizers_of(services, one) for one in ledger.money
    }


def test_every_class_has_its_results_attendance_gain_and_opinion(lived, report):
    _, ledger = lived
    found = sorted(row.cells[3:11] for row in table(report, "รุ่นที่จัด").rows)
    expected = []
    for held in ledger.classes:
        got = [held.result(person) for person in held.marks]
        marks = [mark for marks in held.marks.values() for mark in marks]
        gains = [(after - before) / 100 for before, after in held.points.values()]
        expected.append(
            (len(got), got.count("passed"), got.count("failed"), got.count("absent"), 0,
             100 * sum(marks) / len(marks), statistics.fmean(gains), statistics.fmean(held.levels))
        )  # fmt: skip
    for cells, wanted in zip(found, sorted(expected), strict=True):
        assert cells[:5] == wanted[:5]
        assert [float(cell) for cell in cells[5:]] == pytest.approx(wanted[5:], abs=0.00501)


def test_coverage_counts_each_person_once(lived, report):
    _, ledger = lived
    passed = {person for _, person, result in results(ledger) if result == "passed"}
    for name in ("ตามส่วนราชการ", "ตามประเภทบุคลากร"):
        total = table(report, name).total.cells
        assert (total[2], total[3]) == (PEOPLE, len(passed))


def test_the_summary_says_the_same(lived, report):
    _, ledger = lived
    text = " ".join(run.text for s in report.sections for b in s.blocks for run in getattr(b, "runs", ()))
    all_results = [result for *_, result in results(ledger)]
    levels = [level for held in ledger.classes for level in held.levels]
    planned, used = (sum(amounts) for amounts in zip(*ledger.money.values(), strict=True))
    for wanted in (
        f"เข้าร่วม {len(all_results) - all_results.count('absent'):,} คน",
        f"ผ่านเกณฑ์ {all_results.count('passed'):,} คน",
        f"จัดอบรม {len(ledger.classes)} รุ่น",
        f"ใช้ไป {used // 100:,}",
        f"ตั้งไว้ {planned // 100:,} บาท",
        f"ความพึงพอใจเฉลี่ย {statistics.fmean(levels):.2f}",
    ):
        assert wanted in text
    assert any(isinstance(b, Paragraph) for s in report.sections for b in s.blocks)


def test_rounds_grow_from_one_to_the_next_and_keep_their_day(lived):
    services, ledger = lived
    attended = []
    for report in services.monitoring.rounds(ledger.plan, YEAR):
        found = services.monitoring.round(report.id, FiscalYear(YEAR).last_day).figures
        done = [held for held in ledger.classes if held.end <= report.as_at]
        assert found.classes_held == len(done)
        assert found.people.attended == sum(held.result(p) != "absent" for held in done for p in held.marks)
        attended.append(found.people.attended)
    assert attended == sorted(attended)
    assert attended[0] < attended[-1]


def test_the_report_looks_as_approved(lived, report):
    services, _ = lived
    lexicon_as_shipped()  # whether printing the office taught its names depends on the tests before
    pages = pictures(services.forms.pdf_bytes(report), 50)
    for index in PAGES:
        path = APPROVED / f"simulated-year-{index + 1}.png"
        if os.environ.get("HRDESK_APPROVE"):
            pages[index].quantize(32).save(path, optimize=True)
        with Image.open(path) as approved:
            assert difference(pages[index], approved) < TOLERANCE, f"{path.name} differs"
