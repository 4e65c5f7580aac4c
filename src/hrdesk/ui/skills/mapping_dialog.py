"""How three taxonomies of the same people meet, and the office's own rules for who is suggested for which group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from hrdesk.domain.terms import PositionType, term
from hrdesk.lazy_dataclass import replace
from hrdesk.services.skills.group_rules import GroupRule, words_of
from hrdesk.ui.kit.list_grid import ListColumn, ListGrid
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import button, column, label, row
from hrdesk.ui.kit.words import NOTHING
from hrdesk.ui.skills.mapping_grids import ASKED, GroupLinks, SkillLinks, StepRules, chosen_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from enum import StrEnum

    from hrdesk.domain.taxonomy import Rule
    from hrdesk.services import Area
    from hrdesk.services.skills.mappings import Taxonomies
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.list_grid import Line


class MappingDialog(RecordDialog):
    """`found` is what there was before; each list is typed with undo of its own and can go back to the program's."""

    def __init__(self, desk: Desk, found: Taxonomies, parent: QWidget) -> None:
        super().__init__(desk, "การเทียบกลุ่มเป้าหมาย", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.found = found
        self.groups = {group.name: group.code for group in found.framework.groups}
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("การเทียบกลุ่มเป้าหมายของกรอบทักษะ แนวทาง และทะเบียน")
        self.tabs.addTab(self._own(), "เกณฑ์ของหน่วยงาน")
        names = {group.code: group.name for group in found.framework.groups}
        rules = _table(self, "เกณฑ์จัดกลุ่มของโปรแกรม", _rule_columns(names), found.mapping.group_rules)
        self.tabs.addTab(rules, "เกณฑ์ของโปรแกรม")
        self._add_links()
        self.form.add_wide(self.tabs)
        self.setMinimumWidth(self.theme.px(760))
        self.fit()
        self.resize(self.theme.px(980), max(self.height(), self.theme.px(560)))

    def _own(self) -> QWidget:
        names = {code: name for name, code in self.groups.items()}
        note = (
            "กลุ่มที่โปรแกรมเสนอมาจากแถวแรกที่ตรงกับตำแหน่ง เกณฑ์ของหน่วยงานใช้ก่อนเกณฑ์ของโปรแกรม ช่องที่เว้นว่างใช้กับทุกคน"
            " การแก้เกณฑ์ไม่เปลี่ยนกลุ่มที่กำหนดไว้แล้ว"
        )
        self.grid = ListGrid(self.theme, "เกณฑ์จัดกลุ่ม", (
            ListColumn("กลุ่มที่เสนอ", "ผู้ทำงานด้านนโยบายและงานวิชาการ", choices=tuple(self.groups), read=chosen_of(self.groups)),
            ListColumn("ประเภทบุคลากร", "พนักงานจ้างตามภารกิจ", choices=_terms(ASKED), read=chosen_of(_terms(ASKED))),
            ListColumn("ประเภทตำแหน่ง", "อำนวยการท้องถิ่น", choices=_terms(PositionType), read=chosen_of(_terms(PositionType))),
            ListColumn("คำในชื่อตำแหน่ง (คั่นด้วยจุลภาค)", "", stretch=True),
        ), [
            (names.get(rule.group, rule.group), _word(rule.personnel_type), _word(rule.position_type), ", ".join(rule.title_words))
            for rule in self.found.own
        ], least=6)  # fmt: skip
        part = QWidget()
        part.setLayout(column(self.theme, label(note, "muted", wrap=True), self.grid, gap="s"))
        return part

    def _add_links(self) -> None:
        found, now, shipped = self.found, self.found.mapping, self.found.shipped
        self.of_groups = GroupLinks(found.framework, found.guideline)
        self.of_steps = StepRules(found.guideline)
        self.of_skills = SkillLinks(found.framework, found.guideline)
        lines = self.of_groups.lines
        self.group_grid = self._linked(self.of_groups, "กับแนวทาง 2566", lines(now.groups), lines(shipped.groups))
        steps = self.of_steps.lines
        self.step_grid = self._linked(
            self.of_steps, "สายอาชีพกับทะเบียน", steps(now.staff_group_rules), steps(shipped.staff_group_rules)
        )
        skills = self.of_skills.lines
        self.skill_grid = self._linked(
            self.of_skills, "ทักษะดิจิทัล 7 ด้าน", skills(now.digital_skills), skills(shipped.digital_skills)
        )

    def _linked(
        self, kind: GroupLinks | StepRules | SkillLinks, title: str, now: Sequence[Line], shipped: Sequence[Line]
    ) -> ListGrid:
        grid = ListGrid(self.theme, kind.title, kind.columns, now, least=5)
        restore = button("ใช้ของโปรแกรม", lambda: grid.take(shipped), name=f"ใช้{kind.title}ของโปรแกรม")
        restore.setAutoDefault(False)

        def tell() -> None:
            restore.setEnabled(list(grid.lines) != list(shipped))

        grid.changed.connect(tell)
        tell()
        note = row(self.theme, label(kind.note, "muted", wrap=True), restore)
        note.setStretch(0, 1)
        part = QWidget()
        part.setLayout(column(self.theme, note, grid, gap="s"))
        self.tabs.addTab(part, title)
        return grid

    def record(self) -> Callable[[], Area]:
        rules = [
            GroupRule(
                group=self.groups.get(group, group),
                personnel_type=next((kind for kind in ASKED if term(kind) == personnel), None),
                position_type=next((kind for kind in PositionType if term(kind) == position), None),
                title_words=words_of(words),
            )
            for group, personnel, position, words in self.grid.lines
        ]
        mapping = replace(
            self.found.mapping,
            groups=self.of_groups.links(self.group_grid.lines),
            digital_skills=self.of_skills.links(self.skill_grid.lines),
            staff_group_rules=self.of_steps.rules(self.step_grid.lines),
        )
        skills = self.desk.services.skills
        return lambda: skills.save_taxonomies(rules, mapping)


def _terms(kinds: Iterable[StrEnum]) -> tuple[str, ...]:
    return tuple(map(term, kinds))


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
