"""Compose the response rates: each with its counts and what is assumed about who wasn't heard of."""

from collections.abc import Iterator

from peil.core.percent import percent_of_share, spell_number
from peil.disclose.release import Release
from peil.disclose.release_response import least_shown
from peil.report.compose.figure import cell
from peil.report.compose.phrases import say, say_date, spell_count
from peil.report.document import Block, Grid, NumberedTable, Paragraph, Run, TableCell

Row = tuple[TableCell, ...]

FULL_NAMES = {"participation": "participation rate", "completion": "completion rate"}
"""Names of rates as a report's text has them to those that they have in fieldwork."""

ASSUMED = {
    "RR1": "all_eligible",
    "RR2": "all_eligible",
    "RR3": "e_eligible",
    "RR4": "e_eligible",
    "RR5": "none_eligible",
    "RR6": "none_eligible",
    "participation rate": "of_visitors",
    "completion rate": "of_begun",
}
WITH_PARTIAL = frozenset({"RR2", "RR4", "RR6"})


def rate_blocks(release: Release, language: str) -> Iterator[Block]:
    """Give what is known of the response: rates of the invited, rates of open links, or why there are none.

    A rate of too few isn't in the release; that some are missing for that is said.
    """
    response = release.facts.response
    if response is None:
        yield _line(say(language, "hidden"))
        return
    going_on = f" {say(language, 'going_on')}" if response.going_on else ""
    date = say_date(response.day, language)
    if response.rates and response.invited is not None:
        yield _line(say(language, "rates_of", invited=response.invited, date=date) + going_on)
        rows = (
            _row(
                f"{one.name} ({say(language, 'with_partial' if one.name in WITH_PARTIAL else 'whole')})",
                (one.value or 0, spell_counts(one.numerator, one.denominator, language)),
                say(language, ASSUMED[one.name], e=spell_share(response.e, language)),
                language,
            )
            for one in response.rates
        )
        yield _table(tuple(rows), language)
    if response.open_rates:
        yield _line(say(language, "open_rates", date=date) + going_on)
        rows = (
            _row(
                say(language, ASSUMED[one.name] + "_rate"),
                (one.value or 0, spell_counts(one.numerator, one.denominator, language)),
                say(language, ASSUMED[one.name]),
                language,
            )
            for one in response.open_rates
        )
        yield _table(tuple(rows), language)
    if response.no_rate:
        yield _line(say(language, f"no_rate_{response.no_rate}"))
    if response.hidden:
        yield _line(say(language, "rates_hidden", minimum=least_shown(release.disclosure)))


def spell_counts(numerator: int | None, denominator: float | None, language: str) -> str:
    """Give ``320 / 1,000``; what an estimate makes no whole number of has one decimal."""
    below = denominator or 0
    spelt = spell_count(int(below), language) if below == int(below) else spell_decimal(below, language)
    return f"{spell_count(numerator or 0, language)} / {spelt}"


def spell_decimal(number: float, language: str) -> str:
    """Give a number with one decimal: ``1.012,4`` in Dutch, ``1,012.4`` in English."""
    whole, tenth = f"{number:.1f}".split(".")
    return f"{spell_count(int(whole), language)}{',' if language == 'nl' else '.'}{tenth}"


def spell_share(share: float, language: str) -> str:
    """Give a share as a percentage with one decimal."""
    return f"{spell_number(percent_of_share(share, 1), language)}%"


def _row(name: str, found: tuple[float, str], assumed: str, language: str) -> Row:
    share, counts = found
    return (
        cell(name, header=True),
        cell(spell_share(share, language), numeric=True),
        cell(counts, numeric=True),
        cell(assumed),
    )


def _table(rows: tuple[Row, ...], language: str) -> NumberedTable:
    head = (
        cell(say(language, "rate"), header=True),
        cell(say(language, "share"), header=True, numeric=True),
        cell(say(language, "counts"), header=True, numeric=True),
        cell(say(language, "assumed"), header=True),
    )
    return NumberedTable(0, "", "", "", "", (), Grid((head,), rows))


def _line(text: str) -> Paragraph:
    return Paragraph((Run(text),))
