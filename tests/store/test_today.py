"""The day that is noted is the one where the machine stands, not the one in Greenwich."""

import datetime as dt
import time
from collections.abc import Iterator

import pytest

from peil.store.today import today


@pytest.fixture(params=[("Etc/GMT-14", 14), ("Etc/GMT+12", -12)], ids=["kiritimati", "baker"])
def hours(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """How far the machine's clock is ahead; one of the two is always on another day than UTC."""
    zone, ahead = request.param
    with monkeypatch.context() as patch:
        patch.setenv("TZ", zone)
        time.tzset()
        yield ahead
    time.tzset()


def test_today_is_the_machine_s_own_day(hours: int) -> None:
    ahead = dt.timedelta(hours=hours)
    before = (dt.datetime.now(tz=dt.UTC) + ahead).date()
    found = today()
    assert before <= found <= (dt.datetime.now(tz=dt.UTC) + ahead).date()
