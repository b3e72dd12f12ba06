"""The catalogue: complete, frozen, and every example shows what it says."""

from pathlib import Path

import pytest
from check_example import check_files, codes, write_example
from syrupy.assertion import SnapshotAssertion

from peil.cli.problem_pages import checks_page
from peil.core.problem import Severity, Unusable
from peil.core.rule import Rule
from peil.study.checks import reads_unasked
from peil.study.checks.catalogue import rules
from peil.study.checks.check import check_study, explain_study
from peil.study.reader.read import read_study

FROZEN = {
    "Q001": "unreadable_line",
    "Q002": "bad_id",
    "Q003": "duplicate_id",
    "Q004": "duplicate_option",
    "Q005": "unknown_attribute",
    "Q006": "unknown_kind",
    "Q007": "mixed_options",
    "Q008": "reserved_id",
    "Q009": "unknown_role",
    "Q010": "unknown_name",
    "Q011": "type_mismatch",
    "Q012": "unknown_option",
    "Q013": "mixed_and_or",
    "Q014": "smart_quote",
    "Q015": "bad_expression",
    "Q016": "forward_reference",
    "Q017": "self_reference",
    "Q018": "bad_bounds",
    "Q019": "duplicate_code",
    "Q020": "overlapping_bands",
    "Q021": "gapped_bands",
    "Q022": "too_many_picks",
    "Q023": "exclusive_single",
    "Q024": "impossible_minimum",
    "Q025": "role_without_wording",
    "Q026": "missing_translation",
    "Q027": "stale_translation",
    "Q028": "unknown_translation",
    "Q029": "translated_parts",
    "Q030": "unused_derived",
    "Q031": "bad_setting",
    "Q032": "bad_plan",
    "Q033": "missing_file",
    "Q034": "bad_source",
    "Q035": "bad_toml",
    "Q040": "late_directive",
    "Q041": "bad_catalogue",
    "Q042": "unindented_role",
    "Q050": "unmarked_missing",
    "Q051": "other_without_text",
    "Q052": "unmarked_exclusive",
    "Q053": "duplicate_label",
    "Q054": "unreachable_question",
    "Q055": "dead_option",
    "Q056": "dead_row",
    "Q057": "unreachable_page",
    "Q058": "unreachable_ending",
    "Q059": "constant_part",
    "Q060": "holds_because_missing",
    "Q061": "unasked_fill",
    "Q062": "few_options",
    "Q063": "empty_role",
    "Q064": "role_codes_differ",
    "Q065": "partial_group",
    "Q066": "reads_unasked",
    "Q070": "long_sentence",
    "Q071": "hard_to_read",
    "Q072": "double_barrelled",
    "Q073": "double_negation",
    "Q074": "leading_wording",
    "Q075": "unbalanced_scale",
    "Q076": "missing_option_unlike_siblings",
    "Q080": "bad_accept",
    "Q081": "idle_accept",
    "Q082": "private_key",
    "Q083": "bad_amendment",
    "Q084": "dead_quota",
    "Q085": "partial_quota",
    "Q086": "early_quota",
    "Q087": "bad_target",
    "Q088": "undrawn_design",
    "Q089": "untestable_deviation",
    "Q090": "needless_model",
    "Q091": "method_unsaid",
    "Q092": "bad_quote",
    "Q093": "identifier_in_quote",
    "Q100": "bad_other_study",
    "Q101": "unknown_counterpart",
    "Q102": "unplaced_figure",
    "Q103": "impossible_figure",
    "Q104": "untranslated_other",
    "Q105": "bad_wave",
    "Q106": "unreadable_wave",
    "Q107": "unknown_in_wave",
    "Q108": "bad_population",
    "Q109": "unfit_population",
    "Q110": "units_differ",
    "Q111": "judging_paraphrase",
    "Q113": "bad_talk",
    "Q114": "unknown_theme",
    "Q115": "unknown_section",
    "Q116": "told_speaker",
    "Q117": "unguarded_talk",
    "Q118": "bad_frame",
    "Q119": "unknown_coded",
    "Q120": "unpinned_code_number",
    "Q121": "undefined_code",
    "Q122": "unknown_coder",
    "Q123": "bad_coding_line",
    "Q124": "identifier_in_frame",
    "Q125": "codes_come_later",
    "Q126": "unfinished_codes",
}

each_rule = pytest.mark.parametrize("rule", rules(), ids=lambda rule: f"{rule.code}_{rule.name}")


def test_codes_are_never_renumbered_and_never_reused() -> None:
    assert {rule.code: rule.name for rule in rules()} == FROZEN
    assert len(rules()) == len(FROZEN)


@each_rule
def test_every_rule_says_what_it_finds_and_why_with_an_example(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert rule.why.endswith(".")
    assert rule.bad.endswith("\n")
    assert rule.good.endswith("\n")
    assert rule.bad != rule.good


def problems_of(folder: Path, rule: Rule, text: str) -> tuple:
    try:
        study = read_study(write_example(folder, rule, text))
        return explain_study(study) if rule is reads_unasked.RULE else check_study(study)
    except Unusable as refused:
        return refused.problems


@each_rule
def test_the_bad_example_has_this_problem_and_no_other_error(
    rule: Rule, tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    found = problems_of(tmp_path, rule, rule.bad)
    assert {problem.code for problem in found if problem.severity is Severity.ERROR} <= {rule.code}
    assert rule.code in codes(found)
    assert [str(problem).replace(str(tmp_path), "STUDY") for problem in found] == snapshot


@each_rule
def test_the_good_example_has_no_problem_at_all(rule: Rule, tmp_path: Path) -> None:
    assert problems_of(tmp_path, rule, rule.good) == ()


def test_the_page_tells_every_rule() -> None:
    page = checks_page()
    for rule in rules():
        assert f"## {rule.code} {rule.name}" in page
        assert rule.bad in page
        assert rule.good in page


def test_problems_come_in_order_of_place_and_once(tmp_path: Path) -> None:
    found = check_files(
        tmp_path,
        questionnaire=(
            "# use: Use of AI\n\n## a\nif b is yes\nHow many?\n- ( ) x: 0–10\n- ( ) y: 10–20\n\n"
            "## b\nReally?\n- ( ) yes: Yes\n- ( ) no: Yes\n"
        ),
    )
    assert codes(found) == ["Q016", "Q020", "Q053"]
    assert len(set(found)) == len(found)
    assert [problem.span.line for problem in found] == [4, 7, 12]


TWENTY = """\
# use: Use of AI

## usage
if later_on is yes
How often do you use AI?
- ( ) often: Often
- ( ) never: Never

## Wrong-Id
Yes or no?
- ( ) yes: Yes
- ( ) no: No

## extra
Once?
- ( ) yes: Yes
- ( ) no: No

## extra
Again?
- ( ) yes: Yes
- ( ) no: No

## role
What is your role?
____

## twice
Which?
- [ ] a: First
- [ ] a: Second

## reason  {optonal}
if usage is nevr
Why not?
____

## kindless
What is this?

## mixed
One or several?
- ( ) one: One
- [ ] several: Several

## worded
How do you do?
  for nobody: How does nobody do?
- ( ) well: Well
- ( ) ill: Not so well

## unknown
if usge is often
Do you know?
- ( ) yes: Yes
- ( ) no: No

## wrong
if usage > 3
Really?
____

## number
I use it ___ [9..0] times.

## both
if usage is often and worded is well or usage is never
And?
____

## quoted
Why {usage | “this”}?
____

## broken
if usage is
And?
____

## own
if own is yes
Yes?
- ( ) yes: Yes
- ( ) no: No

## coded
Which?
- ( ) 1 a: First
- ( ) 1 b: Second

## later_on
How much?
- ( ) yes: 0–20 %
- ( ) some: 20–40 %

## impossible  {at least 5}
Which ones?
- [ ] a: First
- [ ] b: Second
"""


def test_twenty_different_mistakes_are_twenty_problems_in_one_run(tmp_path: Path) -> None:
    found = check_files(tmp_path, questionnaire=TWENTY)
    assert sorted(codes(found)) == [f"Q0{number:02}" for number in (*range(2, 21), 24)]
