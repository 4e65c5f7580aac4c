"""The framework out to Excel, and the file of a new version in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from hrdesk.ui.kit.preferences import chosen_file
from hrdesk.written import write_to

if TYPE_CHECKING:
    from hrdesk.services.sheets.sheet import Sheet
    from hrdesk.services.skills.framework_sheet import Layout
    from hrdesk.ui.skills.standards import StandardsSection


def export_framework(section: StandardsSection) -> None:
    name, _ = QFileDialog.getSaveFileName(section, "ส่งออกกรอบทักษะ", "กรอบทักษะ.xlsx", "Excel (*.xlsx)")
    if name:
        skills, target = section.services.skills, chosen_file(name, ".xlsx")
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
        from hrdesk.ui.skills.framework_dialog import FrameworkDialog  # noqa: PLC0415 - seldom

        dialog = FrameworkDialog(section.desk, *found, Path(name).stem, section)
        dialog.saved.connect(lambda _value: section.refresh())
        dialog.open()

    skills = section.services.skills
    section.desk.read(section, lambda: skills.framework_sheet(Path(name)), show)
