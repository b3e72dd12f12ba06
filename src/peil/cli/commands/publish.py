"""``peil publish``: the public site."""

import argparse
from pathlib import Path

from peil import line, publishline
from peil.cli.command import Command, add_data, add_store, add_study
from peil.cli.outcome import Outcome, count_problems, plural
from peil.cli.usage import BAD_USAGE
from peil.core.problem import Unusable
from peil.core.span import Span

CHANGED = frozenset({"R001", "R002", "R005", "R029"})
"""Codes of bound words that the data no longer give, for which new words can be written."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the data, the folder and the site's address."""
    add_study(parser)
    add_data(parser)
    parser.add_argument("--out", required=True, metavar="DIR", help="folder of the site, and of nothing else")
    parser.add_argument(
        "--url", default="", metavar="URL", help="the site's address, for search engines and shared links"
    )
    parser.add_argument(
        "--interim",
        action="store_true",
        help="while the survey runs: what [interim] in plan.toml lists, of the store or of --data",
    )
    add_store(parser)


def run(chosen: argparse.Namespace) -> Outcome:
    """Publish."""
    refuse_misfits(chosen)
    study = line.read_sound_study(chosen.study)
    out = Path(chosen.out)
    if chosen.interim:
        done = publishline.publish_interim(study, chosen.data, store=chosen.store, out=out, url=chosen.url)
    else:
        done = publishline.publish_site(study, chosen.data, out=out, url=chosen.url)
    files = [str(out / path) for path in done.files]
    data = {"files": files, "release": done.release}
    return Outcome(text="\n".join(told(done, out)), data=data, problems=done.problems)


def told(done: publishline.Published, out: Path) -> list[str]:
    """Say what was published, or why nothing was."""
    lines = [done.told] if done.told else []
    if done.files:
        pages = sum(path.endswith(".html") and "/downloads/" not in f"/{path}" for path in done.files)
        number = f", release {done.release}" if done.release else ""
        was = "written to" if done.changed else "already in"
        lines.append(f"{pages} {plural(pages, 'page')} {was} {out}{number}.")
    if problems := count_problems(done.problems):
        lines.append(f"Problems: {problems}.")
    if not done.files and not done.told:
        lines.append("Nothing was published.")
        if CHANGED & {problem.code for problem in done.problems}:
            lines.append("peil report --fix writes the values that changed into all texts.")
    return lines


def refuse_misfits(chosen: argparse.Namespace) -> None:
    """Refuse a store beside a data file, and one that isn't read.

    Raises:
        Unusable: Options were named that don't go together.
    """
    if chosen.store and not chosen.interim:
        message, hint = "--store names what --interim reads.", "Add --interim, or leave --store out."
    elif chosen.store and chosen.data:
        message, hint = "--store and --data both name what is read.", "Leave one of them out."
    else:
        return
    raise Unusable([BAD_USAGE.problem(Span("command line"), message, hint=hint)])


PUBLISH = Command(
    name="publish",
    summary="publish the results as a static site",
    description=(
        "Writes the study's public site: the pages of site/ with every number computed, a page for each "
        "question with charts by group, the report's files to download, in every language that site/ is "
        "written in. All of it passes the disclosure gate at once and is written down in releases/. A text "
        "that says something untrue, or a plan whose profile is draft, publishes nothing. The site replaces "
        "the one in the folder as a whole; a folder that holds anything else is refused. With --interim it "
        "holds what [interim] in plan.toml lists, refreshed by whole batches; run again when too few came "
        "since, it does nothing."
    ),
    example="peil publish studies/genai-creative-work --out out/site",
    arguments=arguments,
    run=run,
    nothing={"files": [], "release": None},
)
