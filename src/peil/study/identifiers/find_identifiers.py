"""Find everything in a text that points at one person by itself.

What is found is a reason to look again, and what isn't found is no proof: names, jobs and stories point at
people too, and only a person who reads the words sees that.
"""

from collections.abc import Callable, Iterator

from peil.study.identifiers.bank_account import find_accounts
from peil.study.identifiers.citizen_number import find_citizen_numbers
from peil.study.identifiers.email_address import find_emails
from peil.study.identifiers.identifier import Identifier
from peil.study.identifiers.phone_number import find_phones
from peil.study.identifiers.postcode import find_postcodes
from peil.study.identifiers.street import find_streets
from peil.study.identifiers.web_address import find_web_addresses

RULES: tuple[Callable[[str], Iterator[Identifier]], ...] = (
    find_emails,
    find_accounts,
    find_phones,
    find_citizen_numbers,
    find_streets,
    find_postcodes,
    find_web_addresses,
)
"""In order of precedence: what is found first keeps its place."""


def find_identifiers(text: str) -> tuple[Identifier, ...]:
    """Give what is found, in reading order; of two that overlap the one that an earlier rule found."""
    found: list[Identifier] = []
    for rule in RULES:
        found += [one for one in rule(text) if not any(overlap(one, other) for other in found)]
    return tuple(sorted(found))


def overlap(one: Identifier, other: Identifier) -> bool:
    """Say whether two stand in the same place."""
    return one.start < other.end and other.start < one.end
