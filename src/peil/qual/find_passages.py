"""Passages of talks: those of a theme, those that explain a section, those with certain words."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from peil.study.said import Said
from peil.study.talk import Talk
from peil.study.talk_note import TalkNote


@dataclass(frozen=True)
class Passage:
    """A quotation or a paragraph of notes, and the talk it comes from."""

    talk: Talk
    what: Said | TalkNote

    @property
    def words(self) -> str:
        """Its words, those of a quotation in the language of the talk."""
        return self.what.text if isinstance(self.what, TalkNote) else self.what.words[self.talk.language]


def find_passages(
    talks: Mapping[str, Talk], *, theme: str = "", section: str = "", words: str = ""
) -> tuple[Passage, ...]:
    """Give the passages for which all that is asked holds, in the order of files and lines.

    Args:
        talks: The talks, by id.
        theme: A theme they are marked with; empty for any.
        section: The section they explain; empty for any.
        words: Words that all stand in them, in any order and language, whatever their case and accents.
    """
    wanted = plain(words).split()
    return tuple(
        passage
        for passage in passages_of(talks)
        if (not theme or theme in passage.what.themes)
        and (not section or section == passage.what.section)
        and all(word in plain(text_of(passage.what)) for word in wanted)
    )


def passages_of(talks: Mapping[str, Talk]) -> Iterator[Passage]:
    """Give every passage."""
    for talk in talks.values():
        passages: list[Said | TalkNote] = [*talk.notes, *talk.said]
        yield from (Passage(talk, what) for what in sorted(passages, key=lambda one: one.span))


def text_of(what: Said | TalkNote) -> str:
    """Give all that can be searched in a passage."""
    return what.text if isinstance(what, TalkNote) else "\n".join(what.words.values())


def plain(text: str) -> str:
    """Give a text without case and accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
