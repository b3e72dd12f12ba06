"""The values of one item checked together: how many, and which together."""

from collections.abc import Iterator, Mapping

from peil.interview.answer_problem import AnswerCode, AnswerProblem
from peil.interview.answers import Value
from peil.interview.interview import VisibleStep
from peil.study.codebook import Item
from peil.study.question import Kind

TOGETHER = frozenset({Kind.MULTI, Kind.RANKING})
"""Kinds of items whose values are also looked at together."""


def check_item(
    item: Item, step: VisibleStep, values: Mapping[str, Value], given: Mapping[str, Value]
) -> Iterator[AnswerProblem]:
    """Give what is wrong with an item's values taken together."""
    if item.kind is Kind.MULTI:
        yield from _check_ticks(item, step, given)
    elif item.kind is Kind.RANKING:
        yield from _check_ranks(item, step, values)


def _check_ticks(item: Item, step: VisibleStep, given: Mapping[str, Value]) -> Iterator[AnswerProblem]:
    ticked = [option.id for option in step.options if f"{item.key}.{option.id}" in given]
    alone = item.exclusive_ids.intersection(ticked)
    at_most, at_least = step.question.at_most, fewest(item, step)
    if alone and len(ticked) > 1:
        yield AnswerProblem(AnswerCode.EXCLUSIVE, item.key)
    elif at_most is not None and len(ticked) > at_most:
        yield AnswerProblem(AnswerCode.TOO_MANY, item.key, at_most)
    elif 0 < len(ticked) < at_least and not alone and item.missing_ids.isdisjoint(ticked):
        yield AnswerProblem(AnswerCode.TOO_FEW, item.key, at_least)


def _check_ranks(item: Item, step: VisibleStep, values: Mapping[str, Value]) -> Iterator[AnswerProblem]:
    offered = (values.get(f"{item.key}.{option.id}") for option in step.options)
    ranks = sorted(value for value in offered if isinstance(value, int))
    if len(set(ranks)) < len(ranks):
        yield AnswerProblem(AnswerCode.REPEATED_RANK, item.key)
    elif ranks != list(range(1, len(ranks) + 1)):
        yield AnswerProblem(AnswerCode.BAD_RANK, item.key)
    elif step.question.at_most is not None and len(ranks) > step.question.at_most:
        yield AnswerProblem(AnswerCode.TOO_MANY, item.key, step.question.at_most)
    elif 0 < len(ranks) < fewest(item, step):
        yield AnswerProblem(AnswerCode.TOO_FEW, item.key, fewest(item, step))


def fewest(item: Item, step: VisibleStep) -> int:
    """Give how many options must be ticked or ranked by who answers at all, as far as so many are visible.

    A ranking without limits is of all its items.
    """
    alone = item.exclusive_ids | item.missing_ids
    visible = sum(option.id not in alone for option in step.options)
    question = step.question
    if item.kind is Kind.RANKING and question.at_least is None and question.at_most is None:
        return visible
    return min(question.at_least or 1, visible)
