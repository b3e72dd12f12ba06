"""``peil pack``: the rows for other programs, restricted or public."""

import argparse
from pathlib import Path

from peil import line, packline
from peil.cli.command import Command, add_data, add_study
from peil.cli.outcome import Outcome, count_problems


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the data, the folder, the language and which version."""
    add_study(parser)
    add_data(parser)
    parser.add_argument(
        "--out", default="out/pack", metavar="DIR", help="folder to write to (default: out/pack)"
    )
    parser.add_argument(
        "--public", action="store_true", help="the version that anyone may have (default: the restricted one)"
    )
    parser.add_argument("--language", metavar="L", help="language of labels (default: the base language)")


def run(chosen: argparse.Namespace) -> Outcome:
    """Write the files."""
    study = line.read_sound_study(chosen.study)
    made = packline.make_pack(
        study,
        chosen.data,
        out=Path(chosen.out),
        language=chosen.language or study.about.language,
        public=chosen.public,
    )
    files = [str(path) for path in made.files]
    told = count_problems(made.problems)
    text = "\n".join([*files, f"Problems: {told}."] if told else files)
    return Outcome(text=text, data={"files": files, "public": chosen.public}, problems=made.problems)


PACK = Command(
    name="pack",
    summary="write the rows for SPSS and other programs, restricted or public",
    description=(
        "Writes the rows that the analysis counts as an SPSS file, as CSV with a description by CSV "
        "on the Web,"
        " and as Triple-S, with a codebook by DDI-Codebook 2.5 and a page that says what is what. The "
        "restricted version holds all answers; only the owner can read its files. With --public each "
        "question "
        "stands in the file only as far as the published tables show it for every group, each combination of "
        "what identifies occurs at least k times, and nothing is in own words; where nothing can be made "
        "public, nothing is written."
    ),
    example="peil pack studies/genai-creative-work --public --out out/pack",
    arguments=arguments,
    run=run,
    nothing={"files": []},
)
