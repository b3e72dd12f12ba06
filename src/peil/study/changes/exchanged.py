"""Words that went from one id to another: answers are kept by id, so they would say something else."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from peil.study.changes.spoken import spoken
from peil.study.text import Wording


class Said(Protocol):
    """Anything with an id and words."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def wording(self) -> Wording:
        """Its words."""


def exchanged(old: Sequence[Said], new: Sequence[Said]) -> Mapping[str, str]:
    """Give ids that stayed and say what another said, or whose words went to another; with that other id."""
    before = {part.id: _words(part) for part in old}
    after = {part.id: _words(part) for part in new}
    found: dict[str, str] = {}
    for name, words in after.items():
        was = before.get(name)
        if not was or not words or was == words:
            continue
        whose = next((other for other, said in before.items() if said == words and other != name), None)
        where = next((other for other, said in after.items() if said == was and other != name), None)
        other = whose or (where if where not in before or before[where] != was else None)
        if other is not None:
            found[name] = other
    return found


def _words(part: Said) -> str:
    """Give the first text written: the base language's, for everyone where there is one."""
    return next(iter(spoken(part.wording).values()), "")
