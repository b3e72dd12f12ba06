"""A base text and its translation laid side by side: out of date, or with other fills and blanks."""

import re
from dataclasses import dataclass, field, replace

from peil.core.ids import did_you_mean
from peil.core.problem import Problem
from peil.study.checks import stale_translation, translated_parts, unknown_translation
from peil.study.reader.raw import RawText
from peil.study.reader.read_catalogue import Catalogue, Translation
from peil.study.reader.read_text import read_text
from peil.study.text import NumberBlank, OpenBlank, Part, Text

BOUNDS = re.compile(r"(?<!_)___ ?\[[^\]]*\]")


@dataclass
class Translator:
    """Finds the translations of each path that the study has.

    ``untranslated`` are pairs of language and path; ``seen`` are the paths that were asked for.
    """

    catalogues: tuple[Catalogue, ...]
    problems: list[Problem]
    untranslated: list[tuple[str, str]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def translate(
        self, path: str, source: str, text: Text, *, plain: bool = False, needed: bool = True
    ) -> dict[str, Text]:
        """Give the text in every other language that has it.

        Args:
            path: The msgctxt.
            source: The base text as written.
            text: The same in parts.
            plain: Words of a settings file, without fills and blanks.
            needed: Without a translation it counts as untranslated.
        """
        found: dict[str, Text] = {}
        self.seen.add(path)
        for catalogue in self.catalogues:
            entry = catalogue.entries.get(path)
            if entry is not None:
                found[catalogue.language] = self._translated(entry, path, source, text, plain=plain)
            elif needed and any(isinstance(part, str) and any(map(str.isalpha, part)) for part in text.parts):
                self.untranslated.append((catalogue.language, path))
        return found

    def _translated(self, entry: Translation, path: str, source: str, text: Text, *, plain: bool) -> Text:
        if entry.base != source and _settled(entry.base) != _settled(source):
            message = f'The text of "{path}" was changed since it was translated.'
            hint = "Translate it again and put the new text in msgid."
            self.problems.append(stale_translation.RULE.problem(entry.base_span, message, hint=hint))
        if plain:
            return Text((entry.text,), entry.text_span)
        raw = RawText([(entry.text_span, line) for line in entry.text.split("\n")])
        found = read_text(raw, self.problems, bounds=False)
        if _is_words(found) and _is_words(text):
            return found
        if _parts(found) != _parts(text):
            message = f'The translation of "{path}" has other fills or blanks than the text itself.'
            hint = f"The text has {', '.join(_parts(text)) or 'none'}."
            self.problems.append(translated_parts.RULE.problem(entry.text_span, message, hint=hint))
            return found
        return replace(found, parts=_with_bounds(found, text))

    def leave(self) -> None:
        """Report the translations that belong to nothing."""
        for catalogue in self.catalogues:
            for path in catalogue.every.keys() - self.seen:
                hint = did_you_mean(path, self.seen) or "Take it away."
                message = f'There is nothing in the study by the path "{path}".'
                self.problems.append(
                    unknown_translation.RULE.problem(catalogue.every[path], message, hint=hint, got=path)
                )


def _settled(source: str) -> str:
    """Give a text without what a translator doesn't see: a number's bounds, how lines were broken."""
    return " ".join(BOUNDS.sub("___", source).split())


def _is_words(text: Text) -> bool:
    """Say whether the text has no fills and no blanks."""
    return len(text.parts) == 1 and isinstance(text.parts[0], str)


def _parts(text: Text) -> list[str]:
    """Name a text's fills and blanks, in whatever order the language has them."""
    fills = [f"{{{fill.name}}}" for fill in text.fills]
    return sorted(fills + ["____" if isinstance(blank, OpenBlank) else "___" for blank in text.blanks])


def _with_bounds(found: Text, base: Text) -> tuple[Part, ...]:
    """Give the translation's number blanks the bounds of the base text's, in reading order."""
    numbers = iter([blank for blank in base.blanks if isinstance(blank, NumberBlank)])
    return tuple(
        replace(next(numbers), span=part.span) if isinstance(part, NumberBlank) else part
        for part in found.parts
    )
