"""What the plan lists for interim results, held against the plan that the survey opened with."""

import tomllib
from collections.abc import Mapping

from peil.store.phase import Phase
from peil.store.store import Store
from peil.store.version import PLAN, read_version
from peil.study.study import Study

LISTS = ("items", "groups")


def listed_since(study: Study, store: Store) -> tuple[str, ...]:
    """Give the names in ``[interim]`` that weren't there when the survey first went live.

    The store keeps plan.toml as it was then. A store that was never live has nothing to hold them against.

    Raises:
        StoreUnavailable: The store can't be read now.
    """
    first = next((entry for entry in store.phase_log() if entry.phase is Phase.LIVE), None)
    kept = store.versions().get(first.version) if first else None
    if kept is None:
        return ()
    then, now = read_lists(kept), read_lists(read_version(study).texts)
    return tuple(name for one in LISTS for name in now[one] if name not in then[one])


def read_lists(texts: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Give the names that a plan's text lists; a text that is no TOML lists none."""
    try:
        found = tomllib.loads(texts.get(PLAN, "")).get("interim", {})
    except tomllib.TOMLDecodeError:
        found = {}
    listed = found if isinstance(found, dict) else {}
    return {one: tuple(name for name in listed.get(one, ()) if isinstance(name, str)) for one in LISTS}
