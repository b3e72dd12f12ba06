"""Numbers as printed: rounding happens once, half up, from counts, and only here."""

from decimal import ROUND_HALF_UP, Decimal


def round_half_up(value: Decimal, decimals: int = 0) -> Decimal:
    """Round half away from zero, as printed statistics do."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def percent(count: int, base: int, decimals: int = 0) -> Decimal:
    """Give ``count`` of ``base`` as a rounded percentage, computed from the counts themselves.

    Raises:
        ZeroDivisionError: The base is nobody.
    """
    if base <= 0:
        raise ZeroDivisionError("a percentage of nobody")
    scale = 10**decimals
    return Decimal((200 * count * scale + base) // (2 * base)).scaleb(-decimals)


def percent_of_share(share: float, decimals: int = 0) -> Decimal:
    """Give a weighted share (0 to 1) as a rounded percentage.

    Twelve digits are kept first, so that a share that is a half in exact arithmetic is rounded as one.
    """
    exact = Decimal(repr(round(share, 12))) * 100
    return round_half_up(exact, decimals)


def spell_number(number: Decimal | int, language: str) -> str:
    """Write a number with the language's own decimal mark: ``12,5`` in Dutch, ``12.5`` in English."""
    text = f"{number:f}" if isinstance(number, Decimal) else str(number)
    return text.replace(".", ",") if language in {"nl", "de", "fr"} else text
