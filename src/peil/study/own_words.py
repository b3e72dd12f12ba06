"""What respondents wrote in their own words, compared."""

import unicodedata


def compare_key(text: str) -> str:
    """Give what two texts have in common that say the same: without case, spaces and forms of one letter.

    ``Beeldende  Kunst`` and ``beeldendekunst`` have the same key.
    """
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
