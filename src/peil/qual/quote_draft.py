"""An answer becomes a draft of a quotation: nobody has approved it, so nothing prints it."""

import json
from collections.abc import Collection

from peil.qual.open_answers import OpenAnswer
from peil.study.coding_frame import CodingFrame
from peil.study.identifiers.find_identifiers import find_identifiers


def mask_identifiers(words: str) -> tuple[str, tuple[str, ...]]:
    """Give the words with what points at one person named in brackets, and what that was."""
    found = find_identifiers(words)
    for one in reversed(found):
        words = f"{words[: one.start]}[{one.kind.split(' ', 1)[1]}]{words[one.end :]}"
    return words, tuple(str(one.kind) for one in found)


def quote_id(variable: str, taken: Collection[str]) -> str:
    """Give a free id: the question's and a number, never the respondent's."""
    stem = "".join(letter if letter.isalnum() else "_" for letter in variable)
    return next(name for number in range(1, len(taken) + 2) if (name := f"{stem}_{number}") not in taken)


def draft_quote(
    frame: CodingFrame, answer: OpenAnswer, language: str, name: str, *, consent: str, synthetic: bool
) -> str:
    """Give a ``[[quote]]`` of quotes.toml.

    The source is the question, or the item that the words stand beside. What points at somebody is masked and
    named in a comment; what else gives them away only a reader sees.

    Args:
        frame: Whose answers these are.
        answer: The answer.
        language: What it is written in.
        name: The quotation's id.
        consent: How the respondent agreed to being quoted; empty where no answer of theirs says so.
        synthetic: Nobody said it: the row is made.
    """
    words, found = mask_identifiers(" ".join(answer.words.split()))
    lines = ["[[quote]]"]
    if found:
        lines.append(f"# {', '.join(found)} was taken out: read on both sides of the brackets.")
    lines += [
        f"id = {_text(name)}",
        f"text = {{ {language} = {_text(words)} }}",
        f"source = {_text(frame.variable.removesuffix('.text').split('.')[0])}",
    ]
    no_consent = "# consent: no answer of this respondent says so."
    lines.append(f"consent = {_text(consent)}" if consent else no_consent)
    lines.append('approved_by = ""  # who read it and found nobody given away; then approved_on = DATE')
    if synthetic:
        lines.append("invented = true")
    return "\n".join(lines) + "\n"


def _text(text: str) -> str:
    """Write a TOML text."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
