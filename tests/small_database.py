"""A row to write and to look for, where any row will do."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from ciphered import ENCRYPTED
from hrdesk.models.plan import WizardDraft

plain_only = pytest.mark.skipif(ENCRYPTED, reason="looks at the bytes of a file that is not encrypted")
own_process = pytest.mark.skipif(ENCRYPTED, reason="another process has no key")
NOW = datetime(2024, 6, 1, 12, 30, tzinfo=UTC)


def add_draft(session, page="first"):
    session.add(WizardDraft(page=page, payload="{}", updated_at=NOW))
    session.flush()


def drafts(database):
    with database.read() as session:
        return session.scalars(select(WizardDraft.page)).all()
