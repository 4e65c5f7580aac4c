"""The short lists of a plan: committees, who is responsible for what, monitoring rounds; and the dialogs of their items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hrdesk.domain.plan import CommitteeMember, MonitoringRound, Responsible
from hrdesk.domain.terms import CommitteeKind, CommitteeRole, term
from hrdesk.lazy_dataclass import replace
from hrdesk.thai.dates import short_date
from hrdesk.thai.text import clean
from hrdesk.ui.kit.editors import DateField, TextArea, typed
from hrdesk.ui.kit.item_dialog import ItemDialog
from hrdesk.ui.kit.list_section import ListKind
from hrdesk.ui.kit.pick import PickBox
from hrdesk.ui.kit.table import Column
from hrdesk.ui.kit.widgets import Field, choose, combo
from hrdesk.ui.kit.words import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from hrdesk.domain.office import Position
    from hrdesk.domain.plan import PlanDraft
    from hrdesk.ui.kit.list_section import ListSection
    from hrdesk.ui.kit.theme import Theme
    from hrdesk.ui.plan.draft import DraftHolder


class MemberDialog(ItemDialog):
    """A seat by its post, somebody of the register, or somebody from outside; all of it can be typed over."""

    def __init__(
        self, theme: Theme, member: CommitteeMember, posts: Iterable[Position], parent: QWidget
    ) -> None:
        super().__init__(theme, term(member.committee), parent)
        self.member = member
        held = [post for post in posts if post.staff_id is not None]
        self._posts = {post.staff_id: post for post in held}
        people = [(f"{post.holder} · {post.title}", post.staff_id) for post in held]
        self.person = PickBox("บุคลากรในทะเบียน", [("บุคคลภายนอก หรือโดยตำแหน่ง", None), *people], member.staff)
        self.person.activated.connect(self._picked)
        self.position = Field("ตำแหน่งของกรรมการ", "เช่น นายกเทศมนตรี", member.position)
        self.name = Field("ชื่อ-สกุล", "เว้นว่างได้ถ้าแต่งตั้งโดยตำแหน่ง", member.name)
        self.role = combo("ฐานะในคณะกรรมการ", [(term(one), one) for one in CommitteeRole])
        choose(self.role, member.role)
        self.form.add("person", "จากทะเบียน", self.person)
        self.form.add("position", "ตำแหน่ง", self.position)
        self.form.add("name", "ชื่อ-สกุล", self.name)
        self.form.add("role", "ฐานะ", self.role)
        self.position.setFocus()

    def _picked(self, _index: int) -> None:
        post = self._posts.get(self.person.currentData())
        if post is not None:
            self.position.setText(post.title)
            self.name.setText(post.holder)

    def value(self) -> CommitteeMember | None:
        position, name = typed(self.position), typed(self.name)
        if not position and not name:
            self.refuse("กรุณากรอกตำแหน่งหรือชื่อ", self.position)
            return None
        staff = self.person.currentData()
        return replace(self.member, position=position, name=name, role=self.role.currentData(), staff=staff)


class ResponsibleDialog(ItemDialog):
    def __init__(self, theme: Theme, one: Responsible, parent: QWidget) -> None:
        super().__init__(theme, "ผู้รับผิดชอบและหน้าที่", parent)
        self.one = one
        self.title = Field("ผู้รับผิดชอบ", "เช่น งานการเจ้าหน้าที่", one.title)
        self.note = Field("คำอธิบาย", "เว้นว่างได้", one.note)
        self.duties = TextArea("หน้าที่ บรรทัดละข้อ", "\n".join(one.duties), lines=6)
        self.form.add("title", "ผู้รับผิดชอบ", self.title)
        self.form.add("note", "คำอธิบาย", self.note)
        self.form.add("duties", "หน้าที่\nบรรทัดละข้อ", self.duties)
        self.title.setFocus()

    def value(self) -> Responsible | None:
        title = typed(self.title)
        if not title:
            self.refuse("กรุณากรอกผู้รับผิดชอบ", self.title)
            return None
        duties = tuple(line for line in clean(self.duties.toPlainText()).split("\n") if line)
        return Responsible(title, typed(self.note), duties)


class RoundDialog(ItemDialog):
    def __init__(self, theme: Theme, one: MonitoringRound, years: Sequence[int], parent: QWidget) -> None:
        super().__init__(theme, "การติดตามประเมินผล", parent)
        self.one = one
        self.year = combo("ปีงบประมาณ", [(str(year), year) for year in sorted({*years, one.year})])  # a stray one too
        choose(self.year, one.year)
        self.number = combo("ครั้งที่", [(str(n), n) for n in range(1, max(12, one.number) + 1)])
        choose(self.number, one.number)
        self.due = DateField(theme, "กำหนดวันติดตาม", one.due)
        self.form.add("year", "ปีงบประมาณ", self.year)
        self.form.add("number", "ครั้งที่", self.number)
        self.form.add("due", "กำหนดภายในวันที่", self.due)
        self.due.setFocus()

    def value(self) -> MonitoringRound | None:
        due = self.due.day()
        if self.due.wrong:
            self.refuse(self.due.wrong, self.due)
            return None
        return MonitoringRound(self.year.currentData(), self.number.currentData(), due)


def committee_kind(committee: CommitteeKind, holder: DraftHolder) -> ListKind:
    def put(draft: PlanDraft, members: tuple[Any, ...]) -> PlanDraft:
        others = [m for m in draft.committee if m.committee is not committee]
        parts = (members, others) if committee is CommitteeKind.PLANNING else (others, members)
        return replace(draft, committee=(*parts[0], *parts[1]))

    return ListKind(
        title=term(committee),
        noun="กรรมการ",
        columns=(
            Column("ตำแหน่ง", lambda m: m.position or NOTHING, "หัวหน้าสำนักปลัดเทศบาล", stretch=True),
            Column("ชื่อ-สกุล", lambda m: m.name or NOTHING, "นายสมชาย ใจดี"),
            Column("ฐานะ", lambda m: term(m.role), "กรรมการ/ผู้ช่วยเลขานุการ"),
        ),
        get=lambda draft: [m for m in draft.committee if m.committee is committee],
        put=put,
        new=lambda _draft: CommitteeMember("", CommitteeRole.MEMBER, committee),
        dialog=lambda theme, _draft, item, parent: MemberDialog(theme, item, holder.office.positions, parent),
    )


RESPONSIBLE = ListKind(
    title="ผู้รับผิดชอบ (ข้อ 5.3)",
    noun="ผู้รับผิดชอบ",
    columns=(
        Column("ผู้รับผิดชอบ", lambda one: one.title, "คณะกรรมการจัดทำแผนพัฒนา"),
        Column("หน้าที่", lambda one: "; ".join(one.duties) or NOTHING, stretch=True),
    ),
    get=lambda draft: draft.responsible,
    put=lambda draft, items: replace(draft, responsible=items),
    new=lambda _draft: Responsible(""),
    dialog=lambda theme, _draft, item, parent: ResponsibleDialog(theme, item, parent),
)


def _new_round(draft: PlanDraft) -> MonitoringRound:
    years = [year.be for year in draft.period.years]
    held = {year: sum(r.year == year for r in draft.rounds) for year in years}
    year = min(years, key=lambda y: (held[y], y))
    return MonitoringRound(year, held[year] + 1)


ROUNDS = ListKind(
    title="การติดตามประเมินผล",
    noun="ครั้งการติดตาม",
    columns=(
        Column("ปีงบประมาณ", lambda one: str(one.year), "ปีงบประมาณ", right=True),
        Column("ครั้งที่", lambda one: str(one.number), "99", right=True),
        Column("กำหนดภายในวันที่", lambda one: short_date(one.due) if one.due else NOTHING, stretch=True),
    ),
    get=lambda draft: sorted(draft.rounds, key=lambda r: (r.year, r.number)),
    put=lambda draft, items: replace(draft, rounds=tuple(sorted(items, key=lambda r: (r.year, r.number)))),
    new=_new_round,
    dialog=lambda theme, draft, item, parent: RoundDialog(
        theme, item, [year.be for year in draft.period.years], parent
    ),
    ordered=False,
)


def show_round(section: ListSection, path: str) -> None:
    """The row of `rounds.2565.2`, or the first of its year."""
    _, _, where = path.partition(".")
    section.table.choose_where(lambda one: f"{one.year}.{one.number}" == where or str(one.year) == where)
    section.table.setFocus()
