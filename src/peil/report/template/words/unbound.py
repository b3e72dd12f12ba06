"""Words that a findings chapter may only use in a binding: numbers, shares and comparisons.

The lists are exact words, so that honest prose isn't drowned; a comparative that isn't listed is found by the
"dan" or "than" after it. Left out on purpose: "een" and "one" (articles and pronouns), ordinals such as
"eerste" and "first" (order in a text, not a finding), "veel", "vaak", "many" and "often" (they compare
nothing), and nouns such as "daling" and "increase" (they name an answer as often as a finding).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from peil.report.template.words.comparative import find_comparatives
from peil.report.template.words.numbers import COMPOUNDS, NUMBER_WORDS, TENS, known_language, listed

SHARES = {
    "nl": listed(
        "procent procentpunt procentpunten helft half halve kwart driekwart drie_kwart derde_deel een_derde "
        "tweederde twee_derde een_vijfde een_tiende meerderheid minderheid merendeel overgrote_deel "
        "niemand iedereen dubbel verdubbeld verdubbelt verdubbelde gehalveerd halveert halveerde anderhalf "
        "anderhalve handvol tientallen honderden duizenden duizend miljoen verdrievoudigd verdrievoudigt "
        "vertienvoudigd"
    ),
    "en": listed(
        "percent percentage_point percentage_points half halves quarter quarters a_third one_third thirds "
        "a_fifth fifths a_tenth tenths majority minority nobody everyone twice doubled halved dozen dozens "
        "handful hundreds thousand thousands million tripled quadrupled"
    ),
}
COMPARISONS = {
    "nl": listed(
        "meer minder vaker zeldener hoger hogere lager lagere groter grotere kleiner kleinere sterker "
        "sterkere zwakker zwakkere meest meeste minst minste vaakst hoogst hoogste laagst laagste grootst "
        "grootste kleinst kleinste sterkst sterkste evenveel even_vaak gemiddeld bovengemiddeld "
        "toegenomen afgenomen gestegen stijgt stijgen steeg stegen gedaald daalt dalen daalde daalden "
        "gegroeid groeit groeide groeiden meestal positiever negatiever sneller trager langzamer liever "
        "belangrijker belangrijkste populairder populairste optimistischer pessimistischer "
        "oververtegenwoordigd ondervertegenwoordigd keer_zo maal_zo half_zo dubbel_zo even_veel "
        "gekrompen krimpt gelijk_gebleven onveranderd significant significante"
    ),
    "en": listed(
        "more less fewer higher lower larger smaller greater stronger weaker most least highest lowest "
        "largest smallest greatest strongest fewest average increased decreased risen rises rose fallen "
        "falls fell grown grows grew mostly faster slower overrepresented underrepresented "
        "over-represented under-represented times_as as_often_as declined dropped shrunk "
        "unchanged significant significantly"
    ),
}
# Fixed expressions in which a listed word compares nothing.
HARMLESS = {
    "nl": ("onder meer", "des te meer", "niet meer", "geen meer", "meer dan ook", "min of meer",
           "zonder meer", "sterker nog", "half jaar", "ten minste", "ten hoogste", "op zijn minst",
           "op zijn hoogst", "in het minst", "eerder dan", "later dan", "verder dan",
           "liever niet"),
    "en": ("at least", "at most", "more or less", "no more", "not least", "any more", "half a year",
           "earlier than", "later than", "further than", "falls under", "fell under", "falls into",
           "fell into"),
}  # fmt: skip
# Verbs of which a part stands apart: "neemt het gebruik toe".
APART = {
    "nl": re.compile(
        r"(?<![\w-])(?P<word>neemt|nemen|nam|namen)(?:[ \n]+[\w'’-]+){0,6}?[ \n]+(?:toe|af)(?!\w)",
        re.IGNORECASE,
    ),
}
FIGURE = r"(?:\d+(?:[.,]\d+)*[¼-¾⅐-⅞]?|[¼-¾⅐-⅞])"


@dataclass(frozen=True, slots=True)
class Unbound:
    """A word found at a position; ``compares`` tells a comparison word from a number."""

    start: int
    text: str
    compares: bool


def number_words(language: str) -> tuple[str, ...]:
    """Give the number words of a language that are no articles."""
    return (*NUMBER_WORDS[language][2:], *TENS[language], *COMPOUNDS[language], *SHARES[language])


def alternatives(words: Iterable[str]) -> str:
    """Give a pattern for whole words, the longest first."""
    ordered = sorted(words, key=len, reverse=True)
    return (
        r"(?<![\w-])(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + r")(?!\w)"
    )


NUMBERS = {
    language: re.compile(rf"{FIGURE}\s*%?|%|{alternatives(number_words(language))}", re.IGNORECASE)
    for language in NUMBER_WORDS
}
COMPARES = {
    language: re.compile(alternatives(COMPARISONS[language]), re.IGNORECASE) for language in NUMBER_WORDS
}
PASSED = {language: re.compile(alternatives(HARMLESS[language]), re.IGNORECASE) for language in NUMBER_WORDS}


def find_unbound(text: str, language: str) -> Iterator[Unbound]:
    """Find numbers and comparison words in text from which bindings and markup were blanked out."""
    spoken = known_language(language)
    left = PASSED[spoken].sub(lambda found: " " * len(found.group()), text)
    numbers = [
        Unbound(found.start(), found.group().strip(), compares=False)
        for found in NUMBERS[spoken].finditer(left)
    ]
    listed_words = ((found.start(), found.group()) for found in COMPARES[spoken].finditer(left))
    apart = APART[spoken].finditer(left) if spoken in APART else ()
    split = ((found.start(), found["word"]) for found in apart)
    comparisons = {**dict(find_comparatives(left, spoken)), **dict(split), **dict(listed_words)}
    yield from numbers
    taken = {one.start for one in numbers}
    for start in sorted(comparisons.keys() - taken):
        yield Unbound(start, comparisons[start], compares=True)
