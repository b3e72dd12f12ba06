"""The waves of a study, in order, and what is followed over them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from peil.study.harmonised import Harmonised
from peil.study.wave import Wave


@dataclass(frozen=True)
class Waves:
    """What compare/waves.toml holds.

    Args:
        by_id: The waves, oldest first; this study is one of them.
        trends: What is followed, by id.
    """

    by_id: Mapping[str, Wave] = field(default_factory=dict)
    trends: Mapping[str, Harmonised] = field(default_factory=dict)

    @property
    def others(self) -> tuple[Wave, ...]:
        """The waves that stand in folders of their own."""
        return tuple(wave for wave in self.by_id.values() if not wave.this)


NO_WAVES = Waves()
