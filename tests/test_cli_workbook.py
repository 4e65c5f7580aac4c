"""export-office and import-office as an officer's successor would use them."""

from __future__ import annotations

import pytest
from openpyxl import load_workbook

from hrdesk.cli import main
from hrdesk.reports.sheets.workbook_cells import CONTINUED
from hrdesk.services import Services


@pytest.fixture
def sample(tmp_path):
    assert main(["demo", str(tmp_path / "demo")]) == 0
    return tmp_path / "demo" / "hrdesk.db"


def run(database, *arguments):
    return main(["--db", str(database), *map(str, arguments)])


def test_an_office_moves_to_another_pc(sample, tmp_path, capsys):
    first, second, third = (tmp_path / f"{name}.xlsx" for name in ("first", "second", "third"))
    assert run(sample, "export-office", "--plain", first) == 0
    assert run(tmp_path / "folder" / "new.db", "import-office", first) == 0
    assert run(tmp_path / "folder" / "new.db", "export-office", "--plain", second) == 0
    assert run(tmp_path / "empty.db", "new", "--kind", "อบต.", "--name", "ใหม่") == 0
    assert run(tmp_path / "empty.db", "import-office", first) == 0
    assert run(tmp_path / "empty.db", "export-office", "--plain", third) == 0
    assert first.read_bytes() == second.read_bytes() == third.read_bytes()
    said = capsys.readouterr().out.splitlines()
    book = load_workbook(third, read_only=True)
    rows = [row[0] for sheet in book.worksheets[1:] for row in sheet.iter_rows(min_row=3, max_col=1, values_only=True)]
    count = sum(one not in (None, CONTINUED) for one in rows)
    assert count > 1000
    assert said[-1] == f"{third}  {count} รายการ"
    assert f"{tmp_path / 'empty.db'}  เทศบาลตำบลหนองป่าครั่ง  {count} รายการ" in said


def test_what_cannot_be_done_is_said_in_one_line(sample, tmp_path, capsys):
    book, nowhere = tmp_path / "office.xlsx", tmp_path / "no.db"
    assert run(sample, "export-office", "--plain", book) == 0
    capsys.readouterr()
    for database, arguments, words in (
        (sample, ("export-office", "--plain", tmp_path / "office.pdf"), ".xlsx"),
        (sample, ("export-office", "--plain", tmp_path / "no" / "office.xlsx"), "กรุณาเลือกโฟลเดอร์อื่น"),
        (sample, ("import-office", book), "มีข้อมูลอยู่แล้ว"),
        (nowhere, ("export-office", "--plain", book), "ไม่พบแฟ้มข้อมูล"),
        (nowhere, ("import-office", tmp_path / "missing.xlsx"), "ไม่พบแฟ้ม"),
        (nowhere, ("import-office", sample.parent / "province.xlsx"), "ไม่ใช่ชุดข้อมูลหน่วยงาน"),
    ):
        assert run(database, *arguments) == 2
        said = capsys.readouterr().err
        assert words in said
        assert said.count("\n") == 1
    assert main(["import-office", str(book)]) == 2
    assert "--db" in capsys.readouterr().err
    assert not nowhere.exists()


def test_a_plan_left_unfinished_is_told(sample, tmp_path, capsys):
    with Services.open(sample) as services:
        services.planning.save_wizard(services.planning.blank(2567), "period")
    assert run(sample, "export-office", "--plain", tmp_path / "office.xlsx") == 0
    assert "แผนที่ทำค้างไว้" in capsys.readouterr().err
