"""A small book that uses every block: what the pictures and the text tests are made of."""

from __future__ import annotations

from datetime import date

from hrdesk.reports.document import (
    Align,
    Borderless,
    Column,
    Contents,
    Document,
    Format,
    Heading,
    ListItem,
    Orientation,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Section,
    Signature,
    Space,
    Style,
    Table,
    Total,
)

WORDS = tuple(  # the hard ones for a shaper
    "ที่ ก็ ปี่ ฝ้า ฟ้า ป่า น้ำ ก้ำ ญู ฐู ฎุ ฏุ อื้ ชื่อ ผู้ ปู่ ปั้น ฟื้น ป้ำ กตัญญู ปฏิบัติ ค่ำ ซ้ำ ล้ำ ฝีมือ บริษัทฯ".split()  # noqa: SIM905 - read as a line
)
PROSE = (
    "เทศบาลตำบลหนองป่าครั่งได้จัดทำแผนพัฒนาพนักงานเทศบาล 3 ปี ประจำปีงบประมาณ พ.ศ. 2564 - 2566 ขึ้น "
    "เพื่อใช้เป็นแนวทางในการพัฒนาบุคลากรให้มีความรู้ ทักษะ ทัศนคติที่ดี คุณธรรมและจริยธรรม "
    "อันจะทำให้ปฏิบัติหน้าที่ได้อย่างมีประสิทธิภาพ ตามประกาศคณะกรรมการพนักงานเทศบาลจังหวัดเชียงใหม่ "
    "เรื่อง หลักเกณฑ์และเงื่อนไขเกี่ยวกับการบริหารงานบุคคลของเทศบาล ข้อ 288 ถึงข้อ 295 (Globalization) ต่าง ๆ"
)
COURSES = (
    "โครงการอบรมเพิ่มประสิทธิภาพในการปฏิบัติงานของพนักงานเทศบาล",
    "โครงการคุณธรรมจริยธรรมของพนักงานเทศบาล",
    "โครงการอบรมทักษะด้านดิจิทัลของข้าราชการและบุคลากรภาครัฐฯ",
    "โครงการอบรมหลักสูตรนักบริหารท้องถิ่น",
    "การอบรมความรู้พื้นฐานในการปฏิบัติราชการ / การพัฒนาเกี่ยวกับงานในหน้าที่ความรับผิดชอบ",
)
TARGETS = "1. สายงานบริหารท้องถิ่น\n2. สายงานอำนวยการท้องถิ่น\n3. สายงานวิชาการ\n4. สายงานทั่วไป\n5. พนักงานจ้างทุกประเภท"


def body(text: str, *, bold: bool = False) -> Paragraph:
    return Paragraph((Run(text, bold=bold),))


def plan_table(rows: int) -> Table:
    """Six columns with a merged period and a total."""
    group = "การพัฒนา"
    columns = (
        Column("course", "โครงการ", 108),
        Column("own", "ทต.", 20, Format.TICK, group=group),
        Column("department", "กรมส่งเสริม", 26, Format.TICK, group=group),
        Column("other", "หน่วยงานอื่น", 27, Format.TICK, group=group),
        Column("budget", "งบประมาณ\nต่อปี", 27, Format.BAHT),
        Column("years", "ปีที่ดำเนินการ", 39, align=Align.CENTER, merged=True),
    )
    cells = (
        (
            f"({i + 1}) {COURSES[i % 5]}",
            i % 2 == 0,
            i % 3 == 0,
            i % 5 == 0,
            2_000_000 * (i % 4),
            "ปี 2564 - 2566",
        )
        for i in range(rows)
    )
    total = Total("รวม", (None, None, None, None, 2_000_000 * rows, None), "หนึ่งแสนบาทถ้วน")
    return Table("แผน", columns, tuple(Row(each) for each in cells), total)


def follow_up_table(rows: int) -> Table:
    """Fourteen columns on a landscape page, two of them merged."""
    years = ("2564", "2565", "2566")
    method = [Column(f"m{i}", head, 14.5, Format.TICK, group="วิธีการพัฒนา") for i, head in
              enumerate(("ปฐมนิเทศ", "การฝึกอบรม", "ประชุมเชิงปฏิบัติการ"))]  # fmt: skip
    doing = [Column(f"d{i}", head, 14, Format.TICK, group="การดำเนินการ") for i, head in
             enumerate(("เทศบาล", "หน่วยงานอื่น ๆ"))]  # fmt: skip
    when = [Column(f"w{y}", f"ปี {y}", 13, Format.TICK, group="ระยะเวลาดำเนินการ") for y in years]
    money = [Column(f"b{y}", f"ปี {y}", 19.4, Format.BAHT, group="งบประมาณ") for y in years]
    columns = (
        Column("course", "หลักสูตร", 46.5),
        Column("target", "เป้าหมาย", 33, merged=True),
        *method, *doing, *when, *money,
        Column("check", "การติดตาม\nประเมินผล", 22.5, merged=True),
    )  # fmt: skip
    check = "- ทดสอบตามแบบที่กำหนด\n- ติดตามจาก หน.ส่วนราชการ"
    cells = (
        (
            f"({i + 1}) {COURSES[i % 5]}",
            TARGETS,
            *(j % (i + 2) == 0 for j in range(8)),
            *[15_000_000] * 3,
            check,
        )
        for i in range(rows)
    )
    return Table("ติดตาม", columns, tuple(Row(each) for each in cells), size=12.0)


def leave_table() -> Table:
    columns = (
        Column("name", "ชื่อ - สกุล", 60),
        Column("date", "วันที่", 40, Format.DATE, Align.CENTER),
        Column("days", "จำนวน (วัน)", 30, Format.INTEGER),
    )
    rows = (("นายปั้น ฟื้นฟู", date(2021, 3, 5), 12), ("น.ส.น้ำผึ้ง กตัญญู", date(2021, 11, 29), 1200))
    return Table("วัน", columns, tuple(Row(each) for each in rows))


def front() -> tuple[Section, Section]:
    cover = (
        Paragraph((Run("แผนพัฒนาพนักงานเทศบาล 3 ปี"),), Style.COVER_TITLE),
        Space(20),
        Paragraph((Run("เทศบาลตำบลหนองป่าครั่ง\nอำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่"),), Style.COVER_LINE),
    )
    contents = (Heading(("สารบัญ",), listed=False), Contents())
    return (
        Section(cover, numbered=False, foot=False, centred=True),
        Section(contents, numbered=False),
    )


def chapters() -> Section:
    mixed = (
        Run("ที่ประชุม"),
        Run("มีมติให้", bold=True),
        Run("พนักงานจ้างทุกคน"),
        Run("เข้ารับการฝึกอบรม", underline=True),
        Run(" หลักสูตร "),
        Run("ปฏิบัติธรรมเฉลิมพระเกียรติ", italic=True),
        Run(" อย่างน้อยปีละ 1 ครั้ง"),
    )
    return Section(
        (
            Heading(("ส่วนที่ 1", "บทนำ")),
            Heading(("1.1 หลักการและเหตุผล",), 1),
            *[body(PROSE)] * 6,
            Paragraph(mixed),
            ListItem("1.", (Run(PROSE[:150]),)),
            ListItem("1.1", (Run(" ".join(WORDS)),), 1),
            ListItem("(2)", (Run("☑ ใช่  ☐ ไม่ใช่ ✓"),)),
            Heading(("1.2 วัตถุประสงค์",), 1),
            body(PROSE),
            PageBreak(),
            Heading(("ส่วนที่ 2", "คณะกรรมการ")),
            Borderless((90, 60), (("นายปลัด ฟื้นฟู ปลัดเทศบาล", "ประธานกรรมการ"), ("หัวหน้าสำนักปลัด", "กรรมการ"))),
            leave_table(),
            Paragraph((Run("หมายเหตุ ข้อมูล ณ วันที่ 1 ตุลาคม 2563"),), Style.NOTE),
            body(PROSE),
            Signature("นายปั้น ฟื้นฟู", ("นายกเทศมนตรีตำบลหนองป่าครั่ง",)),
        )
    )


def tables() -> Section:
    return Section(
        (
            Heading(("ตารางการติดตามและประเมินผล",), 1),
            follow_up_table(14),
            Heading(("ส่วนที่ 3", "แผนการพัฒนา")),
            plan_table(12),
        ),
        orientation=Orientation.LANDSCAPE,
    )


def book() -> Document:
    return Document(
        form="sample",
        title="แผนพัฒนาพนักงานเทศบาล 3 ปี",
        sections=(*front(), chapters(), tables()),
        author="เทศบาลตำบลหนองป่าครั่ง",
        subject="ปีงบประมาณ 2564 - 2566",
        keywords=("แผนพัฒนา", "พนักงานเทศบาล"),
        foot="งานการเจ้าหน้าที่ สำนักปลัดเทศบาล เทศบาลตำบลหนองป่าครั่ง อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่",
        catchwords=True,
    )
