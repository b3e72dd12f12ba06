"""Where a condition or the plan names what people coded: why it can't be read there, and where it can."""

from collections.abc import Iterable
from dataclasses import replace

from peil.core.problem import Problem
from peil.study.checks import unknown_name
from peil.study.coding_frame import CodingFrame


def explain_codes(problems: Iterable[Problem], frames: Iterable[CodingFrame]) -> list[Problem]:
    """Give the problems, with other words for those that call an item of codes unknown.

    Conditions of the questionnaire and the plan decide while people answer; codes are given afterwards, to
    answers that these conditions let through. So they are no part of what is resolved there.
    """
    keys = {frame.key: frame for frame in frames}
    return [_explained(one, keys[one.got]) if _is_about(one, keys) else one for one in problems]


def _is_about(problem: Problem, keys: dict[str, CodingFrame]) -> bool:
    return problem.code == unknown_name.RULE.code and problem.got in keys


def _explained(problem: Problem, frame: CodingFrame) -> Problem:
    verb, code = "is" if frame.single else "has", frame.code_ids[0] if frame.codes else "…"
    message = f'"{frame.key}" holds codes that people give to answers afterwards: this can\'t depend on it.'
    hint = f'Use it in a table of the report: "show: {frame.key}" or "where: {frame.key} {verb} {code}".'
    return replace(problem, message=message, hint=hint)
