"""What is wrong with an answer, told to the respondent."""

from decimal import Decimal

import pytest
from form_survey import form_survey, study_of, with_values

from peil.core.largest import LARGEST
from peil.interview.answer_problem import AnswerCode as Code
from peil.interview.answer_problem import AnswerProblem
from peil.interview.answers import Answers
from peil.interview.check_value import LONGEST_TEXT
from peil.interview.walk import walk
from peil.pages.field_problems import all_problems
from peil.pages.messages import LONGEST_SUBJECT, summary_line, tell_problem
from peil.pages.read_form import read_form
from peil.pages.shorten import shorten
from peil.pages.words import LANGUAGES, words_for
from peil.study.codebook import ValueKind

STUDY = form_survey()
INTERVIEW = walk(STUDY, with_values({"rose": "yes", "ability.own.text": "Zang"}))
REASONS = walk(STUDY, Answers({"usage": "often"}, frozenset({"usage"})))


def tell(problem: AnswerProblem, language: str = "nl") -> str:
    interview = REASONS if problem.name.startswith("reasons") else INTERVIEW
    return tell_problem(words_for(language), STUDY, interview, problem, "nl")


def summarise(problem: AnswerProblem, language: str = "nl") -> str:
    interview = REASONS if problem.name.startswith("reasons") else INTERVIEW
    return summary_line(words_for(language), STUDY, interview, problem, "nl")


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (AnswerProblem(Code.REQUIRED, "rose"), "Kies een antwoord."),
        (AnswerProblem(Code.REQUIRED, "tasks"), "Kies ten minste één antwoord."),
        (AnswerProblem(Code.REQUIRED, "why"), "Vul hier iets in."),
        (AnswerProblem(Code.REQUIRED, "age"), "Vul een getal in."),
        (AnswerProblem(Code.REQUIRED, "day"), "Vul een datum in."),
        (AnswerProblem(Code.REQUIRED, "wishes"), "Geef de antwoorden een plaats."),
        (AnswerProblem(Code.REQUIRED, "grade"), "Kies een antwoord."),
        (AnswerProblem(Code.REQUIRED, "address"), "Vul ten minste één van deze gegevens in."),
        (AnswerProblem(Code.REQUIRED, "ability.mail"), "Kies een antwoord bij „Post”."),
        (AnswerProblem(Code.REQUIRED, "ability.own"), "Kies een antwoord bij „Zang”."),
        (AnswerProblem(Code.REQUIRED, "ability.work"), "Kies een antwoord bij „Ander werk, namelijk”."),
        (AnswerProblem(Code.REQUIRED, "fits.own"), "Kies ten minste één antwoord bij „Zelf in te vullen”."),
        (AnswerProblem(Code.REQUIRED, "fits.house"), "Kies ten minste één antwoord bij „Huis”."),
        (
            AnswerProblem(Code.TOO_MANY, "reasons", 2),
            "Kies ten hoogste 2 antwoorden. Haal weg wat u minder belangrijk vindt.",
        ),
        (AnswerProblem(Code.TOO_MANY, "wishes", 2), "Geef ten hoogste 2 antwoorden een plaats."),
        (AnswerProblem(Code.TOO_FEW, "tasks", 2), "Kies ten minste 2 antwoorden."),
        (AnswerProblem(Code.TOO_FEW, "wishes", 1), "Geef ten minste één antwoord een plaats."),
        (
            AnswerProblem(Code.EXCLUSIVE, "tasks"),
            "Kies óf alleen „Geen van deze”, óf een of meer van de andere antwoorden.",
        ),
        (AnswerProblem(Code.NOT_A_NUMBER, "age"), "Vul een getal in, in cijfers, zoals 25."),
        (AnswerProblem(Code.NOT_A_NUMBER, "hours"), "Vul een getal in, in cijfers, zoals 12,5."),
        (AnswerProblem(Code.NOT_A_NUMBER, "money"), "Vul een getal in, in cijfers, zoals 1250."),
        (AnswerProblem(Code.TOO_LOW, "age", Decimal(0)), "Vul een getal in van 0 tot en met 120."),
        (AnswerProblem(Code.TOO_HIGH, "age", Decimal(120)), "Vul een getal in van 0 tot en met 120."),
        (
            AnswerProblem(Code.TOO_HIGH, "rose.yes.number", Decimal(500)),
            "Vul een getal in van -500 tot en met 500.",
        ),
        (AnswerProblem(Code.TOO_LOW, "hours", Decimal(0)), "Vul een getal in van 0 of hoger."),
        (AnswerProblem(Code.TOO_HIGH, "hours", LARGEST), f"Vul een getal in van {LARGEST} of lager."),
        (AnswerProblem(Code.TOO_HIGH, "age", LARGEST), f"Vul een getal in van {LARGEST} of lager."),
        (AnswerProblem(Code.TOO_PRECISE, "age", 0), "Vul een heel getal in, zonder cijfers achter de komma."),
        (
            AnswerProblem(Code.TOO_PRECISE, "money", 2),
            "Vul een getal in met ten hoogste 2 cijfers achter de komma.",
        ),
        (
            AnswerProblem(Code.TOO_LONG, "remarks", LONGEST_TEXT),
            "Maak deze tekst korter: er passen 10000 tekens.",
        ),
        (
            AnswerProblem(Code.HIDDEN_ROW, "why"),
            "Deze vraag hoeft u niet meer te beantwoorden. U kunt verdergaan.",
        ),
    ],
)
def test_a_problem_says_what_to_do(problem: AnswerProblem, told: str) -> None:
    assert tell(problem) == told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted(Code))
def test_every_problem_can_be_told_about_every_variable_in_every_language(code: Code, language: str) -> None:
    for variable in STUDY.codebook.variables.values():
        numeric = code in {Code.NOT_A_NUMBER, Code.TOO_LOW, Code.TOO_HIGH, Code.TOO_PRECISE}
        if numeric and variable.value not in {ValueKind.NUMBER, ValueKind.STEP}:
            continue
        for name in (variable.name,) if numeric else (variable.name, variable.item):
            problem = AnswerProblem(code, name, 3)
            told = tell(problem, language)
            line = summarise(problem, language)
            assert told[0].isupper()
            assert told.endswith(".")
            assert told in line
            assert code.value not in line
            assert variable.name not in line.split()


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (AnswerProblem(Code.REQUIRED, "rose"), "„Steeg uw omzet?”: Kies een antwoord."),
        (AnswerProblem(Code.REQUIRED, "why"), "„Waarom?”: Vul hier iets in."),
        (AnswerProblem(Code.REQUIRED, "age"), "„U bent … jaar.”: Vul een getal in."),
        (
            AnswerProblem(Code.TOO_LONG, "remarks", 9),
            "„Opmerkingen”: Maak deze tekst korter: er passen 9 tekens.",
        ),
        (
            AnswerProblem(Code.REQUIRED, "fits.house"),
            "„Wat past? – Huis”: Kies ten minste één antwoord bij „Huis”.",
        ),
    ],
)
def test_a_line_of_the_summary_says_which_question(problem: AnswerProblem, line: str) -> None:
    assert summarise(problem) == line


ROW = "Een heel lange regel die zegt dat iemand zijn eigen werk en dat van anderen"
LONG = """
# a: A  {one page}

## first
Denk twee jaar vooruit. Hoeveel procent van de omzet uit uw werk komt dan van werk dat een computer deed?
- ( ) a: A

## second
Schrijf zo precies als u kunt op wat u op uw werk van vandaag en dat van gisteren hebt gemist. ____

## names
Wie {first | "x"}? ____

## grid  {matrix}
Wat vindt u?
columns
- ( ) a: A
- ( ) b: B
rows
- x: {row} niet doet
- y: Kort
""".replace("{row}", ROW)


def test_a_long_question_is_shortened_and_the_only_matrix_is_known_by_its_rows() -> None:
    study = study_of(LONG)
    interview = walk(study, Answers({"first": "a"}))
    found = all_problems(study, interview, "a", read_form(study, "a", {}, "nl"))
    lines = [summary_line(words_for("nl"), study, interview, problem, "nl") for problem in found]
    assert lines == [
        "„Hoeveel procent van de omzet uit uw werk komt dan van werk dat een computer…”: Kies een antwoord.",
        "„Schrijf zo precies als u kunt op wat u op uw werk van vandaag en dat van…”: Vul hier iets in.",
        "„Wie A?”: Vul hier iets in.",
        f"Kies een antwoord bij „{ROW}…”.",
        "Kies een antwoord bij „Kort”.",
    ]
    too_long = AnswerProblem(Code.UNKNOWN_OPTION, "grid.y")
    line = summary_line(words_for("nl"), study, interview, too_long, "nl")
    assert line == "„Kort”: Kies een van de antwoorden die hier staan."


def test_text_is_cut_where_a_word_ends() -> None:
    assert shorten("een twee drie", 13) == "een twee drie"
    assert shorten("een twee drie", 12) == "een twee…"
    assert shorten("een, twee", 5) == "een…"
    assert shorten("aaaaaaaaaa", 5) == "aaaa…"
    assert shorten(" een \n twee ", 80) == "een twee"
    assert len(shorten("woord " * 50, LONGEST_SUBJECT)) <= LONGEST_SUBJECT
