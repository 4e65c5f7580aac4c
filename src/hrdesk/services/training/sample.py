"""What came of the sample office's plan: its years as they were carried out, fictional as its people are.

Who came, what they scored and what they thought is drawn by a checksum, so that each copy of the sample is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from hrdesk.domain.evaluation import Interview, OutsideResult, Sheet
from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.plan_terms import Presence
from hrdesk.domain.terms import CommitteeKind
from hrdesk.domain.training import ClassTest, Trainer, half_days
from hrdesk.domain.training_terms import ClassStatus, IndicatorKind, TestKind, YearProjectStatus
from hrdesk.domain.year_project import FundUse, Indicator, ProjectCost, YearProject
from hrdesk.lazy_dataclass import replace
from hrdesk.services.monitoring.rounds import AnnualTexts, EvidenceItem
from hrdesk.services.reference.file import Entry, ReferenceFile
from hrdesk.services.training.values import CandidateQuery
from hrdesk.thai.numbers import SATANG

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hrdesk.domain.year_figures import PeopleCount
    from hrdesk.services import Services

FULL, PASSING = 2000, 1200  # marks in hundredths
HUNDRED = 100
_TABLES = {
    "words": "responsible hall findings recommendations explanation follow_up interview outside_result summary problems"
    " suggestions evidence kept_at",
    "year": "year spent closed",
    "ended": "year project status reason",
    "outside": "year title reason people from to",
    "cost": "project item price quantity unit times",
    "meeting": "day starts ends place recorder reviewer absent substitute said resolved",
    "class": "year project from to size targets lecture other place outside state trainers followed",
}


def live_years(services: Services) -> None:
    """Into the sample office as it was created: the year's projects, their classes, and the rounds of monitoring."""
    _Life(services).live()


def _drawn(*parts: object) -> int:
    """0 to 99, the same for the same parts."""
    return crc32(" ".join(map(str, parts)).encode()) % HUNDRED


class _Life:
    def __init__(self, services: Services) -> None:
        self.services = services
        self.file = ReferenceFile("sample_year.toml", _TABLES)
        self.words = self.file.single("words")
        self.plan = services.planning.plans()[0].id
        self.projects: dict[tuple[int, int], int] = {}  # year and number in the plan → project of the year

    def live(self) -> None:
        for entry in self.file.entries("year"):
            self._begin(entry.number("year"))
        for entry in self.file.entries("outside"):
            self._outside(entry)
        for entry in self.file.entries("class"):
            self._hold(entry)
        for entry in self.file.entries("year"):
            self._settle(entry)
            self._monitor(entry)
        for entry in self.file.entries("meeting"):
            self._meet(entry)

    def _begin(self, year: int) -> None:
        made, _ = self.services.year_projects.add_from_plan(year)
        self.projects |= {(year, number): project for number, project in enumerate(made, 1)}
        proposal = self.services.schedules.propose(self.plan, year)
        self.services.schedules.save(replace(proposal, entries=tuple(replace(e, evaluations=e.evaluations or (1,)) for e in proposal.entries)))

    def _outside(self, entry: Entry) -> None:
        made = YearProject(
            0, entry.number("year"), entry.text("title"), outside_reason=entry.text("reason"),
            status=YearProjectStatus.DONE, responsible=self.words.text("responsible"), venue=self.words.text("hall"),
            starts_on=entry.day("from"), ends_on=entry.day("to"), people=entry.number("people"),
            organizers=(1,), methods=(2,), targets=(4,),
        )  # fmt: skip
        self.services.year_projects.save(made)

    # a class

    def _hold(self, entry: Entry) -> None:
        services, project = self.services, self.projects[entry.number("year"), entry.number("project")]
        first, last = entry.day("from"), entry.day("to")
        trainers = tuple(Trainer(*said.split("|")) for said in entry.texts("trainers"))
        state = entry.text("state", "completed")
        made = replace(
            services.classes.blank(project), starts_on=first, ends_on=last, sessions=half_days(first, last, weekends=True),
            venue=entry.text("place", self.words.text("hall")), lecture=entry.number("lecture"), other=entry.number("other"),
            trainers=trainers, tests=tuple(ClassTest(kind, FULL, PASSING) for kind in TestKind) if trainers else (),
            status=ClassStatus.RUNNING if state == "running" else ClassStatus.PLANNED,
        )  # fmt: skip
        class_id, _ = services.classes.save(made)
        offered = services.classes.candidates(CandidateQuery(targets=entry.numbers("targets")))
        chosen = sorted(offered, key=lambda one: (_drawn(project, one.staff), one.staff))[: entry.number("size")]
        services.classes.add(class_id, [one.staff for one in chosen])
        if state == "planned":
            return
        self._attend(class_id, finished=state == "completed")
        if _is_over(entry):
            self._judge(class_id, tested=bool(made.tests), asked=bool(trainers))
            services.classes.apply_rules(class_id)
            services.classes.complete(class_id)
            self._follow(class_id, entry)

    def _attend(self, class_id: int, *, finished: bool) -> None:
        """A class that is still running has been marked on its first day."""
        sheet = self.services.attendance.sheet(class_id)
        days = sheet.sessions if finished else [one for one in sheet.sessions if one.day == sheet.sessions[0].day]
        self.services.attendance.mark(class_id, {
            (one.id, half.day, half.half): _drawn(class_id, one.id) >= 4 and _drawn(class_id, one.id, half.day, half.half) < 96
            for one in sheet.participants for half in days
        })  # fmt: skip

    def _judge(self, class_id: int, *, tested: bool, asked: bool) -> None:
        sheet = self.services.attendance.sheet(class_id)
        came = [one.id for one in sheet.participants if any(mark for cell, mark in sheet.marks.items() if cell[0] == one.id)]
        if tested:
            points: dict[tuple[int, TestKind], int] = {}
            for one in came:
                before = 700 + 10 * _drawn("before", class_id, one)
                points |= {(one, TestKind.PRE): before, (one, TestKind.POST): min(FULL, before + 300 + 5 * _drawn("after", class_id, one))}
            self.services.scores.write(class_id, points)
        if asked:
            questions = [question.id for question in self.services.opinions.questions(class_id)]
            sheets = [Sheet(0, 0, {q: _level(class_id, one, q) for q in questions}) for one in came if _drawn("asked", one) < 85]
            self.services.opinions.save_sheets(class_id, sheets)

    def _follow(self, class_id: int, entry: Entry) -> None:
        services = self.services
        if entry.flag("outside", default=False):
            services.follow_ups.save_outside_result(OutsideResult(
                0, class_id, entry.text("place", ""), f"ชม 52001/{class_id + 100}", entry.day("to"), entry.day("to"),
                self.words.text("outside_result"),
            ))  # fmt: skip
        if entry.flag("followed", default=False):
            for due in services.follow_ups.due(class_id=class_id):
                made = replace(services.follow_ups.load(due.id), done_on=due.due_on, level=4, findings=self.words.text("follow_up"))
                services.follow_ups.save(made)
            services.follow_ups.save_interview(Interview(0, class_id, day=entry.day("to"), findings=self.words.text("interview")))

    # the end of a year

    def _settle(self, entry: Entry) -> None:
        """What became of each project."""
        year, spent = entry.number("year"), entry.numbers("spent")
        people = {one.key: one.people for one in self.services.monitoring.figures(self.plan, year, FiscalYear(year).last_day).projects}
        ended = {e.number("project"): e for e in self.file.entries("ended") if e.number("year") == year}
        classes = {e.number("project"): e for e in self.file.entries("class") if e.number("year") == year}
        for number, percent in enumerate(spent, 1):
            project = self.services.year_projects.load(self.projects[year, number])
            held = classes.get(number)
            status = ended[number].chosen("status", YearProjectStatus) if number in ended else _status(held, percent)
            self.services.year_projects.save(
                replace(
                    project,
                    status=status,
                    status_reason=ended[number].text("reason") if number in ended else "",
                    responsible=self.words.text("responsible"),
                    venue=held.text("place", self.words.text("hall")) if held else "",
                    starts_on=held.day("from") if held else None,
                    ends_on=held.day("to") if held else None,
                    people=held.number("size") if held else 0,
                    costs=self._costs(number),
                    indicators=_indicators(held, people[f"year:{project.id}"]) if status is YearProjectStatus.DONE else (),
                )
            )

    def _costs(self, number: int) -> tuple[ProjectCost, ...]:
        lines: Sequence[Entry] = [e for e in self.file.entries("cost") if e.number("project") == number]
        return tuple(
            ProjectCost(e.text("item"), e.number("price") * SATANG, e.number("quantity"), e.text("unit"), e.number("times")) for e in lines
        )

    def _spend(self, entry: Entry, day: date) -> None:
        """The money spent by the day: that of a class when it is over, any other evenly through the year."""
        year = FiscalYear(entry.number("year"))
        ends = {e.number("project"): e.day("to") for e in self.file.entries("class") if _is_over(e) and e.number("year") == year.be}
        gone = (day - year.start).days + 1
        for number, percent in enumerate(entry.numbers("spent"), 1):
            project = self.services.year_projects.load(self.projects[year.be, number])
            by_now = percent * (ends[number] <= day) if number in ends else percent * gone // ((year.last_day - year.start).days + 1)
            funds = tuple(FundUse(fund.fund, fund.planned, fund.planned * by_now // HUNDRED) for fund in project.funds)
            if funds != project.funds:
                self.services.year_projects.save(replace(project, funds=funds))

    def _monitor(self, entry: Entry) -> None:
        services, year = self.services, entry.number("year")
        for report in services.monitoring.rounds(self.plan, year)[: entry.number("closed")]:
            if report.as_at is None:
                continue
            self._spend(entry, report.as_at)
            shown = services.monitoring.round(report.id, report.as_at)
            written = replace(report, findings=self.words.text("findings"), recommendations=self.words.text("recommendations"))
            services.monitoring.save_round(written, {item.key: self.words.text("explanation") for item in shown.items})
            services.monitoring.close_round(report.id, report.as_at)
        self._spend(entry, FiscalYear(year).last_day)
        texts = AnnualTexts(*(self.words.text(name) for name in ("summary", "problems", "suggestions")))
        services.monitoring.save_annual_texts(self.plan, year, texts)
        evidence = EvidenceItem(self.words.text("evidence"), kept_at=self.words.text("kept_at"))
        services.monitoring.save_evidence(self.plan, year, (evidence,))

    def _meet(self, entry: Entry) -> None:
        """The committee that monitors the plan: `absent` and `substitute` number its members, `said` and `resolved` go by agenda."""
        meetings = self.services.meetings
        planned = meetings.blank(self.plan, CommitteeKind.MONITORING)
        words = zip(planned.agenda, entry.texts("said"), entry.texts("resolved"), strict=True)
        presence = dict.fromkeys(entry.numbers("absent"), Presence.ABSENT) | dict.fromkeys(entry.numbers("substitute"), Presence.SUBSTITUTE)
        meetings.save(
            replace(
                planned,
                held_on=entry.day("day"),
                starts=entry.text("starts"),
                ends=entry.text("ends"),
                place=entry.text("place"),
                recorder=entry.text("recorder"),
                reviewer=entry.text("reviewer"),
                agenda=tuple(replace(item, discussion=said, resolution=resolved) for item, said, resolved in words),
                attendees=tuple(
                    replace(one, presence=presence.get(number, Presence.PRESENT)) for number, one in enumerate(planned.attendees, 1)
                ),
            )
        )


def _level(class_id: int, one: int, question: int) -> int:
    """Mostly 5 and 4."""
    chance = _drawn("level", class_id, one, question)
    return next(level for level, most in ((5, 42), (4, 84), (3, 96), (2, HUNDRED)) if chance < most)


def _status(held: Entry | None, percent: int) -> YearProjectStatus:
    if held is not None and not _is_over(held):
        return YearProjectStatus.RUNNING if held.text("state") == "running" else YearProjectStatus.APPROVED
    return YearProjectStatus.DONE if held is not None or percent else YearProjectStatus.PLANNED


def _is_over(held: Entry) -> bool:
    return held.text("state", "completed") == "completed"


def _indicators(held: Entry | None, people: PeopleCount) -> tuple[Indicator, ...]:
    if held is None:
        return ()
    passed = HUNDRED * people.passed // people.attended
    return (
        Indicator(IndicatorKind.OUTPUT, "จำนวนผู้เข้ารับการพัฒนา", f"{held.number('size')}", "คน", f"{people.attended}"),
        Indicator(IndicatorKind.OUTCOME, "ผู้เข้ารับการพัฒนาผ่านเกณฑ์", "80", "ร้อยละ", f"{passed}"),
    )
