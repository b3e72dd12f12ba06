"""Changes as the terminal shows them: grouped by question, what breaks a live study marked."""

from itertools import groupby

from peil.study.changes.changes import Changes
from peil.study.changes.compare_setting import STUDY
from peil.study.changes.told import Told, tell_changes
from peil.study.changes.touching import touching

BREAKS, HARMLESS = "  ! ", "    "


def changes_text(changes: Changes) -> str:
    """Give the changes question by question; under a proved one, somebody whom it touches."""
    told = tell_changes(changes)
    if not told:
        return "Nothing changed that a respondent would notice."
    lines: list[str] = []
    for question, group in groupby(told, key=lambda one: one.first.question):
        lines.append("the study" if question == STUDY else question)
        for one in group:
            lines.append((BREAKS if one.first.breaks else HARMLESS) + one.sentence)
            lines.extend(f"        {item}: {answer}" for item, answer in touching(changes, one.first))
    return "\n".join([*lines, "", _total(told)])


def _total(told: tuple[Told, ...]) -> str:
    number = len(told)  # as many as there are lines to count
    breaking = sum(one.first.breaks for one in told)
    said = f"{number} {'change' if number == 1 else 'changes'}"
    if not breaking:
        return f"{said}: answers already given stay valid."
    verb = "breaks" if breaking == 1 else "break"
    return f"{said}, of which {breaking} (marked !) {verb} a live study."
