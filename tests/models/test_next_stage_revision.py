"""Plans drafted before an item could say that it is for the next stage say so afterwards."""

from __future__ import annotations

import pytest
from sqlalchemy import create_engine, text

from hrdesk.models.migrations import REVISIONS, upgrade
from hrdesk.models.migrations.r0009_skill_rules import GOAL_OF_THE_NEXT_STAGE

PLACE = next(place for place, step in enumerate(REVISIONS) if step.__module__.endswith("skill_rules"))


@pytest.fixture
def connection(tmp_path):
    engine = create_engine(f"sqlite:///{tmp_path / 'old.db'}")
    with engine.begin() as connection:
        upgrade(connection, 0, REVISIONS[:PLACE])
        yield connection
    engine.dispose()


def test_the_goal_of_drafted_items_becomes_a_fact_and_no_item_is_lost(connection):
    columns = (
        "idp_id, place, goal, framework, code, name, expected, way, activity, indicator, status, evidence, result"
    )
    for place, goal in enumerate((GOAL_OF_THE_NEXT_STAGE, "มีทักษะครบตามชุดทักษะของตน", ""), 1):
        connection.execute(
            text(
                f"INSERT INTO idp_item ({columns}) VALUES (1, {place}, :goal, 'f', 'U1', 'n', 1, 'OWN_WORK', 'a', '',"
                " 'PLANNED', '', '')"
            ),
            {"goal": goal},
        )
    upgrade(connection, PLACE)
    found = connection.execute(text("SELECT place, goal, future FROM idp_item ORDER BY place")).all()
    assert [(place, bool(future)) for place, _goal, future in found] == [(1, True), (2, False), (3, False)]
    assert found[0].goal == GOAL_OF_THE_NEXT_STAGE
