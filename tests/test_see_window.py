"""The script that watches the window come up tells each way in which it did not; a fake screen, real processes and files."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass, field

import pytest
import see_window
from PIL import Image
from see_window import Seen, watch

from hrdesk.ui.window.main_window import TITLE

OURS = f"เทศบาลตำบลตัวอย่าง - {TITLE}"
COLOURS = bytes(value for place in range(200) for value in (place, 0, 255 - place, 0))


@dataclass
class FakeScreen:
    """What it shows at each look, the last one from then on; to close a window ends the program."""

    shown: list[list[str]]
    data: bytes = COLOURS
    deaf: bool = False
    closed: list[int] = field(default_factory=list)

    def windows(self, _process: int) -> list[Seen]:
        titles = self.shown.pop(0) if len(self.shown) > 1 else self.shown[0]
        return [Seen(number, title, 20, 10) for number, title in enumerate(titles, start=1)]

    def pixels(self, window):
        assert TITLE in window.title
        return self.data

    def close(self, handle: int) -> None:
        self.closed.append(handle)
        if not self.deaf:
            self.stop.write_text("")


@pytest.fixture
def seen(tmp_path, monkeypatch):
    """Watch a program that runs until it is asked to close, on a screen; what was wrong."""
    monkeypatch.setattr(see_window, "STEP", 0.01)
    stop, log = tmp_path / "stop", tmp_path / "hrdesk.log"
    log.write_text("2026-01-01 00:00:00 ERROR of another day\n", encoding="utf-8")

    def run(screen, ending: str = "", before: str = "", seconds: float = 5) -> list[str]:
        screen.stop = stop
        body = f"import pathlib, sys, time\n{before}\nwhile not pathlib.Path(sys.argv[1]).exists(): time.sleep(.02)\n{ending}"
        return watch([sys.executable, "-c", body, str(stop), str(log)], screen, tmp_path / "window.png", log, seconds, 0)

    return run


def test_a_window_with_the_offices_name_is_looked_at_and_closed(seen, tmp_path, capsys):
    screen = FakeScreen([[], [TITLE], [OURS]])
    assert seen(screen) == []
    assert screen.closed == [1]
    told = capsys.readouterr().out
    assert f"window “{OURS}” 20×10 after" in told
    assert "200 colours" in told
    with Image.open(io.BytesIO((tmp_path / "window.png").read_bytes())) as picture:
        assert picture.size == (20, 10)
        assert [picture.getpixel((x, y)) for x, y in ((0, 0), (19, 9))] == [(255, 0, 0), (56, 0, 199)]


@pytest.mark.parametrize(
    ("screen", "how", "wrong"),
    [
        (FakeScreen([[TITLE]]), {"seconds": 0.2}, [f"another window: “{TITLE}”", "no window with the office's name after 0.2 s"]),
        (FakeScreen([[]]), {"seconds": 0.2}, ["no window with the office's name after 0.2 s"]),
        (FakeScreen([[]]), {"before": "sys.exit(3)"}, ["the program ended with 3", "no window with the office's name after 5 s"]),
        (FakeScreen([[OURS, "Unhandled exception"]]), {}, ["another window: “Unhandled exception”"]),
        (FakeScreen([[OURS]], data=bytes(800)), {}, ["the window is blank: 1 colours"]),
        (FakeScreen([[OURS]]), {"ending": "sys.exit(1)"}, ["it closed with 1"]),
        (
            FakeScreen([[OURS]]),
            {"before": "open(sys.argv[2], 'a').write('x WARNING y\\nx ERROR unexpected error\\nTraceback (most\\n')"},
            ["log: x ERROR unexpected error", "log: Traceback (most"],
        ),
    ],
    ids=["never opened", "no window", "ended", "a message beside", "blank", "failed at the end", "told the log"],
)
def test_each_way_to_fail_is_told(seen, screen, how, wrong):
    assert seen(screen, **how) == wrong


def test_a_window_that_does_not_close_is_told_and_ended(seen, monkeypatch):
    wait = see_window.subprocess.Popen.wait
    monkeypatch.setattr(see_window.subprocess.Popen, "wait", lambda process, _seconds: wait(process, 0.2))
    assert seen(FakeScreen([[OURS]], deaf=True)) == ["it did not close when asked"]


def test_without_a_log_there_are_no_errors(tmp_path):
    assert see_window.errors(tmp_path / "none.log", 0) == []
