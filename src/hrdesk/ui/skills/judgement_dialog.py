"""One person before one unit: the judgement with its evidence, criterion by criterion where there are some, and its past."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from hrdesk.domain.competency import HIGHEST
from hrdesk.domain.skill_terms import Rater, SkillKind
from hrdesk.domain.terms import term
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.services.skills.assessing import Entry, Occasion
from hrdesk.thai.dates import short_date
from hrdesk.thai.text import clean
from hrdesk.ui.kit.editors import DateField, TextArea, typed
from hrdesk.ui.kit.record_dialog import RecordDialog
from hrdesk.ui.kit.table import Column, RowsModel, Table
from hrdesk.ui.kit.widgets import ChoiceBox, Field, choose, combo, label
from hrdesk.ui.kit.words import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.competency import Person, Standing
    from hrdesk.domain.framework import Framework
    from hrdesk.services import Area
    from hrdesk.services.skills.assessing import Judged
    from hrdesk.services.skills.evidence import Evidence
    from hrdesk.ui.kit.desk import Desk

_UNIT_LEVELS: tuple[tuple[str, object], ...] = (("ยังไม่ประเมิน", None), ("ไม่ผ่าน", 0), ("ผ่าน", 1))


@dataclass(frozen=True)
class Judging:
    """Whom and what a dialog is about, with all that was said before."""

    framework: Framework
    person: Person
    standing: Standing
    occasion: Occasion
    past: tuple[Judged, ...] = ()
    trained: tuple[Evidence, ...] = ()


def open_judgement(desk: Desk, judging: Judging, parent: QWidget, judged: Callable[[int], object]) -> None:
    """`judged` is told whom the dialog recorded something of."""
    person, asked, skills = judging.person.id, judging.standing.requirement, desk.services.skills

    def read() -> Judging:
        past = skills.history(person, asked.framework, asked.code)
        return replace(judging, past=past, trained=skills.evidence(person, asked.key))

    def show(found: Judging) -> None:
        dialog = JudgementDialog(desk, found, parent)
        dialog.saved.connect(lambda _count: judged(person))
        dialog.open()

    desk.read_to_open(parent, read, show)


class JudgementDialog(RecordDialog):
    def __init__(self, desk: Desk, judging: Judging, parent: QWidget) -> None:
        person, standing, occasion, past = judging.person, judging.standing, judging.occasion, judging.past
        asked = standing.requirement
        super().__init__(desk, f"{person.name}: {asked.code}", parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.person, self.standing = person, standing
        self.form.add_wide(label(f"{asked.code} {asked.name}", "section", wrap=True))
        self.rater = combo("ผลของใคร", [(term(rater), rater) for rater in Rater])
        choose(self.rater, occasion.rater)
        self.form.add("rater", "ผลของใคร", self.rater)
        self.choices: dict[str, ChoiceBox] = {}
        current = {(judged.code, judged.rater): judged for judged in past if judged.archived_at is None}
        criteria = judging.framework.criteria_of(asked.code) if asked.kind is SkillKind.UNIT else ()
        for criterion in criteria:
            self._choice(criterion.code, f"{criterion.code} {criterion.name}", current.get((criterion.code, occasion.rater)))
        if not criteria:
            self._choice(asked.code, f"ระดับ (คาดหวัง {asked.expected})" if asked.is_graded else "ผล",
                         current.get((asked.code, occasion.rater)))  # fmt: skip
        self._current = current
        self.rater.activated.connect(self._rater_chosen)
        self._occasion = occasion
        held = self._held(occasion.rater)
        self.evidence = TextArea("หลักฐาน", held.evidence if held else "", lines=2)
        self.day = DateField(self.theme, "วันที่ประเมิน", occasion.on)
        self.assessor = Field("ผู้ประเมิน", "ชื่อผู้ประเมิน", self._assessor(held))
        self._proposed = self.evidence.toPlainText(), self.assessor.text()
        self.form.add("evidence", "หลักฐาน", self.evidence)
        self.form.add("assessed_on", "วันที่ประเมิน", self.day)
        self.form.add("assessor", "ผู้ประเมิน", self.assessor)
        if judging.trained:
            lines = "\n".join(f"• {one.text}" for one in judging.trained)
            self.form.add_wide(label(f"การอบรมที่สำเร็จในหลักสูตรที่พัฒนาทักษะนี้\n{lines}", "small", wrap=True))
        if past:
            self.form.add_wide(label("ประวัติการประเมิน", "small"))
            self.form.add_wide(self._history(past))
        self.setMinimumWidth(self.theme.px(640))
        self.fit()

    def _choice(self, code: str, text: str, held: Judged | None) -> None:
        levels = _UNIT_LEVELS
        if self.standing.requirement.is_graded:
            levels = (("ยังไม่ประเมิน", None), *((f"ระดับ {n}", n) for n in range(HIGHEST + 1)))
        box = self.choices[code] = combo(text, levels)
        choose(box, held.level if held else None)
        if len(text) > 24:  # a criterion's sentence stands above its field
            self.form.add_wide(label(text, "", wrap=True))
            text = ""
        self.form.add(code, text, box)

    def _rater_chosen(self) -> None:
        """What this rater said so far. Another's evidence and name are not this one's; what was typed stays."""
        for code, box in self.choices.items():
            held = self._current.get((code, self.rater.currentData()))
            choose(box, held.level if held else None)
        held, (evidence, assessor) = self._held(self.rater.currentData()), self._proposed
        if self.evidence.toPlainText() == evidence:
            evidence = held.evidence if held else ""
            self.evidence.setPlainText(evidence)
        if self.assessor.text() == assessor:
            assessor = self._assessor(held)
            self.assessor.setText(assessor)
        self._proposed = evidence, assessor

    def _held(self, rater: Rater) -> Judged | None:
        return next((judged for (_code, who), judged in self._current.items() if who is rater), None)

    def _assessor(self, held: Judged | None) -> str:
        if self._occasion.assessor and self.rater.currentData() is self._occasion.rater:
            return self._occasion.assessor
        return held.assessor if held else ""

    def _history(self, past: tuple[Judged, ...]) -> Table:
        columns: tuple[Column[Judged], ...] = (
            Column("วันที่", lambda r: short_date(r.assessed_on), "30 ก.ย. 2567"),
            Column("ผลของใคร", lambda r: term(r.rater), "ผู้บังคับบัญชาประเมิน"),
            Column("รหัส", lambda r: r.code, "DS101.1"),
            Column("ผล", self._said, "ไม่ผ่าน"),
            Column("หลักฐาน", lambda r: r.evidence or NOTHING, "", stretch=True),
            Column("", lambda r: "แทนที่แล้ว" if r.archived_at else "", "แทนที่แล้ว"),
        )
        table = Table(self.theme, "ประวัติการประเมิน", RowsModel(columns))
        table.rows.set_rows(past)
        table.setMinimumHeight(self.theme.row * 4)
        return table

    def _said(self, judged: Judged) -> str:
        if self.standing.requirement.is_graded:
            return f"ระดับ {judged.level}"
        return "ผ่าน" if judged.level else "ไม่ผ่าน"

    def save(self) -> None:
        if self.day.day() is None and not self.day.wrong:
            self.day.wrong = "กรุณากรอกวันที่"
        super().save()

    def record(self) -> Callable[[], tuple[int, Area]]:
        framework, evidence = self.standing.requirement.framework, clean(self.evidence.toPlainText())
        entries = [
            Entry(self.person.id, framework, code, box.currentData(), evidence) for code, box in self.choices.items()
        ]
        skills = self.desk.services.skills
        proposed = self._occasion.on, self._proposed[1]
        day, assessor = self.day.day() or date.min, typed(self.assessor)
        occasion = Occasion(self.rater.currentData(), day, assessor, corrects=(day, assessor) != proposed)
        return lambda: skills.record(entries, occasion)
