from __future__ import annotations

import subprocess
import sys

import pytest
from pythainlp.corpus import provinces as known

from hrdesk.config import resource_path
from hrdesk.services.reference.places import bare_name, districts, doubtful, provinces, subdistricts
from hrdesk.thai.text import clean, sort_key

PLACES = [(province, district) for province in provinces() for district in districts(province)]


def test_the_provinces_are_those_that_others_know_in_dictionary_order() -> None:
    assert set(provinces()) == set(known())
    assert len(provinces()) == 77
    assert list(provinces()) == sorted(provinces(), key=sort_key)


def test_there_are_as_many_places_as_the_department_of_provincial_administration_counts() -> None:
    assert len(PLACES) == 928
    assert sum(len(subdistricts(*place)) for place in PLACES) == 7436


def test_every_name_is_clean_thai_and_in_dictionary_order() -> None:
    for province in provinces():
        assert list(districts(province)) == sorted(districts(province), key=sort_key)
    for place in PLACES:
        names = list(subdistricts(*place))
        assert names, place
        assert names == sorted(names, key=sort_key)
        for name in (*place, *names):
            assert name == clean(name)
            assert not name.startswith(("อำเภอ", "ตำบล", "แขวง")), name
            assert all("ก" <= letter <= "๙" or letter in " -." for letter in name), name  # สุไหงโก-ลก, จ.ป.ร.


def test_post_codes_are_of_five_digits_and_most_places_have_one() -> None:
    codes = [codes for place in PLACES for codes in subdistricts(*place).values()]
    assert all(len(code) == 5 and code.isdigit() for each in codes for code in each)
    assert sum(len(each) == 1 for each in codes) > 0.95 * len(codes)
    assert all(codes)


@pytest.mark.parametrize(
    ("province", "district", "subdistrict", "code"),
    [
        ("เชียงใหม่", "เมืองเชียงใหม่", "หนองป่าครั่ง", "50000"),
        ("เชียงใหม่", "กัลยาณิวัฒนา", "แจ่มหลวง", "58130"),
        ("บึงกาฬ", "เมืองบึงกาฬ", "บึงกาฬ", "38000"),
        ("กรุงเทพมหานคร", "พระนคร", "พระบรมมหาราชวัง", "10200"),
        ("สุราษฎร์ธานี", "เกาะพะงัน", "เกาะเต่า", "84360"),
        ("ยะลา", "เบตง", "เบตง", "95110"),
        ("พระนครศรีอยุธยา", "พระนครศรีอยุธยา", "ประตูชัย", "13000"),
    ],
)
def test_places_that_everybody_knows(province, district, subdistrict, code) -> None:
    assert code in subdistricts(province, district)[subdistrict]


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        (("เชียงใหม่", "แม่ริม", "ริมใต้"), ""),
        (("เชียงใหม", "แม่ริม", "ริมใต้"), "province"),
        (("เชียงใหม่", "แม่ริ่ม", "ริมใต้"), "district"),
        (("เชียงใหม่", "แม่ริม", "ริมไต้"), "subdistrict"),
        (("เชียงใหม่", "", "อะไรก็ได้"), ""),
        (("", "แม่ริม", ""), ""),
    ],
)
def test_the_first_name_that_is_not_in_the_list_is_told(place, wrong) -> None:
    assert doubtful(*place) == wrong


@pytest.mark.parametrize(
    ("part", "typed", "name"),
    [
        ("province", "จังหวัดเชียงใหม่", "เชียงใหม่"),
        ("province", "จ.เชียงใหม่ ", "เชียงใหม่"),
        ("district", "อ. แม่ริม", "แม่ริม"),
        ("district", "อำเภอเมือง", "เมืองเชียงใหม่"),
        ("district", "เมือง", "เมืองเชียงใหม่"),
        ("subdistrict", "ต.ริมใต้", "ริมใต้"),
        ("subdistrict", "ตำบล", "ตำบล"),
        ("district", "เขตการปกครองใหม่", "การปกครองใหม่"),
    ],
)
def test_the_word_before_a_name_is_not_part_of_it(part, typed, name) -> None:
    assert bare_name(part, typed, "เชียงใหม่") == name


def test_the_list_is_read_only_when_it_is_asked_for() -> None:
    code = "import hrdesk.ui.kit.place_fields, hrdesk.services.reference.places as p; print(p._lines.cache_info().misses)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "0"


def test_where_the_list_comes_from_stands_beside_it() -> None:
    notice = resource_path("reference", "places-notice.txt").read_text(encoding="utf-8")
    assert "creativecommons.org/licenses/by/4.0" in notice
    assert "geothai" in resource_path("reference", "places.md").read_text(encoding="utf-8")
