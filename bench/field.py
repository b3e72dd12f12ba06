"""Whole interviews of the reference study against a real server over loopback: ``make bench-field``.

The server runs in a process of its own, on one core where the system lets it be bound to one; respondents run
in this one. Best of three rounds, each on a new store, each checked cell by cell. Beside it, in the same run:
a bare framework that echoes, and a bare synced insert.

| figure | what |
|---|---|
| ``posts_per_second`` | pages sent and kept, by respondents whose browser runs the pages' script |
| ``p50_ms``, ``p99_ms`` | from sending a page until the whole next page is there |
| ``cpu_ms_per_post`` | CPU of the server, whole interviews with their start and end, a page sent |
| ``limit_cpu_ms_per_post`` | three times the CPU of a bare echo and a bare synced insert |
| ``lost_cells`` | cells of acknowledged pages that aren't in the store as they were given |
| ``plain_posts_per_second``, ``plain_cpu_ms_per_post`` | the same without script: each page redirects to the next |
"""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote_plus

from field_bare import insert_cpu
from field_load import Script, Tally, hold
from peil.interview.code import interview_key
from peil.interview.private import set_apart
from peil.interview.response import Response
from peil.interview.simulate import simulate
from peil.interview.submit import page_variables
from peil.store.open_store import open_store
from peil.study.reader.read import read_study
from peil.study.study import Study

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))
from field_driver import fields_of  # noqa: E402 - what a form sends is known there

OUT = ROOT / "out" / "bench" / "field.json"
STUDY = ROOT / "studies" / "genai-creative-work"
INTERVIEWS = 800
CONNECTIONS = 48
ROUNDS = 3
PATIENCE = 60.0
TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Round:
    """What one round gave."""

    posts: int
    took: float
    cpu: float
    seconds: tuple[float, ...]
    lost: int
    megabytes: float

    @property
    def rate(self) -> float:
        """Posts a second."""
        return self.posts / self.took

    def at(self, share: float) -> float:
        """Give the milliseconds that this share of the posts took at most."""
        return self.seconds[min(len(self.seconds) - 1, int(share * len(self.seconds)))] * 1000


def scripts(study: Study, responses: Sequence[Response]) -> list[Script]:
    """Give what respondents send, encoded beforehand; one in five reads English."""
    names = {page: page_variables(study, page) for page in study.route.pages}
    found = []
    for number, response in enumerate(responses):
        language = study.about.languages[-1 if number % 5 == 0 else 0]
        pages = {}
        for page in response.answers.pages:
            given = {name: value for name, value in response.answers.values.items() if name in names[page]}
            fields = fields_of(study, given, language)
            pages[page] = [
                (f'name="{name}"'.encode(), f"{quote_plus(name)}={quote_plus(value)}".encode())
                for name, value in fields.items()
            ]
        found.append(Script(response.id, language, pages))
    return found


@contextlib.contextmanager
def server(command: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Run a server that takes its port as last argument; give its process id and port once it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    with subprocess.Popen([*command, str(port)], stdout=subprocess.DEVNULL) as process:
        try:
            if hasattr(os, "sched_setaffinity"):
                os.sched_setaffinity(process.pid, {min(os.sched_getaffinity(0))})
            until = time.monotonic() + PATIENCE
            while not _answers(port):
                if process.poll() is not None or time.monotonic() > until:
                    sys.exit("the server doesn't answer")
                time.sleep(0.05)
            yield process.pid, port
        finally:
            process.send_signal(signal.SIGTERM)


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def cpu_of(process: int) -> float:
    """Give the seconds of CPU that a process has used."""
    told = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / TICK


def memory_of(process: int) -> float:
    """Give the most memory that a process has held, in megabytes."""
    told = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return int(told.partition("VmHWM:")[2].split()[0]) / 1024


def play(study: Study, responses: Sequence[Response], url: str, *, direct: bool) -> Round:
    """Hold the interviews against a server on this store, and compare what is kept."""
    start = "from peil.cli.main import run; run()"
    command = [sys.executable, "-c", start, "serve", str(study.folder), "--store", url, "--port"]
    work = scripts(study, responses)
    with server(command) as (process, port):
        hold(("127.0.0.1", port), work[:20], connections=4, direct=direct)  # warm, and kept too
        before = cpu_of(process)
        tally, took = hold(("127.0.0.1", port), work[20:], connections=CONNECTIONS, direct=direct)
        cpu, megabytes = cpu_of(process) - before, memory_of(process)
    lost = lost_cells(study, responses[20:], tally, url)
    return Round(len(tally.seconds), took, cpu, tuple(sorted(tally.seconds)), lost, megabytes)


def lost_cells(study: Study, responses: Sequence[Response], tally: Tally, url: str) -> int:
    """Count the cells, pages and endings that aren't in the store as they were given, and refused pages."""
    lost = tally.refused
    store = open_store(url, study, reading=True)
    with contextlib.closing(store):
        kept = {response.id: response for response in store.responses()}
        for meant in responses:
            code = tally.codes.get(meant.id)
            found = store.find(interview_key(code)) if code else None
            if found is None:
                lost += len(meant.answers.values)
                continue
            values, _ = set_apart(study, meant.answers.values)
            given = found.answers.values
            lost += sum(given.get(name) != values.get(name) for name in {*given, *values})
            lost += len(meant.answers.pages ^ found.answers.pages)
            now = kept[found.id]
            lost += (now.last_page, now.outcome) != (meant.last_page, meant.outcome)
    return lost


def echo() -> tuple[float, float]:
    """Give how many posts a second a bare echo answers, and its CPU a post in seconds."""
    page = {"usage": [(b'name="usage"', b"usage=often")]}
    command = [sys.executable, str(Path(__file__).with_name("field_bare.py"))]
    with server(command) as (process, port):
        before, began = cpu_of(process), time.perf_counter()
        many = echo_posts(port, page)
        took, cpu = time.perf_counter() - began, cpu_of(process) - before
    return many / took, cpu / many


def echo_posts(port: int, page: dict[str, list[tuple[bytes, bytes]]]) -> int:
    """Send as many plain posts as a round has pages, from as many connections."""
    body = b".nonce=aaaaaaaaaaaaaaaaaaaaaa&.revision=3&.seal=0123456789abcdef&.shown=usage&" + page["usage"][0][1]
    head = b"POST /nl/p/usage HTTP/1.1\r\nHost: localhost\r\nCookie: peil=AAAA-AAAA-AAAA-AAAA-AAAA\r\n"
    kind = b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n" % len(body)
    return pump(("127.0.0.1", port), head + kind + body, CONNECTIONS, INTERVIEWS * 20)


def pump(address: tuple[str, int], request: bytes, connections: int, number: int) -> int:
    """Send one request over and over from several connections; give how many were answered."""
    import selectors

    done = sent = 0
    need = 0
    with selectors.DefaultSelector() as waiting:
        for _ in range(connections):
            one = socket.create_connection(address)
            one.sendall(request)
            sent += 1
            waiting.register(one, selectors.EVENT_READ, [0])
        while done < number:
            for key, _ in waiting.select():
                got = key.fileobj.recv(1 << 18)  # type: ignore[union-attr]
                if not need:
                    need = got.index(b"\r\n\r\n") + 4 + int(got.lower().partition(b"content-length: ")[2].split()[0])
                key.data[0] += len(got)
                if key.data[0] >= need:
                    key.data[0] = 0
                    done += 1
                    key.fileobj.sendall(request)  # type: ignore[union-attr]
        for key in list(waiting.get_map().values()):
            key.fileobj.close()  # type: ignore[union-attr]
    return done


def main() -> None:
    """Play the rounds and print the figures."""
    study = read_study(STUDY)
    responses = [one for one in simulate(study, INTERVIEWS, 5, 0.1) if one.answers.pages]
    echo_rate, echo_cpu = max(echo() for _ in range(ROUNDS))
    insert = min(insert_cpu(5000) for _ in range(ROUNDS))
    rounds, plain = [], []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(ROUNDS):
            rounds.append(play(study, responses, f"sqlite:{folder}/direct{number}", direct=True))
        plain.append(play(study, responses, f"sqlite:{folder}/plain", direct=False))
    best = max(rounds, key=lambda one: one.rate)
    figures = {
        "posts_per_second": best.rate,
        "p50_ms": best.at(0.5),
        "p99_ms": best.at(0.99),
        "cpu_ms_per_post": min(one.cpu / one.posts for one in rounds) * 1000,
        "limit_cpu_ms_per_post": 3 * (echo_cpu + insert) * 1000,
        "lost_cells": sum(one.lost for one in (*rounds, *plain)),
        "posts": sum(one.posts for one in rounds),
        "memory_mb": max(one.megabytes for one in rounds),
        "plain_posts_per_second": plain[0].rate,
        "plain_p99_ms": plain[0].at(0.99),
        "plain_cpu_ms_per_post": plain[0].cpu / plain[0].posts * 1000,
        "echo_posts_per_second": echo_rate,
        "echo_cpu_ms_per_post": echo_cpu * 1000,
        "insert_cpu_ms_per_row": insert * 1000,
    }
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps({"figures": figures}, indent=1) + "\n", encoding="utf-8")
    for name, figure in figures.items():
        print(f"{name:26} {figure:12.3f}")


if __name__ == "__main__":
    main()
