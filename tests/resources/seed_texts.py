"""What stands in the seed texts: passages of ours say the same in other words."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
COPIED = 40  # characters in a row, spaces apart
# Names that stand as they are: of laws, of announcements, of the course groups and of the areas of digital skill.
NAMES = (
    "พระราชกฤษฎีกาว่าด้วยหลักเกณฑ์และวิธีการบริหารกิจการบ้านเมืองที่ดี",
    "หลักเกณฑ์และเงื่อนไขเกี่ยวกับการบริหารงานบุคคล",
    "พระราชบัญญัติระเบียบบริหารงานบุคคลส่วนท้องถิ่น พ.ศ. 2542",
    "หลักสูตรความรู้พื้นฐานในการปฏิบัติราชการ",
    "หลักสูตรการพัฒนาเกี่ยวกับงานในหน้าที่ความรับผิดชอบ",
    "หลักสูตรความรู้และทักษะเฉพาะของงานในแต่ละตำแหน่ง",
    "ทักษะด้านดิจิทัลของข้าราชการและบุคลากรภาครัฐ",
    "ความเข้าใจและใช้เทคโนโลยีดิจิทัล (Digital Literacy)",
    "การควบคุมกำกับ และการปฏิบัติตามกฎหมาย นโยบาย และมาตรฐานการจัดการด้านดิจิทัล",
    "(Digital Governance, Standard, and Compliance)",
    "เทคโนโลยีดิจิทัลเพื่อยกระดับศักยภาพองค์กร (Digital Technology)",
    "การออกแบบกระบวนการและการให้บริการด้วยระบบดิจิทัลเพื่อการพัฒนาคุณภาพงานภาครัฐ",
    "(Digital Process and Service Design)",
    "การบริหารกลยุทธ์และการจัดการโครงการ (Strategic and Project Management)",
    "การขับเคลื่อนการเปลี่ยนแปลงด้านดิจิทัล (Digital Transformation)",
    "ผู้ทำงานด้านนโยบายและงานวิชาการ (Academic)",
    "ผู้ปฏิบัติงานเฉพาะด้านเทคโนโลยีดิจิทัล (Technologist)",
)


@cache
def _seed_text() -> str:
    """All seeds in one line; a checkout without them skips."""
    paths = sorted(SEEDS.glob("*.txt"))
    if not paths:
        pytest.skip("the seed texts are not beside this checkout")
    return _bare("\n".join(path.read_text(encoding="utf-8") for path in paths))


_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text.translate(_ARABIC))


def copied(text: str) -> list[str]:
    """Stretches of 40 characters that stand in a seed; fields and official names part the text."""
    seeds = _seed_text()
    for name in NAMES:
        text = text.replace(name, "\n")
    text = re.sub(r"\{\w+\}|[*#@>]+", "\n", text)
    pieces = [_bare(line) for line in text.splitlines()]
    windows = (p[i : i + COPIED] for p in pieces for i in range(len(p) - COPIED + 1))
    return [window for window in windows if window in seeds]
