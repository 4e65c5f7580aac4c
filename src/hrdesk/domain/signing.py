"""Who signs for the office: acting for its head or chief officer, deputies, the head of HR, heads of units.

The head and the chief officer themselves stand in `Organization`; an entry of their role says who signs instead of
them, and in what capacity. The three capacities are not the same in law: รักษาราชการแทน takes the place of one who is
absent, ปฏิบัติราชการแทน acts by a written delegation, ปฏิบัติหน้าที่ fills a post that nobody holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from hrdesk.errors import Problem
from hrdesk.lazy_dataclass import dataclass


class SigningRole(StrEnum):
    HEAD = "head"  # in place of the head
    CHIEF = "chief"  # in place of the chief officer
    DEPUTY_HEAD = "deputy-head"
    DEPUTY_CHIEF = "deputy-chief"
    HR_HEAD = "hr-head"
    UNIT_HEAD = "unit-head"


class Capacity(StrEnum):
    OWN = "own"  # holds the post
    ACTING = "acting"
    DELEGATED = "delegated"
    PERFORMING = "performing"


INSTEAD = frozenset({SigningRole.HEAD, SigningRole.CHIEF})  # never in a capacity of their own
MANY = frozenset({SigningRole.DEPUTY_HEAD, SigningRole.DEPUTY_CHIEF})  # several sign side by side

TERMS: tuple[tuple[StrEnum, str], ...] = (
    (SigningRole.HEAD, "แทนผู้บริหารท้องถิ่น"),
    (SigningRole.CHIEF, "แทนปลัด"),
    (SigningRole.DEPUTY_HEAD, "รองผู้บริหารท้องถิ่น"),
    (SigningRole.DEPUTY_CHIEF, "รองปลัด"),
    (SigningRole.HR_HEAD, "หัวหน้างานบุคคล"),
    (SigningRole.UNIT_HEAD, "หัวหน้าส่วนราชการ"),
    (Capacity.OWN, "ดำรงตำแหน่ง"),
    (Capacity.ACTING, "รักษาราชการแทน"),
    (Capacity.DELEGATED, "ปฏิบัติราชการแทน"),
    (Capacity.PERFORMING, "ปฏิบัติหน้าที่"),
)
_WORDS = dict(TERMS)


@dataclass(frozen=True, slots=True)
class Signatory:
    """`name` and `position` are what was typed, or what the register says of `staff` today."""

    id: int
    role: SigningRole
    name: str = ""
    position: str = ""  # the signatory's own post: รองนายกเทศมนตรี
    capacity: Capacity = Capacity.OWN
    unit: int | None = None  # of a UNIT_HEAD
    staff: int | None = None  # in the register
    signs: bool = True  # now; one in each role and unit, but for deputies

    @property
    def place(self) -> tuple[SigningRole, int | None]:
        """What only one can sign for."""
        return self.role, self.unit if self.role is SigningRole.UNIT_HEAD else None

    @property
    def own_line(self) -> str:
        """The first line under the name: the post, and in whose place one stands (รองนายกเทศมนตรี รักษาราชการแทน)."""
        instead = "" if self.capacity is Capacity.OWN else _WORDS[self.capacity]
        return f"{self.position} {instead}".strip()


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody of the register who may be entered as signatory."""

    staff: int
    name: str
    post: str


def signing(signatories: Iterable[Signatory], role: SigningRole, unit: int | None = None) -> Signatory | None:
    """Who signs in the role now; None when that is its holder, or nobody is entered."""
    return next((one for one in signatories if one.signs and one.place == (role, unit)), None)


def head_title(unit: str) -> str:
    """หัวหน้าฝ่ายอำนวยการ, ผู้อำนวยการกองคลัง; empty without a unit."""
    directed = unit.startswith(("กอง", "สำนัก")) and not unit.startswith("สำนักปลัด")
    return f"{'ผู้อำนวยการ' if directed else 'หัวหน้า'}{unit}" if unit else ""


def check_signatory(signatory: Signatory) -> tuple[Problem, ...]:
    found: list[Problem] = []

    def say(field: str, text: str) -> None:
        found.append(Problem(f"signatory.{field}", text, code=f"signatory-{field}", place="ผู้ลงนาม"))

    if not signatory.name and signatory.staff is None:
        say("name", "กรุณาเลือกจากทะเบียนหรือกรอกชื่อผู้ลงนาม")
    if not signatory.position and signatory.staff is None:
        say("position", "กรุณากรอกตำแหน่งที่พิมพ์ใต้ชื่อ")
    if signatory.role in INSTEAD and signatory.capacity is Capacity.OWN:
        say("capacity", "กรุณาเลือกว่าลงนามแทนในฐานะใด")
    if signatory.role is SigningRole.UNIT_HEAD and signatory.unit is None:
        say("unit", "กรุณาเลือกส่วนราชการ")
    return tuple(found)
