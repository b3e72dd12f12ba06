"""A question's words: once where all roles read the same, else side by side."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from peil.report.compose.questionnaire import paragraphs
from peil.report.compose.show_text import printed_text
from peil.report.compose.show_view import View
from peil.report.document import Block, Grid, NumberedTable, Paragraph, Run, TableCell
from peil.study.question import Question
from peil.study.text import Wording


@dataclass(frozen=True, slots=True)
class Voice:
    """Roles that read the same words."""

    roles: tuple[str, ...]
    words: tuple[str, ...]


def voices(
    view: View, question: Question, wordings: Sequence[Wording], labels: Collection[int] = ()
) -> tuple[Voice, ...]:
    """Group the roles that can be asked a question by what they read in these wordings.

    ``labels`` are the places of those that are read as a label: what was carried over has no blank.
    """
    found: dict[tuple[str, ...], list[str]] = {}
    for role in view.roles_of(question):
        texts = [view.text(wording, role) for wording in wordings]
        words = tuple(
            "" if text is None else text.label() if place in labels else printed_text(view, text, question)
            for place, text in enumerate(texts)
        )
        found.setdefault(words, []).append(role)
    return tuple(Voice(tuple(roles), words) for words, roles in found.items())


def wording_blocks(view: View, question: Question) -> Iterator[Block]:
    """Give a question's text: in paragraphs, or in a table with a column for each wording."""
    spoken = voices(view, question, (question.wording,))
    if len(spoken) == 1:
        words = spoken[0].words[0]
        yield from (paragraphs(words) if words else [_silent(view)])
        return
    head = tuple(plain_cell(names(view, voice.roles), header=True) for voice in spoken)
    heard = [voice.words[0].split("\n\n") if voice.words[0] else [view.say("no_words")] for voice in spoken]
    body = tuple(
        tuple(plain_cell(" ".join(part[line].split()) if line < len(part) else "") for part in heard)
        for line in range(max(map(len, heard)))
    )
    yield NumberedTable(
        0, "", "", "", "", (), Grid((head,), body, row_headers=0, widths=(1.0,) * len(spoken))
    )


def names(view: View, roles: Sequence[str]) -> str:
    """Give the names of roles, joined."""
    return ", ".join(view.role_name(role) for role in roles)


def plain_cell(words: str, *, header: bool = False, numeric: bool = False, columns: int = 1) -> TableCell:
    """Give a cell of plain words."""
    return TableCell((Run(words),) if words else (), header=header, numeric=numeric, columns=columns)


def _silent(view: View) -> Paragraph:
    return Paragraph((Run(view.say("no_words"), italic=True),))
