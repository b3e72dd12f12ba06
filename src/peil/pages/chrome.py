"""What stands around every page: its title, the study's name, the other languages, where the files are."""

from dataclasses import dataclass

from peil.pages.addresses import ANY_LANGUAGE, named_address
from peil.pages.said import Said, language_of
from peil.pages.site import Site
from peil.pages.words import Words

HOME = named_address(ANY_LANGUAGE)

BANNERS = {"pilot": "pilot_banner", "test": "test_banner"}
"""What a page says on which answers don't count."""


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The same page in a language of the study."""

    href: str
    name: str
    lang: str
    current: bool


@dataclass(frozen=True, slots=True)
class Chrome:
    """What stands around a page.

    Args:
        lang: The page's language: that of Peil's own words.
        title: What the browser's tab says.
        study: The study's title.
        home: Path that all addresses in the language begin with.
        languages: The page in each of the study's languages; empty where it has only one.
        css: Path of the style sheet.
        js: Path of the script.
        words: Peil's own words.
        trial: What says that the answers on it don't count, or empty.
    """

    lang: str
    title: str
    study: Said
    home: str
    languages: tuple[LanguageLink, ...]
    css: str
    js: str
    words: Words
    trial: str = ""


def make_chrome(site: Site, language: str, heading: str, address: str = HOME) -> Chrome:
    """Give what stands around a page.

    Args:
        site: The study's site.
        language: Language of the page.
        heading: What the tab says before the study's title; empty for the title alone.
        address: Path of the page with ``ANY_LANGUAGE`` for its language, for the links to the others.
    """
    words, about = site.words[language], site.study.about
    study = about.title.plain(language)
    spoken = language_of(about.title, language, "")
    return Chrome(
        words.language,
        f"{heading} – {study}" if heading else study,
        Said(study, "" if spoken == words.language else spoken),
        named_address(language),
        _languages(site, language, address),
        f"/static/{site.css}",
        f"/static/{site.js}",
        words,
        words(BANNERS[site.trial]) if site.trial else "",
    )


def _languages(site: Site, language: str, address: str) -> tuple[LanguageLink, ...]:
    found = tuple(
        LanguageLink(address.replace(ANY_LANGUAGE, one), name, one, one == language)
        for one, name in site.names.items()
    )
    return found if len(found) > 1 else ()
