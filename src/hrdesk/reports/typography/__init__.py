"""Thai on paper: fonts, shaping, line breaking into paragraphs and tables, pages. Alone in knowing ReportLab."""

from __future__ import annotations

import importlib.util
import sys


def _import_when_used(package: str, part: str) -> None:
    """The module is there, but read when something of it is asked for."""
    name = f"{package}.{part}"
    spec = None if name in sys.modules else importlib.util.find_spec(name)
    if spec is None or spec.loader is None:
        return
    spec.loader = importlib.util.LazyLoader(spec.loader)
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    setattr(sys.modules[package], part, module)  # else `from PIL import Image` looks into it


_import_when_used("PIL", "Image")  # ReportLab imports it at once, and uses it for pictures alone: few papers have one
