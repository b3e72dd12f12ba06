"""How long a question takes: an estimate from its words and what it asks for, before anyone has answered."""

from peil.study.question import Kind, Question
from peil.study.study import Study

WORDS_A_SECOND = 238 / 60
"""Silent reading of non-fiction by adults: 238 words a minute (Brysbaert 2019)."""

SECONDS_A_CHOICE = 3.0
SECONDS_A_NUMBER = 5.0
SECONDS_A_DATE = 6.0
SECONDS_OF_WORDS = 20.0
"""To choose, type a number, fill in a date, write a sentence: assumptions, told wherever minutes are."""

SECONDS = {
    Kind.NOTICE: 0.0,
    Kind.OPEN: SECONDS_OF_WORDS,
    Kind.NUMBER: SECONDS_A_NUMBER,
    Kind.DATE: SECONDS_A_DATE,
    Kind.CONTACT: SECONDS_A_NUMBER,  # a field
}
"""What isn't here is chosen: once, and in a matrix or a ranking once a row or item."""


def seconds_to_answer(study: Study, question: Question, role: str) -> float:
    """Give the seconds that reading and answering a question is expected to take.

    All its words are read once, in the study's first language; then each item is answered. Of an optional
    question half is counted.
    """
    language = study.about.language
    texts = [question.wording, *(one.wording for one in question.options)]
    texts += [row.wording for row in question.rows]
    words = sum(len(wording.plain(language, role).split()) for wording in texts)
    answering = _seconds(question)
    return words / WORDS_A_SECOND + (answering / 2 if question.optional else answering)


def _seconds(question: Question) -> float:
    once = SECONDS.get(question.kind, SECONDS_A_CHOICE)
    match question.kind:
        case Kind.CONTACT | Kind.MATRIX:
            return once * sum(not row.open for row in question.rows)
        case Kind.RANKING:
            return once * len(question.options)
        case _:
            return once
