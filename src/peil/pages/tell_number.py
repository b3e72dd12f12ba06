"""What is wrong with a number, in words with its bounds."""

from decimal import Decimal

from peil.core.percent import spell_number
from peil.interview.answer_problem import AnswerCode, AnswerProblem
from peil.pages.words import Words
from peil.study.codebook import ValueKind
from peil.study.study import Study
from peil.study.text import NumberBlank

EXAMPLES = Decimal(25), Decimal(5), Decimal("0.5")
LARGE = Decimal(10_000)
LARGE_EXAMPLE = Decimal(1250)
"""Shows, where numbers are this large, that thousands need no mark."""


def number_problem(words: Words, study: Study, problem: AnswerProblem) -> str:
    """Say what number to fill in.

    Args:
        words: The pages' own words.
        study: The study.
        problem: One with a number or a scale's step.
    """
    variable = study.codebook.variables[problem.name]
    if variable.value is ValueKind.STEP:
        return words("problem_listed")
    item = study.codebook.items[variable.item]
    blank = variable.blank or study.questionnaire.by_id[item.question].blank
    number = blank if isinstance(blank, NumberBlank) else None
    low, high = (number.low, number.high) if number else (None, None)
    match problem.code:
        case AnswerCode.NOT_A_NUMBER:
            return words("problem_not_a_number", example=_spell(words, _example(number)))
        case AnswerCode.TOO_PRECISE:
            places = int(problem.limit or 0)
            return words.counted("problem_decimals", places) if places else words("problem_whole")
        case _ if problem.limit in {low, high} and low is not None and high is not None:
            return words("problem_between", low=_spell(words, low), high=_spell(words, high))
        case AnswerCode.TOO_LOW:
            return words("problem_low", low=_spell(words, problem.limit or 0))
        case _:
            return words("problem_high", high=_spell(words, problem.limit or 0))


def _spell(words: Words, number: Decimal | int) -> str:
    return spell_number(number, words.language)


def _example(blank: NumberBlank | None) -> Decimal:
    """Give a number that would do, with a decimal where those are asked for."""
    if blank is None:
        return EXAMPLES[0]
    large = (LARGE_EXAMPLE,) if blank.high is not None and blank.high >= LARGE else ()
    half = (Decimal("12.5"),) if blank.decimals else ()
    fitting = (number for number in (*large, *half, *EXAMPLES) if _fits(number, blank))
    return next(fitting, blank.low if blank.low is not None else blank.high or EXAMPLES[0])


def _fits(number: Decimal, blank: NumberBlank) -> bool:
    return (
        (blank.low is None or number >= blank.low)
        and (blank.high is None or number <= blank.high)
        and number == round(number, blank.decimals)
    )
