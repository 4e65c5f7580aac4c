"""Six megabytes that would become gigabytes, refused within bounds that the system itself keeps."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from services.sheets import files

pytest.importorskip("resource")  # Windows keeps no such bounds

SIZE = 6 << 20
ROOM = 200 << 20  # bytes of memory beyond the loaded program
PROCESSOR = 20  # seconds; the parser alone would take minutes
CHILD = f"""
import resource, sys
from pathlib import Path
from hrdesk.errors import UserError
from hrdesk.services.sheets.reader import read_sheets
pages = int(Path("/proc/self/statm").read_text().split()[0])
most = pages * resource.getpagesize() + {ROOM}
resource.setrlimit(resource.RLIMIT_AS, (most, most))
used = resource.getrusage(resource.RUSAGE_SELF)
resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + {PROCESSOR},) * 2)
try:
    read_sheets(Path(sys.argv[1]))
except UserError as error:
    print(error)
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="the memory of a process is read from Linux")
@pytest.mark.parametrize("claimed", [None, 1000, 100 << 20], ids=["honest", "lying", "lying within bounds"])
def test_a_bomb_of_six_megabytes_is_refused_in_bounded_time_and_memory(tmp_path, claimed):
    path = tmp_path / "ระเบิด.xlsx"
    path.write_bytes(files.bomb(SIZE, claimed=claimed))
    with zipfile.ZipFile(path) as archive:
        assert archive.infolist()[1].file_size == (claimed or archive.infolist()[1].file_size)
        assert claimed or archive.infolist()[1].file_size > 1 << 30
    done = subprocess.run([sys.executable, "-c", CHILD, path], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done
    assert "ระเบิด.xlsx" in done.stdout
    assert "ใหญ่ผิดปกติ" in done.stdout
    assert "ข้อมูลในโปรแกรมไม่ถูกเปลี่ยนแปลง" in done.stdout
