"""``peil invite`` and ``peil remind`` from the terminal."""

import json
import re
import shutil
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from mailed_study import MAILS, people, sample_csv, write_study

from mail_server import MailServer, listening
from peil.cli.main import main
from peil.cli.progress_bar import ProgressBar
from peil.mail.mail_problems import MAIL_RULES
from peil.store.sample.open_sample import open_sample
from peil.store.sample.person import Person
from peil.study.checks.check import check_study
from peil.study.reader.read import read_study

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "studies" / "genai-creative-work"
ZERO = {"planned": 0, "sent": 0, "bounced": 0, "deferred": 0, "unknown": 0, "left": 0}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A study, a list of six and a place of its own; no mail server is named."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PEIL_SMTP_URL", raising=False)
    monkeypatch.delenv("PEIL_STORE", raising=False)
    assert check_study(write_study(tmp_path / "study")) == ()
    Path("sample.csv").write_text(sample_csv(6), encoding="utf-8")
    return tmp_path / "study"


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, object]]:
    status = main([*words, "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    assert isinstance(told, dict)
    return status, told


def counts(told: dict[str, object]) -> dict[str, object]:
    return {name: told[name] for name in ZERO}


def codes(told: dict[str, object]) -> list[str]:
    problems = told["problems"]
    assert isinstance(problems, list)
    return [problem["code"] for problem in problems]


def test_a_dry_run_says_who_would_be_mailed_and_changes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told = run(capsys, "invite", "study", "--sample", "sample.csv")
    assert status == 0
    assert counts(told) == {**ZERO, "planned": 6, "left": 6}
    assert told["languages"] == {"en": 2, "nl": 4}
    assert told["strata"] == {"region": {"north": 3, "south": 3}}
    example = str(told["example"])
    assert "Subject: Uitnodiging" in example
    assert "‹name›" in example
    assert "/nl/i/XXXX-XXXX" in example
    assert not any(one.address in example or (one.name and one.name in example) for one in people(6))
    assert not (folder / "store").exists()
    assert main(["invite", "study", "--sample", "sample.csv"]) == 0
    text = capsys.readouterr().out
    assert text.startswith("6 persons would be mailed.\n  language en: 2\n  language nl: 4\n")
    assert text.endswith("Nothing was sent; --send does.\n")


@pytest.mark.slow
@pytest.mark.usefixtures("folder")
def test_sent_and_sent_again(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    words = ["invite", "study", "--sample", "sample.csv", "--send", "--per-minute", "6000"]
    with listening(MailServer(refused={"p2@example.org"})) as server:
        monkeypatch.setenv("PEIL_SMTP_URL", f"smtp://127.0.0.1:{server.port}")
        status, told = run(capsys, *words)
        assert status == 0
        assert counts(told) == {**ZERO, "planned": 6, "sent": 5, "bounced": 1}
        assert main(words) == 0
        assert capsys.readouterr().out == (
            "Nobody is left to be invited. To remind who hasn't finished, give peil remind study; to invite "
            "others, name them in a list with --sample.\n\n"
            "Not mailed, and why:\n"
            "  the address takes no mail                      1\n"
            "  had this mail already                          5\n"
        )
        _, reminded = run(
            capsys, "remind", "study", "1", "--send", "--after-days", "0", "--per-minute", "6000"
        )
        assert counts(reminded) == {**ZERO, "planned": 5, "sent": 5}
    twice = {one.address: 2 for one in people(6) if one.address != "p2@example.org"}
    assert server.counted == Counter(twice)


@pytest.mark.slow
def test_who_was_invited_already_is_said_and_what_comes_next(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["invite", "study", "--sample", "sample.csv", "--send", "--per-minute", "6000"]
    assert main(["invite", "study"]) == 0
    assert capsys.readouterr().out.startswith("Nobody is in the sample yet. Name a list")
    with listening() as server:
        monkeypatch.setenv("PEIL_SMTP_URL", f"smtp://127.0.0.1:{server.port}")
        assert main(words) == 0
        capsys.readouterr()
        assert main(["invite", "study"]) == 0
        told = capsys.readouterr().out
        assert told.startswith("Everyone in the sample was invited already. To remind who hasn't finished")
        assert told.endswith("  had this mail already                          6\n")
        with closing(open_sample(str(folder / "store"), read_study(folder))) as sample:
            sample.refuse(next(sample.persons()).id)
        assert main(["remind", "study", "--send"]) == 0
        assert capsys.readouterr().out == (
            "Nobody is to be reminded now.\n\n"
            "Not mailed, and why:\n"
            "  want no mail, or not to take part              1\n"
            "  mailed too recently (see --after-days)         5\n"
        )
    assert len(server.taken) == 6
    _, told_json = run(capsys, "remind", "study")
    assert told_json["not_mailed"] == {"wants_none": 1, "too_early": 5}


@pytest.mark.usefixtures("folder")
def test_without_a_mail_server_nobody_is_added(capsys: pytest.CaptureFixture[str]) -> None:
    status, told = run(capsys, "invite", "study", "--sample", "sample.csv", "--send")
    assert (status, codes(told), counts(told)) == (2, ["M009"], ZERO)
    assert not Path("study/store").exists()


@pytest.mark.slow
def test_nobody_is_added_or_mailed_while_a_text_lacks(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "mail" / "en" / "invitation.md").unlink()
    with listening() as server:
        monkeypatch.setenv("PEIL_SMTP_URL", f"smtp://127.0.0.1:{server.port}")
        status, told = run(capsys, "invite", "study", "--sample", "sample.csv", "--send")
    assert (status, codes(told)) == (2, ["M001"])
    assert server.taken == []
    assert open_persons(folder) == []


def test_everything_that_is_wrong_is_told_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    about = folder / "study.toml"
    text = about.read_text(encoding="utf-8")
    lacking = "controller|contact|lawful_basis|retention_months|consent_version|consent|from|address"
    about.write_text(re.sub(rf"(?m)^({lacking}) = .*\n", "", text), encoding="utf-8")
    (folder / "mail" / "en" / "invitation.md").unlink()
    (folder / "mail" / "invitation.md").write_text("# S\n\nDear {name} {nmae}\n", encoding="utf-8")
    with Path("sample.csv").open("a", encoding="utf-8") as sample:
        sample.write("nobody,N,nl,north\n")
    status, told = run(capsys, "invite", "study", "--sample", "sample.csv")
    assert status == 2
    assert Counter(codes(told)) == Counter({"M007": 8, "L004": 1, "M001": 1, "M003": 1, "M005": 1, "M006": 1})
    problems = told["problems"]
    assert isinstance(problems, list)
    named = [
        problem["message"].removesuffix(".").split()[-1] for problem in problems if problem["code"] == "M007"
    ]
    assert sorted(named) == sorted(lacking.split("|"))
    assert all(problem["hint"] for problem in problems)
    assert not (folder / "store").exists()


def test_what_a_table_lacks_is_told_at_that_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    about = folder / "study.toml"
    whole = about.read_text(encoding="utf-8")
    without_mail = whole[: whole.index("[mail]")]

    def places(text: str) -> list[tuple[str, int]]:
        about.write_text(text, encoding="utf-8")
        _, told = run(capsys, "invite", "study", "--sample", "sample.csv")
        problems = told["problems"]
        assert isinstance(problems, list)
        return [(one["message"].split()[0], one["line"]) for one in problems if one["code"] == "M007"]

    lines = whole.splitlines()
    assert places(without_mail) == [("[mail]", 0)] * 2
    lacking = re.sub(r"(?m)^(controller|from) = .*\n", "", whole).splitlines()
    found = places("\n".join(lacking))
    assert found == [("[about]", lines.index("[about]") + 1), ("[mail]", lacking.index("[mail]") + 1)]


def test_open_studies_and_unsealed_contacts_are_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    about = folder / "study.toml"
    text = about.read_text(encoding="utf-8")
    about.write_text(text.replace('access = "invited"\nprivacy = "confidential"\n', ""), encoding="utf-8")
    with (folder / "questionnaire.md").open("a", encoding="utf-8") as questionnaire:
        questionnaire.write("\n## who  {contact}\nWie bent u?\n- email: E-mail\n")
    _, told = run(capsys, "invite", "study", "--sample", "sample.csv")
    assert codes(told) == ["M017", "M007", "M014"]


def test_a_closed_study_mails_nobody(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["phase", "study", "live"]) == 0
    assert main(["phase", "study", "closed", "--reason", "done"]) == 0
    capsys.readouterr()
    for words in (["invite", "study", "--sample", "sample.csv"], ["remind", "study"]):
        status, told = run(capsys, *words)
        assert (status, codes(told)) == (2, ["M008"])
    assert not (folder / "store" / "sample.sqlite").exists()


@pytest.mark.usefixtures("folder")
def test_a_pilot_is_warned_of(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["phase", "study", "pilot"]) == 0
    capsys.readouterr()
    status, told = run(capsys, "invite", "study", "--sample", "sample.csv")
    assert (status, codes(told)) == (1, ["M021"])


def test_a_study_that_is_over_mails_nobody(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    about = folder / "study.toml"
    text = about.read_text(encoding="utf-8")
    about.write_text(
        text.replace("[roles]", "opens = 2020-01-01\ncloses = 2020-02-01\n[roles]"), encoding="utf-8"
    )
    _, told = run(capsys, "invite", "study", "--sample", "sample.csv")
    assert codes(told) == ["M008"]


@pytest.mark.slow
@pytest.mark.parametrize("phase", ["", "live", "pilot"])
def test_before_the_first_day_mail_is_sent_only_when_that_is_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, phase: str
) -> None:
    about = folder / "study.toml"
    text = about.read_text(encoding="utf-8")
    about.write_text(text.replace("[roles]", "opens = 2099-01-01\n[roles]"), encoding="utf-8")
    if phase:
        assert main(["phase", "study", phase]) == 0
        capsys.readouterr()
    words = ["invite", "study", "--sample", "sample.csv", "--per-minute", "6000"]
    early = ["M021"] if phase == "pilot" else ["M024"]  # in a pilot anyone can take part before that day
    status, told = run(capsys, *words)
    assert (status, codes(told), told["planned"]) == (1, early, 6)
    with listening() as server:
        monkeypatch.setenv("PEIL_SMTP_URL", f"smtp://127.0.0.1:{server.port}")
        status, told = run(capsys, *words, "--send")
        if phase != "pilot":
            problems = told["problems"]
            assert isinstance(problems, list)
            assert (status, codes(told), counts(told)) == (2, early, ZERO)
            assert problems[0]["line"] == text.splitlines().index("[roles]") + 1
            assert server.taken == []
            assert (folder / "store").exists() is bool(phase)
            status, told = run(capsys, *words, "--send", "--before-opening")
        assert (status, codes(told), told["sent"]) == (1, early, 6)


def test_the_first_day_that_counts_is_that_of_the_published_text(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    about = folder / "study.toml"
    text = about.read_text(encoding="utf-8")
    about.write_text(text.replace("[roles]", "opens = 2099-01-01\n[roles]"), encoding="utf-8")
    assert main(["phase", "study", "live"]) == 0
    about.write_text(text, encoding="utf-8")
    capsys.readouterr()
    words = ["invite", "study", "--sample", "sample.csv"]
    assert codes(run(capsys, *words)[1]) == ["M024"]
    assert main(["phase", "study", "live"]) == 0
    capsys.readouterr()
    assert codes(run(capsys, *words)[1]) == []


def test_a_language_that_is_none_is_told_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("sample.csv").write_text(
        "address,language\na@example.org,Nederlands\nb@example.org,\nc@example.org,nl\n", encoding="utf-8"
    )
    _, told = run(capsys, "invite", "study", "--sample", "sample.csv")
    assert codes(told) == ["L006", "L006"]
    (folder / "mail" / "invitation.md").unlink()
    _, told = run(capsys, "invite", "study", "--sample", "sample.csv")
    assert sorted(codes(told)) == ["L006", "L006", "M001"]


@pytest.mark.usefixtures("folder")
def test_a_list_that_is_not_there_is_told_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    _, told = run(capsys, "invite", "study", "--sample", "nowhere.csv")
    problems = told["problems"]
    assert isinstance(problems, list)
    assert [(one["code"], one["message"]) for one in problems] == [("L001", "No such file or directory.")]


def test_bounces_are_marked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    study = read_study(folder)
    sample = open_sample(str(folder / "store"), study)
    sample.add(people(6))
    Path("back.csv").write_text("p1@example.org\nnobody@example.org\n", encoding="utf-8")
    status, told = run(capsys, "invite", "study", "--bounces", "back.csv")
    assert (status, counts(told)) == (0, {**ZERO, "bounced": 1})
    assert [one.address for one in sample.persons() if one.bounced] == ["p1@example.org"]
    sample.close()


@pytest.mark.slow
def test_a_sealed_sample_is_mailed_with_the_private_key_alone(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["contacts", "study", "--new-key", "key"]) == 0
    public = re.findall(r"age1\w+", capsys.readouterr().out)[0]
    about = folder / "study.toml"
    sealed = f'[fieldwork]\nspecial_category = true\ncontact_keys = ["{public}"]'
    about.write_text(about.read_text(encoding="utf-8").replace("[fieldwork]", sealed), encoding="utf-8")
    words = ["invite", "study", "--sample", "sample.csv", "--send", "--per-minute", "6000"]
    with listening() as server:
        monkeypatch.setenv("PEIL_SMTP_URL", f"smtp://127.0.0.1:{server.port}")
        status, told = run(capsys, *words)
        assert (status, codes(told)) == (2, ["L008"])
        assert not (folder / "store" / "sample.sqlite").exists()
        _, told = run(capsys, *words, "--identity", "key")
        assert counts(told) == {**ZERO, "planned": 6, "sent": 6}
        _, told = run(capsys, "remind", "study", "--after-days", "0")
        assert codes(told) == ["L008"]
        _, told = run(capsys, "remind", "study", "--after-days", "0", "--identity", "key")
        assert told["planned"] == 6
    assert server.counted == Counter(one.address for one in people(6))
    assert all(one.sealed and "@" not in one.address for one in open_persons(folder))


def open_persons(folder: Path) -> list[Person]:
    """Give everybody in the sample as they are kept."""
    with closing(open_sample(str(folder / "store"), read_study(folder))) as sample:
        return list(sample.persons())


def test_peil_check_reads_the_mails(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "study"]) == 0
    (folder / "mail" / "invitation.md").write_text("Hello {link}\n", encoding="utf-8")
    capsys.readouterr()
    status, told = run(capsys, "check", "study")
    assert (status, codes(told)) == (1, ["M002"])


def test_the_mails_of_the_reference_study_are_sound(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(REFERENCE / "mail", folder / "mail", dirs_exist_ok=True)
    status, told = run(capsys, "check", "study")
    assert (status, codes(told)) == (0, [])
    assert {
        path.relative_to(tmp_path / "study" / "mail").as_posix() for path in (folder / "mail").rglob("*.md")
    } == {*MAILS, "reminder-2.md", "en/reminder-2.md"}


@pytest.mark.parametrize("rate", ["0", "-1", "6001", "x", "²"])
def test_a_rate_that_is_none_is_refused(rate: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, told = run(capsys, "invite", "study", "--per-minute", rate)
    assert (status, codes(told)) == (2, ["W002"])


@pytest.mark.slow
def test_the_reference_study_lacks_a_key_of_its_fielders_own_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(REFERENCE, tmp_path / "study")
    (tmp_path / "sample.csv").write_text(sample_csv(6), encoding="utf-8")
    study, store = str(tmp_path / "study"), ("--store", str(tmp_path / "store"))
    _, told = run(capsys, "invite", study, *store, "--sample", str(tmp_path / "sample.csv"))
    assert codes(told) == ["M014"]
    _, told = run(capsys, "phase", study, "live", *store)
    assert codes(told) == ["P003"]


class Terminal:
    """Something that is a terminal, or isn't, and keeps what is written to it."""

    def __init__(self, *, is_one: bool) -> None:
        self._is_one = is_one
        self.shown = ""

    def isatty(self) -> bool:
        return self._is_one

    def write(self, text: str) -> None:
        self.shown += text

    def flush(self) -> None:
        """Nothing waits to be written."""


def test_progress_is_drawn_on_a_terminal_alone() -> None:
    terminal, file = Terminal(is_one=True), Terminal(is_one=False)
    for out in (terminal, file):
        bar = ProgressBar(out)  # type: ignore[arg-type]
        bar.show(1, 4, 0)
        bar.show(2, 4, 1)
        bar.end()
    assert file.shown == ""
    assert "1 of 4" in terminal.shown
    assert terminal.shown.endswith("2 of 4, 1 to be tried again\n")


def test_codes_are_each_ones_own() -> None:
    assert [rule.code for rule in MAIL_RULES] == [f"M{number:03}" for number in range(1, len(MAIL_RULES) + 1)]
