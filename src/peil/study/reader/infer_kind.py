"""What a question asks for, from how it is written."""

from collections.abc import Mapping

from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.checks import unknown_kind
from peil.study.question import Kind
from peil.study.reader.raw import Attribute, RawItem, RawQuestion
from peil.study.reader.read_attributes import KINDS
from peil.study.text import OpenBlank, Text


def infer_kind(
    raw: RawQuestion, attributes: Mapping[str, Attribute], text: Text | None, problems: list[Problem]
) -> Kind:
    """Give the question's kind; at most one problem, and none where an attribute was unreadable already."""
    found: list[Problem] = []
    kind = _kind(raw, attributes, text, found)
    if found:
        raw.damaged = True
    if len(attributes) == len(raw.attributes):
        problems.extend(found[:1])
    return kind


def _kind(
    raw: RawQuestion, attributes: Mapping[str, Attribute], text: Text | None, problems: list[Problem]
) -> Kind:
    named = [word for word in attributes if word in KINDS]
    if len(named) > 1:
        message = f'A question is "{named[0]}" or "{named[1]}", not both.'
        problems.append(_problem(attributes[named[1]].span, message, "Take one of the two away."))
    if named and text and text.blanks:
        message = f"A question of the kind {named[0]} has no blank in its text."
        problems.append(_problem(text.blanks[0].span, message, "Take the blank away."))
    if named:
        return Kind(named[0])
    if any(item.under if isinstance(item, RawItem) else item.target == "rows" for item in raw.items):
        hint = f'Write "## {raw.id}  {{matrix}}".'
        problems.append(_problem(raw.span, f'"{raw.id}" has columns or rows but is no matrix.', hint))
        return Kind.MATRIX
    if raw.items:
        return _choice(raw, attributes, text, problems)
    return _blank(raw, text, problems)


def _choice(
    raw: RawQuestion, attributes: Mapping[str, Attribute], text: Text | None, problems: list[Problem]
) -> Kind:
    """Tell single from multi by the first option's form; carried options alone by ``at most``."""
    items = [item for item in raw.items if isinstance(item, RawItem)]
    forms = [item.form for item in items if item.form]
    if items and not forms:
        hint = f'Write "- ( ) {items[0].id}: …" for one answer, "- [ ]" for several, or {{ranking}}.'
        problems.append(_problem(items[0].span, f'It can\'t be told how "{raw.id}" is answered.', hint))
    if text and text.blanks:
        message = "A question has options or a blank in its text, not both."
        problems.append(_problem(text.blanks[0].span, message, "Put the blank in an option."))
    if forms:
        return Kind.MULTI if forms[0] == "[]" else Kind.SINGLE
    return Kind.MULTI if {"at most", "at least"} & attributes.keys() else Kind.SINGLE


def _blank(raw: RawQuestion, text: Text | None, problems: list[Problem]) -> Kind:
    """Tell open from number by the one blank in the text."""
    blanks = text.blanks if text else ()
    if not blanks:
        hint = "Give it options or a blank (____), or make it a {notice}."
        problems.append(_problem(raw.span, f'It can\'t be told what "{raw.id}" asks for.', hint))
        return Kind.NOTICE
    if len(blanks) > 1:
        hint = "Ask the second in a question of its own."
        problems.append(_problem(blanks[1].span, "A question's text holds one blank.", hint))
    return Kind.OPEN if isinstance(blanks[0], OpenBlank) else Kind.NUMBER


def _problem(span: Span, message: str, hint: str) -> Problem:
    return unknown_kind.RULE.problem(span, message, hint=hint)
