"""The catalogue of problems of a data pack, each with a frozen code."""

from peil.core.problem import Severity
from peil.core.rule import Rule

DRAFT_IN_PUBLIC = Rule(
    "D050",
    "draft_in_public",
    Severity.ERROR,
    "A public file is asked for under the profile draft.",
    "That profile hides nothing, so the rows would tell of groups of two or three persons.",
)
TOO_FEW = Rule(
    "D051",
    "too_few_for_public",
    Severity.ERROR,
    "A public file is asked for of fewer rows than a table may have.",
    "Who knows that someone took part would find them.",
)
NOTHING_PUBLIC = Rule(
    "D052",
    "nothing_public",
    Severity.ERROR,
    "No question may stand in a public file.",
    "Whoever has the rows can count every cell; a cell that the tables hide would be told by the file.",
)
UNDECLARED = Rule(
    "D053",
    "undeclared_missing",
    Severity.INFO,
    "An SPSS file can't declare all of a question's codes for no answer.",
    "It takes three values, or a range and one value: a mean made in SPSS would count what is left over.",
)
NOT_IN_LANGUAGE = Rule(
    "D054",
    "not_in_language",
    Severity.ERROR,
    "A data pack is asked for in a language that the study isn't in.",
    "Its labels would be those of another language.",
)
IN_STUDY = Rule(
    "D060",
    "pack_in_study",
    Severity.ERROR,
    "A data pack is to be written among the study's own files.",
    "A study's folder is passed on, and kept under version control: so would everybody's answers be.",
)
PACK_RULES = (DRAFT_IN_PUBLIC, TOO_FEW, NOTHING_PUBLIC, UNDECLARED, NOT_IN_LANGUAGE, IN_STUDY)
