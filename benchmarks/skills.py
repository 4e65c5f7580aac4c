"""Skills of an office: 200 individual plans in one PDF against the plan book's pages, and the map of 500 people.

The floor of the map's scrolling is the same table with the same signs, drawn by Qt's own delegate.
"""

from __future__ import annotations

import os
import random
import tempfile
import time
from datetime import date
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from fictional_papers import plan_book, sample_office
from fictional_people import staff_database
from interleave import Spent, interleave, judge, measured, show_growth

from hrdesk.domain.skill_terms import Rater
from hrdesk.domain.subject import Subject
from hrdesk.reports.pdf import write_pdf
from hrdesk.services import Services
from hrdesk.services.skills.assessing import Entry, Occasion

ROUNDS = 7
YEAR = 2568
PLANS = (20, 200, 2_000)
PEOPLE = (50, 500, 5_000)
FRAMES = 60


def judged_office(path: Path, people: int, *, plans: bool) -> Path:
    """Everybody in a group, most units judged; `plans` drafts an IDP for whoever has a gap."""
    dice = random.Random(YEAR)
    posts = people * 12 // 11 + 2  # every twelfth post is vacant
    with Services.open(staff_database(path, posts)) as services:
        suggested = {each.person.id: (each.group,) for each in services.skills.suggested_groups()}
        services.skills.assign_groups(suggested, "", None)
        entries = [
            Entry(profile.person.id, standing.requirement.framework, standing.requirement.code, int(dice.random() < 0.5))
            for profile in services.skills.overview().profiles
            for standing in profile.standings
            if dice.random() < 0.9
        ]
        services.skills.record(entries, Occasion(Rater.AGREED, date(2024, 9, 1)))
        if plans:
            services.development.draft_all(YEAR)
    return path


def idps(folder: Path) -> None:
    """Composed and printed from plans that are loaded, as the plan book is from its office."""
    book = plan_book(folder / "sample.db", sample_office(folder / "sample.db"))
    spent: list[float] = []
    for count in PLANS:
        with Services.open(judged_office(folder / f"idp{count}.db", count, plans=True)) as services:
            whole = measured(partial(_print, services, folder / "idp.pdf"))
            document = services.forms.document("idp", Subject(year=YEAR))
        print(f"  {len(document.sections):,} plans from the database to the file: {whole.seconds:.2f} s")
        spent.append(whole.processor)
        if count == 200:
            per_page = {"plan book, a page": book, "200 plans, a page": document}
    pages = {name: write_pdf(paper, folder / "paper.pdf") for name, paper in per_page.items()}

    def turn(name: str) -> Spent:
        clock, processor = time.perf_counter(), time.process_time()
        write_pdf(per_page[name], folder / "paper.pdf")
        spent = time.perf_counter() - clock, time.process_time() - processor
        return Spent(spent[0] / pages[name], spent[1] / pages[name])

    times = interleave({name: lambda name=name: turn(name) for name in per_page}, ROUNDS)
    times.show(f"individual plans, {pages['200 plans, a page']} pages", "plan book, a page")
    times.judge("200 plans, a page", "plan book, a page", 1.0)
    show_growth("plans printed", PLANS, spent)


def _print(services: Services, target: Path) -> None:
    services.forms.print_pdf("idp", Subject(year=YEAR), target)


def _look(services: Services) -> None:
    services.skills.overview()


def overview(folder: Path) -> Path:
    """Reading and judging everybody; returns the database of 500."""
    spent = []
    for count in PEOPLE:
        path = judged_office(folder / f"map{count}.db", count, plans=False)
        with Services.open(path) as services:
            _look(services)
            once = measured(partial(_look, services))
        print(f"  everybody's standings, {count:,} people: {once.seconds * 1000:.0f} ms")
        spent.append(once.processor)
    show_growth("standings", PEOPLE, spent)
    return folder / "map500.db"


def scrolling(database: Path) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication, QTableView

    from hrdesk.ui.kit.theme import Theme
    from hrdesk.ui.skills.matrix import Head, MatrixModel, MatrixView

    app = QApplication.instance() or QApplication([])
    theme = Theme()
    theme.apply(app)
    with Services.open(database) as services:
        found = services.skills.overview()
    framework = found.setting.framework
    heads = [Head((framework.id, unit.code), unit.name, unit.area) for unit in framework.units]

    def shown(view: QTableView) -> QTableView:
        view.resize(1100, 560)
        view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        view.show()
        app.processEvents()
        return view

    plain = QTableView()
    plain.setModel(MatrixModel(heads, found.profiles))
    ours = MatrixView(theme, "", MatrixModel(heads, found.profiles))
    plain.verticalHeader().setDefaultSectionSize(ours.verticalHeader().defaultSectionSize())
    plain.horizontalHeader().setDefaultSectionSize(ours.horizontalHeader().defaultSectionSize())
    views = {"Qt's own delegate": shown(plain), "the map": shown(ours)}

    def scroll(view: QTableView) -> Spent:
        bar = view.verticalScrollBar()
        clock, processor = time.perf_counter(), time.process_time()
        for step in range(FRAMES):
            bar.setValue(bar.maximum() * step // FRAMES)
            view.viewport().repaint()
        return Spent((time.perf_counter() - clock) / FRAMES, (time.process_time() - processor) / FRAMES)

    times = interleave({name: lambda view=view: scroll(view) for name, view in views.items()}, ROUNDS)
    times.show(f"one frame of scrolling, {len(found.profiles)} people by {len(heads)} units", "Qt's own delegate")
    times.judge("the map", "Qt's own delegate", 1.0)
    judge("a frame of the map, processor time", times.processor_median("the map") * 1000, 16.0, "ms")
    for view in views.values():
        view.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        view.close()


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        idps(folder)
        scrolling(overview(folder))


if __name__ == "__main__":
    main()
