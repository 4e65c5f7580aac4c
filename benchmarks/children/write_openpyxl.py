"""openpyxl's write_only mode with every cell styled: write_openpyxl.py DOCUMENT.pickle OUT.xlsx; timed alike."""

import json
import pickle
import sys
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from memory import forget_peak, peak_mb, resident_mb
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, Side

from hrdesk.reports.document import Format

NUMBERS = {Format.INTEGER: "#,##0", Format.BAHT: "#,##0.00", Format.DATE: "[$-107041E]d mmm yyyy;@"}

document, target = pickle.loads(Path(sys.argv[1]).read_bytes()), Path(sys.argv[2])
table = document.sections[0].blocks[0]
forget_peak()
before = resident_mb() or 0
used, began = process_time(), perf_counter()
side = Side(style="thin")
font, border = Font(name="TH SarabunPSK", size=14), Border(side, side, side, side)
alignment = Alignment(vertical="top", wrap_text=True)
book = Workbook(write_only=True)
sheet = book.create_sheet(table.name)
formats = [column.format for column in table.columns]
for row in table.rows:
    cells = []
    for value, kind in zip(row.cells, formats, strict=True):
        cell = WriteOnlyCell(sheet, value / 100 if kind is Format.BAHT else value)
        cell.font, cell.border, cell.alignment = font, border, alignment
        if kind in NUMBERS:
            cell.number_format = NUMBERS[kind]
        cells.append(cell)
    sheet.append(cells)
book.save(target)
seconds, processor = perf_counter() - began, process_time() - used
growth = (peak_mb() or 0) - before
print(json.dumps({"seconds": seconds, "processor": processor, "growth": growth, "size": target.stat().st_size}))
