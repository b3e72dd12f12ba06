"""Read what is bound to another study: ``other STUDY.QUESTION: OPTION | GROUP``."""

import re

from peil.report import problems as rules
from peil.report.other_problems import NO_SUCH_FIGURE, NOT_COMPARABLE
from peil.report.template.binding import ComparedElsewhere, Elsewhere
from peil.report.template.names import Names
from peil.report.template.phrase import Phrase
from peil.report.template.read_answer import read_answer
from peil.report.template.selection import Selection
from peil.study.other_study import Likeness, OtherKind, OtherQuestion, OtherStudy

OTHER = re.compile(r"other\s+(?!:)(.+)", re.DOTALL)


def read_elsewhere(names: Names, phrase: Phrase) -> Elsewhere | None:
    """Read ``boekman2025.use: never | zzp``; None when nothing like it was published, with a problem."""
    head, group = phrase.cut(r"\|")
    named, options = head.cut(":")
    found = _question(names, named)
    if found is None:
        return None
    other, question = found
    chosen = tuple(_options(names, question, options)) if options else ("",)
    if not chosen:
        return None
    if group and group.plain not in other.groups:
        names.unknown(group, f"{other.id} has no group", other.groups)
        return None
    if len(chosen) > 1 and question.kind is OtherKind.MULTI:
        message = f"{question.id} takes several answers; its shares can't be summed."
        names.report(rules.DOUBLE_COUNT, head, message, "Name one answer.")
        return None
    value = Elsewhere(other.id, question.id, chosen, group.plain if group else "", named.span)
    lacking = [one for one in chosen if not other.find(question.id, one, value.group)]
    if lacking:
        told = [name or "all" for name in other.groups_of(question.id)]
        message = f"{other.id} printed no such figure."
        names.report(NO_SUCH_FIGURE, phrase, message, f"It has figures of {', '.join(told) or 'nobody'}.")
        return None
    return value


def read_compared(names: Names, one: Phrase, other: Phrase) -> ComparedElsewhere | None:
    """Read ``SELECTION vs other …``; None where the crosswalk doesn't let the two be held against each other.

    Args:
        names: Where names are looked up.
        one: What stands before ``vs``.
        other: What stands after it.
    """
    left = read_answer(names, one)
    found = OTHER.fullmatch(other.text)
    right = read_elsewhere(names, other.group(found, 1)) if found else None
    if left is None or right is None:
        return None
    reason = _obstacle(names, left, right)
    if reason:
        message, hint = reason
        names.report(NOT_COMPARABLE, other, message, hint)
        return None
    return ComparedElsewhere(left, right)


def _question(names: Names, named: Phrase) -> tuple[OtherStudy, OtherQuestion] | None:
    study, dot = named.cut(r"\.")
    other = names.study.others.get(study.plain)
    if other is None:
        names.unknown(study, "There is no other study", names.study.others)
        return None
    question = other.questions.get(dot.plain) if dot else None
    if question is None:
        names.unknown(dot or named, f"{other.id} has no question", other.questions)
        return None
    return other, question


def _options(names: Names, question: OtherQuestion, phrase: Phrase) -> list[str]:
    """Give the options named, summed with ``+``; none where one of them isn't there."""
    parts = [phrase.group(found, 0) for found in re.finditer(r"[^+]+", phrase.text)]
    for part in parts:
        if part.plain not in question.options:
            names.unknown(part, f"{question.id} has no option", question.options)
            return []
    return list(dict.fromkeys(part.plain for part in parts))


def _obstacle(names: Names, left: Selection, right: Elsewhere) -> tuple[str, str] | None:
    """Say what keeps two shares from being held against each other, and what can be done; else None."""
    crosswalk = names.study.others[right.study].questions[right.question].crosswalk
    if crosswalk is None:
        return "The figure has no counterpart in this study.", "Print it by itself, without the comparison."
    if crosswalk.likeness is Likeness.SIMILAR:
        return (
            "The two questions are only similar: which share is the larger says nothing.",
            "Set them side by side, and say what differs.",
        )
    other = names.study.others[right.study]
    if any(other.find(right.question, one, right.group)[0].value is None for one in right.options):
        return "The other study printed words here, and no number.", "Quote the words."
    row = crosswalk.row(right.options)
    if row is None or crosswalk.item != left.item or set(row.ours) != set(left.options):
        hint = "Name options that stand beside each other in the crosswalk."
        if row:
            hint = f"These stand beside {crosswalk.item}: {' + '.join(row.ours)}."
        return "The crosswalk doesn't set these answers beside each other.", hint
    group = crosswalk.counterpart(right.group)
    if group is None or (group.spec.key, group.group) != (left.spec.key, left.group):
        ours = f"{group.spec.by}: {group.group}" if group and group.group else "all" if group else "none"
        return (
            "The crosswalk doesn't set these groups beside each other.",
            f"The counterpart of this group is {ours}.",
        )
    return None
