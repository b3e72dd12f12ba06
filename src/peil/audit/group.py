"""Whose answers a printed figure counts: the question, the filters and the base settings."""

from collections.abc import Iterable
from dataclasses import dataclass

from peil.audit.claim import Filter, Selection
from peil.study.base import ANSWERED, Base
from peil.study.expr.tree import Is
from peil.study.study import Study

PlainFilter = tuple[str, frozenset[str]]
Filters = frozenset[PlainFilter]
EVERYONE: Filters = frozenset()


@dataclass(frozen=True, slots=True)
class Group:
    """Those who answered an item and pass the filters, as the base settings say.

    ``study`` is empty for figures in the study's own names; else it keeps figures in free words apart.
    """

    item: str
    filters: Filters = EVERYONE
    base: Base = ANSWERED
    study: str = ""

    def without(self, one: PlainFilter) -> "Group":
        """Give the same group with one filter less."""
        return Group(self.item, self.filters - {one}, self.base, self.study)


def in_order(filters: Filters) -> list[PlainFilter]:
    """Give filters in an order that is the same in every run."""
    return sorted(filters, key=lambda one: (one[0], sorted(one[1])))


Same = dict[tuple[str, str], tuple[str, frozenset[str]]]
"""Class of a derived variable to the item and the options that it is just another name for."""


def name_classes(study: Study) -> Same:
    """Find the classes of derived variables that are options of an item, taken together."""
    found: Same = {}
    for derived in study.plan.derived:
        earlier: dict[str, set[str]] = {}
        for one in derived.classes:
            tree = one.condition.tree
            if not isinstance(tree, Is) or tree.negated or set(earlier) - {tree.item}:
                break
            taken = earlier.setdefault(tree.item, set())
            found[derived.id, one.id] = tree.item, frozenset(tree.options) - taken
            taken |= set(tree.options)
    return found


def filters_of(filters: tuple[Filter, ...], same: Same) -> Filters:
    """Give filters in a form that is equal when they let the same people pass, as far as names show it."""
    found = set()
    for one in filters:
        plain = [same.get((one.name, value)) for value in one.values]
        items = {item for item, _ in filter(None, plain)}
        if plain and None not in plain and len(items) == 1:
            options = frozenset().union(*(options for _, options in filter(None, plain)))
            found.add((items.pop(), options))
        else:
            found.add((one.name, frozenset(one.values)))
    return frozenset(found)


def plain_filter(item: str, options: Iterable[str], same: Same) -> PlainFilter:
    """Give the filter that lets those pass who chose one of the options."""
    (found,) = filters_of((Filter(item, tuple(options)),), same)
    return found


def group_of(selection: Selection, same: Same) -> Group:
    """Give whose answers a selection counts, its options aside."""
    return Group(selection.item, filters_of(selection.filters, same), selection.base)
