"""One paragraph of a mail's text into words, placeholders, bold words and links."""

import re
from collections.abc import Callable

from peil.core.problem import Problem
from peil.core.span import Span
from peil.mail.mail_problems import UNREADABLE
from peil.mail.template import Bold, Inline, Link
from peil.study.text import Fill

Where = Callable[[int], Span]
"""Gives the place of a character by how many stand before it."""

FILL = re.compile(r'\{\s*([^{}|"\n]*?)\s*(?:\|\s*"([^"{}\n]*)"\s*)?\}')
_MARK = re.compile(r"\\[\\{}*\[\]]|\{|\*\*|\[")
_BOLD = re.compile(r"\*\*(\S(?:.*?\S)?)\*\*")
_LINK = re.compile(r"\[((?:\{[^{}\n]*\}|[^\[\]\n])+)\]\(\s*((?:\{[^{}\n]*\}|[^\s()\n])+)\s*\)")
_TARGET = re.compile(r"https?://|mailto:|\{\s*(?:link|unsubscribe)\s*\}$")


def read_inline(text: str, where: Where, problems: list[Problem]) -> tuple[Inline, ...]:
    """Read a paragraph; what can't be read stays as words and is a problem at its place."""
    parts: list[Inline] = []
    at = 0
    while found := _MARK.search(text, at):
        parts.append(text[at : found.start()])
        part, at = _marked(text, found, where, problems)
        parts.append(part)
    parts.append(text[at:])
    return _merged(parts)


def read_words(text: str, where: Where, problems: list[Problem]) -> tuple[str | Fill, ...]:
    """Read words and placeholders alone, as a subject or a link has them."""
    parts: list[Inline] = []
    at = 0
    while (start := text.find("{", at)) >= 0:
        escaped = start > 0 and text[start - 1] == "\\"
        parts.append(text[at : start - escaped])
        part, at = ("{", start + 1) if escaped else _fill(text, start, where, problems)
        parts.append(part)
    parts.append(text[at:])
    return tuple(part for part in _merged(parts) if isinstance(part, str | Fill))


def _marked(text: str, found: re.Match[str], where: Where, problems: list[Problem]) -> tuple[Inline, int]:
    """Read what a mark begins; give it and where it ends."""
    start, mark = found.start(), found.group()
    if mark[0] == "\\":
        return mark[1], found.end()
    if mark == "{":
        return _fill(text, start, where, problems)
    if mark == "[" and (link := _LINK.match(text, start)):
        return _link(link, where, problems), link.end()
    if mark == "**" and (bold := _BOLD.match(text, start)):
        return Bold(read_words(bold.group(1), _from(where, bold.start(1)), problems)), bold.end()
    return mark, found.end()


def _link(link: re.Match[str], where: Where, problems: list[Problem]) -> Link:
    label, target = link.groups()
    if not _TARGET.match(target):
        message = f'"{target}" is no address that a mail can lead to.'
        hint = "Begin it with https://, http:// or mailto:, or write {link}."
        problems.append(UNREADABLE.problem(where(link.start(2)), message, hint=hint, got=target))
    return Link(
        read_words(label, _from(where, link.start(1)), problems),
        read_words(target, _from(where, link.start(2)), problems),
    )


def _from(where: Where, start: int) -> Where:
    return lambda offset: where(start + offset)


def _fill(text: str, start: int, where: Where, problems: list[Problem]) -> tuple[str | Fill, int]:
    found = FILL.match(text, start)
    if found and found.group(1):
        return Fill(found.group(1), found.group(2), where(start)), found.end()
    close = text.find("}", start)
    inside = text[start : close + 1 or len(text)]
    message = f"{inside} is no placeholder." if close >= 0 else "This brace is never closed."
    hint = 'Write {name} or {name | "fallback"}, with straight quotes; \\{ is a brace.'
    problems.append(UNREADABLE.problem(where(start), message, hint=hint, got=inside))
    return inside, start + len(inside)


def _merged(parts: list[Inline]) -> tuple[Inline, ...]:
    """Give the parts with words that touch as one, and without empty ones."""
    merged: list[Inline] = []
    for part in parts:
        before = merged[-1] if merged else None
        if isinstance(part, str) and isinstance(before, str):
            merged[-1] = before + part
        elif part != "":
            merged.append(part)
    return tuple(merged)
