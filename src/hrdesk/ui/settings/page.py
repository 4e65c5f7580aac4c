"""ตั้งค่า: what is set for the program and this PC, and the care of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.services import Area
from hrdesk.ui.kit.sections import Section, SectionsPage

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from hrdesk.ui.kit.desk import Desk
    from hrdesk.ui.kit.page import Page


def _backup(desk: Desk) -> Page:
    from hrdesk.ui.settings.backup_section import BackupSection  # noqa: PLC0415

    return BackupSection(desk)


def _privacy(desk: Desk) -> Page:
    from hrdesk.ui.settings.privacy_section import PrivacySection  # noqa: PLC0415

    return PrivacySection(desk)


def _audit(desk: Desk) -> Page:
    from hrdesk.ui.settings.audit_section import AuditSection  # noqa: PLC0415

    return AuditSection(desk)


def _lock(desk: Desk) -> Page:
    from hrdesk.ui.settings.lock_section import LockSection  # noqa: PLC0415

    return LockSection(desk)


def _training(desk: Desk) -> Page:
    from hrdesk.ui.settings.training_rules_section import TrainingRulesSection  # noqa: PLC0415

    return TrainingRulesSection(desk)


def _handover(desk: Desk) -> Page:
    from hrdesk.ui.settings.handover_section import HandoverSection  # noqa: PLC0415

    return HandoverSection(desk)


class SettingsPage(SectionsPage):
    SECTIONS = (
        Section("backup", "สำรองและกู้คืนข้อมูล", _backup),
        Section("handover", "ส่งมอบข้อมูล", _handover),
        Section("privacy", "ข้อมูลส่วนบุคคล", _privacy),
        Section("lock", "ล็อกและเข้ารหัส", _lock),
        Section("training", "เกณฑ์การอบรม", _training),
        Section("audit", "ประวัติการใช้งาน", _audit),
    )
    TABS = "หมวดของการตั้งค่า"
    areas = ~Area(0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.stale = True  # what it tells changes with every save: read again whenever it is opened
