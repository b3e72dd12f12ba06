"""Compose ``TalksBlock``: the talks there were, and which themes came up in which."""

from collections.abc import Iterator

from peil.disclose.theme_matrix import ThemeMatrix, ToldColumn, ToldTalk, ToldTheme
from peil.report.compose.beside.around_block import AroundBlock
from peil.report.compose.beside.talks_words import begin, name_column, name_talk, say_talks, say_when
from peil.report.compose.figure import cell
from peil.report.compose.phrases import say
from peil.report.document import Block, Bullets, Grid, Inline, NumberedTable, Paragraph, Run, TableCell
from peil.report.talk_problems import NO_MATRIX, NO_TALKS, UNTOLD_TALK
from peil.report.template.beside_block import TalksBlock


def talks_blocks(call: TalksBlock, around: AroundBlock) -> Iterator[Block]:
    """Give a list of the talks that are told of, and the matrix; what is held back is a problem by name."""
    told, language = around.release.themes, around.labels.language
    for name, reason in told.held_back:
        message = f'Nothing is told of the talk "{name}": {reason}.'
        hint = f"See to it in talks/{name}.md."
        around.problems.append(UNTOLD_TALK.problem(call.span, message, hint=hint, got=name))
    if not told.talks:
        message, hint = "There is no talk that may be told of.", "Write one in talks/, or take the block out."
        around.problems.append(NO_TALKS.problem(call.span, message, hint=hint))
        return
    yield Bullets(tuple((Paragraph(line_of(talk, language)),) for talk in told.talks))
    if told.themes:
        yield matrix(told, around)
    else:
        message = "No theme came up in a group of three or more, so that there is no table of themes."
        hint = "Mark the notes with themes; what came up in smaller talks isn't told by itself."
        around.problems.append(NO_MATRIX.problem(call.span, message, hint=hint))


def line_of(talk: ToldTalk, language: str) -> Inline:
    """Tell of one talk: ``Focus group 1 (invented): March 2026; 4 participants; self-employed makers``."""
    number = talk.participants
    parts = (
        say_when(talk, language),
        say_talks(language, "participants", number=number) if number else "",
        talk.composition.get(language, ""),
    )
    name, more = named(begin(name_talk(talk, language)), language, talk), "; ".join(filter(None, parts))
    return (Run(f"{name}: {more}." if more else f"{name}."),)


def named(name: str, language: str, *talks: ToldTalk) -> str:
    """Give a name, and that it is invented where it is."""
    return f"{name} {say(language, 'invented')}" if any(talk.invented for talk in talks) else name


def matrix(told: ThemeMatrix, around: AroundBlock) -> NumberedTable:
    """Give the table of themes by talks."""
    language = around.labels.language
    notes = (say_talks(language, "note"), *(say_talks(language, key) for key in notes_of(told)))
    head = (
        cell(say_talks(language, "theme"), header=True),
        *(cell(head_of(column, language), header=True) for column in told.columns),
        cell(say_talks(language, "in_talks"), header=True, numeric=True),
    )
    body = tuple(row(theme, language) for theme in told.themes)
    caption = named(say_talks(language, "caption"), language, *told.talks)
    return NumberedTable(
        int(around.number), around.anchor, caption, "", "", ((Run(" ".join(notes)),),), Grid((head,), body)
    )


def notes_of(told: ThemeMatrix) -> Iterator[str]:
    """Give what else is to be said under the table."""
    if any(talk.participants is None for talk in told.talks):
        yield "small_note"
    if all(talk.invented for talk in told.talks):
        yield "invented"
    elif any(talk.invented for talk in told.talks):
        yield "some_invented"


def head_of(column: ToldColumn, language: str) -> str:
    """Name a column."""
    return named(begin(name_column(column, language)), language, *column.talks)


def row(theme: ToldTheme, language: str) -> tuple[TableCell, ...]:
    """Give the row of a theme: where it came up, and in how many columns."""
    marks = (cell(say_talks(language, "yes" if came_up else "no")) for came_up in theme.came_up)
    title = theme.titles.get(language) or next(iter(theme.titles.values()), "")
    return (cell(title, header=True), *marks, cell(str(sum(theme.came_up)), numeric=True))
