"""Where questions are asked in two versions: their order and their pages."""

from collections.abc import Iterator, Mapping

from peil.study.changes import question_kinds as kinds
from peil.study.changes.change import Change
from peil.study.changes.order import moved
from peil.study.question import Kind, Question
from peil.study.study import Study

Pairs = Mapping[str, Question]
"""Old id to the question as it is now, for those that are in both."""


def compare_order(old: Study, new: Study, pairs: Pairs) -> Iterator[Change]:
    """Give the fewest questions that are asked earlier or later among those that stayed."""
    before = [pairs[name].id for name in _asking_order(old) if name in pairs]
    kept = set(before)
    after = [name for name in _asking_order(new) if name in kept]
    for name in moved(before, after):
        question = new.questionnaire.by_id[name]
        yield Change(
            kinds.QUESTION_MOVED, name, question.span, old=_place(before, name), new=_place(after, name)
        )


def compare_pages(old: Study, new: Study, pairs: Pairs) -> Iterator[Change]:
    """Give the questions that are asked on another page, of a repeat's the first.

    A notice has no answers that could lose their place: it matters only where its page is new.
    """
    pages = set(old.route.pages)
    told: set[str] = set()
    for step in old.route.steps:
        question = pairs.get(step.question)
        if question is None or question.id in told:
            continue
        now = new.route.by_id.get(question.id + step.id.removeprefix(step.question))
        if now is None or now.page == step.page:
            continue
        told.add(question.id)
        if question.kind is not Kind.NOTICE or now.page not in pages:
            yield Change(kinds.PAGE_CHANGED, question.id, question.span, old=step.page, new=now.page)


def compare_repeats(old: Study, new: Study, pairs: Pairs) -> Iterator[Change]:
    """Give the repeats that are asked no more, of a question that is still repeated for the same."""
    for name, question in pairs.items():
        before = old.questionnaire.by_id[name].repeat
        if before is None or question.repeat is None or before.question != question.repeat.question:
            continue
        there = {step.repeat_option for step in new.route.steps if step.question == question.id}
        for step in old.route.steps:
            if step.question == name and step.repeat_option not in there:
                part = step.repeat_option or ""
                was = f"asked for {part}"
                yield Change(
                    kinds.REPEAT_CHANGED, question.id, question.span, part, was, f"no longer asked for {part}"
                )


def _asking_order(study: Study) -> tuple[str, ...]:
    return tuple(dict.fromkeys(step.question for step in study.route.steps))


def _place(names: list[str], name: str) -> str:
    place = names.index(name)
    return f"after {names[place - 1]}" if place else "first"
