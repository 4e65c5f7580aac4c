"""What plans choose from. Everything here is RESTRICT: what a plan uses cannot vanish under it."""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from hrdesk.domain.terms import MethodKind, OrganizerKind, PersonnelType, PositionType
from hrdesk.models.base import Base, Hundredths, Id, Line, Place, Prose


class CourseGroup(Base):
    __tablename__ = "course_group"

    id: Mapped[Id]
    number: Mapped[int] = mapped_column(unique=True)
    name: Mapped[Line]
    from_lines: Mapped[bool]

    courses: Mapped[list[Course]] = relationship(back_populates="group", passive_deletes="all")


class Law(Base):
    __tablename__ = "law"

    id: Mapped[Id]
    title: Mapped[Line]
    replaced_by_id: Mapped[int | None] = mapped_column(ForeignKey("law.id", ondelete="RESTRICT"), index=True)
    place: Mapped[Place]

    courses: Mapped[list[Course]] = relationship(back_populates="law", passive_deletes="all")


class Course(Base):
    __tablename__ = "course"

    id: Mapped[Id]
    group_id: Mapped[int] = mapped_column(ForeignKey("course_group.id", ondelete="RESTRICT"), index=True)
    title: Mapped[Line]
    law_id: Mapped[int | None] = mapped_column(ForeignKey("law.id", ondelete="RESTRICT"), index=True)
    place: Mapped[Place]

    group: Mapped[CourseGroup] = relationship(back_populates="courses")
    law: Mapped[Law | None] = relationship(back_populates="courses")


class Method(Base):
    __tablename__ = "method"

    id: Mapped[Id]
    kind: Mapped[MethodKind]
    name: Mapped[Line]
    short_name: Mapped[Line]
    in_monitoring_table: Mapped[bool]
    place: Mapped[Place]


class Organizer(Base):
    __tablename__ = "organizer"

    id: Mapped[Id]
    kind: Mapped[OrganizerKind]
    name: Mapped[Line]
    budget_heading: Mapped[Line]
    monitoring_heading: Mapped[Line]
    in_budget_table: Mapped[bool]
    in_monitoring_table: Mapped[bool]
    place: Mapped[Place]


class TargetGroup(Base):
    __tablename__ = "target_group"

    id: Mapped[Id]
    name: Mapped[Line]
    place: Mapped[Place]

    personnel_types: Mapped[list[TargetPersonnelType]] = relationship(
        back_populates="target", cascade="all, delete-orphan", passive_deletes=True
    )
    position_types: Mapped[list[TargetPositionType]] = relationship(
        back_populates="target", cascade="all, delete-orphan", passive_deletes=True
    )


class TargetPersonnelType(Base):
    __tablename__ = "target_personnel_type"

    target_id: Mapped[int] = mapped_column(ForeignKey("target_group.id", ondelete="CASCADE"), primary_key=True)
    personnel_type: Mapped[PersonnelType] = mapped_column(primary_key=True)

    target: Mapped[TargetGroup] = relationship(back_populates="personnel_types")


class TargetPositionType(Base):
    __tablename__ = "target_position_type"

    target_id: Mapped[int] = mapped_column(ForeignKey("target_group.id", ondelete="CASCADE"), primary_key=True)
    position_type: Mapped[PositionType] = mapped_column(primary_key=True)

    target: Mapped[TargetGroup] = relationship(back_populates="position_types")


class EvaluationMethod(Base):
    __tablename__ = "evaluation_method"

    id: Mapped[Id]
    name: Mapped[Prose]
    short_name: Mapped[Line]
    place: Mapped[Place]


class FundSource(Base):
    __tablename__ = "fund_source"

    id: Mapped[Id]
    name: Mapped[Line]
    place: Mapped[Place]


class CourseDetail(Base):
    """Hours of a course, lectures apart from other ways, and what it is for."""

    __tablename__ = "course_detail"

    course_id: Mapped[int] = mapped_column(ForeignKey("course.id", ondelete="CASCADE"), primary_key=True)
    lecture: Mapped[Hundredths]
    other: Mapped[Hundredths]
    objective: Mapped[Prose]


class CourseTarget(Base):
    __tablename__ = "course_target"

    course_id: Mapped[int] = mapped_column(ForeignKey("course.id", ondelete="CASCADE"), primary_key=True)
    target_id: Mapped[int] = mapped_column(ForeignKey("target_group.id", ondelete="RESTRICT"), primary_key=True, index=True)
