"""Typst and LibreOffice as contestants that turn one Document into a PDF, each in a process of its own."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from fictional_papers import keep
from interleave import FONTS, Finished, Spent, run_child, run_process, skip
from libreoffice_source import flat_odf
from typst_source import typst_source

from hrdesk.reports.document import Document

_FONTS_CONF = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{fonts}</dir></fontconfig>
"""
TYPST_HOW = "pip install typst"
LIBREOFFICE_HOW = "apt install libreoffice-writer-nogui"


@dataclass(frozen=True)
class Printer:
    """One program ready to print the document; `target` is the PDF it leaves."""

    target: Path
    run: Callable[[], Finished]

    def print(self) -> Spent:
        return self.run().spent

    def facts(self) -> str:
        from pypdf import PdfReader

        return f"{len(PdfReader(self.target).pages)} pages, {self.target.stat().st_size / 1024:,.0f} KB"


def printers(document: Document, folder: Path, *, typst: bool = True, libreoffice: bool = True) -> dict[str, Printer]:
    """hrdesk first, then those peers that are installed and wanted."""
    stored, own = keep(document, folder / "document.pickle"), folder / "hrdesk.pdf"
    found = {"hrdesk": Printer(own, lambda: run_child("write_pdf", stored, own))}
    if typst and (printer := typst_printer(document, folder)):
        found["typst"] = printer
    if libreoffice and (printer := libreoffice_printer(document, folder)):
        found["libreoffice"] = printer
    return found


def typst_printer(document: Document, folder: Path) -> Printer | None:
    if importlib.util.find_spec("typst") is None:
        return skip("typst", TYPST_HOW)
    source, target = folder / "document.typ", folder / "typst.pdf"
    source.write_text(typst_source(document), encoding="utf-8")
    return Printer(target, lambda: run_child("compile_typst", source, target, FONTS))


def libreoffice_printer(document: Document, folder: Path) -> Printer | None:
    program = shutil.which("soffice")
    if program is None:
        return skip("LibreOffice", LIBREOFFICE_HOW)
    source = folder / "libreoffice.fodt"
    source.write_text(flat_odf(document), encoding="utf-8")
    fonts = folder / "fonts.conf"
    fonts.write_text(_FONTS_CONF.format(fonts=FONTS))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, source]
    environment = {"FONTCONFIG_FILE": str(fonts)}
    first = run_process(command, **environment)  # makes its profile and font list, once in its life
    if not (folder / "libreoffice.pdf").exists():
        msg = f"LibreOffice made no PDF: {first}"
        raise RuntimeError(msg)
    return Printer(folder / "libreoffice.pdf", lambda: run_process(command, **environment))


def fonts_in(pdf: Path) -> str:
    """The fonts a PDF embeds, if poppler's pdffonts is there to tell."""
    program = shutil.which("pdffonts")
    if program is None:
        return ""
    lines = subprocess.run([program, pdf], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    return ", ".join(sorted({line.split()[0] for line in lines}))
