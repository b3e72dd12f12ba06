"""Check printed response rates, and how many were invited."""

from peil.core.percent import percent_of_share, spell_number
from peil.report import problems as rules
from peil.report.compose.checker import Checker
from peil.report.compose.outcome import HIDDEN, UNKNOWN_RATE, Outcome
from peil.report.compose.rates import FULL_NAMES, spell_counts
from peil.report.template.words.shares import read_share


def check_rate(checker: Checker, printed: str, name: str) -> Outcome:
    """Check a response, participation or completion rate in figures or words."""
    response = checker.release.facts.response
    if response is None:
        return UNKNOWN_RATE
    wanted = FULL_NAMES.get(name, name)
    invited = next((one for one in response.rates if one.name == wanted), None)
    found = invited or next((one for one in response.open_rates if one.name == wanted), None)
    if found is None or found.value is None:
        return HIDDEN if response.hidden else UNKNOWN_RATE
    said = read_share(printed, checker.language)
    decimals = said.decimals if said else 0
    percentage = percent_of_share(found.value, decimals)
    computed = f"{spell_number(percentage, checker.language)}%"
    detail = spell_counts(found.numerator, found.denominator, checker.language)
    origin = f"{name}: {detail}"
    if said is None:
        return Outcome(origin, rules.UNREADABLE_WORDS, computed, detail)
    wrong = not said.low <= percentage <= said.high or (said.exact and found.value not in {0, 1})
    return Outcome(origin, rules.CHANGED_NUMBER if wrong else None, computed, detail)
