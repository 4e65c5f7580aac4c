"""What must load before hrdesk can be trusted on this machine, tried once and reported."""

from __future__ import annotations

import platform
import sys
import tempfile
from importlib import import_module, metadata
from pathlib import Path
from typing import TYPE_CHECKING

from hrdesk import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LIBRARIES = (
    *("sqlalchemy", "alembic", "reportlab", "uharfbuzz", "openpyxl", "xlsxwriter", "docx"),
    "python_calamine",
)
QT_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtPdf", "QtPrintSupport", "QtSvg")


def self_check() -> Iterator[tuple[str, bool, str]]:
    """Yield (what, whether it loads, version or reason).

    Qt missing its system libraries fails a frozen program only: the command line works without a display.
    """
    yield "hrdesk", True, f"{__version__}, Python {platform.python_version()}, {platform.platform(terse=True)}"
    for name in LIBRARIES:
        yield _attempt(name, lambda name=name: _version(name))  # type: ignore[misc]
    yield _attempt("fonts and shaper", _fonts)
    yield _attempt("forms", _forms)
    yield _attempt("Word", _word)
    yield _attempt("migrations", _migrations)
    name, passed, said = _attempt("window", _window)
    yield name, passed or not getattr(sys, "frozen", False), said


def _attempt(name: str, work: Callable[[], str]) -> tuple[str, bool, str]:
    try:
        return name, True, work()
    except Exception as error:  # noqa: BLE001 - a self-check reports whatever happens
        return name, False, f"{type(error).__name__}: {error}"


def _version(library: str) -> str:
    module = import_module(library)
    version = getattr(module, "__version__", None) or getattr(module, "Version", None)
    if version:
        return str(version)
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:  # a frozen program carries the library without its papers
        return "loaded"


def _fonts() -> str:
    from hrdesk.reports.typography.fonts import bundled_family, check_fonts, installed_family  # noqa: PLC0415

    check_fonts()
    installed = installed_family()
    return f"{bundled_family().name} bundled, {installed.name if installed else 'no TH Sarabun'} installed"


def _forms() -> str:
    from hrdesk.reports.forms.formcheck import checked_forms  # noqa: PLC0415

    return ", ".join(form.id for form in checked_forms())


def _word() -> str:
    """Its templates are files of a library: a bundle must have brought them along."""
    from hrdesk.reports.document import Document, Paragraph, Run, Section  # noqa: PLC0415
    from hrdesk.reports.docx import write_docx  # noqa: PLC0415

    paper = Section((Paragraph((Run("ทดสอบ"),)),))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder, "self-check.docx")
        write_docx(Document("self-check", "ทดสอบ", (paper,), foot="ท้ายกระดาษ"), target)
        return f"a paper of {target.stat().st_size:,} bytes"


def _migrations() -> str:
    from hrdesk.domain.terms import OrganizationKind  # noqa: PLC0415
    from hrdesk.services import Services  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "self-check.db")
        Services.create(path, OrganizationKind.SUBDISTRICT, "ทดสอบ").close()
        with Services.open(path) as services:
            count = len(services.curriculum.catalogue().courses)
    return f"a new office of {count} courses made and opened"


def _window() -> str:
    for name in QT_MODULES:
        import_module(f"PySide6.{name}")
    return f"PySide6 {metadata.version('PySide6')}"
