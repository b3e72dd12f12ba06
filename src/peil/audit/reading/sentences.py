"""Split a paragraph into sentences."""

import re
from collections.abc import Iterator

END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[A-ZÀ-Ý0-9])")
SHORT = re.compile(
    r"(?:\b(?:bijv|bv|ca|resp|nr|vs|cf|etc|dr|mr|drs|prof|fig|approx|e\.g|i\.e|o\.a|n\.v\.t|incl|excl)\.)$",
    re.IGNORECASE,
)


def split_sentences(text: str) -> Iterator[str]:
    """Give the sentences; a full stop after a known abbreviation ends none."""
    start = 0
    for end in END.finditer(text):
        if not SHORT.search(text, start, end.start()):
            yield text[start : end.start()].strip()
            start = end.end()
    if text[start:].strip():
        yield text[start:].strip()
