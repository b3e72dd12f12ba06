"""Expressions told in words: each clause, its denial, and how they are put together."""

from pathlib import Path

import pytest
from check_example import check_files
from codebook_by_hand import HERE, ROLES, make_codebook, say

from peil.study.expr.resolve import resolve_condition
from peil.study.expr.tell import tell
from peil.study.expr.tree import ALWAYS, And, Expr, Not, Or
from peil.study.question import Kind, Question, Repeat, Row
from peil.study.reader.read import read_study
from peil.study.role import Role
from peil.study.text import Text, Wording

CODEBOOK = make_codebook()


def question(question_id: str, kind: Kind, **how: object) -> Question:
    return Question(question_id, kind, "s", say(question_id, f"Vraag {question_id}?"), HERE, **how)  # type: ignore[arg-type]


QUESTIONS = {
    one.id: one
    for one in (
        question("usage", Kind.SINGLE, source="Q6"),
        question("reasons", Kind.MULTI, source="7", options=CODEBOOK.items["reasons"].options),
        question(
            "ability",
            Kind.MATRIX,
            source="Q23",
            rows=(Row("grants", say("g", "Aanvragen"), HERE), Row("other1", Wording("o"), HERE, open=True)),
        ),
        question("detail", Kind.SINGLE, source="8", repeat=Repeat("reasons", HERE)),
        question("age", Kind.NUMBER),
    )
}
NAMES = (("zzp", "zzp"), ("employer", "werkgever"), ("neutral", "anders"))
PEOPLE = [Role(role, Wording(role, {"nl": Text((words,), HERE)}), None) for role, words in NAMES]


def told(source: str | Expr, language: str = "nl") -> str:
    tree = source
    if isinstance(source, str):
        condition, problems = resolve_condition(source, HERE, CODEBOOK, ROLES)
        assert problems == ()
        tree = condition.tree
    assert not isinstance(tree, str)
    return tell(tree, CODEBOOK, QUESTIONS, PEOPLE, language)


@pytest.mark.parametrize(
    ("source", "dutch", "english"),
    [
        ("usage is never", "bij vraag 6 “Never” antwoordde", "answered “Never” to question 6"),
        (
            "usage is one of (often, sometimes, never)",
            "bij vraag 6 “Often”, “Sometimes” of “Never” antwoordde",
            "answered “Often”, “Sometimes” or “Never” to question 6",
        ),
        (
            "usage is not never",
            "bij vraag 6 iets anders dan “Never” antwoordde",
            "answered something other than “Never” to question 6",
        ),
        (
            "not usage is never",
            "bij vraag 6 niet “Never” antwoordde (of geen antwoord gaf)",
            "did not answer “Never” to question 6 (or gave no answer)",
        ),
        (
            "not usage is not never",
            "bij vraag 6 “Never” antwoordde (of geen antwoord gaf)",
            "answered “Never” to question 6 (or gave no answer)",
        ),
        ("not not usage is never", "bij vraag 6 “Never” antwoordde", "answered “Never” to question 6"),
        ("reasons has speed", "bij vraag 7 “Speed” aankruiste", "ticked “Speed” in question 7"),
        (
            "not reasons has speed",
            "bij vraag 7 “Speed” niet aankruiste",
            "did not tick “Speed” in question 7",
        ),
        ("reasons was answered", "vraag 7 beantwoordde", "answered question 7"),
        ("not reasons was answered", "vraag 7 niet beantwoordde", "did not answer question 7"),
        (
            "ability.grants is worse",
            "bij het onderdeel “grants” van vraag 23 “Worse” antwoordde",
            "answered “Worse” to the row “grants” of question 23",
        ),
        ("ability was asked", "vraag 23 kreeg", "were asked question 23"),
        ("not ability was asked", "vraag 23 niet kreeg", "were not asked question 23"),
        ("usage was asked", "vraag 6 kreeg", "were asked question 6"),
        (
            "detail[speed] is often",
            "bij vraag 8 over “Speed” “Often” antwoordde",
            "answered “Often” to question 8 about “Speed”",
        ),
        (
            "age >= 18",
            "bij de vraag “Vraag age?” minstens 18 invulde",
            "filled in at least 18 at the question “Vraag age?”",
        ),
        (
            "not age < 18",
            "bij de vraag “Vraag age?” niet minder dan 18 invulde (of geen antwoord gaf)",
            "did not fill in less than 18 at the question “Vraag age?” (or gave no answer)",
        ),
        (
            "age between 1 and 2.5",
            "bij de vraag “Vraag age?” 1 tot en met 2,5 invulde",
            "filled in 1 to 2.5 at the question “Vraag age?”",
        ),
        (
            "turnover.rose.number > 10",
            "bij “Vraag turnover?” naast “Rose” meer dan 10 invulde",
            "filled in more than 10 beside “Rose” at “Vraag turnover?”",
        ),
        (
            "wishes.speed <= 2",
            "bij “Vraag wishes?” “Speed” een plaats van hoogstens 2 gaf",
            "gave “Speed” a place of at most 2 at “Vraag wishes?”",
        ),
        (
            "count(reasons) = 1",
            "bij vraag 7 precies 1 antwoord aankruiste",
            "ticked exactly 1 answer in question 7",
        ),
        (
            "count(reasons) between 2 and 3",
            "bij vraag 7 2 tot en met 3 antwoorden aankruiste",
            "ticked 2 to 3 answers in question 7",
        ),
        (
            "reasons.other.text was answered",
            "bij vraag 7 iets invulde naast “Other”",
            "filled in something beside “Other” at question 7",
        ),
        ("role is zzp", "als zzp antwoordde", "answered as zzp"),
        (
            "role is not one of (zzp, employer)",
            "niet als “zzp” of “werkgever” antwoordde",
            "did not answer as “zzp” or “werkgever”",
        ),
        ("not role is not zzp", "als zzp antwoordde", "answered as zzp"),
        (
            "heavy is yes",
            "bij “Vraag heavy?” in de klasse “Yes” valt",
            "fall in the class “Yes” of “Vraag heavy?”",
        ),
        ("heavy was answered", "bij “Vraag heavy?” in een klasse valt", "fall in a class of “Vraag heavy?”"),
    ],
)
def test_each_clause_in_both_languages(source: str, dutch: str, english: str) -> None:
    assert told(source) == f"wie {dutch}"
    assert told(source, "en") == f"those who {english}"


A, B, C, D = "usage was asked", "why was answered", "role is zzp", "reasons has speed"
WORDS = ("vraag 6 kreeg", "“Vraag why?” beantwoordde", "als zzp antwoordde", "bij vraag 7 “Speed” aankruiste")


@pytest.mark.parametrize(
    ("source", "shape"),
    [
        (f"{A} and {B}", "wie {a} en {b}"),
        (f"{A} and {B} and {C}", "wie {a}, {b} en {c}"),
        (f"{A} or {B} or {C}", "wie {a}, {b} of {c}"),
        (f"({A} or {B}) and {C}", "wie {c}, en ofwel {a} ofwel {b}"),
        (f"{C} and ({A} or {B})", "wie {c}, en ofwel {a} ofwel {b}"),
        (f"({A} or {B}) and ({C} or {D})", "wie ofwel {a} ofwel {b}, en ofwel {c} ofwel {d}"),
        (f"{A} or ({B} and {C})", "wie {a}, of wie {b} en {c}"),
        (f"({A} and {B}) or ({C} and {D})", "wie {a} en {b}, of wie {c} en {d}"),
        (f"{A} and ({B} or ({C} and {D}))", "wie {a}, en ofwel {b} ofwel ({c} en {d})"),
        (f"{A} and ({B} and {C})", "wie {a}, {b} en {c}"),
        (f"{A} and {A}", "wie {a}"),
    ],
)
def test_grouping_is_plain(source: str, shape: str) -> None:
    assert told(source) == shape.format(**dict(zip("abcd", WORDS, strict=True)))


def test_denial_of_a_group_is_told_at_its_clauses() -> None:
    assert told(f"not ({A} or {D})") == "wie vraag 6 niet kreeg en bij vraag 7 “Speed” niet aankruiste"
    assert told(f"not ({A} and {D})") == "wie vraag 6 niet kreeg of bij vraag 7 “Speed” niet aankruiste"


@pytest.mark.parametrize(
    ("tree", "dutch", "english"),
    [
        (ALWAYS, "iedereen", "everyone"),
        (Not(ALWAYS), "niemand", "nobody"),
        (Or((ALWAYS, Not(ALWAYS))), "iedereen", "everyone"),
        (And((ALWAYS, Not(ALWAYS))), "niemand", "nobody"),
    ],
)
def test_everyone_and_nobody(tree: Expr, dutch: str, english: str) -> None:
    assert told(tree) == dutch
    assert told(tree, "en") == english


def test_a_language_without_phrases_is_told_in_english() -> None:
    assert told("usage is never", "fr") == "those who answered “Never” to question 6"


def test_an_open_row_is_told_by_its_number() -> None:
    assert told("ability.other1.text was answered") == "wie het eigen onderdeel 1 van vraag 23 invulde"


@pytest.mark.parametrize(
    ("source", "dutch"),
    [
        (
            "reasons has speed or reasons has cost",
            "wie bij vraag 7 “Speed” of “Cost” aankruiste",
        ),
        ("usage is often or usage is never", "wie bij vraag 6 “Often” of “Never” antwoordde"),
        ("ability.grants was asked or ability.other1.text was answered", "wie vraag 23 kreeg"),
        ("not (ability.grants was asked or ability.other1.text was answered)", "wie vraag 23 niet kreeg"),
        ("ability.other1.text was answered", "wie het eigen onderdeel 1 van vraag 23 invulde"),
    ],
)
def test_what_follows_or_repeats_is_said_once(source: str, dutch: str) -> None:
    assert told(source) == dutch


BLANKS = """\
## task
Which?
- [ ] one: One
- [ ] other: Other, namely ____

## sales
Rose?
- ( ) rose: Rose, by ___ [0..500] percent
- ( ) same: Same

## grid  {matrix}
Better?
columns
- ( ) yes: Yes
- ( ) no: No
rows
- first: First
- own: Another task, namely ____

## why  {for each task}
Why? ____

## end_note
Anything? ____
"""


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("task has other", "those who ticked “Other” in the question “Which?”"),
        (
            "task.other.text was answered",
            "those who filled in something beside “Other” at the question “Which?”",
        ),
        ("sales is rose", "those who answered “Rose” to the question “Rose?”"),
        ("sales.rose.number > 10", "those who filled in more than 10 beside “Rose” at the question “Rose?”"),
        ("grid.own is yes", "those who answered “Yes” to the row “Another task” of the question “Better?”"),
        ("why[other] was answered", "those who answered the question “Why?” about “Other”"),
    ],
)
def test_what_leads_up_to_a_blank_is_no_part_of_a_name(tmp_path: Path, source: str, words: str) -> None:
    check_files(tmp_path, questionnaire=f"# s: S\n\n{BLANKS}")
    study = read_study(tmp_path)
    condition, problems = resolve_condition(source, HERE, study.codebook, ())
    assert problems == ()
    assert tell(condition.tree, study.codebook, study.questionnaire.by_id, (), "en") == words


@pytest.mark.parametrize(
    ("source", "dutch", "english"),
    [
        ("age >= 18", "wie bij vraag 5 minstens 18 invulde", "those who filled in at least 18 at question 5"),
        ("usage is never", "wie bij vraag 6 “Never” antwoordde", "those who answered “Never” to question 6"),
    ],
)
def test_a_question_without_a_source_number_goes_by_the_documents(
    source: str, dutch: str, english: str
) -> None:
    condition, problems = resolve_condition(source, HERE, CODEBOOK, ROLES)
    assert problems == ()
    numbers = {"age": "5", "usage": "99"}
    for language, words in (("nl", dutch), ("en", english)):
        assert tell(condition.tree, CODEBOOK, QUESTIONS, PEOPLE, language, numbers) == words


def test_a_question_that_the_document_does_not_number_goes_by_its_words() -> None:
    condition, _ = resolve_condition("age >= 18", HERE, CODEBOOK, ROLES)
    words = tell(condition.tree, CODEBOOK, QUESTIONS, PEOPLE, "en", {"detail": "4"})
    assert words == "those who filled in at least 18 at the question “Vraag age?”"
