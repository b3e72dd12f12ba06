"""Read quotations: ``::: quote ID``, and what stands after ``>`` in the text itself."""

import re
from typing import TYPE_CHECKING

from peil.report import problems as rules
from peil.report.quote_problems import IDENTIFIER_IN_QUOTATION
from peil.report.template.names import Names
from peil.report.template.phrase import Phrase
from peil.report.template.read_prose import ProseReader
from peil.report.template.study_block import QuoteCall
from peil.study.identifiers.find_identifiers import find_identifiers
from peil.study.talk import quotations

if TYPE_CHECKING:
    from peil.report.template.read_block import Fenced

QUOTED = re.compile(r"^[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)*>.*(?:\n(?![ \t]*\n).+)*", re.MULTILINE)
"""A quotation in Markdown: from ``>``, in a list or not, to the next blank line."""


def read_quote(reader: ProseReader, fenced: "Fenced") -> QuoteCall | None:
    """Read ``::: quote ID``; the words themselves stand in quotes.toml or in a talk's notes."""
    if fenced.lines:
        message = "The words of a quotation stand in quotes.toml or in a talk's notes."
        reader.names.report(rules.BAD_BLOCK, fenced.lines[0], message, "Take the line away.")
    words = fenced.head.plain.split()[1:]
    if len(words) != 1:
        hint = "Write ::: quote deadline, say."
        reader.names.report(rules.BAD_BLOCK, fenced.head, "A quotation has one id.", hint)
        return None
    study = reader.names.study
    known = (*study.quotes, *(said.id for _, said in quotations(study.talks)))
    if words[0] in known:
        return QuoteCall(words[0], fenced.head.span)
    at = fenced.head.text.rindex(words[0])
    name = fenced.head.part(at, at + len(words[0]))
    reader.names.unknown(name, "The study has no quotation", known)
    return None


def check_quotations(names: Names, phrase: Phrase) -> None:
    """Report direct identifiers in the quotations of a stretch of text."""
    for quoted in QUOTED.finditer(phrase.text):
        for found in find_identifiers(quoted.group()):
            part = phrase.part(quoted.start() + found.start, quoted.start() + found.end)
            hint = "Put what it stands for in square brackets in its place: [place]."
            names.report(IDENTIFIER_IN_QUOTATION, part, f"The quotation holds {found.kind}.", hint)
