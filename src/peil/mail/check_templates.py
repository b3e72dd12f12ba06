"""Checks the texts of mails: by themselves, and with the people that they are for."""

from collections.abc import Iterator, Mapping, Sequence

from babel.dates import format_date

from peil.core.ids import did_you_mean, nearest
from peil.core.problem import Problem
from peil.core.span import Span
from peil.mail.fill_in import value_of
from peil.mail.mail_problems import (
    EMPTY_FILL,
    MISSPELT_FILL,
    NO_TEMPLATE,
    STRAY_FILE,
    UNKNOWN_FILL,
    UNTRANSLATED_MAIL,
)
from peil.mail.mail_round import MailRound
from peil.mail.mail_words import mail_words
from peil.mail.template import BUILT_IN, Kind, Template
from peil.mail.templates import FOLDER, Templates, expected_files, read_templates, template_path
from peil.store.sample.person import Person
from peil.study.study import Study
from peil.study.text import Fill

NAMED_ROWS = 5
"""How many rows a problem names."""


def check_mail(study: Study) -> tuple[Problem, ...]:
    """Give what is wrong with the mails in the study's folder, as far as can be told without a sample."""
    templates = read_templates(study)
    found = [*templates.problems, *_stray(study, templates), *_untranslated(study, templates)]
    for template in templates.by_kind.values():
        found += _misspelt(template)
        found += _unfilled(study, template)
    return tuple(sorted(found, key=lambda problem: (problem.span, problem.code)))


def check_with_people(study: Study, templates: Templates, planned: MailRound) -> tuple[Problem, ...]:
    """Give what keeps a mail from being written for these people: no text in their language, a value."""
    kind = planned.kind
    files = {f"{FOLDER}/{template_path(study, kind, one)}" for one in study.about.languages}
    found = [problem for problem in templates.problems if problem.span.file in files]
    for language in sorted({person.language for person in planned.people}):
        template = templates.by_kind.get((kind, language))
        readers = [person for person in planned.people if person.language == language]
        if template is not None:
            found += _unfilled(study, template)
            found += _for_people(template, readers, planned)
        elif f"{FOLDER}/{template_path(study, kind, language)}" not in {one.span.file for one in found}:
            found.append(_no_template(study, kind, language, len(readers)))
    return tuple(sorted(found, key=lambda problem: (problem.span, problem.code)))


def study_values(study: Study, language: str) -> Mapping[str, str]:
    """Give the placeholders that are the same for everyone who reads the language."""
    closes = study.about.closes
    return {
        "title": study.about.title.plain(language),
        "closes": format_date(closes, "long", locale=mail_words(language).language) if closes else "",
    }


def _no_template(study: Study, kind: Kind, language: str, readers: int) -> Problem:
    span = Span(f"{FOLDER}/{template_path(study, kind, language)}")
    many = "1 person in the sample reads" if readers == 1 else f"{readers} persons in the sample read"
    return NO_TEMPLATE.problem(
        span, f'There is no such file, and {many} "{language}".', hint='Write it: "# Subject", then the text.'
    )


def _stray(study: Study, templates: Templates) -> Iterator[Problem]:
    known = [f"{FOLDER}/{path.as_posix()}" for path in expected_files(study)]
    for name in templates.stray:
        hint = did_you_mean(name, known) or f"Mails are named {', '.join(f'{kind}.md' for kind in Kind)}."
        yield STRAY_FILE.problem(Span(name), "This file is no mail that is ever sent.", hint=hint)


def _untranslated(study: Study, templates: Templates) -> Iterator[Problem]:
    broken = {problem.span.file for problem in templates.problems}
    for kind in Kind:
        there = {language for found, language in templates.by_kind if found is kind}
        for language in study.about.languages if there else ():
            file = f"{FOLDER}/{template_path(study, kind, language)}"
            if language not in there and file not in broken:
                hint = f'Write it for who reads "{language}".'
                yield UNTRANSLATED_MAIL.problem(Span(file), "There is no such file.", hint=hint)


def _misspelt(template: Template) -> Iterator[Problem]:
    for fill in template.fills():
        near = nearest(fill.name, BUILT_IN)
        if fill.name not in BUILT_IN and near is not None:
            message = f"{{{fill.name}}} needs a column of that name in the sample."
            yield MISSPELT_FILL.problem(fill.span, message, hint=f'Did you mean "{near}"?', got=fill.name)


def _unfilled(study: Study, template: Template) -> Iterator[Problem]:
    """Say which of Peil's own placeholders the study has no value for."""
    values = study_values(study, template.language)
    for fill in template.fills():
        if fill.name in values and not value_of(fill, values):
            hint = f'Say {fill.name} in study.toml, or write {{{fill.name} | "…"}}.'
            yield EMPTY_FILL.problem(fill.span, f"There is nothing to put for {{{fill.name}}}.", hint=hint)


def _for_people(template: Template, readers: Sequence[Person], planned: MailRound) -> Iterator[Problem]:
    columns = sorted({name for person in readers for name in person.strata})
    for fill in template.fills():
        if fill.name in BUILT_IN and fill.name != "name":
            continue
        if fill.name != "name" and fill.name not in columns:
            hint = did_you_mean(fill.name, (*BUILT_IN, *columns)) or "Add the column, or take it out."
            message = f"The sample has no column for {{{fill.name}}}."
            yield UNKNOWN_FILL.problem(fill.span, message, hint=hint, got=fill.name)
        elif lacking := [person for person in readers if not value_of(fill, _values(person))]:
            yield _empty(fill, [row for person in lacking if (row := planned.row(person))], len(lacking))


def _values(person: Person) -> Mapping[str, str]:
    """Give the placeholders that differ from person to person, without what is secret."""
    return {**person.strata, "name": person.name}


def _empty(fill: Fill, rows: Sequence[int], number: int) -> Problem:
    """Name who lacks a value by the row of the list; never by address."""
    named = ", ".join(map(str, rows[:NAMED_ROWS])) + (", …" if len(rows) > NAMED_ROWS else "")
    where = f" (row {named})" if rows else ""
    many = "1 person" if number == 1 else f"{number} persons"
    message = f"{{{fill.name}}} has no value for {many}{where}."
    hint = f'Give a fallback: {{{fill.name} | "…"}}.'
    return EMPTY_FILL.problem(fill.span, message, hint=hint)
