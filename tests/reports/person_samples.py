"""A person of the sample office with a history: what the papers about one person are printed from in the tests."""

from __future__ import annotations

from datetime import date

from hrdesk.domain.office import Office
from hrdesk.domain.person_history import Education, HeldPosition, PersonHistory, TrainingRecord
from hrdesk.domain.plan import PlanDraft
from hrdesk.domain.staff import PersonRecord
from hrdesk.domain.terms import Level, MethodKind, PersonnelType
from hrdesk.domain.training_terms import Result
from hrdesk.reports.snapshots.person_snapshot import PersonSnapshot, person_snapshot

HISTORY = PersonHistory(
    held=(
        HeldPosition(2, 1, "นักทรัพยากรบุคคล", "12-2-01-3102-002", Level.PRACTITIONER, PersonnelType.REGULAR,
                     "งานการเจ้าหน้าที่", starts_on=date(2016, 5, 2), ends_on=date(2021, 10, 1), order_number="412/2564"),
        HeldPosition(1, 1, "เจ้าพนักงานธุรการ", "", Level.NONE, PersonnelType.MISSION_QUALIFIED, ends_on=date(2016, 5, 2)),
    ),
    education=(Education(1, 1, "รัฐประศาสนศาสตรมหาบัณฑิต", "การจัดการงานบุคคล", "มหาวิทยาลัยเชียงใหม่", 2558),),
    training=(
        TrainingRecord(3, 1, "การจัดทำแผนพัฒนาบุคลากรและการติดตามประเมินผลขององค์กรปกครองส่วนท้องถิ่น", class_number="4",
                       starts_on=date(2024, 1, 15), ends_on=date(2024, 1, 19), organizer="สถาบันพัฒนาบุคลากรท้องถิ่น",
                       hours=3000, certificate_number="สพบ. 118/2567", venue="สถาบันพัฒนาบุคลากรท้องถิ่น จังหวัดปทุมธานี", fund="เทศบัญญัติงบประมาณรายจ่ายประจำปี",
                       days=500, score=8750, letter_number="มท 0807.2/ว 45", letter_date=date(2023, 12, 20),
                       project="โครงการพัฒนาผู้ปฏิบัติงานด้านการบริหารงานบุคคล", objective="จัดทำและติดตามแผนพัฒนาบุคลากรได้เอง"),
        TrainingRecord(2, 1, "ศึกษาดูงานการบริหารงานบุคคล", MethodKind.STUDY_VISIT, starts_on=date(2023, 6, 6),
                       ends_on=date(2023, 6, 6), organizer="เทศบาลตำบลหนองป่าครั่ง", hours=650, order_number="ที่ 210/2566", order_date=date(2023, 5, 30), country="ญี่ปุ่น", venue="เมืองโอซากา", days=100),
        TrainingRecord(1, 1, "ระเบียบงานสารบรรณ", result=Result.FAILED),
    ),
)  # fmt: skip


def person_sample(office: Office, _plan: PlanDraft) -> PersonSnapshot:
    post = next(one for one in office.positions if one.holder and "ทรัพยากรบุคคล" in one.title)
    person = PersonRecord(
        post.staff_id or 0, "นางสาว", "ณัฐธิดา", "เตชะวรรณ", "3000000120019", date(1988, 10, 1), start_date=date(2012, 3, 1),
        education="รัฐประศาสนศาสตรมหาบัณฑิต",
    )  # fmt: skip
    return person_snapshot(office, person, post, HISTORY, date(2024, 9, 30))
