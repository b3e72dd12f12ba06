"""A process killed under load: what was acknowledged is there, and everything hangs together."""

import subprocess
import sys
from pathlib import Path

import pytest
from store_survey import opening, survey

from peil.interview.answers import Answers
from peil.interview.private import is_private
from peil.interview.submit import submit
from peil.store.open_store import open_store

ACKNOWLEDGED = 150
SCRIPT = Path(__file__).with_name("keep_submitting.py")


@pytest.mark.slow
def test_what_was_acknowledged_before_a_kill_is_kept(store_url: str) -> None:
    process = subprocess.Popen([sys.executable, SCRIPT, store_url], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with process, process.stdout as output:
        try:
            lines = [output.readline() for _ in range(ACKNOWLEDGED)]
        finally:
            process.kill()
        lines += output.readlines()
    store = open_store(store_url, survey(), serving=True)
    logs = {kept.id: store.log(kept.id) for kept in store.kept()}
    entries = {(name, entry.page, entry.nonce) for name, log in logs.items() for entry in log}
    for line in lines:
        if line.endswith("\n"):
            who, page, nonce = line[:-1].split(" ")
            assert (f"id-{who}", page or "welcome", nonce) in entries
    reachable = {one["reach.phone"] for one in store.contact_details()}
    for kept in store.kept():
        folded = Answers()
        for entry in logs[kept.id]:
            folded = submit(survey(), folded, entry.page, entry.values, passed=entry.passed)
        assert folded == kept.answers
        if any(is_private(survey(), name) for name in kept.answers.values):
            assert kept.id.removeprefix("id-") in reachable
    assert store.open_interview(opening("later")).id == "id-later"
    store.close()
