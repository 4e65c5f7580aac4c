"""A service as a property of `Services`, whose files are recorded: no method that writes one can forget it.

A public method that takes a `target` writes a file there. After it did, the record of use has one line more.
"""

from __future__ import annotations

from functools import cached_property, wraps
from types import FunctionType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from hrdesk.services import Services

TARGET = "target"


if TYPE_CHECKING:
    service = cached_property  # for its users it is the same
else:

    class service(cached_property):  # noqa: N801 - a decorator
        """As `functools.cached_property`; the service is made when first asked for."""

        def __get__(self, instance: Services | None, owner: type[Services] | None = None) -> object:
            made = super().__get__(instance, owner)
            if instance is not None:
                for name in _writers(type(made)):
                    setattr(made, name, _recorded(instance, f"{self.attrname}.{name}", getattr(made, name)))
            return made


def _writers(kind: type) -> list[str]:
    """The methods of a service that write a file."""
    return [name for name in dir(kind) if not name.startswith("_") and _takes_target(getattr(kind, name))]


def _takes_target(method: object) -> bool:
    """By the arguments' names alone: a whole signature of every method takes as long as opening the office."""
    while hasattr(method, "__wrapped__"):
        method = method.__wrapped__
    if not isinstance(method, FunctionType):
        return False
    code = method.__code__
    return TARGET in code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]


def _recorded(services: Services, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def write(*given: object, **named: object) -> object:
        import inspect  # noqa: PLC0415 - the first to write a file asks

        from hrdesk.domain.audit import AuditAction  # noqa: PLC0415 - the window shows without them
        from hrdesk.models.audit_line import note  # noqa: PLC0415
        from hrdesk.written import write_to  # noqa: PLC0415

        values = inspect.signature(method).bind(*given, **named).arguments
        written = write_to(values[TARGET], lambda: method(*given, **named))
        action = AuditAction.PRINT if name.rpartition(".")[2].startswith("print") else AuditAction.EXPORT
        what = next((str(value) for key, value in values.items() if key.endswith("_id") and isinstance(value, str)), "")
        person = values.get("staff_id")
        subject, ids = ("staff", (person,)) if isinstance(person, int) else (what or name, ())
        note(services.database, action, subject, ids, getattr(written.path, "name", ""))
        return written.result

    return write
