"""List items: options, columns, rows, fields and labels."""

import re

from peil.core.ids import is_id
from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.checks import bad_id, reserved_id, unreadable_line
from peil.study.reader.raw import RawItem, RawText, RawWords
from peil.study.reader.read_attributes import split_attributes

FORM = re.compile(r"([(\[])\s*[xX]?\s*[)\]]?\s*")
JOINING_WORDS = {"and", "or", "not"}
KEY = re.compile(r"(?:(-?\d+)\s+)?(.*)")
STEP = re.compile(r"-?\d+")
WHITE = re.compile(r"\s")
"""A tab and the no-break space that a word processor types in a space's place are as good as one."""
AS_WRITTEN = {"( ) ": "()", "[ ] ": "[]"}


def guess_id(text: str) -> str:
    """Make an id of text that isn't one, so that reading can go on."""
    made = re.sub(r"[^a-z0-9]+", "_", text.strip().lower()).strip("_")
    return made if is_id(made) else f"x_{made}".rstrip("_")


def read_item(line: str, span: Span, under: str, problems: list[Problem]) -> RawItem:
    """Read what follows the hyphen of a list item; at most one problem, and always an item.

    Args:
        line: The item without its hyphen and the space after it.
        span: Where ``line`` starts.
        under: ``columns``, ``rows`` or nothing: the word that the item stands below.
        problems: Where a problem is added.
    """
    found: list[Problem] = []
    content, attributes = split_attributes(line, span)
    form, at = _form(content, span, found)
    key, colon, label = content[at:].partition(":")
    code, option_id, id_at = _key(key + colon, form, span.right(at), found)
    words = RawWords()
    label_at = at + len(key) + 1
    if label.strip():
        lead = len(label) - len(label.lstrip())
        words.default = RawText([(span.right(label_at + lead), label.strip())])
    elif colon and not found:
        end = span.right(len(content.rstrip()))
        found.append(unreadable_line.RULE.problem(end, f'"{option_id}" has no label.', hint="Write it here."))
    problems.extend(found[:1])
    return RawItem(option_id, id_at, form, under, code, words, attributes, guessed=bool(found))


def _form(content: str, span: Span, problems: list[Problem]) -> tuple[str, int]:
    """Read ``( )`` or ``[ ]``; give it and where the id starts."""
    if (written := AS_WRITTEN.get(WHITE.sub(" ", content[:4]))) is not None:
        return written, 4
    found = FORM.match(content)
    if found is None:
        return "", 0
    form, box = ("()", "( )") if found.group(1) == "(" else ("[]", "[ ]")
    message = f"An option starts with {box} and a space."
    problems.append(
        unreadable_line.RULE.problem(span, message, hint=f'Write "- {box} id: label".', got=found.group())
    )
    return form, found.end()


def _key(head: str, form: str, span: Span, problems: list[Problem]) -> tuple[int | None, str, Span]:
    """Read the pinned code, the id and the colon after it."""
    key = head.removesuffix(":")
    colon = key != head
    if key.strip() in JOINING_WORDS:
        message = f'"{key.strip()}" is a word of conditions.'
        hint = f'Call it "{key.strip()}_1", say.'
        problems.append(reserved_id.RULE.problem(span, message, hint=hint, got=key.strip()))
    found = KEY.match(key)
    code, written = (found.group(1), found.group(2).rstrip()) if found else (None, key)
    place = span.right(found.start(2)) if found else span
    if colon and (is_id(written) or (not form and code is None and STEP.fullmatch(written))):
        return int(code) if code else None, written, place
    box = {"()": "( ) ", "[]": "[ ] "}.get(form, "")
    if colon:
        rule, message = bad_id.RULE, f'"{written}" is no id.'
        hint = f'Write "{guess_id(written)}".'
    else:
        rule, message = unreadable_line.RULE, "A list item has an id, a colon and a label."
        hint = f'Write "- {box}id: label".'
        written = written.split(" ")[0]
    problems.append(rule.problem(place, message, hint=hint, got=written))
    return int(code) if code else None, guess_id(written), place
