"""``peil qda``: coded answers and talks to and from qualitative tools."""

import argparse
from pathlib import Path

from peil import line
from peil.cli.command import Command, add_data, add_study
from peil.cli.outcome import Outcome
from peil.cli.usage import BAD_USAGE
from peil.core.problem import Problem, Unusable
from peil.core.span import Span


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what is written or read, and whose codings."""
    add_study(parser)
    add_data(parser)
    parser.add_argument("--out", metavar="FILE.qdpx", help="the project to write")
    parser.add_argument("--codebook", metavar="FILE.qdc", help="the codebook to write, of codes alone")
    parser.add_argument("--read", metavar="FILE", help="a project (.qdpx) or codebook (.qdc) to read")
    parser.add_argument(
        "--question",
        nargs="+",
        default=[],
        metavar="Q",
        help="answers in own words to these alone, such as remarks or reasons.other.text",
    )
    parser.add_argument(
        "--talks", action="store_true", help="the talks, alone or beside what --question names"
    )
    parser.add_argument(
        "--coder",
        nargs="+",
        default=[],
        metavar="NAME",
        help="whose codings are written (default: everybody's), or whose they become when read",
    )
    parser.add_argument("--user", default="", metavar="NAME", help="with --read: whose in the file they are")
    parser.add_argument(
        "--replace", action="store_true", help="with --read: the file stands above the coder's own codings"
    )
    parser.add_argument(
        "--with-identifiers", action="store_true", help="write words that point at one person too"
    )


def run(chosen: argparse.Namespace) -> Outcome:
    """Write or read."""
    from peil.cli import exchange_files  # noqa: PLC0415 - codings and data load when a file is made or read

    refuse_misfits(chosen)
    study = line.read_sound_study(chosen.study)
    if chosen.read:
        return exchange_files.taken_into(study, chosen, exchange_files.read_exchange(Path(chosen.read)))
    told, files, problems = list[str](), list[str](), tuple[Problem, ...]()
    if chosen.out:
        made = exchange_files.project_file(study, chosen, Path(chosen.out))
        told, problems = [made.text], made.problems
        files.append(chosen.out)
    if chosen.codebook:
        told.append(exchange_files.codebook_file(study, chosen, Path(chosen.codebook)))
        files.append(chosen.codebook)
    return Outcome(
        text="\n".join(told), data={"files": files, "codings": {}, "told": told}, problems=problems
    )


def refuse_misfits(chosen: argparse.Namespace) -> None:
    """Refuse options that don't go together.

    Raises:
        Unusable: Nothing is to be done, or it would mean nothing.
    """
    reads = bool(chosen.read)
    if reads == bool(chosen.out or chosen.codebook):
        message, hint = "There is nothing to do, or too much.", "Name --out or --codebook, or else --read."
    elif reads and len(chosen.coder) != 1:
        message, hint = "--read takes over the codings of one coder.", "Name one with --coder."
    elif reads and (chosen.talks or chosen.with_identifiers):
        message, hint = "--talks and --with-identifiers say what is written.", "Leave them out of --read."
    elif not reads and (chosen.user or chosen.replace):
        message, hint = "--user and --replace say how a file is read.", "Leave them out, or add --read."
    else:
        return
    raise Unusable([BAD_USAGE.problem(Span("command line"), message, hint=hint)])


QDA = Command(
    name="qda",
    summary="write and read projects of qualitative tools (REFI-QDA)",
    description=(
        "Writes answers in own words, their coding frames and codings, and the notes of talks as a project "
        "(.qdpx) or codebook (.qdc) that ATLAS.ti, MAXQDA, NVivo, QualCoder and others read, and takes over "
        "what was coded there. The file holds respondents' words: it is for who may read the data, and "
        "nothing of it passed the disclosure gate. Words that point at one person by themselves are left out "
        "and told, and so is a talk without consent on record. Read, the codings become those of one coder; "
        "answers whose words were changed, codes that the frame lacks and codings that say something else "
        "than this coder did before are told, and never written over unless --replace says so."
    ),
    example="peil qda my-survey --out out/project.qdpx",
    arguments=arguments,
    run=run,
    nothing={"files": [], "codings": {}, "told": []},
)
