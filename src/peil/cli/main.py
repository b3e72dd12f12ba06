"""The one door in and out of the command line."""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence

from peil import __version__
from peil.cli.command import Command
from peil.cli.commands import NAMES, all_commands, load_command
from peil.cli.outcome import Outcome, plural, problem_json
from peil.cli.path_problem import path_problem
from peil.cli.usage import UsageParser, wants_json
from peil.core.problem import Problem, Unusable

UNUSABLE = 2


def make_parser(commands: Iterable[Command]) -> UsageParser:
    """Make the parser of these commands."""
    parser = UsageParser(
        prog="peil",
        description="From a survey's folder of text to its report.",
        epilog="peil COMMAND --help says more about one command.",
    )
    parser.add_argument("--version", action="version", version=f"peil {__version__}")
    added = parser.add_subparsers(title="commands", dest="command", required=True, metavar="COMMAND")
    for command in commands:
        add_command(
            added.add_parser(command.name, help=command.summary, description=command.description), command
        )
    return parser


def add_command(parser: argparse.ArgumentParser, command: Command) -> None:
    """Add one command's arguments, and the one that all share."""
    command.arguments(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how results are printed")
    parser.epilog = f"Example: {command.example}"
    parser.set_defaults(do=command.run)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and print what it came to.

    Returns:
        Exit status: 0 fine, 1 problems found, 2 unusable input.
    """
    given = sys.argv[1:] if arguments is None else arguments
    as_json = wants_json(given)
    try:
        chosen = make_parser(_meant(given)).parse_args(given)
        outcome: Outcome = chosen.do(chosen)
    except Unusable as unusable:
        print_outcome(Outcome(data=nothing_of(given), problems=unusable.problems), as_json=as_json)
        return UNUSABLE
    except OSError as error:
        if error.filename is None:
            raise
        print_outcome(Outcome(data=nothing_of(given), problems=(path_problem(error),)), as_json=as_json)
        return UNUSABLE
    print_outcome(outcome, as_json=as_json)
    if outcome.then:
        sys.stdout.flush()  # a program that waits for what was printed reads it now
        outcome.then()
    return outcome.status


def nothing_of(arguments: Sequence[str]) -> Mapping[str, object]:
    """Give what the named command's JSON holds when nothing could be done."""
    return load_command(arguments[0]).nothing if _names_one(arguments) else {}


def _meant(arguments: Sequence[str]) -> Iterable[Command]:
    """Give the command that is named, or all where none is: nobody waits for what another one needs."""
    if arguments[:1] == ["--version"]:
        return ()
    return [load_command(arguments[0])] if _names_one(arguments) else all_commands()


def _names_one(arguments: Sequence[str]) -> bool:
    return bool(arguments) and arguments[0] in NAMES


def print_outcome(outcome: Outcome, *, as_json: bool) -> None:
    """Print JSON on standard output, or text there and the problems on standard error."""
    if as_json:
        problems = [problem_json(problem) for problem in outcome.problems]
        print(json.dumps({**outcome.data, "problems": problems}, ensure_ascii=False))  # noqa: T201 - the terminal
        return
    told = [problem for problem in outcome.problems if not problem.follows] or outcome.problems
    for problem in told:
        print(problem_line(problem), file=sys.stderr)  # noqa: T201 - the terminal
    if number := len(outcome.problems) - len(told):
        more = (
            f"{number} more {plural(number, 'problem')} {'follows' if number == 1 else 'follow'} from these."
        )
        print(f"{more} --format json tells them.", file=sys.stderr)  # noqa: T201 - the terminal
    if outcome.text:
        print(outcome.text)  # noqa: T201 - the terminal


def problem_line(problem: Problem) -> str:
    """Give a problem as the terminal shows it; anything but an error says how bad it is."""
    mild = "" if problem.severity == "error" else f"({problem.severity.value}) "
    tail = f" {problem.hint}" if problem.hint else ""
    walk = "".join(f"\n    {question}: {answer}" for question, answer in problem.witness)
    return f"{problem.span}  {problem.code}  {mild}{problem.message}{tail}{walk}"


def run() -> None:
    """Run as a program; a closed pipe (``peil … | head``) is no error."""
    try:
        sys.exit(main())
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
