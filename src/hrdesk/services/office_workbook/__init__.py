"""The office workbook (ชุดข้อมูลหน่วยงาน): everything of an office in one documented .xlsx, out and in again."""
