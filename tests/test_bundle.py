"""What a bundle leaves out is not missed: its list, the libraries that follow, and the program without them."""

from __future__ import annotations

import ctypes
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

import icu_data
import left_out
import PySide6
import pytest

from test_layers import FILES, imports

QT = "_internal/PySide6/Qt"
GONE = [
    "PySide6/Qt6Quick.dll", "PySide6/opengl32sw.dll", "PySide6/plugins/platforms/qdirect2d.dll",
    "PySide6/plugins/imageformats/qtiff.dll", "PySide6/plugins/tls/qschannelbackend.dll",
    "PySide6\\plugins\\imageformats\\qicns.dll", "PySide6/translations/qtbase_th.qm",
    "PySide6/Qt/lib/libQt6Qml.so.6", "PySide6/Qt/lib/libQt6EglFSDeviceIntegration.so.6",
    "PySide6/Qt/plugins/networkinformation/libqglib.so", "PySide6/Qt/plugins/platforms/libqlinuxfb.so",
    "PySide6/Qt/plugins/platformthemes/libqgtk3.so", "libcups.so.2", "lxml/etree.pyi",
]  # fmt: skip
CARRIED = [
    "PySide6/Qt6Core.dll", "PySide6/Qt6Pdf.dll", "PySide6/QtPrintSupport.pyd", "python311.dll", "hrdesk.exe",
    "PySide6/plugins/platforms/qwindows.dll", "PySide6/plugins/platforms/qoffscreen.dll",
    "PySide6\\plugins\\styles\\qmodernwindowsstyle.dll", "PySide6/plugins/iconengines/qsvgicon.dll",
    "PySide6/plugins/imageformats/qjpeg.dll", "PySide6/plugins/imageformats/qwebp.dll",
    "PySide6/plugins/imageformats/qgif.dll", "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so", "PySide6/Qt/plugins/platforms/libqwayland.so",
    "resources/fonts/Laksaman/Laksaman.ttf", "resources/licences/notices.json", "docx/parts/py.typed",
]  # fmt: skip


@pytest.mark.parametrize(("name", "carried"), [*((name, False) for name in GONE), *((name, True) for name in CARRIED)])
def test_files_are_carried_or_left_by_name(name, carried):
    assert left_out.wanted(name) is carried


def test_every_picture_an_office_may_choose_can_be_read():
    """The plugins stay for the kinds that the dialog offers; PNG and BMP are in QtGui itself."""
    from hrdesk.ui.office.pictures import FILES as OFFERED

    for ending in set(re.findall(r"\*\.(\w+)", OFFERED)) - {"png", "bmp"}:
        assert left_out.wanted(f"PySide6/plugins/imageformats/q{ending.replace('jpg', 'jpeg')}.dll"), ending


LINKS = {
    "PySide6/QtGui.abi3.so": ["libQt6Gui.so.6", "libc.so.6"],
    "PySide6/Qt/lib/libQt6Gui.so.6": ["libQt6Core.so.6"],
    "PySide6/Qt/lib/libQt6Core.so.6": ["libQt6Gui.so.6"],  # a circle
    "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so": ["libQt6Core.so.6"],
    "libgnutls.so.30": ["libgmp.so.10"],  # only what is left out linked to it
    "libgmp.so.10": [],
    "libpython3.11.so.1.0": ["libz.so.1"],
    "libz.so.1": [],
    "lib.cpython-311-x86_64-linux-gnu.so": [],
}
WINDOWS = {
    "PySide6\\QtGui.pyd": ["QT6GUI.DLL", "KERNEL32.dll"],
    "PySide6\\Qt6Gui.dll": ["MSVCP140.dll"],
    "PySide6\\msvcp140.dll": [],
    "rapid.libs\\msvcp140.dll": [],  # of the same name: the loader takes the first, so both stay
    "PySide6\\concrt140.dll": [],
    "PySide6\\plugins\\platforms\\qwindows.dll": [],
    "python311.dll": [],
    "VCRUNTIME140_1.dll": [],
}


@pytest.mark.parametrize(
    ("links", "gone"),
    [(LINKS, {"libgnutls.so.30", "libgmp.so.10"}), (WINDOWS, {"PySide6\\concrt140.dll"}), ({}, set())],
)
def test_a_library_stays_while_something_links_to_it(links, gone):
    asked = []
    assert left_out.still_linked(links, lambda name: (asked.append(name), links[name])[1]) == set(links) - gone
    assert len(asked) == len(set(asked)), "each file is read once"


@pytest.mark.skipif(sys.platform != "linux", reason="reads a library of Linux")
def test_who_asks_for_whom_is_read_from_the_file():
    """Its own wishes alone: what those want in turn is theirs, and falls when they do."""
    asked = left_out.asked_for(str(Path(PySide6.__file__).with_name("QtWidgets.abi3.so")))
    assert {"libQt6Widgets.so.6", "libQt6Core.so.6"} <= set(asked)
    assert not [name for name in asked if "icu" in name]
    assert left_out.asked_for(__file__) == []


def test_a_link_to_what_is_left_out_is_left_out_too():
    kept = ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK")
    inner = ("pillow.libs/libtiff.so", "libtiff-2.so", "SYMLINK")
    lost = ("libQt6Qml.so.6", "PySide6/Qt/lib/libQt6Qml.so.6", "SYMLINK")
    data = ("LICENSE", "/somewhere/LICENSE", "DATA")
    carried = {"PySide6/Qt/lib/libQt6Core.so.6", "pillow.libs/libtiff-2.so"}
    assert left_out.without_dangling([kept, lost, inner, data], carried) == [kept, inner, data]


def test_hrdesk_imports_nothing_that_is_left_out():
    out = set(left_out.MODULES)
    for path in FILES:
        for module in imports(path):
            parts = module.split(".")
            assert not out & {".".join(parts[:end]) for end in range(1, len(parts) + 1)}, f"{path} imports {module}"


def test_hrdesk_asks_qt_nothing_that_needs_the_tables_of_icu():
    asked = re.compile(r"QCollator|QTimeZone|localeAwareCompare|setSortLocaleAware|QString(?:De|En)coder|QTextCodec")
    assert not [path for path in FILES if asked.search(path.read_text(encoding="utf-8"))]


@pytest.mark.skipif(sys.platform != "linux" or platform.machine() not in {"x86_64", "aarch64"}, reason="of Linux")
def test_the_library_without_tables_loads_and_offers_its_symbol(tmp_path):
    target = tmp_path / "libicudata.so.73"
    target.write_bytes(icu_data.empty(target.name, platform.machine()))
    loaded = ctypes.CDLL(str(target))
    tables = bytes((ctypes.c_ubyte * 48).in_dll(loaded, "icudt73_dat"))
    assert tables[2:4] == b"\xda\x27"  # the mark of ICU's data
    assert tables[12:16] == b"ToCP"
    assert tables[32:] == bytes(16), "no entries"
    assert target.stat().st_size < 1000


@pytest.mark.parametrize(("name", "machine", "error"), [
    ("libicuuc.so.73", "x86_64", ValueError), ("libicudata.so", "x86_64", ValueError),
    ("libicudata.so.73.1", "x86_64", ValueError), ("libicudata.so.73", "mips", KeyError),
])  # fmt: skip
def test_no_other_library_is_emptied(name, machine, error):
    with pytest.raises(error):
        icu_data.empty(name, machine)


def test_only_the_tables_are_swapped_for_the_empty_library(tmp_path):
    core = (f"{QT}/lib/libQt6Core.so.6", "/qt/libQt6Core.so.6", "BINARY")
    tables = (f"{QT}/lib/libicudata.so.75", "/qt/libicudata.so.75", "BINARY")
    binaries, made = icu_data.emptied([core, tables], tmp_path, "x86_64")
    assert binaries == [core]
    assert made == [(tables[0], str(tmp_path / "libicudata.so.75"), "DATA")]
    assert (tmp_path / "libicudata.so.75").read_bytes() == icu_data.empty("libicudata.so.75", "x86_64")
    assert icu_data.emptied([core, tables], tmp_path, "riscv64") == ([core, tables], []), "where it is not known, all stay"


WITHOUT = """
import pkgutil, sys
from importlib import import_module
from importlib.abc import MetaPathFinder

out = set(sys.argv[1].split(","))

class LeftOut(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        parts = name.split(".")
        if out & {".".join(parts[:end]) for end in range(1, len(parts) + 1)}:
            raise ModuleNotFoundError(f"left out: {name}", name=name)

sys.meta_path.insert(0, LeftOut())
import hrdesk
for module in pkgutil.walk_packages(hrdesk.__path__, "hrdesk."):
    if not module.name.endswith("__main__"):
        import_module(module.name)
from hrdesk.services.selfcheck import self_check
for name, passed, said in self_check():
    assert passed, (name, said)
from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QApplication, QDateEdit
app = QApplication([])
QDateEdit(QDate(2026, 1, 2)).show()
print(QLocale("th_TH").toString(QDate(2026, 1, 2), "d MMMM"))
from hrdesk.__main__ import main
demo = sys.argv[2]
for command in (["demo", demo], *(
    ["--db", demo + "/hrdesk.db", "print", form, "--year", "2564", "-o", demo + "/" + form + end, *(["--plain"] if end == ".xlsx" else [])]
    for form in ("annual-report", "register") for end in (".docx", ".pdf", ".xlsx")
)):
    assert not main(command), command
"""


def test_the_whole_program_works_without_what_is_left_out(tmp_path):
    """Every module loads, the self-check passes, and papers are written as PDF, Word (charts too) and Excel."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"}
    for full in Path(PySide6.__file__).parent.glob("Qt/lib/libicudata.so.*"):
        (tmp_path / full.name).write_bytes(icu_data.empty(full.name, platform.machine()))
        environment["LD_LIBRARY_PATH"] = str(tmp_path)
    command = [sys.executable, "-c", WITHOUT, ",".join(left_out.MODULES), str(tmp_path / "demo")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    assert "2 มกราคม" in done.stdout
    written = {path.suffix for path in (tmp_path / "demo").glob("*.*") if path.stat().st_size > 3000}
    assert {".docx", ".pdf", ".xlsx"} <= written
