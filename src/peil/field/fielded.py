"""One version of a study in the field."""

from dataclasses import dataclass

from peil.pages.site import Site
from peil.study.study import Study


@dataclass(frozen=True)
class Fielded:
    """A version of the study with its pages.

    Args:
        study: The study as that version's text says it.
        site: Its pages; those of a pilot or a test say so.
        fingerprint: Of the version's text.
    """

    study: Study
    site: Site
    fingerprint: str

    def language(self, wanted: str, otherwise: str) -> str:
        """Give the language that is wanted where the version speaks it, else the other one."""
        spoken = self.study.about.languages
        return next((one for one in (wanted, otherwise) if one in spoken), spoken[0])
