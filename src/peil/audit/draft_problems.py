"""How many drafts of a claims file wait for a person."""

from collections.abc import Sequence

from peil.audit.claim import Claim
from peil.audit.claim_problems import UNCONFIRMED_DRAFTS
from peil.core.problem import Problem
from peil.core.span import Span


def draft_problems(claims: Sequence[Claim], file: str) -> tuple[Problem, ...]:
    """Say how many claims are drafts, at the first of them; nothing where none is."""
    drafts = [claim for claim in claims if claim.draft]
    if not drafts:
        return ()
    many = len(drafts) > 1
    message = (
        f"{len(drafts)} of {len(claims)} claims {'are drafts' if many else 'is a draft'} that nobody has "
        f"confirmed; {'they are' if many else 'it is'} not compared with the data."
    )
    hint = (
        'Of each, set "item" and "options" ("study", "question" and "options" for another study), look at '
        '"printed" and "base", and write "confirmed": true; or take the claim out.'
    )
    where = drafts[0].span if drafts[0].span.line > 1 else Span(file)
    return (UNCONFIRMED_DRAFTS.problem(where, message, hint=hint),)
