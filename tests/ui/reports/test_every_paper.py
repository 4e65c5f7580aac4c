"""Every paper of the list on an office that has lived three years: shown, kept as PDF, Word and Excel, and chosen for."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from hrdesk.domain.subject import CHOICE_WORDS, Choice, Subject
from hrdesk.domain.terms import OrganizationKind
from hrdesk.domain.training_terms import Result
from hrdesk.services import Services
from hrdesk.ui.kit.widgets import choose
from hrdesk.ui.reports.page import PROVINCE, file_name
from hrdesk.ui.reports.subject_picker import SubjectPicker, settle_picks
from lived_office import lived_office
from ui.window_support import CTRL, click, page, press, save_unlocked, settle


@pytest.fixture(scope="module")
def lived(tmp_path_factory):
    return lived_office(tmp_path_factory.mktemp("lived"))


@pytest.fixture
def reports(open_window, templates, lived):
    templates["lived"] = lived
    window = open_window("lived")
    shown = page(window, "reports")
    settle(window)
    shown.window_of_test = window
    return shown


def papers(reports) -> list[str]:
    return [info.id for info in reports.info.forms if info.id != PROVINCE]


def show(reports, form: str) -> None:
    reports.show_place(form)
    settle(reports.window_of_test)


def test_every_paper_has_something_to_show(reports) -> None:
    """No paper of the lived office lacks its subject, fails, or comes out without a page of text."""
    lacking = {}
    for form in papers(reports):
        if form == "plan-changes":
            continue  # the plan has not been revised: the paper says so
        show(reports, form)
        pages = PdfReader(BytesIO(reports.preview.data)).pages if reports.preview.isVisible() else []
        words = len("".join(pages[0].extract_text().split())) if pages else 0
        if words < 40 or reports.message.text() != f"{len(pages)} หน้า" or reports.blank.isVisible():
            lacking[form] = (len(pages), words, reports.blank.text())
    assert lacking == {}
    assert len(papers(reports)) >= 45


def test_the_list_is_walked_by_arrows_over_its_headings(reports) -> None:
    reports.list.setFocus()
    press(reports.list, Qt.Key.Key_Home)
    seen = [reports.form()]
    for _ in range(len(papers(reports)) + 20):
        press(reports.list, Qt.Key.Key_Down)
        if reports.form() == seen[-1]:
            break
        seen.append(reports.form())
    settle(reports.window_of_test)
    assert seen == [*papers(reports), PROVINCE]
    assert "" not in seen, "a heading is no paper"


class Kept:
    """Answers where to save, in a folder of the test."""

    def __init__(self, folder, monkeypatch) -> None:
        self.folder, self.names = folder, []
        monkeypatch.setattr(QFileDialog, "getSaveFileName", self.answer)

    def answer(self, _parent, _title, start: str, _kinds) -> tuple[str, str]:
        name = start.rpartition("/")[2]
        self.names.append(name)
        return str(self.folder / name), ""

    @property
    def last(self):
        return self.folder / self.names[-1]


@pytest.fixture
def kept(tmp_path, monkeypatch) -> Kept:
    folder = tmp_path / "เอกสารที่พิมพ์"
    folder.mkdir()
    return Kept(folder, monkeypatch)


@pytest.mark.parametrize("form", ["training-report", "certificate", "follow-up-form", "needs-announcement", "evidence-pack"])
def test_a_paper_is_kept_as_pdf_by_key_and_as_word_by_button(reports, kept, form: str) -> None:
    show(reports, form)
    press(reports, Qt.Key.Key_S, CTRL)
    settle(reports.window_of_test)
    assert kept.last.suffix == ".pdf"
    assert kept.last.read_bytes() == reports.preview.data
    click(reports.docx_button)
    settle(reports.window_of_test)
    assert kept.last.suffix == ".docx"
    assert "word/document.xml" in ZipFile(kept.last).namelist()
    assert kept.last.name in reports.message.text()


@pytest.mark.parametrize("form", ["satisfaction-summary", "skills-map", "register", "annual-report", "meeting-attendance"])
def test_a_table_is_kept_as_a_workbook_that_opens(reports, kept, form: str) -> None:
    show(reports, form)
    click(reports.xlsx_button)
    settle(reports.window_of_test)
    if reports.paper.info.names_people:
        save_unlocked(reports.window_of_test)
    book = load_workbook(kept.last)
    filled = [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value not in (None, "")]
    assert len(filled) > 20


def test_what_a_paper_cannot_be_is_not_offered(reports) -> None:
    show(reports, "certificate")
    assert (reports.pdf_button.isEnabled(), reports.docx_button.isEnabled(), reports.xlsx_button.isEnabled()) == (True, True, False)
    show(reports, PROVINCE)
    assert not reports.print_button.isEnabled()
    assert not reports.thai_digits.isEnabled()


def test_another_class_shows_other_people(reports) -> None:
    show(reports, "certificate")
    box = reports.picker.boxes[Choice.CLASS]
    first = reports.preview.data
    others = [box.itemData(n) for n in range(box.count()) if box.itemData(n) not in (None, box.currentData())]
    assert others, "the lived office has several classes in a year"
    choose(box, others[0])
    box.activated.emit(box.currentIndex())
    settle(reports.window_of_test)
    assert reports.picker.subject.training_class == others[0]
    assert reports.preview.data != first


def test_one_person_of_a_class_alone(reports) -> None:
    """Who passed has a certificate; of who did not the paper says so."""
    show(reports, "certificate")
    assert reports.preview.page_count() > 1
    box = reports.picker.boxes[Choice.PERSON]
    classes = reports.services.classes
    results = {one.staff: one.result for one in classes.participants(reports.picker.subject.training_class)}
    assert box.itemText(0), "all of them, in words"
    for passed in (True, False):
        person = next(staff for staff, result in results.items() if (result is Result.PASSED) is passed)
        choose(box, person)
        box.activated.emit(box.currentIndex())
        settle(reports.window_of_test)
        assert reports.preview.page_count() == 1
        printed = "".join(PdfReader(BytesIO(reports.preview.data)).pages[0].extract_text().split())
        assert ("".join(box.currentText().split()) in printed) is passed
        assert ("จึงยังออกวุฒิบัตรไม่ได้" in printed) is not passed


def test_a_year_chosen_for_one_paper_is_the_next_ones_too(reports) -> None:
    show(reports, "needs-summary")
    box = reports.picker.boxes[Choice.YEAR]
    years = [box.itemData(n) for n in range(box.count())]
    assert len(years) >= 3
    other = next(year for year in years if year != box.currentData())
    choose(box, other)
    box.activated.emit(box.currentIndex())
    settle(reports.window_of_test)
    show(reports, "evidence-pack")
    assert reports.picker.boxes[Choice.YEAR].currentData() == other


@pytest.mark.parametrize(
    ("title", "about", "office"),
    [
        ("วุฒิบัตร", "2566_รุ่นที่ 1 โครงการอบรมเพิ่มประสิทธิภาพในการปฏิบัติงานของพนักงานเทศบาล", "เทศบาลตำบลหนองป่าครั่ง"),
        ("แบบติดตามผลการนำความรู้ไปใช้ในการปฏิบัติงานของผู้ผ่านการอบรม", "2566", "องค์การบริหารส่วนตำบลหนองหญ้าลาดใหญ่เหนือ"),
        ("ก" * 90, "ข" * 90, "เทศบาลตำบลหนองป่าครั่ง"),
    ],
)
def test_a_proposed_name_fits_any_disk(tmp_path, title: str, about: str, office: str) -> None:
    name = file_name(title, about, office, date(2023, 1, 5), ".docx")
    assert name.endswith(f"_{office}_2566-01-05.docx")
    assert name.startswith(title[:8])
    (tmp_path / name.replace(".docx", " (12).docx")).write_bytes(b"x")


# ------------------------------------------------------------------ choosing, without the window


def infos(services) -> dict:
    return {info.id: info for info in services.forms.available()}


@pytest.fixture
def services(lived):
    with Services.open(lived) as found:
        yield found


def test_what_can_be_had_is_kept_and_what_cannot_gives_the_first(services) -> None:
    info = infos(services)["order-training"]
    first = settle_picks(services.forms, info, Subject()).subject
    assert first.training_class is not None
    assert first.year is not None
    wanted = settle_picks(services.forms, info, Subject(year=first.year, training_class=first.training_class))
    assert wanted.subject == first
    nowhere = settle_picks(services.forms, info, Subject(year=9999, training_class=987))
    assert nowhere.subject == first
    assert nowhere.missing is None


def test_an_optional_choice_stays_open(services) -> None:
    picks = settle_picks(services.forms, infos(services)["certificate"], Subject())
    assert picks.subject.person is None
    assert picks.options[Choice.PERSON]


def test_the_first_thing_missing_is_named(tmp_path) -> None:
    with Services.create(tmp_path / "empty.db", OrganizationKind.TOWN, "ตัวอย่าง") as services:
        found = {info.id: settle_picks(services.forms, info, Subject()).missing for info in services.forms.available()}
    assert found["plan-book"] is Choice.PLAN
    assert found["order-training"] is Choice.YEAR
    assert found["training-history"] is Choice.PERSON
    assert found["register"] is None
    assert {one for one in found.values() if one} <= set(CHOICE_WORDS)


def test_the_picker_shows_what_the_form_asks_for_and_remembers_the_rest(qtbot, theme, services) -> None:
    picker = SubjectPicker(theme)
    qtbot.addWidget(picker)
    picker.show()
    found = infos(services)
    order = settle_picks(services.forms, found["order-training"], Subject())
    picker.show_picks(found["order-training"], order)
    shown = {choice for choice, box in picker.boxes.items() if box.isVisible()}
    assert shown == {Choice.YEAR, Choice.CLASS}
    book = found["plan-book"]
    picker.show_picks(book, settle_picks(services.forms, book, picker.subject))
    assert Choice.CLASS not in {choice for choice, box in picker.boxes.items() if box.isVisible()}
    assert picker.subject.training_class == order.subject.training_class
    told: list[int] = []
    picker.changed.connect(lambda: told.append(1))
    picker.pick(Subject(year=2565))
    assert (picker.subject.year, picker.subject.training_class) == (2565, order.subject.training_class)
    assert told == [], "the officer picked nothing"
