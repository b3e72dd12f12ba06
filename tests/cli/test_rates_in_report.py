"""From the store to the report: an export writes counts of fieldwork, and the report makes rates of them."""

import json
from contextlib import closing
from pathlib import Path

import pytest
from store_and_files import DAY, answer, begin, opened, rows, take_out, write

from peil.cli.main import main
from peil.line import read_sound_study
from peil.store.opening import Opening
from peil.store.phase import Phase, PhaseEntry
from peil.store.sample.open_sample import open_sample
from peil.store.sample.outbox import INVITATION
from peil.store.sample.person import NewPerson
from peil.store.today import today

INVITING = '\n[fieldwork]\naccess = "invited"\nprivacy = "{privacy}"\n'
Capsys = pytest.CaptureFixture[str]


def fielded(study: Path, store: Path, privacy: str, phase: Phase) -> None:
    """Invite 40 people, of whom one is erased, ten finish and two are screened out."""
    settings = study / "study.toml"
    write(settings, settings.read_text("utf-8") + INVITING.format(privacy=privacy))
    read = read_sound_study(study)
    with closing(open_sample(str(store), read)) as sample:
        sample.add([NewPerson(f"p{number}@example.org", "", "nl") for number in range(40)])
        with sample.mailing() as outbox:
            for person in list(sample.to_invite()):
                letter = outbox.take(person.id, INVITATION, today())
                assert letter is not None
                outbox.sent(letter)
        gone = sample.find_by_address("p7@example.org")
        assert gone is not None
        sample.erase_person(gone.id, gone.address)
    with opened(study, store) as found:
        found.enter_phase(PhaseEntry(Phase.LIVE, "version", DAY, "said"))
        for number in range(12):
            name = f"n{number}"
            found.open_interview(
                Opening(f"key {name}", f"id {name}", "nl", 1, DAY, "version", link="invited")
            )
            answer(found, study, name, "usage", usage="rarely" if number < 10 else "never")
            if number < 10:
                answer(found, study, name, "who", who__name="Ada", who__email="ada@example.org")
                answer(found, study, name, "remarks", remarks="Dank")
        found.enter_phase(PhaseEntry(phase, "version", DAY, "said"))


def report(study: Path, out: Path, capsys: Capsys) -> tuple[list[str], str]:
    write(study / "report/1.md", "# Methode\n\n[25,0%]{= fact RR1}\n\n::: rates\n:::\n")
    capsys.readouterr()
    command = ["report", str(study), "--out", str(out), "--to", "html", "--format", "json"]
    main(command)
    codes = [one["code"] for one in json.loads(capsys.readouterr().out)["problems"]]
    return codes, (out / "report.nl.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_report_tells_the_rate_of_all_who_were_invited(
    study: Path, tmp_path: Path, capsys: Capsys
) -> None:
    fielded(study, tmp_path / "store", "confidential", Phase.CLOSED)
    (study / "report").mkdir()
    data = study / "data" / "responses.csv"
    assert take_out(study, data, tmp_path / "store") == 0
    counts = json.loads(data.with_name("responses.fieldwork.json").read_text("utf-8"))
    assert counts["invited"] == {"1.1": 10, "2.11": 1, "3.19": 27, "4.10": 2}
    command = ["status", str(study), "--store", str(tmp_path / "store")]
    capsys.readouterr()
    main(command)
    assert "39 invited, 0 undelivered, 0 unsubscribed, 0 refused; 1 more invited" in capsys.readouterr().out
    main([*command, "--format", "json"])
    assert json.loads(capsys.readouterr().out)["status"]["sample"]["erased"] == 1
    codes, html = report(study, tmp_path / "out", capsys)
    assert codes == ["R001"], "10 of 38, who may all be eligible"
    assert "10 / 38" in html
    assert "26,3%" in html
    lines = data.read_text("utf-8").splitlines()
    data.write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")
    codes, html = report(study, tmp_path / "out", capsys)
    assert sorted(codes) == ["D043", "R023", "R023"]
    assert "10 / 38" not in html


@pytest.mark.slow
def test_while_an_anonymous_study_is_in_the_field_its_report_tells_no_rate(
    study: Path, tmp_path: Path, capsys: Capsys
) -> None:
    fielded(study, tmp_path / "store", "anonymous", Phase.LIVE)
    (study / "report").mkdir()
    data = study / "data" / "responses.csv"
    assert take_out(study, data, tmp_path / "store") == 0
    assert len(rows(data)) == 11
    counts = json.loads(data.with_name("responses.fieldwork.json").read_text("utf-8"))
    assert (counts["invited"], counts["open"], counts["no_response_rate"]) == (None, None, "in_field")
    codes, html = report(study, tmp_path / "out", capsys)
    assert codes == ["R023"]
    assert "deelnemers zijn anoniem" in html


def test_visitors_that_were_counted_elsewhere_go_along(study: Path, tmp_path: Path) -> None:
    with opened(study, tmp_path / "store") as found:
        begin(found, "a")
    assert take_out(study, tmp_path / "out.csv", tmp_path / "store", "--visitors", "40") == 0
    counts = json.loads((tmp_path / "out.fieldwork.json").read_text("utf-8"))
    assert counts["open"] == {"begun": 1, "complete": 0, "visitors": 40}


def test_counts_are_written_over_nothing_else(study: Path, tmp_path: Path, capsys: Capsys) -> None:
    with opened(study, tmp_path / "store") as found:
        begin(found, "a")
    mine = write(tmp_path / "out.fieldwork.json", '{"mine": 1}')
    assert take_out(study, tmp_path / "out.csv", tmp_path / "store") == 2
    assert "D034" in capsys.readouterr().err
    assert mine.read_text("utf-8") == '{"mine": 1}'
    assert not (tmp_path / "out.csv").exists()
