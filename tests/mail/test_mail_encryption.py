"""Passwords and mails go over connections that are encrypted to the server that was meant, and no others."""

from pathlib import Path

import pytest
from mail_office import everyone, office
from mailed_study import people, quick

from mail_server import PASSWORD, listening, make_certificate, with_certificate
from peil.core.problem import Unusable
from peil.mail.invite import invite
from peil.mail.mail_people import Sending
from peil.mail.mailed import Mailed
from peil.mail.smtp_account import SmtpAccount, find_account, read_account
from peil.store.sample.sample_file import SampleFile

WRONG = "wrong:0"


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    return make_certificate(tmp_path)


def send(folder: Path, account: SmtpAccount) -> Mailed:
    with office(folder, str(folder / "store")) as desk:
        return invite(desk.people, desk.sample, SampleFile(tuple(people(3))), Sending(account, quick()))


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
def test_login_over_an_encrypted_connection(
    tmp_path: Path, certificate: Path, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    smtps = scheme == "smtps"
    with listening(tls=with_certificate(certificate), smtps=smtps, login=not smtps) as server:
        user, password = ("", "") if smtps else ("me", PASSWORD)
        account = SmtpAccount("127.0.0.1", server.port, encrypted=smtps, user=user, password=password)
        mailed = send(tmp_path, account)
    assert mailed.sent == 3
    assert server.secured or smtps
    assert server.counted == everyone(3)


@pytest.mark.slow
def test_a_login_that_is_refused_ends_it(
    tmp_path: Path, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with listening(tls=with_certificate(certificate), login=True) as server:
        account = SmtpAccount("127.0.0.1", server.port, encrypted=False, user="me", password=WRONG)
        mailed = send(tmp_path, account)
    assert (mailed.sent, mailed.left, mailed.unknown) == (0, 3, 0)
    assert [problem.code for problem in mailed.problems] == ["M010"]
    assert WRONG not in str([str(problem) for problem in mailed.problems]) + repr(account)


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
def test_a_certificate_that_nobody_vouches_for_ends_it(
    tmp_path: Path, certificate: Path, scheme: str
) -> None:
    smtps = scheme == "smtps"
    with listening(tls=with_certificate(certificate), smtps=smtps) as server:
        mailed = send(tmp_path, SmtpAccount("127.0.0.1", server.port, encrypted=smtps))
    assert (mailed.sent, mailed.left) == (0, 3)
    assert "certificate" in mailed.problems[0].message
    assert server.taken == []


@pytest.mark.slow
def test_a_certificate_for_another_name_ends_it(
    tmp_path: Path, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with listening(tls=with_certificate(certificate)) as server:
        mailed = send(tmp_path, SmtpAccount("0.0.0.0", server.port, encrypted=False))  # noqa: S104 - a name
    assert "certificate" in mailed.problems[0].message
    assert server.taken == []


@pytest.mark.slow
def test_another_machine_without_encryption_is_sent_nothing(tmp_path: Path) -> None:
    with listening() as server:
        mailed = send(tmp_path, SmtpAccount("0.0.0.0", server.port, encrypted=False))  # noqa: S104 - a name
    assert mailed.sent == 0
    assert "STARTTLS" in mailed.problems[0].message
    assert server.taken == []


@pytest.mark.slow
def test_a_server_without_a_login_ends_it(tmp_path: Path) -> None:
    with listening() as server:
        account = SmtpAccount("127.0.0.1", server.port, encrypted=False, user="me", password=WRONG)
        mailed = send(tmp_path, account)
    assert "log in" in mailed.problems[0].message
    assert server.taken == []


def test_an_account_is_read() -> None:
    account = read_account("smtps://me%40x.nl:p%2Fw@mail.example.org", "here")
    assert account == SmtpAccount("mail.example.org", 465, True, "me@x.nl", "p/w")  # noqa: FBT003 - as the URL has them
    assert read_account("smtp://localhost:2525", "here") == SmtpAccount("localhost", 2525, encrypted=False)


@pytest.mark.parametrize(
    "url",
    [
        "http://me:SECRET@mail.example.org",
        "smtp://me:SECRET@mail.example.org/inbox",
        "smtp://me:SECRET@mail.example.org:x",
        "smtp://me:SECRET@",
        "smtp://SECRET@mail.example.org",
        "me:SECRET",
        "smtp://me:SECRET@[",
    ],
)
def test_an_account_that_cannot_be_read_is_told_without_its_password(url: str) -> None:
    with pytest.raises(Unusable) as told:
        read_account(url, "PEIL_SMTP_URL")
    assert [problem.code for problem in told.value.problems] == ["M009"]
    assert "SECRET" not in str(told.value)
    assert told.value.__suppress_context__ or told.value.__context__ is None


def test_a_file_with_an_account_is_the_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "smtp"
    file.write_text("smtp://me:pw@mail.example.org\n", encoding="utf-8")
    file.chmod(0o640)
    with pytest.raises(Unusable, match=r"M009 .*chmod 600"):
        find_account(file, {})
    file.chmod(0o600)
    assert find_account(file, {"PEIL_SMTP_URL": "smtp://localhost"}).user == "me"


def test_without_an_account_it_says_where_to_put_one() -> None:
    with pytest.raises(Unusable, match="PEIL_SMTP_URL"):
        find_account(None, {})
    assert find_account(None, {"PEIL_SMTP_URL": " smtp://localhost "}).host == "localhost"
