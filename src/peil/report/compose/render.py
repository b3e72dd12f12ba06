"""Fill a template in: from a study and a release to a document and what is untrue in its text."""

from collections.abc import Iterator
from functools import partial

from peil.core.problem import Problem
from peil.disclose.release import Release
from peil.report.compose.check_binding import bound_words
from peil.report.compose.checker import Checker
from peil.report.compose.compose_block import Composer
from peil.report.compose.labels import Labels
from peil.report.compose.phrases import say, say_date
from peil.report.compose.places import find_places
from peil.report.compose.recoverable import tell_recoverable
from peil.report.document import Document
from peil.report.template.template import Template
from peil.study.about import About
from peil.study.plan import DRAFT
from peil.study.study import Study


def render(study: Study, release: Release, template: Template) -> tuple[Document, tuple[Problem, ...]]:
    """Give the document, with every printed value as the author wrote it, and where the release disagrees.

    A value that is hidden stays out of the document: words that say so stand in its place.

    Args:
        study: Names and labels.
        release: All numbers there are.
        template: The report as written.
    """
    subtitle = study.about.subtitle
    composer = start_composer(study, release, template)
    blocks = tuple(block for place in range(len(template.blocks)) for block in composer.compose(place))
    notes = composer.compose_notes()
    document = Document(
        language=template.language,
        title=study.about.title.plain(template.language),
        subtitle=subtitle.plain(template.language) if subtitle else "",
        front=tuple(front_lines(study.about, template.language)),
        warning=" ".join(warnings(release, template.language)),
        blocks=blocks,
        notes=notes,
        authors=study.about.authors,
        date=study.about.report_date,
        watermark=say(template.language, "watermark") if release.disclosure.profile == DRAFT else "",
    )
    return document, (*composer.problems, *tell_recoverable(study, release, template))


def start_composer(study: Study, release: Release, template: Template) -> Composer:
    """Give what composes a template block by block, everything in it numbered."""
    labels = Labels(study, template.language)
    checker = Checker(release, labels)
    places = find_places(template, partial(bound_words, checker))
    return Composer(template, release, labels, places, checker)


def front_lines(about: About, language: str) -> Iterator[tuple[str, str]]:
    """Give the lines of the title page that the study has."""
    for name, wording in (("client", about.client), ("agency", about.agency)):
        if wording:
            yield say(language, name), wording.plain(language)
    if about.authors:
        yield say(language, "authors"), ", ".join(about.authors)
    if about.report_date:
        yield say(language, "date"), say_date(about.report_date, language)
    if about.opens and about.closes:
        period = f"{say_date(about.opens, language)} – {say_date(about.closes, language)}"
        yield say(language, "fieldwork"), period


def warnings(release: Release, language: str) -> Iterator[str]:
    """Say what must be said before all else."""
    if release.facts.synthetic:
        yield say(language, "synthetic")
    if release.disclosure.profile == DRAFT:
        yield say(language, "draft")
