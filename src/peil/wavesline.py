"""The line of other waves: each read from its own folder, and released as it publishes itself."""

from collections.abc import Callable
from pathlib import Path

from peil import line
from peil.compare.published_wave import PublishedWave
from peil.core.problem import Unusable
from peil.disclose.release import Release
from peil.study.study import Study
from peil.study.wave import Wave

Publish = Callable[[Study, Path | None], Release]
"""Gives a study's release of a data file, or of its own; nothing that it is set beside."""


def publish_waves(study: Study, publish: Publish) -> dict[str, PublishedWave]:
    """Give every other wave by id, where something is followed; no wave's own waves are read."""
    if not study.waves.trends:
        return {}
    return {wave.id: publish_wave(study, wave, publish) for wave in study.waves.others}


def publish_wave(study: Study, wave: Wave, publish: Publish) -> PublishedWave:
    """Release a wave by its own plan, texts and registry; one that can't be had says why."""
    try:
        there = line.read_sound_study(study.folder / wave.folder)
        data = study.folder / wave.data if wave.data else None
        return PublishedWave(there, publish(there, data))
    except Unusable as refused:
        return PublishedWave(reason=refused.problems[0].message)
