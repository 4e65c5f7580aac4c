from __future__ import annotations

import shutil

import pytest

from hrdesk.errors import UserError
from hrdesk.reports.typography import fonts
from hrdesk.reports.typography.fonts import bundled_family, check_fonts, installed_family, load


def test_bundled_fonts_are_there_with_their_licences():
    check_fonts()
    folder = bundled_family().files[0].parent
    for path in (
        folder / "LICENSE",
        folder.parent / "sarabun/LICENSE_FONT",
        folder.parent / "symbols/LICENSE_FONT",
    ):
        assert path.is_file()


def test_a_missing_font_is_told_in_thai(tmp_path, monkeypatch):
    monkeypatch.setattr(fonts, "resource_path", tmp_path.joinpath)
    with pytest.raises(UserError, match=r"Laksaman\.ttf"):
        check_fonts()


def test_a_broken_font_is_told_in_thai(tmp_path, monkeypatch):
    source = bundled_family().files[0].parent.parent
    shutil.copytree(source, tmp_path / "fonts")
    (tmp_path / "fonts/laksaman/Laksaman.ttf").write_bytes(b"")
    monkeypatch.setattr(fonts, "resource_path", tmp_path.joinpath)
    with pytest.raises(UserError, match="ข้อมูลไม่เสียหาย"):
        check_fonts()


def test_symbols_come_from_the_font_that_has_them():
    loaded = load(bundled_family())
    parts = loaded.by_coverage(loaded.regular, "ก ✓x☑")
    assert [text for _, text in parts] == ["ก ", "✓", "x", "☑"]
    assert parts[0][0] is parts[2][0] is loaded.regular
    assert parts[1][0] is parts[3][0] is not loaded.regular


@pytest.mark.parametrize("folder", ["complete", "without-bold"])
def test_an_official_family_is_used_when_complete(tmp_path, monkeypatch, folder):
    ttlib = pytest.importorskip("fontTools.ttLib")
    names = ("Regular", "Bold", "Italic", "Bold Italic")
    for path, style in zip(bundled_family().files, names, strict=True):
        if folder == "without-bold" and style == "Bold":
            continue
        font = ttlib.TTFont(path)
        for number, name in ((1, "TH Sarabun New"), (2, style)):
            font["name"].setName(name, number, 3, 1, 0x409)
            font["name"].setName(name, number, 1, 0, 0)
        font.save(tmp_path / f"THSarabunNew {style}.ttf")
    monkeypatch.setattr(fonts, "_font_folders", lambda: [tmp_path])
    installed_family.cache_clear()
    try:
        family = installed_family()
        assert (family.name if family else None) == ("TH Sarabun New" if folder == "complete" else None)
    finally:
        installed_family.cache_clear()


def test_fonts_are_looked_for_in_every_folder_below_by_their_names(tmp_path, monkeypatch):
    deep = tmp_path / "truetype" / "thai"
    deep.mkdir(parents=True)
    wanted = [tmp_path / "THSarabun.ttf", deep / "TH SARABUNPSK.TTF", deep / "thsarabunnew.ttf"]
    for path in (*wanted, deep / "Sarabun.otf", deep / "Arial.ttf", tmp_path / "sarabun.ttf.bak"):
        path.touch()
    (tmp_path / "Sarabun.d").mkdir()
    monkeypatch.setattr(fonts, "_font_folders", lambda: [tmp_path / "nowhere", tmp_path, deep])
    found = list(fonts._installed_files())
    assert found == [*sorted(wanted), *sorted(wanted[1:])], "folder by folder, by name; a folder that is not there is none"
    assert installed_family.__wrapped__() is None, "and a file that is no font is passed over"


def test_a_face_is_read_when_its_first_letter_is_drawn(monkeypatch):
    read = []
    made = fonts.ThaiFont
    monkeypatch.setattr(fonts, "ThaiFont", lambda name, path: read.append(path.name) or made(name, path))
    loaded = fonts.FontSet(bundled_family())
    assert loaded.by_coverage(loaded.regular, "กขค") == [(loaded.regular, "กขค")]
    assert read == ["Laksaman.ttf"]
    assert loaded.face(bold=True) is loaded.face(bold=True)
    loaded.by_coverage(loaded.regular, "✓")
    loaded.by_coverage(loaded.regular, "☑")
    assert read == ["Laksaman.ttf", "Laksaman-Bold.ttf", "HrdeskSymbols.ttf"]
    assert loaded.face(italic=True) is not loaded.face(bold=True, italic=True)
    assert read[3:] == ["Laksaman-Italic.ttf", "Laksaman-BoldItalic.ttf"]


@pytest.mark.parametrize("broken", range(4))
def test_an_official_family_with_a_broken_style_is_passed_over(tmp_path, monkeypatch, broken):
    """Though its faces are read when they are needed: a print must not stop at its first bold word."""
    ttlib = pytest.importorskip("fontTools.ttLib")
    for number, (path, style) in enumerate(zip(bundled_family().files, ("Regular", "Bold", "Italic", "Bold Italic"), strict=True)):
        font = ttlib.TTFont(path)
        for name, value in ((1, "TH Sarabun New"), (2, style)):
            font["name"].setName(value, name, 3, 1, 0x409)
            font["name"].setName(value, name, 1, 0, 0)
        if number == broken:
            del font["hmtx"], font["cmap"]
        font.save(tmp_path / f"THSarabunNew {style}.ttf")
    monkeypatch.setattr(fonts, "_font_folders", lambda: [tmp_path])
    installed_family.cache_clear()
    load.cache_clear()
    try:
        assert installed_family() is None
    finally:
        installed_family.cache_clear()
        load.cache_clear()
