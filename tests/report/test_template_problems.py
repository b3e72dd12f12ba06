"""Every rule of the report's text: its bad example has the problem, its good one has none."""

from pathlib import Path

import pytest
from small_study import STUDY, compose, make_study

from peil.core.problem import Severity
from peil.core.rule import Rule
from peil.report.bound_problems import FILE_CHANGED, NO_RATIO
from peil.report.other_problems import OTHER_RULES
from peil.report.population_problems import POPULATION_RULES
from peil.report.press_problems import PRESS_RULES
from peil.report.problems import (
    IMAGE,
    LANGUAGES_DIFFER,
    NO_REPORT,
    NO_WEIGHTING_REASON,
    RECOVERABLE_CLASS,
    RULES,
    SEVERAL_TESTED,
    UNTOLD_MODEL,
)
from peil.report.quote_problems import HELD_BACK_QUOTE, UNTRANSLATED_QUOTE
from peil.report.site.site_problems import MISPLACED_BLOCK, SITE_RULES
from peil.report.talk_problems import NO_MATRIX, UNTOLD_TALK
from peil.report.template.read import read_template
from peil.report.trend_problems import TREND_RULES

DUTCH = STUDY.replace('["nl", "en"]', '["nl"]')
OF_THE_PLAN = (NO_WEIGHTING_REASON, UNTOLD_MODEL, SEVERAL_TESTED)
WITHOUT_EXAMPLE = (
    NO_RATIO,
    FILE_CHANGED,
    *OTHER_RULES,
    *POPULATION_RULES,
    *TREND_RULES,
    NO_MATRIX,
    UNTOLD_TALK,
)
OF_QUOTES = (HELD_BACK_QUOTE, UNTRANSLATED_QUOTE)
OF_SITES = tuple(rule for rule in SITE_RULES if rule is not MISPLACED_BLOCK)
EXAMPLES = [
    rule
    for rule in RULES
    if rule
    not in (NO_REPORT, LANGUAGES_DIFFER, *OF_THE_PLAN, *OF_QUOTES, *PRESS_RULES, *OF_SITES, *WITHOUT_EXAMPLE)
]


@pytest.mark.parametrize("rule", EXAMPLES, ids=lambda rule: rule.name)
def test_bad_example_has_the_problem_and_good_one_has_none(rule: Rule, tmp_path) -> None:
    study = make_study(tmp_path)
    # Only the gate as a whole knows what could be worked out from other cells.
    _, bad = compose(study, rule.bad, "en", secondary=rule is RECOVERABLE_CLASS)
    assert [problem.code for problem in bad] == [rule.code]
    assert bad[0].span.line > 0
    assert bad[0].hint
    _, good = compose(study, rule.good, "en")
    assert good == []


def test_a_plan_without_a_reason_for_its_weighting_is_a_problem_where_it_is_told(tmp_path) -> None:
    rule = NO_WEIGHTING_REASON
    text = rule.around["report/1.md"]
    _, bad = compose(make_study(tmp_path, plan=rule.bad, study=DUTCH), text)
    assert " ".join(str(problem) for problem in bad) == (
        "report/1.md:3:5  R020  The plan gives no reason for weighting, or for not weighting. "
        'Write reason = "…" under [weighting] in plan.toml.'
    )
    assert bad[0].severity is Severity.WARNING
    told = make_study(tmp_path, plan=rule.good, study=DUTCH)
    assert compose(told, text)[1] == []
    _, lines = compose(told, "# T\n\n::: weighting\nX\n:::\n")
    assert [(problem.code, problem.span.line) for problem in lines] == [("R013", 4)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a ![b](c.png) d ![e][f] g\n\n[f]: f.png", ["3:3", "3:17"]),
        ("`![a](b)` and \\![a](b)\n\n- ![a *b*](c.png)", ["5:3"]),
        ("[^1]\n\n[^1]: zie ![a](b.png)", ["5:11"]),
        ("| a |\n|---|\n| ![x](y.png) |", ["5:3"]),
        ("::: figure usage\nX\nshow: usage\nnote: ![x](y.png)\n:::", ["6:7"]),
        ("## ![x](y.png)", ["3:4"]),
    ],
)
def test_an_image_is_a_problem_wherever_it_stands(text, places, tmp_path) -> None:
    _, problems = compose(make_study(tmp_path), f"# T\n\n{text}\n")
    assert {problem.code for problem in problems} == {IMAGE.code}
    assert [f"{problem.span.line}:{problem.span.column}" for problem in problems] == places
    assert problems[0].hint == "Take it out; draw data with ::: figure."


def test_what_only_looks_like_an_image_is_none(tmp_path) -> None:
    bound = "[46%]{= usage: often | employment: employer}"
    text = f"`![a](b)` Wat![2026]{{plain}} \\![a](b) !{bound}![^1]\n\n[^1]: Zo!\n"
    _, problems = compose(make_study(tmp_path), f"# T\n\n{text}\n")
    assert problems == []


def test_codes_are_in_order_and_used_once() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.summary.endswith(".") and rule.why.endswith(".") for rule in RULES)


def test_a_language_without_report_text_is_a_problem(tmp_path) -> None:
    study = make_study(tmp_path)
    template, problems = read_template(tmp_path, study, "en")
    assert template.blocks == ()
    assert [problem.code for problem in problems] == ["R018"]
    assert problems[0].span.file == "report/en/"


def test_a_number_problem_holds_both_values_and_its_place(tmp_path) -> None:
    _, problems = compose(
        make_study(tmp_path),
        "# T  {findings}\n\nVan hen\nis [45%]{= usage: often | employment: employer} vaak.\n",
    )
    assert str(problems[0]) == (
        'report/1.md:4:4  R001  The text says "45%"; the data give 46% (13 of 28). '
        'Print "46%", or mend the sentence.'
    )
    assert (problems[0].got, problems[0].expected) == ("45%", "46%")


@pytest.mark.parametrize(
    ("language", "printed", "hint"),
    [
        ("nl", "minder vaak", 'Print "vaker", or mend the sentence.'),
        ("nl", "lager", 'Print "hoger", or mend the sentence.'),
        ("en", "as often", 'Print "more often", or mend the sentence.'),
    ],
)
def test_an_untrue_comparison_names_the_words_to_print(language, printed, hint, tmp_path) -> None:
    binding = f"[{printed}]{{= compare usage: often | employment: employer}}"
    _, problems = compose(make_study(tmp_path), f"# T\n\na {binding} b\n", language)
    assert [(one.code, one.hint) for one in problems] == [("R002", hint)]


def test_a_quoted_label_compares_nothing_and_other_quoted_words_do(tmp_path) -> None:
    text = "# T  {findings}\n\nZij kozen “Sneller werken” en noemen dat “sneller”.\n"
    _, problems = compose(make_study(tmp_path), text)
    assert [(one.code, one.got, one.span.column) for one in problems] == [("R010", "sneller", 43)]


@pytest.mark.parametrize(
    ("text", "code", "place", "hint"),
    [
        ("a [1%]{= usge: often} b", "R008", "3:10", 'Did you mean "usage"?'),
        ("a [1%]{= usage: oftn} b", "R008", "3:17", 'Did you mean "often"?'),
        ("a [1%]{= usage: net:anny} b", "R008", "3:17", 'Did you mean "net:any"?'),
        ("a [1%]{= usage: often | employmnt: zzp} b", "R008", "3:25", 'Did you mean "employment"?'),
        ("a [1%]{= usage: often | employment: zpz} b", "R008", "3:37", 'Did you mean "zzp"?'),
        ("a [1%]{= ability: worse} b", "R008", "3:10", "Name one, such as ability.mail."),
        ("a [1%]{= remarks: x} b", "R008", "3:10", "Name a question with options."),
        ("a [1%]{= usage: often | without oftn} b", "R008", "3:33", 'Did you mean "often"?'),
        ("a [1%]{= usage: often | where usage is oftn} b", "Q012", "3:31", 'Did you mean "often"?'),
        ("a [1]{= fact rows2} b", "R008", "3:14", 'Did you mean "rows"?'),
        ("a [1]{= fact reached.usge} b", "R008", "3:22", 'Did you mean "usage"?'),
        ("a {@ussage} b", "R011", "3:3", ""),
        ("a [^b] c", "R011", "3:3", "Add a line [^b]: …"),
        ("a [1%] {= usage: often} b", "R012", "3:8", "Write [printed text]{= …}"),
        ("a [x]{= compare usage: often} b", "R012", "3:17", "Name a class, such as"),
        ("a [x]{= claim usage: often} b", "R012", "3:15", "Write ITEM: OPTION > 50%"),
        ("a [x]{= deviating usage: often} b", "R012", "3:19", "Write by GROUP, such as by employment."),
        ("a [x]{= rank usage: often + never} b", "R012", "3:14", "Name one of them."),
        ("a [x]{= rank usage: often is two} b", "R012", "3:30", "Write is 2, say."),
        ("a [1%]{= usage: blank} b", "R012", "3:17", "Add the filter with blanks."),
        ("a [1%]{= usage: often | by employment} b", "R012", "3:25", "Write GROUP: CLASS"),
        ("a [1%]{= usage: net:any + often} b", "R017", "3:17", "Sum the options themselves"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_has_an_exact_place_and_a_repair(text, code, place, hint, tmp_path) -> None:
    _, problems = compose(make_study(tmp_path), f"# T\n\n{text}\n")
    assert [problem.code for problem in problems] == [code]
    assert f"{problems[0].span.line}:{problems[0].span.column}" == place
    assert problems[0].hint.startswith(hint)


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        ("::: figur usage\nX\nshow: usage\n:::", "3:5"),
        ("::: figure\nX\nshow: usage\n:::", "3:5"),
        ("::: figure usage\nshow: usage\n:::", "4:1"),
        ("::: figure usage\nX\n:::", "3:5"),
        ("::: figure usage\nX\nshow:\n:::", "3:5"),
        ("::: figure usage\nX\nshow: usage\nshow: usage\n:::", "6:1"),
        ("::: figure usage\nX\nshow: usage\nchart: pie\n:::", "6:8"),
        ("::: figure usage\nX\nshow: usage\nmark: extremes\n:::", "6:7"),
        ("::: table usage\nX\nshow: usage\nchart: bars\n:::", "6:8"),
        ("::: figure usage\nX\nshow: usage\nonly: zzp\n:::", "6:7"),
        ("::: figure usage\nX\nshow: usage\nbase: missing\n:::", "6:7"),
        ("::: figure usage\nX\nshow: usage\nsomething\n:::", "6:1"),
        ("::: figure usage\nX\nshow: usage\n", "3:5"),
        ("::: annex questionaire\n:::", "3:5"),
        ("::: questions\n- what\n:::", "4:1"),
        ("::: response\nX\nshow: usage\n:::", "5:1"),
        ("::: figure usage\nX\nshow: usage\nnote: a\nnte: b\n:::", "7:1"),
        ("::: annex questionnaire\nX\n:::", "4:1"),
        (":::", "3:1"),
        ("## Sub {findngs}", "3:9"),
        ("##", "3:1"),
        ("## \u200b {#x}", "3:1"),
    ],
)
def test_a_block_that_cannot_be_read_is_a_problem_at_its_place(lines, place, tmp_path) -> None:
    _, problems = compose(make_study(tmp_path), f"# T\n\n{lines}\n")
    assert [problem.code for problem in problems] == ["R013"]
    assert f"{problems[0].span.line}:{problems[0].span.column}" == place
    assert problems[0].hint


def test_an_unknown_crosswalk_is_a_problem(tmp_path) -> None:
    _, problems = compose(make_study(tmp_path), "# T\n\n::: annex crosswalk job\n:::\n")
    assert str(problems[0]) == 'report/1.md:3:21  R008  The plan has no crosswalk "job". Did you mean "jobs"?'


def test_all_problems_are_given_at_once_in_reading_order(tmp_path) -> None:
    text = "# T  {findings}\n\n12 en [1%]{= usge: often}.\n\n{@x} is meer.\n"
    _, problems = compose(make_study(tmp_path), text)
    assert [problem.code for problem in problems] == ["R009", "R008", "R011", "R010"]


def test_every_code_is_documented() -> None:
    page = Path(__file__).parents[2] / "docs/reference/report.md"
    text = page.read_text(encoding="utf-8")
    missing = [rule.code for rule in RULES if f"| `{rule.code}` " not in text or rule.summary not in text]
    assert missing == []
