"""Check a binding: what the text says against what the release gives."""

from peil.core.problem import Problem
from peil.report.compose.check_beyond import check_beyond
from peil.report.compose.check_claim import check_average, check_claim
from peil.report.compose.check_list import check_top, write_list
from peil.report.compose.check_number import check_base, check_count, check_fact, check_mean
from peil.report.compose.check_pair import check_comparison, check_difference, check_ratio, check_trend
from peil.report.compose.check_proviso import check_chance, stands
from peil.report.compose.check_share import check_interval, check_margin, check_share
from peil.report.compose.check_verdict import check_deviating, check_mode, check_rank
from peil.report.compose.checker import Checker
from peil.report.compose.outcome import Outcome, printed_words, problem_of
from peil.report.compose.phrases import say
from peil.report.template.binding import (
    Average,
    BaseSize,
    Binding,
    Chance,
    Claim,
    Comparison,
    Count,
    Deviating,
    Difference,
    Fact,
    Interval,
    Margin,
    MeanShare,
    Mode,
    Rank,
    Ratio,
    Share,
    Top,
    Trend,
    Value,
    WrittenList,
)
from peil.report.template.template import Conditional, Line, Piece, Words


def check_binding(checker: Checker, binding: Binding) -> tuple[Outcome, Problem | None]:
    """Check one binding; give what it states and the problem, if any."""
    if binding.value is None:
        return Outcome(""), None
    outcome = check_value(checker, binding.printed, binding.value)
    return outcome, problem_of(binding, outcome)


def bound_words(checker: Checker, bound: Binding | Conditional) -> str:
    """Give what a document prints for a binding or a conditional text."""
    if isinstance(bound, Binding):
        outcome, _ = check_binding(checker, bound)
        return printed_words(bound, outcome, checker.language)
    line = standing_line(checker, bound)
    parts = (
        piece.what.text if isinstance(piece.what, Words) else bound_words(checker, piece.what)
        for piece in line
        if isinstance(piece.what, Words | Binding | Conditional)
    )
    return "".join(parts)


def standing_line(checker: Checker, conditional: Conditional) -> Line:
    """Give the text of a conditional that stands; the words for "not shown" where nobody may know."""
    if conditional.proviso is None:
        return conditional.then
    holds, outcome = stands(checker, conditional.proviso)
    if outcome.rule is not None:
        return (Piece(Words(say(checker.language, "hidden"))),)
    return conditional.then if holds else conditional.other


def check_value(checker: Checker, printed: str, value: Value) -> Outcome:
    """Check printed text against a value of any kind."""
    match value:
        case Claim():
            return check_claim(checker, value)
        case Share() | Count() | BaseSize() | MeanShare() | Average() | Fact():
            return check_amount(checker, printed, value)
        case Margin() | Interval() | Chance():
            return check_certainty(checker, printed, value)
        case Comparison() | Trend() | Difference() | Ratio():
            return check_two(checker, printed, value)
        case Mode() | Rank() | Deviating() | Top() | WrittenList():
            return check_order(checker, printed, value)
        case _:
            return check_beyond(checker, printed, value)


def check_amount(
    checker: Checker, printed: str, value: Share | Count | BaseSize | MeanShare | Average | Fact
) -> Outcome:
    """Check a number of one selection."""
    match value:
        case Share():
            return check_share(checker, printed, value)
        case Count():
            return check_count(checker, printed, value)
        case BaseSize():
            return check_base(checker, printed, value)
        case MeanShare():
            return check_mean(checker, printed, value)
        case Average():
            return check_average(checker, printed, value)
        case Fact():
            return check_fact(checker, printed, value)


def check_certainty(checker: Checker, printed: str, value: Margin | Interval | Chance) -> Outcome:
    """Check a number that says how sure another is."""
    match value:
        case Margin():
            return check_margin(checker, printed, value)
        case Interval():
            return check_interval(checker, printed, value)
        case Chance():
            return check_chance(checker, printed, value)


def check_two(checker: Checker, printed: str, value: Comparison | Trend | Difference | Ratio) -> Outcome:
    """Check what is said of two selections."""
    match value:
        case Comparison():
            return check_comparison(checker, printed, value)
        case Trend():
            return check_trend(checker, printed, value)
        case Difference():
            return check_difference(checker, printed, value)
        case Ratio():
            return check_ratio(checker, printed, value)


def check_order(
    checker: Checker, printed: str, value: Mode | Rank | Deviating | Top | WrittenList
) -> Outcome:
    """Check what stands first, or apart."""
    match value:
        case Mode():
            return check_mode(checker, printed, value)
        case Rank():
            return check_rank(checker, printed, value)
        case Deviating():
            return check_deviating(checker, printed, value)
        case Top():
            return check_top(checker, printed, value)
        case WrittenList():
            return write_list(checker, printed, value)
