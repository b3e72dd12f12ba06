"""A gettext catalogue into translations by path. Babel is loaded only when there is one to read."""

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.checks import bad_catalogue, unknown_translation
from peil.study.reader.decode import decode

if TYPE_CHECKING:
    from babel.messages.catalog import Message

LINE = re.compile(r'(?:(msg[a-z]+(?:\[\d\])?)\s+)?"([^"\\]*(?:\\.[^"\\]*)*)"')
Places = dict[str, tuple[Span, Span, Span]]
"""Path to where the path, the base text and the translation stand, inside their quotes."""


@dataclass(frozen=True, slots=True)
class Translation:
    """One entry: the base text it was made from, the translation, and where each of the three stands."""

    base: str
    text: str
    path_span: Span
    base_span: Span
    text_span: Span


@dataclass(frozen=True)
class Catalogue:
    """Translations into one language by id path; ``fuzzy`` and empty ones are left out.

    ``every`` are all paths that it names, with their places.
    """

    language: str
    file: str
    entries: Mapping[str, Translation] = field(default_factory=dict)
    every: Mapping[str, Span] = field(default_factory=dict)


def read_catalogue(path: Path, file: str, language: str, problems: list[Problem]) -> Catalogue | None:
    """Read a catalogue that exists; one that can't be read is a problem and gives None."""
    found: list[Problem] = []
    text = decode(path.read_bytes(), file, bad_catalogue.RULE, found)
    problems.extend(found)
    if text is None or found:
        return None
    places, broken = _places(text, file)
    problems.extend(broken)
    messages = _messages(text, file, problems) if not broken else None
    return _catalogue(messages, places, Catalogue(language, file), problems) if messages is not None else None


def _messages(text: str, file: str, problems: list[Problem]) -> "list[Message] | None":
    """Read the messages with Babel."""
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415 - slow to load, seldom needed

    try:
        return list(read_po(io.StringIO(text), ignore_obsolete=True, abort_invalid=True))
    except (PoFileError, ValueError, IndexError) as error:
        span = Span(file, max(getattr(error, "lineno", -1) + 1, 1), 1)
        message = f"This is no gettext catalogue: {error}."
        problems.append(bad_catalogue.RULE.problem(span, message, hint="Mend or remove this entry."))
        return None


def _catalogue(
    messages: "list[Message]", places: Places, empty: Catalogue, problems: list[Problem]
) -> Catalogue:
    """Keep the translations by path; one without a path belongs to nothing."""
    entries: dict[str, Translation] = {}
    every: dict[str, Span] = {}
    for message in messages:
        base, said = _first(message.id), _first(message.string)
        if not base:
            continue
        first = Span(empty.file, message.lineno or 1, 1)
        if message.context is None:
            told = f'The translation of "{base[:40]}" doesn\'t say what it belongs to.'
            hint = 'Write msgctxt "ID" above it.'
            problems.append(unknown_translation.RULE.problem(first, told, hint=hint))
            continue
        spans = places.get(message.context, (first, first, first))
        every[message.context] = spans[0]
        if said.strip() and not message.fuzzy:
            entries[message.context] = Translation(base, said, *spans)
    return replace(empty, entries=entries, every=every)


def _first(text: object) -> str:
    """Give a message's text; of a plural, the first form."""
    if isinstance(text, tuple | list):
        return str(text[0]) if text else ""
    return str(text or "")


def _places(text: str, file: str) -> tuple[Places, list[Problem]]:
    """Give where each path, its base text and its translation stand, and the lines that can't be read."""
    found: Places = {}
    broken: list[Problem] = []
    path = ""
    for number, line in enumerate(text.split("\n"), 1):
        content = line.strip()
        if not content or content[0] == "#":
            continue
        read = LINE.fullmatch(content)
        if read is None:
            message, hint = "This line of the catalogue can't be read.", 'Write msgid "…", with both quotes.'
            broken.append(bad_catalogue.RULE.problem(Span(file, number, 1), message, hint=hint))
        elif read.group(1) == "msgctxt":
            path, span = read.group(2), Span(file, number, 10)
            if path in found:
                message = f'"{path}" stands on line {found[path][0].line} already.'
                broken.append(bad_catalogue.RULE.problem(span, message, hint="Take one of the two away."))
            found[path] = (span, span, span)
        elif path and read.group(1) == "msgid":
            found[path] = (found[path][0], Span(file, number, 8), Span(file, number, 8))
        elif path and (read.group(1) or "").startswith("msgstr"):
            found[path] = (*found[path][:2], Span(file, number, len(read.group(1)) + 3))
            path = ""
    return found, broken
