from __future__ import annotations

import sqlite3

from hrdesk.services import Services


def test_a_sound_file_has_no_faults_and_the_answer_is_kept(tmp_path):
    with Services.create_sample(tmp_path / "a.db") as services:
        assert services.health.last is None
        health = services.health.check()
        assert health.faults == ()
        assert services.health.last is health


def test_a_reference_to_nothing_is_found(tmp_path):
    path = tmp_path / "a.db"
    with Services.create_sample(path) as services:
        raw = sqlite3.connect(path)  # foreign keys are off on such a connection
        raw.execute("DELETE FROM position_line WHERE id = (SELECT line_id FROM position LIMIT 1)")
        raw.commit()
        raw.close()
        assert any("position_line" in fault for fault in services.health.check().faults)
