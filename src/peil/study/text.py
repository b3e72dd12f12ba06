"""Text a respondent reads, with its fills and blanks, in every language and role wording."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from peil.core.span import Span


@dataclass(frozen=True, slots=True)
class Fill:
    """``{usage | "GenAI"}``: an earlier answer shown inside a text, with what a report shows instead."""

    name: str
    fallback: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class OpenBlank:
    """``____``: room for the respondent's own words."""

    span: Span


@dataclass(frozen=True, slots=True)
class NumberBlank:
    """``___ [0..500]``: room for a number; a bound of None is open. ``decimals`` counts places allowed."""

    low: Decimal | None
    high: Decimal | None
    decimals: int
    span: Span


Blank = OpenBlank | NumberBlank
Part = str | Fill | OpenBlank | NumberBlank


@dataclass(frozen=True, slots=True)
class Text:
    """One wording in one language, as parts in reading order."""

    parts: tuple[Part, ...]
    span: Span

    @property
    def fills(self) -> tuple[Fill, ...]:
        """The fills in reading order."""
        return tuple(part for part in self.parts if isinstance(part, Fill))

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """The blanks in reading order."""
        return tuple(part for part in self.parts if isinstance(part, OpenBlank | NumberBlank))

    @property
    def blanks_asked(self) -> tuple[tuple[Decimal | None, Decimal | None, int] | None, ...]:
        """What the blanks ask for: bounds and decimals of a number, None for words."""
        return tuple(
            (blank.low, blank.high, blank.decimals) if isinstance(blank, NumberBlank) else None
            for blank in self.blanks
        )

    def plain(self) -> str:
        """Give the text for a report: fills as their fallback, blanks as an ellipsis, dropped at the end."""
        shown = "".join(
            part if isinstance(part, str) else (part.fallback or "…") if isinstance(part, Fill) else "…"
            for part in self.parts
        )
        return shown.strip().removesuffix("…").rstrip(" ,:;") if self.blanks else shown.strip()

    def label(self) -> str:
        """Give an option or row as a report names it: ``Anders, namelijk ____`` is ``Anders``.

        What leads up to a blank is left out from the last comma before it on.
        """
        first = next((place for place, part in enumerate(self.parts) if isinstance(part, Blank)), None)
        if first is None:
            return self.plain()
        before, comma, _ = Text(self.parts[:first], self.span).plain().rpartition(",")
        return before.strip() if comma and before.strip() else self.plain()


@dataclass(frozen=True, slots=True)
class Wording:
    """One thing said: by language, and for some roles in words of their own.

    Args:
        path: Id path, the gettext msgctxt: ``usage``, ``usage.often``, ``usage@employer``.
        default: Text by language for a role without words of its own; empty when none was written.
        by_role: Role id to text by language.
    """

    path: str
    default: Mapping[str, Text] = field(default_factory=dict)
    by_role: Mapping[str, Mapping[str, Text]] = field(default_factory=dict)

    def text(self, language: str, role: str = "") -> Text | None:
        """Give the text for a language and role; a language without it falls back to the first written.

        The role's own words come first in either language's order: role in the language, then the
        role's base text, then the default in the language, then the default's base text.
        """
        for texts in (self.by_role.get(role, {}), self.default):
            if language in texts:
                return texts[language]
            if texts:
                return next(iter(texts.values()))
        return None

    def plain(self, language: str, role: str = "") -> str:
        """Give the text for a report, or the empty string where nothing was written."""
        found = self._any_text(language, role)
        return found.plain() if found else ""

    def label(self, language: str, role: str = "") -> str:
        """Give what a report calls an option or row, or the empty string where nothing was written."""
        found = self._any_text(language, role)
        return found.label() if found else ""

    def _any_text(self, language: str, role: str) -> Text | None:
        return self.text(language, role) or next(
            (text for texts in self.by_role.values() for text in texts.values()), None
        )
