"""Closing forgets in the sample all that says who had answered, and no mailing brings it back."""

import datetime as dt
from collections import Counter
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyrage import x25519
from sample_survey import MODES, invited_survey, keys, mail_all, people, sampled
from store_survey import DAY

from peil.core.problem import Unusable
from peil.store.mark import LEAST_TOGETHER, Mark
from peil.store.sample.mail_state import INVITATION, MailState, reminder
from peil.store.sample.open_sample import open_sample
from peil.store.sample.sample import Sample
from peil.study.fielding import Privacy

ANONYMOUS = invited_survey(Privacy.ANONYMOUS)
CONFIDENTIAL = invited_survey(Privacy.CONFIDENTIAL)
LATER = DAY + dt.timedelta(days=7)
both_modes = pytest.mark.parametrize("mode", MODES)


@both_modes
def test_after_closing_nobody_is_known_to_have_been_reminded(store_url: str, mode: Privacy) -> None:
    with sampled(store_url, invited_survey(mode), 25) as sample:
        mail_all(sample)
        finished = {one.id for one in list(sample.persons())[:5]}
        with sample.mailing() as outbox:
            for person in list(sample.to_remind(1, LATER, 3, finished)):
                posting = outbox.take(person.id, reminder(1), LATER)
                assert posting is not None
                outbox.sent(posting)
        assert {one.id for one in sample.persons() if not one.reminded} == finished
        sample.destroy_links(LATER)
        assert [one.reminded for one in sample.persons()] == [0] * 25
        assert {frozenset(one.mails) for one in sample.persons()} == {frozenset({INVITATION})}
        assert {one.mailed_on for one in sample.persons()} == {DAY}
        assert sample.links_destroyed_on() == LATER, "nobody is reminded by mistake"
        assert sample.counts().invited == 25


def test_an_invitation_that_was_not_tried_again_tells_nothing(store_url: str) -> None:
    with sampled(store_url, ANONYMOUS, 25) as sample:
        with sample.mailing() as outbox:
            postings = [outbox.take(one.id, INVITATION, DAY) for one in sample.persons()]
        begun = keys([one.token for one in postings if one][:12])
        assert sample.note(Mark.STARTED, begun) == frozenset()
        with sample.mailing() as outbox:
            assert outbox.retry_unknown(INVITATION) == 25
        assert len(mail_all(sample, day=LATER)) == 13, "who had begun isn't mailed again"
        sample.destroy_links(LATER)
        assert {tuple(one.mails.items()) for one in sample.persons()} == {((INVITATION, MailState.SENT),)}
        assert {one.invited_on for one in sample.persons()} == {DAY}


def seen(sample: Sample) -> dict[str, tuple[bool, bool]]:
    """Give who is seen to have done what."""
    return {one.id: (one.started, one.done) for one in sample.persons()}


def sizes(sample: Sample) -> list[int]:
    """Count who is seen to have done what, apart from who isn't known to have done anything."""
    found = list(seen(sample).values())
    return [found.count(one) for one in ((True, False), (True, True), (False, True))]


STEPS = st.lists(
    st.tuples(st.sampled_from([*Mark, None]), st.integers(0, 59), st.integers(1, 30)), min_size=1, max_size=12
)


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(steps=STEPS)
def test_nobody_ever_stands_apart_by_what_is_noted(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[Mark | None, int, int]]
) -> None:
    """People begin and finish in any order, and a server that is stopped (None) forgets what it gathered."""
    with sampled(f"sqlite:{tmp_path_factory.mktemp('s') / 'store'}", ANONYMOUS, 60) as sample:
        tokens = keys(list(mail_all(sample).values()))
        waiting: dict[Mark, frozenset[str]] = dict.fromkeys(Mark, frozenset())
        for mark, first, number in steps:
            if mark is None:
                waiting = dict.fromkeys(Mark, frozenset())
                continue
            before = seen(sample)
            waiting[mark] = sample.note(mark, waiting[mark] | set(tokens[first : first + number]))
            moved = Counter(
                (old, new) for old, new in zip(before.values(), seen(sample).values(), strict=True)
            )
            several = [count for (old, new), count in moved.items() if old != new]
            assert [count for count in (*sizes(sample), *several) if 0 < count < LEAST_TOGETHER] == []


def erase(sample: Sample, number: int) -> None:
    person = sample.find_by_address(f"person{number}@example.org")
    assert person is not None
    assert sample.erase_person(person.id, person.address)


def token_of(sample: Sample, tokens: dict[str, str], number: int) -> str:
    person = sample.find_by_address(f"person{number}@example.org")
    assert person is not None
    return keys([tokens[person.id]])[0]


def test_nobody_stands_apart_because_somebody_noted_with_them_was_erased(store_url: str) -> None:
    with sampled(store_url, ANONYMOUS, 40) as sample:
        tokens = mail_all(sample)
        sample.note(Mark.DONE, [token_of(sample, tokens, number) for number in range(11)])
        sample.note(Mark.STARTED, [token_of(sample, tokens, number) for number in range(11, 21)])
        assert sizes(sample) == [10, 11, 0]
        erase(sample, 30)  # of whom nothing was noted
        erase(sample, 0)
        assert sizes(sample) == [10, 10, 0]
        erase(sample, 11)
        assert sizes(sample) == [0, 10, 0], "nine would be known to have begun and not finished"
        erase(sample, 1)
        assert sizes(sample) == [0, 0, 0]
        ten = [token_of(sample, tokens, number) for number in range(2, 13) if number != 11]
        assert sample.note(Mark.DONE, ten) == frozenset(), "it is noted again, for ten at once"
        assert sizes(sample) == [0, 10, 0]


def test_who_is_noted_to_have_finished_has_started_though_the_server_forgot(store_url: str) -> None:
    with sampled(store_url, ANONYMOUS, 40) as sample:
        tokens = keys(list(mail_all(sample).values()))
        assert sample.note(Mark.STARTED, tokens[:10]) == frozenset()
        assert sample.note(Mark.DONE, tokens[:11]) == {tokens[10]}, "one alone would be noted as both at once"
        assert sizes(sample) == [0, 10, 0]
        assert sample.note(Mark.DONE, tokens[10:20]) == frozenset()
        assert sizes(sample) == [0, 20, 0]


@both_modes
def test_nothing_is_destroyed_while_a_mailing_goes_on(store_url: str, mode: Privacy) -> None:
    study = invited_survey(mode)
    with sampled(store_url, study, 5) as mailer, closing(open_sample(store_url, study)) as closer:
        with mailer.mailing() as outbox:
            ids = [one.id for one in mailer.persons()]
            assert outbox.take(ids[0], INVITATION, DAY)
            with pytest.raises(Unusable, match="L011"):
                closer.destroy_links(DAY)
            with pytest.raises(Unusable, match="L011"):
                closer.forget_persons()
            assert closer.links_destroyed_on() is None
            assert outbox.take(ids[1], INVITATION, DAY)
        assert closer.destroy_links(DAY) == (2 if mode is Privacy.CONFIDENTIAL else 0)


@both_modes
def test_who_looked_before_closing_mails_nobody_after_it(store_url: str, mode: Privacy) -> None:
    study = invited_survey(mode)
    with sampled(store_url, study, 5) as mailer:
        with closing(open_sample(store_url, study)) as closer:
            closer.destroy_links(DAY)
        assert mail_all(mailer) == {}
        assert list(mailer.links()) == []
    with sampled(store_url, study) as reopened:
        assert len(mail_all(reopened)) == 5


def test_after_closing_no_transaction_groups_who_had_begun(postgres_url: str) -> None:
    with sampled(postgres_url, ANONYMOUS, 30) as sample:
        tokens = keys(list(mail_all(sample).values()))
        sample.note(Mark.STARTED, tokens[:12])
        sample.note(Mark.DONE, tokens[:12])
        sample.note(Mark.STARTED, tokens[12:24])
        sample.destroy_links(DAY)
        with closing(psycopg.connect(postgres_url)) as connection:
            for asked in (
                "SELECT xmin::text, id FROM peil_sample.persons ORDER BY ctid",
                "SELECT xmin::text, person FROM peil_sample.outbox ORDER BY ctid",
            ):
                rows = connection.execute(asked).fetchall()
                assert len({xmin for xmin, _ in rows}) == 1
                assert [one for _, one in rows] == sorted(one for _, one in rows)
        assert len(list(sample.persons())) == 30


def test_who_came_before_the_list_was_protected_is_sealed_at_the_next_opening(store_url: str) -> None:
    identity = x25519.Identity.generate()
    sealed = {"special_category": True, "contact_keys": (str(identity.to_public()),)}
    with sampled(store_url, CONFIDENTIAL, 2):
        pass
    protected = invited_survey(Privacy.CONFIDENTIAL, **sealed)
    with sampled(store_url, protected) as sample:
        assert all(one.sealed and "example" not in one.address + one.name for one in sample.persons())
        assert {one.address for one in sample.readable_persons([identity])} == {
            one.address for one in people(2)
        }
        assert sample.add(people(3), [identity]).new == 1
    with sampled(store_url, protected) as sample:
        assert len(list(sample.readable_persons([identity]))) == 3


def test_no_file_keeps_a_readable_trace_of_who_was_sealed(tmp_path: Path) -> None:
    url, identity = f"sqlite:{tmp_path / 'store'}", x25519.Identity.generate()
    with sampled(url, CONFIDENTIAL, 30):
        pass
    keys_of = {"special_category": True, "contact_keys": (str(identity.to_public()),)}
    with sampled(url, invited_survey(Privacy.CONFIDENTIAL, **keys_of)):
        held = b"".join(path.read_bytes() for path in (tmp_path / "store").iterdir())
    assert b"@example.org" not in held
