"""Every place in a questionnaire that reads an answer, with the moment on the route when it is read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from peil.core.span import Span
from peil.study.checks.evidence.parts import parts
from peil.study.checks.evidence.timeline import Timeline
from peil.study.expr.condition import Condition
from peil.study.expr.role_reads import names_read
from peil.study.question import Question
from peil.study.study import Study
from peil.study.text import Wording


@dataclass(frozen=True, slots=True)
class Reference:
    """One reading of one question's answer.

    Args:
        what: What reads, to start a sentence with: ``The condition of "x"``.
        reader: Id of the question or section that it stands in.
        target: Id of the question that is read.
        span: Where it stands.
        own: It reads an answer that is given in the very question or section that it belongs to.
        early: It reads an answer that is given later on the route.
    """

    what: str
    reader: str
    target: str
    span: Span
    own: bool
    early: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """Names that are read somewhere; ``after``: once the question has been answered (an early end)."""

    what: str
    names: frozenset[str]
    span: Span
    after: bool = False


def references(study: Study) -> Iterator[Reference]:
    """Give the references that come too early: to a later answer, or to the reader's own.

    The order is the route's, so a question asked later counts where it is asked. References to names that
    don't exist are left to reading.
    """
    times = Timeline.of(study)
    for question in study.questionnaire.questions:
        if question.id in times.first:
            yield from judge(question.id, frozenset({question.id}), question_readings(question, times), times)
    members: dict[str, set[str]] = {}
    for question in study.questionnaire.questions:
        members.setdefault(question.section, set()).add(question.id)
    for section in study.questionnaire.sections:
        inside = frozenset(members.get(section.id, ()))
        if inside & times.first.keys():
            found = condition_reading(f'The condition of section "{section.id}"', section.condition, times)
            yield from judge(section.id, inside, found, times)


def judge(
    reader: str, inside: frozenset[str], readings: Iterator[Reading], times: Timeline
) -> Iterator[Reference]:
    """Give those readings that come before the answer they need."""
    moment = min(times.first[name] for name in inside if name in times.first)
    for reading in readings:
        for target in times.targets(reading.names):
            own = target.question in inside
            early = not own and target.position > moment
            if early or (own and not reading.after):
                yield Reference(reading.what, reader, target.question, reading.span, own, early)


def question_readings(question: Question, times: Timeline) -> Iterator[Reading]:
    """Give what the question's condition, texts, options, rows, carries and early ends read."""
    name = f'"{question.id}"'
    yield from condition_reading(f"The condition of {name}", question.condition, times)
    carried = frozenset(carry.question for carry in question.carries)
    for carry in question.carries:
        yield Reading(f"The carry-over to {name}", frozenset({carry.question}), carry.span)
    if question.repeat:
        yield Reading(f"The repeat of {name}", frozenset({question.repeat.question}), question.repeat.span)
    for end in question.ends:
        names = names_read(end.condition.tree, times.role_names)
        yield Reading(f"The early end after {name}", names, end.condition.span, after=True)
    yield from wording_readings(name, question.wording, times)
    for part in parts(question):
        what = f'"{question.id}.{part.id}"'
        for reading in condition_reading(f"The condition of {what}", part.condition, times):
            own_names = frozenset(known for known in reading.names if stem(known) not in carried)
            yield Reading(reading.what, own_names, reading.span)
        yield from wording_readings(what, part.wording, times)


def condition_reading(what: str, condition: Condition | None, times: Timeline) -> Iterator[Reading]:
    """Give what a condition reads, if there is one."""
    if condition:
        yield Reading(what, names_read(condition.tree, times.role_names), condition.span)


def wording_readings(name: str, wording: Wording, times: Timeline) -> Iterator[Reading]:
    """Give what a text's fills read, and what decides that somebody has the role whose words these are."""
    for texts in (wording.default, *wording.by_role.values()):
        for text in texts.values():
            for fill in text.fills:
                yield Reading(f"A fill in the text of {name}", frozenset({fill.name}), fill.span)
    for role, texts in wording.by_role.items():
        for text in list(texts.values())[:1]:
            names = times.own_role_names.get(role, frozenset())
            yield Reading(f'Role "{role}", for which {name} has words,', names, text.span)


def stem(name: str) -> str:
    """Give the question's part of a name of data: ``ability`` of ``ability.grants``."""
    return re.split(r"[.\[]", name, maxsplit=1)[0]
