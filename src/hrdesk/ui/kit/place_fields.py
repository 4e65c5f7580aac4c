"""Where an office is: province, district, sub-district and post code, each offered by what stands before it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject

from hrdesk.services.reference.places import bare_name, districts, doubtful, provinces, subdistricts
from hrdesk.ui.kit.editors import typed
from hrdesk.ui.kit.pick import suggest
from hrdesk.ui.kit.widgets import Field, label

_THAI = {"province": "จังหวัด", "district": "อำเภอ", "subdistrict": "ตำบล"}


class Place(NamedTuple):
    province: str
    district: str
    subdistrict: str
    postcode: str


class PlaceFields(QObject):
    """`hint` says of a name that the list does not have; it is kept as it was typed all the same."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.province = Field("จังหวัด", "เช่น เชียงใหม่")
        self.district = Field("อำเภอ", "เช่น เมืองเชียงใหม่")
        self.subdistrict = Field("ตำบล", "เช่น หนองป่าครั่ง")
        self.postcode = Field("รหัสไปรษณีย์", "เช่น 50000")
        self.hint = label("", "small", wrap=True)
        self.hint.hide()
        self._offered = ""  # the post code that we filled in, which we may change again
        suggest(self.province, provinces)
        suggest(self.district, lambda: districts(typed(self.province)))
        suggest(self.subdistrict, self._subdistricts)
        suggest(self.postcode, self._postcodes)
        for part in _THAI:
            self._of(part).editingFinished.connect(lambda part=part: self._left(part))

    def values(self) -> Place:
        return Place(typed(self.province), typed(self.district), typed(self.subdistrict), typed(self.postcode))

    def _of(self, part: str) -> Field:
        found: Field = getattr(self, part)
        return found

    def _subdistricts(self) -> tuple[str, ...]:
        return tuple(subdistricts(typed(self.province), typed(self.district)))

    def _postcodes(self) -> tuple[str, ...]:
        known = subdistricts(typed(self.province), typed(self.district))
        return known.get(typed(self.subdistrict)) or tuple(sorted({code for codes in known.values() for code in codes}))

    def _left(self, part: str) -> None:
        field = self._of(part)
        name = bare_name(part, field.text(), typed(self.province))
        if name != field.text():
            field.setText(name)
            field.textEdited.emit(name)
        self._offer_postcode()
        self.show_hint()

    def _offer_postcode(self) -> None:
        """Where the sub-district has but one; what the officer typed stays."""
        codes = subdistricts(typed(self.province), typed(self.district)).get(typed(self.subdistrict), ())
        if len(codes) == 1 and typed(self.postcode) in ("", self._offered) and codes[0] != typed(self.postcode):
            self._offered = codes[0]
            self.postcode.setText(codes[0])
            self.postcode.textEdited.emit(codes[0])

    def show_hint(self) -> None:
        province, district, subdistrict = typed(self.province), typed(self.district), typed(self.subdistrict)
        part = doubtful(province, district, subdistrict)
        where = {"district": f"จังหวัด{province}", "subdistrict": f"อำเภอ{district}"}.get(part, "รายชื่อจังหวัด")
        self.hint.setText(f"ไม่พบ{_THAI[part]} “{typed(self._of(part))}” ใน{where} จะใช้ตามที่กรอก กรุณาตรวจตัวสะกด" if part else "")
        self.hint.setVisible(bool(part))
