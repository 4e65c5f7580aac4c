"""Which backups are kept: whatever the clock said, never without the newest."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hrdesk.domain.backup import REASON_TERMS, Manifest, Reason, surplus

START = datetime(2024, 1, 1, 8, 0, tzinfo=UTC)
TODAY = date(2026, 6, 1)


def backup(serial, created, reason=Reason.CLOSING):
    return Manifest(serial, reason, created, "office.db", "หนองป่าครั่ง", 1, 4096, "", "", {})


MANIFESTS = st.lists(
    st.tuples(st.datetimes(datetime(2000, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC)), st.sampled_from(Reason)),
    min_size=1,
    max_size=60,
).map(lambda rows: [backup(serial, *row) for serial, row in enumerate(rows, start=1)])


def kept(backups, today=TODAY):
    gone = surplus(backups, today)
    return [one for one in backups if one.serial not in gone]


@given(MANIFESTS, st.dates(date(2000, 1, 1), date(2060, 1, 1)))
def test_the_newest_stays_whatever_the_clock_said(backups, today):
    left = kept(backups, today)
    assert left[-1] == backups[-1]
    assert kept(left, today) == left  # thinned once is thinned
    assert kept(list(reversed(backups)), today) == list(reversed(left))  # in whatever order they were listed


@given(MANIFESTS.map(lambda backups: backups[:1]), st.dates())
def test_the_only_one_stays(backups, today):
    assert kept(backups, today) == backups


@given(MANIFESTS)
def test_everything_of_the_two_newest_days_stays(backups):
    days = list(dict.fromkeys(one.created.date() for one in reversed(backups)))[:2]
    left = kept(backups)
    assert all(one in left for one in backups if one.created.date() in days)


def test_three_years_of_work_leave_days_weeks_and_months():
    backups = []
    for day in range(3 * 365):
        moment = START + timedelta(days=day)
        if moment.weekday() < 5:
            hours = (0, 4, 8)
            backups += [backup(3 * day + n, moment + timedelta(hours=h)) for n, h in enumerate(hours, start=1)]
            today = moment.date()
            backups = kept(backups, today)
    by_day = Counter(one.created.date() for one in backups)
    newest = max(by_day)
    assert [count for _, count in sorted(by_day.items())][-2:] == [3, 3]
    assert set(list(by_day.values())[:-2]) == {1}
    assert len([day for day in by_day if (newest - day).days <= 16]) >= 12
    assert len({day.isocalendar()[:2] for day in by_day if (newest - day).days < 70}) == 10
    assert len({(day.year, day.month) for day in by_day}) == 9
    assert len(backups) <= 6 + 12 + 10 + 9


def test_before_an_import_a_migration_or_a_restore_is_kept_for_ninety_days():
    def of_age(days, reason):
        moment = datetime(2026, 6, 1, 9, 0, tzinfo=UTC) - timedelta(days=days)
        # later of the same day, so that no daily, weekly or monthly rule keeps the first
        return [backup(1000 - 2 * days, moment, reason), backup(1001 - 2 * days, moment)]

    recent = [one for days in range(20) for one in of_age(days, Reason.MANUAL)]
    for reason in Reason:
        protected = reason in {Reason.BEFORE_IMPORT, Reason.BEFORE_MIGRATION, Reason.BEFORE_RESTORE}
        for age, stays in ((90, protected), (91, False)):
            one, later = of_age(age, reason)
            assert (one in kept([one, later, *recent])) is stays, (reason, age)


def test_a_clock_set_ten_years_ahead_for_one_start_costs_nothing():
    usual = [backup(n, START + timedelta(days=n)) for n in range(1, 11)]
    ahead = backup(11, START + timedelta(days=3650))
    assert kept([*usual, ahead], date(2034, 1, 1)) == [*usual, ahead]


def test_every_reason_has_a_thai_term():
    assert set(REASON_TERMS) == set(Reason)
    assert len(set(REASON_TERMS.values())) == len(Reason)
