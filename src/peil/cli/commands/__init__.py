"""The commands, in the order in which a study goes through them."""

from importlib import import_module

from peil.cli.command import Command

NAMES = (
    "new",
    "check",
    "show",
    "diff",
    "simulate",
    "serve",
    "phase",
    "invite",
    "remind",
    "status",
    "export",
    "import",
    "contacts",
    "retire",
    "privacy",
    "code",
    "qda",
    "talks",
    "tables",
    "compare",
    "report",
    "pack",
    "publish",
    "audit",
    "estimate",
)
"""Each command has a module of its name here, which is loaded when the command is used."""


def load_command(name: str) -> Command:
    """Give the command of a name.

    Raises:
        KeyError: There is none.
    """
    if name not in NAMES:
        raise KeyError(name)
    module = import_module(f"{__name__}.{'import_' if name == 'import' else name}")
    command: Command = getattr(module, name.upper())
    return command


def all_commands() -> tuple[Command, ...]:
    """Give every command."""
    return tuple(load_command(name) for name in NAMES)
