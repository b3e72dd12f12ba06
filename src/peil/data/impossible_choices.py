"""Choices in imported data that the interview would not have accepted: too many, too few, or not together."""

from collections.abc import Mapping

import numpy as np

from peil.data.columns import Mask, VisibleColumns, tick_variables
from peil.data.dataset import Numbers
from peil.data.oddity import NOT_TOGETHER, RANK_GAP, TOO_FEW, TOO_MANY, Oddity
from peil.data.show_answers import hidden_options
from peil.study.codebook import Item, ValueKind
from peil.study.question import Kind


def find_impossible_choices(visible: VisibleColumns, item: Item, submitted: Mask) -> Mapping[Oddity, Mask]:
    """Give the rows whose ticks or ranks of an item can't come from the interview, by what is wrong.

    The rules are those by which a page is refused (``interview.check_item``); a row has one of them at most.

    Args:
        visible: Holds the item's visible answers.
        item: The item.
        submitted: Rows whose respondent submitted the page with the item on it.
    """
    if item.kind is Kind.MULTI:
        found = _odd_ticks(visible, item)
    elif item.kind is Kind.RANKING:
        found = _odd_ranks(visible, item)
    else:
        return {}
    return {oddity: rows & submitted for oddity, rows in found.items()}


def _odd_ticks(visible: VisibleColumns, item: Item) -> dict[Oddity, Mask]:
    question = visible.study.questionnaire.by_id[item.question]
    ticked = {
        each.option: visible.tick(each.name) for each in tick_variables(visible.codebook.variables, item)
    }
    number = sum(ticked.values(), np.zeros(visible.n, np.int64))
    alone = _any_of(ticked, item.exclusive_ids, visible.n)
    together = alone & (number > 1)
    many = ~together & (number > (question.at_most or len(ticked)))
    free = ~alone & ~_any_of(ticked, item.missing_ids, visible.n)
    few = ~many & free & (number > 0) & (number < _fewest(visible, item))
    return {NOT_TOGETHER: together, TOO_MANY: many, TOO_FEW: few}


def _odd_ranks(visible: VisibleColumns, item: Item) -> dict[Oddity, Mask]:
    """Two equal ranks are an error of their own, so here the highest rank tells whether one is skipped."""
    question = visible.study.questionnaire.by_id[item.question]
    variables = (visible.codebook.variables[name] for name in item.variables)
    ranks = [visible.number(each.name) for each in variables if each.value is ValueKind.RANK]
    number = sum((~np.isnan(rank) for rank in ranks), np.zeros(visible.n, np.int64))
    highest = np.max([np.nan_to_num(rank) for rank in ranks], axis=0, initial=0)
    gap = highest != number
    many = ~gap & (number > (question.at_most or len(ranks)))
    few = ~gap & ~many & (number > 0) & (number < _fewest(visible, item))
    return {RANK_GAP: gap, TOO_MANY: many, TOO_FEW: few}


def _any_of(ticked: Mapping[str | None, Mask], options: frozenset[str], n: int) -> Mask:
    found = np.zeros(n, np.bool_)
    for option in options & ticked.keys():
        found |= ticked[option]
    return found


def _fewest(visible: VisibleColumns, item: Item) -> Numbers:
    """Give how many options each row must choose that chooses at all, as far as so many are shown to it."""
    question = visible.study.questionnaire.by_id[item.question]
    hidden = hidden_options(visible, item)
    shown = np.zeros(visible.n)
    for option in item.option_ids:
        if option not in item.exclusive_ids | item.missing_ids:
            shown += ~hidden[option] if option in hidden else np.True_
    if item.kind is Kind.RANKING and question.at_least is None and question.at_most is None:
        return shown
    return np.minimum(question.at_least or 1, shown)
