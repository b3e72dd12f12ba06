"""The braces at the end of a line, and what the phrases between them mean."""

import re

from peil.core.ids import nearest
from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.checks import bad_bounds, unknown_attribute
from peil.study.reader.raw import Attribute

TRAILING = re.compile(r"(?:^|\s\s+|\t)\{([^{}]*)\}$")
NUMBER = re.compile(r"at (?:most|least)\s+(\d+)")
SCALE = re.compile(r"scale\s+(-?\d+)\s*\.\.\s*(-?\d+)")
NAMING = re.compile(r"(?:for each\s+|later:\s*)([a-z][a-z0-9_]*)")

KINDS = ("matrix", "ranking", "scale", "date", "contact", "notice")
QUESTION_WORDS = ("optional", "at most", "at least", "shuffle", "for each", "later", *KINDS)
ITEM_WORDS = ("if", "missing", "exclusive", "last")
SECTION_WORDS = ("one page",)
MEANT_FOR = {
    **dict.fromkeys(KINDS, "a question's heading"),
    "one page": "a section's heading",
    "optional": "the heading of a question that is answered",
    "at most": "a ranking, or a question with options - [ ]",
    "at least": "a ranking, or a question with options - [ ]",
    "shuffle": "the heading of a question with options, items or rows",
    "for each": "a question's heading",
    "later": "a question's heading",
    "if": "an option, column or row; a question or section has it on a line of its own",
    "missing": "an option or column",
    "exclusive": "an option or column with [ ]",
    "last": "an option, item or row of a question with {shuffle}",
}
"""Where an attribute means something."""
SHAPES = {
    "at most": (NUMBER, "at most 3"),
    "at least": (NUMBER, "at least 1"),
    "scale": (SCALE, "scale 0..10"),
    "for each": (NAMING, "for each ID"),
    "later": (NAMING, "later: end"),
}


def split_attributes(line: str, span: Span) -> tuple[str, list[Attribute]]:
    """Take the attributes off a line's end; ``span`` is where the line starts."""
    if not line.endswith("}"):
        return line, []
    found = TRAILING.search(line)
    if found is None:
        return line, []
    return line[: found.start()], _phrases(found.group(1), span.right(found.start(1)))


def _phrases(inside: str, span: Span) -> list[Attribute]:
    """Split at commas that stand outside parentheses."""
    found: list[Attribute] = []
    depth = start = 0
    for at, character in enumerate(inside + ","):
        depth += (character == "(") - (character == ")")
        if character == "," and (depth <= 0 or at == len(inside)):
            phrase = inside[start:at]
            lead = len(phrase) - len(phrase.lstrip())
            found.append(Attribute(phrase.strip(), span.right(start + lead)))
            start, depth = at + 1, 0
    return found


def name_attribute(attribute: Attribute, words: tuple[str, ...]) -> str | None:
    """Give the word that the attribute begins with, or None when it is none of those known here."""
    text = attribute.text
    for word in words:
        if text == word or (
            text.startswith(word) and not (text[len(word)].isalnum() or text[len(word)] == "_")
        ):
            return word if text == word or word in SHAPES or word == "if" else None
    return None


def read_attributes(
    attributes: list[Attribute], words: tuple[str, ...], problems: list[Problem]
) -> dict[str, Attribute]:
    """Give the attributes by their word; unknown, repeated and malformed ones are problems."""
    found: dict[str, Attribute] = {}
    for attribute in attributes:
        word = name_attribute(attribute, words)
        if word is None:
            problems.append(misplaced(attribute) or _unknown(attribute, words))
        elif word in found:
            problems.append(unknown_attribute.RULE.problem(attribute.span, f'"{word}" stands here twice.'))
        elif word in SHAPES and not SHAPES[word][0].fullmatch(attribute.text):
            rule = unknown_attribute.RULE if SHAPES[word][0] is NAMING else bad_bounds.RULE
            message = f'"{attribute.text}" can\'t be read.'
            problems.append(rule.problem(attribute.span, message, hint=f'Write "{SHAPES[word][1]}".'))
        else:
            found[word] = attribute
    return found


def misplaced(attribute: Attribute) -> Problem | None:
    """Give the problem that a known attribute stands where it does nothing; None of an unknown one."""
    word = name_attribute(attribute, tuple(MEANT_FOR))
    if word is None:
        return None
    message = f'"{word}" does nothing here: it is for {MEANT_FOR[word]}.'
    return unknown_attribute.RULE.problem(attribute.span, message, hint="Take it away.", got=attribute.text)


def _unknown(attribute: Attribute, words: tuple[str, ...]) -> Problem:
    near = nearest(re.sub(r"[\s\d.:]+$", "", attribute.text), words)
    hint = f'Did you mean "{near}"?' if near else f"Known here: {', '.join(words)}."
    return unknown_attribute.RULE.problem(
        attribute.span, f'There is no attribute "{attribute.text}" here.', hint=hint, got=attribute.text
    )
