"""The study of every kind of question, answered by synthetic respondents, as a restricted data pack."""

from pathlib import Path

from kinds_study import write_kinds_study
from peil.data.dataset import Dataset
from peil.data.from_responses import from_responses
from peil.formats.pack.make_pack import make_restricted_pack
from peil.formats.pack.pack import Pack
from peil.interview.simulate import simulate

N = 80


def make_dataset(folder: Path) -> Dataset:
    """Answer the study; some left before the end."""
    study = write_kinds_study(folder)
    return from_responses(study, simulate(study, N, 11, 0.2))


def make_pack(folder: Path, language: str = "nl") -> Pack:
    return make_restricted_pack(make_dataset(folder), language)
