"""Read what stands in ``{= …}``: the kind of value and its selection."""

import re
from collections.abc import Callable
from dataclasses import replace

from peil.report import problems as rules
from peil.report.template.binding import (
    Average,
    BaseSize,
    Chance,
    Comparison,
    Count,
    Difference,
    Fact,
    Interval,
    Margin,
    MeanShare,
    Mode,
    Rank,
    Ratio,
    Share,
    Trend,
    Value,
)
from peil.report.template.names import Names
from peil.report.template.phrase import Phrase
from peil.report.template.read_answer import read_answer, read_head, read_pair, read_single
from peil.report.template.read_claim import read_claim
from peil.report.template.read_list import SAYS, read_deviating, read_top, read_written
from peil.report.template.read_other import OTHER, read_compared, read_elsewhere
from peil.report.template.read_population_binding import (
    read_population_claim,
    read_population_gap,
    read_population_share,
)
from peil.report.template.read_proviso import names_class
from peil.report.template.read_selection import read_filters, select, select_number
from peil.report.template.read_wave import read_wave, read_wave_trend

RATES = ("RR1", "RR2", "RR3", "RR4", "RR5", "RR6", "participation", "completion")
FACTS = ("rows", "analysed", "complete", "excluded", "turned_away", "invited", *RATES)


def read_value(names: Names, phrase: Phrase) -> Value | None:
    """Read a binding's value; None when it can't be read, with a problem that says why."""
    found = KEYWORD.fullmatch(phrase.text)
    if found is None:
        selection = read_answer(names, phrase)
        return Share(selection) if selection else None
    return READERS[found.group(1)](names, phrase.group(found, 2))


def read_count(names: Names, phrase: Phrase) -> Value | None:
    """Read ``count usage: often | …``."""
    selection = read_answer(names, phrase)
    return Count(selection) if selection else None


def read_base(names: Names, phrase: Phrase) -> Value | None:
    """Read ``base usage | …``."""
    item, rest = phrase.cut(r"\|")
    selection = select(names, item, None, read_filters(names, rest))
    return BaseSize(selection) if selection else None


def read_mode(names: Names, phrase: Phrase) -> Value | None:
    """Read ``mode usage | …`` and ``mode usage is often, never | …``."""
    head, rest = phrase.cut(r"\|")
    item, stated = head.cut(SAYS)
    selection = select(names, item, None, read_filters(names, rest))
    if selection is None:
        return None
    known = names.study.codebook.items[selection.item]
    ids = [names.option(known, part) for part in stated.commas()] if stated else []
    return None if None in ids else Mode(selection, tuple(option for option in ids if option))


def read_rank(names: Names, phrase: Phrase) -> Value | None:
    """Read ``rank reasons: quality | …`` and ``rank reasons: quality is 2 | …``."""
    head, rest = phrase.cut(r"\|")
    head, stated = head.cut(SAYS)
    if stated and not stated.text.isdecimal():
        names.report(rules.BAD_BINDING, stated, f'"{stated.plain}" is no rank.', "Write is 2, say.")
        return None
    selection = read_head(names, head, read_filters(names, rest))
    if selection is None:
        return None
    if len(selection.options) > 1:
        names.report(rules.BAD_BINDING, head, "A rank is of one option.", "Name one of them.")
        return None
    return Rank(selection, int(stated.text) if stated else None)


def read_comparison(names: Names, phrase: Phrase) -> Value | None:
    """Read ``compare SELECTION`` (with the total) and ``compare SELECTION vs OTHER``.

    OTHER may be a figure of another study: ``other STUDY.QUESTION: OPTION``.
    """
    one, second = phrase.cut(r"\s+vs\s+")
    if second and OTHER.fullmatch(second.text):
        return read_compared(names, one, second)
    pair = read_pair(names, phrase, "vs")
    return Comparison(*pair) if pair else None


def read_difference(names: Names, phrase: Phrase) -> Value | None:
    """Read ``difference SELECTION vs OTHER``, and ``difference population ID: CLASS``."""
    if found := OF_POPULATION.fullmatch(phrase.text):
        return read_population_gap(names, phrase.group(found, 1))
    second = phrase.cut(r"\s+vs\s+")[1]
    if second and OTHER.fullmatch(second.text):
        message = "A sentence gives no difference from another study's figure."
        hint = "Write compare for difference, which binds the word; ::: comparison prints the points."
        names.report(rules.BAD_BINDING, second, message, hint)
        return None
    pair = read_pair(names, phrase, "vs")
    return Difference(*pair) if pair else None


def read_ratio(names: Names, phrase: Phrase) -> Value | None:
    """Read ``ratio SELECTION vs OTHER``."""
    pair = read_pair(names, phrase, "vs")
    return Ratio(*pair) if pair else None


def read_trend(names: Names, phrase: Phrase) -> Value | None:
    """Read ``trend THEN to NOW``, and a trend over waves: ``trend usage: often``."""
    if phrase.cut(r"\s+to\s+")[1] is None and names.study.waves.trends:
        return read_wave_trend(names, phrase)
    if phrase.cut(r"\s+to\s+")[1] is None:
        names.report(
            rules.BAD_BINDING, phrase, "The trend names no second moment.", "Write trend THEN to NOW."
        )
        return None
    pair = read_pair(names, phrase, "to")
    return Trend(*pair) if pair else None


def read_margin(names: Names, phrase: Phrase) -> Value | None:
    """Read ``margin usage: often | …``."""
    found = read_single(names, phrase, "A margin")
    return Margin(found) if found else None


def read_interval(names: Names, phrase: Phrase) -> Value | None:
    """Read ``interval usage: often | …``."""
    found = read_single(names, phrase, "An interval")
    return Interval(found) if found else None


def read_chance(names: Names, phrase: Phrase) -> Value | None:
    """Read ``p usage: often | employment: employer``."""
    found = read_single(names, phrase, "A test")
    return Chance(found) if found and names_class(names, phrase, found) else None


def read_mean(names: Names, phrase: Phrase) -> Value | None:
    """Read ``mean switch.* except switch.other1: never | …``."""
    head, rest = phrase.cut(r"\|")
    listed, option = head.cut(r":")
    if option is None:
        return read_average(names, head, rest)
    wanted, dropped = listed.cut(r"\s+except\s+")
    left_out = {key for part in (dropped.commas() if dropped else ()) for key in names.items(part)}
    keys = [key for part in wanted.commas() for key in names.items(part) if key not in left_out]
    filters = read_filters(names, rest)
    found = [select(names, replace(wanted, text=key), option, filters) for key in dict.fromkeys(keys)]
    selections = tuple(selection for selection in found if selection)
    return MeanShare(selections) if found and len(selections) == len(found) else None


def read_average(names: Names, head: Phrase, rest: Phrase | None) -> Value | None:
    """Read ``mean mark | …``, of a number or a scale."""
    selection = select_number(names, head, read_filters(names, rest))
    return Average(selection) if selection else None


def read_fact(names: Names, phrase: Phrase) -> Value | None:
    """Read ``fact rows`` and ``fact reached.usage``."""
    if phrase.plain in FACTS:
        return Fact(phrase.plain)
    name, question = phrase.cut(r"\.")
    asked = {step.question for step in names.study.route.steps}
    if name.plain == "reached" and question and question.plain in asked:
        return Fact("reached", question.plain)
    if name.plain == "reached" and question:
        names.unknown(question, "There is no question", sorted(asked))
    else:
        names.unknown(phrase, "There is no fact", (*FACTS, "reached.QUESTION"))
    return None


def read_bound(names: Names, phrase: Phrase) -> Value | None:
    """Read a claim: of selections, or of a class beside a population."""
    if found := OF_POPULATION.fullmatch(phrase.text):
        return read_population_claim(names, phrase.group(found, 1))
    return read_claim(names, phrase)


OF_POPULATION = re.compile(r"population\s+(?!:)(.+)", re.DOTALL)
READERS: dict[str, Callable[[Names, Phrase], Value | None]] = {
    "count": read_count,
    "base": read_base,
    "mode": read_mode,
    "rank": read_rank,
    "compare": read_comparison,
    "difference": read_difference,
    "ratio": read_ratio,
    "trend": read_trend,
    "wave": read_wave,
    "claim": read_bound,
    "population": read_population_share,
    "margin": read_margin,
    "interval": read_interval,
    "p": read_chance,
    "mean": read_mean,
    "deviating": read_deviating,
    "top": read_top,
    "list": read_written,
    "fact": read_fact,
    "other": read_elsewhere,
}
KEYWORD = re.compile(rf"({'|'.join(READERS)})\s+(?!:)(.+)", re.DOTALL)
