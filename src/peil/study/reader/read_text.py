"""One line or text into parts: plain words, fills and blanks."""

import re
from decimal import Decimal

from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.checks import bad_bounds, smart_quote, unreadable_line
from peil.study.reader.raw import RawText
from peil.study.text import Blank, Fill, NumberBlank, OpenBlank, Part, Text

SPECIAL = re.compile(r"\\[{}_]|\{|_{3,}")
FILL = re.compile(r'\{\s*([a-z][a-z0-9_.\[\]]*)\s*(?:\|\s*"([^"]*)"\s*)?\}')
BOUNDS = re.compile(r" ?\[([^\]]*)\]")
RANGE = re.compile(r"\s*(-?\d+(?:\.\d+)?)?\s*\.\.\s*(-?\d+(?:\.\d+)?)?\s*(?:,\s*([1-9])\s+decimals?)?\s*")
SMART_QUOTES = re.compile("[“”„‟‘’‚«»]")


def source_text(raw: RawText) -> str:
    """Give the text as written: lines joined with a space, paragraphs with an empty line."""
    return "".join(glue + line for glue, _, line in _glued(raw))


def read_text(raw: RawText, problems: list[Problem], *, bounds: bool = True) -> Text:
    """Read a text of one or more lines into parts, with each fill and blank at its own place.

    ``bounds`` says that a number blank needs them; a translation takes them from the base text.
    """
    parts: list[Part] = []
    for glue, span, line in _glued(raw):
        if glue:
            parts.append(glue)
        parts.extend(split_parts(line, span, problems, bounds=bounds))
    return Text(_merged(parts), raw.span)


def _glued(raw: RawText) -> list[tuple[str, Span, str]]:
    """Give each line that says something, with what joins it to the one before."""
    found: list[tuple[str, Span, str]] = []
    gap = False
    for span, line in raw.lines:
        if line:
            found.append(("" if not found else "\n\n" if gap else " ", span, line))
        gap = not line
    return found


def split_parts(line: str, span: Span, problems: list[Problem], *, bounds: bool = True) -> list[Part]:
    """Split one line into its parts; what can't be read stays as words and is a problem."""
    if "{" not in line and "__" not in line and "\\" not in line:
        return [line]
    parts: list[Part] = []
    at = 0
    while found := SPECIAL.search(line, at):
        start = found.start()
        parts.append(line[at:start])
        part, at = _special(line, found, span.right(start), problems, bounds=bounds)
        parts.append(part)
    parts.append(line[at:])
    return [part for part in parts if part != ""]


def _special(
    line: str, found: re.Match[str], span: Span, problems: list[Problem], *, bounds: bool
) -> tuple[Part, int]:
    """Read an escape, a fill or a blank; give it and where it ends."""
    mark = found.group()
    if mark[0] == "\\":
        return mark[1], found.end()
    if mark == "{":
        return _fill(line, found.start(), span, problems)
    if len(mark) > 3:
        return OpenBlank(span), found.end()
    return _number_blank(line, found.end(), span, problems, needed=bounds)


def _fill(line: str, start: int, span: Span, problems: list[Problem]) -> tuple[Part, int]:
    if found := FILL.match(line, start):
        return Fill(found.group(1), found.group(2), span), found.end()
    close = line.find("}", start)
    end = close + 1 or len(line)
    inside = line[start:end]
    if not close + 1:
        rule, message = unreadable_line.RULE, "This brace is never closed."
        hint = "Close it with }, or write \\{ for a brace in the text."
    elif quote := SMART_QUOTES.search(inside):
        rule, message = smart_quote.RULE, f"A fill's fallback stands in straight quotes, not {quote.group()}."
        span, hint = span.right(quote.start()), 'Type " instead.'
    else:
        rule, message = unreadable_line.RULE, f"{inside} is no fill."
        hint = 'Write {id} or {id | "fallback"}; attributes stand after two spaces at the end of their line.'
    problems.append(rule.problem(span, message, hint=hint, got=inside))
    return inside, end


def _number_blank(
    line: str, end: int, span: Span, problems: list[Problem], *, needed: bool
) -> tuple[Blank, int]:
    bounds = BOUNDS.match(line, end)
    if bounds is None and not needed:
        return NumberBlank(None, None, 0, span), end
    if bounds is None:
        problems.append(
            bad_bounds.RULE.problem(
                span,
                "A blank of three underscores is a number and needs its bounds.",
                hint="Write ___ [0..100], or ____ for the respondent's own words.",
            )
        )
        return NumberBlank(None, None, 0, span), end
    found = RANGE.fullmatch(bounds.group(1))
    low, high = (Decimal(bound) if bound else None for bound in found.groups()[:2]) if found else (None, None)
    decimals = int(found.group(3) or 0) if found else 0
    message = f"[{bounds.group(1)}] are no bounds of a number."
    hint = ""
    if found is None:
        hint = "Write [0..10], or [0..10, 2 decimals]."
    elif low is not None and high is not None and low > high:
        hint = f"Write the lowest first: [{high}..{low}]."
    elif (finest := max(_decimals(low), _decimals(high))) > decimals:
        message = f"The bounds [{bounds.group(1)}] are finer than the answers may be."
        hint = f'Write "{finest} decimals" after the bounds, or round them.'
    if hint:
        place = span.right(bounds.start(1) - end + 3)
        problems.append(bad_bounds.RULE.problem(place, message, hint=hint))
        return NumberBlank(None, None, 0, span), bounds.end()
    return NumberBlank(low, high, decimals, span), bounds.end()


def _decimals(bound: Decimal | None) -> int:
    """Count the decimals that a bound needs."""
    return 0 if bound is None else max(0, -int(bound.normalize().as_tuple().exponent))


def _merged(parts: list[Part]) -> tuple[Part, ...]:
    """Join words that stand next to each other."""
    if len(parts) < 2:
        return tuple(parts)
    found: list[Part] = []
    for part in parts:
        if isinstance(part, str) and found and isinstance(found[-1], str):
            found[-1] += part
        else:
            found.append(part)
    return tuple(found)
