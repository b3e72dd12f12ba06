"""``::: population``, from the text to the document."""

import re
from pathlib import Path

import pytest
from composed_population import BLOCK, CBS, composed, everything, notes, rows, study_with, tables, words
from small_study import COUNTS, PLAN, STUDY, Counts, write

from peil.report.compose.beside import population_words
from peil.report.document import Paragraph, Quote
from peil.report.template.read import read_template
from peil.study.plan import DRAFT
from peil.study.population import Unit

DUTCH = re.sub(r"\{ nl = (.*?), en = .* \}", r"\1", CBS)
LARGE: Counts = {
    "employment": {None: {"employer": 40, "employee": 30, "zzp": 50, "other": 10}},
    "usage": {
        None: {"often": 52, "sometimes": 39, "never": 26, "dk": 13, "net:any": 91},
        "employer": {"often": 20, "sometimes": 10, "never": 5, "dk": 5, "net:any": 30},
        "employee": {"often": 12, "sometimes": 9, "never": 6, "dk": 3, "net:any": 21},
        "zzp": {"often": 15, "sometimes": 15, "never": 15, "dk": 5, "net:any": 30},
        "other": {"often": 5, "sometimes": 5, "never": 0, "dk": 0, "net:any": 10},
    },
}


def test_classes_stand_beside_the_population_with_difference_and_bound(tmp_path: Path) -> None:
    document, problems = composed(study_with(tmp_path), BLOCK)
    assert problems == []
    (table,) = tables(document)
    assert (table.number, table.caption) == (1, "De respondenten naast banen van werknemers")
    assert rows(table) == [
        ["werkgever", "28", "22%", "10%", "+12", "buiten"],
        ["werknemer", "25", "19%", "54,5%", "\u221235", "buiten"],
        ["zelfstandige", "71", "55%", "31%", "+24", "buiten"],
    ]
    assert "Bron van de populatie: Het bureau, 30 september 2025." in notes(table)
    assert next(run.link for note in table.notes for run in note) == "https://example.org/jobs"
    assert "Niet vergeleken, want minder dan 10 respondenten: anders." in notes(table)


def test_the_same_block_in_english_with_the_authors_caption_and_note(tmp_path: Path) -> None:
    text = "# T\n\n::: population cbs\nWho they are\nnote: Figures are rounded.\n:::\n"
    document, problems = composed(study_with(tmp_path), text, "en")
    assert problems == []
    (table,) = tables(document)
    assert table.caption == "Who they are"
    assert notes(table).startswith("Figures are rounded.\nSource of the population: The office, 30 September")
    assert rows(table)[1] == ["employee", "25", "19%", "54.5%", "\u221235", "outside"]


def test_a_share_that_no_source_gives_is_not_available_and_not_compared(tmp_path: Path) -> None:
    cbs = CBS.replace("percent = 54.5\n", "")
    text = "# T\n\n::: population cbs\nheadlines: usage: often\n:::\n"
    document, problems = composed(study_with(tmp_path, cbs), text, counts=LARGE)
    assert problems == []
    table, weighed = tables(document)
    assert rows(table)[1] == ["werknemer", "30", "23%", "niet beschikbaar", *["onbekend"] * 2]
    assert (
        "Er is geen aandeel in de populatie beschikbaar, dus valt er niets te vergelijken: werknemer."
        in notes(table)
    )
    assert rows(weighed)[0][1:] == ["130", "40%", "niet te berekenen", "onbekend"]
    assert notes(weighed) == (
        "Niet te berekenen: er is geen aandeel in de populatie beschikbaar van werknemer."
    )


def test_numbers_are_weighted_from_released_cells_and_the_cost_is_told(tmp_path: Path) -> None:
    text = (
        "# T\n\n::: population cbs\nheadlines: usage: often, usage: net:any\nheadlines: usage: never\n:::\n"
    )
    document, problems = composed(study_with(tmp_path), text, counts=LARGE)
    assert problems == []
    _, table = tables(document)
    assert table.number == 2
    # 10 x 20/40 + 54.5 x 12/30 + 31 x 15/50 + 4.5 x 5/10 = 38.35
    assert rows(table)[0][1:] == ["130", "40%", "38%", "\u22122"]
    # 10 x 30/40 + 54.5 x 21/30 + 31 x 30/50 + 4.5 = 68.75
    assert rows(table)[1][1:] == ["130", "70%", "69%", "\u22121"]
    # n / sum of P²/p: 130 / (130 x (.1²/40 + .545²/30 + .31²/50 + .045²/10))
    assert "Zulke gewichten brengen 130 antwoorden terug tot een effectieve omvang van ongeveer 81" in notes(
        table
    )


def test_a_hidden_cell_takes_the_number_away_and_is_named(tmp_path: Path) -> None:
    """Six people chose another job: what they answered is hidden, and so is what needs it."""
    text = "# T\n\n::: population cbs\nheadlines: usage: often\n:::\n"
    document, problems = composed(study_with(tmp_path), text)
    assert problems == []
    _, table = tables(document)
    assert rows(table)[0][3:] == ["niet te berekenen", "onbekend"]
    assert "niet te berekenen: het cijfer wordt niet getoond voor anders." in notes(table)


@pytest.mark.parametrize("unit", [one for one in Unit if one is not Unit.PEOPLE])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_units_that_differ_are_always_told(tmp_path: Path, unit: Unit, language: str) -> None:
    for noted in ("", 'unit_note = { nl = "Let wel.", en = "Mind." }\n'):
        cbs = CBS.replace('unit = "people"\n', f'unit = "{unit}"\n{noted}')
        document, _ = composed(study_with(tmp_path, cbs), BLOCK, language)
        told = notes(tables(document)[0])
        assert population_words.say_unit(unit, language) in told
        assert population_words.say_unit(Unit.PEOPLE, language) in told
        assert ("Let wel." in told or "Mind." in told) == bool(noted)
    same, _ = composed(study_with(tmp_path), BLOCK, language)
    assert not re.search("De bron telt|The source counts", notes(tables(same)[0]))


def test_what_corresponds_to_nothing_is_told_on_either_side(tmp_path: Path) -> None:
    cbs = CBS.replace('percent = 31\nto = "zzp"\n', "percent = 31\n")
    document, _ = composed(study_with(tmp_path, cbs), BLOCK)
    told = notes(tables(document)[0])
    assert "Zonder klasse in de bron: zelfstandige." in told
    assert "Klassen van de bron zonder klasse in dit onderzoek: Freelancers (31%)." in told


def test_a_bound_as_wide_as_a_class_is_told(tmp_path: Path) -> None:
    cbs = CBS.replace("percent = 54.5", "percent = 21")
    document, _ = composed(study_with(tmp_path, cbs), BLOCK, counts=LARGE)
    assert "Dat geldt voor anders." in notes(tables(document)[0])
    wide, _ = composed(study_with(tmp_path, f"points = 40\n{cbs}"), BLOCK, counts=LARGE)
    told = "Dat geldt voor werkgever, werknemer, zelfstandige en anders."
    assert told in notes(tables(wide)[0])


def test_the_verdict_is_the_sources_own_words_or_is_told_to_be_a_paraphrase(tmp_path: Path) -> None:
    verdict = '\n[verdict]\ntext = "De steekproef is {}."\nsource = "Rapport, paragraaf 2"\n'
    document, _ = composed(study_with(tmp_path, CBS + verdict.format("representatief")), BLOCK)
    (quoted,) = [block for block in document.blocks if isinstance(block, Quote)]
    assert [words(line) for line in quoted.paragraphs] == [
        "De steekproef is representatief.",
        "— Rapport, paragraaf 2",
    ]
    own = f"{CBS}{verdict.format('ruim')}paraphrase = true\n"
    document, _ = composed(study_with(tmp_path, own), BLOCK)
    assert not [block for block in document.blocks if isinstance(block, Quote)]
    (told,) = [words(block.text) for block in document.blocks if isinstance(block, Paragraph)]
    assert (
        told == "Wat de bron zelf concludeert, geparafraseerd (Rapport, paragraaf 2): De steekproef is ruim."
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_word_is_never_generated(tmp_path: Path, language: str) -> None:
    """Neither in any phrase there is, nor in a document of every kind of class."""
    assert "representati" not in str(population_words.PHRASES).lower()
    for cbs in (CBS, CBS.replace("percent = 54.5\n", ""), CBS.replace('to = "zzp"\n', "")):
        text = "# T\n\n::: population cbs\nheadlines: usage: often\n:::\n"
        for counts in (COUNTS, LARGE):
            document, _ = composed(study_with(tmp_path, cbs), text, language, counts)
            assert "representati" not in "\n".join(everything(document)).lower()


def test_both_languages_have_the_same_phrases_with_the_same_fields() -> None:
    dutch, english = (population_words.PHRASES[language] for language in ("nl", "en"))
    fields = re.compile(r"\{\w+\}")
    assert {key: set(fields.findall(text)) for key, text in dutch.items()} == {
        key: set(fields.findall(text)) for key, text in english.items()
    }
    assert set(population_words.UNITS["nl"]) == set(population_words.UNITS["en"]) == set(Unit)


def test_languages_are_compared_by_population_and_numbers(tmp_path: Path) -> None:
    study = study_with(tmp_path)
    write(study.folder, "# T\n\n::: population cbs\nheadlines: usage: often\n:::\n")
    write(study.folder, "# T\n\n::: population cbs\nheadlines: usage: never\n:::\n", "en")
    _, problems = read_template(study.folder, study, "en")
    assert [problem.code for problem in problems] == ["R022"]
    assert "headlines" in problems[0].message
    write(study.folder, "# T\n", "en")
    _, problems = read_template(study.folder, study, "en")
    assert 'has a population "cbs" here' in problems[0].message


def test_a_population_of_the_numbers_in_its_file_needs_none_in_the_text(tmp_path: Path) -> None:
    cbs = CBS.replace('group = "employment"', 'group = "employment"\nheadlines = ["usage: often"]')
    document, problems = composed(study_with(tmp_path, cbs), BLOCK, counts=LARGE)
    assert problems == []
    assert len(tables(document)) == 2


@pytest.mark.slow
def test_a_weighted_study_says_that_shares_of_the_sample_are_not(tmp_path: Path) -> None:
    plan = f'{PLAN}\n[weighting]\nmethod = "given"\ncolumn = "w"\nreason = "drawn so"\n'
    about = STUDY.replace('["nl", "en"]', '["nl"]')
    study = study_with(tmp_path, DUTCH, plan=plan, study=about)
    document, _ = composed(study, "# T\n\n::: population cbs\nheadlines: usage: often\n:::\n", counts=LARGE)
    first, second = tables(document)
    assert "De aandelen in de steekproef zijn ongewogen." in notes(first)
    assert "effectieve" not in notes(second), "other weights lie below these"


def test_a_draft_is_compared_too_and_small_classes_stay_out(tmp_path: Path) -> None:
    plan = f'{PLAN}\n[disclosure]\nprofile = "{DRAFT}"\n'
    about = STUDY.replace('["nl", "en"]', '["nl"]')
    document, problems = composed(study_with(tmp_path, DUTCH, plan=plan, study=about), BLOCK)
    assert problems == []
    assert [row[0] for row in rows(tables(document)[0])] == ["werkgever", "werknemer", "zelfstandige"]


def test_a_block_can_leave_the_second_table_out(tmp_path: Path) -> None:
    cbs = f'headlines = ["usage: often"]\n{CBS}'
    text = "# T\n\n::: population cbs\n%s:::\n"
    document, problems = composed(study_with(tmp_path, cbs), text % "headlines: none\n", counts=LARGE)
    assert problems == []
    assert [table.anchor for table in tables(document)] == ["population-cbs"]
    document, _ = composed(study_with(tmp_path, cbs), text % "", counts=LARGE)
    assert len(tables(document)) == 2
