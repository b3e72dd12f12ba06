"""Questions to explore: which are shown, under which themes, and the pages of each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from peil.core.span import Span
from peil.disclose.release import Release
from peil.report.chart import ChartKind
from peil.report.compose.labels import Labels
from peil.report.compose.render import start_composer
from peil.report.document import Block, Bullets, Figure, Heading, Paragraph, Run
from peil.report.site.page import PAGE, Page
from peil.report.site.words import tell
from peil.report.template.names import TABULATED
from peil.report.template.site_block import Explore
from peil.report.template.template import Exhibit, Piece, Template, Words
from peil.study.base import ANSWERED
from peil.study.codebook import Item
from peil.study.question import Kind

UNNAMED = re.compile(r"[^A-Za-z0-9_.-]+")
MOST_PARTS = 7
"""A stacked bar of more parts can't be read."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A section of the questionnaire with its questions that can be explored: id and keys of its items."""

    title: str
    questions: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Exploring:
    """What is explored, in one language.

    Args:
        labels: Names in the language.
        release: All numbers there are.
        groups: Keys of the groups.
        shown: Items and groups (None: everyone) of which anything may be shown.
        themes: What is shown.
        hidden: What nothing may be shown of, by title.
        span: Where the block stands.
        page: Name of the page that the list stands on.
        folder: Folder of the pages, from the site's root.
    """

    labels: Labels
    release: Release
    groups: tuple[str, ...]
    shown: frozenset[tuple[str, str | None]]
    themes: tuple[Theme, ...]
    hidden: tuple[str, ...]
    span: Span
    page: str
    folder: str

    @property
    def language(self) -> str:
        """The language."""
        return self.labels.language


def start_exploring(block: Explore, release: Release, labels: Labels, page: str, folder: str) -> Exploring:
    """Look up what may be explored: every item with a base that is shown."""
    study = labels.study
    groups = study.plan.groups if block.groups is None else block.groups
    keys = block.items or tuple(key for key, item in study.codebook.items.items() if wanted(item))
    shown = frozenset(shown_tables(release))
    kept = tuple(key for key in keys if (key, None) in shown)
    hidden = tuple(full_title(labels, labels.item(key)) for key in keys if (key, None) not in shown)
    made = tuple(themes(labels, kept))
    return Exploring(labels, release, groups, shown, made, hidden, block.span, page, folder)


def wanted(item: Item) -> bool:
    """Say whether an item is shown where none are named.

    It is when it has options to count and was asked, or was coded of answers in own words; what the plan
    derives shows answers again that have a page already.
    """
    return item.kind in TABULATED and bool(item.options) and (not item.derived or bool(item.coded))


def shown_tables(release: Release) -> Iterator[tuple[str, str | None]]:
    """Give the items and groups of which anything may be shown, of all who answered."""
    for table in release.tables:
        if table.n and table.spec.where is None and table.spec.base == ANSWERED:
            yield table.spec.item, table.spec.by


def themes(labels: Labels, keys: Sequence[str]) -> Iterator[Theme]:
    """Put items under the sections that ask them, a derived one where its first question stands."""
    questionnaire = labels.study.questionnaire
    found: dict[str, dict[str, list[str]]] = {section.id: {} for section in questionnaire.sections}
    found[""] = {}
    for key in keys:
        item = labels.item(key)
        asked = (questionnaire.by_id[one].section for one in labels.questions(item))
        found[next(asked, "")].setdefault(item.question, []).append(key)
    titles = {one.id: one.wording.plain(labels.language) for one in questionnaire.sections}
    titles[""] = tell(labels.language, "derived_theme")
    for section, questions in found.items():
        if questions:
            yield Theme(titles[section], tuple((name, tuple(each)) for name, each in questions.items()))


def list_blocks(exploring: Exploring) -> Iterator[Block]:
    """Give the list of questions by theme, each a link to its page."""
    language = exploring.language
    if not exploring.themes:
        yield Paragraph((Run(tell(language, "explore_none")),))
    for number, theme in enumerate(exploring.themes, start=1):
        yield Heading(2, "", (Run(theme.title),), f"theme-{number}")
        links = [Run(title, link=f"{PAGE}{name}") for name, title in page_names(exploring, theme)]
        yield Bullets(tuple((Paragraph((link,)),) for link in links))
    if exploring.hidden:
        names = "; ".join(dict.fromkeys(exploring.hidden))
        yield Paragraph((Run(tell(language, "left_out", names=names)),))


def page_names(exploring: Exploring, theme: Theme) -> Iterator[tuple[str, str]]:
    """Give name and title of the first page of each question of a theme."""
    labels = exploring.labels
    for question, keys in theme.questions:
        if len(keys) == 1:
            yield page_name(exploring, keys[0]), full_title(labels, labels.item(keys[0]))
        else:
            yield page_name(exploring, question), question_title(labels, labels.item(keys[0]))


def page_name(exploring: Exploring, key: str) -> str:
    """Give the name of an item's page; a repeat's brackets can't stand in an address."""
    return f"{exploring.page}/{UNNAMED.sub('-', key).strip('-')}"


def full_title(labels: Labels, item: Item) -> str:
    """Name an item on its own: a row with its question."""
    row, question = labels.row(item), question_title(labels, item)
    alone = item.row is None and not labels.repeat(item)
    return row if alone else f"{question}: {row}"


def question_title(labels: Labels, item: Item) -> str:
    """Name the question of an item."""
    titles = labels.study.plan.titles
    return titles.get(item.question, item.wording).plain(labels.language)


def question_pages(exploring: Exploring) -> Iterator[Page]:
    """Give the pages of everything explored, in order, each knowing the ones beside it."""
    found = [page for theme in exploring.themes for page in theme_pages(exploring, theme)]
    names = ["", *(page.name for page in found), ""]
    for place, page in enumerate(found):
        yield replace(page, before=names[place], after=names[place + 2])


def theme_pages(exploring: Exploring, theme: Theme) -> Iterator[Page]:
    """Give the pages of a theme: of a question with several rows one for all of them, and one for each."""
    labels = exploring.labels
    for question, keys in theme.questions:
        items = tuple(labels.item(key) for key in keys)
        if len(items) > 1:
            title = question_title(labels, items[0])
            yield make_page(exploring, question, title, theme.title, tuple(all_rows(exploring, items, title)))
        for item in items:
            title = full_title(labels, item)
            yield make_page(exploring, item.key, title, theme.title, tuple(one_item(exploring, item, title)))


def make_page(exploring: Exploring, key: str, title: str, theme: str, blocks: tuple[Block, ...]) -> Page:
    """Give a page, described by what can be seen in its first chart."""
    name = page_name(exploring, key)
    charts = (block.chart.description for block in blocks if isinstance(block, Figure))
    path = f"{exploring.folder}{name.partition('/')[2]}.html"
    return Page(name, exploring.language, path, title, blocks, next(charts, ""), trail=theme)


def all_rows(exploring: Exploring, items: tuple[Item, ...], title: str) -> Iterator[Block]:
    """Give the page of a question with rows: all of them in one chart where that can be, and their pages."""
    labels = exploring.labels
    yield asked(exploring, items[0])
    if adds_up(items):
        yield figure(exploring, items, None, title, ChartKind.STACKED)
    yield Heading(2, "", (Run(tell(exploring.language, "rows")),), "rows")
    links = (Run(labels.row(item), link=f"{PAGE}{page_name(exploring, item.key)}") for item in items)
    yield Bullets(tuple((Paragraph((link,)),) for link in links))


def one_item(exploring: Exploring, item: Item, title: str) -> Iterator[Block]:
    """Give the page of one item: everyone, then each group."""
    labels, language = exploring.labels, exploring.language
    groups = [group for group in exploring.groups if not same_question(labels, item, labels.item(group))]
    names = {group: small_first(labels.row(labels.item(group))) for group in groups}
    yield asked(exploring, item)
    if groups:
        links = [Run(tell(language, "by_head", group=names[group]), link=f"#by-{group}") for group in groups]
        yield Bullets(tuple((Paragraph((link,)),) for link in links))
    yield figure(exploring, (item,), None, title, ChartKind.BARS)
    for group in groups:
        yield Heading(2, "", (Run(tell(language, "by_head", group=names[group])),), f"by-{group}")
        if (item.key, group) in exploring.shown:
            told = tell(language, "by", title=title, group=names[group])
            yield figure(exploring, (item,), group, told, chart_for(item))
        else:
            minimum = exploring.release.disclosure.minimum_base
            yield Paragraph((Run(tell(language, "too_small", minimum=minimum)),))


def same_question(labels: Labels, item: Item, group: Item) -> bool:
    """Say whether an item and a group come from the same question: one says what the other is."""
    return bool({*labels.questions(item)} & {*labels.questions(group)}) or item.key == group.key


def small_first(name: str) -> str:
    """Give a name as it stands inside a sentence; an abbreviation keeps its capitals."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def adds_up(items: tuple[Item, ...]) -> bool:
    """Say whether each item's answers add up to everyone, and all have the same options."""
    alike = len({item.option_ids for item in items}) == 1
    return alike and all(item.kind in {Kind.SINGLE, Kind.SCALE} for item in items)


def chart_for(item: Item) -> ChartKind:
    """Give how groups are set beside each other: answers that can't be stacked have a small chart a group."""
    own = [option for option in item.options if not option.missing]
    return ChartKind.STACKED if adds_up((item,)) and len(own) <= MOST_PARTS else ChartKind.MULTIPLES


def asked(exploring: Exploring, item: Item) -> Paragraph:
    """Give the question as it was asked."""
    if item.derived:
        return Paragraph((Run(tell(exploring.language, "coded" if item.coded else "made")),))
    return Paragraph(
        (Run(tell(exploring.language, "question", text=item.wording.plain(exploring.language))),)
    )


def figure(exploring: Exploring, items: tuple[Item, ...], by: str | None, title: str, chart: str) -> Block:
    """Give a chart with its numbers, outside any numbering."""
    exhibit = Exhibit(
        id=f"chart-{by or 'all'}",
        table=False,
        caption=(Piece(Words(title)),),
        items=tuple(item.key for item in items),
        by=by,
        only=(),
        where=None,
        base=ANSWERED,
        chart=chart,
        sort="given",
        columns=None,
        extremes=False,
        notes=(),
        span=exploring.span,
    )
    template = Template(exploring.language, (exhibit,))
    composer = start_composer(exploring.labels.study, exploring.release, template)
    (made,) = composer.compose(0)
    return replace(made, number=0) if isinstance(made, Figure) else made
