"""A talk's notes as a text, with the themes of its passages."""

from collections.abc import Iterator
from dataclasses import dataclass

from peil.core.problem import Problem
from peil.core.span import Span
from peil.qual.exchange.answer_text import one_line_end
from peil.qual.exchange.selection import CodeUse, Selection
from peil.qual.exchange.study_guids import StudyGuids
from peil.qual.exchange.text_source import TextSource
from peil.qual.exchange_problems import WITHHELD
from peil.study.identifiers.find_identifiers import find_identifiers
from peil.study.talk import Talk


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of notes or a quotation: its heading, words and themes, and where it stands."""

    heading: str
    words: str
    themes: tuple[str, ...]
    span: Span


INVENTED = "Invented: nobody held this talk."
"""Stands at the head of such a text: whoever codes it must know."""


def passages_of(talk: Talk) -> Iterator[Passage]:
    """Give a talk's passages in the order of its lines.

    A quotation stands between quotation marks without who said it: a speaker's code never leaves the notes.
    One that was kept back, or whose speaker didn't agree, isn't among them.
    """
    notes = [Passage(note.heading, note.text, note.themes, note.span) for note in talk.notes]
    said = [
        Passage("", f"“{words}”", one.themes, one.span)
        for one in talk.said
        if not one.draft
        and one.speaker not in talk.unquoted
        and (words := next(iter(one.words.values()), ""))
    ]
    return iter(sorted([*notes, *said], key=lambda one: one.span))


def talk_source(
    talk: Talk, guids: StudyGuids, language: str, *, with_identifiers: bool
) -> tuple[TextSource, tuple[Problem, ...]]:
    """Give a talk as a text: its headings and passages, and a piece for each passage with themes."""
    pieces: list[Selection] = []
    problems: list[Problem] = []
    text, heading = f"{INVENTED}\n\n" if talk.invented else "", ""
    for passage in passages_of(talk):
        if not with_identifiers and (found := find_identifiers(passage.words)):
            kinds = ", ".join(sorted({str(one.kind) for one in found}))
            message = f"Left out: a passage, for what points at one person ({kinds})."
            hint = "Read it here; --with-identifiers writes it all the same."
            problems.append(WITHHELD.problem(passage.span, message, hint=hint))
            continue
        if passage.heading and passage.heading != heading:
            heading = passage.heading
            text += f"{heading}\n\n"
        words = one_line_end(passage.words).strip()
        if passage.themes:
            pieces.append(_piece(talk, passage, len(text), len(text) + len(words), guids))
        text += f"{words}\n\n"
    source = TextSource(
        guid=guids.of("talk", talk.id),
        name=talk.id,
        text=text,
        description=" ".join(
            told for told in (INVENTED if talk.invented else "", talk.composition.get(language, "")) if told
        ),
        selections=tuple(pieces),
    )
    return source, tuple(problems)


def _piece(talk: Talk, passage: Passage, start: int, end: int, guids: StudyGuids) -> Selection:
    place = (talk.id, str(passage.span.line))
    uses = tuple(
        CodeUse(guids.of("theme use", *place, theme), guids.of("theme", theme)) for theme in passage.themes
    )
    return Selection(guids.of("passage", *place), start, end, uses=uses)
