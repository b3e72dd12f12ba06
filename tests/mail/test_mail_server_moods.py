"""A mailing against a real server that refuses, puts off, delays and hangs up."""

from collections import Counter
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest
from mail_office import everyone, office
from mailed_study import DAY

from mail_server import MailServer, listening
from peil.core.stopping import Stopping
from peil.mail.fate import Fate
from peil.mail.mail_people import MailPeople
from peil.mail.post import Post
from peil.mail.smtp_account import SmtpAccount
from peil.mail.templates import read_templates
from peil.store.sample.mail_state import MailState
from peil.store.sample.person import NewPerson

pytestmark = pytest.mark.slow


def test_everyone_gets_exactly_one(tmp_path: Path, store_url: str) -> None:
    with listening() as server, office(tmp_path, store_url) as desk:
        mailed = desk.invite(server, 12)
        again = desk.invite(server, 12)
    assert server.counted == everyone(12)
    assert server.sessions == 1
    assert (mailed.planned, mailed.sent, mailed.left, mailed.unknown) == (12, 12, 0, 0)
    assert (again.planned, again.sent) == (0, 0)
    assert mailed.languages == {"en": 4, "nl": 8}
    assert mailed.strata == {"region": {"north": 6, "south": 6}}
    assert mailed.problems == ()


def test_who_is_refused_is_marked_and_never_mailed_again(tmp_path: Path) -> None:
    server = MailServer(refused={"p1@example.org", "p4@example.org"})
    with listening(server), office(tmp_path, str(tmp_path / "store")) as desk:
        mailed = desk.invite(server, 6)
        server.refused.clear()
        again = desk.invite(server)
        gone = {one.address for one in desk.sample.persons() if one.bounced}
    assert (mailed.sent, mailed.bounced) == (4, 2)
    assert gone == {"p1@example.org", "p4@example.org"}
    assert again.planned == 0
    assert server.counted == everyone(6) - Counter(gone)


def test_who_is_put_off_is_mailed_in_the_same_run(tmp_path: Path) -> None:
    server = MailServer(put_off=Counter({"p1@example.org": 1, "p2@example.org": 2}))
    with listening(server), office(tmp_path, str(tmp_path / "store")) as desk:
        mailed = desk.invite(server, 5)
    assert (mailed.sent, mailed.deferred, mailed.left) == (5, 0, 0)
    assert server.counted == everyone(5)


@pytest.mark.parametrize("privacy", ["anonymous", "confidential"])
def test_who_is_put_off_for_longer_is_mailed_by_the_next_run(tmp_path: Path, privacy: str) -> None:
    server = MailServer(put_off=Counter({"p1@example.org": 3}))
    with listening(server), office(tmp_path, str(tmp_path / "store"), privacy) as desk:
        first = desk.invite(server, 12)
        second = desk.invite(server)
    assert (first.sent, first.deferred) == (11, 1)
    assert (second.planned, second.sent) == (1, 1)
    assert server.counted == everyone(12)


@pytest.mark.parametrize("times", [1, 2])
def test_a_connection_that_breaks_before_the_text_is_made_again(tmp_path: Path, times: int) -> None:
    server = MailServer(dropped_before=Counter({"p1@example.org": times}))
    with listening(server), office(tmp_path, str(tmp_path / "store")) as desk:
        mailed = desk.invite(server, 4)
    assert (mailed.sent, mailed.unknown) == (4, 0)
    assert server.counted == everyone(4)
    assert server.sessions > times


@pytest.mark.parametrize("privacy", ["anonymous", "confidential"])
def test_a_connection_that_breaks_after_the_text_leaves_it_open(tmp_path: Path, privacy: str) -> None:
    server = MailServer(dropped_after={"p1@example.org", "p2@example.org"})
    with listening(server), office(tmp_path, str(tmp_path / "store"), privacy) as desk:
        first = desk.invite(server, 30)
        second = desk.invite(server)
        states = desk.states()
        third = desk.invite(server, retry_unknown=True)
    assert (first.sent, first.unknown, first.left) == (28, 2, 0)
    assert [problem.code for problem in first.problems] == ["M015"]
    assert (second.planned, second.sent, second.unknown) == (0, 0, 2)
    assert states == Counter({MailState.SENT: 28, MailState.SENDING: 2})
    assert (third.sent, third.unknown) == (2, 0)
    assert server.counted == everyone(30) + Counter(["p1@example.org", "p2@example.org"])


def test_a_server_that_refuses_the_sender_ends_it_at_once(tmp_path: Path) -> None:
    server = MailServer(refuses_sender=True)
    with listening(server), office(tmp_path, str(tmp_path / "store")) as desk:
        mailed = desk.invite(server, 4)
        server.refuses_sender = False
        again = desk.invite(server)
    assert (mailed.sent, mailed.bounced, mailed.unknown, mailed.left) == (0, 0, 0, 4)
    assert [problem.code for problem in mailed.problems] == ["M010"]
    assert "550" in mailed.problems[0].message
    assert again.sent == 4
    assert server.counted == everyone(4)


def test_a_server_that_relays_nothing_marks_nobody(tmp_path: Path) -> None:
    server = MailServer(unrelayed=set(everyone(8)))
    with listening(server), office(tmp_path, str(tmp_path / "store")) as desk:
        mailed = desk.invite(server, 8)
        gone = [one for one in desk.sample.persons() if one.bounced]
        server.unrelayed.clear()
        again = desk.invite(server)
    assert (mailed.bounced, mailed.left) == (0, 8)
    assert [problem.code for problem in mailed.problems] == ["M010"]
    assert gone == []
    assert again.sent == 8


def test_a_text_that_is_refused_marks_nobody(tmp_path: Path) -> None:
    server = MailServer(spam={"p2@example.org"})
    with listening(server), office(tmp_path, str(tmp_path / "store")) as desk:
        mailed = desk.invite(server, 4)
        states = desk.states()
    assert (mailed.sent, mailed.bounced, mailed.left) == (3, 0, 1)
    assert states == Counter({MailState.SENT: 3, MailState.FAILED: 1})


def test_ten_refused_in_a_row_end_it(tmp_path: Path) -> None:
    server = MailServer(refused=set(everyone(15)))
    with listening(server), office(tmp_path, str(tmp_path / "store")) as desk:
        mailed = desk.invite(server, 15)
    assert (mailed.bounced, mailed.left) == (10, 5)
    assert [problem.code for problem in mailed.problems] == ["M010"]


def test_a_slow_server_is_waited_for(tmp_path: Path) -> None:
    server = MailServer(seconds=0.05)
    with listening(server), office(tmp_path, str(tmp_path / "store")) as desk:
        mailed = desk.invite(server, 4)
    assert mailed.sent == 4
    assert server.counted == everyone(4)


def test_no_server_at_all_leaves_everyone(tmp_path: Path) -> None:
    with listening() as server:
        pass
    with office(tmp_path, str(tmp_path / "store")) as desk:
        mailed = desk.invite(server, 3)
        assert desk.states() == Counter()
    assert (mailed.sent, mailed.unknown, mailed.left) == (0, 0, 3)
    assert [problem.code for problem in mailed.problems] == ["M010"]


def test_an_address_that_no_header_can_bear_is_passed_over(tmp_path: Path) -> None:
    odd = NewPerson(f"a@{'x' * 70}.example", "", "nl", {"region": "north"})
    with listening() as server, office(tmp_path, str(tmp_path / "store")) as desk:
        desk.sample.add([odd])
        mailed = desk.invite(server, 3)
    assert (mailed.planned, mailed.sent, mailed.bounced) == (4, 3, 1)
    assert server.counted == everyone(3)


def test_lines_that_begin_with_a_dot_arrive_whole(tmp_path: Path) -> None:
    dots = "...\n\n.\n\n..x\n"
    with listening() as server, office(tmp_path, str(tmp_path / "store")) as desk:
        for name in ("invitation.md", "en/invitation.md"):
            (desk.study.folder / "mail" / name).write_text(f"# S\n\n{{link}}\n\n{dots}", encoding="utf-8")
        fresh = replace(desk, people=MailPeople(desk.study, read_templates(desk.study), (), DAY))
        fresh.invite(server, 1)
    body = server.taken[0][1].get_body(("plain",))
    assert body
    assert body.get_content().replace("\r\n", "\n").partition("\n\n")[2].startswith(dots)


@pytest.mark.parametrize(("last_patience", "fate"), [(0.3, Fate.UNKNOWN), (30, Fate.SENT)])
def test_the_answer_to_a_whole_mail_is_waited_for_longest(last_patience: float, fate: Fate) -> None:
    message = EmailMessage()
    message.set_content("Hello")
    with listening(MailServer(seconds=1.5)) as server:
        account = SmtpAccount("127.0.0.1", server.port, encrypted=False)
        with Post(account, (), Stopping(), patience=1, last_patience=last_patience) as post:
            post.connect()
            assert post.offer(message, "a@example.org", "b@example.org") is fate


def test_a_server_that_hangs_up_between_mails_is_called_again(tmp_path: Path) -> None:
    server = MailServer(hangs_up_after_each=True)
    with listening(server), office(tmp_path, str(tmp_path / "store")) as desk:
        mailed = desk.invite(server, 4)
    assert (mailed.sent, mailed.unknown) == (4, 0)
    assert server.counted == everyone(4)
    assert server.sessions == 4


def test_an_answer_that_is_none_leaves_it_open(tmp_path: Path) -> None:
    with (
        listening(MailServer(mumbles_at={"p1@example.org"})) as server,
        office(tmp_path, str(tmp_path / "store")) as desk,
    ):
        mailed = desk.invite(server, 3)
    assert (mailed.sent, mailed.unknown) == (2, 1)
    assert server.counted == everyone(3)
