"""Find numbers and comparison words in findings chapters that are bound to nothing."""

import re
from collections.abc import Iterator
from itertools import pairwise

from peil.report import problems as rules
from peil.report.template.marks import Kind, Mark, blank, find_marks
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
CLAIMED = re.compile(r"(?:not\s+)?claim\s+(?!:)")
SIGNIFICANT = re.compile(r"\b(?:significant(?:e|ly)?)\b", re.IGNORECASE)
"""What a condition may decide about, and a binding can't state."""
CHAPTER = re.compile(r"^#[ \t]", re.MULTILINE)


def check_unbound(names: Names, phrase: Phrase, language: str, *, comparisons: bool = True) -> None:
    """Report what is bound to nothing in a stretch of a findings chapter.

    Args:
        names: Gathers the problems.
        phrase: The stretch.
        language: Its language.
        comparisons: Look for comparison words too; captions may name what they compare.
    """
    text = blank_labels(own_text(phrase), names.study, language)
    for found in find_unbound(text, language):
        if comparisons or not found.compares:
            report(names, phrase.part(found.start, found.start + len(found.text)), found)


def own_text(phrase: Phrase) -> str:
    """Give a stretch with its marks blanked, but for the text of footnotes and conditionals."""
    marks = find_marks(phrase)
    text = blank(phrase, tuple(mark for mark in marks if mark.kind is not Kind.NOTE_TEXT))
    text = MARKUP.sub(lambda found: " " * len(found.group()), text)
    for mark in marks:
        for inner in () if stands_by_claim(mark) else mark.texts:
            at, own = inner.start - phrase.start, own_text(inner)
            if mark.kind is Kind.CONDITIONAL:
                own = SIGNIFICANT.sub(lambda found: " " * len(found.group()), own)
            text = text[:at] + own + text[at + len(own) :]
    return text


def stands_by_claim(mark: Mark) -> bool:
    """Say whether a claim decides about a text: that is what its numbers and comparisons are bound to."""
    return mark.value is not None and CLAIMED.match(mark.value.text) is not None


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
