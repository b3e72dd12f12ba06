"""The bytes of a study's file as text with plain line ends; what is no text is a problem at its place."""

import codecs
import re

from peil.core.problem import Problem
from peil.core.rule import Rule
from peil.core.span import Span

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""Characters that no page and no report can show."""


def decode(data: bytes, file: str, rule: Rule, problems: list[Problem]) -> str | None:
    """Give the text, without a byte order mark and with line feeds alone, or None where it is no text.

    A character that isn't UTF-8 is replaced, so that what else is wrong can be told too.

    Args:
        data: The file's bytes.
        file: Its name in problems.
        rule: What the problem is called in this kind of file.
        problems: Where a problem is added, at the first character that is wrong.
    """
    if data.startswith(UTF_16):
        problems.append(_not_utf_8(Span(file, 1, 1), "This file is UTF-16, not UTF-8.", rule))
        return None
    try:
        text = _plain_lines(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        span = _end_of(_plain_lines(data[: error.start].decode("utf-8-sig", "replace")), file)
        problems.append(_not_utf_8(span, "This character is not UTF-8.", rule))
        return _plain_lines(data.decode("utf-8-sig", "replace"))
    if found := CONTROL.search(text):
        span = _end_of(text[: found.start()], file)
        message = f"Here stands a control character (U+{ord(found.group()):04X}), which nobody can see."
        problems.append(rule.problem(span, message, hint="Remove it."))
    return text


def _not_utf_8(span: Span, message: str, rule: Rule) -> Problem:
    return rule.problem(span, message, hint="Save the file as UTF-8.")


def _plain_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _end_of(before: str, file: str) -> Span:
    """Give the place right after a text."""
    return Span(file, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
