"""Every dialog of the program, opened on the furnished office: for the audits, and for docs/screens/take.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QDialog

from hrdesk.domain.backup import Manifest, Reason
from hrdesk.domain.life import IssuedDocument
from hrdesk.domain.plan_changes import compare_plans
from hrdesk.domain.plan_terms import DocumentKind
from hrdesk.domain.skill_terms import Rater
from hrdesk.domain.subject import Subject
from hrdesk.domain.terms import CommitteeKind
from hrdesk.services import Area
from hrdesk.services.skills.assessing import Occasion
from hrdesk.ui.plan.tabs import MEETINGS
from ui.window_support import page, settle

CLASS_TABS = {"people": 0, "attendance": 1, "scores": 2, "opinions": 3, "after": 4}


@dataclass(frozen=True)
class Known:
    """`act` opens it, given the window; `kind` is its class, `room` the package that it lies in."""

    name: str
    kind: str
    room: str
    act: Callable[[Any], object]


def section(window: Any, key: str, name: str) -> Any:
    shown = page(window, key)
    shown.go_to(name)
    settle(window)
    return shown.section(name)


def class_tab(window: Any, name: str) -> Any:
    shown = section(window, "classes", "class")
    shown.tabs.setCurrentIndex(CLASS_TABS[name])
    settle(window)
    return shown.pages[CLASS_TABS[name]]


def plan_tabs(window: Any) -> Any:
    return page(window, "plan").tabs


# People


def _locked_list(window: Any) -> None:
    people = page(window, "people")
    target = Path(window.desk.services.database.path).parent / "บัญชี.xlsx"
    window.desk.services.staff_import.template(target, "รหัสผ่านยาว")
    people.open_import()
    settle(window)
    QApplication.activeModalWidget().read_file(target)


def _bulk(window: Any) -> None:
    people = page(window, "people")
    people.table.selectAll()
    people.many.edit(people.frame_data)
    settle(window)
    dialog = QApplication.activeModalWidget()
    dialog.level.setCurrentIndex(1)
    dialog.choose()


def _paste(window: Any) -> None:
    people = page(window, "people")
    QApplication.clipboard().setText("นางสาวมะลิ งามดี\nนาย\n")
    people.table.setCurrentIndex(people.model.index(0, people.shown.index("name")))
    people.paste()


def _import_row(window: Any) -> None:
    people = page(window, "people")
    people.open_import()
    wizard = QApplication.activeModalWidget()
    wizard.read_pasted("เลขที่ตำแหน่ง\tตำแหน่ง\tระดับ\tชื่อ-สกุล\tวันเกิด\n99-1\tคนงาน\t\tนางสาวมะลิ งามดี\t1/1/2540\n")
    settle(window)
    wizard.check()
    settle(window)
    wizard.review.edit_row()


def _retire(window: Any) -> None:
    people = page(window, "people")
    people.retire(next(row for row in people.model._pages[0] if row.staff_id))


def _history(window: Any) -> Any:
    """Of the person who has an entry of their own."""
    people = page(window, "people")
    staff = window.desk.services.classes.participants(1)[0].staff
    people.open_history(next(row for row in people.model._pages[0] if row.staff_id == staff))
    settle(window)
    return QApplication.activeModalWidget()


def _entry(number: int) -> Callable[[Any], None]:
    def act(window: Any) -> None:
        dialog = _history(window)
        dialog.tabs.setCurrentIndex(number)
        dialog.add()

    return act


PEOPLE = (
    Known("person", "PersonDialog", "people", lambda w: page(w, "people").add_person()),
    Known("position", "PositionDialog", "people", lambda w: page(w, "people").add_position()),
    Known("retire", "RetireDialog", "people", _retire),
    Known("history", "HistoryDialog", "people", _history),
    Known("history-training", "TrainingDialog", "people", _entry(0)),
    Known("history-held", "HeldDialog", "people", _entry(1)),
    Known("history-education", "EducationDialog", "people", _entry(2)),
    Known("columns", "ColumnsDialog", "people", lambda w: page(w, "people").choose_columns()),
    Known("bulk", "BulkDialog", "people", _bulk),
    Known("paste", "PasteDialog", "people", _paste),
    Known("import", "ImportWizard", "people", lambda w: page(w, "people").open_import()),
    Known("import-row", "RowDialog", "people", _import_row),
    Known("province", "ProvinceDialog", "reports", lambda w: page(w, "people").open_province()),
)

# Courses, home, papers


def _law(window: Any) -> None:
    courses = page(window, "courses")
    courses.groups.setCurrentRow(courses.groups.count() - 1)
    courses.add()


def _group(window: Any) -> None:
    courses = page(window, "courses")
    courses.groups.setCurrentRow(1)
    courses.rename_group()


def _list_entry(window: Any) -> None:
    page(window, "courses").open_lists()
    settle(window)
    QApplication.activeModalWidget().add()


def _signatory(window: Any) -> None:
    page(window, "office").signatories.add()


def _paper(window: Any) -> None:
    from hrdesk.ui.reports.paper_dialog import PaperDialog

    issued = IssuedDocument(0, DocumentKind.ORDER, "", date(2024, 10, 1), "แต่งตั้งคณะกรรมการจัดทำแผนพัฒนาบุคลากร")
    PaperDialog(window.desk, issued, page(window, "reports")).open()


def _evidence(window: Any) -> None:
    panel = page(window, "home").evidence
    panel.record(panel.items[0])


def _guide(window: Any) -> None:
    window.open_guide()


def _about(window: Any) -> None:
    from hrdesk.ui.help.about_dialog import AboutDialog

    AboutDialog(window.theme, window).open()


OTHERS = (
    Known("course", "CourseDialog", "courses", lambda w: page(w, "courses").add()),
    Known("law", "LawDialog", "courses", _law),
    Known("course-group", "GroupDialog", "courses", _group),
    Known("lists", "ListsDialog", "courses", lambda w: page(w, "courses").open_lists()),
    Known("list-entry", "ListEntryDialog", "courses", _list_entry),
    Known("signatory", "SignatoryDialog", "office", _signatory),
    Known("evidence", "EvidenceDialog", "home", _evidence),
    Known("paper", "PaperDialog", "reports", _paper),
    Known("guide", "GuideWindow", "help", _guide),
    Known("about", "AboutDialog", "help", _about),
)

# The plan


def _reach(window: Any) -> None:
    plan_tabs(window).projects.edit()
    dialog = QApplication.activeModalWidget()
    dialog.reaches.add()


def _warning(window: Any) -> Any:
    tabs = plan_tabs(window)
    actions, problems = tabs.problems.quick, page(window, "plan").editor.problems
    return actions, next(problem for problem in problems if actions.may_accept(problem))


def _accept(window: Any) -> None:
    actions, problem = _warning(window)
    actions.accept(problem)


def _meeting(window: Any) -> Any:
    tabs = plan_tabs(window)
    tabs.setCurrentIndex(MEETINGS)
    tabs.meetings.add(CommitteeKind.PLANNING)
    settle(window)
    return QApplication.activeModalWidget()


def _compare(window: Any) -> None:
    from hrdesk.ui.plan.compare_dialog import CompareDialog

    shown, services = page(window, "plan"), window.desk.services
    plan, office = shown.editor.draft, services.register.office()
    revised = replace(plan, projects=(replace(plan.projects[0], title="โครงการอบรมฉบับแก้ไข"), *plan.projects[2:]))
    CompareDialog(window.desk, "แก้ไขครั้งที่ 1", compare_plans(office, plan, office, revised), Subject(plan=plan.id), shown).open()


def _needs_step(window: Any) -> Any:
    page(window, "plan").new_plan()
    settle(window)
    wizard = QApplication.activeModalWidget()
    step = next(one for one in wizard.pages if one.key == "needs")
    wizard.go(wizard.pages.index(step))
    settle(window)
    return step


def _need(window: Any) -> None:
    step = _needs_step(window)
    pasted = window.desk.services.needs.read_pasted(step.holder.draft.period.first, "การใช้งาน Excel\t12")
    window.desk.services.needs.add_all(pasted.needs)
    step.entered()
    settle(window)
    step.section.table.choose_row(0)
    step.section.edit()


def _cost(window: Any) -> None:
    plan_tabs(window).projects.edit()
    dialog = QApplication.activeModalWidget()
    dialog.show_part("costs")
    dialog.costs.add()


def _numbered_paper(window: Any) -> None:
    plan_tabs(window).life.open_register()
    settle(window)
    QApplication.activeModalWidget().add()


def _needs_tab(window: Any) -> Any:
    from hrdesk.ui.plan.tabs import NEEDS

    tabs = plan_tabs(window)
    tabs.setCurrentIndex(NEEDS)
    settle(window)
    return tabs.needs


PLAN = (
    Known("project", "ProjectDialog", "plan", lambda w: plan_tabs(w).projects.edit()),
    Known("reach", "ReachDialog", "kit", _reach),
    Known("member", "MemberDialog", "plan", lambda w: plan_tabs(w).planning.add()),
    Known("responsible", "ResponsibleDialog", "plan", lambda w: plan_tabs(w).responsible.add()),
    Known("round", "RoundDialog", "plan", lambda w: plan_tabs(w).rounds.add()),
    Known("indicator", "IndicatorDialog", "plan", lambda w: plan_tabs(w).aims.indicators.add()),
    Known("strategy", "StrategyDialog", "plan", lambda w: plan_tabs(w).aims.strategies.edit()),
    Known("swot", "SwotDialog", "plan", lambda w: plan_tabs(w).aims.swot.add()),
    Known("meeting", "MeetingDialog", "plan", _meeting),
    Known("agenda", "AgendaDialog", "plan", lambda w: _meeting(w).agenda.add()),
    Known("attendee", "AttendeeDialog", "plan", lambda w: _meeting(w).attendees.add()),
    Known("accept", "AcceptDialog", "plan", _accept),
    Known("accepted", "AcceptedDialog", "plan", lambda w: _warning(w)[0].show_accepted()),
    Known("step", "StepDialog", "plan", lambda w: page(w, "plan")._advance()),
    Known("compare", "CompareDialog", "plan", _compare),
    Known("wizard", "PlanWizard", "plan", lambda w: page(w, "plan").new_plan()),
    Known("need", "NeedDialog", "plan", _need),
    Known("new-need", "NewNeedDialog", "plan", lambda w: _needs_tab(w).add()),
    Known("cost", "CostDialog", "plan", _cost),
    Known("papers", "PaperRegisterDialog", "plan", lambda w: plan_tabs(w).life.open_register()),
    Known("numbered-paper", "DocumentDialog", "plan", _numbered_paper),
    Known("survey", "SurveyDialog", "plan", lambda w: _needs_tab(w).edit_survey()),
)

# The year


def _schedule(window: Any) -> None:
    page(window, "monitoring").make_schedule()


def _read_answers(window: Any) -> None:
    from hrdesk.ui.training.class_files import Found, ReviewDialog

    wrong = (("C4", "“สาย” ไม่ใช่ มา หรือ ขาด"), ("D9", "ไม่พบผู้เข้าอบรมชื่อนี้ในรุ่น"))
    found = Found("นำเข้าการลงเวลา", "จะเปลี่ยน 12 ช่อง เหมือนเดิม 40 ช่อง อ่านไม่ได้ 2 รายการ", 12, wrong)
    ReviewDialog(class_tab(window, "attendance"), found, lambda: Area.TRAINING).open()


def _columns(window: Any) -> None:
    from hrdesk.services.training.class_columns import ClassColumns
    from hrdesk.ui.training.class_files import ColumnsDialog

    targets = {"name": "ชื่อ-สกุล", "pre": "คะแนนก่อนอบรม", "post": "คะแนนหลังอบรม"}
    rows = (("นางใจทิพย์ แก้วมณี", 12, 18, "ส่งช้า"), ("นายเอกสิทธิ์ ธรรมปัญญา", 9, 15.5, ""))
    read = ClassColumns("scores", ("ผู้สอบ", "ครั้งแรก", "ครั้งที่สอง", ""), rows, 1, targets, ("name", "", "", ""))
    ColumnsDialog(class_tab(window, "scores"), "นำเข้าคะแนน", read).open()


def _follow_up(window: Any) -> None:
    section(window, "classes", "follow-ups").record()


def _year_project(tab: int) -> Callable[[Any], None]:
    """Each of its other tabs, of a project with everything in it."""

    def act(window: Any) -> None:
        section(window, "classes", "projects").edit()
        settle(window)
        QApplication.activeModalWidget().tabs.setCurrentIndex(tab)

    return act


def _annual_evidence(window: Any) -> None:
    page(window, "monitoring").annual.add()


TRAINING = (
    Known("follow-up", "FollowUpDialog", "training", _follow_up),  # before a class is opened again, which ends them
    Known("year-project", "YearProjectDialog", "training", lambda w: section(w, "classes", "projects").add()),
    *(Known(f"year-project-{n}", "YearProjectDialog", "training", _year_project(n)) for n in range(1, 7)),
    Known("class", "ClassDialog", "training", lambda w: section(w, "classes", "projects").classes.edit()),
    Known("candidates", "CandidateDialog", "training", lambda w: _with_class(w, "people").add()),
    Known("order", "OrderDialog", "training", lambda w: _with_class(w, "people").set_order()),
    Known("participant", "PersonDialog", "training", lambda w: _with_class(w, "people").edit_person()),
    Known("questions", "QuestionDialog", "training", lambda w: _with_class(w, "opinions").edit_questions()),
    Known("interview", "InterviewDialog", "training", lambda w: _with_class(w, "after").edit_interview(None)),
    Known("outside-result", "OutsideDialog", "training", lambda w: _with_class(w, "after").edit_result(None)),
    Known("class-columns", "ColumnsDialog", "training", _columns),
    Known("class-review", "ReviewDialog", "training", _read_answers),
    Known("schedule", "ScheduleWizard", "monitoring", _schedule),
    Known("annual-evidence", "EvidenceDialog", "monitoring", _annual_evidence),
)


def _with_class(window: Any, tab: str) -> Any:
    """The class is opened from its project, and open for changes again."""
    shown = page(window, "classes")
    shown.section("projects").classes.open()
    settle(window)
    made = shown.section("class")
    if made.open_button.isVisible():
        made.reopen()
        settle(window)
    return class_tab(window, tab)


# Skills


def _judgement(window: Any) -> None:
    grid = section(window, "skills", "grid")
    line, place = next(
        (line, place)
        for line in range(grid.model.rowCount())
        for place in range(grid.model.columnCount())
        if grid.model.standing(line, place) is not None
    )
    grid.open_cell(line, place)


def _skill_review(window: Any) -> None:
    from hrdesk.ui.skills.assessment_files import ReviewDialog

    skills, folder = window.desk.services.skills, Path(window.desk.services.database.path).parent
    target = folder / "แบบประเมิน.xlsx"
    skills.export_assessment(None, Rater.AGREED, target)
    shown = section(window, "skills", "grid")
    review = skills.review_assessment(None, Rater.SELF, target)  # what was agreed, as judged by oneself
    ReviewDialog(window.desk, review, Occasion(Rater.SELF, date(2024, 9, 1)), shown).open()


def _framework(window: Any) -> None:
    from hrdesk.ui.skills.framework_dialog import FrameworkDialog

    skills, folder = window.desk.services.skills, Path(window.desk.services.database.path).parent
    skills.write_framework(folder / "digital-2570.xlsx")
    sheet, layout = skills.framework_sheet(folder / "digital-2570.xlsx")
    FrameworkDialog(window.desk, sheet, layout, "digital-2570", section(window, "skills", "standards")).open()


def _idp(window: Any) -> Any:
    shown = section(window, "skills", "idp")
    shown.table.choose_where(lambda row: row.gaps > 0)
    shown.open_current()
    settle(window)
    return QApplication.activeModalWidget()


SKILLS = (
    Known("stage", "StageDialog", "skills", lambda w: section(w, "skills", "stage").announce()),
    Known("groups", "GroupsDialog", "skills", lambda w: section(w, "skills", "stage").assign()),
    Known("suggested", "SuggestedDialog", "skills", lambda w: section(w, "skills", "stage").suggest()),
    Known("judgement", "JudgementDialog", "skills", _judgement),
    Known("skill-review", "ReviewDialog", "skills", _skill_review),
    Known("need-courses", "CoursesDialog", "skills", lambda w: section(w, "skills", "needs").link()),
    Known("need-send", "SendDialog", "skills", lambda w: section(w, "skills", "needs").send()),
    Known("idp", "IdpDialog", "skills", _idp),
    Known("idp-item", "ItemFields", "skills", lambda w: _idp(w).edit()),
    Known("guide-way", "WayDialog", "skills", lambda w: section(w, "skills", "guide").edit()),
    Known("competency", "CompetencyDialog", "skills", lambda w: section(w, "skills", "standards").add()),
    Known("framework", "FrameworkDialog", "skills", _framework),
    Known("framework-roles", "RolesDialog", "skills", lambda w: section(w, "skills", "standards").show_roles()),
    Known("framework-mapping", "MappingDialog", "skills", lambda w: section(w, "skills", "standards").show_mapping()),
    Known("framework-sources", "CorrectionsDialog", "skills", lambda w: section(w, "skills", "standards").show_corrections()),
)

# Safety


def _restore(window: Any) -> None:
    from hrdesk.ui.settings.backup_dialogs import RestoreDialog

    counts = window.desk.services.backup.compare(window.desk.services.backup.make().backup.path)
    made = datetime(2024, 10, 1, 16, 20, tzinfo=UTC)
    manifest = Manifest(7, Reason.MANUAL, made, "office.db", "เทศบาลตำบลตัวอย่าง", 8, 1, "", "", {})
    RestoreDialog(window.theme, manifest, counts, page(window, "settings")).open()


def _passphrase(window: Any) -> None:
    from hrdesk.ui.settings.backup_dialogs import PassphraseDialog

    PassphraseDialog(window.theme, "hrdesk-0007.zip", page(window, "settings")).open()


def _backup_key(window: Any) -> None:
    """With the longest that it says: that what was typed was wrong."""
    from hrdesk.models.key_file import wrong_key
    from hrdesk.ui.settings.backup_dialogs import PassphraseDialog

    dialog = PassphraseDialog(window.theme, "hrdesk-0007.db", page(window, "settings"))
    dialog.ask_for("ชุดสำรองของฐานข้อมูลที่เข้ารหัส", "", "เปิดชุดสำรอง")
    dialog.ask_again(str(wrong_key(Path("hrdesk-0007.db"))))


def _code(window: Any) -> None:
    from hrdesk.ui.settings.lock_dialogs import CodeDialog

    CodeDialog(window.desk, "12345-67890-24680-13579", lambda _path: 1, page(window, "settings")).open()


def _lock_screen(window: Any) -> None:
    from hrdesk.ui.window.lock_screen import LockScreen

    LockScreen(window, window.desk.services.lock).show()


def _first_run(window: Any) -> None:
    from hrdesk.ui.window.first_run import FirstRun

    FirstRun(window.theme, window).open()


SAFETY = (
    Known("second-folder", "SecondFolderDialog", "settings", lambda w: section(w, "settings", "backup").set_second()),
    Known("restore", "RestoreDialog", "settings", _restore),
    Known("passphrase", "PassphraseDialog", "settings", _passphrase),
    Known("backup-key", "PassphraseDialog", "settings", _backup_key),
    Known("new-password", "NewPasswordDialog", "settings", lambda w: section(w, "settings", "lock")._new_password()),
    Known("change-password", "NewPasswordDialog", "settings", lambda w: section(w, "settings", "lock").encryption.change_password()),
    Known("recovery-code", "CodeDialog", "settings", _code),
    Known("file-password", "FilePasswordDialog", "kit", lambda w: _locked_list(w)),  # noqa: PLW0108
    Known("export-password", "ExportPasswordDialog", "kit", lambda w: _export_person(w)),  # noqa: PLW0108
    Known("lock-screen", "LockScreen", "window", _lock_screen),
    Known("first-run", "FirstRun", "window", _first_run),
)


def _export_person(window: Any) -> None:
    shown = section(window, "settings", "privacy")
    shown.person.setCurrentIndex(shown.person.count() - 1)
    shown.export()


DIALOGS = (*PEOPLE, *OTHERS, *PLAN, *TRAINING, *SKILLS, *SAFETY)


def top_dialog() -> Any:
    """The one in front, modal or not."""
    found = QApplication.activeModalWidget()
    if found is not None:
        return found
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    assert shown, "no dialog is open"
    return shown[-1]


def close_all(window: Any) -> None:
    for _ in range(4):
        found = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
        if not found:
            return
        for one in reversed(found):
            QDialog.reject(one)
        settle(window)


def opened(window: Any, wanted: tuple[Known, ...] = DIALOGS) -> Iterator[tuple[Known, Any]]:
    """Each dialog, open; closed again afterwards."""
    for known in wanted:
        known.act(window)
        settle(window)
        dialog = top_dialog()
        assert type(dialog).__name__ == known.kind, f"{known.name} opened {type(dialog).__name__}"
        yield known, dialog
        close_all(window)
