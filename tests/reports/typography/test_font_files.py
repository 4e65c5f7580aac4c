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
