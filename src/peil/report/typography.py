"""What may not be torn apart at the end of a line."""

import re

_SIZE_OF_GROUP = re.compile(r"\bn = (?=\d)")


def keep_together(text: str) -> str:
    """Hold ``n = 24`` on one line, by spaces that don't break."""
    return _SIZE_OF_GROUP.sub("n\u00a0=\u00a0", text)
