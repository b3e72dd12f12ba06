"""Where something names what people coded and can't read it: why, and what can."""

from collections.abc import Iterable, Iterator

from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.checks import codes_come_later, unknown_name
from peil.study.codebook import Codebook
from peil.study.coding_frame import CodingFrame
from peil.study.expr.condition import Condition
from peil.study.made_of_codes import MadeOfCodes, items_read

ASKED = "what is asked can't depend on it"
"""Of conditions of the questionnaire and of roles."""


def refuse_codes(name: str, span: Span, why: str, hint: str, *, itself: bool = True) -> Problem:
    """Give the problem that codes are read where they can't be.

    Args:
        name: What is named: a coded item, or a derived variable made of one.
        span: Where.
        why: Why it can't be read there, as the end of the sentence.
        hint: What to do instead.
        itself: It is the coded item itself.
    """
    holds = "holds" if itself else "is made of"
    message = f'"{name}" {holds} codes that people give to answers afterwards: {why}.'
    return codes_come_later.RULE.problem(span, message, hint=hint, got=name)


def refuse_condition(
    condition: Condition, codebook: Codebook, made: MadeOfCodes, why: str, hint: str
) -> Problem | None:
    """Give the problem that a condition reads codes where it can't, or None where it reads none."""
    found = sorted(name for name in items_read(condition.tree, codebook) if name in made)
    if not found:
        return None
    return refuse_codes(found[0], condition.span, why, hint, itself=bool(codebook.items[found[0]].coded))


def explain_codes(problems: Iterable[Problem], frames: Iterable[CodingFrame]) -> Iterator[Problem]:
    """Give the problems; those that call an item of codes unknown say why it can't be read there.

    Conditions of the questionnaire are resolved before there are codes: these are given afterwards, to
    answers that the conditions let through.
    """
    keys = {frame.key: frame for frame in frames}
    for one in problems:
        frame = keys.get(one.got) if one.code == unknown_name.RULE.code else None
        yield refuse_codes(one.got, one.span, ASKED, _hint(frame)) if frame else one


def _hint(frame: CodingFrame) -> str:
    verb, code = "is" if frame.single else "has", frame.code_ids[0] if frame.codes else "…"
    return (
        "Read an answer here. Groups, nets and derived variables of the plan can read codes, and so can the "
        f'report: "where: {frame.key} {verb} {code}".'
    )
