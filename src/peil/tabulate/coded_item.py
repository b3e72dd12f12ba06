"""What each row adds to an item's tables, as small codes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from peil.estimation.arrays import Floats, Mask, Positions
from peil.estimation.packed.codes import MOST_OPTIONS, Bits, Codes, no_bits, no_codes, outside
from peil.interview.state import State
from peil.study.codebook import Item
from peil.study.tablespec import TableSpec
from peil.study.verdict.share_table import BLANK, NET
from peil.tabulate.choices import Choices, read_ranks, read_values
from peil.tabulate.respondents import Respondents


@dataclass(frozen=True, eq=False)
class CodedItem:
    """An item in one base.

    Args:
        names: What its cells are called: options, then nets, then blanks.
        options: What each row chose of the options that the base leaves in.
        extras: Who is in each net, and who left it blank; None where there are none of either.
        value: Numbers that a mean is made of, NaN outside the groups' base; None for other items.
        ranks: Of a ranking: option to the ranks that it was given.
        responses: Of a question with several answers: those that are responses.
    """

    names: tuple[str, ...]
    options: Codes | Bits
    extras: Bits | None
    value: Floats | None
    ranks: Mapping[str, Floats]
    responses: "CodedResponses | None" = None

    @property
    def base(self) -> Mask:
        """Rows that are in the base."""
        if isinstance(self.options, Codes):
            return np.asarray(self.options.of != outside(self.options.of))
        return np.asarray(self.options.asked != 0)


@dataclass(frozen=True, eq=False)
class CodedResponses:
    """The options of a question with several answers that say something: not "none of these", nor don't know.

    Args:
        places: Their places among the item's cells.
        ticks: Who ticked each.
    """

    places: tuple[int, ...]
    ticks: Bits


def code_item(respondents: Respondents, spec: TableSpec) -> CodedItem:
    """Give the item of a spec in the spec's base."""
    dataset, item, choices = respondents.dataset, respondents.item(spec.item), respondents.choices(spec.item)
    base = respondents.in_base(spec)
    left_out = set(spec.base.without) | (item.missing_ids if spec.base.without_missing else set())
    places = [place for place, option in enumerate(choices.options) if option not in left_out]
    nets = [net for net in dataset.study.plan.nets if net.question == item.question]
    extras: list[Mask] = [choices.chose(net.options) for net in nets]
    names = [choices.options[place] for place in places] + [NET + net.id for net in nets]
    if spec.base.blanks:
        extras.append(np.asarray(dataset.states[spec.item] == State.BLANK))
        names.append(BLANK)
    value = read_values(dataset, item)
    return CodedItem(
        tuple(names),
        _code_options(choices, places, base),
        code_ticks(extras, base) if extras else None,
        None if value is None else np.where(base, value, np.nan),
        {option: np.where(base, ranks, np.nan) for option, ranks in read_ranks(dataset, item).items()},
        _code_responses(item, choices, places, base) if choices.codes is None else None,
    )


def _code_responses(item: Item, choices: Choices, places: Sequence[int], base: Mask) -> CodedResponses:
    said = {option.id for option in item.options if not option.missing and not option.exclusive}
    found = [cell for cell, place in enumerate(places) if choices.options[place] in said]
    return CodedResponses(tuple(found), code_ticks([choices.ticks[places[cell]] for cell in found], base))


def code_ticks(ticks: Sequence[Mask], base: Mask) -> Bits:
    """Give who ticked what as bits, within a base."""
    words = no_bits(len(base), len(ticks))
    for place, tick in enumerate(ticks):
        word = words[place // MOST_OPTIONS]
        word |= (tick & base).astype(word.dtype) << word.dtype.type(place % MOST_OPTIONS)
    return Bits(words, base.astype(np.uint8), len(ticks))


def code_classes(classes: Positions, size: int) -> Codes:
    """Give the class of each row as codes; -1 is in none."""
    codes = no_codes(len(classes), size)
    inside = classes >= 0
    codes[inside] = classes[inside]
    return Codes(codes, size)


def _code_options(choices: Choices, places: Sequence[int], base: Mask) -> Codes | Bits:
    """Give what each row of the base chose of the options at these places."""
    if choices.codes is None:
        return code_ticks([choices.ticks[place] for place in places], base)
    codes = no_codes(len(base), len(places))
    new = np.full(len(choices.options) + 1, outside(codes) - 1, codes.dtype)
    new[list(places)] = np.arange(len(places))
    codes[base] = new[choices.codes[base]]
    return Codes(codes, len(places))
