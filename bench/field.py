"""Whole interviews of the reference study against a real server over loopback: ``make bench-field``.

The server runs in a process of its own, on one core where the system lets it be bound to one; respondents
run in this one. Best of three rounds, each on a new store, each checked cell by cell. Beside it, in the same
run: a bare framework that echoes, and a bare synced insert.

| figure | what |
|---|---|
| ``posts_per_second`` | pages sent and kept, by respondents whose browser runs the pages' script |
| ``p50_ms``, ``p99_ms`` | from sending a page until the whole next page is there |
| ``cpu_ms_per_post`` | CPU of the server, whole interviews with their start and end, a page sent |
| ``limit_cpu_ms_per_post`` | three times the CPU of a bare echo and a bare synced insert |
| ``lost_cells`` | cells of acknowledged pages that aren't in the store as they were given |
| ``plain_posts_per_second`` … | the same without script: each page redirects to the next |
| ``postgres_posts_per_second`` … | the same on a PostgreSQL server that is started for it, one process |
"""

import contextlib
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote_plus, urlencode

from field_bare import insert_cpu
from field_load import Script, Tally, hold, pump
from field_server import cpu_of, memory_of, server

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
from postgres_server import find_binaries, running  # noqa: E402 - as the tests start it

OUT = ROOT / "out" / "bench" / "field.json"
STUDY = ROOT / "studies" / "genai-creative-work"
INTERVIEWS = 1000
WARM = 200
"""Interviews that a server has held before it is measured; their cells are compared too."""
CONNECTIONS = 48
ROUNDS = 3


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


def play(study: Study, responses: Sequence[Response], url: str, *, direct: bool) -> Round:
    """Hold the interviews against a server on this store, and compare what is kept."""
    start = "from peil.cli.main import run; run()"
    command = [sys.executable, "-c", start, "serve", str(study.folder), "--store", url, "--port"]
    work = scripts(study, responses)
    with server(command) as (process, port):
        warm, _ = hold(("127.0.0.1", port), work[:WARM], connections=8, direct=direct)
        before = cpu_of(process)
        tally, took = hold(("127.0.0.1", port), work[WARM:], connections=CONNECTIONS, direct=direct)
        cpu, megabytes = cpu_of(process) - before, memory_of(process)
    lost = lost_cells(study, responses[:WARM], warm, url)
    lost += lost_cells(study, responses[WARM:], tally, url)
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
    fields = {".nonce": "a" * 22, ".revision": "3", ".seal": "0" * 16, ".shown": "usage", "usage": "often"}
    body = urlencode(fields).encode()
    head = b"POST /nl/p/usage HTTP/1.1\r\nHost: localhost\r\nCookie: peil=AAAA-AAAA-AAAA-AAAA-AAAA\r\n"
    kind = b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n" % len(body)
    command = [sys.executable, str(Path(__file__).with_name("field_bare.py"))]
    with server(command) as (process, port):
        before, began = cpu_of(process), time.perf_counter()
        many = pump(("127.0.0.1", port), head + kind + body, CONNECTIONS, INTERVIEWS * 20)
        took, cpu = time.perf_counter() - began, cpu_of(process) - before
    return many / took, cpu / many


def told(name: str, rounds: Sequence[Round]) -> dict[str, float]:
    """Give the figures of some rounds, the best of them, with what goes before their names."""
    best = max(rounds, key=lambda one: one.rate)
    return {
        f"{name}posts_per_second": best.rate,
        f"{name}p50_ms": best.at(0.5),
        f"{name}p99_ms": best.at(0.99),
        f"{name}cpu_ms_per_post": min(one.cpu / one.posts for one in rounds) * 1000,
    }


def main() -> None:
    """Play the rounds and print the figures."""
    study = read_study(STUDY)
    responses = [one for one in simulate(study, INTERVIEWS, 5, 0.1) if one.answers.pages]
    echo_rate, echo_cpu = max(echo() for _ in range(ROUNDS))
    insert = min(insert_cpu(5000) for _ in range(ROUNDS))
    with tempfile.TemporaryDirectory() as folder:
        places = [f"sqlite:{folder}/{number}" for number in range(ROUNDS + 1)]
        rounds = [play(study, responses, place, direct=True) for place in places[1:]]
        plain = play(study, responses, places[0], direct=False)
    postgres = postgres_rounds(study, responses)
    all_rounds = (*rounds, plain, *postgres)
    figures = {
        **told("", rounds),
        "limit_cpu_ms_per_post": 3 * (echo_cpu + insert) * 1000,
        "lost_cells": sum(one.lost for one in all_rounds),
        "posts": sum(one.posts for one in all_rounds),
        "memory_mb": max(one.megabytes for one in rounds),
        **told("plain_", [plain]),
        **(told("postgres_", postgres) if postgres else {}),
        "echo_posts_per_second": echo_rate,
        "echo_cpu_ms_per_post": echo_cpu * 1000,
        "insert_cpu_ms_per_row": insert * 1000,
    }
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps({"figures": figures}, indent=1) + "\n", encoding="utf-8")
    for name, figure in figures.items():
        print(f"{name:26} {figure:12.3f}")


def postgres_rounds(study: Study, responses: Sequence[Response]) -> list[Round]:
    """Play one round on a PostgreSQL server of its own that syncs; none where there is no PostgreSQL."""
    binaries = find_binaries()
    if binaries is None:
        return []
    with running(binaries, quick=False) as postgres:
        return [play(study, responses, postgres.url(), direct=True)]


if __name__ == "__main__":
    main()
