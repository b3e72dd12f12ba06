"""Raw words into wordings, and what of them is to be translated."""

from collections.abc import Collection
from dataclasses import dataclass, field

from peil.core.ids import did_you_mean
from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.checks import unknown_role, unreadable_line
from peil.study.reader.raw import RawText, RawWords
from peil.study.reader.read_text import read_text, source_text
from peil.study.reader.translate import Translator
from peil.study.text import Text, Wording


@dataclass(slots=True)
class WordingReader:
    """Makes wordings in all languages, and remembers them by path.

    ``roles`` is None when they aren't known because study.toml can't be read.
    """

    language: str
    roles: Collection[str] | None
    translator: Translator
    problems: list[Problem]
    texts: dict[str, dict[str, Text]] = field(default_factory=dict)

    def wording(self, path: str, raw: RawWords) -> Wording:
        """Give the wording of a path, with the words of roles."""
        default = self._texts(path, raw.default) if raw.default else {}
        if not raw.by_role:
            return Wording(path, default)
        by_role: dict[str, dict[str, Text]] = {}
        for role, span, text in raw.by_role:
            if self.roles is not None and role not in self.roles:
                self._unknown_role(role, raw, span.column)
            elif role in by_role:
                message = f'The words for "{role}" stand here twice.'
                self.problems.append(
                    unreadable_line.RULE.problem(span, message, hint="Take one of the two away.")
                )
            else:
                by_role[role] = self._texts(f"{path}@{role}", text)
        if by_role:
            self._check_blanks([*([("", default)] if default else []), *by_role.items()])
        return Wording(path, default, by_role)

    def _check_blanks(self, said: list[tuple[str, dict[str, Text]]]) -> None:
        """Report words of a role with other blanks than the first: there is one answer to fill in."""
        first, *others = [(role, texts[self.language]) for role, texts in said]
        for role, text in others:
            if text.blanks_asked != first[1].blanks_asked:
                message = f'The words for "{role}" have other blanks than the words above.'
                hint = "Write the same ____ or ___ [LOW..HIGH] in both."
                self.problems.append(unreadable_line.RULE.problem(text.span, message, hint=hint))

    def plain(self, path: str, text: str, span: Span, *, made: bool = False) -> Wording:
        """Give a wording of plain words from a settings file: no fills and no blanks.

        ``made``: nobody wrote it (an id stands in for a title), so that nobody has to translate it.
        """
        base = Text((text,), span)
        translated = self.translator.translate(path, text, base, plain=True, needed=not made)
        return Wording(path, {self.language: base, **translated})

    def _texts(self, path: str, raw: RawText) -> dict[str, Text]:
        """Give a text by language; of a path that occurs twice the first is translated."""
        text = read_text(raw, self.problems)
        if path in self.texts:
            return {self.language: text}
        found = {self.language: text, **self.translator.translate(path, source_text(raw), text)}
        self.texts[path] = found
        return found

    def _unknown_role(self, role: str, raw: RawWords, column: int) -> None:
        span = next(span for name, span, _ in raw.by_role if name == role and span.column == column)
        hint = did_you_mean(role, self.roles or ()) or "Roles stand under [roles] in study.toml."
        self.problems.append(
            unknown_role.RULE.problem(span, f'There is no role "{role}".', hint=hint, got=role)
        )
