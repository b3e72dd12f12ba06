"""A formula: boolean gates and clauses over literals, in the form that a SAT solver takes."""

from collections.abc import Iterable, Sequence

TRUE = 1
"""The literal that always holds; its negation never does."""
FALSE = -TRUE


class Formula:
    """Clauses that grow. A literal is a whole number; minus it is its denial.

    Gates are shared: the same conjunction of the same literals is one literal, so a condition that stands in
    forty places costs what it costs once. Gates are written in both directions (Tseitin 1968), so that they
    may be asked either way.
    """

    def __init__(self) -> None:
        self.clauses: list[list[int]] = [[TRUE]]
        self.last = TRUE
        self._gates: dict[tuple[int, ...], int] = {}

    def new(self) -> int:
        """Give a fresh literal."""
        self.last += 1
        return self.last

    def add(self, *literals: int) -> None:
        """Demand that one of the literals holds."""
        if TRUE not in literals:
            self.clauses.append([literal for literal in literals if literal != FALSE])

    def both(self, *literals: int) -> int:
        """Give the literal that holds when all of these do."""
        return self.all_of(literals)

    def all_of(self, literals: Iterable[int]) -> int:
        """Give the literal that holds when all of these do; of none, it always holds."""
        terms = set(literals)
        terms.discard(TRUE)
        if FALSE in terms or any(-term in terms for term in terms):
            return FALSE
        if not terms:
            return TRUE
        if len(terms) == 1:
            return terms.pop()
        key = tuple(sorted(terms))
        gate = self._gates.get(key)
        if gate is None:
            gate = self._gates[key] = self.new()
            self.clauses.extend([-gate, term] for term in key)
            self.clauses.append([gate, *(-term for term in key)])
        return gate

    def any_of(self, literals: Iterable[int]) -> int:
        """Give the literal that holds when one of these does; of none, it never holds."""
        return -self.all_of(-literal for literal in literals)

    def at_least(self, literals: Sequence[int], least: int) -> int:
        """Give the literal that holds when so many of these do (a sequential counter, Sinz 2005)."""
        known = sum(literal == TRUE for literal in literals)
        loose = [literal for literal in literals if literal not in {TRUE, FALSE}]
        wanted = least - known
        if wanted <= 0:
            return TRUE
        if wanted > len(loose):
            return FALSE
        reached = [TRUE, *[FALSE] * wanted]
        for literal in loose:
            for count in range(wanted, 0, -1):
                reached[count] = self.any_of((reached[count], self.both(reached[count - 1], literal)))
        return reached[wanted]

    def at_most_one(self, literals: Sequence[int]) -> None:
        """Demand that no two of these hold."""
        if len(literals) <= 5:
            for place, first in enumerate(literals):
                for second in literals[place + 1 :]:
                    self.add(-first, -second)
            return
        earlier = FALSE
        for literal in literals:
            self.add(-literal, -earlier)
            earlier = self.any_of((earlier, literal))
