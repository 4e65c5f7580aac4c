"""Data of persons: shown on the record, handed over whole, forgotten to the last byte, and the figures stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import msoffcrypto
import openpyxl
import pytest

from hrdesk.domain.audit import AuditAction, AuditQuery
from hrdesk.domain.skill_terms import Rater
from hrdesk.domain.staff import PersonRecord
from hrdesk.domain.terms import OrganizationKind
from hrdesk.errors import UserError
from hrdesk.models.competency import Assessment
from hrdesk.services import Services
from hrdesk.services.register.person_file import clauses
from hrdesk.services.safety.protected import encrypted
from small_database import plain_only

NUMBER = "1234567890121"
PERSON = PersonRecord(
    0, "นางสาว", "กุหลาบแดง", "ทดสอบระบบ", NUMBER, date(1966, 7, 9), education="รัฐศาสตรบัณฑิต", note="แพ้กุ้งทะเลลึก"
)
SECRETS = ("กุหลาบแดง", "ทดสอบระบบ", NUMBER, "แพ้กุ้งทะเลลึก", "หลักฐานเฉพาะตัวมาก", "1966-07-09")


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    path = tmp_path_factory.mktemp("office") / "office.db"
    with Services.create(path, OrganizationKind.TOWN, "ตัวอย่าง") as services:
        services.register.save_person(PersonRecord(0, "นาย", "คนอื่น", "อยู่ต่อ"))
        imports = services.staff_import
        for title in ("นาย", "นางสาว"):  # the second changes what the first brought, and keeps how it was
            table = f"คำนำหน้า\tชื่อ\tสกุล\tเลขประจำตัวประชาชน\tตำแหน่ง\n{title}\tกุหลาบแดง\tทดสอบระบบ\t{NUMBER}\tคนงาน\n"
            imports.apply(imports.read(imports.tables(imports.pasted(table))), "วาง")
        row = next(one.id for one in services.privacy.people() if "กุหลาบ" in one.name)
        services.register.save_person(replace(PERSON, id=row))
        services.drafts.keep("x", "แก้ไขข้อมูลบุคลากร", "people", {"ชื่อ": "กุหลาบแดง", "นามสกุล": "ทดสอบระบบ"})
        with services.database.begin() as session:
            session.add(Assessment(staff_id=row, framework="dc66", code="DC100", rater=Rater.SELF, level=1,
                                   evidence="หลักฐานเฉพาะตัวมาก", assessed_on=date(2026, 1, 1), assessor="",
                                   recorded_at=services.drafts.listed()[0].updated_at))  # fmt: skip
    return path


@pytest.fixture
def services(office, tmp_path):
    (tmp_path / "office.db").write_bytes(office.read_bytes())
    with Services.open(tmp_path / "office.db") as services:
        yield services


def the_person(services):
    return next(one.id for one in services.privacy.people() if "กุหลาบ" in one.name)


def held(services, secrets=SECRETS):
    """Which of the secrets stand anywhere in the file, as text or as sort and search keys."""
    services.database.detach()
    content = services.database.path.read_bytes()
    services.database.attach()
    return [secret for secret in secrets if secret.encode() in content]


def test_the_whole_number_is_given_and_that_it_was_is_kept(services):
    person = the_person(services)
    assert services.privacy.full_id(person) == NUMBER
    (line, *_) = services.audit.page(AuditQuery()).lines
    assert (line.action.value, line.row_ids) == ("view-id", str(person))
    other = next(one.id for one in services.privacy.people() if one.id != person)
    before = services.audit.page(AuditQuery()).total
    assert services.privacy.full_id(other) == ""
    assert services.audit.page(AuditQuery()).total == before  # nothing was shown


def test_a_person_gets_everything_and_only_theirs(services, tmp_path):
    person = the_person(services)
    rows = services.privacy.person_data(person, tmp_path / "person.xlsx")
    book = openpyxl.load_workbook(tmp_path / "person.xlsx")
    text = "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    assert all(secret in text for secret in (*SECRETS[:5], "รัฐศาสตรบัณฑิต"))
    assert "คนอื่น" not in text
    assert rows >= 2
    (line, *_) = services.audit.page(AuditQuery()).lines
    assert (line.action.value, line.subject, line.row_ids) == ("export", "staff", str(person))


def test_a_password_locks_the_workbook(services, tmp_path):
    target = tmp_path / "person.xlsx"
    with pytest.raises(UserError, match="อย่างน้อย 8"):
        services.privacy.person_data(the_person(services), target, "สั้น")
    assert not target.exists()
    services.privacy.person_data(the_person(services), target, "รหัสผ่านยาวพอ")
    assert b"xl/worksheets" not in target.read_bytes()
    with target.open("rb") as file:
        locked = msoffcrypto.OfficeFile(file)
        assert locked.is_encrypted()
        locked.load_key(password="รหัสผ่านยาวพอ")
        plain = BytesIO()
        locked.decrypt(plain)
    assert "บุคลากร" in openpyxl.load_workbook(plain).sheetnames
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".xlsx"] == ["person.xlsx"]


def test_two_locked_copies_differ():
    book = BytesIO()
    openpyxl.Workbook().save(book)
    assert encrypted(book.getvalue(), "x" * 8) != encrypted(book.getvalue(), "x" * 8)


def test_everything_that_names_a_person_is_followed(services):
    assert {"staff", "assessment", "idp", "idp_item", "participant", "attendance"} <= set(clauses(1))
    assert not {"plan", "course", "training_class", "audit_entry"} & set(clauses(1))


def test_who_left_long_ago_need_not_be_kept(services):
    person = the_person(services)
    assert services.privacy.leavers() == ()
    services.register.retire(person, date(2016, 2, 29), "ลาออก")
    (leaver,) = services.privacy.leavers(3, date(2019, 2, 28))
    assert (leaver.until, leaver.due) == (date(2019, 2, 28), False)
    assert services.privacy.leavers(3, date(2019, 3, 1))[0].due


@plain_only
def test_a_forgotten_person_is_gone_from_every_byte_but_not_from_the_figures(services, tmp_path):
    person = the_person(services)
    services.register.retire(person, date(2016, 9, 30), "ลาออก")
    assert held(services) == list(SECRETS)
    before = services.database.counts()
    with pytest.raises(UserError, match="ยังปฏิบัติงานอยู่"):
        services.privacy.anonymise((person, next(one.id for one in services.privacy.people() if one.id != person)))
    assert held(services) == list(SECRETS)
    services.privacy.anonymise((person,))
    assert held(services) == []
    after = services.database.counts()
    assert {name: before[name] - after[name] for name in before if before[name] > after[name]} == {
        "import_batch": 1, "form_draft": 1,
    }  # fmt: skip
    record = services.register.person(person)
    assert (record.personnel_type, record.education, record.left_on) == (
        PERSON.personnel_type, "รัฐศาสตรบัณฑิต", date(2016, 9, 30),
    )  # fmt: skip
    assert services.privacy.leavers() == ()
    assert [one.name for one in services.privacy.people()] == ["นายคนอื่น อยู่ต่อ"]
    assert services.audit.page(AuditQuery(AuditAction.ANONYMISE)).lines[0].row_ids == str(person)
    assert "กุหลาบแดง".encode() in services.backup.listed()[0].path.read_bytes()  # as was said
    assert services.database.full_check() == ()


def test_on_committees_of_a_plan_not_announced_only_the_post_stays(tmp_path):
    from datetime import date

    from sqlalchemy import select

    from hrdesk.domain.plan_terms import PlanStatus
    from hrdesk.models.plan import CommitteeMember, Plan
    from hrdesk.services import Services

    with Services.create_sample(tmp_path / "office.db") as services:
        database = services.database
        staff_id = services.privacy.people()[0].id
        services.register.retire(staff_id, date(2024, 1, 1), "โอน")
        for status, name in ((PlanStatus.ANNOUNCED, "นายผู้ หนึ่ง"), (PlanStatus.DRAFT, "")):
            with database.begin() as session:
                session.scalars(select(Plan)).one().status = status
                seat = session.scalars(select(CommitteeMember)).first()
                seat.name, seat.position, seat.staff = "นายผู้ หนึ่ง", "ปลัดเทศบาล", staff_id
            services.privacy.anonymise((staff_id,))
            with database.read() as session:
                seat = session.scalars(select(CommitteeMember)).first()
                assert (seat.name, seat.position) == (name, "ปลัดเทศบาล")
