"""Changes in words: those of one kind about one question are told together."""

from dataclasses import dataclass, replace

from peil.core.problem import Problem
from peil.study.changes.change import Change
from peil.study.changes.changes import Changes
from peil.study.changes.compare_setting import STUDY
from peil.study.changes.question_kinds import PAGE_CHANGED, REWORDED
from peil.study.changes.shorten import what_changed
from peil.study.changes.touching import touching

LONGEST = 60
"""Characters of an old or new text that are told."""


@dataclass(frozen=True)
class Told:
    """Changes of one kind about one question, and the sentence that tells them (without a full stop)."""

    changes: tuple[Change, ...]
    sentence: str

    @property
    def first(self) -> Change:
        """The first of the changes: they have a place and a question in common."""
        return self.changes[0]


def tell_changes(changes: Changes) -> tuple[Told, ...]:
    """Give the changes in sentences, in the order of the questionnaire."""
    together: dict[object, list[Change]] = {}
    for number, change in enumerate(changes.found):
        together.setdefault(_key(change, number), []).append(change)
    return tuple(Told(tuple(group), _sentence(group)) for group in together.values())


def as_problems(changes: Changes, *, brief: bool = False) -> tuple[Problem, ...]:
    """Give the changes as problems: an error where a live study would break, else information.

    What is gone stands in a file of the old version, all else in one of the new.

    Args:
        changes: What changed.
        brief: Of each witness only the answers that matter, not all that a replay needs.
    """
    found = []
    for told in tell_changes(changes):
        witness = touching(changes, told.first) if brief else told.first.witness
        found.append(replace(_problem(told, changes.places), witness=witness))
    return tuple(found)


def _problem(told: Told, places: tuple[str, str]) -> Problem:
    change = told.first
    place = places[0] if change.gone else places[1]
    span = replace(change.span, file=place + change.span.file)
    about = "The study" if change.question == STUDY else f'"{change.question}"'
    found = change.kind.rule.problem(
        span, f"{about}: {told.sentence}.", hint=change.kind.hint, got=change.new
    )
    return replace(found, expected=change.old)


def _key(change: Change, number: int) -> object:
    code = change.kind.rule.code
    if change.kind is PAGE_CHANGED:
        return code, change.old, change.new
    if change.kind is REWORDED:
        return code, change.question, change.part
    if change.kind.many:
        return code, change.question, change.gone
    return code, number


def _sentence(group: list[Change]) -> str:
    first = group[0]
    if first.kind is REWORDED:
        return _reworded(group)
    if len(group) > 1:
        return first.kind.many.format(
            count=len(group),
            parts=", ".join(change.part for change in group),
            pairs=", ".join(f"{change.part} {change.new} (it was {change.old})" for change in group),
            questions=", ".join(change.question for change in group),
            old=first.old,
            new=first.new,
        )
    told = first.kind.one.format(part=first.part, old=_short(first.old), new=_short(first.new))
    return told if not first.part or "{part}" in first.kind.one else f'"{first.part}": {told}'


def _reworded(group: list[Change]) -> str:
    """Tell in which languages and for whom, and the first of the texts as far as it changed."""
    first = group[0]
    part = f'"{first.part}" ' if first.part else ""
    languages = ", ".join(dict.fromkeys(change.language for change in group))
    roles = [change.role for change in group if change.role]
    whose = f", for {', '.join(dict.fromkeys(roles))}" if roles else ""
    old, new = what_changed(first.old, first.new, LONGEST)
    return f"{part}reworded ({languages}{whose}): {_quoted(old)} became {_quoted(new)}"


def _quoted(text: str) -> str:
    return f"“{text}”" if text else "nothing"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST * 2 else f"{text[: LONGEST * 2]}…"
