"""Each form as Word has it, made once for all tests of a process."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import docx
from form_samples import composed

from hrdesk.reports.docx import docx_bytes


@cache
def word(form_id: str):
    return docx.Document(BytesIO(docx_bytes(composed(form_id))))
