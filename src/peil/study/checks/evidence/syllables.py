"""Counts the syllables of a word, by the spelling of its language."""

import re
from collections.abc import Callable
from functools import lru_cache

LETTERS = re.compile(r"[^\W\d_]+")
REMEMBERED = 2**14
CONSONANT = "k"
"""What stands in for letters that look like a vowel and aren't one: qu, a y at the start."""
DUTCH = re.compile(
    r"eaux?|ieuw|eeuw|aai|ooi|oei|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|[aeiouyàâäáéèêëíîïóôöúûü]"
)
GERMAN = re.compile(r"aa|ee|oo|i(?=ell)|ie|ei|ai|ey|ay|eu|äu|au|ou|[aeiouyäöüàáèéôê]")
GERMAN_APART = ("ilie", "ilien", "inie", "inien", "ient", "ienten", "ientin", "erien", "eum")
"""Ends with two vowels that are said apart."""
FRENCH = re.compile(
    r"œu|eaux?|oeu|oui|aî|aie|oie|ai|au|ei|eu|oi|oî|ou|où|oû|ui|i[eéèêao]u?|y(?:eu|ou|[aeiouéèê])"
    r"|[aeiouyàâäèéêëîïôöùûüœæ]"
)
FRENCH_MUTE = re.compile(r"(?<![aeio])es?$")
ENGLISH = re.compile(r"[aeiouy]+")
ENGLISH_SUFFIX = re.compile(r"(?<=[^aeiouyl])e(?=(?:ly|ful|less|ment|ness)s?$)")
"""The mute e before a suffix: in ``government`` it's spoken by nobody, in ``settlement`` the l needs it."""
ENGLISH_UE = re.compile(r"(?<=[aeiou])[gq]ues?$")
ENGLISH_MUTE = re.compile(r"[^aeiouyl]e$|[aeiouy]le$|[^aeiouytd]ed$|[^aeiouyszxcg]es$")
ENGLISH_SPOKEN = re.compile(r"(?:[^aeiouy]l|sh|ch)es$|[^aeiouy]led$")
"""An e at the end that isn't said, and one that is all the same."""
ENGLISH_APART = re.compile(
    r"i(?:a(?!ge)|o(?!us|n)|u|et)|(?<![ct])ien(?:ce|t)|eo(?!us|pl)|[^q]ua(?!y)|uo|(?<![cgstnl])ion"
    r"|(?<![cgxt])ious|(?<=[ao])y[aeio](?!d$)|creat(?!u)"
)
ENGLISH_TOGETHER = re.compile(r"[cst]ia(?!t)|gia")
"""Letters that look like one vowel and are two, and the reverse."""
ENGLISH_EXCEPTIONS = {
    "area": 3, "areas": 3, "being": 2, "business": 2, "businesses": 3, "create": 2, "creates": 2,
    "doing": 2, "every": 2, "everyone": 3, "everything": 3, "going": 2, "household": 2, "idea": 3,
    "ideas": 3, "museum": 3, "museums": 3, "people": 2, "quiet": 2, "real": 1, "really": 2,
    "science": 2, "seeing": 2, "someone": 2, "something": 2, "sometimes": 2, "somewhere": 2, "used": 1,
    "usual": 3, "usually": 4,
}  # fmt: skip
"""Frequent words that the rules of spelling miscount."""


@lru_cache(REMEMBERED)
def count_syllables(word: str, language: str) -> int:
    """Count a word's syllables, at least one; a figure counts as one.

    Args:
        word: The word; what is joined by a hyphen or an apostrophe is counted apart.
        language: A language of ``COUNTERS``.
    """
    count = COUNTERS[language]
    return max(1, sum(count(part.lower()) for part in LETTERS.findall(word)))


def dutch(word: str) -> int:
    """Count by Dutch spelling: two or three letters for one vowel, a trema begins another."""
    apart = word.endswith(("eum", "eums"))
    return len(DUTCH.findall(re.sub(r"qu|^y(?=[aeiou])", CONSONANT, word))) + apart


def german(word: str) -> int:
    """Count by German spelling."""
    return len(GERMAN.findall(re.sub(r"qu|^y(?=[aeiou])", CONSONANT, word))) + word.endswith(GERMAN_APART)


def french(word: str) -> int:
    """Count by French spelling, without a mute e at the end."""
    bare = re.sub(r"qu|gu(?=[eéèêi])", CONSONANT, word)
    count = len(FRENCH.findall(bare))
    return count - (count > 1 and FRENCH_MUTE.search(bare) is not None)


def english(word: str) -> int:
    """Count by English spelling: groups of vowels, without a mute e, with vowels that are said apart."""
    if word in ENGLISH_EXCEPTIONS:
        return ENGLISH_EXCEPTIONS[word]
    bare = ENGLISH_UE.sub("k", ENGLISH_SUFFIX.sub("", word))
    count = len(ENGLISH.findall(bare))
    mute = ENGLISH_MUTE.search(bare) is not None and not ENGLISH_SPOKEN.search(bare)
    count += len(ENGLISH_APART.findall(bare)) - len(ENGLISH_TOGETHER.findall(bare))
    return max(1, count - mute)


COUNTERS: dict[str, Callable[[str], int]] = {"nl": dutch, "en": english, "de": german, "fr": french}
