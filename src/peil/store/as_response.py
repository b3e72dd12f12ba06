"""An interview of the store as a response."""

from dataclasses import replace

from peil.interview.answers import Answers
from peil.interview.response import Response
from peil.interview.submit import submitted_values
from peil.interview.walk import to_response
from peil.store.kept import Kept
from peil.study.quota import QUOTA_FULL
from peil.study.study import Study


def as_response(study: Study, kept: Kept) -> Response:
    """Give an interview as a response, with submitted pages alone.

    Args:
        study: The study as the interview's version has it.
        kept: The interview.
    """
    answers = Answers(submitted_values(study, kept.answers), kept.answers.pages)
    response = to_response(study, kept.id, answers, synthetic=kept.synthetic)
    return replace(response, outcome=QUOTA_FULL) if kept.full else response
