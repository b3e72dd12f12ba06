"""One raw question into a Question; its conditions are still to be resolved."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from peil.core.ids import did_you_mean
from peil.core.problem import Problem
from peil.study.checks import bad_bounds, unknown_name, unreadable_line
from peil.study.compile_route import AFTER_ALL
from peil.study.question import EarlyEnd, Kind, Option, Question, Repeat
from peil.study.reader.build_items import ItemBuilder
from peil.study.reader.carry import Sources
from peil.study.reader.infer_kind import infer_kind
from peil.study.reader.raw import Attribute, RawQuestion
from peil.study.reader.read_attributes import QUESTION_WORDS, misplaced, name_attribute, read_attributes
from peil.study.reader.read_wording import WordingReader
from peil.study.text import Blank, Text, Wording

MOST_STEPS = 1001
NUMBERS = re.compile(r"-?\d+")
FITTING = {
    "optional": set(Kind) - {Kind.NOTICE},
    "shuffle": {Kind.SINGLE, Kind.MULTI, Kind.MATRIX, Kind.RANKING},
    "at most": {Kind.MULTI, Kind.RANKING},
    "at least": {Kind.MULTI, Kind.RANKING},
}
"""The kinds for which an attribute means something; one that isn't here does for all."""


def build_question(
    raw: RawQuestion, words: WordingReader, sources: Sources, section_ids: set[str]
) -> Question:
    """Give one question with its conditions still to be resolved."""
    problems = words.problems
    attributes = read_attributes(raw.attributes, QUESTION_WORDS, problems)
    if len(attributes) < len(raw.attributes):
        raw.damaged = raw.damaged or not {"optional", "shuffle"} >= _unread(raw, attributes)
    wording = words.wording(raw.id, raw.words)
    if not raw.words.begun:
        message = f'"{raw.id}" has no text.'
        problems.append(unreadable_line.RULE.problem(raw.span, message, hint="Write it under the heading."))
    text = next(
        (text for texts in (wording.default, *wording.by_role.values()) for text in texts.values()), None
    )
    kind = infer_kind(raw, attributes, text, problems)
    if not raw.damaged:
        problems.extend(_misplaced(kind, attributes))
    items = ItemBuilder(raw, kind, words, sources, shuffled="shuffle" in attributes)
    items.build()
    bounds = _scale(attributes.get("scale"), problems)
    at_most, at_least = _limits(attributes, kind, problems)
    options = tuple(items.options)
    if kind is Kind.SCALE:
        options = _steps(raw, bounds, options, words)
    return Question(
        id=raw.id,
        kind=kind,
        section=raw.section,
        wording=wording,
        span=raw.span,
        options=options,
        rows=tuple(items.rows),
        condition=raw.condition,
        ends=tuple(EarlyEnd(condition, outcome, span) for condition, outcome, span in raw.ends),
        source=raw.source,
        note=raw.note,
        optional="optional" in attributes,
        at_most=at_most,
        at_least=at_least,
        multiple=kind is Kind.MATRIX and items.form == "[]",
        blank=_blank(kind, text),
        low=Decimal(bounds[0]) if kind is Kind.SCALE else None,
        high=Decimal(bounds[1]) if kind is Kind.SCALE else None,
        shuffle="shuffle" in attributes,
        carries=tuple(items.carries),
        repeat=_repeat(raw, attributes, sources, problems),
        later=_later(attributes, section_ids, sources.broken, problems),
        accepts=tuple(raw.accepts),
    )


def _misplaced(kind: Kind, attributes: Mapping[str, Attribute]) -> Iterator[Problem]:
    """Give the attributes that do nothing for a question of the kind."""
    for word, kinds in FITTING.items():
        if word in attributes and kind not in kinds and (problem := misplaced(attributes[word])):
            yield problem


def _unread(raw: RawQuestion, attributes: Mapping[str, Attribute]) -> set[str]:
    """Give the words of attributes that could not be read, as far as they are known words."""
    read = {id(attribute) for attribute in attributes.values()}
    unread = (attribute for attribute in raw.attributes if id(attribute) not in read)
    return {name_attribute(attribute, QUESTION_WORDS) or attribute.text for attribute in unread}


def _blank(kind: Kind, text: Text | None) -> Blank | None:
    """Give the blank inside the text of an open or number question."""
    return text.blanks[0] if text and text.blanks and kind in {Kind.OPEN, Kind.NUMBER} else None


def _number(attribute: Attribute) -> int:
    found = NUMBERS.findall(attribute.text)
    return int(found[0])


def _limits(
    attributes: Mapping[str, Attribute], kind: Kind, problems: list[Problem]
) -> tuple[int | None, int | None]:
    """Give the most and the fewest answers that may be given."""
    given = {word: attributes[word] for word in ("at most", "at least") if word in attributes}
    if kind not in FITTING["at most"]:
        return None, None
    limits = {word: _number(attribute) for word, attribute in given.items()}
    most, least = limits.get("at most"), limits.get("at least")
    if least == 0:
        message, hint = '"at least 0" asks for nothing.', "Take it away, or raise it."
        problems.append(bad_bounds.RULE.problem(given["at least"].span, message, hint=hint))
    if most == 0 or (most is not None and least is not None and most < least):
        span = given["at most"].span
        message = f'"at most {most}" leaves no answer that can be given.'
        problems.append(bad_bounds.RULE.problem(span, message, hint="Raise it."))
    return most, least


def _scale(attribute: Attribute | None, problems: list[Problem]) -> tuple[int, int]:
    """Give the lowest and the highest step."""
    if attribute is None:
        return 0, 0
    low, high = (int(bound) for bound in re.findall(r"-?\d+", attribute.text.replace("..", " ")))
    if not 0 < high - low < MOST_STEPS:
        message = f"A scale can't run from {low} to {high}."
        hint = f"Write the lowest first, with at most {MOST_STEPS} steps."
        problems.append(bad_bounds.RULE.problem(attribute.span, message, hint=hint))
        return low, low
    return low, high


def _steps(
    raw: RawQuestion, bounds: tuple[int, int], written: tuple[Option, ...], words: WordingReader
) -> tuple[Option, ...]:
    """Give every step of a scale as an option coded by its number, then the options written as such."""
    labels = {option.id: option for option in written if not option.id[0].isalpha()}
    steps: list[Option] = []
    for step in range(bounds[0], bounds[1] + 1):
        label = labels.pop(str(step), None)
        wording = label.wording if label else _figure(raw, step, words.language)
        steps.append(Option(str(step), wording, label.span if label else raw.span, step))
    for name, option in labels.items() if bounds[0] < bounds[1] else ():
        message = f"The scale runs from {bounds[0]} to {bounds[1]} and has no step {name}."
        words.problems.append(bad_bounds.RULE.problem(option.span, message, hint="Label a step it has."))
    return (*steps, *(option for option in written if option.id[0].isalpha()))


def _figure(raw: RawQuestion, step: int, language: str) -> Wording:
    """Give an unlabelled step its own number for a label."""
    return Wording(f"{raw.id}.{step}", {language: Text((str(step),), raw.span)})


def _repeat(
    raw: RawQuestion, attributes: Mapping[str, Attribute], sources: Sources, problems: list[Problem]
) -> Repeat | None:
    """Give what the question is repeated for."""
    attribute = attributes.get("for each")
    if attribute is None:
        return None
    name = attribute.text.split()[-1]
    span = attribute.span.right(len(attribute.text) - len(name))
    source = sources.find(name, span, "repeats", problems)
    raw.damaged = raw.damaged or source is None
    return Repeat(name, span) if source else None


def _later(
    attributes: Mapping[str, Attribute], section_ids: set[str], broken: set[str], problems: list[Problem]
) -> str | None:
    """Give the section at whose end the question is asked."""
    attribute = attributes.get("later")
    if attribute is None:
        return None
    name = attribute.text.removeprefix("later:").strip()
    if name == AFTER_ALL or name in section_ids:
        return name
    if name not in broken:
        span = attribute.span.right(len(attribute.text) - len(name))
        hint = did_you_mean(name, (*section_ids, AFTER_ALL)) or 'Name a section, or write "later: end".'
        message = f'There is no section "{name}".'
        problems.append(unknown_name.RULE.problem(span, message, hint=hint, got=name))
    return None
