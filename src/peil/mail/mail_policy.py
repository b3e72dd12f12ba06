"""How a mail is written as bytes."""

from email.policy import EmailPolicy

_WHOLE = frozenset({"list-unsubscribe", "message-id"})


class MailPolicy(EmailPolicy):
    """Standard headers, except that an address among them is never broken into encoded words.

    Python folds a header without blanks that is longer than a line by encoding it; no mail program finds
    the address in List-Unsubscribe again then.
    """

    def fold(self, name: str, value: str) -> str:
        """Give a header as text."""
        return self._whole(name, value) or super().fold(name, value)

    def fold_binary(self, name: str, value: str) -> bytes:
        """Give a header as bytes."""
        return self._whole(name, value).encode("ascii") or super().fold_binary(name, value)

    def _whole(self, name: str, value: str) -> str:
        return f"{name}: {value}{self.linesep}" if name.lower() in _WHOLE else ""


POLICY = MailPolicy(linesep="\r\n", raise_on_defect=False)
