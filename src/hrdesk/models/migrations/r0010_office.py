"""The office's telephone and address, who signs in what capacity, laws that replace laws. Frozen: a later change is a later revision."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

if TYPE_CHECKING:
    from alembic.operations import Operations

LINE = sa.String(500)
ENUM = sa.String(32)


def upgrade(op: Operations) -> None:
    _office(op)
    _signatories(op)
    successors = _laws(op)
    _editions(op, successors)
    with op.batch_alter_table("province_column") as table:
        table.add_column(sa.Column("value", LINE, nullable=False, server_default=""))
    with op.batch_alter_table("province_column") as table:
        table.alter_column("value", server_default=None)


def _office(op: Operations) -> None:
    names = ("street", "postcode", "phone", "email")
    with op.batch_alter_table("organization") as table:
        for name in names:
            table.add_column(sa.Column(name, LINE, nullable=False, server_default=""))
    with op.batch_alter_table("organization") as table:
        for name in names:
            table.alter_column(name, server_default=None)


def _signatories(op: Operations) -> None:
    """SQLite makes a table anew for a new reference. Nothing refers to this one."""
    op.execute("CREATE TEMP TABLE signed AS SELECT id, unit_id, name, position, place FROM signatory")
    op.drop_table("signatory")
    op.create_table(
        "signatory",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("role", ENUM, nullable=False),
        sa.Column("unit_id", sa.Integer, sa.ForeignKey("org_unit.id", ondelete="CASCADE"), nullable=True, index=True),
        sa.Column("staff_id", sa.Integer, sa.ForeignKey("staff.id", ondelete="CASCADE"), nullable=True, index=True),
        sa.Column("name", LINE, nullable=False),
        sa.Column("position", LINE, nullable=False),
        sa.Column("capacity", ENUM, nullable=False),
        sa.Column("signs", sa.Boolean, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
    )
    op.execute(
        "INSERT INTO signatory (id, role, unit_id, name, position, capacity, signs, place) SELECT id,"
        " CASE WHEN unit_id IS NULL THEN 'deputy-head' ELSE 'unit-head' END, unit_id, name, position, 'own', 1, place FROM signed"
    )
    op.execute("DROP TABLE signed")


def _laws(op: Operations) -> dict[str, int]:
    """What replaced a law was its title in words; now it is the law itself. Returns the ids by title.

    A title that is in the list of no law becomes one, at the end.
    """
    with op.batch_alter_table("law") as table:
        key = sa.ForeignKey("law.id", name="fk_law_replaced_by_id_law", ondelete="RESTRICT")
        table.add_column(sa.Column("replaced_by_id", sa.Integer, key, nullable=True))
        table.create_index("ix_law_replaced_by_id", ["replaced_by_id"])
    connection = op.get_bind()
    laws = connection.exec_driver_sql("SELECT id, title, replaced_by FROM law ORDER BY place, id").fetchall()
    ids: dict[str, int] = {}
    for law_id, title, _ in laws:
        ids.setdefault(title, law_id)
    for law_id, title, successor in laws:
        if not successor or successor == title:
            continue
        if successor not in ids:
            add = "INSERT INTO law (title, replaced_by, place) SELECT ?, '', max(place) + 1 FROM law"
            connection.exec_driver_sql(add, (successor,))
            ids[successor] = connection.exec_driver_sql("SELECT last_insert_rowid()").scalar_one()
        connection.exec_driver_sql("UPDATE law SET replaced_by_id = ? WHERE id = ?", (ids[successor], law_id))
    with op.batch_alter_table("law") as table:
        table.drop_column("replaced_by")
    return ids


def _editions(op: Operations, ids: dict[str, int]) -> None:
    """Announced plans are kept whole as JSON, with the laws of their day."""
    connection = op.get_bind()
    for edition, content in connection.exec_driver_sql("SELECT id, content FROM plan_edition").fetchall():
        try:
            whole = json.loads(content)
            laws = whole["office"]["catalogue"]["laws"]
        except (ValueError, KeyError, TypeError):
            continue  # of another program: stays as it is
        _link(laws, ids)
        connection.exec_driver_sql(
            "UPDATE plan_edition SET content = ? WHERE id = ?", (json.dumps(whole, ensure_ascii=False), edition)
        )


def _link(laws: list[dict[str, Any]], ids: dict[str, int]) -> None:
    own = {law["title"]: law["id"] for law in reversed(laws)}
    taken = {law["id"] for law in laws}
    for law in list(laws):
        successor = law.get("replaced_by") or ""
        law["replaced_by"] = None
        if not successor or successor == law["title"]:
            continue
        if successor not in own:
            spare = ids.get(successor, 0)
            own[successor] = spare if spare and spare not in taken else max(taken) + 1
            taken.add(own[successor])
            laws.append({"id": own[successor], "title": successor, "replaced_by": None})
        law["replaced_by"] = own[successor]
