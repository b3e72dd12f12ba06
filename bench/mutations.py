"""Every single change of a study's routing conditions: an operator, an option, a name, a number, an order."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from peil.study.codebook import ValueKind
from peil.study.expr.condition import Condition
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
from peil.study.expr.tree import Order
from peil.study.expr.words import cut
from peil.study.question import Kind
from peil.study.study import Study

NUMERIC = {ValueKind.NUMBER, ValueKind.RANK, ValueKind.STEP}


@dataclass(frozen=True)
class Mutation:
    """One change: of what sort, in which file and line, and what stands there then."""

    sort: str
    file: str
    line: int
    column: int
    old: str
    new: str

    def __str__(self) -> str:
        """Give it on one line."""
        return f"{self.file}:{self.line}  {self.sort}: {self.old}  →  {self.new}"

    def put(self, text: str) -> str:
        """Give the file's text with the change made."""
        lines = text.split("\n")
        line, at = lines[self.line - 1], self.column - 1
        if not line.startswith(self.old, at):
            raise ValueError(str(self))
        lines[self.line - 1] = line[:at] + self.new + line[at + len(self.old) :]
        return "\n".join(lines)


def mutations(study: Study) -> Iterator[Mutation]:
    """Give every change to every condition of the route and of the roles, each once."""
    for condition in conditions(study):
        found = dict.fromkeys(changes(study, condition.source))
        for sort, source in found:
            span = condition.span
            yield Mutation(sort, span.file, span.line, span.column, condition.source, source)


def conditions(study: Study) -> Iterator[Condition]:
    """Give the conditions that somebody wrote, carried ones left out."""
    for section in study.questionnaire.sections:
        yield from _there(section.condition)
    for question in study.questionnaire.questions:
        yield from _there(question.condition)
        yield from (end.condition for end in question.ends)
        carried = {carry.span for carry in question.carries}
        parts = [(option.span, option.condition) for option in question.options]
        parts += [(row.span, row.condition) for row in question.rows]
        for span, condition in parts:
            yield from _there(None if span in carried else condition)
    for role in study.roles:
        yield from _there(role.condition)


def _there(condition: Condition | None) -> Iterator[Condition]:
    if condition is not None:
        yield condition


def changes(study: Study, source: str) -> Iterator[tuple[str, str]]:
    """Give each sort of change with the condition as it then reads."""
    tree = parse(source, study.questionnaire.questions[0].span).tree
    for one in comparisons(tree):
        for sort, text in compared(study, one, source):
            yield sort, source[: one.start] + text + source[one.end :]
    yield from _joins(tree, source)


def comparisons(tree: Spoken) -> Iterator[Comparison]:
    """Give the comparisons in order."""
    match tree:
        case SpokenNot(term=term):
            yield from comparisons(term)
        case SpokenJoin(terms=terms):
            for term in terms:
                yield from comparisons(term)
        case Unread():
            return
        case _:
            yield tree


def _joins(tree: Spoken, source: str) -> Iterator[tuple[str, str]]:
    """Give ``and`` and ``or`` exchanged, one by one and all at once; parts exchanged; a ``not`` gone."""
    inside = [(one.start, one.end) for one in comparisons(tree)]
    words = [word for word in cut(source)[0] if not any(start <= word.start < end for start, end in inside)]
    joins = [word for word in words if word.text in {"and", "or"}]
    for word in joins:
        other = "or" if word.text == "and" else "and"
        yield "and and or", source[: word.start] + other + source[word.end :]
    if len(joins) > 1 and len({word.text for word in joins}) == 1:
        text = source
        for word in reversed(joins):
            text = text[: word.start] + ("or" if word.text == "and" else "and") + text[word.end :]
        yield "and and or", text
    for word in words:
        if word.text == "not":
            yield "not", source[: word.start] + source[word.end :].lstrip()
    for (start, end), (begin, last) in pairwise(inside):
        exchanged = source[begin:last] + source[end:begin] + source[start:end]
        yield "order of parts", source[:start] + exchanged + source[last:]


def compared(study: Study, one: Comparison, source: str) -> Iterator[tuple[str, str]]:
    """Give each change of one comparison."""
    yield "not", f"not {source[one.start : one.end]}"
    match one:
        case SpokenIs():
            yield from _is(study, one)
        case SpokenHas(name=name, option=option):
            item = study.codebook.items[name.text]
            yield from (
                ("option", f"{name.text} has {other}") for other in item.option_ids if other != option.text
            )
            yield from (
                ("name", f"{other} has {option.text}") for other in _alike(study, name.text, [option.text])
            )
        case SpokenCompare():
            yield from _ordered(study, one)
        case SpokenBetween(low=low, high=high):
            number = f"count({one.name.text})" if one.counted else one.name.text
            for lower, higher in ((low - 1, high), (low + 1, high), (low, high - 1), (low, high + 1)):
                yield "number", f"{number} between {lower} and {higher}"
        case SpokenWas(asked=asked):
            yield "operator", f"{one.name.text} was {'answered' if asked else 'asked'}"


def _is(study: Study, one: SpokenIs) -> Iterator[tuple[str, str]]:
    name, options = one.name.text, [word.text for word in one.options]
    known = _known(study, name)
    yield "operator", _said(name, options, negated=not one.negated)
    for at in range(len(options)):
        without = options[:at] + options[at + 1 :]
        if without:
            yield "option", _said(name, without, negated=one.negated)
        for other in known:
            if other not in options:
                yield "option", _said(name, [*options[:at], other, *options[at + 1 :]], negated=one.negated)
    yield from (
        ("option", _said(name, [*options, other], negated=one.negated))
        for other in known
        if other not in options
    )
    if name != "role":
        for other in _alike(study, name, options):
            yield "name", _said(other, options, negated=one.negated)


def _known(study: Study, name: str) -> tuple[str, ...]:
    if name == "role":
        return tuple(role.id for role in study.roles)
    return study.codebook.items[name].option_ids


def _alike(study: Study, name: str, options: list[str]) -> Iterator[str]:
    """Give the other items, asked ones, that have these options and take as many of them."""
    kind = study.codebook.items[name].kind
    for key, item in study.codebook.items.items():
        if key != name and item.kind is kind and not item.derived and set(options) <= set(item.option_ids):
            yield key


def _said(name: str, options: list[str], *, negated: bool) -> str:
    verb = "is not" if negated else "is"
    return (
        f"{name} {verb} {options[0]}" if len(options) == 1 else f"{name} {verb} one of ({', '.join(options)})"
    )


def _ordered(study: Study, one: SpokenCompare) -> Iterator[tuple[str, str]]:
    if not isinstance(one.right, Decimal):
        return
    name = f"count({one.name.text})" if one.counted else one.name.text
    for order in Order:
        if order is not one.order:
            yield "operator", f"{name} {order.value} {one.right}"
    for right in (one.right - 1, one.right + 1):
        yield "number", f"{name} {one.order.value} {right}"
    kinds = {Kind.MULTI} if one.counted else set(Kind)
    for other, variable in study.codebook.variables.items():
        fits = variable.value in NUMERIC and not one.counted
        if other != one.name.text and fits:
            yield "name", f"{other} {one.order.value} {one.right}"
    for key, item in study.codebook.items.items():
        if one.counted and item.kind in kinds and key != one.name.text:
            yield "name", f"count({key}) {one.order.value} {one.right}"
