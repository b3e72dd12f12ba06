"""The names that an option goes by in a data file: its id, its code, its labels."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from peil.study.codebook import Item
from peil.study.question import Option
from peil.study.text import Blank, Fill, Text

BLANK = "____"
BLANKS = re.compile("_{2,}")


@dataclass(frozen=True)
class OptionNames:
    """Names to positions in ``item.options``, by kind of name, in order of precedence.

    ``shared`` are labels that several options have. In labels a blank is ``____``, however long it was.
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
        long = {text: self.labels[alike] for text in present if (alike := blanks_alike(text)) in self.labels}
        labels = long | self.labels
        for names in (self.ids, self.codes, labels):
            if present <= names.keys():
                return names
        return labels | self.codes | self.ids


def option_names(item: Item) -> OptionNames:
    """Give the names of an item's options; labels in every language and in every role's words.

    A label is known by how it is printed, with its blank or without, and by how a report shortens it. One
    that is an option's whole label is no other option's shortened one.
    """
    labels, shared = unique_labels([whole_labels(option) for option in item.options])
    others, clashing = unique_labels([other_labels(option) for option in item.options])
    whole = labels.keys() | shared
    return OptionNames(
        ids={option.id: position for position, option in enumerate(item.options)},
        codes={
            str(option.code): position
            for position, option in enumerate(item.options)
            if option.code is not None
        },
        labels={label: position for label, position in others.items() if label not in whole} | labels,
        shared=shared | (clashing - labels.keys()),
    )


def unique_labels(by_option: Sequence[set[str]]) -> tuple[dict[str, int], frozenset[str]]:
    """Give the labels that one option has, with its position, and those that several have."""
    labels: dict[str, int] = {}
    shared: set[str] = set()
    for position, texts in enumerate(by_option):
        for label in texts:
            if labels.setdefault(label, position) != position:
                shared.add(label)
    for label in shared:
        del labels[label]
    return labels, frozenset(shared)


def option_texts(option: Option) -> list[Text]:
    """Give every text that the option is shown with."""
    wording = option.wording
    texts = [wording.default, *wording.by_role.values()]
    return [text for by_language in texts for text in by_language.values()]


def whole_labels(option: Option) -> set[str]:
    """Give every label that the option is shown with, as a report tells it in full."""
    return {text.plain() for text in option_texts(option)} - {""}


def other_labels(option: Option) -> set[str]:
    """Give what else an option with a blank may be called: with the blank, with none, and shortened."""
    texts = [text for text in option_texts(option) if text.blanks]
    printed = {filled(text, blank) for text in texts for blank in (BLANK, "")}
    return (printed | {text.label() for text in texts}) - {""}


def filled(text: Text, blank: str) -> str:
    """Give a text with something in place of its blanks."""
    shown = "".join(
        blank if isinstance(part, Blank) else (part.fallback or "…") if isinstance(part, Fill) else part
        for part in text.parts
    )
    return " ".join(shown.split())


def blanks_alike(text: str) -> str:
    """Give a text with every blank in it four underscores long."""
    return BLANKS.sub(BLANK, text)
