"""Answers in a store that the questionnaire, as it is now, has no place for: an export tells of them."""

from collections.abc import Sequence

from peil.core.problem import Problem
from peil.core.span import Span
from peil.data.data_problems import OUTGROWN

FIRST_NAMES = 5


def outgrown_problems(place: str, names: Sequence[str]) -> tuple[Problem, ...]:
    """Tell the researcher what is left out of a data file.

    Args:
        place: The store.
        names: Variables whose answers have no place.
    """
    if not names:
        return ()
    listed = ", ".join(names[:FIRST_NAMES]) + (", …" if len(names) > FIRST_NAMES else "")
    message = (
        f"The store has answers that this questionnaire has no place for; the file lacks them: {listed}."
    )
    hint = "They are still in the store: export with the questionnaire as it was when they were given."
    return (OUTGROWN.problem(Span(place), message, hint=hint),)
