"""Check printed response rates, and how many were invited."""

from peil.report.compose.check_share import check_percentage
from peil.report.compose.checker import Checker
from peil.report.compose.outcome import HIDDEN, UNKNOWN_RATE, Outcome
from peil.report.compose.rates import FULL_NAMES, spell_counts


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
    detail = spell_counts(found.numerator, found.denominator, checker.language)
    return check_percentage(checker, printed, found.value, (f"{name}: {detail}", detail))
