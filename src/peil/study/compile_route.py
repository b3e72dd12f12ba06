"""Compile a questionnaire to its route: sections, repeats, later blocks and early ends unfolded in order."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from peil.study.codebook import Codebook
from peil.study.expr.tree import ALWAYS, Expr, Has, Is, Or, WasGiven, both, reads
from peil.study.question import Kind, Option, Question, Row
from peil.study.questionnaire import PageBreak, Questionnaire
from peil.study.route import End, Route, Step

AFTER_ALL = "end"
"""What ``later`` says of questions that are asked after all sections."""


def compile_route(questionnaire: Questionnaire, codebook: Codebook) -> Route:
    """Give the one ordered list of steps and early ends.

    A question that is asked later or repeated has pages of its own. An early end takes effect when its
    question's page has been passed. A question whose options or rows all have conditions is asked of those
    for whom one of them holds: there is nothing to ask of others.
    """
    entries: list[Step | End] = []
    for section in questionnaire.sections:
        for page in questionnaire.pages:
            if page.section == section.id:
                entries.extend(_page(page, questionnaire, codebook))
        entries.extend(_later(section.id, questionnaire, codebook))
    entries.extend(_later(AFTER_ALL, questionnaire, codebook))
    return Route(tuple(entries))


def _page(page: PageBreak, questionnaire: Questionnaire, codebook: Codebook) -> Iterator[Step | End]:
    """Give a page as printed; a repeat in its middle splits it, so that the printed order stands."""
    questions = [questionnaire.by_id[name] for name in page.questions if name in questionnaire.by_id]
    moved = page.id in {question.id for question in questions if question.later or question.repeat}
    page_id = "" if moved else page.id
    staying = (question for question in questions if question.later is None)
    for repeated, group in groupby(staying, key=lambda question: question.repeat is not None):
        if repeated:
            for question in group:
                yield from _own_pages(question, questionnaire, codebook)
            continue
        together = list(group)
        yield from (_step(question, page_id or together[0].id, questionnaire) for question in together)
        for question in together:
            yield from _ends(question, question.id)
        page_id = ""


def _later(place: str, questionnaire: Questionnaire, codebook: Codebook) -> Iterator[Step | End]:
    for question in questionnaire.questions:
        if question.later == place:
            yield from _own_pages(question, questionnaire, codebook)


def _own_pages(question: Question, questionnaire: Questionnaire, codebook: Codebook) -> Iterator[Step | End]:
    if question.repeat is None:
        yield _step(question, question.id, questionnaire)
        yield from _ends(question, question.id)
        return
    source = questionnaire.by_id.get(question.repeat.question)
    for option in source.repeated_for if source else ():
        step_id = f"{question.id}[{option}]"
        yield _step(question, step_id, questionnaire, option, repeat_condition(source, option, codebook))
        yield from _ends(question, step_id)


def _step(
    question: Question,
    page: str,
    questionnaire: Questionnaire,
    repeat_option: str | None = None,
    repeat: Expr = ALWAYS,
) -> Step:
    section = questionnaire.sections_by_id.get(question.section)
    condition = both(
        section.condition.tree if section and section.condition else ALWAYS,
        question.condition.tree if question.condition else ALWAYS,
        repeat,
        _any_shown(question.options),
        _any_shown(question.rows),
    )
    step_id = question.id if repeat_option is None else f"{question.id}[{repeat_option}]"
    return Step(step_id, question.id, page, condition, reads(condition), repeat_option)


def _any_shown(parts: Iterable[Option | Row]) -> Expr:
    """Give who sees at least one of the options or rows; a question without any is shown as it is."""
    conditions = [part.condition.tree if part.condition else ALWAYS for part in parts]
    if ALWAYS in conditions or not conditions:
        return ALWAYS
    unique = tuple(dict.fromkeys(conditions))
    return unique[0] if len(unique) == 1 else Or(unique)


def repeat_condition(source: Question | None, option: str, codebook: Codebook) -> Expr:
    """Give who has the repeat for an option: those who ticked, chose or ranked it, or answered that row."""
    if source is None:
        return ALWAYS
    match source.kind:
        case Kind.SINGLE:
            return Is(source.id, (option,))
        case Kind.MULTI:
            return Has(source.id, option)
        case Kind.MATRIX if source.multiple:
            key = f"{source.id}.{option}"
            return Or(tuple(Has(key, column) for column in codebook.items[key].option_ids))
    return WasGiven(f"{source.id}.{option}")


def _ends(question: Question, step_id: str) -> Iterator[End]:
    for end in question.ends:
        yield End(step_id, end.condition.tree, end.outcome)
