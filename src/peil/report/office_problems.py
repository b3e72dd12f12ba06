"""The catalogue of problems of Word files and decks. Codes are frozen: never reused, never renumbered."""

from peil.core.problem import Severity
from peil.core.rule import Rule

DECK_FILE = "deck/1.md"

FULL_SLIDE = Rule(
    "R045",
    "full_slide",
    Severity.ERROR,
    "A slide holds more than fits on it at a size that can be read from the back of a room.",
    "What doesn't fit is cut off, or set so small that nobody reads it.",
    "# Use\n\n## How often\n\n" + "- Something that is said of it\n" * 20,
    "# Use\n\n## How often\n\n- Something about it\n\n## And where\n\n- And something more\n",
    file=DECK_FILE,
)
NO_WORD_FILE = Rule(
    "R046",
    "no_word_file",
    Severity.ERROR,
    "The house style is no Word document, or isn't there.",
    "Its styles can't be taken over; the report is written in our own.",
    '[report]\nreference = "house.dotx"\n',
    '[report]\nreference = "house.docx"\n',
    file="study.toml",
)
LACKING_STYLE = Rule(
    "R047",
    "lacking_style",
    Severity.WARNING,
    "The house style lacks styles that a house style is about.",
    "Parts of the report then look otherwise than the house wants; Word leaves out styles that nothing uses.",
    '[report]\nreference = "letter.docx"\n',
    '[report]\nreference = "house.docx"\n',
    file="study.toml",
)
BAD_SLIDE = Rule(
    "R048",
    "bad_slide",
    Severity.ERROR,
    "A slide has no title of its own, or holds what can't stand on a slide.",
    "People who don't see a slide find their way by its title; two of the same name are one to them.",
    "# Use\n\n## How often\n\nOften.\n\n## How often\n\nSometimes.\n",
    "# Use\n\n## How often at work\n\nOften.\n\n## How often at home\n\nSometimes.\n",
    file=DECK_FILE,
)
STRAY_NOTES = Rule(
    "R049",
    "stray_notes",
    Severity.ERROR,
    "Speaker notes stand outside a deck, or before its first slide.",
    "Only a slide has somebody who speaks; elsewhere the words would be left out.",
    "::: notes\nTell who took part.\n:::\n",
    "# Use\n\n::: notes\nTell who took part.\n:::\n",
    file=DECK_FILE,
)

OFFICE_RULES = (FULL_SLIDE, NO_WORD_FILE, LACKING_STYLE, BAD_SLIDE, STRAY_NOTES)
"""Every rule in order of its code."""
