"""What a data-protection sheet is put together from."""

from collections.abc import Sequence

from peil.report.compose.phrases import say_date
from peil.report.compose.protection_words import say_protection as say
from peil.report.compose.show_wording import plain_cell
from peil.report.document import Grid, Heading, NumberedTable, Paragraph, Run
from peil.report.protection import Kept


def heading(language: str, name: str) -> Heading:
    """Give the heading of a chapter, by the name of its words."""
    return Heading(2, "", (Run(say(language, name)),), f"protection-{name}")


def told(language: str, name: str) -> Paragraph:
    """Give a paragraph, by the name of its words."""
    return Paragraph((Run(say(language, name)),))


def table(head: Sequence[str], rows: Sequence[Sequence[str]], widths: tuple[float, ...]) -> NumberedTable:
    """Give a table; the first column heads its rows."""
    top = tuple(plain_cell(text, header=True) for text in head)
    body = tuple(tuple(plain_cell(text, header=place == 0) for place, text in enumerate(row)) for row in rows)
    return NumberedTable(0, "", "", "", "", (), Grid((top,), body, widths=widths))


def settings_table(language: str, rows: Sequence[tuple[str, str]]) -> NumberedTable:
    """Give a table of what the study says, each by the name of its words; what it doesn't say is missing."""
    lines = [(say(language, name), said or say(language, "missing")) for name, said in rows]
    return table((say(language, "setting"), say(language, "said")), lines, (1.0, 2.0))


def how_long(kept: Kept, language: str) -> str:
    """Say how long something is kept, with the day where it is known."""
    if kept.months is None:
        return say(language, "missing")
    form = {0: "months_none", 1: "months_one"}.get(kept.months, "months_other")
    words = say(language, form, count=kept.months)
    return f"{words}: {say(language, 'until', day=say_date(kept.until, language))}" if kept.until else words
