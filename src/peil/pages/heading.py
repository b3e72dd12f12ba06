"""A question's wording laid out: what leads up to it, the question itself, what explains it."""

import re
from dataclasses import dataclass

from peil.pages.paragraphs import Paragraph, link_addresses, plain_text, split_paragraphs
from peil.study.text import Blank

_SENTENCES_AFTER = re.compile(r"(?<=\?)\s+(?=[^?]+$)")
_PUNCTUATION = " .,;:?!…"


@dataclass(frozen=True, slots=True)
class Heading:
    """The wording of one question, in reading order.

    Args:
        lead: Paragraphs that come before the question.
        asked: The question; of a sentence with a blank inside, what stands before the blank.
        rest: Sentences after the question mark in the same paragraph, set less loud.
        tail: What stands after the blank in the sentence; empty where the field comes below the question.
        after: Paragraphs that explain the question.
        lang: Its language, empty where that is the page's.
    """

    lead: tuple[Paragraph, ...]
    asked: str
    rest: str
    tail: str
    after: tuple[Paragraph, ...]
    lang: str

    @property
    def plain(self) -> str:
        """The question in one line."""
        return f"{self.asked} … {self.tail}" if self.tail else self.asked


def make_heading(parts: tuple[str | Blank, ...], lang: str) -> Heading:
    """Lay out a shown text. The question is the paragraph with the blank, else the last one that asks."""
    paragraphs = split_paragraphs(parts)
    if not paragraphs:
        return Heading((), "", "", "", (), lang)
    at = _question_at(paragraphs)
    before, tail = _around_blank(paragraphs[at])
    asked, rest = (before, "") if tail else _first_question(before)
    return Heading(_linked(paragraphs[:at]), asked, rest, tail, _linked(paragraphs[at + 1 :]), lang)


def make_notice(parts: tuple[str | Blank, ...], lang: str) -> Heading:
    """Lay out a notice: paragraphs that ask nothing."""
    return Heading(_linked(split_paragraphs(parts)), "", "", "", (), lang)


def _linked(paragraphs: tuple[tuple[str | Blank, ...], ...]) -> tuple[Paragraph, ...]:
    return tuple(link_addresses(plain_text(one)) for one in paragraphs)


def _question_at(paragraphs: tuple[tuple[str | Blank, ...], ...]) -> int:
    asking = [at for at, one in enumerate(paragraphs) if plain_text(one).endswith("?")]
    blank = [at for at, one in enumerate(paragraphs) if not all(isinstance(part, str) for part in one)]
    return blank[0] if blank else asking[-1] if asking else 0


def _around_blank(paragraph: tuple[str | Blank, ...]) -> tuple[str, str]:
    """Give the words before the blank and those after it; a full stop alone is no words."""
    at = next((at for at, part in enumerate(paragraph) if not isinstance(part, str)), len(paragraph))
    before, tail = plain_text(paragraph[:at]), plain_text(paragraph[at + 1 :])
    return before, tail if tail.strip(_PUNCTUATION) else ""


def _first_question(text: str) -> tuple[str, str]:
    asked, *rest = _SENTENCES_AFTER.split(text, maxsplit=1)
    return asked, rest[0] if rest else ""
