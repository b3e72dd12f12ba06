"""Check what a text concludes: modes, ranks, comparisons, claims and deviating classes."""

from collections.abc import Sequence
from itertools import permutations

from peil.disclose.verdicts import compare, deviating, mode, rank
from peil.report import problems as rules
from peil.report.compose.amount import amount_of, is_whole
from peil.report.compose.check_number import counted
from peil.report.compose.checker import Checker
from peil.report.compose.intervals import CORRECTIONS
from peil.report.compose.outcome import HIDDEN, Outcome
from peil.report.compose.phrases import join_words, say
from peil.report.template.binding import Claim, Comparison, Deviating, Mode, Rank
from peil.report.template.needs import split
from peil.report.template.words.directions import read_direction, spell_direction
from peil.report.template.words.numbers import read_ordinal, spell_ordinal
from peil.study.expr.tree import Order

MANY_LABELS = 4


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
    found = compare(left.share, right.share) if left and right else None
    if left is None or right is None or found is None:
        return HIDDEN
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
    return Outcome(origin, wrong, spell_direction(found, checker.language, printed), detail)


def check_claim(checker: Checker, value: Claim) -> Outcome:
    """Check that a share keeps its bound; the words are the author's own."""
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


def check_deviating(checker: Checker, printed: str, value: Deviating) -> Outcome:
    """Check which classes deviate from the total by the plan's rule."""
    total = checker.table(value.of.total)
    if total is None:
        return HIDDEN
    plan = checker.labels.study.plan
    if plan.deviation.tested and len(value.of.options) > 1:
        return Outcome(checker.labels.selection(value.of.total), rules.SEVERAL_TESTED)
    labels: list[str] = []
    ids: list[tuple[str, str]] = []
    for group in value.groups:
        spec = split(value.of, group).spec
        classes = [checker.release.find(spec, name) for name in checker.labels.item(group).option_ids]
        found = deviating(total, [table for table in classes if table], plan, value.of.options)
        ids += [(group, deviation.group) for deviation in found]
        labels += [checker.labels.group(group, deviation.group) for deviation in found]
    computed = join_words(labels, checker.language)
    free = value.stated is not None and set(value.stated) == set(ids)
    said = free if value.stated is not None else folded(printed) == folded(computed)
    rule = _rule(checker)
    origin = f"{checker.labels.selection(value.of.total)}; {rule}"
    told = ", ".join(told_class(checker, value.groups, *one) for one in ids)
    return Outcome(origin, None if said else rules.UNTRUE_LIST, computed, told)


def _rule(checker: Checker) -> str:
    """Say when a group deviates by the plan's rule."""
    rule = checker.labels.study.plan.deviation
    if not rule.tested:
        return say(checker.language, "deviates", points=rule.points)
    level = f"{rule.level:g}"
    return say(
        checker.language,
        "differs",
        level=level.replace(".", ",") if checker.language == "nl" else level,
        correction=CORRECTIONS[rule.correction],
    )


def told_class(checker: Checker, groups: Sequence[str], group: str, name: str) -> str:
    """Give a class as a binding states it: with its group where several of the groups have such a class."""
    alike = sum(name in checker.labels.item(key).option_ids for key in groups)
    return f"{group}.{name}" if alike > 1 else name
