from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.domain.office import OrgUnit, PositionLine
from hrdesk.domain.staff import PersonRecord, PositionRecord, is_national_id
from hrdesk.domain.terms import LEVELS_OF, PersonnelType, PositionType
from hrdesk.reports.sheets.plain_sheet import write_plain
from hrdesk.services.sheets.reader import read_sheets
from hrdesk.services.sheets.sheet import Sheet
from hrdesk.services.staffing.compare import Register, Status, compare
from hrdesk.services.staffing.entry import WrongCell
from hrdesk.services.staffing.headings import find_table
from hrdesk.services.staffing.rows import read_rows
from hrdesk.services.staffing.template import template_sheet, wrong_sheets
from services.staffing.lists import TODAY, sheet

LINES = (
    PositionLine(1, "นักทรัพยากรบุคคล", PersonnelType.REGULAR, PositionType.ACADEMIC),
    PositionLine(2, "นักบริหารงานคลัง", PersonnelType.REGULAR, PositionType.DIRECTOR),
    PositionLine(3, "พนักงานจ้างทั่วไป", PersonnelType.GENERAL_CONTRACT),
)
UNITS = (OrgUnit(1, "สำนักปลัด"), OrgUnit(2, "งานธุรการ", 1), OrgUnit(3, "กองคลัง"), OrgUnit(4, "งานธุรการ", 3), OrgUnit(5, "ก/ข"))
NAMES = st.text("กขคงจใาิี์ abc-", min_size=1, max_size=8).map(lambda t: " ".join(t.split())).filter(
    lambda t: any(c.isalpha() for c in t)
)  # fmt: skip
VALID = st.integers(10**11, 9 * 10**11).map(lambda n: next(f"{n}{d}" for d in range(10) if is_national_id(f"{n}{d}")))
DAYS = st.none() | st.dates(date(1960, 1, 1), date(1990, 1, 1))
POSTS = st.tuples(
    st.sampled_from(["", "", "2", "50", "EX-001", "12-2-01-3102-00", "(ถ)"]), NAMES | st.sampled_from([line.name for line in LINES]),
    st.sampled_from(LINES), st.sampled_from([None, *(unit.id for unit in UNITS)]), st.integers(0, 4),
)  # fmt: skip
PEOPLE = st.tuples(
    st.sampled_from(["นาย", "น.ส.", "ว่าที่ ร.ต."]), NAMES, NAMES, VALID, DAYS, st.sampled_from(list(PersonnelType)), NAMES, st.booleans()
)  # fmt: skip


def register_of(posts, people):
    positions = []
    for number, (given_number, title, line, unit, level) in enumerate(posts, start=1):
        levels = LEVELS_OF[line.position_type]
        official = f"{given_number}{number}" if given_number.endswith("00") else given_number
        positions.append(PositionRecord(number, official, title, line.id, levels[level % len(levels)], unit))
    staff = [
        PersonRecord(
            number, title, first, last, national_id, birth, kind, number if held and number <= len(positions) else None,
            education=note, note=f"{note}\n{note}",
        )
        for number, (title, first, last, national_id, birth, kind, note, held) in enumerate(people, start=1)
    ]  # fmt: skip
    return Register(tuple(positions), tuple(staff), UNITS, LINES)


@settings(max_examples=300, deadline=None)
@given(st.lists(POSTS, max_size=6), st.lists(PEOPLE, max_size=6, unique_by=lambda person: person[3]))
def test_the_template_of_any_office_reads_back_without_a_change(posts, people):
    register = register_of(posts, people)
    plain = template_sheet(register)
    table = find_table(Sheet(plain.name, tuple(map(tuple, plain.rows)), knows_merges=True))
    preview = compare(read_rows(table, TODAY), register, TODAY)
    assert preview.wrong == ()
    assert [(row.entry.row, row.status, row.changes) for row in preview.rows if row.status is not Status.SAME] == []
    assert len(preview.rows) == len(plain.rows) - 1 == preview.positions + sum(p.position_id is None for p in register.people)


def test_text_stays_text_whatever_it_begins_with(tmp_path):
    target = tmp_path / "t.xlsx"
    drawn = sheet("ตำแหน่ง|ชื่อ-สกุล|หมายเหตุ\n=1+1|+cmd|@x\n-2|{=3}|https://a.b")
    table = find_table(drawn)
    wrong = [WrongCell("กรอบ", row, f"A{row}", "=ผิด") for row in (2, 3)]
    assert write_plain(wrong_sheets([table], wrong), target) == 2
    (back,) = read_sheets(target)
    assert back.rows == (
        ("ตำแหน่ง", "ชื่อ-สกุล", "หมายเหตุ", "สาเหตุ"), ("=1+1", "+cmd", "@x", "A2 =ผิด"), ("-2", "{=3}", "https://a.b", "A3 =ผิด"),
    )  # fmt: skip


def test_types_merges_and_names_of_sheets_are_kept(tmp_path):
    target = tmp_path / "t.xlsx"
    rows = "หัวเรื่อง||||\nตำแหน่ง|ชื่อ-สกุล|เลขประจำตัวประชาชน|วันเกิด|x\nก|ข|||"
    merges = [(0, 0, 0, 4)]
    sheets = [sheet(rows, name=name, merges=merges, C3=3000000120018.0, D3=date(1987, 1, 5), E3=True) for name in ("ก/1", "ก1")]
    tables = [find_table(one) for one in sheets]
    write_plain(wrong_sheets(tables, [WrongCell("ก/1", 3, "C3", "ผิด"), WrongCell("ก1", 3, "C3", "ผิด")]), target)
    first, second = read_sheets(target)
    assert [first.name, second.name] == ["ก1", "ก1 (2)"]
    assert first.merges == sheets[0].merges
    assert first.rows[2] == ("ก", "ข", 3000000120018.0, date(1987, 1, 5), True, "C3 ผิด")
