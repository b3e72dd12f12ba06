"""The line's end, beside the tables: the composer of what a release is set beside, and of who talked."""

from dataclasses import replace
from typing import TYPE_CHECKING

from peil.study.study import Study

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from peil.disclose.release import Release


def add_told(
    study: Study, released: "Release", release_alone: "Callable[[Study, Path | None], Release]"
) -> "Release":
    """Add what stands beside the tables: quotations, other studies, populations, talks, odd figures.

    What is compared is what was released: no comparison knows more than the tables that are printed.

    Args:
        study: The study.
        released: Its tables, as released.
        release_alone: Releases what another wave publishes by itself, from its study and data.
    """
    from peil.compare.beside_populations import beside_populations
    from peil.compare.compare_others import compare_others
    from peil.compare.follow_waves import follow_waves
    from peil.disclose.excerpts import release_excerpts
    from peil.disclose.printed_findings import find_printed
    from peil.disclose.release_themes import release_themes
    from peil.store.version import read_version
    from peil.wavesline import publish_waves

    waves = publish_waves(study, release_alone)
    facts = replace(released.facts, questionnaire=read_version(study).fingerprint)
    return replace(
        released,
        facts=facts,
        excerpts=release_excerpts(study, released),
        compared=compare_others(study, released),
        trends=follow_waves(study, released, waves),
        populations=beside_populations(study, released),
        themes=release_themes(study),
        printed=find_printed(study),
    )
