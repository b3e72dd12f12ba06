"""The GDPR's article behind a study, told in plain words."""

import re

from peil.pages.words import Words

_POINT = re.compile(
    r"\b6\s*(?:\(\s*1\s*\)|[.,]?\s*(?:lid|abs(?:atz|\.)?|paragraphe|par\.?|§)?\s*1)?"
    r"[\s,.]*(?:\(|\b(?:onder|sub|point|lit\.?|buchst(?:abe|\.)?|letter)\s*)\s*([a-f])\b",
    re.IGNORECASE,
)


def tell_lawful_basis(words: Words, basis: str) -> tuple[str, ...]:
    """Give the sentences that say why the answers may be used; none where the study doesn't say.

    ``art. 6(1)(a) GDPR`` is told in plain words, with the article behind it. Anything else is given as the
    study has it.
    """
    if not basis.strip():
        return ()
    found = _POINT.search(basis)
    if found is None:
        return (words("lawful_other", basis=basis.strip().rstrip(".")),)
    letter = found.group(1).lower()
    return words(f"lawful_{letter}"), words("lawful_article", letter=letter)


RETENTION = {
    "answers": ("retention_none", "retention"),
    "contacts": ("retention_contacts_none", "retention_contacts"),
    "addresses": ("retention_addresses_none", "retention_addresses"),
}
"""What is kept to the keys of its words: erased at once, and after so many months."""


def tell_retention(words: Words, months: int | None, what: str = "answers") -> str:
    """Say how long something is kept after the study; the empty string where the study doesn't say.

    Args:
        words: The pages' words.
        months: After the end of the study.
        what: ``answers``, ``contacts`` or ``addresses``.
    """
    at_once, later = RETENTION[what]
    if months is None:
        return ""
    return words(at_once) if months == 0 else words.counted(later, months)
