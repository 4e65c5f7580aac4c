"""Thai for the buttons that Qt draws itself; Qt ships no Thai translation."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

WORDS = {
    "OK": "ตกลง", "&OK": "ตกลง", "Cancel": "ยกเลิก", "&Cancel": "ยกเลิก", "Close": "ปิด", "&Close": "ปิด",
    "Save": "บันทึก", "&Save": "บันทึก", "Open": "เปิด", "&Open": "เปิด", "Yes": "ใช่", "&Yes": "ใช่",
    "No": "ไม่ใช่", "&No": "ไม่ใช่", "Apply": "ใช้", "Reset": "คืนค่า", "Discard": "ไม่บันทึก", "Retry": "ลองใหม่",
    "&Undo": "เลิกทำ", "&Redo": "ทำซ้ำ", "Cu&t": "ตัด", "&Copy": "คัดลอก", "&Paste": "วาง", "Delete": "ลบ",
    "Select All": "เลือกทั้งหมด", "Directory:": "โฟลเดอร์:", "File &name:": "ชื่อแฟ้ม:",
    "Files of type:": "ชนิดแฟ้ม:", "Look in:": "ค้นหาใน:", "Print": "พิมพ์", "&Print": "พิมพ์",
    "Printer": "เครื่องพิมพ์", "Copies": "จำนวนชุด", "Name:": "ชื่อ:", "Copies:": "จำนวนชุด:", "Pages": "หน้า",
    "Print all": "พิมพ์ทั้งหมด", "Print current page": "พิมพ์หน้าปัจจุบัน", "Options": "ตัวเลือก",
    "Scroll Left": "เลื่อนไปทางซ้าย", "Scroll Right": "เลื่อนไปทางขวา",
}  # fmt: skip


class ThaiButtons(QTranslator):
    """Answers for the few texts of Qt that an officer meets."""

    def translate(
        self, _context: str, text: str, _hint: str | None = None, _count: int = -1
    ) -> str:
        return WORDS.get(text, "")

    def isEmpty(self) -> bool:
        return False
