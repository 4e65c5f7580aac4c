"""Papers about one person, and the pictures that papers carry."""

from __future__ import annotations

from datetime import date

import pytest

from hrdesk.domain.person_history import TrainingRecord
from hrdesk.domain.register_terms import ImageKind
from hrdesk.domain.subject import Choice, Subject
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
    assert "12.50 ชั่วโมง" in said
    assert services.register.person(person.id).national_id not in said
    assert services.forms.print_pdf("training-history", Subject(person=person.id), tmp_path / "f21.pdf") >= 1


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
