"""One entry of an interview's log."""

from collections.abc import Mapping
from dataclasses import dataclass

from peil.interview.answers import Value

OPENING = "opening"
"""Nonce of the pages that were passed with the consent."""

IMPORT = "import"
"""Nonce of the pages that came from a file."""

WITHDRAWN = ".withdrawn"
"""Follows the nonce in the log's entries about contact details that a submission took back."""


@dataclass(frozen=True)
class LogEntry:
    """A page as it was accepted; the entries in order, folded, are the answers that are kept now.

    Args:
        page: Page id.
        nonce: The form's nonce; ``opening`` or ``import`` where there was no form; the submission's with
            ``.withdrawn`` where a submission of another page took contact details back.
        revision: The interview's revision from then on.
        digest: Digest of the body; empty where there was no form.
        values: Values for all of the page's variables; contact details as marks.
        passed: Whether the page was passed by it.
        language: Language of the form.
    """

    page: str
    nonce: str
    revision: int
    digest: str
    values: Mapping[str, Value]
    passed: bool
    language: str
