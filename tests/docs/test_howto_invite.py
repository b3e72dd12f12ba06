"""The how-to on invitations is run, against a real mail server; its reference is complete."""

import os
import re
from collections import Counter
from pathlib import Path

import pytest
from told import ROOT, Command, indented_blocks, page_steps, plain

from mail_server import listening
from peil.cli.mail_outcome import NUMBERS
from peil.cli.main import main
from peil.mail.template import BUILT_IN, Kind
from peil.store.sample.open_sample import open_sample
from peil.study.reader.read import read_study

HOWTO = (ROOT / "docs" / "howto" / "invite-respondents.md").read_text(encoding="utf-8")
REFERENCE = (ROOT / "docs" / "reference" / "mails.md").read_text(encoding="utf-8")
REPORT = """\
From MAILER-DAEMON Mon Mar  2 10:00:00 2026
Content-Type: multipart/report; boundary=x

--x
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org

Final-Recipient: rfc822; bo@example.org
Action: failed
Status: 5.1.1

--x--
"""


def block(begins: str) -> str:
    """Give the indented block that begins so."""
    return plain(next(found for found in indented_blocks(HOWTO) if plain(found).startswith(begins)))


def fenced(language: str) -> str:
    """Give the block of code in a language."""
    found = re.search(rf"(?ms)^```{language}\n(.*?)^```", HOWTO)
    assert found
    return found[1]


def settings(about: str, told: str) -> str:
    """Give study.toml with what the page says in place of its own lines, and no days that are over."""
    own, *tables = re.split(r"(?m)^(?=\[fieldwork\])", told)
    keys = {"opens", "closes", *(line.split(" = ")[0] for line in own.splitlines())}
    kept = [line for line in about.splitlines() if line.split(" = ")[0] not in keys]
    return "\n".join([own, *kept, *tables])


@pytest.mark.slow
def test_a_sample_is_invited_and_reminded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PEIL_STORE", raising=False)
    assert main(["new", "my-survey"]) == 0
    about = Path("my-survey/study.toml")
    about.write_text(settings(about.read_text(encoding="utf-8"), block("[about]")), encoding="utf-8")
    Path("my-survey/mail").mkdir()
    Path("my-survey/mail/invitation.md").write_text(fenced("markdown"), encoding="utf-8")
    Path("sample.csv").write_text(block("address,"), encoding="utf-8")
    Path("returned.mbox").write_text(REPORT, encoding="utf-8")
    commands = [step.words[1:] for step in page_steps(HOWTO) if isinstance(step, Command)]
    assert [words[0] for words in commands] == ["invite", "invite", "remind", "remind", "invite"]
    with listening() as server:
        monkeypatch.setitem(os.environ, "PEIL_SMTP_URL", f"smtp://127.0.0.1:{server.port}")
        for words in commands:
            assert main(list(words)) == 0, capsys.readouterr().err
    assert server.counted == Counter(["ada@example.org", "bo@example.org"])
    shown = capsys.readouterr().out
    assert "2 persons would be mailed" in shown
    assert "2 of 2 persons mailed." in shown
    sample = open_sample("my-survey/store", read_study("my-survey"))
    assert [one.address for one in sample.persons() if one.bounced] == ["bo@example.org"]
    sample.close()


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_placeholder_is_on_its_page(name: str) -> None:
    assert f"| `{{{name}}}` |" in REFERENCE


@pytest.mark.parametrize("kind", sorted(Kind))
def test_every_mail_is_on_its_page(kind: Kind) -> None:
    assert f"| `mail/{kind}.md` |" in REFERENCE


@pytest.mark.parametrize("key", sorted(NUMBERS))
def test_every_number_told_is_on_its_page(key: str) -> None:
    assert f"| `{key}` |" in REFERENCE
