"""Places in quotas: taken, kept and given back in the transaction that keeps the page that decides it."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from peil.store.database import Cell, Database
from peil.store.interview_rows import in_runs, marks
from peil.study.quota import Quota

Held = Mapping[str, bool]
"""Quota id to whether the place counts; one that was left for longer than the quota holds it doesn't."""

KEEP = (
    "INSERT INTO quota_places (quota, interview, complete, changed_on) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (quota, interview) DO UPDATE SET complete = excluded.complete,"
    " changed_on = excluded.changed_on"
)
GIVE_BACK = "DELETE FROM quota_places WHERE quota = ? AND interview = ?"


@dataclass(frozen=True)
class Claim:
    """What an interview, with the page just taken, asks of the quotas.

    Args:
        interview: Its id.
        quotas: Those whose condition holds in it, in the plan's order.
        complete: It is complete.
        day: Today.
    """

    interview: str
    quotas: tuple[Quota, ...]
    complete: bool
    day: dt.date


def settle(database: Database, quotas: Sequence[Quota], claims: Sequence[Claim]) -> dict[str, str]:
    """Give each claim its places, in order, and give back what is no longer claimed.

    Two processes wait for each other at the rows of the quotas in which a place is newly wanted; an
    interview that finds one of its quotas full has no place in any. A place in a quota that isn't among the
    plan's is left alone: another server's plan may have it.

    Args:
        database: In a transaction that has the claims' interviews locked.
        quotas: All of the plan's.
        claims: At most one an interview.

    Returns:
        Interview id to the quota that was full, for those that came too late.
    """
    had = _held(database, quotas, claims)
    wanted = {
        quota.id: quota for one in claims for quota in one.quotas if not had[one.interview].get(quota.id)
    }
    today = max(one.day for one in claims)
    counts = {name: count_held(database, wanted[name], today) for name in lock_quotas(database, wanted)}
    full: dict[str, str] = {}
    kept: list[Claim] = []
    given_back: list[tuple[Cell, ...]] = []
    for one in claims:
        held = had[one.interview]
        new = [quota for quota in one.quotas if not held.get(quota.id)]
        too_late = next((quota.id for quota in new if counts[quota.id] >= quota.limit), None)
        if too_late:
            full[one.interview] = too_late
            new = []
        places = [] if too_late else [quota.id for quota in one.quotas]
        for quota in new:
            counts[quota.id] += 1
        for name in sorted(held.keys() - {*places}):
            given_back.append((name, one.interview))
            if held[name] and name in counts:
                counts[name] -= 1
        if not too_late:
            kept.append(one)
    if given_back:
        database.execute_many(GIVE_BACK, given_back)
    keep_places(database, kept)
    return full


def keep_places(database: Database, claims: Iterable[Claim]) -> None:
    """Have each claim's interview hold a place in each of its quotas, however many are held."""
    rows = [
        (quota.id, one.interview, one.complete, one.day.isoformat()) for one in claims for quota in one.quotas
    ]
    if rows:
        database.execute_many(KEEP, rows)


def count_held(database: Database, quota: Quota, day: dt.date) -> int:
    """Count the places that are taken on a day."""
    rows = database.execute(
        "SELECT count(*) FROM quota_places WHERE quota = ? AND (complete OR changed_on >= ?)",
        (quota.id, _since(quota, day)),
    )
    held: int = rows[0][0]
    return held


def _since(quota: Quota, day: dt.date) -> str:
    """Give the earliest day of a latest page with which a place is still held."""
    return (day - dt.timedelta(days=quota.hold_days)).isoformat()


def _held(database: Database, quotas: Sequence[Quota], claims: Sequence[Claim]) -> dict[str, Held]:
    """Give which places in the plan's quotas the claims' interviews have."""
    known = {quota.id: quota for quota in quotas}
    days = {one.interview: one.day for one in claims}
    found: dict[str, dict[str, bool]] = {interview: {} for interview in days}
    for some in in_runs(sorted(days)):
        rows = database.execute(
            "SELECT interview, quota, complete, changed_on FROM quota_places"  # noqa: S608 - marks alone
            f" WHERE interview IN ({marks(some)})",
            some,
        )
        for interview, name, complete, changed_on in rows:
            if name in known:
                since = _since(known[name], days[interview])
                found[interview][name] = bool(complete or changed_on >= since)
    return dict(found)


def lock_quotas(database: Database, names: Iterable[str]) -> list[str]:
    """Have these quotas' places for this transaction alone to count, and give their names."""
    listed = sorted(names)
    missing = sorted({*listed} - _lock(database, listed))
    if missing:
        database.execute_many(
            "INSERT INTO quotas (quota, rule) VALUES (?, '') ON CONFLICT (quota) DO NOTHING",
            [(name,) for name in missing],
        )
        _lock(database, listed)
    return listed


def _lock(database: Database, names: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for some in in_runs(names):
        rows = database.execute(
            f"SELECT quota FROM quotas WHERE quota IN ({marks(some)})"  # noqa: S608 - marks alone
            " ORDER BY quota FOR UPDATE",
            some,
        )
        found.update(name for (name,) in rows)
    return found
