"""``peil qda --read``: codes and themes of a tool, held against those of the study."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from exchanged_study import FRAME, write_study
from exchanged_work import Capture, codings, edited, estranged, give, read, run, told, written
from peil.cli.main import main
from peil.qual.exchange.guid import make_guid
from peil.qual.exchange.project_code import ProjectCode
from peil.qual.exchange.selection import CodeUse, Selection
from peil.qual.exchange.text_source import TextSource


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return write_study(tmp_path / "study")


def test_a_code_that_the_frame_lacks_is_told_and_its_answers_left_out(study: Path, capsys: Capture) -> None:
    project = written(capsys, study)
    project = replace(project, codes=(*project.codes, ProjectCode(make_guid("n"), "Verveling")))
    found = read(capsys, study, give(project, "r6", "Verveling", "Lof"), "--coder", "mt")
    assert told(found) == [("X007", 'The frame has no code "Verveling", and 1 answer with it left out.')]
    assert found["codings"] == {"remarks": 0}


def test_a_code_of_another_name_counts_and_is_told(study: Path, capsys: Capture) -> None:
    project = give(written(capsys, study), "r6", "Lof")

    def rename(code: ProjectCode) -> ProjectCode:
        name = "Hulde" if code.name == "Lof" else code.name
        return replace(code, name=name, codes=tuple(map(rename, code.codes)))

    found = read(capsys, study, replace(project, codes=tuple(map(rename, project.codes))), "--coder", "mt")
    assert [code for code, _ in told(found)] == ["X007"]
    assert found["codings"] == {"remarks": 1}


@pytest.mark.parametrize(
    ("frame", "codes", "said"),
    [
        (FRAME, ("Lof", "No code of the frame fits: remarks"), "no code that fits"),
        (FRAME.replace("coders", 'kind = "single"\ncoders'), ("Lof", "Tempo"), "allows one code"),
    ],
)
def test_what_a_frame_cannot_hold_is_told(
    frame: str, codes: tuple[str, ...], said: str, tmp_path: Path, capsys: Capture
) -> None:
    folder = write_study(tmp_path / "study", frame=frame, codings=())
    found = read(capsys, folder, give(written(capsys, folder), "r6", *codes), "--coder", "mt")
    ((code, message),) = told(found)
    assert (code, said in message, codings(folder)) == ("X006", True, [])


def test_codes_of_a_tool_become_a_frame_where_there_is_none(tmp_path: Path, capsys: Capture) -> None:
    folder = write_study(tmp_path / "study", frame="")
    project = written(capsys, folder, "--question", "remarks")
    tree = ProjectCode(
        make_guid("w"),
        "Zorgen",
        codes=(
            ProjectCode(make_guid("i"), 'Inkomen "nu"', "Geld.\nLoon."),
            ProjectCode(make_guid("t"), "Té laat!"),
            ProjectCode(make_guid("t2"), "te laat"),
        ),
    )
    project = replace(project, codes=(tree, ProjectCode(make_guid("l"), "2 keer")))
    project = give(give(project, "r1", 'Inkomen "nu"', "Zorgen"), "r6", "2 keer")
    found = read(capsys, folder, project, "--coder", "mt")
    assert (told(found), found["codings"]) == ([], {"remarks": 2})
    lines = [one.rsplit(",", 2)[0] for one in codings(folder)]
    assert lines == ["r1,mt,zorgen_2 inkomen_nu", "r6,mt,code_2_keer"]
    capsys.readouterr()
    main(["check", str(folder), "--format", "json"])
    wrong = json.loads(capsys.readouterr().out)["problems"]
    assert [one for one in wrong if one["severity"] == "error"] == []
    frame = (folder / "coding/remarks.toml").read_text(encoding="utf-8")
    assert 'definition = "Geld.\\nLoon."' in frame
    assert "[codes.te_laat_2]" in frame
    again = read(capsys, folder, project, "--coder", "mt")
    assert (told(again), again["codings"]) == ([], {"remarks": 0})


def test_a_codebook_becomes_a_frame_or_is_held_against_one(
    tmp_path: Path, study: Path, capsys: Capture
) -> None:
    run(capsys, study, "--codebook", str(tmp_path / "c.qdc"), "--question", "remarks")
    folder = write_study(tmp_path / "other", frame="")
    title = (folder / "study.toml").read_text().replace("Werk", "Ander werk")
    (folder / "study.toml").write_text(title, encoding="utf-8")
    arguments = ("--read", str(tmp_path / "c.qdc"), "--coder", "mt", "--question")
    assert told(run(capsys, folder, *arguments, "remarks")) == []
    made = (folder / "coding/remarks.toml").read_text(encoding="utf-8")
    assert re.findall(r"^(?:\[|net =).*", made, re.MULTILINE) == [
        "[nets.zorgen]",
        "[codes.inkomen]",
        'net = "zorgen"',
        "[codes.tempo]",
        'net = "zorgen"',
        "[codes.lof]",
    ]
    assert 'title = "Opmerkingen"\n' in made
    assert told(run(capsys, study, *arguments, "remarks")) == []
    book = (
        (tmp_path / "c.qdc")
        .read_text()
        .replace("</Codes>", '<Code guid="x" name="Spijt" isCodable="true"/></Codes>')
    )
    (tmp_path / "c.qdc").write_text(book, encoding="utf-8")
    assert told(run(capsys, study, *arguments, "remarks")) == [("X007", 'The frame has no code "Spijt".')]


def test_themes_that_the_notes_lack_are_told(study: Path, capsys: Capture) -> None:
    project = written(capsys, study, "--talks")
    assert read(capsys, study, project, "--coder", "mt")["told"] == []
    guid = next(code.guid for code in project.code_of.values() if code.name == "Geld")

    def add(source: TextSource) -> TextSource:
        start = source.text.index("steeds")
        use = CodeUse(make_guid("u"), guid)
        return replace(
            source, selections=(*source.selections, Selection(make_guid("s"), start, start + 6, uses=(use,)))
        )

    found = read(capsys, study, edited(project, "talk1", add), "--coder", "mt")
    assert found["told"] == ['talks/talk1.md: money in the file, not in the notes: "steeds"']
    cut = edited(project, "talk1", lambda one: replace(one, text=one.text[:-9]))
    assert read(capsys, study, cut, "--coder", "mt")["told"] == [
        "talks/talk1.md: the text in the file isn't that of the notes."
    ]


def test_a_theme_on_an_answer_is_no_code_of_that_name(study: Path, capsys: Capture) -> None:
    project = written(capsys, study)
    theme = next(code for code in reversed(project.code_of.values()) if code.name == "Tempo")
    frame, themes = project.codes
    alone = replace(project, codes=(replace(frame, codes=()), themes))
    answers, talk = give(alone, "r6", "Tempo").sources
    new = answers.selections[-1]
    assert new.uses[0].code == theme.guid
    only = replace(answers, selections=(new,))
    back = replace(give(project, "r6", "Lof"), sources=(only, talk))
    assert [code for code, _ in told(read(capsys, study, back, "--coder", "mt"))] == ["X007"]


def test_a_name_that_two_codes_have_names_neither(tmp_path: Path, capsys: Capture) -> None:
    twice = FRAME.replace('title = "Tempo"', 'title = "Lof"')
    folder = write_study(tmp_path / "study", frame=twice, codings=())
    project = estranged(give(written(capsys, folder), "r6", "Lof"))
    found = read(capsys, folder, project, "--coder", "mt")
    assert ([code for code, _ in told(found)], found["codings"]) == (["X007"], {"remarks": 0})
