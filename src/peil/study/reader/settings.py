"""A TOML file as values that know where they stand."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.checks import bad_toml
from peil.study.reader.decode import decode

Path_ = tuple[str | int, ...]
TOKEN = re.compile(
    r"(?P<blank>[ \t\r]+|\#[^\n]*)"
    r"|(?P<line>\n)"
    r'|(?P<long>"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5})'
    r'|(?P<text>"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<mark>[\[\]{}=,.])"
    r"|(?P<bare>[^\s\[\]{}=,.\#\"']+)",
    re.DOTALL,
)
AT = re.compile(r"^(.*?)\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass(frozen=True)
class Settings:
    """A settings file: its values, and the place of each key and of each value's first character.

    ``readable`` is False when the file isn't there or is no TOML: nothing can be said about what's missing.
    """

    file: str
    values: Mapping[str, Any] = field(default_factory=dict)
    keys: Mapping[Path_, Span] = field(default_factory=dict)
    starts: Mapping[Path_, Span] = field(default_factory=dict)
    readable: bool = True

    def key(self, *path: str | int) -> Span:
        """Give where a key stands, or the nearest key around it, or the file."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.keys:
                return self.keys[path[:length]]
        return Span(self.file, 1, 1) if self.readable else Span(self.file)

    def start(self, *path: str | int) -> Span:
        """Give where a value's first character stands (inside the quotes), or its key."""
        return self.starts.get(path) or self.key(*path)


def read_settings(path: Path, file: str, problems: list[Problem]) -> Settings:
    """Read a TOML file that exists; one that is no TOML is a problem at its place and has no values."""
    found: list[Problem] = []
    text = decode(path.read_bytes(), file, bad_toml.RULE, found)
    problems.extend(found)
    if text is None or found:
        return Settings(file, readable=False)
    return parse_settings(text, file, problems)


def parse_settings(text: str, file: str, problems: list[Problem]) -> Settings:
    """Read TOML that stands in a text; a text that is no TOML is a problem at its place and has no values."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problems.append(_broken(str(error), text, file))
        return Settings(file, readable=False)
    places = _Places(text, file)
    places.read()
    return Settings(file, values, places.keys, places.starts)


def _broken(message: str, text: str, file: str) -> Problem:
    found = AT.match(message)
    lines = text.rstrip("\n").split("\n")
    line, column = len(lines), len(lines[-1]) + 1
    if found and found.group(2):
        line, column = int(found.group(2)), int(found.group(3))
    said = found.group(1) if found else message
    hint = "Look for a quote, bracket or brace that is missing here or just above."
    return bad_toml.RULE.problem(Span(file, line, column), f"This is no valid TOML: {said}.", hint=hint)


class _Places:
    """Walks through a valid TOML text and keeps where keys and values stand."""

    def __init__(self, text: str, file: str) -> None:
        self.keys: dict[Path_, Span] = {}
        self.starts: dict[Path_, Span] = {}
        self.tokens: list[tuple[str, str, Span]] = []
        line, start = 1, 0
        for found in TOKEN.finditer(text):
            kind = found.lastgroup or ""
            if kind != "blank":
                self.tokens.append((kind, found.group(), Span(file, line, found.start() - start + 1)))
            breaks = found.group().count("\n")
            if breaks:
                line += breaks
                start = found.start() + found.group().rindex("\n") + 1
        self.at = 0

    def read(self) -> None:
        """Read the whole file."""
        table: Path_ = ()
        arrays: dict[Path_, int] = {}
        while self.at < len(self.tokens):
            kind, written, span = self.tokens[self.at]
            if kind == "line":
                self.at += 1
            elif written == "[":
                doubled = self.tokens[self.at + 1][1] == "["
                self.at += 1 + doubled
                table = self.key(())
                if doubled:
                    arrays[table] = arrays.get(table, -1) + 1
                    table = (*table, arrays[table])
                    self.keys[table] = span
                self.at += 1 + doubled
            else:
                self.pair(table)

    def key(self, prefix: Path_) -> Path_:
        """Read a dotted key; give its whole path."""
        path = prefix
        while True:
            kind, written, span = self.tokens[self.at]
            path = (*path, written[1:-1] if kind == "text" else written)
            self.keys.setdefault(path, span)
            self.at += 1
            if self.at >= len(self.tokens) or self.tokens[self.at][1] != ".":
                return path
            self.at += 1

    def pair(self, prefix: Path_) -> None:
        """Read a key and its value."""
        path = self.key(prefix)
        self.at += 1
        self.value(path)

    def value(self, path: Path_) -> None:
        """Read a value, with what is inside it."""
        kind, written, span = self.tokens[self.at]
        self.at += 1
        self.starts[path] = span.right({"text": 1, "long": 3}.get(kind, 0))
        if written in {"{", "["} and kind == "mark":
            self.inside(path, table=written == "{")
            return
        while self.at < len(self.tokens) and kind not in {"text", "long"}:
            if self.tokens[self.at][0] == "line" or self.tokens[self.at][1] in {",", "]", "}"}:
                return
            self.at += 1

    def inside(self, path: Path_, *, table: bool) -> None:
        """Read what stands between brackets or braces, the closing one included."""
        number = 0
        while True:
            kind, written, _ = self.tokens[self.at]
            if kind == "mark" and written in {"]", "}"}:
                self.at += 1
                return
            if kind == "line" or written == ",":
                self.at += 1
            elif table:
                self.pair(path)
            else:
                self.value((*path, number))
                number += 1
