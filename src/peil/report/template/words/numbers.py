"""Number words and ordinals."""

import re


def listed(words: str) -> tuple[str, ...]:
    """Give the words of a list; an underscore stands for a space within one."""
    return tuple(word.replace("_", " ") for word in words.split())


NUMBER_WORDS = {
    "nl": listed(
        "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
        "zeventien achttien negentien twintig"
    ),
    "en": listed(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty"
    ),
}
TENS = {
    "nl": listed("dertig veertig vijftig zestig zeventig tachtig negentig honderd"),
    "en": listed("thirty forty fifty sixty seventy eighty ninety hundred"),
}
NOBODY = {"nl": ("geen", "niemand"), "en": ("no", "none", "nobody")}
SPELLINGS = {"nl": {"één": 1, "eén": 1}, "en": {}}
ORDINALS = {
    "nl": listed(
        "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende "
        "veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste"
    ),
    "en": listed(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    ),
}
ORDINAL_DIGITS = re.compile(r"(\d+)(?:\s?(?:e|de|ste|st|nd|rd|th))?")
DIGITS = {
    "nl": re.compile(r"\d+|\d{1,3}(?:[.\u00a0\u202f ]\d{3})+"),
    "en": re.compile(r"\d+|\d{1,3}(?:[,\u00a0\u202f ]\d{3})+"),
}


def known_language(language: str) -> str:
    """Give the language whose words are used: itself, or English."""
    return language if language in NUMBER_WORDS else "en"


def read_number(printed: str, language: str) -> int | None:
    """Read a whole number in digits or a word: ``12``, ``twaalf``, ``geen``; None when it is neither."""
    spoken = known_language(language)
    text = printed.strip().casefold()
    if DIGITS[spoken].fullmatch(text):
        return int(re.sub(r"\D", "", text))
    if text in NUMBER_WORDS[spoken]:
        return NUMBER_WORDS[spoken].index(text)
    if text in TENS[spoken]:
        return 30 + 10 * TENS[spoken].index(text)
    return 0 if text in NOBODY[spoken] else SPELLINGS[spoken].get(text)


def read_ordinal(printed: str, language: str) -> int | None:
    """Read a rank: ``tweede``, ``2e``, ``2``; None when it is none."""
    spoken = known_language(language)
    text = printed.strip().casefold()
    if text in ORDINALS[spoken]:
        return ORDINALS[spoken].index(text) + 1
    found = ORDINAL_DIGITS.fullmatch(text)
    return int(found.group(1)) if found else None


def spell_ordinal(rank: int, language: str) -> str:
    """Write a rank as a word, or in digits beyond the twentieth."""
    words = ORDINALS[known_language(language)]
    return words[rank - 1] if 1 <= rank <= len(words) else str(rank)
