"""What may not be torn apart at the end of a line."""

import re

_NO_BREAK = "\u00a0"
_SIZE_OF_GROUP = re.compile(r"\bn = (?=\d)")
_REFERENCE = re.compile(r"\b(Figuur|Tabel|Figure|Table) (?=\d)")


def keep_together(text: str) -> str:
    """Hold ``n = 24`` and ``Figuur 5`` on one line, by spaces that don't break."""
    sized = _SIZE_OF_GROUP.sub(f"n{_NO_BREAK}={_NO_BREAK}", text)
    return _REFERENCE.sub(rf"\1{_NO_BREAK}", sized)
