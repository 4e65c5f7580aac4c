"""A workbook's file, there whole or not at all, and nothing of it left elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from hrdesk.reports.atomic import let_go, written_whole


@contextmanager
def written_book(target: Path, *, in_order: bool = False) -> Iterator[Workbook]:
    """Takes the target's place when the block ends well; `in_order`: rows are written once, from the top, and let go.

    UserError when it cannot be written; an older file then stays as it was. XlsxWriter keeps sheets in files of its own
    until they are packed; whatever happens, no person's data stays behind in them.
    """
    with written_whole(target) as path, TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        book = Workbook(str(path), {"constant_memory": in_order, "tmpdir": folder})
        try:
            yield book
            _close(book)
        except BaseException as error:
            let_go(error)
            for sheet in book.worksheets():
                for held in (sheet.fh, sheet.row_data_fh):
                    _shut(held)
            raise


def _close(book: Workbook) -> None:
    try:
        book.close()
    except FileCreateError as error:  # hides what the system said
        raise OSError(*getattr(error.args[0], "args", error.args)) from error


def _shut(file: Any) -> None:
    """What a full disk does not take of it is of no use any more."""
    if file is not None:
        try:
            file.close()
        except OSError:
            file.close()  # its buffer is gone now
