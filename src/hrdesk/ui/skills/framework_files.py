"""The framework out to Excel, and a new version in: columns put right, what changes shown, then stored."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from hrdesk.services.skills.framework_import import NewVersion
from hrdesk.services.skills.framework_sheet import NEEDED, PART_WORDS, Part, headings
from hrdesk.ui.kit.editors import typed
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.widgets import ChoiceBox, Field, choose, combo, label
from hrdesk.written import write_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.services import Area
    from hrdesk.services.sheets.sheet import Sheet
    from hrdesk.services.skills.framework_import import FrameworkReview
    from hrdesk.services.skills.framework_sheet import Layout
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.skills.standards import StandardsSection

_SHOWN = (Part.CODE, Part.NAME, Part.PARENT, Part.DESCRIPTION, Part.KIND, Part.BASIC)
_FEW = 12


def export_framework(section: StandardsSection) -> None:
    name, _ = QFileDialog.getSaveFileName(section, "ส่งออกกรอบทักษะ", "กรอบทักษะ.xlsx", "Excel (*.xlsx)")
    if name:
        skills, target = section.services.skills, Path(name).with_suffix(".xlsx")
        section.desk.read(
            section,
            lambda: write_to(target, lambda: skills.write_framework(target)),
            lambda written: section.tell(f"ส่งออก {written.result} รายการแล้ว: {written.said} ใน {target.parent}"),
        )


def import_framework(section: StandardsSection) -> None:
    name, _ = QFileDialog.getOpenFileName(section, "นำเข้ากรอบทักษะ", "", "ตาราง (*.xlsx *.xls *.ods *.csv)")
    if not name:
        return

    def show(found: tuple[Sheet, Layout]) -> None:
        dialog = FrameworkDialog(section.desk, *found, Path(name).stem, section)
        dialog.saved.connect(lambda _value: section.refresh())
        dialog.open()

    skills = section.services.skills
    section.desk.read(section, lambda: skills.framework_sheet(Path(name)), show)


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
        heads = headings(sheet, layout)
        items = [(f"{text or 'ไม่มีหัวคอลัมน์'} (คอลัมน์ที่ {number + 1})", number) for number, text in enumerate(heads)]
        self.boxes: dict[Part, ChoiceBox] = {}
        for part in _SHOWN:
            first = [] if part in NEEDED and part in layout.columns else [("ไม่มี", None)]
            box = self.boxes[part] = combo(f"คอลัมน์ของ{PART_WORDS[part]}", [*first, *items])
            choose(box, layout.columns.get(part))
            box.activated.connect(self._chosen)
            self.form.add(part.value, PART_WORDS[part], box)
        self.told = label("", "", wrap=True)
        self.form.add_wide(self.told)
        self.key.editingFinished.connect(self._read)
        self.setMinimumWidth(self.theme.px(620))
        self.fit()
        self._read()

    def _chosen(self) -> None:
        for part, box in self.boxes.items():
            self.columns = self.columns.chosen(part, box.currentData())
        self._read()

    def _new(self) -> NewVersion:
        return NewVersion(typed(self.key), typed(self.version), typed(self.title), typed(self.source))

    def _read(self) -> None:
        skills, sheet, columns, new = self.desk.services.skills, self.sheet, self.columns, self._new()
        self.desk.read(self, lambda: skills.review_framework(sheet, columns, new), self._show, self._cannot)

    def _cannot(self, error: Exception) -> None:
        self.review = None
        self.save_button.setEnabled(False)
        self.told.setText(str(error))

    def _show(self, review: FrameworkReview) -> None:
        self.review = review
        framework = review.framework
        parts = (
            (framework.areas, "ด้าน"), (framework.units, "หน่วย"), (framework.elements, "ความสามารถย่อย"),
            (framework.criteria, "เกณฑ์"), (framework.knowledge, "ความรู้"), (framework.experience, "ประสบการณ์"),
            (framework.traits, "คุณลักษณะ"), (framework.competencies, "สมรรถนะ"),
        )  # fmt: skip
        told = ["พบ " + " ".join(f"{len(found)} {word}" for found, word in parts)]
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
