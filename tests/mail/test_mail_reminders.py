"""Reminders go to who was invited some days ago and isn't known to have finished, and to nobody else."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Container
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from mail_office import Office, office
from mailed_study import DAY, people, quick

from mail_server import MailServer, listening
from peil.cli.not_mailed_text import why_not_lines
from peil.core.problem import Unusable
from peil.interview.code import sample_key
from peil.mail.invite import remind
from peil.mail.mail_people import MailPeople, Sending
from peil.mail.mailed import Mailed
from peil.mail.smtp_account import SmtpAccount
from peil.mail.templates import read_templates
from peil.store.mark import Mark
from peil.store.sample.not_mailed import NotMailed
from peil.store.sample.person import NewPerson

pytestmark = pytest.mark.slow

ADDRESSES = [one.address for one in people(6)]


def remind_all(
    desk: Office,
    server: MailServer,
    *,
    days: int = 3,
    after_days: int = 3,
    number: int = 1,
    finished: Container[str] = frozenset(),
) -> Mailed:
    study = desk.study
    day = DAY + dt.timedelta(days)
    later = MailPeople(study, read_templates(study), (), day)
    account = SmtpAccount("127.0.0.1", server.port, encrypted=False)
    return remind(later, desk.sample, (number, after_days), finished, Sending(account, quick()))


def links(server: MailServer, address: str) -> list[str]:
    """Give the tokens in the mails to an address, in order; empty where a mail has none."""
    found = []
    for taken, message in server.taken:
        if taken == address:
            body = message.get_body(("plain",))
            assert body
            _, _, after = str(body.get_content()).partition("/i/")
            found.append(after[:24])
    return found


def test_the_same_link_comes_again_in_a_confidential_study(tmp_path: Path, store_url: str) -> None:
    with listening() as server, office(tmp_path, store_url) as desk:
        desk.invite(server, 6)
        mailed = remind_all(desk, server)
        again = remind_all(desk, server)
    assert (mailed.planned, mailed.sent) == (6, 6)
    assert again.planned == 0
    tokens = [links(server, address) for address in ADDRESSES]
    assert all(first == second and first for first, second in tokens)
    assert len({first for first, _ in tokens}) == 6


def test_a_fresh_link_voids_the_one_before_in_an_anonymous_study(tmp_path: Path, store_url: str) -> None:
    with listening() as server, office(tmp_path, store_url, "anonymous") as desk:
        desk.invite(server, 10)
        remind_all(desk, server)
        for address in (one.address for one in people(10)):
            first, second = links(server, address)
            assert first != second
            assert desk.sample.find_invited(first) is None
            assert desk.sample.find_invited(second)


def test_who_has_begun_an_anonymous_interview_gets_no_link_and_who_is_done_no_mail(tmp_path: Path) -> None:
    with listening() as server, office(tmp_path, str(tmp_path / "store"), "anonymous") as desk:
        desk.invite(server, 30)
        addresses = [one.address for one in people(30)]
        keys = {address: sample_key(links(server, address)[0]) for address in addresses}
        started, done = addresses[:20], addresses[:10]
        assert desk.sample.note(Mark.STARTED, [keys[one] for one in started]) == frozenset()
        assert desk.sample.note(Mark.DONE, [keys[one] for one in done]) == frozenset()
        server.taken.clear()
        mailed = remind_all(desk, server)
    assert mailed.sent == 20
    assert set(server.counted) == set(addresses[10:])
    assert all(links(server, one) == [""] for one in addresses[10:20])
    assert all(len(links(server, one)[0]) == 24 for one in addresses[20:])


def test_who_left_bounced_refused_or_finished_is_let_be(tmp_path: Path) -> None:
    server = MailServer(refused={ADDRESSES[0]})
    with listening(server), office(tmp_path, str(tmp_path / "store")) as desk:
        desk.invite(server, 6)
        server.refused.clear()
        by_address = {one.address: one.id for one in desk.sample.persons()}
        desk.sample.unsubscribe(by_address[ADDRESSES[1]])
        desk.sample.refuse(by_address[ADDRESSES[2]])
        server.taken.clear()
        remind_all(desk, server, finished=frozenset({by_address[ADDRESSES[3]]}))
    assert server.counted == Counter(ADDRESSES[4:])


class Watching(MailServer):
    """Runs something whenever it has taken a mail."""

    then: Callable[[str], None] | None = None

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.then:
            self.then(envelope.rcpt_tos[0])
        return await super().handle_DATA(server, session, envelope)


def test_who_finishes_while_reminders_are_sent_gets_none(tmp_path: Path, store_url: str) -> None:
    server, finished = Watching(), set[str]()
    with listening(server), office(tmp_path, store_url) as desk:
        desk.invite(server, 6)
        everybody = {one.address: one.id for one in desk.sample.persons()}
        server.taken.clear()
        server.then = lambda _address: finished.update(everybody.values())
        mailed = remind_all(desk, server, finished=finished)
    assert (mailed.planned, mailed.sent, mailed.left) == (6, 1, 0)
    assert len(server.taken) == 1


def test_each_who_is_not_reminded_is_counted_by_why(tmp_path: Path) -> None:
    server = MailServer(refused={ADDRESSES[0]})
    with listening(server), office(tmp_path, str(tmp_path / "store")) as desk:
        desk.invite(server, 6)
        ids = {one.address: one.id for one in desk.sample.persons()}
        desk.sample.unsubscribe(ids[ADDRESSES[1]])
        desk.sample.add([NewPerson("late@example.org", "", "nl")])
        finished = frozenset({ids[ADDRESSES[2]]})
        first = remind_all(desk, server, finished=finished)
        later = remind_all(desk, server, finished=finished)
        second = remind_all(desk, server, days=4, number=2, finished=finished)
    always = {NotMailed.BOUNCED: 1, NotMailed.WANTS_NONE: 1, NotMailed.NOT_INVITED: 1}
    assert first.not_mailed == {**always, NotMailed.FINISHED: 1}
    assert (later.planned, later.not_mailed) == (0, {**always, NotMailed.HAD: 3, NotMailed.FINISHED: 1})
    assert (second.planned, second.not_mailed) == (
        0,
        {**always, NotMailed.TOO_EARLY: 3, NotMailed.FINISHED: 1},
    )


@pytest.mark.parametrize(("done", "told", "shown"), [(10, 10, "10"), (13, 10, "10")])
def test_how_many_have_finished_anonymously_is_told_in_tens(
    tmp_path: Path, done: int, told: int, shown: str
) -> None:
    with listening() as server, office(tmp_path, str(tmp_path / "store"), "anonymous") as desk:
        desk.invite(server, 30)
        keys = [sample_key(links(server, one.address)[0]) for one in people(30)]
        assert desk.sample.note(Mark.DONE, keys[:done]) == frozenset()
        mailed = remind_all(desk, server)
        assert (mailed.not_mailed, mailed.batch) == ({NotMailed.FINISHED: told}, 10)
        (row,) = why_not_lines(mailed.not_mailed, mailed.batch)
        assert f"  {shown}  (rounded down to tens" in row
        for person in [one for one in desk.sample.persons() if one.done][: done - 9]:
            desk.sample.unsubscribe(person.id)
        again = remind_all(desk, server)
    assert again.not_mailed[NotMailed.FINISHED] == 0
    assert any("under 10  (rounded" in row for row in why_not_lines(again.not_mailed, again.batch))


@pytest.mark.parametrize(("days", "after_days", "sent"), [(2, 3, 0), (3, 3, 6), (0, 0, 6), (6, 7, 0)])
def test_it_waits_some_days_after_the_latest_mail(
    tmp_path: Path, days: int, after_days: int, sent: int
) -> None:
    with listening() as server, office(tmp_path, str(tmp_path / "store")) as desk:
        desk.invite(server, 6)
        assert remind_all(desk, server, days=days, after_days=after_days).sent == sent


def test_a_reminder_that_was_put_off_is_sent_by_the_next_run(tmp_path: Path) -> None:
    server = MailServer()
    with listening(server), office(tmp_path, str(tmp_path / "store")) as desk:
        desk.invite(server, 6)
        server.put_off[ADDRESSES[0]] = 3
        first, second = remind_all(desk, server), remind_all(desk, server)
    assert (first.sent, first.deferred) == (5, 1)
    assert (second.planned, second.sent) == (1, 1)
    assert server.counted == Counter(ADDRESSES * 2)


def test_nobody_is_reminded_before_anybody_was_invited(tmp_path: Path) -> None:
    with listening() as server, office(tmp_path, str(tmp_path / "store")) as desk:
        with pytest.raises(Unusable, match="M018"):
            remind_all(desk, server)
        assert server.taken == []


def test_nobody_is_reminded_once_nobody_knows_who_has_finished(tmp_path: Path) -> None:
    with listening() as server, office(tmp_path, str(tmp_path / "store")) as desk:
        desk.invite(server, 6)
        desk.sample.destroy_links(DAY)
        with pytest.raises(Unusable, match="M020"):
            remind_all(desk, server)
        assert len(server.taken) == 6


def test_a_reminder_without_a_text_is_told(tmp_path: Path) -> None:
    with listening() as server, office(tmp_path, str(tmp_path / "store")) as desk:
        desk.invite(server, 6)
        with pytest.raises(Unusable, match="M001") as told:
            remind_all(desk, server, number=2)
    assert [str(one.span) for one in told.value.problems] == ["mail/en/reminder-2.md", "mail/reminder-2.md"]
