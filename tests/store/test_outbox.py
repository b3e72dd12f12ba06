"""The outbox: nobody is mailed twice, nobody is left out unseen, whenever the machine stops."""

import datetime as dt
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from threading import Thread

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_survey import MODES, invited_survey, mail_all, people, sampled
from store_survey import DAY

from peil.interview.code import sample_key
from peil.store.postgres import Postgres
from peil.store.sample.mail_state import INVITATION, MailState, reminder
from peil.store.sample.outbox import MailingElsewhere, Outbox
from peil.store.sample.posting import Posting
from peil.study.fielding import Privacy

both_modes = pytest.mark.parametrize("mode", MODES)
LATER = DAY + dt.timedelta(days=9)


def take(outbox: Outbox, person: str, mailing: str = INVITATION) -> Posting:
    posting = outbox.take(person, mailing, DAY)
    assert posting is not None
    return posting


@both_modes
def test_one_mail_is_taken_once(store_url: str, mode: Privacy) -> None:
    with sampled(store_url, invited_survey(mode), 3) as sample, sample.mailing() as outbox:
        sent, bounced, out = (take(outbox, one.id) for one in sample.to_invite())
        outbox.sent(sent)
        outbox.bounced(bounced)
        assert [outbox.take(one.person.id, INVITATION, DAY) for one in (sent, bounced, out)] == [None] * 3
        assert list(sample.to_invite()) == []
        kept = {one.id: one for one in sample.persons()}
    assert kept[sent.person.id].mails == {INVITATION: MailState.SENT}
    assert kept[sent.person.id].invited_on == DAY
    assert kept[bounced.person.id].bounced
    assert kept[out.person.id].mails == {INVITATION: MailState.SENDING}


@both_modes
@pytest.mark.parametrize("outcome", ["deferred", "failed"])
def test_what_was_not_taken_by_the_server_is_tried_again(store_url: str, mode: Privacy, outcome: str) -> None:
    with sampled(store_url, invited_survey(mode), 1) as sample:
        with sample.mailing() as outbox:
            posting = take(outbox, next(sample.to_invite()).id)
            getattr(outbox, outcome)(posting)
        (person,) = sample.to_invite()
        assert (person.invited_on, person.mailed_on) == (None, None)
        assert sample.counts().invited == 0
        with sample.mailing() as outbox:
            again = take(outbox, person.id)
            outbox.sent(again)
        assert (again.token == posting.token) == (mode is Privacy.CONFIDENTIAL)
        assert sample.find_invited(again.token) is not None
        assert (sample.find_invited(posting.token) is not None) == (mode is Privacy.CONFIDENTIAL)


@both_modes
def test_who_was_being_mailed_at_a_crash_is_listed_and_mailed_again_only_when_asked(
    store_url: str, mode: Privacy
) -> None:
    with sampled(store_url, invited_survey(mode), 3) as sample:
        first = next(sample.to_invite())
        with sample.mailing() as outbox:
            lost = take(outbox, first.id)
    with sampled(store_url, invited_survey(mode)) as sample:
        assert first.id not in {one.id for one in sample.to_invite()}
        assert sample.counts().unknown == 1
        assert sample.find_invited(lost.token) is not None, "the mail may have arrived"
        with sample.mailing() as outbox:
            assert [one.id for one in outbox.unknown(INVITATION)] == [first.id]
            assert outbox.unknown(reminder(1)) == []
            assert outbox.retry_unknown(INVITATION) == 1
            assert outbox.unknown(INVITATION) == []
        assert len(mail_all(sample)) == 3
        still = sample.find_invited(lost.token) is not None
        assert still == (mode is Privacy.CONFIDENTIAL)


def test_an_anonymous_token_is_valid_until_a_fresh_one_was_sent(store_url: str) -> None:
    with sampled(store_url, invited_survey(Privacy.ANONYMOUS), 1) as sample:
        ((person, first),) = mail_all(sample).items()
        with sample.mailing() as outbox:
            posting = take(outbox, person, reminder(1))
            assert posting.token not in {"", first}
            assert sample.find_invited(first) is not None
            assert sample.find_invited(posting.token) is not None
            outbox.deferred(posting)
            assert sample.find_invited(first) is not None
            assert sample.find_invited(posting.token) is None
            again = take(outbox, person, reminder(1))
            outbox.sent(again)
        assert sample.find_invited(first) is None
        found = sample.find_invited(again.token)
        assert found is not None
        assert (found.sample_key, found.fresh_key) == (sample_key(again.token), "")


def test_a_confidential_token_is_the_same_in_every_mail(store_url: str) -> None:
    with sampled(store_url, invited_survey(Privacy.CONFIDENTIAL), 3) as sample:
        first = mail_all(sample)
        assert mail_all(sample, reminder(1)) == first
        assert dict(sample.links()) == first


def test_one_process_mails_at_a_time(store_url: str) -> None:
    study = invited_survey(Privacy.ANONYMOUS)
    with sampled(store_url, study, 1) as one, sampled(store_url, study) as other:
        with one.mailing(), pytest.raises(MailingElsewhere), other.mailing():
            pass
        with other.mailing() as outbox:
            assert outbox.unknown(INVITATION) == []


@both_modes
def test_two_threads_never_take_the_same_mail(store_url: str, mode: Privacy) -> None:
    with sampled(store_url, invited_survey(mode), 20) as sample, sample.mailing() as outbox:
        ids = [one.id for one in sample.to_invite()]
        taken: list[Posting] = []

        def send() -> None:
            taken.extend(filter(None, (outbox.take(one, INVITATION, DAY) for one in ids)))

        threads = [Thread(target=send) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(one.person.id for one in taken) == ids


def test_a_posting_shows_no_token_and_no_address() -> None:
    from peil.store.sample.person import Person  # noqa: PLC0415

    posting = Posting(
        Person("id", "ada@example.org", "Ada", sealed=False, language="nl"), INVITATION, "TOKEN"
    )
    assert "TOKEN" not in f"{posting} {posting!r}"
    assert "ada" not in f"{posting} {posting!r}"


MAILER = """
    import sys
    sys.path[:0] = {paths!r}
    from sample_survey import invited_survey, sampled
    from peil.store.sample.mail_state import INVITATION
    from peil.study.fielding import Privacy
    from store_survey import DAY
    with sampled({url!r}, invited_survey(Privacy({mode!r}))) as sample, sample.mailing() as outbox:
        for person in sample.to_invite():
            posting = outbox.take(person.id, INVITATION, DAY)
            print(person.address, posting.token, flush=True)
            outbox.sent(posting)
"""


@pytest.mark.slow
@both_modes
def test_killed_at_any_moment_nobody_is_mailed_twice_or_forgotten(store_url: str, mode: Privacy) -> None:
    study = invited_survey(mode)
    paths = [path for path in sys.path if path]
    mailer = textwrap.dedent(MAILER.format(paths=paths, url=store_url, mode=mode.value))
    mailed: list[str] = []
    with sampled(store_url, study, 40) as sample:
        ours = _clients(store_url)
        for after in (1, 7, 13):
            process = subprocess.Popen([sys.executable, "-c", mailer], stdout=subprocess.PIPE, text=True)
            assert process.stdout is not None
            mailed += [process.stdout.readline() for _ in range(after)]
            process.send_signal(signal.SIGKILL)
            mailed += process.stdout.readlines()
            process.wait()
            process.stdout.close()
            while _clients(store_url) - ours:  # the server still does what a killed mailer had asked for
                time.sleep(0.01)
        mailed = [line for line in mailed if line.strip()]  # blank once a mailer had nobody left to write to
        addresses = [line.split()[0] for line in mailed]
        assert len(addresses) == len(set(addresses)), "somebody was mailed twice"
        left = {one.address for one in sample.to_invite()}
        with sample.mailing() as outbox:
            unknown = {one.address for one in outbox.unknown(INVITATION)}
        assert not left & set(addresses)
        assert not left & unknown
        assert left | unknown | set(addresses) == {one.address for one in people(40)}
        assert len(unknown) <= 3
        for line in mailed:
            assert sample.find_invited(line.split()[1]) is not None, "a token that went out opens nothing"


def _clients(store_url: str) -> set[int]:
    """Give the processes that a database server has for its clients; a folder has none."""
    if store_url.startswith("sqlite:"):
        return set()
    with psycopg.connect(store_url, autocommit=True) as connection:
        found = connection.execute(
            "SELECT pid FROM pg_stat_activity"
            " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
        )
        return {row[0] for row in found}


ACTS = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.sampled_from([INVITATION, reminder(1)]),
        st.sampled_from(["sent", "deferred", "failed", "bounced", "crash"]),
    ),
    max_size=25,
)


@pytest.mark.slow
@settings(max_examples=25)
@given(ACTS, st.sampled_from(MODES))
def test_whatever_happens_each_mail_is_handed_over_once(
    acts: list[tuple[int, str, str]], mode: Privacy
) -> None:
    import tempfile  # noqa: PLC0415 - a folder for each example

    handed: dict[tuple[str, str], int] = {}
    with tempfile.TemporaryDirectory() as folder, sampled(f"{folder}/s", invited_survey(mode), 4) as sample:
        ids = [one.id for one in sample.persons()]
        for who, mailing, outcome in acts:
            with sample.mailing() as outbox:
                posting = outbox.take(ids[who], mailing, DAY)
                if posting is None:
                    continue
                if outcome != "crash":
                    getattr(outbox, outcome)(posting)
                if outcome in {"sent", "crash"}:
                    handed[ids[who], mailing] = handed.get((ids[who], mailing), 0) + 1
        assert set(handed.values()) <= {1}
        with sample.mailing() as outbox:
            unknown = {(one.id, m) for m in (INVITATION, reminder(1)) for one in outbox.unknown(m)}
        sent = {(one.id, m) for one in sample.persons() for m, s in one.mails.items() if s is MailState.SENT}
        assert sent | unknown == set(handed)


def test_the_file_of_who_is_mailing_is_its_owners(tmp_path: Path) -> None:
    with sampled(str(tmp_path / "s"), invited_survey(Privacy.ANONYMOUS)) as sample, sample.mailing():
        assert (tmp_path / "s" / "mailing.sqlite").stat().st_mode & 0o777 == 0o600


def test_who_has_mailed_can_mail_again_at_once(store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The right to mail is given back by who had it: a database server notices late that somebody left."""
    late: list[Postgres] = []
    leave = Postgres.close

    def stay(one: Postgres) -> None:
        late.append(one)

    monkeypatch.setattr(Postgres, "close", stay)
    try:
        with sampled(store_url, invited_survey(Privacy.ANONYMOUS), 1) as sample:
            for _ in range(2):
                with sample.mailing():
                    pass
    finally:
        for one in late:
            leave(one)
