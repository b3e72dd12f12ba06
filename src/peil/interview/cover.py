"""The interviews that a proof found, walked page by page through the engine itself."""

from collections.abc import Iterable, Iterator

from peil.interview.answers import Answers, Value
from peil.interview.response import Response
from peil.interview.walk import to_response, walk
from peil.study.codebook import ValueKind
from peil.study.proof.walk import Walk
from peil.study.study import Study

SAID = "voorbeeld"
"""What synthetic respondents say in words of their own, so that nobody takes it for somebody's."""


def walk_through(study: Study, walks: Iterable[Walk]) -> Iterator[Response]:
    """Give each walk as a synthetic response, its pages submitted in the order in which they are shown.

    Raises:
        RuntimeError: The engine doesn't accept what the proof found: one of the two is wrong.
    """
    for number, found in enumerate(walks, start=1):
        yield to_response(study, f"c{number}", _submitted(study, found), synthetic=True)


def _submitted(study: Study, found: Walk) -> Answers:
    answers = Answers({name: _worded(study, name, value) for name, value in found.values.items()})
    while (page := walk(study, answers).next_page) is not None:
        if page in answers.pages:
            raise RuntimeError(f"page {page} isn't passed with what the proof answers there")
        answers = Answers(answers.values, answers.pages | {page})
    return answers


def _worded(study: Study, name: str, value: Value) -> Value:
    """Give words for what stands open in a walk; an address looks like one."""
    if study.codebook.variables[name].value is not ValueKind.TEXT:
        return value
    return f"{SAID}@example.org" if name.endswith(".email") else SAID
