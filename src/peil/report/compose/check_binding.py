"""Check a binding: what the text says against what the release gives."""

from peil.core.problem import Problem
from peil.report.compose.check_number import check_base, check_count, check_fact, check_mean, check_share
from peil.report.compose.check_verdict import (
    check_claim,
    check_comparison,
    check_deviating,
    check_mode,
    check_rank,
)
from peil.report.compose.checker import Checker
from peil.report.compose.outcome import Outcome, printed_words, problem_of
from peil.report.template.binding import (
    BaseSize,
    Binding,
    Claim,
    Comparison,
    Count,
    Deviating,
    Fact,
    MeanShare,
    Mode,
    Rank,
    Share,
    Value,
)


def check_binding(checker: Checker, binding: Binding) -> tuple[Outcome, Problem | None]:
    """Check one binding; give what it states and the problem, if any."""
    if binding.value is None:
        return Outcome(""), None
    outcome = check_value(checker, binding.printed, binding.value)
    return outcome, problem_of(binding, outcome)


def bound_words(checker: Checker, binding: Binding) -> str:
    """Give what a document prints for a binding."""
    outcome, _ = check_binding(checker, binding)
    return printed_words(binding, outcome, checker.language)


def check_value(checker: Checker, printed: str, value: Value) -> Outcome:  # noqa: C901, PLR0911 - one case a kind
    """Check printed text against a value of any kind."""
    match value:
        case Share():
            return check_share(checker, printed, value)
        case Count():
            return check_count(checker, printed, value)
        case BaseSize():
            return check_base(checker, printed, value)
        case Mode():
            return check_mode(checker, printed, value)
        case Rank():
            return check_rank(checker, printed, value)
        case Comparison():
            return check_comparison(checker, printed, value)
        case Claim():
            return check_claim(checker, value)
        case MeanShare():
            return check_mean(checker, printed, value)
        case Deviating():
            return check_deviating(checker, printed, value)
        case Fact():
            return check_fact(checker, printed, value)
