"""Every form sent twice at the same moment, the consent and the last page too: it is one submission."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from test_simulated_interviews import REFERENCE, assert_all_kept

from field_driver import Answered, Visitor, give_interview
from kinds_study import write_kinds_study
from peil.interview.code import interview_key
from peil.interview.simulate import simulate
from peil.study.reader.read import read_study
from peil.study.study import Study
from served import Served


class Hasty(Visitor):
    """One who presses twice: two connections, the same cookies."""

    def __init__(self, host: str, port: int, language: str) -> None:
        super().__init__(host, port, language)
        self.other = Visitor(host, port, language)
        self.pool = ThreadPoolExecutor(2)
        self.twice = 0

    def post(self, path: str, fields) -> Answered:
        self.other.cookies, self.other.language = dict(self.cookies), self.language
        both = self.pool.map(lambda one: Visitor.post(one, path, fields), (self, self.other))
        first, second = both
        assert (first.status, first.path) == (second.status, second.path)
        self.twice += 1
        return first

    def close(self) -> None:
        super().close()
        self.other.close()
        self.pool.shutdown()


@pytest.fixture(params=["kinds", "reference"])
def study(request: pytest.FixtureRequest, tmp_path: Path) -> Study:
    if request.param == "kinds":
        return write_kinds_study(tmp_path / "study")
    return read_study(REFERENCE)


@pytest.mark.slow
def test_a_double_click_on_every_page_is_one_submission(study: Study, tmp_path: Path, store_url: str) -> None:
    with Served(study, tmp_path, store_url) as served:
        visitor = Hasty("127.0.0.1", served.port, "nl")
        given = []
        for response in simulate(study, 8, 21, 0.0):
            visitor.forget("nl")
            code = give_interview(visitor, study, response)
            assert code is not None
            given.append((code, response))
        visitor.close()
        assert visitor.twice > 8 * 5
        assert_all_kept(served, given)
        with served.opened() as store:
            for code, _ in given:
                kept = store.find(interview_key(code))
                assert kept is not None
                nonces = Counter(entry.nonce for entry in store.log(kept.id) if entry.nonce != "opening")
                assert set(nonces.values()) == {1}
