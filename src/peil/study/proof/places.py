"""Every condition that somebody wrote, with where on the route it is read and by whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from peil.study.expr.condition import Condition
from peil.study.expr.tree import Always
from peil.study.proof.encoding import Encoding, tree_of
from peil.study.question import EarlyEnd, Question


class Use(StrEnum):
    """What a condition decides."""

    SECTION = "section"
    QUESTION = "question"
    OPTION = "option"
    ROW = "row"
    END = "end"
    ROLE = "role"
    CLASS = "class"


@dataclass(frozen=True, slots=True)
class Reading:
    """A condition read once: at a position, by those for whom ``context`` holds."""

    position: int
    context: int


@dataclass(frozen=True, slots=True)
class Place:
    """A condition that was written, with all its readings: a repeat reads it once an asking.

    Args:
        use: What it decides.
        name: Of what: ``usage``, ``usage.often``, a section's id, ``zzp``, ``heavy.yes``.
        question: Question that it belongs to, or an empty string.
        condition: The condition.
        readings: Where it is read.
    """

    use: Use
    name: str
    question: str
    condition: Condition
    readings: tuple[Reading, ...]

    @property
    def what(self) -> str:
        """Name the place as the subject of a sentence."""
        names = {
            Use.SECTION: f'The condition of section "{self.name}"',
            Use.QUESTION: f'The condition of "{self.name}"',
            Use.OPTION: f'The condition of option "{self.name}"',
            Use.ROW: f'The condition of row "{self.name}"',
            Use.END: f'The "end if" after "{self.name}"',
            Use.ROLE: f'The condition of role "{self.name}"',
            Use.CLASS: f'The condition of class "{self.name}"',
        }
        return names[self.use]


def places(encoding: Encoding) -> Iterator[Place]:
    """Give every written condition in order that can be judged.

    What carrying over made and "otherwise" are left out, and what reads a later answer: that is an error of
    its own.
    """
    for place in _all_places(encoding):
        tree = place.condition.tree
        if all(encoding.is_timely(tree, reading.position) for reading in place.readings):
            yield place


def _all_places(encoding: Encoding) -> Iterator[Place]:
    study = encoding.study
    for section in study.questionnaire.sections:
        if condition := written(section.condition):
            inside = [q.id for q in study.questionnaire.questions if q.section == section.id]
            readings = [r for question in inside for r in in_interview(encoding, question)]
            yield Place(Use.SECTION, section.id, "", condition, tuple(readings))
    for question in study.questionnaire.questions:
        yield from _question_places(encoding, question)
    completed = (Reading(encoding.last, encoding.alive[encoding.last]),)
    for role in study.roles:
        if condition := written(role.condition):
            yield Place(Use.ROLE, role.id, "", condition, completed)
    analysed = (Reading(encoding.last, encoding.analysed),)
    for derived in study.plan.derived:
        told = set()
        for one in derived.classes:
            condition = written(one.condition)
            if condition and condition.span not in told:  # "no" is the denial of "yes", written once
                told.add(condition.span)
                yield Place(Use.CLASS, f"{derived.id}.{one.id}", "", condition, analysed)


def written(condition: Condition | None) -> Condition | None:
    """Give a condition that can be judged, or None: one that could not be read holds for everyone."""
    return None if condition is None or isinstance(condition.tree, Always) else condition


def in_interview(encoding: Encoding, question: str) -> Iterator[Reading]:
    """Give where a question's place is come to: those still in the interview there."""
    for step in encoding.study.route.steps:
        if step.question == question:
            position = encoding.positions[step.id]
            yield Reading(position, encoding.alive[position])


def in_section(encoding: Encoding, question: Question) -> Iterator[Reading]:
    """Give where a question's own condition is read: by those for whom its section's condition holds."""
    section = encoding.study.questionnaire.sections_by_id.get(question.section)
    tree = tree_of(section.condition if section else None)
    for reading in in_interview(encoding, question.id):
        holds = encoding.holds(tree, reading.position)
        yield Reading(reading.position, encoding.formula.both(reading.context, holds))


def when_asked(encoding: Encoding, question: Question) -> Iterator[Reading]:
    """Give where a question's options and rows are read: by those who are asked it."""
    for step in encoding.study.route.steps:
        if step.question == question.id:
            yield Reading(encoding.positions[step.id], encoding.steps[step.id])


def _question_places(encoding: Encoding, question: Question) -> Iterator[Place]:
    if condition := written(question.condition):
        readings = tuple(in_section(encoding, question))
        yield Place(Use.QUESTION, question.id, question.id, condition, readings)
    for end in dict.fromkeys(question.ends):
        if condition := written(end.condition):
            ends = tuple(_at_end(encoding, question, end))
            yield Place(Use.END, question.id, question.id, condition, ends)
    asked = tuple(when_asked(encoding, question))
    for use, parts in ((Use.OPTION, question.options), (Use.ROW, question.rows)):
        for part in parts:
            condition = written(part.condition)
            if condition and not question.came_over(part):
                yield Place(use, f"{question.id}.{part.id}", question.id, condition, asked)


def _at_end(encoding: Encoding, question: Question, end: EarlyEnd) -> Iterator[Reading]:
    steps = {step.id for step in encoding.study.route.steps if step.question == question.id}
    for ending in encoding.endings:
        entry = ending.end
        if entry.after in steps and entry.condition is end.condition.tree and entry.outcome == end.outcome:
            yield Reading(ending.position, ending.reached)
