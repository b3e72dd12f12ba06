"""A site put together: its pages in every language, what stands on all of them, and what is wrong."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from peil.core.problem import Problem
from peil.core.span import Span
from peil.disclose.release import EarlierRelease, Release
from peil.report.compose.phrases import say_date, spell_count
from peil.report.compose.render import front_lines, warnings
from peil.report.document import Block, Paragraph, Run
from peil.report.site.compose_pages import Sources, compose_pages
from peil.report.site.page import Page, Site
from peil.report.site.page_file import check_same_pages, check_titles
from peil.report.site.site_problems import HEAVY_PAGE, NO_METHOD
from peil.report.site.words import tell
from peil.report.site.write import page_weight
from peil.report.template.study_block import MethodologyAnnex
from peil.study.study import Study

HEAVIEST = 150_000
"""Bytes of a page with its style sheet; more is a wait for who reads it on a phone."""


def make_site(study: Study, sources: Mapping[str, Sources], url: str) -> tuple[Site, tuple[Problem, ...]]:
    """Give a study's site, and everything that is wrong with its text.

    Args:
        study: The study.
        sources: What the pages are made from, by language, the first language first.
        url: The site's address, or empty.
    """
    pages: list[Page] = []
    problems: list[Problem] = []
    for language, source in sources.items():
        made, more = compose_pages(source)
        told = tuple(told_since(source.release, language))
        pages.extend(
            replace(page, blocks=(*page.blocks, *told)) if page == made[0] else page for page in made
        )
        problems.extend((*more, *check_titles(study, source.template, source.pages)))
        problems.extend(check_method(source))
    problems.extend(check_same_pages({language: source.pages for language, source in sources.items()}))
    releases = {language: source.release for language, source in sources.items()}
    return frame_site(study, pages, releases, url), tuple(problems)


def check_method(source: Sources) -> Iterator[Problem]:
    """Report a text that doesn't tell how the study was done."""
    if not any(isinstance(block, MethodologyAnnex) for block in source.template.blocks):
        message = f"The site's text in \"{source.template.language}\" doesn't tell how the study was done."
        hint = "Write ::: annex methodology and ::: on one of its pages."
        yield NO_METHOD.problem(Span(source.pages[-1].file if source.pages else "site/"), message, hint=hint)


def frame_site(
    study: Study,
    pages: Sequence[Page],
    releases: Mapping[str, Release],
    url: str,
    notices: Mapping[str, tuple[str, ...]] | None = None,
) -> Site:
    """Give a site of these pages; every page says what its release and ``notices`` have to say first."""
    own = notices or {}
    return Site(
        titles={language: study.about.title.plain(language) for language in releases},
        pages=tuple(pages),
        notices={
            language: (*own.get(language, ()), *warnings(release, language))
            for language, release in releases.items()
        },
        front={language: tuple(front_lines(study.about, language)) for language in releases},
        url=url,
    )


def told_since(release: Release, language: str) -> Iterator[Block]:
    """Say which interim results a site replaces."""
    before = last_interim(release.earlier)
    if before:
        values = {
            "date": say_date(dt.date.fromisoformat(before.date), language),
            "before": spell_count(before.respondents, language),
            "now": spell_count(release.facts.analysed, language),
        }
        yield Paragraph((Run(tell(language, "since", **values)),))


def last_interim(earlier: Sequence[EarlierRelease]) -> EarlierRelease | None:
    """Give the interim release that is replaced: the latest of those before this one."""
    return next((one for one in reversed(earlier) if one.interim), None)


def heavy_pages(site: Site, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Report pages that are too large for a phone."""
    for page in site.pages:
        weight = page_weight(files, page)
        if weight > HEAVIEST:
            message = f"The page is {weight // 1000} KB with its style sheet, fonts apart."
            hint = "Show less on it: split it, or name fewer groups under ::: explore."
            yield HEAVY_PAGE.problem(Span(page.path), message, hint=hint)
