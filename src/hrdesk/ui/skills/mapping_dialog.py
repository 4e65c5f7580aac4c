"""How three taxonomies of the same people meet, and the office's own rules for who is suggested for which group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from hrdesk.domain.terms import PersonnelType, PositionType, term
from hrdesk.services.skills.group_rules import GroupRule, words_of
from hrdesk.ui.kit.list_grid import ListColumn, ListGrid
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import column, label
from hrdesk.ui.kit.words import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from enum import StrEnum

    from hrdesk.domain.taxonomy import GroupLink, Mapping, Rule, SkillLink
    from hrdesk.services import Area
    from hrdesk.services.skills.group_rules import Taxonomies
    from hrdesk.ui.kit.desk import Desk

_ASKED = [kind for kind in PersonnelType if kind is not PersonnelType.POLITICAL]


class MappingDialog(RecordDialog):
    def __init__(self, desk: Desk, found: Taxonomies, parent: QWidget) -> None:
        super().__init__(desk, "การเทียบกลุ่มเป้าหมาย", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.found = found
        self.groups = {group.name: group.code for group in found.framework.groups}
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("การเทียบกลุ่มเป้าหมายของกรอบทักษะ แนวทาง และทะเบียน")
        self.tabs.addTab(self._own(), "เกณฑ์ของหน่วยงาน")
        if found.mapping is not None:
            self._add_shipped(found.mapping)
        self.form.add_wide(self.tabs)
        self.setMinimumWidth(self.theme.px(760))
        self.fit()
        self.resize(self.theme.px(900), max(self.height(), self.theme.px(540)))

    def _own(self) -> QWidget:
        names = {code: name for name, code in self.groups.items()}
        note = (
            "กลุ่มที่โปรแกรมเสนอมาจากแถวแรกที่ตรงกับตำแหน่ง เกณฑ์ของหน่วยงานใช้ก่อนเกณฑ์ของโปรแกรม ช่องที่เว้นว่างใช้กับทุกคน"
            " การแก้เกณฑ์ไม่เปลี่ยนกลุ่มที่กำหนดไว้แล้ว"
        )
        self.grid = ListGrid(self.theme, "เกณฑ์จัดกลุ่ม", (
            ListColumn("กลุ่มที่เสนอ", "ผู้ทำงานด้านนโยบายและงานวิชาการ", choices=tuple(self.groups), read=self._group),
            ListColumn("ประเภทบุคลากร", "พนักงานจ้างตามภารกิจ", choices=_terms(_ASKED), read=_known(_ASKED)),
            ListColumn("ประเภทตำแหน่ง", "อำนวยการท้องถิ่น", choices=_terms(PositionType), read=_known(PositionType)),
            ListColumn("คำในชื่อตำแหน่ง (คั่นด้วยจุลภาค)", "", stretch=True),
        ), [
            (names.get(rule.group, rule.group), _word(rule.personnel_type), _word(rule.position_type), ", ".join(rule.title_words))
            for rule in self.found.own
        ], least=6)  # fmt: skip
        part = QWidget()
        part.setLayout(column(self.theme, label(note, "muted", wrap=True), self.grid, gap="s"))
        return part

    def _group(self, text: str) -> str:
        if text.strip() not in self.groups:
            raise ValueError("กรุณาเลือกจากรายการ")
        return text.strip()

    def _add_shipped(self, mapping: Mapping) -> None:
        groups = {group.code: group.name for group in self.found.framework.groups}
        guideline = self.found.guideline
        staff = {group.code: group.name for group in guideline.staff_groups}
        skills = {skill.code: skill.name for skill in guideline.digital_skills}
        self.tabs.addTab(_table(self, "เกณฑ์จัดกลุ่มของโปรแกรม", _rule_columns(groups), mapping.group_rules), "เกณฑ์ของโปรแกรม")
        links: tuple[Column[GroupLink], ...] = (
            Column("กลุ่มของกรอบทักษะ", lambda r: groups[r.group], "ผู้ทำงานด้านนโยบายและงานวิชาการ"),
            Column("แนวทาง 2566", lambda r: r.workforce, "Non-IT"),
            Column("กลุ่มตามสายอาชีพ", lambda r: ", ".join(staff[code] for code in r.staff_groups), "", stretch=True),
        )
        self.tabs.addTab(_table(self, "กลุ่มของกรอบทักษะกับแนวทาง", links, mapping.groups), "กับแนวทาง 2566")
        steps = _rule_columns(staff)
        self.tabs.addTab(_table(self, "กลุ่มตามสายอาชีพกับทะเบียน", steps, mapping.staff_group_rules), "สายอาชีพกับทะเบียน")
        units: tuple[Column[SkillLink], ...] = (
            Column("ทักษะดิจิทัลของแนวทาง", lambda r: skills[r.digital_skill], "ความสามารถในการใช้เทคโนโลยีดิจิทัล"),
            Column("หน่วยความสามารถ", lambda r: " ".join(r.units), "", stretch=True),
        )
        self.tabs.addTab(_table(self, "ทักษะดิจิทัลกับหน่วยความสามารถ", units, mapping.digital_skills), "ทักษะดิจิทัล 7 ด้าน")

    def record(self) -> Callable[[], Area]:
        rules = [
            GroupRule(
                group=self.groups.get(group, group),
                personnel_type=next((kind for kind in _ASKED if term(kind) == personnel), None),
                position_type=next((kind for kind in PositionType if term(kind) == position), None),
                title_words=words_of(words),
            )
            for group, personnel, position, words in self.grid.lines
        ]
        skills = self.desk.services.skills
        return lambda: skills.save_group_rules(rules)


def _terms(kinds: Iterable[StrEnum]) -> tuple[str, ...]:
    return tuple(map(term, kinds))


def _known(kinds: Iterable[StrEnum]) -> Callable[[str], str]:
    words = frozenset(map(term, kinds))

    def read(text: str) -> str:
        if text.strip() not in words:
            raise ValueError("กรุณาเลือกจากรายการ")
        return text.strip()

    return read


def _word(kind: StrEnum | None) -> str:
    return "" if kind is None else term(kind)


def _rule_columns(names: dict[str, str]) -> tuple[Column[Rule], ...]:
    return (
        Column("กลุ่ม", lambda r: names[r.suggests], "ผู้ทำงานด้านนโยบายและงานวิชาการ"),
        Column("ประเภทตำแหน่ง", lambda r: _all(r.position_types), "อำนวยการท้องถิ่น"),
        Column("คำในชื่อตำแหน่ง", lambda r: ", ".join(r.title_words) or NOTHING, "คอมพิวเตอร์, เทคโนโลยี"),
        Column("เหตุผล", lambda r: r.reason, "", stretch=True),
    )


def _all(kinds: Iterable[StrEnum]) -> str:
    return ", ".join(sorted(map(term, kinds))) or NOTHING


def _table(dialog: MappingDialog, name: str, columns: Sequence[Column[Any]], rows: Sequence[Any]) -> Table:
    table = Table(dialog.theme, name, RowsModel(columns))
    table.rows.set_rows(rows)
    return table
