"""The questions of the satisfaction form: the office's own, and those of one class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.domain.evaluation import Question
from hrdesk.lazy_dataclass import replace
from hrdesk.services import Area
from hrdesk.thai.text import clean
from hrdesk.ui.kit.list_grid import ListColumn, ListGrid
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.widgets import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.ui.training.opinion_grid import OpinionTab

OFFICE, CLASS = "ทุกรุ่น", "เฉพาะรุ่นนี้"


class QuestionDialog(RecordDialog):
    """A row taken away is deleted, or retired when it has been answered; a changed row is the same question."""

    def __init__(self, tab: OpinionTab, questions: tuple[Question, ...]) -> None:
        super().__init__(tab.desk, "คำถามของแบบประเมิน", tab)
        self.class_id, self.before = tab.class_id, {str(one.id): one for one in questions}
        lines = [(one.section, one.text, OFFICE if one.class_id is None else CLASS, str(one.id)) for one in questions]
        self.grid = ListGrid(self.theme, "คำถาม 5 ระดับ", (
            ListColumn("ด้าน", "ด้านเนื้อหาหลักสูตร", read=clean), ListColumn("คำถาม", stretch=True, read=clean),
            ListColumn("ใช้กับ", "เฉพาะรุ่นนี้ ", choices=(OFFICE, CLASS)),
        ), lines, least=8)  # fmt: skip
        self.form.add_wide(self.grid)
        self.form.add_wide(label("คำถามที่มีผู้ตอบแล้วจะเลิกใช้ในครั้งต่อไป คำตอบเดิมยังอยู่ครบ", "small", wrap=True))
        self.resize(self.theme.px(760), self.theme.px(470))
        self.grid.grid.setFocus()

    def record(self) -> Callable[[], Area]:
        opinions = self.desk.services.opinions
        kept: dict[str, Question] = {}
        fresh: list[Question] = []
        for section, text, used, *known in self.grid.lines:
            before = self.before.get(known[0]) if known else None
            one = replace(before or Question(0, "", ""), section=section, text=text,
                          class_id=self.class_id if used == CLASS else None)  # fmt: skip
            if before is None:
                fresh.append(one)
            else:
                kept[known[0]] = one
        dropped = [one.id for key, one in self.before.items() if key not in kept]
        changed = [one for key, one in kept.items() if one != self.before[key]]

        def work() -> Area:
            for question in (*changed, *fresh):
                opinions.save_question(question)
            for number in dropped:
                opinions.drop_question(number)
            return Area.TRAINING

        return work
