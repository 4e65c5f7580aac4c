"""hrdesk writes a kept Document's tables: write_xlsx.py DOCUMENT.pickle OUT.xlsx; the writing alone is timed."""

import json
import pickle
import sys
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from memory import forget_peak, peak_mb, resident_mb

from hrdesk.reports.sheets.xlsx import write_xlsx

document, target = pickle.loads(Path(sys.argv[1]).read_bytes()), Path(sys.argv[2])
forget_peak()
before = resident_mb() or 0
used, began = process_time(), perf_counter()
write_xlsx([document], target)
seconds, processor = perf_counter() - began, process_time() - used
growth = (peak_mb() or 0) - before
print(json.dumps({"seconds": seconds, "processor": processor, "growth": growth, "size": target.stat().st_size}))
