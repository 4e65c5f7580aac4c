"""A command of the command line, run in this process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.cli import main

if TYPE_CHECKING:
    import pytest


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[object, str, str]:
    """(exit code, standard output, standard error) of it alone."""
    capsys.readouterr()
    try:
        code: object = main([str(argument) for argument in arguments])
    except SystemExit as stop:
        code = stop.code
    out, err = capsys.readouterr()
    return code, out, err
