"""What the office lacks, most people first, what the catalogue has for it, and how many meet their set."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout

from hrdesk.domain.competency import share
from hrdesk.domain.fiscal import FiscalYear
from hrdesk.domain.needs import EVERYBODY, Attainment, attainment, by_group, by_unit, ranked_needs
from hrdesk.domain.skill_terms import SkillKind
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services import Area
from hrdesk.ui.kit.checklist import CheckList
from hrdesk.ui.kit.count_box import YearBox
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import Field, OneLine, button, column, combo, empty_state, label, refill, row
from hrdesk.ui.kit.words import NOTHING
from hrdesk.ui.people.frame import unit_items

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.competency import Key, Share
    from hrdesk.domain.needs import Need
    from hrdesk.domain.office import OrgUnit
    from hrdesk.services.skills.overview import Overview
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.task import Task

NEEDS, BY_UNIT, BY_GROUP = "needs", "unit", "group"
NO_COURSE = "ยังไม่มีหลักสูตร"


@dataclass(frozen=True)
class Choice:
    """What of the overview is looked at."""

    view: str
    group: str | None
    kind: SkillKind | None


@dataclass(frozen=True)
class Reckoned:
    needs: tuple[Need, ...]
    stages: Share
    shares: tuple[Attainment, ...]  # of units or groups, where these are looked at


@dataclass(frozen=True)
class NeedsData:
    overview: Overview
    links: dict[int, tuple[Key, ...]]  # by course
    units: tuple[OrgUnit, ...]
    reckoned: Reckoned


def reckon(overview: Overview, choice: Choice) -> Reckoned:
    """For the worker: seconds with thousands of people."""
    people = [profile for profile in overview.profiles if choice.group is None or choice.group in profile.person.groups]
    needs = ranked_needs(people, overview.offers)
    stages = share(each for profile in people for each in profile.standings)
    shares: tuple[Attainment, ...] = ()
    if choice.view != NEEDS:
        names = {group.code: group.name for group in overview.setting.framework.groups}
        parts = by_unit(people) if choice.view == BY_UNIT else by_group(people, names)
        shares = (attainment(EVERYBODY, people), *(attainment(name, members) for name, members in parts))
    return Reckoned(tuple(need for need in needs if choice.kind in (None, need.kind)), stages, shares)


class NeedsSection(Page):
    areas = Area.SKILLS | Area.TRAINING | Area.STAFF | Area.ORGANIZATION | Area.CURRICULUM

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.info: NeedsData | None = None
        self._task: Task | None = None
        self.unit = combo("กรองตามสังกัด", [("ทุกสังกัด", None)])
        self.unit.setMaximumWidth(theme.px(150))
        self.unit.activated.connect(self.refresh)
        self.group = combo("กรองตามกลุ่ม", [("ทุกกลุ่ม", None)])
        self.group.setMaximumWidth(theme.px(120))
        self.group.activated.connect(self._again)
        self.kind = combo("กรองตามส่วนของชุดทักษะ", [("ทุกส่วน", None), *((term(kind), kind) for kind in SkillKind)])
        self.kind.setMaximumWidth(theme.px(120))
        self.kind.activated.connect(self._again)
        shown: list[tuple[str, object]] = [
            ("ความจำเป็นเรียงลำดับ", NEEDS), ("ร้อยละตามสังกัด", BY_UNIT), ("ร้อยละตามกลุ่ม", BY_GROUP)
        ]  # fmt: skip
        self.view = combo("แสดง", shown)
        self.view.activated.connect(self._again)
        self.link_button = button("เลือกหลักสูตร…", self.link, kind="primary", name="เลือกหลักสูตรที่พัฒนาทักษะนี้")
        self.told = OneLine("")
        self.told.setProperty("role", "small")
        self.send_button = button("ส่งเข้าความต้องการ…", self.send, name="ส่งช่องว่างเข้าความต้องการของแผนพัฒนา")
        bar = row(theme, self.view, self.unit, self.group, self.kind, 1, self.send_button, self.link_button)
        self.table = Table(theme, "ความจำเป็นในการพัฒนา", RowsModel(self._columns()))
        self.table.explain("ไม่พบทักษะตามที่เลือก")
        self.table.opened.connect(lambda _need: self.link())
        self.table.chosen.connect(self._chosen)
        self.share = Table(theme, "ร้อยละของบุคลากร", RowsModel(self._share_columns()))
        self.share.explain("ไม่พบบุคลากรตามที่เลือก")
        self.people = label("", "small", wrap=True)
        self.empty = empty_state(theme, "ยังไม่พบช่องว่าง ความจำเป็นจะแสดงเมื่อกรอกผลประเมินแล้ว",
                                 button("กรอกผลประเมิน", lambda: desk.went.emit("skills", "grid")))  # fmt: skip
        self._either = QStackedLayout()
        for one in (self.table, self.share, self.empty):
            self._either.addWidget(one)
        whole = column(theme, bar, self.told, self._either, self.people, gap="s")
        whole.setStretch(2, 1)
        whole.setContentsMargins(0, theme.px(10), 0, 0)
        self.setLayout(whole)

    def _columns(self) -> tuple[Column[Need], ...]:
        return (
            Column("รหัส", lambda r: r.code, "DLit100"),
            Column("ทักษะที่ต้องมี", lambda r: r.name, "", stretch=True),
            Column("ขาด (คน)", lambda r: f"{r.lacking:,}" if r.lacking else NOTHING, "999", right=True),
            Column("ระยะถัดไป", lambda r: f"{r.lacking_later:,}" if r.lacking_later else NOTHING, "999", right=True),
            Column("ยังไม่ประเมิน", lambda r: f"{r.unknown:,}" if r.unknown else NOTHING, "999", right=True),
            Column("ผ่าน", lambda r: f"{r.met:,}" if r.met else NOTHING, "999", right=True),
            Column("หลักสูตรที่มี", self._courses, "การพัฒนาทักษะดิจิทัลเบื้องต้น",
                   tone=lambda r: "" if r.courses else "warn"),
        )  # fmt: skip

    def _courses(self, need: Need) -> str:
        titles = self.info.overview.courses if self.info else {}
        if not need.courses:
            return NO_COURSE
        more = f" +{len(need.courses) - 1}" if len(need.courses) > 1 else ""
        return titles.get(need.courses[0], "?") + more

    @staticmethod
    def _share_columns() -> tuple[Column[Attainment], ...]:
        return (
            Column("", lambda r: r.name, "", stretch=True),
            Column("บุคลากร", lambda r: f"{r.people:,}", "9,999", right=True),
            Column("ประเมินแล้ว", lambda r: f"{r.assessed:,}", "9,999", right=True),
            Column("ครบหน่วย", lambda r: f"{r.meeting:,}", "9,999", right=True),
            Column("ร้อยละ", lambda r: str(r.percent(r.meeting)), "100.00", right=True),
            Column("ครบทั้งชุด", lambda r: f"{r.whole:,}", "9,999", right=True),
            Column("ร้อยละ", lambda r: str(r.percent(r.whole)), "100.00", right=True),
        )

    # reading

    def reader(self) -> Callable[[], NeedsData]:
        services, unit, choice = self.services, self.unit.currentData(), self.choice()

        def work() -> NeedsData:
            overview = services.skills.overview(unit)
            return NeedsData(overview, services.skills.course_units(), services.register.units(), reckon(overview, choice))

        return work

    def choice(self) -> Choice:
        return Choice(self.view.currentData(), self.group.currentData(), self.kind.currentData())

    def show_data(self, data: NeedsData) -> None:
        self.info = data
        groups = [(group.name, group.code) for group in data.overview.setting.framework.groups]
        refill(self.unit, [("ทุกสังกัด", None), *unit_items(data.units)])
        refill(self.group, [("ทุกกลุ่ม", None), *groups])
        self._show(data.reckoned)

    def _again(self) -> None:
        """Another look at what was read; of looks chosen in a hurry only the last is shown."""
        if self.info is None or self.is_reading:  # what is being read may be of another unit
            self.refresh()
            return
        if self._task is not None:
            self._task.cancel()
        overview, choice = self.info.overview, self.choice()
        self._task = self.desk.read(self, lambda: reckon(overview, choice), self._show)

    def _show(self, found: Reckoned) -> None:
        needs, view, share = found.needs, self.view.currentData(), found.stages.percent_future
        without = sum(not need.courses for need in needs)
        stages = f"ปัจจุบัน:ถัดไป {100 - share}:{share} (เกณฑ์ 70:30)"
        told = f"{len(needs)} เรื่อง ไม่มีหลักสูตร {without} · {stages}"
        self.told.show_whole(told if needs and view == NEEDS else "")
        self.link_button.setVisible(view == NEEDS)
        self.link_button.setEnabled(bool(needs))
        self.send_button.setVisible(view == NEEDS)
        self.send_button.setEnabled(any(need.people for need in needs))
        self.people.setVisible(view == NEEDS and bool(needs))
        self.kind.setVisible(view == NEEDS)
        if view == NEEDS:
            self.table.rows.set_rows(needs)
            self._either.setCurrentWidget(self.table if needs else self.empty)
            if self.table.current_record() is None:
                self.table.choose_row(0)
            self._chosen(self.table.current_record())
            return
        self.share.rows.set_rows(found.shares)
        self._either.setCurrentWidget(self.share)

    def _chosen(self, need: Need | None) -> None:
        if need is None or self.info is None:
            self.people.setText("")
            return
        names = {profile.person.id: profile.person.name for profile in self.info.overview.profiles}
        some = [names[person] for person in need.people[:12]]
        more = f" และอีก {len(need.people) - len(some)} คน" if len(need.people) > len(some) else ""
        self.people.setText(f"ผู้ที่ขาด {need.code}: {', '.join(some)}{more}" if some else f"ยังไม่มีผู้ที่ขาด {need.code}")

    # doing

    def link(self) -> None:
        need = self.table.current_record()
        if need is None or self.info is None:
            return
        dialog = CoursesDialog(self.desk, need, self.info, self)
        dialog.saved.connect(lambda _value: self.refresh())
        dialog.open()

    def send(self) -> None:
        dialog = SendDialog(self.desk, self)
        dialog.open()

    def show_place(self, place: str) -> None:
        """`need:DLit100`."""
        code = place.partition(":")[2]
        self.table.choose_where(lambda need: need.code == code)


class SendDialog(RecordDialog):
    """The gaps of the whole office become surveyed needs of a year, in place of those sent before."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, "ส่งช่องว่างเข้าความต้องการของแผน", parent, verb="ส่งเข้าความต้องการ")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now = FiscalYear.of(date.today()).be  # noqa: DTZ011 - the officer's day
        self.year = YearBox("ปีงบประมาณของความต้องการ", now + 1)
        note = (
            "ช่องว่างของทั้งหน่วยงานจะเป็นความต้องการในการพัฒนาของปีที่เลือก พร้อมจำนวนคนและหลักสูตรที่ตรง"
            " แทนช่องว่างที่เคยส่ง ความต้องการที่สำรวจไว้แล้วยังอยู่ครบ"
        )
        self.form.add_wide(label(note, "muted", wrap=True))
        self.form.add("year", "ปีงบประมาณ", self.year)
        self.fit()

    def record(self) -> Callable[[], Area]:
        services, year = self.desk.services, self.year.value()
        return lambda: services.needs.replace_gaps(year, services.skills.gaps_as_needs(year))


class CoursesDialog(RecordDialog):
    """Which courses of the catalogue serve one unit."""

    def __init__(self, desk: Desk, need: Need, data: NeedsData, parent: QWidget) -> None:
        super().__init__(desk, f"หลักสูตรที่พัฒนา {need.code}", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.key: Key = (need.framework, need.code)
        self.links, self.courses = data.links, tuple(data.overview.courses)
        self.form.add_wide(label(f"{need.code} {need.name}", "section", wrap=True))
        self.search = Field("ค้นหาหลักสูตร", "พิมพ์บางคำของชื่อหลักสูตร")
        serving = {course for course, keys in data.links.items() if self.key in keys}
        courses = sorted(data.overview.courses.items(), key=lambda one: one[0] not in serving)
        self.list = CheckList("หลักสูตรในหลักสูตรของหน่วยงาน", courses, serving)
        self.list.setMinimumHeight(self.theme.row * 8)
        self.search.textChanged.connect(self._filter)
        self.form.add("search", "ค้นหา", self.search)
        self.form.add_wide(self.list)
        self.setMinimumWidth(self.theme.px(640))
        self.fit()

    def _filter(self, text: str) -> None:
        for number in range(self.list.count()):
            item = self.list.item(number)
            item.setHidden(text.strip() not in item.text())

    def record(self) -> Callable[[], Area]:
        wanted = set(self.list.chosen())
        changed = {
            course: tuple(keys)
            for course in self.courses
            if (course in wanted) != (self.key in self.links.get(course, ()))
            for keys in [[key for key in self.links.get(course, ()) if key != self.key] + [self.key] * (course in wanted)]
        }
        skills = self.desk.services.skills
        return lambda: skills.save_links(changed)
