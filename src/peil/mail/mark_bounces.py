"""Marks who in the sample has an address that mail came back from."""

from collections.abc import Collection, Sequence

from pyrage import x25519

from peil.store.sample.sample import Sample


def mark_bounces(sample: Sample, addresses: Collection[str], identities: Sequence[x25519.Identity]) -> int:
    """Mark them as bounced, and give how many of the addresses are somebody's in the sample.

    Args:
        sample: The sample.
        addresses: The addresses, in lower case.
        identities: Private keys, for a sealed sample.

    Raises:
        Unusable: Addresses are sealed, and no key opens them.
    """
    found = [one for one in sample.readable_persons(identities) if one.address.lower() in addresses]
    for person in found:
        sample.bounce(person.id)
    return len(found)
