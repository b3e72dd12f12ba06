"""Check printed numbers: shares, counts, bases, means and facts."""

from decimal import Decimal

from peil.core.percent import percent_of_share, spell_number
from peil.disclose.verdicts import mean_of_shares
from peil.report import problems as rules
from peil.report.compose.amount import Amount
from peil.report.compose.check_rate import check_rate
from peil.report.compose.checker import Checker
from peil.report.compose.outcome import HIDDEN, UNKNOWN_RATE, Outcome
from peil.report.compose.phrases import say, spell_count
from peil.report.template.binding import BaseSize, Count, Fact, MeanShare, Share
from peil.report.template.read_binding import RATES
from peil.report.template.words.numbers import read_number
from peil.report.template.words.shares import PrintedShare, read_share


def check_share(checker: Checker, printed: str, value: Share) -> Outcome:
    """Check a share in figures or words."""
    amount = checker.amount(value.of)
    if amount is None:
        return HIDDEN
    said = read_share(printed, checker.language)
    decimals = said.decimals if said else 0
    computed = amount.printed(checker.language, decimals)
    detail = counted(amount)
    origin = checker.told(value.of, amount)
    if said is None:
        return Outcome(origin, rules.UNREADABLE_WORDS, computed, detail)
    whole = amount.count in {0, amount.base}
    wrong = not holds(said, amount.percent(decimals)) or (said.exact and not whole)
    return Outcome(origin, rules.CHANGED_NUMBER if wrong else None, computed, detail)


def holds(said: PrintedShare, percentage: Decimal) -> bool:
    """Say whether a rounded percentage is what was said."""
    return said.low <= percentage <= said.high


def counted(amount: Amount) -> str:
    """Say which counts make a share, for a problem's message."""
    return f"{amount.count} of {amount.base}" if amount.counted else f"n = {amount.base}, weighted"


def check_number(checker: Checker, printed: str, number: int, origin: str) -> Outcome:
    """Check a whole number in figures or a word."""
    said = read_number(printed, checker.language)
    wrong = rules.UNREADABLE_WORDS if said is None else rules.CHANGED_NUMBER if said != number else None
    return Outcome(origin, wrong, spell_count(number, checker.language))


def check_count(checker: Checker, printed: str, value: Count) -> Outcome:
    """Check an unweighted count."""
    amount = checker.amount(value.of)
    if amount is None:
        return HIDDEN
    return check_number(checker, printed, amount.count, checker.told(value.of, amount))


def check_base(checker: Checker, printed: str, value: BaseSize) -> Outcome:
    """Check a base's n."""
    table = checker.table(value.of)
    if table is None or table.n is None:
        return HIDDEN
    origin = f"{checker.labels.selection(value.of)}; {say(checker.language, 'n', n=table.n)}"
    return check_number(checker, printed, table.n, origin)


def check_mean(checker: Checker, printed: str, value: MeanShare) -> Outcome:
    """Check the mean of a share over items."""
    tables = [checker.table(selection) for selection in value.of]
    known = [table for table in tables if table]
    share = mean_of_shares(known, value.of[0].options) if len(known) == len(tables) else None
    if share is None:
        return HIDDEN
    said = read_share(printed, checker.language)
    decimals = said.decimals if said else 0
    computed = percent_of_share(share, decimals)
    wrong = not said or not holds(said, computed)
    rule = rules.UNREADABLE_WORDS if said is None else rules.CHANGED_NUMBER if wrong else None
    told = say(checker.language, "mean_of", count=len(known))
    source = checker.labels.source(checker.labels.item(selection.item) for selection in value.of)
    shown = f"{spell_number(computed, checker.language)}%"
    return Outcome(f"{source}; {told}", rule, shown, f"mean of {len(known)} items")


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
