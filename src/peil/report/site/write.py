"""A site as files: pages, what they share, and what search engines read."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from urllib.parse import urlsplit

from jinja2 import ChoiceLoader, Environment, PackageLoader
from markupsafe import Markup

from peil.report.compose.phrases import LOCALES
from peil.report.document import Block, Document, Heading
from peil.report.html.inline import NoteCalls, set_inline
from peil.report.html.write import page_environment
from peil.report.outline import heading_levels
from peil.report.site.assets import Assets, make_assets
from peil.report.site.links import relative, relink
from peil.report.site.page import FILE, PAGE, Page, Site
from peil.report.site.words import WORDS, language_name
from peil.report.vocabulary import words_of

MISSING = "404.html"


def write_site(site: Site) -> dict[str, bytes]:
    """Give every file of a site by its path, downloads left out; the same site gives the same bytes.

    No page asks anything of another server, and none runs a script.
    """
    bodies = {page.path: set_body(site, page) for page in site.pages}
    lost = set_missing(site)
    heads = [page.title for page in site.pages]
    assets = make_assets("".join((*bodies.values(), lost, *heads)))
    files = {page.path: set_page(site, page, bodies[page.path], assets) for page in site.pages}
    files[MISSING] = set_frame(site, lost, assets)
    files |= search_files(site)
    return {**{path: text.encode() for path, text in files.items()}, **assets.files}


def page_weight(files: Mapping[str, bytes], page: Page) -> int:
    """Give how many bytes a page takes with its style sheet, fonts apart."""
    sheet = next(content for path, content in files.items() if path.endswith(".css"))
    return len(files[page.path]) + len(sheet)


@cache
def environment() -> Environment:
    """Give what sets the site's pages: its own templates before those of a report's page."""
    common = page_environment()
    own = PackageLoader("peil.report.site")
    made = common.overlay(loader=ChoiceLoader([own, *([common.loader] if common.loader else [])]))
    made.globals = {**common.globals, "styled": False}
    return made


def set_body(site: Site, page: Page) -> str:
    """Set what a visitor sees of a page."""
    language = page.language
    words = own_words(language)
    linked = relink(page.blocks, lambda link: resolve(site, page, link))
    notes = {
        name: relink(words, lambda link: resolve(site, page, link)) for name, words in page.notes.items()
    }
    calls = NoteCalls.of(notes, words["note"])
    beside = {name: site.find(getattr(page, name), language) for name in ("before", "after")}
    menu = site.menu(language)
    return (
        environment()
        .get_template("body_of_page.html.j2")
        .render(
            page=page,
            blocks=linked,
            notes=notes,
            words=words,
            calls=calls,
            inline=lambda runs: set_inline(runs, calls),
            levels=levels_under_title(linked),
            title=site.titles[language],
            home=menu[0],
            menu=menu,
            current=site.find(page.menu, language),
            languages=[(one, language_name(one), same_page(site, page, one)) for one in site.languages],
            notices=site.notices.get(language, ()),
            front=site.front.get(language, ()),
            beside=beside,
            to=lambda other: relative(other.path, page.path),
        )
    )


def levels_under_title(blocks: Sequence[Block]) -> dict[int, int]:
    """Give the level of each heading by its position: those right under the page's title are of level 1."""
    title = Heading(1, "", (), "")
    levels = heading_levels((title, *blocks))
    return {place - 1: max(level - 1, 1) for place, level in levels.items() if place}


def own_words(language: str) -> dict[str, str]:
    """Give the words of a page: those of a report's page, and the site's own."""
    common = words_of(Document(language, "", "", (), "", ()))
    return {**common, **WORDS.get(language, WORDS["en"])}


def resolve(site: Site, page: Page, link: str) -> str:
    """Give the address of a link as it is written on a page."""
    if link.startswith(FILE):
        return relative(link.removeprefix(FILE), page.path)
    if not link.startswith(PAGE):
        return link
    name, mark, anchor = link.removeprefix(PAGE).partition("#")
    other = site.find(name, page.language)
    return f"{relative(other.path, page.path)}{mark}{anchor}" if other else ""


def same_page(site: Site, page: Page, language: str) -> Page:
    """Give a page in another language; one that isn't there leads to what it belongs to."""
    found = site.find(page.name, language) or site.find(page.menu, language)
    return found or site.menu(language)[0]


def set_page(site: Site, page: Page, body: str, assets: Assets) -> str:
    """Set a whole page."""
    home = page == site.menu(page.language)[0]
    title = site.titles[page.language]
    others = [(one, site.find(page.name, one)) for one in site.languages]
    return (
        environment()
        .get_template("page_of_site.html.j2")
        .render(
            page=page,
            site_title=title,
            title=title if home else f"{page.title} – {title}",
            locale=LOCALES.get(page.language, page.language),
            sheet=relative(assets.sheet, page.path),
            fonts=[relative(path, page.path) for path in assets.preload],
            canonical=address(site, page) if site.url else "",
            alternates=[(one, address(site, found, page)) for one, found in others if found],
            body=Markup(body),  # noqa: S704 - made by an autoescaping template
        )
    )


def address(site: Site, page: Page, seen_from: Page | None = None) -> str:
    """Give a page's whole address, or where the site's isn't known the one that another page links to."""
    if site.url:
        return f"{site.url}/{page.path.removesuffix('index.html')}"
    return relative(page.path, seen_from.path) if seen_from else page.path


def set_missing(site: Site) -> str:
    """Set what is said, in every language, where there is no page."""
    told = [(one, own_words(one), root(site) + site.menu(one)[0].path) for one in site.languages]
    return environment().get_template("missing.html.j2").render(told=told)


def set_frame(site: Site, body: str, assets: Assets) -> str:
    """Set the page for addresses that aren't there: asked for anywhere, it links from the root."""
    first = site.languages[0]
    template = environment().get_template("missing_page.html.j2")
    title = own_words(first)["not_found"]
    sheet = root(site) + assets.sheet
    return template.render(language=first, title=title, sheet=sheet, body=Markup(body))  # noqa: S704 - as above


def root(site: Site) -> str:
    """Give the path of the site's root on its server."""
    return f"{urlsplit(site.url).path.rstrip('/')}/"


def search_files(site: Site) -> dict[str, str]:
    """Give the files for search engines: they hold whole addresses, so there are none without one."""
    if not site.url:
        return {}
    robots = f"User-agent: *\nAllow: /\nSitemap: {site.url}/sitemap.xml\n"
    pages = [(address(site, page), list(translations(site, page))) for page in site.pages]
    return {
        "robots.txt": robots,
        "sitemap.xml": environment().get_template("sitemap.xml.j2").render(pages=pages),
    }


def translations(site: Site, page: Page) -> Iterator[tuple[str, str]]:
    """Give language and address of a page in every language that has it."""
    for language in site.languages:
        found = site.find(page.name, language)
        if found:
            yield language, address(site, found)
