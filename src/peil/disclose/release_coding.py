"""How answers in own words were coded, through the gate."""

from collections.abc import Mapping

from peil.data.coded import codings_of
from peil.data.dataset import Dataset
from peil.disclose.coding_fact import CodingFact
from peil.disclose.release import Release
from peil.disclose.release_response import least_shown
from peil.qual.agreement import find_alpha
from peil.qual.open_answers import open_answers
from peil.study.coding_frame import CodingFrame


def release_coding(dataset: Dataset, release: Release) -> Mapping[str, CodingFact]:
    """Give how the answers behind each coded item were coded, by the item's key.

    Agreement about fewer answers than a base needs isn't told: with three answers it says which they were.

    Args:
        dataset: The rows that the analysis counts.
        release: The rules.
    """
    least = least_shown(release.disclosure)
    frames = [frame for frame in dataset.study.frames.values() if frame.final]
    return {frame.key: _fact(dataset, frame, least) for frame in frames}


def _fact(dataset: Dataset, frame: CodingFrame, least: int) -> CodingFact:
    answers = open_answers(dataset, frame)
    found = find_alpha(frame, codings_of(dataset.study, frame), answers)
    if found.units < least:
        return CodingFact(len(frame.coders), frame.single)
    return CodingFact(len(frame.coders), frame.single, found.units, found.alpha, found.low, found.high)
