"""Expressions: what they mean, and what is wrong with them."""

from decimal import Decimal

import pytest
from codebook_by_hand import ROLES, make_codebook

from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.expr.resolve import resolve_condition
from peil.study.expr.tree import (
    ALWAYS,
    And,
    Between,
    Compare,
    CountOf,
    Expr,
    Has,
    Is,
    Not,
    NumberOf,
    Or,
    Order,
    RoleIs,
    WasAsked,
    WasGiven,
    reads,
)

CODEBOOK = make_codebook()
START = Span("questionnaire.md", 42, 4)
OFTEN = Is("usage", ("often",))
ADULT = Compare(NumberOf("age"), Order.AT_LEAST, Decimal(18))


def resolve(source: str) -> tuple[Expr, tuple[Problem, ...]]:
    condition, problems = resolve_condition(source, START, CODEBOOK, ROLES)
    assert condition.span == START
    assert condition.source == source.strip()
    return condition.tree, problems


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        ("usage is often", OFTEN),
        ("usage is not never", Is("usage", ("never",), negated=True)),
        ("usage is one of (often, never)", Is("usage", ("often", "never"))),
        ("usage is not one of ( often,never )", Is("usage", ("often", "never"), negated=True)),
        ("usage is dk", Is("usage", ("dk",))),
        ("ability.grants is worse", Is("ability.grants", ("worse",))),
        ("detail[speed] is often", Is("detail[speed]", ("often",))),
        ("heavy is yes", Is("heavy", ("yes",))),
        ("grade is dk", Is("grade", ("dk",))),
        ("reasons has speed", Has("reasons", "speed")),
        ("does.a has worse", Has("does.a", "worse")),
        ("age >= 18", ADULT),
        ("age = 3", Compare(NumberOf("age"), Order.EQUAL, Decimal(3))),
        ("age < -2.5", Compare(NumberOf("age"), Order.LESS, Decimal("-2.5"))),
        ("age <= 3", Compare(NumberOf("age"), Order.AT_MOST, Decimal(3))),
        ("grade > 7", Compare(NumberOf("grade"), Order.MORE, Decimal(7))),
        ("wishes.speed = 1", Compare(NumberOf("wishes.speed"), Order.EQUAL, Decimal(1))),
        ("turnover.rose.number > 10", Compare(NumberOf("turnover.rose.number"), Order.MORE, Decimal(10))),
        ("age between 1 and 8", Between(NumberOf("age"), Decimal(1), Decimal(8))),
        ("count(reasons) >= 2", Compare(CountOf("reasons"), Order.AT_LEAST, Decimal(2))),
        ("count(does.a) between 1 and 2", Between(CountOf("does.a"), Decimal(1), Decimal(2))),
        ("usage was asked", WasAsked("usage")),
        ("ability was asked", Or((WasAsked("ability.grants"), WasAsked("ability.other1")))),
        ("ability.other1.text was answered", WasGiven("ability.other1.text")),
        ("ability.other1 was answered", WasGiven("ability.other1")),
        ("why was answered", WasGiven("why")),
        ("heavy was answered", WasGiven("heavy")),
        ("role is zzp", RoleIs(("zzp",))),
        ("role is not one of (zzp, employer)", RoleIs(("zzp", "employer"), negated=True)),
        ("not usage is often", Not(OFTEN)),
        ("not usage is often and age >= 18", And((Not(OFTEN), ADULT))),
        ("not (usage is often and age >= 18)", Not(And((OFTEN, ADULT)))),
        ("(usage is often or age >= 18) and role is zzp", And((Or((OFTEN, ADULT)), RoleIs(("zzp",))))),
        (
            "age between 1 and 8 and usage is often",
            And((Between(NumberOf("age"), Decimal(1), Decimal(8)), OFTEN)),
        ),
    ],
)
def test_every_form_of_the_language_gives_its_tree(source: str, tree: Expr) -> None:
    assert resolve(source) == (tree, ())


def test_a_question_with_several_answers_was_answered_when_any_is_ticked() -> None:
    tree, problems = resolve("reasons was answered")
    assert problems == ()
    assert tree == Or(tuple(Has("reasons", option) for option in CODEBOOK.items["reasons"].option_ids))


def test_the_example_of_the_design() -> None:
    _, (problem,) = resolve("usage is somtimes")
    assert str(problem) == (
        'questionnaire.md:42:4  Q012  "usage is somtimes": usage has no option "somtimes". '
        'Did you mean "sometimes"?'
    )


@pytest.mark.parametrize(
    ("source", "code", "column", "says", "hint"),
    [
        ("usge is often", "Q010", 4, '"usge"', 'Did you mean "usage"?'),
        ("usage is often and ag > 1", "Q010", 23, '"ag"', 'Did you mean "age"?'),
        ("reasons.sped was answered", "Q010", 4, '"reasons.sped"', 'Did you mean "reasons.speed"?'),
        ("usage is one of (often, nevr)", "Q012", 4, 'no option "nevr"', 'Did you mean "never"?'),
        ("reasons has sped", "Q012", 4, 'no option "sped"', 'Did you mean "speed"?'),
        ("grade is xyz", "Q012", 4, 'no option "xyz"', "Its options are dk."),
        ("role is zpp", "Q009", 4, 'no role "zpp"', 'Did you mean "zzp"?'),
        ("reasons is speed", "Q011", 4, 'use "has"', 'Write "reasons has speed".'),
        ("reasons is not speed", "Q011", 4, 'use "has"', 'Write "not reasons has speed".'),
        ("usage has often", "Q011", 4, 'use "is"', 'Write "usage is often".'),
        ("usage >= 3", "Q011", 4, "not numbers", 'Write "usage is often".'),
        ("usage is 3", "Q011", 4, "not numbers", "Name an option by its id: often, sometimes, never, dk."),
        ("usage = never", "Q011", 4, "not numbers", 'Write "usage is never".'),
        ("age is 3", "Q011", 4, "is a number", 'Write "age = 3".'),
        ("grade is 3", "Q011", 4, "is a scale", 'Write "grade = 3".'),
        ("age > often", "Q011", 4, "only be compared with a number", ""),
        ("ability is worse", "Q011", 4, "is a matrix", 'Write "ability.grants is worse", say.'),
        ("detail is often", "Q011", 4, "once for each", 'Write "detail[speed] is often", say.'),
        ("why is often", "Q011", 4, "free text", 'Only "why was answered" can be asked of it.'),
        ("why > 3", "Q011", 4, "free text", 'Only "why was answered" can be asked of it.'),
        ("born has x", "Q011", 4, "free text or a date", 'Only "born was answered" can be asked of it.'),
        ("reasons >= 2", "Q011", 4, "not a number", 'Count its ticks: "count(reasons)".'),
        ("count(usage) >= 2", "Q011", 4, "no ticks", ""),
        ("wishes is speed", "Q011", 4, "is a ranking", 'Write "wishes.speed = 1", say.'),
        ("reasons.speed is often", "Q011", 4, "is a tick", 'Write "reasons has speed".'),
        ("ability was answered", "Q011", 4, "several answers", 'Name one: "ability.grants was answered".'),
        ("contact.email was answered", "Q011", 4, "stored apart", ""),
        ("role has zzp", "Q011", 4, "only be compared", 'Write "role is zzp", say.'),
        ("usage is often or age > 1 and age < 3", "Q013", 30, '"and" after "or"', "Put parentheses"),
        ("usage is ‘often", "Q014", 13, "left single quotation mark", "leave it out"),
        ("age ≥ 3", "Q014", 8, "greater-than or equal to", 'Write ">=".'),
        ("age\u00a0> 3", "Q014", 7, "no-break space", "Write a plain space."),
        ("age > −3", "Q014", 10, "minus sign", 'Write "-".'),
        ('usage is "often"', "Q015", 13, "an option", "without quotation marks"),
        ("usage == often", "Q015", 10, '"=="', 'Write "is".'),
        ("age != 3", "Q015", 8, '"!="', 'Write "not age = 3".'),
        ("age > 2,5", "Q015", 11, "a number", 'Write a decimal point: "2.5".'),
        ("usage was not asked", "Q015", 14, '"asked"', 'Write "not usage was asked".'),
        ("usage IS often", "Q015", 10, '"IS"', 'Write "is".'),
        ("usage is often AND age > 1", "Q015", 19, '"AND"', 'Write "and".'),
        ("usage is often age > 1", "Q015", 19, '"age"', ""),
        ("(usage is often", "Q015", 19, '")"', ""),
        ("usage is often)", "Q015", 18, '")"', "not opened"),
        ("age between 8 and 1", "Q015", 4, "no number", "between 1 and 8"),
        ("age between 1 to 8", "Q015", 18, '"and"', 'Write "between 1 and 8".'),
        ("usage", "Q015", 9, '"is", "has"', ""),
        ("usage is", "Q015", 12, "an option", ""),
        ("", "Q015", 4, "a condition", ""),
    ],
)
def test_one_slip_is_one_problem_with_its_place_and_repair(
    source: str, code: str, column: int, says: str, hint: str
) -> None:
    tree, problems = resolve(source)
    assert [problem.code for problem in problems] == [code]
    assert tree == ALWAYS
    assert problems[0].span == Span("questionnaire.md", 42, column)
    assert says in problems[0].message
    assert hint in problems[0].hint
    assert bool(hint) is bool(problems[0].hint)


def test_all_slips_of_one_expression_are_told_at_once_in_order() -> None:
    _, problems = resolve("(usage is somtimes or age is 3) and foo is bar and not role is boss")
    assert [(problem.code, problem.span.column) for problem in problems] == [
        ("Q012", 5),
        ("Q011", 26),
        ("Q010", 40),
        ("Q009", 59),
    ]


def test_a_term_that_cannot_be_read_does_not_hide_the_next() -> None:
    _, problems = resolve("usage os often and usge is often")
    assert [problem.code for problem in problems] == ["Q015", "Q010"]


def test_mixing_inside_parentheses_is_told_there_and_not_outside() -> None:
    _, problems = resolve("(usage is often and age > 1 or age < 3) and role is zzp")
    assert [(problem.code, problem.span.column) for problem in problems] == [("Q013", 32)]


def test_reads_names_what_the_tree_looks_at() -> None:
    tree, _ = resolve("(usage is often or count(reasons) > 1) and not role is zzp and why was answered")
    assert reads(tree) == {"usage", "reasons", "role", "why"}
