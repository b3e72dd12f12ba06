"""Facts about fieldwork, as a report's method section needs them."""

from collections.abc import Mapping
from dataclasses import dataclass

from peil.fieldwork.amended import AS_ANSWERED, Amended
from peil.fieldwork.response import ResponseRates


@dataclass(frozen=True)
class Facts:
    """Response accounting.

    Args:
        rows: Interviews in the data.
        analysed: Of these, in the analysis set.
        complete: Of the analysed, came to the end.
        reached: Question id to how many of the analysed reached its page.
        synthetic: The rows are made, not given by people.
        amended: What was left out of the analysis or counted otherwise, with when and why.
        response: Response rates, or None where no counts of fieldwork came with the data.
        questionnaire: Fingerprint of the questionnaire in the study's folder; empty where it isn't told.
    """

    rows: int
    analysed: int
    complete: int
    reached: Mapping[str, int]
    synthetic: bool
    amended: Amended = AS_ANSWERED
    response: ResponseRates | None = None
    questionnaire: str = ""
