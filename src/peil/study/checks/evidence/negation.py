"""Negations in a sentence, for each language, without those that only look like one."""

import re
from dataclasses import dataclass

LOOSE = re.IGNORECASE
QUOTED = re.compile(
    r"\([^)]*\)|[\"\u201c\u201e\u00ab][^\"\u201c\u201d\u00bb]*[\"\u201c\u201d\u00bb]"
    r"|(?<!\w)['\u2018][^']*'(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Negation:
    """The words of a language.

    Args:
        negative: What negates.
        harmless: Set phrases with such a word that negate nothing in the sentence: ``or not``, ``not only``.
        opening: ``do you think that …``: the clause after it is the question.
        clause: Where a further clause begins, whose negations aren't the question's own.
        yes: How an option of assent begins.
        no: How its opposite begins.
    """

    negative: re.Pattern[str]
    harmless: re.Pattern[str]
    opening: re.Pattern[str]
    clause: re.Pattern[str]
    yes: re.Pattern[str]
    no: re.Pattern[str]


NEGATIONS = {
    "en": Negation(
        negative=re.compile(
            r"\b(?:not|no|never|nobody|none|nothing|nowhere|neither|cannot)\b"
            r"|n't\b",
            LOOSE,
        ),
        harmless=re.compile(
            r"\b(?:or not|or never|not counting|not including|not only|why not|if not|not at all"
            r"|not to|no matter|no longer"
            r"|no more than|not more than"
            r"|not less than|nothing but|do not know|don't know|no opinion)\b|\bno\. ?\d|\bwhy (?:do"
            r"|does|did|have|has|are|is)n't\b",
            LOOSE,
        ),
        opening=re.compile(
            r"^.*?\b(?:think|believe|feel|agree|say|find|opinion|view)\b(?: it \w+)? that\b"
            r"|^i (?:think|believe|feel)\b|^in your (?:view|opinion|experience),",
            LOOSE,
        ),
        clause=re.compile(
            r",|\b(?:who|which|that|whom|whose|because|if|when|while|where|unless|although|or|than"
            r"|but|what|how|why)\b",
            LOOSE,
        ),
        yes=re.compile(r"yes\b", LOOSE),
        no=re.compile(r"no\b(?! opinion| answer)", LOOSE),
    ),
    "nl": Negation(
        negative=re.compile(r"\b(?:niet|geen|nooit|niemand|niets|nergens)\b(?!-)", LOOSE),
        harmless=re.compile(
            r"\b(?:of niet|niet meegerekend|niet meegeteld|of geen|of nooit|al dan niet|niet alleen"
            r"|niet enkel|waarom niet|zo niet"
            r"|helemaal niet|niet te"
            r"|niet langer|niet meer dan|niet minder dan|geen mening|niets anders dan"
            r"|weet (?:ik )?(?:het )?niet|of niemand"
            r"|indien niet|als dat niet)\b",
            LOOSE,
        ),
        opening=re.compile(
            r"^.*?\b(?:vindt|vind|denkt|denk|meent|gelooft|geloof|mening|eens)\b[^,]*?\bdat\b"
            r"|^(?:volgens u|naar uw mening|in uw ogen),",
            LOOSE,
        ),
        clause=re.compile(
            r",|\b(?:die|dat|omdat|als|terwijl|wanneer|waar\w*|voordat|tenzij|hoewel|zodat|om|of|dan"
            r"|maar|wat|hoe|wie)\b",
            LOOSE,
        ),
        yes=re.compile(r"ja\b", LOOSE),
        no=re.compile(r"nee\b", LOOSE),
    ),
    "de": Negation(
        negative=re.compile(
            r"\b(?:nicht|kein(?:e[mnrs]?)?|nie|niemals|niemand(?:e[mn])?|nichts|nirgends)\b(?!-)", LOOSE
        ),
        harmless=re.compile(
            r"\b(?:oder nicht|nicht mitgerechnet|nicht mitgezählt|oder nie|oder kein(?:e[mnrs]?)?"
            r"|nicht nur|warum nicht|wenn nicht"
            r"|falls nicht|überhaupt nicht|gar nicht"
            r"|nicht zu|nicht mehr als|nicht weniger als|nichts anderes als"
            r"|weiß (?:ich )?(?:es )?nicht|keine meinung"
            r"|oder niemand(?:e[mn])?)\b",
            LOOSE,
        ),
        opening=re.compile(
            r"^.*?\b(?:finden|finde|denken|denke|meinen|meine|glauben|glaube|meinung|ansicht"
            r"|zu)\b ?(?:sie|ich)?, ?dass\b",
            LOOSE,
        ),
        clause=re.compile(r",|\b(?:oder|weil|wenn|ob|dass|aber|als)\b", LOOSE),
        yes=re.compile(r"ja\b", LOOSE),
        no=re.compile(r"nein\b", LOOSE),
    ),
    "fr": Negation(
        negative=re.compile(
            r"(?:\bne\b|\bn')[^,;:?]{1,40}?\b(?:pas|plus|jamais|rien|personne|aucune?|nulle part"
            r"|guère|point)\b",
            LOOSE,
        ),
        harmless=re.compile(
            r"\b(?:ou non|ou pas|pourquoi pas|pas du tout|sinon|n'importe|ne pas|ne sais pas"
            r"|n'est-ce pas)\b",
            LOOSE,
        ),
        opening=re.compile(
            r"^.*?\b(?:pensez|trouvez|croyez|estimez|pense|trouve|crois|estime|avis|accord"
            r"|dire)\b(?:-vous)? ?(?:que\b|qu')|^est-ce (?:que\b|qu')|^(?:selon vous|à votre avis),",
            LOOSE,
        ),
        clause=re.compile(
            r",|\b(?:qui|que|dont|où|si|parce|lorsque|quand|ou|mais|comment|pourquoi)\b|\bqu'",
            LOOSE,
        ),
        yes=re.compile(r"oui\b", LOOSE),
        no=re.compile(r"non\b", LOOSE),
    ),
}


def count_negations(text: str, language: str) -> int:
    """Count what negates in a sentence; what is quoted or stands in brackets isn't said by it."""
    words = NEGATIONS[language]
    return len(words.negative.findall(words.harmless.sub(" ", QUOTED.sub(" ", text))))


def negates_its_question(text: str, language: str) -> bool:
    """Say whether the question or statement itself is negative, not a clause inside it."""
    words = NEGATIONS[language]
    plain = words.harmless.sub(" ", QUOTED.sub(" ", text))
    own = words.clause.split(words.opening.sub("", plain, count=1).lstrip(" ,"), maxsplit=1)[0]
    return words.negative.search(own) is not None
