"""The lines ``key: value`` of a block that is set beside the tables."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from peil.core.ids import did_you_mean
from peil.report import problems as rules
from peil.report.template.phrase import Phrase
from peil.report.template.read_exhibit import read_note
from peil.report.template.read_prose import ProseReader

if TYPE_CHECKING:
    from peil.report.template.template import Line

SETTING = re.compile(r"([a-z]+):[ \t]*(.*)", re.DOTALL)


def read_settings(
    reader: ProseReader, lines: Sequence[Phrase], known: Sequence[str]
) -> "tuple[dict[str, Phrase], tuple[Line, ...]]":
    """Give the settings by key, and the notes apart; a line that sets nothing is a problem.

    Args:
        reader: Reads the notes, and keeps the problems.
        lines: The block's lines after its caption.
        known: The keys it may have, each once but ``note``.
    """
    settings: dict[str, Phrase] = {}
    notes: list[Line] = []
    for line in lines:
        found = SETTING.fullmatch(line.text)
        if found is None:
            message = f'"{line.plain}" sets nothing.'
            reader.names.report(rules.BAD_BLOCK, line, message, "Write key: value.")
        elif found.group(1) == "note":
            notes.append(read_note(reader, line.group(found, 2)))
        elif found.group(1) not in known or found.group(1) in settings:
            key = line.group(found, 1)
            hint = did_you_mean(key.plain, known) or f"There are {', '.join(known)}, each once."
            reader.names.report(rules.BAD_BLOCK, key, f'"{key.plain}" can\'t be set here.', hint)
        else:
            settings[found.group(1)] = line.group(found, 2)
    return settings, tuple(notes)
