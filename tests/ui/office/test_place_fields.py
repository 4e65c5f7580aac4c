"""An address typed in the window: each part offered by what stands before it, all of it kept as typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from hrdesk.domain.subject import Subject
from hrdesk.ui.window.first_run import FirstRun
from ui.window_support import CTRL, page, press, retype, settle, type_text

TAB, DOWN, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Return


@pytest.fixture
def office(window):
    return page(window, "office")


def type_in(field, text):
    """As an officer does: into the emptied field, and on to the next."""
    press(field, Qt.Key.Key_A, CTRL)
    press(field, Qt.Key.Key_Delete)
    type_text(field, text)


def leave(field):
    field.completer().popup().hide()
    press(field, TAB)


def offered(field):
    model = field.completer().completionModel()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_districts_are_those_of_the_province_and_sub_districts_of_the_district(window, office) -> None:
    places = office.places
    type_in(places.province, "ลำพูน")
    leave(places.province)
    type_in(places.district, "บ้าน")
    assert offered(places.district) == ["บ้านธิ", "บ้านโฮ่ง"]
    type_in(places.district, "บ้านธิ")
    leave(places.district)
    type_in(places.subdistrict, "")
    press(places.subdistrict, DOWN)
    assert places.subdistrict.completer().popup().isVisible(), "the arrow down shows all there are"
    assert offered(places.subdistrict) == ["บ้านธิ", "ห้วยยาบ"]
    type_in(places.subdistrict, "ห้วยยาบ")
    leave(places.subdistrict)
    assert places.postcode.text() == "51180"
    assert not places.hint.isVisible()
    press(office.save_button, Qt.Key.Key_Space)
    settle(window)
    saved = window.desk.services.register.organization()
    assert (saved.province, saved.district, saved.subdistrict, saved.postcode) == ("ลำพูน", "บ้านธิ", "ห้วยยาบ", "51180")


def test_a_name_chosen_from_the_list_by_keys_counts_as_typed(window, office) -> None:
    type_in(office.places.province, "แม่ฮ่อง")
    popup = office.places.province.completer().popup()
    press(popup, DOWN)
    press(popup, ENTER)
    assert office.places.province.text() == "แม่ฮ่องสอน"
    assert office.dirty
    press(office.revert_button, Qt.Key.Key_Space)
    assert office.places.province.text() == "เชียงใหม่"
    assert not office.dirty


def test_what_the_list_does_not_have_is_kept_with_a_hint(window, office) -> None:
    places = office.places
    type_in(places.district, "อำเภอเมืองใหม่")
    leave(places.district)
    assert places.hint.isVisibleTo(office)
    assert "ไม่พบอำเภอ “เมืองใหม่” ในจังหวัดเชียงใหม่" in places.hint.text().replace("\u200b", "")
    press(places.district, Qt.Key.Key_S, CTRL)
    settle(window)
    assert window.desk.services.register.organization().district == "เมืองใหม่", "without the word before it"


def test_a_post_code_of_the_officers_own_stays(window, office) -> None:
    places = office.places
    type_in(places.postcode, "50999")
    leave(places.postcode)
    type_in(places.subdistrict, "หนองหอย")
    leave(places.subdistrict)
    assert places.postcode.text() == "50999"
    type_in(places.postcode, "")
    leave(places.postcode)
    type_in(places.subdistrict, "แม่เหียะ")
    leave(places.subdistrict)
    assert places.postcode.text() == "50100"
    type_in(places.subdistrict, "สุเทพ")
    leave(places.subdistrict)
    assert places.postcode.text() == "50200", "one that was filled in follows"
    press(office.revert_button, Qt.Key.Key_Space)


def test_the_telephone_and_the_address_are_printed_in_letters(window, office) -> None:
    for key, text in (("street", "99 หมู่ที่ 1"), ("postcode", "50000"), ("phone", "0 5324 0000"), ("email", "saraban@x.go.th")):
        retype(office.texts[key], text)
    press(office.texts["email"], Qt.Key.Key_S, CTRL)
    settle(window)
    services = window.desk.services
    plan = services.planning.plans()[0].id
    told = repr(services.forms.document("letter-province", Subject(plan=plan), thai_digits=False))
    for text in ("99 หมู่ที่ 1 ตำบลหนองป่าครั่ง", "จังหวัดเชียงใหม่ 50000", "โทร. 0 5324 0000", "ไปรษณีย์อิเล็กทรอนิกส์ saraban@x.go.th"):
        assert text in told


def test_the_first_start_offers_places_and_keeps_the_post_code(qtbot, theme, tmp_path) -> None:
    dialog = FirstRun(theme)
    qtbot.addWidget(dialog)
    dialog.show()
    type_text(dialog.name, "ในเมือง")
    for field, text in (("province", "จ.ขอนแก่น"), ("district", "เมือง"), ("subdistrict", "ท่าพระ")):
        part = getattr(dialog.places, field)
        type_in(part, text)
        leave(part)
    assert dialog.places.district.text() == "เมืองขอนแก่น"
    with dialog.maker(tmp_path / "office.db")() as services:
        found = services.register.organization()
    assert (found.province, found.district, found.subdistrict) == ("ขอนแก่น", "เมืองขอนแก่น", "ท่าพระ")
    assert found.postcode == "40260"
