"""Digits of every script as the ones that a number is read from."""

import unicodedata


def plain_digits(text: str) -> str:
    """Give the text with each decimal digit of any script as its ASCII digit, all else as it is."""
    return "".join(_plain(letter) for letter in text)


def _plain(letter: str) -> str:
    value = unicodedata.decimal(letter, None)
    return letter if value is None else str(value)
