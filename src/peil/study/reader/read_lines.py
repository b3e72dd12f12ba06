"""The line parser of questionnaire.md: every line is known, or a problem, and reading goes on."""

import re

from peil.core.ids import ID_PATTERN
from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.accept import Accept
from peil.study.checks import late_directive, reserved_id, unindented_role, unreadable_line
from peil.study.quota import QUOTA_FULL
from peil.study.reader.raw import (
    RawCarry,
    RawQuestion,
    RawQuestionnaire,
    RawSection,
    RawText,
    RawWords,
    pending,
)
from peil.study.reader.read_heading import read_heading
from peil.study.reader.read_item import read_item

DIRECTIVE = re.compile(r"(?:(source|note):|(end\s+if|if|accept)(?=\s|$))\s*(.*)")
CARRY = re.compile(r"(options|rows)\s+from\s+([a-z][a-z0-9_]*)$")
OPEN_ROWS = re.compile(r"\{\s*open rows from\s+([a-z][a-z0-9_]*)\s*\}")
FOR_ROLE = re.compile(r"for\s+([^:]+?)\s*:\s*(.*)")
FOR_IDS = re.compile(rf"for\s+{ID_PATTERN.pattern}(?:\s*,\s*{ID_PATTERN.pattern})*\s*:")
"""What begins words for roles wherever it stands, whether there are such roles or not."""
BREAK = re.compile(r"---+$")
LATE = re.compile(
    r"(?i)(?:options|rows)\s+from\s+\w+$|source:|end\s*if\b|accept\s+[a-z0-9]+_\w+\s*:|(?-i:note:)|if\s+(?:not\s+|\(|count\()*[a-z][\w.\[\]]*\)?\s+(?:is|has|was|between|[<>=]+)\s"
)


def read_lines(text: str, file: str, problems: list[Problem]) -> RawQuestionnaire:
    """Read the questionnaire's lines into raw records; problems are added with line and column."""
    reader = _Reader(file, problems)
    lines = text.removeprefix("\ufeff").split("\n")
    comment_end = 0
    for number, line in enumerate(lines, 1):
        if number <= comment_end:
            continue
        if line.lstrip().startswith("<!--"):
            comment_end = _comment_end(lines, number)
            if comment_end == 0:
                span = Span(file, number, len(line) - len(line.lstrip()) + 1)
                hint = "Close it with --> at the end of a line."
                problems.append(
                    unreadable_line.RULE.problem(span, "This comment is never closed.", hint=hint)
                )
            continue
        reader.read(number, line.rstrip())
    return reader.raw


def accept(found: re.Match[str], span: Span) -> Accept:
    """Give what an ``accept`` directive says; whether there is such a rule is for the checks to say."""
    rule, _, reason = found.group(3).partition(":")
    return Accept(rule.rstrip(), reason.strip(), span.right(found.start(3)))


def _comment_end(lines: list[str], number: int) -> int:
    """Give the number of the line on which a comment ends, or 0 when none does."""
    for at in range(number, len(lines) + 1):
        if lines[at - 1].rstrip().endswith("-->"):
            return at
    return 0


class _Reader:
    """Knows where reading is: in which section and question, whose words, below which word."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems
        self.raw = RawQuestionnaire()
        self.section: RawSection | None = None
        self.question: RawQuestion | None = None
        self.words: RawWords | None = None
        self.role_text: tuple[int, RawText] | None = None
        self.under = ""
        self.listing = False
        self.gap = False
        self.page_break = False

    def read(self, number: int, line: str) -> None:
        """Read one line, without its trailing white space."""
        if not line:
            self.gap = True
            return
        content = line.lstrip()
        indent = len(line) - len(content)
        span = Span(self.file, number, indent + 1)
        if indent:
            self.indented(indent, content, span)
        elif content[0] == "#":
            self.heading(content, span)
        elif content[0] == "-":
            self.dash(content, span)
        else:
            self.plain(content, span)
        self.gap = False

    def wrong(self, span: Span, message: str, hint: str) -> None:
        """Report a line that can't be read."""
        self.problems.append(unreadable_line.RULE.problem(span, message, hint=hint))

    def heading(self, line: str, span: Span) -> None:
        """Begin a section or a question."""
        begun = read_heading(line, span, self.raw, self.problems)
        self.question = begun if isinstance(begun, RawQuestion) else None
        self.section = self.section if self.question else self.raw.sections[-1]
        if self.question:
            self.question.starts_page = self.page_break
        self.page_break = False
        self.words, self.role_text = (self.question.words if self.question else None), None
        self.under, self.listing = "", False

    def dash(self, line: str, span: Span) -> None:
        """Read a page break or a list item."""
        if BREAK.match(line):
            self.page_break = True
            self.question = self.words = self.role_text = None
            return
        if self.question is None:
            self.wrong(span, "A list item stands outside a question.", 'Write a heading "## id" above it.')
            return
        rest = line[1:].lstrip()
        place = span.right(len(line) - len(rest))
        if rest == line[1:]:
            self.wrong(span, "A list item starts with a hyphen and a space.", f'Write "- {rest}".')
            self.item(rest, place, [])
        else:
            self.item(rest, place, self.problems)

    def item(self, rest: str, span: Span, problems: list[Problem]) -> None:
        """Add a list item to the question."""
        if self.question is None:
            return
        self.listing, self.role_text = True, None
        if rest.startswith("{"):
            self.open_rows(rest, span, problems)
            return
        item = read_item(rest, span, self.under, problems)
        self.question.items.append(item)
        if item.guessed:
            written = rest.partition(":")[0].split()
            self.raw.broken.update(written[-1:])
            self.question.damaged = self.question.damaged or item.id.startswith("x")
        self.words = item.words

    def open_rows(self, rest: str, span: Span, problems: list[Problem]) -> None:
        """Add ``{open rows from X}``."""
        found = OPEN_ROWS.fullmatch(rest)
        self.words = None
        if self.question and found:
            self.question.items.append(
                RawCarry(found.group(1), span.right(found.start(1)), "rows", open_only=True)
            )
        elif self.question:
            self.question.damaged = True
            hint = 'Write "- {open rows from ID}" or "- id: label".'
            problems.append(unreadable_line.RULE.problem(span, "This row can't be read.", hint=hint))

    def indented(self, indent: int, line: str, span: Span) -> None:
        """Read a role's words, or more lines of them."""
        found = FOR_ROLE.fullmatch(line)
        if self.role_text and indent > self.role_text[0] and not FOR_IDS.match(line):
            self.role_text[1].lines.extend(self.separated(span, line))
        elif self.question is None:
            self.wrong(span, "An indented line stands outside a question.", "Take away the spaces before it.")
        elif found:
            self.for_role(indent, found, span)
        elif line.startswith("- "):
            self.wrong(
                span, "A list item stands at the start of its line.", "Take away the spaces before it."
            )
            self.item(line[2:].lstrip(), span.right(2), [])
        else:
            self.wrong(span, "An indented line gives a role its own words.", 'Write "  for ROLE: text".')

    def separated(self, span: Span, line: str) -> list[tuple[Span, str]]:
        """Give a further line of a text, after an empty one where a paragraph ended."""
        return [(span, ""), (span, line)] if self.gap else [(span, line)]

    def for_role(self, indent: int, found: re.Match[str], span: Span) -> None:
        """Add words for one or more roles."""
        if self.words is None:
            self.wrong(span, "There is nothing here to put in a role's own words.", "Take this line away.")
            return
        text = RawText([(span.right(found.start(2)), found.group(2))])
        if not found.group(2):
            self.wrong(span.right(len(found.group())), "A role's own words are empty.", "Write them here.")
            return
        at = found.start(1)
        for name in found.group(1).split(","):
            role = name.strip()
            self.words.by_role.append((role, span.right(at + len(name) - len(name.lstrip())), text))
            at += len(name) + 1
        self.role_text = (indent, text)

    def plain(self, line: str, span: Span) -> None:
        """Read a line at the margin: a directive, a word that heads a list, a carry or text."""
        question = self.question
        if question is None:
            self.outside(line, span)
        elif not question.words.begun and not self.listing and (found := DIRECTIVE.fullmatch(line)):
            self.directive(question, found, span)
        elif line in {"columns", "rows"}:
            self.under, self.listing, self.words, self.role_text = line, True, None, None
        elif found := CARRY.fullmatch(line):
            carry = RawCarry(found.group(2), span.right(found.start(2)), found.group(1), open_only=False)
            question.items.append(carry)
            self.listing, self.role_text = question.words.begun, None
            if self.under:
                self.under = "columns" if carry.target == "options" else "rows"
        elif not (self.listing or question.words.by_role):
            self.text(question, line, span)
        elif FOR_IDS.match(line):
            self.wrong(span, "A role's own words are indented.", "Indent this line by two spaces.")
        else:
            self.wrong(
                span,
                "Text stands after a question's options or words for roles.",
                'Put it under the heading, or write "- " before an option.',
            )

    def text(self, question: RawQuestion, line: str, span: Span) -> None:
        """Add a line to the question's text."""
        if LATE.match(line):
            hint = "Put it directly under the heading, in lower case, or reword the text."
            self.problems.append(
                late_directive.RULE.problem(span, "This line of text reads like a directive.", hint=hint)
            )
        elif FOR_IDS.match(line):
            message = "This line of text reads like a role's own words."
            hint = "Indent it by two spaces, or reword the text."
            self.problems.append(unindented_role.RULE.problem(span, message, hint=hint))
        if question.words.default is None:
            question.words.default = RawText([(span, line)])
        else:
            question.words.default.lines.extend(self.separated(span, line))

    def outside(self, line: str, span: Span) -> None:
        """Read a section's directive; anything else here belongs to nothing."""
        found = DIRECTIVE.fullmatch(line)
        if self.section is None or (
            self.raw.questions[-1:] and self.raw.questions[-1].section == self.section.id
        ):
            self.wrong(span, "This line belongs to no question.", 'Write a heading "## id" above it.')
        elif found and found.group(1) == "note":
            self.section.note = f"{self.section.note}\n{found.group(3)}".strip()
        elif found and found.group(2) == "if" and self.section.condition is None:
            self.section.condition = pending(found.group(3), span.right(found.start(3)))
        elif found and found.group(2) == "accept":
            self.section.accepts.append(accept(found, span))
        else:
            hint = 'Here stand "if …", "note: …" and "accept …"; for a text write a question with {notice}.'
            self.wrong(span, "This line can't stand under a section's heading.", hint)

    def directive(self, question: RawQuestion, found: re.Match[str], span: Span) -> None:
        """Take in what a directive says."""
        word, routing, rest = found.groups()
        place = span.right(found.start(3))
        if word == "source":
            question.source = rest
        elif word == "note":
            question.note = f"{question.note}\n{rest}".strip()
        elif routing == "if" and question.condition is None:
            question.condition = pending(rest, place)
        elif routing == "if":
            self.wrong(span, "The question has a condition already.", 'Join the two with "and".')
        elif routing == "accept":
            question.accepts.append(accept(found, span))
        else:
            source, colon, outcome = rest.rpartition(":")
            if not colon or not outcome.strip():
                hint = 'Write "end if CONDITION: outcome".'
                self.wrong(span.right(len(found.group())), "An early end has no outcome.", hint)
                return
            if outcome.strip() == QUOTA_FULL:
                message, hint = f'"{QUOTA_FULL}" is the outcome of a full quota.', "Give it another name."
                self.problems.append(reserved_id.RULE.problem(place, message, hint=hint, got=QUOTA_FULL))
            question.ends.append((pending(source.rstrip(), place), outcome.strip(), span))
