"""The plug is pulled under load: what no sync had reached is gone, and all that was acknowledged is there.

Twenty runs: half lose every unsynced write, half keep some of them, in part or out of order. The
same with ``synchronous=NORMAL`` loses acknowledged pages: so the test would notice.
"""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from store_survey import opening, survey

from failing_disk import FailingDisk
from peil.interview.answers import Answers
from peil.interview.submit import submit
from peil.store.open_store import open_store

SCRIPT = Path(__file__).with_name("keep_submitting.py")
RUNS = 20
FEWEST, MOST = 20, 120
"""Pages acknowledged before the plug is pulled."""


def pull_the_plug(place: Path, seed: int, synchronous: str = "FULL") -> tuple[list[str], int, Path]:
    """Submit pages until the plug is pulled; give what was acknowledged, the writes lost, and the store."""
    chance = random.Random(seed)  # noqa: S311 - the same cut every time
    folder, aside = place / "disk", place / "aside"
    folder.mkdir()
    aside.mkdir()
    disk = FailingDisk(folder, aside)
    process = subprocess.Popen(
        [sys.executable, SCRIPT, f"sqlite:{folder / 'store'}", synchronous],
        stdout=subprocess.PIPE,
        text=True,
        env=disk.environment,
    )
    assert process.stdout is not None
    with process, process.stdout as output:
        try:
            lines = [output.readline() for _ in range(chance.randint(FEWEST, MOST))]
        finally:
            process.kill()
        lines += output.readlines()
    whole = [line[:-1] for line in lines if line.endswith("\n")]
    return whole, disk.cut_power(chance if seed % 2 else None), folder / "store"


def entries(place: Path) -> set[str]:
    """Give what the store has, as acknowledgements are written; and show that it hangs together."""
    store = open_store(f"sqlite:{place}", survey(), serving=True)
    found = set()
    for kept in store.kept():
        folded = Answers()
        for entry in store.log(kept.id):
            who = kept.id.removeprefix("id-")
            page, nonce = ("", "opening") if entry.nonce == "opening" else (entry.page, entry.nonce)
            found.add(f"{who} {page} {nonce}")
            folded = submit(survey(), folded, entry.page, entry.values, passed=entry.passed)
        assert folded == kept.answers
    assert store.open_interview(opening("later")).id == "id-later"
    store.close()
    return found


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(RUNS))
def test_a_power_cut_loses_nothing_that_was_acknowledged(tmp_path: Path, seed: int) -> None:
    acknowledged, _, place = pull_the_plug(tmp_path, seed)
    assert len(acknowledged) >= FEWEST
    assert set(acknowledged) - entries(place) == set()


@pytest.mark.slow
def test_without_a_sync_at_each_commit_it_would_lose_some(tmp_path: Path) -> None:
    acknowledged, lost_writes, place = pull_the_plug(tmp_path, 0, "NORMAL")
    assert lost_writes > 0
    assert set(acknowledged) - entries(place) != set()
