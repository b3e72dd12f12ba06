"""Check what a text concludes: modes, ranks and deviating classes."""

from collections.abc import Sequence
from itertools import permutations

from peil.disclose.verdicts import Deviation, deviating, mode, rank
from peil.report import problems as rules
from peil.report.compose.amount import amount_of, is_whole
from peil.report.compose.check_share import counted
from peil.report.compose.checker import Checker
from peil.report.compose.intervals import CORRECTIONS
from peil.report.compose.outcome import HIDDEN, Outcome
from peil.report.compose.phrases import join_words, say
from peil.report.template.binding import Deviating, Mode, Rank
from peil.report.template.needs import split
from peil.report.template.selection import Selection
from peil.report.template.words.numbers import read_ordinal, respell_ordinal, spell_ordinal

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
    most_chosen = f"{computed}, {amount.printed(checker.language)}" if amount else computed
    origin = checker.origin(value.of, most_chosen)
    detail = f"{', '.join(most)}: {counted(amount)}" if amount else ""
    mended = "" if said or printed.strip() or value.stated else computed
    return Outcome(origin, None if said else rules.UNTRUE_MODE, computed, detail, mended)


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
    said = value.stated if value.stated is not None else read_ordinal(printed, checker.language)
    wrong = rules.UNREADABLE_WORDS if said is None else rules.UNTRUE_RANK if said != place else None
    origin, computed = checker.told(value.of, amount), spell_ordinal(place, checker.language)
    mended = "" if printed.strip() else computed
    if wrong is rules.UNTRUE_RANK and value.stated is None:
        mended = respell_ordinal(printed, place, checker.language)
    return Outcome(origin, wrong, computed, amount.printed("en"), mended)


def check_deviating(checker: Checker, printed: str, value: Deviating) -> Outcome:
    """Check which classes deviate from the total by the plan's rule."""
    total = checker.table(value.of.total)
    if total is None:
        return HIDDEN
    if tests_several(checker, value.of):
        return Outcome(checker.labels.selection(value.of.total), rules.SEVERAL_TESTED)
    found = find_deviating(checker, value)
    ids = [(group, one.group) for group, one in found]
    labels = [checker.labels.group(*each) for each in ids]
    computed = join_words(labels, checker.language)
    free = value.stated is not None and set(value.stated) == set(ids)
    said = free if value.stated is not None else folded(printed) == folded(computed)
    told = ", ".join(told_class(checker, value.groups, *one) for one in ids)
    mended = "" if printed.strip() or value.stated is not None else computed
    rule = None if said else rules.UNTRUE_LIST
    return Outcome(told_rule(checker, value.of), rule, computed, told, mended)


def find_deviating(checker: Checker, value: Deviating) -> list[tuple[str, Deviation]]:
    """Give the classes that deviate, with the group that each is of, in order."""
    total = checker.table(value.of.total)
    found: list[tuple[str, Deviation]] = []
    for group in value.groups if total else ():
        spec = split(value.of, group).spec
        classes = [checker.release.find(spec, name) for name in checker.labels.item(group).option_ids]
        known = [table for table in classes if table]
        plan = checker.labels.study.plan
        found += [(group, one) for one in deviating(total, known, plan, value.of.options)] if total else []
    return found


def tests_several(checker: Checker, of: Selection) -> bool:
    """Say whether several options together would have to be tested, which nothing does."""
    return checker.labels.study.plan.deviation.tested and len(of.options) > 1


def told_rule(checker: Checker, of: Selection) -> str:
    """Say what deviates, and by which rule."""
    return f"{checker.labels.selection(of.total)}; {_rule(checker)}"


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
