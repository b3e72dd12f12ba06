"""``[[weighting.target]]`` and ``[weighting.nonresponse]``: known sizes of a variable's classes."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from math import isfinite

from peil.study.checks import bad_target
from peil.study.codebook import Item
from peil.study.reader.plan_names import PlanNames
from peil.study.reader.read_wording import WordingReader
from peil.study.reader.typed import Table
from peil.study.weighting import Target

NO_SOURCE = 'Write source = "…", in words that a report may print.'
NO_DAY = "Write the day that the figures are of: date = 2026-01-01, without quotes."
HALF = Decimal("0.5")
MOST_ROUNDED = Decimal("0.01")
"""A larger gap is a mistake, however coarse the shares are."""


def read_targets(table: Table, names: PlanNames, words: WordingReader) -> tuple[Target, ...]:
    """Give the targets in written order; one that can't be met is told, and left out.

    Args:
        table: The table ``[weighting]``.
        names: Looks up variables and classes.
        words: Reads the sources.
    """
    found: dict[str, Target] = {}
    for entry in table.entries("target"):
        one = replace(entry, rule=bad_target.RULE)
        one.known(("variable", "shares", "counts", "source", "date"))
        for target in _target(one, ("shares", "counts"), names, words):
            if target.variable in found:
                message = f'There is a target for "{target.variable}" already.'
                one.wrong(message, "variable", hint="Take one of the two away.")
            else:
                found[target.variable] = target
    return tuple(found.values())


def read_nonresponse(table: Table, names: PlanNames, words: WordingReader) -> Target | None:
    """Give how many the sample had in each class; None where the plan doesn't say so.

    Args:
        table: The table ``[weighting]``.
        names: Looks up the variable and its classes.
        words: Reads the source.
    """
    if "nonresponse" not in table.values:
        return None
    inner = replace(table.table("nonresponse"), rule=bad_target.RULE)
    inner.known(("variable", "sample", "source", "date"))
    return next(_target(inner, ("sample",), names, words), None)


def _target(table: Table, kinds: tuple[str, ...], names: PlanNames, words: WordingReader) -> Iterator[Target]:
    variable, source, date = table.text("variable"), table.text("source").strip(), table.date("date")
    if not variable and isinstance(table.values.get("variable", ""), str):
        table.wrong('It doesn\'t say which "variable".', "variable", hint='Write variable = "age", say.')
    if not source and isinstance(table.values.get("source", ""), str):
        table.wrong("It has no source.", "source", hint=NO_SOURCE)
    if "date" not in table.values:
        table.wrong("It has no date.", hint=NO_DAY)
    span = table.settings.start(*table.place, "variable")
    item = names.codebook.items[variable] if variable and names.group(variable, span) else None
    given = [kind for kind in kinds if kind in table.values]
    if len(given) != 1:
        wanted = " or ".join(f"{kind} = {{ … }}" for kind in kinds)
        said = "It has both shares and counts." if given else "It doesn't say how large each class is."
        table.wrong(said, *given[:1], hint=f"Write {wanted}.")
    elif item:
        sizes = _sizes(table, given[0], item, names)
        if sizes and source and date:
            place = table.settings.start(*table.place, "source")
            path = f"plan.weighting.{variable}.{'sample' if kinds == ('sample',) else 'source'}"
            yield Target(
                variable=variable,
                sizes=_exact(sizes) if given == ["shares"] else sizes,
                counted=given != ["shares"],
                source=words.plain(path, source, place),
                date=date,
                span=table.at,
                spans={one: table.settings.start(*table.place, given[0], one) for one in sizes},
            )


def _exact(shares: dict[str, float]) -> dict[str, float]:
    """Give shares that add up to 1 to the last digit: printed ones are rounded."""
    total = sum(shares.values())
    return {one: share / total for one, share in shares.items()}


def _sizes(table: Table, kind: str, item: Item, names: PlanNames) -> dict[str, float]:
    """Give the size of each class in the order of the classes; empty where one of them can't be."""
    values = table.values[kind]
    if not isinstance(values, dict) or not values:
        table.wrong(f'"{kind}" is a table.', kind, hint=f"Write {kind} = {{ CLASS = …, CLASS = … }}.")
        return {}
    named = [(one, table.settings.key(*table.place, kind, one)) for one in values]
    known = names.options(item, named)
    bad = [one for one, size in values.items() if not _is_size(size, whole=kind == "sample")]
    for one in bad:
        message = f'The size of "{one}" is a number above zero, and not {values[one]!r}.'
        if values[one] == 0:
            hint = "Leave the class out: nobody in the population is in it."
        else:
            hint = "Write a number, without quotes." if kind == "shares" else "Write how many people it has."
        table.wrong(message, kind, one, hint=hint)
    if bad or len(known) < len(values) or (kind == "shares" and not _is_whole(table, values)):
        return {}
    return {one: float(values[one]) for one in item.option_ids if one in values}


def _is_size(size: object, *, whole: bool) -> bool:
    kinds = int if whole else int | float
    return isinstance(size, kinds) and not isinstance(size, bool) and isfinite(size) and size > 0


def _is_whole(table: Table, shares: dict[str, float]) -> bool:
    """Say whether shares add up to 1, but for what rounding to the decimals that they have takes away."""
    exact = [Decimal(repr(share)) for share in shares.values()]
    slack = sum((HALF.scaleb(_exponent(share)) for share in exact), Decimal(0))
    total = sum(exact, Decimal(0))
    if abs(total - 1) <= min(slack, MOST_ROUNDED):
        return True
    hint = "Divide them by a hundred." if abs(total - 100) <= 1 else "Look for a class that is missing."
    table.wrong(f"The shares add up to {total:f}, and not to 1.", "shares", hint=hint)
    return False


def _exponent(share: Decimal) -> int:
    exponent = share.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
