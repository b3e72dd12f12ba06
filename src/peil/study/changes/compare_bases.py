"""What is proved about who is asked what in two versions, as changes."""

from collections.abc import Iterator

from peil.core.span import Span
from peil.study.changes import base_kinds as kinds
from peil.study.changes import part_kinds, question_kinds, study_kinds
from peil.study.changes.change import Change
from peil.study.changes.compare_parts import added_rows
from peil.study.changes.kind import ChangeKind
from peil.study.proof.compare import BaseChange, Comparison
from peil.study.proof.walk import Walk
from peil.study.question import Kind, Question
from peil.study.route import Step

SETTINGS = Span("study.toml")


def compare_bases(comparison: Comparison, old: Question, new: Question) -> Iterator[Change]:
    """Give who is asked a question of both versions more or less, and who is shown its rows and options."""
    told: set[tuple[str, str, str]] = set()
    fresh = {row.id for row in added_rows(old, new)}
    for step in _steps(comparison, new):
        for found in comparison.changes(step):
            if found.part and old.kind is not new.kind:
                continue
            for change in _told(step, found, old, new, fresh):
                name = change.kind.rule.code, change.part, change.new
                if name not in told:
                    told.add(name)
                    yield change
    open_rows = {part for code, part, _ in told if code == part_kinds.ROW_LEFT_OPEN.rule.code}
    for row in new.rows if old.kind is new.kind else ():
        if row.id in fresh - open_rows:
            yield Change(part_kinds.ROW_ADDED, new.id, row.span, row.id)


def tell_added(comparison: Comparison, question: Question) -> Change:
    """Give a question that was added, and whether interviews are unfinished by it."""
    found = (change for step in _steps(comparison, question) for change in comparison.changes(step))
    walk = next((change.unfinished for change in found if change.unfinished), None)
    kind = question_kinds.QUESTION_LEFT_OPEN if walk else question_kinds.QUESTION_ADDED
    return _change(kind, question, "", walk)


def compare_outcomes(comparison: Comparison) -> Iterator[Change]:
    """Give the outcomes that interviews no longer have, at the place of the early end that decides it."""
    for found in comparison.outcomes():
        ends = [
            (question, end)
            for outcome, study in ((found.new, comparison.new.study), (found.old, comparison.old.study))
            for question in study.questionnaire.questions
            for end in question.ends
            if end.outcome == outcome
        ]
        question, end = ends[0]
        gone = end not in comparison.new.study.questionnaire.by_id.get(question.id, question).ends
        yield Change(
            kinds.OUTCOME_CHANGED,
            question.id,
            end.span,
            old=found.old,
            new=found.new,
            gone=gone,
            witness=found.walk.witness,
        )


def compare_who(comparison: Comparison) -> Iterator[Change]:
    """Give the roles that somebody has no longer."""
    for found in comparison.roles():
        yield Change(study_kinds.ROLE_CHANGED, found.role, SETTINGS, witness=found.walk.witness)


def _steps(comparison: Comparison, question: Question) -> Iterator[Step]:
    return (step for step in comparison.new.study.route.steps if step.question == question.id)


def _told(step: Step, found: BaseChange, old: Question, new: Question, fresh: set[str]) -> Iterator[Change]:
    if found.part and not found.is_row and new.kind is not Kind.CONTACT:
        yield from _told_option(found, old, new)
    elif found.part and old.row(found.part) is None:
        if found.part not in fresh:
            return  # it has another id, which is told
        if found.unfinished:
            yield _change(part_kinds.ROW_LEFT_OPEN, new, found.part, found.unfinished)
    else:
        part = found.part or step.repeat_option or ""
        yield from _told_base(found, new, part)


def _told_base(found: BaseChange, question: Question, part: str) -> Iterator[Change]:
    if found.lost or found.no_longer:
        loses = found.lost is not None and question.kind is not Kind.NOTICE
        kind = kinds.BASE_LOST if loses else kinds.BASE_SHRINKS
        yield _change(kind, question, part, found.lost or found.no_longer)
    if found.unfinished or found.newly:
        kind = kinds.BASE_LEFT_OPEN if found.unfinished else kinds.BASE_GROWS
        yield _change(kind, question, part, found.unfinished or found.newly)


def _told_option(found: BaseChange, old: Question, new: Question) -> Iterator[Change]:
    if found.unfinished:
        yield _change(kinds.CHOICE_LEFT_SHORT, new, found.part, found.unfinished)
    elif found.newly and old.option(found.part):
        yield _change(kinds.OPTION_SHOWN, new, found.part, found.newly, "newly shown")
    if found.lost:
        yield _change(kinds.OPTION_HIDDEN, new, found.part, found.lost)
    elif found.no_longer:
        yield _change(kinds.OPTION_SHOWN, new, found.part, found.no_longer, "no longer shown")


def _change(kind: ChangeKind, question: Question, part: str, walk: Walk | None, new: str = "") -> Change:
    option = (None if question.rows else question.option(part)) or question.row(part)
    condition = option.condition if option else question.condition
    span = condition.span if condition and condition.source else option.span if option else question.span
    return Change(kind, question.id, span, part, new=new, witness=walk.witness if walk else ())
