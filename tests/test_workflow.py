"""The workflow for Windows does there what the gate and the README do here, with files and options that exist."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import see_window
import version_info

from hrdesk import __version__
from hrdesk.cli import main

ROOT = Path(__file__).parent.parent
WORKFLOW = (ROOT / ".github/workflows/windows.yml").read_text(encoding="utf-8")
GATE = (ROOT / ".ci/run").read_text(encoding="utf-8")
SMOKE = (ROOT / "build/smoke_wine.sh").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
INSTALLER = (ROOT / "build/installer.nsi").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
STEP = re.compile(r"^      - name: (.+)\n((?:        .*\n)+)", re.MULTILINE)


def steps() -> dict[str, str]:
    """Commands by the name of their step, a line each; a line that ends in a stroke goes on in the next."""
    found = {}
    for name, body in STEP.findall(WORKFLOW):
        single, block = re.search(r"^        run: ([^|\n].*)$", body, re.MULTILINE), body.partition("run: |\n")[2]
        text = single[1] if single else re.sub(r"^ {10}", "", block, flags=re.MULTILINE)
        found[name] = text.replace("\\\n", " ").strip()
    return found


def lines(name: str) -> list[str]:
    return [" ".join(line.split()) for line in steps()[name].splitlines()]


def options(command: str) -> dict[str, str]:
    """What a command of makensis defines."""
    return dict(re.findall(r'"?-D([A-Z]+)(?:=("?[^" ]*"?))?', command))


def test_every_step_has_its_commands():
    assert list(steps()) == [
        "Install", "Tests", "Bundle", "The program checks itself and does its main job", "Its window", "Installer",
        "Install, run and uninstall",
    ]  # fmt: skip
    assert all(steps().values())
    assert "\t" not in WORKFLOW
    assert {len(line) - len(line.lstrip()) for line in WORKFLOW.splitlines() if line.strip()} <= {*range(0, 14, 2)}


def test_the_tests_are_run_as_the_readme_says():
    (command,) = re.findall(r"<!-- command: test -->\n```sh\n(.+)\n```\n", README)
    assert ".venv/bin/pip install -q -e '.[test]' && .venv/bin/pytest -n auto" in command
    (install,), (tests,) = lines("Install"), lines("Tests")
    assert shlex.split(install)[-2:] == ["-e", ".[test,build]"]
    assert {"test", "build"} <= set(PROJECT["optional-dependencies"])
    assert tests.removeprefix("python -m ") == "pytest -n auto"


@pytest.mark.parametrize("command", ["pyinstaller -y", "inspect_bundle.py", "--self-check", " demo ", "print plan-book"])
def test_the_bundle_is_made_and_tried_as_in_the_gate(command):
    """With the same options; only the folders differ."""

    def of(text: str) -> list[set[str]]:
        plain = re.sub(r'"?\$\w+"?/|\.venv/bin/', "", text)
        found = [line.split(" #")[0] for line in plain.splitlines() if command in line and "hrdesk" in line]
        return [{word for word in line.split() if word.startswith("-") or word in ("155", "plan-book", "demo")} for line in found]

    there = of("\n".join(lines("Bundle") + lines("The program checks itself and does its main job")))
    assert there
    assert all(one in of(GATE) for one in there)


def test_the_installer_is_compiled_with_every_define_it_asks_for():
    wanted = set(re.findall(r"\$\{([A-Z]+)\}", INSTALLER)) - set(re.findall(r"^!(?:define|macro \w+) ([A-Z]+)", INSTALLER, re.MULTILINE))
    assert wanted == {"VERSION", "NUMBERS", "BUNDLE", "ICON", "SIDE", "OUT", "TARGET"}
    (compiled,) = [line for line in lines("Installer") if line.startswith("makensis -V2")]
    elsewhere = re.findall(r"^ *makensis (.+\\\n.+)$", GATE + SMOKE, re.MULTILINE)
    assert len(elsewhere) == 2
    for text in (compiled, *elsewhere):
        assert wanted <= {*options(text), "TARGET"}, text
    assert options(compiled)["TARGET"] == "x86-unicode", "the compiler for Windows makes none of 64 bits"
    assert set(re.search(r"for target in (.+);", GATE)[1].split()) == {"amd64-unicode", "x86-unicode"}
    assert '"${BUNDLE}\\*"' in INSTALLER, "the compiler for Windows finds no folder before another stroke"


def test_files_and_scripts_are_there():
    for name in re.findall(r"\bbuild/[\w./-]+", "\n".join(steps().values())):
        assert (ROOT / name).is_file(), name


def test_what_is_used_of_others_is_named_by_its_commit():
    """A tag can be moved; the version stands beside it for people."""
    used = re.findall(r"uses: (.+)", WORKFLOW)
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one) for one in used), used
    assert [one.partition("@")[0] for one in used] == ["actions/checkout", "actions/setup-python", "actions/upload-artifact"]


def test_a_step_that_may_wait_for_somebody_has_an_end():
    """A program that fails shows a box, and nobody is there to press its button."""
    for name, body in STEP.findall(WORKFLOW):
        if re.search(r"hrdesk\.exe|hrdesk-cli\.exe|setup|pytest", body) and "makensis" not in body:
            assert "timeout-minutes:" in body, name


def test_the_version_reaches_a_shell_without_carriage_returns():
    done = subprocess.run([sys.executable, ROOT / "build/version_info.py"], capture_output=True, check=True)
    assert done.stdout.decode().splitlines() == [f"VERSION={__version__}", f"NUMBERS={'.'.join(map(str, version_info.numbers(__version__)))}"]
    assert b"\r" not in done.stdout


def test_programs_of_the_bundle_are_those_that_are_called():
    spec = (ROOT / "build/hrdesk.spec").read_text(encoding="utf-8")
    called = set(re.findall(r"(?:dist/hrdesk/|\$folder\\)([\w-]+)\.exe", WORKFLOW)) - {"uninstall"}
    assert called == set(re.findall(r'program\("([\w-]+)"', spec)) == {"hrdesk", "hrdesk-cli"}
    assert all(f'Delete "$INSTDIR\\{name}.exe"' in INSTALLER for name in called)


def test_the_command_line_takes_what_the_workflow_says(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for line in lines("The program checks itself and does its main job"):
        program, *words = shlex.split(line)
        if program.startswith("dist/hrdesk/"):
            assert main(words) == 0, line
    assert (tmp_path / "out/book.docx").stat().st_size > 10_000


def test_the_window_is_watched_with_arguments_it_knows(monkeypatch, tmp_path, capsys):
    (line,) = lines("Its window")
    monkeypatch.setattr(see_window, "Desktop", lambda: None)
    seen = []
    monkeypatch.setattr(see_window, "watch", lambda command, *_: seen.append(command) or [])
    monkeypatch.setattr(sys, "argv", shlex.split(line)[1:])
    assert see_window.main() == 0
    assert seen == [[str(Path("dist/hrdesk/hrdesk.exe")), "--db", str(Path("out/hrdesk.db"))]]
