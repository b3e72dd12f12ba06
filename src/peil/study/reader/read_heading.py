"""Headings: ``# id: Title  {attributes}`` and ``## id  {attributes}``."""

import re

from peil.core.ids import is_id
from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.checks import bad_id, reserved_id, unreadable_line
from peil.study.reader.raw import RawQuestion, RawQuestionnaire, RawSection, RawText, RawWords
from peil.study.reader.read_attributes import split_attributes
from peil.study.reader.read_item import JOINING_WORDS, guess_id

HEADING = re.compile(r"(#+)(\s*)(.*)")
FIRST_WORD = re.compile(r"[a-z][a-z0-9_]*")
RESERVED = frozenset({"study", "plan", "role", "all", "net", "end", "blank", *JOINING_WORDS})
DATA_COLUMNS = frozenset({"id", "synthetic", "last_page", "outcome"})
"""What a data file's other columns are called: a question can't be."""


def read_heading(
    line: str, span: Span, into: RawQuestionnaire, problems: list[Problem]
) -> RawSection | RawQuestion:
    """Read a heading and add what it begins; at most one problem, and always a section or a question."""
    found: list[Problem] = []
    parts = HEADING.match(line)
    marks, space, rest = parts.groups() if parts else ("#", " ", "")
    if len(marks) > 2 or not space:
        hint = f'Write "{marks[:2]} {rest}".'
        found.append(unreadable_line.RULE.problem(span, "A heading is # or ## and a space.", hint=hint))
    start = span.right(len(marks) + len(space))
    content, attributes = split_attributes(rest, start)
    begun: RawSection | RawQuestion
    if len(marks) == 1:
        begun = _section(content, start, found)
        begun.attributes = attributes
        into.sections.append(begun)
    else:
        section = into.sections[-1].id if into.sections else ""
        begun = RawQuestion(_question_id(content, start, found), start, section, attributes)
        into.questions.append(begun)
    if not found and begun.id in RESERVED:
        message, hint = f'"{begun.id}" is a word of the language itself.', f'Call it "{begun.id}_1", say.'
        found.append(reserved_id.RULE.problem(start, message, hint=hint, got=begun.id))
    elif not found and len(marks) > 1 and begun.id in DATA_COLUMNS:
        message = f'"{begun.id}" is a column of its own in every data file.'
        hint = f'Call it "{begun.id}_1", say.'
        found.append(reserved_id.RULE.problem(start, message, hint=hint, got=begun.id))
    if found:
        into.broken.update((content.partition(":")[0].strip(), begun.id))
    problems.extend(found[:1])
    return begun


def _section(content: str, start: Span, problems: list[Problem]) -> RawSection:
    key, colon, title = content.partition(":")
    words = RawWords()
    written = key.rstrip()
    if not colon or not title.strip():
        message, hint = "A section has an id, a colon and a title.", f'Write "# {guess_id(written)}: Title".'
        problems.append(unreadable_line.RULE.problem(start, message, hint=hint, got=content))
    elif not is_id(written):
        hint = f'Write "{guess_id(written)}".'
        problems.append(bad_id.RULE.problem(start, f'"{written}" is no id.', hint=hint, got=written))
    if title.strip():
        lead = len(title) - len(title.lstrip())
        words.default = RawText([(start.right(len(key) + 1 + lead), title.strip())])
    return RawSection(written if is_id(written) else guess_id(written), start, words, [])


def _question_id(content: str, start: Span, problems: list[Problem]) -> str:
    written = content.strip()
    if is_id(written):
        return written
    first = FIRST_WORD.match(written)
    rest = written[first.end() :].lstrip() if first else ""
    if first and rest[:1] in {"{", ":"}:
        hint = (
            "Put two spaces before { and close it with }."
            if rest[0] == "{"
            else "Put the text on a line of its own, under the heading."
        )
        place = start.right(written.index(rest, first.end()))
        message = f'A question\'s heading is its id, not "{written}".'
        problems.append(unreadable_line.RULE.problem(place, message, hint=hint, got=rest))
        return first.group()
    hint = f'Write "## {guess_id(written)}".'
    problems.append(bad_id.RULE.problem(start, f'"{written}" is no id.', hint=hint, got=written))
    return guess_id(written)
