"""The bytes that leave: no value writes a header, also not by way of an encoded word."""

from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session
from mail_office import office
from mailed_study import DAY, MAILS, write_study

from mail_server import MailServer, listening
from peil.mail.mail_people import MailPeople
from peil.mail.mail_text import MailText, Part, Words
from peil.mail.message import NoAddress, make_message, read_mailbox
from peil.mail.templates import read_templates
from peil.store.sample.person import NewPerson
from peil.study.fielding import Mail

SMUGGLED = [
    "=?utf-8?q?=0D=0ABcc:_eve@example.org?=",
    "=?utf-8?q?a=0D=0ABcc:_eve@example.org=0D=0A=0D=0APlease_pay?=",
    "=?utf-8?b?DQpCY2M6IGV2ZUBleGFtcGxlLm9yZw==?=",
    "=\n?utf-8?q?=0D=0ABcc:_eve@example.org?=",
    "= ?utf-8?q?=0D=0ABcc:_eve@example.org?=",
    "\u202e=\x00?utf-8?q?=0D=0ABcc:_eve@example.org?=",
    "==??utf-8?q?=0D=0ABcc:_eve@example.org?=",
    "Zoë " * 30 + "=?utf-8?q?=0D=0ABcc:_eve@example.org?=",
]
HEADERS = {
    b"from",
    b"to",
    b"reply-to",
    b"subject",
    b"date",
    b"message-id",
    b"auto-submitted",
    b"list-unsubscribe",
    b"list-unsubscribe-post",
    b"mime-version",
    b"content-type",
    b"content-language",
}


class Wire(MailServer):
    """Keeps what it was sent, byte by byte."""

    sent: bytes = b""

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        self.sent = envelope.content
        return await super().handle_DATA(server, session, envelope)


def names_in(sent: bytes) -> set[bytes]:
    """Give the names of a mail's headers, in lower case, as whoever splits its lines finds them."""
    head = sent.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    return {line.partition(b":")[0].lower() for line in head.split(b"\n") if line[:1] not in {b" ", b"\t"}}


@pytest.mark.slow
@pytest.mark.parametrize("value", SMUGGLED)
def test_no_name_or_stratum_writes_a_header(tmp_path: Path, value: str) -> None:
    subject = '# Dag {name | "u"} uit {region}\n\n{link}\n'
    with listening(server := Wire()) as wire, office(tmp_path, str(tmp_path / "store")) as desk:
        study = write_study(tmp_path / "study", mails={**MAILS, "invitation.md": subject})
        about = replace(desk, people=MailPeople(study, read_templates(study), (), DAY))
        desk.sample.add([NewPerson("ada@example.org", value, "nl", {"region": value})])
        assert about.invite(wire).sent == 1
    assert names_in(server.sent) == HEADERS - {b"reply-to"}
    assert b"Please pay" not in server.sent


@pytest.mark.parametrize("value", SMUGGLED)
def test_no_setting_writes_a_header(value: str) -> None:
    mail = Mail(sender=f"{value} <us@example.org>", reply_to=f"{value} <help@example.org>")
    sent = message(mail, "ada@example.org").as_bytes()
    assert names_in(sent) == HEADERS


@pytest.mark.parametrize("address", ["=?utf-8?q?a?=@example.org", "ada@=?utf-8?q?a?=.example.org"])
def test_an_address_with_an_encoded_word_is_none(address: str) -> None:
    with pytest.raises(NoAddress):
        message(Mail(sender="us@example.org"), address)
    with pytest.raises(ValueError, match=r"address|dot-atom"):
        read_mailbox(f"Us <{address}>")


def message(mail: Mail, address: str) -> EmailMessage:
    letter = MailText("en", "Hi", (Part(((Words("x"),),)),), ())
    return make_message(mail, letter, address, "", "https://survey.example.org/en/u/k")
