"""One contact detail as it is kept."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Detail:
    """What a respondent filled in to be reached by.

    Args:
        text: What was filled in; of a sealed one an age file in base64, which only a private key opens.
        sealed: Whether it is sealed.
    """

    text: str
    sealed: bool
