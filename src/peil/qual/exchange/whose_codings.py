"""Whose codings of a file are taken over as those of a coder."""

from peil.core.problem import Unusable
from peil.core.span import Span
from peil.qual.exchange.coded_project import CodedProject
from peil.qual.exchange.match_codes import folded
from peil.qual.exchange_problems import CODING_CONFLICT, NOTHING_TO_EXCHANGE
from peil.study.coding import FINAL
from peil.study.study import Study


def whose_codings(
    project: CodedProject, study: Study, file: str, coder: str, user: str = ""
) -> frozenset[str]:
    """Give the GUIDs of the users whose codings count as a coder's, and an empty one where nobody is named.

    Without ``user`` these are all but the study's other coders, whose codings went along and came back. Work
    of two strangers is never taken for one coder's.

    Raises:
        Unusable: There is no such user, or there are several strangers.
    """
    names = project.coder_names
    if user:
        found = frozenset(guid for guid, name in names.items() if folded(name) == folded(user))
        if not found:
            known = ", ".join(f'"{name}"' for name in names.values()) or "nobody"
            message = f'The file has no user "{user}".'
            raise Unusable([NOTHING_TO_EXCHANGE.problem(Span(file), message, hint=f"There is {known}.")])
        return found
    known_coders = {FINAL, *(name for frame in study.frames.values() for name in frame.coders)}
    others = {folded(name) for name in known_coders - {coder}}
    found = frozenset(guid for guid in _at_work(project) if folded(names.get(guid, "")) not in others)
    strangers = sorted({names.get(guid, guid) for guid in found} - {""})
    strangers = [name for name in strangers if folded(name) != folded(coder)]
    if len(strangers) > 1:
        message = f"The file has codings of {', '.join(strangers)}."
        hint = f'Say whose are those of "{coder}" with --user NAME, and read the file once for each.'
        raise Unusable([CODING_CONFLICT.problem(Span(file), message, hint=hint)])
    return found


def _at_work(project: CodedProject) -> frozenset[str]:
    """Give the users who gave a code to a piece of a text; an empty one where the file doesn't say who."""
    return frozenset(
        use.coder or selection.coder
        for source in project.sources
        for selection in source.selections
        for use in selection.uses
    )
