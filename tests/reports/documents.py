"""A document as readable JSON: the class under `_`, then every value that is not the usual one."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from hrdesk.reports.document import Document


def to_json(document: Document) -> str:
    return json.dumps(_plain(document), ensure_ascii=False, indent=1) + "\n"


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        shown = {
            f.name: getattr(value, f.name) for f in fields(value) if not _usual(f, getattr(value, f.name))
        }
        return {"_": type(value).__name__} | {name: _plain(each) for name, each in shown.items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return str(value) if isinstance(value, (date, Decimal)) else value


def _usual(field: Any, value: Any) -> bool:
    return field.default is not MISSING and value == field.default
