"""Who gets to see a question, or one option or row of it."""

from peil.study.proof.encoding import Encoding
from peil.study.proof.formula import TRUE
from peil.study.question import Option, Row
from peil.study.route import Step

Part = Option | Row | None
"""An option or row, or None for the question's own text."""


def seen(encoding: Encoding, step: Step, part: Part) -> int:
    """Give whether a step, or one option or row of it, is shown; a row and a column may share an id."""
    asked, answers = encoding.steps[step.id], encoding.answers
    if part is None:
        return asked
    key = f"{step.id}.{part.id}"
    if isinstance(part, Row) and key in answers.asked:
        return answers.asked[key]
    return encoding.formula.both(asked, answers.visible.get((step.id, part.id), TRUE))
