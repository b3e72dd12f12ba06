"""Labels of the questionnaire that a text quotes: “Om sneller te werken”."""

import re
from collections.abc import Iterator

from peil.study.study import Study

QUOTED = re.compile(r"“([^”]*)”")


def blank_labels(text: str, study: Study, language: str) -> str:
    """Replace quoted labels by spaces; positions stay. Other quoted words are the author's own."""
    if "“" not in text:
        return text
    known = frozenset(map(folded, labels(study, language)))
    return QUOTED.sub(
        lambda found: re.sub(r"[^\n]", " ", found.group()) if folded(found[1]) in known else found.group(),
        text,
    )


def labels(study: Study, language: str) -> Iterator[str]:
    """Give the labels of all options, rows, classes and nets."""
    for item in study.codebook.items.values():
        yield from (option.wording.label(language) for option in item.options)
        if item.row_wording:
            yield item.row_wording.label(language)
    for net in study.plan.nets:
        yield net.wording.plain(language)


def folded(text: str) -> str:
    """Give text in one case with single spaces."""
    return " ".join(text.casefold().split())
