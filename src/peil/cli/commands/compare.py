"""``peil compare``: the sample beside populations, and what weights to these would do."""

import argparse

from peil import line
from peil.cli.command import Command, add_data, add_study
from peil.cli.outcome import Outcome
from peil.cli.populations_text import populations_text


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the data and the populations."""
    add_study(parser)
    add_data(parser)
    parser.add_argument(
        "--population", metavar="ID", help="only this population (default: all in compare/population)"
    )


def run(chosen: argparse.Namespace) -> Outcome:
    """Set the rows beside populations."""
    study = line.read_sound_study(chosen.study)
    told, problems = line.compare_populations(study, chosen.data, chosen.population)
    text = populations_text(study, told, synthetic=bool(told["synthetic"]))
    return Outcome(text=text, data=told, problems=problems)


COMPARE = Command(
    name="compare",
    summary="the sample beside populations, and what weights to these would do",
    description=(
        "Sets the classes of a group beside each population of compare/population: shares of both, the "
        "difference in points, on which side of the bound. Then the headline numbers that the populations' "
        "files name: unweighted, post-stratified to each population, and raked to all that are complete. "
        "Where a share isn't available there are no weights, and it says why. It is a researcher's tool: its "
        "output passes no disclosure gate. A report prints what released figures give, with ::: population."
    ),
    example="peil compare studies/genai-creative-work",
    arguments=arguments,
    run=run,
    nothing={"populations": [], "headlines": [], "raked": None, "synthetic": False},
)
