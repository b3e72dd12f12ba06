"""Breaks in a trend, found by comparing two waves as two versions of a study are compared."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from peil.study.base_rule import tell_base
from peil.study.changes import part_kinds, question_kinds
from peil.study.changes.asked_item import AskedItem
from peil.study.changes.change import Change
from peil.study.changes.compare_places import compare_order
from peil.study.changes.compare_question import compare_question
from peil.study.changes.spoken import rewordings
from peil.study.changes.wave_break import BreakKind, WaveBreak
from peil.study.proof.compare import Comparison
from peil.study.question import Question
from peil.study.tablespec import TableSpec
from peil.study.text import Wording
from peil.study.told import Told

KINDS: Mapping[str, BreakKind] = {
    question_kinds.REWORDED.rule.code: BreakKind.WORDING,
    question_kinds.WORDS_EXCHANGED.rule.code: BreakKind.OPTION_WORDING,
    question_kinds.KIND_CHANGED.rule.code: BreakKind.KIND,
    question_kinds.MADE_REQUIRED.rule.code: BreakKind.REQUIRED,
    question_kinds.MADE_OPTIONAL.rule.code: BreakKind.REQUIRED,
    question_kinds.LIMITS_TIGHTENED.rule.code: BreakKind.LIMITS,
    question_kinds.LIMITS_LOOSENED.rule.code: BreakKind.LIMITS,
    question_kinds.BOUNDS_NARROWED.rule.code: BreakKind.SCALE,
    question_kinds.BOUNDS_WIDENED.rule.code: BreakKind.SCALE,
    question_kinds.SHOWN_IN_OTHER_ORDER.rule.code: BreakKind.ORDER,
    question_kinds.REPEAT_CHANGED.rule.code: BreakKind.BASE,
    question_kinds.QUESTION_MOVED.rule.code: BreakKind.MOVED,
    part_kinds.OPTION_ADDED.rule.code: BreakKind.OPTION_ADDED,
    part_kinds.OPTION_REMOVED.rule.code: BreakKind.OPTION_REMOVED,
    part_kinds.MARKS_CHANGED.rule.code: BreakKind.OPTION_MARKED,
}
"""Changes that touch how answers are to be read; numeric codes, pages and blanks beside options don't."""


def find_breaks(old: AskedItem, new: AskedItem) -> tuple[WaveBreak, ...]:
    """Give what differs between two waves in how an item was asked, each once.

    Words are compared in the languages that both waves speak; of several roles the first is told. Who is
    asked is proved where the question goes by the same name in both, as ``peil diff`` proves it; where it
    doesn't, the words for its base are compared.
    """
    found: dict[tuple[object, ...], WaveBreak] = {}
    for one in _find(old, new):
        key = (one.kind, *one.part.items())
        known = found.get(key, one)
        found[key] = replace(known, old={**one.old, **known.old}, new={**one.new, **known.new})
    return tuple(found.values())


def _find(old: AskedItem, new: AskedItem) -> Iterator[WaveBreak]:
    pairs = _pairs(old, new)
    if len(pairs) < max(len(old.questions), len(new.questions)) or old.classes != new.classes:
        yield WaveBreak(BreakKind.DEFINITION)
    for before, after in pairs:
        yield from _worded(old, new, before, after)
    if old.row and new.row:
        yield from _row(old, new, old.row.wording, new.row.wording)
    if not new.item.derived:
        yield from _mapped(old, new)
    yield from _bases(old, new, pairs)
    yield from _moved(old, new, pairs)


def _pairs(old: AskedItem, new: AskedItem) -> tuple[tuple[Question, Question], ...]:
    """Give the questions of both that belong together: the one that asks it, or those of the same name."""
    if not old.item.derived and not new.item.derived:
        return tuple(zip(old.questions, new.questions, strict=True))
    before = {one.id: one for one in old.questions}
    return tuple((before[one.id], one) for one in new.questions if one.id in before)


def _languages(old: AskedItem, new: AskedItem) -> tuple[str, ...]:
    there = old.study.about.languages
    return tuple(one for one in new.study.about.languages if one in there)


def _worded(old: AskedItem, new: AskedItem, before: Question, after: Question) -> Iterator[WaveBreak]:
    spoken = {"", *_languages(old, new)}
    rows = {row.id for row in (*before.rows, *after.rows)}
    options = {option.id for option in (*before.options, *after.options)}
    for change in compare_question(before, after):
        kind = KINDS.get(change.kind.rule.code)
        if (
            kind is None
            or change.language not in spoken
            or (change.part in rows and change.part not in options)
        ):
            continue
        yield _as_break(kind, change, before, after)


def _as_break(kind: BreakKind, change: Change, before: Question, after: Question) -> WaveBreak:
    option = after.option(change.part) or before.option(change.part) if change.part else None
    part = _words(option.wording) if option else {}
    if kind is BreakKind.WORDING:
        old, new = {change.language: change.old}, {change.language: change.new}
        return WaveBreak(BreakKind.OPTION_WORDING if change.part else kind, part, old, new)
    return WaveBreak(kind, {} if kind is BreakKind.ORDER else part)


def _row(old: AskedItem, new: AskedItem, before: Wording, after: Wording) -> Iterator[WaveBreak]:
    for one in rewordings(before, after):
        if one.language in _languages(old, new):
            yield WaveBreak(BreakKind.WORDING, old={one.language: one.old}, new={one.language: one.new})


def _mapped(old: AskedItem, new: AskedItem) -> Iterator[WaveBreak]:
    """Give what other options stand for, or a net that is of others."""
    for shown in new.options:
        was, now = old.made_of(shown), new.made_of(shown)
        if was != now and set(was) != set(now):
            part = _labels(new, now) if len(now) == 1 else _net_words(new, shown)
            yield WaveBreak(BreakKind.MAPPED, part, _labels(old, was), _labels(new, now))


def _labels(asked: AskedItem, options: tuple[str, ...]) -> Told:
    known = {option.id: option.wording for option in asked.item.options}
    return {
        language: " + ".join(known[one].label(language) or one for one in options)
        for language in asked.study.about.languages
    }


def _net_words(asked: AskedItem, shown: str) -> Told:
    net = asked.study.plan.net(asked.item.question, shown.removeprefix("net:"))
    return _words(net.wording) if net else {"": shown}


def _bases(
    old: AskedItem, new: AskedItem, pairs: tuple[tuple[Question, Question], ...]
) -> Iterator[WaveBreak]:
    """Give who is asked, where that differs."""
    named_alike = all(before.id == after.id for before, after in pairs) and _row_id(old) == _row_id(new)
    was, now = _told_bases(old, new), _told_bases(new, old)
    if not named_alike:
        if was != now:
            yield WaveBreak(BreakKind.BASE, old=was, new=now)
        return
    comparison = Comparison(old.study, new.study)
    asked = {after.id for _, after in pairs}
    for step in new.study.route.steps:
        for found in comparison.changes(step) if step.question in asked else ():
            if not found.part or (found.is_row and found.part == _row_id(new)):
                yield WaveBreak(BreakKind.BASE, old=was if was != now else {}, new=now if was != now else {})
            elif not found.is_row and (
                option := new.study.questionnaire.by_id[step.question].option(found.part)
            ):
                kept = old.study.questionnaire.by_id[step.question].option(found.part)
                if kept:
                    yield WaveBreak(BreakKind.OPTION_BASE, _words(option.wording))


def _row_id(asked: AskedItem) -> str:
    return asked.row.id if asked.row else ""


def _told_bases(asked: AskedItem, other: AskedItem) -> Told:
    languages = _languages(asked, other)
    return {one: tell_base(asked.study, TableSpec(asked.key), one) for one in languages}


def _moved(
    old: AskedItem, new: AskedItem, pairs: tuple[tuple[Question, Question], ...]
) -> Iterator[WaveBreak]:
    """Give whether the question is asked elsewhere among those that both waves ask."""
    after = new.study.questionnaire.by_id
    kept = {one.id: after[one.id] for one in old.study.questionnaire.questions if one.id in after}
    paired = {before.id: now for before, now in pairs}
    taken = {now.id for now in paired.values()}
    kept = {name: one for name, one in kept.items() if one.id not in taken} | paired
    for change in compare_order(old.study, new.study, kept):
        if change.question in taken:
            yield WaveBreak(BreakKind.MOVED)


def _words(wording: Wording) -> Told:
    return {language: text.label() for language, text in wording.default.items()}
