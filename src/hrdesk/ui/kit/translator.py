"""Thai for what Qt says itself: buttons, menus of fields and scroll bars, and its own windows for files and printers.

Qt ships no Thai translation. Windows shows its own windows for files and printers; on Linux they are Qt's.
"""

from __future__ import annotations

from PySide6.QtCore import QTranslator

BUTTONS = {
    "OK": "ตกลง", "&OK": "ตกลง", "Cancel": "ยกเลิก", "&Cancel": "ยกเลิก", "Close": "ปิด", "&Close": "ปิด",
    "Save": "บันทึก", "&Save": "บันทึก", "Save All": "บันทึกทั้งหมด", "Open": "เปิด", "&Open": "เปิด",
    "&Choose": "เลือก", "Yes": "ใช่", "&Yes": "ใช่", "Yes to &All": "ใช่ทั้งหมด", "No": "ไม่ใช่", "&No": "ไม่ใช่",
    "N&o to All": "ไม่ใช่ทั้งหมด", "Apply": "ใช้", "Reset": "คืนค่า", "Restore Defaults": "คืนค่าเริ่มต้น",
    "Discard": "ไม่บันทึก", "Don't Save": "ไม่บันทึก", "Close without Saving": "ปิดโดยไม่บันทึก", "Retry": "ลองใหม่",
    "Ignore": "ข้าม", "Abort": "หยุด", "Help": "วิธีใช้", "Show Details...": "แสดงรายละเอียด…",
    "Hide Details...": "ซ่อนรายละเอียด…",
}  # fmt: skip
MENUS = {
    "&Undo": "เลิกทำ", "&Redo": "ทำซ้ำ", "Cu&t": "ตัด", "&Copy": "คัดลอก", "&Paste": "วาง", "Delete": "ลบ",
    "Copy &Link Location": "คัดลอกที่อยู่ลิงก์", "Select All": "เลือกทั้งหมด", "&Select All": "เลือกทั้งหมด",
    "&Step up": "เพิ่มขึ้น", "Step &down": "ลดลง", "Scroll Left": "เลื่อนไปทางซ้าย", "Scroll Right": "เลื่อนไปทางขวา",
    "Scroll here": "เลื่อนมาที่นี่", "Top": "บนสุด", "Bottom": "ล่างสุด", "Left edge": "ซ้ายสุด", "Right edge": "ขวาสุด",
    "Page up": "ขึ้นหนึ่งหน้า", "Page down": "ลงหนึ่งหน้า", "Page left": "ไปทางซ้ายหนึ่งหน้า",
    "Page right": "ไปทางขวาหนึ่งหน้า", "Scroll up": "เลื่อนขึ้น", "Scroll down": "เลื่อนลง",
    "Scroll left": "เลื่อนไปทางซ้าย", "Scroll right": "เลื่อนไปทางขวา",
}  # fmt: skip
FILES = {
    "&Look in:": "ค้นหาใน:", "Look in:": "ค้นหาใน:", "Directory:": "โฟลเดอร์:", "File &name:": "ชื่อแฟ้ม:",
    "Files of &type:": "ชนิดแฟ้ม:", "Files of type:": "ชนิดแฟ้ม:", "All Files (*)": "ทุกแฟ้ม (*)",
    "Directories": "โฟลเดอร์", "Files": "แฟ้ม", "Sidebar": "ที่ใช้บ่อย", "Computer": "เครื่องนี้", "My Computer": "เครื่องนี้",
    "List of places and bookmarks": "ที่ใช้บ่อย", "Back": "ย้อนกลับ", "Go back": "ย้อนกลับ", "Forward": "ไปข้างหน้า",
    "Go forward": "ไปข้างหน้า", "Parent Directory": "โฟลเดอร์ที่อยู่เหนือขึ้นไป",
    "Go to the parent directory": "ไปโฟลเดอร์ที่อยู่เหนือขึ้นไป",
    "Create New Folder": "สร้างโฟลเดอร์ใหม่", "Create a New Folder": "สร้างโฟลเดอร์ใหม่", "&New Folder": "สร้างโฟลเดอร์ใหม่", "New Folder": "โฟลเดอร์ใหม่",
    "List View": "แสดงเป็นรายการ", "Change to list view mode": "แสดงเป็นรายการ",
    "Detail View": "แสดงรายละเอียด", "Change to detail view mode": "แสดงรายละเอียด", "Show ": "แสดง", "&Rename": "เปลี่ยนชื่อ", "&Delete": "ลบ",
    "Remove": "เอาออก", "Show &hidden files": "แสดงแฟ้มที่ซ่อน", "Name": "ชื่อ", "Size": "ขนาด", "Type": "ชนิด",
    "Kind": "ชนิด", "Date Modified": "วันที่แก้ไข", "Show Size": "แสดงขนาด", "Show Type": "แสดงชนิด",
    "Show Date Modified": "แสดงวันที่แก้ไข", "Folder": "โฟลเดอร์", "File Folder": "โฟลเดอร์", "File": "แฟ้ม",
    "%1 File": "แฟ้ม %1", "Drive": "ไดรฟ์", "Alias": "ทางลัด", "Shortcut": "ทางลัด",
    "%1 already exists.\nDo you want to replace it?": "มีแฟ้ม %1 อยู่แล้ว ต้องการแทนที่หรือไม่",
    "%1\nFile not found.\nPlease verify the correct file name was given.": "ไม่พบแฟ้ม %1 กรุณาตรวจชื่อแฟ้ม",
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": "ไม่พบโฟลเดอร์ %1 กรุณาตรวจชื่อโฟลเดอร์",
    "Are you sure you want to delete '%1'?": "ต้องการลบ “%1” หรือไม่",
    "'%1' is write protected.\nDo you want to delete it anyway?": "“%1” ป้องกันการเขียนไว้ ต้องการลบหรือไม่",
    "Could not delete directory.": "ลบโฟลเดอร์ไม่ได้",
}  # fmt: skip
PRINTERS = {
    "Print": "พิมพ์", "&Print": "พิมพ์", "Printer": "เครื่องพิมพ์", "&Name:": "ชื่อ:", "Name:": "ชื่อ:", "Type:": "ชนิด:",
    "Location:": "ที่ตั้ง:", "P&roperties": "คุณสมบัติ", "Preview": "ดูตัวอย่าง", "Output &file:": "แฟ้มที่จะบันทึก:",
    "Print to File (PDF)": "บันทึกเป็น PDF", "Local file": "แฟ้มในเครื่อง", "Write PDF file": "บันทึกเป็นแฟ้ม PDF",
    "&Options >>": "ตัวเลือก >>", "&Options <<": "ตัวเลือก <<", "Options": "ตัวเลือก", "Print range": "ช่วงที่พิมพ์",
    "Print all": "พิมพ์ทั้งหมด", "Print current page": "พิมพ์หน้าปัจจุบัน", "Current Page": "หน้าปัจจุบัน",
    "Selection": "ส่วนที่เลือก", "Pages": "หน้า", "Pages from": "หน้า", "to": "ถึง", "Page &Set:": "หน้าที่พิมพ์:",
    "All Pages": "ทุกหน้า", "Odd Pages": "หน้าคี่", "Even Pages": "หน้าคู่", "Output Settings": "การพิมพ์",
    "Copies": "จำนวนชุด", "Copies:": "จำนวนชุด:", "Collate": "เรียงเป็นชุด", "Reverse": "เรียงกลับ",
    "Color Mode": "สี", "Color": "สี", "Grayscale": "ขาวดำ", "Double Sided Printing": "พิมพ์สองหน้า", "Off": "ไม่ใช้",
    "Long side binding": "พลิกด้านยาว", "Short side binding": "พลิกด้านสั้น",
    "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen."
    " E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.": "พิมพ์เลขหน้าหรือช่วงหน้า คั่นด้วยจุลภาค เช่น 3,5-7,9 คือหน้า 3, 5, 6, 7 และ 9",
}  # fmt: skip
WORDS = {**BUTTONS, **MENUS, **FILES, **PRINTERS}


class ThaiButtons(QTranslator):
    """Answers for the texts of Qt that an officer meets; the rest, such as the names of keys, stays as it is."""

    def translate(
        self, _context: str, text: str, _hint: str | None = None, _count: int = -1
    ) -> str | None:
        return WORDS.get(text)  # an empty text would blank out what is not known

    def isEmpty(self) -> bool:
        return False
