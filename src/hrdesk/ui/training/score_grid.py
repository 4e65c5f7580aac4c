"""Marks of the tests before and after, typed or pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.evaluation import gain
from hrdesk.domain.statistics import Score, gain_result, points
from hrdesk.domain.terms import term
from hrdesk.domain.training_terms import Result, TestKind
from hrdesk.ui.kit.entry_grid import EntryGrid, EntryModel
from hrdesk.ui.kit.number_field import decimal_text, read_decimal
from hrdesk.ui.kit.table import Column
from hrdesk.ui.kit.widgets import button, column, empty_state, frame, label, row
from hrdesk.ui.kit.words import NOTHING
from hrdesk.ui.training.class_tab import ClassTab

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.training import Participant, TrainingClass
    from hrdesk.services import Area
    from hrdesk.services.training.values import ScoreSheet
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.entry_grid import Typed

Key = tuple[int, TestKind]
FIRST = 2


class ScoreModel(EntryModel["Participant"]):
    def __init__(self) -> None:
        super().__init__(())
        self.sheet: ScoreSheet | None = None
        self.kinds: tuple[TestKind, ...] = ()
        self.locked = False

    def show_sheet(self, sheet: ScoreSheet, value: TrainingClass, *, locked: bool) -> None:
        self.sheet, self.locked = sheet, locked
        self.kinds = tuple(test.kind for test in value.tests)
        heads = [f"{term(t.kind)} (เต็ม {decimal_text(t.full)})" for t in value.tests]
        self.set_columns([
            Column("ชื่อ-สกุล", lambda p: p.name, "นางสาวปิ่นแก้ว ฟ้าใสสว่างจันทร์"),
            Column("สังกัด", lambda p: p.post.unit or NOTHING, "งานวิเคราะห์นโยบาย"),
            *(self._test(kind, head) for kind, head in zip(self.kinds, heads, strict=True)),
            Column("เพิ่มขึ้น", self._gain, "-99.99", right=True),
            Column("ผล", lambda p: term(p.result), "ไม่เข้าอบรม", stretch=True,
                   tone=lambda p: "muted" if p.result is Result.PENDING else ""),
        ])  # fmt: skip
        self.set_rows(sheet.participants)

    def _test(self, kind: TestKind, head: str) -> Column[Participant]:
        return Column(head, lambda p: self._mark(p, kind), "999.99", right=True)

    def score(self, person: Participant, kind: TestKind) -> int | None:
        return self.sheet.scores.get((person.id, kind)) if self.sheet else None

    def _mark(self, person: Participant, kind: TestKind) -> str:
        score = self.score(person, kind)
        return "" if score is None else decimal_text(score) or "0"

    def _gain(self, person: Participant) -> str:
        found = gain(self.score(person, TestKind.PRE), self.score(person, TestKind.POST))
        return NOTHING if found is None else ("-" if found < 0 else "") + (decimal_text(abs(found)) or "0")

    def key(self, at: int, column_at: int) -> Key | None:
        inside = 0 <= at < len(self.rows) and 0 <= column_at - FIRST < len(self.kinds)
        return (self.rows[at].id, self.kinds[column_at - FIRST]) if inside else None

    def can_edit(self, row: int, column: int) -> bool:
        there = self.key(row, column) is not None
        return there and not self.locked and self.rows[row].result is not Result.ABSENT


class ScoreTab(ClassTab):
    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.model = ScoreModel()
        self.grid = EntryGrid(theme, "คะแนนทดสอบ", self.model)
        self.grid.explain("ยังไม่มีผู้เข้าอบรมให้กรอกคะแนน เพิ่มรายชื่อที่แท็บ “ผู้เข้าอบรม”")
        self.model.typed.connect(self._typed)
        self.import_button = button("นำเข้า…", self.bring_in, name="นำเข้าคะแนนจากแฟ้ม")
        self.template_button = button("แบบกรอก…", self.save_blank, name="บันทึกแบบกรอกคะแนนเป็น Excel เพื่อกรอกแล้วนำเข้า")
        self.summary = label("", "small", wrap=True)
        bar = row(theme, self.import_button, self.template_button, 1, *self.undo_tools(self.grid), gap="s")
        listed = frame(column(theme, self.grid, self.summary, gap="xs"))
        empty = empty_state(theme, "ยังไม่มีแบบทดสอบหรือผู้เข้าอบรม กำหนดคะแนนเต็มในข้อมูลรุ่น และเพิ่มรายชื่อที่แท็บ “ผู้เข้าอบรม”")
        self.lay(bar, listed, empty)

    def reader(self) -> Callable[[], tuple[ScoreSheet, TrainingClass]]:
        services, class_id = self.services, self.class_id
        return lambda: (services.scores.sheet(class_id), services.classes.load(class_id))

    def show_data(self, data: tuple[ScoreSheet, TrainingClass]) -> None:
        sheet, value = data
        here = self.grid.currentIndex()
        place = (here.row(), here.column()) if here.isValid() else (0, FIRST)
        columns = len(self.model.columns)
        self.model.show_sheet(sheet, value, locked=self.locked)
        if len(self.model.columns) != columns:
            self.grid.fit()
        there = bool(sheet.participants and value.tests)
        self.show_list(there)
        self.template_button.setEnabled(there)
        self.import_button.setEnabled(there and not self.locked)
        if there:
            self.grid.choose_row(*place)
        self._summarise(sheet, value)

    def _summarise(self, sheet: ScoreSheet, value: TrainingClass) -> None:
        test = value.test(TestKind.POST)
        scores = [
            Score(points(sheet.scores.get((p.id, TestKind.PRE))), points(sheet.scores.get((p.id, TestKind.POST))))
            for p in sheet.participants
        ]
        found = gain_result(scores, points(test.passing) if test else None)
        parts = [
            f"{name} {one.n} คน เฉลี่ย {one.mean}"
            for name, one in (("ก่อนอบรม", found.before), ("หลังอบรม", found.after), ("เพิ่มขึ้น", found.gain))
            if one.mean is not None
        ]
        if test is not None:
            parts.append(f"ผ่านเกณฑ์ {decimal_text(test.passing)} คะแนน {found.passed} คน")
        self.summary.setText(" · ".join(parts))

    def value_of(self, key: Key) -> int | None:
        return self.model.sheet.scores.get(key) if self.model.sheet else None

    def write(self, cells: Mapping[Key, int | None]) -> Callable[[], Area]:
        scores, class_id = self.services.scores, self.class_id
        return lambda: scores.write(class_id, cells)

    def _typed(self, cells: Typed) -> None:
        marks: dict[Key | None, int | None] = {}
        for cell, text in cells.items():
            try:
                marks[self.model.key(*cell)] = read_decimal(text) if text.strip() else None
            except ValueError:
                self.tell(f"“{text}” ไม่ใช่คะแนน ยังไม่ได้เปลี่ยนช่องใด", "error")
                return
        self.edit("กรอกคะแนน", marks)

    def save_blank(self) -> None:
        from hrdesk.ui.training.class_files import save_template  # noqa: PLC0415 - seldom

        save_template(self, "แบบกรอกคะแนน", self.services.class_templates.scores)

    def bring_in(self) -> None:
        from hrdesk.ui.training.class_files import import_scores  # noqa: PLC0415 - seldom

        import_scores(self)
