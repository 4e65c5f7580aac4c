"""The evidence pack on the first page."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QPushButton

from hrdesk.domain.evidence import EvidenceState
from hrdesk.domain.plan_terms import Evidence
from ui.window_support import click, modal, page, retype, settle, type_text


def links(panel, name):
    return [b for b in panel.findChildren(QPushButton) if b.accessibleName() == name and b.isVisibleTo(panel)]


def test_a_paper_is_recorded_and_the_pack_counts_it(window) -> None:
    panel = page(window, "home").evidence
    panel.year.setValue(2564)
    settle(window)
    assert panel.count.text() == "ครบ 0 จาก 6"
    click(links(panel, "บันทึกเอกสาร โครงการในกฎหมายงบประมาณประจำปี")[-1])
    dialog = modal()
    type_text(dialog.document, "เทศบัญญัติ หน้า 45")
    retype(dialog.dated.edit, "20/9/2563")
    click(dialog.save_button)
    settle(window)
    item = next(i for i in panel.items if i.kind is Evidence.BUDGET_LAW)
    assert (item.state, item.record.document) == (EvidenceState.COMPLETE, "เทศบัญญัติ หน้า 45")
    assert item.record.dated == date(2020, 9, 20)
    assert panel.count.text() == "ครบ 1 จาก 6"


def test_each_paper_leads_to_its_form(window) -> None:
    panel = page(window, "home").evidence
    panel.year.setValue(2564)
    settle(window)
    went = []
    window.desk.went.connect(lambda key, place: went.append((key, place)))
    click(links(panel, "พิมพ์ แผนพัฒนาประจำปี")[-1])
    click(panel.print_button)
    assert went == [("reports", "annual-plan plan=1 year=2564"), ("reports", "evidence-pack year=2564")]
