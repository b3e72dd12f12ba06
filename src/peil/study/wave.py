"""A wave: this study, or an earlier or later one that asked the same."""

from dataclasses import dataclass, field

from peil.core.span import Span
from peil.study.told import Told


@dataclass(frozen=True)
class Wave:
    """``[wave.ID]`` of compare/waves.toml.

    Args:
        id: Its name.
        span: Where it stands.
        folder: The other study's folder, from this study's; empty for this study itself.
        data: Its data file, from this study's folder; empty for the other study's own.
        label: What it is called, by language.
        overlap: Some of its respondents, or of the clusters they were drawn in, are in another wave too.
    """

    id: str
    span: Span
    folder: str = ""
    data: str = ""
    label: Told = field(default_factory=dict)
    overlap: bool = False

    @property
    def this(self) -> bool:
        """It is this study."""
        return not self.folder
