"""What a file's coders made of one answer."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from peil.qual.exchange.answer_text import LaidAnswer, find_answers
from peil.qual.exchange.coded_project import CodedProject
from peil.qual.exchange.selection import CodeUse, Selection
from peil.qual.exchange.text_source import TextSource


@dataclass(frozen=True, slots=True)
class FoundAnswer:
    """An answer in a file.

    Args:
        key: Its mark.
        line: The line of the text on which it begins, counted from 1.
        words: Its words.
        codes: GUIDs of the codes it was given, each once.
        notes: What was noted about it.
    """

    key: str
    line: int
    words: str
    codes: tuple[str, ...]
    notes: tuple[str, ...]


def found_answers(source: TextSource, project: CodedProject, users: frozenset[str]) -> Iterator[FoundAnswer]:
    """Give the answers of a text with the codes that these users gave them.

    A piece that touches the words of several answers counts for each; one that touches only the mark counts
    for the answer whose mark it is.
    """
    laid = find_answers(source.text)
    codes: Mapping[int, dict[str, None]] = {place: {} for place in range(len(laid))}
    notes: Mapping[int, dict[str, None]] = {place: {} for place in range(len(laid))}
    for selection in source.selections:
        uses = [use for use in selection.uses if (use.coder or selection.coder) in users]
        if not uses:
            continue
        said = notes_of(selection, uses, project, users)
        for place in touched(laid, selection):
            codes[place].update(dict.fromkeys(use.code for use in uses))
            notes[place].update(dict.fromkeys(said))
    line, before = 1, 0
    for place, one in enumerate(laid):
        line, before = line + lines_in(source.text[before : one.mark]), one.mark
        words = source.text[one.start : one.end]
        yield FoundAnswer(one.key, line, words, tuple(codes[place]), tuple(notes[place]))


def touched(laid: Sequence[LaidAnswer], selection: Selection) -> Iterator[int]:
    """Give the places of the answers whose words a piece touches."""
    first = max(0, bisect_right(laid, selection.start, key=lambda one: one.mark) - 1)
    for place in range(first, len(laid)):
        one = laid[place]
        if one.mark >= selection.end:
            return
        inside = one.mark <= selection.start < selection.end <= one.end
        if inside or max(one.start, selection.start) < min(one.end, selection.end):
            yield place


def notes_of(
    selection: Selection, uses: Iterable[CodeUse], project: CodedProject, users: frozenset[str]
) -> tuple[str, ...]:
    """Give what these users wrote about a piece and its codes."""
    guids = (*selection.notes, *(note for use in uses for note in use.notes))
    notes = [project.note_of[guid] for guid in guids if guid in project.note_of]
    words = [note.text for note in notes if not note.coder or note.coder in users]
    return tuple(" ".join(one.split()) for one in (selection.description, *words) if one.strip())


def lines_in(text: str) -> int:
    """Count line ends, of two characters too."""
    return text.count("\n") + text.count("\r") - text.count("\r\n")
