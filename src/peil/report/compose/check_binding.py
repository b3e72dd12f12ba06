"""Check a binding: what the text says against what the release gives."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from peil.core.percent import percent_of_share, spell_number
from peil.core.problem import Problem
from peil.disclose.release import Release, ReleasedTable
from peil.disclose.verdicts import compare, deviating, mean_of_shares, mode, rank
from peil.report import problems as rules
from peil.report.compose.amount import Amount, amount_of, is_whole
from peil.report.compose.labels import Labels
from peil.report.compose.phrases import join_words, say
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
from peil.report.template.needs import split
from peil.report.template.selection import Selection
from peil.report.template.words.directions import read_direction
from peil.report.template.words.numbers import read_number, read_ordinal, spell_ordinal
from peil.report.template.words.shares import PrintedShare, read_share
from peil.study.checks.rule import Rule
from peil.study.expr.tree import Order

MANY_LABELS = 4


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a binding states, checked.

    Args:
        origin: Where the value comes from, in words.
        rule: What is wrong, or None.
        computed: What the data give, as it would be printed; empty where hidden.
        detail: How that was found, for the problem's message.
    """

    origin: str
    rule: Rule | None = None
    computed: str = ""
    detail: str = ""


HIDDEN = Outcome("", rules.HIDDEN_VALUE)


@dataclass(frozen=True)
class Checker:
    """Checks the bindings of one report."""

    release: Release
    labels: Labels

    @property
    def language(self) -> str:
        """The report's language."""
        return self.labels.language

    def check(self, binding: Binding) -> tuple[Outcome, Problem | None]:
        """Check one binding."""
        if binding.value is None:
            return Outcome(""), None
        outcome = check_value(self, binding.printed, binding.value)
        return outcome, problem_of(binding, outcome)

    def table(self, selection: Selection) -> ReleasedTable | None:
        """Give the released table of a selection, None where it is hidden or nobody is in it."""
        found = self.release.find(selection.spec, selection.group)
        return found if found and found.n else None

    def amount(self, selection: Selection) -> Amount | None:
        """Give a selection's share."""
        return amount_of(self.table(selection), selection.options)

    def told(self, selection: Selection, amount: Amount) -> str:
        """Say where a share comes from."""
        if amount.counted:
            counts = say(self.language, "of", count=amount.count, base=amount.base)
        else:
            counts = f"{amount.printed(self.language, 1)}, {say(self.language, 'n', n=amount.base)}"
            counts = f"{counts}, {say(self.language, 'weighted')}"
        return f"{self.labels.selection(selection)}; {counts}"


def problem_of(binding: Binding, outcome: Outcome) -> Problem | None:
    """Give the problem of an outcome."""
    rule = outcome.rule
    if rule is None:
        return None
    if rule is rules.HIDDEN_VALUE:
        message = "The value is hidden by the disclosure rules, so the text can't say it."
        hint = "Leave the sentence out, or take classes together."
        return rule.problem(binding.span, message, hint=hint, got=binding.printed)
    detail = f" ({outcome.detail})" if outcome.detail else ""
    if rule is rules.UNREADABLE_WORDS:
        message = (
            f'"{binding.printed}" can\'t be read as a value here; the data give {outcome.computed}{detail}.'
        )
        hint = f'Print "{outcome.computed}".'
    else:
        message = f'The text says "{binding.printed}"; the data give {outcome.computed}{detail}.'
        hint = f'Print "{outcome.computed}", or mend the sentence.'
    return rule.problem(binding.span, message, hint=hint, expected=outcome.computed, got=binding.printed)


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
    return Outcome(origin, wrong, str(number))


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


def check_mode(checker: Checker, printed: str, value: Mode) -> Outcome:
    """Check the most chosen option or options."""
    table = checker.table(value.of)
    most = mode(table) if table and is_whole(table) else ()
    if table is None or not most:
        return HIDDEN
    item = checker.labels.item(value.of.item)
    labels = [checker.labels.option(item, option) for option in most]
    computed = join_words(labels, checker.language)
    amount = amount_of(table, most[:1])
    said = set(value.stated) == set(most) if value.stated else says_labels(printed, labels, checker.language)
    origin = checker.labels.selection(value.of) + (
        f"; {computed}, {amount.printed(checker.language)}" if amount else ""
    )
    detail = f"{', '.join(most)}: {counted(amount)}" if amount else ""
    return Outcome(origin, None if said else rules.UNTRUE_MODE, computed, detail)


def says_labels(printed: str, labels: Sequence[str], language: str) -> bool:
    """Say whether the printed words are the labels, in any order while there are few."""
    orders = permutations(labels) if len(labels) <= MANY_LABELS else (tuple(labels),)
    return any(folded(printed) == folded(join_words(order, language)) for order in orders)


def folded(text: str) -> str:
    """Give text in one case, with single spaces and without a stop at its end."""
    return " ".join(text.casefold().split()).rstrip(".")


def check_rank(checker: Checker, printed: str, value: Rank) -> Outcome:
    """Check an option's rank."""
    table, amount = checker.table(value.of), checker.amount(value.of)
    if table is None or amount is None or not is_whole(table):
        return HIDDEN
    place = rank(table, value.of.options[0])
    if place is None:
        return HIDDEN
    said = value.stated or read_ordinal(printed, checker.language)
    wrong = rules.UNREADABLE_WORDS if said is None else rules.UNTRUE_RANK if said != place else None
    origin = checker.told(value.of, amount)
    return Outcome(origin, wrong, spell_ordinal(place, checker.language), amount.printed("en"))


def check_comparison(checker: Checker, printed: str, value: Comparison) -> Outcome:
    """Check which of two shares is the larger."""
    left, right = checker.amount(value.left), checker.amount(value.right)
    if left is None or right is None:
        return HIDDEN
    found = compare(left.share, right.share)
    said = read_direction(printed, checker.language)
    wrong = rules.UNREADABLE_WORDS if said is None else rules.UNTRUE_COMPARISON if said != found else None
    both = (
        f"{told} ({amount.printed(checker.language)})"
        for told, amount in (
            (checker.labels.selection(value.left), left),
            (checker.labels.selection(value.right), right),
        )
    )
    one, other = both
    origin = say(checker.language, "against", left=one, right=other)
    detail = f"{left.printed('en')} against {right.printed('en')}"
    return Outcome(origin, wrong, str(found), detail)


def check_claim(checker: Checker, printed: str, value: Claim) -> Outcome:
    """Check that a share keeps its bound."""
    del printed
    amount = checker.amount(value.of)
    if amount is None:
        return HIDDEN
    decimals = max(0, -int(value.bound.as_tuple().exponent))
    share, rounded = amount.exact, amount.percent(decimals)
    kept = {
        Order.MORE: share > value.bound,
        Order.AT_LEAST: share >= value.bound,
        Order.LESS: share < value.bound,
        Order.AT_MOST: share <= value.bound,
        Order.EQUAL: rounded == value.bound,
    }[value.order]
    detail = f"{counted(amount)}, and {value.order} {value.bound}% was claimed"
    origin = checker.told(value.of, amount)
    return Outcome(origin, None if kept else rules.UNTRUE_CLAIM, amount.printed(checker.language, 1), detail)


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


def check_deviating(checker: Checker, printed: str, value: Deviating) -> Outcome:
    """Check which classes deviate from the total by the plan's rule."""
    total = checker.table(value.of.total)
    if total is None:
        return HIDDEN
    plan, labels, ids = checker.labels.study.plan, [], []
    for group in value.groups:
        spec = split(value.of, group).spec
        classes = [checker.release.find(spec, name) for name in checker.labels.item(group).option_ids]
        found = deviating(total, [table for table in classes if table], plan, value.of.options)
        ids += [deviation.group for deviation in found]
        labels += [checker.labels.group(group, deviation.group) for deviation in found]
    computed = join_words(labels, checker.language)
    free = value.stated is not None and set(value.stated) == set(ids)
    said = free if value.stated is not None else folded(printed) == folded(computed)
    rule = say(checker.language, "deviates", points=plan.deviation.points)
    origin = f"{checker.labels.selection(value.of.total)}; {rule}"
    return Outcome(origin, None if said else rules.UNTRUE_LIST, computed, ", ".join(ids))


def check_fact(checker: Checker, printed: str, value: Fact) -> Outcome:
    """Check a fact about response."""
    facts = checker.release.facts
    numbers = {"rows": facts.rows, "analysed": facts.analysed, "complete": facts.complete}
    number = numbers[value.name] if value.name in numbers else facts.reached.get(value.question)
    return HIDDEN if number is None else check_number(checker, printed, number, say(checker.language, "fact"))


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
            return check_claim(checker, printed, value)
        case MeanShare():
            return check_mean(checker, printed, value)
        case Deviating():
            return check_deviating(checker, printed, value)
        case Fact():
            return check_fact(checker, printed, value)
