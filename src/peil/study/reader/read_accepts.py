"""The ``[accept]`` table of a settings file: findings about that file that stay, with the reason."""

from peil.study.accept import Accept
from peil.study.reader.typed import Table


def read_accepts(whole: Table) -> tuple[Accept, ...]:
    """Give what a settings file accepts, in written order.

    Whether there is such a rule is for the checks to say, as under a question. What is no text is no reason.

    Args:
        whole: The file's outermost table.
    """
    table = whole.table("accept")
    return tuple(
        Accept(rule, reason.strip() if isinstance(reason, str) else "", table.settings.key("accept", rule))
        for rule, reason in table.values.items()
    )
