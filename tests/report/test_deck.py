"""A deck's text: slides, notes, bound numbers, the closing slide, and what is wrong with each."""

from io import BytesIO
from pathlib import Path

import docx
import pptx
import pytest
from office_charts import LARGE
from small_study import FACTS, STUDY, make_release, make_study

from peil.cli.main import main
from peil.core.problem import Problem
from peil.core.rule import Rule
from peil.disclose.release import Release
from peil.report.compose.render import render
from peil.report.document import Document, Spoken
from peil.report.office_problems import BAD_SLIDE, FULL_SLIDE, STRAY_NOTES
from peil.report.pptx.make import make_deck
from peil.report.template.part import Part
from peil.report.template.read import read_template
from peil.report.template.template import Template
from peil.study.study import Study

DUTCH = STUDY.replace('["nl", "en"]', '["nl"]')
TEXT = """\
# Gebruik  {findings}

## [46%]{= usage: often | employment: employer} van de werkgevers gebruikt AI vaak

::: figure usage_by_employment
Gebruik van AI, naar arbeidsrelatie
show: usage
by: employment
chart: stacked
:::

- Werkgevers [vaker dan gemiddeld]{= compare usage: often | employment: employer}

::: notes
Er deden [71]{= count employment: zzp} zelfstandigen mee.
Zie {@usage_by_employment}.
:::

## In het kort

::: key
- [30%]{= usage: often} van allen gebruikt het vaak
:::
"""


def made(
    folder: Path, text: str, part: Part = Part.DECK, **files: str
) -> tuple[Study, Document, Template, Release, list[Problem]]:
    study = make_study(folder, **({"study": DUTCH} | files))
    (folder / part).mkdir(exist_ok=True)
    (folder / part / "1.md").write_text(text, encoding="utf-8")
    template, problems = read_template(folder, study, "nl", part)
    release = make_release(study, template, LARGE)
    document, more = render(study, release, template)
    return study, document, template, release, [*problems, *more]


def problems_of(folder: Path, text: str) -> list[Problem]:
    study, document, template, release, problems = made(folder, text)
    return [*problems, *make_deck(document, study, release, template)[1]]


def slides_of(folder: Path, text: str) -> list[tuple[str, str, str]]:
    """Title, words and notes of each slide."""
    study, document, template, release, _ = made(folder, text)
    content, _ = make_deck(document, study, release, template)
    return [
        (
            slide.shapes.title.text_frame.text,
            "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame),
            slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "",
        )
        for slide in pptx.Presentation(BytesIO(content)).slides
    ]


@pytest.mark.slow
def test_a_deck_is_its_text_between_an_opening_and_a_closing_slide(tmp_path) -> None:
    assert problems_of(tmp_path, TEXT) == []
    slides = slides_of(tmp_path, TEXT)
    assert [title for title, _, _ in slides] == [
        "Werk en AI",
        "Gebruik",
        "46% van de werkgevers gebruikt AI vaak",
        "In het kort",
        "Over dit onderzoek",
    ]
    _, words, notes = slides[2]
    assert "Werkgevers vaker dan gemiddeld" in words
    assert "zelfstandigen" not in words
    assert notes.splitlines()[:2] == ["Er deden 71 zelfstandigen mee.", "Zie Figuur 1."]
    assert "30%" in slides[3][1]


def test_the_closing_slide_tells_how_it_was_done_and_what_is_hidden(tmp_path) -> None:
    _, words, _ = slides_of(tmp_path, TEXT)[-1]
    assert f"{FACTS.analysed} ingevulde vragenlijsten" in words
    assert "hebben zichzelf aangemeld" in words
    assert "minder dan 10 deelnemers" in words


def test_a_draft_doesnt_say_that_small_groups_are_hidden(tmp_path) -> None:
    plan = '[disclosure]\nprofile = "draft"\n'
    study, document, template, release, _ = made(tmp_path, "# Een\n\nWoorden.\n", plan=plan)
    content, _ = make_deck(document, study, release, template)
    *_, last = pptx.Presentation(BytesIO(content)).slides
    said = "\n".join(shape.text_frame.text for shape in last.shapes if shape.has_text_frame)
    assert "minder dan" not in said
    assert "Concept" in said


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("[46%]{= usage: often | employment: employer} van", "46% van", "deck/1.md:3:4"),
        ("[71]{= count employment: zzp} zelf", "71 zelf", "deck/1.md:15:10"),
        ("[vaker dan gemiddeld]{= compare usage: often | employment: employer}", "vaker", "deck/1.md:12:14"),
    ],
)
def test_numbers_and_comparisons_are_bound_on_slides_and_in_notes(old, new, place, tmp_path) -> None:
    (found,) = problems_of(tmp_path, TEXT.replace(old, new))
    assert found.code in {"R009", "R010"}
    assert str(found.span) == place


def test_a_number_that_changed_is_told(tmp_path) -> None:
    (found,) = problems_of(tmp_path, TEXT.replace("[71]", "[70]"))
    assert (found.code, found.got, found.expected) == ("R001", "70", "71")


@pytest.mark.parametrize("rule", [FULL_SLIDE, BAD_SLIDE, STRAY_NOTES], ids=lambda rule: rule.name)
def test_bad_example_has_the_problem_and_good_one_has_none(rule: Rule, tmp_path) -> None:
    found = problems_of(tmp_path, rule.bad)
    assert [one.code for one in found] == [rule.code]
    assert found[0].span.line > 0
    assert found[0].hint
    assert problems_of(tmp_path, rule.good) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Woorden.\n\n# Een\n\nx\n", ["deck/1.md:1:1  R048  This text stands before the first slide."]),
        (
            "# Een\n\n::: annex questionnaire\n:::\n",
            ["deck/1.md:1:1  R048  An annex can't stand on a slide."],
        ),
        (
            "# Werk en AI\n\nx\n",
            ['deck/1.md:1:1  R048  "Werk en AI" is the title of the slide that opens the deck too.'],
        ),
        ("# Een\n\n::: notes\n:::\n", ["deck/1.md:3:5  R013  There is nothing in these notes."]),
    ],
)
def test_what_no_slide_can_be_made_of_has_its_place(text: str, said: list[str], tmp_path) -> None:
    found = problems_of(tmp_path, text)
    assert [str(one).removesuffix(f" {one.hint}") for one in found] == said


def test_speaker_notes_in_a_report_are_a_problem_and_stay_out(tmp_path) -> None:
    _, document, _, _, problems = made(tmp_path, "# Een\n\nx\n\n::: notes\nGeheim.\n:::\n", Part.REPORT)
    assert [(one.code, one.span.line) for one in problems] == [("R049", 5)]
    assert not any(isinstance(block, Spoken) for block in document.blocks)


def test_a_study_without_a_deck_says_where_to_write_it(tmp_path, capsys) -> None:
    make_study(tmp_path, study=DUTCH)
    assert main(["report", str(tmp_path), "--to", "pptx", "--out", str(tmp_path / "out")]) != 0
    said = capsys.readouterr()
    assert 'There is no deck text in "nl".' in said.out + said.err
    assert "Write it in deck/" in said.out + said.err


@pytest.mark.slow
def test_the_command_writes_word_and_deck_from_one_release(tmp_path, capsys) -> None:
    """Run twice: the same files; a house style on the command line changes the Word file alone."""
    make_study(tmp_path, study=DUTCH)
    for part, words in ((Part.REPORT, "# Een\n\nWoorden.\n"), (Part.DECK, "# Twee\n\nWoorden.\n")):
        (tmp_path / part).mkdir()
        (tmp_path / part / "1.md").write_text(words, encoding="utf-8")
    data = str(tmp_path / "data.csv")
    assert main(["simulate", str(tmp_path), "-n", "60", "--seed", "1", "--out", data]) == 0
    command = ["report", str(tmp_path), "--data", data, "--to", "docx,pptx", "--out"]

    def written(folder: str, *more: str) -> dict[str, bytes]:
        assert main([*command, str(tmp_path / folder), *more]) == 0
        return {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()}

    first = written("a")
    assert set(first) == {"report.nl.docx", "deck.nl.pptx"}
    assert written("b") == first
    house = docx.Document()
    house.styles["Normal"].font.name = "Georgia"
    house.save(str(tmp_path / "elsewhere.docx"))
    styled = written("c", "--reference", str(tmp_path / "elsewhere.docx"))
    assert styled["deck.nl.pptx"] == first["deck.nl.pptx"]
    made = docx.Document(BytesIO(styled["report.nl.docx"]))
    assert made.styles["Normal"].font.name == "Georgia"
    capsys.readouterr()
    assert main([*command, str(tmp_path / "d"), "--reference", str(tmp_path / "none.docx")]) == 1
    assert "R046" in capsys.readouterr().err
