"""Skills of the staff: the stage, groups, judgements, gaps and needs; the guide and the office's own competencies."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from hrdesk.domain.competency import OWN
from hrdesk.domain.office import PositionLine
from hrdesk.domain.plan_terms import NeedSource
from hrdesk.domain.roadmap import RoadLine, RoadSources, roadmap
from hrdesk.domain.survey import SurveyedNeed
from hrdesk.domain.terms import PersonnelType
from hrdesk.errors import Problem
from hrdesk.models.competency import OrgStage, StaffSkillGroup
from hrdesk.models.organization import Position
from hrdesk.services.area import Area, InvalidRecord
from hrdesk.services.records import take
from hrdesk.services.reference.corrections import Correction, Reading, load_corrections, load_readings
from hrdesk.services.reference.guideline import load_guideline
from hrdesk.services.register.reading import read_all, read_catalogue
from hrdesk.services.safety.protected import protected
from hrdesk.services.skills import assessing, evidence, own, people, sheets
from hrdesk.services.skills.figures import SkillFigures, skill_figures
from hrdesk.services.skills.framework_import import FrameworkReview, NewVersion, review_framework
from hrdesk.services.skills.framework_sheet import (
    Layout,
    propose,
    read_framework_sheet,
    write_framework_sheet,
)
from hrdesk.services.skills.frameworks import (
    Announcement,
    FrameworkInfo,
    Setting,
    current_setting,
    framework_by,
    listed,
    store_framework,
)
from hrdesk.services.skills.group_rules import GroupRule, rules_in_use, save_rules
from hrdesk.services.skills.grouping import Approval, Suggestion, suggestions
from hrdesk.services.skills.guiding import read_guide, save_ways
from hrdesk.services.skills.mappings import Taxonomies, save_mapping, taxonomies
from hrdesk.services.skills.overview import Overview, everything, overview_at, read_overview
from hrdesk.services.skills.superiors import read_ranks, superiors_of
from hrdesk.thai.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Mapping as Dict
    from pathlib import Path

    from hrdesk.domain.competency import Key, OwnCompetency
    from hrdesk.domain.framework import Framework
    from hrdesk.domain.guide import Guide, GuideWay
    from hrdesk.domain.needs import Need
    from hrdesk.domain.skill_terms import Rater
    from hrdesk.domain.taxonomy import Mapping
    from hrdesk.models.database import Database
    from hrdesk.services.sheets.sheet import Sheet
    from hrdesk.services.skills.assessing import Entry, Judged, Occasion, Stood
    from hrdesk.services.skills.evidence import Evidence
    from hrdesk.services.skills.sheets import SheetReview

POLITICAL = PersonnelType.POLITICAL


class SkillsService:
    def __init__(self, database: Database) -> None:
        self._database = database

    # the framework and the stage

    def frameworks(self) -> tuple[FrameworkInfo, ...]:
        with self._database.read() as session:
            return listed(session)

    def framework(self, key: str) -> Framework:
        with self._database.read() as session:
            return framework_by(session, key)

    def add_framework(self, framework: Framework) -> Area:
        """Beside those there; nothing recorded before is touched. It comes into use with a stage announced under it."""
        with self._database.begin() as session:
            store_framework(session, framework, datetime.now(UTC))
        return Area.SKILLS

    def write_framework(self, target: Path) -> int:
        """The framework in use as a sheet to change and bring in again. Returns its entries."""
        return write_framework_sheet(self.setting().framework, target)

    def framework_sheet(self, source: Path) -> tuple[Sheet, Layout]:
        """What stands in a file, and which column holds what as far as its headings tell."""
        sheet = read_framework_sheet(source)
        return sheet, propose(sheet, self.setting().framework)

    def review_framework(self, sheet: Sheet, layout: Layout, new: NewVersion) -> FrameworkReview:
        """The new version as it would be, beside the one in use; `add_framework` stores it."""
        return review_framework(sheet, layout, self.setting().framework, new)

    def sources(self) -> tuple[tuple[Correction, ...], tuple[Reading, ...]]:
        """What was put right in the shipped framework, and how its sources were read where they leave room."""
        return load_corrections(), load_readings()

    def taxonomies(self) -> Taxonomies:
        with self._database.read() as session:
            return taxonomies(session, current_setting(session).framework)

    def save_taxonomies(self, rules: Sequence[GroupRule], mapping: Mapping) -> Area:
        """The office's rules for groups and its links, both or neither; InvalidRecord with what is wrong."""
        with self._database.begin() as session:
            framework = current_setting(session).framework
            save_rules(session, framework, rules)
            save_mapping(session, framework, mapping)
        return Area.SKILLS

    def setting(self) -> Setting:
        with self._database.read() as session:
            return current_setting(session)

    def announce(self, announcement: Announcement) -> tuple[int, Area]:
        """A stage of a framework from a day on. InvalidRecord for a stage that the framework does not have."""
        with self._database.begin() as session:
            framework = framework_by(session, announcement.framework)
            if announcement.stage not in {stage.code for stage in framework.stages}:
                text = "กรุณาเลือกระยะของกรอบทักษะนี้"
                raise InvalidRecord((Problem("stage.stage", text, code="stage-unknown", place="ระยะการพัฒนา"),))
            row = take(session, OrgStage, announcement.id) if announcement.id else OrgStage()
            row.announced_on, row.framework = announcement.announced_on, announcement.framework
            row.stage, row.document = announcement.stage, clean(announcement.document)
            session.add(row)
            session.flush()
            return row.id, Area.SKILLS

    def delete_announcement(self, announcement_id: int) -> Area:
        with self._database.begin() as session:
            session.delete(take(session, OrgStage, announcement_id))
        return Area.SKILLS

    # groups

    def suggested_groups(self) -> tuple[Suggestion, ...]:
        """For everybody without a group, what the post suggests; the superior decides."""
        with self._database.read() as session:
            setting = current_setting(session)
            rules = rules_in_use(session, setting.framework)
            return suggestions(rules, people.people(session, setting.framework.id))

    def save_group_rules(self, rules: Sequence[GroupRule]) -> Area:
        """In place of those for the framework in use. Nobody's group changes: rules only suggest."""
        with self._database.begin() as session:
            save_rules(session, current_setting(session).framework, rules)
        return Area.SKILLS

    def approvals(self) -> dict[int, Approval]:
        """By person, who approved the groups that they have in the framework in use."""
        with self._database.read() as session:
            framework = current_setting(session).framework.id
            rows = session.scalars(select(StaffSkillGroup).where(StaffSkillGroup.framework == framework))
            return {row.staff_id: Approval(row.approver, row.approved_on) for row in rows}

    def superiors(self) -> tuple[dict[int, str], tuple[str, ...]]:
        """By person the name of the nearest superior, and the names of all who may be one."""
        with self._database.read() as session:
            ranks = read_ranks(session)
            everybody = people.people(session, current_setting(session).framework.id)
            nearest = {person.id: above[0].name for person in everybody if (above := superiors_of(ranks, person))}
            return nearest, tuple(dict.fromkeys(one.name for one in ranks.everybody()))

    def assign_groups(self, groups: dict[int, tuple[str, ...]], approver: str, on: date | None) -> Area:
        """Each person's own groups, in place of those they had in the framework in use."""
        approval = Approval(clean(approver), on)
        return self.restore_groups({person: (codes, approval) for person, codes in groups.items()})

    def restore_groups(self, groups: Dict[int, tuple[tuple[str, ...], Approval]]) -> Area:
        """Each person's own groups with who approved them, in place of those in the framework in use."""
        with self._database.begin() as session:
            framework = current_setting(session).framework
            known = {group.code for group in framework.groups}
            if any(code not in known for codes, _approval in groups.values() for code in codes):
                text = "มีกลุ่มที่กรอบทักษะนี้ไม่มี กรุณาเลือกกลุ่มของกรอบทักษะนี้"
                raise InvalidRecord((Problem("group.code", text, code="group-unknown", place="กลุ่ม"),))
            ids = list(groups)
            for start in range(0, len(ids), 500):
                session.execute(
                    delete(StaffSkillGroup).where(
                        StaffSkillGroup.framework == framework.id,
                        StaffSkillGroup.staff_id.in_(ids[start : start + 500]),
                    )
                )
            rows = [
                {"staff_id": person, "framework": framework.id, "group_code": code,
                 "approver": approval.approver, "approved_on": approval.on}
                for person, (codes, approval) in groups.items()
                for code in dict.fromkeys(codes)
            ]  # fmt: skip
            if rows:
                session.execute(insert(StaffSkillGroup), rows)
        return Area.SKILLS

    # judging

    def overview(self, unit: int | None = None, staff: Sequence[int] | None = None) -> Overview:
        """Of the whole office, a unit with those below it, or a few people."""
        with self._database.read() as session:
            return read_overview(session, unit, staff)

    def record(self, entries: Sequence[Entry], occasion: Occasion) -> tuple[int, Area]:
        """How many judgements were new or different. InvalidRecord, and nothing stored, when one is at fault."""
        now = datetime.now(UTC)
        with self._database.begin() as session:
            framework = current_setting(session).framework
            spread = assessing.spread(entries, framework)
            known = _known(framework, people.own_competencies(session))
            assessing.check_entries(spread, known, occasion.on, datetime.now().astimezone().date())
            return assessing.record(session, spread, occasion, now), Area.SKILLS

    def stood(self, entries: Sequence[Entry], rater: Rater) -> tuple[Stood, ...]:
        """What this rater says of these today, criteria apart: what `stand_again` brings back."""
        with self._database.read() as session:
            return assessing.stood(session, assessing.spread(entries, current_setting(session).framework), rater)

    def stand_again(self, before: Sequence[Stood], rater: Rater) -> tuple[int, Area]:
        """Take later judgements back: what stood is said once more, whole. Returns how many changed."""
        with self._database.begin() as session:
            return assessing.stand_again(session, before, rater, datetime.now(UTC)), Area.SKILLS

    def history(self, staff_id: int, framework: str, code: str) -> tuple[Judged, ...]:
        """Of a unit with criteria, theirs."""
        with self._database.read() as session:
            known = framework_by(session, framework).criteria_of(code) if framework != OWN else ()
            return assessing.history(session, staff_id, framework, [code, *(each.code for each in known)])

    def evidence(self, staff_id: int, key: Key) -> tuple[Evidence, ...]:
        """Training that the person passed and whose course serves the key."""
        with self._database.read() as session:
            return evidence.evidence_of(session, staff_id, key)

    def export_assessment(self, unit: int | None, rater: Rater | None, target: Path, password: str = "") -> int:
        """The people of a unit or all on a sheet, with what one rater said or what counts. Returns the people."""
        overview = self.overview(unit)
        with protected(target, password) as path:
            return sheets.write_assessment(overview, rater, path)

    def review_assessment(self, unit: int | None, rater: Rater, source: Path) -> SheetReview:
        """What a sheet would change; `record` takes its entries."""
        return sheets.review_assessment(self.overview(unit), rater, source)

    # the office's own competencies, courses, guide

    def own(self) -> tuple[OwnCompetency, ...]:
        with self._database.read() as session:
            return people.own_competencies(session)

    def save_own(self, competency: OwnCompetency) -> tuple[int, Area]:
        with self._database.begin() as session:
            return own.save_own(session, competency), Area.SKILLS

    def delete_own(self, competency_id: int) -> Area:
        with self._database.begin() as session:
            own.delete_own(session, competency_id)
        return Area.SKILLS

    def course_units(self) -> dict[int, tuple[Key, ...]]:
        with self._database.read() as session:
            return own.course_units(session)

    def save_course_units(self, course_id: int, keys: Iterable[Key]) -> Area:
        return self.save_links({course_id: tuple(keys)})

    def save_links(self, links: Dict[int, Iterable[Key]]) -> Area:
        """What each of these courses serves, in the framework in use and of the office's own competencies."""
        with self._database.begin() as session:
            framework = current_setting(session).framework.id
            for course_id, keys in links.items():
                own.save_course_units(session, course_id, framework, keys)
        return Area.SKILLS

    def guide(self) -> Guide:
        with self._database.read() as session:
            return read_guide(session)

    def save_ways(self, framework: str, code: str, ways: Sequence[GuideWay]) -> Area:
        with self._database.begin() as session:
            save_ways(session, framework, code, ways)
        return Area.SKILLS

    # for the plan, the annual report and paper

    def figures(self, year: int, unit: int | None = None) -> tuple[Overview, SkillFigures]:
        """The guideline's percentages for a fiscal year, with what they were counted from."""
        with self._database.read() as session:
            overview = read_overview(session, unit)
            return overview, skill_figures(session, overview, year)

    def figures_at(self, year: int, day: date) -> SkillFigures:
        """The same of a day in the past, as far as the register's histories tell: for the report of a year."""
        with self._database.read() as session:
            return skill_figures(session, overview_at(session, day), year, day)

    def roadmap(self) -> tuple[Setting, tuple[RoadLine, ...]]:
        """Of every line that the staffing frame has, in the announcement's order."""
        with self._database.read() as session:
            setting, guideline = current_setting(session), load_guideline()
            used = set(session.scalars(select(Position.line_id).distinct()))
            sources = RoadSources(
                framework=setting.framework,
                stage=setting.stage,
                steps=guideline.staff_groups,
                group_rules=rules_in_use(session, setting.framework),
                own=people.own_competencies(session),
                catalogue=read_catalogue(session),
                links=own.course_units(session),
            )
            lines = [line for line in read_all(session, PositionLine) if line.id in used]
            return setting, roadmap([line for line in lines if line.personnel_type is not POLITICAL], sources)

    def ranked_needs(self, unit: int | None = None) -> tuple[Need, ...]:
        """What the office or a unit lacks, most people first, with the courses that serve each."""
        return self.overview(unit).needs()

    def gaps_as_needs(self, year: int) -> tuple[SurveyedNeed, ...]:
        """The same as surveyed needs of a year, for the plan: people who lack it now or for the next stage."""
        return tuple(
            SurveyedNeed(
                id=0,
                year=year,
                topic=f"{need.name} ({need.code})",
                people=len(need.people),
                course=need.courses[0] if need.courses else None,
                source=NeedSource.GAP,
            )
            for need in self.ranked_needs()
            if need.people
        )


def _known(framework: Framework, competencies: Iterable[OwnCompetency]) -> frozenset[Key]:
    criteria = {(framework.id, each.code) for each in framework.criteria}
    return frozenset(criteria | {key for key, _part in everything(framework, competencies)})
