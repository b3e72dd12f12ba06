"""Entries for plan.toml that would exclude flagged interviews: proposed, for the researcher to decide on."""

import datetime as dt
import json
from collections.abc import Collection, Iterable

from peil.fieldwork.quality import RULES, Flag


def propose_exclusions(flags: Iterable[Flag], day: dt.date, excluded: Collection[str] = ()) -> dict[str, str]:
    """Give a ready ``[[exclusions]]`` entry by interview id, sorted.

    Args:
        flags: Who has which flag.
        day: The day of the decision.
        excluded: Interviews that the plan excludes already.
    """
    reasons: dict[str, list[str]] = {}
    for flag in flags:
        for interview in flag.doubtful:
            if interview not in excluded:
                reasons.setdefault(interview, []).append(RULES[flag.kind])
    return {interview: _entry(interview, day, " ".join(why)) for interview, why in sorted(reasons.items())}


def _entry(interview: str, day: dt.date, reason: str) -> str:
    return (
        f"[[exclusions]]\ninterview = {_string(interview)}\non = {day.isoformat()}\n"
        f"reason = {_string(reason)}\n"
    )


def _string(text: str) -> str:
    """Give a text as a TOML string: as JSON has it, but for the one control character that JSON lets be."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
