"""Answers as one text and back: a paragraph an answer, which begins with the answer's mark.

Qualitative tools are slow with thousands of texts of a line each, so a question is one text. An answer is
found again by its mark, wherever a tool's own counting, line ends and GUIDs went.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from peil.qual.exchange.study_guids import KEY_LENGTH

MARK = re.compile(rf"(?:^|(?<=[\n\r\u2028\u2029]))\[([0-9a-fA-F]{{{KEY_LENGTH}}})\][ \t\u00a0]?")
LINE_END = re.compile(r"\r\n?|[\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class LaidAnswer:
    """An answer in a text.

    Args:
        key: Its mark.
        mark: Where its mark begins.
        start: Where its words begin.
        end: Where its words end, white space after them left out.
    """

    key: str
    mark: int
    start: int
    end: int


def lay_out(answers: Iterable[tuple[str, str]]) -> tuple[str, tuple[LaidAnswer, ...]]:
    """Give the text of answers, by mark and words, in the order of the marks, which tells nothing.

    Line ends become line feeds; white space around an answer is left out.
    """
    found, pieces, at = list[LaidAnswer](), list[str](), 0
    for key, words in sorted(answers):
        kept, start = one_line_end(words).strip(), at + len(key) + 3
        found.append(LaidAnswer(key, at, start, start + len(kept)))
        pieces.append(f"[{key}] {kept}\n\n")
        at += len(pieces[-1])
    return "".join(pieces), tuple(found)


def find_answers(text: str) -> tuple[LaidAnswer, ...]:
    """Give the answers of a text by the marks that begin a line."""
    marks = list(MARK.finditer(text))
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return tuple(
        LaidAnswer(
            mark[1].lower(), mark.start(), mark.end(), mark.end() + len(text[mark.end() : end].rstrip())
        )
        for mark, end in zip(marks, ends, strict=True)
    )


def one_line_end(words: str) -> str:
    """Give words with a line feed at the end of each line, whatever stood there."""
    return LINE_END.sub("\n", words)


def same_words(one: str, other: str) -> bool:
    """Say whether two texts say the same: white space and the way in which accents are kept don't count."""
    return bare(one) == bare(other)


def bare(words: str) -> str:
    """Give what the words are compared by."""
    return "".join(unicodedata.normalize("NFC", words).split())
