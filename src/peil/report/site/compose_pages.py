"""The pages of a site: its text, filled in and cut into pages, with the pages to explore."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from peil.core.ids import did_you_mean
from peil.core.problem import Problem
from peil.core.span import Span
from peil.disclose.release import Release
from peil.report import problems as rules
from peil.report.compose.compose_block import Composer
from peil.report.compose.render import start_composer
from peil.report.document import Block, Figure, Heading, Inline, NumberedTable, Paragraph, Run
from peil.report.outline import plain_text
from peil.report.site.download import Download, download_blocks
from peil.report.site.explore import list_blocks, question_pages, start_exploring
from peil.report.site.links import is_block, relink
from peil.report.site.page import PAGE, Page
from peil.report.site.page_file import PageFile
from peil.report.template.site_block import Downloads, Explore
from peil.report.template.template import Template, Title
from peil.study.study import Study

MOST_TOLD = 160
"""Characters that search engines show of a description."""


@dataclass(frozen=True)
class Sources:
    """What the pages of one language are made from: its text by file, the release in its words, the files."""

    study: Study
    release: Release
    template: Template
    pages: tuple[PageFile, ...]
    downloads: tuple[Download, ...]


def compose_pages(sources: Sources) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Give the pages of one language in order, those of questions after their list, and what is wrong."""
    template = unnumbered(sources.template)
    composer = start_composer(sources.study, sources.release, template)
    found: list[Page] = []
    for page, places in page_places(template, sources.pages):
        found.extend(compose_page(sources, composer, page, places))
    notes = composer.compose_notes()
    made = tuple(replace(page, notes=notes_of(page, notes)) if page.is_text else page for page in found)
    linked, problems = link_pages(made, sources.pages)
    return linked, (*composer.problems, *problems)


def unnumbered(template: Template) -> Template:
    """Give a template whose headings have no numbers: pages are no chapters."""
    blocks = (
        replace(block, numbered=False, annex=False) if isinstance(block, Title) else block
        for block in template.blocks
    )
    return replace(template, blocks=tuple(blocks))


def page_places(template: Template, pages: Sequence[PageFile]) -> Iterator[tuple[PageFile, range]]:
    """Give of each page where its blocks stand in the template: from its title to the next one."""
    known = {page.file: page for page in pages}
    starts = [
        (place, block.span.file)
        for place, block in enumerate(template.blocks)
        if isinstance(block, Title) and block.level == 1
    ]
    ends = [*(place for place, _ in starts[1:]), len(template.blocks)]
    for (start, file), end in zip(starts, ends, strict=True):
        if file in known:
            yield known[file], range(start, end)


def compose_page(
    sources: Sources, composer: Composer, page: PageFile, places: Iterable[int]
) -> Iterator[Page]:
    """Give a page of the text, and after it the pages that it makes."""
    language = composer.language
    blocks: list[Block] = []
    more: list[Page] = []
    for place in places:
        match composer.template.blocks[place]:
            case Explore() as block:
                folder = f"{page.path.removesuffix('.html')}/"
                named = (sources.release, composer.labels, page.number, folder)
                exploring = start_exploring(block, *named)
                blocks.extend(list_blocks(exploring))
                more.extend(question_pages(exploring))
            case Downloads():
                blocks.extend(download_blocks(sources.downloads, language))
            case _:
                blocks.extend(composer.compose(place))
    title = blocks[0]
    words = plain_text(title.text) if isinstance(title, Heading) else page.slug
    anchor = title.anchor if isinstance(title, Heading) else ""
    told = describe(blocks[1:])
    yield Page(page.number, language, page.path, words, tuple(blocks[1:]), told, anchor=anchor)
    yield from more


def describe(blocks: Sequence[Block]) -> str:
    """Give the first words of a page, cut after a word."""
    found = next((plain_text(block.text) for block in blocks if isinstance(block, Paragraph)), "")
    if len(found) <= MOST_TOLD:
        return found
    return f"{found[: MOST_TOLD - 1].rpartition(' ')[0].rstrip(' ,;:')}…"


def notes_of(page: Page, notes: Mapping[str, Inline]) -> dict[str, Inline]:
    """Give the footnotes that a page calls, those called from footnotes included."""
    called = list(dict.fromkeys(run.note for run in runs(page.blocks) if run.note))
    for name in called:
        called.extend(run.note for run in notes.get(name, ()) if run.note and run.note not in called)
    return {name: notes[name] for name in called if name in notes}


def runs(value: Any) -> Iterator[Run]:  # noqa: ANN401 - any part of a document, down to its text
    """Give every stretch of text in blocks."""
    if isinstance(value, Run):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from runs(part)
    elif is_block(value):
        for one in fields(value):
            yield from runs(getattr(value, one.name))


def anchors(pages: Iterable[Page]) -> dict[str, str]:
    """Give the name of the page on which each anchor of the text stands."""
    found: dict[str, str] = {}
    for page in (one for one in pages if one.is_text):
        found.setdefault(page.anchor, page.name)
        for block in page.blocks:
            if isinstance(block, Heading | Figure | NumberedTable) and block.anchor:
                found.setdefault(block.anchor, page.name)
    return found


def link_pages(
    pages: tuple[Page, ...], files: Sequence[PageFile]
) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Give the pages with links between them looked up, and the links that lead nowhere."""
    where, by_file = anchors(pages), {one.name: one for one in files}
    by_number = {one.number: one for one in files}
    problems: dict[tuple[str, str], Problem] = {}

    def link_on(page: Page, link: str) -> str:
        name, mark, anchor = link.partition("#")
        if not name:
            own = any(getattr(one, "anchor", "") == anchor for one in page.blocks)
            return link if own else f"{PAGE}{where.get(anchor, page.name)}#{anchor}"
        if not name.endswith(".md") or "/" in name:
            return link
        if name in by_file:
            return f"{PAGE}{by_file[name].number}{mark}{anchor}"
        file = by_number[page.menu].file
        hint = did_you_mean(name, by_file) or f"There are {', '.join(by_file)}."
        message = f'The site has no page "{name}".'
        problems[file, name] = rules.UNKNOWN_REFERENCE.problem(Span(file), message, hint=hint, got=name)
        return ""

    def linked(page: Page) -> Page:
        def link(one: str) -> str:
            return link_on(page, one)

        notes = {name: relink(words, link) for name, words in page.notes.items()}
        return replace(page, blocks=relink(page.blocks, link), notes=notes)

    return tuple(linked(page) if page.is_text else page for page in pages), tuple(problems.values())
