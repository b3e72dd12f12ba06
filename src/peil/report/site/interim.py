"""The site of interim results: made from what the plan listed, and labelled as such on every page."""

import datetime as dt
from collections.abc import Iterator

from peil.core.span import Span
from peil.disclose.release import Release
from peil.report.compose.labels import Labels
from peil.report.compose.phrases import join_words, say_date, spell_count
from peil.report.document import Block, Paragraph, Run
from peil.report.site.explore import Exploring, list_blocks, question_pages, small_first, start_exploring
from peil.report.site.page import Page
from peil.report.site.words import tell
from peil.report.template.site_block import Explore
from peil.study.interim import Interim
from peil.study.study import Study

HOME = "1"
"""Name of the home page; the others are its questions."""


def interim_pages(study: Study, interim: Interim, release: Release, language: str) -> Iterator[Page]:
    """Give the pages of interim results in one language: the list of questions, then each question."""
    folder = "" if language == study.about.language else f"{language}/"
    labels = Labels(study, language)
    block = Explore(interim.items, interim.groups, Span("plan.toml"))
    exploring = start_exploring(block, release, labels, HOME, f"{folder}interim/")
    title = tell(language, "interim")
    blocks = tuple(home_blocks(interim, exploring))
    yield Page(HOME, language, f"{folder}index.html", title, blocks, study.about.title.plain(language))
    yield from question_pages(exploring)


def home_blocks(interim: Interim, exploring: Exploring) -> Iterator[Block]:
    """Say what is shown and when it is refreshed; then the questions."""
    language, labels = exploring.language, exploring.labels
    names = [small_first(labels.row(labels.item(group))) for group in interim.groups]
    values = {
        "groups": join_words(names, language),
        "minimum": exploring.release.disclosure.minimum_base,
        "every": interim.every,
    }
    yield Paragraph((Run(tell(language, "interim_groups" if names else "interim_total", **values)),))
    yield from list_blocks(exploring)


def interim_notice(study: Study, release: Release, day: dt.date, language: str) -> str:
    """Say that results are interim: of which day, of how many, and how long the survey is open."""
    n = spell_count(release.facts.analysed, language)
    told = tell(language, "interim_told", date=say_date(day, language), n=n)
    closes = study.about.closes
    if closes is None or closes < day:
        return told
    return f"{told} {tell(language, 'interim_until', date=say_date(closes, language))}"
