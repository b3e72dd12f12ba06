"""Find numbers and comparison words in findings chapters that are bound to nothing."""

import re
from collections.abc import Iterator
from itertools import pairwise

from peil.report import problems as rules
from peil.report.template.marks import blank, find_marks
from peil.report.template.names import Names
from peil.report.template.phrase import Phrase
from peil.report.template.quoted_label import blank_labels
from peil.report.template.words.unbound import Unbound, find_unbound

MARKUP = re.compile(
    r"\]\([^)\n]*\)"  # a link's address
    r"|<https?://[^>\s]*>|https?://\S+"
    r"|^[ \t]*\d+[.)](?=[ \t])"  # a list's number
    r"|^[ \t]*>.*$"  # a quotation: another's words
    r"|^\[\^[\w-]+\]:",
    re.MULTILINE,
)
CHAPTER = re.compile(r"^#[ \t]", re.MULTILINE)


def check_unbound(names: Names, phrase: Phrase, language: str, *, comparisons: bool = True) -> None:
    """Report what is bound to nothing in a stretch of a findings chapter.

    Args:
        names: Gathers the problems.
        phrase: The stretch.
        language: Its language.
        comparisons: Look for comparison words too; captions may name what they compare.
    """
    text = blank(phrase, tuple(mark for mark in find_marks(phrase) if mark.kind != "note_text"))
    text = MARKUP.sub(lambda found: " " * len(found.group()), text)
    text = blank_labels(blank_note_marks(phrase, text), names.study, language)
    for found in find_unbound(text, language):
        if comparisons or not found.compares:
            report(names, phrase.part(found.start, found.start + len(found.text)), found)


def blank_note_marks(phrase: Phrase, text: str) -> str:
    """Blank the bindings inside footnotes, whose own text stays to be looked at."""
    for note in find_marks(phrase):
        if note.kind == "note_text":
            at = note.words.start - phrase.start
            inner = blank(note.words, find_marks(note.words))
            text = (
                text[:at]
                + MARKUP.sub(lambda found: " " * len(found.group()), inner)
                + text[at + len(inner) :]
            )
    return text


def report(names: Names, phrase: Phrase, found: Unbound) -> None:
    """Add the problem."""
    if found.compares:
        hint = "Bind it: [word]{= compare …}, or {= claim …}, or mark it {plain}."
        message = f'The comparison "{phrase.plain}" is bound to nothing.'
        names.report(rules.UNBOUND_COMPARISON, phrase, message, hint)
    else:
        hint = "Bind it: [46%]{= usage: often}, or mark it {plain} when it is no finding."
        names.report(rules.UNBOUND_NUMBER, phrase, f'The number "{phrase.plain}" is bound to nothing.', hint)


def chapters(phrase: Phrase) -> Iterator[Phrase]:
    """Cut a stretch before each first-level heading."""
    starts = [found.start() for found in CHAPTER.finditer(phrase.text)]
    edges = [0, *(start for start in starts if start), len(phrase.text)]
    for start, end in pairwise(edges):
        yield phrase.part(start, end)
