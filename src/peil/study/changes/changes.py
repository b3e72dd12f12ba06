"""All that changed between two versions of a study."""

from dataclasses import dataclass
from functools import cached_property

from peil.study.changes.change import Change
from peil.study.study import Study


@dataclass(frozen=True)
class Changes:
    """The two versions, and what changed, in the order of the questionnaire.

    ``places`` go before the names of the files of each, where a change is told: ``v1:``, ``old/``.
    """

    old: Study
    new: Study
    found: tuple[Change, ...]
    places: tuple[str, str] = ("", "")

    @cached_property
    def breaks(self) -> bool:
        """Whether a live study would break."""
        return any(change.breaks for change in self.found)
