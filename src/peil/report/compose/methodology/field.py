"""Fieldwork: when, how many came how far, and the response."""

from collections.abc import Iterator

from peil.report.compose.annex import left_out, reached_sections
from peil.report.compose.figure import cell
from peil.report.compose.methodology.section import Answer, Section, table, told
from peil.report.compose.methodology.source import Source
from peil.report.compose.phrases import say, spell_count
from peil.report.compose.rates import FULL_NAMES, rate_blocks
from peil.report.document import Block, NumberedTable
from peil.study.fielding import Access

OF_OPEN_LINKS = frozenset({"visitors", "view_rate", *FULL_NAMES})
"""What there is where people can come without an invitation."""

STEP_WIDTHS = (3.0, 1.0)


def tell_fieldwork(source: Source) -> Section:
    """Tell when people answered and what became of those who were asked, step by step.

    What a study can't have, such as visitors of a start page that opens to the invited alone, isn't missing.
    """
    without = impossible(source)
    response = source.release.facts.response
    found = {
        "invited": invited(source) is not None,
        "visitors": visitors(source) is not None,
        **{name: has_rate(source, name) for name in FULL_NAMES},
        "rates": response is not None,
    }
    answers: tuple[Answer, ...] = (Answer("dates", dates(source)),)
    if "view_rate" not in without:
        answers += (Answer("view_rate", source.method("view_rate")),)
    return Section(
        "fieldwork",
        answers,
        (step_table(source, without), *rates_told(source)),
        beside=("sizes", *sorted(without), *(name for name, known in found.items() if known)),
        unknown=tuple(name for name, known in found.items() if not (known or name in without)),
    )


def impossible(source: Source) -> frozenset[str]:
    """Give the subjects that the study can't have, by who could take part."""
    fielding = source.study.fielding
    if "access" not in fielding.spans:
        return frozenset()
    return {Access.INVITED: OF_OPEN_LINKS, Access.OPEN: frozenset({"invited"})}.get(
        fielding.access, frozenset()
    )


def dates(source: Source) -> str:
    """Give the days on which answers were given: those of fieldwork itself, or else those of study.toml."""
    about, response = source.study.about, source.release.facts.response
    opened, closed = about.opens, about.closes
    if response and response.report.opened:
        opened = response.report.opened
        closed = response.report.closed
        if closed is None:
            day = source.day(response.day)
            return source.say("dates_from", opens=source.day(opened), day=day)
    if opened and closed:
        return source.say("dates_told", opens=source.day(opened), closes=source.day(closed))
    return ""


def invited(source: Source) -> int | None:
    """Give how many were invited, where that is known and may be shown."""
    response = source.release.facts.response
    if response is None:
        return None
    return response.invited if response.invited is not None else response.report.approached


def visitors(source: Source) -> int | None:
    """Give how many visited the start page, where that was counted and may be shown."""
    response = source.release.facts.response
    rates = response.open_rates if response else ()
    found = (one.denominator for one in rates if one.name == FULL_NAMES["participation"])
    count = next(found, None)
    return None if count is None else int(count)


def has_rate(source: Source, name: str) -> bool:
    """Say whether a rate of open links is known and may be shown."""
    response = source.release.facts.response
    return response is not None and any(one.name == FULL_NAMES[name] for one in response.open_rates)


def step_table(source: Source, without: frozenset[str]) -> NumberedTable:
    """Give how many came how far, from those invited to those who came to the end."""
    facts, language = source.release.facts, source.language
    first = {"invited": invited(source), "visitors": visitors(source)}
    lines: list[tuple[str, int | None]] = [
        *((source.say(f"step_{name}"), count) for name, count in first.items() if name not in without),
        (source.say("step_rows"), facts.rows),
        *left_out(source.release, language),
        (source.say("step_analysed"), facts.analysed),
        *reached_sections(source.release, source.labels),
        (source.say("step_complete"), facts.complete),
    ]
    body = tuple(
        (
            cell(name, header=True),
            cell(source.say("unstated") if count is None else spell_count(count, language), numeric=True),
        )
        for name, count in lines
    )
    head = (cell(source.say("step"), header=True), cell(source.say("number"), header=True, numeric=True))
    return table((head,), body, STEP_WIDTHS)


def rates_told(source: Source) -> Iterator[Block]:
    """Give the response rates, or say that nothing was counted; and what there can't be."""
    for name in ("visitors", "invited"):
        if name in impossible(source):
            yield told(source.say(f"no_{name}"))
    if source.release.facts.response is None:
        yield told(source.say("no_rates"))
    else:
        yield from rate_blocks(source.release, source.language)
    if source.release.facts.synthetic:
        yield told(say(source.language, "synthetic"))
