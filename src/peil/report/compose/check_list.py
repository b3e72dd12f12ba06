"""Check the options that most chose, and write lists by rule."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, permutations, product

from peil.disclose.release import ReleasedTable
from peil.disclose.verdicts import mode, option_shares
from peil.report import bound_problems as bound_rules
from peil.report import problems as rules
from peil.report.compose.amount import Amount, amount_of, is_whole
from peil.report.compose.check_verdict import (
    find_deviating,
    folded,
    tests_several,
    told_rule,
)
from peil.report.compose.checker import Checker
from peil.report.compose.outcome import HIDDEN, Outcome
from peil.report.compose.phrases import join_words, say
from peil.report.template.binding import Deviating, Top, WrittenList
from peil.report.template.needs import split

EQUAL_DIGITS = 12
"""Shares that agree so far are the same share."""
MANY_ORDERS = 24


@dataclass(frozen=True, slots=True)
class Ranked:
    """Something in a list, with its share; ``most`` labels what it chose most, where that is told."""

    id: str
    label: str
    amount: Amount
    most: tuple[str, ...] = ()

    @property
    def size(self) -> float:
        """Its share, so that ties are equal."""
        return round(self.amount.share, EQUAL_DIGITS)


def rank_options(checker: Checker, table: ReleasedTable, size: int) -> list[Ranked]:
    """Give the options that most chose, the most chosen first; those that tie with the last are all there.

    Options that nobody chose aren't named.
    """
    item = checker.labels.item(table.item)
    found = [
        Ranked(option, checker.labels.option(item, option), amount)
        for option in option_shares(table)
        if (amount := amount_of(table, (option,))) and amount.share > 0
    ]
    ordered = sorted(found, key=lambda one: -one.size)
    least = ordered[min(size, len(ordered)) - 1].size if ordered else 0.0
    return [one for one in ordered if one.size >= least]


def check_top(checker: Checker, printed: str, value: Top) -> Outcome:
    """Check the options that most chose, in order; those that tie may change places."""
    table = checker.table(value.of)
    if table is None or not is_whole(table):
        return HIDDEN
    ranked = rank_options(checker, table, value.size)
    computed = join_words([one.label for one in ranked], checker.language)
    ids = ", ".join(one.id for one in ranked)
    if value.stated:
        said = value.stated in [tuple(one.id for one in order) for order in orders(ranked)]
    else:
        printable = (join_words([one.label for one in order], checker.language) for order in orders(ranked))
        said = folded(printed) in {folded(words) for words in printable}
    origin = checker.origin(value.of, say(checker.language, "n", n=table.n))
    rule = None if said else rules.UNTRUE_LIST
    return Outcome(origin, rule, computed, ids, "" if printed.strip() or value.stated else computed)


def orders(ranked: Sequence[Ranked]) -> Iterator[tuple[Ranked, ...]]:
    """Give the orders that a list may be told in: ties in any order, while there are few."""
    ties = [tuple(group) for _, group in groupby(ranked, key=lambda one: one.size)]
    many = 1
    for tie in ties:
        for factor in range(2, len(tie) + 1):
            many *= factor
    choices = [tuple(permutations(tie)) for tie in ties] if many <= MANY_ORDERS else [(tie,) for tie in ties]
    for chosen in product(*choices):
        yield tuple(one for tie in chosen for one in tie)


def write_list(checker: Checker, printed: str, value: WrittenList) -> Outcome:
    """Write a list, each with its share, the largest first; what the source says is held against it."""
    made = ranked_of(checker, value.of)
    if isinstance(made, Outcome):
        return made
    ranked, origin = made
    text = join_words([list_entry(checker, one) for one in ranked], checker.language)
    rule = None if " ".join(printed.split()) == text else bound_rules.CHANGED_LIST
    return Outcome(origin, rule, text, mended=text if rule else "", written=text)


def list_entry(checker: Checker, one: Ranked) -> str:
    """Give what a list says of one of its entries: name, share, and its mode if that sets it apart."""
    share = one.amount.printed(checker.language)
    if not one.most:
        return f"{one.label} ({share})"
    options = join_words([f"“{label}”" for label in one.most], checker.language)
    return f"{one.label} ({share}; {say(checker.language, 'most_chosen', options=options)})"


def most_chosen(checker: Checker, table: ReleasedTable) -> tuple[str, ...]:
    """Give the labels of what a class chose most."""
    item = checker.labels.item(table.item)
    return tuple(checker.labels.option(item, option) for option in mode(table))


def ranked_of(checker: Checker, of: Deviating | Top) -> tuple[list[Ranked], str] | Outcome:
    """Give what is listed, the largest first, with where it comes from."""
    if isinstance(of, Top):
        table = checker.table(of.of)
        if table is None or not is_whole(table):
            return HIDDEN
        origin = checker.origin(of.of, say(checker.language, "n", n=table.n))
        return rank_options(checker, table, of.size), origin
    if checker.table(of.of.total) is None:
        return HIDDEN
    if tests_several(checker, of.of):
        return Outcome(told_rule(checker, of.of), rules.SEVERAL_TESTED)
    found = []
    for group, one in find_deviating(checker, of):
        table = checker.release.find(split(of.of, group).spec, one.group)
        amount = amount_of(table, of.of.options)
        if table and amount:
            most = most_chosen(checker, table) if one.other_mode else ()
            found.append(Ranked(one.group, checker.labels.group(group, one.group), amount, most))
    return sorted(found, key=lambda one: -one.size), told_rule(checker, of.of)
