"""What the officer is told at the start, in lines under the bar."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from hrdesk.services.safety.beginning import opens_by_digits_alone
from hrdesk.services.safety.clock import clock_trouble
from hrdesk.ui.kit.banner import BACKUP_NOTICE, Notice

if TYPE_CHECKING:
    from hrdesk.services import Services


def first_troubles(services: Services) -> tuple[Notice, ...]:
    """What the officer should know at the start, without a question to answer."""
    notices = [
        Notice(BACKUP_NOTICE, services.backup.second_trouble(), verb="เปิดหน้าสำรองข้อมูล"),
        Notice("clock", clock_trouble(services.backup, datetime.now().astimezone())),
    ]
    if services.pc.kept.damaged:
        text = (
            "อ่านการตั้งค่าของเครื่องนี้ได้ไม่ครบ จึงยังไม่สำรองลงโฟลเดอร์ที่สอง ข้อมูลหน่วยงานยังอยู่ครบ "
            "กรุณาตั้งโฟลเดอร์สำรองที่สองและรหัสผ่านใหม่ในหน้าตั้งค่า"
        )
        notices.append(Notice("pc-settings", text, verb="เปิดหน้าสำรองข้อมูล"))
    if opens_by_digits_alone(services.database.path):
        text = (
            "เครื่องนี้ไม่มีแฟ้มกุญแจของฐานข้อมูลที่เข้ารหัส รหัสผ่านเดิมจึงใช้ไม่ได้ ข้อมูลยังอยู่ครบ ครั้งต่อไปเปิดด้วยรหัสกู้คืน 48 หลัก "
            "ถ้าต้องการใช้รหัสผ่าน ให้เลิกเข้ารหัสแล้วเข้ารหัสใหม่ในหน้าตั้งค่า"
        )
        notices.append(Notice("key-file", text))
    if services.read_only:
        text = (
            "เปิดแบบอ่านอย่างเดียว เพราะแฟ้มข้อมูลหรือโฟลเดอร์เขียนไม่ได้ ดูและพิมพ์ได้ แต่บันทึกไม่ได้ "
            "กรุณาแก้สิทธิ์การเขียนแล้วเปิดโปรแกรมใหม่"
        )
        notices.append(Notice("read-only", text, lasts=True))
    return tuple(notices)
