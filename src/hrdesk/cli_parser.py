"""argparse in Thai: its headings, its own options, and lines that end between Thai words."""

from __future__ import annotations

import argparse
import re
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

from hrdesk.cli_common import in_thai

if TYPE_CHECKING:
    from collections.abc import Iterable

FAILED = 2
_DECLARED = 80  # columns: argparse makes a formatter for each option that is declared, which need not ask the terminal
_LONGEST_NAME = 26  # columns of a command or an option with the space about it; what is longer has a line of its own


class ThaiHelp(argparse.HelpFormatter):
    """Of `--help`. Names of commands and options stand as they are typed."""

    def __init__(self, prog: str, width: int | None = _DECLARED) -> None:
        super().__init__(prog, max_help_position=_LONGEST_NAME, width=width)

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "วิธีใช้: " if prefix is None else prefix)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in wrapped(text, width - len(indent)))


class Parser(argparse.ArgumentParser):
    """Explains itself in Thai; says what is wrong in one line and exits with 2."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, formatter_class=ThaiHelp, add_help=False)
        self._positionals.title, self._optionals.title = "ต้องระบุ", "ตัวเลือก"
        self.add_argument("-h", "--help", action="help", help="แสดงคำอธิบายนี้")

    def format_help(self) -> str:
        self.formatter_class = partial(ThaiHelp, width=None)
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        self.exit(FAILED, f"{self.prog}: {in_thai(message)} ยังไม่ได้ทำสิ่งใด กรุณาดูวิธีใช้ด้วย {self.prog} --help\n")


def add_command(commands: argparse._SubParsersAction[Any], name: str, told: str) -> argparse.ArgumentParser:
    """Told in the list of all commands, and above its own options."""
    made: argparse.ArgumentParser = commands.add_parser(name, help=told, description=told)
    return made


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most so many columns, in which signs above and below a letter take none; a longer word stays whole."""
    from hrdesk.thai.linebreak import ZERO_WIDTH_SPACE, soften  # noqa: PLC0415 - the lexicon is for who asks
    from hrdesk.thai.text import letter_columns  # noqa: PLC0415 - as above

    lines = [""]
    for gap, piece in re.findall(f"( |{ZERO_WIDTH_SPACE}|^)([^ {ZERO_WIDTH_SPACE}]+)", soften(" ".join(text.split()))):
        longer = lines[-1] + gap.strip(ZERO_WIDTH_SPACE) + piece
        if letter_columns(longer) > width and lines[-1]:
            lines.append(piece)
        else:
            lines[-1] = longer
    return lines
