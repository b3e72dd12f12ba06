"""However a mailing ends, the next one mails who wasn't, and nobody twice."""

import json
import math
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from mailed_study import people, sample_csv, write_study

from mail_server import MailServer, listening
from peil.store.sample.open_sample import open_sample
from peil.store.sample.sample import Sample

NUMBER = 24
PATIENCE = 60.0
"""Seconds that the program may take to come up on a busy machine."""


class Inviting:
    """``peil invite --send`` in processes of its own."""

    def __init__(self, folder: Path, store: str, server: MailServer, privacy: str) -> None:
        self.study = write_study(folder / "study", privacy=privacy)
        self.store = store
        self.server = server
        (folder / "sample.csv").write_text(sample_csv(NUMBER), encoding="utf-8")
        self._sample = folder / "sample.csv"

    def start(self, *more: str) -> subprocess.Popen[str]:
        program = [sys.executable, "-c", "from peil.cli.main import run; run()", "invite"]
        options = ["--sample", str(self._sample), "--store", self.store, "--send", "--per-minute", "6000"]
        return subprocess.Popen(
            [*program, str(self.study.folder), *options, *more, "--format", "json"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PEIL_SMTP_URL": f"smtp://127.0.0.1:{self.server.port}"},
        )

    def kill_after(self, running: subprocess.Popen[str], number: int) -> None:
        """Kill it as soon as the server has taken so many, or it has ended."""
        wait_until(lambda: len(self.server.taken) >= number or running.poll() is not None)
        running.kill()
        running.communicate(timeout=PATIENCE)

    def finish(self, *more: str) -> Mapping[str, int]:
        running = self.start(*more)
        told, wrong = running.communicate(timeout=PATIENCE)
        assert wrong == ""
        found: dict[str, int] = json.loads(told)
        return found

    def sample(self) -> Sample:
        return open_sample(self.store, self.study)


def wait_until(come: Callable[[], bool]) -> None:
    late = time.monotonic() + PATIENCE
    while not come():
        assert time.monotonic() < late
        time.sleep(0.001)


@pytest.mark.slow
@pytest.mark.parametrize("privacy", ["anonymous", "confidential"])
def test_killed_again_and_again_nobody_is_mailed_twice(tmp_path: Path, store_url: str, privacy: str) -> None:
    server = MailServer(seconds=0.01)
    with listening(server):
        inviting = Inviting(tmp_path, store_url, server, privacy)
        for number in (1, 6, 13):
            inviting.kill_after(inviting.start(), number)
        end = inviting.finish()
        sample = inviting.sample()
        with_invitation = {one.address: one.mails.get("invitation") for one in sample.persons()}
        open_yet = {one for one, state in with_invitation.items() if state == "sending"}
        sample.close()
        assert max(server.counted.values()) == 1
        everyone = {one.address for one in people(NUMBER)}
        assert everyone - open_yet <= set(server.counted)
        assert with_invitation.keys() == everyone
        assert end["unknown"] == len(open_yet) <= 3
        assert (end["left"], end["deferred"]) == (0, 0)
        again = inviting.finish("--retry-unknown")
    assert (again["sent"], again["unknown"]) == (len(open_yet), 0)
    assert set(server.counted) == everyone
    twice = {address for address, number in server.counted.items() if number > 1}
    assert twice <= open_yet
    assert max(server.counted.values()) <= 2


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_stop_it_ends_after_the_mail_on_its_way(tmp_path: Path, how: signal.Signals) -> None:
    server = MailServer(most=4)
    with listening(server):
        inviting = Inviting(tmp_path, f"sqlite:{tmp_path / 'store'}", server, "confidential")
        running = inviting.start()
        wait_until(lambda: server.waiting == 1)  # the fifth is on its way
        running.send_signal(how)
        server.most = math.inf
        told = json.loads(running.communicate(timeout=PATIENCE)[0])
        assert told["unknown"] == 0
        assert told["sent"] == len(server.taken) == 5
        assert told["left"] == NUMBER - told["sent"]
        end = inviting.finish()
    assert end["sent"] == told["left"]
    assert server.counted == Counter(one.address for one in people(NUMBER))


@pytest.mark.slow
def test_two_at_once_mail_nobody_twice(tmp_path: Path, store_url: str) -> None:
    server = MailServer(most=1)
    with listening(server):
        inviting = Inviting(tmp_path, store_url, server, "anonymous")
        first = inviting.start()
        wait_until(lambda: server.waiting == 1)
        second = inviting.start()
        told = json.loads(second.communicate(timeout=PATIENCE)[0])
        server.most = math.inf
        end = json.loads(first.communicate(timeout=PATIENCE)[0])
    assert [problem["code"] for problem in told["problems"]] == ["M019"]
    assert end["sent"] == NUMBER
    assert server.counted == Counter(one.address for one in people(NUMBER))
