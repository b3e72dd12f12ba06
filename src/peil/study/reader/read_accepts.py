"""The ``[accept]`` table of a settings file: findings that stay, with the reason."""

from collections.abc import Mapping

from peil.study.accept import Accept
from peil.study.reader.typed import Table

MAILS = "mail/"
"""Begins the name of a mail's file, which has a table of its own in ``[accept]``."""


def read_accepts(whole: Table) -> tuple[Accept, ...]:
    """Give what a settings file accepts of what is found in it, in written order.

    Whether there is such a rule is for the checks to say, as under a question. What is no text is no reason.

    Args:
        whole: The file's outermost table.
    """
    return _accepts(whole.table("accept"))


def read_about_accepts(whole: Table) -> tuple[tuple[Accept, ...], Mapping[str, tuple[Accept, ...]]]:
    """Give what study.toml accepts of itself, and of each mail by the mail's file.

    The latter stands in tables of their own: ``[accept."mail/invitation.md"]``.
    """
    table = whole.table("accept")
    mails = [
        name for name, value in table.values.items() if name.startswith(MAILS) and isinstance(value, dict)
    ]
    own = tuple(accept for accept in _accepts(table) if accept.rule not in mails)
    return own, {name: _accepts(table.table(name)) for name in mails}


def _accepts(table: Table) -> tuple[Accept, ...]:
    return tuple(
        Accept(rule, reason.strip() if isinstance(reason, str) else "", table.settings.key(*table.path, rule))
        for rule, reason in table.values.items()
    )
