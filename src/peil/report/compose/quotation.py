"""Compose a quotation of the study's: its words, and the one thing that is told of who said them."""

import re
from collections.abc import Iterator

from peil.core.problem import Problem
from peil.core.span import Span
from peil.disclose.release import Excerpt, Release
from peil.report.compose.beside.talks_words import say_who
from peil.report.compose.labels import Labels
from peil.report.compose.phrases import say
from peil.report.document import Inline, Quote, Run
from peil.report.quote_problems import HELD_BACK_QUOTE, UNTRANSLATED_QUOTE
from peil.study.study import Study
from peil.study.talk import quotations

QUOTES = "quotes.toml"
PARAGRAPH = re.compile(r"\n[ \t]*\n")


def compose_quotation(release: Release, labels: Labels, name: str, span: Span) -> Quote | Problem:
    """Give a quotation as printed, or the problem that keeps it out.

    Args:
        release: Holds the words, where they may be printed.
        labels: Names in the text's language.
        name: Its id.
        span: Where the text asks for it.
    """
    excerpt = release.excerpts.get(name)
    if excerpt is None or excerpt.words is None:
        reason = excerpt.reason if excerpt else "it didn't pass the disclosure gate"
        message = f'The quotation "{name}" is held back: {reason}.'
        hint = f"See to it in {home_of(labels.study, name)}, or take the quotation out."
        return HELD_BACK_QUOTE.problem(span, message, hint=hint, got=name)
    words = excerpt.words.get(labels.language)
    if words is None:
        message = f'The quotation "{name}" has no words in "{labels.language}".'
        home = home_of(labels.study, name)
        hint = f"Add {labels.language} to its text in {home}, and have that approved too."
        return UNTRANSLATED_QUOTE.problem(span, message, hint=hint, got=name)
    return Quote((*paragraphs(words), *attribution(excerpt, labels)))


def home_of(study: Study, name: str) -> str:
    """Give the file in which a quotation stands."""
    talks = (talk.span.file for talk, said in quotations(study.talks) if said.id == name)
    return QUOTES if name in study.quotes else next(talks, QUOTES)


def paragraphs(words: str) -> Iterator[Inline]:
    """Give the words in paragraphs, cut at blank lines."""
    for part in PARAGRAPH.split(words):
        yield (Run(" ".join(part.split())),)


def attribution(excerpt: Excerpt, labels: Labels) -> Iterator[Inline]:
    """Give the line under a quotation: who, in one broad word, and that nobody said it where that is so."""
    invented = say(labels.language, "invented") if excerpt.invented else ""
    who = labels.group(*excerpt.attribution) if excerpt.attribution else ""
    if excerpt.said_in:
        who = say_who(excerpt.said_in, labels.language)
    if line := " ".join(filter(None, (who, invented))):
        yield (Run(f"— {line}"),)
