"""The options and rows of one question in two versions."""

from collections.abc import Iterator, Sequence

from peil.study.build_codebook import assign_codes
from peil.study.changes import part_kinds as kinds
from peil.study.changes import question_kinds
from peil.study.changes.change import Change
from peil.study.changes.compare_blank import compare_blank, compare_open_row
from peil.study.changes.exchanged import exchanged
from peil.study.changes.match import match
from peil.study.changes.order import moved
from peil.study.changes.reword import recondition, reword
from peil.study.changes.spoken import same_words
from peil.study.question import Kind, Option, Question, Row

CODED = {Kind.SINGLE, Kind.MULTI, Kind.MATRIX, Kind.SCALE}


def compare_parts(old: Question, new: Question) -> Iterator[Change]:
    """Give what changed about a question's options and rows; rows that were added are told with the bases."""
    yield from _options(old, new)
    if new.kind in CODED:
        yield from _codes(old, new)
    yield from _rows(old, new)
    yield from _order(choices(old), choices(new), new)
    yield from _order(old.rows, new.rows, new)


def choices(question: Question) -> tuple[Option, ...]:
    """Give the options that are answers of their own: the steps of a scale are numbers."""
    if question.kind is not Kind.SCALE:
        return question.options
    return tuple(option for option in question.options if option.missing)


def added_rows(old: Question, new: Question) -> tuple[Row, ...]:
    """Give the rows that there weren't, under any id."""
    return match(old.rows, new.rows, _same).added


def _options(old: Question, new: Question) -> Iterator[Change]:
    found = match(choices(old), choices(new), _same)
    for option in found.removed:
        yield Change(kinds.OPTION_REMOVED, new.id, option.span, option.id, gone=True)
    for was, now in found.renamed:
        yield Change(kinds.OPTION_RENAMED, new.id, now.span, now.id, was.id, now.id)
    for option in found.added:
        yield Change(kinds.OPTION_ADDED, new.id, option.span, option.id)
    yield from _words(old.options, new.options, new)
    for was, now in (*found.kept, *found.renamed):
        if _marked(was) != _marked(now):
            yield Change(kinds.MARKS_CHANGED, new.id, now.span, now.id, _marked(was), _marked(now))
        yield from _condition(was, now, new)
        yield from compare_blank(new.id, now.id, was.blank, now.blank, now.span)


def _rows(old: Question, new: Question) -> Iterator[Change]:
    found = match(old.rows, new.rows, _same)
    for row in found.removed:
        yield Change(kinds.ROW_REMOVED, new.id, row.span, row.id, gone=True)
    for was, now in found.renamed:
        yield Change(kinds.ROW_RENAMED, new.id, now.span, now.id, was.id, now.id)
    yield from _words(old.rows, new.rows, new)
    for was, now in (*found.kept, *found.renamed):
        yield from _condition(was, now, new)
        yield from compare_open_row(new.id, was, now)


def _same(old: Option | Row, new: Option | Row) -> bool:
    return same_words(old.wording, new.wording)


def _words(old: Sequence[Option | Row], new: Sequence[Option | Row], question: Question) -> Iterator[Change]:
    """Give whose words changed; those of what is carried over are told at the question they come from."""
    before = {part.id: part for part in old}
    others = exchanged(old, new)
    for part in new:
        if part.id not in before or _carried(part, question):
            continue
        if part.id in others:
            kind = question_kinds.WORDS_EXCHANGED
            yield Change(kind, question.id, part.span, part.id, others[part.id], part.id)
        else:
            yield from reword(question.id, part.id, before[part.id].wording, part.wording, part.span)


def _condition(old: Option | Row, new: Option | Row, question: Question) -> Iterator[Change]:
    if not _carried(new, question):
        yield from recondition(question.id, new.id, old.condition, new.condition, new.span)


def _carried(part: Option | Row, question: Question) -> bool:
    """Say whether it came over from another question: its words have their path there."""
    return part.wording.path.partition(".")[0] != question.id


def _marked(option: Option) -> str:
    marks = [word for word in ("missing", "exclusive") if getattr(option, word)]
    return f"{{{', '.join(marks)}}}" if marks else "unmarked"


def _codes(old: Question, new: Question) -> Iterator[Change]:
    before = {option.id: option.code for option in assign_codes(old.options)}
    answers = {option.id for option in choices(new)}
    for option in assign_codes(new.options):
        was = before.get(option.id, option.code)
        if option.id in answers and was != option.code:
            yield Change(kinds.CODE_CHANGED, new.id, option.span, option.id, str(was), str(option.code))


def _order(old: Sequence[Option | Row], new: Sequence[Option | Row], question: Question) -> Iterator[Change]:
    """Give what is shown elsewhere: at another place in the list, or no longer kept last when shuffled."""
    kind = question_kinds.SHOWN_IN_OTHER_ORDER
    before = {part.id: part for part in old}
    places = {part.id: number for number, part in enumerate(new)}
    for name in moved(list(before), list(places)):
        place = places[name]
        where = f"after {new[place - 1].id}" if place else "first"
        yield Change(kind, question.id, new[place].span, name, "", f"listed {where}")
    for part in new:
        was = before.get(part.id)
        if was and was.last is not part.last:
            where = "kept last" if part.last else "shuffled with the others"
            yield Change(kind, question.id, part.span, part.id, "", where)
