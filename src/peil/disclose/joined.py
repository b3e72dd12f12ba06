"""Conditions on several questions, and classes made by such, tied to the answers that they are about.

``sector is media or usage is never`` holds of nobody who is in another sector and uses it: who holds every
table can take those of media from those of the condition. Without saying so, the gate wouldn't know.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from peil.disclose.condition_terms import NONE, WITHOUT, Levels
from peil.study.expr.tree import ALWAYS, Always, And, Expr, Has, Is, Not, Or

Term = tuple[str, Levels]

TOGETHER = "&"
"""Joins choices at one question that are told apart together: ``text&!sound``, the one without the other."""

MOST_PATTERNS = 16
"""More ways in which choices at one question can be made or not aren't told apart."""


@dataclass(frozen=True)
class Joined:
    """A dimension whose levels are conditions on others; one is in the first that holds.

    Args:
        classes: The levels, each with its condition, without roles.
        terms: What comparisons in these mean: a dimension, and the levels in which it holds.
        choices: Of a dimension with several answers: the choices that are compared.
    """

    classes: Sequence[tuple[str, Expr]]
    terms: Mapping[Expr, Term]
    choices: Mapping[str, Sequence[str]]

    def about(self) -> dict[str, tuple[Levels, ...]]:
        """Give the dimensions, each with the levels that have to be told apart."""
        found: dict[str, dict[Levels, None]] = {}
        for name, levels in self.terms.values():
            found.setdefault(name, {})[levels] = None
        single = {name: tuple(levels) for name, levels in found.items() if name not in self.choices}
        ticks = {name: (frozenset({TOGETHER.join(options)}),) for name, options in self.choices.items()}
        return dict(sorted({**single, **ticks}.items()))

    def fits(self, most: int) -> bool:
        """Say whether it is about one question, or about so many; one with several answers counts as two."""
        about = self.about()
        patterns_of = [2 ** len(options) for options in self.choices.values()]
        weight = sum(2 if name in self.choices else 1 for name in about)
        return (len(about) == 1 or weight <= most) and max(patterns_of, default=0) <= MOST_PATTERNS

    def levels(self, parts: Mapping[str, Levels]) -> frozenset[str]:
        """Say where those can be who are in these parts, each within or outside every comparison.

        Where a dimension isn't among the parts, nothing is known of it.
        """
        found = []
        for name, tree in self.classes:
            held = self._holds(tree, parts)
            if held is not False:
                found.append(name)
            if held:
                return frozenset(found)
        return frozenset((*found, NONE))

    def _holds(self, tree: Expr, parts: Mapping[str, Levels]) -> bool | None:
        """Say whether a condition holds; None where that depends on what isn't told in levels."""
        match tree:
            case Not(term=term):
                held = self._holds(term, parts)
                return None if held is None else not held
            case And(terms=terms):
                each = {self._holds(term, parts) for term in terms}
                return False if False in each else None if None in each else True
            case Or(terms=terms):
                each = {self._holds(term, parts) for term in terms}
                return True if True in each else None if None in each else False
            case _ if tree not in self.terms or self.terms[tree][0] not in parts:
                return True if tree == ALWAYS else None
            case Has(option=option):
                (told,) = parts[self.terms[tree][0]]
                return option in told.split(TOGETHER)
            case _:
                name, levels = self.terms[tree]
                return parts[name] <= levels


def join(
    classes: Sequence[tuple[str, Expr]], term: Callable[[Expr], Term | None], most: int
) -> Joined | None:
    """Tie conditions to their questions; None where nothing in them can be said in levels.

    What can't be, or would be too much, may hold or not.

    Args:
        classes: Levels with their conditions, without roles.
        term: Gives a comparison as a dimension and levels.
        most: How many questions to tie them to, as ``Joined.fits`` counts them.
    """
    joined = Joined(classes, {}, {})
    for leaf in dict.fromkeys(leaf for _, tree in classes for leaf in _leaves(tree)):
        found = term(leaf) if isinstance(leaf, Is | Has) else None
        if found is None:
            continue
        choices = dict(joined.choices)
        if isinstance(leaf, Has):
            choices[found[0]] = (*choices.get(found[0], ()), leaf.option)
        more = Joined(classes, {**joined.terms, leaf: found}, choices)
        joined = more if more.fits(most) else joined
    return joined if joined.terms else None


def _leaves(tree: Expr) -> Iterator[Expr]:
    match tree:
        case Always():
            return
        case Not(term=term):
            yield from _leaves(term)
        case And(terms=terms) | Or(terms=terms):
            for term in terms:
                yield from _leaves(term)
        case _:
            yield tree


def choices_in(level: str) -> dict[str, bool]:
    """Give the choices that a level tells of: made, or not."""
    return {one.removeprefix(WITHOUT): not one.startswith(WITHOUT) for one in level.split(TOGETHER)}


def patterns(options: Iterable[str]) -> tuple[Levels, ...]:
    """Give every way in which some choices can be made or not, as levels."""
    names = tuple(options)
    return tuple(
        frozenset(
            {TOGETHER.join(one if made else WITHOUT + one for one, made in zip(names, found, strict=True))}
        )
        for found in product((True, False), repeat=len(names))
    )
