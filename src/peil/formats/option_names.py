"""The names that an option goes by in a data file: its id, its code, its labels."""

from collections.abc import Iterable
from dataclasses import dataclass

from peil.study.codebook import Item
from peil.study.question import Option


@dataclass(frozen=True)
class OptionNames:
    """Names to positions in ``item.options``, by kind of name, in order of precedence.

    ``shared`` are labels that several options have.
    """

    ids: dict[str, int]
    codes: dict[str, int]
    labels: dict[str, int]
    shared: frozenset[str]

    def choose(self, texts: Iterable[str]) -> dict[str, int]:
        """Give the names to read a column by.

        The first kind of name that all its cells have is the column's; where cells differ, each is read
        on its own, an id before a code and a code before a label.
        """
        present = set(texts)
        for names in (self.ids, self.codes, self.labels):
            if present <= names.keys():
                return names
        return self.labels | self.codes | self.ids


def option_names(item: Item) -> OptionNames:
    """Give the names of an item's options; labels in every language and in every role's words."""
    labels: dict[str, int] = {}
    shared: set[str] = set()
    for position, option in enumerate(item.options):
        for label in option_labels(option):
            if labels.setdefault(label, position) != position:
                shared.add(label)
    for label in shared:
        del labels[label]
    return OptionNames(
        ids={option.id: position for position, option in enumerate(item.options)},
        codes={
            str(option.code): position
            for position, option in enumerate(item.options)
            if option.code is not None
        },
        labels=labels,
        shared=frozenset(shared),
    )


def option_labels(option: Option) -> set[str]:
    """Give every label that the option is shown with."""
    wording = option.wording
    texts = [wording.default, *wording.by_role.values()]
    return {text.plain() for by_language in texts for text in by_language.values()} - {""}
