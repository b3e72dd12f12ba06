"""The route map of a shown questionnaire: stations, early ends and pages in route order, cut to fit paper."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from peil.report.charts.route_map import page_height, section_height, sheet_height
from peil.report.compose.labels import SENTENCE
from peil.report.compose.show_view import View
from peil.report.compose.show_wording import plain_cell
from peil.report.document import Figure, Grid
from peil.report.route_map import Exit, MapPage, MapSection, MapWords, RouteMap, Station, Stop
from peil.study.asked import asked_of_question
from peil.study.expr.tree import Always, Expr
from peil.study.question import Kind, Question
from peil.study.route import Step
from peil.study.short_title import short_title

TALLEST = 955.0
"""How tall a map may be drawn to stand on a page of A4 with its caption, in the units of its drawing."""

INTRODUCED = 205.0
"""What the chapter's heading and first lines take of the first page."""

WORTHWHILE = 200.0
"""A section is begun on a sheet only where so much of it fits there, or all of it."""

LONGEST_NUMBER = 5
"""A question without a number goes by its id, which may be long; its title stands beside it anyway."""

ABSENT = "–"


def map_figures(view: View) -> Iterator[Figure]:
    """Give the map as figures that each fit on a page of paper."""
    sheets = cut(view, tuple(map_sections(view)))
    for place, sections in enumerate(sheets):
        shown = _route_map(view, sections, first=place == 0, last=place == len(sheets) - 1)
        caption = view.say("map_caption")
        if len(sheets) > 1:
            caption = view.say("map_part", part=place + 1, parts=len(sheets))
        yield Figure(place + 1, f"route-map-{place + 1}", caption, "", "", (), shown, _grid(view, shown))


def cut(view: View, sections: Sequence[MapSection]) -> list[list[MapSection]]:
    """Cut sections into sheets, between pages; a section begins on a sheet with room for some of it."""
    lanes = tuple(view.role_name(role) for role in view.roles)
    uncut = _route_map(view, sections)
    least = sheet_height(uncut)
    sheets: list[list[MapSection]] = [[]]
    filled = least + INTRODUCED
    for section in sections:
        heights = [page_height(page, lanes) for page in section.pages]
        head = section_height(section, uncut)
        whole = head + sum(heights)
        if sheets[-1] and filled + min(whole, WORTHWHILE) > TALLEST:
            sheets.append([])
            filled = least
        sheets[-1].append(replace(section, pages=()))
        filled += head
        for page, height in zip(section.pages, heights, strict=True):
            if filled + height > TALLEST and any(one.pages for one in sheets[-1]):
                begun = bool(sheets[-1][-1].pages)
                if not begun:
                    sheets[-1].pop()
                onward = replace(section, pages=(), continued=begun)
                sheets.append([onward])
                filled = least + section_height(onward, uncut)
            last = sheets[-1][-1]
            sheets[-1][-1] = replace(last, pages=(*last.pages, page))
            filled += height
    return sheets


def map_sections(view: View) -> Iterator[MapSection]:
    """Give the sections in route order, with what someone in a role shown can come past."""
    for (section, title), steps in groupby(view.study.route.steps, key=lambda step: _place(view, step)):
        pages = []
        for _, together in groupby(steps, key=lambda step: _page(view, step)):
            questions = dict.fromkeys(step.question for step in together)
            known = [view.study.questionnaire.by_id[name] for name in questions]
            page = _map_page(view, [question for question in known if view.roles_of(question)])
            if page.rows:
                pages.append(page)
        if pages:
            yield MapSection(title or section, tuple(pages), who=view.section_told(section))


def _place(view: View, step: Step) -> tuple[str, str]:
    """Give where a step stands: its section, or the end for what is asked after all sections."""
    question = view.study.questionnaire.by_id[step.question]
    place = question.later or question.section
    section = view.study.questionnaire.sections_by_id.get(place)
    return place, section.wording.plain(view.language) if section else view.say("at_end")


def _page(view: View, step: Step) -> str:
    """Give a step's page; the pages of a repeat are drawn as one."""
    return step.question if view.study.questionnaire.by_id[step.question].repeat else step.page


def _map_page(view: View, questions: Sequence[Question]) -> MapPage:
    stations = [_station(view, question) for question in questions]
    return MapPage((*stations, *(end for question in questions for end in _exits(view, question))))


def _station(view: View, question: Question) -> Station:
    notice = question.kind is Kind.NOTICE
    number = "" if notice else view.labels.number(question.id)
    title = title_of(view, question)
    stops = tuple(view.stop(role, question) for role in view.roles)
    condition, within = asked_of_question(view.study, question), view.asked_within(question)
    return Station(
        number if len(number) <= LONGEST_NUMBER else "",
        title,
        _who(view, question, stops, condition if within is None else within),
        stops,
        notice,
        "" if within is None else _who(view, question, stops, condition),
    )


def _who(view: View, question: Question, stops: Sequence[Stop], condition: Expr) -> str:
    """Say who is asked and for what; empty where everyone is asked, once."""
    everyone = isinstance(condition, Always) or set(stops) == {Stop.ALWAYS}
    said = [] if everyone else [view.labels.told(condition)]
    if question.repeat:
        said.append(view.say("repeated", name=view.labels.number(question.repeat.question)))
    return "; ".join(said)


def title_of(view: View, question: Question) -> str:
    """Give what a question is about: its title in the plan, else the first sentence of its text."""
    title = SENTENCE.split(short_title(view.study, question.id, view.language), maxsplit=1)[0]
    if question.kind is Kind.MATRIX or title == question.id:
        titles = view.study.plan.titles
        wording = titles.get(question.id, question.wording)
        title = SENTENCE.split(wording.plain(view.language), maxsplit=1)[0] or question.id
    title = title.removesuffix(".")
    return f"{view.say('notice')}: {title}" if question.kind is Kind.NOTICE else title


def _exits(view: View, question: Question) -> Iterator[Exit]:
    for end in question.ends:
        lanes = tuple(view.can_leave(role, question, end) for role in view.roles)
        if any(lanes):
            title = view.say("exit_title", outcome=end.outcome)
            yield Exit(title, view.labels.told(end.condition.tree), lanes)


def _route_map(
    view: View, sections: Sequence[MapSection], *, first: bool = True, last: bool = True
) -> RouteMap:
    lanes = tuple(view.role_name(role) for role in view.roles)
    stations = sum(isinstance(row, Station) for one in sections for page in one.pages for row in page.rows)
    titles = ", ".join(
        f"{one.title} {view.say('continued')}" if one.continued else one.title for one in sections
    )
    description = view.say("map_description", stations=stations, lanes=", ".join(lanes), sections=titles)
    names = ("always", "sometimes", "never", "page", "exit", "continued", "end")
    words = MapWords(*(view.say(name) for name in names))
    title = view.say("map_caption")
    return RouteMap(title, description, lanes, tuple(sections), words, first, last, view.language)


def _grid(view: View, shown: RouteMap) -> Grid:
    """Give a map as a table: who is asked what."""
    head = [plain_cell(view.say("question", names="").strip(), header=True)]
    head += [plain_cell(name, header=True) for name in shown.lanes]
    head.append(plain_cell(view.say("who"), header=True))
    body = []
    for row in shown.rows:
        if isinstance(row, Exit):
            said = [view.say("exit") if there else ABSENT for there in row.lanes]
            name = row.title
        else:
            said = [ABSENT if stop is Stop.NEVER else view.say(stop.value) for stop in row.stops]
            name = f"{row.number} {row.title}".strip()
        whole = row.whole if isinstance(row, Station) else ""
        who = whole or row.who or view.say("everyone")
        body.append((plain_cell(name, header=True), *map(plain_cell, said), plain_cell(who)))
    return Grid((tuple(head),), tuple(body))
