"""The installer: its Thai, what it asks of the PC, and that it compiles with the compilers of Linux and of Windows."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import icon
import pytest

BUILD = Path(__file__).parent.parent / "build"
SCRIPT = BUILD / "installer.nsi"
SENTENCES, STRINGS = BUILD / "thai/Thai.nsh", BUILD / "thai/Thai.nlf"
MARK = b"\xef\xbb\xbf"
OWN = Path("/usr/share/nsis/Contrib/Language files")
needs_compiler = pytest.mark.skipif(shutil.which("makensis") is None, reason="needs NSIS")


def strings(path: Path) -> dict[str, str]:
    """Of a language file of NSIS: a comment names the string that stands in the next line."""
    lines = path.read_text("utf-8-sig").splitlines()
    return {line[3:]: lines[at + 1] for at, line in enumerate(lines) if line.startswith("# ^")}


@pytest.mark.parametrize("path", [SCRIPT, SENTENCES, STRINGS], ids=lambda path: path.name)
def test_files_say_that_they_are_utf8(path):
    """The compiler on Windows reads a file without the mark by the code page of that PC."""
    assert path.read_bytes().startswith(MARK)
    assert path.read_bytes().count(MARK) == 1


def shown() -> list[tuple[str, str]]:
    """(where, text) of everything that the installer can show."""
    boxes = re.findall(r'MessageBox [\w|]+ \\\n\s+"(.+?)"', SCRIPT.read_text("utf-8"))
    sentences = re.findall(r'\$\{LangFileString\} (\w+) "(.*)"', SENTENCES.read_text("utf-8"))
    return [*(("box", text) for text in boxes), *sentences, *strings(STRINGS).items()]


@pytest.mark.parametrize(("where", "text"), shown())
def test_nothing_is_shown_in_english_or_misspelt(where, text):
    plain = re.sub(r"\$\{\w+\}|\$\(\^?\w+\)|\$\\[rn]|\\[rn]|\$_?[A-Z]+|\$\d|\\hrdesk|\bhrdesk\b|\bWindows\b|\bDLL\b|\bOLE\b", "", text)
    assert not re.search(r"[A-Za-z]{2,}", plain), text
    assert not re.search(r"อัติโนมัติ|เลื่อก|แผ้ม|อัปเดท|  |\bคุณ", text), text
    assert text.count("“") == text.count("”")


def test_the_boxes_are_all_looked_at():
    assert sum(where == "box" for where, _ in shown()) == SCRIPT.read_text("utf-8").count("MessageBox ") == 5


@pytest.mark.skipif(not OWN.is_dir(), reason="needs the language files of NSIS")
def test_every_string_of_the_compiler_is_told_in_its_order():
    english = strings(OWN / "English.nlf")
    assert list(strings(STRINGS)) == list(english)
    for name, text in strings(STRINGS).items():
        assert text.startswith('"') == english[name].startswith('"'), name  # quoted where it ends with a space
        assert set(re.findall(r"\$\d", text)) == set(re.findall(r"\$\d", english[name])), name


def test_keys_of_buttons_differ_on_each_page():
    keys = {name: re.search("&(.)", text) for name, text in strings(STRINGS).items() if name.endswith("Btn")}
    letters = {name: found[1] for name, found in keys.items() if found}
    for page in (("BackBtn", "InstallBtn", "BrowseBtn"), ("BackBtn", "UninstallBtn"), ("BackBtn", "NextBtn", "CloseBtn", "ShowDetailsBtn")):
        told = [letters[name] for name in page]
        assert len(set(told)) == len(told), page


@pytest.fixture(scope="module")
def bundle(tmp_path_factory, qapp):
    """A folder like that of the program, and the pictures that its build draws."""
    folder = tmp_path_factory.mktemp("installer")
    (folder / "bundle/_internal").mkdir(parents=True)
    for name in ("hrdesk.exe", "hrdesk-cli.exe", "_internal/ก.txt"):
        (folder / "bundle" / name).write_text(name)
    for name in ("hrdesk.ico", "hrdesk.bmp"):
        icon.write(folder / name)
    return folder


@needs_compiler
@pytest.mark.parametrize("stay", [False, True], ids=["beside the script", "where it was called"])
@pytest.mark.parametrize("target", ["amd64-unicode", "x86-unicode"])
def test_it_compiles_without_a_warning(target, stay, bundle):
    if sys.platform == "win32" and target.startswith("amd64"):
        pytest.skip("the compiler for Windows brings no stubs of 64 bits")
    stroke = "/" if sys.platform == "win32" else "-"
    defined = {
        "FAST": "1", "TARGET": target, "VERSION": "1.2.3", "NUMBERS": "1.2.3.0", "BUNDLE": str(bundle / "bundle"),
        "ICON": str(bundle / "hrdesk.ico"), "SIDE": str(bundle / "hrdesk.bmp"), "OUT": str(bundle / f"{target}.exe"),
    }  # fmt: skip
    command = ["makensis", f"{stroke}V2", f"{stroke}WX", *([f"{stroke}NOCD"] if stay else [])]
    command += [f"{stroke}D{name}={value}" for name, value in defined.items()]
    done = subprocess.run([*command, "build/installer.nsi"], cwd=BUILD.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    made = (bundle / f"{target}.exe").read_bytes()
    machine = int.from_bytes(made[int.from_bytes(made[60:64], "little") + 4 :][:2], "little")
    assert machine == {"amd64-unicode": 0x8664, "x86-unicode": 0x14C}[target]
    for told in ("ชุดติดตั้ง hrdesk", "1.2.3"):
        assert told.encode("utf-16-le") in made, "the version resource"


def test_the_picture_beside_the_last_page_is_one_that_windows_shows(bundle):
    data = (bundle / "hrdesk.bmp").read_bytes()
    assert data[:2] == b"BM"
    assert (int.from_bytes(data[18:22], "little"), int.from_bytes(data[22:26], "little")) == icon.SIDE
    assert int.from_bytes(data[28:30], "little") == 24
    assert len(set(zip(data[54::3], data[55::3], data[56::3], strict=False))) > 10, "the icon is drawn on it"


def test_the_data_are_removed_only_after_two_words_for_it():
    """Each question's free choice, also of a silent uninstall, keeps the data."""
    script = SCRIPT.read_text("utf-8").partition('Section "Uninstall"')[2]
    before, _, _ = script.partition('RMDir /r "$LOCALAPPDATA\\hrdesk"')
    assert before.count("MB_DEFBUTTON2") == before.count("/SD IDNO IDYES") == before.count("${AndIf}") == 2
    assert script.count("RMDir /r") == 1


@pytest.mark.parametrize("program", ["hrdesk.exe", "hrdesk-cli.exe"])
def test_installing_and_uninstalling_wait_for_the_programs(program):
    script = SCRIPT.read_text("utf-8")
    for part in re.split(r"\nSection(?!End)", script)[1:]:
        assert part.index(f'!insertmacro WaitUntilClosed "{program}"') < part.index("!insertmacro RemoveProgram")
