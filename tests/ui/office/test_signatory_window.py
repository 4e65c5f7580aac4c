"""Who signs, entered in the window by keyboard: from the register or typed, and what forms then print."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hrdesk.domain.signing import Capacity, SigningRole
from hrdesk.domain.subject import Subject
from hrdesk.ui.kit.widgets import choose
from ui.window_support import CTRL, click, modal, page, press, retype, settle, texts, type_text

NAME, LINES, NOW = 1, 2, 3  # columns


@pytest.fixture
def signers(window):
    office = page(window, "office")
    office.tabs.setCurrentIndex(1)
    settle(window)
    return office.signatories


def add_acting(window, signers, name="นายวีระ ใจมั่น"):
    press(signers.table, Qt.Key.Key_N, CTRL)
    dialog = modal()
    type_text(dialog.name, name)
    type_text(dialog.position, "รองนายกเทศมนตรี")
    press(dialog.position, Qt.Key.Key_S, CTRL)
    settle(window)


def printed(window, form="announcement-plan"):
    services = window.desk.services
    plan = services.planning.plans()[0].id
    return repr(services.forms.document(form, Subject(plan=plan)))


def test_one_who_acts_for_the_head_is_typed_printed_and_stands_back(window, signers) -> None:
    head = window.desk.services.register.organization().head_name
    assert head in printed(window)
    add_acting(window, signers)
    assert texts(signers.table, NAME)[:2] == [head, "นายวีระ ใจมั่น"]
    assert texts(signers.table, NOW)[:2] == ["–", "ลงนาม"]
    told = printed(window)
    assert "position=('รองนายกเทศมนตรี รักษาราชการแทน', 'นายกเทศมนตรีตำบลหนองป่าครั่ง')" in told
    assert head not in told
    signers.table.choose_row(0)
    click(signers.back_button)
    settle(window)
    assert texts(signers.table, NOW)[:2] == ["ลงนาม", "–"]
    assert head in printed(window)
    click(signers.undo.undo_button)
    settle(window)
    assert texts(signers.table, NOW)[:2] == ["–", "ลงนาม"]


def test_a_person_of_the_register_is_found_by_part_of_the_name_and_linked(window, signers) -> None:
    click(signers.add_button)
    dialog = modal()
    choose(dialog.role, SigningRole.HR_HEAD)
    choose(dialog.capacity, Capacity.OWN)
    wanted = next(one for one in window.desk.services.signing.candidates() if one.post == "หัวหน้าฝ่ายอำนวยการ")
    dialog.name.setFocus()
    type_text(dialog.name, wanted.name[3:9])
    popup = dialog.name.completer().popup()
    press(popup, Qt.Key.Key_Down)
    press(popup, Qt.Key.Key_Return)
    assert (dialog.name.text(), dialog.position.text()) == (wanted.name, wanted.post)
    assert "เชื่อมกับทะเบียน" in dialog.linked.text().replace("\u200b", "")
    click(dialog.save_button)
    settle(window)
    (saved,) = window.desk.services.signing.signatories()
    assert (saved.role, saved.staff, saved.name) == (SigningRole.HR_HEAD, wanted.staff, wanted.name)
    signers.table.choose_where(lambda row: row.signatory is not None)
    press(signers.table, Qt.Key.Key_F2)
    retype(modal().name, "ชื่อใหม่")
    assert "ไม่เชื่อม" in modal().linked.text().replace("\u200b", "")
    click(modal().save_button)
    settle(window)
    assert window.desk.services.signing.signatories()[0].staff is None


def test_what_is_missing_is_told_beside_the_fields_and_nothing_is_lost(window, signers) -> None:
    click(signers.add_button)
    dialog = modal()
    choose(dialog.role, SigningRole.UNIT_HEAD)
    type_text(dialog.name, "นายหนึ่ง ก")
    click(dialog.save_button)
    settle(window)
    assert dialog.isVisible()
    assert dialog.form._wrong["unit"].text()
    assert dialog.form._wrong["position"].text()
    assert dialog.name.text() == "นายหนึ่ง ก"
    dialog.reject()


def test_the_preview_shows_what_is_printed(window, signers) -> None:
    click(signers.add_button)
    dialog = modal()
    choose(dialog.role, SigningRole.CHIEF)
    assert dialog.capacity.currentData() is Capacity.ACTING, "nobody acts for the chief in a capacity of his own"
    choose(dialog.capacity, Capacity.PERFORMING)
    assert not dialog.linked.isVisible(), "no hole where nothing is said"
    type_text(dialog.name, "นายสอง ข")
    assert dialog.linked.isVisible()
    type_text(dialog.position, "รองปลัดเทศบาล")
    lines = dialog.printed.text().replace("\u200b", "").splitlines()
    assert lines[1:] == ["(นายสอง ข)", "รองปลัดเทศบาล ปฏิบัติหน้าที่", "ปลัดเทศบาลตำบลหนองป่าครั่ง"]
    dialog.reject()


def test_one_is_deleted_by_key_and_brought_back(window, signers) -> None:
    add_acting(window, signers)
    signers.table.choose_row(1)
    press(signers.table, Qt.Key.Key_Delete)
    settle(window)
    assert window.desk.services.signing.signatories() == ()
    click(signers.undo.undo_button)
    settle(window)
    assert [one.name for one in window.desk.services.signing.signatories()] == ["นายวีระ ใจมั่น"]


def test_the_head_is_mended_where_the_office_says_it(window, signers) -> None:
    office = page(window, "office")
    signers.table.choose_row(0)
    press(signers.table, Qt.Key.Key_Return)
    assert office.tabs.currentIndex() == 0
    assert office.texts["head_name"].hasFocus()


def test_heads_of_units_come_from_the_register_at_one_press(window, signers) -> None:
    click(signers.heads_button)
    settle(window)
    assert "ผู้อำนวยการกองคลัง" in texts(signers.table, LINES)
    click(signers.undo.undo_button)
    settle(window)
    assert window.desk.services.signing.signatories() == ()
    click(signers.heads_button)
    settle(window)
    count = len(window.desk.services.signing.signatories())
    click(signers.heads_button)
    settle(window)
    assert len(window.desk.services.signing.signatories()) == count
    assert "ไม่มีหน่วยที่ขาดหัวหน้า" in signers.undo._text.text().replace("\u200b", "")
