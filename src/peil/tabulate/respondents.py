"""The data set as tables read it: choices, classes and bases, each read once."""

import numpy as np

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.data.dataset import Dataset
from peil.data.mask_rows import mask_rows
from peil.estimation.arrays import Mask, Positions
from peil.interview.state import State
from peil.study.codebook import Item
from peil.study.expr.tree import Expr
from peil.study.question import Kind
from peil.study.tablespec import TableSpec
from peil.tabulate.choices import Choices, read_choices
from peil.tabulate.table_problems import NO_GROUP


class Respondents:
    """The rows of a data set, read once for all tables that are made of them.

    Args:
        dataset: The rows.
    """

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self._choices: dict[str, Choices] = {}
        self._held: dict[Expr, Mask] = {}
        self._classes: dict[str, Positions] = {}

    def item(self, key: str) -> Item:
        """Give the item of a key."""
        return self.dataset.study.codebook.items[key]

    def choices(self, key: str) -> Choices:
        """Give what each row chose of an item."""
        if key not in self._choices:
            self._choices[key] = read_choices(self.dataset, self.item(key))
        return self._choices[key]

    def in_base(self, spec: TableSpec) -> Mask:
        """Say which rows are in a table's base: its ``where`` holds and its base setting counts them."""
        states, item, base = self.dataset.states[spec.item], self.item(spec.item), spec.base
        counted = np.asarray(states == State.ANSWERED)
        if not base.without_missing:
            counted |= states == State.DONT_KNOW
        left_out = frozenset(base.without) | (item.missing_ids if base.without_missing else frozenset())
        if left_out:
            counted &= ~self.choices(spec.item).chose(left_out)
        if base.blanks:
            counted |= states == State.BLANK
        return counted if spec.where is None else counted & self._holds(spec.where.tree)

    def _holds(self, tree: Expr) -> Mask:
        if tree not in self._held:
            self._held[tree] = mask_rows(self.dataset, tree)
        return self._held[tree]

    def classes(self, by: str) -> tuple[str, ...]:
        """Give the classes of a group in order.

        Raises:
            Unusable: The item puts nobody in just one class.
        """
        choices = self.choices(by)
        if choices.codes is None or not choices.options or self.item(by).kind is Kind.RANKING:
            raise Unusable([_no_group(by)])
        return choices.options

    def class_of(self, by: str) -> Positions:
        """Give each row's class in a group, -1 for those who gave no answer to it."""
        if by not in self._classes:
            codes, states = self.choices(by).codes, self.dataset.states[by]
            answered = (states == State.ANSWERED) | (states == State.DONT_KNOW)
            self._classes[by] = np.where(answered, -1 if codes is None else codes, -1)
        return self._classes[by]


def _no_group(by: str) -> Problem:
    return NO_GROUP.problem(
        Span("tables"),
        f'A table can\'t be split by "{by}": it puts nobody in just one class.',
        hint="Split by a question with one answer or by a derived variable.",
    )
