"""The sample beside populations, for the terminal."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from peil.cli.tables_text import HIDDEN, option_text
from peil.core.percent import percent_of_share, round_half_up
from peil.study.short_title import short_title
from peil.study.study import Study

Json = Mapping[str, Any]
STANDINGS = {
    "within": "within",
    "outside": "outside",
    "open": "rounding leaves it open",
    "unavailable": "",
    "small": "too small",
    "hidden": "",
}
AUDIENCE = "For the researcher: none of this has passed the disclosure gate."
NO_POPULATIONS = "The study has no populations: write compare/population/ID.toml, one file each."


def populations_text(study: Study, told: Mapping[str, Any], *, synthetic: bool) -> str:
    """Give the classes beside each population, then the numbers under each set of weights."""
    if not told["populations"]:
        return NO_POPULATIONS
    note = "Synthetic data: these rows were made, not given by people."
    blocks = [AUDIENCE, *([note] if synthetic else [])]
    blocks += ["\n".join(population_lines(study, one)) for one in told["populations"]]
    if told["headlines"]:
        blocks.append("\n".join(headline_lines(study, told)))
    blocks.append("\n".join(weight_lines(told)))
    return "\n\n".join(blocks)


def population_lines(study: Study, told: Json) -> Iterator[str]:
    """Give a population: its classes in a grid, and what stands between it and the sample."""
    yield f"{told['id']}: {told['title']} ({told['source']})"
    heads = [told["group"], "n", "sample", "population", "points", f"bound of {told['points']}"]
    rows = [
        [
            option_text(study, told["group"], one["class"]),
            str(one["n"]),
            percent_text(one["share"]),
            known_text(one["population"]),
            points_text(one["difference"]),
            STANDINGS[one["standing"]],
        ]
        for one in told["classes"]
    ]
    yield from grid([heads, *rows])
    if told["unit"] != told["study_unit"]:
        yield f"The source counts {told['unit']}; this study counts {told['study_unit']}."
    if told["unmatched"]:
        yield f"Without a class in the source: {', '.join(told['unmatched'])}."
    if told["source_only"]:
        names = (f"{one['class']} ({known_text(one['share'])})" for one in told["source_only"])
        yield f"Classes of the source without a class here: {', '.join(names)}."
    yield f"Too small to compare: classes of fewer than {told['minimum']} respondents."


def known_text(share: float | None) -> str:
    """Give a source's share with a decimal where it has one, or that it is not available."""
    return "not available" if share is None else percent_text(share, 1).replace(".0%", "%")


def headline_lines(study: Study, told: Json) -> Iterator[str]:
    """Give each number unweighted and under each set of weights."""
    weights = told["headlines"][0]["weighted"]
    heads = ["number", "unweighted", *(" + ".join(one["to"]) for one in weights)]
    rows = [
        [
            headline_text(study, one["item"], one["options"]),
            percent_text(one["share"]),
            *(percent_text(each["share"]) for each in one["weighted"]),
        ]
        for one in told["headlines"]
    ]
    yield from grid([heads, *rows])


def headline_text(study: Study, item: str, options: Sequence[str]) -> str:
    """Name a number."""
    title = short_title(study, item, study.about.language)
    between = " " if title.endswith("?") else ": "
    return f"{title}{between}{' + '.join(option_text(study, item, option) for option in options)}"


def weight_lines(told: Json) -> Iterator[str]:
    """Say what each set of weights costs, or why there is none."""
    weighings = [*(one["weights"] for one in told["populations"]), *filter(None, [told["raked"]])]
    for one in weighings:
        name = " + ".join(one["to"])
        how = "raked to" if len(one["to"]) > 1 else "post-stratified to"
        if one["why"]:
            yield f"Not {how} {name}: {one['why']}."
            continue
        effective, deff = (round_half_up(Decimal(repr(one[key])), 2) for key in ("effective", "deff"))
        yield f"{how.capitalize()} {name}: effective sample size {effective}, design effect {deff} (Kish)."


def percent_text(share: float | None, decimals: int = 0) -> str:
    """Give a share in percents, or a dash."""
    return HIDDEN if share is None else f"{percent_of_share(share, decimals)}%"


def points_text(difference: float | None) -> str:
    """Give a difference in points with its sign, or a dash."""
    if difference is None:
        return HIDDEN
    points = round_half_up(Decimal(repr(round(100 * difference, 9))))
    return f"{points:+f}" if points else "0"


def grid(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Give rows as lines, the first column to the left and the others to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for first, *others in rows:
        yield "  ".join([first.ljust(widths[0]), *map(str.rjust, others, widths[1:])]).rstrip()
