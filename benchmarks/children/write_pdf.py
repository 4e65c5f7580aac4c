"""hrdesk prints a kept Document: write_pdf.py DOCUMENT.pickle OUT.pdf."""

import json
import pickle
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from memory import peak_mb

from hrdesk.collecting import let_go, seldom_collected

with seldom_collected(100_000):  # as `hrdesk` loads what it prints with
    from hrdesk.reports.pdf import write_pdf

document = pickle.loads(Path(sys.argv[1]).read_bytes())
pages = write_pdf(document, Path(sys.argv[2]))
print(json.dumps({"pages": pages, "peak": peak_mb()}))
let_go()  # as every command of hrdesk ends
