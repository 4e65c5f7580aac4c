"""A long day in minutes: thousands of edits, looks and prints in one process, whose memory must stay flat."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path

from faults.operations import NAME, sample
from hrdesk.domain.staff import PersonRecord
from hrdesk.services import Services
from hrdesk.services.values import StaffQuery

MOST_GROWTH = 12  # MB, from when everything has been used once
WARM = 0.25


def resident():
    """MB of this process in memory now (Linux)."""
    fields = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in fields if line.startswith("VmRSS")) / 1024


def soak(folder, edits, tally):
    sample(folder)
    with Services.open(folder / NAME) as services:
        row, _ = services.register.save_person(PersonRecord(0, "นาย", "คนเดิม", "ทดสอบ"))
        warm = 0.0
        for number in range(1, edits + 1):
            person = services.register.person(row)
            services.register.save_person(replace(person, note=f"ครั้งที่ {number}"))
            services.register.staff_page(StaffQuery(text="คนเดิม"))
            if number % 50 == 0:
                services.drafts.keep("soak", "แก้ไขบุคลากร", "people", {"หมายเหตุ": str(number)})
                services.backup.after_change()
            if number == max(1, int(edits * WARM)):
                gc.collect()
                warm = resident()
            tally.injected += 1
        gc.collect()
        grown = resident() - warm
        if services.register.person(row).note != f"ครั้งที่ {edits}":
            tally.lost("the last edit is not there")
        if grown > MOST_GROWTH:
            tally.lost(f"{grown:.1f} MB grown over {edits} edits")
        if services.database.full_check():
            tally.lost("unsound")
    return grown
