"""Mail that comes back later: who it was for gets no more."""

import mailbox
from collections.abc import Sequence
from contextlib import closing
from email.message import EmailMessage, Message
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from mailed_study import people, write_study

from peil.core.problem import Unusable
from peil.mail.mark_bounces import mark_bounces
from peil.mail.read_bounces import read_bounces
from peil.store.sample.open_sample import open_sample

Recipient = tuple[str, str, str]


def report(*recipients: Recipient) -> Message:
    """Give a delivery report as RFC 3464 has it, about each recipient: field, address, outcome."""
    whole = MIMEMultipart("report", **{"report-type": "delivery-status"})
    whole["Subject"] = "Undelivered mail"
    whole.attach(MIMEText("Your mail to someone@else.example came back."))
    blocks = [_block({"Reporting-MTA": "dns; mail.example.org"})]
    for field, address, outcome in recipients:
        action, status = outcome.split()
        blocks.append(_block({field: f"rfc822; {address}", "Action": action, "Status": status}))
    about = Message()
    about["Content-Type"] = "message/delivery-status"
    about.set_payload(blocks)
    whole.attach(about)
    return whole


def _block(headers: dict[str, str]) -> Message:
    block = Message()
    for name, value in headers.items():
        block[name] = value
    return block


def write_box(path: Path, messages: Sequence[Message]) -> Path:
    with closing(mailbox.mbox(path)) as box:
        for message in messages:
            box.add(message)
    return path


REPORTS = [
    report(
        ("Final-Recipient", "P0@example.org", "failed 5.1.1"),
        ("Final-Recipient", "p1@example.org", "delayed 4.4.1"),
    ),
    report(
        ("Final-Recipient", "p2@example.org", "failed 4.4.7"),
        ("Original-Recipient", "<p3@example.org>", "failed 5.2.1"),
    ),
]


def test_delivery_reports_in_a_mailbox_are_read(tmp_path: Path) -> None:
    news = EmailMessage()
    news.set_content("p4@example.org is on holiday")
    found = read_bounces(write_box(tmp_path / "box", [*REPORTS, news]))
    assert found == {"p0@example.org", "p3@example.org"}


def test_a_single_report_is_read(tmp_path: Path) -> None:
    path = tmp_path / "report.eml"
    path.write_bytes(REPORTS[0].as_bytes())
    assert read_bounces(path) == {"p0@example.org"}


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_a_list_of_addresses_is_read(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "back.CSV"
    rows = [["address", "why"], ["P0@example.org", "gone"], [" p1@example.org ", "x"]]
    path.write_text("".join(f"{delimiter.join(row)}\r\n" for row in rows), encoding="utf-8-sig")
    assert read_bounces(path) == {"p0@example.org", "p1@example.org"}


@pytest.mark.parametrize("name", ["back.csv", "back.eml", "box"])
def test_a_file_without_any_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("From nobody\n\nHello\n" if name == "box" else "hello\n", encoding="utf-8")
    with pytest.raises(Unusable, match="M016"):
        read_bounces(path)


def test_who_it_was_for_is_marked_and_nobody_else(tmp_path: Path, store_url: str) -> None:
    study = write_study(tmp_path / "study")
    with closing(open_sample(store_url, study)) as sample:
        sample.add(people(4))
        number = mark_bounces(sample, {"p0@example.org", "p3@example.org", "else@example.org"}, ())
        gone = {one.address for one in sample.persons() if one.bounced}
    assert number == 2
    assert gone == {"p0@example.org", "p3@example.org"}
