"""What is made of codes: coded items, and the derived variables whose conditions read them."""

from collections.abc import Iterable, Mapping

from peil.study.codebook import Codebook
from peil.study.expr.tree import Expr, reads
from peil.study.plan import Derived

MadeOfCodes = Mapping[str, frozenset[str]]
"""Name of an item to the keys of the coded items that it is made of; a coded item is made of itself."""


def made_of_codes(codebook: Codebook, derived: Iterable[Derived]) -> MadeOfCodes:
    """Give all that is made of codes.

    Args:
        codebook: The items and variables.
        derived: The plan's derived variables in written order: each reads only those above it.
    """
    found = {key: frozenset({key}) for key, item in codebook.items.items() if item.coded}
    for one in derived if found else ():
        names = frozenset().union(*(items_read(part.condition.tree, codebook) for part in one.classes))
        if made := frozenset().union(*(found.get(name, frozenset()) for name in names)):
            found[one.id] = made
    return found


def items_read(expr: Expr, codebook: Codebook) -> frozenset[str]:
    """Give the keys of the items that a condition reads; ``role`` for a role."""
    variables = codebook.variables
    return frozenset(variables[name].item if name in variables else name for name in reads(expr))
