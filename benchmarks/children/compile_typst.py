"""Typst prints a source: compile_typst.py IN.typ OUT.pdf FONTS."""

import json
import sys
from pathlib import Path

import typst

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from memory import peak_mb

source, target, fonts = sys.argv[1:]
typst.compile(source, output=target, font_paths=[fonts], ignore_system_fonts=True)
print(json.dumps({"peak": peak_mb()}))
