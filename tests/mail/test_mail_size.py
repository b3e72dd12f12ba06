"""An anonymous study invites enough people for nobody to be alone."""

import json
from collections import Counter
from pathlib import Path

import pytest
from mailed_study import sample_csv, write_study

from mail_server import MailServer, listening
from peil.cli.main import main

Capsys = pytest.CaptureFixture[str]


def invite(capsys: Capsys, store: str, *words: str) -> tuple[int, dict[str, object], list[str]]:
    status = main(["invite", "study", "--store", store, "--per-minute", "6000", "--format", "json", *words])
    told = json.loads(capsys.readouterr().out)
    return status, told, [problem["code"] for problem in told["problems"]]


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MailServer:
    """A mail server; the lists 9.csv, 10.csv and 40.csv lie in the folder."""
    monkeypatch.chdir(tmp_path)
    for number in (9, 10, 40):
        Path(f"{number}.csv").write_text(sample_csv(number), encoding="utf-8")
    return MailServer()


@pytest.mark.slow
@pytest.mark.parametrize("words", [(), ("--send",)])
def test_nine_are_too_few(
    server: MailServer,
    store_url: str,
    capsys: Capsys,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
) -> None:
    write_study(Path("study"), privacy="anonymous")
    with listening(server):
        monkeypatch.setenv("PEIL_SMTP_URL", f"smtp://127.0.0.1:{server.port}")
        status, told, codes = invite(capsys, store_url, "--sample", "9.csv", *words)
        assert (status, codes, told["sent"]) == (2, ["M022"], 0)
        # Nobody was added: nobody is left to be invited.
        status, told, codes = invite(capsys, store_url, *words)
        assert (status, codes, told["planned"]) == (0, [], 0)
    assert server.taken == []


@pytest.mark.slow
def test_ten_are_enough_and_each_language_with_fewer_is_told(
    server: MailServer, store_url: str, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_study(Path("study"), privacy="anonymous")
    with listening(server):
        monkeypatch.setenv("PEIL_SMTP_URL", f"smtp://127.0.0.1:{server.port}")
        dry = invite(capsys, store_url, "--sample", "10.csv")
        assert (dry[0], dry[2]) == (1, ["M023", "M023"])
        status, told, codes = invite(capsys, store_url, "--sample", "10.csv", "--send")
        assert (status, codes, told["sent"]) == (1, ["M023", "M023"], 10)
        # Who was invited before counts.
        status, told, codes = invite(capsys, store_url, "--sample", "40.csv", "--send")
        assert (status, codes, told["sent"]) == (0, [], 30)


@pytest.mark.slow
def test_a_bounced_address_counts_for_nobody(
    server: MailServer, store_url: str, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_study(Path("study"), privacy="anonymous")
    server.refused = {f"p{place}@example.org" for place in range(3)}
    with listening(server):
        monkeypatch.setenv("PEIL_SMTP_URL", f"smtp://127.0.0.1:{server.port}")
        assert invite(capsys, store_url, "--sample", "10.csv", "--send")[1]["bounced"] == 3
        Path("more.csv").write_text("address,language,region\neve@example.org,nl,north\n", encoding="utf-8")
        assert invite(capsys, store_url, "--sample", "more.csv", "--send")[2] == ["M022"]


def test_a_confidential_study_may_be_small(server: MailServer, store_url: str, capsys: Capsys) -> None:
    del server
    write_study(Path("study"))
    assert invite(capsys, store_url, "--sample", "9.csv")[::2] == (0, [])


@pytest.mark.slow
def test_who_was_erased_is_not_invited_by_the_same_list(
    server: MailServer, store_url: str, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_study(Path("study"))
    given = ("--sample", "9.csv")
    with listening(server):
        monkeypatch.setenv("PEIL_SMTP_URL", f"smtp://127.0.0.1:{server.port}")
        invite(capsys, store_url, *given, "--send")
        erased = ["contacts", "study", "--store", store_url, "--erase-person", "P1@example.org"]
        assert main(erased) == 1  # with the warning that no answers are linked
        capsys.readouterr()
        for words in (given, (*given, "--send")):
            _, told, _ = invite(capsys, store_url, *words)
            assert (told["planned"], told["erased"]) == (0, 1)
        assert main(["invite", "study", "--store", store_url, *given]) == 0
        assert "1 person in the list passed over: erased before." in capsys.readouterr().out
    assert server.counted == Counter(f"p{place}@example.org" for place in range(9))
