"""What is asked of people and what they hold: stages, groups, assessments, own competencies, imported frameworks.

Units, criteria and own competencies are told by `framework` and `code`, never by a reference: a framework is read
from a file or a stored version, and what was recorded under one stays when another comes.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from hrdesk.domain.skill_terms import CompetencyKind, Rater
from hrdesk.domain.terms import Level, PersonnelType, PositionType
from hrdesk.models.base import Base, Id, Line, Moment, MomentType, Place, Prose

Code = Annotated[str, mapped_column(String(64))]
CodeKey = Annotated[str, mapped_column(String(64), primary_key=True)]


class FrameworkVersion(Base):
    """An imported framework, whole and never changed."""

    __tablename__ = "framework_version"

    id: Mapped[Id]
    key: Mapped[str] = mapped_column(String(64), unique=True)
    title: Mapped[Line]
    version: Mapped[Line]
    source: Mapped[Line]
    imported_at: Mapped[Moment]
    content: Mapped[Prose]  # JSON


class OrgStage(Base):
    """A stage of the organisation, announced under a framework; the latest counts."""

    __tablename__ = "org_stage"

    id: Mapped[Id]
    announced_on: Mapped[date]
    framework: Mapped[Code]
    stage: Mapped[Code]
    document: Mapped[Line]


class StaffSkillGroup(Base):
    """RESTRICT, here and below: who has been judged is not lost by undoing an import."""

    __tablename__ = "staff_skill_group"

    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="RESTRICT"), primary_key=True)
    framework: Mapped[CodeKey]
    group_code: Mapped[CodeKey]
    approver: Mapped[Line]
    approved_on: Mapped[date | None]


class SkillGroupRule(Base):
    """An office's own word on which posts belong to a group; it goes before the shipped mapping."""

    __tablename__ = "skill_group_rule"

    id: Mapped[Id]
    framework: Mapped[Code]
    group_code: Mapped[Code]
    personnel_type: Mapped[PersonnelType | None]  # None fits everybody, here and below
    position_type: Mapped[PositionType | None]
    title_words: Mapped[Line]  # one of them, parted by commas, stands in the post's title
    place: Mapped[Place]


class TaxonomyMapping(Base):
    """An office's links of a framework's groups and units with a guideline and the register; none: the shipped ones."""

    __tablename__ = "taxonomy_mapping"

    id: Mapped[Id]
    framework: Mapped[str] = mapped_column(String(64), unique=True)
    guideline: Mapped[Code]
    content: Mapped[Prose]  # JSON


class Assessment(Base):
    """Never overwritten: a newer one archives the one before it."""

    __tablename__ = "assessment"

    id: Mapped[Id]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="RESTRICT"), index=True)
    framework: Mapped[Code]
    code: Mapped[Code]  # of a unit, a criterion, an entry of the other lists or an own competency
    rater: Mapped[Rater]
    level: Mapped[int]  # of all that is the framework's: 1 held, 0 not
    evidence: Mapped[Prose]
    assessed_on: Mapped[date]
    assessor: Mapped[Line]
    recorded_at: Mapped[Moment]
    archived_at: Mapped[datetime | None] = mapped_column(MomentType)


class OwnCompetency(Base):
    __tablename__ = "own_competency"

    id: Mapped[Id]
    kind: Mapped[CompetencyKind]
    code: Mapped[str] = mapped_column(String(64), unique=True)
    name: Mapped[Line]
    description: Mapped[Prose]
    line_id: Mapped[int | None] = mapped_column(ForeignKey("position_line.id", ondelete="RESTRICT"), index=True)
    place: Mapped[Place]


class CompetencyExpectation(Base):
    __tablename__ = "competency_expectation"

    competency_id: Mapped[int] = mapped_column(ForeignKey("own_competency.id", ondelete="CASCADE"), primary_key=True)
    position_type: Mapped[PositionType] = mapped_column(primary_key=True)
    level: Mapped[Level] = mapped_column(primary_key=True)
    expected: Mapped[int]


class CourseUnit(Base):
    """What a course serves: a unit of a framework or an own competency."""

    __tablename__ = "course_unit"

    course_id: Mapped[int] = mapped_column(ForeignKey("course.id", ondelete="CASCADE"), primary_key=True)
    framework: Mapped[CodeKey]
    code: Mapped[CodeKey]
