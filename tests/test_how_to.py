"""The worked examples of docs/how-to.md do what the page says."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import small_office
from hrdesk.domain.check import PlanCase
from hrdesk.domain.terms import OrganizationKind
from sample import sample

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "how-to.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"<!-- example: (\w+) -->\n```\w+\n(.+?)\n```\n", PAGE, re.DOTALL))


def names_of(example: str) -> dict[str, object]:
    names: dict[str, object] = {}
    exec(compile(EXAMPLES[example], f"how-to.md: {example}", "exec"), names)
    return names


def test_each_kind_of_change_has_its_example():
    assert list(EXAMPLES) == ["check", "form", "page", "migration"]


def test_what_the_page_names_is_there():
    """Files, and names in a file that was named just before."""
    invented = re.compile(r"frame-short|rNNNN")
    roots = (ROOT, ROOT / "src/hrdesk", ROOT / "src/hrdesk/domain")
    prose = re.sub(r"```.+?```", "", PAGE, flags=re.DOTALL)
    paths = [name for name in re.findall(r"`([\w/.-]+\.(?:py|toml|md)|[\w/.-]+/)`", prose) if not invented.search(name)]
    assert len(paths) >= 10
    assert [name for name in paths if not any((root / name).exists() for root in roots)] == []
    for name, place in {"RULES": "domain/check/__init__.py", "SCHEMA": "models/plain.py", "REVISIONS": "models/migrations/__init__.py"}.items():
        assert f"`{name}`" in prose
        assert re.search(rf"^{name}\b", (ROOT / "src/hrdesk" / place).read_text(encoding="utf-8"), re.MULTILINE)
    assert re.search(r"^FURTHER\b", (ROOT / "tests/ui/plan/test_every_problem_place.py").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_check_finds_its_fault_and_passes_a_clean_plan():
    rule = names_of("check")["overlong_titles"]
    office, plan = small_office.office(OrganizationKind.SUBDISTRICT), small_office.plan()
    assert list(rule(PlanCase(plan, office))) == []
    first, *others = plan.projects
    broken = replace(plan, projects=(replace(first, title="อบรม" * 100), *others))
    (problem,) = rule(PlanCase(broken, office))
    assert problem.field.endswith(".title")
    assert "400 ตัวอักษร" in problem.text


def test_the_form_prints(tmp_path):
    from hrdesk.reports.forms.compose import compose
    from hrdesk.reports.forms.formspec import read_form
    from hrdesk.reports.pdf import write_pdf
    from hrdesk.reports.snapshots.snapshot import register_snapshot

    path = tmp_path / "frame-short.toml"
    path.write_text(EXAMPLES["form"], encoding="utf-8")
    office, _ = sample()
    document = compose(read_form(path), register_snapshot(office))
    assert write_pdf(document, tmp_path / "frame.pdf") >= 2


def test_a_misspelt_key_of_the_form_is_refused_by_name(tmp_path):
    from hrdesk.reports.forms.formcheck import check_form
    from hrdesk.reports.forms.formspec import FormError, read_form

    path = tmp_path / "frame-short.toml"
    path.write_text(EXAMPLES["form"].replace('key = "number"', 'key = "numbr"'), encoding="utf-8")
    with pytest.raises(FormError, match="numbr"):
        check_form(read_form(path))


def test_the_page_opens_in_the_window(qapp, qtbot, tmp_path, monkeypatch):
    from hrdesk.services import Services
    from hrdesk.ui.kit.task import Worker
    from hrdesk.ui.kit.theme import Theme
    from hrdesk.ui.window import main_window, pages
    from ui.window_support import settle

    entry = pages.PageEntry("frame", "กรอบอัตรากำลัง", "people", names_of("page")["FramePage"])
    known = (*pages.PAGES, entry)
    for place in (pages, main_window):  # which has taken its name
        monkeypatch.setattr(place, "PAGES", known)
    with Services.create_sample(tmp_path / "sample.db") as services:
        window = main_window.MainWindow(Theme(), Worker(qapp))
        qtbot.addWidget(window)
        window.show()
        window.start(services)
        window.open_page("frame")
        settle(window)
        assert "สำนักปลัดเทศบาล" in window.pages["frame"].lines.text()
        window.close()


def test_the_migration_keeps_every_course(tmp_path):
    import sqlalchemy as sa

    from hrdesk.models.database import SCHEMA
    from hrdesk.models.engine import make_engine
    from hrdesk.models.migrations import REVISIONS, upgrade
    from hrdesk.services import Services

    Services.create_sample(tmp_path / "sample.db").close()
    engine = make_engine(tmp_path / "sample.db", foreign_keys=False)
    with engine.begin() as connection:
        before = connection.execute(sa.text("SELECT count(*) FROM course")).scalar_one()
        upgrade(connection, SCHEMA, (*REVISIONS, names_of("migration")["upgrade"]))
        remarks = connection.execute(sa.text("SELECT remark FROM course")).scalars().all()
    engine.dispose()
    assert remarks == [""] * before
