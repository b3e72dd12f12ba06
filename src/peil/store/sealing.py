"""Contact details sealed to the research team's age keys: who has the store alone can't read them."""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass

import pyrage
from pyrage import x25519

from peil.store.detail import Detail

BLOCK = 64
"""Bytes; what is sealed is as long as the next multiple of it, so that its length says little."""

END = b"\x80"
"""Stands after the text, before the zeros that fill it up."""

READABLE = "readable:"
SEALED = "sealed:"


class NotForThisKey(Exception):  # noqa: N818 - what became of the sealed text, no fault of ours
    """None of the private keys opens the text, or it was damaged."""


@dataclass(frozen=True)
class Sealing:
    """To whom details are sealed; to nobody, and they are kept readable.

    Args:
        recipients: Public keys; each of their private keys opens what is sealed.
    """

    recipients: tuple[x25519.Recipient, ...] = ()

    def __bool__(self) -> bool:
        """Say whether there is anybody to seal to."""
        return bool(self.recipients)

    def keep(self, text: str) -> str:
        """Give a detail as it is kept: sealed when there are keys; every time another text."""
        if not self:
            return READABLE + text
        return SEALED + seal(text, self.recipients)


def read_sealing(keys: Sequence[str]) -> Sealing:
    """Read public keys (``age1…``), as ``study.fielding.contact_keys`` has them.

    Raises:
        pyrage.RecipientError: One is no key; a study without errors has none such.
    """
    return Sealing(tuple(x25519.Recipient.from_str(key) for key in keys))


def seal(text: str, recipients: Sequence[x25519.Recipient]) -> str:
    """Seal a text to public keys; gives an age file in base64."""
    return base64.b64encode(pyrage.encrypt(pad(text.encode()), list(recipients))).decode("ascii")


def unseal(sealed: str, identities: Sequence[x25519.Identity]) -> str:
    """Open what ``seal`` made.

    Raises:
        NotForThisKey: None of the private keys opens it, or it isn't what was made.
    """
    try:
        padded: bytes = pyrage.decrypt(base64.b64decode(sealed, validate=True), list(identities))
        return unpad(padded).decode()
    except (pyrage.DecryptError, binascii.Error, ValueError) as error:
        raise NotForThisKey from error


def read_kept(kept: str) -> Detail:
    """Read what ``Sealing.keep`` gave."""
    if kept.startswith(SEALED):
        return Detail(kept.removeprefix(SEALED), sealed=True)
    return Detail(kept.removeprefix(READABLE), sealed=False)


def pad(text: bytes) -> bytes:
    """Fill up to whole blocks."""
    ended = text + END
    return ended + bytes(-len(ended) % BLOCK)


def unpad(padded: bytes) -> bytes:
    """Give back what was filled up.

    Raises:
        ValueError: It wasn't filled up by ``pad``.
    """
    ended = padded.rstrip(b"\0")
    if not ended.endswith(END):
        raise ValueError("the text has no end")
    return ended[: -len(END)]
