"""Every answer that can be given to what is shown: numbers by one value of each interval that counts."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import ROUND_FLOOR, Decimal
from itertools import chain, combinations, permutations, product

from later_readings import all_trees, nodes
from peil.interview.answers import Value
from peil.interview.course import Asking
from peil.interview.interview import VisibleStep
from peil.study.codebook import Item, ValueKind, Variable
from peil.study.expr.tree import Between, Compare, NumberOf
from peil.study.question import Kind
from peil.study.study import Study
from peil.study.text import NumberBlank

FAR = Decimal(3)
"""How far beyond the outermost constant an unbounded number is tried."""


def candidates(
    asking: Asking, shown: VisibleStep, cuts: Mapping[str, set[Decimal]], read: AbstractSet[str]
) -> Iterator[dict[str, Value]]:
    """Give all answers to a step, some of them not valid.

    What stands beside an option is filled in only where it is among what is ``read``.
    """
    if shown.question.kind is Kind.NOTICE:
        yield {}
        return
    each = [list(_of_item(item, asking.variables[item.key], shown, cuts, read)) for item in shown.items]
    for parts in product(*each):
        yield {name: value for part in parts for name, value in part.items()}


def _of_item(
    item: Item,
    variables: Sequence[Variable],
    shown: VisibleStep,
    cuts: Mapping[str, set[Decimal]],
    read: AbstractSet[str],
) -> Iterator[dict[str, Value]]:
    beside = [one for one in variables if one.follows is not None and one.name in read]
    row = shown.question.row(item.row) if item.row else None
    names: list[dict[str, Value]] = [{}]
    if row is not None and row.open:
        names.append({f"{item.key}.text": "woorden"})
    for main in _main(item, shown, cuts):
        chosen = {main.get(item.key)} | {
            option for option in item.option_ids if main.get(f"{item.key}.{option}") is True
        }
        blanks = [one for one in beside if one.follows in chosen]
        filled = [[{}, *({one.name: value} for value in _values(one, cuts))] for one in blanks]
        for name, *parts in product(names, *filled):
            yield {**main, **name, **{key: value for part in parts for key, value in part.items()}}


def _main(item: Item, shown: VisibleStep, cuts: Mapping[str, set[Decimal]]) -> Iterator[dict[str, Value]]:
    """Give the answers to an item itself; the first is none at all."""
    yield {}
    visible = [option.id for option in shown.options]
    match item.kind:
        case Kind.SINGLE:
            for option in visible:
                yield {item.key: option}
        case Kind.MULTI:
            for ticked in chain.from_iterable(
                combinations(visible, size) for size in range(1, len(visible) + 1)
            ):
                yield dict.fromkeys((f"{item.key}.{option}" for option in ticked), True)
        case Kind.RANKING:
            for size in range(1, len(visible) + 1):
                for ranked in permutations(visible, size):
                    yield {f"{item.key}.{option}": rank for rank, option in enumerate(ranked, 1)}
        case Kind.SCALE | Kind.NUMBER:
            yield from ({item.key: value} for value in _numbers(item, shown, cuts.get(item.key, set())))
        case Kind.CONTACT:
            yield {f"{item.key}.{row.id}": "iets" for row in shown.rows}
        case _:
            yield {item.key: "2026-01-31" if item.kind is Kind.DATE else "woorden"}


def _numbers(item: Item, shown: VisibleStep, cuts: set[Decimal]) -> Iterator[Value]:
    question = shown.question
    if item.kind is Kind.SCALE:
        yield from (option.id for option in shown.options if option.id in item.missing_ids)
        steps = _representatives(question.low or Decimal(0), question.high or Decimal(10), Decimal(1), cuts)
        yield from (int(step) for step in steps)
    elif isinstance(question.blank, NumberBlank):
        yield from _in_blank(question.blank, cuts)


def _values(variable: Variable, cuts: Mapping[str, set[Decimal]]) -> Iterator[Value]:
    if variable.value is ValueKind.TEXT:
        yield "woorden"
    elif isinstance(variable.blank, NumberBlank):
        yield from _in_blank(variable.blank, cuts.get(variable.name, set()))


def _in_blank(blank: NumberBlank, cuts: set[Decimal]) -> Iterator[Decimal]:
    step = Decimal(1).scaleb(-blank.decimals)
    yield from _representatives(blank.low, blank.high, step, cuts)


def _representatives(
    low: Decimal | None, high: Decimal | None, step: Decimal, cuts: set[Decimal]
) -> Iterator[Decimal]:
    """Give one number of each interval, each constant being an interval of its own."""
    known = [*cuts, *(bound for bound in (low, high) if bound is not None)] or [Decimal(0)]
    tried = {min(known) - FAR, max(known) + FAR}
    for one in known:
        below = (one / step).to_integral_value(ROUND_FLOOR) * step
        tried |= {below - step, below, below + step}
    seen: set[tuple[tuple[bool, bool], ...]] = set()
    for value in sorted(tried):
        if (low is None or value >= low) and (high is None or value <= high):
            sign = tuple((value < cut, value == cut) for cut in sorted(cuts))
            if sign not in seen:
                seen.add(sign)
                yield value


def number_cuts(study: Study) -> dict[str, set[Decimal]]:
    """Give the constants that each numeric variable is compared with anywhere."""
    found: dict[str, set[Decimal]] = {}
    for node in chain.from_iterable(nodes(tree) for tree in all_trees(study)):
        if isinstance(node, Compare) and isinstance(node.left, NumberOf):
            found.setdefault(node.left.variable, set()).add(node.right)
        elif isinstance(node, Between) and isinstance(node.left, NumberOf):
            found.setdefault(node.left.variable, set()).update((node.low, node.high))
    return found
