"""What a bundle leaves out, and why: modules that are never imported, files of parts that hrdesk does not use, and the
shared libraries that only those files asked for."""

from __future__ import annotations

import posixpath
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from fnmatch import fnmatch
from pathlib import PurePath

# Modules that the hooks of PyInstaller, or an import that is only tried, would carry along.
MODULES = [
    *(
        f"PySide6.Qt{name}"
        for name in "Qml Quick QuickWidgets QuickControls2 QuickTest Designer Help UiTools Sql Test Concurrent OpenGL "
        "OpenGLWidgets Xml DBus WebEngineCore Multimedia Charts DataVisualization Graphs 3DCore".split()
    ),
    *"tkinter unittest pydoc doctest pdb numpy pytest setuptools distutils pip IPython".split(),
    *"MySQLdb psycopg2 pysqlite2 sqlalchemy.dialects.mysql sqlalchemy.dialects.oracle sqlalchemy.dialects.mssql".split(),
    *"alembic.testing sqlalchemy.testing xmlrpc".split(),
    *"ssl _ssl".split(),  # hrdesk speaks to nobody; what tries it can do without
    *"lxml.objectify lxml.html lxml.isoschematron lxml.sax".split(),  # python-docx needs etree alone
    *"PIL.ImageTk PIL.ImageQt PIL._avif PIL._webp PIL._imagingft PIL._imagingcms PIL._imagingtk".split(),
]

LOADED = (".abi3.", ".cpython-", ".pyd", "libpython", "python3", "vcruntime")  # by Python and by what starts it

# File names, as patterns. Of Qt: libraries of the modules above, plugins for displays, pictures and networks that no
# office has; Windows draws without the other two backends.
FILES = (
    "*Qt6Qml*", "*Qt6Quick*", "*Qt6VirtualKeyboard*", "*Qt6OpenGL*", "*Qt6WebEngine*", "*Qt6Egl*", "*Qt6Wl*",
    "*opengl32sw*", "*d3dcompiler*", "*/qdirect2d.dll", "*/*qminimal.*", "*libqgtk3*",
    "*/PySide6/Qt/translations/*", "*/PySide6/translations/*", "*/plugins/egldeviceintegrations/*",
    "*/plugins/generic/*", "*/plugins/tls/*", "*/plugins/networkinformation/*", "*/plugins/qmltooling/*",
    "*libqeglfs*", "*libqlinuxfb*", "*libqvnc*", "*libqminimalegl*", "*libqvkkhr*", "*virtualkeyboard*",
    *(f"*/plugins/imageformats/*q{kind}.*" for kind in ("tiff", "icns", "wbmp", "tga", "pdf")),
    "*libavif*", "*.pyi",
    "/libcups.so.*",  # of the system: a Linux without CUPS has no printer either
)  # fmt: skip



def wanted(name: str, patterns: Iterable[str] = FILES) -> bool:
    """Whether a file of this name, as it would lie in the bundle, is carried."""
    path = "/" + name.replace("\\", "/")
    return not any(fnmatch(path.lower(), pattern.lower()) for pattern in patterns)


def is_library(name: str) -> bool:
    """A shared library that others link to: not an extension module, which Python loads, a plugin of Qt, or Python."""
    path = PurePath(name.replace("\\", "/"))
    if "plugins" in path.parts or any(part in path.name.lower() for part in LOADED):
        return False
    return ".so" in path.suffixes or path.suffix.lower() == ".dll"


def still_linked(names: Iterable[str], links: Callable[[str], Iterable[str]]) -> set[str]:
    """Those of the files that are loaded by themselves, and the libraries that they and these link to.

    `links` gives the file names that a file asks the system's linker for."""
    every = set(names)
    by_name: dict[str, list[str]] = {}
    for name in every:
        by_name.setdefault(PurePath(name.replace("\\", "/")).name.lower(), []).append(name)
    kept = {name for name in every if not is_library(name)}
    unread = list(kept)
    while unread:
        for asked in links(unread.pop()):
            for name in by_name.get(PurePath(asked.replace("\\", "/")).name.lower(), ()):
                if name not in kept:
                    kept.add(name)
                    unread.append(name)
    return kept


def asked_for(source: str) -> list[str]:
    """The names of the shared libraries that a file asks the system's linker for itself, not through others."""
    if sys.platform == "win32":
        from PyInstaller.depend.bindepend import get_imports

        return [name for name, _ in get_imports(source)]
    said = subprocess.run(["objdump", "-p", source], capture_output=True, text=True, check=False).stdout
    return re.findall(r"^\s+NEEDED\s+(\S+)", said, re.MULTILINE)


def without_dangling(entries: list[tuple[str, str, str]], carried: set[str]) -> list[tuple[str, str, str]]:
    """The entries of a bundle without those links whose target is not carried."""

    def target(name: str, source: str) -> str:
        return posixpath.normpath(posixpath.join(posixpath.dirname(name), source))

    return [entry for entry in entries if entry[2] != "SYMLINK" or target(*entry[:2]) in carried]
