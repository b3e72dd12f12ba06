"""The notes of a talk: headings, paragraphs, and quotations with the mark they begin with.

A quotation is ``> [P1 | themes: quality | section: use | id: deadline] "Words"``; a line ``> en: "Words"``
begins its translation. A paragraph or an item of a list may begin with ``[themes: quality]``.
"""

import re
from dataclasses import dataclass, field

from peil.core.ids import did_you_mean, is_id
from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.checks import bad_talk, unknown_theme
from peil.study.said import Said
from peil.study.talk_note import TalkNote

KEYS = ("themes", "section", "id")
OF_NOTES = ("themes", "section")
DRAFT = "draft"
MARK = re.compile(r"\[([^\[\]\n]*)\](?!\()[ \t]*")
NOTE_MARK = re.compile(r"\[[ \t]*\w+[ \t]*:[^\[\]\n]*\](?!\()[ \t]*")
TRANSLATION = re.compile(r"([a-z]{2,3}):[ \t]*")
ITEM = re.compile(r"[ \t]*(?:[-*+]|\d+[.)])[ \t]+")
QUOTED = re.compile(r"[ \t]*>[ \t]?")
HEADING = re.compile(r"#+[ \t]+(.*?)[ \t]*#*[ \t]*")
SIGNS = "\"'“”„‘’«» \t"
"""What stands around somebody's words and isn't part of them."""

Line = tuple[str, Span]
"""What is left of a line, and where that begins."""


@dataclass(frozen=True)
class Mark:
    """What a mark says: its first part, and its settings with their places."""

    first: str
    values: dict[str, str]
    places: dict[str, Span]
    draft: bool = False


@dataclass
class NotesReader:
    """Reads the notes of one talk; gathers what stands in them.

    Args:
        language: That of the talk.
        languages: Those of the study.
        themes: Ids of themes.
        problems: Gathers what is wrong.
    """

    language: str
    languages: tuple[str, ...]
    themes: tuple[str, ...]
    problems: list[Problem]
    notes: list[TalkNote] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    heading: str = ""

    def read(self, text: str, file: str, first: int) -> None:
        """Read what stands below the settings.

        Args:
            text: The notes.
            file: The file they stand in.
            first: The number of their first line.
        """
        block: list[Line] = []
        for number, line in enumerate(text.split("\n"), first):
            found = HEADING.fullmatch(line)
            apart = block and (starts_item(line) or is_quoted(line) != is_quoted(block[0][0]))
            if found or apart or not line.strip():
                self.block(block)
                block = []
            if found:
                self.heading = found.group(1)
            elif line.strip():
                block.append((line, Span(file, number, 1)))
        self.block(block)

    def block(self, lines: list[Line]) -> None:
        """Read a paragraph, an item of a list or a quotation."""
        if lines and is_quoted(lines[0][0]):
            self.quotation([cut(line, QUOTED) for line in lines])
        elif lines:
            self.note(lines)

    def note(self, lines: list[Line]) -> None:
        """Read a paragraph, with the mark that it may begin with."""
        text, span = cut(lines[0], ITEM)
        found = NOTE_MARK.match(text)
        mark = self.mark(text[1 : found.end()].rpartition("]")[0], span.right(1)) if found else None
        if mark:
            for name in (mark.first, DRAFT if mark.draft else ""):
                if name:
                    self.wrong(f'A note has no "{name}".', span, "Write [themes: …] before it.")
            self.known(mark, OF_NOTES)
        start = found.end() if found else 0
        words = "\n".join((text[start:], *(line for line, _ in lines[1:]))).strip()
        at = span.right(start)
        if mark is None:
            self.notes.append(TalkNote(self.heading, words, at))
            return
        section, place = mark.values.get("section", ""), mark.places.get("section")
        self.notes.append(TalkNote(self.heading, words, at, self.themes_of(mark), section, place))

    def quotation(self, lines: list[Line]) -> None:
        """Read a quotation; one without a mark or words is a problem, and isn't kept."""
        text, span = lines[0]
        found = MARK.match(text)
        if found is None:
            hint = 'Begin it with who said it: > [P1 | themes: quality] "…".'
            self.wrong("The quotation has no mark.", span, hint)
            return
        mark = self.mark(found.group(1), span.right(1))
        self.known(mark, KEYS)
        words, spans = self.words([(text[found.end() :], span.right(found.end())), *lines[1:]])
        if not words.get(self.language):
            self.wrong("The quotation has no words.", span, 'Write them after the mark: > [P1] "…".')
            return
        self.said.append(
            Said(
                speaker=mark.first,
                words=words,
                span=span,
                id=self.name(mark),
                themes=self.themes_of(mark),
                section=mark.values.get("section", ""),
                section_span=mark.places.get("section"),
                draft=mark.draft,
                spans=spans,
            )
        )

    def words(self, lines: list[Line]) -> tuple[dict[str, str], dict[str, Span]]:
        """Give the words by language, and where they begin."""
        language, gathered, spans = self.language, dict[str, list[str]](), dict[str, Span]()
        for text, span in lines:
            found = TRANSLATION.match(text)
            begins = found is not None and found.group(1) in {*self.languages} - {self.language}
            if found and begins:
                language = found.group(1)
            rest, at = cut((text, span), TRANSLATION) if begins else (text, span)
            if rest.strip(SIGNS):
                spans.setdefault(language, at.right(len(rest) - len(rest.lstrip(SIGNS))))
            gathered.setdefault(language, []).append(rest)
        words = {one: "\n".join(some).strip().strip(SIGNS) for one, some in gathered.items()}
        return {one: some for one, some in words.items() if some}, spans

    def mark(self, text: str, span: Span) -> Mark:
        """Read what stands in a mark: its first part, and settings between bars."""
        values, places, draft, first, at = dict[str, str](), dict[str, Span](), False, "", 0
        for number, part in enumerate(text.split("|")):
            key, colon, value = part.partition(":")
            name, place = key.strip(), span.right(at + len(part) - len(part.lstrip()))
            if colon:
                start = len(key) + 1 + len(value) - len(value.lstrip())
                values[name], places[name] = value.strip(), span.right(at + start)
            elif number == 0:
                first = name
            elif name == DRAFT:
                draft = True
            else:
                hint = f"Write {', '.join(KEYS)} with a colon, or {DRAFT}."
                self.wrong(f'"{name}" says nothing here.', place, hint)
            at += len(part) + 1
        return Mark(first, values, places, draft)

    def known(self, mark: Mark, keys: tuple[str, ...]) -> None:
        """Report the settings that a mark can't have: above all what would say more of the speaker."""
        for name in mark.values:
            if name not in keys:
                known = f"There are {', '.join(keys)}; nothing is told of a speaker."
                hint = did_you_mean(name, keys) or known
                self.wrong(f'A mark has no "{name}".', mark.places[name], hint)

    def name(self, mark: Mark) -> str:
        """Give the id of a quotation, empty where there is none."""
        found = mark.values.get("id", "")
        if found and not is_id(found):
            hint = "Write id: deadline, say, in lower case."
            self.wrong(f'"{found}" is no id.', mark.places["id"], hint)
            return ""
        return found

    def themes_of(self, mark: Mark) -> tuple[str, ...]:
        """Give the themes of a mark that there are; the others are told."""
        written = mark.values.get("themes", "")
        found, at = list[str](), 0
        for part in written.split(",") if written else ():
            name = part.strip()
            if name in self.themes:
                found.append(name)
            else:
                place = mark.places["themes"].right(at + len(part) - len(part.lstrip()))
                hint = did_you_mean(name, self.themes) or "Add it to talks/themes.toml, with a title."
                message = f'There is no theme "{name}".'
                self.problems.append(unknown_theme.RULE.problem(place, message, hint=hint, got=name))
            at += len(part) + 1
        return tuple(dict.fromkeys(found))

    def wrong(self, message: str, span: Span, hint: str) -> None:
        """Report what can't be read."""
        self.problems.append(bad_talk.RULE.problem(span, message, hint=hint))


def is_quoted(line: str) -> bool:
    """Say whether a line belongs to a quotation."""
    return QUOTED.match(line) is not None


def starts_item(line: str) -> bool:
    """Say whether a line begins an item of a list."""
    return ITEM.match(line) is not None


def cut(line: Line, pattern: re.Pattern[str]) -> Line:
    """Give what is left of a line after what it begins with."""
    text, span = line
    found = pattern.match(text)
    return (text[found.end() :], span.right(found.end())) if found else line
