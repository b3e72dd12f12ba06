"""``::: population`` and bindings on populations, from the text to the document."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from small_study import COUNTS, PLAN, STUDY, Counts, make_release, make_study, write

from peil.compare.beside_populations import beside_populations
from peil.core.problem import Problem
from peil.core.rule import Rule
from peil.report.compose.beside import population_words
from peil.report.compose.render import render
from peil.report.compose.tell_bound import tell_bound
from peil.report.disagreement import Kind
from peil.report.document import Document, Inline, NumberedTable, Paragraph, Quote
from peil.report.population_problems import POPULATION_RULES
from peil.report.template.read import read_template
from peil.study.plan import DRAFT
from peil.study.population import Unit
from peil.study.study import Study

CBS = """\
title = { nl = "banen van werknemers", en = "jobs of employees" }
source = { nl = "Het bureau", en = "The office" }
url = "https://example.org/jobs"
date = 2025-09-30
unit = "people"
group = "employment"

[[class]]
name = "Directeuren"
percent = 10
to = "employer"

[[class]]
name = "Personeel"
percent = 54.5
to = "employee"

[[class]]
name = "Freelancers"
percent = 31
to = "zzp"

[[class]]
name = "Overigen"
percent = 4.5
to = "other"
"""
BLOCK = "# T\n\n::: population cbs\n:::\n"
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


def study_with(folder: Path, cbs: str = CBS, **files: str) -> Study:
    (folder / "compare/population").mkdir(parents=True, exist_ok=True)
    (folder / "compare/population/cbs.toml").write_text(cbs, encoding="utf-8")
    return make_study(folder, **files)


def composed(
    study: Study, text: str, language: str = "nl", counts: Counts = COUNTS
) -> tuple[Document, list[Problem]]:
    write(study.folder, text, language)
    template, problems = read_template(study.folder, study, language)
    release = make_release(study, template, counts)
    release = replace(release, populations=beside_populations(study, release))
    document, more = render(study, release, template)
    return document, [*problems, *more]


def words(line: Inline) -> str:
    return "".join(run.text for run in line)


def tables(document: Document) -> list[NumberedTable]:
    return [block for block in document.blocks if isinstance(block, NumberedTable)]


def rows(table: NumberedTable) -> list[list[str]]:
    return [[words(cell.text) for cell in row] for row in table.grid.body]


def notes(table: NumberedTable) -> str:
    return "\n".join(words(note) for note in table.notes)


def everything(document: Document) -> Iterator[str]:
    for block in document.blocks:
        match block:
            case NumberedTable():
                yield from (block.caption, block.source, block.base, block.cautions, notes(block))
                for row in (*block.grid.head, *block.grid.body):
                    yield from (words(cell.text) for cell in row)
            case Quote():
                yield from (words(line) for line in block.paragraphs)
            case _:
                yield words(block.text)


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


def test_a_population_without_any_class_that_is_shown_is_a_problem(tmp_path: Path) -> None:
    few: Counts = {"employment": {None: {"employer": 3, "employee": 2, "zzp": 2, "other": 2}}}
    _, problems = composed(study_with(tmp_path), BLOCK, counts=few)
    assert [problem.code for problem in problems] == ["R007"]


def test_bound_words_are_checked_and_mended(tmp_path: Path) -> None:
    study = study_with(tmp_path)
    text = (
        "# T  {findings}\n\nWerkgevers: [11%]{= population cbs: employer}, "
        "[een tiende]{= population cbs: employer}, [54,5%]{= population cbs: employee}, "
        "[54,50%]{= population cbs: employee}, "
        "[9 procentpunten]{= difference population cbs: employer}, "
        "[ver]{= claim population cbs: employer > 10}, [dichtbij]{= claim population cbs: employer < 5}.\n"
    )
    write(study.folder, text)
    template, problems = read_template(study.folder, study, "nl")
    assert problems == ()
    release = make_release(study, template)
    release = replace(release, populations=beside_populations(study, release))
    found = tell_bound(study, release, template).disagreements
    assert [(one.kind, one.old, one.new) for one in found] == [
        (Kind.CHANGED, "11%", "10%"),
        (Kind.CHANGED, "54,50%", "54,5%"),
        (Kind.CHANGED, "9 procentpunten", "12 procentpunten"),
        (Kind.UNTRUE, "dichtbij", "11,5 procentpunt"),
    ]


def test_a_claim_that_rounding_leaves_open_does_not_hold(tmp_path: Path) -> None:
    """28 of 130 against 10%, which may be 9.5: between 11.04 and 12.04 points."""
    study = study_with(tmp_path)
    claims = {"> 11": True, "> 11.5": False, "< 11.5": False, "< 12.5": True, "> 12.5": False}
    for claim, holds in claims.items():
        _, problems = composed(study, f"# T\n\n[ver]{{= claim population cbs: employer {claim}}}\n")
        assert (problems == []) == holds, claim
    _, problems = composed(study, "# T\n\n[ver]{= claim population cbs: employer > 11.5}\n")
    assert "rounding leaves open" in problems[0].message


@pytest.mark.parametrize("rule", POPULATION_RULES, ids=lambda rule: rule.name)
def test_bad_example_has_the_problem_and_good_one_has_none(rule: Rule, tmp_path: Path) -> None:
    for name, text in rule.around.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    study = make_study(tmp_path, study=STUDY.replace('["nl", "en"]', '["nl"]'))
    document, bad = composed(study, rule.bad)
    assert [problem.code for problem in bad] == [rule.code]
    assert bad[0].hint
    assert "[niet getoond]" in "\n".join(everything(document))
    assert composed(study, rule.good.replace("points", "procentpunten"))[1] == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("::: population\n:::", "R013"),
        ("::: population cbs more\n:::", "R013"),
        ("::: population cbx\n:::", "R008"),
        ("::: population cbs\nheadline: usage: often\n:::", "R013"),
        ("::: population cbs\nheadlines: usage: oftn\n:::", "R008"),
        ("::: population cbs\nheadlines: usage: often | employment: zzp\n:::", "R013"),
        ("::: population cbs\nheadlines: usage: blank\n:::", "R012"),
        ("[1%]{= population cbs}", "R012"),
        ("[1%]{= population cbx: zzp}", "R008"),
        ("[1%]{= population cbs: zpz}", "R008"),
        ("[1]{= difference population cbs: zpz}", "R008"),
        ("[x]{= claim population cbs: zzp}", "R012"),
        ("[x]{if claim population cbs: zzp > 10}", "R012"),
    ],
)
def test_what_can_not_be_read_is_told(text: str, code: str, tmp_path: Path) -> None:
    _, problems = composed(study_with(tmp_path), f"# T\n\n{text}\n")
    assert [problem.code for problem in problems] == [code]
    assert problems[0].span.line >= 3
    assert problems[0].hint


def test_tables_are_numbered_among_the_others_and_can_be_referred_to(tmp_path: Path) -> None:
    text = (
        "# T\n\nZie {@population-cbs} en {@last}.\n\n::: population cbs\nheadlines: usage: often\n:::\n\n"
        "::: table last\nGebruik\nshow: usage\n:::\n"
    )
    document, problems = composed(study_with(tmp_path), text)
    assert problems == []
    assert [(table.number, table.anchor) for table in tables(document)] == [
        (1, "population-cbs"),
        (2, "population-cbs-weights"),
        (3, "last"),
    ]
    assert "Zie Tabel 1 en Tabel 3." in "\n".join(everything(document))


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
