"""Who holds what: the map of gaps, and the grid into which judgements are typed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QKeySequence, QShortcut, QUndoCommand, QUndoStack

from hrdesk.domain.needs import CAPABILITY, attainment
from hrdesk.domain.skill_terms import Rater, SkillKind
from hrdesk.domain.subject import Subject, place_of
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import dataclass
from hrdesk.services import Area
from hrdesk.services.skills.assessing import Entry, Occasion
from hrdesk.ui.kit.editors import DateField, typed
from hrdesk.ui.kit.page import Page
from hrdesk.ui.kit.widgets import (
    Field,
    button,
    column,
    combo,
    empty_state,
    frame,
    label,
    refill,
    row,
    set_tone,
    tool,
)
from hrdesk.ui.people.frame import unit_items
from hrdesk.ui.skills.matrix import Head, MatrixModel, MatrixView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.competency import Key
    from hrdesk.domain.framework_parts import Judgeable
    from hrdesk.domain.needs import Profile
    from hrdesk.domain.office import OrgUnit
    from hrdesk.services import Services
    from hrdesk.services.skills.assessing import Stood
    from hrdesk.services.skills.overview import Overview
    from hrdesk.ui.kit.desk import Desk

Typed = list[tuple[int, "Key", int | None]]  # person, what, level
ALL_UNITS = "ทุกด้าน"
EVERYTHING = "everything"  # in place of an area


@dataclass(frozen=True)
class GridData:
    overview: Overview
    units: tuple[OrgUnit, ...]
    asked: tuple[tuple[Key, Judgeable], ...]


def read_grid(services: Services, unit: int | None) -> GridData:
    """With what is reckoned of everybody: for thousands of people it takes long in the window's thread."""
    overview = services.skills.overview(unit)
    attainment("", overview.profiles)  # kept by each profile
    return GridData(overview, services.register.units(), overview.asked())


class Judge(QUndoCommand):
    """Judgements of one move; undone by saying again what stood, evidence and criteria too, which the history keeps."""

    def __init__(self, section: GridSection, judged: Typed, occasion: Occasion) -> None:
        super().__init__("กรอกผลประเมิน")
        self._section, self._occasion = section, occasion
        self._entries = [Entry(person, *key, level) for person, key, level in judged]
        self._people = sorted({entry.staff_id for entry in self._entries})
        self._before: tuple[Stood, ...] = ()

    def redo(self) -> None:
        skills = self._section.services.skills

        def work() -> tuple[int, Area]:
            self._before = skills.stood(self._entries, self._occasion.rater)
            return skills.record(self._entries, self._occasion)

        self._section.store(work, self._people)

    def undo(self) -> None:
        again = self._section.services.skills.stand_again
        # `_before` is looked at when the move itself has been stored: changes are made one after the other.
        self._section.store(lambda: again(self._before, self._occasion.rater), self._people)


class GridSection(Page):
    areas = Area.SKILLS | Area.TRAINING | Area.STAFF | Area.ORGANIZATION

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.info: GridData | None = None
        self.stack = QUndoStack(self)
        self.unit = combo("กรองตามสังกัด", [("ทุกสังกัด", None)])
        self.area = combo("กรองตามด้าน", [(ALL_UNITS, None)])
        raters: list[tuple[str, object]] = [("ผลที่นับ (ดูช่องว่าง)", None), *((term(rater), rater) for rater in Rater)]
        self.rater = combo("ผลของใคร", raters)
        for box in (self.unit, self.area):
            box.setMaximumWidth(theme.px(190))
        self.unit.activated.connect(self.refresh)
        self.area.activated.connect(self._show)
        self.rater.activated.connect(self._rater_chosen)
        self.day = DateField(theme, "วันที่ประเมิน", date.today())  # noqa: DTZ011 - the officer's day
        self.day.setMaximumWidth(theme.px(170))
        self.assessor = Field("ชื่อผู้ประเมิน", "ชื่อผู้ประเมิน")
        self.assessor.setMaximumWidth(theme.px(190))
        self.undo_button = tool(theme, "undo", "เลิกทำ (Ctrl+Z)", self.stack.undo)
        self.redo_button = tool(theme, "redo", "ทำซ้ำ (Ctrl+Y)", self.stack.redo)
        self.out_button = button("ส่งออก Excel…", self.export, name="ส่งออกแบบประเมินเป็น Excel")
        self.in_button = button("นำเข้า Excel…", self.bring_in, name="นำเข้าแบบประเมินจาก Excel")
        self.print_button = button("พิมพ์…", self.print, name="พิมพ์ตารางทักษะของสังกัดที่เลือก")
        bar = row(theme, self.unit, self.area, self.rater, 1, self.print_button, self.out_button, self.in_button, gap="s")
        hint = label("พิมพ์ 1 = ผ่าน 0 = ไม่ผ่าน แล้วเลื่อนไปช่องถัดไป · Delete = ลบผล · Enter = หลักฐานและประวัติ", "small")
        self.entry = frame(
            row(theme, label("วันที่"), self.day, label("ผู้ประเมิน"), self.assessor, hint, 1, self.undo_button,
                self.redo_button, gap="s")
        )  # fmt: skip
        self.model = MatrixModel()
        self.view = MatrixView(theme, "บุคลากรและหน่วยความสามารถ", self.model)
        self.model.typed.connect(self._typed)
        self.view.opened.connect(self.open_cell)
        self.view.moved.connect(self._moved)
        self.view.refused.connect(self._refused)
        self.detail = label("", "", wrap=True)
        self.legend = label("● ผ่าน   ○ ยังไม่ผ่าน   ? ยังไม่ประเมิน   กรอบจุด ระยะถัดไป   มุมสี อบรมแล้ว   เทา ไม่อยู่ในชุด", "small")
        self.summary = label("", "small")
        foot = row(theme, self.legend, 1, self.summary)
        go = button("กำหนดกลุ่ม", lambda: desk.went.emit("skills", "stage"))
        self.empty = empty_state(theme, "ยังไม่มีใครอยู่ในกลุ่มของกรอบทักษะ จึงยังไม่มีชุดทักษะที่ต้องประเมิน", go)
        self.empty.hide()  # until it is known that there is nothing
        whole = column(theme, bar, self.entry, self.view, self.empty, self.detail, foot, gap="s")
        whole.setStretch(2, 1)
        whole.setContentsMargins(0, theme.px(10), 0, 0)
        self.setLayout(whole)
        for key, slot in (("Ctrl+Z", self.stack.undo), ("Ctrl+Y", self.stack.redo)):
            QShortcut(QKeySequence(key), self.view).activated.connect(slot)
        self._rater_chosen()

    # reading

    def reader(self) -> Callable[[], GridData]:
        services, unit = self.services, self.unit.currentData()
        return lambda: read_grid(services, unit)

    def show_data(self, data: GridData) -> None:
        self.info = data
        areas = [(f"{area.code} {area.name}", area.code) for area in data.overview.setting.framework.areas]
        asked = {part.kind: part.area for _key, part in data.asked if part.kind is not SkillKind.UNIT}
        lists = [(term(kind), asked[kind]) for kind in SkillKind if kind in asked]
        refill(self.unit, [("ทุกสังกัด", None), *unit_items(data.units)])
        refill(self.area, [(ALL_UNITS, None), *areas, *lists, ("ทุกส่วนของชุด", EVERYTHING)])
        self._show()

    def _show(self) -> None:
        if self.info is None:
            return
        overview, asked, area = self.info.overview, self.info.asked, self.area.currentData()
        heads = [Head(key, part.name, part.area) for key, part in asked if self._is_shown(part, area)]
        kept = self.view.currentIndex()
        place = kept.row(), kept.column()
        self.model.trained = overview.trained
        self.model.show_all(heads, overview.profiles)
        self.view.setCurrentIndex(self.model.index(max(0, place[0]), max(0, place[1])))
        self.view.setVisible(bool(asked))
        self.empty.setVisible(not asked)
        self._summarise()

    @staticmethod
    def _is_shown(part: Judgeable, area: str | None) -> bool:
        if area is None:
            return part.kind in CAPABILITY
        return area in (EVERYTHING, part.area)

    def _summarise(self) -> None:
        found = attainment("", self.model.profiles)
        self.summary.setText(
            f"{found.people:,} คน · ประเมิน {found.assessed:,} · ครบหน่วย {found.meeting:,} · ครบทั้งชุด {found.whole:,}"
        )

    def _rater_chosen(self) -> None:
        rater = self.rater.currentData()
        self.model.set_rater(rater)
        self.entry.setVisible(rater is not None)
        self.view.setFocus()

    def _moved(self, line: int, place: int) -> None:
        inside = 0 <= line < len(self.model.profiles) and 0 <= place < len(self.model.heads)
        self._say(self.model.describe(line, place) if inside else "", "")

    def _say(self, text: str, tone: str) -> None:
        self.detail.setText(text)
        set_tone(self.detail, tone)

    def tell(self, text: str) -> None:
        self._say(text, "ok")

    def _refused(self, why: str) -> None:
        self._say(why, "error")

    # judging

    def occasion(self) -> Occasion | None:
        rater, day = self.rater.currentData(), self.day.day()
        if rater is None or day is None:
            self._refused(self.day.wrong or "กรุณากรอกวันที่ประเมิน")
            return None
        return Occasion(rater, day, typed(self.assessor))

    def _typed(self, after: Typed) -> None:
        occasion = self.occasion()
        if occasion is None:
            return
        self.stack.push(Judge(self, after, occasion))

    def store(self, change: Callable[[], tuple[int, Area]], people: Sequence[int]) -> None:
        """Make the change, and show these people's lines anew."""

        def work() -> tuple[tuple[Profile, ...], Area]:
            _count, area = change()
            return self.services.skills.overview(staff=people).profiles, area

        self.desk.change(self, work, self._stored)

    def _stored(self, profiles: Any) -> None:
        self.model.update(profiles)
        self._moved(self.view.currentIndex().row(), self.view.currentIndex().column())
        self._summarise()

    def open_cell(self, line: int, place: int) -> None:
        """Evidence, criteria and history of one cell."""
        standing = self.model.standing(line, place)
        if standing is None or self.info is None:
            return
        from hrdesk.ui.skills.judgement_dialog import Judging, open_judgement  # noqa: PLC0415 - seldom

        occasion = self.occasion() if self.rater.currentData() else Occasion(Rater.AGREED, date.today())  # noqa: DTZ011
        if occasion is not None:
            person, framework = self.model.profiles[line].person, self.info.overview.setting.framework
            open_judgement(self.desk, Judging(framework, person, standing, occasion), self, self.judged)

    def judged(self, staff_id: int) -> None:
        """A dialog recorded something: that person's line again."""
        skills = self.services.skills
        self.desk.read(self, lambda: skills.overview(staff=(staff_id,)).profiles, self._stored)

    def print(self) -> None:
        self.desk.went.emit("reports", place_of("skills-map", Subject(unit=self.unit.currentData())))

    def export(self) -> None:
        from hrdesk.ui.skills.assessment_files import export_sheet  # noqa: PLC0415 - seldom

        export_sheet(self.desk, self, (self.unit.currentData(), self.rater.currentData()), self.tell)

    def bring_in(self) -> None:
        from hrdesk.ui.skills.assessment_files import import_sheet  # noqa: PLC0415 - seldom

        if self.rater.currentData() is None:
            self._refused("เลือกก่อนว่าเป็นผลของใคร แล้วจึงนำเข้า")
            self.rater.setFocus()
        elif (occasion := self.occasion()) is not None:
            import_sheet(self.desk, self, self.unit.currentData(), occasion)
