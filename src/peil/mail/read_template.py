"""A mail's Markdown into a Template."""

from collections.abc import Iterator
from itertools import groupby

from peil.core.problem import Problem
from peil.core.span import Span
from peil.mail.mail_problems import NO_LINK, NO_SUBJECT, UNREADABLE
from peil.mail.read_inline import read_inline, read_words
from peil.mail.stretch import Stretch, stretch
from peil.mail.template import Block, Inline, Kind, Listing, Paragraph, Template, fills_of, lines_of
from peil.study.reader.decode import decode
from peil.study.text import Fill

_ITEM = "- "
_HEADING = "# "
SECRET = ("link", "code", "unsubscribe")
"""Placeholders whose value is one person's alone."""


def read_template(
    data: bytes, file: str, kind: Kind, language: str, problems: list[Problem]
) -> Template | None:
    """Read a mail's text: the first line ``# Subject``, then paragraphs and lists with dots.

    Args:
        data: The file's bytes.
        file: Its name in problems.
        kind: Which mail it is.
        language: Language that it is written in.
        problems: Where what is wrong is added.

    Returns:
        The text, or None where none can be made of it.
    """
    text = decode(data, file, UNREADABLE, problems)
    if text is None:
        return None
    lines = list(enumerate(text.split("\n"), 1))
    first = next((place for place, (_, line) in enumerate(lines) if line.strip()), 0)
    number, line = lines[first]
    subject = _subject(line, Span(file, number, 1), problems)
    blocks = tuple(_blocks(file, lines[first + bool(subject) :], problems))
    template = Template(kind, language, subject, blocks, Span(file))
    problems.extend(_lacks(template))
    return template


def _subject(line: str, span: Span, problems: list[Problem]) -> tuple[str | Fill, ...]:
    if line.startswith(_HEADING) and line.removeprefix(_HEADING).strip():
        words = stretch(line, span, len(_HEADING))
        return read_words(words.text, words.where, problems)
    hint = 'Let the first line say it: "# Subject".'
    problems.append(NO_SUBJECT.problem(span, "This mail has no subject.", hint=hint))
    return ()


def _blocks(file: str, lines: list[tuple[int, str]], problems: list[Problem]) -> list[Block]:
    """Read the paragraphs and lists between blank lines."""
    found: list[Block] = []
    for written, group in groupby(lines, key=lambda line: bool(line[1].strip())):
        if not written:
            continue
        for is_item, run in groupby(_joined(file, list(group)), key=lambda piece: piece[0]):
            parts = [_inline(piece, problems) for _, piece in run]
            found += [Listing(tuple(parts))] if is_item else [Paragraph(part) for part in parts]
    return found


def _inline(piece: Stretch, problems: list[Problem]) -> tuple[Inline, ...]:
    if piece.text.startswith("#"):
        hint = "Only the first line is a heading, the subject; use **bold words** further on."
        problems.append(UNREADABLE.problem(piece.where(0), "A mail has no headings.", hint=hint))
    return read_inline(piece.text, piece.where, problems)


def _joined(file: str, lines: list[tuple[int, str]]) -> list[tuple[bool, Stretch]]:
    """Join a paragraph's lines, and an item's with those indented below it."""
    joined: list[tuple[bool, Stretch]] = []
    for number, line in lines:
        is_item = line.startswith(_ITEM)
        piece = stretch(line, Span(file, number, 1), len(_ITEM) if is_item else 0)
        if joined and not is_item and (line.startswith(" ") or not joined[-1][0]):
            joined[-1] = (joined[-1][0], joined[-1][1].joined(piece))
        else:
            joined.append((is_item, piece))
    return joined


def _lacks(template: Template) -> Iterator[Problem]:
    """Say what a mail can't do without, and what its subject may not hold."""
    lines = [parts for block in template.blocks for parts in lines_of(block)]
    named = {fill.name for parts in lines for fill in fills_of(parts)}
    if not lines and not template.subject:
        return  # an empty file lacks its subject first of all
    if not lines:
        hint = "Write what is asked of whom, with {link}."
        yield NO_SUBJECT.problem(template.span, "This mail has no text.", hint=hint)
    elif "link" not in named:
        hint = "Write [Go to the survey]({link}) where the link is to stand."
        yield NO_LINK.problem(template.span, "This mail has no {link}.", hint=hint)
    for fill in fills_of(template.subject):
        if fill.name in SECRET:
            hint = "Put it in the text: subjects are shown in lists, and on locked phones."
            yield UNREADABLE.problem(fill.span, f"The subject holds {{{fill.name}}}.", hint=hint)
