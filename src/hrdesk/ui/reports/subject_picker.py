"""What a form is printed for: choices side by side, shown as the form asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from hrdesk.domain.subject import CHOICE_WORDS, Choice, Option, Subject
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.ui.kit.widgets import ChoiceBox, choose, column, combo, label, row

if TYPE_CHECKING:
    from hrdesk.services.forms.service import FormsService
    from hrdesk.services.values import FormInfo
    from hrdesk.ui.kit.theme import Theme

ALL = "ทั้งหมด"
_WIDEST = 320  # pixels
_SHARE = 20  # of the line for a choice, against 1 for the white space behind the last
_LETTERS = 8  # of a choice that are always seen
_SEARCHED_FROM = 12  # options; more are found by typing


@dataclass(frozen=True)
class Picks:
    """The options of each choice of a form, and what is picked among them."""

    options: dict[Choice, tuple[Option, ...]]
    subject: Subject
    missing: Choice | None = None  # the first that must be chosen and has nothing to choose from


def settle_picks(forms: FormsService, info: FormInfo, wanted: Subject) -> Picks:
    """For the worker: what was wanted where it can be had, else the first, in the order of choosing."""
    subject, options = Subject(), {}
    missing: Choice | None = None
    for choice in info.choices:
        found = options[choice] = forms.options(choice, subject)
        pick = wanted.get(choice)
        if pick not in {option.id for option in found}:
            pick = found[0].id if found and choice in info.needs else None
        subject = replace(subject, **{choice.value: pick})
        if pick is None and choice in info.needs and missing is None:
            missing = choice
    return Picks(options, subject, missing)


class SubjectPicker(QWidget):
    """`changed` is sent when the officer picks; `subject` remembers also what the present form does not ask for."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.subject = Subject()
        self.boxes: dict[Choice, ChoiceBox] = {}
        self._parts: dict[Choice, QWidget] = {}
        for choice in Choice:
            box = self.boxes[choice] = combo(CHOICE_WORDS[choice])
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_LETTERS)
            box.activated.connect(self._picked)
            part = self._parts[choice] = QWidget()
            inner = column(theme, label(CHOICE_WORDS[choice], "small"), box, gap="xs")
            inner.setContentsMargins(0, 0, 0, 0)
            part.setLayout(inner)
            part.setMaximumWidth(theme.px(_WIDEST))
            part.hide()
        line = row(theme, *self._parts.values(), 1, gap="s")
        for place in range(len(self._parts)):
            line.setStretch(place, _SHARE)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)

    def show_picks(self, info: FormInfo, picks: Picks) -> None:
        for choice, box in self.boxes.items():
            options = picks.options.get(choice, ())
            shown = choice in info.needs or (choice in info.offers and bool(options))
            self._parts[choice].setVisible(shown)
            box.setEnabled(bool(options))
            _fill(box, options, optional=choice in info.offers)
            choose(box, picks.subject.get(choice))
        self.subject = replace(self.subject, **{c.value: picks.subject.get(c) for c in info.choices})

    def pick(self, subject: Subject) -> None:
        """Want these from now on; what `subject` leaves open stays."""
        wanted = {c.value: subject.get(c) for c in Choice if subject.get(c) is not None}
        self.subject = replace(self.subject, **wanted)

    def _picked(self, *_args: object) -> None:
        shown = {choice.value: box.currentData() for choice, box in self.boxes.items() if not self._parts[choice].isHidden()}
        self.subject = replace(self.subject, **shown)
        self.changed.emit()


def _fill(box: ChoiceBox, options: tuple[Option, ...], *, optional: bool) -> None:
    box.blockSignals(True)
    box.clear()
    if optional:
        box.addItem(ALL, None)
    for option in options:
        box.addItem(option.label, option.id)
    many = len(options) >= _SEARCHED_FROM
    if many != box.isEditable():
        box.setEditable(many)
    completer = box.completer()  # of an editable box alone
    if completer is not None:
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
    box.blockSignals(False)
