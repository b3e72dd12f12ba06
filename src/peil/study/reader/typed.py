"""One settings table read key by key: wrong types, unknown and missing keys are problems with a place."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from peil.core.ids import did_you_mean
from peil.core.problem import Problem
from peil.core.rule import Rule
from peil.core.span import Span
from peil.study.reader.settings import Settings


@dataclass(frozen=True)
class Table:
    """A table of a settings file at a path; problems are of the given rule.

    ``number`` is the place of an entry of ``[[exclusions]]``, say, among these.
    """

    settings: Settings
    path: tuple[str, ...]
    values: Mapping[str, Any]
    rule: Rule
    problems: list[Problem]
    number: int | None = None

    @property
    def place(self) -> tuple[str | int, ...]:
        """Where it stands in the file, as ``Settings`` has it."""
        return self.path if self.number is None else (*self.path, self.number)

    @property
    def at(self) -> Span:
        """The place of the table itself."""
        return self.settings.key(*self.place)

    @property
    def name(self) -> str:
        """The table as it is written: ``[about]``."""
        if self.number is not None:
            return f"[[{'.'.join(self.path)}]]"
        return f"[{'.'.join(self.path)}]" if self.path else self.settings.file

    def wrong(self, message: str, *path: str | int, hint: str = "") -> None:
        """Report a key of the table (or the table itself)."""
        span = self.settings.key(*self.place, *path)
        self.problems.append(self.rule.problem(span, message, hint=hint))

    def known(self, names: Iterable[str]) -> None:
        """Report the keys that aren't among the names."""
        names = tuple(names)
        for name in self.values:
            if name not in names:
                hint = did_you_mean(name, names) or f"Known here: {', '.join(names)}."
                self.wrong(f'{self.name} has no setting "{name}".', name, hint=hint)

    def table(self, name: str) -> "Table":
        """Give a table inside this one, empty when it isn't there."""
        found = self.values.get(name, {})
        if not isinstance(found, dict):
            self.wrong(
                f'"{name}" is a table.', name, hint=f"Write [{'.'.join((*self.path, name))}] above it."
            )
            found = {}
        return Table(self.settings, (*self.path, name), found, self.rule, self.problems)

    def tables(self) -> "list[Table]":
        """Give every table inside this one, in written order."""
        return [self.table(name) for name in self.values]

    def entries(self, name: str) -> "list[Table]":
        """Give the tables of ``[[name]]``, in written order."""
        found = self.values.get(name, [])
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            header = ".".join((*self.path, name))
            self.wrong(f'"{name}" is a list of tables.', name, hint=f"Write [[{header}]] above each.")
            found = []
        path = (*self.path, name)
        return [
            Table(self.settings, path, one, self.rule, self.problems, number)
            for number, one in enumerate(found)
        ]

    def text(self, name: str, default: str = "") -> str:
        """Give a text."""
        found = self.values.get(name, default)
        if isinstance(found, str):
            return found
        self.wrong(f'"{name}" is a text.', name, hint=f'Write {name} = "…".')
        return default

    def whole(self, name: str, default: int, *, least: int = 0) -> int:
        """Give a whole number of at least ``least``."""
        found = self.values.get(name, default)
        if isinstance(found, int) and not isinstance(found, bool) and found >= least:
            return found
        self.wrong(f'"{name}" is a whole number from {least}.', name, hint=f"Write {name} = {default or 12}.")
        return default

    def flag(self, name: str) -> bool:
        """Give true or false; false when it isn't there."""
        found = self.values.get(name, False)
        if isinstance(found, bool):
            return found
        self.wrong(f'"{name}" is true or false.', name, hint=f"Write {name} = true, without quotes.")
        return False

    def texts(self, name: str) -> tuple[str, ...]:
        """Give a list of texts."""
        found = self.values.get(name, [])
        if isinstance(found, list) and all(isinstance(one, str) for one in found):
            return tuple(found)
        self.wrong(f'"{name}" is a list of texts.', name, hint=f'Write {name} = ["…", "…"].')
        return ()

    def date(self, name: str) -> dt.date | None:
        """Give a date, or None when it isn't there."""
        found = self.values.get(name)
        if found is None or (isinstance(found, dt.date) and not isinstance(found, dt.datetime)):
            return found
        self.wrong(f'"{name}" is a date.', name, hint=f"Write {name} = 2026-01-31, without quotes.")
        return None
