"""Numbers as people type them: ``1.250,5``, ``1 250``, ``€ 20``, ``12 procent``. Never through a float."""

import re
from collections.abc import Iterable
from decimal import Decimal

from peil.core.percent import spell_number
from peil.pages.plain_digits import plain_digits

LONGEST = 60
"""Characters; a longer text is no number that anyone means."""

MINUS = "-−–‐‑－"
APART = re.compile("[\u0020\u00a0\u2007\u2009\u202f'’ʼ]")
"""What may stand between groups of three digits, besides the mark that isn't the decimal one."""
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")

CURRENCIES = ("€", "eur", "euro", "euros", "$", "£", "chf")
SHARES = ("%", "procent", "percent", "per cent", "prozent", "pour cent", "pourcent")
NO_CENTS = re.compile("[.,][-–—]{1,2}$")
"""``20,-`` is 20."""
GROUPED = re.compile(r"\d{1,3}(?P<mark>[., ])\d{3}(?:(?P=mark)\d{3})*(?:(?!(?P=mark))[.,]\d*)?")
AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
PLAIN = re.compile(r"\d+(?:[.,]\d*)?|[.,]\d+")


def read_number(text: str, language: str, decimals: int = 0, units: Iterable[str] = ()) -> Decimal | None:
    """Give the number that a text means in a language, or None where it means none, or could mean two.

    A single mark with three digits after it parts thousands where it is the language's mark for that and
    fewer than three decimals are asked for. Where it is the language's decimal mark it could be a foreign
    thousand, and is read only if more digits than asked for show what it is: the respondent is asked again
    either way, rather than have 12 500 kept as 12,5.

    Args:
        text: What was typed.
        language: Language of the page.
        decimals: Places that the question allows.
        units: What may stand after the number beside percent signs and currencies, as the question has it:
            ``uur per week`` takes ``uur`` too.
    """
    plain = _bare(text, units)
    if plain is None:
        return None
    sign, digits = plain
    amount = _amount(digits, language, decimals)
    return amount if amount is None or not sign or not amount else amount.copy_negate()


def show_number(number: Decimal | int, language: str) -> str:
    """Give a number as it stands in a field: no groups, no idle zeros, the language's decimal mark."""
    text = f"{number:f}"
    return spell_number(Decimal(text.rstrip("0").rstrip(".") if "." in text else text), language)


def _bare(text: str, units: Iterable[str]) -> tuple[bool, str] | None:
    """Take sign, currency and unit off; give whether the sign is a minus, and the digits with their marks."""
    if len(text) > LONGEST:
        return None
    rest = plain_digits(INVISIBLE.sub("", text)).strip().casefold()
    rest, minus, signed = _take_sign(rest)
    rest = _take_currency(rest)
    if not signed:
        rest, minus, _ = _take_sign(rest)
    rest = APART.sub(" ", NO_CENTS.sub("", _take_unit(rest, units)).strip())
    return (minus, rest) if rest else None


def _take_sign(text: str) -> tuple[str, bool, bool]:
    if text[:1] and text[0] in MINUS:
        return text[1:].lstrip(), True, True
    if text[:1] == "+":
        return text[1:].lstrip(), False, True
    return text, False, False


def _take_currency(text: str) -> str:
    for currency in sorted(CURRENCIES, key=len, reverse=True):
        if text.startswith(currency):
            return text[len(currency) :].lstrip()
    return text


def _take_unit(text: str, units: Iterable[str]) -> str:
    """Take off what stands after the last digit where it is a unit."""
    end = max((place + 1 for place, letter in enumerate(text) if letter.isdigit()), default=0)
    tail = text[end:].strip()
    if not tail or not (tail in (*CURRENCIES, *SHARES) or any(_begins(unit, tail) for unit in units)):
        return text
    return text[:end]


def _begins(unit: str, tail: str) -> bool:
    """Say whether a unit has these as its first words."""
    words, typed = unit.casefold().split(), tail.rstrip(".").split()
    return bool(typed) and words[: len(typed)] == typed


def _amount(text: str, language: str, decimals: int) -> Decimal | None:
    if AMBIGUOUS.fullmatch(text) and decimals < 3:
        return _thousand_or_none(text, language, decimals)
    if PLAIN.fullmatch(text):
        return Decimal(text.replace(",", "."))
    grouped = GROUPED.fullmatch(text)
    return Decimal(text.replace(grouped["mark"], "").replace(",", ".")) if grouped else None


def _thousand_or_none(text: str, language: str, decimals: int) -> Decimal | None:
    decimal_mark = "," if "," in spell_number(Decimal("0.5"), language) else "."
    if decimal_mark not in text:
        return Decimal(text.replace(".", "").replace(",", ""))
    as_decimal = Decimal(text.replace(",", "."))
    return as_decimal if as_decimal != round(as_decimal, decimals) else None
