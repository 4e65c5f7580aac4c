"""What every table shares: naming, column types, and how money, moments and enums are stored."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from sqlalchemy import BigInteger, DateTime, Dialect, Enum, MetaData, String, Text, TypeDecorator, event
from sqlalchemy.orm import DeclarativeBase, interfaces, mapped_column

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapper

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class MoneyType(TypeDecorator[int]):
    """Whole satang. Anything but an int is refused, so that no baht and no fraction slips in."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        if value is not None and type(value) is not int:
            raise TypeError(f"whole satang or hundredths, not {value!r}")
        return value


class HundredthsType(MoneyType):
    """A number with two decimals, such as hours or a test's marks, as whole hundredths."""

    cache_ok = True


class MomentType(TypeDecorator[datetime]):
    """A moment with its zone, stored as UTC without one; a moment without a zone is refused."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError(f"a moment needs its zone: {value!r}")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else value.replace(tzinfo=UTC)


def _values(enum: type[StrEnum]) -> list[str]:
    return [member.value for member in enum]


# By value and without a CHECK: a new member needs no migration, and a foreign tool shows words, not numbers.
_ENUM = Enum(StrEnum, native_enum=False, length=32, validate_strings=True, values_callable=_values)

Id = Annotated[int, mapped_column(primary_key=True)]
Line = Annotated[str, mapped_column(String(500))]  # one line of text
Key = Annotated[str, mapped_column(String(1000), index=True)]  # made by us for sorting, never shown
Prose = Annotated[str, mapped_column(Text)]
Money = Annotated[int, mapped_column(MoneyType)]
Hundredths = Annotated[int, mapped_column(HundredthsType)]
Moment = Annotated[datetime, mapped_column(MomentType)]
Place = Annotated[int, mapped_column(default=0)]  # rank in printing order


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar = {StrEnum: _ENUM}


@event.listens_for(Base, "before_mapper_configured", propagate=True, retval=True)
def _later_while_importing(_mapper: Mapper[Any], table: type[Base]) -> object:
    """Leave a class untied while its module is being imported; the next query asks again.

    The window's thread imports a page's tables while the worker's query ties those known so far. A class whose partner
    further down in the module is not there yet would fail, and with it every later query of the process. Tables of
    one module, those of `core_tables` and those a module imports first may be tied to each other, no others.
    """
    spec = getattr(sys.modules.get(table.__module__), "__spec__", None)
    return interfaces.EXT_SKIP if getattr(spec, "_initializing", False) else None
