"""The two superiors who agree to a plan: proposed from the register, found by any part of the name, typed at will."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from hrdesk.domain.superiors import NOBODY
from hrdesk.ui.kit.editors import DateField, Form, typed
from hrdesk.ui.kit.pick import suggest
from hrdesk.ui.kit.widgets import Field, button, column, label, row

if TYPE_CHECKING:
    from hrdesk.domain.idp import IdpRecord
    from hrdesk.services.skills.development import IdpChoices
    from hrdesk.ui.kit.theme import Theme

SUPERIORS = (("superior", "ผู้บังคับบัญชาชั้นต้น"), ("upper", "ผู้บังคับบัญชาเหนือขึ้นไป"))
PROPOSED = "ใช้ผู้บังคับบัญชาตามทะเบียน"


class Agreement(QWidget):
    def __init__(self, theme: Theme, idp: IdpRecord, choices: IdpChoices) -> None:
        super().__init__()
        self.above, self.known = choices.above, {one.name: one for one in (*choices.superiors, *choices.above)}
        self.form = Form(theme)
        self.form.add_wide(
            label("ผู้บังคับบัญชาสองระดับเห็นชอบแผน แล้วจึงเริ่มติดตาม เมื่อแก้สาระของแผนภายหลังต้องเห็นชอบใหม่", "muted", wrap=True)
        )
        self.names: dict[str, Field] = {}
        self.posts: dict[str, Field] = {}
        self.days: dict[str, DateField] = {}
        for key, who in SUPERIORS:
            self.names[key] = Field(f"ชื่อ{who}", "พิมพ์บางคำของชื่อ หรือกดลูกศรลง", getattr(idp, f"{key}_name"))
            self.posts[key] = Field(f"ตำแหน่ง{who}", text=getattr(idp, f"{key}_position"))
            self.days[key] = DateField(theme, f"วันที่{who}เห็นชอบ", getattr(idp, f"{key}_agreed_on"))
            suggest(self.names[key], tuple(self.known))
            suggest(self.posts[key], tuple(dict.fromkeys(one.position for one in self.known.values() if one.position)))
            self.names[key].textEdited.connect(partial(self._named, key))
            self.form.add(f"{key}_name", who, self.names[key])
            self.form.add(f"{key}_position", "ตำแหน่ง", self.posts[key])
            self.form.add(f"{key}_agreed_on", "เห็นชอบเมื่อ", self.days[key])
        told = ", ".join(one.name for one in self.above[:2])
        if not told:
            told = "ไม่พบผู้บังคับบัญชาในทะเบียน กรอกผู้ลงนามและหัวหน้าส่วนราชการได้ที่หน้าหน่วยงาน"
        self.propose_button = button(PROPOSED, self.propose)
        self.propose_button.setAutoDefault(False)
        proposed = row(theme, label(told, "small", wrap=True), self.propose_button)
        proposed.setStretch(0, 1)
        self.form.add_wide(proposed)
        box = column(theme, self.form, 1)
        box.setContentsMargins(0, theme.px(8), 0, 0)
        self.setLayout(box)

    def _named(self, key: str, text: str) -> None:
        """The post follows the name where the register knows it."""
        one = self.known.get(text.strip())
        if one is not None:
            self.posts[key].setText(one.position)

    def propose(self) -> None:
        for (key, _who), one in zip(SUPERIORS, (*self.above, NOBODY, NOBODY), strict=False):
            self.names[key].setText(one.name)
            self.posts[key].setText(one.position)

    def values(self) -> dict[str, Any]:
        """By the record's attribute."""
        found: dict[str, Any] = {}
        for key, _who in SUPERIORS:
            found[f"{key}_name"], found[f"{key}_position"] = typed(self.names[key]), typed(self.posts[key])
            found[f"{key}_agreed_on"] = self.days[key].day()
        return found

    def take(self, fresh: IdpRecord) -> None:
        """What the services made of the days."""
        for key, _who in SUPERIORS:
            self.days[key].set_day(getattr(fresh, f"{key}_agreed_on"))

    def freeze(self, *, frozen: bool) -> None:
        for part in (*self.names.values(), *self.posts.values(), *self.days.values()):
            part.setEnabled(not frozen)
        self.propose_button.setEnabled(bool(self.above) and not frozen)
