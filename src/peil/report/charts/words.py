"""The few words a chart says by itself."""

from collections.abc import Mapping
from types import MappingProxyType

HIDDEN = "–"
INDICATIVE = "*"

_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "nl": {HIDDEN: "niet getoond", INDICATIVE: "indicatief: kleine groep"},
        "en": {HIDDEN: "not shown", INDICATIVE: "indicative: small group"},
    }
)


def explain(sign: str, language: str) -> str:
    """Say what a sign in a chart means, in the chart's language (English where it has no other)."""
    words = _WORDS.get(language.split("-", maxsplit=1)[0], _WORDS["en"])
    return f"{sign} {words[sign]}"
