"""Another wave as it publishes itself."""

from dataclasses import dataclass

from peil.disclose.release import Release
from peil.study.study import Study


@dataclass(frozen=True)
class PublishedWave:
    """Its study and its release; None, with the reason, where one can't be had."""

    study: Study | None = None
    release: Release | None = None
    reason: str = ""
