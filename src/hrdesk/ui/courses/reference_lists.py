"""The lists that courses, plans and projects choose from: what each holds, and how one entry is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from hrdesk.domain.office import EvaluationMethod, FundSource, Method, Organizer, PositionLine, TargetGroup
from hrdesk.domain.terms import MethodKind, OrganizerKind, PersonnelType, PositionType, term
from hrdesk.lazy_dataclass import dataclass
from hrdesk.ui.kit.table import Column
from hrdesk.ui.kit.words import NOTHING

if TYPE_CHECKING:
    from hrdesk.domain.office import Office
    from hrdesk.services import Area, Services
    from hrdesk.services.deleted import Deleted


@dataclass(frozen=True)
class EntryField:
    """One attribute: of text, of a choice, of several choices, or yes and no, by what it holds."""

    name: str
    words: str
    hint: str = ""
    choices: type[StrEnum] | None = None
    several: bool = False
    tick: bool = False


@dataclass(frozen=True)
class ReferenceList:
    title: str
    noun: str  # one of it: เพิ่มวิธีการพัฒนา
    about: str
    fields: tuple[EntryField, ...]
    columns: tuple[Column[Any], ...]
    blank: Any
    entries: Callable[[Office], Sequence[Any]]
    save: Callable[[Services, Any], tuple[int, Area]]
    delete: Callable[[Services, int], tuple[Deleted, Area]]


def _kinds(chosen: frozenset[StrEnum]) -> str:
    return ", ".join(term(kind) for kind in sorted(chosen)) or NOTHING


def _yes(value: bool) -> str:
    return "มี" if value else NOTHING


_NAME = EntryField("name", "ชื่อ")
_NAMED: Column[Any] = Column("ชื่อ", lambda one: one.name, stretch=True)

LISTS: tuple[ReferenceList, ...] = (
    ReferenceList(
        "กลุ่มเป้าหมาย", "กลุ่มเป้าหมาย", "กลุ่มหนึ่งครอบคลุมทุกตำแหน่งของประเภทบุคลากรหรือประเภทตำแหน่งที่เลือกไว้",
        (
            _NAME,
            EntryField("personnel_types", "ประเภทบุคลากร", choices=PersonnelType, several=True),
            EntryField("position_types", "ประเภทตำแหน่ง", choices=PositionType, several=True),
        ),
        (
            _NAMED,
            Column("ประเภทบุคลากร", lambda one: _kinds(one.personnel_types), "พนักงานจ้างตามภารกิจ (ผู้มีคุณวุฒิ)"),
            Column("ประเภทตำแหน่ง", lambda one: _kinds(one.position_types), "อำนวยการท้องถิ่น"),
        ),
        TargetGroup(0, ""),
        lambda office: office.catalogue.targets,
        lambda services, one: services.curriculum.save_target(one),
        lambda services, number: services.curriculum.delete_target(number),
    ),
    ReferenceList(
        "วิธีการพัฒนา", "วิธีการพัฒนา", "ข้อ 5.1 ของแผน วิธีที่มีคอลัมน์ในตารางติดตามพิมพ์หัวคอลัมน์ด้วยชื่อย่อ",
        (
            _NAME, EntryField("short_name", "ชื่อย่อ", "หัวคอลัมน์ในตารางติดตามประเมินผล"),
            EntryField("kind", "ประเภท", choices=MethodKind),
            EntryField("in_monitoring_table", "มีคอลัมน์ในตารางติดตามประเมินผล", tick=True),
        ),
        (
            _NAMED, Column("ชื่อย่อ", lambda one: one.short_name, "ประชุมเชิงปฏิบัติการ"),
            Column("ตารางติดตาม", lambda one: _yes(one.in_monitoring_table), "ตารางติดตาม"),
        ),
        Method(0, MethodKind.TRAINING, "", ""),
        lambda office: office.catalogue.methods,
        lambda services, one: services.curriculum.save_method(one),
        lambda services, number: services.curriculum.delete_method(number),
    ),
    ReferenceList(
        "หน่วยดำเนินการ", "หน่วยดำเนินการ", "ผู้จัดการฝึกอบรม หัวคอลัมน์พิมพ์ในตารางงบประมาณและตารางติดตามประเมินผล",
        (
            _NAME, EntryField("kind", "ประเภท", choices=OrganizerKind),
            EntryField("budget_heading", "หัวคอลัมน์ในตารางงบประมาณ", "เช่น ทต."),
            EntryField("in_budget_table", "มีคอลัมน์ในตารางงบประมาณ", tick=True),
            EntryField("monitoring_heading", "หัวคอลัมน์ในตารางติดตาม", "เช่น เทศบาล"),
            EntryField("in_monitoring_table", "มีคอลัมน์ในตารางติดตามประเมินผล", tick=True),
        ),
        (
            _NAMED, Column("ประเภท", lambda one: term(one.kind), "กรมส่งเสริมการปกครองท้องถิ่น"),
            Column("ตารางงบประมาณ", lambda one: one.budget_heading if one.in_budget_table else NOTHING, "หน่วยงานอื่น ๆ"),
            Column("ตารางติดตาม", lambda one: one.monitoring_heading if one.in_monitoring_table else NOTHING, "หน่วยงานอื่น ๆ"),
        ),
        Organizer(0, OrganizerKind.OTHER, "", "", ""),
        lambda office: office.catalogue.organizers,
        lambda services, one: services.curriculum.save_organizer(one),
        lambda services, number: services.curriculum.delete_organizer(number),
    ),
    ReferenceList(
        "วิธีติดตามประเมินผล", "วิธีติดตามประเมินผล", "ข้อความของส่วนที่ 7 และคำสั้นที่พิมพ์ในตารางติดตามประเมินผล",
        (EntryField("name", "ข้อความในส่วนที่ 7"), EntryField("short_name", "ข้อความในตาราง")),
        (_NAMED, Column("ในตาราง", lambda one: one.short_name, "แบบสอบถามความคิดเห็น")),
        EvaluationMethod(0, "", ""),
        lambda office: office.catalogue.evaluations,
        lambda services, one: services.curriculum.save_evaluation(one),
        lambda services, number: services.curriculum.delete_evaluation(number),
    ),
    ReferenceList(
        "แหล่งงบประมาณ", "แหล่งงบประมาณ", "ที่มาของเงินที่โครงการใช้", (_NAME,), (_NAMED,), FundSource(0, ""),
        lambda office: office.catalogue.funds,
        lambda services, one: services.curriculum.save_fund(one),
        lambda services, number: services.curriculum.delete_fund(number),
    ),
    ReferenceList(
        "สายงาน", "สายงาน", "หมวด 4.3 สร้างจากสายงานที่มีตำแหน่งในกรอบอัตรากำลัง เรียงตามลำดับนี้",
        (
            _NAME, EntryField("personnel_type", "ประเภทบุคลากร", choices=PersonnelType),
            EntryField("position_type", "ประเภทตำแหน่ง", choices=PositionType),
        ),
        (
            _NAMED, Column("ประเภทบุคลากร", lambda one: term(one.personnel_type), "พนักงานจ้างตามภารกิจ (ผู้มีคุณวุฒิ)"),
            Column("ประเภทตำแหน่ง", lambda one: term(one.position_type), "อำนวยการท้องถิ่น"),
        ),
        PositionLine(0, "", PersonnelType.REGULAR),
        lambda office: office.lines,
        lambda services, one: services.register.save_line(one),
        lambda services, number: services.register.delete_line(number),
    ),
)  # fmt: skip
