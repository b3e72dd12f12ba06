"""The files of a site's text, each a page: what its name says, and what is wrong with it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from peil.core.problem import Problem
from peil.core.span import Span
from peil.report.site.site_problems import BAD_PAGE, ONE_LANGUAGE
from peil.report.template.part import Part
from peil.report.template.read import find_files
from peil.report.template.template import Template, Title
from peil.study.study import Study

NAME = re.compile(r"(?P<number>\d+)-(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)\.md")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
TAKEN = {"index", "404", "assets"}
"""Addresses that the site needs for itself."""


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file of the site's text.

    Args:
        file: Its path in the study: ``site/en/20-explore.md``.
        number: The number that its name begins with: the same page has it in every language.
        slug: The rest of its name, which is the page's address.
        path: The page's file, from the site's root.
    """

    file: str
    number: str
    slug: str
    path: str

    @property
    def name(self) -> str:
        """The file's own name, by which other files link to it."""
        return self.file.rpartition("/")[2]

    @property
    def span(self) -> Span:
        """The file as a place."""
        return Span(self.file)


def find_pages(study: Study, language: str) -> tuple[tuple[PageFile, ...], tuple[Problem, ...]]:
    """Give the pages of a language in order, the home page first, and what is wrong with their names."""
    problems: list[Problem] = []
    found: list[PageFile] = []
    folder = "" if language == study.about.language else f"{language}/"
    for path in find_files(study.folder, study, language, Part.SITE):
        file = path.relative_to(study.folder).as_posix()
        name = NAME.fullmatch(path.name)
        if name is None:
            message = f'"{path.name}" is no name of a page.'
            hint = "Call it 20-explore.md, say: a number, by which pages are ordered, and its address."
            problems.append(BAD_PAGE.problem(Span(file), message, hint=hint))
            continue
        number, slug = name["number"].lstrip("0") or "0", name["slug"]
        taken = (one for one in found if slug == one.slug or number == one.number)
        if (other := next(taken, None)) or slug in {*TAKEN, *study.about.languages}:
            what = f"{other.file} has its number or address" if other else "the site needs that address"
            hint = "Give each page a number and an address of its own."
            problems.append(BAD_PAGE.problem(Span(file), f"There can be no such page: {what}.", hint=hint))
            continue
        found.append(PageFile(file, number, slug, f"{folder}{slug if found else 'index'}.html"))
    return tuple(found), tuple(problems)


def check_titles(study: Study, template: Template, pages: Sequence[PageFile]) -> Iterator[Problem]:
    """Report files that don't begin with their one title."""
    titles = [one.span.file for one in template.blocks if isinstance(one, Title) and one.level == 1]
    for page in pages:
        text = COMMENT.sub("", (study.folder / page.file).read_text(encoding="utf-8-sig"))
        if titles.count(page.file) != 1 or not text.lstrip().startswith("# "):
            message = "A page begins with its title, and has no other: this file doesn't."
            hint = "Begin it with one line # Title, and write ## above its parts."
            yield BAD_PAGE.problem(page.span, message, hint=hint)


def check_same_pages(pages: Mapping[str, Sequence[PageFile]]) -> Iterator[Problem]:
    """Report pages that are there in one language and not in another."""
    for language, mine in pages.items():
        for other, theirs in pages.items():
            known = {page.number for page in theirs}
            for page in mine:
                if page.number not in known:
                    message = (
                        f'There is no such page in "{other}": no file whose name begins with {page.number}.'
                    )
                    hint = f'Write it, or take this one in "{language}" away.'
                    yield ONE_LANGUAGE.problem(page.span, message, hint=hint)
