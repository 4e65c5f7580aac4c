"""Run a function in a child process and stop at every call with which it changes the disk.

A child forked from here asks to be traced (ptrace, Linux on x86-64), so that each write, sync, rename and so on
below one folder can be counted, made the moment of its death, made to fail, or recorded. Nothing is replaced in
the program: it is SQLite's and Python's own calls to the kernel that are seen.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import platform
import select
import signal
import struct
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

SUPPORTED = sys.platform == "linux" and platform.machine() == "x86_64"

TRACEME, POKEUSER, CONT, SYSCALL, SETOPTIONS, GET_SYSCALL_INFO = 0, 6, 7, 24, 0x4200, 0x420E
SYSGOOD, TRACE_SECCOMP, EXITKILL = 1, 1 << 7, 1 << 20
SECCOMP_STOP = signal.SIGTRAP | 7 << 8
NO_NEW_PRIVS, SET_SECCOMP, FILTER = 38, 22, 2
LOAD_NUMBER, JUMP_IF_EQUAL, RETURN = 0x20, 0x15, 0x06
ALLOW, TRACE = 0x7FFF0000, 0x7FF00000
RAX, ORIG_RAX = 10 * 8, 15 * 8  # offsets in the kernel's struct user
BY_HANDLE = {  # number -> name; the first argument is the handle that is written
    1: "write", 18: "write", 20: "write", 296: "write", 40: "write", 77: "truncate", 285: "truncate",
    74: "sync", 75: "sync",
}  # fmt: skip
COPY_RANGE = 326  # its third argument is the handle that is written
BY_PATH = {  # number -> name and the places of the arguments that are paths
    82: ("rename", (0, 1)), 264: ("rename", (1, 3)), 316: ("rename", (1, 3)),
    86: ("link", (0, 1)), 265: ("link", (1, 3)),
    87: ("unlink", (0,)), 263: ("unlink", (1,)), 84: ("rmdir", (0,)),
    83: ("mkdir", (0,)), 258: ("mkdir", (1,)),
}  # fmt: skip
OPEN_AT = 257
O_CHANGES = os.O_CREAT | os.O_TRUNC
AT_REMOVEDIR = 0x200
CHANGING = (*BY_HANDLE, COPY_RANGE, *BY_PATH, OPEN_AT)
SPACE = {"write", "create", "mkdir", "link", "rename"}  # what a full disk refuses
STRIKES = {"kill": None, "full": SPACE, "full-once": SPACE, "sync": {"sync"}}  # fault -> the calls it can meet
PATIENCE = 600  # seconds, then a child that hangs is an error of its own; a busy machine is slow, not hung


@dataclass
class Step:
    """One call that changes the disk. Paths are relative to the watched folder."""

    name: str
    path: str
    other: str = ""  # the new name of a rename or link
    inode: int = 0
    offset: int = 0
    data: bytes = b""
    size: int = 0  # of a truncation


@dataclass
class Run:
    acknowledged: list = field(default_factory=list)
    said: str = ""  # a UserError's text
    raised: str = ""  # any other exception
    finished: bool = False
    steps: list[str] = field(default_factory=list)  # the names of all calls, refused ones included
    injected: bool = False
    events: list[Step] = field(default_factory=list)  # of a recording; acknowledgements as Step("ack", …)

    @property
    def last(self):
        return self.acknowledged[-1] if self.acknowledged else 0


@dataclass(frozen=True)
class Fault:
    """What happens at the call number `at`, counted from 1: death, or a refusal once or from then on."""

    kind: str = "none"  # none, kill, full, full-once, sync, record
    at: int = 0


def run(act, folder: Path, fault: Fault = Fault()) -> Run:
    """`act(folder, acknowledge)` in a child of its own. Raises TimeoutError when it hangs."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _be_the_child(act, folder, writer)
    os.close(writer)
    tracer = _Tracer(child, folder, fault, reader)
    try:
        tracer.follow()
    finally:
        os.close(reader)
    return tracer.run


def _be_the_child(act, folder, writer):
    def tell(kind, value=""):
        os.write(writer, json.dumps([kind, value]).encode() + b"\n")

    try:
        quiet = os.open(os.devnull, os.O_RDWR)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        ctypes.CDLL(None).ptrace(TRACEME, 0, 0, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
        _stop_only_at(CHANGING)
        from hrdesk.errors import UserError

        try:
            act(folder, lambda number: tell("ack", number))
            tell("finished")
        except UserError as error:
            tell("said", str(error))
        except BaseException as error:  # noqa: BLE001 - reported to the parent, who counts it
            tell("raised", f"{type(error).__name__}: {error}")
    finally:
        os._exit(0)


def _stop_only_at(numbers):
    """A filter in the kernel, so that reading, by far the most, runs at full speed."""

    class Program(ctypes.Structure):
        _fields_ = [("length", ctypes.c_ushort), ("code", ctypes.c_void_p)]

    jumps = [(JUMP_IF_EQUAL, len(numbers) - place, 0, number) for place, number in enumerate(numbers)]
    code = [(LOAD_NUMBER, 0, 0, 0), *jumps, (RETURN, 0, 0, ALLOW), (RETURN, 0, 0, TRACE)]
    packed = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *line) for line in code))
    program = Program(len(code), ctypes.addressof(packed))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(NO_NEW_PRIVS, 1, 0, 0, 0)
    if libc.prctl(SET_SECCOMP, FILTER, ctypes.byref(program), 0, 0):
        raise OSError(ctypes.get_errno(), "seccomp")


class _Tracer:
    def __init__(self, child, folder, fault, reader):
        self.child, self.folder, self.fault, self.reader = child, str(folder) + "/", fault, reader
        self.run = Run()
        self.libc = ctypes.CDLL(None, use_errno=True)
        self.libc.ptrace.argtypes = [ctypes.c_long] * 4
        self.libc.ptrace.restype = ctypes.c_long
        self.buffer = ctypes.create_string_buffer(88)
        self.memory = None
        self.step = None  # the call that is under way
        self.refuse = 0  # the error it shall end with
        self.pending = b""

    def follow(self):
        os.waitpid(self.child, 0)
        self.libc.ptrace(SETOPTIONS, self.child, 0, SYSGOOD | TRACE_SECCOMP | EXITKILL)
        deadline = time.monotonic() + PATIENCE
        with Path(f"/proc/{self.child}/mem").open("rb", buffering=0) as self.memory:
            deliver = 0
            while True:
                self.libc.ptrace(SYSCALL if self.step else CONT, self.child, 0, deliver)
                _, status = os.waitpid(self.child, 0)
                if os.WIFEXITED(status) or os.WIFSIGNALED(status):
                    break
                deliver = self._at_stop(status)
                if time.monotonic() > deadline:
                    os.kill(self.child, signal.SIGKILL)
                    os.waitpid(self.child, 0)
                    raise TimeoutError(f"{self.fault}")
        self._hear()

    def _at_stop(self, status):
        """What the child stopped for; returns the signal that it shall get."""
        if status >> 8 == SECCOMP_STOP:
            number, *arguments = struct.unpack_from("<Q6Q", self._call(), 24)
            self.step = self._step_of(number, arguments)
            if self.step is not None:
                self._enter()
        elif os.WSTOPSIG(status) == signal.SIGTRAP | 0x80:
            if self.step is not None:
                (result,) = struct.unpack_from("<q", self._call(), 24)
                self._leave(result)
                self.step = None
        elif os.WSTOPSIG(status) not in (signal.SIGTRAP, signal.SIGSTOP):
            return os.WSTOPSIG(status)
        return 0

    def _call(self):
        self.libc.ptrace(GET_SYSCALL_INFO, self.child, 88, ctypes.addressof(self.buffer))
        return self.buffer.raw

    def _enter(self):
        self.run.steps.append(self.step.name)
        now, kind = len(self.run.steps), self.fault.kind
        if kind == "kill" and now == self.fault.at:
            self.run.injected = True
            os.kill(self.child, signal.SIGKILL)
        full = self.step.name in SPACE and (
            (kind == "full" and now >= self.fault.at) or (kind == "full-once" and now == self.fault.at)
        )
        broken = kind == "sync" and self.step.name == "sync" and now >= self.fault.at
        if full or broken:
            self.run.injected = True
            self.refuse = errno.ENOSPC if full else errno.EIO
            self.libc.ptrace(POKEUSER, self.child, ORIG_RAX, -1)

    def _leave(self, result):
        if self.refuse:
            self.libc.ptrace(POKEUSER, self.child, RAX, -self.refuse)
            self.refuse = 0
        elif result >= 0 and self.fault.kind == "record":
            self._record(result)

    def _record(self, result):
        self._hear()
        step = self.step
        if step.name == "write":
            if not result:
                return
            with Path(f"/proc/{self.child}/fd/{step.size}").open("rb") as file:
                file.seek(step.offset)
                step.data = file.read(result)
        elif step.name in {"create", "link"}:
            made = Path(self.folder, step.other or step.path)
            step.inode = made.stat().st_ino
        self.run.events.append(step)

    def _step_of(self, number, arguments):
        """The step of a call, or None when it changes nothing below the folder."""
        if number in BY_HANDLE or number == COPY_RANGE:
            return self._by_handle(number, arguments)
        if number in BY_PATH:
            name, places = BY_PATH[number]
            paths = [self._path(self._text(arguments[place]), arguments[place - 1]) for place in places]
            if number == 263 and arguments[2] & AT_REMOVEDIR:
                name = "rmdir"
            return None if None in paths else Step(name, *paths)
        if number == OPEN_AT and arguments[2] & O_CHANGES:
            path = self._path(self._text(arguments[1]), arguments[0])
            if path is None:
                return None
            real = Path(self.folder, path)
            if not real.exists():
                return Step("create", path)
            if arguments[2] & os.O_TRUNC:
                return Step("truncate", path, inode=real.stat().st_ino)
        return None

    def _by_handle(self, number, arguments):
        handle = arguments[2 if number == COPY_RANGE else 0]
        link = Path(f"/proc/{self.child}/fd/{handle}")
        try:
            target = str(link.readlink())
        except OSError:
            return None
        if not target.startswith(self.folder) and target + "/" != self.folder:
            return None
        step = Step(BY_HANDLE.get(number, "write"), target[len(self.folder) :].removesuffix(" (deleted)"))
        step.inode = link.stat().st_ino
        if step.name == "truncate":
            step.size = arguments[1]
        elif step.name == "write":
            info = Path(f"/proc/{self.child}/fdinfo/{handle}").read_text()
            step.offset = arguments[3] if number in (18, 296) else int(info.split()[1])
            step.size = handle
        return step

    def _text(self, address):
        self.memory.seek(address)
        return os.fsdecode(self.memory.read(4096).split(b"\0", 1)[0])

    def _path(self, text, directory):
        """Relative to the folder; None for a path elsewhere. `directory` is the handle of the *at calls."""
        if not text.startswith("/"):
            signed = ctypes.c_int(directory & 0xFFFFFFFF).value
            base = "cwd" if signed == -100 else f"fd/{signed}"
            try:
                text = str(Path(f"/proc/{self.child}/{base}").readlink() / text)
            except OSError:
                return None
        return text[len(self.folder) :] if text.startswith(self.folder) else None

    def _hear(self):
        """Take up what the child has reported until now."""
        while select.select([self.reader], [], [], 0)[0]:
            told = os.read(self.reader, 65536)
            if not told:
                break
            self.pending += told
        *lines, self.pending = self.pending.split(b"\n")
        for line in lines:
            kind, value = json.loads(line)
            if kind == "ack":
                self.run.acknowledged.append(value)
                self.run.events.append(Step("ack", "", size=value))
            elif kind == "finished":
                self.run.finished = True
            else:
                setattr(self.run, kind, value)
