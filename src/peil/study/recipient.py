"""Keys of age, by which contact details are sealed: told apart, never kept here."""

import pyrage

PRIVATE = "age-secret-key-"


def is_recipient(text: str) -> bool:
    """Say whether the text is a public key of age: ``age1…``."""
    try:
        pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True


def is_private_key(text: str) -> bool:
    """Say whether the text is, or holds, a private key of age, which belongs in no file of a study."""
    return PRIVATE in text.casefold()
