"""Which themes came up in which talks, and how often: passages of notes are counted, never people."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from peil.study.talk import Talk


@dataclass(frozen=True)
class ThemeCounts:
    """Passages by theme and talk.

    Args:
        passages: Theme and talk to how many passages of the notes are about it, quotations included; a pair
            without any is absent.
        quotations: The same of quotations alone.
    """

    passages: Mapping[tuple[str, str], int]
    quotations: Mapping[tuple[str, str], int]

    def talks_with(self, theme: str) -> tuple[str, ...]:
        """Give the talks in which a theme came up."""
        return tuple(talk for found, talk in self.passages if found == theme)


def count_themes(talks: Mapping[str, Talk], *, drafts: bool = True) -> ThemeCounts:
    """Count the passages of each theme in each talk, in the order of talks.

    Args:
        talks: The talks, by id.
        drafts: Quotations that are kept back count too.
    """
    passages, quotations = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for name, talk in talks.items():
        passages.update((theme, name) for note in talk.notes for theme in note.themes)
        said = [one for one in talk.said if drafts or not one.draft]
        quotations.update((theme, name) for one in said for theme in one.themes)
        passages.update((theme, name) for one in said for theme in one.themes)
    return ThemeCounts(dict(passages), dict(quotations))
