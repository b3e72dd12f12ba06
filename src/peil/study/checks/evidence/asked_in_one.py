"""Words by which one question asks two things, for each language."""

import re
from dataclasses import dataclass

from peil.study.checks.evidence.sentences import Sentence

LOOSE = re.IGNORECASE
JOINED = re.compile(r"(\S+) (?:and|en|und|et) (\S+)", LOOSE)
FIRST = 2
"""Where a sentence can ask again at the earliest: "And how …?" only goes on from the last question."""
WHETHER = (["of"], ["if"], ["whether"], ["ob"], ["si"])


@dataclass(frozen=True, slots=True)
class TwoInOne:
    """The signs of a language.

    Args:
        and_or: ``and/or``.
        both: ``both … and``; not for what is counted or summed.
        counting: How a question starts that asks for a number, where both parts add up.
        question: A question word; after one inside the sentence, ``and`` only goes on with it.
        asks_again: A second question word after ``and``, with the word as group ``word``.
        verb_again: A second verb with its subject after ``and``.
        content: ``satisfied with X and Y``.
        relation: What is between two by its nature: ``the balance between X and Y``.
        pairs: Two words that name one thing.
        capital_nouns: Every noun has a capital, so that one doesn't show a name.
    """

    and_or: re.Pattern[str]
    both: re.Pattern[str]
    counting: re.Pattern[str]
    question: re.Pattern[str]
    asks_again: re.Pattern[str]
    verb_again: re.Pattern[str]
    content: re.Pattern[str]
    relation: re.Pattern[str]
    pairs: tuple[str, ...]
    capital_nouns: bool = False


SIGNS = {
    "en": TwoInOne(
        and_or=re.compile(r"\band ?/ ?or\b", LOOSE),
        both=re.compile(r"\bboth\b(?! of\b)[^,;:?]*?\band\b", LOOSE),
        counting=re.compile(r"\bhow (?:many|much|often|long)\b|\bwhat (?:percentage|share"
        r"|number)\b", LOOSE),
        question=re.compile(r"how|what|why|when|where|which|who"),
        asks_again=re.compile(r"\band (?:also )?(?P<word>how|what|why|when|where|which"
        r"|who)\b(?! not\b)", LOOSE),
        verb_again=re.compile(
            r"\band (?:do|does|did|are|is|was|were|have|has|will|would|can|could|should) (?:you|your"
            r"|he|she|they|it|we)\b",
            LOOSE,
        ),
        content=re.compile(
            r"\b(?:(?:dis|un)?satisfied|(?:un)?happy|pleased)\b(?! to\b).{0,80}?\b(?:with"
            r"|about)\b[^,;:?()]{0,120}?\band\b"
            r"[^,;:?()]*",
            LOOSE,
        ),
        relation=re.compile(r"\b(?:between|balance|combination|combining|relation|ratio|to)\b", LOOSE),
        pairs=(
            "terms and conditions", "health and safety", "research and development",
            "bed and breakfast", "food and drink", "food and drinks", "arts and culture",
            "pros and cons", "trial and error", "time and effort", "pay and conditions",
            "diversity and inclusion", "gas and electricity", "questions and answers",
            "black and white", "supply and demand", "friends and family", "ways and means",
            "more and more",
        ),
    ),
    "nl": TwoInOne(
        and_or=re.compile(r"\ben ?/ ?of\b", LOOSE),
        both=re.compile(r"\bzowel\b[^,;:?]*?\bals\b", LOOSE),
        counting=re.compile(r"\bhoeveel\b|\bhoe (?:vaak|lang|veel)\b|\bwelk (?:deel|percentage"
        r"|aantal)\b", LOOSE),
        question=re.compile(r"hoe|wat|waarom|wanneer|wie|welke|waar"),
        asks_again=re.compile(
            r"\ben (?:ook )?(?P<word>hoe|wat|waarom|wanneer|wie|welke|welk|hoeveel|waarmee"
            r"|waarover)\b(?! niet\b)",
            LOOSE,
        ),
        verb_again=re.compile(
            r"\ben (?:bent|ben|heeft|hebt|heb|doet|gebruikt|gebruik|vindt|vind|wilt|wil|kunt|kan"
            r"|gaat|zou|zijn|is|was)"
            r" (?:u|je|jij|uw|jouw|er|dat|dit|hij|zij|ze|het)\b",
            LOOSE,
        ),
        content=re.compile(
            r"\b(?:on)?tevreden\b.{0,80}?\b(?:met|over)\b[^,;:?()]{0,120}?\ben\b[^,;:?()]*", LOOSE
        ),
        relation=re.compile(r"\b(?:tussen|balans|combinatie|combineren|verhouding|evenwicht|te)\b", LOOSE),
        pairs=(
            "kunst en cultuur", "eten en drinken", "onderzoek en ontwikkeling",
            "vraag en aanbod", "kost en inwoning", "gas en licht", "gas en elektriciteit",
            "voor en tegen", "gas en stroom", "familie en vrienden", "vrienden en familie",
            "kop en schotel", "hulp en steun", "doen en laten", "meer en meer",
            "tijd en moeite",
        ),
    ),
    "de": TwoInOne(
        and_or=re.compile(r"\bund ?/ ?oder\b", LOOSE),
        both=re.compile(r"\bsowohl\b[^;:?]*?\b(?:als auch|wie auch)\b", LOOSE),
        counting=re.compile(r"\bwie ?(?:viele?n?|oft|lange|häufig)\b|\bwelche[rn]? (?:anteil"
        r"|zahl)\b", LOOSE),
        question=re.compile(r"wie|was|warum|wann|wer|wo|welche[rsmn]?"),
        asks_again=re.compile(
            r"\bund (?:auch )?(?P<word>wie|wieso|warum|wann|wer|wen|wem|was|welche[rsmn]?|weshalb"
            r"|wofür|womit)\b"
            r"(?! nicht\b)",
            LOOSE,
        ),
        verb_again=re.compile(
            r"\bund (?:sind|haben|werden|würden|können|finden|nutzen|wollen|möchten|ist|hat"
            r"|wird) (?:Sie|Ihre?|du|es|er)\b",
            LOOSE,
        ),
        content=re.compile(
            r"\b(?:un)?zufrieden\b.{0,80}?\b(?:mit|über)\b[^,;:?()]{0,120}?\bund\b[^,;:?()]*"
            r"|\bmit [^,;:?()]{0,120}?\bund\b[^,;:?()]{0,120}?\b(?:un)?zufrieden\b",
            LOOSE,
        ),
        relation=re.compile(r"\b(?:zwischen|vereinbarkeit|verhältnis|gleichgewicht|balance"
        r"|kombination|zu)\b", LOOSE),
        pairs=(
            "forschung und entwicklung", "essen und trinken", "kunst und kultur",
            "haus und garten", "angebot und nachfrage", "kost und logis",
            "familie und freunden", "freunden und familie", "zeit und mühe", "strom und gas",
            "rat und tat", "art und weise", "grund und boden",
        ),
        capital_nouns=True,
    ),
    "fr": TwoInOne(
        and_or=re.compile(r"\bet ?/ ?ou\b", LOOSE),
        both=re.compile(r"\bà la fois\b[^,;:?]*?\bet\b|\b(?:aussi bien"
        r"|tant)\b[^,;:?]*?\bque\b(?!\W+ce\b)", LOOSE),
        counting=re.compile(r"\bcombien\b|\bquel(?:le)? (?:part|pourcentage|nombre|proportion)\b"
        r"|\bà quelle fréquence\b", LOOSE),
        question=re.compile(r"comment|pourquoi|quand|où|qui|quoi"),
        asks_again=re.compile(
            r"\bet (?:aussi )?(?P<word>comment|pourquoi|quand|combien|quel(?:le)?s?|lequel"
            r"|laquelle)\b(?! pas\b)", LOOSE
        ),
        verb_again=re.compile(
            r"\bet (?:êtes|avez|pensez|utilisez|trouvez|voulez|pouvez|est|a|sont|ont)-(?:t-)?(?:vous"
            r"|il|elle|ils|elles|ce|on)\b",
            LOOSE,
        ),
        content=re.compile(
            r"\b(?:in|mé)?(?:satisfaite?s?|contente?s?)\b(?:\(e\))?.{0,80}?\b(?:de|du|des"
            r"|d')[^,;:?()]{0,120}?\bet\b"
            r"[^,;:?()]*",
            LOOSE,
        ),
        relation=re.compile(r"\b(?:entre|équilibre|combinaison|rapport|conciliation|pour)\b", LOOSE),
        pairs=(
            "recherche et développement", "art et culture", "arts et de la culture",
            "offre et la demande", "gaz et électricité", "famille et amis", "amis et famille",
            "va et vient", "temps et énergie", "eau et électricité", "pour et contre",
            "santé et sécurité",
        ),
    ),
}  # fmt: skip


def two_things(sentence: Sentence, language: str) -> str:
    """Give the words by which a question asks two things, or nothing where it doesn't seem to."""
    signs = SIGNS.get(language)
    if signs is None:
        return ""
    text = sentence.plain
    found = signs.and_or.search(text)
    if found is None and not signs.counting.search(text):
        found = signs.both.search(text)
    if found is None:
        found = signs.verb_again.search(text, FIRST) or asks_again(text, signs)
    if found is not None:
        return " ".join(found.group().split())
    return contents(text, signs)


def asks_again(text: str, signs: TwoInOne) -> re.Match[str] | None:
    """Give a second question word; the same word twice, or after "whether", only goes on with a clause."""
    for found in signs.asks_again.finditer(text, FIRST):
        before = re.findall(r"\w+", text[: found.start()].lower())
        listed = len(before) > 1 and signs.question.fullmatch(before[-1])
        if found.group("word").lower() not in before and before[-1:] not in WHETHER and not listed:
            return found
    return None


def contents(text: str, signs: TwoInOne) -> str:
    """Give the two things that somebody is asked to be content with; two words for one thing are one."""
    found = signs.content.search(text) if JOINED.search(text) else None
    if found is None:
        return ""
    said = " ".join(found.group().split())
    joined = JOINED.findall(said)
    if not joined or any(pair in said.lower() for pair in signs.pairs) or signs.relation.search(said):
        return ""
    before, after = joined[-1]
    name = before[0].isupper() and after[0].isupper() and not signs.capital_nouns
    return "" if name or before.endswith("-") else said
