"""One question in two versions: kind, wording, limits, bounds, repeats, conditions."""

from collections.abc import Iterable, Iterator

from peil.study.changes import question_kinds as kinds
from peil.study.changes.bounds import bounds_of
from peil.study.changes.change import Change
from peil.study.changes.compare_parts import compare_parts
from peil.study.changes.kind import ChangeKind
from peil.study.changes.limits import limits_of, tightens
from peil.study.changes.reword import recondition, reword
from peil.study.question import EarlyEnd, Kind, Question

LIMITED = {Kind.MULTI, Kind.RANKING}


def compare_question(old: Question, new: Question) -> Iterator[Change]:
    """Give what changed about a question, apart from its place and its base.

    Of a question that is of another kind now, options and limits aren't compared: no answer can be kept.
    """
    yield from reword(new.id, "", old.wording, new.wording, new.span)
    yield from recondition(new.id, "", old.condition, new.condition, new.span)
    if _ends(old.ends) != _ends(new.ends):
        yield _change(kinds.END_CHANGED, new, _told_ends(old.ends), _told_ends(new.ends))
    if _form(old) != _form(new):
        yield _change(kinds.KIND_CHANGED, new, _form(old), _form(new))
        return
    if _repeat(old) != _repeat(new):
        yield _change(kinds.REPEAT_CHANGED, new, _repeat(old), _repeat(new))
    yield from _required(old, new)
    yield from _limits(old, new)
    yield from _bounds(old, new)
    if old.shuffle is not new.shuffle:
        words = ("as printed", "shuffled")
        yield _change(kinds.SHOWN_IN_OTHER_ORDER, new, words[old.shuffle], words[new.shuffle])
    yield from compare_parts(old, new)


def _change(kind: ChangeKind, question: Question, old: str, new: str) -> Change:
    return Change(kind, question.id, question.span, old=old, new=new)


def _form(question: Question) -> str:
    """Give the kind in words: a matrix with ticks is another kind of matrix."""
    return f"{question.kind.value} with ticks" if question.multiple else question.kind.value


def _repeat(question: Question) -> str:
    return f"asked for each {question.repeat.question}" if question.repeat else "asked once"


def _ends(ends: Iterable[EarlyEnd]) -> list[object]:
    return [(end.condition.tree, end.outcome) for end in ends]


def _told_ends(ends: Iterable[EarlyEnd]) -> str:
    return ", ".join(f"end if {end.condition.source}: {end.outcome}" for end in ends) or "no early end"


def _required(old: Question, new: Question) -> Iterator[Change]:
    if old.optional is not new.optional and new.kind is not Kind.NOTICE:
        kind = kinds.MADE_REQUIRED if old.optional else kinds.MADE_OPTIONAL
        words = ("optional", "required")
        yield _change(kind, new, words[not old.optional], words[not new.optional])


def _limits(old: Question, new: Question) -> Iterator[Change]:
    before, after = limits_of(old), limits_of(new)
    if new.kind in LIMITED and before != after:
        tighter = tightens(before, after, len(old.options))
        yield _change(
            kinds.LIMITS_TIGHTENED if tighter else kinds.LIMITS_LOOSENED, new, str(before), str(after)
        )


def _bounds(old: Question, new: Question) -> Iterator[Change]:
    before, after = bounds_of(old), bounds_of(new)
    if before and after and before != after:
        kind = kinds.BOUNDS_WIDENED if after.holds(before) else kinds.BOUNDS_NARROWED
        yield _change(kind, new, str(before), str(after))
