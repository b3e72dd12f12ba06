"""Parts of two versions matched: what stayed, under which id, and what came and went."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """Its id."""


Part = TypeVar("Part", bound=Named)


@dataclass(frozen=True)
class Match(Generic[Part]):
    """Pairs of old and new, in the new order; those removed in the old order, those added in the new."""

    kept: tuple[tuple[Part, Part], ...]
    renamed: tuple[tuple[Part, Part], ...]
    removed: tuple[Part, ...]
    added: tuple[Part, ...]


def match(old: Iterable[Part], new: Iterable[Part], same: Callable[[Part, Part], bool]) -> Match[Part]:
    """Match by id, then what is left by being the same but for its id; of several, in order."""
    before = {part.id: part for part in old}
    after = {part.id: part for part in new}
    gone = [part for name, part in before.items() if name not in after]
    renamed: list[tuple[Part, Part]] = []
    for part in [part for name, part in after.items() if name not in before]:
        found = next((one for one in gone if same(one, part)), None)
        if found is not None:
            gone.remove(found)
            renamed.append((found, part))
    new_names = {part.id for _, part in renamed}
    return Match(
        tuple((before[name], part) for name, part in after.items() if name in before),
        tuple(renamed),
        tuple(gone),
        tuple(part for name, part in after.items() if name not in before and name not in new_names),
    )
