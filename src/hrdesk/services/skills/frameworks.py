"""The frameworks an office can work by: the shipped one and imported versions, and the one in use."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import select

from hrdesk.domain.competency import OWN
from hrdesk.errors import UserError
from hrdesk.lazy_dataclass import dataclass
from hrdesk.models.competency import FrameworkVersion, OrgStage
from hrdesk.services.reference.framework import CURRENT_FRAMEWORK, load_framework
from hrdesk.services.reference.framework_json import framework_of, framework_values

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from hrdesk.domain.framework import Framework

_LONGEST_KEY = 64


@dataclass(frozen=True, slots=True)
class FrameworkInfo:
    key: str
    title: str
    version: str
    source: str
    shipped: bool


@dataclass(frozen=True, slots=True)
class Announcement:
    """A stage of the organisation as announced. `id` is 0 until stored."""

    id: int
    announced_on: date
    framework: str
    stage: str
    document: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What everybody is judged by: the framework and the stage; `announced` is empty before the first."""

    framework: Framework
    stage: str
    announced: tuple[Announcement, ...] = ()  # latest first

    @property
    def is_announced(self) -> bool:
        return bool(self.announced)


@cache
def shipped() -> Framework:
    return load_framework()


def framework_by(session: Session, key: str) -> Framework:
    """UserError for one that this office never had."""
    if key == CURRENT_FRAMEWORK:
        return shipped()
    content = session.scalar(select(FrameworkVersion.content).where(FrameworkVersion.key == key))
    if content is None:
        raise UserError(f"ไม่พบกรอบทักษะ “{key}” ข้อมูลอื่นไม่ถูกเปลี่ยนแปลง กรุณานำเข้ากรอบทักษะนี้ก่อน")
    try:
        values = json.loads(content)
    except ValueError as error:
        raise UserError(f"กรอบทักษะ “{key}” ที่บันทึกไว้อ่านไม่ได้ ข้อมูลอื่นยังครบ กรุณานำเข้าอีกครั้ง") from error
    return framework_of(values)


def listed(session: Session) -> tuple[FrameworkInfo, ...]:
    base = shipped()
    rows = session.scalars(select(FrameworkVersion).order_by(FrameworkVersion.imported_at, FrameworkVersion.id))
    return (
        FrameworkInfo(base.id, base.title, base.version, base.source, shipped=True),
        *(FrameworkInfo(row.key, row.title, row.version, row.source, shipped=False) for row in rows),
    )


def current_setting(session: Session) -> Setting:
    """The latest announcement's; before any, the shipped framework at its first stage."""
    rows = session.scalars(select(OrgStage).order_by(OrgStage.announced_on.desc(), OrgStage.id.desc()))
    announced = tuple(Announcement(r.id, r.announced_on, r.framework, r.stage, r.document) for r in rows)
    framework = framework_by(session, announced[0].framework) if announced else shipped()
    return Setting(framework, announced[0].stage if announced else framework.stages[0].code, announced)


def store_framework(session: Session, framework: Framework, now: datetime) -> None:
    """A new version beside those there; one is never changed, for records were made under it."""
    known = {info.key for info in listed(session)} | {OWN}
    if not framework.id.strip() or len(framework.id) > _LONGEST_KEY:
        raise UserError("กรุณากำหนดรหัสกรอบทักษะ ยาวไม่เกิน 64 ตัวอักษร ยังไม่ได้นำเข้า")
    if framework.id in known:
        raise UserError(f"มีกรอบทักษะรหัส “{framework.id}” อยู่แล้ว ยังไม่ได้นำเข้า กรุณาใช้รหัสอื่น เช่น ต่อท้ายด้วยปี")
    content = json.dumps(framework_values(framework), ensure_ascii=False)
    session.add(
        FrameworkVersion(
            key=framework.id,
            title=framework.title,
            version=framework.version,
            source=framework.source,
            imported_at=now,
            content=content,
        )
    )
    session.flush()
