"""Raw records into sections, questions and pages; conditions are still to be resolved."""

from collections.abc import Mapping

from peil.core.problem import Problem
from peil.study.checks import duplicate_id
from peil.study.question import Question
from peil.study.questionnaire import PageBreak, Questionnaire, Section
from peil.study.reader.build_question import build_question
from peil.study.reader.carry import Sources
from peil.study.reader.raw import RawQuestion, RawQuestionnaire, RawSection
from peil.study.reader.read_attributes import SECTION_WORDS, read_attributes
from peil.study.reader.read_wording import WordingReader
from peil.study.text import Wording


def build_questionnaire(raw: RawQuestionnaire, words: WordingReader) -> Questionnaire:
    """Give the questionnaire; of two questions of one id the first stands."""
    problems = words.problems
    names = _unique_ids(raw, problems)
    sources = Sources(frozenset(question.id for question in raw.questions), raw.broken, raw.damaged)
    section_ids = {section.id for section in raw.sections}
    placed: list[tuple[Question, bool]] = []
    for record in raw.questions:
        sources.reading = record.id
        question = build_question(record, words, sources, section_ids)
        if record.damaged:
            raw.damaged.add(record.id)
        if names.get(record.id) is record:
            sources.read[question.id] = question
            placed.append((question, record.starts_page))
    questions = tuple(question for question, _ in placed)
    sections = tuple(_section(section, words) for section in raw.sections if names.get(section.id) is section)
    if any(not question.section for question in questions):
        sections = (Section("", Wording(""), questions[0].span), *sections)
    return Questionnaire(sections, questions, _pages(sections, placed))


def _unique_ids(raw: RawQuestionnaire, problems: list[Problem]) -> dict[str, RawSection | RawQuestion]:
    """Give who holds each id: the first in printed order; the others are problems."""
    holders: dict[str, RawSection | RawQuestion] = {}
    records: list[RawSection | RawQuestion] = [*raw.sections, *raw.questions]
    for record in sorted(records, key=lambda record: record.span):
        first = holders.setdefault(record.id, record)
        if first is record:
            continue
        what = "section" if isinstance(first, RawSection) else "question"
        message = f'"{record.id}" is a {what} already, on line {first.span.line}.'
        hint = "Give this one another id."
        if record.id not in raw.broken:
            problems.append(duplicate_id.RULE.problem(record.span, message, hint=hint, got=record.id))
        raw.damaged.add(record.id)
        if isinstance(record, RawSection) and isinstance(first, RawQuestion):
            record.id = _free(record.id, holders)
            holders[record.id] = record
            for question in raw.questions:
                if question.section == first.id:
                    question.section = record.id
    return holders


def _free(name: str, holders: Mapping[str, object]) -> str:
    """Give a section that clashes with a question a name of its own, so that its questions keep a place."""
    number = 2
    while f"{name}_{number}" in holders:
        number += 1
    return f"{name}_{number}"


def _section(raw: RawSection, words: WordingReader) -> Section:
    attributes = read_attributes(raw.attributes, SECTION_WORDS, words.problems)
    wording = words.wording(raw.id, raw.words)
    one_page = "one page" in attributes
    return Section(
        raw.id,
        wording,
        raw.span,
        raw.condition,
        one_page=one_page,
        note=raw.note,
        accepts=tuple(raw.accepts),
    )


def _pages(sections: tuple[Section, ...], questions: list[tuple[Question, bool]]) -> tuple[PageBreak, ...]:
    """Group question ids into pages as printed; a page is named by its first question, or its section."""
    together = {section.id: section.one_page for section in sections}
    pages: list[tuple[str, str, list[str]]] = []
    section, joined = None, False
    for question, starts_page in questions:
        name = question.id
        if question.section != section:
            section = question.section
            joined = together.get(section, False)
            name = section if joined else name
            pages.append((name, section, []))
        elif starts_page or not joined:
            pages.append((name, section, []))
        joined = joined or starts_page
        pages[-1][2].append(question.id)
    return tuple(PageBreak(name, section_id, tuple(ids)) for name, section_id, ids in pages)
