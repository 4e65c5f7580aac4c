"""A new framework version from a file: columns put right, what changes shown, then stored."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from hrdesk.services.skills.framework_import import NewVersion
from hrdesk.services.skills.framework_sheet import (
    FRAME_WORDS,
    NEEDED,
    PART_WORDS,
    Frame,
    Layout,
    Part,
    headings,
    open_columns,
)
from hrdesk.ui.kit.editors import typed
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.widgets import ChoiceBox, Field, OneLine, choose, column, combo, label, refill, row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QBoxLayout

    from hrdesk.services import Area
    from hrdesk.services.sheets.sheet import Sheet
    from hrdesk.services.skills.framework_import import FrameworkReview
    from hrdesk.ui.kit.desk import Desk

_SHOWN = (Part.CODE, Part.NAME, Part.PARENT, Part.DESCRIPTION, Part.KIND, Part.BASIC, Part.RELATED)
_FEW = 12


class FrameworkDialog(RecordDialog):
    """What would come in is read again after each choice; errors keep the button closed."""

    def __init__(self, desk: Desk, sheet: Sheet, layout: Layout, stem: str, parent: QWidget) -> None:
        super().__init__(desk, "นำเข้ากรอบทักษะฉบับใหม่", parent, verb="นำเข้ากรอบทักษะ")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sheet, self.columns = sheet, layout
        self.review: FrameworkReview | None = None
        note = "กรอบที่มีอยู่และผลการประเมินที่บันทึกไว้ไม่เปลี่ยน กรอบใหม่เริ่มใช้เมื่อประกาศระยะภายใต้กรอบนั้น"
        self.form.add_wide(label(note, "muted", wrap=True))
        self.key = Field("รหัสกรอบ", "เช่น digital-2570", "".join(stem.split())[:40])
        self.version = Field("ฉบับ", "เช่น 2570")
        self.title = Field("ชื่อกรอบ", "เว้นว่างเพื่อใช้ชื่อในแฟ้ม")
        self.source = Field("ที่มา", "หน่วยงานที่ประกาศ หรือเอกสาร")
        for key, text, field in (
            ("key", "รหัสกรอบ", self.key), ("version", "ฉบับ", self.version), ("title", "ชื่อ", self.title),
            ("source", "ที่มา", self.source),
        ):  # fmt: skip
            self.form.add(key, text, field)
        self._part_boxes(headings(sheet, layout), layout)
        self.role_note = label(
            "คอลัมน์ต่อไปนี้ทำเครื่องหมายได้ว่าบทบาทใดต้องมีรายการใด เลือกบทบาทของแต่ละคอลัมน์ หรือไม่ใช้", "muted", wrap=True
        )
        self.told = label("", "", wrap=True)
        for part in (self.told, self.role_note, self._role_lines()):
            self.form.add_wide(part)
        self.key.editingFinished.connect(self._read)
        self.setMinimumWidth(self.theme.px(620))
        self.fit()
        self._read()

    def _part_boxes(self, heads: Sequence[str], layout: Layout) -> None:
        items = [(f"{text or 'ไม่มีหัวคอลัมน์'} (คอลัมน์ที่ {number + 1})", number) for number, text in enumerate(heads)]
        self.boxes: dict[Part, ChoiceBox] = {}
        for part in _SHOWN:
            first = [] if part in NEEDED and part in layout.columns else [("ไม่มี", None)]
            box = self.boxes[part] = combo(f"คอลัมน์ของ{PART_WORDS[part]}", [*first, *items])
            choose(box, layout.columns.get(part))
            box.activated.connect(self._chosen)
            self.form.add(part.value, PART_WORDS[part], box)

    def _chosen(self) -> None:
        for part, box in self.boxes.items():
            self.columns = self.columns.chosen(part, box.currentData())
        self._read()

    def _role_lines(self) -> QBoxLayout:
        """A box for each column that may come to mark what a role asks; those that hold a part are hidden."""
        self.role_boxes: dict[int, ChoiceBox] = {}
        self.role_lines: dict[int, QWidget] = {}
        lines = column(self.theme, gap="xs")
        for place, heading in open_columns(self.sheet, Layout(self.columns.top)):
            box = self.role_boxes[place] = combo(f"บทบาทของคอลัมน์ {heading}", [])
            box.activated.connect(partial(self._role_chosen, place))
            line = self.role_lines[place] = QWidget()
            inner = row(self.theme, OneLine(heading), box)
            inner.setStretch(0, 1)
            inner.setStretch(1, 2)
            line.setLayout(inner)
            lines.addWidget(line)
        return lines

    def _role_chosen(self, place: int, _index: int) -> None:
        self.columns = self.columns.asking(place, self.role_boxes[place].currentData())
        self._read()

    def _show_roles(self, review: FrameworkReview) -> None:
        """The roles to choose from are those of the framework as the sheet is read now."""
        framework, roles = review.framework, {place: role for role, place in review.layout.roles.items()}
        stages, groups = ({each.code: each.name for each in some} for some in (framework.stages, framework.groups))
        items = [(f"{stages[r.stage]} / {groups[r.group]}", (r.stage, r.group)) for r in framework.roles]
        shown = {place for place, _heading in open_columns(self.sheet, review.layout)}
        for place, box in self.role_boxes.items():
            refill(box, [("ไม่ใช้", None), *items])
            choose(box, roles.get(place))
            self.role_lines[place].setVisible(place in shown)
        self.role_note.setVisible(bool(shown))

    def _new(self) -> NewVersion:
        return NewVersion(typed(self.key), typed(self.version), typed(self.title), typed(self.source))

    def _read(self) -> None:
        skills, sheet, columns, new = self.desk.services.skills, self.sheet, self.columns, self._new()
        self.desk.read(self, lambda: skills.review_framework(sheet, columns, new), self._show, self._cannot)

    def _cannot(self, error: Exception) -> None:
        self.review = None
        self.save_button.setEnabled(False)
        self.told.setText(str(error))
        for part in (self.role_note, *self.role_lines.values()):
            part.hide()

    def _show(self, review: FrameworkReview) -> None:
        self.review = review
        self._show_roles(review)
        framework = review.framework
        parts = (
            (framework.areas, "ด้าน"), (framework.units, "หน่วย"), (framework.elements, "ความสามารถย่อย"),
            (framework.criteria, "เกณฑ์"), (framework.knowledge, "ความรู้"), (framework.experience, "ประสบการณ์"),
            (framework.traits, "คุณลักษณะ"), (framework.competencies, "สมรรถนะ"),
        )  # fmt: skip
        told = ["พบ " + " ".join(f"{len(found)} {word}" for found, word in parts), _frame_words(review)]
        for word, codes in (
            ("เพิ่มใหม่", review.added), ("ไม่มีแล้ว", review.removed), ("เปลี่ยนชื่อ", review.renamed),
            ("ไม่อยู่ในชุดของกลุ่มใด", review.without_role),
        ):  # fmt: skip
            if codes:
                more = f" และอีก {len(codes) - _FEW}" if len(codes) > _FEW else ""
                told.append(f"{word} {len(codes)} รายการ: {' '.join(codes[:_FEW])}{more}")
        told += [f"ต้องแก้ {problem.place}: {problem.text}" for problem in review.errors[:6]]
        self.told.setText("\n".join(told))
        self.save_button.setEnabled(not review.errors)

    def record(self) -> Callable[[], Area]:
        skills, sheet, columns, new = self.desk.services.skills, self.sheet, self.columns, self._new()
        return lambda: skills.add_framework(skills.review_framework(sheet, columns, new).demand_whole())


def _frame_words(review: FrameworkReview) -> str:
    """Whose stages, groups and role names they are."""
    framework = review.framework
    counts = ((Frame.STAGE, framework.stages), (Frame.GROUP, framework.groups), (Frame.ROLE, framework.roles))
    return "ใช้ " + " ".join(
        f"{len(found)} {FRAME_WORDS[frame]} ({_given(review.given.get(frame, 0), len(found))})" for frame, found in counts
    )


def _given(given: int, whole: int) -> str:
    if not given:
        return "ตามกรอบเดิม"
    return "จากแฟ้ม" if given >= whole else f"จากแฟ้ม {given}"
