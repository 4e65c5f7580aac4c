"""What is known of one form without reading the others."""

from __future__ import annotations

from hrdesk.reports.forms import formspec
from hrdesk.services import Services


def test_one_form_is_known_as_the_list_knows_it_and_read_alone(tmp_path):
    with Services.create_sample(tmp_path / "office.db") as services:
        formspec.load_form.cache_clear()
        book = services.forms.info("plan-book")
        assert formspec.load_form.cache_info().currsize == 1
        listed = {form.id: form for form in services.forms.available()}
        assert listed["plan-book"] == book
        assert all(services.forms.info(name) == form for name, form in listed.items())
        for unknown in ("../plan-book", "", "plan-book.toml"):
            assert services.forms.info(unknown) is None
