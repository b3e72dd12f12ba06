"""``peil estimate``: weighted shares and bases of any data file."""

import argparse
from pathlib import Path

from peil import fileline
from peil.cli.command import Command
from peil.cli.estimate_text import estimate_text
from peil.cli.outcome import Outcome
from peil.cli.progress_bar import ProgressBar
from peil.cli.usage import BAD_USAGE
from peil.core.problem import Unusable
from peil.core.span import Span
from peil.estimation.design import Lonely
from peil.tabulate.sample_columns import SampleColumns


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the file, its columns, and how its rows were drawn."""
    parser.add_argument(
        "data", metavar="DATA", help="a CSV file with a header, a Parquet file or an SPSS file"
    )
    parser.add_argument(
        "--rows", nargs="+", action="extend", required=True, metavar="V", help="columns to tabulate"
    )
    parser.add_argument(
        "--by",
        nargs="+",
        action="extend",
        default=[],
        metavar="V",
        help="columns to split by, each its own banner; given again, they add up",
    )
    parser.add_argument("--weights", metavar="V", help="column of weights")
    parser.add_argument("--strata", metavar="V", help="column that says each row's stratum")
    parser.add_argument(
        "--psu",
        metavar="V[,V2]",
        help="column of the units drawn first, and of those drawn in them",
    )
    parser.add_argument(
        "--fpc",
        metavar="V[,V2]",
        help="column with how many units of each stage there are, or the share that was drawn of them",
    )
    parser.add_argument(
        "--lonely",
        choices=[each.value for each in Lonely],
        default=Lonely.FAIL.value,
        help="what a stratum with a single unit adds to variances (default: it is a problem)",
    )
    _add_replicates(parser)


def _add_replicates(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--replicates",
        metavar="FILE",
        help="replicate weights: a column each, a row for each row; errors then come from these alone",
    )
    parser.add_argument("--scale", type=float, metavar="X", help="factor of the replicates' variance")
    parser.add_argument("--rscales", metavar="FILE", help="a factor for each replicate (default: 1)")
    parser.add_argument(
        "--mse", action="store_true", help="compare replicates with the whole sample, not with their mean"
    )


def run(chosen: argparse.Namespace) -> Outcome:
    """Estimate."""
    _refuse_idle(chosen)
    bar = ProgressBar()
    try:
        tables = fileline.estimate_tables(
            Path(chosen.data), chosen.rows, chosen.by, _sample(chosen), progress=bar.show
        )
    finally:
        bar.end()
    return Outcome(text=estimate_text(tables), data={"tables": tables})


def _refuse_idle(chosen: argparse.Namespace) -> None:
    """Refuse what is said of replicates where there are none: the errors would be others than was meant.

    Raises:
        Unusable: Such an option was given.
    """
    given = {"--scale": chosen.scale is not None, "--rscales": bool(chosen.rscales), "--mse": chosen.mse}
    idle = [option for option, is_given in given.items() if is_given]
    if not idle or chosen.replicates:
        return
    message = (
        f"Nothing gives the replicates that {' and '.join(idle)} {'is' if len(idle) == 1 else 'are'} for."
    )
    hint = "Name the file of replicate weights with --replicates, or leave this out."
    raise Unusable([BAD_USAGE.problem(Span("command line"), message, hint=hint)])


def _sample(chosen: argparse.Namespace) -> SampleColumns:
    return SampleColumns(
        weights=chosen.weights,
        strata=chosen.strata,
        psu=_names(chosen.psu),
        fpc=_names(chosen.fpc),
        lonely=Lonely(chosen.lonely),
        replicates=Path(chosen.replicates) if chosen.replicates else None,
        scale=chosen.scale,
        rscales=Path(chosen.rscales) if chosen.rscales else None,
        mse=chosen.mse,
    )


def _names(listed: str | None) -> tuple[str, ...]:
    """Give the stages' columns; an empty place keeps the later ones from moving up to a stage before."""
    return () if listed is None else tuple(name.strip() for name in listed.split(","))


ESTIMATE = Command(
    name="estimate",
    summary="weighted shares, their errors and tests, of any CSV, Parquet or SPSS file",
    description=(
        "Tabulates columns of any CSV, Parquet or SPSS file: per option its count, weighted share, standard "
        "error, 95 % logit interval and design effect; per banner whether its groups differ (Rao-Scott F). "
        "Standard errors are Taylor linearised for the strata, units and populations that are named, or come "
        "from replicate weights. The base of a column is the rows in which it is neither empty nor NA. Every "
        "option that occurs in the file is listed in every group, zeros included."
    ),
    example="peil estimate responses.csv --rows q0001 --by age3 kids --weights weight",
    arguments=arguments,
    run=run,
    nothing={"tables": []},
)
