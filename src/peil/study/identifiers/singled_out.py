"""A description of several people that says of one of them what the others aren't."""

import re

ONE = re.compile(r"\b(?:1|één|eén|de enige|het enige|one|a single|the only|sole)\b(?![.,]\d)", re.IGNORECASE)


def singles_out(text: str) -> bool:
    """Say whether a description counts somebody alone: ``two writers and one composer``.

    What is found is a reason to look again; what isn't found is no proof.
    """
    return ONE.search(text) is not None
