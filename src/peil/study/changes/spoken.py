"""Wordings as they are written, and where two of them differ."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from peil.study.text import Fill, NumberBlank, OpenBlank, Part, Text, Wording

Voice = tuple[str, str]
"""Role (empty for everyone without words of their own) and language."""


@dataclass(frozen=True, slots=True)
class Rewording:
    """What one role reads in one language, before and after; empty where nothing is written."""

    role: str
    language: str
    old: str
    new: str


def rewordings(old: Wording, new: Wording) -> Iterator[Rewording]:
    """Give where two wordings differ, language by language and role by role."""
    before, after = spoken(old), spoken(new)
    for voice in dict.fromkeys((*after, *before)):
        one, other = before.get(voice, ""), after.get(voice, "")
        if one != other:
            yield Rewording(*voice, one, other)


def same_words(old: Wording, new: Wording) -> bool:
    """Say whether two wordings say something, and the same wherever both are written.

    Under another id a text's translation isn't found, so a language that one of them lacks says nothing.
    """
    before, after = spoken(old), spoken(new)
    both = before.keys() & after.keys()
    return any(before[voice] for voice in both) and all(before[voice] == after[voice] for voice in both)


def spoken(wording: Wording) -> Mapping[Voice, str]:
    """Give every text of a wording as it is written."""
    each = {"": wording.default, **wording.by_role}
    return {
        (role, language): written(text) for role, texts in each.items() for language, text in texts.items()
    }


def written(text: Text) -> str:
    """Give a text with its fills and blanks; what a number blank allows is told apart from its words."""
    return "".join(_part(part) for part in text.parts).strip()


def _part(part: Part) -> str:
    match part:
        case Fill():
            return f"{{{part.name}}}" if part.fallback is None else f'{{{part.name} | "{part.fallback}"}}'
        case OpenBlank():
            return "____"
        case NumberBlank():
            return "___"
    return part
