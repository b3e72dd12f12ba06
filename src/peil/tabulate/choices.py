"""What each row chose of an item."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from peil.data.dataset import Dataset
from peil.estimation.arrays import Floats, Mask, Positions
from peil.study.codebook import Item, ValueKind, Variable


@dataclass(frozen=True)
class Choices:
    """One code a row where at most one option was chosen, else one mask an option.

    Args:
        options: Ids of the cells, in order.
        codes: Position in ``options`` of each row's choice, -1 for none; None where several may be ticked.
        ticks: Of several: who ticked each option.
    """

    options: tuple[str, ...]
    codes: Positions | None
    ticks: tuple[Mask, ...] = ()

    def chose(self, wanted: Collection[str]) -> Mask:
        """Say who chose one of the options."""
        places = [place for place, option in enumerate(self.options) if option in wanted]
        if self.codes is not None:
            among = np.zeros(len(self.options) + 1, np.bool_)  # the last one is that of code -1
            among[places] = True
            return among[self.codes]
        found = np.zeros(len(self.ticks[0]) if self.ticks else 0, np.bool_)
        for place in places:
            found |= self.ticks[place]
        return found


def read_choices(dataset: Dataset, item: Item) -> Choices:
    """Read what each row chose.

    A scale's cells are its steps and then its missing options. A ranking's choice is the option ranked
    first. An item without options (open text, a number, a date) has no cells.
    """
    if item.derived and not item.coded:
        return Choices(item.option_ids, _codes(dataset, item.key))
    variables = [dataset.study.codebook.variables[name] for name in item.variables]
    match variables[0].value if variables else None:
        case ValueKind.OPTION:
            return Choices(item.option_ids, _codes(dataset, variables[0].name))
        case ValueKind.TICK:
            return _ticked(dataset, item, variables)
        case ValueKind.RANK:
            return _ranked_first(dataset, item, variables)
        case ValueKind.STEP:
            return _stepped(dataset, item, variables[0])
        case _:
            return Choices((), np.full(dataset.n, -1, np.int64))


def _codes(dataset: Dataset, name: str) -> Positions:
    return dataset.columns[name].astype(np.int64)


def _ticked(dataset: Dataset, item: Item, variables: list[Variable]) -> Choices:
    of_option = {each.option: each.name for each in variables if each.value is ValueKind.TICK}
    names = [of_option[option] for option in item.option_ids]
    return Choices(item.option_ids, None, tuple(dataset.columns[name].astype(np.bool_) for name in names))


def _ranked_first(dataset: Dataset, item: Item, variables: list[Variable]) -> Choices:
    ranks = {each.option: each.name for each in variables if each.value is ValueKind.RANK}
    codes = np.full(dataset.n, -1, np.int64)
    for place, option in enumerate(item.option_ids):
        codes[dataset.columns[ranks[option]] == 1] = place
    return Choices(item.option_ids, codes)


def _stepped(dataset: Dataset, item: Item, variable: Variable) -> Choices:
    """Give steps their place: a scale's options are its steps in order, then its missing options."""
    values = dataset.columns[variable.name].astype(np.float64)
    lowest = int(item.option_ids[0]) if item.options else 0
    codes = np.where(np.isnan(values), -1, np.nan_to_num(values) - lowest).astype(np.int64)
    missing = dataset.missing_steps.get(variable.name)
    if missing is not None:
        codes = np.where(missing >= 0, missing, codes)
    return Choices(item.option_ids, codes)


def read_values(dataset: Dataset, item: Item) -> Floats | None:
    """Give the numbers a mean is made of (NaN for none): a number's or a scale's; None for other items."""
    if item.derived or not item.variables:
        return None
    variable = dataset.study.codebook.variables[item.variables[0]]
    if variable.value not in {ValueKind.NUMBER, ValueKind.STEP}:
        return None
    return dataset.columns[variable.name].astype(np.float64)


def read_ranks(dataset: Dataset, item: Item) -> dict[str, Floats]:
    """Give the ranks of each option of a ranking (NaN for none); empty for other items."""
    variables = [] if item.derived else [dataset.study.codebook.variables[name] for name in item.variables]
    return {
        each.option: dataset.columns[each.name].astype(np.float64)
        for each in variables
        if each.value is ValueKind.RANK and each.option is not None
    }
