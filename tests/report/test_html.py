"""The HTML report: one file that stands alone and can be read by anyone."""

import re
from base64 import b64decode
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise

import pytest
from fontTools.ttLib import TTFont
from sample_document import HOSTILE, sample_document, text

from peil.report.document import (
    Document,
    Grid,
    Heading,
    KeyNumber,
    KeyNumbers,
    NumberedTable,
    Paragraph,
    Run,
    TableCell,
)
from peil.report.html.write import to_html

VOID = {"meta", "input", "br", "col", "link", "img", "hr"}


@dataclass
class Node:
    tag: str
    attributes: dict[str, str]
    children: list["Node"] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def all(self, *tags: str) -> list["Node"]:
        found = [self] if self.tag in tags or not tags else []
        return found + [node for child in self.children for node in child.all(*tags)]

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


class Tree(HTMLParser):
    """Builds the tree and insists that every element is closed in its turn."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.root = Node("root", {})
        self.open = [self.root]
        self.feed(page)
        assert self.open == [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        assert len(node.attributes) == len(attrs)
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for node in self.open:
            node.words.append(data)


@pytest.fixture(scope="module")
def document() -> Document:
    return sample_document()


@pytest.fixture(scope="module")
def page(document: Document) -> str:
    return to_html(document)


@pytest.fixture(scope="module")
def root(page: str) -> Node:
    return Tree(page).root


@pytest.mark.slow
def test_nothing_is_fetched_and_nothing_runs(page: str, root: Node) -> None:
    assert not root.all("script", "img", "iframe", "link", "object", "video", "base")
    style = root.all("style")[0].text
    assert "@import" not in style
    assert all(
        address.startswith("data:font/woff2;base64,") for address in re.findall(r"url\(([^)]*)\)", style)
    )
    addresses = [
        node.attributes[name]
        for node in root.all()
        for name in ("href", "src", "action")
        if name in node.attributes
    ]
    links = {address for address in addresses if not address.startswith("#")}
    assert links == {"https://www.cbs.nl/nl-nl/onze-diensten/methoden"}
    assert not any(name.startswith("on") for node in root.all() for name in node.attributes)
    assert "default-src 'none'" in page


@pytest.mark.slow
def test_ids_are_unique_and_every_reference_resolves(root: Node) -> None:
    ids = Counter(node.attributes["id"] for node in root.all() if "id" in node.attributes)
    assert ids.most_common(1)[0][1] == 1
    for node in root.all():
        for name in ("aria-labelledby", "aria-describedby", "for"):
            assert all(target in ids for target in node.attributes.get(name, "").split()), node
        address = node.attributes.get("href", "")
        assert not address.startswith("#") or address[1:] in ids, address


def test_headings_are_in_order_under_one_title(root: Node) -> None:
    assert root.all("html")[0].attributes["lang"] == "nl"
    headings = root.all("h1", "h2", "h3", "h4", "h5", "h6")
    levels = [int(node.tag[1]) for node in headings]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_skipped_heading_level_is_closed() -> None:
    blocks = (Heading(1, "1", text("Een"), "een"), Heading(3, "", text("Drie"), "drie"))
    root = Tree(to_html(sample_document(blocks=blocks, notes={}))).root
    assert [node.tag for node in root.all("h2", "h3", "h4") if node.text.endswith(("Een", "Drie"))] == [
        "h2",
        "h3",
    ]


def test_landmarks_and_a_way_past_the_lists(root: Node) -> None:
    assert len(root.all("main")) == len(root.all("header")) == 1
    names = [
        node.attributes.get("aria-label") or node.attributes.get("aria-labelledby")
        for node in root.all("nav")
    ]
    assert len(names) == len(set(names)) == 3
    first = root.all("body")[0].children[0]
    assert first.attributes["href"] == "#" + root.all("main")[0].attributes["id"]


def test_every_figure_has_a_caption_a_chart_and_its_data(root: Node) -> None:
    figures = root.all("figure")
    assert len(figures) == 6
    for number, figure in enumerate(figures, start=1):
        assert figure.all("figcaption")[0].text.startswith(f"Figuur {number}. ")
        assert len(figure.all("svg")) == 2
        assert len(figure.all("details")[0].all("table")) == 1


def test_tables_have_captions_and_scoped_headers(root: Node) -> None:
    tables = root.all("table")
    assert all(
        node.attributes.get("scope") in {"row", "col", "colgroup", "rowgroup"} for node in root.all("th")
    )
    assert all(node.text for node in root.all("th"))
    captions = [caption.text for table in tables for caption in table.all("caption")]
    assert "Tabel 1. Eens met de stelling, naar arbeidsrelatie en sector (vraag 12, n = 130)" in captions
    assert len(captions) == len(tables) - 1  # one stands outside the numbering, without a caption
    spanning = [node for table in tables for node in table.all("th") if node.attributes.get("colspan") == "5"]
    assert {node.attributes["scope"] for node in spanning} == {"colgroup"}


def test_a_row_that_heads_a_block_heads_a_row_group() -> None:
    def row(words: str, columns: int) -> tuple[TableCell, ...]:
        if columns > 1:
            return (TableCell(text(words), header=True, columns=columns),)
        return (TableCell(text(words), header=True), TableCell(text("1"), numeric=True))

    grid = Grid((), (row("Arbeid", 2), row("zzp", 1), row("Sector", 2), row("muziek", 1)))
    table = NumberedTable(1, "t", "Samenstelling", "", "", (), grid)
    bodies = Tree(to_html(sample_document(blocks=(table,), notes={}))).root.all("tbody")
    assert [[(th.attributes["scope"], th.text) for th in body.all("th")] for body in bodies] == [
        [("rowgroup", "Arbeid"), ("row", "zzp")],
        [("rowgroup", "Sector"), ("row", "muziek")],
    ]


def test_the_base_with_its_cautions_and_each_note_is_a_line_of_its_own() -> None:
    lines = (text("Naar arbeidsrelatie: geen."), text("Naar sector: muziek."))
    table = NumberedTable(1, "t", "Samenstelling", "", "Basis: wie <10.", lines, Grid((), ()), "– = weg.")
    root = Tree(to_html(sample_document(blocks=(table,), notes={}))).root
    told = [node.text for node in root.all("p") if node.attributes.get("class") == "line"]
    assert told == ["Basis: wie <10. – = weg.", "Naar arbeidsrelatie: geen.", "Naar sector: muziek."]


def test_wide_tables_can_be_scrolled_by_keyboard(root: Node) -> None:
    regions = [node for node in root.all("div") if node.attributes.get("tabindex") == "0"]
    assert regions
    assert all(node.attributes.get("aria-label") for node in regions)
    assert all(len(node.all("table")) == 1 for node in regions)


def test_footnotes_lead_there_and_back(root: Node) -> None:
    calls = [node for node in root.all("a") if node.attributes.get("role") == "doc-noteref"]
    backs = [node for node in root.all("a") if node.attributes.get("role") == "doc-backlink"]
    assert {f"#{node.attributes['id']}" for node in calls} == {node.attributes["href"] for node in backs}
    assert len(calls) == len(backs) > 3
    assert [node.text for node in calls][:5] == ["1", "2", "1", "1", "3"]


def test_the_origin_of_a_number_stands_in_its_title_and_in_what_takes_focus(root: Node) -> None:
    bound = [node for node in root.all("span") if node.attributes.get("class") == "bound"]
    origins = [node.all("span")[1] for node in bound]
    assert bound[0].text == f"46% [{bound[0].attributes['title']}]"
    assert bound[0].attributes["title"].startswith("Aandeel")
    assert not any("tabindex" in node.attributes for node in bound)
    assert {node.attributes["tabindex"] for node in origins} == {"0"}
    assert [node.text for node in origins] == [f"[{node.attributes['title']}]" for node in bound]


def test_a_reader_chooses_how_origins_show(root: Node) -> None:
    ways = root.all("input")
    assert [node.attributes["id"].removeprefix("peil-origins-") for node in ways] == ["point", "each", "all"]
    assert ["checked" in node.attributes for node in ways] == [True, False, False]
    assert len({node.attributes["name"] for node in ways}) == 1


def test_a_bound_number_that_is_a_link_holds_it_and_stands_in_none() -> None:
    run = Run("46%", origin="Vraag 6", link="#figuur-1")
    (bound,) = (
        node
        for node in Tree(to_html(sample_document(blocks=(Paragraph((run,)),), notes={}))).root.all("span")
        if node.attributes.get("class") == "bound"
    )
    (link,) = bound.all("a")
    assert link.text == "46%"
    assert not link.all("span")


def test_the_size_of_a_group_stays_on_one_line(page: str) -> None:
    assert "(vraag 1, n\u00a0=\u00a0130)" in page
    assert not re.search(r"\bn = \d", re.sub(r"<(desc|title)[^>]*>.*?</\1>|title=\"[^\"]*\"", "", page))


def test_no_choice_without_origins() -> None:
    root = Tree(to_html(sample_document(blocks=(Paragraph(text("Niets.")),), notes={}))).root
    assert not root.all("input")


def test_fonts_hold_the_characters_of_the_page_and_no_more(page: str, root: Node) -> None:
    faces = re.findall(r"font-style:(\w+);font-weight:(\d+);src:url\(data:font/woff2;base64,([^)]*)\)", page)
    assert [(style, weight) for style, weight, _ in faces] == [
        ("normal", "400"),
        ("normal", "600"),
        ("italic", "400"),
    ]
    for _, _, data in faces:
        with TTFont(BytesIO(b64decode(data))) as font:
            held = set(font.getBestCmap())
        assert set(map(ord, root.all("body")[0].text)) - {0x20} <= held
        assert len(held) < 140
        assert len(data) < 40_000


def test_hostile_text_comes_out_as_itself(root: Node) -> None:
    assert HOSTILE in {node.text for node in root.all("p")}
    assert any(HOSTILE in node.text for node in root.all("h2"))
    evil = Run('x" onmouseover="alert(1)', origin='"><script>', link='#a"onclick="x')
    page = to_html(sample_document(title=HOSTILE, blocks=(Paragraph((evil,)),), notes={}))
    tree = Tree(page).root
    assert tree.all("title")[0].text == HOSTILE
    assert not tree.all("script")
    assert set(tree.all("main")[0].all("a")[0].attributes) == {"href"}


def test_the_same_document_gives_the_same_page(document: Document, page: str) -> None:
    assert to_html(document) == page


def test_english_words_for_an_english_report() -> None:
    root = Tree(to_html(sample_document(language="en"))).root
    assert root.all("figcaption")[0].text.startswith("Figure 1.")
    assert root.all("nav")[0].text.startswith("Contents")


def test_words_of_the_document_go_before_the_renderers_own() -> None:
    root = Tree(to_html(sample_document(words={"figure": "Grafiek"}))).root
    assert root.all("figcaption")[0].text.startswith("Grafiek 1.")


def test_a_draft_says_so_across_the_page() -> None:
    assert 'data-watermark="concept"' in to_html(sample_document(watermark="concept"))
    assert "data-watermark=" not in to_html(sample_document()).split("</style>")[1]


def test_headline_numbers_are_a_list_of_values_with_their_words() -> None:
    keys = KeyNumbers((KeyNumber((Run("46%", origin="Vraag 6"),), text("gebruikt het")),))
    (shown,) = (
        node
        for node in Tree(to_html(sample_document(blocks=(keys,), notes={}))).root.all("ul")
        if node.attributes.get("class") == "key"
    )
    assert [node.text for node in shown.all("li")] == ["46% [Vraag 6] gebruikt het"]
    assert shown.all("strong")[0].all("span")[0].attributes["title"] == "Vraag 6"
