"""Papers about one person, and the pictures that papers carry."""

from __future__ import annotations

from datetime import date

import pytest

from hrdesk.domain.person_history import HeldPosition, TrainingRecord
from hrdesk.domain.register_terms import ImageKind
from hrdesk.domain.subject import Choice, Subject
from hrdesk.domain.terms import PersonnelType
from hrdesk.errors import UserError
from hrdesk.reports.document import Table
from hrdesk.services import Services
from hrdesk.services.values import StaffQuery

PICTURE = b"\x89PNG\r\n\x1a\n and the rest"


@pytest.fixture
def services(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as opened:
        yield opened


def test_a_history_is_printed_with_its_hours_and_a_masked_id(services, tmp_path):
    (person, *_) = services.forms.options(Choice.PERSON, Subject())
    services.history.save(TrainingRecord(0, person.id, "สารบรรณ", starts_on=date(2024, 1, 5), hours=650))
    services.history.save(TrainingRecord(0, person.id, "พัสดุ", hours=600))
    document = services.forms.document("training-history", Subject(person=person.id), thai_digits=False)
    tables = [block for block in document.sections[0].blocks if isinstance(block, Table)]
    assert [row.cells[2] for row in tables[0].rows] == ["สารบรรณ", "พัสดุ"]
    said = str(document)
    assert "12.5 ชั่วโมง" in said
    assert services.register.person(person.id).national_id not in said
    assert services.forms.print_pdf("training-history", Subject(person=person.id), tmp_path / "f21.pdf") >= 1


def details_of(services, staff_id):
    document = services.forms.document("training-history", Subject(person=staff_id), thai_digits=False)
    table = next(b for b in document.sections[0].blocks if isinstance(b, Table) and b.name == "รายละเอียดการอบรม")
    return [row.cells for row in table.rows]


@pytest.mark.parametrize(
    ("known", "place", "said"),
    [
        ({"project": "โครงการพัฒนาบุคลากร"}, 1, "โครงการพัฒนาบุคลากร"),
        ({"objective": "ทำงานได้เอง"}, 2, "ทำงานได้เอง"),
        ({"venue": "ห้องประชุม"}, 3, "ห้องประชุม"),
        ({"venue": "โอซากา", "country": "ญี่ปุ่น"}, 3, "โอซากา, ญี่ปุ่น"),
        ({"country": "ญี่ปุ่น"}, 3, "ญี่ปุ่น"),
        ({"country": ""}, 3, "-"),
        ({"fund": "ทุนรัฐบาล"}, 4, "ทุนรัฐบาล"),
        ({"days": 250}, 5, "2.5"),
        ({"score": 8750}, 6, "87.5"),
        ({"score": 0}, 6, "0"),
        ({"degree": "วุฒิบัตร"}, 7, "วุฒิบัตร"),
        ({"letter_number": "มท 1/2", "letter_date": date(2024, 1, 5)}, 8, "มท 1/2 ลงวันที่ 5 ม.ค. 2567"),
        ({"letter_date": date(2024, 1, 5)}, 8, "ลงวันที่ 5 ม.ค. 2567"),
        ({"order_number": "12/2567"}, 9, "12/2567"),
        ({"note": "ได้รับทุน"}, 10, "ได้รับทุน"),
    ],
)  # fmt: skip
def test_a_history_tells_all_that_dpis_holds_and_a_dash_where_nothing_is_known(services, known, place, said):
    (person, *_) = services.forms.options(Choice.PERSON, Subject())
    services.history.save(TrainingRecord(0, person.id, "สารบรรณ", **known))
    (cells,) = details_of(services, person.id)
    assert cells[place] == said
    assert {cell for at, cell in enumerate(cells) if at not in (0, place)} <= {"-"}


def test_a_post_held_as_another_kind_of_personnel_says_so(services):
    row = services.register.staff_page(StaffQuery(vacant=False)).rows[0]
    for kind in (PersonnelType.REGULAR, PersonnelType.GENERAL_CONTRACT):
        services.history.save(HeldPosition(0, row.staff_id, "คนงาน", personnel_type=kind))
    document = services.forms.document("training-history", Subject(person=row.staff_id))
    table = next(b for b in document.sections[0].blocks if isinstance(b, Table) and b.name == "ประวัติการดำรงตำแหน่ง")
    assert {line.cells[2] for line in table.rows} == {"คนงาน", "คนงาน (พนักงานจ้างทั่วไป)"}


def test_who_left_can_be_chosen_after_those_who_are_here(services):
    row = services.register.staff_page(StaffQuery(vacant=False)).rows[0]
    services.register.retire(row.staff_id, date(2024, 10, 1), "ลาออก")
    assert services.forms.options(Choice.PERSON, Subject())[-1].id == row.staff_id
    unit = services.register.units()[0].id
    assert len(services.forms.options(Choice.PERSON, Subject(unit=unit))) < 60


def test_pictures_are_kept_and_put_on_papers(services):
    services.office_images.put(ImageKind.KRUT, PICTURE)
    assert services.office_images.image(ImageKind.KRUT) == PICTURE
    assert services.forms.document("register", Subject()).emblem == PICTURE
    with pytest.raises(UserError, match="ไม่ถูกเปลี่ยนแปลง"):
        services.office_images.put(ImageKind.KRUT, b"GIF89a")
    services.office_images.put(ImageKind.KRUT, b"")
    assert services.office_images.image(ImageKind.KRUT) == b""
