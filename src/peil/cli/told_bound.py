"""What a build tells of bound words: in lists for people and for programs."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from peil.report.disagreement import Branch, Disagreement, Kind, Told

HEADS = {
    Kind.CHANGED: "Changed; peil report --fix writes the new words:",
    Kind.UNTRUE: "Untrue now; a person has to write these anew:",
    Kind.UNSAID: "Can't be said:",
}
WRITTEN = "Written into the texts:"
STANDING = "Conditional texts:"


def told_text(told: Iterable[Told], written: Sequence[Disagreement]) -> Iterator[str]:
    """Give the lines that the terminal shows: what was written, what changed, what is untrue, what stands."""
    known = tuple(told)
    yield from _listed(WRITTEN, written)
    for kind, head in HEADS.items():
        yield from _listed(head, _of_kind(known, kind))
    branches = [branch for one in known for branch in one.branches]
    if branches:
        yield STANDING
        yield from (f"  {branch.span}  {_told(branch)}" for branch in branches)


def told_json(told: Iterable[Told], written: Sequence[Disagreement]) -> dict[str, object]:
    """Give the same as data: lists by kind, the conditional texts, and what was written."""
    known = tuple(told)
    lists = {kind.value: [_json(one) for one in _of_kind(known, kind)] for kind in Kind}
    branches = [_branch_json(branch) for one in known for branch in one.branches]
    return {**lists, "conditionals": branches, "written": [_json(one) for one in written]}


def _of_kind(told: Iterable[Told], kind: Kind) -> list[Disagreement]:
    return [one for text in told for one in text.disagreements if one.kind is kind]


def _listed(head: str, found: Sequence[Disagreement]) -> Iterator[str]:
    """Give a list by file."""
    if found:
        yield head
    for file, part in groupby(found, key=lambda one: one.span.file):
        yield f"  {file}"
        for one in part:
            new = f" → {one.new}" if one.new else ""
            yield f"    {one.span.line}:{one.span.column}  {one.old or '(nothing yet)'}{new}"
            yield f"        {one.sentence}"


def _told(branch: Branch) -> str:
    state = {True: "holds", False: "fails", None: "isn't known"}[branch.holds]
    return f'"{branch.condition}" {state}: {branch.printed or "(nothing is printed)"}'


def _json(one: Disagreement) -> dict[str, object]:
    return {
        "code": one.problem.code,
        "file": one.span.file,
        "line": one.span.line,
        "column": one.span.column,
        "sentence": one.sentence,
        "old": one.old,
        "new": one.new,
    }


def _branch_json(branch: Branch) -> dict[str, object]:
    span = branch.span
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "condition": branch.condition,
        "holds": branch.holds,
        "printed": branch.printed,
    }
