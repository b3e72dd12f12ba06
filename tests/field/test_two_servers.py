"""Several server processes on one PostgreSQL database: a respondent may meet another one at every request."""

from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import pytest
from test_simulated_interviews import assert_all_kept

from field_driver import Visitor, give_interview
from kinds_study import write_kinds_study
from peil.interview.simulate import simulate
from served import Served


class Roaming(Visitor):
    """One whose requests go to each server in turn, as a balancer in front may send them."""

    def __init__(self, ports: list[int], language: str) -> None:
        super().__init__("127.0.0.1", ports[0], language)
        self._ways = [Visitor("127.0.0.1", port, language) for port in ports]
        self._turn = count()

    def _ask(self, method: str, path: str, body: bytes | None) -> tuple[int, str, str]:
        way = self._ways[next(self._turn) % len(self._ways)]
        way.cookies, way.language = self.cookies, self.language
        return way._ask(method, path, body)  # noqa: SLF001 - the same class

    def close(self) -> None:
        for way in self._ways:
            way.close()


@pytest.mark.slow
def test_interviews_that_meet_another_server_at_every_request(tmp_path: Path, postgres_url: str) -> None:
    study = write_kinds_study(tmp_path / "study")
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    responses = [one for one in simulate(study, 24, 31, 0.1) if one.answers.pages]
    with (
        Served(study, tmp_path / "one", postgres_url) as one,
        Served(study, tmp_path / "two", postgres_url) as two,
    ):

        def some(number: int) -> list:
            visitor = Roaming([one.port, two.port][:: 1 if number % 2 else -1], "nl")
            given = []
            for response in responses[number::4]:
                visitor.forget("nl")
                given.append((give_interview(visitor, study, response), response))
            visitor.close()
            return given

        with ThreadPoolExecutor(4) as pool:
            given = [pair for pairs in pool.map(some, range(4)) for pair in pairs]
        assert_all_kept(one, given)
