"""Power cuts: the recorded calls of an operation, up to some moment, on a disk that had not yet written all of them.

The model. What was synced before the cut is on the disk. Of what was written to a file after its last sync, whole
writes, or single sectors of 512 bytes, or truncations are lost at random. Names (create, rename, link, unlink) are
kept up to the last sync of a folder, and of those after it the first few: in order, as the journals of ext4, XFS
and NTFS keep them. Not modelled: disks that lie about syncs, damage to sectors that were not written, names out
of order.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from pathlib import Path

from faults.tracing import Run

SECTOR = 512
MODES = ("lost", "kept", "some", "torn", "torn")  # what becomes of writes that were not synced


@dataclass
class File:
    durable: bytearray
    pending: list = field(default_factory=list)  # (offset, data) or a length

    def sync(self):
        for change in self.pending:
            _apply(self.durable, change)
        self.pending.clear()

    def after_cut(self, rng, mode):
        content = bytearray(self.durable)
        for change in self.pending:
            if mode == "kept" or (mode in {"some", "torn"} and rng.random() < 0.5):
                _apply(content, change)
            elif mode == "torn" and isinstance(change, tuple):
                offset, data = change
                for start in range(0, len(data), SECTOR):
                    if rng.random() < 0.5:
                        _apply(content, (offset + start, data[start : start + SECTOR]))
        return bytes(content)


def _apply(content, change):
    if isinstance(change, tuple):
        offset, data = change
        content.extend(bytes(max(0, offset - len(content))))
        content[offset : offset + len(data)] = data
    else:
        del content[change:]
        content.extend(bytes(change - len(content)))


def snapshot(folder: Path):
    """What lies on the disk before the operation: relative name -> (inode, bytes), or None for a folder."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        found[name] = None if path.is_dir() else (path.stat().st_ino, path.read_bytes())
    return found


class Disk:
    """A disk on which recorded steps happen one by one."""

    def __init__(self, before):
        self.run = Run()
        self.files = {}  # number -> File
        self.numbers = itertools.count()
        self.by_inode = {}
        self.kept = {}  # names on the disk: name -> number of the file, None for a folder
        for name, what in before.items():
            self.kept[name] = None if what is None else self._new(what[0], what[1])
        self.now = dict(self.kept)  # names as the program sees them
        self.names = []  # changes of names that are not yet on the disk

    def _new(self, inode, content=b""):
        number = next(self.numbers)
        self.files[number] = File(bytearray(content))
        self.by_inode[inode] = number
        return number

    def happen(self, step):
        if step.name == "ack":
            self.run.acknowledged.append(step.size)
        elif step.name == "sync":
            if step.path == "" or self.now.get(step.path, 0) is None:
                for change in self.names:
                    _rename(self.kept, change)
                self.names.clear()
            else:
                self.files[self.by_inode[step.inode]].sync()
        elif step.name in {"write", "truncate"}:
            change = (step.offset, step.data) if step.name == "write" else step.size
            self.files[self.by_inode[step.inode]].pending.append(change)
        else:
            number = self._new(step.inode) if step.name == "create" else self.now.get(step.path)
            change = (step.name, step.path, step.other, number)
            _rename(self.now, change)
            self.names.append(change)

    def cut(self, folder: Path, rng) -> Run:
        """Lay into an empty folder what is left; the answer knows what had been acknowledged."""
        mode = rng.choice(MODES)
        names = dict(self.kept)
        for change in self.names[: rng.randint(0, len(self.names))]:
            _rename(names, change)
        for name, number in sorted(names.items()):
            if number is None:
                (folder / name).mkdir(parents=True, exist_ok=True)
            elif (folder / name).parent.is_dir():
                (folder / name).write_bytes(self.files[number].after_cut(rng, mode))
        return Run(acknowledged=list(self.run.acknowledged))


def _rename(names, change):
    what, path, other, number = change
    if what in {"create", "link"}:
        names[other or path] = number
    elif what == "mkdir":
        names[path] = None
    elif what == "rename":
        names[other] = names.pop(path, number)
    else:
        names.pop(path, None)
