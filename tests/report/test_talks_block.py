"""``::: talks`` and quotations of talks in a text: printed as released, in both languages."""

from dataclasses import replace
from pathlib import Path

import pytest
from small_study import make_release, make_study, write

from peil.core.problem import Problem
from peil.disclose.excerpts import release_excerpts
from peil.disclose.release_themes import release_themes
from peil.report.compose.render import render
from peil.report.document import Block, Bullets, Document, NumberedTable, Paragraph, Quote
from peil.report.html.write import to_html
from peil.report.talk_problems import NO_TALKS
from peil.report.template.read import read_template
from peil.study.reader.read import read_study
from peil.study.study import Study

THEMES = '[speed]\ntitle = { nl = "Tempo", en = "Speed" }\n\n[law]\ntitle = { nl = "Recht", en = "Law" }\n'
GROUP = """\
# Talk

```toml
kind = "focus_group"
date = 2026-05-19
participants = 4
speakers = ["P1", "P2"]
composition = { nl = "mensen van bureaus", en = "people of agencies" }
consent = "on paper"
quoting = true
approved_by = "A. Author"
approved_on = 2026-06-01
```

[themes: speed] Het gaat over tempo.

> [P1 | id: fast] “Het gaat snel.”
>
> en: “It goes fast.”

> [P2 | id: dutch] “Alleen hier.”
"""
INTERVIEW = GROUP.replace("focus_group", "interview").replace("participants = 4", "participants = 1")
INTERVIEW = INTERVIEW.replace("themes: speed", "themes: law").replace('"P1", "P2"', '"P1"').split("> [")[0]
TEXT = "# T\n\nZie {@talks}.\n\n::: talks\n:::\n"


@pytest.fixture
def study(tmp_path: Path) -> Study:
    make_study(tmp_path)
    return with_talks(tmp_path, group1=GROUP, interview1=INTERVIEW)


def with_talks(folder: Path, **talks: str) -> Study:
    (folder / "talks").mkdir(exist_ok=True)
    for path in (folder / "talks").glob("*.md"):
        path.unlink()
    (folder / "talks/themes.toml").write_text(THEMES, encoding="utf-8")
    for name, text in talks.items():
        (folder / f"talks/{name}.md").write_text(text, encoding="utf-8")
    study = read_study(folder)
    assert [one for one in study.problems if one.span.file.startswith("talks")] == []
    return study


def composed(study: Study, text: str, language: str = "nl") -> tuple[Document, list[Problem]]:
    write(study.folder, text, language)
    template, problems = read_template(study.folder, study, language)
    released = make_release(study, template)
    told = replace(released, excerpts=release_excerpts(study, released), themes=release_themes(study))
    document, more = render(study, told, template)
    return document, [*problems, *more]


def words(block: Block) -> list[str]:
    match block:
        case Bullets():
            return ["".join(run.text for run in part.text) for (part,) in block.items]  # type: ignore[union-attr]
        case Quote():
            return ["".join(run.text for run in line) for line in block.paragraphs]
    return []


def grid(document: Document) -> list[list[str]]:
    (table,) = [one for one in document.blocks if isinstance(one, NumberedTable)]
    return [
        ["".join(run.text for run in cell.text) for cell in row]
        for row in (*table.grid.head, *table.grid.body)
    ]


def test_talks_are_listed_and_their_themes_set_out(study: Study) -> None:
    document, problems = composed(study, TEXT)
    assert problems == []
    (listed,) = [words(one) for one in document.blocks if isinstance(one, Bullets)]
    assert listed == [
        "Focusgroep 1: mei 2026; 4 deelnemers; mensen van bureaus.",
        "Interview 1: tweede kwartaal van 2026.",
    ]
    assert grid(document) == [
        ["Thema", "Focusgroep 1", "Aantal keer ja"],
        ["Tempo", "ja", "1"],
    ]
    links = [run for one in document.blocks if isinstance(one, Paragraph) for run in one.text if run.link]
    assert [(run.text, run.link) for run in links] == [("Tabel 1", "#talks")]


def test_talks_are_told_in_english(study: Study) -> None:
    text = TEXT.replace("Zie", "See")
    document, problems = composed(study, text, "en")
    assert problems == []
    (listed,) = [words(one) for one in document.blocks if isinstance(one, Bullets)]
    assert listed == [
        "Focus group 1: May 2026; 4 participants; people of agencies.",
        "Interview 1: second quarter of 2026.",
    ]
    assert grid(document)[1] == ["Speed", "yes", "1"]


def test_small_talks_are_one_column(study: Study) -> None:
    many = {f"interview{number}": INTERVIEW for number in (1, 2, 3)}
    told = with_talks(study.folder, group1=GROUP, **many)
    assert grid(composed(told, TEXT)[0]) == [
        ["Thema", "Focusgroep 1", "Interviews, samengenomen", "Aantal keer ja"],
        ["Tempo", "ja", "–", "1"],
        ["Recht", "–", "ja", "1"],
    ]
    many["pair"] = GROUP.replace("participants = 4", "participants = 2").split("> [")[0]
    mixed = with_talks(study.folder, group1=GROUP, **many)
    assert grid(composed(mixed, TEXT)[0])[0][2] == "Kleine gesprekken, samengenomen"


def test_what_is_invented_says_so_in_the_list_the_table_and_under_it(study: Study) -> None:
    made = GROUP.replace('consent = "on paper"', "invented = true")
    text = f"{TEXT}\n::: quote fast\n:::\n"
    document, problems = composed(with_talks(study.folder, group1=made), text)
    assert problems == []
    page = to_html(document)
    assert page.count("(verzonnen)") >= 4
    assert "De gesprekken zijn verzonnen: niemand heeft ze gevoerd." in page
    both = with_talks(
        study.folder, group1=made, group2=GROUP.replace("id: fast", "id: f").replace(" | id: dutch", "")
    )
    page = to_html(composed(both, TEXT)[0])
    assert "Waar “(verzonnen)” staat, is het gesprek verzonnen" in page
    assert "Focusgroep 2: mei" in page


@pytest.mark.parametrize(
    ("language", "said", "who"),
    [
        ("nl", "Het gaat snel.", "— deelnemer aan een focusgroep: mensen van bureaus"),
        ("en", "It goes fast.", "— participant in a focus group: people of agencies"),
    ],
)
def test_a_quotation_of_a_talk_is_printed_in_broad_terms(
    study: Study, language: str, said: str, who: str
) -> None:
    document, problems = composed(study, "# T\n\n::: quote fast\n:::\n", language)
    assert problems == []
    assert [words(one) for one in document.blocks if isinstance(one, Quote)] == [[said, who]]


def test_one_that_is_held_back_or_not_translated_names_the_file(study: Study) -> None:
    _, (problem,) = composed(study, "# T\n\n::: quote dutch\n:::\n", "en")
    assert (problem.code, "talks/group1.md" in problem.hint) == ("R056", True)
    draft = GROUP.replace("[P1 |", "[P1 | draft |")
    document, (problem,) = composed(with_talks(study.folder, group1=draft), "# T\n\n::: quote fast\n:::\n")
    assert str(problem) == (
        'report/1.md:3:5  R055  The quotation "fast" is held back: it is a draft. '
        "See to it in talks/group1.md, or take the quotation out."
    )
    assert "Het gaat snel" not in to_html(document)


def test_a_talk_that_is_not_told_is_a_warning_by_name_and_not_printed(study: Study) -> None:
    raw = with_talks(study.folder, group1=GROUP, raw=GROUP.replace('"A. Author"', '""').split("> [")[0])
    document, (problem,) = composed(raw, TEXT)
    assert (problem.code, problem.span.line) == ("R094", 5)
    assert '"raw": nobody has approved it' in problem.message
    assert "Focusgroep 2" not in to_html(document)


def test_without_a_group_there_is_no_table_of_themes(study: Study) -> None:
    document, problems = composed(with_talks(study.folder, interview1=INTERVIEW), TEXT)
    assert [one.code for one in problems] == ["R095"]
    assert not [one for one in document.blocks if isinstance(one, NumberedTable)]
    assert "Recht" not in to_html(document)


def test_without_talks_the_block_is_a_problem(study: Study) -> None:
    empty = with_talks(study.folder)
    for text, codes in ((NO_TALKS.bad, ["R093"]), (NO_TALKS.good, [])):
        assert [one.code for one in composed(empty, text, "en")[1]] == codes


def test_a_release_without_themes_tells_of_none(study: Study) -> None:
    write(study.folder, TEXT)
    template, _ = read_template(study.folder, study, "nl")
    document, problems = render(study, make_release(study, template), template)
    assert [one.code for one in problems] == ["R093"]
    assert "Focusgroep" not in to_html(document)


@pytest.mark.parametrize("text", ["::: talks\nall\n:::", "::: talks group1\n:::"])
def test_the_block_takes_nothing_more(study: Study, text: str) -> None:
    _, problems = composed(study, f"# T\n\n{text}\n")
    assert [one.code for one in problems] == ["R013"]


def test_texts_in_two_languages_have_the_same_block(study: Study) -> None:
    write(study.folder, TEXT)
    write(study.folder, "# T\n", "en")
    _, problems = read_template(study.folder, study, "en")
    assert [one.code for one in problems] == ["R022"]
    assert "table of talks" in problems[0].message
