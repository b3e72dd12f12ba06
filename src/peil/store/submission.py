"""One page sent in by a respondent."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from peil.interview.answers import Value


@dataclass(frozen=True)
class Submission:
    """A page's answers on their way into the store.

    Args:
        key: Which interview: hash of its personal code.
        contact_key: Under which contact details are kept; made from the code, and linked to nothing else.
        page: Page id.
        nonce: Made anew for every form. The same one again is the same submission, not a second.
        revision: The interview's revision when the form was made.
        digest: Keyed hash of the body, so that the same nonce with another body is told apart. The key comes
            from the code: who has the store alone can't try contact details against it.
        values: Variable name to value, for all of the page's variables, those that its own answers hide among
            them; contact details as marks.
        details: Contact details themselves: variable name to text. One whose mark isn't kept, isn't either.
        shown: Parts that the form showed (``interview/shown_parts.py``).
        language: Language of the form.
        day: Today.
        draft: Sent on leaving the page for an earlier one, or to stop for now: what is missing is no problem,
            and the page is asked again.
        seconds: Time that the page was looked at, capped, or None when it isn't known. Kept as a sum of the
            interview, and counted for the page without the interview.
        flags: What deserves a look (``honeypot``).
    """

    key: str
    contact_key: str
    page: str
    nonce: str
    revision: int
    digest: str
    values: Mapping[str, Value]
    shown: frozenset[str]
    language: str
    day: dt.date
    details: Mapping[str, str] = field(default_factory=dict)
    draft: bool = False
    seconds: int | None = None
    flags: tuple[str, ...] = ()
