"""Why a file is not read, told to the officer: what is wrong, that nothing was changed, what to do."""

from __future__ import annotations

from hrdesk.errors import UserError

MAX_BYTES = 48 * 2**20  # of the file itself
MAX_ROWS = 100_000
MAX_CELLS = 2_800_000  # of the smallest rectangle from A1 that holds every value of a sheet: all judgements of 20,000 people fit
_UNTOUCHED = "ข้อมูลในโปรแกรมไม่ถูกเปลี่ยนแปลง"
_SAVE_AS = "กรุณาเปิดแฟ้มด้วย Excel แล้วบันทึกเป็น .xlsx ก่อนนำเข้าใหม่"


def missing(name: str) -> UserError:
    return UserError(f"ไม่พบแฟ้ม “{name}” {_UNTOUCHED} กรุณาเลือกแฟ้มอีกครั้ง")


def unreadable(name: str, found: str) -> UserError:
    return UserError(f"เปิดแฟ้ม “{name}” ไม่ได้ ({found}) {_UNTOUCHED} กรุณาปิดโปรแกรมที่เปิดแฟ้มนี้อยู่แล้วลองอีกครั้ง")


def empty(name: str) -> UserError:
    return UserError(f"แฟ้ม “{name}” ว่างเปล่า {_UNTOUCHED} กรุณาเลือกแฟ้มอื่น")


def too_big(name: str) -> UserError:
    return UserError(
        f"แฟ้ม “{name}” ใหญ่เกิน {MAX_BYTES // 2**20} MB จึงไม่เปิดอ่าน {_UNTOUCHED}"
        " กรุณาแยกแฟ้ม หรือคัดลอกเฉพาะตารางบุคลากรไปไว้ในแฟ้มใหม่"
    )


def bomb(name: str) -> UserError:
    return UserError(
        f"แฟ้ม “{name}” มีขนาดใหญ่ผิดปกติเมื่อคลายออก จึงไม่เปิดอ่านเพื่อความปลอดภัยของเครื่อง {_UNTOUCHED}"
        " กรุณาขอแฟ้มจากผู้ส่งใหม่ หรือคัดลอกเฉพาะตารางบุคลากรไปไว้ในแฟ้มใหม่"
    )


def too_wide(name: str, sheet: str, cell: str) -> UserError:
    return UserError(
        f"แผ่นงาน “{sheet}” ในแฟ้ม “{name}” มีข้อมูลไกลถึงเซลล์ {cell} ซึ่งเกินกว่าตารางบุคลากรจะมีได้ {_UNTOUCHED}"
        " กรุณาลบแถวและคอลัมน์ที่ไม่ใช้ แล้วบันทึกแฟ้มใหม่"
    )


class LockedFile(UserError):  # noqa: N818 - what it is, not that it went wrong
    """A password opens it."""


def locked(name: str) -> UserError:
    return LockedFile(
        f"แฟ้ม “{name}” ตั้งรหัสผ่านไว้ โปรแกรมจึงอ่านไม่ได้ {_UNTOUCHED}"
        " กรุณาใส่รหัสผ่านของแฟ้ม หรือเปิดแฟ้มใน Excel แล้วบันทึกสำเนาที่ไม่มีรหัสผ่านก่อนนำเข้าใหม่"
    )


def wrong_password(name: str) -> UserError:
    return LockedFile(f"รหัสผ่านของแฟ้ม “{name}” ไม่ถูกต้อง {_UNTOUCHED} กรุณาใส่รหัสผ่านใหม่")


def damaged(name: str) -> UserError:
    return UserError(f"แฟ้ม “{name}” เสียหายหรือไม่สมบูรณ์ จึงอ่านไม่ได้ {_UNTOUCHED} {_SAVE_AS}")


def not_a_table(name: str, kind: str = "") -> UserError:
    said = f" (เป็น{kind})" if kind else ""
    return UserError(
        f"แฟ้ม “{name}” ไม่ใช่ตารางที่โปรแกรมอ่านได้{said} {_UNTOUCHED}"
        " กรุณาใช้แฟ้ม .xlsx .xls .ods .csv หรือข้อความที่คัดลอกจากตาราง"
    )


def old_format(name: str, kind: str) -> UserError:
    return UserError(f"แฟ้ม “{name}” บันทึกไว้ในรูปแบบ {kind} ซึ่งโปรแกรมไม่รองรับ {_UNTOUCHED} {_SAVE_AS}")


def encoding(name: str, row: int) -> UserError:
    return UserError(
        f"แฟ้ม “{name}” บรรทัดที่ {row} มีอักขระที่อ่านเป็นภาษาไทยไม่ได้ {_UNTOUCHED}"
        " กรุณาบันทึกแฟ้มใหม่เป็น CSV UTF-8"
    )
