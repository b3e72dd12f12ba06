"""Another house style for Word than the one that study.toml names."""

from dataclasses import replace
from pathlib import Path

from peil.core.span import Span
from peil.study.study import Study


def take_reference(study: Study, file: str) -> Study:
    """Give the study with another house style for Word: a file anywhere, whatever study.toml names."""
    path = str(Path(file).resolve())
    return replace(study, about=replace(study.about, reference=path, reference_span=Span(file)))
