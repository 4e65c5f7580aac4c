"""Answers of the satisfaction form: one row for each sheet handed in, one column for each question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from hrdesk.domain.evaluation import LEVEL_WORDS, Question, Sheet, answered, level_of, owed_sheets
from hrdesk.domain.statistics import SCALE, scale_result
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.thai.text import clean
from hrdesk.ui.kit.clipboard import pasted_block
from hrdesk.ui.kit.entry_grid import EntryGrid, EntryModel
from hrdesk.ui.kit.keys import keys
from hrdesk.ui.kit.messages import UndoBar
from hrdesk.ui.kit.table import Column
from hrdesk.ui.kit.widgets import button, column, label, row, tool
from hrdesk.ui.training.class_tab import ClassTab

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.evaluation import AnswerCell
    from hrdesk.services import Area
    from hrdesk.services.deleted import Deleted
    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.entry_grid import Typed

FIRST = 1


@dataclass(frozen=True)
class OpinionData:
    questions: tuple[Question, ...]
    sheets: tuple[Sheet, ...]
    most: int  # people who can have handed one in


class OpinionModel(EntryModel[Sheet]):
    def __init__(self) -> None:
        super().__init__(())
        self.questions: tuple[Question, ...] = ()

    def show_sheets(self, data: OpinionData) -> bool:
        """True when the questions are others than before. A free row follows the last sheet."""
        new = self.questions != data.questions
        if new:
            self.questions = data.questions
            self.set_columns([
                Column("ฉบับที่", lambda s: str(s.number) if s.levels or s.comment else "ใหม่", "ฉบับที่", right=True,
                       tone=lambda s: "" if s.levels or s.comment else "muted"),
                *(self._question(number, one) for number, one in enumerate(data.questions, 1)),
                Column("ความคิดเห็นและข้อเสนอแนะ", lambda s: s.comment, stretch=True),
            ])  # fmt: skip
        free = Sheet(0, max((one.number for one in data.sheets), default=0) + 1, {})
        self.set_rows((*data.sheets, free) if len(data.sheets) < data.most else data.sheets)
        return new

    @staticmethod
    def _question(number: int, question: Question) -> Column[Sheet]:
        return Column(str(number), lambda s: str(s.levels.get(question.id, "")), "99", right=True)

    def can_edit(self, row: int, column: int) -> bool:
        return 0 <= row < len(self.rows) and FIRST <= column <= FIRST + len(self.questions)

    def cells_of(self, typed: Typed) -> dict[AnswerCell, int | str | None]:
        """Which answers were typed. ValueError for what is no level."""
        found: dict[AnswerCell, int | str | None] = {}
        for (at, place), text in typed.items():
            number = self.rows[at].number if at < len(self.rows) else self.rows[-1].number + at - len(self.rows) + 1
            if place - FIRST == len(self.questions):
                found[number, None] = clean(text)
                continue
            level = level_of(text) if text.strip() else None
            if text.strip() and level is None:
                raise ValueError(f"“{text.strip()}” ไม่ใช่ระดับ 1 ถึง 5")
            found[number, self.questions[place - FIRST].id] = level
        return found


class OpinionGrid(EntryGrid):
    """1 to 5 fill a cell and go on to the right; after the last question, to the next sheet."""

    def __init__(self, tab: OpinionTab, model: OpinionModel) -> None:
        super().__init__(tab.theme, "คำตอบแบบประเมิน", model)
        self.opinions = model

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        digit = event.text() in {str(level) for level in LEVEL_WORDS}
        if digit and FIRST <= here.column() < FIRST + len(self.opinions.questions):
            last = here.column() == FIRST + len(self.opinions.questions) - 1
            self.opinions.typed.emit({(here.row(), here.column()): event.text()})
            self.setCurrentIndex(self.opinions.index(here.row() + 1, FIRST) if last else here.siblingAtColumn(here.column() + 1))
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        """Beyond the free row there is room for every sheet pasted."""
        last = FIRST + len(self.opinions.questions)
        if cells := {at: text for at, text in pasted_block(self.currentIndex()).items() if FIRST <= at[1] <= last}:
            self.opinions.typed.emit(cells)


class OpinionTab(ClassTab):
    """Sheets may come in after the class was completed: it is never locked."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        theme = self.theme
        self.data: OpinionData | None = None
        self.model = OpinionModel()
        self.grid = OpinionGrid(self, self.model)
        self.grid.explain("ยังไม่มีผู้ที่เข้าอบรมให้ตอบแบบประเมิน เพิ่มรายชื่อที่แท็บ “ผู้เข้าอบรม”")
        self.model.typed.connect(self._typed)
        self.grid.selectionModel().currentChanged.connect(lambda _new, _old: self._describe())
        self.import_button = button("นำเข้าคำตอบ…", self.bring_in, name="นำเข้าคำตอบจากแบบฟอร์มออนไลน์")
        self.template_button = button("แบบกรอก…", self.save_blank, name="บันทึกแบบกรอกผลความพึงพอใจเป็น Excel เพื่อกรอกแล้วนำเข้า")
        self.questions_button = button("แก้ไขคำถาม…", self.edit_questions)
        self.delete_button = tool(theme, "delete", "ลบฉบับที่เลือก (Ctrl+Delete)", self.delete)
        self.question = label("", "", wrap=True)
        self.summary = label("", "small", wrap=True)
        self.undo = UndoBar(theme, self)
        bar = row(theme, self.import_button, self.template_button, self.questions_button, 1, *self.undo_tools(self.grid), self.delete_button)
        hint = label("พิมพ์ 5 มากที่สุด ถึง 1 น้อยที่สุด วางจาก Excel ได้ ไม่ระบุชื่อผู้ตอบ", "small")
        box = column(theme, bar, self.question, self.grid, self.summary, hint, self.told, self.undo, gap="xs")
        box.setStretch(2, 1)
        box.setContentsMargins(0, theme.px(8), 0, 0)
        self.setLayout(box)
        keys(self.grid, {"Ctrl+Del": self.delete})

    def reader(self) -> Callable[[], OpinionData]:
        services, class_id = self.services, self.class_id

        def work() -> OpinionData:
            opinions = services.opinions
            most = owed_sheets(tuple(one.result for one in services.classes.participants(class_id)))
            return OpinionData(opinions.questions(class_id), opinions.sheets(class_id), most)

        return work

    def show_data(self, data: OpinionData) -> None:
        self.data = data
        here = self.grid.currentIndex()
        place = (here.row(), here.column()) if here.isValid() else (len(data.sheets), FIRST)
        if self.model.show_sheets(data):
            self.grid.fit()
        self.grid.choose_row(min(place[0], self.model.rowCount() - 1), place[1])
        self._describe()

    def _describe(self) -> None:
        """The question of the current column, and how it was answered."""
        if self.data is None:
            return
        place = self.grid.currentIndex().column() - FIRST
        if not 0 <= place < len(self.data.questions):
            place = 0
        results = [self._result(one) for one in self.data.questions]
        if self.data.questions:
            one = self.data.questions[place]
            self.question.setText(f"ข้อ {place + 1} {one.section}: {one.text}")
        texts = [f"ตอบ {len(self.data.sheets)} จาก {self.data.most} คน"]
        if results and results[place].spread.mean is not None:
            texts.append(f"ข้อ {place + 1} เฉลี่ย {results[place].spread.mean} ({results[place].word})")
            given = [level for sheet in self.data.sheets for level in sheet.levels.values()]  # of retired questions too
            whole = scale_result([given.count(level) for level in SCALE])
            texts.append(f"ทุกข้อ เฉลี่ย {whole.spread.mean} ({whole.word})")
        self.summary.setText(" · ".join(texts))

    def _result(self, question: Question) -> Any:
        given = [s.levels.get(question.id) for s in self.data.sheets] if self.data else []
        return scale_result([given.count(level) for level in SCALE])

    def _typed(self, typed: Typed) -> None:
        try:
            self.edit("กรอกแบบประเมิน", self.model.cells_of(typed))
        except ValueError as error:
            self.tell(f"{error} ยังไม่ได้เปลี่ยนช่องใด", "error")

    def value_of(self, key: AnswerCell) -> int | str | None:
        number, question = key
        sheet = next((one for one in self.data.sheets if one.number == number), None) if self.data else None
        if question is None:
            return sheet.comment if sheet else ""
        return sheet.levels.get(question) if sheet else None

    def store(self, cells: dict[Any, Any]) -> None:
        """Shown at once, so that the next row is there for the next key."""
        if self.data is not None:
            sheets = answered(self.data.sheets, cells)
            self.data = replace(self.data, sheets=tuple(one for one in sheets if one.levels or one.comment))
            here = self.grid.currentIndex()
            self.model.show_sheets(self.data)
            self.grid.setCurrentIndex(self.model.index(here.row(), here.column()))
            self._describe()
        super().store(cells)

    def write(self, cells: Any) -> Callable[[], Area]:
        opinions, class_id = self.services.opinions, self.class_id
        return lambda: opinions.answer(class_id, cells)

    def show_class(self, class_id: int, *, locked: bool) -> None:  # noqa: ARG002 - see the class
        super().show_class(class_id, locked=False)

    def imported(self, ids: object) -> None:
        if isinstance(ids, tuple) and ids:
            opinions = self.services.opinions
            self.undo.offer(
                f"นำเข้าแบบประเมิน {len(ids)} ฉบับแล้ว",
                lambda: self.desk.change(self, lambda: opinions.delete_sheets(ids), lambda _removed: self.refresh()),
            )
        self.refresh()

    def delete(self) -> None:
        ids = sorted({self.model.rows[i.row()].id for i in self.grid.selectedIndexes() if self.model.rows[i.row()].id})
        opinions = self.services.opinions
        if ids:
            self.desk.change(self, lambda: opinions.delete_sheets(ids), self._deleted)

    def _deleted(self, removed: Deleted | None) -> None:
        self.stack.clear()
        if removed is not None:
            opinions = self.services.opinions
            self.undo.offer(f"ลบ{removed.name}แล้ว", lambda: self.desk.change(self, lambda: opinions.put_back(removed)))

    def save_blank(self) -> None:
        from hrdesk.ui.training.class_files import save_template  # noqa: PLC0415 - seldom

        save_template(self, "แบบกรอกความพึงพอใจ", self.services.class_templates.answers, people=False)

    def bring_in(self) -> None:
        from hrdesk.ui.training.class_files import import_answers  # noqa: PLC0415 - seldom

        import_answers(self)

    def edit_questions(self) -> None:
        from hrdesk.ui.training.question_dialog import QuestionDialog  # noqa: PLC0415 - seldom

        if self.data is not None:
            dialog = QuestionDialog(self, self.data.questions)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()


