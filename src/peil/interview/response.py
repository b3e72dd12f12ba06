"""A response: one interview as it is kept."""

from dataclasses import dataclass

from peil.interview.answers import Answers


@dataclass(frozen=True)
class Response:
    """One respondent's answers with an id that says nothing about the person.

    ``last_page`` is the last page submitted on the route, or None; ``outcome`` is ``complete``, the
    outcome of an early end, or None for an interview that was left.
    """

    id: str
    answers: Answers
    last_page: str | None
    outcome: str | None
    synthetic: bool = False
