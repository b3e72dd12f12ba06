"""The reference page of the commands, made from the commands themselves."""

import argparse

from peil.cli.command import Command
from peil.cli.commands import all_commands

HEAD = """\
# Commands

Every command takes `--format json` (default `text`) and ends with status 0 when all is fine, 1 when it found
problems and 2 when the input can't be used. Problems go to standard error, results to standard output; with
`--format json` both stand in one object on standard output. `STUDY` is a folder, by default the one that
you are in.
"""


def commands_page() -> str:
    """Give the page as Markdown."""
    return "\n".join([HEAD, *map(command_section, all_commands())])


def command_section(command: Command) -> str:
    """Give one command's section: what it does, its arguments, a line that works."""
    parser = argparse.ArgumentParser(prog=f"peil {command.name}", add_help=False)
    command.arguments(parser)
    rows = "\n".join(argument_row(action) for action in parser._actions)  # noqa: SLF001 - argparse has no other list
    return f"""\
## `peil {command.name}`

{command.description}

| argument | meaning |
|---|---|
{rows}

    {command.example}
"""


def argument_row(action: argparse.Action) -> str:
    """Give one argument's row."""
    value = f" {action.metavar or action.dest.upper()}" if action.nargs != 0 and action.option_strings else ""
    name = f"{', '.join(action.option_strings)}{value}" if action.option_strings else str(action.metavar)
    return f"| `{name}` | {action.help} |"
