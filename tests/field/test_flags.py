"""What is gathered of who has started and finished: ten at once, no failure told, nobody alone."""

import logging
from contextlib import closing
from pathlib import Path

import pytest
from fielded_study import DAY, make_study
from hypothesis import given, settings
from hypothesis import strategies as st
from invited_study import invited_settings

from apart import run_apart
from peil.field.flags import Flags
from peil.store.errors import StoreUnavailable
from peil.store.mark import LEAST_TOGETHER, Mark
from peil.store.sample.mail_state import INVITATION
from peil.store.sample.open_sample import open_sample
from peil.store.sample.person import NewPerson
from peil.store.sample.sample import Sample


def sample_of(url: str, folder: Path, privacy: str = "anonymous", number: int = 30) -> Sample:
    sample = open_sample(url, make_study(folder / "study", invited_settings(privacy)))
    sample.add([NewPerson(f"p{n}@example.org", "", "nl") for n in range(number)])
    return sample


def tokens_of(sample: Sample) -> list[str]:
    with sample.mailing() as outbox:
        taken = [outbox.take(one.id, INVITATION, DAY) for one in sample.persons()]
        for posting in filter(None, taken):
            outbox.sent(posting)
    return [posting.token for posting in taken if posting]


def add(flags: Flags, mark: Mark, *tokens: str) -> None:
    for token in tokens:
        run_apart(flags.add(mark, token))


def test_ten_are_noted_and_the_eleventh_waits(store_url: str, tmp_path: Path) -> None:
    with closing(sample_of(store_url, tmp_path)) as sample:
        tokens, flags = tokens_of(sample), Flags(sample)
        add(flags, Mark.STARTED, *tokens[:9], *tokens[:9])
        assert sample.known_started() == frozenset()
        add(flags, Mark.STARTED, *tokens[9:11])
        assert len(sample.known_started()) == 10
        again = Flags(sample)  # another process, or the same after a crash
        add(again, Mark.STARTED, *tokens[10:19])
        assert len(sample.known_started()) == 10


def test_in_a_confidential_study_nothing_is_gathered(store_url: str, tmp_path: Path) -> None:
    with closing(sample_of(store_url, tmp_path, "confidential")) as sample:
        tokens, flags = tokens_of(sample), Flags(sample)
        add(flags, Mark.DONE, *tokens)
        assert sample.known_done() == frozenset()


def test_a_sample_that_fails_is_tried_again_and_nobody_hears_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(sample_of(str(tmp_path / "store"), tmp_path)) as sample:
        tokens, flags = tokens_of(sample), Flags(sample)

        def fail(*_: object) -> None:
            raise StoreUnavailable("p1@example.org")

        with monkeypatch.context() as patched, caplog.at_level(logging.WARNING):
            patched.setattr(sample, "note", fail)
            add(flags, Mark.DONE, *tokens[:10])
        assert "StoreUnavailable" in caplog.text
        assert "p1@" not in caplog.text
        add(flags, Mark.DONE, tokens[10])
        assert len(sample.known_done()) == 11


@pytest.mark.slow
@settings(max_examples=15)
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 39)), max_size=120))
def test_whoever_comes_and_finishes_no_few_ever_stand_apart(course: list[tuple[bool, int]]) -> None:
    import tempfile  # noqa: PLC0415 - a folder for each example

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with closing(sample_of(str(folder / "store"), folder, number=40)) as sample:
            tokens, flags = tokens_of(sample), Flags(sample)
            known: list[set[str]] = [set(), set()]
            begun: set[int] = set()
            for finishes, who in [*course, *((False, n) for n in range(25)), *((True, n) for n in range(25))]:
                if finishes and who not in begun:
                    continue
                begun.add(who)
                add(flags, Mark.DONE if finishes else Mark.STARTED, tokens[who])
                now = [set(sample.known_started()), set(sample.known_done())]
                for before, after in zip(known, now, strict=True):
                    assert before <= after
                    assert len(after - before) in {0, *range(LEAST_TOGETHER, 41)}
                assert len(now[0] - now[1]) in {0, *range(LEAST_TOGETHER, 41)}
                known = now
            assert known[0] | known[1]
