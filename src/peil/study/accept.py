"""What a question, section or settings file accepts: a finding that stays as it is, with the reason."""

from dataclasses import dataclass

from peil.core.span import Span


@dataclass(frozen=True, slots=True)
class Accept:
    """``accept long_sentence: the law's own words``: a warning that was looked at and stays.

    In a settings file it is a line of ``[accept]``: ``partial_group = "asked of employers only"``. What is
    found in a mail is accepted in study.toml, under ``[accept."mail/invitation.md"]``.

    Args:
        rule: Name of the rule as written; whether there is one is for the checks to say.
        reason: Why the finding stays; empty when none was given.
        span: Where the rule's name stands.
    """

    rule: str
    reason: str
    span: Span
