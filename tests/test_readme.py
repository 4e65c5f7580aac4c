"""The README keeps its word: its commands exist, the gate runs them, and what it links to is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
GATE = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("name", ["demo", "test"])
def test_the_gate_runs_the_command_as_printed(name):
    (command,) = re.findall(rf"<!-- command: {name} -->\n```sh\n(.+)\n```\n", README)
    assert command.startswith("python3 -m venv .venv && .venv/bin/pip install ")
    assert f"readme {name}" in GATE


def test_every_command_of_the_command_line_is_listed(capsys):
    from hrdesk.cli import main

    with pytest.raises(SystemExit):
        main(["--help"])
    listed = re.findall(r"^    ([a-z-]+)(?: |$)", capsys.readouterr().out, re.MULTILINE)
    assert {"demo", "province-layouts"} <= set(listed), "a long name stands alone in its line"
    for command in listed:
        assert re.search(rf"hrdesk (--db FILE )?{command}\b", README), command


def test_every_option_of_the_program_itself_is_listed():
    from hrdesk.cli import _parser

    options = [option for action in _parser(commands=False)._actions for option in action.option_strings if option.startswith("--")]
    assert "--anywhere" in options
    for option in set(options) - {"--help", "--version"}:
        assert re.search(rf"`hrdesk [^`]*{option}\b", README), option


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document):
    for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8")):
        assert (document.parent / target).exists(), target


def test_no_two_decisions_bear_one_number():
    numbers = [page.name[:4] for page in (ROOT / "docs/decisions").glob("[0-9]*.md")]
    assert sorted(set(numbers)) == sorted(numbers)
