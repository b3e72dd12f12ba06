"""The parts of a question that carry words and a condition of their own."""

from peil.study.question import Option, Question, Row


def parts(question: Question) -> tuple[Option | Row, ...]:
    """Give the question's options, then its rows."""
    return (*question.options, *question.rows)
