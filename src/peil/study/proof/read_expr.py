"""An expression as a literal: whether it holds at a place on the route."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from peil.study.expr.evaluate import compares
from peil.study.expr.tree import (
    Always,
    And,
    Between,
    Compare,
    CountOf,
    Expr,
    Has,
    Is,
    Not,
    NumberOf,
    Or,
    RoleIs,
    WasAsked,
    WasGiven,
)
from peil.study.proof.answers import Answers
from peil.study.proof.formula import FALSE, TRUE, Formula
from peil.study.study import Study

Classes = tuple[tuple[str, int], ...]


class ExprReader:
    """Reads expressions at positions: what is asked at that position or after it is not given there."""

    def __init__(self, study: Study, formula: Formula, answers: Answers) -> None:
        self.study = study
        self.formula = formula
        self.answers = answers
        self.derived = {one.id: one for one in study.plan.derived}
        self._classes: dict[tuple[str, int], Classes] = {}
        self._reading: set[str] = set()

    def holds(self, expr: Expr, position: int) -> int:  # noqa: C901, PLR0911 - one case a node
        """Give the literal that says whether the expression holds there: what is missing is false."""
        match expr:
            case Always():
                return TRUE
            case Is():
                literals = [self.chosen(expr.item, option, position) for option in expr.options]
                one = self.formula.any_of(literals)
                return self.formula.both(self.given(expr.item, position), -one) if expr.negated else one
            case Has():
                return self.chosen(expr.item, expr.option, position)
            case And():
                return self.formula.all_of(self.holds(term, position) for term in expr.terms)
            case Or():
                return self.formula.any_of(self.holds(term, position) for term in expr.terms)
            case Not():
                return -self.holds(expr.term, position)
            case RoleIs():
                one = self.formula.any_of(self.role(role, position) for role in expr.roles)
                return -one if expr.negated else one
            case Compare():
                return self._number(
                    expr.left, position, lambda number: compares(number, expr.order, expr.right)
                )
            case Between():
                return self._number(expr.left, position, lambda number: expr.low <= number <= expr.high)
            case WasAsked():
                return self.asked(expr.item, position)
            case WasGiven():
                return self.filled(expr.variable, position)

    def sure(self, expr: Expr, position: int, *, denied: bool = False) -> int:
        """Give whether the expression (or its denial) holds whatever the missing answers might have been.

        Kleene's strong three-valued logic (1938): a comparison with a missing answer is unknown. Where an
        expression holds and is not sure, it holds because an answer is missing.
        """
        match expr:
            case Not():
                return self.sure(expr.term, position, denied=not denied)
            case And() | Or() if not self._was_answered(expr):
                terms = (self.sure(term, position, denied=denied) for term in expr.terms)
                every = isinstance(expr, And) is not denied
                return self.formula.all_of(terms) if every else self.formula.any_of(terms)
        holds = self.holds(expr, position)
        return self.formula.both(-holds, self.known(expr, position)) if denied else holds

    def _was_answered(self, expr: Expr) -> bool:
        """Say whether this is "was answered" of a multi item, any of its ticks: that can always be told."""
        if not isinstance(expr, Or) or not all(isinstance(term, Has) for term in expr.terms):
            return False
        items = {term.item for term in expr.terms if isinstance(term, Has)}
        ticks = {term.option for term in expr.terms if isinstance(term, Has)}
        return len(items) == 1 and ticks == set(self.study.codebook.items[items.pop()].option_ids)

    def known(self, expr: Expr, position: int) -> int:
        """Give whether a single comparison has the answer that it reads; what always can be told is known."""
        match expr:
            case Is(item=item) | Has(item=item):
                return self.given(item, position)
            case Compare(left=left) | Between(left=left):
                if isinstance(left, CountOf):
                    return self.given(left.item, position)
                return self.formula.any_of(literal for _, literal in self._numbers(left.variable, position))
        return TRUE

    def chosen(self, item: str, option: str, position: int) -> int:
        """Give whether the option was chosen or ticked, of a derived variable whether that class holds."""
        if item in self.derived:
            return dict(self.classes(item, position)).get(option, FALSE)
        if not self._before(item, position):
            return FALSE
        return self.answers.choices.get((item, option), FALSE)

    def given(self, item: str, position: int) -> int:
        """Give whether an item was answered."""
        if item in self.derived:
            return self.formula.any_of(literal for _, literal in self.classes(item, position))
        return self.answers.given.get(item, FALSE) if self._before(item, position) else FALSE

    def filled(self, variable: str, position: int) -> int:
        """Give whether a variable was filled in."""
        if variable in self.derived:
            return self.given(variable, position)
        item = self.answers.item_of.get(variable, "")
        return self.answers.filled.get(variable, FALSE) if self._before(item, position) else FALSE

    def asked(self, item: str, position: int) -> int:
        """Give whether an item was asked; of a derived one, whether it has a class."""
        if item in self.derived:
            return self.given(item, position)
        return self.answers.asked.get(item, FALSE) if self._before(item, position) else FALSE

    def role(self, role: str, position: int) -> int:
        """Give whether the answers before the position lead to the role; without roles it is empty."""
        if not self.study.roles:
            return FALSE if role else TRUE
        pairs = [(one.id, one.condition.tree if one.condition else None) for one in self.study.roles]
        return dict(self._first("role", pairs, position)).get(role, FALSE)

    def classes(self, item: str, position: int) -> Classes:
        """Give for each class of a derived variable whether it is the first that holds."""
        pairs = [(one.id, one.condition.tree) for one in self.derived[item].classes]
        return self._first(item, pairs, position)

    def _first(self, name: str, pairs: Sequence[tuple[str, Expr | None]], position: int) -> Classes:
        key = name, position
        if key not in self._classes:
            if name in self._reading:
                return ()  # a circle: reported elsewhere
            self._reading.add(name)
            found: list[tuple[str, int]] = []
            before: list[int] = []
            for one, expr in pairs:
                holds = TRUE if expr is None else self.holds(expr, position)
                found.append((one, self.formula.all_of((holds, *(-earlier for earlier in before)))))
                before.append(holds)
            self._classes[key] = tuple(found)
            self._reading.discard(name)
        return self._classes[key]

    def _before(self, item: str, position: int) -> bool:
        return self.answers.position.get(item, position) < position

    def _number(self, left: NumberOf | CountOf, position: int, fits: Callable[[Decimal | int], bool]) -> int:
        if isinstance(left, CountOf):
            return self._count(left.item, position, fits)
        numbers = self._numbers(left.variable, position)
        return self.formula.any_of(literal for number, literal in numbers if fits(number))

    def _numbers(self, variable: str, position: int) -> Sequence[tuple[Decimal, int]]:
        item = self.answers.item_of.get(variable, "")
        return self.answers.numbers.get(variable, ()) if self._before(item, position) else ()

    def _count(self, item: str, position: int, fits: Callable[[Decimal | int], bool]) -> int:
        """Give whether the number of ticks fits, exclusive and missing options left out; given at all."""
        if not self._before(item, position):
            return FALSE
        known = self.study.codebook.items[item]
        alone = known.exclusive_ids | known.missing_ids
        ticks = [self.answers.choices.get((item, o), FALSE) for o in known.option_ids if o not in alone]
        fitting = [count for count in range(len(ticks) + 1) if fits(count)]  # a range without gaps
        if not fitting:
            return FALSE
        more = self.formula.at_least(ticks, fitting[-1] + 1)
        within = self.formula.both(self.formula.at_least(ticks, fitting[0]), -more)
        return self.formula.both(self.given(item, position), within)
