"""Captions: ``Figuur 5 Gebruik (n=102)``, ``Table 2: …``."""

import re

CAPTION = re.compile(
    r"(?P<name>(?:Figuur|Tabel|Grafiek|Figure|Table|Chart|Fig\.)\s+[A-Z]?\d+(?:\.\d+)*)(?P<rest>[\s.:–—-].*)?",
    re.IGNORECASE | re.DOTALL,
)
VERBS = re.compile(
    r"^\W*(?:laat|laten|toont|tonen|geeft|geven|staat|is|blijkt|shows?|gives?|presents?|and|en|in|op|that)\b",
    re.IGNORECASE,
)
LONGEST = 300


def is_caption(text: str) -> bool:
    """Say whether a paragraph is a caption: it starts with a figure's number and isn't a sentence."""
    found = CAPTION.fullmatch(text)
    return found is not None and len(text) <= LONGEST and not VERBS.match(found["rest"] or "")


def caption_name(caption: str) -> str:
    """Give ``Figuur 5`` of a caption."""
    found = CAPTION.match(caption)
    return " ".join(found["name"].split()) if found else ""


def caption_title(caption: str) -> str:
    """Give what a caption says after its number."""
    found = CAPTION.match(caption)
    return (found["rest"] or "").strip(" .:–—-") if found else caption
