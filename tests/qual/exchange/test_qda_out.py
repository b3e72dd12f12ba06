"""``peil qda --out``: what leaves the study for a qualitative tool."""

import re
import stat
import zipfile
from pathlib import Path

import pytest
from refi_structure import CODEBOOK, PROJECT, check_structure, dangling

from exchanged_study import write_study
from exchanged_work import Capture, run, told, unpacked, written


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return write_study(tmp_path / "study")


def test_the_file_keeps_to_the_structure_and_is_the_same_twice(
    study: Path, tmp_path: Path, capsys: Capture
) -> None:
    paths = [tmp_path / name for name in ("a.qdpx", "b.qdpx")]
    for path in paths:
        run(capsys, study, "--out", str(path), "--codebook", str(path.with_suffix(".qdc")))
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert stat.S_IMODE(paths[0].stat().st_mode) == 0o600
    with zipfile.ZipFile(paths[0]) as archive:
        qde = archive.read("project.qde")
    assert check_structure(qde, PROJECT, "urn:QDA-XML:project:1.0") == []
    assert dangling(qde) == []
    assert check_structure((tmp_path / "a.qdc").read_bytes(), CODEBOOK, "urn:QDA-XML:codebook:1.0") == []


def test_words_and_codes_are_in_it_and_respondents_are_not(
    study: Path, tmp_path: Path, capsys: Capture
) -> None:
    project = written(capsys, study)
    (answers, talk) = project.sources
    names = {guid: code.name for guid, code in project.code_of.items()}
    held = {
        answers.text[one.start : one.end]: sorted(
            (project.coder_names[use.coder], names[use.code]) for use in one.uses
        )
        for one in answers.selections
    }
    assert held == {
        "Ik verdien minder": [("mt", "Inkomen")],
        "Alles gaat sneller 😀 en ik verdien niets": [("jp", "Tempo"), ("mt", "Inkomen"), ("mt", "Tempo")],
        "Prima!\nEcht waar": [("mt", "No code of the frame fits: remarks")],
        "[tussen haken] e\u0301e\u0301n": [],
    }
    pieces = [
        (talk.text[one.start : one.end], [names[use.code] for use in one.uses]) for one in talk.selections
    ]
    assert pieces == [
        ("Het gaat steeds sneller.", ["Tempo"]),
        ("“Ik kan niet harder.”", ["Tempo", "Geld"]),
    ]
    content = unpacked(tmp_path / "p.qdpx")
    assert not re.search(r"\br[1-6]\b", content)
    assert "P1" not in content
    assert talk.text.startswith("Invented: nobody held this talk.")


def test_what_points_at_one_person_stays_out_unless_asked_for(
    study: Path, tmp_path: Path, capsys: Capture
) -> None:
    found = run(capsys, study, "--out", str(tmp_path / "p.qdpx"))
    assert [code for code, _ in told(found)] == ["X008", "X008"]
    assert "jan@" not in str(found)
    content = unpacked(tmp_path / "p.qdpx")
    assert "jan@example.org" not in content
    assert "06 12345678" not in content
    assert told(run(capsys, study, "--out", str(tmp_path / "all.qdpx"), "--with-identifiers")) == []
    content = unpacked(tmp_path / "all.qdpx")
    assert "jan@example.org" in content
    assert "06 12345678" in content


def test_a_talk_without_consent_stays_out(study: Path, capsys: Capture) -> None:
    talk = study / "talks/talk1.md"
    talk.write_text(talk.read_text().replace("invented = true\n", ""), encoding="utf-8")
    project = written(capsys, study, "--talks", "--with-identifiers")
    assert project.sources == ()


def test_options_say_what_is_written(study: Path, capsys: Capture) -> None:
    assert [one.name for one in written(capsys, study, "--question", "wishes").sources] == ["wishes"]
    assert [one.name for one in written(capsys, study, "--talks").sources] == ["talk1"]
    both = written(capsys, study, "--talks", "--question", "wishes", "remarks")
    assert [one.name for one in both.sources] == ["wishes", "remarks", "talk1"]
    assert [one.name for one in written(capsys, study, "--coder", "jp").coders] == ["jp"]


def test_codings_of_other_words_or_of_no_code_stay_out(study: Path, capsys: Capture) -> None:
    path = study / "coding/remarks.csv"
    text = path.read_text(encoding="utf-8").replace("r3,mt,,", "r3,mt,,0000")
    path.write_text(text, encoding="utf-8")
    found = run(
        capsys, study, "--out", str(study.parent / "p.qdpx"), "--question", "remarks", "--with-identifiers"
    )
    assert [code for code, _ in told(found)] == ["X005"]
    assert found["problems"][0]["file"] == "coding/remarks.csv"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), "W002"),
        (("--out", "a.qdpx", "--read", "b.qdpx"), "W002"),
        (("--read", "b.qdpx"), "W002"),
        (("--out", "a.qdpx", "--replace"), "W002"),
        (("--read", "b.qdpx", "--coder", "mt", "--talks"), "W002"),
        (("--read", "absent.qdpx", "--coder", "mt"), "X001"),
        (("--out", "a.qdpx", "--question", "mood"), "X009"),
        (("--out", "a.qdpx", "--coder", "nobody"), "X009"),
    ],
)
def test_what_cannot_be_done_is_told(
    arguments: tuple[str, ...],
    code: str,
    study: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
) -> None:
    monkeypatch.chdir(tmp_path)
    found = run(capsys, study, *arguments)
    assert ([one for one, _ in told(found)], found["status"]) == ([code], 2)
    assert not Path("a.qdpx").exists()


def test_a_coding_with_a_code_that_the_frame_lost_stays_out(study: Path, capsys: Capture) -> None:
    path = study / "coding/remarks.csv"
    path.write_text(path.read_text().replace("r1,mt,income", "r1,mt,gone"), encoding="utf-8")
    out = ("--out", str(study.parent / "p.qdpx"), "--question", "remarks", "--with-identifiers")
    assert told(run(capsys, study, *out)) == [
        ("X007", 'The frame has no code "gone"; the coding is left out.')
    ]
    with zipfile.ZipFile(study.parent / "p.qdpx") as archive:
        assert dangling(archive.read("project.qde")) == []


def test_a_note_that_points_at_somebody_stays_out(tmp_path: Path, capsys: Capture) -> None:
    folder = write_study(tmp_path / "study", codings=(("r1", "mt", "income", "zie jan@example.org"),))
    assert written(capsys, folder, "--question", "remarks").notes == ()
    kept = written(capsys, folder, "--question", "remarks", "--with-identifiers").notes
    assert [one.text for one in kept] == ["zie jan@example.org"]


@pytest.mark.parametrize(
    "change",
    [
        ("themes: pace, money]", "themes: pace, money | draft]"),
        ("quoting = true", 'quoting = true\nunquoted = ["P1"]'),
    ],
)
def test_what_a_speaker_did_not_agree_to_stays_out(
    change: tuple[str, str], study: Path, capsys: Capture
) -> None:
    talk = study / "talks/talk1.md"
    assert change[0] in talk.read_text()
    talk.write_text(talk.read_text().replace(*change), encoding="utf-8")
    assert "harder" not in written(capsys, study, "--talks").sources[0].text


def test_synthetic_answers_say_so(study: Path, capsys: Capture) -> None:
    assert "Synthetic" not in written(capsys, study).description
    path = study / "data/responses.csv"
    lines = path.read_text(encoding="utf-8").split("\n")
    path.write_text(
        "\n".join([f"synthetic,{lines[0]}", *(re.sub(r"^(r\d,)", r"1,\1", one) for one in lines[1:])]),
        encoding="utf-8",
    )
    project = written(capsys, study)
    assert project.description.startswith("Synthetic")
    assert project.sources[0].description.startswith("Synthetic")
