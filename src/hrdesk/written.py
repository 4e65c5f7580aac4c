"""Under which name a file was really written: another one than asked for when a viewer holds that one open.

Whoever asked for the file waits in `write_to`; the writer, floors below, says so with `tell_name`.
"""

from __future__ import annotations

from contextvars import ContextVar
from typing import TYPE_CHECKING, Generic, TypeVar

from hrdesk.lazy_dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")

_names: ContextVar[dict[Path, Path] | None] = ContextVar("names", default=None)


@dataclass(frozen=True, slots=True)
class Written(Generic[T]):
    result: T
    target: Path  # as asked for
    path: Path  # as written

    @property
    def said(self) -> str:
        """The name for the officer, and why it is another one."""
        if self.path == self.target:
            return f"“{self.path.name}”"
        return f"“{self.path.name}” (เพราะ “{self.target.name}” เปิดอยู่ในโปรแกรมอื่น แฟ้มเดิมนั้นไม่ถูกแก้)"


def write_to(target: Path, write: Callable[[], T]) -> Written[T]:
    """Run what writes `target`, on this thread; nested calls learn the same."""
    names = _names.get()
    token = _names.set({} if names is None else names)
    try:
        result = write()
        return Written(result, target, (_names.get() or {}).get(target, target))
    finally:
        _names.reset(token)


def tell_name(target: Path, path: Path) -> None:
    names = _names.get()
    if names is not None:
        names[target] = path
