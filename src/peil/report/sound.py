"""Text that XML can hold."""

import re

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2


def sound(text: str) -> str:
    """Leave out characters that XML can't hold."""
    return _NOT_XML.sub("", text)
