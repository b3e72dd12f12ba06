"""What may stay empty beside a given answer, so that an answer can be required and blank at once."""

from collections.abc import Iterator

from peil.report.compose.labels import Labels
from peil.report.compose.phrases import join_words, say
from peil.study.question import Kind, Question

FEW = 3
"""More boxes than this are not named one by one."""


def blank_rules(labels: Labels, question: Question) -> Iterator[str]:
    """Say what of a question may stay empty though it is answered.

    What is asked beside an option is never required. A row that the respondent names needs an answer only
    with a name. Of contact details one field is enough.
    """
    language = labels.language
    boxes = [option.wording.label(language) for option in question.options if option.blank is not None]
    if len(boxes) > FEW:
        yield say(language, "all_boxes_blank")
    elif boxes:
        quoted = join_words([f"“{label}”" for label in dict.fromkeys(boxes)], language)
        yield say(language, "box_blank" if len(boxes) == 1 else "boxes_blank", names=quoted)
    if question.optional:
        return
    if any(row.open for row in question.rows):
        yield say(language, "own_row_blank")
    if question.kind is Kind.CONTACT and len(question.rows) > 1:
        yield say(language, "one_field")
