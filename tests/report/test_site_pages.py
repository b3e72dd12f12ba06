"""A published site: every page in every language, small, whole, and asking nothing of anyone."""

import re
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from fontTools.ttLib import TTFont

from peil.disclose.release import EarlierRelease
from peil.publishline import Published, publish_site
from peil.report.document import Document
from peil.report.site import make_site, words
from peil.report.site.page import Page, Site
from peil.report.vocabulary import words_of
from peil.study.study import Study
from site_study import DUTCH_FIGURE, PAGES, make_site_study, write_pages

pytestmark = pytest.mark.slow
URL = "https://example.org/ai"


class Tags(HTMLParser):
    """Keeps every tag with its attributes, and the text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]

    @property
    def links(self) -> list[str]:
        return [
            attributes[name]
            for tag, attributes in self.tags
            for name in ("href", "src")
            if name in attributes and attributes.get("rel") not in {"canonical", "alternate"}
        ]


@pytest.fixture(scope="module")
def study(tmp_path_factory) -> Study:
    return make_site_study(tmp_path_factory.mktemp("study"))


@pytest.fixture(scope="module")
def out(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("published") / "site"


@pytest.fixture(scope="module")
def published(study, out) -> Published:
    done = publish_site(study, out=out, url=URL + "/")
    assert done.files, done.problems
    return done


@pytest.fixture(scope="module")
def pages(published, out) -> dict[str, Tags]:
    """Give the site's own pages: files to download are another's."""
    paths = [path for path in published.files if path.endswith(".html") and not path.startswith("downloads/")]
    return {path: Tags((out / path).read_text(encoding="utf-8")) for path in paths}


def test_every_file_of_the_text_is_a_page_and_so_is_every_question(pages) -> None:
    dutch = {"index.html", "verkennen.html", "doen.html", "bestanden.html", "404.html"}
    english = {f"en/{name}.html" for name in ("index", "explore", "act", "files")}
    names = ("employment", "usage", "reasons", "ability", "ability.mail", "ability.music", "ability.divide")
    questions = {f"{folder}/{name}.html" for folder in ("verkennen", "en/explore") for name in names}
    assert set(pages) == dutch | english | questions


def test_what_was_written_is_what_was_told(published, out) -> None:
    there = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert there - {".peil-site"} == set(published.files)


def test_every_link_leads_somewhere(pages, out) -> None:
    for path, page in pages.items():
        for link in page.links:
            if link.startswith("https://example.org/model"):
                continue
            name, _, anchor = link.partition("#")
            rooted = name.startswith("/ai/")
            target = (
                name.removeprefix("/ai/") if rooted else normpath(join(dirname(path), name)) if name else path
            )
            assert (out / target).is_file(), (path, link)
            if anchor:
                assert anchor in pages[target].ids, (path, link)


def test_ids_are_unique_on_a_page_and_references_between_languages_hold(pages) -> None:
    for path, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), path
        for _, attributes in page.tags:
            for name in ("aria-labelledby", "for"):
                assert set(attributes.get(name, "").split()) <= set(page.ids), path


def test_a_reference_and_a_link_to_a_file_lead_to_the_page_that_they_name(pages) -> None:
    assert {"doen.html", "#gebruik"} <= set(pages["index.html"].links)
    assert "index.html#gebruik" in pages["doen.html"].links
    assert "index.html#gebruik" in pages["en/act.html"].links


def test_the_language_switch_leads_to_the_same_page(pages) -> None:
    pairs = {
        "index.html": "en/index.html",
        "doen.html": "en/act.html",
        "verkennen/ability.mail.html": "en/explore/ability.mail.html",
    }
    for dutch, english in pairs.items():
        for here, there, language in ((dutch, english, "en"), (english, dutch, "nl")):
            switch = [link for link in pages[here].all("a") if link.get("hreflang") == language]
            assert [normpath(join(dirname(here), link["href"])) for link in switch] == [there]
            alternates = {
                link["hreflang"]: link["href"]
                for link in pages[here].all("link")
                if link["rel"] == "alternate"
            }
            assert alternates[language] == f"{URL}/{there.removesuffix('index.html')}"
            assert pages[here].all("html")[0]["lang"] != language


def test_each_page_has_its_own_address_and_words_for_those_who_share_it(pages) -> None:
    seen = set()
    for path, page in pages.items():
        if path == "404.html":
            continue
        (canonical,) = (link["href"] for link in page.all("link") if link["rel"] == "canonical")
        assert canonical == f"{URL}/{path.removesuffix('index.html')}"
        told = {meta["property"]: meta["content"] for meta in page.all("meta") if "property" in meta}
        assert told["og:url"] == canonical
        assert told["og:title"]
        seen.add(canonical)
    assert len(seen) == len(pages) - 1


def test_the_sitemap_lists_every_page_and_robots_say_where_it_is(pages, out) -> None:
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    root = ET.fromstring((out / "sitemap.xml").read_text())  # noqa: S314 - our own file
    listed = [place.text for place in root.findall("s:url/s:loc", spaces)]
    assert len(listed) == len(pages) - 1
    assert len(root.findall("s:url/x:link", spaces)) == 2 * len(listed)
    assert f"Sitemap: {URL}/sitemap.xml" in (out / "robots.txt").read_text()


def test_a_page_fits_a_phone_before_its_fonts(pages, out) -> None:
    (sheet,) = (path for path in (out / "assets").iterdir() if path.suffix == ".css")
    weights = {path: (out / path).stat().st_size + sheet.stat().st_size for path in pages}
    assert max(weights.values()) < 150_000


def test_nothing_is_asked_of_others_and_nothing_runs(pages, out) -> None:
    for path, page in pages.items():
        assert not page.all("script") + page.all("iframe") + page.all("object") + page.all("style"), path
        assert not any(name.startswith("on") or name == "style" for _, all_ in page.tags for name in all_), (
            path
        )
        (policy,) = (
            meta["content"]
            for meta in page.all("meta")
            if meta.get("http-equiv") == "Content-Security-Policy"
        )
        assert policy.startswith("default-src 'none'; style-src 'self'; font-src 'self';")
    (sheet,) = (path for path in (out / "assets").iterdir() if path.suffix == ".css")
    addresses = re.findall(r"url\(([^)]*)\)", sheet.read_text(encoding="utf-8"))
    assert all((sheet.parent / address).is_file() for address in addresses)
    assert len(addresses) == 3


def test_shared_files_carry_a_hash_and_fonts_hold_what_the_pages_say(pages, out) -> None:
    names = [path.name for path in (out / "assets").iterdir()]
    assert all(re.fullmatch(r"[a-z-]+\.[0-9a-f]{12}\.(css|woff2)", name) for name in names)
    (regular,) = (out / "assets").glob("firasans-regular.*")
    with TTFont(regular) as font:
        held = set(font.getBestCmap())
    said = {ord(sign) for page in pages.values() for sign in page.text if not sign.isspace()}
    assert said <= held
    assert len(held) < 160


def test_a_question_has_its_words_base_n_numbers_and_a_chart_by_group(pages) -> None:
    page = pages["verkennen/usage.html"]
    assert "De vraag: Hoe vaak gebruikt u AI in uw werk?" in page.text
    assert "Vraag 6, n\u00a0=\u00a0130" in page.text
    assert page.text.count("Basis: wie de vraag beantwoordde.") == 2
    assert len(page.all("svg")) == 4
    assert len(page.all("table")) == len(page.all("details")) == len(page.all("figure")) == 2
    assert "by-employment" in page.ids
    assert "Figuur" not in page.text


def test_a_question_is_not_split_by_itself(pages) -> None:
    assert len(pages["verkennen/employment.html"].all("figure")) == 1


def test_a_question_with_rows_has_them_all_and_leads_to_each(pages) -> None:
    page = pages["en/explore/ability.html"]
    assert len(page.all("figure")) == 1
    assert {"ability.mail.html", "ability.music.html", "ability.divide.html"} <= set(page.links)


def test_made_data_are_said_to_be_made_on_every_page(pages) -> None:
    for path, page in pages.items():
        said = "Synthetic data: " if path.startswith("en/") else "Synthetische gegevens: "
        assert path == "404.html" or said in page.text, path


def test_files_are_listed_with_format_and_size_in_the_languages_they_are_in(pages, published) -> None:
    text = " ".join(pages["bestanden.html"].text.split())
    assert re.search(r"Het rapport \(PDF, \d+ KB\)", text)
    assert "downloads/report.nl.docx" in pages["bestanden.html"].links
    english = {link for link in pages["en/files.html"].links if "downloads/" in link}
    assert english == {"../downloads/report.en.xlsx", "../downloads/data.en.zip"}
    assert {"downloads/report.nl.html", "downloads/report.nl.pdf"} <= set(published.files)


def test_the_data_offered_are_the_public_version_alone(published, out) -> None:
    with ZipFile(out / "downloads/data.nl.zip") as archive:
        names = archive.namelist()
        assert names
        assert all("-public." in name for name in names)
    assert not any(path.endswith((".csv", ".sav", ".json")) for path in published.files)


def test_headings_of_one_level_stay_alike(pages) -> None:
    assert len(pages["verkennen.html"].all("h2")) == 2
    assert not pages["verkennen.html"].all("h3")
    assert len(pages["doen.html"].all("h3")) == 1


def test_footnotes_stand_on_the_page_that_calls_them(pages) -> None:
    assert "Bijvoorbeeld zo." in pages["doen.html"].text
    assert all("Bijvoorbeeld" not in page.text for path, page in pages.items() if path != "doen.html")


def test_the_page_for_what_is_not_there_links_from_the_root_in_every_language(pages) -> None:
    links = pages["404.html"].links
    assert {"/ai/index.html", "/ai/en/index.html"} <= set(links)
    assert all(link.startswith("/ai/") for link in links)


def test_the_same_study_gives_the_same_bytes_and_leaves_the_site_alone(
    study, published, out, tmp_path
) -> None:
    again = publish_site(study, out=out, url=URL)
    assert (again.files, again.changed, again.release) == (published.files, False, published.release)
    publish_site(study, out=tmp_path / "other", url=URL)
    for path in published.files:
        assert (tmp_path / "other" / path).read_bytes() == (out / path).read_bytes(), path


def test_words_of_the_site_do_not_stand_in_for_those_of_a_page() -> None:
    for language, own in words.WORDS.items():
        assert not own.keys() & words_of(Document(language, "", "", (), "", ())).keys()
    assert words.WORDS["nl"].keys() == words.WORDS["en"].keys()


def test_a_page_that_is_too_large_is_told() -> None:
    page = Page("10", "nl", "index.html", "T", ())
    found = list(
        make_site.heavy_pages(
            Site({"nl": "T"}, (page,)), {"index.html": b"x" * 149_000, "a.css": b"x" * 1001}
        )
    )
    assert [(one.code, one.severity, one.span.file) for one in found] == [("R073", "warning", "index.html")]
    assert list(make_site.heavy_pages(Site({"nl": "T"}, (page,)), {"index.html": b"x", "a.css": b"x"})) == []


@pytest.mark.parametrize(
    ("pages", "code", "place", "said"),
    [
        ({"10-start.md": "## Geen titel\n"}, "R066", "site/10-start.md", "begins with its title"),
        ({"10-start.md": "# Een\n\n# Twee\n"}, "R066", "site/10-start.md", "begins with its title"),
        ({"10-start.md": "Eerst dit.\n\n# Een\n"}, "R066", "site/10-start.md", "begins with its title"),
        ({"start.md": "# Start\n"}, "R066", "site/start.md", "no name of a page"),
        ({"50-doen.md": "# Nog eens\n"}, "R066", "site/50-doen.md", "30-doen.md has its number or address"),
        ({"30-iets.md": "# Nog eens\n"}, "R066", "site/30-iets.md", "30-doen.md has its number or address"),
        ({"50-assets.md": "# Nog eens\n"}, "R066", "site/50-assets.md", "the site needs that address"),
        ({"50-extra.md": "# Extra\n"}, "R067", "site/50-extra.md", 'no such page in "en"'),
        ({"10-start.md": "# Start\n\nZie [dit](30-doe.md).\n"}, "R011", "site/10-start.md", '"30-doe.md"'),
        ({"40-bestanden.md": "# Bestanden\n"}, "R074", "site/40-bestanden.md", "how the study was done"),
        (
            {"20-verkennen.md": "# V\n\n::: explore\nshow: usge\n:::\n"},
            "R008",
            "site/20-verkennen.md",
            "usge",
        ),
        (
            {"20-verkennen.md": "# V\n\n::: explore\nby: usage\n:::\n"},
            "R013",
            "site/20-verkennen.md",
            "no group of",
        ),
        (
            {"20-verkennen.md": "# V\n\n::: explore\nsow: usage\n:::\n"},
            "R013",
            "site/20-verkennen.md",
            '"sow"',
        ),
        ({"10-start.md": "# S\n\n[99%]{= usage: often}\n"}, "R001", "site/10-start.md", "99%"),
        ({"../report/1.md": "# S\n\n[99%]{= usage: often}\n"}, "R001", "report/1.md", "99%"),
        ({"../report/1.md": "# S\n\n::: explore\n:::\n"}, "R068", "report/1.md", "is no site"),
    ],
)
def test_a_text_that_is_wrong_publishes_nothing(tmp_path, pages, code, place, said) -> None:
    study = make_site_study(tmp_path / "study")
    for name in PAGES:
        if name.startswith("en/") and code != "R067":
            (study.folder / "site" / name).unlink()
    write_pages(
        study.folder,
        {name: f"{text}\n{DUTCH_FIGURE}" if name == "10-start.md" else text for name, text in pages.items()},
    )
    done = publish_site(study, out=tmp_path / "site")
    errors = [problem for problem in done.problems if problem.severity == "error"]
    assert [(problem.code, problem.span.file) for problem in errors][:1] == [(code, place)]
    assert said in errors[0].message
    assert errors[0].hint
    assert (done.files, done.release, (tmp_path / "site").exists()) == ((), None, False)
    assert not (study.folder / "releases").exists()


def test_what_replaces_interim_results_says_so() -> None:
    earlier = (
        EarlierRelease(1, "2026-02-01", interim=True, respondents=40),
        EarlierRelease(2, "2026-02-09", interim=True, respondents=60),
    )
    found = make_site.last_interim(earlier)
    assert found is not None
    assert found.number == 2
    assert make_site.last_interim((EarlierRelease(1, "2026-02-01", interim=False),)) is None
