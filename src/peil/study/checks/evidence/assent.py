"""Words that ask for assent or take an answer for granted, for each language."""

import re
from dataclasses import dataclass

LOOSE = re.IGNORECASE


@dataclass(frozen=True, slots=True)
class Assent:
    """The words of a language.

    Args:
        agree: Asks whether somebody agrees, with one side named.
        balanced: Names the other side too, or asks how far: then ``agree`` leads nobody.
        leading: Has the answer in the question, whatever else it says.
    """

    agree: re.Pattern[str]
    balanced: re.Pattern[str]
    leading: re.Pattern[str]


ASSENT = {
    "en": Assent(
        agree=re.compile(r"\b(?:do|would) you (?:also |not )?agree (?:that|with)\b", LOOSE),
        balanced=re.compile(r"\bdisagree|\bor\b|\bto what extent\b|\bhow (?:much|strongly|far)\b", LOOSE),
        leading=re.compile(
            r"\b(?:don|wouldn)'t you (?:also )?(?:think|agree|feel|believe|say|find)\b"
            r"|\bdo you not (?:also )?(?:think|agree|feel|believe)\b"
            r"|\b(?:isn|aren|wasn|doesn|don|won|shouldn)'t (?:it|they|that|you|he|she|we)\s*\?"
            r"|\bisn't it (?:true|the case)\b"
            r"|\bas (?:everyone|everybody|we all|you) knows?\b|\bit is (?:well )?known that\b"
            r"|\b(?:surely|obviously)\b"
            r"|\bof course\b",
            LOOSE,
        ),
    ),
    "nl": Assent(
        agree=re.compile(
            r"\b(?:bent|ben) (?:u|je|jij) het (?:er |ook |daar )*(?:mee )?eens (?:met|dat)\b"
            r"|\b(?:bent|ben) (?:u|je|jij) het (?:ermee|ook) (?:mee )?eens dat\b",
            LOOSE,
        ),
        balanced=re.compile(
            r"\boneens\b|\bin hoeverre\b|\bin welke mate\b|\bhoe(?:zeer)? (?:sterk|erg)?\b", LOOSE
        ),
        leading=re.compile(
            r"\b(?:vindt|vind|denkt|denk|meent|gelooft|geloof) (?:u|je|jij) (?:ook niet|niet ook"
            r"|niet (?:dat|eigenlijk|ook))\b"
            r"|\b(?:vindt|vind|denkt|denk|meent|gelooft|geloof) (?:u|je|jij) ook (?:niet )?dat\b"
            r"|\b(?:bent|ben) (?:u|je|jij) (?:ook|niet|ook niet|niet ook) van mening dat\b"
            r"|\bis het niet zo dat\b"
            r"|\bzoals (?:iedereen|u|je|we allemaal) (?:al )?weet\b|\bzoals bekend\b|\b(?:uiteraard"
            r"|vanzelfsprekend)\b"
            r"|, (?:nietwaar|toch|niet\s?waar)\s*\?",
            LOOSE,
        ),
    ),
    "de": Assent(
        agree=re.compile(
            r"\bstimmen Sie (?:auch )?(?:zu, dass|(?:der|dieser|folgender) (?:aussage|meinung|ansicht) zu)"
            r"|\bsind Sie (?:auch |nicht auch )?(?:der (?:meinung|ansicht|auffassung)"
            r"|einverstanden), dass\b",
            LOOSE,
        ),
        balanced=re.compile(
            r"\binwieweit\b|\binwiefern\b|\bwie sehr\b|\bwie stark\b|\bin welchem (?:maße?|ausmaß)\b"
            r"|\boder\b"
            r"|\bnicht zu\b|\blehnen Sie\b",
            LOOSE,
        ),
        leading=re.compile(
            r"\b(?:finden|denken|meinen|glauben) Sie (?:nicht auch|auch nicht|nicht|auch), dass\b"
            r"|\bsind Sie (?:nicht|nicht auch|auch) der (?:meinung|ansicht)\b|\bist es nicht so, dass\b"
            r"|\bwie (?:jeder|sie|wir alle|allgemein) (?:weiß|wissen|bekannt)\b|\b(?:bekanntlich"
            r"|selbstverständlich)\b"
            r"|, (?:nicht wahr|oder|nicht)\s*\?",
            LOOSE,
        ),
    ),
    "fr": Assent(
        agree=re.compile(
            r"\bêtes-vous (?:aussi )?d'accord (?:(?:pour dire|avec le fait) )?(?:que\b|qu'|avec\b)"
            r"|\bconvenez-vous qu",
            LOOSE,
        ),
        balanced=re.compile(
            r"\bdans quelle mesure\b|\bou\b|\bpas d'accord\b|\ben désaccord\b|\bjusqu'à quel point\b"
            r"|\bà quel point\b",
            LOOSE,
        ),
        leading=re.compile(
            r"\bne (?:pensez|trouvez|croyez|estimez|diriez)-vous pas\b|\bn'êtes-vous pas\b"
            r"|\bn'est-ce pas\b|\bn'est-il pas\b"
            r"|\bcomme (?:chacun|tout le monde|vous) (?:le )?sa(?:it|vez)\b|\b(?:évidemment"
            r"|bien entendu|bien sûr)\b",
            LOOSE,
        ),
    ),
}


def leading_words(text: str, language: str, *, balanced: bool = False) -> str:
    """Give the words by which a sentence leads, or nothing where it doesn't seem to.

    Args:
        text: The sentence, with straight apostrophes.
        language: A language of ``ASSENT``.
        balanced: The options name both sides, so that asking whether somebody agrees leads nobody.
    """
    words = ASSENT[language]
    found = words.leading.search(text)
    if found is None and not balanced and not words.balanced.search(text):
        found = words.agree.search(text)
    return " ".join(found.group().strip(" ,").split()) if found else ""
