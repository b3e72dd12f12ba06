"""What a matrix row is called that the respondent is to name."""

from peil.pages.words import Words
from peil.study.question import Question, Row


def own_row(words: Words, question: Question, row: Row, language: str) -> str:
    """Give the name of an open row without words of its own; where there are several, with a number."""
    rows = [one.id for one in question.rows if one.open and not one.wording.plain(language)]
    name = words("own_row")
    return f"{name} ({rows.index(row.id) + 1})" if len(rows) > 1 and row.id in rows else name
