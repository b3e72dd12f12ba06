"""Check that a chart can be drawn of what is shown; one that can't is drawn as bars."""

from collections.abc import Mapping
from dataclasses import dataclass

from peil.core.rule import Rule
from peil.report import chart_problems, problems
from peil.report.chart import ChartKind
from peil.report.template.names import Names
from peil.report.template.phrase import Phrase
from peil.report.template.read_selection import Filters
from peil.study.codebook import Item
from peil.study.question import Kind

SUMMED = (ChartKind.STACKED, ChartKind.DIVERGING)
"""Kinds whose parts add up to everyone."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a figure or table shows: items, a group with the classes chosen, and who counts in the base."""

    items: tuple[Item, ...]
    by: Item | None
    only: tuple[str, ...]
    filters: Filters

    @property
    def classes(self) -> tuple[str, ...]:
        """The group's classes that are shown."""
        return self.only or (self.by.option_ids if self.by else ())

    @property
    def alike(self) -> bool:
        """All items have the same options."""
        return len({item.option_ids for item in self.items}) == 1

    @property
    def adds_up(self) -> bool:
        """Each item's answers add up to everyone, and all have the same options."""
        return self.alike and all(item.kind is not Kind.MULTI for item in self.items)

    @property
    def moments(self) -> bool:
        """There are two of something, to draw lines between: items, or classes of one item."""
        found = (len(self.items), len(self.classes)) if self.by else (len(self.items), 0)
        return found in {(2, 0), (1, 2)}

    @property
    def own_options(self) -> tuple[str, ...]:
        """The options that are answers of their own, in the scale's order, without those left out."""
        item, left_out = self.items[0], self.filters.base.without
        return tuple(o for o in item.option_ids if o not in item.missing_ids and o not in left_out)


def check_chart(names: Names, content: Content, settings: Mapping[str, Phrase], chosen: str) -> str:
    """Give the kind of chart that is drawn; report one that doesn't fit, which is drawn as bars."""
    chart = settings.get("chart")
    found = _misfit(names, content, chosen)
    if chart and found:
        rule, message, hint = found
        names.report(rule, chart, message, hint)
    elif not content.alike:
        message = "One chart shows items with the same options; these have different ones."
        names.report(problems.UNFIT_CHART, settings["show"], message, "Make a figure of each, or a table.")
    return ChartKind.BARS if found else chosen or ChartKind.BARS


Misfit = tuple[Rule, str, str]


def _misfit(names: Names, content: Content, chosen: str) -> Misfit | None:
    """Say why a kind can't be drawn of this, and what to do; None where it can."""
    if chosen in SUMMED and not content.adds_up:
        message = "Stacked parts must add up to everyone; these answers don't, or differ between the items."
        return problems.UNFIT_CHART, message, "Use bars or grouped."
    if chosen == ChartKind.MULTIPLES and content.by is None and len(content.items) == 1:
        message = "Small multiples have a panel for each class or item; here is one item, not split."
        return problems.UNFIT_CHART, message, "Add by: GROUP, show several items, or use bars."
    if chosen == ChartKind.SLOPE and not content.moments:
        message = "A slope chart runs between two items, or between two classes of one item."
        return chart_problems.NO_MOMENTS, message, "Show two items, or one with by: GROUP and only: A, B."
    if chosen == ChartKind.DOTS and not names.study.plan.tells_errors:
        message = "People came forward by themselves and no model is named, so there are no intervals."
        hint = "Use bars, or name a model and its assumptions under [intervals] in plan.toml."
        return chart_problems.NO_INTERVALS, message, hint
    return None


def read_sides(
    names: Names, content: Content, settings: Mapping[str, Phrase], chart: str
) -> tuple[tuple[str, ...], str]:
    """Give the neutral options and the option at the left end, each empty where none is named."""
    named = {key: settings[key] for key in ("neutral", "left") if key in settings}
    if chart != ChartKind.DIVERGING:
        for key, phrase in named.items():
            hint = f"Add chart: diverging, or leave {key} out."
            names.report(
                chart_problems.UNFIT_SIDES, phrase, f"Only a diverging chart has a {key} option.", hint
            )
        return (), ""
    neutral = _read_neutral(names, content, named["neutral"]) if "neutral" in named else ()
    return neutral, _read_left(names, content, named["left"]) if "left" in named else ""


def _read_neutral(names: Names, content: Content, phrase: Phrase) -> tuple[str, ...]:
    """Read the options that lie across the line: neighbours on the scale, with others at both sides."""
    own = content.own_options
    found = [_own_option(names, content, part) for part in phrase.commas()]
    chosen = {option for option in found if option}
    if not chosen or "" in found:
        return ()
    places = [place for place, option in enumerate(own) if option in chosen]
    if places[-1] - places[0] >= len(places):
        message = f'"{phrase.plain}" aren\'t neighbours on the scale.'
        names.report(chart_problems.UNFIT_SIDES, phrase, message, "Name options that follow one another.")
        return ()
    if places[0] == 0 or places[-1] == len(own) - 1:
        message = f'At one side of "{phrase.plain}" there are no options.'
        names.report(chart_problems.UNFIT_SIDES, phrase, message, "Use chart: stacked.")
        return ()
    return tuple(own[place] for place in places)


def _read_left(names: Names, content: Content, phrase: Phrase) -> str:
    """Read which end of the scale stands left."""
    option = _own_option(names, content, phrase)
    own = content.own_options
    if option and option not in {own[0], own[-1]}:
        message = f"{option} isn't an end of the scale."
        names.report(chart_problems.UNFIT_SIDES, phrase, message, f"Name {own[0]} or {own[-1]}.")
        return ""
    return option


def _own_option(names: Names, content: Content, phrase: Phrase) -> str:
    """Give an option that is an answer of its own and is shown; empty with a problem."""
    option, own = phrase.plain, content.own_options
    if option in own:
        return option
    item = content.items[0]
    if option in item.option_ids:
        message = f"{option} is no answer on the scale that is shown."
        names.report(chart_problems.UNFIT_SIDES, phrase, message, f"There are: {', '.join(own)}.")
    else:
        names.unknown(phrase, f"{item.key} has no option", own)
    return ""
