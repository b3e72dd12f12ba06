"""A page's form: what stands in its fields, what is wrong with it, and what goes along unseen."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from peil.interview.answer_problem import AnswerProblem


@dataclass(frozen=True)
class Form:
    """What a page is drawn with beside the interview.

    Args:
        texts: Field name to what stands in it, as typed or as kept; an absent one is empty.
        nonce: Made anew for every form; the same one twice is one submission.
        revision: The interview's revision that the form was made at.
        seal: Ties the form to the interview that the browser's cookie opens; another's is refused.
        problems: What is wrong, in any order.
        grown: Ids of steps that the answers just given brought up: the page says so.
        seed: What shuffled orders are drawn with.
        seconds: How long the page was looked at before it was sent back, or None where that isn't known.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    nonce: str = ""
    revision: int = 0
    seal: str = ""
    problems: tuple[AnswerProblem, ...] = ()
    grown: frozenset[str] = frozenset()
    seed: int = 0
    seconds: int | None = None
