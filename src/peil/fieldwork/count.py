"""Response accounting: how many rows, how many analysed, how far they came."""

import numpy as np
from numpy.typing import NDArray

from peil.fieldwork.amended import AS_ANSWERED, Amended
from peil.fieldwork.facts import Facts
from peil.study.study import Study


def count_facts(
    study: Study,
    rows: int,
    progress: NDArray[np.int32],
    complete: NDArray[np.bool_],
    *,
    synthetic: bool,
    amended: Amended = AS_ANSWERED,
) -> Facts:
    """Count how many of the analysed reached each question.

    Reached means that the page was submitted (or passed, when nothing on it was for the respondent): the
    question's own base may be smaller, since not everyone is asked, or answers.

    Args:
        study: Holds the route.
        rows: Interviews in the data, those outside the analysis set included.
        progress: Pages passed by each analysed row, as ``Dataset.progress``.
        complete: Which of the analysed came to the end.
        synthetic: The rows are made, not given by people.
        amended: What was left out or counted otherwise.
    """
    numbers = {page: number for number, page in enumerate(study.route.pages)}
    reached: dict[str, int] = {}
    for step in study.route.steps:
        if step.question not in reached:
            reached[step.question] = int((progress > numbers[step.page]).sum())
    return Facts(rows, len(progress), int(complete.sum()), reached, synthetic, amended)
