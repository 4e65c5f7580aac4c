"""What importing a list would change in the register. Reads values, writes nothing.

A row is *new* when neither its post nor its person is in the register, *same* when nothing of it differs,
*changed* otherwise; a cell left blank in the list changes nothing. Whoever holds a post that the list gives to
somebody else, or calls vacant, stays in the register without a post.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, fields
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from hrdesk.domain.office import OrgUnit, PositionLine
from hrdesk.domain.staff import PersonRecord, PositionRecord, check_person, masked_national_id
from hrdesk.domain.terms import LEVELS_OF, Level, PersonnelType, term
from hrdesk.lazy_dataclass import dataclass, replace
from hrdesk.progress import counted
from hrdesk.services.staffing.cells import Unreadable, text_of, title_key
from hrdesk.services.staffing.entry import Entry, Ignored, Person, Reading, Repeating, WrongCell
from hrdesk.services.staffing.fields import LABELS, Field
from hrdesk.services.staffing.lines import Lines, line_key, personnel_type_of
from hrdesk.services.staffing.matching import match
from hrdesk.services.staffing.units import Units
from hrdesk.thai.dates import numeric_date
from hrdesk.thai.titles import full_title

if TYPE_CHECKING:
    from hrdesk.services.staffing.matching import Match

VACANT = "(ว่าง)"
_KINDS = {PersonnelType.REGULAR, PersonnelType.TRANSFERRED}  # a transferred post is in the list of regular ones
_PERSON_FIELDS: dict[str, Field] = {
    "title": Field.PREFIX,
    "first_name": Field.FIRST,
    "last_name": Field.LAST,
    "national_id": Field.NATIONAL_ID,
    "birth_date": Field.BIRTH,
    "start_date": Field.START,
    "education": Field.EDUCATION,
    "personnel_type": Field.PERSONNEL_TYPE,
    "note": Field.NOTE,
}


_STATED = tuple(name for name in _PERSON_FIELDS if name != "personnel_type")


class Status(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"


class Policy(StrEnum):
    """What happens to rows whose post or person is in the register already."""

    UPDATE = "update"  # the list is right
    KEEP = "keep"  # the register is right; the list only fills what is empty
    SKIP = "skip"  # left alone


@dataclass(frozen=True, slots=True)
class Register:
    """What the register holds, those who left included."""

    positions: tuple[PositionRecord, ...] = ()
    people: tuple[PersonRecord, ...] = ()
    units: tuple[OrgUnit, ...] = ()
    lines: tuple[PositionLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class RowResult:
    """One row with what would be stored: ids are 0 for new records, and negative for new units and lines."""

    entry: Entry
    status: Status
    changes: tuple[Change, ...] = ()
    position: PositionRecord | None = None
    person: PersonRecord | None = None
    replaced: int | None = None  # who holds the post now and will not any more
    known_position: PositionRecord | None = None
    known_person: PersonRecord | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    rows: tuple[RowResult, ...]
    wrong: tuple[WrongCell, ...]
    ignored: tuple[Ignored, ...]
    repeating: tuple[Repeating, ...]
    new_units: tuple[OrgUnit, ...]
    new_lines: tuple[PositionLine, ...]
    positions: int  # rows of posts, the wrong ones included
    vacant: int  # of these

    def count(self, status: Status) -> int:
        return sum(row.status is status for row in self.rows)

    @property
    def changes_nothing(self) -> bool:
        return all(row.status is Status.SAME for row in self.rows)


Place: TypeAlias = tuple[str, int]  # sheet, and row from 1
NO_ROWS: Mapping[Place, Policy] = MappingProxyType({})


def compare(
    reading: Reading,
    register: Register,
    today: date,
    policy: Policy = Policy.UPDATE,
    own: Mapping[Place, Policy] = NO_ROWS,
) -> Preview:
    """`own` are the rows for which something else than `policy` was decided."""
    return _Comparison(reading, register, today, policy, own).preview()


@dataclass
class _Comparison:
    reading: Reading
    register: Register
    today: date
    policy: Policy
    own: Mapping[Place, Policy]
    rows: list[RowResult] = field(default_factory=list)
    wrong: list[WrongCell] = field(default_factory=list)

    def preview(self) -> Preview:
        self._lines, self._units = Lines(self.register.lines), Units(self.register.units)
        self._holders = {p.position_id: p for p in self.register.people if p.position_id is not None}
        self._posts = {p.id: p for p in self.register.positions}
        matches, wrong = match(self.reading.entries, self.register)
        self.wrong = list(wrong)
        for found in counted(matches):
            problems = len(self.wrong)
            row = self._row(found)
            if len(self.wrong) == problems:
                self.rows.append(row)
        posts = [entry for entry in self.reading.entries if entry.has_position]
        return Preview(
            rows=tuple(self.rows),
            wrong=tuple(sorted((*self.reading.wrong, *self.wrong), key=lambda cell: (cell.sheet, cell.row))),
            ignored=self.reading.ignored,
            repeating=self.reading.repeating,
            new_units=self._used_units(),
            new_lines=self._used_lines(),
            positions=len(posts) + self.reading.wrong_positions,
            vacant=sum(entry.person is None for entry in posts) + self.reading.wrong_vacant,
        )

    def _used_units(self) -> tuple[OrgUnit, ...]:
        """Without those that only wrong rows name; upper units first."""
        added = {unit.id: unit for unit in self._units.added}
        used: set[int] = set()
        for row in self.rows:
            step = row.position.unit_id if row.position else None
            while step in added and step not in used:
                used.add(step)
                step = added[step].parent
        return tuple(unit for unit in self._units.added if unit.id in used)

    def _used_lines(self) -> tuple[PositionLine, ...]:
        used = {row.position.line_id for row in self.rows if row.position}
        return tuple(line for line in self._lines.added if line.id in used)

    def _row(self, found: Match) -> RowResult:
        entry, known_post, known_person = found.entry, found.position, found.person
        position = self._position(entry, known_post) if entry.has_position else None
        person = self._person(entry, known_person, position) if entry.person else None
        holder = self._holders.get(known_post.id) if known_post else None
        replaced = holder.id if holder and (known_person is None or holder.id != known_person.id) else None
        known = known_post is not None or known_person is not None
        policy = self.own.get((entry.sheet, entry.row), self.policy)
        if known and policy is Policy.SKIP:
            position, person, replaced = known_post, known_person, None
        elif known and policy is Policy.KEEP:
            position, person = self._filled_only(found, position, person, holder)
            replaced = None
        changes = (*self._position_changes(known_post, position), *self._person_changes(known_person, person, position))
        takes = person is not None and holder is None and person.position_id == (known_post.id if known_post else None)
        if known_post is not None and (replaced is not None or takes):
            named = person.name if person else VACANT
            changes = (*changes, Change("ผู้ครองตำแหน่ง", holder.name if holder else VACANT, named))
        status = Status.NEW if not known else Status.CHANGED if changes else Status.SAME
        return RowResult(entry, status, changes, position, person, replaced, known_post, known_person)

    def _filled_only(
        self, found: Match, position: PositionRecord | None, person: PersonRecord | None, holder: PersonRecord | None
    ) -> tuple[PositionRecord | None, PersonRecord | None]:
        """What is known has its gaps filled; nobody loses a post or gets somebody else's."""
        if position and found.position:
            position = _filled(found.position, position)
        if person and found.person:
            kept = found.person
            person = _filled(kept, person)
            if holder is not None or kept.left_on is not None:
                person = replace(person, position_id=kept.position_id)
        elif holder is not None:
            person = None  # somebody new in a held post
        return position, person

    def _position(self, entry: Entry, known: PositionRecord | None) -> PositionRecord:
        title = entry.title or (known.title if known else "")
        if not title:
            self.wrong.append(entry.wrong(Field.TITLE, "ไม่มีชื่อตำแหน่ง"))
        same_title = known is not None and title_key(known.title) == title_key(title)
        line = self._line(entry, known, same_title=same_title)
        try:
            unit = known.unit_id if known else None
            if entry.units is not None:
                unit = self._units.find(entry.units, unit)
        except Unreadable as error:
            self.wrong.append(entry.wrong(Field.UNIT, str(error)))
        level = self._level(entry, line, known)
        if known is None:
            return PositionRecord(0, entry.number, title, line.id, level, unit)
        title = known.title if text_of(known.title) == title else title
        wanted = PositionRecord(known.id, entry.number or known.number, title, line.id, level, unit)
        return known if wanted == known else wanted

    def _line(self, entry: Entry, known: PositionRecord | None, *, same_title: bool) -> PositionLine:
        if known is not None:
            now = self._lines[known.line_id]
            if line_key(entry.line) == line_key(now.name) or (same_title and not entry.line):
                return now
        return self._lines.line_for(entry)

    def _level(self, entry: Entry, line: PositionLine, known: PositionRecord | None) -> Level:
        now = known.level if known else Level.NONE
        allowed = LEVELS_OF[line.position_type]
        fitting = [level for level in entry.levels if level in allowed]
        if not fitting and entry.levels and len(allowed) > 1:
            word = term(entry.levels[0])
            text = f"ระดับ{word}ไม่ใช่ระดับของประเภท{term(line.position_type)} ซึ่งเป็นประเภทของสายงาน{line.name}"
            self.wrong.append(entry.wrong(Field.LEVEL, text))
        if not fitting:
            return now if now in allowed else Level.NONE
        return now if now in fitting else fitting[0]

    def _person(self, entry: Entry, known: PersonRecord | None, position: PositionRecord | None) -> PersonRecord:
        said = entry.person
        assert said is not None
        kind = self._personnel_type(entry, known, position)
        wanted = _new_person(said, kind, position) if known is None else _changed_person(known, said, kind, position)
        for problem in check_person(wanted, self.today):
            where = _PERSON_FIELDS.get(problem.field.partition(".")[2], Field.NAME)
            self.wrong.append(entry.wrong(where, problem.text))
        return wanted

    def _personnel_type(
        self, entry: Entry, known: PersonRecord | None, position: PositionRecord | None
    ) -> PersonnelType:
        said = entry.personnel_types
        if known is not None:
            alike = known.personnel_type in said or {known.personnel_type, *said} <= _KINDS
            if not said or alike:
                return known.personnel_type
        by_line = self._lines[position.line_id].personnel_type if position else PersonnelType.REGULAR
        return personnel_type_of(entry) or by_line

    def _position_changes(self, old: PositionRecord | None, new: PositionRecord | None) -> Iterable[Change]:
        if old is None or new is None or old is new:
            return
        for name, where in (("number", Field.NUMBER), ("title", Field.TITLE)):
            if getattr(old, name) != getattr(new, name):
                yield Change(LABELS[where], getattr(old, name), getattr(new, name))
        if old.line_id != new.line_id:
            yield Change(LABELS[Field.LINE], self._lines[old.line_id].name, self._lines[new.line_id].name)
        if old.level != new.level:
            yield Change(LABELS[Field.LEVEL], term(old.level), term(new.level))
        if old.unit_id != new.unit_id:
            yield Change(LABELS[Field.UNIT], self._unit_text(old.unit_id), self._unit_text(new.unit_id))

    def _unit_text(self, unit: int | None) -> str:
        return "-" if unit is None else self._units.path(unit)

    def _person_changes(
        self, old: PersonRecord | None, new: PersonRecord | None, position: PositionRecord | None
    ) -> Iterable[Change]:
        if old is None or new is None or old is new:
            return
        for name, where in _PERSON_FIELDS.items():
            before, after = getattr(old, name), getattr(new, name)
            if before != after:
                yield Change(LABELS[where], _shown(name, before), _shown(name, after))
        if old.left_on != new.left_on:
            yield Change("สถานะ", f"พ้นจากตำแหน่ง {numeric_date(old.left_on)}" if old.left_on else "", "กลับมาปฏิบัติงาน")
        if old.position_id != new.position_id:
            before = self._posts.get(old.position_id or 0)
            yield Change("ครองตำแหน่ง", _post_text(before), _post_text(position))


def _new_person(said: Person, kind: PersonnelType, position: PositionRecord | None) -> PersonRecord:
    return PersonRecord(
        id=0,
        title=said.title,
        first_name=said.first_name,
        last_name=said.last_name,
        national_id=said.national_id,
        birth_date=said.birth_date,
        personnel_type=kind,
        position_id=position.id if position else None,
        start_date=said.start_date,
        education=said.education,
        note=said.note,
    )


def _changed_person(
    known: PersonRecord, said: Person, kind: PersonnelType, position: PositionRecord | None
) -> PersonRecord:
    """The known one itself where nothing differs."""
    wanted: dict[str, Any] = {
        name: value
        for name in _STATED
        if (value := getattr(said, name)) not in ("", None) and _differs(getattr(known, name), value)
    }
    if "title" in wanted and full_title(known.title) == wanted["title"]:
        del wanted["title"]  # it was only written out
    if kind is not known.personnel_type:
        wanted["personnel_type"] = kind
    if position is not None and (known.position_id, known.left_on, known.left_reason) != (position.id, None, ""):
        wanted |= {"position_id": position.id, "left_on": None, "left_reason": ""}
    return replace(known, **wanted) if wanted else known


def _differs(before: Any, after: Any) -> bool:
    """Spaces that only the eye of a program sees are no change."""
    return before != after and text_of(before or "") != text_of(after)


def _shown(name: str, value: Any) -> str:
    if name == "national_id":
        return masked_national_id(value)
    if isinstance(value, date):
        return numeric_date(value)
    return term(value) if isinstance(value, StrEnum) else value or ""


def _post_text(position: PositionRecord | None) -> str:
    return f"{position.title} {position.number}".strip() if position else "-"


def _filled(known: Any, wanted: Any) -> Any:
    """The known record with its empty fields from the wanted one."""
    empty = ("", None, Level.NONE)
    gaps = [f.name for f in fields(known) if f.name not in ("id", "left_on", "left_reason")]
    return replace(known, **{name: getattr(wanted, name) for name in gaps if getattr(known, name) in empty})
