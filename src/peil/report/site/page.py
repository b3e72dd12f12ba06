"""A page of the public site, before it is set in HTML."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from peil.report.document import Block, Inline

PAGE = "page:"
"""How a link names a page of the site: ``page:20`` or ``page:20/usage``, ``page:20#anchor``."""
FILE = "file:"
"""How a link names a file of the site by its path from the site's root."""


@dataclass(frozen=True)
class Page:
    """One page in one language.

    Args:
        name: What it is called in every language: ``20``, or ``20/usage`` for one of its questions.
        language: Language code.
        path: Its file, from the site's root: ``en/explore/usage.html``.
        title: Its one title.
        blocks: What stands under the title; links within the site are named as ``PAGE`` and ``FILE`` say.
        description: What it is about, in a sentence, for search engines and shared links.
        notes: Footnotes called on it, in order.
        anchor: The title's anchor, where it has one.
        trail: The theme that a page of a question belongs to; empty otherwise.
        before: Name of the page before it in the same row of pages; empty where there is none.
        after: Name of the page after it.
    """

    name: str
    language: str
    path: str
    title: str
    blocks: tuple[Block, ...]
    description: str = ""
    notes: Mapping[str, Inline] = field(default_factory=dict)
    anchor: str = ""
    trail: str = ""
    before: str = ""
    after: str = ""

    @property
    def menu(self) -> str:
        """Name of the page in the menu that it is, or belongs to."""
        return self.name.partition("/")[0]

    @property
    def is_text(self) -> bool:
        """It is a file of the site's text; else it is made of a question."""
        return self.name == self.menu


@dataclass(frozen=True)
class Site:
    """Everything that a site shows.

    Args:
        titles: The study's title, by language; the first language's home page is the site's own.
        pages: All pages, the home page of each language first, the pages of a list after that list.
        notices: What every page says before all else, by language: synthetic data, interim results.
        front: Lines at the foot of every page, label and words, by language.
        url: The site's address, without a slash at its end; empty where it isn't known.
    """

    titles: Mapping[str, str]
    pages: tuple[Page, ...]
    notices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    front: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    url: str = ""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages, the first one first."""
        return tuple(self.titles)

    def menu(self, language: str) -> tuple[Page, ...]:
        """Give the pages of a language's menu, the home page first."""
        return tuple(page for page in self.pages if page.language == language and page.name == page.menu)

    def find(self, name: str, language: str) -> Page | None:
        """Give a page by its name."""
        return self.by_name.get((name, language))

    @cached_property
    def by_name(self) -> Mapping[tuple[str, str], Page]:
        """Pages by name and language."""
        return {(page.name, page.language): page for page in self.pages}
