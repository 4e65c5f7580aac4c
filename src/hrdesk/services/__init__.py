"""Use cases in the words of the office. Importing this is cheap: storage is imported when one is opened."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from hrdesk.services.area import Area, InvalidRecord
from hrdesk.services.safety.audited import service

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from hrdesk.domain.terms import OrganizationKind
    from hrdesk.models.database import Database
    from hrdesk.services.forms.province import ProvinceService
    from hrdesk.services.forms.service import FormsService
    from hrdesk.services.monitoring.rounds import MonitoringService
    from hrdesk.services.monitoring.schedules import ScheduleService
    from hrdesk.services.office_workbook.service import OfficeWorkbookService
    from hrdesk.services.pc import PcService
    from hrdesk.services.plan.coming_back import ComingBack
    from hrdesk.services.plan.documents import DocumentsService
    from hrdesk.services.plan.evidence import EvidenceService
    from hrdesk.services.plan.life import PlanLifeService
    from hrdesk.services.plan.meetings import MeetingsService
    from hrdesk.services.plan.needs import NeedsService
    from hrdesk.services.plan.planning import PlanningService
    from hrdesk.services.reading import ReadingService
    from hrdesk.services.register.curriculum import CurriculumService
    from hrdesk.services.register.edits import RegisterEdits
    from hrdesk.services.register.history import HistoryService
    from hrdesk.services.register.importing import StaffImportService
    from hrdesk.services.register.office_images import OfficeImageService
    from hrdesk.services.register.service import RegisterService
    from hrdesk.services.register.signing import SigningService
    from hrdesk.services.safety.audit import AuditService
    from hrdesk.services.safety.backup import BackupService
    from hrdesk.services.safety.beginning import Source
    from hrdesk.services.safety.drafts import DraftService
    from hrdesk.services.safety.encryption import EncryptionService
    from hrdesk.services.safety.health import HealthService
    from hrdesk.services.safety.lock import LockService
    from hrdesk.services.safety.privacy import PrivacyService
    from hrdesk.services.skills.development import DevelopmentService
    from hrdesk.services.skills.service import SkillsService
    from hrdesk.services.training.attendance import AttendanceService
    from hrdesk.services.training.class_columns import ClassColumnService
    from hrdesk.services.training.class_templates import ClassTemplateService
    from hrdesk.services.training.classes import ClassService
    from hrdesk.services.training.follow_ups import FollowUpService
    from hrdesk.services.training.opinions import OpinionService
    from hrdesk.services.training.scores import ScoreService
    from hrdesk.services.training.year_projects import YearProjectService
    from hrdesk.services.year_reading import YearReadingService

__all__ = ["Area", "InvalidRecord", "Services"]


class Services:
    """One open office with all its services. Close it, or use it as a context manager."""

    def __init__(self, database: Database) -> None:
        self.database = database

    @classmethod
    def create(cls, path: Path, kind: OrganizationKind, name: str) -> Self:
        """An empty office with the reference catalogue. UserError when the file exists."""
        from hrdesk.models.database import Database  # noqa: PLC0415 - see the module's line
        from hrdesk.services.safety.place import demand_safe_place  # noqa: PLC0415
        from hrdesk.services.storing import new_office  # noqa: PLC0415

        demand_safe_place(path)
        return cls(Database.create(path, new_office(kind, name)))

    @classmethod
    def create_sample(cls, path: Path, *, year: bool = False) -> Self:
        """The sample office with its staff and plan, with `year` also what came of the plan. UserError when the file exists."""
        from hrdesk.models.database import Database  # noqa: PLC0415
        from hrdesk.services.safety.place import demand_safe_place  # noqa: PLC0415
        from hrdesk.services.storing import sample_office  # noqa: PLC0415

        demand_safe_place(path)
        made = cls(Database.create(path, sample_office(year=year)))
        if year:
            from hrdesk.services.training.sample import live_years  # noqa: PLC0415

            try:
                live_years(made)
            except BaseException:  # no half-lived sample stays
                made.close()
                path.unlink()
                raise
        return made

    @classmethod
    def create_from_workbook(cls, path: Path, source: Path, password: str = "") -> Self:
        """An office as another one's workbook tells it. UserError when the file exists, or the workbook is at fault."""
        from hrdesk.models.database import Database  # noqa: PLC0415
        from hrdesk.services.office_workbook.service import filled_from  # noqa: PLC0415
        from hrdesk.services.safety.place import demand_safe_place  # noqa: PLC0415

        demand_safe_place(path)
        return cls(Database.create(path, filled_from(source, password)))

    @classmethod
    def create_from_backup(cls, path: Path, source: Source) -> Self:
        """An office as a backup holds it. UserError when the file exists, or the backup is at fault."""
        from hrdesk.services.safety.beginning import begin  # noqa: PLC0415
        from hrdesk.services.safety.place import demand_safe_place  # noqa: PLC0415

        demand_safe_place(path)
        return cls(begin(path, source))

    @classmethod
    def open(cls, path: Path) -> Self:
        """UserError when the file is not a sound database of ours, open elsewhere, or lies where it is at risk."""
        from hrdesk.models.database import Database  # noqa: PLC0415
        from hrdesk.services.safety.place import demand_safe_place  # noqa: PLC0415

        demand_safe_place(path)
        return cls(Database.open(path))

    @property
    def read_only(self) -> bool:
        """The file or its folder cannot be written; every change raises UserError."""
        return self.database.read_only

    def get_ready(self) -> None:
        """Load what the pages behind the first one are read with, while that one is looked at.

        What is read is thrown away: the tables are tied to each other and the statements made when they are first asked for.
        """
        from hrdesk.services.values import StaffQuery  # noqa: PLC0415

        for row in self.register.staff_page(StaffQuery(vacant=False, limit=1)).rows:
            self.register.person(row.staff_id or 0)

    def close(self) -> None:
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @service
    def reading(self) -> ReadingService:
        from hrdesk.services.reading import ReadingService  # noqa: PLC0415

        return ReadingService(self.database)

    @service
    def year(self) -> YearReadingService:
        from hrdesk.services.year_reading import YearReadingService  # noqa: PLC0415

        return YearReadingService(self.database)

    @service
    def register(self) -> RegisterService:
        from hrdesk.services.register.service import RegisterService  # noqa: PLC0415

        return RegisterService(self.database, self.reading)

    @service
    def register_edits(self) -> RegisterEdits:
        from hrdesk.services.register.edits import RegisterEdits  # noqa: PLC0415

        return RegisterEdits(self.database, self.register.changes, self.backup)

    @service
    def curriculum(self) -> CurriculumService:
        from hrdesk.services.register.curriculum import CurriculumService  # noqa: PLC0415

        return CurriculumService(self.database)

    @service
    def signing(self) -> SigningService:
        from hrdesk.services.register.signing import SigningService  # noqa: PLC0415

        return SigningService(self.database)

    @service
    def office_images(self) -> OfficeImageService:
        from hrdesk.services.register.office_images import OfficeImageService  # noqa: PLC0415

        return OfficeImageService(self.database)

    @service
    def province(self) -> ProvinceService:
        from hrdesk.services.forms.province import ProvinceService  # noqa: PLC0415

        return ProvinceService(self)

    @service
    def history(self) -> HistoryService:
        from hrdesk.services.register.history import HistoryService  # noqa: PLC0415

        return HistoryService(self.database)

    @service
    def planning(self) -> PlanningService:
        from hrdesk.services.plan.planning import PlanningService  # noqa: PLC0415

        return PlanningService(self.database, self.reading, self._plan_writing)

    @service
    def plan_life(self) -> PlanLifeService:
        from hrdesk.services.plan.life import PlanLifeService  # noqa: PLC0415

        return PlanLifeService(self.database, self.reading, self._plan_writing)

    @cached_property
    def _plan_writing(self) -> ComingBack:
        from hrdesk.services.plan.coming_back import ComingBack  # noqa: PLC0415

        return ComingBack()

    @service
    def documents(self) -> DocumentsService:
        from hrdesk.services.plan.documents import DocumentsService  # noqa: PLC0415

        return DocumentsService(self.database)

    @service
    def meetings(self) -> MeetingsService:
        from hrdesk.services.plan.meetings import MeetingsService  # noqa: PLC0415

        return MeetingsService(self.database)

    @service
    def evidence(self) -> EvidenceService:
        from hrdesk.services.plan.evidence import EvidenceService  # noqa: PLC0415

        return EvidenceService(self.database)

    @service
    def needs(self) -> NeedsService:
        from hrdesk.services.plan.needs import NeedsService  # noqa: PLC0415

        return NeedsService(self.database)

    @service
    def forms(self) -> FormsService:
        from hrdesk.services.forms.service import FormsService  # noqa: PLC0415

        return FormsService(self)

    @service
    def monitoring(self) -> MonitoringService:
        from hrdesk.services.monitoring.rounds import MonitoringService  # noqa: PLC0415

        return MonitoringService(self.database)

    @service
    def schedules(self) -> ScheduleService:
        from hrdesk.services.monitoring.schedules import ScheduleService  # noqa: PLC0415

        return ScheduleService(self.database)

    @service
    def year_projects(self) -> YearProjectService:
        from hrdesk.services.training.year_projects import YearProjectService  # noqa: PLC0415

        return YearProjectService(self.database)

    @service
    def classes(self) -> ClassService:
        from hrdesk.services.training.classes import ClassService  # noqa: PLC0415

        return ClassService(self.database)

    @service
    def class_columns(self) -> ClassColumnService:
        from hrdesk.services.training.class_columns import ClassColumnService  # noqa: PLC0415

        return ClassColumnService(self.database, self.classes, self.attendance, self.opinions)

    @service
    def class_templates(self) -> ClassTemplateService:
        from hrdesk.services.training.class_templates import ClassTemplateService  # noqa: PLC0415

        return ClassTemplateService(self.classes, self.year_projects, self.attendance, self.scores, self.opinions)

    @service
    def attendance(self) -> AttendanceService:
        from hrdesk.services.training.attendance import AttendanceService  # noqa: PLC0415

        return AttendanceService(self.database)

    @service
    def scores(self) -> ScoreService:
        from hrdesk.services.training.scores import ScoreService  # noqa: PLC0415

        return ScoreService(self.database)

    @service
    def opinions(self) -> OpinionService:
        from hrdesk.services.training.opinions import OpinionService  # noqa: PLC0415

        return OpinionService(self.database)

    @service
    def follow_ups(self) -> FollowUpService:
        from hrdesk.services.training.follow_ups import FollowUpService  # noqa: PLC0415

        return FollowUpService(self.database)

    @service
    def privacy(self) -> PrivacyService:
        from hrdesk.services.safety.privacy import PrivacyService  # noqa: PLC0415

        return PrivacyService(self.database, self.backup, self.audit)

    @service
    def lock(self) -> LockService:
        from hrdesk.services.safety.lock import LockService  # noqa: PLC0415

        return LockService(self.pc, self.database)

    @service
    def encryption(self) -> EncryptionService:
        from hrdesk.services.safety.encryption import EncryptionService  # noqa: PLC0415

        return EncryptionService(self.database, self.audit, lambda: () if self.backup.second is None else (self.backup.second,))

    @service
    def drafts(self) -> DraftService:
        from hrdesk.services.safety.drafts import DraftService  # noqa: PLC0415

        return DraftService(self.database)

    @service
    def audit(self) -> AuditService:
        from hrdesk.services.safety.audit import AuditService  # noqa: PLC0415

        return AuditService(self.database)

    @service
    def health(self) -> HealthService:
        from hrdesk.services.safety.health import HealthService  # noqa: PLC0415

        return HealthService(self.database)

    @service
    def backup(self) -> BackupService:
        from pathlib import Path  # noqa: PLC0415

        from hrdesk.services.safety.backup import BackupService  # noqa: PLC0415

        kept = self.pc.kept
        return BackupService(self.database, Path(kept.second) if kept.second else None, kept.passphrase)

    @service
    def pc(self) -> PcService:
        from hrdesk.services.pc import PcService  # noqa: PLC0415

        return PcService(self.database)

    @service
    def staff_import(self) -> StaffImportService:
        from hrdesk.services.register.importing import StaffImportService  # noqa: PLC0415

        return StaffImportService(self.database, self.backup, self.register.changes)

    @service
    def office_workbook(self) -> OfficeWorkbookService:
        from hrdesk.services.office_workbook.service import OfficeWorkbookService  # noqa: PLC0415

        return OfficeWorkbookService(self.database, self.backup)

    @service
    def skills(self) -> SkillsService:
        from hrdesk.services.skills.service import SkillsService  # noqa: PLC0415

        return SkillsService(self.database)

    @service
    def development(self) -> DevelopmentService:
        from hrdesk.services.skills.development import DevelopmentService  # noqa: PLC0415

        return DevelopmentService(self.database)
