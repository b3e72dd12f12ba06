"""Resolve an expression against the codebook: every word is known, or a problem with a place and a repair."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from peil.core.ids import did_you_mean
from peil.core.problem import Problem
from peil.core.rule import Rule
from peil.core.span import Span
from peil.study.checks import bad_expression, type_mismatch, unknown_name, unknown_option, unknown_role
from peil.study.codebook import Codebook, Item, Variable
from peil.study.expr.condition import Condition
from peil.study.expr.mismatch import Wrong, number_mismatch, option_mismatch, tick_mismatch
from peil.study.expr.parse import parse
from peil.study.expr.spoken import (
    Comparison,
    Spoken,
    SpokenBetween,
    SpokenCompare,
    SpokenHas,
    SpokenIs,
    SpokenJoin,
    SpokenNot,
    SpokenWas,
    Unread,
)
from peil.study.expr.tree import (
    ALWAYS,
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
from peil.study.expr.words import Word
from peil.study.question import Kind

Named = Item | Variable | tuple[Item, ...]
"""What a name stands for: an item, a variable, or the rows or repeats of a question that has several."""


def resolve_condition(
    source: str, span: Span, codebook: Codebook, roles: Sequence[str]
) -> tuple[Condition, tuple[Problem, ...]]:
    """Parse an expression and resolve all its names.

    Args:
        source: The expression, on one line.
        span: Place of its first character.
        codebook: The items and variables that it may name.
        roles: Ids of the roles.

    Returns:
        The condition and what was wrong with it; with any problem the condition is ``Always``.
    """
    parsed = parse(source, span)
    resolver = _Resolver(source, span, codebook, roles)
    tree = resolver.tree(parsed.tree)
    problems = tuple(sorted((*parsed.problems, *resolver.problems), key=lambda problem: problem.span))
    return Condition(ALWAYS if problems else tree, source.strip(), span), problems


def name_of(codebook: Codebook, name: str) -> Named | None:
    """Give what a name stands for, or None. An item goes before the variable of the same name."""
    if found := codebook.items.get(name):
        return found
    if variable := codebook.variables.get(name):
        return variable
    if keys := codebook.rows_of.get(name):
        return tuple(codebook.items[key] for key in keys)
    return None


def name_hint(codebook: Codebook, name: str) -> str:
    """Give the nearest name there is, as a hint."""
    return did_you_mean(
        name, dict.fromkeys((*codebook.rows_of, *codebook.items, *codebook.variables, "role"))
    )


class _Resolver:
    def __init__(self, source: str, span: Span, codebook: Codebook, roles: Sequence[str]) -> None:
        self.source = source
        self.span = span
        self.codebook = codebook
        self.roles = roles
        self.problems: list[Problem] = []

    def tree(self, spoken: Spoken) -> Expr:
        match spoken:
            case SpokenNot(term=term):
                return Not(self.tree(term))
            case SpokenJoin(terms=terms, either=either):
                found = tuple(self.tree(term) for term in terms)
                return Or(found) if either else And(found)
            case Unread():
                return ALWAYS
        return self.comparison(spoken)

    def comparison(self, spoken: Comparison) -> Expr:
        if spoken.name.text == "role":
            return self.role(spoken)
        named = name_of(self.codebook, spoken.name.text)
        if named is None:
            return self.unknown(spoken.name)
        if private := _private(named):
            wrong = Wrong(f"{private} asks contact details, which are stored apart from answers.")
            return self.refuse(spoken, wrong)
        return self.about(spoken, named)

    def unknown(self, name: Word) -> Expr:
        message = f'There is no question, row or variable "{name.text}".'
        hint = name_hint(self.codebook, name.text)
        place = self.span.right(name.start)
        self.problems.append(unknown_name.RULE.problem(place, message, hint=hint, got=name.text))
        return ALWAYS

    def about(self, spoken: Comparison, named: Named) -> Expr:
        match spoken:
            case SpokenIs():
                return self.answer(spoken, named)
            case SpokenHas():
                return self.tick(spoken, named)
            case SpokenWas():
                return self.was(spoken, named)
            case SpokenCompare() | SpokenBetween():
                return self.compare(spoken, named)

    def quote(self, spoken: Comparison) -> str:
        return f'"{self.source[spoken.start : spoken.end]}"'

    def add(
        self,
        rule: Rule,
        spoken: Comparison,
        wrong: Wrong,
        got: str = "",
    ) -> None:
        message = f"{self.quote(spoken)}: {wrong.message}"
        place = self.span.right(spoken.start)
        self.problems.append(
            rule.problem(place, message, hint=wrong.hint, got=got or self.quote(spoken).strip('"'))
        )

    def refuse(self, spoken: Comparison, wrong: Wrong) -> Expr:
        """Report that the comparison doesn't fit what it is about."""
        self.add(type_mismatch.RULE, spoken, wrong)
        return ALWAYS

    def role(self, spoken: Comparison) -> Expr:
        if not isinstance(spoken, SpokenIs):
            hint = f'Write "role is {self.roles[0]}", say.' if self.roles else ""
            return self.refuse(
                spoken, Wrong("a role can only be compared with is, is not and is one of.", hint)
            )
        for word in spoken.options:
            if word.text not in self.roles:
                wrong = Wrong(f'there is no role "{word.text}".', did_you_mean(word.text, self.roles))
                self.add(unknown_role.RULE, spoken, wrong, word.text)
        return RoleIs(_texts(spoken.options), spoken.negated)

    def options(
        self, spoken: SpokenIs | SpokenHas, item: Item, words: Iterable[Word], known: Sequence[str]
    ) -> tuple[str, ...]:
        for word in words:
            if word.text not in known:
                message = f'{item.key} has no option "{word.text}".'
                hint = did_you_mean(word.text, known) or f"Its options are {', '.join(known)}."
                self.add(unknown_option.RULE, spoken, Wrong(message, hint), word.text)
        return _texts(words)

    def answer(self, spoken: SpokenIs, named: Named) -> Expr:
        wrong = option_mismatch(named, spoken)
        if wrong or not isinstance(named, Item):
            return self.refuse(spoken, wrong) if wrong else ALWAYS
        known = tuple(o for o in named.option_ids if named.kind is not Kind.SCALE or o in named.missing_ids)
        return Is(named.key, self.options(spoken, named, spoken.options, known), spoken.negated)

    def tick(self, spoken: SpokenHas, named: Named) -> Expr:
        wrong = tick_mismatch(named, spoken)
        if wrong or not isinstance(named, Item):
            return self.refuse(spoken, wrong) if wrong else ALWAYS
        self.options(spoken, named, (spoken.option,), named.option_ids)
        return Has(named.key, spoken.option.text)

    def compare(self, spoken: SpokenCompare | SpokenBetween, named: Named) -> Expr:
        if wrong := number_mismatch(named, spoken, self.codebook):
            return self.refuse(spoken, wrong)
        left = CountOf(spoken.name.text) if spoken.counted else NumberOf(spoken.name.text)
        if isinstance(spoken, SpokenCompare):
            return Compare(left, spoken.order, spoken.right) if isinstance(spoken.right, Decimal) else ALWAYS
        if spoken.low > spoken.high:
            hint = f"Write the lowest first: between {spoken.high} and {spoken.low}."
            self.add(bad_expression.RULE, spoken, Wrong("no number lies between these.", hint))
        return Between(left, spoken.low, spoken.high)

    def was(self, spoken: SpokenWas, named: Named) -> Expr:
        if spoken.asked:
            return self.asked(named)
        if isinstance(named, Variable):
            return WasGiven(named.name)
        if isinstance(named, tuple):
            hint = f'Name one: "{named[0].key} was answered".'
            return self.refuse(spoken, Wrong(f"{spoken.name.text} has several answers.", hint))
        if named.kind is Kind.MULTI:
            return _either(tuple(Has(named.key, option) for option in named.option_ids))
        if named.derived:
            return WasGiven(named.key)
        answers = (name for name in named.variables if self.codebook.variables[name].follows is None)
        main = tuple(name for name in answers if not _row_name(named, name))
        return _either(tuple(WasGiven(name) for name in main))

    def asked(self, named: Named) -> Expr:
        if isinstance(named, Variable):
            return WasAsked(named.item)
        items = (named,) if isinstance(named, Item) else named
        return _either(tuple(WasAsked(item.key) for item in items))


def _private(named: Named) -> str:
    """Give the name of what is private about it, or an empty string."""
    if isinstance(named, Variable):
        return named.name if named.private else ""
    item = named if isinstance(named, Item) else named[0]
    return item.question if item.kind is Kind.CONTACT else ""


def _texts(words: Iterable[Word]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.text for word in words))


def _either(terms: tuple[Expr, ...]) -> Expr:
    return terms[0] if len(terms) == 1 else Or(terms)


def _row_name(item: Item, variable: str) -> bool:
    """Say whether the variable is the respondent's own name of an open row."""
    return item.row is not None and variable == f"{item.key}.text"
