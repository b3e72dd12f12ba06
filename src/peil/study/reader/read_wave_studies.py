"""The studies of other waves, each from its own folder."""

from peil.core.problem import Unusable, has_errors
from peil.study.reader.read import read_study
from peil.study.study import Study


def read_wave_studies(study: Study) -> dict[str, Study | str]:
    """Give the study of each other wave by the wave's id, or why it can't be read.

    A wave's own waves aren't read: two studies may name each other.
    """
    found: dict[str, Study | str] = {}
    for wave in study.waves.others:
        try:
            other = read_study(study.folder / wave.folder)
        except Unusable as refused:
            found[wave.id] = refused.problems[0].message
            continue
        broken = has_errors(other.problems)
        found[wave.id] = "It has errors of its own; peil check tells them." if broken else other
    return found
