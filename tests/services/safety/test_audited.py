"""No method of a service that writes a file goes unrecorded, however it is declared."""

from __future__ import annotations

import functools
import inspect

import pytest

from hrdesk.services import Services
from hrdesk.services.safety.audited import TARGET, _writers, service


def by_signature(kind):
    """As Python itself reads the arguments."""
    methods = inspect.getmembers(kind, inspect.isfunction)
    return [name for name, method in methods if not name.startswith("_") and TARGET in inspect.signature(method).parameters]


def test_every_writer_of_every_service_is_known(tmp_path):
    found = {}
    with Services.create_sample(tmp_path / "office.db") as services:
        for name in (name for name, made in vars(Services).items() if isinstance(made, service)):
            kind = type(getattr(services, name))
            found[name] = _writers(kind)
            assert found[name] == by_signature(kind)
    assert {"print_pdf", "print_docx", "print_xlsx", "print_preview"} == set(found["forms"])
    assert sum(map(bool, found.values())) > 4, "several services write files"


def passed_on(method):
    @functools.wraps(method)
    def whole(*given, **named):
        return method(*given, **named)

    return whole


class Base:
    def inherited(self, target):
        """One."""

    def replaced(self, target):
        """Two."""


class Writer(Base):
    label = "target"

    def __init__(self, target):
        self.target = target

    def replaced(self):
        """No longer."""

    def keyword(self, *, target=None):
        """By name alone."""

    @passed_on
    def wrapped(self, target):
        """Within another function."""

    @staticmethod
    def apart(target):
        """Of no object."""

    def gathers(self, *target, **targets):
        """Whatever it is given."""

    def local(self):
        target = self.label
        return target + target

    def _private(self, target):
        """For the service itself."""


@pytest.mark.parametrize("name", ["inherited", "keyword", "wrapped", "apart"])
def test_a_writer_is_known_however_it_takes_its_target(name):
    assert name in _writers(Writer)


@pytest.mark.parametrize("name", ["replaced", "local", "label", "_private", "__init__"])
def test_what_takes_no_target_writes_no_file(name):
    assert name not in _writers(Writer)
