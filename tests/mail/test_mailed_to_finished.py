"""From the list to the last page: mailed, followed, answered, not reminded; and left by a mail program."""

import json
from collections import Counter
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from mailed_study import people, sample_csv, write_study

from field_driver import Visitor
from mail_server import MailServer, listening
from peil.cli.main import main
from peil.pages.field_names import CODE, CONSENT, GO, NEXT
from served import Served
from web_form import form_with


def link_in(message: EmailMessage) -> str:
    """Give the path that a mail leads to."""
    body = message.get_body(("plain",))
    assert body
    address = next(word for word in str(body.get_content()).split() if "/i/" in word)
    return urlsplit(address.strip("<>.")).path


def answer(served: Served, path: str, language: str) -> str:
    """Follow a mail's link and answer everything; give the page that it ends on."""
    visitor = Visitor("127.0.0.1", served.port, language)
    try:
        start = form_with(visitor.get(path).text, CODE)
        shown = visitor.post(start.action, {**start.filled, CONSENT: next(iter(start.offered[CONSENT]))})
        form = form_with(shown.text, "usage")
        return visitor.post(form.action, {**form.filled, "usage": "often", GO: NEXT}).path
    finally:
        visitor.close()


@pytest.mark.slow
def test_from_the_list_to_the_last_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    study = write_study(tmp_path / "study")
    sample, store = tmp_path / "sample.csv", str(tmp_path / "store")
    sample.write_text(sample_csv(6), encoding="utf-8")
    sent = ["--store", store, "--send", "--per-minute", "6000", "--format", "json"]
    languages = {one.address: one.language for one in people(6)}
    with listening(MailServer()) as server, Served(study, tmp_path, store) as served:
        monkeypatch.setenv("PEIL_SMTP_URL", f"smtp://127.0.0.1:{server.port}")
        assert main(["invite", str(study.folder), "--sample", str(sample), *sent]) == 0
        mails = dict(server.taken)
        finished, left = ["p0@example.org", "p1@example.org"], "p2@example.org"
        for address in finished:
            assert answer(served, link_in(mails[address]), languages[address]).endswith("/end")
        visitor = Visitor("127.0.0.1", served.port, "nl")
        leave = urlsplit(mails[left]["List-Unsubscribe"].strip("<>")).path
        assert visitor.get(leave).status == 200  # a scanner looks; nothing changes
        name, _, value = mails[left]["List-Unsubscribe-Post"].partition("=")
        assert visitor.get(urlsplit(link_in(mails["p3@example.org"])).path).status == 200
        server.taken.clear()
        capsys.readouterr()
        assert (
            main(["remind", str(study.folder), "--after-days", "0", "--store", store, "--format", "json"])
            == 0
        )
        assert json.loads(capsys.readouterr().out)["planned"] == 4
        assert visitor.post(leave, {name: value}).status == 200
        visitor.close()
        assert main(["remind", str(study.folder), "--after-days", "0", *sent]) == 0
    assert server.counted == Counter(set(languages) - {*finished, left})
