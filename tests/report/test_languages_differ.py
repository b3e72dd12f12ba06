"""Reports of one study have the same headings, figures, tables and bindings in every language."""

from pathlib import Path

import pytest
from small_study import make_study, write

from peil.core.problem import Problem, Severity
from peil.report.problems import LANGUAGES_DIFFER
from peil.report.template.read import read_template

DUTCH = """\
# Uitkomsten  {findings, #uitkomsten}

Van de werkgevers gebruikt [46%]{= usage: often | employment: employer} het vaak,
[vaker]{= compare usage: often | employment: employer vs employment: zzp} dan zelfstandigen.[^1]
Zie {@usage}, [2026]{plain}.

[^1]: Van allen [30%]{= usage: often}, [12]{= count usage: often | where employment is employer}.

::: figure usage
Gebruik
show: usage
by: employment
chart: stacked
note: Afwijkend: [werkgever]{= deviating usage: often by employment}.
:::

::: table ability
Hoe goed
show: ability
:::

## Wegen

::: weighting
:::

# Vragenlijst  {annex}

::: annex questionnaire
:::
"""
ENGLISH = """\
# Findings  {findings, #findings}

[More often]{= compare usage: often | employment: zzp vs employment: employer} the self-employed do.[^a]
The [employers]{plain} do so in [46%]{= usage: often | employment: employer}: {@usage}.

[^a]: [12]{= count usage: often | where employment  is employer} do, of all [30%]{= usage: often}.

::: figure usage
Use
show: usage
by: employment
chart: stacked
note: Deviating: [bosses]{= deviating usage: often by employment is employer}.
:::

::: table ability
How well
show: ability
:::

## Weights

::: weighting
:::

# Questionnaire  {annex, #questions}

::: annex questionnaire
:::
"""
FIGURE = ENGLISH[ENGLISH.index("::: figure") : ENGLISH.index("::: table")]


def compare(folder: Path, english: str, dutch: str = DUTCH) -> list[Problem]:
    study = make_study(folder)
    write(folder, dutch)
    write(folder, english, "en")
    _, alone = read_template(folder, study, "nl")
    assert not [problem for problem in alone if problem.code == LANGUAGES_DIFFER.code]
    return [problem for problem in read_template(folder, study, "en")[1] if problem.code == "R022"]


def test_words_their_order_and_what_is_stated_are_free(tmp_path) -> None:
    assert compare(tmp_path, ENGLISH) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "[46%]{= usage: often | employment: employer}",
            "46%",
            ['3:1 The text in "nl" binds "46%" about here; this text doesn\'t.'],
        ),
        (
            "usage: often | employment: employer}: ",
            "usage: never | employment: employer}: ",
            [
                '3:1 The text in "nl" binds "46%" about here; this text doesn\'t.',
                '4:33 The text in "nl" has no such binding in this place.',
            ],
        ),
        (
            "of all [30%]{= usage: often}",
            "[30%]{= usage: often} of all, [30%]{= usage: often}",
            ['6:100 The text in "nl" has no such binding in this place.'],
        ),
        (
            "chart: stacked",
            "chart: grouped\nsort: share",
            ['8:5 The figure "usage" differs from the one in "nl": chart, sort.'],
        ),
        ("by: employment\n", "", ['8:5 The figure "usage" differs from the one in "nl": by.']),
        (
            "{annex, #questions}",
            "{preface}",
            ['26:1 The heading of level 1 differs from the one in "nl": annex, numbered.'],
        ),
        (
            "## Weights\n",
            "",
            ['16:5 The text in "nl" has a heading of level 2 here, which this text lacks.'],
        ),
        (
            "## Weights\n",
            "## Weights\n\n### More\n",
            ['23:1 The text in "nl" has no heading of level 3 here.'],
        ),
    ],
)
def test_a_difference_is_told_at_its_place_in_the_translation(tmp_path, old, new, told) -> None:
    assert ENGLISH.count(old) == 1
    found = compare(tmp_path, ENGLISH.replace(old, new))
    assert [f"{one.span.line}:{one.span.column} {one.message}" for one in found] == told
    assert {(one.span.file, one.severity) for one in found} == {("report/en/1.md", Severity.WARNING)}


def test_a_hint_says_where_the_base_languages_text_has_it(tmp_path) -> None:
    (lacking,) = compare(tmp_path, ENGLISH.replace("[46%]{= usage: often | employment: employer}", "46%"))
    assert lacking.hint == "It stands at report/1.md:3:28."
    (changed,) = compare(tmp_path, ENGLISH.replace("chart: stacked", "chart: grouped"))
    assert changed.hint == "That one stands at report/1.md:9:5."


def test_a_figure_that_is_left_out_added_or_moved_is_told(tmp_path) -> None:
    lacking = compare(tmp_path, ENGLISH.replace(FIGURE, ""))
    assert any('has a figure "usage" here' in one.message for one in lacking)
    extra = compare(tmp_path, ENGLISH.replace(FIGURE, FIGURE + FIGURE.replace("figure usage", "figure more")))
    assert [one.message for one in extra] == ['The text in "nl" has no figure "more" here.']
    moved = compare(tmp_path, ENGLISH.replace(FIGURE, "").replace("## Weights\n", f"{FIGURE}\n## Weights\n"))
    assert len(moved) == 2


def test_without_a_text_in_the_base_language_nothing_is_compared(tmp_path) -> None:
    study = make_study(tmp_path)
    write(tmp_path, ENGLISH.replace(FIGURE, ""), "en")
    assert "R022" not in [problem.code for problem in read_template(tmp_path, study, "en")[1]]


def test_the_rules_own_example(tmp_path) -> None:
    beside = LANGUAGES_DIFFER.around["report/1.md"]
    assert [one.code for one in compare(tmp_path, LANGUAGES_DIFFER.bad, beside)] == ["R022"]
    assert compare(tmp_path, LANGUAGES_DIFFER.good, beside) == []
