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
LINKS = {"nl": ("en", "ën"), "en": ("-", "-")}
"""Between unit and ten: Dutch has a diaeresis after an e, "tweeëntwintig"."""


def compound_words(language: str) -> dict[str, int]:
    """Give the words from 21 to 99 that are made of a ten and a unit."""
    units, tens = NUMBER_WORDS[language][1:10], (NUMBER_WORDS[language][20], *TENS[language][:-1])
    plain, marked = LINKS[language]
    found = {}
    for ten, word in enumerate(tens, start=2):
        for number, unit in enumerate(units, start=1):
            link = marked if unit.endswith("e") else plain
            name = f"{unit}{link}{word}" if language == "nl" else f"{word}{link}{unit}"
            found[name] = 10 * ten + number
    return found


COMPOUNDS = {language: compound_words(language) for language in NUMBER_WORDS}
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
MOST = {
    "nl": re.compile(r"(?:de |het )?(?:op (?P<place>[\w]+) na )?(?:meest|vaakst) \w+(?: \w+)?"),
    "en": re.compile(rf"(?:the )?(?:(?P<place>{'|'.join(ORDINALS['en'])})[ -])?most \w+(?: \w+)?"),
}
"""A rank told as a place under the most: ``de op twee na meest genoemde``, ``third most mentioned``."""
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
    if text in COMPOUNDS[spoken]:
        return COMPOUNDS[spoken][text]
    return 0 if text in NOBODY[spoken] else SPELLINGS[spoken].get(text)


def spell_word(number: int, language: str) -> str:
    """Write a whole number as a word: ``twaalf``; empty from a hundred on and where there is none."""
    spoken = known_language(language)
    if number in range(len(NUMBER_WORDS[spoken])):
        return NUMBER_WORDS[spoken][number]
    if number in range(30, 101, 10):
        return TENS[spoken][number // 10 - 3]
    return next((word for word, value in COMPOUNDS[spoken].items() if value == number), "")


def respell_number(printed: str, number: int, figures: str, language: str) -> str:
    """Write a whole number as another was printed: a word for a word where there is one.

    Args:
        printed: What stands there now.
        number: What is to stand there.
        figures: That in figures, with the language's thousands mark.
        language: The text's language.
    """
    text = printed.strip()
    if text[:1].isdigit():
        return figures
    word = spell_word(number, language)
    return (word[0].upper() + word[1:] if text[:1].isupper() else word) if word else figures


def read_ordinal(printed: str, language: str) -> int | None:
    """Read a rank: ``tweede``, ``2e``, ``2``, ``op een na meest genoemde``; None when it is none."""
    spoken = known_language(language)
    text = printed.strip().casefold()
    most = MOST[spoken].fullmatch(text)
    if most:
        return rank_of_most(most["place"] or "", spoken)
    if text in ORDINALS[spoken]:
        return ORDINALS[spoken].index(text) + 1
    found = ORDINAL_DIGITS.fullmatch(text)
    return int(found.group(1)) if found else None


def rank_of_most(place: str, spoken: str) -> int | None:
    """Read what stands before "most": nothing is the first, ``op twee na`` the third, so is ``third``."""
    if not place:
        return 1
    if spoken == "en":
        return ORDINALS[spoken].index(place) + 1
    after = read_number(place, spoken)
    return None if after is None else after + 1


def respell_ordinal(printed: str, rank: int, language: str) -> str:
    """Write a rank as another was printed; empty where that takes other words around it."""
    spoken = known_language(language)
    text = printed.strip()
    digits = ORDINAL_DIGITS.fullmatch(text.casefold())
    if digits:
        return respell_digits(text[digits.end(1) :], rank, spoken)
    most = MOST[spoken].fullmatch(text.casefold())
    if most:
        place = most["place"] if rank > 1 else None
        word = spell_word(rank - 1, spoken) if spoken == "nl" else ordinal_word(rank, spoken)
        start, end = most.span("place")
        return text[:start] + word + text[end:] if place and word else ""
    word = spell_ordinal(rank, language)
    return word[0].upper() + word[1:] if text[:1].isupper() else word


def respell_digits(ending: str, rank: int, spoken: str) -> str:
    """Write a rank in digits, with the ending that the language gives it where one was printed."""
    if not ending or spoken == "nl":
        return f"{rank}{ending}"
    teens = rank % 100 in range(11, 14)
    return f"{rank}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(rank % 10, 'th')}"


def spell_ordinal(rank: int, language: str) -> str:
    """Write a rank as a word, or in digits beyond the twentieth."""
    return ordinal_word(rank, known_language(language)) or str(rank)


def ordinal_word(rank: int, spoken: str) -> str:
    """Give a rank's word; empty beyond the twentieth."""
    words = ORDINALS[spoken]
    return words[rank - 1] if 1 <= rank <= len(words) else ""
