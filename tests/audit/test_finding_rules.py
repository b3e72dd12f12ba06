"""Each rule of the audit without data, on figures that have what it finds and on figures that nearly do."""

import re
from pathlib import Path
from typing import Any

import pytest
from claims_survey import QUESTIONNAIRE, SETTINGS, write_claims

from peil.audit.audit import Audit, audit
from peil.audit.finding_phrases import PHRASES
from peil.audit.read_claims import read_claims
from peil.audit.rules.catalogue import FINDING_RULES
from peil.study.reader.read import read_study

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "claims.md"
SCALES = """
## view  {matrix}
source: Q9
Wat vindt u?
columns
- ( ) no: Nee
- ( ) some: Soms
- ( ) yes: Ja
- ( ) dk: Weet ik niet
rows
- one: Een
- two: Twee
- three: Drie

## opinion
source: Q10
En nu?
- ( ) a: A
- ( ) b: B
- ( ) c: C
- ( ) d: D

## three  {at most 2}
source: Q11
Welke?
- [ ] x: X
- [ ] y: Y
- [ ] z: Z
"""
PLAN = '[analysis]\ngroups = ["work"]\n[disclosure]\nminimum_base = 10\n'
PLAN += '[derived.own]\ntitle = "Eigen"\nclasses.yes = { title = "ja", if = "work is own" }\n'
PLAN += 'classes.no = { title = "nee", if = "work is not own" }\n'
WEIGHTED = '[weighting]\nmethod = "given"\ncolumn = "weight"\nreason = "…"\n'
Claim = dict[str, Any]


def tried(folder: Path, *claims: Claim, weighted: bool = False) -> Audit:
    (folder / "study.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "questionnaire.md").write_text(QUESTIONNAIRE + SCALES, encoding="utf-8")
    (folder / "plan.toml").write_text(PLAN + (WEIGHTED if weighted else ""), encoding="utf-8")
    study = read_study(folder)
    assert [str(problem) for problem in study.problems if problem.severity == "error"] == []
    return audit(study, read_claims(write_claims(folder, *claims), study), None)


def found(outcome: Audit, code: str = "") -> list[str]:
    told = [f"{one.code} {one.grade.value} {' '.join(one.claims)}" for one in outcome.findings]
    return [one for one in told if one.startswith(code)]


def share(item: str, options: str, printed: float, **more: Any) -> Claim:  # noqa: ANN401 - keys of a claim
    return {"statistic": "share", "item": item, "options": options.split(), "printed": printed} | more


def base(n: int, known: str = "printed") -> Claim:
    return {"base": {"n": n, "known": known}}


def size(item: str, n: int, **where: str) -> Claim:
    return {
        "statistic": "base",
        "item": item,
        "printed": n,
        "where": {key: [one] for key, one in where.items()},
    }


def count(n: int, **where: str) -> Claim:
    return {"statistic": "count", "printed": n, "where": {key: [one] for key, one in where.items()}}


def among(**where: str) -> Claim:
    return {"where": {key: [one] for key, one in where.items()}}


OPINION = [share("opinion", name, value) for name, value in zip("abcd", (40, 30, 20, 10), strict=True)]


@pytest.mark.parametrize(
    ("printed", "size_of", "expected"),
    [
        (38, 13, []),
        (39, 13, ["F001 explained C1"]),
        (37, 13, ["F001 certain C1"]),
        (12, 8, ["F001 likely C1"]),
        (13, 8, []),
        (37, 8, ["F001 likely C1"]),
        (20, 82, []),
        (19, 82, ["F001 likely C1"]),
        (14, 82, ["F001 certain C1"]),
        (101, 82, ["F001 certain C1"]),
    ],
)
def test_each_rounding_is_said_apart(tmp_path: Path, printed: int, size_of: int, expected: list[str]) -> None:
    """5 of 13 are 38.46%, 1 of 8 is 12.5%, 3 of 8 are 37.5%, 16 of 82 are 19.51%."""
    assert found(tried(tmp_path, share("opinion", "a", printed, **base(size_of))), "F001") == expected


def test_the_message_says_which_rounding_gives_it(tmp_path: Path) -> None:
    several = [(39, 13), (12, 8), (37, 8), (19, 82), (14, 82), (37, 13)]
    claims = [share("opinion", "a", value, **base(n)) for value, n in several]
    messages = [one.message for one in tried(tmp_path, *claims).findings if one.code == "F001"]
    said = [
        "rounding twice gives",
        "to the even",
        "rounded down",
        "and a half down",
        "cut off instead",
        "possible: 31",
    ]
    assert [part for part, message in zip(said, messages, strict=True) if part not in message] == []


def test_halves_that_all_go_to_even_are_explained(tmp_path: Path) -> None:
    two = [share("opinion", "a", 12, **base(8)), share("opinion", "b", 62, **base(8))]
    assert found(tried(tmp_path, *two), "F001") == ["F001 explained C1", "F001 explained C2"]
    third = share("three", "x", 63, **base(8))
    assert found(tried(tmp_path, *two, third), "F001") == ["F001 likely C1", "F001 likely C2"]


def test_no_base_up_to_the_largest(tmp_path: Path) -> None:
    assert found(tried(tmp_path, share("opinion", "a", 34, **base(28, "upper_bound")))) == ["F001 certain C1"]
    assert found(tried(tmp_path, share("opinion", "a", 34, **base(29, "upper_bound")))) == []
    assert found(tried(tmp_path, share("opinion", "a", 34, **base(28, "inferred"))), "F001") == []


def test_a_base_that_is_printed_by_itself_counts_too(tmp_path: Path) -> None:
    outcome = tried(tmp_path, size("opinion", 13), share("opinion", "a", 37))
    assert found(outcome) == ["F001 certain C2 C1"]


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ((29, 0), (29.3, 1), True),
        ((29, 0), (29.5, 1), True),
        ((30, 0), (29.5, 1), True),
        ((29, 0), (29.6, 1), False),
        ((29, 0), (30, 0), False),
        ((29.3, 1), (29.25, 2), True),
        ((29.3, 1), (29.4, 1), False),
    ],
)
def test_one_figure_in_two_precisions(
    tmp_path: Path, one: tuple[float, int], other: tuple[float, int], *, agree: bool
) -> None:
    claims = [share("opinion", "a", value, decimals=decimals) for value, decimals in (one, other)]
    assert found(tried(tmp_path, *claims)) == ([] if agree else ["F002 certain C1 C2"])


def test_two_bases_of_one_group(tmp_path: Path) -> None:
    outcome = tried(tmp_path, size("opinion", 40), share("opinion", "a", 50, **base(44)))
    assert found(outcome) == ["F002 likely C1 C2"]
    assert found(tried(tmp_path, size("opinion", 44), share("opinion", "a", 50, **base(44)))) == []


def test_a_class_and_its_options_are_one_group(tmp_path: Path) -> None:
    claims = count(20, own="yes"), count(21, work="own")
    assert found(tried(tmp_path, *claims)) == ["F002 certain C1 C2"]


def test_whole_numbers_that_are_possible_each_and_not_together(tmp_path: Path) -> None:
    values = zip("abcd", (35, 22, 30, 13), strict=True)
    claims = [share("opinion", name, value, **base(82)) for name, value in values]
    outcome = tried(tmp_path, *claims)
    assert found(outcome) == ["F003 certain C1 C2 C3 C4", "F021 explained C1 C2 C3 C4"]
    assert "need at least 83 people of 82" in outcome.findings[0].message
    assert found(tried(tmp_path, *claims, weighted=True)) == []


@pytest.mark.parametrize(("last", "expected"), [(11, []), (13, ["F003 certain C1 C2 C3 C4"])])
def test_answers_that_make_more_than_everyone(tmp_path: Path, last: int, expected: list[str]) -> None:
    for weighted in (False, True):
        outcome = tried(tmp_path, *OPINION[:3], share("opinion", "d", last), weighted=weighted)
        assert found(outcome) == expected


def test_more_ticks_than_anybody_may_give(tmp_path: Path) -> None:
    claims = [share("three", name, 70) for name in "xyz"]
    assert found(tried(tmp_path, *claims)) == ["F003 certain C1 C2 C3"]
    assert found(tried(tmp_path, *(share("three", name, 67) for name in "xyz"))) == []


def test_counts_beside_a_base(tmp_path: Path) -> None:
    counts = [count(n, opinion=name) for name, n in zip("abcd", (8, 6, 4, 1), strict=True)]
    assert found(tried(tmp_path, *counts, size("opinion", 20))) == ["F003 likely C1 C2 C3 C4 C5"]
    assert found(tried(tmp_path, *counts, size("opinion", 19))) == []
    assert found(tried(tmp_path, *counts, count(20))) == []


@pytest.mark.parametrize(("printed", "expected"), [(55, []), (54, ["F010 certain C1 C2"])])
def test_a_count_and_a_percentage_of_the_same_people(
    tmp_path: Path, printed: int, expected: list[str]
) -> None:
    claims = count(71, opinion="a"), share("opinion", "a", printed, **base(130))
    assert found(tried(tmp_path, *claims), "F010") == expected
    assert found(tried(tmp_path, *claims, weighted=True)) == []


@pytest.mark.parametrize(
    ("net", "expected"),
    [(70, []), (71, ["F011 explained C3 C1 C2"]), (73, ["F011 certain C1 C2 C3"]), (67, None)],
)
def test_a_net_and_its_parts(tmp_path: Path, net: int, expected: list[str] | None) -> None:
    outcome = tried(tmp_path, *OPINION[:2], share("opinion", "a b", net))
    got = [" ".join([*one.split()[:2], *sorted(one.split()[2:])]) for one in found(outcome)]
    want = ["F011 certain C1 C2 C3"] if expected is None else expected
    assert got == [" ".join([*one.split()[:2], *sorted(one.split()[2:])]) for one in want]


def test_a_net_of_scattered_answers_and_of_ticks(tmp_path: Path) -> None:
    scattered = OPINION[0], OPINION[2], share("opinion", "a c", 65)
    assert found(tried(tmp_path, *scattered)) == ["F011 certain C3 C1 C2"]
    ticks = share("three", "x", 40), share("three", "y", 30)
    assert found(tried(tmp_path, *ticks, share("three", "x y", 72)))[:1] == ["F011 certain C3 C1 C2"]
    assert found(tried(tmp_path, *ticks, share("three", "x y", 38))) == ["F011 certain C3 C1 C2"]
    assert found(tried(tmp_path, *ticks, share("three", "x y", 55)), "F011 c") == []


def test_percentages_of_a_group_that_no_base_gives(tmp_path: Path) -> None:
    claims = (
        count(17, work="own"),
        *(share("opinion", name, value, **among(work="own")) for name, value in (("a", 42), ("b", 29))),
    )
    assert found(tried(tmp_path, *claims)) == ["F012 certain C2 C3 C1"]
    assert found(tried(tmp_path, count(24, work="own"), *claims[1:])) == []
    assert found(tried(tmp_path, *claims[1:])) == []


def test_a_base_that_was_only_inferred_proves_nothing(tmp_path: Path) -> None:
    assert found(tried(tmp_path, share("opinion", "a", 22, **base(56, "inferred")))) == []


@pytest.mark.parametrize(("total", "odd"), [(30, False), (31, True), (35, True)])
def test_a_total_that_its_groups_cant_give(tmp_path: Path, total: int, *, odd: bool) -> None:
    parts = [
        share("opinion", "a", value, **base(50), **among(own=name))
        for name, value in (("yes", 20), ("no", 40))
    ]
    outcome = tried(tmp_path, share("opinion", "a", total, **base(100)), *parts)
    assert bool(found(outcome, "F013 certain")) == odd
    assert bool(found(outcome)) == odd


def test_groups_that_dont_make_up_the_whole_say_nothing_of_it(tmp_path: Path) -> None:
    parts = [
        share("opinion", "a", value, **base(40), **among(own=name))
        for name, value in (("yes", 20), ("no", 40))
    ]
    assert found(tried(tmp_path, share("opinion", "a", 35, **base(100)), *parts)) == []


def mode(*options: str) -> Claim:
    return {"statistic": "mode", "item": "opinion", "printed": list(options)}


def test_what_is_chosen_most(tmp_path: Path) -> None:
    assert found(tried(tmp_path, *OPINION, mode("a"))) == []
    assert found(tried(tmp_path, *OPINION, mode("b"))) == ["F014 certain C5 C1 C2"]
    assert found(tried(tmp_path, share("opinion", "b", 40), share("opinion", "a", 41), mode("b"))) == []
    assert found(tried(tmp_path, share("opinion", "a", 60), mode("b"))) == ["F014 certain C2 C1"]
    assert found(tried(tmp_path, mode("b"))) == []


def test_two_that_are_chosen_equally_often(tmp_path: Path) -> None:
    both = [share("opinion", name, 46, **base(13)) for name in "ab"]
    assert found(tried(tmp_path, *both, mode("a"))) == ["F014 likely C3 C2 C1"]
    assert found(tried(tmp_path, *both, mode("a", "b"))) == []


@pytest.mark.parametrize(("rank", "odd"), [(1, True), (2, False), (3, True)])
def test_ranks(tmp_path: Path, rank: int, *, odd: bool) -> None:
    claim = {"statistic": "rank", "item": "opinion", "options": ["b"], "printed": rank}
    assert bool(found(tried(tmp_path, *OPINION, claim), "F015 certain")) == odd
    assert found(tried(tmp_path, OPINION[1], claim)) == []


@pytest.mark.parametrize(("n", "expected"), [(117, []), (118, ["F016 certain C3 C1 C2"])])
def test_more_people_than_the_route_lets_through(tmp_path: Path, n: int, expected: list[str]) -> None:
    """Who doesn't know is not asked for reasons: 10% of 130 is 13."""
    claims = size("usage", 130), share("usage", "dk", 10), size("reasons", n)
    assert found(tried(tmp_path, *claims)) == expected


def test_a_part_that_is_larger_than_its_group(tmp_path: Path) -> None:
    assert found(tried(tmp_path, count(20, work="own"), size("usage", 21, work="own"))) == [
        "F016 certain C2 C1"
    ]
    assert found(tried(tmp_path, count(20, work="own"), size("usage", 20, work="own"))) == []
    assert found(tried(tmp_path, size("usage", 30), size("usage", 31, work="own")), "F016") == [
        "F016 certain C2 C1"
    ]
    beside = share("usage", "often", 50, **base(30), **among(work="own"))
    assert found(tried(tmp_path, count(20, work="own"), beside)) == ["F016 explained C2 C1"]
    odd = beside | {"printed": 53}
    assert found(tried(tmp_path, count(20, work="own"), odd)) == ["F016 likely C2 C1"]
    assert found(tried(tmp_path, count(20), count(21, work="own")), "F016") == ["F016 certain C2 C1"]


def test_bases_of_classes(tmp_path: Path) -> None:
    parts = [size("usage", n, work=name) for name, n in (("own", 40), ("boss", 20), ("staff", 25))]
    assert found(tried(tmp_path, size("usage", 80), *parts)) == ["F017 certain C2 C3 C4 C1"]
    assert found(tried(tmp_path, size("usage", 90), *parts)) == []
    every = [*parts, size("usage", 10, work="other")]
    assert found(tried(tmp_path, size("usage", 96), *every)) == ["F017 likely C2 C3 C4 C5 C1"]
    assert found(tried(tmp_path, size("usage", 95), *every)) == []


def test_a_group_under_the_minimum(tmp_path: Path) -> None:
    own = among(work="own")
    told = share("opinion", "a", 50, **own)
    assert found(tried(tmp_path, told | base(8))) == ["F018 certain C1"]
    assert found(tried(tmp_path, told | base(10))) == []
    assert found(tried(tmp_path, told | base(8, "inferred"))) == ["F018 likely C1"]
    assert found(tried(tmp_path, count(8, work="own"), told)) == ["F018 certain C2 C1"]
    assert found(tried(tmp_path, count(8, work="own"))) == []
    assert found(tried(tmp_path, count(8, work="own"), count(3, work="own", opinion="a"))) == [
        "F018 certain C2 C1"
    ]
    assert found(tried(tmp_path, share("opinion", "a", 50, **base(8)))) == []


def table(rows: list[tuple[int, int, int, int]], n: int) -> list[Claim]:
    return [
        share(f"view.{row}", option, value, **base(n))
        for row, values in zip(("one", "two", "three"), rows, strict=True)
        for option, value in zip(("no", "some", "yes", "dk"), values, strict=True)
    ]


def test_a_column_that_is_what_the_others_leave_over(tmp_path: Path) -> None:
    rows = [(40, 26, 20, 14), (54, 16, 11, 19), (34, 29, 22, 15)]
    outcome = tried(tmp_path, *table(rows, 82))
    assert found(outcome, "F019") == ["F019 likely C4 C8 C12"]
    assert found(outcome, "F021") == ["F021 explained C4", "F021 explained C8"]
    counted = [(40, 26, 20, 15), (54, 16, 11, 20), (34, 29, 22, 15)]
    assert found(tried(tmp_path, *table(counted, 82)), "F019") == []
    assert found(tried(tmp_path, *table(rows, 82), weighted=True)) == []


def test_a_row_that_no_counts_give_though_all_make_100(tmp_path: Path) -> None:
    rows = [(35, 22, 30, 13), (34, 29, 22, 15), (34, 29, 26, 11)]
    outcome = tried(tmp_path, *table(rows, 82))
    assert [one.split()[:2] for one in found(outcome, "F019")] == [["F019", "likely"]]
    assert "view.one" in next(one for one in outcome.findings if one.code == "F019").message


def compare(printed: str, **against: Any) -> Claim:  # noqa: ANN401 - keys of a claim
    return {"statistic": "compare", "item": "opinion", "options": ["a"], "printed": printed} | against


@pytest.mark.parametrize(
    ("printed", "other", "expected"),
    [
        ("more", 38, []),
        ("more", 40, []),
        ("more", 41, []),
        ("more", 42, ["F020 certain C3 C1 C2"]),
        ("at_least", 42, ["F020 certain C3 C1 C2"]),
        ("less", 38, ["F020 certain C3 C1 C2"]),
        ("at_most", 40, []),
        ("same", 40, []),
        ("same", 41, []),
        ("same", 43, ["F020 certain C3 C1 C2"]),
    ],
)
def test_comparisons(tmp_path: Path, printed: str, other: int, expected: list[str]) -> None:
    claims = OPINION[0], share("opinion", "b", other), compare(printed, against={"options": ["b"]})
    assert found(tried(tmp_path, *claims)) == expected


def test_a_comparison_with_a_percentage(tmp_path: Path) -> None:
    assert found(tried(tmp_path, OPINION[0], compare("more", against_percent=50))) == ["F020 certain C2 C1"]
    assert found(tried(tmp_path, OPINION[0], compare("more", against_percent=40))) == []


def by_class(statistic: str, *classes: str, **more: Any) -> Claim:  # noqa: ANN401 - keys of a claim
    return {
        "statistic": statistic,
        "item": "opinion",
        "options": ["a"],
        "by": "own",
        "printed": list(classes),
    } | more


CLASSES = [share("opinion", "a", value, **among(own=name)) for name, value in (("yes", 20), ("no", 40))]


def test_sentences_about_classes(tmp_path: Path) -> None:
    assert found(tried(tmp_path, *CLASSES, by_class("top_class", "no"))) == []
    assert found(tried(tmp_path, *CLASSES, by_class("top_class", "yes"))) == ["F020 certain C3 C2 C1"]
    assert found(tried(tmp_path, *CLASSES, by_class("only_classes", "no", above=30))) == []
    assert found(tried(tmp_path, *CLASSES, by_class("only_classes", above=30))) == ["F020 certain C3 C2"]
    assert found(tried(tmp_path, *CLASSES, by_class("only_classes", "yes", "no", above=30))) == [
        "F020 certain C3 C1"
    ]
    assert found(tried(tmp_path, *CLASSES, by_class("only_classes", above=40))) == []


def test_a_list_of_what_lies_below(tmp_path: Path) -> None:
    classes = [one | base(50) for one in CLASSES]
    rule = {
        "statistic": "list_below",
        "items": ["opinion"],
        "options": ["a"],
        "groups": {"own": ["yes", "no"]},
    }
    rule |= {"below": 30, "minimum_base": 10}
    assert found(tried(tmp_path, *classes, rule | {"printed": [["opinion", "own", "yes"]]})) == []
    assert found(tried(tmp_path, *classes, rule | {"printed": []})) == ["F020 certain C3 C1"]
    assert found(tried(tmp_path, *CLASSES, rule | {"printed": []})) == []
    both = [["opinion", "own", "yes"], ["opinion", "own", "no"]]
    assert found(tried(tmp_path, *classes, rule | {"printed": both})) == ["F020 certain C3 C2"]


def test_no_differences_and_means(tmp_path: Path) -> None:
    rows = ["view.one", "view.two", "view.three"]
    shares = [share(row, "no", value) for row, value in zip(rows, (20, 25, 40), strict=True)]
    within = {"statistic": "mostly_within", "items": rows, "options": ["no"], "part": 1, "low": 18}
    assert found(tried(tmp_path, *shares, within | {"high": 30})) == ["F020 certain C4 C3"]
    assert found(tried(tmp_path, *shares, within | {"high": 40})) == []
    mean = {"statistic": "mean_share", "items": rows, "options": ["no"]}
    assert found(tried(tmp_path, *shares, mean | {"printed": 28})) == []
    assert found(tried(tmp_path, *shares, mean | {"printed": 30})) == ["F020 certain C4 C1 C2 C3"]
    assert found(tried(tmp_path, *shares[:2], mean | {"printed": 60})) == []


def test_the_page_has_each_rule_with_its_name_grade_and_example() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for rule in FINDING_RULES:
        assert re.search(rf"^\| {rule.code} \| {rule.name} \| ", text, re.MULTILINE)
        assert f" | {rule.grades} | {rule.example} |\n" in text
    codes = [rule.code for rule in FINDING_RULES]
    assert codes == sorted(set(codes))


def test_every_phrase_has_the_same_places_in_both_languages() -> None:
    for kind, phrase in PHRASES.items():
        assert {*re.findall(r"{(\w+)}", phrase["en"])} == {*re.findall(r"{(\w+)}", phrase["nl"])}, kind
