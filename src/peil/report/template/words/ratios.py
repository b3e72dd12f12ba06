"""How many times one share is another: ``twee keer zo vaak``, ``half as often``, ``2,3 keer``."""

import re
from dataclasses import dataclass
from decimal import Decimal

from peil.core.percent import round_half_up
from peil.report.template.words.numbers import known_language, read_number, spell_word
from peil.report.template.words.shares import ABOVE, AROUND, BELOW

STEP, HALF_STEP = Decimal("0.1"), Decimal("0.05")
"""How far from its number a ratio in words may lie; "bijna", "ruim" and "ongeveer" go three times as far."""
LARGEST = 10
FEW = {
    "nl": {"half": "0.5", "anderhalf keer": "1.5", "anderhalve keer": "1.5", "dubbel": "2"},
    "en": {"half": "0.5", "one and a half times": "1.5", "twice": "2", "double": "2"},
}
"""Words for ratios that are no number and "keer" or "times"; the first for a ratio is the one written."""
TIMES = {
    "nl": re.compile(r"(?P<number>\d+(?:[.,]\d+)?|[^\W\d_]+) (?:keer|maal)"),
    "en": re.compile(r"(?P<number>\d+(?:[.,]\d+)?|[^\W\d_]+) times"),
}
KEER = {"nl": "keer", "en": "times"}
TAIL = {
    "nl": re.compile(r"(?: (?:zo|even) (?:vaak|veel|hoog|groot|zeldzaam)| zoveel)(?: als)?"),
    "en": re.compile(r" as (?:often|many|much|high|large|likely)(?: as)?"),
}
"""What may follow the ratio within the printed words."""


@dataclass(frozen=True, slots=True)
class PrintedRatio:
    """What a printed ratio may stand for: from ``low`` to ``high``, compared at ``decimals``."""

    low: Decimal
    high: Decimal
    decimals: int = 2

    def holds(self, ratio: Decimal) -> bool:
        """Say whether a ratio, rounded to the decimals, is what was said."""
        return self.low <= ratio <= self.high


def cut_tail(text: str, language: str) -> tuple[str, str]:
    """Cut ``zo vaak`` off a ratio."""
    found = re.search(f"(?:{TAIL[language].pattern})$", text, re.IGNORECASE)
    return (text[: found.start()], found.group()) if found else (text, "")


def read_ratio(printed: str, language: str) -> PrintedRatio | None:
    """Read a ratio as printed; None when it is none."""
    spoken = known_language(language)
    text, _ = cut_tail(" ".join(printed.casefold().split()), spoken)
    for words, low, high in ((BELOW, -3, -1), (ABOVE, 1, 3), (AROUND, -3, 3)):
        for word in words[spoken]:
            if text.startswith(f"{word} "):
                value = read_factor(text.removeprefix(f"{word} "), spoken)
                return within(value, low, high) if value is not None else None
    digits = TIMES[spoken].fullmatch(text)
    if digits and digits["number"][0].isdecimal():
        number = digits["number"].replace(",", ".")
        return PrintedRatio(Decimal(number), Decimal(number), len(number.partition(".")[2]))
    value = read_factor(text, spoken)
    return within(value, -1, 1) if value is not None else None


def within(value: Decimal, low: int, high: int) -> PrintedRatio:
    """Give the ratios around a number, so many steps below and above it."""
    step = HALF_STEP if value < 1 else STEP
    return PrintedRatio(value + low * step, value + high * step)


def read_factor(text: str, language: str) -> Decimal | None:
    """Read the number of a ratio in words or whole digits."""
    if text in FEW[language]:
        return Decimal(FEW[language][text])
    found = TIMES[language].fullmatch(text)
    number = read_number(found["number"], language) if found else None
    return Decimal(number) if number is not None and 1 < number <= LARGEST else None


def respell_ratio(printed: str, ratio: Decimal, language: str) -> str:
    """Write a ratio of many decimals as another was printed: words if there are any, or figures."""
    spoken = known_language(language)
    text, tail = cut_tail(" ".join(printed.split()), spoken)
    old = TIMES[spoken].fullmatch(text.casefold())
    decimals = 1
    if old and old["number"][0].isdecimal():
        decimals = len(re.sub(r"^\d+[.,]?", "", old["number"]))
        return spell_times(ratio, decimals, spoken) + tail
    bare = [*FEW[spoken], *(f"{spell_word(one, spoken)} {KEER[spoken]}" for one in range(2, LARGEST + 1))]
    names = (*bare, *(f"{words[spoken][0]} {name}" for words in (BELOW, ABOVE) for name in bare))
    fitting = (
        name for name in names if (said := read_ratio(name, spoken)) and said.holds(round_half_up(ratio, 2))
    )
    found = next(fitting, "") or spell_times(ratio, decimals, spoken)
    found = found[0].upper() + found[1:] if text[:1].isupper() else found
    return found + tail


def spell_times(ratio: Decimal, decimals: int, language: str) -> str:
    """Write a ratio in figures."""
    number = f"{round_half_up(ratio, decimals):f}"
    return f"{number.replace('.', ',') if language == 'nl' else number} {KEER[language]}"
