"""Check printed numbers: shares, counts, bases, means and facts."""

from peil.disclose.verdicts import mean_of_shares
from peil.report.compose.check_rate import check_rate
from peil.report.compose.check_share import check_percentage, judge_number, outcome_of
from peil.report.compose.checker import Checker
from peil.report.compose.outcome import HIDDEN, UNKNOWN_RATE, Outcome
from peil.report.compose.phrases import say
from peil.report.template.binding import BaseSize, Count, Fact, MeanShare
from peil.report.template.read_binding import RATES
from peil.report.template.words.parts import Part, PartKind, count_parts


def check_number(checker: Checker, printed: str, number: int, origin: str) -> Outcome:
    """Check a whole number in figures or a word."""
    part = Part(PartKind.COUNT, 0, printed)
    return outcome_of(printed, (part,), [judge_number(printed, number, checker.language)], (origin, ""))


def check_count(checker: Checker, printed: str, value: Count) -> Outcome:
    """Check an unweighted count, and the base where that is printed too: ``12 van de 21``."""
    amount = checker.amount(value.of)
    if amount is None:
        return HIDDEN
    parts = count_parts(printed, checker.language)
    numbers = {PartKind.COUNT: amount.count, PartKind.BASE: amount.base}
    verdicts = [judge_number(part.text, numbers[part.kind], checker.language) for part in parts]
    return outcome_of(printed, parts, verdicts, (checker.told(value.of, amount), ""))


def check_base(checker: Checker, printed: str, value: BaseSize) -> Outcome:
    """Check a base's n."""
    table = checker.table(value.of)
    if table is None or table.n is None:
        return HIDDEN
    origin = checker.origin(value.of, say(checker.language, "n", n=table.n))
    return check_number(checker, printed, table.n, origin)


def check_mean(checker: Checker, printed: str, value: MeanShare) -> Outcome:
    """Check the mean of a share over items."""
    tables = [checker.table(selection) for selection in value.of]
    known = [table for table in tables if table]
    share = mean_of_shares(known, value.of[0].options) if len(known) == len(tables) else None
    if share is None:
        return HIDDEN
    told = say(checker.language, "mean_of", count=len(known))
    source = checker.labels.source(checker.labels.item(selection.item) for selection in value.of)
    return check_percentage(checker, printed, share, (f"{source}; {told}", f"mean of {len(known)} items"))


def check_fact(checker: Checker, printed: str, value: Fact) -> Outcome:
    """Check a fact about response."""
    facts = checker.release.facts
    if value.name in RATES:
        return check_rate(checker, printed, value.name)
    if value.name == "invited" and facts.response is None:
        return UNKNOWN_RATE
    numbers = {
        "rows": facts.rows,
        "analysed": facts.analysed,
        "complete": facts.complete,
        "excluded": sum(one.interviews for one in facts.amended.left_out),
        "turned_away": facts.amended.quota_full,
        "invited": facts.response.invited if facts.response else None,
    }
    number = numbers[value.name] if value.name in numbers else facts.reached.get(value.question)
    return HIDDEN if number is None else check_number(checker, printed, number, say(checker.language, "fact"))
