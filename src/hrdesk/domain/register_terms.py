"""Words of the register's own lists; `terms.term` knows them too."""

from __future__ import annotations

from enum import StrEnum


class ImageKind(StrEnum):
    """Pictures that an office's papers carry."""

    KRUT = "krut"
    LOGO = "logo"


class ProvinceSheet(StrEnum):
    """Sheets of the workbook for the province; each has columns of its own to choose from."""

    REGISTER = "register"
    PLAN = "plan"
    RESULTS = "results"
    TRAINING = "training"


TERMS: tuple[tuple[StrEnum, str], ...] = (
    (ImageKind.KRUT, "ตราครุฑ"),
    (ImageKind.LOGO, "ตราสัญลักษณ์หน่วยงาน"),
    (ProvinceSheet.REGISTER, "ทะเบียนบุคลากร"),
    (ProvinceSheet.PLAN, "แผนพัฒนา"),
    (ProvinceSheet.RESULTS, "ผลการดำเนินการ"),
    (ProvinceSheet.TRAINING, "ประวัติการอบรม"),
)
