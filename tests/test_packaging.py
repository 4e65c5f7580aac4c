"""What is shipped: the icon, the version resource, the notices, and no Qt module that is under the GPL alone."""

from __future__ import annotations

import ast
import importlib
import re
import struct
import tomllib
import types
from pathlib import Path

import icon
import inspect_bundle
import pytest
import version_info

from hrdesk import __version__
from hrdesk.services.reference.licences import QT, Notice, notices, notices_json

ROOT = Path(__file__).parent.parent
# Under the LGPL: https://doc.qt.io/qt-6/licensing.html
QT_MODULES = {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPdf", "QtPdfWidgets", "QtPrintSupport", "QtNetwork", "QtTest"}


def qt_modules(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        for name in names:
            parts = name.split(".")
            if parts[0] == "PySide6" and len(parts) > 1 and parts[1].startswith("Qt"):
                found.add(parts[1])
    return found


def test_only_qt_modules_under_the_lesser_licence_are_used():
    used = {module for path in (ROOT / "src").rglob("*.py") for module in qt_modules(path)}
    assert {"QtCore", "QtWidgets"} <= used <= QT_MODULES
    assert not {module.removeprefix("Qt") for module in QT_MODULES} & set(inspect_bundle.GPL_ONLY)


def test_a_bundle_with_a_module_under_the_gpl_alone_is_found_out():
    carried = ["_internal/PySide6/Qt/lib/libQt6Core.so.6", "_internal/PySide6/QtSvg.pyd", "PySide6/Qt6Pdf.dll"]
    wrong = [
        "_internal/PySide6/Qt/lib/libQt6Charts.so.6", "PySide6/Qt6VirtualKeyboard.dll", "PySide6/QtGraphs.abi3.so",
        "PySide6/Qt6Quick3DPhysics.dll",
    ]  # fmt: skip
    assert inspect_bundle.gpl_only([*carried, *wrong]) == wrong


def test_a_folder_is_weighed_by_its_parts(tmp_path):
    (tmp_path / "_internal" / "lib").mkdir(parents=True)
    (tmp_path / "_internal" / "lib" / "a.so").write_bytes(b"x" * 3000)
    (tmp_path / "_internal" / "lib" / "b.so").write_bytes(b"x" * 500)
    (tmp_path / "program").write_bytes(b"x" * 200)
    assert dict(inspect_bundle.weigh(tmp_path)) == {"_internal/lib": 3500, "program": 200}


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", (0, 1, 0, 0)), ("1.2", (1, 2, 0, 0)), ("2.3.4.dev5+abc", (2, 3, 4, 0)), ("1.2.3.4.5", (1, 2, 3, 4))],
)
def test_a_version_is_four_numbers_to_windows(version, numbers):
    assert version_info.numbers(version) == numbers


def test_the_version_resource_is_what_pyinstaller_reads(tmp_path):
    target = version_info.write(tmp_path / "made", "hrdesk-cli", 'แผน "พัฒนา"', "1.2.3")
    tree = ast.parse(target.read_text(encoding="utf-8"), mode="eval")
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert {call.func.id for call in calls} == {
        "VSVersionInfo", "FixedFileInfo", "StringFileInfo", "StringTable", "StringStruct", "VarFileInfo", "VarStruct",
    }  # fmt: skip
    pairs = dict(
        tuple(ast.literal_eval(argument) for argument in call.args)
        for call in calls
        if call.func.id == "StringStruct"
    )
    assert pairs["FileDescription"] == 'แผน "พัฒนา"'
    assert pairs["ProductVersion"] == "1.2.3"
    assert pairs["OriginalFilename"] == "hrdesk-cli.exe"


def test_the_icon_holds_every_size_windows_asks_for(qapp, tmp_path):
    target = tmp_path / "hrdesk.ico"
    icon.write(target)
    data = target.read_bytes()
    kind, count = struct.unpack_from("<HH", data, 2)
    assert (kind, count) == (1, len(icon.SIZES))
    for number, side in enumerate(icon.SIZES):
        width, _, _, _, _, bits, size, place = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        assert (width or 256, bits) == (side, 32)
        picture = data[place : place + size]
        assert picture.startswith(b"\x89PNG")
        assert struct.unpack_from(">II", picture, 16) == (side, side)


def test_every_library_of_the_project_has_its_notice():
    known = {notice.name.lower().replace("_", "-"): notice for notice in notices()}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in project["dependencies"]:
        name = re.match(r"[A-Za-z0-9._-]+", requirement)[0].lower()
        assert known[name].licence, name
        assert len(known[name].text) > 500, name
    assert "LESSER GENERAL PUBLIC LICENSE" in known["pyside6"].text
    assert known["pyside6"].url.startswith("https://code.qt.io/")
    assert known["python"].licence == "PSF-2.0"


@pytest.mark.parametrize("name", QT)
def test_qt_is_told_by_the_licence_it_is_used_under(name, tmp_path, monkeypatch):
    """The packages for Windows bring a text of their own: that of the licence which is bought."""
    folder = tmp_path / f"{name}-6.dist-info"
    (folder / "licenses").mkdir(parents=True)
    (folder / "licenses/LicenseRef-Qt-Commercial.txt").write_text("Licensees holding valid commercial Qt licenses", encoding="utf-8")
    (folder / "METADATA").write_text(f"Name: {name}\nVersion: 6\nLicense: LGPL-3.0-only OR GPL-3.0-only\n", encoding="utf-8")
    (folder / "RECORD").write_text(f"{folder.name}/licenses/LicenseRef-Qt-Commercial.txt,,\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    (notice,) = [one for one in notices() if one.name.lower() == name]
    assert notice.version == "6"
    assert "LESSER GENERAL PUBLIC LICENSE" in notice.text
    assert "commercial Qt licenses" not in notice.text


def test_what_a_build_takes_along_without_needing_it_has_its_notice():
    known = {notice.name: notice for notice in notices()}
    for name in ("sqlcipher3", "SQLCipher"):  # installed with the tests, so a build has it
        assert known[name].licence, name
        assert len(known[name].text) > 500, name


def test_a_bundle_reads_the_notices_its_build_wrote(tmp_path, monkeypatch):
    (tmp_path / "notices.json").write_text(notices_json(), encoding="utf-8")
    before = notices()
    monkeypatch.setattr("hrdesk.services.reference.licences.resource_path", lambda *parts: tmp_path / parts[-1])
    monkeypatch.setattr("hrdesk.services.reference.licences._needed", lambda _: pytest.fail("a bundle has no packages"))
    assert notices() == before
    assert all(isinstance(notice, Notice) for notice in before)


def test_one_version_stands_everywhere():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == __version__


def test_reportlab_writes_numbers_by_its_extension_in_c():
    """Its Python stands in where the extension is missing: a hundredth of a print would be lost unseen."""
    rl_accel = importlib.import_module("reportlab.lib.rl_accel")
    assert isinstance(rl_accel.fp_str, types.BuiltinFunctionType)
