"""Every sentence that the program raises for its officer, read from the sources: none is said that nobody has read.

A template names what is filled in by its expression: `แฟ้ม “{path.name}” …`. Constants of the module are written out, a
variable by everything that is assigned to it in its function, a parameter by everything the module gives for it.
"""

from __future__ import annotations

import ast
import itertools
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCES = Path(__file__).parents[1] / "src" / "hrdesk"
ROOT = "UserError"
REASONS = {"Unreadable"}  # of a cell: shown beside its address, in a list of what was not imported
LIST = "InvalidRecord"
PROBLEM = "Problem"  # of a field: shown beside it, or in a list of what is to be mended; its text is the second argument
_MOST = 40  # ways to fill one sentence in
_Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Said:
    place: str  # services.plan.life.advance
    kind: str  # the exception's class
    text: str

    @property
    def line(self) -> str:
        """Without its place: a sentence that moved need not be read again."""
        return f"{self.kind}: {self.text}"


@dataclass
class Module:
    name: str
    tree: ast.Module

    @cached_property
    def constants(self) -> dict[str, ast.expr]:
        found: dict[str, ast.expr] = {}
        for node in self.tree.body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                found[node.targets[0].id] = node.value
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
                found[node.target.id] = node.value
        return found

    @cached_property
    def scopes(self) -> dict[ast.AST, list[ast.ClassDef | _Function]]:
        """By node, the classes and functions around it, the outermost first."""
        found: dict[ast.AST, list[ast.ClassDef | _Function]] = {}

        def walk(node: ast.AST, around: list[ast.ClassDef | _Function]) -> None:
            for child in ast.iter_child_nodes(node):
                found[child] = around
                walk(child, [*around, child] if isinstance(child, ast.ClassDef | _Function) else around)

        walk(self.tree, [])
        return found

    def calls_of(self, name: str) -> Iterator[ast.Call]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and called(node) == name:
                yield node


def called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""


def modules() -> list[Module]:
    paths = sorted(SOURCES.rglob("*.py"))
    return [
        Module(".".join(path.relative_to(SOURCES).with_suffix("").parts), ast.parse(path.read_text(encoding="utf-8")))
        for path in paths
    ]


def error_classes(found: list[Module]) -> dict[str, ast.ClassDef | None]:
    """`UserError` and whatever is derived from it, however far."""
    classes: dict[str, ast.ClassDef | None] = {ROOT: None}
    defined = [node for module in found for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef)]
    for _ in range(5):
        classes |= {
            one.name: one for one in defined
            if any(isinstance(base, ast.Name) and base.id in classes for base in one.bases)
        }  # fmt: skip
    return classes


def every_message() -> list[Said]:
    found = modules()
    classes = error_classes(found)
    named = {*classes, *REASONS, PROBLEM}
    said: set[Said] = set()
    for module in found:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and (kind := _kind(node, module, named)) and node.args:
                around = module.scopes.get(node, [])
                place = ".".join([module.name, *(one.name for one in around)])
                said |= {Said(place, kind, text) for text in _texts(node, kind, module, around) if says_something(text)}
    fields = {one.text for one in said if one.kind == PROBLEM}  # which are raised as a list, too
    return sorted((one for one in said if one.kind != LIST or one.text not in fields), key=lambda one: (one.place, one.line))


def says_something(text: str) -> bool:
    """Of its own: what only hands on another's words is none."""
    return any("\u0e01" <= letter <= "\u0e5b" or letter.isalpha() for letter in without_fillings(text))


def without_fillings(text: str) -> str:
    """What stands around the `{…}`, which may be nested."""
    kept, depth = [], 0
    for letter in text:
        depth += letter == "{"
        kept += [letter] if not depth else []
        depth -= letter == "}"
    return "".join(kept)


def _kind(node: ast.Call, module: Module, named: set[str]) -> str:
    """The class that is made; within a class of errors `super().__init__(…)` makes it."""
    if called(node) in named:
        return called(node)
    within = [one.name for one in module.scopes.get(node, []) if isinstance(one, ast.ClassDef) and one.name in named]
    return within[-1] if within and called(node) == "__init__" else ""


def _texts(node: ast.Call, kind: str, module: Module, around: list[ast.ClassDef | _Function]) -> list[str]:
    arguments = node.args if kind != PROBLEM else [*node.args[1:2], *(one.value for one in node.keywords if one.arg == "text")]
    parts = [_templates(argument, module, around, depth=3) for argument in arguments]
    return [" | ".join(chosen) for chosen in itertools.islice(itertools.product(*parts), _MOST)]


def _templates(node: ast.expr, module: Module, around: list[ast.ClassDef | _Function], depth: int) -> list[str]:
    if isinstance(node, ast.Constant):
        return [str(node.value)]
    if isinstance(node, ast.JoinedStr):
        return _joined([_piece(one, module, around, depth) for one in node.values])
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _joined([_templates(one, module, around, depth) for one in (node.left, node.right)])
    if ways := _ways(node):
        return [text for one in ways for text in _templates(one, module, around, depth)]
    found: list[str] = []
    if isinstance(node, ast.Name) and depth:
        found = _of_name(node.id, module, around, depth - 1)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and depth:
        found = _returned(node.func.id, module, depth - 1)
    return found or [f"{{{ast.unparse(node)}}}"]


def _ways(node: ast.expr) -> list[ast.expr]:
    """Of an expression that is one or each of others: both ends of a condition, the members of a list, a problem's text."""
    if isinstance(node, ast.IfExp):
        return [node.body, node.orelse]
    if isinstance(node, ast.Tuple | ast.List):
        return node.elts
    if isinstance(node, ast.GeneratorExp):
        return [node.elt]
    if isinstance(node, ast.Call) and called(node) == PROBLEM:
        return node.args[1:2]
    return node.args[:1] if isinstance(node, ast.Call) and called(node) == "tuple" else []


def _piece(node: ast.expr, module: Module, around: list[ast.ClassDef | _Function], depth: int) -> list[str]:
    if not isinstance(node, ast.FormattedValue):
        return _templates(node, module, around, depth)
    if isinstance(node.value, ast.Name | ast.IfExp):
        found = _templates(node.value, module, around, depth=min(depth, 1))
        if any("\u0e01" <= letter <= "\u0e5b" for text in found for letter in text):
            return found
    return [f"{{{ast.unparse(node.value)}}}"]


def _joined(parts: list[list[str]]) -> list[str]:
    return ["".join(chosen) for chosen in itertools.islice(itertools.product(*parts), _MOST)]


def _of_name(name: str, module: Module, around: list[ast.ClassDef | _Function], depth: int) -> list[str]:
    """What a name stands for: assigned in its function, given by the function's callers, or a constant of the module."""
    functions = [one for one in around if isinstance(one, _Function)]
    for function in reversed(functions):
        assigned = [
            node.value for node in ast.walk(function)
            if isinstance(node, ast.Assign) and any(isinstance(one, ast.Name) and one.id == name for one in node.targets)
        ]  # fmt: skip
        if assigned:
            return [text for value in assigned for text in _templates(value, module, around, depth)]
        names = [one.arg for one in function.args.args]
        if name in {*names, *(one.arg for one in function.args.kwonlyargs)}:
            place = names.index(name) - (names[0] in {"self", "cls"}) if name in names else _MOST
            return _given(function.name, place, name, module, depth)
    if name in module.constants:
        return _templates(module.constants[name], module, [], depth)
    return []


def _given(function: str, place: int, name: str, module: Module, depth: int) -> list[str]:
    found: list[str] = []
    for call in module.calls_of(function) if function != "__init__" else ():
        values = [call.args[place]] if place < len(call.args) else [one.value for one in call.keywords if one.arg == name]
        for value in values:
            found += _templates(value, module, module.scopes.get(call, []), depth)
    return found


def _returned(name: str, module: Module, depth: int) -> list[str]:
    for function in (one for one in module.tree.body if isinstance(one, _Function) and one.name == name):
        values = [node.value for node in ast.walk(function) if isinstance(node, ast.Return) and node.value is not None]
        return [text for value in values for text in _templates(value, module, [function], depth)]
    return []
