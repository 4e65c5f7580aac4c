"""The stage of the organisation, and who belongs to which group of the framework."""

from __future__ import annotations

from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView

from hrdesk.domain.competency import required_of
from hrdesk.domain.skill_terms import SkillKind
from hrdesk.domain.taxonomy import Subject, career, full_years
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services import Area
from hrdesk.services.skills.grouping import Approval
from hrdesk.thai.dates import long_date
from hrdesk.ui.kit.messages import UndoBar
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.pick import suggest
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import (
    OneLine,
    button,
    choose,
    column,
    combo,
    empty_state,
    frame,
    label,
    refill,
    row,
)
from hrdesk.ui.kit.words import NOTHING
from hrdesk.ui.people.frame import unit_items
from hrdesk.ui.skills.stage_dialogs import GroupsDialog, StageDialog, SuggestedDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.competency import Person
    from hrdesk.domain.office import Organization, OrgUnit
    from hrdesk.services.skills.frameworks import FrameworkInfo, Setting
    from hrdesk.services.skills.grouping import Suggestion
    from hrdesk.services.skills.mappings import Taxonomies
    from hrdesk.ui.kit.desk import Desk

NONE_YET = "ยังไม่มีกลุ่ม"
NOBODY = Approval("", None)
Held = dict[int, tuple[tuple[str, ...], Approval]]  # by person, the groups and who approved them
POST, WIDE = 1, 960  # from that width the post stands in a column of its own


@dataclass(frozen=True)
class StageData:
    setting: Setting
    frameworks: tuple[FrameworkInfo, ...]
    people: tuple[Person, ...]
    suggested: tuple[Suggestion, ...]
    approvals: dict[int, Approval]
    taxonomies: Taxonomies
    nearest: dict[int, str]  # by person, the superior's name
    superiors: tuple[str, ...]
    units: tuple[OrgUnit, ...]
    organization: Organization


@dataclass(frozen=True)
class PersonRow:
    person: Person
    groups: str
    role: str
    now: int  # units asked
    later: int  # more of the next stage


class StageSection(Page):
    areas = Area.SKILLS | Area.STAFF | Area.ORGANIZATION

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.info: StageData | None = None
        self.stage = OneLine("")
        self.stage.setProperty("role", "section")
        self.source = OneLine("")
        self.source.setProperty("role", "small")
        self.stage_button = button("ประกาศระยะ…", self.announce, name="ประกาศระยะการพัฒนาของหน่วยงาน")
        words = column(theme, self.stage, self.source, gap="")
        head = row(theme, words, self.stage_button, gap="m")
        head.setStretch(0, 1)
        head.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        self.unit = combo("กรองตามสังกัด", [("ทุกสังกัด", None)])
        self.group = combo("กรองตามกลุ่ม", [("ทุกกลุ่ม", None)])
        for box in (self.unit, self.group):
            box.setMaximumWidth(theme.px(220))
            box.activated.connect(self._filter)
        self.suggest_button = button("ใช้กลุ่มที่แนะนำ…", self.suggest)
        self.groups_button = button("กำหนดกลุ่ม…", self.assign, kind="primary", name="กำหนดกลุ่มของผู้ที่เลือก")
        self.count = label("", "small")
        bar = row(theme, self.unit, self.group, self.count, 1, self.suggest_button, self.groups_button)
        self.table = Table(theme, "กลุ่มของบุคลากร", RowsModel(self._columns()))
        self.table.explain("ไม่พบบุคลากรตามที่เลือก")
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.opened.connect(lambda _row: self.assign())
        self.table.chosen.connect(self._chosen)
        self.approved = label("", "small", wrap=True)
        self.empty = empty_state(
            theme, "ยังไม่มีบุคลากรในทะเบียน", button("ไปหน้าบุคลากร", lambda: desk.went.emit("people", ""))
        )
        self.undo = UndoBar(theme, self)
        self.empty.hide()  # until it is known that there is nothing
        whole = column(theme, frame(head, "panel"), bar, self.table, self.empty, self.approved, self.undo, gap="s")
        whole.setStretch(2, 1)
        whole.setContentsMargins(0, theme.px(10), 0, 0)
        self.setLayout(whole)
        shortcut = QShortcut(QKeySequence("F2"), self.table)
        shortcut.activated.connect(self.assign)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow the role needs the room; the post of the chosen person stands below."""
        super().resizeEvent(event)
        self.table.setColumnHidden(POST, self.width() < self.theme.px(WIDE))

    def _columns(self) -> tuple[Column[PersonRow], ...]:
        return (
            Column("ชื่อ-สกุล", lambda r: r.person.name, "นางสาวจิราพร ปัญญาเฟือนงาม"),
            Column("ตำแหน่ง", lambda r: r.person.position or NOTHING, "นักวิเคราะห์นโยบายและแผน"),
            Column("กลุ่ม", lambda r: r.groups or NONE_YET, "ผู้ทำงานด้านนโยบายและงานวิชาการ",
                   tone=lambda r: "" if r.groups else "warn"),
            Column("บทบาทที่คาดหวังในระยะนี้", lambda r: r.role or NOTHING, "ผู้ใช้เทคโนโลยี", stretch=True),
            Column("หน่วย", lambda r: str(r.now) if r.now else NOTHING, "99", right=True),
            Column("ระยะถัดไป", lambda r: f"+{r.later}" if r.later else NOTHING, "+99", right=True),
        )  # fmt: skip

    # reading

    def reader(self) -> Callable[[], StageData]:
        services = self.services

        def work() -> StageData:
            skills = services.skills
            overview = skills.overview()
            return StageData(
                overview.setting,
                skills.frameworks(),
                tuple(profile.person for profile in overview.profiles),
                skills.suggested_groups(),
                skills.approvals(),
                skills.taxonomies(),
                *skills.superiors(),
                services.register.units(),
                services.register.organization(),
            )

        return work

    def show_data(self, data: StageData) -> None:
        self.info = data
        setting = data.setting
        names = {stage.code: stage.name for stage in setting.framework.stages}
        if setting.is_announced:
            latest = setting.announced[0]
            stage = f"{names[setting.stage]} ตั้งแต่ {long_date(latest.announced_on)}"
            source = f"{latest.document or 'ไม่ได้ระบุประกาศ'} · {setting.framework.title}"
        else:
            stage = names[setting.stage]
            source = f"ยังไม่ได้ประกาศ โปรแกรมใช้ระยะแรกไว้ก่อน · {setting.framework.title}"
        self.stage.show_whole(stage)
        self.source.show_whole(source)
        groups = [(group.name, group.code) for group in setting.framework.groups]
        refill(self.unit, [("ทุกสังกัด", None), *unit_items(data.units)])
        refill(self.group, [("ทุกกลุ่ม", None), (NONE_YET, ""), *groups])
        self.suggest_button.setText(f"ใช้กลุ่มที่แนะนำ ({len(data.suggested)} คน)…")
        self.suggest_button.setVisible(bool(data.suggested))
        self.empty.setVisible(not data.people)
        self.table.setVisible(bool(data.people))
        self.groups_button.setEnabled(bool(data.people))
        self._filter()

    def _filter(self) -> None:
        if self.info is None:
            return
        asked_of = cache(partial(_asked_of, self.info.setting))  # a few sets of groups for thousands of people
        data, unit, group = self.info, self.unit.currentData(), self.group.currentData()
        below = {unit}
        for each in data.units:  # a unit stands before those below it
            if each.parent in below and each.parent is not None:
                below.add(each.id)
        rows = [
            PersonRow(person, *asked_of(person.groups))
            for person in data.people
            if (unit is None or person.unit_id in below)
            and (group is None or group in person.groups or (group == "" and not person.groups))
        ]
        self.table.rows.set_rows(rows)
        self.count.setText(f"{len(rows):,} คน")
        if self.table.current_record() is None:
            self.table.choose_row(0)
        self._chosen(self.table.current_record())

    def _chosen(self, line: PersonRow | None) -> None:
        if line is None or self.info is None:
            self.approved.setText("")
            return
        person = line.person
        who = " ".join(part for part in (person.name, person.position) if part)
        found, told = self.info.approvals.get(person.id), [f"{who}: {self._career(person)}"]
        if found is not None:
            when = f" เมื่อ {long_date(found.on)}" if found.on else ""
            told.append(f"กลุ่มเห็นชอบโดย{found.approver or 'ไม่ได้ระบุ'}{when}")
        self.approved.setText(" · ".join(told))

    def _career(self, person: Person) -> str:
        """Where the guideline has the person, by the office's links of the taxonomies."""
        taxonomies = self.info.taxonomies if self.info is not None else None
        if taxonomies is None:
            return ""
        today = date.today()  # noqa: DTZ011 - the officer's day
        years = full_years(person.start_date, today)
        subject = Subject(person.personnel_type, person.position_type, person.position, years)
        found = career(taxonomies.mapping, person.groups, subject)
        names = {group.code: group.name for group in taxonomies.guideline.staff_groups}
        step = names.get(found.step, "ไม่อยู่ในกลุ่มตามสายอาชีพใด")
        return " ".join((*found.workforces, step))

    # doing

    def chosen(self) -> list[Person]:
        model = self.table.rows
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        return [model.rows[number].person for number in sorted(rows)]

    def announce(self) -> None:
        if self.info is not None:
            dialog = StageDialog(self.desk, self.info.setting, self.info.frameworks, self)
            dialog.saved.connect(self._announced)
            self._open(dialog)

    def _announced(self, number: object) -> None:
        skills = self.services.skills
        if isinstance(number, int):
            self.undo.offer(
                "บันทึกประกาศระยะแล้ว",
                lambda: self.desk.change(
                    self, lambda: skills.delete_announcement(number), lambda _none: self.refresh()
                ),
            )

    def assign(self) -> None:
        people = self.chosen()
        if self.info is None or not people:
            return
        info = self.info
        found = {info.nearest.get(person.id, "") for person in people}
        approver = found.pop() if len(found) == 1 else info.organization.chief_name
        dialog = GroupsDialog(self.desk, info.setting, people, approver, self)
        suggest(dialog.approver, info.superiors)
        before = {person.id: (person.groups, info.approvals.get(person.id, NOBODY)) for person in people}
        dialog.saved.connect(lambda _value: self._offer(f"กำหนดกลุ่มของ {len(before)} คนแล้ว", before))
        self._open(dialog)

    def suggest(self) -> None:
        if self.info is None:
            return
        suggested, names = self.info.suggested, {g.code: g.name for g in self.info.setting.framework.groups}
        dialog = SuggestedDialog(self.desk, suggested, names, self.info.organization.chief_name, self)
        suggest(dialog.approver, self.info.superiors)
        before: Held = {each.person.id: ((), NOBODY) for each in suggested}
        dialog.saved.connect(lambda _value: self._offer(f"กำหนดกลุ่มของ {len(before)} คนแล้ว", before))
        self._open(dialog)

    def _open(self, dialog: StageDialog | GroupsDialog | SuggestedDialog) -> None:
        dialog.saved.connect(lambda _value: self.refresh())
        dialog.open()

    def _offer(self, text: str, before: Held) -> None:
        skills = self.services.skills
        undo = lambda: self.desk.change(self, lambda: skills.restore_groups(before), lambda _none: self.refresh())  # noqa: E731
        self.undo.offer(text, undo)

    def show_place(self, place: str) -> None:
        """`person:12`."""
        number = place.partition(":")[2]
        if number.isdigit():
            choose(self.unit, None)
            choose(self.group, None)
            self._filter()
            self.table.choose_where(lambda r: r.person.id == int(number))


def _asked_of(setting: Setting, mine: tuple[str, ...]) -> tuple[str, str, int, int]:
    """What `PersonRow` says of these groups: their names and roles, and how many units they ask now and later."""
    framework = setting.framework
    names = {group.code: group.name for group in framework.groups}
    roles = [framework.role(setting.stage, code).name for code in mine]
    asked = [each for each in required_of(framework, setting.stage, mine) if each.kind is SkillKind.UNIT]
    later = sum(each.future for each in asked)
    return " และ ".join(names[code] for code in mine), " / ".join(roles), len(asked) - later, later
