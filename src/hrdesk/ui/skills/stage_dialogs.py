"""Announcing a stage, giving people their groups, and taking what their posts suggest."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from hrdesk.services.skills.frameworks import Announcement
from hrdesk.ui.kit.editors import DateField, typed
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import Field, choose, column, combo, label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hrdesk.domain.competency import Person
    from hrdesk.services import Area
    from hrdesk.services.skills.frameworks import FrameworkInfo, Setting
    from hrdesk.services.skills.grouping import Suggestion
    from hrdesk.ui.kit.desk import Desk


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the officer's day


class StageDialog(RecordDialog):
    """The stage that counts from its day on; a framework comes into use with a stage announced under it."""

    def __init__(self, desk: Desk, setting: Setting, frameworks: Sequence[FrameworkInfo], parent: QWidget) -> None:
        super().__init__(desk, "ประกาศระยะการพัฒนาของหน่วยงาน", parent, verb="บันทึกประกาศ")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.framework = combo("กรอบทักษะ", [(f"{each.title} ({each.version})", each.key) for each in frameworks])
        self.framework.setMinimumContentsLength(20)
        self.framework.setSizeAdjustPolicy(self.framework.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        choose(self.framework, setting.framework.id)
        self.stage = combo("ระยะ")
        self._stages(setting)
        choose(self.stage, setting.stage)
        self.day = DateField(self.theme, "วันที่ประกาศ", _today())
        self.document = Field("เลขที่หรือชื่อประกาศ", "เช่น ประกาศเทศบาล ลงวันที่ 1 ตุลาคม 2567")
        note = "ระยะกำหนดชุดทักษะที่บุคลากรทุกคนต้องมี ผลการประเมินที่บันทึกไว้แล้วยังอยู่ครบ"
        self.form.add_wide(label(note, "muted", wrap=True))
        for key, text, field in (
            ("framework", "กรอบทักษะ", self.framework), ("stage", "ระยะ", self.stage),
            ("announced_on", "วันที่ประกาศ", self.day), ("document", "ประกาศ", self.document),
        ):  # fmt: skip
            self.form.add(key, text, field)
        self.framework.activated.connect(self._framework_chosen)
        self.fit()
        self.stage.setFocus()

    def _stages(self, setting: Setting) -> None:
        self.stage.clear()
        for each in setting.framework.stages:
            self.stage.addItem(each.name, each.code)

    def _framework_chosen(self) -> None:
        skills, key = self.desk.services.skills, self.framework.currentData()

        def shown(framework: object) -> None:
            self.stage.clear()
            for each in framework.stages:  # type: ignore[attr-defined]
                self.stage.addItem(each.name, each.code)

        self.desk.read(self, lambda: skills.framework(key), shown)

    def save(self) -> None:
        if self.day.day() is None and not self.day.wrong:
            self.day.wrong = "กรุณากรอกวันที่"
        super().save()

    def record(self) -> Callable[[], tuple[int, Area]]:
        announcement = Announcement(
            0, self.day.day() or _today(), self.framework.currentData(), self.stage.currentData(), typed(self.document)
        )
        skills = self.desk.services.skills
        return lambda: skills.announce(announcement)


class GroupsDialog(RecordDialog):
    """One or more groups for everybody chosen, with the superior who approved. A half-ticked one stays with who has it."""

    def __init__(self, desk: Desk, setting: Setting, people: Sequence[Person], approver: str, parent: QWidget) -> None:
        whom = people[0].name if len(people) == 1 else f"{len(people)} คน"
        super().__init__(desk, f"กลุ่มของ{whom}" if len(people) == 1 else f"กลุ่มของบุคลากร {whom}", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.people = tuple(people)
        self.boxes: dict[str, QCheckBox] = {}
        for group in setting.framework.groups:
            box = QCheckBox(group.name)
            box.setToolTip(group.description)
            having = sum(group.code in person.groups for person in people)
            if 0 < having < len(people):
                box.setCheckState(Qt.CheckState.PartiallyChecked)
            else:
                box.setChecked(bool(having))
            self.boxes[group.code] = box
        boxes = QWidget()
        boxes.setLayout(column(self.theme, *self.boxes.values(), gap="xs"))
        self.approver = Field("ผู้บังคับบัญชาที่เห็นชอบ", "ชื่อผู้บังคับบัญชาชั้นต้น", approver)
        self.day = DateField(self.theme, "วันที่เห็นชอบ", _today())
        self.form.add("groups", "กลุ่ม", boxes)
        self.form.add("approver", "ผู้เห็นชอบ", self.approver)
        self.form.add("approved_on", "เมื่อวันที่", self.day)
        self.fit()
        next(iter(self.boxes.values())).setFocus()

    def record(self) -> Callable[[], Area]:
        groups = {person.id: self._groups_of(person) for person in self.people}
        approver, day, skills = typed(self.approver), self.day.day(), self.desk.services.skills
        return lambda: skills.assign_groups(groups, approver, day)

    def _groups_of(self, person: Person) -> tuple[str, ...]:
        def has(code: str, box: QCheckBox) -> bool:
            mixed = box.checkState() is Qt.CheckState.PartiallyChecked
            return code in person.groups if mixed else box.isChecked()

        return tuple(code for code, box in self.boxes.items() if has(code, box))


class SuggestedDialog(RecordDialog):
    """What posts suggest, with the reason, before anything is stored."""

    def __init__(
        self, desk: Desk, suggested: Sequence[Suggestion], names: dict[str, str], approver: str, parent: QWidget
    ) -> None:
        super().__init__(desk, "กลุ่มที่แนะนำจากตำแหน่ง", parent, verb=f"ใช้กลุ่มที่แนะนำ {len(suggested)} คน")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.suggested = suggested
        columns = (
            Column[object]("ชื่อ-สกุล", lambda r: r.person.name, "นางสาวปิ่นแก้ว ฟ้าใสสว่าง"),  # type: ignore[attr-defined]
            Column[object]("กลุ่ม", lambda r: names[r.group], "ผู้ทำงานด้านบริการ"),  # type: ignore[attr-defined]
            Column[object]("เหตุผล", lambda r: r.reason, "", stretch=True),  # type: ignore[attr-defined]
        )
        self.table = Table(self.theme, "กลุ่มที่แนะนำ", RowsModel(columns))
        self.table.rows.set_rows(suggested)
        self.table.setMinimumHeight(self.theme.row * 6)
        self.approver = Field("ผู้บังคับบัญชาที่เห็นชอบ", "ชื่อผู้บังคับบัญชา", approver)
        self.day = DateField(self.theme, "วันที่เห็นชอบ", _today())
        note = "เฉพาะผู้ที่ยังไม่มีกลุ่ม แก้ไขรายคนภายหลังได้ และคนหนึ่งมีได้มากกว่าหนึ่งกลุ่ม"
        self.form.add_wide(label(note, "muted", wrap=True))
        self.form.add_wide(self.table)
        self.form.add("approver", "ผู้เห็นชอบ", self.approver)
        self.form.add("approved_on", "เมื่อวันที่", self.day)
        self.setMinimumWidth(self.theme.px(700))
        self.fit()

    def record(self) -> Callable[[], Area]:
        groups: dict[int, tuple[str, ...]] = {each.person.id: (each.group,) for each in self.suggested}
        approver, day, skills = typed(self.approver), self.day.day(), self.desk.services.skills
        return lambda: skills.assign_groups(groups, approver, day)
