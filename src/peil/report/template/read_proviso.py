"""Read what stands in ``{if …}``: the proviso under which a text stands."""

import re

from peil.report import problems as rules
from peil.report.template.names import Names
from peil.report.template.phrase import Phrase
from peil.report.template.proviso import Deviates, Ground, Proviso, Shown, Significant
from peil.report.template.read_answer import read_answer, read_single
from peil.report.template.read_claim import read_claim
from peil.report.template.read_list import read_deviating
from peil.report.template.selection import Selection

GROUND = re.compile(r"(?:(not)\s+)?(significant|deviating|claim|shown)\s+(?!:)(.+)", re.DOTALL)
BEYOND = re.compile(r"(?:population|other|wave)\s")
STATES = {"holds": True, "fails": False}


def read_proviso(names: Names, phrase: Phrase) -> tuple[Proviso | None, bool | None]:
    """Read a proviso, and whether it is stated to hold (``; holds``) or to fail (``; fails``)."""
    words, state = phrase.cut(";")
    stated = STATES.get(state.plain) if state else None
    if state and stated is None:
        message = f'"{state.plain}" doesn\'t say whether it holds.'
        names.report(rules.BAD_BINDING, state, message, "Write ; holds or ; fails, or nothing.")
        return None, None
    found = GROUND.fullmatch(words.text)
    if found is None:
        hint = (
            "Write if significant …, if deviating …, if claim … or if shown …, with not before it if need be."
        )
        names.report(rules.BAD_BINDING, words, f'"{words.plain}" is no condition.', hint)
        return None, None
    ground = read_ground(names, found[2], words.group(found, 3))
    return (Proviso(ground, bool(found[1]), words.plain) if ground else None), stated


def read_ground(names: Names, kind: str, phrase: Phrase) -> Ground | None:
    """Read what is looked at."""
    if BEYOND.match(phrase.text):
        message = "A text can only stand by what this study's own answers say."
        hint = 'Bind its words instead, with "=" before claim or compare: {= claim …}.'
        names.report(rules.BAD_BINDING, phrase, message, hint)
        return None
    match kind:
        case "claim":
            return read_claim(names, phrase)
        case "shown":
            found = read_answer(names, phrase)
            return Shown(found) if found else None
        case "deviating" if re.search(r"\s+by\s+", phrase.cut(r"\|")[0].text):
            return read_deviating(names, phrase)
    found = read_single(names, phrase, "A deviation" if kind == "deviating" else "A test")
    if found is None or not names_class(names, phrase, found):
        return None
    return Deviates(found) if kind == "deviating" else Significant(found)


def names_class(names: Names, phrase: Phrase, selection: Selection) -> bool:
    """Say whether a selection is of a class, with a problem when it isn't: others can't be set apart."""
    if selection.group is None:
        hint = "Name a class, such as | employment: employer."
        names.report(rules.BAD_BINDING, phrase, "It names no group to hold against the rest.", hint)
    return selection.group is not None
